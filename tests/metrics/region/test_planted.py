"""In made-up regions the measures find what was planted, and nothing else."""

import pytest

from netwerkanalyse.datasets.simulate_region import simulate_region
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_alignment
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.metrics.region.services.catalogue import measure_services
from netwerkanalyse.metrics.region.services.gaps import service_gaps
from netwerkanalyse.metrics.region.services.service_map import ServiceMap


@pytest.fixture(scope="module", params=[3, 7])
def simulated(request):
    """A fictional region of sixty organisations with a thousand clients, by seed."""
    return simulate_region(1000, seed=request.param)


def planted(simulated, code, *about):
    """The facts of one code, as a set of tuples."""
    rows = simulated.truth.loc[simulated.truth["code"] == code, list(about)]
    assert len(rows)
    return set(rows.itertuples(index=False, name=None))


def unordered(pairs):
    """Pairs without direction."""
    return {frozenset(pair) for pair in pairs}


def test_agreements(simulated):
    """Paper agreements are found, and work without agreement comes first in the list; a few pairs may not be shown."""
    pairs = measure_alignment(simulated.region, simulated.caseload, ["alignment_pairs"], level=Level.DYAD)
    without = unordered(planted(simulated, "work_without_agreement", "organisation", "other"))
    shown = without - unordered(pairs.index[pairs["pair_suppressed"]])
    ranked = pairs["work_without_agreement"].dropna().sort_values(kind="stable")

    assert unordered(pairs.index[pairs["paper_agreement"].fillna(value=False)]) == unordered(
        planted(simulated, "paper_agreement", "organisation", "other")
    )
    assert len(shown) > len(without) / 2
    assert unordered(ranked.index[: len(shown)]) == shown


def test_gaps_and_overlap(simulated):
    """Every planted gap is listed, and no other; overlap is where three organisations are."""
    found = measure_services(simulated.region, level=Level.AREA_DOMAIN)
    gaps = service_gaps(ServiceMap(simulated.region))

    assert set(gaps.index) == planted(simulated, "gap", "area", "domain")
    assert (gaps["gap_reason"] == "elsewhere").all()
    overlap = found.index[found["cell_organisations"] == 3]
    assert set(overlap) == planted(simulated, "overlap", "area", "domain")
    assert set(found["cell_services"].dropna()) <= {0, 1, 3}


def test_brokers(simulated):
    """Only the planted brokers are liaisons between other sectors."""
    found = measure_region(simulated.region, "information", ["region_brokerage"], level=Level.ORGANISATION)

    assert {(name,) for name in found.index[found["liaison"] > 0]} == planted(simulated, "broker", "organisation")


def test_core_and_its_missing_ties(simulated):
    """The planted core is the one that fits best, and only planted pairs of it do not work together."""
    found = measure_region(simulated.region, "cooperation", ["in_core"], level=Level.ORGANISATION)
    core = {name for (name,) in planted(simulated, "core", "organisation")}
    tied = RegionNetwork(simulated.region, "cooperation").graph
    names = simulated.region.organisation_index

    assert set(found.index[found["in_core_missing"] == 1]) == core
    ties = {frozenset((names[a], names[b])) for a, b in zip(tied.source, tied.target, strict=True)}
    pairs = {frozenset((a, b)) for a in core for b in core if a != b}
    assert pairs - ties == unordered(planted(simulated, "missing_tie", "organisation", "other"))


def test_chain_and_network(simulated):
    """The layer of referral is a chain by all four of Krackhardt's measures; information goes both ways."""
    chain = measure_region(simulated.region, "referral", ["region_chain"]).iloc[0]
    network = measure_region(simulated.region, "information", ["region_chain"]).iloc[0]

    assert chain["chain_index"] == pytest.approx(1)
    assert network["reach_hierarchy"] == pytest.approx(0)


def test_bouncing_referrals(simulated):
    """Who sends everybody back or on is found; with the others there is a contact."""
    found = measure_partnership(simulated.region, ["received_referrals"], level=Level.ORGANISATION)
    share = found["received_bounce_share"].dropna()
    bouncing = {name for (name,) in planted(simulated, "referral_bounce", "organisation")}

    assert set(share.index[share == 1]) == bouncing
    assert (share.drop(list(bouncing)) == 0).all()
