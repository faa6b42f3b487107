"""Scaling down and up: what to talk about before help ends, and who is near in a crisis. Nobody is told to leave."""

from collections.abc import Iterator, Sequence
from math import isnan

from netwerkanalyse.metrics.client.routes import CRISIS
from netwerkanalyse.recommend.ahead import Ahead, Ending, Spared
from netwerkanalyse.recommend.change import NOTHING, Change, Row, newcomer
from netwerkanalyse.recommend.limits import broken
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, Way
from netwerkanalyse.recommend.situation import Person, Situation
from netwerkanalyse.recommend.what_if import CRISIS_AGREED, CRISIS_NEAR, SPARED_CLOSED
from netwerkanalyse.recommend.words import Day, Domain, Sentences, Several, Share, Word, counted, said

STAY = frozenset({"general_practitioner", "guardian", "resource_coordinator", CRISIS})
"""Roles that no proposal speaks of as help that could become less, also when nobody marked them as protected. Who is
left of a set that could be spared together can be spared together too."""

ENDING = "ending"
"""The finding that support ends on a day after which there is too little somewhere."""


def find(situation: Situation) -> Iterator[Draft]:
    """Propose what to settle before help becomes less, before an end date that leaves a gap, and for a crisis."""
    spared = [
        (one, situation.by_code[one.code])
        for one in situation.ahead.spared
        if situation.by_code[one.code].role not in STAY and not situation.by_code[one.code].off_limits
    ]
    if spared:
        yield _down(situation, spared)
    if situation.ahead.ending is not None:
        yield _before(situation.ahead, situation.ahead.ending)
    yield from _up(situation)


def _down(situation: Situation, spared: Sequence[tuple[Spared, Person]]) -> Draft:
    """Propose to talk about what must be there first: a way back, and naasten who can and want to go on."""
    people = [person for _, person in spared]
    pairs = _ways_back(situation, spared)
    change = NOTHING
    for one, other in pairs:
        change += situation.contact(one.code, other.code)
    contacts = list(dict.fromkeys(other.name for _, other in pairs))
    what: list[Word] = [said("what.scaling_down", people=_names(people)), *_order(spared)]
    if contacts:
        what.append(said("what.way_back", people=Several(tuple(contacts))))
    ahead = situation.ahead
    facts = (
        Fact("spared", float(len(people))),
        Fact("coverage_without_formal", ahead.without_formal, ground=False),
        Fact("carers_over_capacity", float(ahead.over), ground=False),
    )
    unknown = [said("unknown.scaling_down")]
    if any(one.end is None for one, _ in spared):
        unknown.append(said("unknown.end"))
    return Draft(
        key=f"scaling/down/{'+'.join(person.code for person in people)}",
        finding=Finding("spared", Sentences(tuple(_why_down(ahead))), facts),
        what=said("what.sentences", sentences=Sentences(tuple(what))),
        change=change,
        involved=Involved(meet=tuple(frozenset((one.code, other.code)) for one, other in pairs)),
        promises=(Promise(SPARED_CLOSED, Way.DOWN),) if pairs else (),
        also=((SPARED_CLOSED, ""),),
        agree=tuple(said("agree.person", person=name) for name in dict.fromkeys([*_named(people), *contacts])),
        unknowns=tuple(unknown),
    )


def _why_down(ahead: Ahead) -> Iterator[Word]:
    yield said("because.spared")
    if not isnan(ahead.without_formal) and not isnan(ahead.with_formal):
        yield said("because.self", without=Share(ahead.without_formal), now=Share(ahead.with_formal))
    if ahead.carers:
        yield counted("because.carers", ahead.carers)
    if ahead.over:
        yield counted("because.carers_over", ahead.over)
    if ahead.capacity_unknown:
        yield counted("because.carers_unknown", ahead.capacity_unknown)


def _order(spared: Sequence[tuple[Spared, Person]]) -> Iterator[Word]:
    """Say in which order help ends as planned."""
    dated = [said("what.end", person=person.name, day=Day(one.end)) for one, person in spared if one.end is not None]
    if dated:
        yield said("what.order", ends=Several(tuple(dated)))


def _ways_back(situation: Situation, spared: Sequence[tuple[Spared, Person]]) -> list[tuple[Person, Person]]:
    """Give everybody without a way back the first professional who stays and may be asked."""
    going = {one.code for one in situation.ahead.spared}
    stay = [one for one in situation.present if one.kind == "formal" and one.code not in going]
    found = []
    for one, person in spared:
        free = [other for other in stay if broken(situation, _talk(person, other)) is None]
        if one.way_back is False and free:
            found.append((person, free[0]))
    return found


