"""From raw frames to checked tables: what every set of tables goes through."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.model.convert import convert
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.keys import Keys, WordNumbers, distinct, look_up
from netwerkanalyse.model.problem import Origin, Problem, Severity
from netwerkanalyse.model.rules import Rule
from netwerkanalyse.model.values import are_numbered, is_words, spelled_out


class CheckedTables(Mapping[str, pd.DataFrame]):
    """Tables whose words are numbered, as they were checked; a table is spelled out when somebody asks for it.

    Measures work with positions and codes: most tables of a large set are never asked for as a whole.

    Parameters
    ----------
    numbered
        Typed tables, in order.
    schema
        Their declaration.
    """

    def __init__(self, numbered: Mapping[str, pd.DataFrame], schema: Schema) -> None:
        self._numbered = {table.name: numbered[table.name].reset_index(drop=True) for table in schema.tables}
        self._spelled_out: dict[str, pd.DataFrame] = {}
        self._schema = schema

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Give a table, with its words as text."""
        if name not in self._spelled_out:
            self._spelled_out[name] = _spelled_out(self._numbered[name], self._schema.by_name[name])
        return self._spelled_out[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a table."""
        return name in self._numbered

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the tables."""
        return iter(self._numbered)

    def __len__(self) -> int:
        """Return how many tables there are."""
        return len(self._numbered)

    def columns(self, name: str, columns: Sequence[str]) -> pd.DataFrame:
        """Give some columns of a table; those that are left out are not spelled out."""
        return _spelled_out(self._numbered[name][list(columns)], self._schema.by_name[name])

    def words(self, name: str, column: str) -> tuple[WordNumbers, pd.Index]:
        """Give a column of words as they were numbered."""
        return distinct(self._numbered[name][column])


@dataclass(frozen=True, eq=False)
class FrozenTables:
    """A set of tables that cannot be changed.

    Parameters
    ----------
    tables
        Every table of the set, typed, checked and in order.
    keys
        Positions of what every cell names.
    warnings
        What was doubtful but did not stop.
    made
        What was made of the tables before, for whoever needs it again.
    """

    tables: Mapping[str, pd.DataFrame]
    keys: Keys
    warnings: tuple[Problem, ...] = ()
    made: dict[object, Any] = field(default_factory=dict, init=False)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Give a table by its name: ``caseload.members``. It is a copy that costs nothing until it is changed."""
        tables = self.__dict__.get("tables", {})
        if name in tables:
            frame: pd.DataFrame = tables[name].copy(deep=False)
            return frame
        message = f"{type(self).__name__!r} has no attribute or table {name!r}"
        raise AttributeError(message)

    def columns(self, table: str, *names: str) -> pd.DataFrame:
        """Give some columns of a table; of tables that were just read this is quicker than the table as a whole."""
        if isinstance(self.tables, CheckedTables):
            return self.tables.columns(table, names)
        return self.tables[table][list(names)]

    def words(self, table: str, column: str) -> tuple[WordNumbers, pd.Index]:
        """Take a column of words apart: the number of the word of every cell, -1 where it is blank, and the words.

        Each word stands once; there may be words that no cell has.
        """
        if isinstance(self.tables, CheckedTables):
            return self.tables.words(table, column)
        return distinct(self.tables[table][column])

    def __dir__(self) -> Iterable[str]:
        """List the tables beside the methods."""
        return [*super().__dir__(), *self.tables]

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as plain tables."""
        return _thawed, (type(self), dict(self.tables), self.keys, self.warnings)


def _thawed(
    kind: type[FrozenTables], tables: dict[str, pd.DataFrame], keys: Keys, warnings: tuple[Problem, ...]
) -> FrozenTables:
    return kind(MappingProxyType(tables), keys, warnings)


def assemble(
    frames: Mapping[str, pd.DataFrame],
    schema: Schema,
    rules: Sequence[Rule],
    *,
    strict: bool,
    lang: str,
    origins: Mapping[str, Origin] | None,
    found: Sequence[Problem],
) -> tuple[Mapping[str, pd.DataFrame], Keys, tuple[Problem, ...]]:
    """Type, order and check tables.

    Parameters
    ----------
    frames
        Table name to raw frame; index labels are the row numbers that problems name.
    schema
        The tables that are expected.
    rules
        What must hold across rows and tables.
    strict
        Whether warnings stop too.
    lang
        Language of the error message.
    origins
        Table name to the sheet or file it came from.
    found
        Problems that a reader met before this.

    Returns
    -------
    tables
        Every table of the schema, typed and in order, rows numbered anew.
    keys
        Their positions.
    warnings
        What was doubtful.

    Raises
    ------
    ValidationError
        With every problem, when there is at least one error (or, if strict, one warning).
    """
    typed, unreadable = convert(frames, schema)
    problems = _told_once(found, unreadable)
    if schema.tables[0].name in typed:
        tables = _ordered(typed, schema)
        keys = Keys.of(tables, schema)
        problems = _told_once(problems, [problem for rule in rules for problem in rule(tables, keys, schema)])
    problems = [_placed(problem, schema, origins or {}) for problem in problems]
    if any(strict or problem.severity is Severity.ERROR for problem in problems):
        raise ValidationError(_in_reading_order(problems, schema), lang)
    return CheckedTables(tables, schema), keys, tuple(problems)


def _spelled_out(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Make text of words that are numbered."""
    fixed = {field.name for field in table.fields if not is_words(field)}
    columns = {
        name: column if name in fixed or not are_numbered(column) else spelled_out(column)
        for name, column in frame.items()
    }
    return pd.DataFrame(columns, index=frame.index, copy=False)


def _told_once(earlier: Sequence[Problem], later: Sequence[Problem]) -> list[Problem]:
    """Leave out what is said of a cell about which something was said: an unknown code is not also a blank."""
    cells = {(problem.table, problem.column, problem.row) for problem in earlier if problem.row is not None}
    return [*earlier, *(one for one in later if (one.table, one.column, one.row) not in cells)]


def _placed(problem: Problem, schema: Schema, origins: Mapping[str, Origin]) -> Problem:
    """Say which tables a problem speaks of and where they came from, unless its finder said so."""
    return replace(problem, schema=schema, origin=problem.origin or origins.get(problem.table))


def _ordered(typed: Mapping[str, pd.DataFrame], schema: Schema) -> dict[str, pd.DataFrame]:
    """Put every table in the order of the first one, keeping the order within a scope."""
    if not schema.scope:
        return dict(typed)
    first = schema.tables[0].name
    scopes = pd.Index(typed[first][schema.scope].dropna().unique())
    tables = {first: typed[first]}
    for name, frame in typed.items():
        if name != first:
            position = look_up(frame[schema.scope], scopes)
            in_order = bool((position[1:] >= position[:-1]).all())
            tables[name] = frame if in_order else frame.iloc[np.argsort(position, kind="stable")]
    return tables


def _in_reading_order(problems: Sequence[Problem], schema: Schema) -> list[Problem]:
    """Order problems the way a person goes through the file: by table, then row, errors before warnings."""
    tables = [table.name for table in schema.tables]

    def place(problem: Problem) -> tuple[int, float, bool]:
        table = tables.index(problem.table) if problem.table in tables else -1
        row = float(problem.row) if isinstance(problem.row, int | float | np.integer) else -1.0
        return table, row, problem.severity is Severity.WARNING

    return sorted(problems, key=place)
