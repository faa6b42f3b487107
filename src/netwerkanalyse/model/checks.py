"""Rules across rows and tables. Each rule takes the tables and their keys and gives the problems it finds."""

import difflib
import re
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import FieldType
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Problem, Severity, problems_at
from netwerkanalyse.model.scale_checks import amounts_fit_the_scale, one_scale

Tables = Mapping[str, pd.DataFrame]
Rule = Callable[[Tables, Keys], list[Problem]]

_NAME = re.compile(r"(?:\b[A-ZÀ-Þ][\w'’-]+\s+(?:van\s+|de\s+|den\s+|der\s+|ten\s+|te\s+|el\s+)*){2,}[A-ZÀ-Þ][\w'’-]+")
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def check(tables: Tables, keys: Keys) -> list[Problem]:
    """Apply every rule.

    Parameters
    ----------
    tables
        Typed tables, ordered by client.
    keys
        Their positions.

    Returns
    -------
    problems
        Everything found.
    """
    return [problem for rule in RULES for problem in rule(tables, keys)]


def unknown_references(tables: Tables, keys: Keys) -> list[Problem]:
    """Rows that speak of a client, member or meeting that does not exist."""
    problems = []
    for name, frame in tables.items():
        missing = (keys.client[name] < 0) & frame["client"].notna().to_numpy()
        problems += _at(frame, missing, "unknown_client", name, "client")
    for (name, column), position in keys.refers.items():
        frame = tables[name]
        missing = (position < 0) & (keys.client[name] >= 0) & frame[column].notna().to_numpy()
        target = CASELOAD.by_name[name].field(column).refers
        problems += problems_at(frame.index[missing], _unknown_reference(tables, name, column, target))
    return problems


def _unknown_reference(tables: Tables, name: str, column: str, target: str) -> Callable[[object], Problem]:
    def problem(row: object) -> Problem:
        frame, others = tables[name], tables[target]
        client, written = frame.at[row, "client"], str(frame.at[row, column])
        known = others.loc[others["client"] == client, CASELOAD.by_name[target].key[-1]].dropna().astype(str).tolist()
        nearest = difflib.get_close_matches(written, known, n=1, cutoff=0) or ["-"]
        details = {"client": client, "nearest": nearest[0], "sheet": CASELOAD.by_name[target].sheet}
        return Problem("unknown_reference", table=name, column=column, row=row, value=written, details=details)

    return problem


def doubles(tables: Tables, keys: Keys) -> list[Problem]:
    """Rows whose key stands twice; a pair counts as the same pair in either order."""
    problems = []
    for table in CASELOAD.tables:
        frame = tables[table.name]
        if table.key and len(frame):
            unordered = _in_order(frame, keys) if table.name == "ties" else frame[list(table.key)]
            complete = (
                frame["client"].notna() & frame[table.key[-1]].notna()
                if len(table.key) == 2
                else frame["client"].notna()
            )
            double = unordered.duplicated().to_numpy() & complete.to_numpy()
            code = {"clients": "double_client", "ties": "double_pair"}.get(table.name, "double_row")
            problems += _at(frame, double, code, table.name, table.key[min(1, len(table.key) - 1)])
    return problems


def _in_order(ties: pd.DataFrame, keys: Keys) -> pd.DataFrame:
    source, target = keys.refers["ties", "source"], keys.refers["ties", "target"]
    unknown = (source < 0) | (target < 0)
    low = np.where(unknown, -1 - np.arange(len(ties)), np.minimum(source, target))
    return pd.DataFrame({"low": low, "high": np.maximum(source, target), "kind": ties["kind"].to_numpy()})


def self_ties(tables: Tables, keys: Keys) -> list[Problem]:
    """Pairs of somebody with themselves."""
    source, target = keys.refers["ties", "source"], keys.refers["ties", "target"]
    return _at(tables["ties"], (source == target) & (source >= 0), "self_tie", "ties", "target")


def ends_before_start(tables: Tables, _keys: Keys) -> list[Problem]:
    """Periods that end before they start."""
    problems = []
    for name, frame in tables.items():
        if {"start", "end"} <= set(frame):
            problems += _at(frame, (frame["end"] < frame["start"]).to_numpy(), "ends_before_start", name, "end")
    return problems


def contradicting_ties(tables: Tables, keys: Keys) -> list[Problem]:
    """Pairs that coordinate although they are said not to know each other."""
    ties = tables["ties"]
    source, target = keys.refers["ties", "source"], keys.refers["ties", "target"]
    pair = np.minimum(source, target) * (len(tables["members"]) + 1) + np.maximum(source, target)
    strangers = ((ties["kind"] == "knows") & (ties["present"] == "no")).to_numpy()
    coordinate = ((ties["kind"] == "coordinates") & (ties["present"] == "yes")).to_numpy()
    contradicts = coordinate & np.isin(pair, pair[strangers]) & (source >= 0) & (target >= 0)
    return _at(ties, contradicts, "contradicting_ties", "ties", "present", Severity.WARNING)