def _talk(one: Person, other: Person) -> Draft:
    """Make a draft of one talk, only to hold it beside the limits."""
    involved = Involved(meet=(frozenset((one.code, other.code)),))
    return Draft("", Finding("", said(""), ()), said(""), involved=involved)


def _before(ahead: Ahead, ending: Ending) -> Draft:
    """Propose to talk before the first end date after which there is too little somewhere."""
    why: list[Word] = [counted("because.ending", ending.ending, day=Day(ending.day))]
    why.append(counted("because.ending_gaps", ending.domains))
    if not isnan(ending.coverage) and not isnan(ahead.with_formal):
        why.append(said("because.ending_coverage", after=Share(ending.coverage), now=Share(ahead.with_formal)))
    facts = (Fact("new_gaps", float(ending.domains)), Fact("supports_ending", float(ending.ending)))
    return Draft(
        key=f"scaling/before/{ending.day.isoformat()}",
        finding=Finding(ENDING, Sentences(tuple(why)), facts, subject=ending.day.isoformat()),
        what=said("what.before", day=Day(ending.day)),
        unknowns=(said("unknown.ending"),),
    )


def _up(situation: Situation) -> Iterator[Draft]:
    """Propose a way to crisis support: a contact, a consent, or somebody to look for."""
    far = [code for code, need in situation.needs.items() if need.measured["crisis_contact"] == 0]
    closed = [code for code, need in situation.needs.items() if _agreed_is_missing(need.measured)]
    listed = [one for one in situation.people if one.role == CRISIS and not one.off_limits]
    if far and not listed:
        yield _somebody(situation, far)
    for service in listed[:1]:
        if far:
            yield from _near(situation, far, service)
        if closed:
            yield _consent(closed, service)


def _agreed_is_missing(measured: dict[str, float]) -> bool:
    return measured["crisis_contact"] == 1 and measured["crisis_route"] == 0


def _somebody(situation: Situation, far: Sequence[str]) -> Draft:
    code = CRISIS
    while code in situation.by_code:
        code += "+"
    return Draft(
        key="scaling/up",
        finding=_far(far),
        what=said("what.crisis"),
        change=newcomer(code, "formal", role=CRISIS, active=True),
        involved=Involved(new_person=True),
        promises=(Promise(CRISIS_NEAR, Way.UP),),
        agree=(said("agree.newcomer"),),
        unknowns=(said("unknown.crisis"),),
    )


def _near(situation: Situation, far: Sequence[str], service: Person) -> Iterator[Draft]:
    """Propose contact between a crisis service and who helps in most of the life domains from which it is far."""
    helps = {
        person: sum(person.code in situation.supporters[domain] for domain in far)
        for person in situation.present
        if person is not service and broken(situation, _talk(person, service)) is None
    }
    best = sorted((one for one in helps if helps[one]), key=lambda one: (one.kind != "formal", -helps[one], one.order))
    for person in best[:1]:
        yield Draft(
            key=f"scaling/up/{person.code}+{service.code}",
            finding=_far(far),
            what=said("what.crisis_contact", person=person.name, service=service.name),
            change=situation.contact(person.code, service.code),
            involved=Involved(meet=(frozenset((person.code, service.code)),)),
            promises=(Promise(CRISIS_NEAR, Way.UP),),
            agree=tuple(said("agree.person", person=one.name) for one in (person, service)),
            unknowns=(said("unknown.crisis"),),
        )


def _consent(closed: Sequence[str], service: Person) -> Draft:
    about = {"member": service.code, "purpose": "crisis"}
    change = Change(tuple(Row("consents", {**about, "domain": code}) for code in closed))
    domains = Several(tuple(map(Domain, closed)))
    return Draft(
        key=f"scaling/consent/{service.code}",
        finding=Finding("crisis_consent", said("because.crisis_consent", service=service.name), _crisis_facts(closed)),
        what=said("what.crisis_consent", service=service.name, domains=domains),
        change=change,
        promises=(Promise(CRISIS_AGREED, Way.UP),),
        unknowns=(said("unknown.share"),),
    )


def _far(far: Sequence[str]) -> Finding:
    sentence = counted("because.crisis", len(far), domains=Several(tuple(map(Domain, far))))
    return Finding("crisis", sentence, _crisis_facts(far))


def _crisis_facts(domains: Sequence[str]) -> tuple[Fact, ...]:
    return (Fact("crisis_domains_open", float(len(domains))),)


def _names(people: Sequence[Person]) -> Several:
    return Several(tuple(_named(people)))


def _named(people: Sequence[Person]) -> list[str]:
    return [person.name for person in people]


KIND = Kind("scaling", find)
