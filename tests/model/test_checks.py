"""All problems at once: where, what, and what to do."""

from dataclasses import replace

import pandas as pd
import pytest

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.problem import MOST_OF_A_KIND, Origin, Problem, Severity


def good():
    """A small caseload without problems."""
    return {
        "clients": pd.DataFrame({"client": ["K1"], "pairs_asked": ["all"], "reference_date": ["2026-06-01"]}),
        "members": pd.DataFrame({"client": ["K1"] * 3, "member": ["a", "b", "c"], "kind": ["formal"] * 3}),
        "ties": pd.DataFrame({"client": ["K1"], "source": ["a"], "target": ["b"]}),
        "needs": pd.DataFrame({"client": ["K1"], "domain": ["work"], "need": [2]}),
        "supports": pd.DataFrame({"client": ["K1"], "member": ["a"], "domain": ["work"], "amount": [1]}),
        "meetings": pd.DataFrame({"client": ["K1"], "meeting": ["1"], "date": ["2026-05-01"]}),
    }


def problems(**changes):
    """Build with some tables changed; give every problem."""
    try:
        return Caseload.build({**good(), **changes}).warnings
    except ValidationError as error:
        return error.problems


def found(**changes):
    """Give (code, table, column, row) of every problem."""
    return [(one.code, one.table, one.column, one.row) for one in problems(**changes)]


def test_good_data_has_no_problems():
    """The starting point of every test here is clean."""
    assert found() == []


def frame(**columns):
    """A frame whose scalar columns are repeated."""
    return pd.DataFrame(columns)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"clients": frame(client=["K1", "K1"], pairs_asked="all")}, ("double_client", "clients", "client", 1)),
        ({"members": frame(client=["K1", "K9"], member=["a", "b"])}, ("unknown_client", "members", "client", 1)),
        ({"members": frame(client=["K1"] * 2, member=["a", "a"])}, ("double_row", "members", "member", 1)),
        ({"members": frame(client=["K1"], member=[None])}, ("missing_value", "members", "member", 0)),
        ({"members": frame(client=["K1"])}, ("missing_column", "members", "member", None)),
        (
            {"members": frame(client=["K1"] * 2, member=["a", "b"], kind=["x", "formal"])},
            ("unknown_code", "members", "kind", 0),
        ),
        ({"members": frame(client=["K1"], member=["a"], circle=[4])}, ("out_of_range", "members", "circle", 0)),
        ({"members": frame(client=["K1"], member=["a"], capacity=[-1])}, ("too_low", "members", "capacity", 0)),
        (
            {"members": frame(client=["K1"], member=["a"], start=["2026-02-01"], end=["2026-01-01"])},
            ("ends_before_start", "members", "end", 0),
        ),
        (
            {"ties": frame(client=["K1"] * 2, source=["a", "b"], target=["b", "a"])},
            ("double_pair", "ties", "source", 1),
        ),
        ({"ties": frame(client=["K1"], source=["a"], target=["a"])}, ("self_tie", "ties", "target", 0)),
        ({"ties": frame(client=["K1"], source=["a"], target=["z"])}, ("unknown_reference", "ties", "target", 0)),
        (
            {"ties": frame(client=["K1"], source=["a"], target=["b"], present=[None])},
            ("tie_without_answer", "ties", "present", 0),
        ),
        (
            {
                "ties": frame(
                    client="K1", source=["a"] * 2, target="b", kind=["knows", "coordinates"], present=["no", "yes"]
                )
            },
            ("contradicting_ties", "ties", "present", 1),
        ),
        ({"needs": frame(client=["K1"], domain=["work"], need=[4])}, ("need_not_a_level", "needs", "need", 0)),
        (
            {"supports": frame(client=["K1"], member=["a"], domain=["work"], amount=[2.5])},
            ("amount_not_a_level", "supports", "amount", 0),
        ),
        (
            {"supports": frame(client=["K1"], member=["a"], domain=["housing"], amount=[1])},
            ("support_without_need", "supports", "domain", 0),
        ),
        (
            {"members": frame(client="K1", member=["a", "b"], unwanted=["ja", None])},
            ("support_by_unwanted", "supports", "member", 0),
        ),
        (
            {"members": frame(client="K1", member=["a", "b"], active=["nee", None])},
            ("support_by_inactive", "supports", "member", 0),
        ),
        ({"clients": frame(client=["K1"])}, ("pairs_not_said", "clients", "pairs_asked", 0)),
        (
            {"attendance": frame(client=["K1"], meeting=["9"], member=["a"])},
            ("unknown_reference", "attendance", "meeting", 0),
        ),
        (
            {"members": frame(client="K1", member=["a", "b"], label=["Voornaam Tussen Achternaam", "VTA"])},
            ("looks_like_a_name", "members", "label", 0),
        ),
        (
            {"members": frame(client="K1", member=["a", "b"], label=["111222333", "111222334"])},
            ("looks_like_a_bsn", "members", "label", 0),
        ),
        ({"membres": pd.DataFrame()}, ("misspelt_table", "membres", "", None)),
        (
            {"members": frame(client="K1", member=["a", "b"], kindd=["formal", "peer"])},
            ("misspelt_column", "members", "kindd", None),
        ),
        ({"needs": frame(client=["K1"], domain=["work"], need=[1], x=[1])}, ("unknown_column", "needs", "x", None)),
    ],
)
def test_each_problem_is_found_where_it_is(changes, expected):
    """Every rule names its table, column and row."""
    assert expected in found(**changes)


