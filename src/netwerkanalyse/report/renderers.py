"""The one list of the forms a report can take."""

from collections.abc import Callable
from typing import NamedTuple

from netwerkanalyse.report import html, json, text, xlsx
from netwerkanalyse.report.document import Report


class Renderer(NamedTuple):
    """A form of a report: the suffix of its file and the function that writes it."""

    suffix: str
    render: Callable[[Report], str | bytes]


RENDERERS: dict[str, Renderer] = {
    "html": Renderer(".html", html.render),
    "txt": Renderer(".txt", text.render),
    "xlsx": Renderer(".xlsx", xlsx.render),
    "json": Renderer(".json", json.render),
}
"""Name of the form to its renderer. Text is ``str``, files of bytes are ``bytes``."""
