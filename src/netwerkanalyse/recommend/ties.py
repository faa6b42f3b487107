"""Who could meet whom: groups that are apart, naasten without a professional, and people who help with the same.

Groups are joined at the least burden: of all ways to make one group of them, a minimum spanning forest asks the least
(Kruskal, exact because independent sets of ties are a matroid). How many ties that takes is fixed: one less than the
groups that can be joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from netwerkanalyse.metrics.client.doubles import DOUBLE_CLASS
from netwerkanalyse.model import arrays
from netwerkanalyse.recommend.change import NOTHING, Change
from netwerkanalyse.recommend.limits import broken
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, RunnerUp, Way
from netwerkanalyse.recommend.situation import Need, Person, Situation
from netwerkanalyse.recommend.words import Domain, Said, Several, Word, counted, said

CLOSE = 2
"""How many pairs that came close are named beside a tie."""

DOUBLURES = frozenset(DOUBLE_CLASS.position[name] for name in ("doublure", "possible_doublure"))
"""Where there is a doublure, or perhaps one, tuning it comes in the place of getting to know each other."""

Pair: TypeAlias = tuple[Person, Person]
"""Two people who could come into contact."""


@dataclass(frozen=True, order=True)
class Weight:
    """What contact between two people asks, compared from the first to the last.

    How many of them are naasten (professionals are paid to coordinate), of how many of those it is not known how
    burdened they are (unknown is not a light burden), how burdened the others are, whether it is unknown if they have
    contact already, how few life domains both support in, and their places on the client's own list, so that there is
    always one answer.
    """

    naasten: int
    burden_unknown: int
    burden: float
    unknown: bool
    apart: int
    order: tuple[int, int]


def find(situation: Situation) -> Iterator[Draft]:
    """Propose contact: within life domains first, then between groups, then between naasten and professionals.

    A pair is proposed once; what it would do more is shown with its effects.
    """
    made: set[str] = set()
    tuned = _tuned(situation)
    for draft in (*_within_domains(situation), *_between_groups(situation), *_bridges(situation)):
        if draft.key not in made and not tuned.issuperset(draft.involved.meet):
            made.add(draft.key)
            yield draft


def _tuned(situation: Situation) -> frozenset[frozenset[str]]:
    """List the pairs who double up: tuning that doublure is a proposal of its own."""
    doubles = [code for code, need in situation.needs.items() if need.measured["double_class"] in DOUBLURES]
    return frozenset(
        frozenset(pair)
        for domain in doubles
        if not any(situation.by_code[code].off_limits for code in situation.supporters[domain])
        for pair in combinations(situation.supporters[domain], 2)
    )


def weight(situation: Situation, one: Person, other: Person) -> Weight:
    """Weigh a pair."""
    naasten = [person for person in (one, other) if person.kind not in {"formal", "peer"}]
    both = sum({one.code, other.code} <= set(codes) for codes in situation.supporters.values())
    return Weight(
        len(naasten),
        sum(person.burden is None for person in naasten),
        sum(person.burden for person in naasten if person.burden is not None),
        situation.state(one.code, other.code) == arrays.UNKNOWN,
        -both,
        (min(one.order, other.order), max(one.order, other.order)),
    )


def forest(situation: Situation, people: Sequence[Person], group: dict[str, int]) -> list[Pair]:
    """Join groups at the least burden.

    Parameters
    ----------
    situation
        One client.
    people
        Who may be joined.
    group
        The group each of them is in.

    Returns
    -------
    pairs
        The pairs of a minimum spanning forest over the pairs that keep within the limits, lightest first.
    """
    now, chosen = dict(group), []
    between = [(one, other) for one, other in combinations(people, 2) if group[one.code] != group[other.code]]
    for one, other in sorted(allowed(situation, between), key=lambda pair: weight(situation, *pair)):
        if now[one.code] != now[other.code]:
            chosen.append((one, other))
            old, new = now[other.code], now[one.code]
            now = {code: new if number == old else number for code, number in now.items()}
    return chosen


def meet(situation: Situation, pairs: Iterable[tuple[Person, Person]]) -> Change:
    """Bring pairs into contact."""
    change = NOTHING
    for one, other in pairs:
        change += situation.contact(one.code, other.code)
    return change


def allowed(situation: Situation, pairs: Iterable[Pair]) -> list[Pair]:
    """List the pairs without contact that nothing speaks against."""
    return [
        (one, other)
        for one, other in pairs
        if situation.state(one.code, other.code) != arrays.YES
        and broken(situation, Draft("", _NO_FINDING, said(""), involved=_involved([(one, other)]))) is None
    ]


def _within_domains(situation: Situation) -> Iterator[Draft]:
    """Propose that people who support in the same life domain coordinate, where they do not, as one proposal."""
    for need in situation.needs.values():
        if not need.holds("gap_connection") or need.measured["double_class"] in DOUBLURES:
            continue
        people = [situation.by_code[code] for code in situation.supporters[need.domain]]
        if any(person.off_limits for person in people):  # leaving one out of what all should do would tell why
            continue
        pairs = forest(situation, people, groups_among(situation, people))
        if pairs:
            named = Several(tuple(person.name for person in people if any(person in pair for pair in pairs)))
            what = said("what.coordinate", people=named, domain=Domain(need.domain))
            promise = Promise("gap_connection", Way.DOWN, need.domain)
            yield _draft(situation, pairs, _apart(need, people), what, promise, need.domain)


def _apart(need: Need, people: Sequence[Person]) -> Finding:
    named = Several(tuple(person.name for person in people))
    sentence = said("because.apart", domain=Domain(need.domain), people=named)
    facts = (Fact("supporters", need.measured["supporters"], need.domain),)
    return Finding("apart", sentence, facts, need.domain, "G6")


def _between_groups(situation: Situation) -> Iterator[Draft]:
    """Propose the ties of a minimum spanning forest between the groups around the client."""
    group = situation.groups
    groups = counted("groups", len(set(group.values())))
    for one, other in forest(situation, situation.present, group):
        sentence = said("because.groups", one=one.name, other=other.name, groups=groups)
        finding = Finding(
            "groups",
            sentence,
            _facts(situation, one, other, "components"),
            subject="+".join(sorted((one.code, other.code))),
        )
        draft = _draft(
            situation,
            [(one, other)],
            finding,
            said("what.meet", one=one.name, other=other.name),
            Promise("components", Way.DOWN),
            _shared(situation, one, other),
        )
        yield replace(draft, runners_up=tuple(_close(situation, one, other)))


def _bridges(situation: Situation) -> Iterator[Draft]:
    """Propose for every naaste without contact with a professional the professional it asks least."""
    formal = [person for person in situation.present if person.kind == "formal"]
    for naaste in situation.present:
        if naaste.kind != "informal" or any(situation.state(naaste.code, other.code) == arrays.YES for other in formal):
            continue
        pairs = allowed(situation, ((naaste, other) for other in formal))
        if pairs:
            best = min(pairs, key=lambda pair: weight(situation, *pair))
            other = best[1]
            finding = Finding(
                "bridge",
                said("because.bridge", person=naaste.name),
                _facts(situation, *best, "bridge_ties"),
                subject=naaste.code,
            )
            what = said("what.bridge", one=naaste.name, other=other.name)
            promise = Promise("bridge_informal_linked", Way.UP)
            yield _draft(situation, [best], finding, what, promise, _shared(situation, *best))


def _facts(situation: Situation, one: Person, other: Person, measure: str) -> tuple[Fact, ...]:
    """Give what it rests on. Other people who come into contact are no new grounds for this pair."""
    both = sum({one.code, other.code} <= set(codes) for codes in situation.supporters.values())
    return Fact(measure, situation.measured[measure], ground=False), Fact("shared_domains", float(both))


def _draft(
    situation: Situation,
    pairs: Sequence[tuple[Person, Person]],
    finding: Finding,
    what: Said,
    promise: Promise,
    domain: str,
) -> Draft:
    codes = ["+".join(sorted((one.code, other.code))) for one, other in pairs]
    people = {person.code: person for pair in pairs for person in pair}
    unknown = any(situation.state(one.code, other.code) == arrays.UNKNOWN for one, other in pairs)
    unknowns = [said("unknown.contact")] if unknown else []
    if situation.consents is None:
        unknowns.append(said("unknown.consent"))
    return Draft(
        key=f"tie/{'/'.join(sorted(codes))}",
        finding=finding,
        what=what,
        change=meet(situation, pairs),
        involved=_involved(pairs, domain),
        promises=(promise,),
        also=(("components", ""), ("bridge_informal_linked", ""), ("coordination_load", "")),
        agree=tuple(said("agree.person", person=person.name) for person in people.values()),
        unknowns=tuple(unknowns),
    )


def _involved(pairs: Sequence[tuple[Person, Person]], domain: str = "") -> Involved:
    return Involved(meet=tuple(frozenset((one.code, other.code)) for one, other in pairs), domain=domain)


def _close(situation: Situation, one: Person, other: Person) -> Iterator[RunnerUp]:
    """Name the pairs that would join the same two groups and ask most nearly as little."""
    group = situation.groups
    sides = {group[one.code], group[other.code]}
    chosen = weight(situation, one, other)
    across = [
        pair
        for pair in combinations(situation.present, 2)
        if {group[person.code] for person in pair} == sides and set(pair) != {one, other}
    ]
    others = [(weight(situation, *pair), pair) for pair in allowed(situation, across)]
    for asked, (first, second) in sorted(others, key=lambda found: found[0])[:CLOSE]:
        key = f"tie/{'+'.join(sorted((first.code, second.code)))}"
        yield RunnerUp(key, said("what.pair", one=first.name, other=second.name), _why_not(chosen, asked))


def _why_not(chosen: Weight, other: Weight) -> Word:
    """Say what made the difference; who is more burdened is never said."""
    if chosen.naasten != other.naasten:
        return said("why_not.naasten")
    if chosen.burden_unknown != other.burden_unknown:
        return said("why_not.burden_unknown")
    if chosen.burden != other.burden:
        return said("why_not.naasten")
    if chosen.unknown != other.unknown:
        return said("why_not.contact_unknown")
    if chosen.apart != other.apart:
        return said("why_not.less_in_common")
    return said("why_not.equal")


def _shared(situation: Situation, one: Person, other: Person) -> str:
    """Return the life domain both support in, if there is exactly one."""
    both = [domain for domain, codes in situation.supporters.items() if {one.code, other.code} <= set(codes)]
    return both[0] if len(both) == 1 else ""


def groups_among(situation: Situation, people: Sequence[Person]) -> dict[str, int]:
    """Group some people by the contact they have among themselves."""
    group = {person.code: number for number, person in enumerate(people)}
    for one, other in combinations(people, 2):
        if situation.state(one.code, other.code) == arrays.YES and group[one.code] != group[other.code]:
            old, new = group[other.code], group[one.code]
            group = {code: new if number == old else number for code, number in group.items()}
    return group


_NO_FINDING = Finding("", said(""), ())

KIND = Kind("tie", find)
