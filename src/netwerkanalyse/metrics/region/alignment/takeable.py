"""Which clients can be thought away, or made one of two and two of one, without anybody's help changing."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.projection import Memberships
from netwerkanalyse.metrics.region.alignment.helping import Helping, helped_in

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Takeable(NamedTuple):
    """Who can be thought away.

    By organisation: are there clients of it alone, also such as it helps in no life domain (``idle_alone``).

    By pair: are there clients of no more than both (``pairs``), also such as neither helps (``idle_pairs``); is one of
    these the same in all tables as two clients, of one organisation each (``split``), and are a client of the one alone
    and one of the other alone the same as one of both (``merged``)?
    """

    alone: Flags
    idle_alone: Flags
    pairs: Flags
    idle_pairs: Flags
    split: Flags
    merged: Flags


def takeable(memberships: Memberships, helping: Helping, first: Ints, second: Ints) -> Takeable:
    """Tell of which organisations and pairs there are clients who are with nobody else.

    Two clients are the same as one as far as the two organisations help in different life domains: then nobody is the
    only help less, or more often. Somebody without an organisation can only be around one of two.

    Parameters
    ----------
    memberships
        Who is a client of what.
    helping
        The support that happens now.
    first, second
        The pairs of organisations.

    Returns
    -------
    takeable
        By organisation and by pair.
    """
    own, unnamed = helped_in(memberships, helping)
    start, organisation = memberships.of_client[:-1], memberships.organisation
    around, size = np.diff(memberships.of_client), len(memberships.of_organisation) - 1
    of_one, of_two = start[around == 1], start[around == 2]
    alone, least = _least(organisation[of_one], own[of_one], size)
    exactly = organisation[of_two].astype(np.int64) * size + organisation[of_two + 1]
    one, other, circle = own[of_two], own[of_two + 1], unnamed[around == 2]
    apart = ((one & other) == 0) & (((one & circle) == 0) | ((other & circle) == 0))
    pair = first * size + second
    merged = alone[first] & alone[second] & ((least[first] & least[second]) == 0)
    of_both, idle, split = (np.isin(pair, one) for one in (exactly, exactly[(one | other) == 0], exactly[apart]))
    return Takeable(alone, alone & (least == 0), of_both, idle, split, merged)


def _least(organisation: Ints, helped: Ints, size: int) -> tuple[Flags, Ints]:
    """Tell which organisations have clients here, and in which domains the one is helped who is in the fewest."""
    order = np.argsort(np.bitwise_count(helped), kind="stable")
    found, at = np.unique(organisation[order], return_index=True)
    alone, least = np.zeros(size, dtype=bool), np.zeros(size, dtype=np.int64)
    alone[found], least[found] = True, helped[order[at]]
    return alone, least
