"""What the published tables of agreements and practice tell together, and what goes with a suppressed number for that.

A table by itself is protected by :mod:`netwerkanalyse.metrics.suppression`. The same clients are behind all tables
though, so that a number can follow from several of them. Here every suppressed number gets another world: other
clients, of whom everything that is published is the same, and that number is not. Then nobody can tell it, however they
calculate. There are four such worlds, tried in the order of what they cost.

1. *Exchange.* One client of the suppressed pair A-B more and one of C-D less, a suppressed pair of the same kind; one
   client of A alone and one of B alone less, one of C alone and one of D alone more. That leaves every organisation,
   the totals of pairs, all clients and all people as they were. It asks for such clients, whose help by life domain
   stays as it was (:mod:`netwerkanalyse.metrics.region.alignment.takeable`), and costs nothing.
2. *Move.* Without the clients of one organisation: A, B, C and D change, so that their numbers are suppressed as well.
   For a suppressed organisation, one client of it alone more and one of another suppressed organisation alone less.
3. *Split.* Where nobody is with a pair C-D alone: somebody with C, D and others is without C there, and for each of the
   others there is somebody with C and that one alone. C-D is one less, no other pair changes, and A-B is one more. The
   numbers of all organisations, of all clients, of all people and of the clients around whom pairs are go.
4. *Add.* One client more of the pair, or of the organisation alone, who gets no support: the total of that kind of
   pairs, all clients and all people change, so that these are suppressed as well.

In the table by life domain these worlds are the same as well: who is thought to be there gets no help, or that of whom
it was taken from; who is thought away was helped by nobody. Where there is no such client, the table shows nothing of
the organisations that go down in a move. After a split, people without an organisation help as well where otherwise
somebody would be the only one; how many there are of these is suppressed then.

Both ways round will do. Who is taken away must be there, and leaves one client at least: zero is shown.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.metrics.region.alignment.takeable import Takeable

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Hidden(NamedTuple):
    """What may not be shown: the clients of a pair, of an organisation and of all, totals over pairs, and people.

    ``loads`` are the totals over the pairs of each kind (without agreement, not known, with one), and ``around`` the
    clients around whom these pairs are. Of the organisations ``helped`` the table by life domain shows nothing.
    """

    pairs: Flags
    organisations: Flags
    clients: bool
    loads: Flags
    people: bool
    around: Flags
    helped: Flags


class OrganisationPairs(NamedTuple):
    """The pairs of organisations that share clients or have an agreement, ``first < second``, in that order.

    ``agreement`` is one of ``NOT_TIED``, ``NOT_KNOWN`` and ``TIED``.
    """

    first: Ints
    second: Ints
    clients: Ints
    agreement: Ints


def guarded(found: Hidden, pairs: OrganisationPairs, clients: Ints, there: Takeable) -> Hidden:
    """Suppress what goes with the numbers that are suppressed, so that each of them can be something else.

    Parameters
    ----------
    found
        What each table by itself suppresses.
    pairs, clients
        The pairs of organisations, and the clients of each organisation.
    there
        Who can be thought away.

    Returns
    -------
    hidden
        The same, and what goes with it; unchanged when nothing is suppressed.
    """
    organisations, loads, split = found.organisations.copy(), found.loads.copy(), False
    helped = found.helped.copy()
    for kind in range(len(loads)):
        group = np.flatnonzero(found.pairs & (pairs.agreement == kind))
        loads[kind] |= not _apart(pairs.clients[group] > 1)
        whole = loads[kind] or not (there.pairs[group] & (pairs.clients[group] > 1)).any()
        split |= bool(len(group) and whole and not loads[kind])
        moved = group if whole else group[_to_move(pairs, group, there)]
        if len(moved) and not whole:
            down = _goes_down(there.pairs[moved] & (pairs.clients[moved] > 1), there.idle_pairs[moved])
            helped[[pairs.first[moved[down]], pairs.second[moved[down]]]] |= not there.idle_pairs[moved[down]]
        organisations[pairs.first[moved]] = organisations[pairs.second[moved]] = True
    organisations |= split & (clients > 0)
    hidden = np.flatnonzero(organisations)
    add = found.clients or bool(loads.any()) or not _apart(there.alone[hidden] & (clients[hidden] > 1))
    everybody = split or add
    if len(hidden) and not everybody:
        down = hidden[_goes_down(there.alone[hidden] & (clients[hidden] > 1), there.idle_alone[hidden])]
        helped[down] |= not there.idle_alone[down]
    return Hidden(found.pairs, organisations, everybody, loads, found.people or everybody, loads | split, helped)


def _goes_down(lower: Flags, idle: Flags) -> int:
    """Choose which one is lower while any other is higher: one with a client whom nobody helps, if there is any."""
    return int(np.argmax(lower + (lower & idle).astype(np.int64)))


def _apart(taken: Flags) -> bool:
    """Tell whether the numbers of a group can move against each other: none, or several of which one can be lower."""
    return not len(taken) or bool(len(taken) > 1 and taken.any())


def _to_move(pairs: OrganisationPairs, group: Ints, there: Takeable) -> Flags:
    """Tell of which pairs the organisations are suppressed as well: those without an exchange, and one to move with."""
    several = pairs.clients[group] > 1
    lower, split, merged = there.pairs[group] & several, there.split[group] & several, there.merged[group]
    exchanged = (merged & (split.sum() - split > 0)) | (split & (merged.sum() - merged > 0))
    moved = ~exchanged
    if moved.any():
        # Never alone: one goes up when another, that can be lower, goes down.
        moved[_goes_down(lower, there.idle_pairs[group])] = True
        moved[np.flatnonzero(~moved)[: 2 - moved.sum()]] = True
    return moved