def ties_without_answer(tables: Tables, _keys: Keys) -> list[Problem]:
    """Listed pairs that do not say whether there is contact: they count as unknown."""
    ties = tables["ties"]
    return _at(ties, ties["present"].isna().to_numpy(), "tie_without_answer", "ties", "present", Severity.WARNING)


def pairs_not_said(tables: Tables, keys: Keys) -> list[Problem]:
    """Clients of whom it is not said whether all pairs were asked about: unlisted pairs count as unknown."""
    clients = tables["clients"]
    sizes = np.bincount(keys.client["members"][keys.client["members"] >= 0], minlength=len(clients))
    open_pairs = clients["pairs_asked"].isna().to_numpy() & (sizes[: len(clients)] > 1)
    return _at(clients, open_pairs, "pairs_not_said", "clients", "pairs_asked", Severity.WARNING)


def supports_without_need(tables: Tables, keys: Keys) -> list[Problem]:
    """Support in a life domain for which no need is recorded."""
    needs, supports = tables["needs"], tables["supports"]
    known = needs["need"].gt(0).to_numpy()
    width = len(supports["domain"].cat.categories) + 1
    needed = (keys.client["needs"] * width + needs["domain"].cat.codes.to_numpy())[known]
    given = keys.client["supports"] * width + supports["domain"].cat.codes.to_numpy()
    counts = supports["status"].isin(["happening", "planned"]) & (supports["direction"] != "from_client")
    alone = ~np.isin(given, needed) & counts.to_numpy() & supports["domain"].notna().to_numpy()
    return _at(supports, alone, "support_without_need", "supports", "domain", Severity.WARNING)


def supports_that_cannot_be(tables: Tables, keys: Keys) -> list[Problem]:
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
        problems += _at(supports, happening & said[position], code, "supports", "member", Severity.WARNING)
    return problems


def dates_without_reference(tables: Tables, keys: Keys) -> list[Problem]:
    """Clients with dated rows but no reference date: the dates cannot be used."""
    clients = tables["clients"]
    dated = np.zeros(len(clients) + 1, dtype=bool)
    for name in ("members", "needs", "supports"):
        frame = tables[name]
        dated[keys.client[name][(frame["start"].notna() | frame["end"].notna()).to_numpy()]] = True
    undated = clients["reference_date"].isna().to_numpy() & dated[: len(clients)]
    return _at(clients, undated, "no_reference_date", "clients", "reference_date", Severity.WARNING)


def looks_like_a_person(tables: Tables, _keys: Keys) -> list[Problem]:
    """Text that looks like a full name or a citizen service number: not needed, so better left out."""
    problems = []
    for table in CASELOAD.tables:
        for field in table.fields:
            if field.type is FieldType.TEXT:
                column = tables[table.name][field.name]
                written = pd.Series(column.dropna().unique(), dtype=object)
                if field.name in {"client", "member", "label"}:
                    names = set(written[[bool(_NAME.search(value)) for value in written]])
                    problems += _at(
                        tables[table.name],
                        column.isin(names).to_numpy(),
                        "looks_like_a_name",
                        table.name,
                        field.name,
                        Severity.WARNING,
                    )
                numbers = set(written[[_has_service_number(value) for value in written]])
                problems += _at(
                    tables[table.name],
                    column.isin(numbers).to_numpy(),
                    "looks_like_a_bsn",
                    table.name,
                    field.name,
                    Severity.WARNING,
                )
    return problems


def _has_service_number(written: str) -> bool:
    """Tell whether nine digits in a text pass the eleven-test of the Dutch citizen service number."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(
        sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
        for digits in _NINE_DIGITS.findall(written)
    )


def _at(
    frame: pd.DataFrame,
    mask: np.ndarray,
    code: str,
    table: str,
    column: str,
    severity: Severity = Severity.ERROR,
) -> list[Problem]:
    """Make a problem of every row where the mask holds, with what stands in the column."""
    values = frame[column][mask]

    def problem(cell: tuple[object, object]) -> Problem:
        row, value = cell
        written = "" if pd.isna(value) else str(value)
        return Problem(code, severity, table, column, row, written)

    return problems_at(values.items(), problem)


RULES: tuple[Rule, ...] = (
    unknown_references,
    doubles,
    self_ties,
    ends_before_start,
    one_scale,
    amounts_fit_the_scale,
    contradicting_ties,
    ties_without_answer,
    pairs_not_said,
    supports_without_need,
    supports_that_cannot_be,
    dates_without_reference,
    looks_like_a_person,
)
"""Every rule, in the order in which problems of one row are told."""
