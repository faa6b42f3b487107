"""A service directory in the Open Referral shape becomes the social map of a region."""

import csv
import json
from collections import Counter

import pytest

from netwerkanalyse.errors import UnknownNameError, UnreadableError, ValidationError
from netwerkanalyse.io.hsds import read_hsds
from netwerkanalyse.texts import LANGUAGES

FILES = {
    "organizations": [{"id": "o1", "name": "Help", "parent_organization_id": ""}],
    "services": [
        {"id": "s1", "organization_id": "o1", "name": "Talk", "status": "active", "minimum_age": "18"},
        {"id": "s2", "organization_id": "o1", "name": "Walk", "status": "inactive", "minimum_age": ""},
    ],
    "service_areas": [{"id": "a1", "service_id": "s1", "name": "North; and East"}],
    "attributes": [
        {"id": "x1", "link_id": "s1", "taxonomy_term_id": "t1"},
        {"id": "x2", "link_id": "s1", "taxonomy_term_id": "t2"},
    ],
    "taxonomy_terms": [{"id": "t1", "code": "C1", "name": "Counselling"}, {"id": "t2", "code": "C2", "name": "Other"}],
    "languages": [{"id": "l1", "service_id": "s1", "name": "Urdu"}],
    "service_capacities": [{"id": "c1", "service_id": "s1", "maximum": "12", "available": "0"}],
}


def folder_of(folder, **changes):
    """A package on disk, with some files changed."""
    for name, rows in {**FILES, **changes}.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def codes(region):
    """What was told, and how often."""
    return Counter(problem.code for problem in region.warnings)


def test_a_package_becomes_services_organisations_and_areas(tmp_path):
    """Every column has one meaning; what the standard does not say stays blank."""
    region = read_hsds(folder_of(tmp_path), domains={"Counselling": "psychisch"})
    service = region.services.iloc[0]

    assert len(region.services) == 1
    assert service[["service", "organisation", "domains", "areas", "capacity", "age_from", "languages"]].tolist() == [
        "s1",
        "Help",
        "mental_health",
        "North / and East",
        12,
        18,
        "Urdu",
    ]
    assert service[["kind", "type", "laws", "waiting_days"]].isna().all()
    assert region.areas[["area", "name"]].iloc[0].tolist() == ["North / and East", "North; and East"]
    assert region.organisations["hsds_id"].tolist() == ["o1"]
    assert codes(region) == {"hsds_not_active": 1, "hsds_term_unmapped": 1}


@pytest.mark.parametrize("term", ["Counselling", "C1", "t1"])
def test_a_term_is_known_by_name_code_or_identifier(tmp_path, term):
    """Whatever the table of the caller uses."""
    assert read_hsds(folder_of(tmp_path), domains={term: "wonen"}).services["domains"].tolist() == ["housing"]


def test_no_domain_is_guessed(tmp_path):
    """Terms that are in no table are counted; a term that is said to belong to none is not."""
    untold = read_hsds(folder_of(tmp_path), domains={})
    told = read_hsds(folder_of(tmp_path), domains={"Counselling": ["work", "leisure"], "Other": ""})

    assert untold.services["domains"].isna().all()
    assert [(one.value, one.details["count"]) for one in untold.warnings if one.code == "hsds_term_unmapped"] == [
        ("Counselling", 1),
        ("Other", 1),
    ]
    assert told.services["domains"].tolist() == ["work;leisure"]
    assert codes(told) == {"hsds_not_active": 1}


def test_a_life_domain_that_does_not_exist_is_refused(tmp_path):
    """A typing mistake in the table of terms would otherwise lose services."""
    with pytest.raises(UnknownNameError, match="mental_health"):
        read_hsds(folder_of(tmp_path), domains={"Counselling": "psychish"})


def test_several_capacities_do_not_add_up(tmp_path):
    """Beds and seats are not people: the capacity stays unknown, and that is told."""
    rows = [{"service_id": "s1", "maximum": "12"}, {"service_id": "s1", "maximum": "3"}]
    region = read_hsds(folder_of(tmp_path, service_capacities=rows), domains={})

    assert region.services["capacity"].isna().all()
    assert codes(region)["hsds_several_capacities"] == 1


def test_a_service_of_nobody_is_an_error(tmp_path):
    """With the line it stands on."""
    rows = [{"id": "s1", "organization_id": "o9", "name": "Talk"}]
    with pytest.raises(ValidationError) as refused:
        read_hsds(folder_of(tmp_path, services=rows), domains={})

    assert [(one.code, one.table, one.row) for one in refused.value.problems if one.severity.value == "error"] == [
        ("unknown_reference", "services", 2)
    ]


