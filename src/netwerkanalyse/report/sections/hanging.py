"""What hangs on whom: how firm the support in each life domain is, and what is left without somebody."""

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.model.vocabulary import LAW
from netwerkanalyse.report.document import Block, Column, Format, Missing, Paragraph, Section, TableBlock, Value
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.subjects import HANGING, findings
from netwerkanalyse.report.sections.findings import by_tone
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text


def section(evidence: Evidence) -> Section:
    """Show what support rests on.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    section
        Findings, how firm each life domain is, and what is missed without a person, in words: people carry no number
        and stand in the order of the client's own list. Organisations, laws and kinds do carry one.
    """
    blocks = [*by_tone(findings(evidence, HANGING), evidence.lang)]
    return titled("hanging", evidence.lang, (*blocks, *_firmness(evidence), *_people(evidence), *_groups(evidence)))


def _firmness(evidence: Evidence) -> list[Block]:
    """Show who supports in each life domain with a need, and how many of them can fall away."""
    rows = []
    for domain in evidence.domains_with("has_need"):
        people = evidence.supporters(domain)
        spare = _spare(evidence, evidence.domains.loc[domain])
        rows.append((capital(evidence.domain(domain)), evidence.people(people) or None, spare, len(people)))
    columns = _columns(evidence, domain=Format.TEXT, who=Format.TEXT, spare=Format.COUNT, of=Format.COUNT)
    return [TableBlock(text("report.hanging.firm", evidence.lang), columns, tuple(rows))] if rows else []


def _spare(evidence: Evidence, row: pd.Series) -> Value:
    """Say how many people can fall away, whoever they are, before there is too little."""
    if row["covering_people"]:
        return int(row["drop_out_low"]) - 1
    if pd.isna(row["covered"]):
        return Missing(text("reasons.amount_unknown", evidence.lang))
    return text("report.hanging.too_little_now", evidence.lang)


def _people(evidence: Evidence) -> list[Block]:
    """Say in which life domains there would be nothing, or too little, without each person."""
    nothing: dict[str, list[str]] = {}
    too_little: dict[str, list[str]] = {}
    for domain in evidence.domains_with("has_need"):
        given = evidence.given[domain]
        enough = evidence.cutoffs.enough * evidence.domains.at[domain, "need"]
        for person, amount in given.items():
            if len(given) == 1:
                nothing.setdefault(person, []).append(domain)
            elif evidence.domains.at[domain, "covering_people"] and sum(given.values()) - amount < enough - _SAME:
                too_little.setdefault(person, []).append(domain)
    rows = tuple(
        (name, *(evidence.domain_names(missed.get(person, [])) or None for missed in (nothing, too_little)))
        for person, name in evidence.names.items()
        if person in nothing or person in too_little
    )
    columns = _columns(evidence, person=Format.TEXT, nothing=Format.TEXT, too_little=Format.TEXT)
    table = TableBlock(text("report.hanging.people", evidence.lang), columns, rows)
    return [table, Paragraph(text("report.hanging.others", evidence.lang))] if rows else []


def _groups(evidence: Evidence) -> list[Block]:
    """Show what is left without everybody of a kind, a law, or an organisation of several people."""
    losses = evidence.tables[Level.LOSS].droplevel("client")
    alone = evidence.client["members"] - losses["people_left"] == 1
    felt = losses[(losses["coverage_loss"] != 0) & ~(alone & (losses.index.get_level_values("by") == "organisation"))]
    rows = tuple((_group(evidence, *key), *_after(evidence, row)) for key, row in felt.iterrows())
    columns = _columns(evidence, group=Format.TEXT, now=Format.SHARE, after=Format.SHARE, weighed=Format.COUNT)
    columns = (*columns[:-1], Column(columns[-1].title, Format.COUNT, count_of=columns[-2].title))
    return [TableBlock(text("report.hanging.groups", evidence.lang), columns, rows)] if rows else []


def _group(evidence: Evidence, by: str, who: str) -> str:
    if by == "kind":
        return text(f"report.hanging.all_{who}", evidence.lang)
    return text(f"report.hanging.by_{by}", evidence.lang, name=LAW.label(who, evidence.lang) if by == "law" else who)


def _after(evidence: Evidence, row: pd.Series) -> tuple[Value, ...]:
    unknown = Missing(text("reasons.amount_unknown", evidence.lang))
    shares = (evidence.client["network_coverage"], row["coverage_after"])
    return (*(unknown if pd.isna(share) else float(share) for share in shares), int(row["domains_weighed"]))


def _columns(evidence: Evidence, **formats: Format) -> tuple[Column, ...]:
    return tuple(Column(text(f"report.hanging.{name}", evidence.lang), form) for name, form in formats.items())


_SAME = 1e-9
"""Amounts that differ less are the same."""
