"""What is needed, beside what is there, per life domain."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.model.vocabulary import KIND
from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import percent, text


def enough(evidence: Evidence) -> Iterator[Finding]:
    """Say first where there is enough and the client does not say otherwise."""
    experienced = evidence.domains_with("gap_experienced")
    domains = [domain for domain in evidence.domains_with("covered") if domain not in experienced]
    if domains:
        needed = int(evidence.client["domains_with_need"])
        numbers = [evidence.number("domains_enough", len(domains), count=needed)]
        if pd.notna(evidence.client["network_coverage"]):
            numbers.append(evidence.number("network_coverage", evidence.client["network_coverage"], Format.SHARE))
        rows = evidence.domains.loc[domains]
        planned = int((rows["supply"] > rows["effective_supply"]).sum())
        if planned:
            numbers.insert(1, evidence.number("enough_with_planned", planned, count=len(domains)))
        yield found(
            evidence,
            "enough",
            Tone.STRENGTH,
            numbers,
            domains=evidence.domain_names(domains),
            part=len(domains),
            whole=needed,
            planned=_about_planned(evidence, some=planned > 0),
        )


def lacking(evidence: Evidence) -> Iterator[Finding]:
    """Say where there is nothing or too little, what weighs most first; the client's own word comes before a number."""
    absent = evidence.domains_with("gap_absent")
    short = evidence.domains_with("gap_short")
    rows = evidence.domains.loc[[*absent, *short]].sort_values("gap_weight", ascending=False, kind="stable")
    for domain, row in rows.iterrows():
        content = row["client_view"] == "hidden_support"
        code = ("absent" if domain in absent else "short") + ("_but_met" if content else "")
        yield found(
            evidence,
            code,
            Tone.NEUTRAL if content else Tone.ATTENTION,
            _amounts(evidence, row),
            domain=str(domain),
            people=evidence.supporters(str(domain)),
            need=evidence.amount(row["need"]),
            supply=evidence.amount(row["effective_supply"]),
            planned=_about_planned(evidence, some=row["supply"] > row["effective_supply"]),
            helps=_who_helps(evidence, str(domain)),
        )


def unhelpful(evidence: Evidence) -> Iterator[Finding]:
    """Say where there is enough, but the client says the need is not met."""
    domains = evidence.domains_with("gap_experienced")
    if domains:
        named, numbers = evidence.domain_names(domains), [evidence.supply(one) for one in domains]
        part, whole = len(domains), len(evidence.domains)
        yield found(evidence, "experienced", Tone.ATTENTION, numbers, domains=named, part=part, all=whole)


def wanted(evidence: Evidence) -> Iterator[Finding]:
    """Say where there is support, but not of the sort or from whom the client would like it."""
    absent = evidence.domains_with("gap_absent")
    needs = evidence.caseload.tables["needs"].set_index("domain")
    for wish in ("type", "kind"):
        for domain in evidence.domains_with(f"gap_wrong_{wish}"):
            if domain not in absent:
                wanted_one = needs.at[domain, f"wanted_{wish}"]
                said = text(f"findings.wish.{wanted_one}", evidence.lang)
                people = evidence.supporters(domain)
                numbers = [evidence.number("supporters", len(people))]
                yield found(evidence, f"wrong_{wish}", Tone.QUESTION, numbers, domain=domain, people=people, wish=said)


def two_views(evidence: Evidence) -> Iterator[Finding]:
    """Say where client and professional see it differently; neither outweighs the other."""
    needs = evidence.caseload.tables["needs"]
    both = needs.dropna(subset=["client_rating", "professional_rating"])
    differ = both[both["client_rating"].astype("str") != both["professional_rating"].astype("str")]
    if len(differ):
        domains = evidence.domain_names(list(differ["domain"]))
        numbers = [evidence.number("rated_apart", len(differ), count=len(both))]
        yield found(evidence, "two_views", Tone.QUESTION, numbers, domains=domains, part=len(differ), whole=len(both))


def apart(evidence: Evidence) -> Iterator[Finding]:
    """Say where people who support in the same life domain do not all coordinate; doublures say so themselves."""
    classes = evidence.domains["double_class"]
    doublures = classes.index[classes.isin(["doublure", "possible_doublure"])]
    domains = [
        domain
        for domain in evidence.domains_with("gap_connection")
        if domain not in doublures and evidence.may_meet(evidence.supporters(domain))
    ]
    if domains:
        named = evidence.domain_names(domains)
        numbers = [evidence.helpers(domain) for domain in domains]
        yield found(
            evidence, "apart", Tone.QUESTION, numbers, domains=named, part=len(domains), all=len(evidence.domains)
        )


def _who_helps(evidence: Evidence, domain: str) -> str:
    """Say who helps in a life domain, and apart from that whose support is planned only."""
    supports, people = evidence.network.supports, evidence.supporters(domain)
    rows = evidence.caseload.tables["supports"].iloc[supports.row]
    happening = set(rows["member"][(rows["domain"] == domain).to_numpy() & ~supports.planned])
    said = {
        "now": [one for one in people if one in happening],
        "planned": [one for one in people if one not in happening],
    }
    named = {when: evidence.people(who) for when, who in said.items() if who}
    return "".join(" " + text(f"findings.helps_{when}", evidence.lang, people=who) for when, who in named.items())


def _about_planned(evidence: Evidence, *, some: bool) -> str:
    """Explain, where some of the support is planned, that it counts in part."""
    fit = percent(evidence.cutoffs.planned_fit, evidence.lang)
    return " " + text("findings.planned_counts", evidence.lang, fit=fit) if some else ""


def _amounts(evidence: Evidence, row: pd.Series) -> list[Number]:
    """Give what there is of what is needed, then by kind, and what is still planned."""
    numbers = [evidence.number("supply", row["effective_supply"], Format.AMOUNT, row["need"])]
    kinds = [kind for kind in (*KIND.names, "unknown_kind") if row[f"{kind}_supporters"]]
    numbers += [evidence.number(f"{kind}_supply", row[f"{kind}_supply"], Format.AMOUNT) for kind in kinds]
    if row["supply"] > row["effective_supply"]:
        numbers.append(evidence.number("planned", row["supply"], Format.AMOUNT))
    return numbers
