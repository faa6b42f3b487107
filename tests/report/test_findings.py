"""Every finding: a hand-made client who has it, and one who differs in the point it is about and does not."""

import re
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd
import pytest

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import Finding, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.subjects import HANGING, STANDING_OUT, UNKNOWN, findings
from netwerkanalyse.texts import LANGUAGES, catalogue
from networks import Client, caseload_of

INFORMAL = {"kind": "informal"}
PEER = {"kind": "peer"}
A = {"kind": "formal", "organisation": "A", "law": "zvw"}
B = {"kind": "formal", "organisation": "B", "law": "wmo"}
A2 = {"kind": "formal", "organisation": "A", "law": "wmo"}
OTHER_A = {"kind": "formal", "organisation": "C", "law": "zvw"}
TODAY = {"reference_date": "2026-03-01"}


def work(need=2, **more):
    """A need for work."""
    return {"domain": "work", "need": need, **more}


def helps(member, amount=2.0, **more):
    """Support with work."""
    return {"member": member, "domain": "work", "amount": amount, "status": "happening", **more}


def client(people=(), ties=(), needs=(), supports=(), **more):
    """A client in a line; ties are pairs, or pairs with their state."""
    rows = [(*tie[:2], tie[2] if len(tie) > 2 else "yes", None) for tie in ties]
    return Client("K", list(people), rows, list(needs), list(supports), **more)


@dataclass
class Case:
    """Who has a finding, and who has not."""

    present: Client
    absent: Client


def one(needs, supports, people=(INFORMAL,), **more):
    """A client with one need and who helps."""
    return client(people, (), needs, supports, **more)


def two(first, second, amounts=(2.0, 2.0), ties=(), need=2, **more):
    """Two people who help with work."""
    rows = [helps(0, amounts[0], **more), helps(1, amounts[1], **more)]
    return client((first, second), ties, [work(need)], rows)