NESTED = {
    "id": "s1",
    "name": "Talk",
    "status": "active",
    "organization": {"id": "o1", "name": "Help"},
    "service_areas": [{"id": "a1", "name": "North"}],
    "attributes": [{"id": "x1", "taxonomy_term": {"id": "t1", "name": "Counselling"}}],
    "languages": [{"id": "l1", "name": "Urdu"}],
}


@pytest.mark.parametrize(
    "document",
    [
        NESTED,
        [NESTED],
        {"total_items": 1, "contents": [NESTED]},
        {"id": "o1", "name": "Help", "services": [{**NESTED, "organization": None}]},
        {
            "organization": [{"id": "o1", "name": "Help"}],
            "service": [{"id": "s1", "organization_id": "o1", "name": "Talk"}],
            "service_area": [{"service_id": "s1", "name": "North"}],
            "attribute": [{"link_id": "s1", "taxonomy_term_id": "t1"}],
            "taxonomy_term": [{"id": "t1", "name": "Counselling"}],
            "language": [{"service_id": "s1", "name": "Urdu"}],
        },
    ],
    ids=["service", "services", "page", "organisation", "tables"],
)
def test_json_in_every_shape_of_the_api(tmp_path, document):
    """One service, a list, a page of a list, an organisation with its services, or tables by name."""
    path = tmp_path / "hsds.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    region = read_hsds(path, domains={"Counselling": "psychisch"})

    assert region.services[["service", "organisation", "domains", "areas", "languages"]].to_numpy().tolist() == [
        ["s1", "Help", "mental_health", "North", "Urdu"]
    ]
    assert region.warnings == ()


@pytest.mark.parametrize("content", ["[1, 2]", "{", '{"contents": 3}', '"text"', '{"services": [], "organization": 1}'])
def test_a_document_of_another_kind_is_refused(tmp_path, content):
    """In words, never with a traceback."""
    path = tmp_path / "hsds.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError):
        read_hsds(path, domains={})


def test_an_empty_folder_or_no_folder_is_refused(tmp_path):
    """The answer says what is missing."""
    with pytest.raises(UnreadableError, match=r"organizations\.csv"):
        read_hsds(tmp_path, domains={}, lang="en")
    with pytest.raises(UnreadableError):
        read_hsds(tmp_path / "nothing", domains={})


TERMS = {"Other Landlord/Tenant": "wonen", "Bankruptcy": "financiën", "Domestic Violence": ("safety", "family")}


def test_a_real_directory(shared):
    """Legal aid in Florida: 135 services, one row moved two cells to the right, 21 ages that mean no limit."""
    region = read_hsds(shared / "real" / "hsds_florida", domains=TERMS)
    services = region.services
    with (shared / "real" / "hsds_florida" / "services.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    moved = services[services["service"] == "5b5743ff-e9d4-411e-b0a6-4d1fd0502003"].iloc[0]
    good = [row for row in rows if row["service_uuid"] != moved["service"]]
    counties = {county.strip() for row in good for county in row["service_areas"].split(";") if county.strip()}

    assert (len(region), len(services), len(region.areas)) == (20, 135, len(counties))
    assert set(region.areas["area"]) == counties
    housing = sum("Other Landlord/Tenant" in row["service_problem_codes"].split("; ") for row in good)
    assert services["domains"].str.contains("housing").sum() == housing == 40
    assert moved[["age_from", "age_to", "areas", "domains"]].isna().all()
    assert services["areas"].isna().sum() == sum(not row["service_areas"].strip() for row in good) + 1
    told = codes(region)
    assert (told["hsds_row_moved"], told["hsds_no_age"]) == (1, 21)
    terms = {term.strip() for row in good for term in row["service_problem_codes"].split(";") if term.strip()}
    assert told["hsds_term_unmapped"] == len(terms - set(TERMS))


def test_the_example_of_the_standard(shared):
    """One service, whose organisation is part of one that is not in the example."""
    region = read_hsds(shared / "real" / "hsds_spec", domains={})

    assert region.services[["name", "organisation", "languages", "age_from"]].to_numpy().tolist() == [
        ["Community Counselling", "Example Organization Inc.", "Urdu", 12]
    ]
    assert codes(region) == {"hsds_parent_outside": 1}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_told_is_told_in_words(tmp_path, lang):
    """In both languages, with what to do."""
    for problem in read_hsds(folder_of(tmp_path), domains={}, lang=lang).warnings:
        assert problem.sentence(lang)
