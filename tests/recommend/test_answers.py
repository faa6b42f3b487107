"""The client's answers: read back, and kept in every form of file."""

from datetime import date

import pytest

from netwerkanalyse import datasets, read_caseload, recommend, write_caseload
from netwerkanalyse.errors import ValidationError

KEY = "sort/work/peer"


@pytest.fixture(scope="module")
def caseload():
    """The worked example."""
    return datasets.load("voorbeeld")


@pytest.fixture(scope="module")
def rejected(caseload):
    """The same, after one proposal was rejected."""
    proposal = recommend.client(caseload).of("voorbeeld")[KEY]
    return recommend.answered(caseload, proposal, "rejected", reason="nu even niet", day=date(2026, 3, 1))


def test_a_rejected_proposal_does_not_return(rejected):
    """On the same numbers it stays away, and it is counted."""
    found = recommend.client(rejected)

    assert KEY not in found.of("voorbeeld")
    assert dict(zip(found.dropped["limit"], found.dropped["drafts"], strict=True))["rejected"] == 1


def test_it_returns_on_new_grounds(rejected):
    """When the need has grown there are new grounds, and the paragraph says so."""
    needs = rejected.needs
    needs.loc[needs["domain"] == "work", "need"] = 3.0
    one = recommend.client(rejected.with_tables(needs=needs)).of("voorbeeld")[KEY]

    assert one.answer == "rejected"
    assert "eerder afgewezen" in recommend.paragraph(one, "nl")


def test_an_answer_typed_by_hand_holds(rejected):
    """Without grounds a rejection holds whatever the numbers are."""
    answers = rejected.answers.assign(grounds=None)
    needs = rejected.needs
    needs.loc[needs["domain"] == "work", "need"] = 3.0

    assert KEY not in recommend.client(rejected.with_tables(needs=needs, answers=answers)).of("voorbeeld")


def test_nothing_can_always_be_chosen(caseload):
    """That nothing changes stays an option, whatever was answered before."""
    nothing = recommend.client(caseload).of("voorbeeld")["nothing"]

    assert recommend.client(recommend.answered(caseload, nothing, "rejected")).shown[-1].key == "nothing"


def test_a_later_answer_takes_the_place_of_an_earlier_one(rejected):
    """One answer a proposal."""
    without = rejected.with_tables(answers=rejected.answers.iloc[:0])
    proposal = recommend.client(without).of("voorbeeld")[KEY]

    assert recommend.answered(rejected, proposal, "later").answers["answer"].tolist() == ["later"]


def test_there_are_three_answers(caseload):
    """Another word is refused with a sentence, not kept."""
    proposal = recommend.client(caseload).of("voorbeeld")[KEY]

    with pytest.raises(ValidationError):
        recommend.answered(caseload, proposal, "misschien ooit")


@pytest.mark.parametrize("name", ["file.xlsx", "file.json", "folder.csv", "folder.parquet"])
def test_answers_travel_through_files(rejected, tmp_path, name):
    """Every form keeps them."""
    path, form = tmp_path / name, name.partition(".")[2]
    write_caseload(rejected, path, format_name=form)

    assert read_caseload(path).answers.to_dict("records") == rejected.answers.to_dict("records")