@pytest.mark.parametrize(
    ("codes", "labels", "expected"),
    [
        (["a", "b", "c"], ["Moeder", "zus", " moe der"], [("label", 2, "moe der", "Moeder")]),
        (["Oom", "b", "oom"], [None, "OOM", None], [("label", 1, "OOM", "Oom"), ("member", 2, "oom", "Oom")]),
        (["a", "b", "c"], ["begeleider", "begeleider", "begeleidster"], []),
    ],
)
def test_people_whose_names_hardly_differ_are_asked_about(codes, labels, expected):
    """What people see is compared: the label, or the code where there is none. The same label twice is no slip."""
    members = frame(client="K1", member=codes, label=labels, kind="formal")
    told = [one for one in problems(members=members, ties=frame(), supports=frame()) if one.code == "alike_members"]

    assert [(one.column, one.row, one.value, one.details["other"]) for one in told] == expected
    assert all(one.severity is Severity.WARNING for one in told)


def test_people_of_two_clients_are_never_compared():
    """Every client has a mother."""
    clients = frame(client=["K1", "K2"], pairs_asked="all")
    members = frame(client=["K1", "K2"], member=["Moeder", "moeder"])

    assert found(clients=clients, members=members, ties=frame(), supports=frame()) == []


def test_a_pair_that_stands_twice_is_named():
    """Both ends are said, so that the other row can be found."""
    ties = frame(client="K1", source=["a", "b"], target=["b", "a"])
    (problem,) = problems(ties=ties)

    assert problem.what("nl") == "Het paar 'b' - 'a' staat er al, misschien in de andere volgorde."


@pytest.mark.parametrize("members", [frame(), frame(client="K1", persn=["a", "b"])])
def test_a_table_that_names_nobody_is_told_once_a_column(members):
    """Whoever misspelt the sheet of people, or its heading, is not told so again for everybody who is spoken of."""
    ties = frame(client="K1", source=["a", "b"], target=["b", "c"])
    told = [one[1:] for one in found(members=members, ties=ties) if one[0] == "reference_to_nothing"]

    assert told == [("ties", "source", 0), ("ties", "target", 0), ("supports", "member", 0)]


def test_a_need_that_could_not_be_read_is_not_also_missing():
    """A slip in the life domain of a need is told as that, not as support that nobody needs."""
    needs = frame(client="K1", domain=["wrk"], need=[2])

    assert found(needs=needs) == [("unknown_code", "needs", "domain", 0)]


def test_a_number_is_told_the_way_it_was_typed():
    """In Dutch with a comma."""
    members = frame(client="K1", member=["a", "b"], helping=[1.5, 1.0])
    (problem,) = problems(members=members)

    assert (problem.what("nl"), problem.what("en")) == ("'1,5' is geen heel getal.", "'1.5' is not a whole number.")


