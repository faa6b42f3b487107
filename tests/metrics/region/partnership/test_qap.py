"""Correlation and regression between networks, with a test by relabelling."""

from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.graphs.mrqap import mrqap
from netwerkanalyse.metrics.region.graphs.qap import qap
from netwerkanalyse.metrics.region.graphs.relabelling import orders, tails
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.metrics.region.partnership.layer_correlation import measure_layer_correlation
from netwerkanalyse.metrics.region.partnership.matrices import layer_matrices
from netwerkanalyse.metrics.region.partnership.network import Partnership
from partnerships import Plain, built, planted

BUSINESS = """Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni
Bischeri-Lamberteschi Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi
Lamberteschi-Peruzzi Medici-Pazzi Medici-Salviati Medici-Tornabuoni"""


def florentine():
    """Marriages and business ties among sixteen families (Padgett and Ansell 1993)."""
    marriage, business = nx.florentine_families_graph(), nx.Graph(tie.split("-") for tie in BUSINESS.split())
    families = sorted({*marriage, "Pucci"})
    for graph in (marriage, business):
        graph.add_nodes_from(families)
    return [nx.to_numpy_array(graph, nodelist=families) for graph in (marriage, business)]


@st.composite
def matrices(draw, count, most=5):
    """Square matrices of the same size, with missing cells, and whether they have a direction."""
    size, directed = draw(st.integers(2, most)), draw(st.booleans())
    cell = st.sampled_from((0.0, 0.0, 1.0, 2.5, float("nan")))
    found = []
    for _ in range(count):
        matrix = np.array(draw(st.lists(st.lists(cell, min_size=size, max_size=size), min_size=size, max_size=size)))
        found.append(matrix if directed else np.triu(matrix, 1) + np.triu(matrix, 1).T)
    return found, directed


def test_published_correlation():
    """R sna gives gcor(flobusiness, flomarriage) 0.3718679, and p(f(perm) >= f(d)) 0.001 of 1000 draws."""
    marriage, business = florentine()
    found = qap(business, marriage, directed=False)

    assert found.cells == 120
    assert found.correlation == pytest.approx(0.3718679, abs=5e-8)
    assert found.tails.p_at_least < 0.005
    assert found.tails.p_at_most == 1
    assert found.tails.p_two_sided == 2 * found.tails.p_at_least


@settings(deadline=None, max_examples=60)
@given(matrices(2))
def test_every_order_agrees_with_the_definition(drawn):
    """Up to seven organisations all orders are looked at: correlation and shares are exact, missing cells included."""
    (one, other), directed = drawn
    found = qap(one, other, directed=directed)
    size = len(one)
    by_order = [
        naive.layers.correlation(naive.layers.relabelled(one, other, order, directed=directed))
        for order in permutations(range(size))
    ]

    assert found.cells == len(naive.layers.relabelled(one, other, range(size), directed=directed))
    assert found.correlation == pytest.approx(np.nan if by_order[0] is None else by_order[0], nan_ok=True, abs=1e-9)
    if by_order[0] is None or size < 4:
        assert np.isnan(found.tails.p_at_least)
    else:
        assert found.tails[:2] == pytest.approx(naive.layers.shares_of_orders(by_order[0], by_order))
        assert found.tails.draws == sum(value is not None for value in by_order)


def test_drawn_orders_give_what_all_orders_give():
    """With eight organisations orders are drawn: the share is near that of all 40,320."""
    rng = np.random.default_rng(5)
    one, other = (rng.random((2, 8, 8)) < 0.4).astype(float)
    found = qap(one, other, directed=True, draws=5000)
    exact = [
        np.corrcoef(one[~np.eye(8, dtype=bool)], other[np.ix_(order, order)][~np.eye(8, dtype=bool)])[0, 1]
        for order in map(list, list(permutations(range(8)))[::8])
    ]
    share = np.mean(np.array(exact) >= found.correlation - 1e-9)

    assert found.tails.draws == 5000
    assert found.tails.p_at_least == pytest.approx(share, abs=4 * np.sqrt(share * (1 - share) / 5000) + 0.01)


def test_chance_is_uniform():
    """Between networks that have nothing to do with each other, p is below 0.1 about one time in ten."""
    rng = np.random.default_rng(11)
    pairs = (rng.random((200, 2, 12, 12)) < 0.3).astype(float)
    shares = [
        qap(one, other, directed=True, draws=199, seed=seed).tails.p_at_least for seed, (one, other) in enumerate(pairs)
    ]

    assert np.mean(np.array(shares) <= 0.1) == pytest.approx(0.1, abs=0.065)


