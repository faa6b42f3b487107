"""The caseload: the networks of any number of clients, stacked in a few frozen tables."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.building import FrozenTables, assemble
from netwerkanalyse.model.caseload_checks import RULES
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Origin, Problem


class Caseload(FrozenTables):
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
        return cls(*assemble(frames, CASELOAD, RULES, strict=strict, lang=lang, origins=origins, found=found))

    def __len__(self) -> int:
        """Return the number of clients."""
        return len(self.columns("clients"))

    def __repr__(self) -> str:
        """Say how large it is; never what is in it."""
        sizes = [(name, len(self.tables[f"{name}s"])) for name in ("client", "member", "tie", "need", "support")]
        said = [f"{size:,} {name}{'' if size == 1 else 's'}" for name, size in sizes if size]
        return f"Caseload({', '.join(said) or 'empty'})"

    @property
    def client_index(self) -> pd.Index:
        """The clients, as the index of every table of one row a client."""
        return pd.Index(self.tables["clients"]["client"], name="client")

    @property
    def scale(self) -> str:
        """In what needs and amounts are expressed: ``level`` or ``hours``. A caseload has one scale; blank is level."""
        return "hours" if (self.tables["clients"]["scale"] == "hours").any() else "level"

    def select(self, clients: str | Iterable[str]) -> "Caseload":
        """Return the caseload of some clients, in the order given.

        Parameters
        ----------
        clients
            Pseudonyms, or one pseudonym.

        Returns
        -------
        caseload
            A caseload with these clients only.

        Raises
        ------
        UnknownNameError
            If a client is not in this caseload.
        """
        wanted = [clients] if isinstance(clients, str) else list(dict.fromkeys(clients))
        position = self.client_index.get_indexer(pd.Index(wanted, dtype="str"))
        if (position < 0).any():
            unknown = ", ".join(str(wanted[at]) for at in np.flatnonzero(position < 0)[:5])
            message = f"not in this caseload: {unknown}"
            raise UnknownNameError(message)
        order = np.full(len(self), -1)
        order[position] = np.arange(len(position))
        tables = {name: _take(frame, order[self.keys.client[name]]) for name, frame in self.tables.items()}
        return Caseload(MappingProxyType(tables), Keys.of(tables, CASELOAD), self.warnings)

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


def _take(frame: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    """Keep the rows whose order is not negative, sorted by it."""
    rows = np.flatnonzero(order >= 0)
    return frame.iloc[rows[np.argsort(order[rows], kind="stable")]].reset_index(drop=True)
