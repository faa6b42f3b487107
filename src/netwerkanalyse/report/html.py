"""A report as one page: opens offline, asks nothing of anybody, prints on A4."""

from base64 import b64encode
from functools import partial
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from netwerkanalyse.report.document import Report, TableBlock
from netwerkanalyse.report.writing import written, written_count, written_number
from netwerkanalyse.texts import text


def render(report: Report) -> str:
    """Write a report as a single HTML file.

    Everything in it is escaped, except the pictures, which are made here and escape their own labels. The page may
    run nothing but the script that sorts tables, which it carries itself.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    page
        The page, with style, pictures and script inside.
    """
    templates = Environment(
        loader=PackageLoader("netwerkanalyse.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = _source(templates, "sort.js") if _sorts(report) else Markup("")
    templates.globals |= {
        "say": lambda key: text(key, report.lang),
        "written": partial(written, lang=report.lang),
        "written_number": partial(written_number, lang=report.lang),
        "written_count": partial(written_count, lang=report.lang),
        "safe_svg": Markup,
        "zip": zip,
    }
    page = templates.get_template("page.html")
    return page.render(report=report, style=_source(templates, "style.css"), script=script, policy=_policy(script))


def _sorts(report: Report) -> bool:
    """Tell whether a table of the report can be sorted."""
    blocks = (block for section in report.sections for block in section.blocks)
    return any(isinstance(block, TableBlock) and block.sortable for block in blocks)


def _source(templates: Environment, name: str) -> Markup:
    """Return a file of ours as it stands."""
    assert templates.loader is not None  # noqa: S101 - for the type checker
    return Markup(templates.loader.get_source(templates, name)[0])  # noqa: S704 - our own file


def _policy(script: str) -> str:
    """Return the content security policy: nothing from outside, and no script but ours."""
    rules = ["default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'"]
    if script:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        rules.append(f"script-src 'sha256-{digest}'")
    return "; ".join(rules)
