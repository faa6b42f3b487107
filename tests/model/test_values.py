"""From what people type to typed columns."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.values import typed

MEMBERS, SUPPORTS, TIES = (CASELOAD.by_name[name] for name in ("members", "supports", "ties"))


def read(cells, field):
    """Read a column of cells; give values (None where missing) and the unreadable cells."""
    values, unreadable = typed(pd.Series(cells, dtype=object), field)
    return [None if pd.isna(value) else value for value in values], [cells[i] for i in np.flatnonzero(unreadable)]


def test_numbers_with_decimal_comma_and_point():
    """A Dutch comma is a decimal comma; words and infinities are not numbers."""
    values, wrong = read(
        ["0,5", "1.5", 2, " 3 ", "", None, "veel", "inf", True, "onbekend", "?"], SUPPORTS.field("amount")
    )

    assert values == [0.5, 1.5, 2, 3, None, None, None, None, None, None, None]
    assert wrong == ["veel", "inf", True]


def test_whole_numbers():
    """2.0 is whole, 2.5 is not."""
    values, wrong = read(["2", 3.0, "2,5", 1.5, None], MEMBERS.field("circle"))

    assert values == [2, 3, None, None, None]
    assert wrong == ["2,5", 1.5]


@pytest.mark.parametrize("cells", [[1.0, 2.5, np.nan], np.array([1.0, np.inf, 3.0])])
def test_numeric_columns_keep_what_fits(cells):
    """A numeric column takes the short way and still refuses what does not fit."""
    values, unreadable = typed(pd.Series(cells), MEMBERS.field("circle"))

    assert str(values.dtype) == "Int64"
    assert unreadable.tolist() == [False, True, False]


def test_flags():
    """Yes and no in both languages; unknown is missing, anything else is wrong."""
    values, wrong = read(["ja", "Nee", "YES", "x", False, True, "weet niet", " ", "soms"], MEMBERS.field("active"))

    assert values == [True, False, True, True, False, True, None, None, None]
    assert wrong == ["soms"]


def test_dates():
    """Dutch, ISO and real dates; a date that does not exist is wrong."""
    cells = ["31-12-2026", "2026-12-31", "31/12/2026", date(2026, 12, 31), datetime(2026, 12, 31), "31-02-2026", ""]
    values, wrong = read(cells, SUPPORTS.field("start"))

    assert values == [datetime(2026, 12, 31)] * 5 + [None, None]
    assert wrong == ["31-02-2026"]


@pytest.mark.parametrize(
    "written",
    [
        "3 maart 2026",
        "3 mrt 2026",
        "3 mrt. 2026",
        "3 March 2026",
        "March 3, 2026",
        "3-mar-2026",
        "2026/03/03",
        "03/03/2026",
    ],
)
def test_dates_as_people_write_them(written):
    """The name of a month in Dutch or English, in full or shortened, and ISO with slashes."""
    assert read([written], SUPPORTS.field("start")) == ([datetime(2026, 3, 3)], [])


@pytest.mark.parametrize(
    "written", ["maart 2026", "3 maart", "3 maart 26", "32 maart 2026", "3 brumaire 2026", "2026/13/01"]
)
def test_dates_that_say_too_little_or_cannot_be(written):
    """A day, a month and a year are needed, and they must exist."""
    assert read([written], SUPPORTS.field("start")) == ([None], [written])


def test_unknown_is_a_code_where_the_vocabulary_has_it():
    """For a pair, 'onbekend' is an answer; for a kind it is a blank."""
    assert read(["onbekend", "niet gewenst door cliënt"], TIES.field("present"))[0] == ["unknown", "unwanted"]
    assert read(["onbekend"], MEMBERS.field("kind")) == ([None], [])


def test_open_codes_keep_other_words():
    """A known role becomes its code, another word stays."""
    assert read(["Moeder", "dierenarts", None], MEMBERS.field("role"))[0] == ["mother", "dierenarts", None]


def test_text_typed_as_a_number_keeps_its_shape():
    """Client 7 is '7', not '7.0'; '007' stays '007'."""
    assert read([7.0, 7, "007", "  a b "], MEMBERS.field("member"))[0] == ["7", "7", "007", "a b"]
