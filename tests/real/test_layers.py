"""Real networks in several layers, and the four regions: values from numpy and networkx."""

from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import real_regions
from netwerkanalyse.datasets import load_region
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.graphs.mrqap import mrqap
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.metrics.region.partnership.matrices import layer_matrices
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.model.region import Region

RELATIONS = {"cnt": "information", "coll": "agreement", "diss": "consultation"}
NETWORKS = pytest.mark.parametrize("name", real_regions.EMON)


@pytest.fixture(scope="module")
def agencies(shared):
    """The tobacco control agencies with their three relations, each as a layer."""
    regions = [real_regions.tobacco(shared, relation, layer) for relation, layer in RELATIONS.items()]
    tables = {name: regions[0].tables[name] for name in ("organisations",)}
    joined = {
        name: pd.concat([region.tables[name] for region in regions], ignore_index=True)
        for name in ("layers", "collaborations")
    }
    return Region.build(tables | joined)


@pytest.fixture(scope="module")
def square(shared):
    """The same relations as matrices, read without the package."""
    folder = shared / "real" / "tobacco"
    found = {}
    for relation, layer in RELATIONS.items():
        matrix = np.zeros((25, 25))
        ties = pd.read_csv(folder / f"ties_{relation}.csv")[["source", "target"]].to_numpy() - 1
        matrix[ties[:, 0], ties[:, 1]] = matrix[ties[:, 1], ties[:, 0]] = 1
        found[layer] = matrix
    return found


def test_tobacco_overlap_and_correlation(agencies, square):
    """Contact, collaboration and dissemination go together far beyond chance: values of numpy over the 300 pairs."""
    upper = np.triu_indices(25, 1)
    overlap = measure_partnership(agencies, level=Level.LAYER_PAIR)
    together = measure_partnership(agencies, level=Level.COMPARISON)

    for one, other in combinations(RELATIONS.values(), 2):
        pair = (one, other) if (one, other) in overlap.index else (other, one)
        a, b = square[one][upper], square[other][upper]
        assert overlap.loc[pair, "layer_overlap"] == pytest.approx((a * b).sum() / np.maximum(a, b).sum())
        assert together.loc[pair, "layer_correlation"] == pytest.approx(np.corrcoef(a, b)[0, 1])
        assert together.loc[pair, "correlation_p_two_sided"] < 0.01


def test_tobacco_multiplexity(agencies, square):
    """How many pairs are tied in several relations."""
    upper = np.triu_indices(25, 1)
    layers = sum(matrix[upper] for matrix in square.values())
    found = measure_partnership(agencies, ["region_multiplexity"]).iloc[0]

    assert (found["pairs_tied"], found["pairs_multiplex"]) == ((layers > 0).sum(), (layers > 1).sum())
    assert found["pairs_multiplex_share"] == pytest.approx((layers > 1).sum() / (layers > 0).sum())
    assert found["pairs_thin_unknown"] == (layers == 1).sum()


def test_tobacco_regression(agencies, square):
    """Collaboration by contact and dissemination: the coefficients of numpy."""
    upper = np.triu_indices(25, 1)
    matrices = {name: table.to_numpy() for name, table in layer_matrices(Partnership(agencies)).items()}
    predictors = {name: matrices[name] for name in ("information", "consultation")}
    found = mrqap(matrices["agreement"], predictors, directed=False, draws=499)
    table = np.column_stack([np.ones(300), *(square[name][upper] for name in predictors)])
    expected = np.linalg.lstsq(table, square["agreement"][upper], rcond=None)[0]

    assert found.terms["coefficient"].tolist() == pytest.approx(expected.tolist())
    assert found.descriptive
    assert (found.terms["p_two_sided"].dropna() < 0.05).all()


@NETWORKS
def test_emon_with_the_same_sponsor(shared, name):
    """Correlation of communication with the same sponsor: that of numpy over all ordered pairs."""
    region = real_regions.emon(shared, name)
    found = measure_partnership(region, level=Level.COMPARISON).loc[("information", "same_sector")]
    folder = shared / "real" / "emon"
    nodes, ties = pd.read_csv(folder / f"{name}_nodes.csv"), pd.read_csv(folder / f"{name}_ties.csv")
    sponsor, size = nodes["Sponsorship"].to_numpy(), len(nodes)
    tied = np.zeros((size, size))
    tied[ties["source"] - 1, ties["target"] - 1] = 1
    apart = ~np.eye(size, dtype=bool)
    expected = np.corrcoef(tied[apart], (sponsor[:, None] == sponsor)[apart])[0, 1]

    assert found["layer_correlation"] == pytest.approx(expected)
    assert found["correlated_pairs"] == size * (size - 1)


@NETWORKS
def test_emon_without_each_organisation(shared, name):
    """Parts, the largest part and reach without each organisation: networkx on the graph without it."""
    found = measure_region(real_regions.emon(shared, name), "information", ["region_losing"], level=Level.ORGANISATION)
    ties = pd.read_csv(shared / "real" / "emon" / f"{name}_ties.csv")
    graph = nx.DiGraph()
    graph.add_nodes_from(range(1, len(found) + 1))
    graph.add_edges_from(ties[["source", "target"]].itertuples(index=False, name=None))

    for node, row in zip(graph, found.itertuples(), strict=True):
        rest = graph.subgraph(set(graph) - {node})
        sizes = [len(part) for part in nx.weakly_connected_components(rest)]
        could = sum(len(nx.descendants(graph, one) - {node}) for one in rest)
        still = sum(len(nx.descendants(rest, one)) for one in rest)
        assert (row.parts_without, row.largest_without) == (len(sizes), max(sizes))
        assert row.reach_lost == pytest.approx((could - still) / could)


@NETWORKS
def test_emon_falls_apart_sooner_when_the_busiest_go(shared, name):
    """Losing those with most ties first never leaves more together than losing anybody."""
    found = measure_region(real_regions.emon(shared, name), "information", ["region_removal"]).iloc[0]

    assert found["removal_degree"] < found["removal_random"] <= found["removal_most"]


@pytest.mark.parametrize("name", ["drenthe", "noord-holland-noord", "utrecht", "zuid-limburg"])
def test_four_regions_say_what_a_text_leaves_open(name):
    """One layer, no values, no ratings, no referrals: nothing is made up, everything missing says why."""
    region = load_region(name)
    one = why_missing(measure_partnership(region)).iloc[0]

    assert one["pairs_multiplex_share"] == "fewer_than_two_layers"
    assert one["trust_density"] == "nobody_rates"
    assert one["goal_consensus"] == "nobody_rated_goals"
    assert one["all_contact_share"] == "no_referrals"
