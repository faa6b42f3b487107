"""What a reader hands over: tables as they stood in the file, where they came from, and what was wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

import pandas as pd

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.model.codes import Label, closest, fold
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Origin, Problem, table_not_known

Built_co = TypeVar("Built_co", covariant=True)


class Build(Protocol[Built_co]):
    """What makes a frozen set of tables of raw ones: ``Caseload.build`` or ``Region.build``."""

    def __call__(
        self,
        frames: Mapping[str, pd.DataFrame],
        *,
        strict: bool,
        lang: str,
        origins: Mapping[str, Origin],
        found: Sequence[Problem],
    ) -> Built_co:
        """Type, check and freeze tables."""
        ...


@dataclass(frozen=True)
class RawTables:
    """Tables as they stood in a file, not yet typed or checked.

    Parameters
    ----------
    frames
        Table name to cells; headings as written, index labels are the row numbers that people see.
    origins
        Table name to the sheet or file it came from.
    found
        What was wrong with cells and rows; the rest of the table was read.
    unread
        What kept a table from being read. Checking the others would then only mislead (everything that speaks of the
        unread table would seem to be wrong), so these are told first and alone.
    """

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    found: list[Problem] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)

    def built(self, build: Build[Built_co], schema: Schema, *, strict: bool, lang: str) -> Built_co:
        """Type, check and freeze the tables.

        Parameters
        ----------
        build
            What makes something of them.
        schema
            The tables that were expected.
        strict
            Whether warnings stop too.
        lang
            Language of the error message.

        Returns
        -------
        built
            The caseload or region.

        Raises
        ------
        ValidationError
            With every problem, the reader's own included.
        """
        if self.unread:
            problems = [*self.unread, *self.found]
            raise ValidationError(
                [replace(at, schema=schema, origin=at.origin or self.origins.get(at.table)) for at in problems], lang
            )
        return build(self.frames, strict=strict, lang=lang, origins=self.origins, found=self.found)


def unknown_table(name: str, schema: Schema) -> Problem:
    """Warn about a sheet, file or key that names no table.

    Parameters
    ----------
    name
        What it is called.
    schema
        The tables that exist.

    Returns
    -------
    problem
        A warning that names the table that may have been meant.
    """
    sheets = {fold(table.sheet.get(lang)): table.sheet for table in schema.tables for lang in ("nl", "en")}
    near = closest(fold(name), sheets)
    return table_not_known(name, None if near is None else sheets[near])


def no_heading_row(table: Table, origin: Origin) -> Problem:
    """Tell that something stands in a sheet or file, but no headings of its table.

    Parameters
    ----------
    table
        The table that was expected.
    origin
        The sheet or file.

    Returns
    -------
    problem
        An error that names the headings that are needed at least.
    """
    needed = [field.heading for field in table.fields if field.required]
    headings = Label(", ".join(label.nl for label in needed), ", ".join(label.en for label in needed))
    return Problem("no_heading_row", table=table.name, details={"headings": headings}, origin=origin)
