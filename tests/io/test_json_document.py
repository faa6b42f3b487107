"""JSON documents: strict, and wrong rows are told by number."""

import json
from io import BytesIO

import pytest

from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.formats import read_caseload, write_caseload

CLIENTS = '"clients": [{"client": "K1", "pairs_asked": "all"}]'


def document(tables: str, head: str = '"format": "netwerkanalyse/caseload", "version": 1, ') -> BytesIO:
    """Make a document of the text of its tables."""
    return BytesIO(f'{{{head}"tables": {{{tables}}}}}'.encode())


def problems(tables: str) -> set[tuple[str, str]]:
    """Read what has errors; return place and code of each problem."""
    with pytest.raises(ValidationError) as caught:
        read_caseload(document(tables), lang="en")
    return {(problem.where("en"), problem.code) for problem in caught.value.problems}


def test_the_document_is_plain_json_without_nan(small):
    """Any program can read it: codes, numbers, ISO dates, true and false, null for unknown."""
    stream = BytesIO()
    write_caseload(small, stream)

    content = json.loads(stream.getvalue(), parse_constant=pytest.fail)
    assert (content["format"], content["version"]) == ("netwerkanalyse/caseload", 1)
    assert content["tables"]["supports"][0]["amount"] == 0.5
    assert content["tables"]["members"][2]["kind"] is None


def test_a_byte_order_mark_is_forgiven():
    """Some programs put one in front."""
    assert len(read_caseload(BytesIO(b"\xef\xbb\xbf" + document(CLIENTS).getvalue()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nonsense",
        b'{"format": ',
        b"\xff\xfe\x00",
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b"[" * 100_000,
        b'{"\\ud800": 1}',
    ],
    ids=["empty", "text", "cut off", "bytes", "nan", "infinite", "deep", "half a character"],
)
def test_what_is_no_json_is_refused(text: bytes):
    """Strictly: no NaN, no infinities, no endless nesting."""
    with pytest.raises(UnreadableError, match="not a valid JSON"):
        read_caseload(BytesIO(text), lang="en")


@pytest.mark.parametrize("head", ["", '"format": "other", "version": 1, '])
def test_another_kind_of_document_is_refused(head: str):
    """JSON of another program is not read as if it were ours."""
    with pytest.raises(UnreadableError, match="another kind"):
        read_caseload(document(CLIENTS, head), lang="en")


def test_another_version_is_refused():
    """A later version may mean something else by the same names."""
    with pytest.raises(UnreadableError, match=r"another version \(2\)"):
        read_caseload(document(CLIENTS, '"format": "netwerkanalyse/caseload", "version": 2, '), lang="en")


def test_problems_name_table_and_row():
    """Rows are counted from one; everything is told at once."""
    members = '"members": [{"client": "K1", "member": "a", "kind": "x"}, 7, {"client": "K1", "member": ["b"]}]'

    assert problems(f"{CLIENTS}, {members}") >= {
        ("People, row 1, kind, client K1", "unknown_code"),
        ("People, row 2", "not_a_row"),
        ("People, row 3, member", "nested_value"),
    }


def test_a_name_that_stands_twice_in_a_row_is_told():
    """Most programs keep the last one silently."""
    members = '"members": [{"client": "K1", "member": "a", "member": "b"}]'

    assert ("People, row 1, member", "double_name") in problems(f"{CLIENTS}, {members}")


def test_half_a_character_is_told():
    """JSON can hold half of a character; no other format can."""
    assert problems('"clients": [{"client": "K1", "area": "\\ud83d"}]') >= {
        ("Clients, row 1, area", "broken_character")
    }


@pytest.mark.parametrize("tables", [f'{CLIENTS}, "Cliënten": []', f"{CLIENTS}, {CLIENTS}"])
def test_a_table_that_stands_twice_is_refused(tables: str):
    """Under the same or another name."""
    assert {code for _, code in problems(tables)} == {"double_table"}


def test_a_table_that_is_no_list_is_refused():
    """Rows stand in a list."""
    assert problems(f'{CLIENTS}, "members": {{}}') == {("People", "not_rows")}


def test_an_unknown_table_is_a_warning():
    """With the nearest name."""
    (warning,) = read_caseload(document(f'{CLIENTS}, "membres": []')).warnings

    assert warning.code == "unknown_table"


def test_a_long_number_in_a_text_column_keeps_its_digits():
    """A code of twenty digits is a name, not a quantity."""
    caseload = read_caseload(document('"clients": [{"client": 12345678901234567890}]'))

    assert caseload.tables["clients"]["client"].tolist() == ["12345678901234567890"]
