"""On whom and on what the support in life domains rests."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found


def robust(evidence: Evidence) -> Iterator[Finding]:
    """Say where somebody can fall away and enough is left."""
    rows = evidence.domains
    domains = list(rows.index[(rows["drop_out_low"] > 1) & ~rows["fragile"].fillna(value=True)])
    numbers = [
        Number(evidence.domain(one), int(rows.at[one, "drop_out_low"]) - 1, Format.COUNT, len(evidence.supporters(one)))
        for one in domains
    ]
    yield from _together(evidence, "robust", Tone.STRENGTH, domains, numbers)


def one_person(evidence: Evidence) -> Iterator[Finding]:
    """Say where all support comes from one person."""
    domains = evidence.domains_with("single_supporter")
    numbers = [
        replace(evidence.supply(one), label=f"{evidence.domain(one)}: {evidence.people(evidence.supporters(one))}")
        for one in domains
    ]
    yield from _together(evidence, "one_person", Tone.ATTENTION, domains, numbers)


def only_just(evidence: Evidence) -> Iterator[Finding]:
    """Say where several people help, and without one of them too little may be left."""
    rows = evidence.domains
    one_is_too_many = (rows["drop_out_tolerance"] == 1) & (rows["covering_people"] > 1)
    domains = list(rows.index[one_is_too_many.to_numpy(dtype=bool)])
    yield from _together(evidence, "only_just", Tone.ATTENTION, domains, _supply(evidence, domains))


def one_source(evidence: Evidence) -> Iterator[Finding]:
    """Say where several people help, all from one organisation, or all paid under one law."""
    organisation = _several(evidence, evidence.domains_with("single_organisation"))
    law = [one for one in _several(evidence, evidence.domains_with("single_law")) if one not in organisation]
    for code, domains in (("one_organisation", organisation), ("one_law", law)):
        yield from _together(evidence, code, Tone.QUESTION, domains, _supply(evidence, domains))


def one_kind(evidence: Evidence) -> Iterator[Finding]:
    """Say where everybody who helps is a professional, or a naaste."""
    for code in ("formal_only", "informal_only"):
        domains = _several(evidence, evidence.domains_with(code))
        yield from _together(evidence, code, Tone.NEUTRAL, domains, _helpers(evidence, domains))


def overburdened(evidence: Evidence) -> Iterator[Finding]:
    """Say where support rests on naasten of whom one is heavily burdened; not who, and not the score."""
    domains = evidence.domains_with("informal_overburdened")
    if not evidence.for_client:  # where one person helps, "one of them" names that person
        domains = _several(evidence, domains)
    yield from _together(evidence, "informal_overburdened", Tone.ATTENTION, domains, _helpers(evidence, domains))


def stress_dependent(evidence: Evidence) -> Iterator[Finding]:
    """Say, to the client only, where too little is left without contact that costs strength."""
    domains = evidence.domains_with("stress_dependent") if evidence.for_client else []
    yield from _together(evidence, "stress_dependent", Tone.QUESTION, domains, _helpers(evidence, domains))


def _together(
    evidence: Evidence, code: str, tone: Tone, domains: list[str], numbers: Sequence[Number]
) -> Iterator[Finding]:
    """Make one finding about several life domains, if there are any."""
    if domains:
        named = evidence.domain_names(domains)
        part, whole = len(domains), len(evidence.domains)
        yield found(evidence, code, tone, numbers, domains=named, part=part, all=whole)


def _several(evidence: Evidence, domains: list[str]) -> list[str]:
    """Keep the domains in which several people help."""
    return [one for one in domains if len(evidence.supporters(one)) > 1]


def _helpers(evidence: Evidence, domains: list[str]) -> list[Number]:
    """Give how many people help in each domain."""
    return [evidence.helpers(one) for one in domains]


def _supply(evidence: Evidence, domains: list[str]) -> list[Number]:
    """Give how much support there is in each domain, beside the need."""
    return [evidence.supply(one) for one in domains]