ENDED = helps(0, status="ended", start="2025-01-01", end="2026-01-01")
CASES = {
    "enough": Case(one([work()], [helps(0)]), one([work()], [helps(0, 1.0)])),
    "absent": Case(one([work()], []), one([work(0)], [])),
    "absent_but_met": Case(one([work(client_rating="met")], []), one([work(client_rating="unmet")], [])),
    "short": Case(one([work()], [helps(0, 1.0)]), one([work()], [helps(0)])),
    "short_but_met": Case(
        one([work(client_rating="met")], [helps(0, 1.0)]), one([work(client_rating="met")], [helps(0)])
    ),
    "experienced": Case(one([work(client_rating="unmet")], [helps(0)]), one([work(client_rating="met")], [helps(0)])),
    "wrong_type": Case(
        one([work(wanted_type="practical")], [helps(0, type="emotional")]),
        one([work(wanted_type="practical")], [helps(0, type="practical")]),
    ),
    "wrong_kind": Case(one([work(wanted_kind="peer")], [helps(0)]), one([work(wanted_kind="informal")], [helps(0)])),
    "two_views": Case(
        one([work(client_rating="met", professional_rating="unmet")], []),
        one([work(client_rating="met", professional_rating="met")], []),
    ),
    "apart": Case(two(INFORMAL, A, (1.0, 1.0)), two(INFORMAL, A, (1.0, 1.0), [(0, 1)])),
    "doublure": Case(two(A, B), two(A, B, ties=[(0, 1)])),
    "possible_doublure": Case(two(A, B, ties=[(0, 1, "unknown")]), two(A, B, ties=[(0, 1, "no")])),
    "coordinated_overlap": Case(two(A, B, ties=[(0, 1)]), two(A, B)),
    "overlap": Case(two(INFORMAL, A), two(INFORMAL, A, (1.0, 1.0))),
    "intended": Case(two(A, B, intended="yes"), two(A, B, intended="no")),
    "support_without_need": Case(one([work(0)], [helps(0)]), one([work()], [helps(0)])),
    "role_doublure": Case(
        client([{**A, "role": "case_manager"}, {**B, "role": "care_director"}]),
        client([{**A, "role": "case_manager"}, {**B, "role": "clinician"}]),
    ),
    "role_gap": Case(client([{**A, "role": "clinician"}]), client([{**A, "role": "general_practitioner"}])),
    "no_informal": Case(client([A]), client([A, {}])),
    "no_formal": Case(client([INFORMAL]), client([INFORMAL, A])),
    "no_bridge": Case(client([INFORMAL, A]), client([INFORMAL, A], all_asked=False)),
    "one_bridge": Case(client([INFORMAL, A, B], [(0, 1), (0, 2)]), client([INFORMAL, A, B])),
    "bridge": Case(
        client([INFORMAL, INFORMAL, A, B], [(0, 2), (1, 3)]), client([INFORMAL, INFORMAL, A, B], [(0, 2), (0, 3)])
    ),
    "hinges": Case(client([{}, {}, {}], [(0, 1), (1, 2)]), client([{}, {}, {}], [(0, 1), (1, 2), (0, 2)])),
    "one_group": Case(client([{}, {}], [(0, 1)]), client([{}, {}])),
    "groups": Case(client([{}, {}, {}], [(0, 1)]), client([{}, {}, {}], [(0, 1), (1, 2)])),
    "no_contact": Case(client([{}, {}]), client([{}, {}], all_asked=False)),
    "only_support": Case(client([{"helping": 2, "hindering": 0}]), client([{"helping": 2, "hindering": None}])),
    "mixed": Case(client([{"helping": 2, "hindering": 1}]), client([{"helping": 0, "hindering": 1}])),
    "only_burden": Case(client([{"helping": 0, "hindering": 1}]), client([{"helping": 0, "hindering": 0}])),
    "stress_dependent": Case(
        one([work()], [helps(0)], [{**INFORMAL, "hindering": 1}]),
        one([work()], [helps(0)], [{**INFORMAL, "hindering": 0}]),
    ),
    "one_person": Case(one([work()], [helps(0)]), two(INFORMAL, INFORMAL)),
    "only_just": Case(two(INFORMAL, A, (1.0, 1.0)), two(INFORMAL, A)),
    "robust": Case(two(INFORMAL, PEER), two(INFORMAL, PEER, (1.0, 1.0))),
    "one_organisation": Case(two(A, A2), two(A, B)),
    "one_law": Case(two(A, OTHER_A), two(A, B)),
    "formal_only": Case(two(A, B), two(A, INFORMAL)),
    "informal_only": Case(two(INFORMAL, INFORMAL), two(INFORMAL, A)),
    "informal_overburdened": Case(
        one([work()], [helps(0)], [{**INFORMAL, "burden": 9}]), one([work()], [helps(0)], [{**INFORMAL, "burden": 8}])
    ),
    "burdened": Case(client([{**INFORMAL, "burden": 9}]), client([{**INFORMAL, "burden": 8}])),
    "over_capacity": Case(
        one([work()], [helps(0)], [{**INFORMAL, "capacity": 1}]),
        one([work()], [helps(0)], [{**INFORMAL, "capacity": 2}]),
    ),
    "planned_end": Case(
        one([work()], [helps(0, end="2026-06-01")], attributes=TODAY),
        one([work()], [helps(0, end="2026-01-01")], attributes=TODAY),
    ),
    "no_way_back": Case(
        client([A, B], [], [work()], [ENDED], attributes=TODAY),
        client([A, B], [(0, 1)], [work()], [ENDED], attributes=TODAY),
    ),
    "no_way_up": Case(client([{**INFORMAL, "role": "mother"}]), client([{**A, "role": "crisis_service"}])),
    "without_professionals": Case(two(A, INFORMAL), two(PEER, INFORMAL)),
    "interrupted": Case(
        one([work(start="2025-01-01")], [helps(0, start="2026-01-01")], attributes=TODAY),
        one([work(start="2025-12-20")], [helps(0, start="2026-01-01")], attributes=TODAY),
    ),
    "not_taken_over": Case(
        one([work(start="2025-01-01")], [ENDED], attributes=TODAY),
        client(
            [INFORMAL, A],
            [],
            [work(start="2025-01-01")],
            [ENDED, helps(1, start="2026-01-05")],
            attributes=TODAY,
        ),
    ),
    "handover_warm": Case(
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2025-12-01")], attributes=TODAY),
        client([A, B], [], [work()], [ENDED, helps(1, start="2025-12-01")], attributes=TODAY),
    ),
    "handover_cold": Case(
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2026-02-01")], attributes=TODAY),
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2026-01-10")], attributes=TODAY),
    ),
    "needs_unknown": Case(client(), client(needs=[{"domain": domain, "need": 0} for domain in DOMAIN.names])),
    "pairs_unknown": Case(client([{}, {}], all_asked=False), client([{}, {}])),
    "amounts_unknown": Case(one([work()], [helps(0, None)]), one([work()], [helps(0)])),
    "kind_unknown": Case(client([{}]), client([INFORMAL])),
    "not_rated": Case(one([work()], []), one([work(client_rating="met")], [])),
}
TENSION = pd.DataFrame({"client": ["K"], "source": ["p0"], "target": ["p1"], "kind": ["tension"], "present": ["yes"]})


