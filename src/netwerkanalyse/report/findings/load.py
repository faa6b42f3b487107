"""What is asked of people, and what contact gives and costs."""

from collections.abc import Iterator

from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import text

_RELATIONS = {"only_support": Tone.STRENGTH, "mixed": Tone.NEUTRAL, "only_burden": Tone.QUESTION}


def over_capacity(evidence: Evidence) -> Iterator[Finding]:
    """Say of whom more is asked than they said they can give, in the order of the client's own list."""
    members = evidence.members
    people = list(members.index[members["over_capacity"].fillna(value=False).to_numpy(dtype=bool)])
    if people:
        numbers = [
            Number(
                evidence.names[one],
                float(members.at[one, "asked"]),
                Format.AMOUNT,
                float(members.at[one, "capacity"]),
                text("findings.fits", evidence.lang),
            )
            for one in people
        ]
        yield found(evidence, "over_capacity", Tone.ATTENTION, numbers, people=people)


def burdened(evidence: Evidence) -> Iterator[Finding]:
    """Say that people are heavily burdened; how many, not who."""
    burden = evidence.members["heavy_burden"].dropna()
    if burden.any():
        count, asked = int(burden.sum()), len(burden)
        numbers = [evidence.number("heavy_burden", count, count=asked)]
        heavy = evidence.cutoffs.heavy_burden
        yield found(evidence, "burdened", Tone.ATTENTION, numbers, count=count, asked=asked, heavy=heavy)


def relations(evidence: Evidence) -> Iterator[Finding]:
    """Say, to the client only, what contact gives and what it costs; the two are never netted."""
    if not evidence.for_client:
        return
    members, asked = evidence.members, int(evidence.client["relations_asked"])
    for code, tone in _RELATIONS.items():
        people = list(members.index[members["relation_class"] == code])
        if people:
            numbers = [evidence.number(code, len(people), count=asked)]
            yield found(evidence, code, tone, numbers, people=people, count=len(people), asked=asked)


def tension(evidence: Evidence) -> Iterator[Finding]:
    """Say, to the client only, that there is tension between people; not between whom."""
    pairs = evidence.client["tension_ties"]
    if evidence.for_client and pairs > 0:
        yield found(evidence, "tension", Tone.NEUTRAL, [evidence.number("tension", pairs)], pairs=int(pairs))
