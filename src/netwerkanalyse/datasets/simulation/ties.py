"""Who among the people around a client coordinates with whom.

Ties follow blocks: relatives of one side of the family, friends, and colleagues of one organisation are often tied,
others seldom. Every pair gets an answer, so that the plan of support can look up whether two people are in contact.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.datasets.simulation.design import Design, Floats, Ints
from netwerkanalyse.datasets.simulation.people import Clients, People
from netwerkanalyse.datasets.simulation.roles import FAMILY, FORMAL, HUB, KIND_OF, PEER
from netwerkanalyse.model.vocabulary import TIE_KIND, TIE_PRESENT

YES, NO, UNKNOWN, UNWANTED = (TIE_PRESENT.position[name] for name in ("yes", "no", "unknown", "unwanted"))
KNOWS, COORDINATES, TENSION = (TIE_KIND.position[name] for name in ("knows", "coordinates", "tension"))

# Chance of a tie between: own side of the family, other side, friends, professionals, peers.
_CHANCE = np.array(
    [
        [0.70, 0.25, 0.12, 0.06, 0.05],
        [0.25, 0.70, 0.06, 0.03, 0.02],
        [0.12, 0.06, 0.25, 0.02, 0.08],
        [0.06, 0.03, 0.02, 0.13, 0.15],
        [0.05, 0.02, 0.08, 0.15, 0.30],
    ]
)
# The same, with hubs (who coordinate care) as five groups more: they get three chances with everybody.
_WITH_HUBS = np.block([[_CHANCE, 1 - (1 - _CHANCE) ** 3], [1 - (1 - _CHANCE) ** 3] * 2]).astype(np.float32)
_OTHER_SIDE, _FRIENDS, _PROFESSIONALS, _PEERS = 1, 2, 3, 4
_SAME_ORGANISATION = 0.7
_CROWDED = 20
"""Above so many people the chances fall: nobody keeps up with everybody."""


class Pairs(NamedTuple):
    """Every pair of people of one client, as rows of the people, and whether they coordinate.

    ``first[p]`` is where the pairs of person ``p`` with the people after them begin.
    """

    first: Ints
    source: Ints
    target: Ints
    state: npt.NDArray[np.int8]

    def between(self, one: Ints, other: Ints) -> npt.NDArray[np.int8]:
        """Look up the answers of pairs of different people of the same client."""
        low = np.minimum(one, other)
        return self.state[self.first[low] + np.maximum(one, other) - low - 1]


class TieRows(NamedTuple):
    """Rows of the ties table; ``source`` and ``target`` are numbers within the client."""

    client: Ints
    source: Ints
    target: Ints
    kind: Ints
    present: Ints
    strength: Floats


def pairs_of(rng: np.random.Generator, design: Design, clients: Clients, people: People) -> Pairs:
    """Draw for every pair of people of a client whether they coordinate."""
    sizes = np.bincount(people.client, minlength=len(clients.client))
    after = sizes[people.client] - 1 - people.number
    first = np.cumsum(after) - after
    source = np.repeat(np.arange(len(after)), after)
    target = np.arange(len(source)) + np.repeat(np.arange(len(after)) + 1 - first, after)
    tied = rng.random(len(source), dtype=np.float32) < _chance(rng, people, sizes, after, target)
    state = np.where(tied, np.int8(YES), np.int8(NO))
    drawn = rng.random(len(source), dtype=np.float32)
    state[drawn < design.unknown] = UNKNOWN
    refusable = np.flatnonzero(drawn > 0.995)
    formal = KIND_OF[people.role] == FORMAL
    state[refusable[formal[source[refusable]] != formal[target[refusable]]]] = UNWANTED
    open_pairs = np.flatnonzero(np.repeat(~clients.all_asked[people.client], after) & (state == NO))
    state[open_pairs[rng.random(len(open_pairs)) < 0.8]] = UNKNOWN
    return Pairs(first, source, target, state)


def _chance(
    rng: np.random.Generator, people: People, sizes: Ints, after: Ints, target: Ints
) -> npt.NDArray[np.float32]:
    """Give the chance of a tie of each pair: by block, then by employer, and lower in crowded networks."""
    kind = KIND_OF[people.role]
    group = np.where(FAMILY[people.role], (rng.random(len(kind)) < 0.25) * _OTHER_SIDE, _FRIENDS)
    group = np.where(kind == FORMAL, _PROFESSIONALS, np.where(kind == PEER, _PEERS, group))
    group = (group + len(_CHANCE) * HUB[people.role]).astype(np.int8)
    chance = _WITH_HUBS[np.repeat(group, after), group[target]]
    employer = people.organisation.astype(np.int32)
    of_source = np.repeat(employer, after)
    chance[(of_source == employer[target]) & (of_source >= 0)] = _SAME_ORGANISATION
    crowding = np.minimum(1.0, _CROWDED / np.maximum(sizes, 1)).astype(np.float32)
    return chance * np.repeat(crowding[people.client], after)


def tie_rows(rng: np.random.Generator, clients: Clients, people: People, pairs: Pairs) -> TieRows:
    """Write down the pairs the way people fill in the sheet.

    Where all pairs were asked about, a pair without contact is not listed; where not, every pair that was asked about
    is. A few pairs know each other without coordinating, or have tension.
    """
    all_asked = clients.all_asked[people.client[pairs.source]]
    listed = (pairs.state != NO) & (all_asked | (pairs.state != UNKNOWN)) | ~all_asked & (pairs.state == NO)
    drawn = rng.random(len(pairs.source), dtype=np.float32)
    acquainted = all_asked & (pairs.state == NO) & (drawn < 0.01)
    tense = drawn > 0.995
    at = np.concatenate([np.flatnonzero(mask) for mask in (listed, acquainted, tense)])
    kind = np.repeat([COORDINATES, KNOWS, TENSION], [listed.sum(), acquainted.sum(), tense.sum()])
    order = np.argsort(at, kind="stable")
    at, kind = at[order], kind[order]
    client = people.client[pairs.source[at]]
    present = np.where(kind == COORDINATES, pairs.state[at], YES)
    known = clients.with_strengths[client] & (kind == COORDINATES) & (present == YES)
    strength = np.where(known, rng.integers(1, 5, len(at)) / 4, np.nan)
    return TieRows(client, people.number[pairs.source[at]], people.number[pairs.target[at]], kind, present, strength)
