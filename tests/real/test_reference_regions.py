"""Ten real networks of organisations: every value that R packages sna and igraph gave."""

import numpy as np
import pandas as pd
import pytest

import naive
import real_regions
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.network import RegionNetwork

NETWORKS = [*(f"TC{name}" for name in real_regions.TOBACCO), *(f"emon_{name}" for name in real_regions.EMON)]
network = pytest.mark.parametrize("name", NETWORKS)


def load(shared, name, *, directed=False, turned=False):
    """The network with that name in the reference, and its layer."""
    if name.startswith("emon"):
        return real_regions.emon(shared, name.removeprefix("emon_"), turned=turned), "information"
    layer = "information" if directed else "agreement"
    return real_regions.tobacco(shared, name.removeprefix("TC"), layer), layer


@network
def test_whole_network(shared, name):
    """Density, transitivity, components, distances, centralisation, assortativity."""
    expected = pd.read_csv(shared / "reference" / "graph_level.csv", index_col="network").loc[name]
    found = measure_region(*load(shared, name)).iloc[0]

    for column, measure in GRAPH_LEVEL.items():
        assert found[measure] == pytest.approx(expected[column], nan_ok=True, abs=1e-9), (column, measure)


@network
def test_direction(shared, name):
    """What only a layer with direction has; in networks without, R reads every tie both ways."""
    expected = pd.read_csv(shared / "reference" / "graph_level.csv", index_col="network").loc[name]
    found = measure_region(*load(shared, name, directed=True)).iloc[0]

    for column, measure in WITH_DIRECTION.items():
        assert found[measure] == pytest.approx(expected[column], nan_ok=True, abs=1e-9), (column, measure)


@network
def test_least_upper_bounds(shared, name):
    """R sna looks for the highest upper bound of a pair, where the definition says the least.

    They differ in LakePomona only, where two organisations stand above all others: all others have a least upper bound
    among themselves and no highest one.
    """
    expected = pd.read_csv(shared / "reference" / "graph_level.csv", index_col="network").loc[name, "lubness"]
    region, layer = load(shared, name, directed=True)
    graph = RegionNetwork(region, layer).graph
    arcs = set(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    found = measure_region(region, layer, ["region_chain"])["lubness"].item()

    assert naive.region.lubness(len(region), arcs, least=False) == pytest.approx(expected)
    assert found == pytest.approx(naive.region.lubness(len(region), arcs))
    assert (found == pytest.approx(expected)) == (name != "emon_LakePomona")


@network
def test_every_organisation(shared, name):
    """Degrees, betweenness, core numbers, PageRank, constraint and brokerage of every organisation."""
    expected = pd.read_csv(shared / "reference" / f"node_{name}.csv")
    found = measure_region(*load(shared, name), level=Level.ORGANISATION)

    for column, measure in NODE_LEVEL.items():
        np.testing.assert_allclose(found[measure], expected[column], atol=1e-9, err_msg=f"{column} {measure}")


@network
def test_eigenvector(shared, name):
    """R sna weighs the ties that an organisation sends, we those that it receives: so turn all ties around."""
    expected = pd.read_csv(shared / "reference" / f"node_{name}.csv")["evcent"]
    found = measure_region(*load(shared, name, turned=True), ["region_centrality"], level=Level.ORGANISATION)

    np.testing.assert_allclose(found["eigenvector"], expected, atol=1e-6)


@network
def test_nothing_of_the_reference_is_passed_over(shared, name):
    """Every column that R gave is compared above."""
    graph = pd.read_csv(shared / "reference" / "graph_level.csv")
    nodes = pd.read_csv(shared / "reference" / f"node_{name}.csv")

    assert set(graph) - {"network", "directed", "lubness"} <= set(GRAPH_LEVEL) | set(WITH_DIRECTION)
    assert set(nodes) - {"network", "node", "group", "evcent"} <= set(NODE_LEVEL)


GRAPH_LEVEL = {
    "n": "organisations",
    "m": "region_ties",
    "density": "region_density",
    "trans_weak": "region_transitivity",
    "trans_und": "region_clustering",
    "weak_comp": "region_components",
    "isolates": "region_isolates",
    "degC": "centralisation_degree",
    "betC": "centralisation_betweenness",
    "indegC": "centralisation_in",
    "outdegC": "centralisation_out",
    "mean_dist": "mean_distance",
    "diam": "diameter",
    "assort_group": "sector_assortativity",
    "cutpoints": "cut_organisations",
}

WITH_DIRECTION = {
    "recip_edgewise": "reciprocity_edgewise",
    "recip_dyadic": "reciprocity_nonnull",
    "connectedness": "connectedness",
    "krack_hierarchy": "reach_hierarchy",
    "efficiency": "chain_efficiency",
}

NODE_LEVEL = {
    "indeg": "degree_in",
    "outdeg": "degree_out",
    "betw": "region_betweenness",
    "coreness": "core_number",
    "pagerank": "pagerank",
    "constraint": "org_constraint",
    "localcc": "partner_clustering",
    "gf_coordinator": "coordinator",
    "gf_itinerant": "itinerant",
    "gf_representative": "representative",
    "gf_gatekeeper": "gatekeeper",
    "gf_liaison": "liaison",
    "gf_total": "brokerage_total",
}
