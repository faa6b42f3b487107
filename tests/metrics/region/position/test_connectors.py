"""Shared credit of brokers, betweenness beyond size, seams, and who may connect sectors."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.kernels.brokerage_shared import SharedRoles, brokerage_shared
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.brokerage import ROLES
from netwerkanalyse.metrics.region.position.connectors import _several, connectors, measure_connectors
from netwerkanalyse.metrics.region.position.size import measure_size
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import SECTOR
from regions import SmallRegion, built, plain, regions, tied

NAN = float("nan")
SECTORS = ("welfare", "insurer", "municipality", "mental_health_care", "education")


def each(small, family):
    """The measures of every organisation."""
    return measure_region(built(small), small.layer, [family], level=Level.ORGANISATION)


@settings(deadline=None)
@given(regions())
def test_shared_credit_agrees_with_the_definition(small):
    """Of k brokers of a pair each gets one over k, in the role it has for that pair."""
    found = each(small, "region_brokerage_shared")
    for node, row in enumerate(found.to_dict("records")):
        known = small.sectors[node] is not None and small.known_both(node)
        credit = naive.region_groups.shared_credit(node, small.arcs, small.sectors)
        for role in ROLES[:-1]:
            assert row[f"{role}_shared"] == pytest.approx(credit[role] if known else NAN, nan_ok=True)
        assert row["brokerage_total_shared"] == pytest.approx(sum(credit.values()) if known else NAN, nan_ok=True)


def test_two_brokers_share():
    """Two ways from a to b: each broker gets half, though each is counted for one."""
    small = tied(["welfare"] * 4, [(0, 1), (1, 3), (0, 2), (2, 3)])

    assert each(small, "region_brokerage")["coordinator"].tolist() == [0, 1, 1, 0]
    assert each(small, "region_brokerage_shared")["coordinator_shared"].tolist() == [0, 0.5, 0.5, 0]


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    rng = np.random.default_rng(2)
    ties = {(int(a), int(b)) for a, b in rng.integers(0, 30, (120, 2)) if a != b}
    graph, group = RegionNetwork(built(plain(30, sorted(ties))), "referral").graph, rng.integers(0, 4, 30)

    def run(kernel):
        out = SharedRoles(*(np.zeros(30) for _ in SharedRoles._fields))
        kernel(graph.arcs, group, out)
        return out

    np.testing.assert_array_equal(run(brokerage_shared.python), run(brokerage_shared.compiled))


def sized(clients, ties):
    """A network of organisations with a number of clients, and their ties."""
    names = [f"O{number}" for number in range(len(clients))]
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names, "clients": clients}),
            "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
            "collaborations": pd.DataFrame(
                [(names[a], names[b], "agreement") for a, b in ties], columns=["source", "target", "layer"]
            ),
        }
    )
    return RegionNetwork(region, "agreement")


STAR = [(0, i) for i in range(1, 5)]


def test_residual_is_that_of_a_straight_line():
    """Shares 1, 0, 0, 0, 0 at five sizes: the residuals of numpy's least squares."""
    clients = [100, 20, 30, 40, 90]
    found = measure_size(sized(clients, STAR))["betweenness_residual"]

    share = np.array([1, 0, 0, 0, 0])
    expected = share - np.polyval(np.polyfit(clients, share, 1), clients)
    assert found.tolist() == pytest.approx(expected.tolist())


def test_few_clients_and_unknown_sizes_are_left_out():
    """Fewer than ten clients are suppressed, with a reason of their own; numbers may also be handed over."""
    found = measure_size(sized([100, 9, 30, None, 90], STAR))

    assert found["betweenness_residual"].isna().tolist() == [False, True, False, True, False]
    assert found["sizes_compared"].tolist() == [3] * 5
    given_apart = pd.Series({"O0": 100, "O2": 30, "O4": 90, "elsewhere": 50})
    assert measure_size(sized([None] * 5, STAR), given_apart)["betweenness_residual"].tolist() == pytest.approx(
        found["betweenness_residual"].tolist(), nan_ok=True
    )


def test_equal_sizes_explain_nothing():
    """With equal sizes there is no line; without sizes there is nothing."""
    assert measure_size(sized([50] * 5, STAR))["betweenness_residual"].isna().all()
    assert measure_size(sized([None] * 5, STAR))["betweenness_residual"].isna().all()


@given(regions())
def test_seams_agree_with_the_definition(small):
    """The pairs of one from either side: ties over the pairs asked about, and both bounds."""
    found = measure_region(built(small), small.layer, ["region_seams"]).iloc[0]
    side = {name: SECTOR.group(name) for name in SECTOR.names}
    for seam, ends in (
        ("medical_social", [{"medical", "social"}, side]),
        ("insurer_municipality", [{"insurer", "municipality"}, {name: name for name in side}]),
    ):
        wanted, group = ends
        answers = [
            small.answer((a, b)) for a, b in small.pairs if {group.get(small.sectors[one]) for one in (a, b)} == wanted
        ]
        low, high = naive.region.region_density_bounds(answers)
        density = naive.region.region_density(answers) if small.absence_told else None
        expected = [density, low, high]
        assert found[f"{seam}_pairs"] == len(answers)
        assert found[[f"{seam}_density{end}" for end in ("", "_low", "_high")]].astype(float).tolist() == pytest.approx(
            [NAN if value is None else value for value in expected], nan_ok=True
        )


