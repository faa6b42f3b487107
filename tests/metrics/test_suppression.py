"""Nobody can work out a suppressed cell from what is shown."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.suppression import ranked, small, suppress_list, suppress_pairs, suppress_table

LIMITS = st.sampled_from([5, 10])
CELLS = st.integers(0, 3) | st.integers(0, 14) | st.integers(10, 60)


class Attacker:
    """Somebody who knows every shown number, every sum, and that a suppressed number is not zero.

    ``numbers`` are all numbers of a table, totals included; every line says which numbers sum to which other, and how
    often that other counts.
    """

    def __init__(self, numbers, hidden, lines):
        self.numbers, self.hidden = np.asarray(numbers), np.asarray(hidden)
        self.sums = np.zeros((len(lines), len(self.numbers)))
        for line, (parts, whole, times) in zip(self.sums, lines, strict=True):
            np.add.at(line, parts, 1)
            line[whole] -= times
        assert not (self.sums @ self.numbers).any()

    def bounds(self, at):
        """The lowest and highest whole number that a suppressed cell can be."""
        unknown = np.flatnonzero(self.hidden)
        matrix = self.sums[:, unknown]
        known = -self.sums[:, ~self.hidden] @ self.numbers[~self.hidden]
        target = (unknown == at).astype(float)
        found = []
        for sign in (1, -1):
            solved = milp(
                sign * target,
                integrality=np.ones(len(unknown)),
                bounds=(1, self.numbers.sum() + 9),
                constraints=LinearConstraint(matrix, known, known),
            )
            assert solved.success
            found.append(round(solved.x[unknown == at][0]))
        return found

    def learns(self):
        """The suppressed cells of which only one value is left."""
        return [at for at in np.flatnonzero(self.hidden) if np.ptp(self.bounds(at)) == 0]


def on_list(counts, cells, total):
    """An attacker of a list with its total."""
    return Attacker([*counts, counts.sum()], [*cells, total], [(range(len(counts)), len(counts), 1)])


def on_table(counts, found):
    """An attacker of a table with totals of rows and columns."""
    rows, columns = counts.shape
    numbers = [*counts.ravel(), *counts.sum(axis=1), *counts.sum(axis=0), counts.sum()]
    hidden = [*found.cells.ravel(), *found.rows, *found.columns, found.total]
    first_row, first_column, whole = rows * columns, rows * columns + rows, rows * columns + rows + columns
    lines = [(range(i * columns, (i + 1) * columns), first_row + i, 1) for i in range(rows)]
    lines += [(range(j, rows * columns, columns), first_column + j, 1) for j in range(columns)]
    lines += [(range(first_row, first_column), whole, 1), (range(first_column, whole), whole, 1)]
    return Attacker(numbers, hidden, lines)


def on_pairs(counts, found):
    """An attacker of a table of pairs with a total by organisation and of all pairs."""
    n = len(counts)
    first, second = np.triu_indices(n, 1)
    totals = range(len(first), len(first) + n)
    numbers = [*counts[first, second], *counts.sum(axis=0), counts.sum() // 2]
    hidden = [*found.cells[first, second], *found.totals, found.total]
    lines = [(np.flatnonzero((first == i) | (second == i)), totals[i], 1) for i in range(n)]
    return Attacker(numbers, hidden, [*lines, (totals, len(first) + n, 2)])


@st.composite
def tables(draw, most=5):
    """Any small table of counts."""
    rows, columns = draw(st.integers(1, most)), draw(st.integers(1, most))
    return np.array(draw(st.lists(CELLS, min_size=rows * columns, max_size=rows * columns))).reshape(rows, columns)


@st.composite
def pair_tables(draw, most=6):
    """Any small symmetric table without a diagonal."""
    n = draw(st.integers(1, most))
    counts = np.zeros((n, n), dtype=np.int64)
    first, second = np.triu_indices(n, 1)
    counts[first, second] = draw(st.lists(CELLS, min_size=len(first), max_size=len(first)))
    return counts + counts.T


def test_the_attacker_can_win():
    """With only the small cells suppressed the rest follows: the tests below can fail."""
    counts = np.array([40, 3, 15])
    assert on_list(counts, small(counts, 10), total=False).learns() == [1]

    table = np.array([[3, 40, 4], [30, 25, 60], [6, 70, 80]])
    primary = suppress_table(table, 10)._replace(
        cells=small(table, 10), rows=np.zeros(3, bool), columns=np.zeros(3, bool), total=False
    )
    assert on_table(table, primary).learns() == [0, 2, 6]

    # Two cells in every line are not enough either: cells that sum to their number are all 1.
    assert on_list(np.array([1, 1, 50]), np.array([True, True, False]), total=False).learns() == [0, 1]


@given(st.lists(CELLS, max_size=8), LIMITS)
@settings(max_examples=60, deadline=None)
def test_lists(counts, limit):
    """From a list and its total nobody learns a suppressed cell, and no small cell is shown."""
    counts = np.array(counts, dtype=np.int64)
    found = suppress_list(counts, limit)

    assert not (small(counts, limit) & ~found.cells).any()
    assert found.total or not small(counts.sum(), limit)
    assert on_list(counts, *found).learns() == []
    together = counts[found.cells].sum()
    assert found.total or together == 0 or together >= limit


@given(tables(), LIMITS)
@settings(max_examples=60, deadline=None)
def test_tables(counts, limit):
    """From a table and its totals nobody learns a suppressed cell or total, and no small number is shown."""
    found = suppress_table(counts, limit)
    attacker = on_table(counts, found)

    assert not (small(attacker.numbers, limit) & ~attacker.hidden).any()
    assert not (attacker.hidden & (attacker.numbers == 0)).any()
    assert attacker.learns() == []
    for cells, totals, values in ((found.cells, found.rows, counts), (found.cells.T, found.columns, counts.T)):
        together = np.where(cells, values, 0).sum(axis=1)
        assert (totals | (together == 0) | (together >= limit)).all()


@given(pair_tables(), LIMITS)
@settings(max_examples=60, deadline=None)
def test_pairs(counts, limit):
    """From shared clients by pair and by organisation nobody learns a suppressed pair."""
    found = suppress_pairs(counts, limit)
    attacker = on_pairs(counts, found)

    assert (found.cells == found.cells.T).all()
    assert not (small(attacker.numbers, limit) & ~attacker.hidden).any()
    assert not (attacker.hidden & (attacker.numbers == 0)).any()
    assert attacker.learns() == []


@given(tables(), st.data())
@settings(max_examples=30, deadline=None)
def test_cells_suppressed_elsewhere_stay_suppressed(counts, data):
    """A count has one decision: what another output suppresses is suppressed here, and as well protected."""
    also = np.array(data.draw(st.lists(st.booleans(), min_size=counts.size, max_size=counts.size)), dtype=bool)
    found = suppress_table(counts, 5, also=also.reshape(counts.shape))

    assert (found.cells >= (also.reshape(counts.shape) & (counts > 0))).all()
    assert on_table(counts, found).learns() == []


@given(tables(), LIMITS)
@settings(max_examples=20, deadline=None)
def test_the_same_table_gives_the_same_cells(counts, limit):
    """Two publications of one table suppress the same cells: otherwise together they show what each suppresses."""
    one, other = (suppress_table(counts.copy(), limit) for _ in range(2))

    assert all(np.array_equal(mine, yours) for mine, yours in zip(one, other, strict=True))


def test_nothing_small_nothing_suppressed():
    """A table of large cells and zeros is published whole."""
    found = suppress_table(np.array([[0, 10], [30, 0]]), 10)

    assert not any(np.any(part) for part in found)


def test_a_suppressed_pair_has_no_place_in_a_ranking():
    """A place between two shown counts would tell the suppressed one."""
    counts = np.array([12, 48, 30, 0])

    assert ranked(counts, np.array([False, True, False, False])).tolist() == [2, 0]


def test_a_table_of_a_region_is_decided_at_once():
    """Four hundred areas by thirteen life domains, a third of the cells small."""
    counts = np.random.default_rng(1).poisson(14, (400, 13))
    found = suppress_table(counts, 10)

    assert found.cells[small(counts, 10)].all()
    assert found.cells.mean() < 0.6


def test_the_limit_may_not_be_set_below_five():
    """Nobody can turn the protection off."""
    assert RegionCutoffs(smallest_cell=5).smallest_cell == 5
    with pytest.raises(ValueError, match="never shown"):
        RegionCutoffs(smallest_cell=4)
