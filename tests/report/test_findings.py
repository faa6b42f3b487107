"""Every finding: a hand-made client who has it, and one who differs in the point it is about and does not."""

import re
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from finding_cases import CASES, INFORMAL, TODAY, A, B, client, helps, one, two, work
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.document import Finding, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.subjects import HANGING, STANDING_OUT, UNKNOWN, findings
from netwerkanalyse.report.sections import hanging
from netwerkanalyse.texts import LANGUAGES, catalogue
from networks import Client, caseload_of

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


@pytest.mark.parametrize(("lang", "at_most"), [("nl", "hooguit via de cliënt"), ("en", "through the client at most")])
@pytest.mark.parametrize(("ties", "code"), [([], "no_contact"), ([(0, 1, "yes", None)], "groups")])
def test_nobody_says_that_contact_runs_through_the_client_with_who_is_refused(ties, code, lang, at_most):
    """The client wants no contact with the third: that runs through the client at most, in every version alike."""
    made = Client("K", [{}, {}, {"unwanted": "yes"}], ties)
    said = {all_findings(evidence(made, lang=lang, for_client=own))[code].sentence for own in (True, False)}

    assert len(said) == 1
    assert at_most in said.pop()


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


@pytest.mark.parametrize("flag", ["unsafe", "unwanted"])
def test_nobody_is_asked_to_talk_with_who_is_unsafe_or_refused(flag):
    """Where a helper is unsafe, or refused by the client, no meeting is suggested; a report does not say why."""
    flagged = [two({**INFORMAL, flag: "yes"}, A, (1.0, 1.0)), two({**A, flag: "yes"}, B)]

    for made in flagged:
        assert not {"apart", "doublure", "possible_doublure"} & set(all_findings(evidence(made)))


@pytest.mark.parametrize(
    ("code", "ties"),
    [
        ("hinges", [(0, 1), (1, 2)]),
        ("groups", [(0, 1)]),
        ("one_bridge", [(0, 1)]),
        ("no_bridge", [(1, 2)]),
        ("no_contact", [(0, 1, "no")]),
    ],
)
def test_what_an_unknown_pair_can_change_is_said_as_far_as_known(code, ties):
    """With a pair nobody knows about, it is said so; when everything is known, it is not, and nothing is of nought."""
    people = [INFORMAL, A, B, {}]
    asked = all_findings(evidence(client(people, ties)))[code]
    unknown = all_findings(evidence(client(people, [*ties, (0, 3, "unknown"), (0, 2, "unknown")])))[code]

    assert "voor zover bekend" in unknown.title
    assert re.search(r"\b[12] pa(ar|ren)\b", unknown.why)
    assert "voor zover bekend" not in f"{asked.title} {asked.sentence}"
    assert not re.search(r"\b0 pa", f"{asked.sentence} {asked.why}")


def test_what_runs_through_the_client_has_a_range():
    """Three people, one pair coordinates, one is unknown: two of three pairs need the client, or one of three."""
    numbers = all_findings(evidence(client([{}, {}, {}], [(0, 1), (1, 2, "unknown")])))["groups"].numbers

    # With a tie between 1 and 2, the pair 0 and 2 is half brokered by 1: 1 / 2 of 3 pairs.
    assert [one.value for one in numbers[-2:]] == pytest.approx([2 / 3, 1 / 6])


def test_a_naaste_is_no_part_of_a_doublure():
    """The two professionals are named; the naaste who helps too is not, though the support counts."""
    rows = [helps(0), helps(1), helps(2)]
    found = all_findings(evidence(client([{**INFORMAL, "role": "mother"}, A, B], [], [work()], rows)))["doublure"]

    assert found.people == ("p1", "p2")
    assert found.numbers[0].value == 6
    assert "naasten" in found.why
    assert "naasten" not in present("doublure").why


