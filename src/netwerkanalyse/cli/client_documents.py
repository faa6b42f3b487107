"""Everything that can be written about one client, a form each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload
    from netwerkanalyse.report.document import Report
    from netwerkanalyse.report.sociogram.data import Sociogram


@dataclass(frozen=True)
class _Client:
    """One client; the report and the sociogram are made when a form first needs them."""

    caseload: "Caseload"
    lang: str
    for_client: bool
    earlier: "Caseload | None"

    @cached_property
    def report(self) -> "Report":
        from netwerkanalyse.report.client_report import client_report

        return client_report(self.caseload, lang=self.lang, for_client=self.for_client, earlier=self.earlier)

    @cached_property
    def sociogram(self) -> "Sociogram":
        from netwerkanalyse.report.sociogram.data import sociogram

        client = self.caseload.client_index[0]
        return sociogram(self.caseload, client, lang=self.lang, for_client=self.for_client)

    def rendered(self, form: str) -> str | bytes:
        from netwerkanalyse.report.renderers import RENDERERS

        return RENDERERS[form].render(self.report)

    def drawn(self) -> str:
        from netwerkanalyse.report.sociogram.svg import svg

        return svg(self.sociogram)

    def moving(self) -> str:
        from netwerkanalyse.report.sociogram.interactive import interactive

        return interactive(self.sociogram)


class Form(NamedTuple):
    """A form: how the names of its files end, and what makes it."""

    ending: str
    make: Callable[[_Client], str | bytes]


FORMS = {
    "html": Form(".html", lambda client: client.rendered("html")),
    "svg": Form("-sociogram.svg", _Client.drawn),
    "interactive": Form("-sociogram.html", _Client.moving),
    "txt": Form(".txt", lambda client: client.rendered("txt")),
    "xlsx": Form(".xlsx", lambda client: client.rendered("xlsx")),
    "json": Form(".json", lambda client: client.rendered("json")),
}
"""Name of a form to how it is made."""


def client_documents(
    caseload: "Caseload", forms: Sequence[str], *, lang: str, for_client: bool, earlier: "Caseload | None" = None
) -> Iterator[tuple[str, str | bytes]]:
    """Make documents about one client.

    Parameters
    ----------
    caseload
        A caseload of one client.
    forms
        Some of :data:`FORMS`.
    lang
        Language.
    for_client
        Whether this is the client's own version.
    earlier
        An earlier picture to compare with.

    Yields
    ------
    ending, document
        How the file's name ends, and its content.
    """
    client = _Client(caseload, lang, for_client, earlier)
    for form in forms:
        yield FORMS[form].ending, FORMS[form].make(client)
