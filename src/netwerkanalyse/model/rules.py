"""Rules that hold in any set of tables, and what rules are made of.

A rule takes the typed tables, their keys and their schema, and gives the problems it finds.
"""

import re
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from netwerkanalyse.model.codes import closest, fold
from netwerkanalyse.model.fields import FieldType, Schema, Table
from netwerkanalyse.model.keys import Keys, distinct
from netwerkanalyse.model.problem import Problem, Severity, date_label, problems_at, whose
from netwerkanalyse.model.vocabulary import KIND, ROLE, SECTOR

Tables = Mapping[str, pd.DataFrame]
Rule = Callable[[Tables, Keys, Schema], list[Problem]]

_NAME = re.compile(r"(?:\b[A-ZÀ-Þ][\w'’-]+\s+(?:van\s+|de\s+|den\s+|der\s+|ten\s+|te\s+|el\s+)*){2,}[A-ZÀ-Þ][\w'’-]+")
_BETWEEN = r"(?:(?:van|de|den|der|ten|ter|te|el)\s+)*"
_TWO_WORDS = re.compile(rf"(?<![\w-])[A-ZÀ-Þ][a-zß-ÿ'’]+\s+{_BETWEEN}[A-ZÀ-Þ][a-zß-ÿ'’]+(?![\w-])")
"""A first name and a last name: GGZ-A Team and FACT Noord are none, nor is a word with a capital inside."""
_NO_NAMES = {
    word
    for vocabulary in (ROLE, KIND, SECTOR)
    for label in (*vocabulary.labels("nl"), *vocabulary.labels("en"))
    for word in re.findall(r"\w+", fold(label))
} | set(
    "team wijkteam wijk zorg thuiszorg hulp dienst centrum huis praktijk instelling stichting school kerk noord oost "
    "zuid west tante oom opa oma neef nicht buurman buurvrouw schoonzus zwager vriendin collega meneer mevrouw dokter "
    "juf meester care house church north east south aunt uncle grandma grandpa cousin nephew niece mister "
    "doctor".split()
)
"""Words that say that somebody was named by role, kinship or service: "Tante Riet" names one, but not in full."""
_MOST = 2**62
"""Numbers below this, and products of two factors below this, fit in 64 bits."""
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def problems_where(
    frame: pd.DataFrame,
    mask: np.ndarray,
    code: str,
    table: str,
    column: str,
    severity: Severity = Severity.ERROR,
) -> list[Problem]:
    """Make a problem of every row where the mask holds, with what stands in the column.

    Parameters
    ----------
    frame
        The table.
    mask
        True where the problem is.
    code
        The problem's code.
    table, column
        Where it is.
    severity
        Whether it stops.

    Returns
    -------
    problems
        One a row, and a count when there are very many.
    """
    if not mask.any():
        return []

    def problem(row: object) -> Problem:
        value = frame.at[row, column]
        if isinstance(value, pd.Timestamp):
            said = date_label(value)
            return Problem(code, severity, table, column, row, said.en, {"value": said}, about=whose(frame, row))
        written = "" if pd.isna(value) else str(value)
        return Problem(code, severity, table, column, row, written, about=whose(frame, row))

    return problems_at(frame.index[mask], problem)


def unknown_references(tables: Tables, keys: Keys, schema: Schema) -> list[Problem]:
    """Rows that speak of something that does not exist."""
    problems = []
    for name, frame in tables.items():
        if schema.scope:
            missing = (keys.scope[name] < 0) & frame[schema.scope].notna().to_numpy()
            problems += problems_where(frame, missing, f"unknown_{schema.scope}", name, schema.scope)
    for (name, column), position in keys.refers.items():
        if position.min(initial=0) >= 0:
            continue
        frame = tables[name]
        missing = (position < 0) & frame[column].notna().to_numpy()
        if schema.scope:
            missing &= keys.scope[name] >= 0
        target = schema.by_name[schema.by_name[name].field(column).refers]
        rows = frame.index[missing]
        if tables[target.name][target.key[-1]].isna().all():  # one cause, told once
            rows = rows[:1]
        problems += problems_at(rows, _unknown_reference(tables, name, column, target, schema.scope))
    return problems


def _unknown_reference(
    tables: Tables, name: str, column: str, target: Table, scope: str
) -> Callable[[object], Problem]:
    def problem(row: object) -> Problem:
        frame, others = tables[name], tables[target.name]
        if scope:
            others = others.loc[others[scope] == frame.at[row, scope]]
        written, about = str(frame.at[row, column]), whose(frame, row)
        known = others[target.key[-1]].dropna().astype(str).tolist()
        if not known:
            nothing = {"sheet": target.sheet}
            return Problem(
                "reference_to_nothing", table=name, column=column, row=row, value=written, details=nothing, about=about
            )
        near = closest(written, known)
        details = {"sheet": target.sheet} | ({} if near is None else {"nearest": near})
        return Problem(
            "unknown_reference", table=name, column=column, row=row, value=written, details=details, about=about
        )

    return problem