def evidence(made: Client, *, lang: str = "nl", for_client: bool = True, **more: pd.DataFrame) -> Evidence:
    """What a report on a hand-made client rests on."""
    return Evidence(Network(caseload_of(made, **more)), lang, for_client)


def all_findings(found: Evidence) -> dict[str, Finding]:
    """Every finding by its code."""
    return {one.code: one for one in findings(found, (*STANDING_OUT, *HANGING, *UNKNOWN))}


@cache
def everybody() -> Caseload:
    """All hand-made clients in one caseload, since checking a caseload takes longer than looking at a client."""
    kept = [replace(case.present, name=f"{code} present") for code, case in CASES.items()]
    lost = [replace(case.absent, name=f"{code} absent") for code, case in CASES.items()]
    return caseload_of(*kept, *lost)


@cache
def found_in(name: str, lang: str = "nl") -> dict[str, Finding]:
    """Every finding about one of them."""
    return all_findings(Evidence(Network(everybody().select([name])), lang, for_client=True))


def present(code: str, lang: str = "nl") -> Finding:
    """The finding of the client who has it."""
    return found_in(f"{code} present", lang)[code]


@pytest.mark.parametrize("code", CASES)
def test_a_finding_stands_where_it_should(code):
    """The client who has it gets it, in words and with its numbers."""
    found = present(code)

    assert found.title
    assert found.numbers
    assert not re.search(r"[{}]|\bnan\b|None|<NA>", f"{found.title} {found.sentence} {found.why}")


@pytest.mark.parametrize("code", CASES)
def test_a_finding_does_not_stand_where_it_should_not(code):
    """A client who differs only in the point does not get it."""
    assert code not in found_in(f"{code} absent")


@pytest.mark.parametrize("code", CASES)
def test_a_finding_says_the_same_in_both_languages(code):
    """English has the same finding, numbers and people."""
    dutch, english = (present(code, lang) for lang in LANGUAGES)
    numbers = [[(one.value, one.format, one.count) for one in found.numbers] for found in (dutch, english)]

    assert numbers[0] == numbers[1]
    assert (dutch.tone, dutch.domain, len(dutch.people)) == (english.tone, english.domain, len(english.people))
    assert dutch.sentence != english.sentence


def test_tension_is_said_without_names():
    """That there is tension is for the client; between whom is not said."""
    people = client([{"label": "A."}, {"label": "B."}])
    found = all_findings(evidence(people, ties=TENSION))["tension"]

    assert found.people == ()
    assert "A." not in found.sentence
    assert "tension" not in all_findings(evidence(people))
    assert "tension" not in all_findings(evidence(people, for_client=False, ties=TENSION))


