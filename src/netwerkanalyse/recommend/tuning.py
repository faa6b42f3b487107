"""Tuning of a doublure: who does what, and one contact person. Nobody ever leaves.

The contact person is a role that somebody takes on, not a rank: it falls to who is asked least for it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isnan

from netwerkanalyse.metrics.client.roles import AT_MOST_ONE
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import ROLE
from netwerkanalyse.recommend.limits import broken
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, RunnerUp, Way
from netwerkanalyse.recommend.situation import Need, Person, Situation
from netwerkanalyse.recommend.ties import DOUBLURES, Pair, groups_among, meet, weight
from netwerkanalyse.recommend.words import Domain, Sentences, Several, Word, counted, said

CLOSE = 2
"""How many others are named who could be the contact person."""


def find(situation: Situation) -> Iterator[Draft]:
    """Propose who does what in a doublure, and who is the contact person where several people have one role."""
    for need in situation.needs.values():
        if need.measured["double_class"] in DOUBLURES:
            people = [situation.by_code[code] for code in situation.supporters[need.domain]]
            if not any(person.off_limits for person in people):  # leaving one out would tell why
                yield from _in_domain(situation, need, people)
    for role in AT_MOST_ONE:
        holders = [one for one in situation.present if one.role in ROLE.names and ROLE.group(one.role) == role]
        if len(holders) > 1:
            yield _one_role(situation, role, holders)


def _in_domain(situation: Situation, need: Need, people: Sequence[Person]) -> Iterator[Draft]:
    """Give the draft with the contact person of whom it asks least; others are named beside it.

    Professionals come first (they are paid to coordinate), then who can reach most, then who takes least of naasten.
    """
    drafts = []
    for person in people:
        pairs = _reach(situation, person, people, need.domain)
        if pairs:
            asked = sum(weight(situation, *pair).naasten for pair in pairs)
            draft = _tuned(situation, need, people, person, pairs)
            drafts.append(((person.kind != "formal", -len(pairs), asked, person.order), draft))
    fitting = [draft for _, draft in sorted(drafts, key=lambda one: one[0])]
    if fitting:
        others = tuple(_other(situation, one) for one in fitting[1 : 1 + CLOSE])
        yield Draft(**{**vars(fitting[0]), "runners_up": others})


def _other(situation: Situation, draft: Draft) -> RunnerUp:
    contact = situation.by_code[draft.key.removeprefix(f"tuning/{draft.finding.domain}/")].name
    return RunnerUp(draft.key, said("what.contact_person", contact=contact), said("why_not.contact_person"))


def _reach(situation: Situation, contact: Person, people: Sequence[Person], domain: str) -> list[Pair]:
    """Give for every group apart from the contact person the tie that asks least and that nothing speaks against."""
    group = groups_among(situation, people)
    found: dict[int, Pair] = {}
    for other in people:
        pair = contact, other
        free = broken(situation, _talk(pair, domain)) is None
        if group[other.code] != group[contact.code] and free:
            known = found.get(group[other.code])
            if known is None or weight(situation, *pair) < weight(situation, *known):
                found[group[other.code]] = pair
    return list(found.values())


def _talk(pair: Pair, domain: str) -> Draft:
    """Make a draft of one talk, only to hold it beside the limits."""
    involved = Involved(meet=(frozenset(one.code for one in pair),), domain=domain)
    return Draft("", Finding("", said(""), ()), said(""), involved=involved)


def _tuned(situation: Situation, need: Need, people: Sequence[Person], contact: Person, pairs: Sequence[Pair]) -> Draft:
    names = ("need", "double_supply", "surplus", "drop_out_tolerance")
    facts = tuple(Fact(name, need.measured[name], need.domain, name != "drop_out_tolerance") for name in names)
    named = Several(tuple(person.name for person in people))
    reached = Several(tuple(other.name for _, other in pairs))
    domain = Domain(need.domain)
    why: Word = said("because.doublure", domain=domain, people=named)
    tolerance = need.measured["drop_out_tolerance"]
    if not isnan(tolerance):
        why = Sentences((why, counted("because.tolerance", int(tolerance), domain=domain)))
    return Draft(
        key=f"tuning/{need.domain}/{contact.code}",
        finding=Finding("doublure", why, facts, need.domain),
        what=said("what.tuning", people=named, domain=domain, contact=contact.name, reached=reached),
        change=meet(situation, pairs),
        involved=Involved(
            meet=tuple(frozenset((one.code, other.code)) for one, other in pairs),
            domain=need.domain,
        ),
        promises=(Promise("uncoordinated_high", Way.DOWN, need.domain),),
        also=(("drop_out_tolerance", need.domain), ("components", ""), ("coordination_load", "")),
        agree=tuple(said("agree.person", person=person.name) for person in people),
        unknowns=(said("unknown.who_does_what"), *_not_known(situation, pairs)),
    )


def _not_known(situation: Situation, pairs: Sequence[Pair]) -> tuple[Word, ...]:
    unknown = any(situation.state(one.code, other.code) == arrays.UNKNOWN for one, other in pairs)
    consent = situation.consents is None
    return (*([said("unknown.contact")] if unknown else []), *([said("unknown.consent")] if consent else []))


def _one_role(situation: Situation, role: str, holders: Sequence[Person]) -> Draft:
    """Propose that people with the same role agree who is the contact person; which of them is for them to say."""
    named = Several(tuple(person.name for person in holders))
    pairs = [pair for pair in combinations(holders, 2) if situation.state(pair[0].code, pair[1].code) == arrays.NO]
    word = said(f"role.{role}")
    facts = (Fact("holders", float(len(holders))),)
    return Draft(
        key=f"tuning/{role}",
        finding=Finding("same_role", said("because.same_role", people=named, role=word), facts, subject=role),
        what=said("what.same_role", people=named, role=word),
        change=meet(situation, pairs),
        involved=Involved(meet=tuple(frozenset((one.code, other.code)) for one, other in combinations(holders, 2))),
        also=(("coordination_load", ""),),
        agree=tuple(said("agree.person", person=person.name) for person in holders),
        unknowns=(said("unknown.who_does_what"), *_not_known(situation, pairs)),
    )


KIND = Kind("tuning", find)
