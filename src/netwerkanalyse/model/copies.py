"""The same client several times, so that variants of a network can be measured at once."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.keys import Keys


def copies(caseload: Caseload, client: arrays.Ints) -> Caseload:
    """Copy clients.

    Parameters
    ----------
    caseload
        Any number of clients.
    client
        The position of the client that each copy is of, in any order.

    Returns
    -------
    caseload
        A client for every copy, named by its number in the table of clients; the keys tell the rest.

    Examples
    --------
    >>> import pandas as pd
    >>> caseload = Caseload.build({"clients": pd.DataFrame({"client": ["K1", "K2"]})})
    >>> copies(caseload, np.array([1, 1, 0])).clients["client"].tolist()
    ['0', '1', '2']
    """
    begin, rows, copy = {}, {}, {}
    for name, of in caseload.keys.client.items():
        begin[name] = np.searchsorted(of, client)
        size = np.searchsorted(of, client, side="right") - begin[name]
        copy[name] = np.repeat(np.arange(len(client)), size)
        rows[name] = np.arange(size.sum()) + np.repeat(begin[name] - (np.cumsum(size) - size), size)
    tables = {name: frame.take(rows[name]).reset_index(drop=True) for name, frame in caseload.tables.items()}
    tables["clients"] = tables["clients"].assign(client=np.arange(len(client)).astype(str))
    keys = Keys(copy, _references(caseload, begin, rows, copy))
    return Caseload(MappingProxyType(tables), keys)


def _references(
    caseload: Caseload,
    begin: Mapping[str, arrays.Ints],
    rows: Mapping[str, arrays.Ints],
    copy: Mapping[str, arrays.Ints],
) -> dict[tuple[str, str], arrays.Ints]:
    """Point every cell at the row of its own copy; -1 stays -1."""
    refers = {}
    for (name, column), position in caseload.keys.refers.items():
        target = CASELOAD.by_name[name].field(column).refers
        moved = arrays.offsets(copy[target], len(begin[target]))[:-1] - begin[target]
        old = position[rows[name]]
        refers[name, column] = np.where(old >= 0, old + moved[copy[name]], -1)
    return refers