def doubles(tables: Tables, keys: Keys, schema: Schema) -> list[Problem]:
    """Rows whose key stands twice; an unordered pair is the same pair in either order."""
    problems = []
    for table in schema.tables:
        frame = tables[table.name]
        if table.key and len(frame):
            again = repeated(_pairs_in_order(frame, table, keys) if table.pair else frame[list(table.key)])
            if again.any():
                required = [name for name in table.key if table.field(name).required]
                double = again & frame[required].notna().all(axis=1).to_numpy()
                column = table.key[min(1, len(table.key) - 1)]
                if table.pair:
                    problems += problems_at(frame.index[double], _double_pair(frame, table))
                else:
                    code = f"double_{schema.scope}" if table.key == (schema.scope,) else "double_row"
                    problems += problems_where(frame, double, code, table.name, column)
    return problems


def repeated(frame: pd.DataFrame) -> np.ndarray:
    """Tell which rows are equal to an earlier row: ``DataFrame.duplicated``, quick where no row is.

    Parameters
    ----------
    frame
        Categories, whole numbers, dates or text.

    Returns
    -------
    again
        True for every row but the first of those that are equal; blank is equal to blank.
    """
    rows = np.zeros(len(frame), dtype=np.int64)
    size = 1
    for name in frame:
        numbers, low, here = _numbered(frame[name])
        if here == 1:
            continue
        if size * here >= _MOST:
            rows, found = pd.factorize(rows)
            size = len(found)
        rows *= here
        rows += numbers
        rows -= low
        size *= here
    if (rows[1:] > rows[:-1]).all():
        return np.zeros(len(rows), dtype=bool)
    ordered = np.sort(rows)
    if (ordered[1:] > ordered[:-1]).all():
        return np.zeros(len(rows), dtype=bool)
    return pd.Series(rows).duplicated().to_numpy()


def _numbered(column: pd.Series) -> tuple[np.ndarray, int, int]:
    """Number the values of a column, blank included; say from which number, and how many numbers there may be."""
    if pd.api.types.is_integer_dtype(column.dtype) and not column.hasnans:
        numbers = column.to_numpy()
        low = int(numbers.min(initial=0))
        return numbers, low, int(numbers.max(initial=0)) - low + 1
    numbers, texts = distinct(column)
    return numbers, -1, len(texts) + 1


def _double_pair(frame: pd.DataFrame, table: Table) -> Callable[[object], Problem]:
    def problem(row: object) -> Problem:
        pair = " - ".join(f"'{frame.at[row, end]}'" for end in table.pair)
        about = whose(frame, row)
        return Problem("double_pair", table=table.name, column=table.pair[0], row=row, value=pair, about=about)

    return problem


def _pairs_in_order(frame: pd.DataFrame, table: Table, keys: Keys) -> pd.DataFrame:
    """Return the key with the lower end of each pair first; an end that does not exist is like no other."""
    one, other = (keys.refers[table.name, column] for column in table.pair)
    unknown = (one < 0) | (other < 0)
    low = np.where(unknown, -1 - np.arange(len(frame)), np.minimum(one, other))
    rest = [column for column in table.key if column not in table.pair]
    return frame[rest].assign(low=low, high=np.maximum(one, other))


def self_pairs(tables: Tables, keys: Keys, schema: Schema) -> list[Problem]:
    """Pairs of something with itself."""
    problems = []
    for table in schema.tables:
        if table.pair:
            one, other = (keys.refers[table.name, column] for column in table.pair)
            same = (one == other) & (one >= 0)
            problems += problems_where(tables[table.name], same, "self_tie", table.name, table.pair[1])
    return problems


def ends_before_start(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Periods that end before they start."""
    problems = []
    for name, frame in tables.items():
        if {"start", "end"} <= set(frame):
            before = (frame["end"] < frame["start"]).to_numpy()
            problems += problems_where(frame, before, "ends_before_start", name, "end")
    return problems


def looks_like_a_person(tables: Tables, _keys: Keys, schema: Schema) -> list[Problem]:
    """Text that looks like a full name or a citizen service number: not needed, so better left out."""
    problems = []
    for table in schema.tables:
        frame = tables[table.name]
        for field in table.fields:
            if field.type is FieldType.TEXT:
                written = _worth_a_look(frame[field.name])
                if field.personal:
                    for code, looks in (("looks_like_a_name", _NAME.search), ("may_be_a_name", _may_be_a_name)):
                        names = [value for value in written if looks(value)]
                        problems += _doubtful(frame, names, code, table.name, field.name)
                numbers = [value for value in written if _has_service_number(value)]
                problems += _doubtful(frame, numbers, "looks_like_a_bsn", table.name, field.name)
    return problems


def _worth_a_look(column: pd.Series) -> list[str]:
    """Give the texts of a column with a space of any sort, or nine digits: no others are names or service numbers."""
    _, texts = distinct(column)
    return texts[texts.str.contains(r"[\p{Z}\p{C}]|\p{Nd}{9}", regex=True)].tolist()


def _doubtful(frame: pd.DataFrame, values: list[str], code: str, table: str, column: str) -> list[Problem]:
    if not values:
        return []
    return problems_where(frame, frame[column].isin(values).to_numpy(), code, table, column, Severity.WARNING)


def _may_be_a_name(written: str) -> bool:
    """Tell whether two words that begin with a capital stand together, none of them a word for a role or a service."""
    found = _TWO_WORDS.search(written)
    return found is not None and not _NAME.search(written) and not _NO_NAMES & set(fold(found.group()).split())


def _has_service_number(written: str) -> bool:
    """Tell whether nine digits in a text pass the eleven-test of the Dutch citizen service number."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(
        sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
        for digits in _NINE_DIGITS.findall(written)
    )
