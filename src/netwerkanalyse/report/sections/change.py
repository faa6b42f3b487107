"""What changed between an earlier picture of the client and this one."""

import pandas as pd

from netwerkanalyse.metrics.client.change import MOVEMENT, Change, change
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.names import display_names
from netwerkanalyse.report.document import Block, Column, Format, Missing, Notice, Paragraph, Section, TableBlock, Value
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import long_date, percent, text


def section(evidence: Evidence, earlier: Caseload) -> Section:
    """Show who came, who went, and what it did to coverage.

    Parameters
    ----------
    evidence
        One client, now.
    earlier
        An earlier picture: a caseload that holds the same client, or the same one seen on an earlier day.

    Returns
    -------
    section
        People in the order of the client's lists, life domains in fixed order; nobody carries a number.
    """
    client, lang = evidence.network.clients[0], evidence.lang
    if client not in earlier.client_index:
        return titled("change", lang, (Notice(text("report.change.unknown", lang)),))
    before = earlier.select([client])
    found = change(before, evidence.caseload, evidence.cutoffs)
    blocks: list[Block] = [*_days(before, evidence), *_stayed(found, lang)]
    moved = _moved(found, before, evidence)
    blocks.append(moved if moved.rows else Notice(text("report.change.same_people", lang)))
    blocks += _network(found, lang)
    covered = _domains(found, evidence)
    blocks.append(covered if covered.rows else Notice(text("report.change.same_coverage", lang)))
    return titled("change", lang, tuple(blocks))


def _days(before: Caseload, evidence: Evidence) -> list[Block]:
    """Say which days are compared, when both are known."""
    then, now = (one.tables["clients"]["reference_date"].iloc[0] for one in (before, evidence.caseload))
    if pd.isna(then) or pd.isna(now):
        return []
    days = {name: long_date(day, evidence.lang) for name, day in (("then", then), ("now", now))}
    return [Paragraph(text("report.change.days", evidence.lang, **days))]


def _stayed(found: Change, lang: str) -> list[Block]:
    """Say how many stayed, and how many of those who were very close."""
    row = found.clients.iloc[0]
    core = found.members[found.members["closest"]]
    said = []
    if row["people_before"]:
        said.append(text("report.change.stayed", lang, part=int(row["stayed"]), whole=int(row["people_before"])))
    if len(core):
        still = int((core["movement"] == "stayed").sum())
        said.append(text("report.change.closest", lang, part=still, whole=len(core)))
    return [Paragraph(" ".join(said))] if said else []


def _moved(found: Change, before: Caseload, evidence: Evidence) -> TableBlock:
    """Name who came and who went."""
    lang = evidence.lang
    names = dict(zip(before.tables["members"]["member"], display_names(before), strict=True)) | evidence.names
    moved = found.members[found.members["movement"] != "stayed"].droplevel("client")
    rows = tuple(
        (names[str(member)], MOVEMENT.label(row["movement"], lang), _closeness(row["closest"], lang))
        for member, row in moved.iterrows()
    )
    heads = (text(f"report.change.{name}", lang) for name in ("who", "movement", "then_closest"))
    return TableBlock(text("report.change.people", lang), tuple(map(Column, heads)), rows)


def _closeness(closest: bool, lang: str) -> str | None:
    return text("report.circle.1", lang) if closest else None


def _network(found: Change, lang: str) -> list[Block]:
    """Say what became of coverage as a whole, each with the life domains behind it."""
    row = found.clients.iloc[0]
    if pd.isna(row["coverage_change"]):
        return []
    values: dict[str, object] = {}
    for when in ("before", "after"):
        values[when] = percent(row[f"coverage_{when}"], lang)
        values[f"domains_{when}"] = int(row[f"domains_with_need_{when}"])
    return [Paragraph(text("report.change.network", lang, **values))]


def _domains(found: Change, evidence: Evidence) -> TableBlock:
    """Show the life domains whose coverage is another than it was, or became known or unknown."""
    frame, lang = found.domains.droplevel("client"), evidence.lang
    before, after = frame["coverage_before"], frame["coverage_after"]
    other = (before.isna() != after.isna()) | (frame["coverage_change"].fillna(0) != 0)
    rows = tuple(
        (capital(evidence.domain(str(domain))), *(_share(row[one], row[need], lang) for one, need in _SIDES))
        for domain, row in frame[other].iterrows()
    )
    heads = (("domain", Format.TEXT), ("coverage_then", Format.SHARE), ("coverage_now", Format.SHARE))
    columns = tuple(Column(text(f"report.change.{name}", lang), form) for name, form in heads)
    return TableBlock(text("report.change.coverage", lang), columns, rows)


def _share(share: float, need: float, lang: str) -> Value:
    if pd.notna(share):
        return float(share)
    reason = "need_unknown" if pd.isna(need) else "no_need" if need == 0 else "amount_unknown"
    return Missing(text(f"reasons.{reason}", lang))


_SIDES = (("coverage_before", "need_before"), ("coverage_after", "need_after"))
