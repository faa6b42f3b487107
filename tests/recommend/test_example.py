"""The worked example: what a regieondersteuner would expect to talk about."""

import math

import pytest

from netwerkanalyse import datasets, recommend


@pytest.fixture(scope="module")
def found():
    """The proposals of the worked example."""
    return recommend.client(datasets.load("voorbeeld"))


def effects(proposal):
    """Measure (and domain) to before and after."""
    return {(one.measure, one.domain): (one.before, one.after) for one in proposal.effects}


def test_gaps_of_work_and_money_are_answered(found):
    """Werken has nobody (G1), financien half of what is needed (G2); each can be filled by every sort of person."""
    proposals = found.of("voorbeeld")
    for domain, gap, now in (("work", "G1", 0.0), ("finances", "G2", 0.5)):
        for sort in ("peer", "informal", "formal"):
            one = proposals[f"sort/{domain}/{sort}"]
            assert one.finding.gap == gap
            assert effects(one)["coverage", domain] == (now, 1.0)
    assert effects(proposals["sort/work/peer"])["network_coverage", ""] == pytest.approx((0.7, 0.9))


def test_groups_are_joined_and_the_doublure_tuned(found):
    """Four groups take three ties; the one between the two who double up at wonen is about that."""
    proposals = found.of("voorbeeld")
    joining = [one for one in proposals.values() if effects(one).get(("components", "")) == (4, 3)]
    assert {one.key for one in joining} == {
        "tuning/housing/casemanager",
        "tie/casemanager+schuldhulp",
        "tie/casemanager+vriend",
    }
    tuned = proposals["tuning/housing/casemanager"]
    assert (tuned.finding.code, tuned.domain) == ("doublure", "housing")
    assert effects(tuned)["uncoordinated_high", "housing"] == (1, 0)


def test_the_shown_ones_are_few_and_varied(found):
    """Both gaps first, then contact, and the option that nothing changes."""
    assert [one.domain for one in found.shown[:2]] == ["work", "finances"]
    assert {one.involved.side for one in found.shown[:2]} == {"formal", "informal"}
    assert [one.kind for one in found.shown[2:]] == ["tie", "tuning", "nothing"]
    assert found.choices.loc["voorbeeld", "exact"]


def test_nobody_is_asked_of_whom_it_is_unknown_what_they_can_give(found):
    """The example says of nobody what they can give, so nobody is asked; it is told how often."""
    assert not [one for one in found.proposals if one.involved.asked]
    assert dict(zip(found.told_dropped["limit"], found.told_dropped["drafts"], strict=True))["capacity_unknown"] > 0


def test_nothing_changes_changes_nothing(found):
    """Leaving it as it is has the numbers of now on both sides, and says what stays open."""
    nothing = found.of("voorbeeld")["nothing"]

    assert effects(nothing) == {
        key: (before, before) for key, (before, _) in effects(nothing).items() if not math.isnan(before)
    }
    assert "financiën en werken" in recommend.paragraph(nothing, "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_paragraph_has_its_parts(found, lang):
    """What, why, effect, who must agree: in both languages, with nothing left unfilled."""
    for paragraph in found.paragraphs(lang):
        assert ("instemmen: de cliënt" if lang == "nl" else "agree to this: the client") in paragraph
        assert not set("{}") & set(paragraph)
        assert ". ." not in paragraph
        assert ".." not in paragraph


def test_the_table_has_a_row_a_proposal(found):
    """Everything is in the table, and effects in a table of their own."""
    frame = found.to_frame("nl")

    assert list(frame["proposal"]) == [one.key for one in found.proposals]
    assert len(found.effects()) == sum(len(one.effects) for one in found.proposals)
