"""Who stands around the client: the picture, and the same people as a table."""

import numpy as np
import pandas as pd

from netwerkanalyse.model.codes import fold
from netwerkanalyse.model.vocabulary import ROLE
from netwerkanalyse.report.document import Block, Column, Figure, Notice, Section, TableBlock
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.recorded import plain
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import listing, text

_WHOLE_WORD = 4
"""Shorter names are initials, which do not say a role even when a role happens to hold those letters."""


def section(evidence: Evidence, pictures: tuple[Figure, ...]) -> Section:
    """Show who stands around the client.

    Parameters
    ----------
    evidence
        One client.
    pictures
        The sociogram, if there is anybody to draw.

    Returns
    -------
    section
        Pictures, and everybody in the order of the client's own list.
    """
    lang = evidence.lang
    if not len(evidence.names):
        return titled("picture", lang, (Notice(text("report.people.nobody", lang)),))
    return titled("picture", lang, (*pictures, *_tables(evidence)))


def _tables(evidence: Evidence) -> list[Block]:
    there = evidence.network.people.position >= 0
    blocks: list[Block] = [_people(evidence, there, "now", _domains(evidence))] if there.any() else []
    return blocks if there.all() else [*blocks, _people(evidence, ~there, "not_now", {})]


def _people(evidence: Evidence, which: np.ndarray, title: str, supports: dict[str, str]) -> TableBlock:
    """Show people in the order of the client's own list."""
    lang = evidence.lang
    rows = []
    for person in evidence.caseload.tables["members"][which].itertuples():
        kind = None if pd.isna(person.kind) else text(f"report.kind.{person.kind}", lang)
        circle = None if pd.isna(person.circle) else text(f"report.circle.{person.circle}", lang)
        name = _with_role(evidence.names[person.member], person.role, lang)
        rows.append((name, kind, plain(person.organisation), circle, supports.get(person.member)))
    heads = (text(f"report.people.{name}", lang) for name in ("who", "kind", "organisation", "circle", "supports"))
    return TableBlock(text(f"report.people.{title}", lang), tuple(map(Column, heads)), tuple(rows))


def _with_role(name: str, role: object, lang: str) -> str:
    """Add the role to a name that does not say it."""
    words = ROLE.label(role, lang).replace("(", "").replace(")", "") if isinstance(role, str) else ""
    said = fold(words) in fold(name) or (len(name) >= _WHOLE_WORD and fold(name) in fold(words))
    return name if said else f"{name} ({words})"


def _domains(evidence: Evidence) -> dict[str, str]:
    """Say in which life domains each person supports."""
    supports = evidence.caseload.tables["supports"].iloc[evidence.network.supports.row]
    return {
        member: listing([evidence.domain(one) for one in rows["domain"].drop_duplicates()], evidence.lang)
        for member, rows in supports.groupby("member")
    }
