"""Shared clients of organisations, and the chance of as many."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse, stats

import naive
from netwerkanalyse.kernels._jit import Kernel
from netwerkanalyse.metrics.region.alignment.pairs import corrected, overlap_p
from netwerkanalyse.metrics.region.alignment.shared_clients import memberships_of, shared_of

LISTS = st.lists(st.lists(st.integers(0, 6), max_size=6), max_size=8)


def rows_of(clients):
    """Clients as rows (client, organisation), the way tables have them: doubles included."""
    rows = [(client, organisation) for client, listed in enumerate(clients) for organisation in listed]
    return np.array(rows, dtype=np.int64).reshape(-1, 2).T


def shared(clients, organisations=7):
    """The pairs and their number of clients."""
    found = shared_of(memberships_of(*rows_of(clients), len(clients), organisations))
    return dict(zip(zip(found.first.tolist(), found.second.tolist(), strict=True), found.clients.tolist(), strict=True))


@given(LISTS)
def test_shared_clients_are_counted_pair_by_pair(clients):
    """The projection is the count of clients that have both, each client once, and lists no pair without any."""
    expected = {
        pair: naive.alignment.clients_shared([set(one) for one in clients], pair) for pair in combinations(range(7), 2)
    }

    assert shared(clients) == {pair: count for pair, count in expected.items() if count}


@given(LISTS)
def test_memberships_are_sorted_both_ways(clients):
    """Everybody stands once with every organisation, and where it stands is where it says."""
    found = memberships_of(*rows_of(clients), len(clients), 7)

    by_client = np.split(found.organisation[: found.of_client[-1]], found.of_client[1:-1])
    assert [one.tolist() for one in by_client][: len(clients)] == [sorted(set(one)) for one in clients]
    entries = int(found.of_organisation[-1])
    organisation = np.repeat(np.arange(7), np.diff(found.of_organisation))
    assert (found.organisation[found.place[:entries]] == organisation).all()


@pytest.mark.parametrize("plain", [True, False])
def test_many_memberships_agree_with_scipy(plain, monkeypatch):
    """Compiled or not, the sparse product M'M gives the same numbers, hubs included."""
    monkeypatch.setattr(Kernel, "_runs_plain", lambda _kernel, _work: plain)
    random = np.random.default_rng(1)
    client, organisation = np.sort(random.integers(0, 400, 3000)), random.integers(0, 60, 3000)
    organisation[random.random(3000) < 0.2] = 7  # half of the clients are with one organisation
    found = shared_of(memberships_of(client, organisation, 400, 60))

    matrix = sparse.csr_matrix((np.ones(3000, dtype=np.int64), (client, organisation)), shape=(400, 60))
    matrix.data[:] = 1
    product = sparse.triu(matrix.T @ matrix, 1).tocoo()
    order = np.lexsort([product.col, product.row])
    for mine, theirs in zip(found, (product.row, product.col, product.data), strict=True):
        assert mine.tolist() == theirs[order].tolist()


@settings(max_examples=200)
@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), *[st.integers(0, n)] * 2)), st.data())
def test_the_chance_of_as_many_is_exact(sizes, data):
    """The hypergeometric tail agrees with counting all the ways to draw."""
    everybody, one, other = sizes
    common = data.draw(st.integers(max(0, one + other - everybody), min(one, other)))
    found = overlap_p(np.array([one]), np.array([other]), np.array([common]), everybody)

    assert found[0] == pytest.approx(naive.alignment.overlap_chance(one, other, common, everybody), rel=1e-9)


@pytest.mark.parametrize("plain", [True, False])
def test_the_chance_of_as_many_in_large_caseloads(plain, monkeypatch):
    """Hubs of a hundred thousand clients, very small chances and overlaps below the mean agree with scipy."""
    monkeypatch.setattr(Kernel, "_runs_plain", lambda _kernel, _work: plain)
    one, other = np.array([100_000, 5_000, 100_000, 300, 100_000]), np.array([5_000, 400, 90_000, 200, 100_000])
    common = np.array([600, 40, 8_900, 60, 10_050])
    found = overlap_p(one, other, common, 1_000_000)

    np.testing.assert_allclose(found, stats.hypergeom.sf(common - 1, 1_000_000, one, other), rtol=1e-6)


@given(st.lists(st.integers(0, 20), max_size=8), st.integers(0, 10))
def test_correction_for_many_tests(tenths, more):
    """The corrected chances are those of Benjamini and Hochberg over all tests, also those not listed."""
    chances = [one / 20 for one in tenths]
    tests = len(chances) + more
    found = corrected(np.array(chances), tests)

    np.testing.assert_allclose(found, naive.alignment.benjamini_hochberg(chances, tests))
    everything = stats.false_discovery_control([*chances, *[1.0] * more]) if tests else np.zeros(0)
    np.testing.assert_allclose(found, everything[: len(chances)])
