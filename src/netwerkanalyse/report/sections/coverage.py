"""Need and support beside each other, a row a life domain."""

import pandas as pd

from netwerkanalyse.model.vocabulary import KIND, RATING
from netwerkanalyse.report.document import (
    Block,
    Column,
    Figure,
    Format,
    Missing,
    Notice,
    Paragraph,
    Section,
    TableBlock,
    Value,
)
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

_GAPS = ("absent", "short", "wrong_type", "wrong_kind", "connection", "experienced", "time", "handover")
_TO_MEET = {"gap.connection", "double.doublure", "double.possible_doublure"}
_DOUBLES = ("doublure", "possible_doublure", "coordinated_overlap", "overlap", "support_without_need")


def section(evidence: Evidence, pictures: tuple[Figure, ...]) -> Section:
    """Show what is needed and what is there, informal and formal apart.

    Parameters
    ----------
    evidence
        One client.
    pictures
        The coverage picture, if there is anything to draw.

    Returns
    -------
    section
        Pictures and a table; life domains nobody asked about are named, not shown as zero.
    """
    lang, rows = evidence.lang, evidence.domains
    shown = list(rows.index[rows["need"].notna() | (rows["supporters"] > 0)])
    unasked = [one for one in rows.index if one not in shown]
    blocks: list[Block] = (
        [*pictures, _table(evidence, shown)] if shown else [Notice(text("report.coverage.none", lang))]
    )
    if shown and unasked:
        blocks.append(Paragraph(text("report.coverage.unasked", lang, domains=evidence.domain_names(unasked))))
    return titled("coverage", lang, tuple(blocks))


def _table(evidence: Evidence, domains: list[str]) -> TableBlock:
    lang = evidence.lang
    heads = (
        ("domain", Format.TEXT),
        ("need", Format.AMOUNT),
        ("supply", Format.AMOUNT),
        ("by_kind", Format.TEXT),
        ("client", Format.TEXT),
        ("professional", Format.TEXT),
        ("remarks", Format.TEXT),
    )
    columns = tuple(Column(text(f"report.coverage.{name}", lang), form) for name, form in heads)
    return TableBlock(text("report.coverage.table", lang), columns, tuple(_row(evidence, one) for one in domains))


def _row(evidence: Evidence, domain: str) -> tuple[Value, ...]:
    row = evidence.domains.loc[domain]
    need = Missing(text("reasons.need_unknown", evidence.lang)) if pd.isna(row["need"]) else float(row["need"])
    ratings = (_rating(evidence, domain, who) for who in ("client", "professional"))
    words = _by_kind(evidence, row), *ratings, _remarks(evidence, row)
    return (capital(evidence.domain(domain)), need, float(row["effective_supply"]), *words)


def _by_kind(evidence: Evidence, row: pd.Series) -> str | None:
    """Say how much support comes from whom, informal and formal apart."""
    lang = evidence.lang
    kinds = [kind for kind in (*KIND.names, "unknown_kind") if row[f"{kind}_supporters"]]
    said = (text(f"report.coverage.{kind}", lang, amount=float(row[f"{kind}_supply"])) for kind in kinds)
    return ", ".join(said) or None


def _rating(evidence: Evidence, domain: str, who: str) -> str | None:
    """Say whether the need is met according to the client, or to the professional."""
    needs = evidence.caseload.tables["needs"]
    said = needs.loc[needs["domain"] == domain, f"{who}_rating"].dropna()
    return RATING.label(said.iloc[0], evidence.lang) if len(said) else None


def _remarks(evidence: Evidence, row: pd.Series) -> str | None:
    """Name the gaps and doublures of a life domain in a few words; nobody is asked to meet whom they should not."""
    found = [f"gap.{code}" for code in _GAPS if pd.notna(row[f"gap_{code}"]) and row[f"gap_{code}"]]
    found += [f"double.{code}" for code in _DOUBLES if row["double_class"] == code]
    found += ["coverage.amount_unknown"] if row["supports_without_amount"] else []
    apart = not evidence.may_meet(evidence.supporters(str(row.name)))
    said = [key for key in found if not (apart and key in _TO_MEET)]
    return ", ".join(text(f"report.{key}", evidence.lang) for key in said) or None
