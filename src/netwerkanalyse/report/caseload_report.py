"""The report on a caseload: a row a client, and what the clients have in common. No person around them is named."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.catalogue import measure_network, measures, why_missing
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, Measure, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import (
    Block,
    Column,
    Figure,
    Format,
    Missing,
    Notice,
    Report,
    Section,
    TableBlock,
    Value,
)
from netwerkanalyse.report.pictures.distribution import distribution_svg
from netwerkanalyse.report.sections import method
from netwerkanalyse.report.sections.numbers import FORMATS, plain
from netwerkanalyse.report.sections.privacy import limits
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import plural, text

SHOWN = (
    "members",
    "domains_unknown",
    "domains_with_need",
    "network_coverage",
    "gaps_absent",
    "gaps_short",
    "gaps_experienced",
    "doublures",
    "possible_doublures",
    "domains_that_can_break",
    "fragile_domains",
    "density",
    "pairs_asked",
    "pairs_unknown",
    "self_reliance",
)
"""The measures that stand in a row; the count behind a ratio stands beside it."""

FAMILIES = ("cohesion", "coverage", "gaps", "doubles", "fragility", "withdrawal")
"""The families these measures are of."""

SPREAD = ("members", "domains_with_need", "network_coverage", "fragile_domains", "density", "self_reliance")
"""The measures whose spread over clients is drawn."""

PER_DOMAIN = (
    ("has_need", "need_known"),
    ("covered", "has_need"),
    ("gap_absent", "has_need"),
    ("gap_short", "has_need"),
    ("gap_experienced", "covered"),
)
"""What is counted per life domain: clients for whom the first holds, among those for whom the second does."""


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
        Counts of fewer clients are not shown per life domain, nor what would reveal them.

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
    >>> caseload_report(datasets.load("voorbeeld")).sections[1].title
    'De cliënten naast elkaar'
    """
    if smallest < 5:
        message = f"counts of fewer than 5 clients are never shown; got smallest={smallest}"
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
            _distributions(clients, smallest, lang),
            _clients(clients, rows, lang),
            _domains(domains, smallest, lang),
            method.section(lang, cutoffs),
            titled("privacy", lang, (limits(lang, "caseload"),)),
        ),
    )


def _made_of(caseload: Caseload, lang: str) -> Iterator[str]:
    """Say from which data a report was made."""
    yield plural("report.caseload.clients", len(caseload), lang)
    dates = caseload.tables["clients"]["reference_date"].dropna()
    if len(dates):
        yield text("report.caseload.dates", lang, first=dates.min(), last=dates.max())
    undated = len(caseload) - len(dates)
    if undated:
        yield plural("report.caseload.undated", undated, lang)


def _distributions(frame: pd.DataFrame, smallest: int, lang: str) -> Section:
    """Draw how measures are spread, where enough clients have a value."""
    known = [name for name in SPREAD if frame[name].notna().sum() >= smallest]
    few = () if len(known) == len(SPREAD) else (Notice(text("report.caseload.too_few", lang, smallest=smallest)),)
    return titled("distributions", lang, (*(_distribution(frame[name], lang) for name in known), *few))


def _distribution(values: pd.Series, lang: str) -> Figure:
    name = str(values.name)
    title, sentence = (text(f"measures.{name}.{part}", lang) for part in ("name", "sentence"))
    share = measures(Level.CLIENT)[name].unit is Unit.SHARE
    numbers = values.to_numpy(dtype=float, na_value=np.nan).tolist()
    drawn = distribution_svg(numbers, capital(title), lang=lang, share=share, name=f"spread-{name}")
    return Figure(drawn, capital(title), sentence)


def _clients(frame: pd.DataFrame, rows: int, lang: str) -> Section:
    """Give a row a client, in the order of the file."""
    shown = frame.iloc[:rows]
    declared = measures(Level.CLIENT)
    behind = {condition.column for name in SHOWN for condition in declared[name].requires}
    reasons = why_missing(shown[[*SHOWN, *sorted(behind - set(SHOWN))]])
    columns = [Column(text("report.caseload.client", lang))]
    values: list[list[Value]] = [list(shown.index)]
    for name in SHOWN:
        one = declared[name]
        ratio = next((text(f"report.short.{other}", lang) for other in SHOWN if declared[other].count == name), "")
        columns.append(Column(text(f"report.short.{name}", lang), FORMATS[one.unit], count_of=ratio))
        cells = zip(shown[name], reasons[name], strict=True)
        values.append([_value(one, value, reason, lang) for value, reason in cells])
    table = TableBlock(
        text("report.caseload.table", lang), tuple(columns), tuple(zip(*values, strict=True)), sortable=True
    )
    left_out = len(frame) - len(shown)
    blocks: list[Block] = [table]
    if left_out:
        blocks.insert(0, Notice(text("report.caseload.left_out", lang, shown=len(shown), left_out=left_out)))
    return titled("clients", lang, tuple(blocks))


def _value(measure: Measure, value: str | float, reason: str, lang: str) -> Value:
    return Missing(text(f"reasons.{reason}", lang)) if pd.isna(value) else plain(measure, value, lang)


def _domains(frame: pd.DataFrame, smallest: int, lang: str) -> Section:
    """Count clients per life domain; small counts, and what would reveal them, are not shown."""
    heads = [Column(text("report.coverage.domain", lang))]
    cells: list[list[Value]] = [[capital(label) for label in DOMAIN.labels(lang)]]
    for name, of in PER_DOMAIN:
        among = frame[of].fillna(value=False).to_numpy(dtype=bool)
        known = among & frame[name].notna().to_numpy()
        holds = known & frame[name].fillna(value=False).to_numpy(dtype=bool)
        part, whole = (mask.reshape(-1, len(DOMAIN.names)).sum(axis=0) for mask in (holds, known))
        title = text(f"report.caseload.{name}", lang)
        heads += [Column(title, Format.COUNT), Column(text("report.hanging.of", lang), Format.COUNT, count_of=title)]
        cells += _suppressed(part, whole, smallest, lang)
    table = TableBlock(text("report.caseload.domains", lang), tuple(heads), tuple(zip(*cells, strict=True)))
    return titled("domains", lang, (table, Notice(text("report.caseload.suppressed", lang, smallest=smallest))))


def _suppressed(part: np.ndarray, whole: np.ndarray, smallest: int, lang: str) -> list[list[Value]]:
    """Show a count and what it is of, unless either it, or the rest, is of a few clients."""
    few = Missing(text("report.caseload.few", lang, smallest=smallest))

    def is_few(count: int) -> bool:
        return 0 < count < smallest

    hidden = [is_few(a) or is_few(b - a) or is_few(b) for a, b in zip(part, whole, strict=True)]
    return [
        [few if hide or is_few(count) else int(count) for hide, count in zip(hidden, counts, strict=True)]
        for counts in (part, whole)
    ]
