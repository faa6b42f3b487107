"""The frozen caseload."""

import pickle

import pandas as pd
import pytest
from hypothesis import given

from netwerkanalyse.datasets import load
from netwerkanalyse.errors import UnknownNameError, ValidationError
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import FieldType
from networks import caseload_of, clients, plain


def test_all_tables_are_there_with_their_types():
    """Also the tables nobody gave, empty and typed."""
    caseload = load("voorbeeld")

    assert list(caseload.tables) == [table.name for table in CASELOAD.tables]
    for table in CASELOAD.tables:
        for field in table.fields:
            dtype = caseload.tables[table.name][field.name].dtype
            closed = field.type is FieldType.CODE and field.codes is not None and not field.codes.open
            assert str(dtype) == ("category" if closed else "str" if field.codes else field.type.value), field.name


def test_what_a_user_changes_stays_theirs():
    """Changing a table that was handed out does not change the caseload."""
    caseload = load("voorbeeld")
    members = caseload.members
    members["kind"] = "peer"
    members.loc[0, "member"] = "iemand anders"

    assert caseload.members.loc[0, "member"] == "moeder"
    assert caseload.members.loc[0, "kind"] == "informal"
    with pytest.raises(TypeError):
        caseload.tables["members"] = members


def test_some_columns_are_those_of_the_whole_table():
    """Words are spelled out when they are asked for, whichever way and however often."""
    caseload = load("voorbeeld")
    names = ["member", "kind", "organisation"]

    before = caseload.columns("members", *names)
    whole = caseload.members[names]

    pd.testing.assert_frame_equal(before, whole)
    pd.testing.assert_frame_equal(caseload.columns("members", *names), whole)
    pd.testing.assert_frame_equal(caseload.at("2030-01-01").columns("members", *names), whole)
    assert caseload.tables["members"] is caseload.tables["members"]
    assert len(caseload.tables) == len(CASELOAD.tables)
    assert "strangers" not in caseload.tables


def test_words_are_numbered_as_they_stand():
    """The number of a cell leads to its word, of tables just checked or made of them; blank is -1."""
    caseload = load("voorbeeld")
    for one in (caseload, caseload.at("2030-01-01")):
        for name in ("member", "organisation", "role"):
            numbers, words = one.words("members", name)
            told = one.members[name]

            assert words.is_unique
            assert [None if number < 0 else words[number] for number in numbers] == [
                None if blank else word for word, blank in zip(told, told.isna(), strict=True)
            ]


def test_rows_follow_the_order_of_clients():
    """Tables may come in any order; they are stacked client by client, keeping the order within a client."""
    frames = {
        "clients": pd.DataFrame({"client": ["B", "A"]}),
        "members": pd.DataFrame({"client": ["A", "B", "A", "B"], "member": ["1", "2", "3", "4"]}),
    }

    assert Caseload.build(frames).members["member"].tolist() == ["2", "4", "1", "3"]


def test_one_client_is_selected_by_its_name():
    """A pseudonym is one client, not a list of letters."""
    caseload = load("voorbeelden")

    assert list(caseload.select("druk").client_index) == ["druk"]
    with pytest.raises(UnknownNameError, match="nope"):
        caseload.select("nope")


def test_select_keeps_only_what_belongs():
    """A selection is a caseload of its own, in the order asked for."""
    caseload = caseload_of(plain(2, [(0, 1)], "A"), plain(3, [], "B"), plain(3, [(1, 2)], "C"))
    chosen = caseload.select(["C", "A"])

    assert chosen.clients["client"].tolist() == ["C", "A"]
    assert chosen.ties[["client", "source", "target"]].values.tolist() == [["C", "p1", "p2"], ["A", "p0", "p1"]]
    with pytest.raises(UnknownNameError, match="not in this caseload: Z"):
        caseload.select(["A", "Z"])


@given(clients("A"), clients("B"))
def test_selecting_everything_changes_nothing(one, other):
    """Select and rebuild are the identity on the tables."""
    caseload = caseload_of(one, other)
    for same in (caseload.select(["A", "B"]), Caseload.build(caseload.tables)):
        for name, frame in caseload.tables.items():
            pd.testing.assert_frame_equal(frame, same.tables[name])


def test_with_tables_checks_again():
    """A changed table goes through the same checks."""
    with pytest.raises(ValidationError):
        load("voorbeeld").with_tables(ties=pd.DataFrame({"client": ["voorbeeld"], "source": ["a"], "target": ["b"]}))


def test_attributes_ride_along():
    """Columns of clients and members that are not declared are kept as they are."""
    frames = {
        "clients": pd.DataFrame({"client": ["A", "B"], "vignet": [5, None]}),
        "members": pd.DataFrame({"client": ["A"], "member": ["x"], "huisdier": ["hond"]}),
    }
    caseload = Caseload.build(frames)

    assert caseload.select(["B"]).clients["vignet"].isna().all()
    assert caseload.members["huisdier"].tolist() == ["hond"]


def test_a_name_that_is_no_table_is_no_attribute():
    """A typing mistake is an AttributeError."""
    with pytest.raises(AttributeError, match="membrs"):
        load("voorbeeld").membrs  # noqa: B018


def test_a_caseload_travels_between_processes():
    """Workers get the same tables."""
    caseload = load("voorbeeld")
    copy = pickle.loads(pickle.dumps(caseload))  # noqa: S301 - our own bytes

    for name, frame in caseload.tables.items():
        pd.testing.assert_frame_equal(frame, copy.tables[name])
