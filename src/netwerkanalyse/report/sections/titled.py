"""How every section of a report begins."""

from netwerkanalyse.report.document import Block, Notice, Section
from netwerkanalyse.texts import text


def titled(key: str, lang: str, blocks: tuple[Block, ...]) -> Section:
    """Give a section its title and intro from the texts; one without blocks says that nothing was recorded."""
    title, intro = text(f"report.section.{key}.title", lang), text(f"report.section.{key}.intro", lang)
    return Section(key, title, intro, blocks or (Notice(text("report.nothing_here", lang)),))
