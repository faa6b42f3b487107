"""The simulator of regions; that measures find what it plants is tested in tests/metrics/region/test_planted."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.datasets import simulate, simulate_region
from netwerkanalyse.datasets.simulation.planted import COLUMNS
from netwerkanalyse.io.formats import read_region, write_region
from netwerkanalyse.model.region_tables import REGION
from netwerkanalyse.model.vocabulary import SECTOR

CODES = {
    "work_without_agreement",
    "paper_agreement",
    "core",
    "missing_tie",
    "broker",
    "network",
    "chain",
    "referral_bounce",
    "gap",
    "overlap",
}


@pytest.fixture(scope="module")
def simulated():
    """A fictional region with three hundred clients."""
    return simulate_region(300, seed=3)


def tables(simulated):
    """Everything that was made, by name."""
    return {**simulated.region.tables, **simulated.caseload.tables, "truth": simulated.truth}


def test_same_seed_same_region(simulated):
    """A result can be repeated."""
    again = tables(simulate_region(300, seed=3))
    for name, frame in tables(simulated).items():
        pd.testing.assert_frame_equal(frame, again[name], obj=name)


@pytest.mark.parametrize("name", ["collaborations", "services", "area_needs", "referrals", "ratings", "goal_ratings"])
def test_another_seed_another_region(simulated, name):
    """The seed reaches every table."""
    assert not simulated.region.tables[name].equals(simulate_region(300, seed=4).region.tables[name])


def test_clients_are_those_of_the_simulator_of_caseloads(simulated):
    """A large caseload can be made part by part beside the same region."""
    alone = simulate(300, seed=3, organisations=60, areas=10).caseload
    for name, frame in simulated.caseload.tables.items():
        pd.testing.assert_frame_equal(frame, alone.tables[name], obj=name)


@pytest.mark.parametrize(
    "numbers",
    [
        {"clients": 300},
        {"clients": 0},
        {"clients": 50, "organisations": 17, "areas": 1},
        {"clients": 50, "organisations": 40, "areas": 60, "unknown": 0.0},
        {"clients": 50, "unknown": 1.0},
    ],
    ids=str,
)
def test_every_table_passes_the_checks(numbers):
    """Nothing doubtful, whatever the size; and every fact is about things that exist."""
    made = simulate_region(seed=1, **numbers)
    region, truth = made.region, made.truth

    assert region.warnings == ()
    assert region.is_network
    assert list(truth) == list(COLUMNS)
    assert set(truth["code"]) <= CODES
    for column in ("organisation", "other"):
        assert set(truth[column].dropna()) <= set(region.organisation_index)
    assert set(truth["area"].dropna()) <= set(region.areas["area"])


def test_everything_is_planted(simulated):
    """In a region of the usual size every code occurs."""
    assert set(simulated.truth["code"]) == CODES


def test_the_region_and_its_clients_meet(simulated):
    """Organisations and areas of clients are those of the region; people have the sector of their organisation."""
    members = simulated.caseload.members.dropna(subset=["organisation"])
    sector = simulated.region.organisations.set_index("organisation")["sector"]

    assert set(simulated.caseload.clients["area"]) <= set(simulated.region.areas["area"])
    assert (sector.loc[members["organisation"]].astype("str").to_numpy() == members["sector"].astype("str")).all()
    assert set(sector) <= set(SECTOR.names)


def test_it_says_that_it_is_made_up():
    """Every table in which there is room for it says that its numbers are."""
    said = {"nl": "verzonnen", "en": "made up"}
    for lang, word in said.items():
        region = simulate_region(20, seed=3, lang=lang).region
        for name in ("organisations", "collaborations", "services", "areas"):
            assert region.tables[name]["evidence"].str.contains(word).all(), name
        assert region.layers["note"].str.contains(word).all()


def test_some_is_unknown_and_with_none_unknown_nothing_is(simulated):
    """Unknown ties, organisations that did not respond, and blank cells; none of it when nothing is unknown."""
    assert {"unknown", "no_response", "no"} <= set(simulated.region.collaborations["present"])
    assert simulated.region.area_needs["expected"].isna().any()

    known = simulate_region(300, seed=3, unknown=0.0).region
    assert set(known.collaborations["present"]) == {"yes", "no"}
    assert known.services[["capacity", "waiting_days"]].notna().all().all()
    assert known.area_needs["expected"].notna().all()


def test_larger_areas_hold_the_smaller(simulated):
    """Inhabitants of a larger area are those of the areas in it."""
    areas = simulated.region.areas.set_index("area")
    within = areas.dropna(subset=["parent"]).groupby("parent")["population"].sum()

    assert len(within) == 2
    np.testing.assert_allclose(areas.loc[within.index, "population"], within)


@pytest.mark.parametrize("name", ["region.json", "region.xlsx", "region"])
def test_it_is_written_and_read_back(simulated, tmp_path, name):
    """A file of it holds the same tables."""
    write_region(simulated.region, tmp_path / name)
    read = read_region(tmp_path / name)
    for table in REGION.tables:
        pd.testing.assert_frame_equal(read.tables[table.name], simulated.region.tables[table.name], obj=table.name)


def test_fewer_organisations_than_sectors_are_refused():
    """One organisation a sector is the least."""
    with pytest.raises(ValueError, match="at least 17"):
        simulate_region(10, organisations=16)
