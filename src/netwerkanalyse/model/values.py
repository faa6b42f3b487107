"""From what people type to typed columns.

Each function takes one raw column and gives the typed column and the mask of cells it could not read. Work is done
once per distinct value, so that a column of millions of cells costs as much as its vocabulary. For the same reason
words stay numbered (a column of categories) as long as tables are checked; :func:`spelled_out` makes text of them.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

import numpy as np
import pandas as pd

from netwerkanalyse.model.codes import Label, Vocabulary, fold
from netwerkanalyse.model.fields import LIST_SEPARATOR, Field, FieldType
from netwerkanalyse.model.keys import distinct
from netwerkanalyse.texts import LANGUAGES, months

_NUMERIC = {FieldType.NUMBER, FieldType.INTEGER}
_DISTINCT_TYPES = (pd.CategoricalDtype, pd.StringDtype, pd.ArrowDtype)
_ATTRIBUTE = Field("attribute", FieldType.TEXT, Label("", ""), Label("", ""))

Reader = Callable[[object], object | None]

_YES = {"ja", "yes", "true", "waar", "j", "y", "1", "1.0", "x"}
_NO = {"nee", "no", "false", "onwaar", "n", "0", "0.0"}
_UNKNOWN = {"?", "onbekend", "unknown", "weet niet"}
_DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d-%m-%Y",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%d-%m-%y",
)


_MONTHS = {
    written: number
    for lang in LANGUAGES
    for number, name in enumerate(months(lang), start=1)
    for written in (fold(name), fold(name)[:3])
} | {"mrt": 3, "sept": 9}
"""Name of a month, in full or as people shorten it, to its number; no name means two months."""
_NAMED_MONTH = (
    re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[a-z]+)\.?,? (?P<year>\d{4})"),
    re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
)


def typed(column: pd.Series, field: Field) -> tuple[pd.Series, pd.Series]:
    """Give a raw column its declared type.

    Parameters
    ----------
    column
        Cells as a reader or a user delivered them.
    field
        The column's declaration.

    Returns
    -------
    values
        The typed column, missing where blank or unreadable, with the same index.
    unreadable
        True where something stood that does not fit the type.
    """
    if _is_typed(column, field):
        return column, pd.Series(data=False, index=column.index)
    if field.type is FieldType.DATE and pd.api.types.is_datetime64_dtype(column):
        return as_dtype(column, field), pd.Series(data=False, index=column.index)
    if field.type in _NUMERIC and pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        return _from_numbers(column, field)
    numbers, written = distinct(column if isinstance(column.dtype, _DISTINCT_TYPES) else column.astype(object))
    if field.type is FieldType.TEXT and isinstance(written.dtype, pd.StringDtype):
        words = written.str.strip()
        as_it_was = are_numbered(column) and words.equals(written) and _each_once(words)
        return column if as_it_was else _categories(numbers, words, column), pd.Series(data=False, index=column.index)
    read = _reader(field)
    values = [None if _blank(value) else read(value) for value in written]
    wrong = [value is None and not _says_unknown(raw, field) for value, raw in zip(values, written, strict=True)]
    unreadable = pd.Series(np.array([*wrong, False], dtype=bool)[numbers], index=column.index)
    if is_words(field):
        return _categories(numbers, pd.Index(values, dtype="str"), column), unreadable
    cells = as_dtype(pd.Series([*values, None], dtype=object), field).array.take(numbers)
    return pd.Series(cells, index=column.index, name=column.name), unreadable


def are_numbered(column: pd.Series) -> bool:
    """Tell whether a column has every word once, and a number a cell: categories, or a dictionary of Arrow."""
    return isinstance(column.dtype, pd.CategoricalDtype | pd.ArrowDtype)


def is_words(field: Field) -> bool:
    """Tell whether a column holds words that no list of codes fixes."""
    return field.type in {FieldType.TEXT, FieldType.CODES} or (
        field.type is FieldType.CODE and (field.codes is None or field.codes.open)
    )


def spelled_out(column: pd.Series) -> pd.Series:
    """Give a column of categories as text.

    Parameters
    ----------
    column
        Words as :func:`typed` gives them.

    Returns
    -------
    texts
        The same words, dtype ``str``.
    """
    import pyarrow as pa
    from pyarrow import compute

    numbers, texts = distinct(column)
    if numbers.max(initial=-1) < 0:
        cells = pa.nulls(len(numbers), pa.large_string())
    else:
        places = pa.array(numbers, mask=numbers < 0 if numbers.min() < 0 else None)
        cells = compute.take(pa.array(texts, pa.large_string()), places, boundscheck=False)
    return pd.Series(pd.array(cells, dtype="str"), index=column.index, name=column.name)


def as_dtype(cells: pd.Series, field: Field) -> pd.Series:
    """Give readable cells the dtype of their column.

    Parameters
    ----------
    cells
        Python values or None.
    field
        The column's declaration.

    Returns
    -------
    values
        The typed column.
    """
    if field.type is FieldType.CODE and field.codes is not None and not field.codes.open:
        return cells.astype(pd.CategoricalDtype(field.codes.names))
    if field.type in {FieldType.CODE, FieldType.CODES, FieldType.TEXT}:
        return cells.astype("str")
    if field.type is FieldType.DATE:
        dates = pd.to_datetime(cells)
        return (dates if dates.isna().all() else dates.dt.normalize()).astype(FieldType.DATE.value)
    return cells.astype(field.type.value)


def blank_column(field: Field, index: pd.Index) -> pd.Series:
    """Return the column of a table that does not have it: its default, or missing."""
    one, _ = typed(pd.Series([field.default], dtype=object), field)
    return pd.Series(one.array.take(np.zeros(len(index), dtype=np.intp)), index=index, name=field.name)


def attribute(column: pd.Series) -> pd.Series:
    """Give a column that is not declared a type: numbers when every filled cell is a number, otherwise text.

    One rule for every source, so that a caseload stays the same when it travels through files.
    """
    filled = column.dropna()
    if pd.api.types.is_numeric_dtype(filled) and not pd.api.types.is_bool_dtype(filled):
        return column.astype("float64")
    if len(filled) and all(isinstance(cell, int | float | np.number) and not isinstance(cell, bool) for cell in filled):
        return column.astype("float64")
    return typed(column, _ATTRIBUTE)[0]


def _is_typed(column: pd.Series, field: Field) -> bool:
    """Tell whether a column has its final form already (as it has when it comes from our own files)."""
    if field.type is FieldType.CODE and field.codes is not None and not field.codes.open:
        return isinstance(column.dtype, pd.CategoricalDtype) and tuple(column.cat.categories) == field.codes.names
    if is_words(field) or field.type is FieldType.DATE:
        return False
    return str(column.dtype) == field.type.value and field.type is not FieldType.NUMBER


def _from_numbers(column: pd.Series, field: Field) -> tuple[pd.Series, pd.Series]:
    """Read a numeric column: infinities are wrong everywhere, fractions in whole-number columns."""
    numbers = column.astype("float64")
    unreadable = pd.Series(np.isinf(numbers.to_numpy()), index=column.index)
    if field.type is FieldType.INTEGER:
        unreadable |= numbers.notna() & (numbers % 1 != 0)
    return as_dtype(numbers.mask(unreadable) if unreadable.any() else numbers, field), unreadable


def _categories(numbers: np.ndarray, texts: pd.Index, column: pd.Series) -> pd.Series:
    """Make a column of the numbers of texts, among which some may be equal, empty or missing."""
    if not texts.hasnans and _each_once(texts):
        words = texts
    else:
        merged, words = pd.factorize(texts.where(texts != ""))
        numbers = np.append(merged, -1)[numbers]
    cells = pd.Categorical.from_codes(numbers, dtype=pd.CategoricalDtype(words), validate=False)
    return pd.Series(cells, index=column.index, name=column.name)


def _each_once(words: pd.Index) -> bool:
    """Tell whether words are no two alike and none empty; Arrow does so in half the time of pandas."""
    import pyarrow as pa
    from pyarrow import compute

    texts = pa.array(words, pa.large_string())
    return len(compute.unique(texts)) == len(texts) and not (words == "").any()


def _blank(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or bool(pd.isna(value))


def _says_unknown(value: object, field: Field) -> bool:
    """Tell whether a cell is blank, or says in words that the answer is not known."""
    return _blank(value) or (field.type is not FieldType.TEXT and fold(str(value)) in _UNKNOWN)


def _reader(field: Field) -> Reader:
    """Return the function that reads one cell of a column; it gives None for what it cannot read."""
    if field.type is FieldType.CODE and field.codes is not None:
        vocabulary = field.codes
        return lambda value: vocabulary.read(str(value)) or (_words(value) if vocabulary.open else None)
    if field.type is FieldType.CODES:
        return partial(_several, vocabulary=field.codes)
    return {
        FieldType.TEXT: _words,
        FieldType.CODE: _words,
        FieldType.NUMBER: _number,
        FieldType.INTEGER: _integer,
        FieldType.FLAG: _flag,
        FieldType.DATE: _date,
    }[field.type]


def _words(value: object) -> str | None:
    """Read text; a number typed in a text column keeps its shortest form (7, not 7.0)."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def _several(value: object, vocabulary: Vocabulary | None) -> str | None:
    """Read several values in one cell, separated by semicolons, commas or bars; none may be wrong."""
    parts = [part.strip() for part in re.split(r"[;,|]", str(value)) if part.strip()]
    read = [part if vocabulary is None else vocabulary.read(part) for part in parts]
    known = [part for part in read if part is not None]
    return LIST_SEPARATOR.join(dict.fromkeys(known)) if len(known) == len(read) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool | date):
        return None
    try:
        number = float(str(value).strip().replace(",", "."))
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _integer(value: object) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number.is_integer() else None


def _flag(value: object) -> bool | None:
    word = fold(str(value))
    return True if word in _YES else False if word in _NO else None


def _date(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - dates here have no time zone
    if isinstance(value, np.datetime64):
        return pd.Timestamp(value).to_pydatetime()
    written = _with_number_of_month(str(value).strip())
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(written, form)  # noqa: DTZ007 - dates here have no time zone
        except ValueError:
            continue
    return None


def _with_number_of_month(written: str) -> str:
    """Write a date with the name of a month (3 maart 2026, March 3, 2026) as day-month-year; leave others alone."""
    for form in _NAMED_MONTH:
        found = form.fullmatch(fold(written))
        if found and found["month"] in _MONTHS:
            return f"{found['day']}-{_MONTHS[found['month']]}-{found['year']}"
    return written
