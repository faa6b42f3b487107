"""Communities by many runs of Leiden, and whether they are sectors or areas."""

import random

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.graphs.chance import igraph_seeded
from netwerkanalyse.metrics.region.groups.communities import find_communities
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.region import Region
from regions import SmallRegion, built, plain, regions, tied

ANY_SIZE = RegionCutoffs(communities_from=2, community_runs=5)
KARATE = nx.karate_club_graph()
CLUB = tied(
    ["welfare" if KARATE.nodes[node]["club"] == "Mr. Hi" else "insurer" for node in KARATE], KARATE.edges, "agreement"
)
CLIQUES = [(a, b) for first in (0, 6) for a in range(first, first + 6) for b in range(first, a)]


def whole(small, cutoffs=None):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_communities"], cutoffs=cutoffs).iloc[0]


def members(small, cutoffs=None):
    """The measures of every organisation."""
    return measure_region(
        built(small), small.layer, ["organisation_community"], level=Level.ORGANISATION, cutoffs=cutoffs
    )


def test_karate_club():
    """Four communities with the highest modularity there is, .4198 (igraph and others), the same in every run."""
    found = whole(CLUB)

    assert found["communities"] == 4
    assert found["modularity"] == pytest.approx(0.4198, abs=5e-5)
    assert found[["community_variation", "community_likeness"]].tolist() == [0, 1]
    assert found["community_sector_compared"] == 34
    assert 0.4 < found["community_sector_rand"] < 0.6


def test_two_cliques_that_are_two_sectors():
    """Groups that coincide with sectors: both comparisons are 1; who has no tie and no sector is left out."""
    sectors = ["welfare"] * 6 + ["insurer"] * 5 + [None, "welfare"]
    small = tied(sectors, [*CLIQUES, (0, 6)], "agreement")
    found, each = whole(small), members(small)

    assert found[["communities", "community_organisations", "community_sector_compared"]].tolist() == [2, 12, 11]
    assert found[["community_sector_rand", "community_sector_nmi"]].tolist() == pytest.approx([1, 1])
    assert each["community"].tolist()[:12] == [1] * 6 + [2] * 6
    assert each["community_size"].tolist()[:12] == [6] * 12
    assert np.isnan(each["community"].iloc[12])


def test_areas_of_who_works_in_one():
    """An organisation that works in several areas belongs to none of them in particular."""
    names = [f"O{number}" for number in range(12)]
    region = Region.build(
        {
            "organisations": pd.DataFrame(
                {"organisation": names, "areas": ["north"] * 6 + ["south"] * 4 + ["north;south", None]}
            ),
            "areas": pd.DataFrame({"area": ["north", "south"]}),
            "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
            "collaborations": pd.DataFrame(
                [(names[a], names[b], "agreement") for a, b in CLIQUES], columns=["source", "target", "layer"]
            ),
        }
    )
    found = measure_region(region, "agreement", ["region_communities"]).iloc[0]

    assert found[["community_area_compared", "community_area_groups"]].tolist() == [10, 2]
    assert found["community_area_rand"] == pytest.approx(1)


def test_few_organisations_have_no_communities():
    """Nine with a tie are too few, whoever else there is; the reason is in the table."""
    ring = [(i, (i + 1) % 9) for i in range(9)]

    assert np.isnan(whole(plain(12, ring, "agreement"))["communities"])
    assert whole(plain(12, ring, "agreement"))["community_organisations"] == 9
    assert whole(plain(12, ring, "agreement"), ANY_SIZE)["communities"] > 1


@settings(max_examples=40, deadline=None)
@given(regions())
def test_agrees_with_the_definition(small):
    """Modularity by its formula; every community is as large as it says, and numbered from the largest."""
    found, each = whole(small, ANY_SIZE), members(small, ANY_SIZE)
    group = each["community"].dropna()
    ties = {tuple(sorted(arc)) for arc in small.arcs}
    assert (len(group) > 0) == bool(ties)
    if ties:
        by_node = {int(name[1:]): number for name, number in group.items()}
        assert found["modularity"] == pytest.approx(naive.region_groups.modularity(ties, by_node))
        assert group.nunique() == found["communities"] == group.max()
        assert (group.map(group.value_counts()) == each["community_size"].dropna()).all()
        sizes = group.value_counts().sort_index().tolist()
        assert sizes == sorted(sizes, reverse=True)


def test_how_much_runs_differ():
    """A ring has many divisions that are as good: runs differ, by the mean over pairs of runs; firmness tells where."""
    small = plain(20, [(i, (i + 1) % 20) for i in range(20)], "agreement")
    found, runs = whole(small), find_communities(RegionNetwork(built(small), "agreement")).runs.tolist()
    pairs = [(one, other) for place, one in enumerate(runs) for other in runs[:place]]
    apart = np.mean([igraph.compare_communities(one, other, method="vi") for one, other in pairs])

    assert len(runs) == 20
    assert found["community_variation"] == pytest.approx(apart / np.log(20))
    assert found["community_variation"] > 0
    assert (members(small)["community_firmness"] < 1).all()


def test_direction_and_values_are_forgotten():
    """The same ties, one way, with any value: the same communities."""
    one_way = tied(CLUB.sectors, KARATE.edges, "referral")
    heavy = SmallRegion(CLUB.sectors, tuple((a, b, "yes", 5.0) for a, b in KARATE.edges), "agreement")

    for other in (one_way, heavy):
        assert members(other)["community"].tolist() == members(CLUB)["community"].tolist()


def test_chance_of_others_is_left_alone():
    """Python's random numbers go on as if nothing happened, and igraph draws from them again."""
    random.seed(4)
    before = random.getstate()
    with igraph_seeded(9):
        igraph.Graph.Erdos_Renyi(20, m=30)
    assert random.getstate() == before
    random.seed(8)
    one = igraph.Graph.Erdos_Renyi(20, m=30).get_edgelist()
    random.seed(8)
    assert igraph.Graph.Erdos_Renyi(20, m=30).get_edgelist() == one
    assert whole(CLUB).equals(whole(CLUB))
