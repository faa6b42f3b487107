"""The frozen region and its checks."""

import pandas as pd
import pytest

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.model.region import Region


def good():
    """A small region without problems."""
    return {
        "organisations": pd.DataFrame(
            {
                "organisation": ["A", "B", "C", "T"],
                "autonomous": ["ja", "ja", "ja", "nee"],
                "wetten": ["Zvw; Wmo", None, "zvw|wlz", None],
            }
        ),
        "layers": pd.DataFrame({"layer": ["referral", "cooperation"], "pairs_asked": "all"}),
        "collaborations": pd.DataFrame(
            {"source": ["A", "B", "A"], "target": ["B", "A", "C"], "layer": ["referral", "referral", "cooperation"]}
        ),
    }


def found(**changes):
    """Build with some tables changed; give (code, table, column, row) of every problem."""
    try:
        problems = Region.build({**good(), **changes}).warnings
    except ValidationError as error:
        problems = error.problems
    return [(one.code, one.table, one.column, one.row) for one in problems]


def ties(*rows):
    """Collaborations from (source, target, layer) rows."""
    return pd.DataFrame(rows, columns=["source", "target", "layer"])


def test_good_data_has_no_problems():
    """Both directions of a directed layer may stand."""
    assert found() == []


def test_several_values_in_a_cell():
    """Semicolons, commas and bars separate; codes are read in either language."""
    assert Region.build(good()).organisations["laws"].fillna("").tolist() == ["zvw;wmo", "", "zvw;wlz", ""]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"collaborations": ties(("A", "Z", "referral"))}, ("unknown_reference", "collaborations", "target", 0)),
        ({"collaborations": ties(("A", "A", "referral"))}, ("self_tie", "collaborations", "target", 0)),
        (
            {"collaborations": ties(("A", "B", "referral"), ("A", "B", "referral"))},
            ("double_row", "collaborations", "target", 1),
        ),
        (
            {"collaborations": ties(("A", "B", "cooperation"), ("B", "A", "cooperation"))},
            ("double_pair", "collaborations", "source", 1),
        ),
        ({"collaborations": ties(("A", "B", "trust"))}, ("layer_not_said", "layers", "pairs_asked", None)),
        (
            {"organisations": pd.DataFrame({"organisation": ["A", "B", "C"], "laws": ["zvw;abc", None, None]})},
            ("unknown_code", "organisations", "laws", 0),
        ),
        (
            {"ratings": pd.DataFrame({"rater": ["A"], "rated": ["B"], "item": ["openheid"], "score": [5]})},
            ("out_of_range", "ratings", "score", 0),
        ),
        (
            {
                "referrals": pd.DataFrame(
                    {"date": ["2026-02-01"], "source": ["A"], "target": ["B"], "first_contact": ["2026-01-01"]}
                )
            },
            ("ends_before_start", "referrals", "first_contact", 0),
        ),
        (
            {"organisations": pd.DataFrame({"organisation": ["A", "A", "B", "C"]})},
            ("double_row", "organisations", "organisation", 1),
        ),
    ],
)
def test_each_problem_is_found_where_it_is(changes, expected):
    """Every rule names its table, column and row."""
    assert expected in found(**changes)


def test_where_speaks_of_the_regions_own_sheets():
    """A problem names the sheet of the region, not of a caseload."""
    with pytest.raises(ValidationError, match="Samenwerking, rij 0, naar: 'Z' staat niet in de tabel Organisaties"):
        Region.build({**good(), "collaborations": ties(("A", "Z", "referral"))})


def test_fewer_than_three_autonomous_organisations_is_no_network():
    """Teams and programmes do not count."""
    assert Region.build(good()).is_network
    assert Region.build(good()).select(["A", "B", "T"]).is_network is False


@pytest.mark.parametrize(
    ("types", "autonomous", "network"),
    [
        (["organisation"] * 4, ["ja", "ja", None, "nee"], None),
        ([None] * 4, [None] * 4, None),
        (["organisation", "organisation", "category", "team"], ["ja", "ja", None, None], False),
        (["organisation"] * 4, ["ja", "ja", "ja", None], True),
    ],
)
def test_whether_an_unanswered_region_is_a_network_is_not_known(types, autonomous, network):
    """Blank is not no: two that decide for themselves and one of whom it is not said may be a network."""
    table = pd.DataFrame({"organisation": list("ABCD"), "type": types, "autonomous": autonomous})
    assert Region.build({"organisations": table}).is_network is network


def test_select_leaves_out_rows_that_name_others():
    """A selection is a region of its own."""
    chosen = Region.build(good()).select(["A", "B"])

    assert chosen.organisations["organisation"].tolist() == ["A", "B"]
    assert chosen.collaborations[["source", "target"]].to_numpy().tolist() == [["A", "B"], ["B", "A"]]


def areas(**parents):
    """Areas with what they lie in."""
    return {"areas": pd.DataFrame({"area": list(parents), "parent": list(parents.values())})}


@pytest.mark.parametrize(
    ("parents", "rows"),
    [
        ({"X": "X"}, [0]),
        ({"X": "Y", "Y": "X"}, [0, 1]),
        ({"W": "X", "X": "Y", "Y": "Z", "Z": "X", "top": None, "low": "top"}, [1, 2, 3]),
        ({"A": "B", "B": "C", "C": "D", "D": None}, []),
    ],
)
def test_areas_do_not_lie_in_themselves(parents, rows):
    """Each area on a circle is told, one that only leads to it is not; circles of any length are found."""
    assert found(**areas(**parents)) == [("area_in_itself", "areas", "parent", row) for row in rows]


def test_a_place_that_is_no_area_is_told_when_areas_are_listed():
    """A slip of the pen in a list of areas would otherwise look like a service that is not there."""
    services = pd.DataFrame({"service": ["s", "t"], "organisation": "A", "areas": ["Noort;Zuid", None]})
    listed = pd.DataFrame({"area": ["Noord", "Zuid"]})

    assert found(services=services, areas=listed) == [("area_not_listed", "services", "areas", 0)]
    assert found(services=services) == []
