"""What a column and a table are.

Every column is declared once, in :mod:`netwerkanalyse.model.caseload_tables`. The declaration drives reading (Dutch
and English headings), checking (type, range, codes, references), the spreadsheet template with its drop-downs and
explanations, and the documentation.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from netwerkanalyse.model.codes import Label, Vocabulary, fold

LIST_SEPARATOR = ";"
"""What stands between the values of a cell that holds several."""


class FieldType(Enum):
    """What a column holds, and the pandas dtype that holds it.

    CODES holds several codes or words in one cell, with :data:`LIST_SEPARATOR` between them.
    """

    TEXT = "str"
    CODE = "category"
    CODES = "codes"
    NUMBER = "float64"
    INTEGER = "Int64"
    FLAG = "boolean"
    DATE = "datetime64[us]"


@dataclass(frozen=True)
class Field:
    """One column of a table.

    Parameters
    ----------
    name
        Name in code, files and the API.
    type
        What it holds.
    heading
        What stands above the column for people; readers take either language, or the name.
    meaning
        One sentence that explains the column to the person who fills it in.
    codes
        Vocabulary of a CODE column.
    required
        A row without it is an error. Otherwise blank means "not asked", never zero and never "no".
    low, high
        Allowed range of a number, both ends included.
    unit
        Unit of a number, for people.
    refers
        Table whose key this column names, within the same client.
    default
        Value of every row when the whole column is absent. A blank cell stays blank.
    personal
        Whether it names a person: what looks like a full name gives a privacy warning.
    """

    name: str
    type: FieldType
    heading: Label
    meaning: Label
    codes: Vocabulary | None = None
    required: bool = False
    low: float | None = None
    high: float | None = None
    unit: str = ""
    refers: str = ""
    default: str | None = None
    personal: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its name, the sheet people see, its columns and its key.

    Parameters
    ----------
    name
        Name in code and files.
    sheet
        Name of the sheet in a workbook.
    row
        What one row is.
    fields
        The columns, in order.
    key
        Columns that together may occur once.
    pair
        The two columns that are the ends of a pair without direction, if any: the same pair in either order.
    attributes
        Whether columns that are not declared are kept as they are.
    """

    name: str
    sheet: Label
    row: Label
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    pair: tuple[str, ...] = ()
    attributes: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Column names, in order."""
        return tuple(field.name for field in self.fields)

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {
            fold(spelling): field.name
            for field in self.fields
            for spelling in (field.heading.nl, field.heading.en, field.name)
        }

    def field(self, name: str) -> Field:
        """Return the declaration of a column."""
        return self.fields[self.names.index(name)]

    def read_heading(self, written: str) -> str | None:
        """Return the column a heading means, or None."""
        return self._headings.get(fold(written))


@dataclass(frozen=True)
class Schema:
    """A set of tables that belong together.

    Parameters
    ----------
    name
        Name of the set.
    tables
        The tables, in reading order; the first one must be present.
    scope
        Column that every table has and within which keys are meant: the key of the first table. Empty when keys are
        meant over the whole set.
    """

    name: str
    tables: tuple[Table, ...]
    scope: str = ""

    @cached_property
    def by_name(self) -> dict[str, Table]:
        """Table name to table."""
        return {table.name: table for table in self.tables}

    @cached_property
    def _sheets(self) -> dict[str, str]:
        return {
            fold(spelling): table.name
            for table in self.tables
            for spelling in (table.sheet.nl, table.sheet.en, table.name)
        }

    def read_sheet(self, written: str) -> str | None:
        """Return the table a sheet or file name means, or None."""
        return self._sheets.get(fold(written))
