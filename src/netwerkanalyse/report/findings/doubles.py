"""Where several people do the same. A doublure is something to tune, never a reason to take somebody away."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.model.vocabulary import ROLE
from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import percent, text

_TO_TUNE = {"doublure": Tone.ATTENTION, "possible_doublure": Tone.QUESTION}
_TO_KNOW = {
    "coordinated_overlap": Tone.STRENGTH,
    "overlap": Tone.NEUTRAL,
    "intended": Tone.NEUTRAL,
    "support_without_need": Tone.QUESTION,
}


def doublures(evidence: Evidence) -> Iterator[Finding]:
    """Say where professionals double up, or may do so."""
    for code, tone in _TO_TUNE.items():
        for domain in _domains(evidence, code):
            row, people = evidence.domains.loc[domain], doubling(evidence, domain)
            if not evidence.may_meet(evidence.supporters(domain)):
                continue
            naasten = any(evidence.kinds[one] == "informal" for one in _counting(evidence, domain))
            yield found(
                evidence,
                code,
                tone,
                _numbers(evidence, row),
                domain=domain,
                people=people,
                need=evidence.amount(row["need"]),
                supply=evidence.amount(row["double_supply"]),
                tolerance=percent(evidence.cutoffs.tolerance, evidence.lang),
                naasten=" " + text("findings.naasten_count", evidence.lang) if naasten else "",
            )


def overlaps(evidence: Evidence) -> Iterator[Finding]:
    """Say where several people do the same and that is no doublure, a sentence a class."""
    for code, tone in _TO_KNOW.items():
        domains = [one for one in _domains(evidence, code) if code == "support_without_need" or _several(evidence, one)]
        if domains:
            named = evidence.domain_names(domains)
            numbers = [evidence.helpers(one) for one in domains]
            yield found(evidence, code, tone, numbers, domains=named, part=len(domains), all=len(evidence.domains))


def role_doublures(evidence: Evidence) -> Iterator[Finding]:
    """Say which roles that one person has, several people have."""
    members = evidence.caseload.tables["members"].iloc[evidence.network.people.row]
    slots = members["role"].map(ROLE.group, na_action="ignore")
    for slot, measure in (
        ("case_manager", "case_managers"),
        ("lead_clinician", "lead_clinicians"),
        ("resource_coordinator", "resource_coordinators"),
    ):
        count = int(evidence.client[measure])
        if count > 1:
            people = list(members["member"][slots == slot])
            numbers = [evidence.number("in_this_role", count)]
            role = ROLE.label(slot, evidence.lang)
            yield found(evidence, "role_doublure", Tone.QUESTION, numbers, people=people, role=role, count=count)


def _domains(evidence: Evidence, code: str) -> list[str]:
    classes = evidence.domains["double_class"]
    return list(classes.index[classes == code])


def _several(evidence: Evidence, domain: str) -> bool:
    return len(evidence.supporters(domain)) > 1


def doubling(evidence: Evidence, domain: str) -> list[str]:
    """List the professionals, and who may be one, whose support can double; a naaste is no part of a doublure."""
    return [one for one in _counting(evidence, domain) if evidence.kinds[one] != "informal"]


def _counting(evidence: Evidence, domain: str) -> list[str]:
    """List whose support counts for a doublure in a domain, in the order of the client's own list."""
    supports = evidence.caseload.tables["supports"].iloc[evidence.network.supports.row]
    rows = supports[evidence.network.can_double & (supports["domain"] == domain).to_numpy()]
    return [one for one in evidence.supporters(domain) if one in set(rows["member"])]


def _numbers(evidence: Evidence, row: pd.Series) -> list[Number]:
    """Give how much more there is than needed, how much is not coordinated, and how fragile it would be."""
    low, high = row["uncoordinated_low"], row["uncoordinated_high"]
    numbers = [
        evidence.number("double_supply", row["double_supply"], Format.AMOUNT, row["need"]),
        evidence.number("surplus", row["surplus"], Format.AMOUNT),
        evidence.number("uncoordinated_low" if low == high else "uncoordinated_least", low, Format.SHARE),
    ]
    if high != low:
        numbers.append(evidence.number("uncoordinated_high", high, Format.SHARE))
    if pd.notna(row["drop_out_tolerance"]):
        numbers.append(evidence.number("drop_out_tolerance", row["drop_out_tolerance"], count=row["covering_people"]))
    return [one for one in numbers if pd.notna(one.value)]