def test_nothing_to_compare():
    """A matrix that is the same everywhere has no correlation; below four organisations there is no test."""
    ring = np.roll(np.eye(3), 1, axis=1)

    assert np.isnan(qap(np.ones((5, 5)), np.eye(5), directed=True).correlation)
    assert np.isnan(qap(np.full((5, 5), np.nan), np.eye(5), directed=True).correlation)
    assert qap(ring, ring, directed=True).correlation == pytest.approx(1)
    assert qap(ring, ring, directed=True).tails.draws == 0
    assert qap(np.zeros((0, 0)), np.zeros((0, 0)), directed=True).cells == 0


def test_a_seed_gives_the_same_draws():
    """The same seed gives the same shares, another seed others; the network itself counts as a draw."""
    rng = np.random.default_rng(2)
    one, other = rng.random((2, 15, 15))
    first, again, third = (qap(one, other, directed=True, draws=99, seed=seed) for seed in (1, 1, 2))

    assert first == again
    assert first.tails != third.tails
    assert orders(20, 3, 1).shape == (3, 20)
    assert tails(1.0, np.zeros(99), 20).p_at_least == 1 / 100


def regression(outcome, predictors, directed):
    """Coefficients and t-values of least squares over the cells known everywhere."""
    n = range(len(outcome))
    cells = [(i, j) for i in n for j in n if (i != j if directed else i < j)]
    rows = [[outcome[i][j], 1.0, *(one[i][j] for one in predictors)] for i, j in cells]
    table = np.array([row for row in rows if not any(value != value for value in row)])
    y, x = table[:, 0], table[:, 1:]
    inverse = np.linalg.inv(x.T @ x)
    coefficient = inverse @ x.T @ y
    left = y - x @ coefficient
    return coefficient, coefficient / np.sqrt(left @ left / (len(y) - x.shape[1]) * np.diag(inverse))


@pytest.mark.parametrize("directed", [True, False])
def test_double_semi_partialling_by_the_book(directed):
    """Five organisations, all 120 orders: shuffle the residual of a predictor, regress again, compare t-values."""
    rng = np.random.default_rng(17)
    outcome, *predictors = rng.random((3, 5, 5))
    predictors[1] = predictors[1] + 0.5 * predictors[0]
    if not directed:
        outcome, *predictors = (matrix + matrix.T for matrix in (outcome, *predictors))
    found = mrqap(outcome, {"a": predictors[0], "b": predictors[1]}, directed=directed)
    coefficient, t_value = regression(outcome, predictors, directed)

    assert found.terms["coefficient"].tolist() == pytest.approx(coefficient.tolist())
    assert found.terms["t_value"].tolist() == pytest.approx(t_value.tolist())
    for place, name in enumerate("ab"):
        own, other = predictors[place], predictors[1 - place]
        (start, slope), _ = regression(own, [other], directed)
        residual = own - start - slope * other
        drawn = [
            regression(outcome, [residual[np.ix_(order, order)], other], directed)[1][1]
            for order in map(list, permutations(range(5)))
        ]
        shares = naive.layers.shares_of_orders(drawn[0], drawn)
        assert drawn[0] == pytest.approx(t_value[place + 1])
        assert found.terms.loc[name, ["p_at_least", "p_at_most"]].tolist() == pytest.approx(shares)


def listed(matrix):
    """The matrix in plain Python: None is blank."""
    return [[None if i == j or x != x else float(x) for j, x in enumerate(row)] for i, row in enumerate(matrix)]


@pytest.mark.parametrize("seed", range(8))
def test_missing_cells_are_shuffled_along(seed):
    """Five or six organisations, all orders: by t-value, for with blanks every order has its own number of cells."""
    rng = np.random.default_rng(seed)
    size, directed = (5, True) if seed % 2 else (6, False)
    drawn = rng.integers(0, 2 + seed, (3, size, size)).astype(float)
    drawn[rng.random(drawn.shape) < 0.08] = np.nan
    if not directed:
        drawn = np.triu(drawn, 1) + np.triu(drawn, 1).transpose(0, 2, 1)
    found = mrqap(drawn[0], {"own": drawn[1], "other": drawn[2]}, directed=directed)
    outcome, *predictors = map(listed, drawn)
    cells = naive.qap.known_cells([outcome, *predictors], directed=directed)
    t_values = naive.qap.fitted(outcome, predictors, cells)[1]

    assert found.cells == len(cells)
    assert found.terms["t_value"].tolist() == pytest.approx(t_values)
    for place, name in enumerate(("own", "other")):
        by_order = naive.qap.semi_partial(outcome, predictors, place, directed=directed)
        assert by_order[0] == pytest.approx(t_values[place + 1])
        shares = naive.layers.shares_of_orders(by_order[0], by_order)
        assert found.terms.loc[name, ["p_at_least", "p_at_most"]].tolist() == pytest.approx(shares)