def test_every_finding_that_has_words_is_tested():
    """A finding cannot be added without a client who has it and one who has not."""
    worded = {key.split(".")[1] for key in catalogue("nl") if key.startswith("findings.") and key.endswith(".title")}

    assert worded == set(CASES) | {"tension"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_finding_sends_anybody_away(lang):
    """No sentence says that somebody should leave, stop or be replaced, or that somebody is better than another."""
    never = {
        "nl": r"moet weg|moet stoppen|kan weg|overbodig|vervang|beter dan|belangrijkste|slechtste|beëindig",
        "en": r"should (leave|go|stop)|redundant|replace|better than|most important|worst|terminate",
    }
    said = {key: words for key, words in catalogue(lang).items() if key.startswith("findings.")}

    assert not [key for key, words in said.items() if re.search(never[lang], words, re.IGNORECASE)]


def test_a_doublure_is_tuned_and_says_how_fragile_it_is():
    """The sentence asks who does what, and the numbers show what less overlap would risk."""
    found = present("doublure")

    assert "wie wat doet" in found.sentence
    assert found.people == ("p0", "p1")
    assert (found.numbers[0].value, found.numbers[0].count) == (4.0, 2.0)
    assert found.numbers[-1].label == catalogue("nl")["findings.number.drop_out_tolerance"]


def test_what_weighs_most_comes_first():
    """Gaps are ordered by the client's own weights."""
    needs = [work(2, priority=1), {"domain": "housing", "need": 2, "priority": 3}]
    found = findings(evidence(client([INFORMAL], [], needs)), STANDING_OUT)

    assert [one.domain for one in found if one.code == "absent"] == ["housing", "work"]


def test_the_question_that_can_change_most_comes_first():
    """Twelve domains nobody asked about can move more than one pair out of three."""
    made = client([{}, {}, {}], [(0, 1, "unknown")], [work(0)])

    assert [one.code for one in findings(evidence(made), UNKNOWN)][:2] == ["needs_unknown", "pairs_unknown"]


def test_people_stand_in_the_order_of_the_list():
    """Nobody is ranked: who gives most does not come first."""
    made = client([A, INFORMAL, B], [], [work(3)], [helps(2, 0.5), helps(1, 0.5), helps(0, 1.0)])

    assert all_findings(evidence(made))["short"].people == ("p0", "p1", "p2")


def test_who_is_burdened_is_not_named():
    """The number of people who are heavily burdened is said, not who, and not the score."""
    people = [{**INFORMAL, "label": "Zus Z.", "burden": 13}, {**INFORMAL, "burden": 2}]
    found = all_findings(evidence(one([work()], [helps(0)], people)))

    for code in ("burdened", "informal_overburdened"):
        said = f"{found[code]}"
        assert "Zus" not in said
        assert "13" not in said.replace("13 leefgebieden", "")
    assert (found["burdened"].numbers[0].value, found["burdened"].numbers[0].count) == (1, 2)


@pytest.mark.parametrize("code", ["only_support", "mixed", "only_burden", "stress_dependent"])
def test_what_contact_costs_is_for_the_client_only(code):
    """A version to share does not have it."""
    made = CASES[code].present

    assert code not in all_findings(evidence(made, for_client=False))


def test_nobody_is_a_beginning_not_an_error():
    """A client without anybody gets only questions, and none about people."""
    found = all_findings(evidence(client()))

    assert set(found) == {"needs_unknown"}
    assert found["needs_unknown"].tone is Tone.QUESTION


def test_unknown_contact_is_no_lack():
    """Where nobody asked, it is not said that people have no contact."""
    made = replace(client([INFORMAL, A]), all_asked=False)

    assert not {"no_bridge", "no_contact", "groups"} & set(all_findings(evidence(made)))


def test_what_is_planned_is_not_called_enough_without_saying_so():
    """Enough on paper because of planned support: the numbers say how often, the reason says for how much it counts."""
    found = all_findings(evidence(one([work(1)], [helps(0, status="planned")])))["enough"]

    assert (found.numbers[1].value, found.numbers[1].count) == (1, 1)
    assert "50%" in found.why


def test_planned_support_does_not_end_an_interruption():
    """A need that only planned support will meet is not "enough now, not before"."""
    made = one([work(1, start="2025-01-01")], [helps(0, status="planned", start="2026-04-01")], attributes=TODAY)

    assert "interrupted" not in all_findings(evidence(made))
