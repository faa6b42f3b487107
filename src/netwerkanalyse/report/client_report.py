"""The report on one client."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.client_pictures import coverage_figure, sociogram_figure
from netwerkanalyse.report.document import Report
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.subjects import STANDING_OUT, UNKNOWN, findings
from netwerkanalyse.report.sections import (
    change,
    coverage,
    goals,
    hanging,
    method,
    numbers,
    one_tie,
    people,
    privacy,
    proposals,
)
from netwerkanalyse.report.sections import findings as grouped
from netwerkanalyse.texts import listing, long_date, plural, text


def client_report(
    caseload: Caseload,
    *,
    lang: str = "nl",
    for_client: bool = False,
    cutoffs: Cutoffs | None = None,
    earlier: Caseload | None = None,
) -> Report:
    """Make the report on one client.

    Parameters
    ----------
    caseload
        A caseload of exactly one client (:meth:`~netwerkanalyse.model.caseload.Caseload.select` gives one).
    lang
        ``"nl"`` or ``"en"``.
    for_client
        Whether this is the client's own version. Only that version says which contacts cost strength.
    cutoffs
        Other cut-offs than the defaults.
    earlier
        An earlier picture of the same client, to compare with: another caseload, or this one seen on an earlier day
        (:meth:`~netwerkanalyse.model.caseload.Caseload.at`).

    Returns
    -------
    report
        The report as data; :data:`netwerkanalyse.report.renderers.RENDERERS` gives it a form.

    Raises
    ------
    ValueError
        If the caseload does not hold exactly one client.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> report = client_report(datasets.load("voorbeeld"), lang="nl")
    >>> report.sections[0].title
    'Wie staan er rond de cliënt'
    """
    if len(caseload) != 1:
        message = f"a client report is about one client; this caseload has {len(caseload)}"
        raise ValueError(message)
    evidence = Evidence(Network(caseload), lang, for_client, cutoffs or Cutoffs())
    return Report(
        title=text("report.client.title", lang, client=caseload.client_index[0]),
        subtitle=text("report.client.subtitle", lang),
        lang=lang,
        made_of=tuple(_made_of(evidence)),
        sections=(
            people.section(evidence, sociogram_figure(evidence)),
            coverage.section(evidence, coverage_figure(evidence)),
            grouped.section("findings", findings(evidence, STANDING_OUT), lang),
            hanging.section(evidence),
            *([] if earlier is None else [change.section(evidence, earlier)]),
            grouped.section("unknown", findings(evidence, UNKNOWN), lang, one_tie.blocks(evidence)),
            proposals.section(caseload, evidence.cutoffs, lang),
            goals.section(evidence),
            numbers.section(evidence),
            method.section(lang, evidence.cutoffs),
            privacy.section(evidence),
        ),
    )


def _made_of(evidence: Evidence) -> Iterator[str]:
    """Say from which data a report was made."""
    lang, tables = evidence.lang, evidence.caseload.tables
    client = tables["clients"].iloc[0]
    if pd.isna(client["reference_date"]):
        yield text("report.client.no_reference_date", lang)
    else:
        yield text("report.client.reference_date", lang, day=long_date(client["reference_date"], lang))
    yield _rows(evidence)
    away = len(tables["members"]) - len(evidence.network.people.row)
    if away:
        yield plural("report.client.not_counted", away, lang)
    asked = "all" if client["pairs_asked"] == "all" else "listed"
    yield text(f"report.client.pairs_asked.{asked}", lang)
    yield text(f"report.client.scale.{evidence.caseload.scale}", lang)
    yield text(f"report.client.version.{'own' if evidence.for_client else 'shared'}", lang)


def _rows(evidence: Evidence) -> str:
    """Say how much was recorded; of what nothing was recorded, nothing is said."""
    lang, tables = evidence.lang, evidence.caseload.tables
    words = {"members": "words.people"} | {name: f"report.client.{name}" for name in ("needs", "supports", "ties")}
    said = [plural(key, len(tables[name]), lang) for name, key in words.items() if len(tables[name])]
    return text("report.client.rows", lang, rows=listing(said, lang)) if said else text("report.client.no_rows", lang)