def test_only_one_half_is_known_of_a_network_with_direction():
    """What is known in one direction says nothing of the other."""
    rng = np.random.default_rng(3)
    half = np.where(np.triu(np.ones((5, 5)), 1) > 0, rng.random((3, 5, 5)), np.nan)
    found = mrqap(half[0], {"a": half[1], "b": half[2]}, directed=True).terms
    by_order = naive.qap.semi_partial(listed(half[0]), [listed(one) for one in half[1:]], 0, directed=True)

    assert found.loc["a", "draws"] == sum(value is not None for value in by_order)


def test_large_numbers_change_no_share():
    """Metres instead of hundreds of kilometres, from far away: the same test."""
    outcome, *predictors = np.random.default_rng(9).random((3, 6, 6))
    small = mrqap(outcome, {"a": predictors[0], "b": predictors[1]}, directed=True).terms
    large = mrqap(outcome, {"a": predictors[0], "b": 1e7 + 1e5 * predictors[1]}, directed=True).terms

    assert large["p_at_least"].tolist() == pytest.approx(small["p_at_least"].tolist(), nan_ok=True)


def test_regression_finds_what_was_planted():
    """An outcome made of one of two predictors that go together: only that one is beyond chance."""
    rng = np.random.default_rng(8)
    cause = rng.random((20, 20))
    shadow = 0.7 * cause + rng.random((20, 20))
    found = mrqap(3 * cause + rng.random((20, 20)), {"cause": cause, "shadow": shadow}, directed=True, draws=999)

    assert found.terms.loc["cause", "coefficient"] == pytest.approx(3, abs=0.15)
    assert found.terms.loc["cause", "p_two_sided"] <= 0.01
    assert found.terms.loc["shadow", "p_two_sided"] > 0.05
    assert not found.descriptive


def test_regression_that_cannot_be_done_says_why():
    """Twice the same predictor, an outcome without difference, too few pairs; a yes-or-no outcome is descriptive."""
    rng = np.random.default_rng(4)
    one = rng.random((6, 6))

    assert mrqap(one, {"a": one, "b": 2 * one}, directed=True).reason == "predictors_overlap"
    assert mrqap(np.ones((6, 6)), {"a": one}, directed=True).reason == "same_everywhere"
    assert mrqap(one[:2, :2], {"a": one[:2, :2]}, directed=True).reason == "too_few_pairs_known"
    assert mrqap((one > 0.5).astype(float), {"a": one}, directed=True).descriptive


def test_layers_that_were_made_to_go_together():
    """Agreements and information follow cooperation in the made region, referrals do not; sectors matter."""
    partnership = Partnership(built(planted()))
    clients = layer_matrices(partnership)["cooperation"] * 3
    found = measure_layer_correlation(partnership, {"shared_clients": clients}, draws=499)

    assert found.loc[("cooperation", "agreement"), "layer_correlation"] > 0.4
    assert found.loc[("cooperation", "agreement"), "correlation_p_two_sided"] < 0.01
    assert found.loc[("cooperation", "same_sector"), "correlation_p_at_least"] < 0.05
    assert found.loc[("referral", "cooperation"), "correlation_p_two_sided"] > 0.05
    assert found.loc[("cooperation", "shared_clients"), "layer_correlation"] == pytest.approx(1)


def test_attributes_and_reasons():
    """Same sector is missing where a sector is; a layer without ties has no correlation, and says why."""
    rows = (("agreement", 0, 1, "yes", None, 0),)
    region = built(
        Plain(("welfare", "welfare", "insurer", None, "insurer"), asked=("agreement", "referral"), rows=rows)
    )
    found = measure_partnership(region, ["region_layer_correlation"], level=Level.COMPARISON)
    sector = layer_matrices(Partnership(region))["same_sector"]

    assert sector.loc["O0"].tolist() == pytest.approx([np.nan, 1, 0, np.nan, 0], nan_ok=True)
    assert found.loc[("agreement", "same_sector"), "correlated_pairs"] == 6
    assert found.loc[("agreement", "same_sector"), "layer_correlation"] == pytest.approx(0.632456, abs=1e-6)
    assert why_missing(found).loc[("referral", "agreement"), "layer_correlation"] == "same_everywhere"
    assert why_missing(found).loc[("agreement", "same_area"), "layer_correlation"] == "too_few_pairs_known"
