"""Nobody who lays all published tables on each other finds a suppressed number back."""

from itertools import combinations

import numpy as np
import pytest

from alignments import SmallAlignment, agreed, built, many
from attackers import WHOLE, OfAlignment, subsets
from netwerkanalyse.metrics.region.alignment import network
from netwerkanalyse.metrics.region.alignment.catalogue import measure_aligned


def made_up(seed):
    """A region of three to five organisations with some agreements, a limit, and clients of some sets of them."""
    random = np.random.default_rng(seed)
    size = int(random.integers(3, 6))
    pairs = list(combinations(range(size), 2))
    chosen = [pair for pair in pairs if random.random() < 0.4]
    clients = []
    for _ in range(int(random.integers(3, 8))):
        organisations = random.choice(size, int(random.integers(1, min(size, 3) + 1)), replace=False).tolist()
        clients += many(int(random.integers(1, 25)), *organisations)
    return SmallAlignment(size, agreed(*chosen), tuple(clients), limit=float(random.choice([5, 8, 10])))


def found_back():
    """How many suppressed numbers are found in all made-up regions, and how many there are."""
    regions = [made_up(seed) for seed in range(20)]
    attackers = [OfAlignment(built(one), [(chosen,) for chosen in subsets(one.organisations)]) for one in regions]
    return sum(one.finds() for one in attackers), sum(len(one.suppressed) for one in attackers)


def test_no_suppressed_number_is_found_back():
    """Pairs, organisations and the whole together leave two values at least for everything suppressed."""
    found, suppressed = found_back()
    assert suppressed > 50
    assert found == 0


def test_without_the_joint_rule_the_attacker_finds_numbers(monkeypatch):
    """The test above can fail: tables that are each protected by themselves give numbers away together."""
    monkeypatch.setattr(network, "guarded", lambda found, *_rest: found)
    assert found_back()[0] > 0


def test_nothing_goes_where_nothing_is_small():
    """Without a suppressed number everything is shown."""
    clients = (*many(40, 0, 1), *many(60, 0), *many(60, 1), *many(60, 2))
    hidden = built(SmallAlignment(3, (), clients, limit=10)).hidden
    assert not any(np.any(part) for part in hidden)


ALONE = tuple(one for number in range(4) for one in many(40, number))
BETWEEN = (*many(40, 0, 2), *many(40, 0, 3), *many(50, 1, 2), *many(50, 1, 3), *many(20, 2))


@pytest.mark.parametrize(
    ("clients", "organisations", "everybody", "totals"),
    [
        ((*ALONE, *many(3, 0, 1), *many(20, 2, 3)), 0, False, False),
        ((*BETWEEN, *many(3, 0, 1)), 3, False, False),  # nobody is with 0 or with 1 alone; 0-2 goes with 0-1
        ((*ALONE, *many(6, 0, 1, 2), *many(6, 1, 2, 3)), 4, True, False),  # nobody is with two alone
        ((*ALONE, *many(3, 0, 1)), 2, True, True),  # one pair: there is nothing to move against
    ],
    ids=["exchange", "move", "split", "add"],
)
def test_the_cheapest_world_is_taken(clients, organisations, everybody, totals):
    """Nothing goes where clients can be exchanged; else the organisations of the pairs, and only then the totals."""
    hidden = built(SmallAlignment(4, (), clients, limit=10)).hidden
    assert hidden.pairs.any()
    assert int(hidden.organisations.sum()) == organisations
    assert (hidden.clients, bool(hidden.loads.any())) == (everybody, totals)


def test_one_count_has_one_decision():
    """The shared work of a kind of pairs is the number of its pairs around clients: shown in both places or in none."""
    for seed in range(20):
        row = measure_aligned(built(made_up(seed)), WHOLE).loc["region"]
        for arm in ("with", "without"):
            same = [row[f"load_{arm}_agreement"], row[f"realised_pairs_all_{arm}"]]
            assert np.array_equal(same, same[::-1], equal_nan=True)
