"""The caseload: the networks of any number of clients, stacked in a few frozen tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from netwerkanalyse.errors import UnknownNameError, ValidationError
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.checks import check
from netwerkanalyse.model.convert import convert
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Origin, Problem, Severity


@dataclass(frozen=True, eq=False)
class Caseload:
    """The networks of any number of clients; one client is a caseload of one.

    Build it with :meth:`build` (from DataFrames), :func:`netwerkanalyse.read_caseload` (from files) or
    :func:`netwerkanalyse.from_networkx`. It cannot be changed: :meth:`select` and :meth:`at` give a new one.

    Parameters
    ----------
    tables
        Every table of the caseload, typed, checked and ordered by client.
    keys
        Positions of clients and members in every table.
    warnings
        What was doubtful but did not stop.

    Examples
    --------
    >>> import pandas as pd
    >>> caseload = Caseload.build({
    ...     "clients": pd.DataFrame({"client": ["K1"], "pairs_asked": ["all"]}),
    ...     "members": pd.DataFrame({"client": ["K1", "K1"], "member": ["moeder", "huisarts"],
    ...                              "kind": ["informeel", "formeel"]}),
    ...     "ties": pd.DataFrame({"client": ["K1"], "source": ["moeder"], "target": ["huisarts"]}),
    ... })
    >>> caseload
    Caseload(1 client, 2 members, 1 tie)
    >>> caseload.ties[["source", "target", "kind", "present"]]
       source    target         kind present
    0  moeder  huisarts  coordinates     yes
    """

    tables: Mapping[str, pd.DataFrame]
    keys: Keys
    warnings: tuple[Problem, ...] = ()

    @classmethod
    def build(
        cls,
        frames: Mapping[str, pd.DataFrame],
        *,
        strict: bool = False,
        lang: str = "nl",
        origins: Mapping[str, Origin] | None = None,
        found: Sequence[Problem] = (),
    ) -> "Caseload":
        """Read, check and freeze tables.

        Parameters
        ----------
        frames
            Table name to frame. Only ``clients`` must be there. Headings and codes may be Dutch, English or the
            names of the API; index labels are the row numbers that problems name.
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
        caseload
            The frozen caseload.

        Raises
        ------
        ValidationError
            With every problem, when there is at least one error (or, if strict, one warning).
        """
        typed, problems = convert(frames)
        problems = [*found, *problems]
        if "clients" in typed:
            tables = _ordered(typed)
            keys = Keys.of(tables)
            problems += check(tables, keys)
        problems = [replace(problem, origin=(origins or {}).get(problem.table)) for problem in problems]
        if any(strict or problem.severity is Severity.ERROR for problem in problems):
            raise ValidationError(_in_reading_order(problems), lang)
        numbered = {name: frame.reset_index(drop=True) for name, frame in tables.items()}
        return cls(MappingProxyType(numbered), keys, tuple(problems))

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Give a table by its name: ``caseload.members``."""
        tables = self.__dict__.get("tables", {})
        if name in tables:
            frame: pd.DataFrame = tables[name].copy(deep=False)
            return frame
        message = f"{type(self).__name__!r} has no attribute or table {name!r}"
        raise AttributeError(message)

    def __dir__(self) -> Iterable[str]:
        """List the tables beside the methods."""
        return [*super().__dir__(), *self.tables]

    def __len__(self) -> int:
        """Return the number of clients."""
        return len(self.tables["clients"])

    def __repr__(self) -> str:
        """Say how large it is; never what is in it."""
        sizes = [(name, len(self.tables[f"{name}s"])) for name in ("client", "member", "tie", "need", "support")]
        said = [f"{size:,} {name}{'' if size == 1 else 's'}" for name, size in sizes if size]
        return f"Caseload({', '.join(said) or 'empty'})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes as plain tables."""
        return _thawed, (dict(self.tables), self.keys, self.warnings)

    @property
    def client_index(self) -> pd.Index:
        """The clients, as the index of every table of one row a client."""
        return pd.Index(self.tables["clients"]["client"], name="client")

    def select(self, clients: Iterable[str]) -> "Caseload":
        """Return the caseload of some clients, in the order given.

        Parameters
        ----------
        clients
            Pseudonyms.

        Returns
        -------
        caseload
            A caseload with these clients only.

        Raises
        ------
        UnknownNameError
            If a client is not in this caseload.
        """
        wanted = list(dict.fromkeys(clients))
        position = self.client_index.get_indexer(pd.Index(wanted, dtype="str"))
        if (position < 0).any():
            unknown = ", ".join(str(wanted[at]) for at in np.flatnonzero(position < 0)[:5])
            message = f"not in this caseload: {unknown}"
            raise UnknownNameError(message)
        order = np.full(len(self), -1)
        order[position] = np.arange(len(position))
        tables = {name: _take(frame, order[self.keys.client[name]]) for name, frame in self.tables.items()}
        return Caseload(MappingProxyType(tables), Keys.of(tables), self.warnings)

    def at(self, day: str | pd.Timestamp) -> "Caseload":
        """Return the same caseload seen at another day.

        Parameters
        ----------
        day
            The new reference date of every client.

        Returns
        -------
        caseload
            The same rows; who and what counts follows from start and end dates.
        """
        clients = self.tables["clients"].assign(reference_date=pd.Timestamp(day).as_unit("us"))
        return Caseload(MappingProxyType({**self.tables, "clients": clients}), self.keys, self.warnings)

    def with_tables(self, **frames: pd.DataFrame) -> "Caseload":
        """Return the caseload with some tables replaced, checked anew.

        Parameters
        ----------
        **frames
            Table name to the new table.

        Returns
        -------
        caseload
            A new caseload; this one stays as it is.

        Raises
        ------
        ValidationError
            If the new tables do not fit.
        """
        return Caseload.build({**self.tables, **frames})


def _thawed(tables: dict[str, pd.DataFrame], keys: Keys, warnings: tuple[Problem, ...]) -> Caseload:
    return Caseload(MappingProxyType(tables), keys, warnings)


def _ordered(typed: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Put every table in the order of the clients table, keeping the order within a client."""
    clients = pd.Index(typed["clients"]["client"].dropna().unique())
    tables = {"clients": typed["clients"]}
    for name, frame in typed.items():
        if name != "clients":
            position = clients.get_indexer(pd.Index(frame["client"]))
            in_order = bool((position[1:] >= position[:-1]).all())
            tables[name] = frame if in_order else frame.iloc[np.argsort(position, kind="stable")]
    return tables


def _take(frame: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    """Keep the rows whose order is not negative, sorted by it."""
    rows = np.flatnonzero(order >= 0)
    return frame.iloc[rows[np.argsort(order[rows], kind="stable")]].reset_index(drop=True)


def _in_reading_order(problems: Sequence[Problem]) -> list[Problem]:
    """Order problems the way a person goes through the file: by table, then row, errors before warnings."""
    tables = [table.name for table in CASELOAD.tables]

    def place(problem: Problem) -> tuple[int, float, bool]:
        table = tables.index(problem.table) if problem.table in tables else -1
        row = float(problem.row) if isinstance(problem.row, int | float | np.integer) else -1.0
        return table, row, problem.severity is Severity.WARNING

    return sorted(problems, key=place)
