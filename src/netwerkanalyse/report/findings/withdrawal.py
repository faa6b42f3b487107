"""What remains when formal help becomes less: an exercise in arithmetic, never a proposal to stop."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.client.path import planned_path
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import long_date, percent, text


def without_professionals(evidence: Evidence) -> Iterator[Finding]:
    """Say how much of the coverage stays by naasten and peers; nobody is named."""
    row = evidence.client
    if row["formal_helpers"] and pd.notna(row["self_reliance"]):
        now, then = row["coverage_with_formal"], row["coverage_without_formal"]
        numbers = [
            evidence.number("coverage_now", now, Format.SHARE),
            evidence.number("coverage_without_formal", then, Format.SHARE),
        ]
        words = {"now": percent(now, evidence.lang), "then": percent(then, evidence.lang)}
        yield found(evidence, "without_professionals", Tone.NEUTRAL, numbers, **words)


def planned_ends(evidence: Evidence) -> Iterator[Finding]:
    """Say from which day on there is a new gap if all goes as planned, where, and where there is one already."""
    path, lang = planned_path(evidence.network, evidence.cutoffs), evidence.lang
    for (_, day), row in path[path["first_new_gap"]].iterrows():
        then = measure_network(
            Network(evidence.caseload.at(day)), ["coverage", "gaps"], level=Level.DOMAIN, cutoffs=evidence.cutoffs
        ).droplevel("client")
        new, old = _new_and_old(evidence.domains, then)
        numbers = [evidence.number("supports_ending", row["supports_ending"])]
        numbers += [_then(evidence, then, one) for one in new]
        if pd.notna(row["network_coverage"]):
            numbers.append(evidence.number("coverage_then", row["network_coverage"], Format.SHARE))
        already = " " + text("findings.still_lacking", lang, domains=evidence.domain_names(old)) if old else ""
        named = evidence.domain_names(new)
        yield found(
            evidence, "planned_end", Tone.ATTENTION, numbers, day=long_date(day, lang), domains=named, already=already
        )


def _new_and_old(now: pd.DataFrame, then: pd.DataFrame) -> tuple[list[str], list[str]]:
    """List the life domains that lack support then: those that lack less now, and the others."""
    gaps = ["gap_absent", "gap_short"]
    lacks, lacked = then[gaps].fillna(value=False).astype(bool), now[gaps].fillna(value=True).astype(bool)
    new = (lacks["gap_absent"] & ~lacked["gap_absent"]) | (lacks["gap_short"] & ~lacked.any(axis=1))
    return list(then.index[new]), list(then.index[lacks.any(axis=1) & ~new])


def _then(evidence: Evidence, then: pd.DataFrame, domain: str) -> Number:
    """Give how much support there is in a life domain on a day to come, beside the need."""
    label = text("findings.number.need_then", evidence.lang, domain=evidence.domain(domain))
    supply, need = (float(then.at[domain, name]) for name in ("effective_supply", "need"))
    return Number(label, supply, Format.AMOUNT, need, text("findings.needed", evidence.lang))


def way_back(evidence: Evidence) -> Iterator[Finding]:
    """Say for which help that ended nobody could open the door again."""
    routes = return_routes(evidence.network, evidence.cutoffs).droplevel("client")
    ended = routes[routes["because"] == "ended"]
    closed = list(ended.index[~ended["way_back"].fillna(value=True).to_numpy(dtype=bool)])
    if closed:
        numbers = [evidence.number("no_way_back", len(closed), count=len(ended))]
        yield found(evidence, "no_way_back", Tone.QUESTION, numbers, people=closed)


def way_up(evidence: Evidence) -> Iterator[Finding]:
    """Say from where no way leads to crisis support; nothing is said about how likely it is to be needed."""
    route = evidence.domains["crisis_route"]
    domains = list(route.index[~route.fillna(value=True).to_numpy(dtype=bool)])
    if evidence.client["members"] and domains:
        numbers = [evidence.number("no_way_up", len(domains), count=evidence.client["domains_to_scale_up"])]
        yield found(evidence, "no_way_up", Tone.QUESTION, numbers, domains=evidence.domain_names(domains))
