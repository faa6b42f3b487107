"""Intervals, rankings and predictors of ties give what hand and other programs give."""

import networkx
import numpy as np
import pytest
from scipy import stats

from study import links
from study.baselines import adamic_adar_of, jaccard
from study.coverage import exact, greedy
from study.intervals import bootstrap, wilson
from study.scores import auc, average_precision, hit_at


@pytest.mark.parametrize(("successes", "count"), [(0, 7), (3, 7), (7, 7), (181, 600)])
def test_wilson_is_that_of_scipy(successes, count):
    """The interval of a share, also at none and at all."""
    theirs = stats.binomtest(successes, count).proportion_ci(method="wilson")
    ours = wilson(successes, count)

    assert (ours.value, ours.count) == (successes / count, count)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high))


def test_bootstrap_is_that_of_scipy():
    """The percentile interval of a mean; what is undefined takes no part."""
    values = np.random.default_rng(3).exponential(size=60)
    theirs = stats.bootstrap((values,), np.mean, method="percentile", n_resamples=4000, rng=4).confidence_interval
    ours = bootstrap([*values, np.nan], seed=5)

    assert ours.value == pytest.approx(values.mean())
    assert ours.count == 60
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.04)


def test_nothing_has_no_interval():
    """Of no clients nothing is said."""
    assert np.isnan(wilson(0, 0).value)
    assert np.isnan(bootstrap([np.nan], seed=1).low)


def test_auc_is_that_of_scipy():
    """The area is the share of pairs in the right order: the statistic of Mann and Whitney."""
    rng = np.random.default_rng(1)
    relevant, score = rng.random(40) < 0.3, rng.integers(0, 6, 40)
    statistic = stats.mannwhitneyu(score[relevant], score[~relevant]).statistic

    assert auc(relevant, score) == pytest.approx(statistic / (relevant.sum() * (~relevant).sum()))
    assert np.isnan(auc([True, True], [1, 2]))


def test_average_precision_by_hand():
    """First, third of four: (1 + 2/3) / 2; all scores equal: the share that is relevant."""
    assert average_precision([1, 0, 1, 0], [4, 3, 2, 1]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([1, 0, 0, 0], [1, 1, 1, 1]) == pytest.approx(1 / 4)


def test_hits_by_hand():
    """A hit in front is certain; among equal scores it is the chance of drawing it."""
    assert hit_at([1, 0, 0], [3, 2, 1], 1) == 1
    assert hit_at([0, 0, 1], [3, 2, 1], 2) == 0
    assert hit_at([1, 0, 0, 0], [1, 1, 1, 1], 2) == pytest.approx(1 / 2)
    assert hit_at([0, 1, 1, 0], [2, 1, 1, 1], 2) == pytest.approx(2 / 3)
    assert hit_at([], [], 5) == 0


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (links.adamic_adar, networkx.adamic_adar_index),
        (links.resource_allocation, networkx.resource_allocation_index),
        (links.preferential_attachment, networkx.preferential_attachment),
    ],
)
def test_predictors_are_those_of_networkx(ours, theirs):
    """Every pair without a tie, in a network with a lonely person and one with a single contact."""
    graph = networkx.gnp_random_graph(14, 0.3, seed=2)
    graph.add_edge(0, 14)
    graph.add_node(15)
    score = ours(networkx.to_numpy_array(graph, nodelist=range(16)))
    for one, other, value in theirs(graph):
        assert score[one, other] == pytest.approx(value)


def test_common_neighbours_are_those_of_networkx():
    """A count."""
    graph = networkx.gnp_random_graph(12, 0.4, seed=2)
    score = links.common_neighbours(networkx.to_numpy_array(graph))
    for one, other in networkx.non_edges(graph):
        assert score[one, other] == len(list(networkx.common_neighbors(graph, one, other)))


def test_adamic_adar_of_support_is_that_of_networkx():
    """People and life domains in one graph: the contact who supports in both, and the one who supports in one."""
    edges = [("a", "b"), ("b", "work"), ("a", "c"), ("c", "work"), ("c", "housing"), ("b", "c")]
    graph = networkx.Graph(edges)
    ((_, _, expected),) = networkx.adamic_adar_index(graph, [("a", "work")])
    neighbours = {node: set(graph[node]) for node in graph}

    assert adamic_adar_of(neighbours, "a", "work") == pytest.approx(expected)
    assert adamic_adar_of(neighbours, "nobody", "work") == 0


def test_jaccard_by_hand():
    """One of three; a client without needs is like nobody."""
    alike = jaccard(np.array([[1, 1, 0], [0, 1, 1], [0, 0, 0]], dtype=float))

    assert alike[0, 1] == pytest.approx(1 / 3)
    assert alike[0, 2] == alike[2, 2] == 0


def test_greedy_takes_what_adds_most_to_those_before():
    """Half of work is open: after who fills it nobody else adds anything there, and a quarter of housing comes next."""
    domain = np.array(["work", "work", "housing"])
    score = greedy(domain, np.array([0.5, 1.0, 0.25]), np.array([0.5, 0.5, 1.0]))

    assert score[2] < max(score[0], score[1])
    assert score[2] > 0
    assert min(score[0], score[1]) == 0


def test_the_best_set_may_be_another_than_the_greedy_one():
    """One who does two thirds is first by greed; two who do half each do more together. Nobody is asked twice."""
    domain, fills, open_ = np.array(["work"] * 3), np.array([2 / 3, 0.5, 0.5]), np.ones(3)
    nobody = np.array(["", "", ""])

    assert exact(domain, nobody, fills, open_, 2).sum() == 2
    assert exact(domain, nobody, fills, open_, 1).tolist() == [1, 0, 0]
    assert exact(domain, np.array(["b", "a", "a"]), fills, np.ones(3), 3)[1:].sum() <= 1