def test_a_gap_to_come_is_named_and_one_that_is_there_stands_apart():
    """Support with work ends and housing lacks already: only work is new, and it is said of housing that it lacked."""
    needs = [work(), {"domain": "housing", "need": 2}, {"domain": "finances", "need": 1}]
    rows = [helps(0, end="2026-06-01"), {**helps(0, 1.0), "domain": "finances"}]
    made = client([INFORMAL], [], needs, rows, attributes=TODAY)
    found = all_findings(evidence(made))["planned_end"]

    assert "te weinig steun bij werken. Wie" in found.sentence
    assert found.why.endswith("bij wonen.")
    assert [(one.label, one.value, one.count) for one in found.numbers[1:2]] == [("werken op die dag", 0, 2)]


def test_without_professionals_speaks_of_what_it_shows():
    """The sentence says from which to which coverage, the very numbers below it."""
    found = present("without_professionals")

    assert [f"{one.value:.0%}" for one in found.numbers] == re.findall(r"\d+%", found.sentence)


@pytest.mark.parametrize(
    ("supports", "said", "unsaid"),
    [
        ([helps(0, 1.0)], "Wie daar nu bij helpt: p0.", "gepland"),
        ([helps(0, status="planned")], "Er is steun gepland, die nu nog niet gebeurt. Van wie: p0.", "nu bij helpt"),
    ],
)
def test_what_is_planned_is_not_called_support_that_is_there(supports, said, unsaid):
    """Where support is planned only, nobody is said to help now."""
    found = all_findings(evidence(one([work(3)], supports)))["short"]

    assert said in found.sentence
    assert unsaid not in found.sentence


def test_a_number_does_not_make_it_enough_when_the_client_says_it_is_not():
    """Enough now, not before, is not said of a need that the client rates unmet."""
    case = CASES["interrupted"].present
    unmet = replace(case, needs=[{**need, "client_rating": "unmet"} for need in case.needs])

    assert "interrupted" not in all_findings(evidence(unmet))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_about_nought_things(lang):
    """No finding of any hand-made client says "0 people" or "of 0 pairs"."""
    nought = {
        "nl": r"\b0 (paren|paar|personen|mensen|geen|afstemming)|\b(van|er) 0\b",
        "en": r"\b0 (pairs|people)|of 0\b",
    }
    said = [
        f"{one.title} {one.sentence} {one.why}" for code in CASES for one in found_in(f"{code} present", lang).values()
    ]

    assert not [words for words in said if re.search(nought[lang], words)]


@pytest.mark.parametrize("name", ["voorbeeld", "druk", "afschaling"])
def test_counts_in_a_why_are_true_as_they_are_read(name):
    """Counted again from the bare supports: enough now, of several people, and not without the largest."""
    found = Evidence(Network(load("voorbeelden").select([name])), "nl", for_client=False)
    just = 0
    for domain in found.domains_with("has_need"):
        given, need = sorted(found.given[domain].values()), found.domains.at[domain, "need"]
        just += len(given) > 1 and sum(given) >= need > sum(given[:-1])

    assert f"Op {just} van de 13 leefgebieden helpen meer mensen, is er genoeg" in all_findings(found)["only_just"].why


def test_a_number_of_people_says_that_it_counts_people():
    """Beside a life domain stands now an amount, now a number of helpers: the second says so."""
    numbers = present("apart").numbers

    assert all(one.label.startswith("mensen die helpen bij ") for one in numbers)
    assert [one.value for one in numbers] == [2]


@pytest.mark.parametrize("name", ["spanning", "druk"])
def test_without_who_is_not_in_the_table_nothing_new_is_short(name):
    """The sentence below the table says so of everybody else; a shortage that is there already is no new one."""
    found = Evidence(Network(load("voorbeelden").select([name])), "nl", for_client=False)
    title = "Als één persoon even wegvalt"
    (table,) = (one for one in hanging.section(found).blocks if getattr(one, "title", "") == title)
    named = {row[0] for row in table.rows}
    others = {code for code, called in found.names.items() if called not in named}
    needed = {domain: found.domains.at[domain, "need"] for domain in found.domains_with("has_need")}

    assert others
    for domain, need in needed.items():
        given = found.given[domain]
        for person in others & set(given):
            assert not sum(given.values()) >= need > sum(given.values()) - given[person]
