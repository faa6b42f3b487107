"""Proposals for the partners of a region, kind by kind, to talk about."""

from netwerkanalyse.recommend.regional import RegionRecommendations
from netwerkanalyse.report.document import Block, Column, Notice, Section, TableBlock
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

SHOWN = ("what", "because", "changes", "agree", "unknown")
"""The columns that people read."""

MOST = 5
"""So many proposals of a kind stand in a report: what one conversation can hold. All are in the table of the API."""


def section(found: RegionRecommendations, lang: str) -> Section:
    """Lay the first proposals of every kind out, and say what could not be looked at.

    Parameters
    ----------
    found
        What :func:`netwerkanalyse.recommend.region` gave.
    lang
        Language of the report.

    Returns
    -------
    section
        A table a kind.
    """
    frame = found.to_frame(lang)
    columns = tuple(Column(text(f"proposals.region.column.{name}", lang)) for name in SHOWN)
    blocks: list[Block] = [Notice(text("proposals.region.proposes", lang))]
    for kind, rows in frame.groupby("kind", sort=False):
        title = capital(text(f"proposals.region.kind.{kind}", lang, shown=min(MOST, len(rows)), all=len(rows)))
        shown = tuple(tuple(row) for row in rows[list(SHOWN)].head(MOST).itertuples(index=False))
        blocks.append(TableBlock(title, columns, shown))
    blocks += [Notice(one.say(lang)) for one in found.not_looked_at]
    return titled("region_proposals", lang, tuple(blocks))
