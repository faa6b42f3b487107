"""The report on a caseload: a row a client, and what the clients have in common. Nobody around them is named."""

from collections.abc import Iterator

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.document import Report
from netwerkanalyse.report.sections import method, per_domain, side_by_side, spread
from netwerkanalyse.report.sections.privacy import limits
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import plural, text

FAMILIES = ("cohesion", "coverage", "gaps", "doubles", "fragility", "withdrawal")
"""The families of measures that the report rests on."""

LEAST = 5
"""Counts of fewer clients than this are never shown, whatever is asked."""


def caseload_report(
    caseload: Caseload, *, lang: str = "nl", cutoffs: Cutoffs | None = None, rows: int = 2_000, smallest: int = 10
) -> Report:
    """Make the report on a caseload.

    Parameters
    ----------
    caseload
        Any number of clients.
    lang
        ``"nl"`` or ``"en"``.
    cutoffs
        Other cut-offs than the defaults.
    rows
        How many clients get a row; a page with more is too slow to use.
    smallest
        Counts of fewer clients are not shown per life domain, nor what would reveal them; spreads and means of fewer
        are not shown either.

    Returns
    -------
    report
        The report as data.

    Raises
    ------
    ValueError
        If ``smallest`` is below 5.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> [section.key for section in caseload_report(datasets.load("voorbeeld")).sections]
    ['distributions', 'clients', 'domains', 'method', 'privacy']
    """
    if smallest < LEAST:
        message = f"counts of fewer than {LEAST} clients are never shown; got smallest={smallest}"
        raise ValueError(message)
    network, cutoffs = Network(caseload), cutoffs or Cutoffs()
    clients = measure_network(network, FAMILIES, level=Level.CLIENT, cutoffs=cutoffs)
    domains = measure_network(network, ["coverage", "gaps"], level=Level.DOMAIN, cutoffs=cutoffs)
    return Report(
        title=text("report.caseload.title", lang),
        subtitle=text("report.caseload.subtitle", lang),
        lang=lang,
        made_of=tuple(_made_of(caseload, lang)),
        sections=(
            spread.section(clients, smallest, lang),
            side_by_side.section(clients, rows, lang),
            per_domain.section(domains, smallest, lang),
            method.section(lang, cutoffs),
            titled("privacy", lang, (limits(lang, "caseload"),)),
        ),
    )


def _made_of(caseload: Caseload, lang: str) -> Iterator[str]:
    """Say from which data a report was made."""
    yield plural("report.caseload.clients", len(caseload), lang)
    dates = caseload.tables["clients"]["reference_date"].dropna()
    if len(dates):
        first, last = dates.min(), dates.max()
        one = first == last and len(dates) == len(caseload)
        key, days = ("one_date", {"day": first}) if one else ("dates", {"first": first, "last": last})
        yield text(f"report.caseload.{key}", lang, **days)
    undated = len(caseload) - len(dates)
    if undated:
        yield plural("report.caseload.undated", undated, lang)