def test_mixed_scales_are_refused():
    """One scale in a file."""
    clients = frame(client=["K1", "K2", "K3"], scale=["hours", "level", "level"], pairs_asked="all")

    assert ("mixed_scales", "clients", "scale", 0) in found(clients=clients)


def test_hours_have_their_own_range():
    """12 hours a week is a fine need, 200 is not."""
    clients = frame(client=["K1"], scale=["hours"], pairs_asked="all")

    assert found(clients=clients, needs=frame(client=["K1"], domain=["work"], need=[12])) == []
    assert found(clients=clients, needs=frame(client=["K1"], domain=["work"], need=[200])) == [
        ("more_than_a_week", "needs", "need", 0)
    ]


def test_all_problems_come_at_once_in_reading_order():
    """A person corrects a file in one go, from the first table to the last."""
    problems = found(
        supports=frame(client=["K1"], member=["z"], domain=["work"], amount=["veel"]),
        members=frame(client=["K1"] * 2, member=["a", "b"], circle=[9, 9]),
    )

    assert [table for _, table, _, _ in problems] == ["members", "members", "supports", "supports"]


def test_problems_name_the_cell_of_a_workbook():
    """Personen!C7, and row numbers as the reader gave them."""
    members = frame(client=["K1"], member=["a"], kind=["formeell"]).set_axis([7])
    with pytest.raises(ValidationError) as caught:
        Caseload.build({**good(), "members": members}, origins={"members": Origin("Personen", {"kind": "C"})})

    assert "Personen!C7: 'formeell' is geen keuze" in str(caught.value)
    assert "Bedoeld is misschien 'formeel'" in str(caught.value)


def test_a_day_is_written_the_way_people_write_it():
    """No time of day behind a date: 1 January is 01-01-2026 in Dutch, 2026-01-01 in English."""
    members = frame(client=["K1"], member=["a"], start=["2026-02-01"], end=["2026-01-01"])

    for lang, day in (("nl", "(01-01-2026)"), ("en", "(2026-01-01)")):
        with pytest.raises(ValidationError) as caught:
            Caseload.build({**good(), "members": members}, lang=lang)
        assert day in str(caught.value)


def test_the_message_speaks_the_users_language():
    """English when asked for."""
    with pytest.raises(ValidationError, match="is tied to itself"):
        Caseload.build({**good(), "ties": frame(client=["K1"], source=["a"], target=["a"])}, lang="en")


def test_strict_makes_warnings_stop():
    """A warning is carried along, unless the caller is strict."""
    doubtful = {**good(), "clients": frame(client=["K1"])}

    assert [one.severity for one in Caseload.build(doubtful).warnings] == [Severity.WARNING]
    with pytest.raises(ValidationError):
        Caseload.build(doubtful, strict=True)


def test_very_many_problems_are_counted():
    """Nobody reads ten thousand lines."""
    many = frame(client="K1", member=[f"m{i}" for i in range(5000)], circle=9)
    problems = [one for one in found(members=pd.concat([good()["members"], many])) if one[2] == "circle"]

    assert len(problems) == MOST_OF_A_KIND + 1
    assert problems[-1][0] == "and_more"


def test_a_client_without_members_is_valid():
    """Nobody is a finding, not an error."""
    assert len(Caseload.build({"clients": frame(client=["K1"])})) == 1


@pytest.mark.parametrize(
    "label",
    ["Jan Jansen", "Maria de Vries", "buurman Jan Jansen", "Anne van der Berg (oud-collega)"],
)
def test_two_words_that_may_be_a_name_get_a_softer_warning(label):
    """A first and a last name: perhaps a full name, and the warning says that it may be none."""
    members = frame(client="K1", member=["a", "b"], label=[label, "zus"])

    assert ("may_be_a_name", "members", "label", 0) in found(members=members)
    assert "misschien" in Problem("may_be_a_name").what("nl")