def trusted(small, rows):
    """A region with a layer of trust beside its own: rows (who, whom, answer)."""
    region = built(small)
    more = pd.DataFrame(rows, columns=["source", "target", "present"]).assign(layer="trust")
    rows = region.tables["collaborations"][["source", "target", "layer", "present"]].astype(object)
    layers = pd.DataFrame({"layer": [small.layer, "trust"], "pairs_asked": ["all", "listed"]})
    return RegionNetwork(
        Region.build(
            {
                "organisations": region.tables["organisations"][["organisation", "sector"]],
                "layers": layers,
                "collaborations": pd.concat([rows, more]),
            }
        ),
        small.layer,
    )


# Organisation 0 links two insurers with two municipalities; 1 and 2 link once.
HUBS = tied(
    ["welfare", "welfare", "education", "insurer", "insurer", "municipality", "municipality", "mental_health_care"],
    [(3, 0), (0, 5), (4, 0), (0, 6), (3, 1), (1, 5), (7, 2), (2, 6)],
)


def test_candidates_are_several():
    """Organisation 0 surpasses the others in everything, yet it does not stand alone."""
    found = measure_connectors(RegionNetwork(built(HUBS), "referral"))

    assert found["connectors_possible"].iloc[0] == 3
    assert found["connector"].tolist() == [True, True, True, *[False] * 5]


def test_who_is_surpassed_by_several_is_no_candidate():
    """A fourth that links once, with partners who know each other, is not named: three speak for more."""
    sectors = [*HUBS.sectors, "recovery", "insurer", "municipality", "insurer", "municipality"]
    ties = [(a, b) for a, b, *_ in HUBS.rows]
    more = [(9, 1), (1, 10), (11, 2), (2, 12), (9, 8), (8, 10), (9, 11), (8, 9), (10, 8)]
    found = measure_connectors(RegionNetwork(built(tied(sectors, [*ties, *more])), "referral"))

    assert found["connectors_possible"].iloc[0] > 3
    assert found["connector"].fillna(value=False).tolist()[:3] == [True] * 3
    assert not found["connector"].iloc[8]


def test_one_that_links_is_no_choice():
    """When only one organisation links sectors nobody is named: that is no outcome to talk about."""
    small = tied(["insurer", "welfare", "municipality"], [(0, 1), (1, 2)])

    assert measure_connectors(RegionNetwork(built(small), "referral"))["connector"].isna().all()


def test_trust_of_few_stays_unknown_and_excludes_nobody():
    """Two opinions are suppressed; three are shown."""
    network = trusted(HUBS, [(f"O{i}", "O1", "yes") for i in (3, 5, 7)] + [(f"O{i}", "O0", "no") for i in (3, 5)])
    found = measure_connectors(network)

    assert found["trust_layer_received"].tolist()[:2] == pytest.approx([NAN, 3], nan_ok=True)
    assert found["connector"].iloc[:2].tolist() == [True, True]


def test_the_list_gives_reasons_and_no_rank():
    """A row a candidate in the order of the table, with what speaks for it; no number of places."""
    network = trusted(HUBS, [(f"O{i}", "O1", "yes") for i in (3, 5, 7)])
    frame = connectors(network, lang="en")

    assert list(frame.columns) == ["liaison", "org_effective_size", "trust_layer_received", "connector_reasons"]
    assert frame.index.tolist() == ["O0", "O1", "O2"]
    assert "3 organisations trust it" in frame.loc["O1", "connector_reasons"]
    assert "trust" not in frame.loc["O0", "connector_reasons"]
    assert connectors(network).loc["O2", "connector_reasons"].startswith("verbindt 1 keer")


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4), st.none() | st.integers(0, 3)), max_size=9),
)
def test_nobody_is_excluded_who_is_not_surpassed(candidates):
    """The first that are chosen are those whom no other surpasses for sure, by comparing all with all."""
    ranges = {
        place: ((size, size), (liaison, liaison), (0, np.inf) if trust is None else (trust, trust))
        for place, (liaison, size, trust) in enumerate(candidates)
    }
    ends = np.array([list(zip(*parts, strict=True)) for parts in ranges.values()], dtype=float).reshape(-1, 2, 3)
    chosen = _several(ends[:, 0], ends[:, 1], np.arange(len(candidates)), 1)

    assert set(np.flatnonzero(chosen)) == naive.region_groups.unsurpassed(ranges)


def test_no_response_is_no_opinion():
    """Who did not answer gave no opinion on trust."""
    rows = tuple((i, 0, "no_response", None) for i in range(1, 5))
    small = SmallRegion(("welfare",) * 5, rows, "trust")

    assert measure_connectors(RegionNetwork(built(small), "trust"))["trust_layer_raters"].tolist() == [0] * 5
