"""The fictional region that comes with the package, and its caseload."""

from importlib.resources import files

import pytest

from netwerkanalyse.datasets import EXAMPLE_REGION, load, load_region
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_alignment
from netwerkanalyse.metrics.region.services.catalogue import measure_services
from netwerkanalyse.model.region_tables import REGION
from netwerkanalyse.model.vocabulary import DOMAIN


@pytest.fixture(scope="module")
def region():
    """The fictional region."""
    return load_region(EXAMPLE_REGION)


@pytest.fixture(scope="module")
def caseload():
    """The fictional clients of the region."""
    return load(EXAMPLE_REGION)


@pytest.mark.parametrize("name", [EXAMPLE_REGION, f"{EXAMPLE_REGION}-caseload"])
def test_it_says_that_it_is_fictional(name):
    """Both pages say so before their first table."""
    page = (files("netwerkanalyse.datasets") / "regions" / f"{name}.md").read_text(encoding="utf-8")

    assert "verzonnen" in page.split("\n## ")[0]


def test_it_is_whole_and_without_problems(region, caseload):
    """Every table has rows, nothing is doubtful, and three autonomous organisations make it a network."""
    assert all(len(region.tables[table.name]) for table in REGION.tables)
    assert (region.warnings, caseload.warnings) == ((), ())
    assert region.is_network


def test_what_is_unknown_stays_so(region):
    """A tie nobody knows, an organisation that did not respond, and a service of which the place is not filled in."""
    assert set(region.collaborations["present"]) == {"yes", "no", "unknown", "no_response"}
    assert region.collaborations["layer"].nunique() == 3
    assert region.services["areas"].isna().sum() == 1


def test_the_thirteen_domains_have_services_somewhere_but_not_everywhere(region):
    """There is something to find in the social map: every life domain is offered, and some areas lack some."""
    offered = {name for cell in region.services["domains"] for name in cell.split(";")}
    without = measure_services(region)["area_domains_without"]

    assert offered == set(DOMAIN.names)
    assert without.max() > without.min()


def test_the_caseload_works_for_the_organisations_of_the_region(region, caseload):
    """The key is shared, and enough clients are shared for numbers that may be shown."""
    assert set(caseload.members["organisation"].dropna()) <= set(region.organisation_index)
    assert set(caseload.clients["area"]) <= set(region.areas["area"])
    found = measure_alignment(region, caseload, ["agreement_coverage"]).iloc[0]
    assert 0 < found["agreement_coverage"] < 1
    assert found["paper_agreements"] > 0
    pairs = measure_alignment(region, caseload, level=Level.DYAD)
    assert pairs["shared_clients"].notna().any()
