"""What is not known yet, as questions: what can change the picture most comes first."""

from collections.abc import Iterator
from typing import NamedTuple

from netwerkanalyse.report.document import Finding, Format, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import plural


class _Question(NamedTuple):
    """A question, and how far the measure it is about could move once it is answered."""

    width: float
    finding: Finding


def questions(evidence: Evidence) -> Iterator[Finding]:
    """Give the questions that would make the picture more complete, widest bounds first."""
    asked = [*_needs(evidence), *_pairs(evidence), *_amounts(evidence), *_kinds(evidence), *_ratings(evidence)]
    for question in sorted(asked, key=lambda one: -one.width):
        yield question.finding


def _needs(evidence: Evidence) -> Iterator[_Question]:
    """Ask about life domains whose need is not known: each could be covered fully or not at all."""
    domains = evidence.domains_with("gap_unknown")
    if domains:
        needed, unknown = int(evidence.client["domains_with_need"]), len(domains)
        named = evidence.domain_names(domains)
        numbers = [evidence.number("domains_unknown", unknown, count=len(evidence.domains))]
        finding = found(evidence, "needs_unknown", Tone.QUESTION, numbers, domains=named, count=unknown, needed=needed)
        yield _Question(unknown / (needed + unknown), finding)


def _pairs(evidence: Evidence) -> Iterator[_Question]:
    row = evidence.client
    unknown = int(row["pairs_unknown"])
    if unknown:
        low, high = row["density_low"], row["density_high"]
        numbers = [
            evidence.number("pairs_unknown", unknown, count=unknown + row["pairs_asked"]),
            evidence.number("density_low", low, Format.SHARE),
            evidence.number("density_high", high, Format.SHARE),
        ]
        finding = found(
            evidence, "pairs_unknown", Tone.QUESTION, numbers, pairs=plural("report.pairs", unknown, evidence.lang)
        )
        yield _Question(high - low, finding)


def _amounts(evidence: Evidence) -> Iterator[_Question]:
    blank = evidence.domains["supports_without_amount"]
    domains = list(blank.index[blank > 0])
    if domains:
        row = evidence.client
        low, high = row["network_coverage_low"], row["network_coverage_high"]
        numbers = [evidence.number("supports_without_amount", blank.sum())]
        width = 0.0
        if low < high:
            width = high - low
            numbers += [
                evidence.number("coverage_low", low, Format.SHARE),
                evidence.number("coverage_high", high, Format.SHARE),
            ]
        named = evidence.domain_names(domains)
        finding = found(evidence, "amounts_unknown", Tone.QUESTION, numbers, domains=named, count=int(blank.sum()))
        yield _Question(width, finding)


def _kinds(evidence: Evidence) -> Iterator[_Question]:
    """Ask what sort of people some are; without it they count neither as naaste nor as professional."""
    members = evidence.caseload.tables["members"].iloc[evidence.network.people.row]
    people = list(members["member"][members["kind"].isna()])
    if people:
        numbers = [evidence.number("kind_unknown", len(people), count=len(members))]
        yield _Question(0.0, found(evidence, "kind_unknown", Tone.QUESTION, numbers, people=people, count=len(people)))


def _ratings(evidence: Evidence) -> Iterator[_Question]:
    """Ask the client whether needs are met, where only numbers say so."""
    rated = evidence.domains_with("client_rated")
    domains = [one for one in evidence.domains_with("has_need") if one not in rated]
    if domains:
        named = evidence.domain_names(domains)
        whole = int(evidence.client["domains_with_need"])
        numbers = [evidence.number("not_rated", len(domains), count=whole)]
        finding = found(evidence, "not_rated", Tone.QUESTION, numbers, domains=named, part=len(domains), whole=whole)
        yield _Question(0.0, finding)
