"""Everything that can be written about one client, a form each."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload

FORMS = {
    "html": ".html",
    "svg": "-sociogram.svg",
    "interactive": "-sociogram.html",
    "text": ".txt",
    "xlsx": ".xlsx",
    "json": ".json",
}
"""Name of a form to how the names of its files end."""


def client_documents(
    caseload: "Caseload", forms: Sequence[str], *, lang: str, for_client: bool
) -> Iterator[tuple[str, bytes]]:
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

    Yields
    ------
    suffix, document
        How the file's name ends, and its content.
    """
    raise NotImplementedError