@pytest.mark.parametrize(
    "label",
    [
        "GGZ-A Team",
        "FACT Noord",
        "Team Noord",
        "Casemanager Fact",
        "Tante Riet",
        "Huisarts Centrum",
        "Peer Worker",
        "Jan J.",
        "J. Jansen",
        "zus Anna",
        "Anna en Piet",
        "maatje van de Kerk",
    ],
)
def test_roles_services_and_first_names_are_no_full_names(label):
    """Nobody is warned about a role, a team, a first name or initials."""
    members = frame(client="K1", member=["a", "b"], label=[label, "zus"])

    assert not [problem for problem in found(members=members) if problem[0].endswith("_a_name")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"zzzz": pd.DataFrame()}, "unknown_table"),
        ({"needs": frame(client=["K1"], domain=["qqqq"], need=[1])}, "unknown_code"),
        ({"ties": frame(client=["K1"], source=["a"], target=["qqqq"])}, "unknown_reference"),
    ],
)
def test_nothing_is_suggested_for_nonsense(changes, code):
    """Only what comes near is suggested; otherwise the message says what can be done without a guess."""
    problem = next(one for one in problems(**changes) if one.code == code)

    assert "misschien" not in problem.do("nl")
    assert "Perhaps" not in problem.do("en")
    assert problem.do("nl")


@pytest.mark.parametrize(
    ("changes", "code", "nearest"),
    [
        ({"membres": pd.DataFrame()}, "misspelt_table", "Personen"),
        ({"needs": frame(client=["K1"], domain=["wonenn"], need=[1])}, "unknown_code", "wonen"),
        (
            {
                "members": frame(client=["K1"] * 3, member=["a", "b", "moeder"]),
                "supports": frame(client=["K1"], member=["Moeder"], domain=["work"]),
            },
            "unknown_reference",
            "moeder",
        ),
    ],
)
def test_what_comes_near_is_suggested(changes, code, nearest):
    """A slip of the pen gets the word that was probably meant."""
    problem = next(one for one in problems(**changes) if one.code == code)

    assert problem.do("nl").startswith(f"Bedoeld is misschien '{nearest}'.")


@pytest.mark.parametrize(
    "changes",
    [
        {"needs": frame(client=["K1"], domain=["work"], need=[3.5])},
        {"supports": frame(client=["K1"], member=["a"], domain=["work"], amount=[3.5])},
        {"members": frame(client="K1", member=["a", "b"], capacity=[-3.5, 1])},
    ],
)
def test_numbers_in_messages_have_the_comma_of_the_language(changes):
    """What stands in a Dutch sheet as 3,5 is not told as 3.5."""
    dutch, english = ([problem.what(lang) for problem in problems(**changes)] for lang in ("nl", "en"))

    assert any("3,5" in words for words in dutch)
    assert any("3.5" in words for words in english)


@pytest.mark.parametrize(
    "changes",
    [
        {"needs": frame(client=["K1"], domain=["qqqq"], need=[1])},
        {"needs": frame(client=["K1"], domain=["work"], need=[3.5])},
        {"supports": frame(client=["K1"], member=["c"], domain=["housing"], amount=[1])},
        {"ties": frame(client=["K1"], source=["a"], target=["z"])},
        {"members": frame(client="K1", member=["a", "b"], label=["Voornaam Tussen Achternaam", "VTA"])},
    ],
)
def test_outside_a_workbook_a_problem_says_whose_row_it_is(changes):
    """A row number means little in a JSON document or a frame; in a workbook the cell is enough."""
    problem = problems(**changes)[0]
    cell = replace(problem, origin=Origin("Blad", {problem.column: "C"}))

    assert problem.where("nl").endswith("cliënt K1")
    assert cell.where("nl") == "Blad!C0"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"clients": frame(client=["K1"], pairs_asked=["x"])}, ("clients", "pairs_asked")),
        ({"ties": frame(client=["K1"], source=["a"], target=["b"], present=["misschien"])}, ("ties", "present")),
    ],
)
def test_a_cell_that_is_wrong_gets_no_warning_as_well(changes, place):
    """A code nobody knows is told once; it is not also called blank."""
    assert [one[0] for one in found(**changes) if one[1:3] == place] == ["unknown_code"]
