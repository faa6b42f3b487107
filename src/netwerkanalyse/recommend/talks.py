"""Something to look at together where no change of the network can be measured: no new person is needed for it.

Support that is enough by the numbers and does not help (G8), support that lapsed (G5) or was not taken over (G7), and a
goal of the client's own where something is missing and no goal is noted. What comes of a talk is not foretold, so these
have no numbers before and after.
"""

from collections.abc import Iterator

from netwerkanalyse.metrics.client.gaps import VIEW
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind
from netwerkanalyse.recommend.situation import Need, Situation
from netwerkanalyse.recommend.words import Domain, Several, said


def find(situation: Situation) -> Iterator[Draft]:
    """Propose to talk about help that does not help, support that lapsed, and a goal where something is missing."""
    lapsed = dict(situation.ahead.lapses)
    for need in situation.needs.values():
        if need.measured["client_view"] == VIEW.position["help_does_not_help"]:
            yield _does_not_help(situation, need)
        if need.domain in lapsed:
            yield _lapsed(situation, need, lapsed[need.domain])
        missing = need.holds("gap_absent") or need.holds("gap_short")
        content = need.measured["client_view"] == VIEW.position["hidden_support"]
        if missing and not content and need.domain not in situation.ahead.goals:
            yield _goal(need)


def _does_not_help(situation: Situation, need: Need) -> Draft:
    """Ask what would help; who helps is named only where all of them can be."""
    people = [situation.by_code[code] for code in situation.supporters[need.domain]]
    domain = Domain(need.domain)
    named = Several(tuple(person.name for person in people))
    told = bool(people) and not any(person.off_limits for person in people)
    facts = tuple(Fact(name, need.measured[name], need.domain) for name in ("need", "effective_supply"))
    return Draft(
        key=f"talk/{need.domain}/help",
        finding=Finding("does_not_help", said("because.does_not_help", domain=domain), facts, need.domain, "G8"),
        what=said("what.what_helps_with", domain=domain, people=named)
        if told
        else said("what.what_helps", domain=domain),
        involved=Involved(domain=need.domain),
        unknowns=(said("unknown.what_helps"),),
    )


def _lapsed(situation: Situation, need: Need, gap: str) -> Draft:
    domain, code = Domain(need.domain), "not_taken_over" if gap == "G7" else "lapsed"
    facts = (Fact("need", need.measured["need"], need.domain),)
    return Draft(
        key=f"talk/{need.domain}/{code}",
        finding=Finding(code, said(f"because.{code}", domain=domain), facts, need.domain, gap),
        what=said(f"what.{code}", domain=domain),
        involved=Involved(domain=need.domain),
        unknowns=(said("unknown.ending"),) if situation.ahead.ending else (said("unknown.lapse"),),
    )


def _goal(need: Need) -> Draft:
    gap, code = ("G1", "absent") if need.holds("gap_absent") else ("G2", "short")
    facts = tuple(Fact(name, need.measured[name], need.domain) for name in ("need", "effective_supply"))
    domain = Domain(need.domain)
    return Draft(
        key=f"goal/{need.domain}",
        finding=Finding(f"no_goal_{code}", said("because.no_goal", domain=domain), facts, need.domain, gap),
        what=said("what.goal", domain=domain),
        involved=Involved(domain=need.domain),
        unknowns=(said("unknown.goal"),),
    )


KIND = Kind("talk", find)
