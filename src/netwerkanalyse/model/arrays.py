"""The caseload as contiguous arrays: what kernels work on.

Everything is client by client: ``start[c]:start[c + 1]`` are the entries of client ``c``. People are numbered within
their client (``0 .. n-1``), so that a kernel needs no look-up. Codes are positions in their vocabulary, -1 when blank.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DIRECTION, DOMAIN, SUPPORT_STATUS, TIE_KIND, TIE_PRESENT

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int16]
Flags = npt.NDArray[np.bool_]

YES, NO, UNKNOWN, UNWANTED = (TIE_PRESENT.position[name] for name in ("yes", "no", "unknown", "unwanted"))


class People(NamedTuple):
    """The people in the network at the reference date.

    ``row`` is the position in the members table; ``position`` maps a members row back to the number of that person
    within the client, -1 for somebody who is not in the network now. ``away`` are the rows of who would be there, but
    with whom there is no contact now.
    """

    start: Ints
    row: Ints
    position: Ints
    away: Ints


class Pairs(NamedTuple):
    """The listed pairs of one layer of ties, each pair once.

    ``state`` is yes, no, unknown or unwanted (positions in the vocabulary ``tie_present``). ``all_asked`` tells per
    client whether a pair that is not listed has no tie (True) or is unknown (False).
    """

    start: Ints
    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    state: npt.NDArray[np.int8]
    strength: Floats
    all_asked: Flags


class Needs(NamedTuple):
    """Needs as a dense table, clients by life domains; NaN and -1 where not asked."""

    need: Floats
    priority: Floats
    client_rating: Codes
    professional_rating: Codes
    wanted_kind: Codes
    wanted_type: Codes


class Supports(NamedTuple):
    """Support to the client by people in the network, ended and refused support left out.

    ``person`` is the number within the client, ``amount`` is NaN when unknown, ``planned`` tells what does not happen
    yet. ``row`` is the position in the supports table.
    """

    start: Ints
    row: Ints
    person: npt.NDArray[np.int32]
    domain: Codes
    type: Codes
    amount: Floats
    planned: Flags


def people(caseload: Caseload) -> People:
    """Number the people in each network.

    In the network is everybody listed, except who is not in contact now (``active`` is no) and who has not come yet or
    has left at the reference date. A blank ``active`` does not take anybody out.

    Parameters
    ----------
    caseload
        Any number of clients.

    Returns
    -------
    people
        Offsets by client, rows of the members table, and the way back.
    """
    members = caseload.columns("members", "active", "start", "end")
    client = caseload.keys.client["members"]
    away, there = is_no(members["active"]), holds(members, reference_dates(caseload), client)
    row = np.flatnonzero(there & ~away)
    start = offsets(client[row], len(caseload))
    position = np.full(len(members), -1, dtype=np.int64)
    position[row] = np.arange(len(row)) - start[client[row]]
    return People(start, row, position, np.flatnonzero(there & away))


def pairs(caseload: Caseload, network: People, layer: str = "coordinates") -> Pairs:
    """Give the listed pairs of one layer.

    Not knowing each other means not coordinating, and coordinating means knowing each other: where the layer itself is
    silent about a pair, such a row of the other layer speaks. Tension says nothing about either.

    Parameters
    ----------
    caseload
        Any number of clients.
    network
        Its people.
    layer
        ``coordinates`` (the default graph), ``knows`` or ``tension``.

    Returns
    -------
    pairs
        Each listed pair of people in the network once.
    """
    ties = caseload.columns("ties", "kind", "present", "strength")
    client = caseload.keys.client["ties"]
    source = _at(network.position, caseload.keys.refers["ties", "source"])
    target = _at(network.position, caseload.keys.refers["ties", "target"])
    kind = ties["kind"].cat.codes.to_numpy()
    state = ties["present"].cat.codes.to_numpy().astype(np.int8)
    state[state < 0] = UNKNOWN
    inside = (source >= 0) & (target >= 0) & (source != target)
    rows = np.flatnonzero(inside & (kind == TIE_KIND.position[layer]))
    spoken = _implied(layer, kind, state) & inside
    if spoken.any():
        pair = _pair_numbers(client, source, target)
        extra = np.flatnonzero(spoken & ~np.isin(pair, pair[rows]))
        rows = np.sort(np.concatenate([rows, extra]))
    asked = caseload.columns("clients", "pairs_asked")["pairs_asked"]
    return Pairs(
        offsets(client[rows], len(caseload)),
        source[rows].astype(np.int32),
        target[rows].astype(np.int32),
        state[rows],
        ties["strength"].to_numpy()[rows],
        (asked == "all").to_numpy(dtype=bool),
    )


def needs(caseload: Caseload) -> Needs:
    """Lay the needs out as clients by life domains.

    A need that has not begun, or is over, at the reference date is left out.

    Parameters
    ----------
    caseload
        Any number of clients.

    Returns
    -------
    needs
        Arrays of shape (clients, domains).
    """
    frame = caseload.columns("needs", "domain", *Needs._fields, "start", "end")
    client = caseload.keys.client["needs"]
    domain = frame["domain"].cat.codes.to_numpy().astype(np.int64)
    now = holds(frame, reference_dates(caseload), client)
    cells = client[now], domain[now]
    shape = (len(caseload), len(DOMAIN.names))

    def numbers(column: str) -> Floats:
        table = np.full(shape, np.nan)
        table[cells] = frame[column].to_numpy()[now]
        return table

    def codes(column: str) -> Codes:
        table = np.full(shape, -1, dtype=np.int16)
        table[cells] = frame[column].cat.codes.to_numpy()[now]
        return table

    return Needs(
        numbers("need"),
        numbers("priority"),
        codes("client_rating"),
        codes("professional_rating"),
        codes("wanted_kind"),
        codes("wanted_type"),
    )


def supports(caseload: Caseload, network: People) -> Supports:
    """Give the support that reaches the client now, or is planned.

    Left out: support that ended or was refused, support from the client to somebody, and support by people who are not
    in the network. Support that happens counts when the reference date lies in its period; planned support counts as
    long as its end has not passed.

    Parameters
    ----------
    caseload
        Any number of clients.
    network
        Its people.

    Returns
    -------
    supports
        The rows that count, client by client.
    """
    frame = caseload.columns("supports", "domain", "type", "amount", "status", "direction", "start", "end")
    client = caseload.keys.client["supports"]
    person = _at(network.position, caseload.keys.refers["supports", "member"])
    status = codes_of(frame["status"])
    planned = status == SUPPORT_STATUS.position["planned"]
    happening = status == SUPPORT_STATUS.position["happening"]
    to_client = codes_of(frame["direction"]) != DIRECTION.position["from_client"]
    today = reference_dates(caseload)
    now = _not_over(frame, today, client) & (planned | (happening & _begun(frame, today, client)))
    row = np.flatnonzero(now & to_client & (person >= 0))
    return Supports(
        offsets(client[row], len(caseload)),
        row,
        person[row].astype(np.int32),
        codes_of(frame["domain"])[row],
        codes_of(frame["type"])[row],
        frame["amount"].to_numpy()[row],
        planned[row],
    )


def reference_dates(caseload: Caseload) -> npt.NDArray[np.datetime64]:
    """Return the reference date of each client, NaT where it is blank."""
    return caseload.columns("clients", "reference_date")["reference_date"].to_numpy()


def holds(frame: pd.DataFrame, today: npt.NDArray[np.datetime64], client: Ints) -> Flags:
    """Tell which rows hold at the reference date of their client: ``start <= date < end``.

    Blank dates do not limit, and without a reference date no date does.
    """
    return _begun(frame, today, client) & _not_over(frame, today, client)


def offsets(client: Ints, clients: int) -> Ints:
    """Turn sorted client positions into offsets: entries of client ``c`` are ``start[c]:start[c + 1]``."""
    return np.concatenate([[0], np.cumsum(np.bincount(client, minlength=clients))])


def is_yes(flags: pd.Series) -> Flags:
    """Tell where a flag says yes; blank is not yes."""
    return flags.to_numpy(dtype=bool, na_value=False)


def is_no(flags: pd.Series) -> Flags:
    """Tell where a flag says no; blank is not no."""
    return ~flags.to_numpy(dtype=bool, na_value=True)


def codes_of(column: pd.Series) -> Codes:
    """Return the positions of a column of codes in its vocabulary, -1 where blank."""
    return column.cat.codes.to_numpy().astype(np.int16)


def _begun(frame: pd.DataFrame, today: npt.NDArray[np.datetime64], client: Ints) -> Flags:
    return ~(frame["start"].to_numpy() > today[client])


def _not_over(frame: pd.DataFrame, today: npt.NDArray[np.datetime64], client: Ints) -> Flags:
    return ~(frame["end"].to_numpy() <= today[client])


def _at(values: Ints, position: Ints) -> Ints:
    """Look up by position, where -1 gives -1."""
    return np.append(values, -1)[position]


def _implied(layer: str, kind: npt.NDArray[np.int8], state: npt.NDArray[np.int8]) -> Flags:
    """Tell which rows of other layers settle a pair of this layer."""
    if layer == "coordinates":
        return (kind == TIE_KIND.position["knows"]) & (state == NO)
    if layer == "knows":
        return (kind == TIE_KIND.position["coordinates"]) & (state == YES)
    return np.zeros(len(kind), dtype=bool)


def _pair_numbers(client: Ints, source: Ints, target: Ints) -> Ints:
    """Number unordered pairs, so that the same pair has the same number."""
    width = int(max(source.max(initial=0), target.max(initial=0))) + 1
    return (client * width + np.minimum(source, target)) * width + np.maximum(source, target)
