"""What must hold in a caseload, across rows and tables."""

import numpy as np
import pandas as pd

from netwerkanalyse.model import rules
from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.keys import Keys, distinct
from netwerkanalyse.model.problem import Problem, Severity, problems_at, whose
from netwerkanalyse.model.rules import Rule, Tables, problems_where
from netwerkanalyse.model.scale_checks import amounts_fit_the_scale, one_scale


def contradicting_ties(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Pairs that coordinate although they are said not to know each other."""
    ties = tables["ties"]
    source, target = keys.refers["ties", "source"], keys.refers["ties", "target"]
    pair = np.minimum(source, target) * (len(tables["members"]) + 1) + np.maximum(source, target)
    strangers = ((ties["kind"] == "knows") & (ties["present"] == "no")).to_numpy()
    coordinate = ((ties["kind"] == "coordinates") & (ties["present"] == "yes")).to_numpy()
    contradicts = coordinate & np.isin(pair, pair[strangers]) & (source >= 0) & (target >= 0)
    return problems_where(ties, contradicts, "contradicting_ties", "ties", "present", Severity.WARNING)


def ties_without_answer(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Listed pairs that do not say whether there is contact: they count as unknown."""
    ties = tables["ties"]
    return problems_where(
        ties, ties["present"].isna().to_numpy(), "tie_without_answer", "ties", "present", Severity.WARNING
    )


def pairs_not_said(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Clients of whom it is not said whether all pairs were asked about: unlisted pairs count as unknown."""
    clients = tables["clients"]
    sizes = np.bincount(keys.scope["members"][keys.scope["members"] >= 0], minlength=len(clients))
    open_pairs = clients["pairs_asked"].isna().to_numpy() & (sizes[: len(clients)] > 1)
    return problems_where(clients, open_pairs, "pairs_not_said", "clients", "pairs_asked", Severity.WARNING)


def supports_without_need(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Support in a life domain for which no need is recorded, as far as the life domains of needs could be read."""
    needs, supports = tables["needs"], tables["supports"]
    known = needs["need"].gt(0).to_numpy()
    width = len(supports["domain"].cat.categories) + 1
    needed = (keys.scope["needs"] * width + needs["domain"].cat.codes.to_numpy())[known]
    given = keys.scope["supports"] * width + supports["domain"].cat.codes.to_numpy()
    counts = supports["status"].isin(["happening", "planned"]) & (supports["direction"] != "from_client")
    unread = np.isin(keys.scope["supports"], keys.scope["needs"][needs["domain"].isna().to_numpy()])
    alone = ~np.isin(given, needed) & counts.to_numpy() & supports["domain"].notna().to_numpy() & ~unread
    return problems_where(supports, alone, "support_without_need", "supports", "domain", Severity.WARNING)


def supports_that_cannot_be(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Support that happens from somebody the client does not want, or is not in contact with."""
    supports, members = tables["supports"], tables["members"]
    position = keys.refers["supports", "member"]
    happening = (supports["status"] == "happening").to_numpy() & (position >= 0)
    problems = []
    for column, value, code in (
        ("unwanted", True, "support_by_unwanted"),
        ("active", False, "support_by_inactive"),
    ):
        said = np.append((members[column] == value).fillna(value=False).to_numpy(dtype=bool), False)
        problems += problems_where(supports, happening & said[position], code, "supports", "member", Severity.WARNING)
    return problems


def dates_without_reference(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Clients with dated rows but no reference date: the dates cannot be used."""
    clients = tables["clients"]
    dated = np.zeros(len(clients) + 1, dtype=bool)
    for name in ("members", "needs", "supports"):
        frame = tables[name]
        dated[keys.scope[name][(frame["start"].notna() | frame["end"].notna()).to_numpy()]] = True
    undated = clients["reference_date"].isna().to_numpy() & dated[: len(clients)]
    return problems_where(clients, undated, "no_reference_date", "clients", "reference_date", Severity.WARNING)


def alike_members(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """People of one client whose label (or code) differs in capitals or spaces only: perhaps one person, twice."""
    members = tables["members"]
    (label, labels), (code, codes) = distinct(members["label"]), distinct(members["member"])
    texts = labels.append(codes)
    plain = texts.str.lower().str.replace(" ", "")
    if plain.equals(texts) or plain.is_unique:  # no spelling to take for another: the way of nearly every caseload
        return []
    spellings = pd.DataFrame({"text": texts, "plain": plain}).drop_duplicates()
    several = plain.isin(spellings["plain"][spellings["plain"].duplicated()])
    called = np.where(label >= 0, label, len(labels) + code)
    rows = np.flatnonzero(several[called] & (keys.scope["members"] >= 0) & (code >= 0))
    found = pd.DataFrame({"text": texts[called[rows]], "plain": plain[called[rows]]}, index=members.index[rows])
    found["other"] = found.groupby([keys.scope["members"][rows], "plain"])["text"].transform("first")

    def problem(row: object) -> Problem:
        value, other = found.at[row, "text"], found.at[row, "other"]
        column = "member" if pd.isna(members.at[row, "label"]) else "label"
        details, about = {"other": other}, whose(members, row)
        return Problem("alike_members", Severity.WARNING, "members", column, row, value, details, about=about)

    return problems_at(found.index[(found["text"] != found["other"]).to_numpy()], problem)


RULES: tuple[Rule, ...] = (
    rules.unknown_references,
    rules.doubles,
    alike_members,
    rules.self_pairs,
    rules.ends_before_start,
    one_scale,
    amounts_fit_the_scale,
    contradicting_ties,
    ties_without_answer,
    pairs_not_said,
    supports_without_need,
    supports_that_cannot_be,
    dates_without_reference,
    rules.looks_like_a_person,
)
"""Every rule, in the order in which problems of one row are told."""
