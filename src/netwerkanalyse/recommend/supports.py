"""Who or what could support where something is missing: somebody who is there, a sort of person, or a service.

No person is invented: a sort of person ("somebody with lived experience") stays a sort, and only services of the social
map are named. What somebody who is there is asked stays within what they said they can give.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from netwerkanalyse.metrics.client.gaps import VIEW
from netwerkanalyse.model.scale_checks import LEVELS
from netwerkanalyse.recommend.change import Change, becomes, newcomer, support
from netwerkanalyse.recommend.limits import broken, out_of_reach, unknown_of
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, Way
from netwerkanalyse.recommend.situation import Need, Person, Situation
from netwerkanalyse.recommend.social_map import Service
from netwerkanalyse.recommend.sorts import SORTS, sorts, treated
from netwerkanalyse.recommend.words import Amount, Domain, Sentences, Several, Value, Word, counted, said

LEAST = 0.5
"""The smallest amount of support to ask for: half a level, or half an hour a week."""

GROUNDS = ("need", "effective_supply", "supporters")
"""The measures of a life domain that a proposal of support rests on."""


@dataclass(frozen=True)
class _Lack:
    """What is missing in a life domain, and what would help.

    Parameters
    ----------
    finding
        What was found.
    need
        The life domain.
    amount
        How much support is missing.
    sorts
        The kinds of people who could give it.
    promises
        What must come of it.
    type
        The type of support, blank when it does not matter.
    backup
        Whether it is asked as a backup, by people who are there only.
    """

    finding: Finding
    need: Need
    amount: float
    sorts: tuple[str, ...]
    promises: tuple[Promise, ...]
    type: str = ""
    backup: bool = False


def find(situation: Situation) -> Iterator[Draft]:
    """Propose support for every gap of amount, kind or type, and a backup where support hangs on one person."""
    for need in situation.needs.values():
        for lack in _lacks(situation, need):
            for person in situation.people:
                if (person.present or person.activatable) and _can(situation, person, lack):
                    yield _ask(situation, lack, person)
            if not lack.backup:
                yield from _from_outside(situation, lack)


def _lacks(situation: Situation, need: Need) -> Iterator[_Lack]:
    """Say what is missing. Where the client calls an uncovered need met, nothing is: there may be hidden support."""
    measured, domain = need.measured, need.domain
    content = measured["client_view"] == VIEW.position["hidden_support"]
    if (need.holds("gap_absent") or need.holds("gap_short")) and not content:
        code, gap = ("absent", "G1") if need.holds("gap_absent") else ("short", "G2")
        finding = _finding(situation, need, code, gap)
        missing = measured["need"] - measured["effective_supply"]
        able = tuple(sort for sort in sorts(situation, need) if sort in {need.wanted_kind or sort, "formal"})
        yield _Lack(finding, need, missing, able, (Promise("gap_size", Way.DOWN, domain),), _type(need))
        return
    for wish, gap, able in (("kind", "G4", (need.wanted_kind,)), ("type", "G3", sorts(situation, need))):
        if need.holds(f"gap_wrong_{wish}") and not need.holds("gap_absent"):
            finding = _finding(situation, need, f"wrong_{wish}", gap)
            promise = Promise(f"gap_wrong_{wish}", Way.DOWN, domain)
            yield _Lack(finding, need, LEAST, able, (promise,), _type(need))
    if measured["drop_out_tolerance"] == 1 and not need.holds("informal_overburdened"):
        enough = situation.settings.cutoffs.enough * measured["need"]
        missing = enough - (measured["effective_supply"] - _largest(situation, domain))
        finding = _finding(situation, need, "fragile", "")
        yield _Lack(finding, need, missing, SORTS, (Promise("fragile", Way.DOWN, domain),), backup=True)


def _type(need: Need) -> str:
    """Return the type of support to ask for: treatment only where it comes from a professional."""
    return need.wanted_type if need.wanted_type != "treatment" or treated(need.wanted_type, need.wanted_kind) else ""


def _finding(situation: Situation, need: Need, code: str, gap: str) -> Finding:
    """Word a finding about a life domain; its numbers are the need, what there is, and from how many people."""
    values: dict[str, Value] = {
        "domain": Domain(need.domain),
        "need": Amount(need.measured["need"], situation.scale),
        "supply": Amount(need.measured["effective_supply"], situation.scale),
        "wish": said(f"wish.{need.wanted_kind if code == 'wrong_kind' else need.wanted_type or 'any'}"),
    }
    facts = tuple(Fact(name, need.measured[name], need.domain) for name in GROUNDS)
    return Finding(code, said(f"because.{code}", **values), facts, need.domain, gap)


def _largest(situation: Situation, domain: str) -> float:
    """Return how much the person gives who gives most in a life domain."""
    given: dict[str, float] = {}
    for row in situation.supports:
        if row.counts and row.domain == domain:
            fit = situation.settings.cutoffs.planned_fit if row.status == "planned" else 1.0
            given[row.member] = given.get(row.member, 0.0) + (row.amount or 0.0) * fit
    return max(given.values(), default=0.0)


def _can(situation: Situation, person: Person, lack: _Lack) -> bool:
    """Tell whether asking somebody could be an answer at all."""
    if lack.finding.code == "wrong_kind" or lack.sorts == ("formal",):
        return person.kind in lack.sorts
    return not (lack.backup and person.code in situation.supporters[lack.need.domain])


def _amount(situation: Situation, missing: float, spare: float | None) -> float:
    """Choose how much to ask: what is missing, as far as somebody can give it, on the scale of the client."""
    most = missing if spare is None else min(missing, spare)
    if situation.scale == "hours":
        return max(most, LEAST)
    enough = [level for level in LEVELS if level >= missing - 1e-9 and (spare is None or level <= spare)]
    fitting = [level for level in LEVELS if spare is None or level <= spare]
    return min(enough) if enough else max(fitting, default=LEVELS[0])


def _ask(situation: Situation, lack: _Lack, person: Person) -> Draft:
    """Propose to ask somebody who is there, or who could be in contact again."""
    domain, amount = lack.need.domain, _amount(situation, lack.amount, person.spare)
    change = support(person.code, domain, amount, type=lack.type or None, backup=lack.backup or None)
    if person.activatable:
        change = becomes("members", {"member": person.code}, active=True) + change
    form = "backup" if lack.backup else "again" if person.activatable else "ask"
    unknowns = [said("unknown.able", person=person.name)]
    if person.kind == "informal" and person.burden is None:
        unknowns.append(said("unknown.burden", person=person.name))
    return Draft(
        key=f"{form if lack.backup else 'support'}/{_aim(lack)}/{person.code}",
        finding=lack.finding,
        what=said(f"what.{form}", person=person.name, **_values(situation, lack, amount)),
        change=change,
        involved=Involved(asked=person.code, amount=amount, domain=domain, side=person.kind),
        promises=lack.promises,
        also=_also(lack),
        agree=(said("agree.person", person=person.name),),
        unknowns=tuple(unknowns),
    )


def _from_outside(situation: Situation, lack: _Lack) -> Iterator[Draft]:
    """Propose services of the social map; a sort of person where no service of that kind can be proposed.

    Gap G10 needs every service of a fitting kind to be out of reach: one that is there already can be reached.
    """
    services = () if situation.social_map is None else situation.social_map.services.get(lack.need.domain, ())
    fitting: list[tuple[float, int, Draft]] = []
    reasons: Counter[str] = Counter()
    of_kind = [service for service in services if (service.kind or "formal") in lack.sorts]
    for service in of_kind:
        draft = _service(situation, lack, service)
        if broken(situation, draft) is None:
            fitting.append((inf if service.waiting_days is None else service.waiting_days, len(fitting), draft))
        else:
            yield draft  # so that it is counted
        away = out_of_reach(situation, draft)
        reasons.update([away.name] if away else [])
    chosen = [draft for *_, draft in sorted(fitting, key=lambda one: one[:2])]
    yield from chosen[: situation.settings.services_per_gap]
    reached = {draft.involved.side for draft in chosen}
    for sort in lack.sorts:
        if sort not in reached:
            yield _sort(situation, lack, sort, reasons if reasons.total() == len(of_kind) else {})


def _service(situation: Situation, lack: _Lack, service: Service) -> Draft:
    domain, amount, side = lack.need.domain, _amount(situation, lack.amount, None), service.kind or "formal"
    unknowns: list[Word] = [said(f"unknown.service.{name}") for name in unknown_of(service, situation)]
    if service.eligibility:
        unknowns.append(said("unknown.service.eligibility", words=service.eligibility))
    (law,) = service.laws if len(service.laws) == 1 else (None,)
    more = {"organisation": service.organisation, "law": law}
    values = {**_values(situation, lack, amount), "service": service.name, "organisation": service.offered_by}
    days = service.waiting_days
    values["wait"] = said("wait.unknown") if days is None else counted("wait", int(days))
    return Draft(
        key=f"service/{_aim(lack)}/{service.code}",
        finding=lack.finding,
        what=said("what.service", **values),
        change=_comes(situation, side, domain, amount, service.type or lack.type, more),
        involved=Involved(domain=domain, amount=amount, service=service, new_person=True, side=side),
        promises=lack.promises,
        also=_also(lack),
        agree=(said("agree.organisation", organisation=service.offered_by),),
        unknowns=tuple(unknowns),
    )


def _sort(situation: Situation, lack: _Lack, sort: str, reasons: dict[str, int]) -> Draft:
    """Propose to look for a sort of person, and say it when no service can be reached (G10)."""
    domain, amount = lack.need.domain, _amount(situation, lack.amount, None)
    unknowns: list[Word] = [said("unknown.who"), said("unknown.amount", amount=Amount(amount, situation.scale))]
    if not lack.need.wanted_kind:
        unknowns.insert(0, said("unknown.wanted_kind"))
    return Draft(
        key=f"sort/{_aim(lack)}/{sort}",
        finding=_out_of_reach(lack.finding, reasons) if reasons else lack.finding,
        what=said(f"what.sort.{sort}", example=said(f"example.{sort}.{domain}"), **_values(situation, lack, amount)),
        change=_comes(situation, sort, domain, amount, lack.type, {}),
        involved=Involved(domain=domain, amount=amount, new_person=True, side=sort),
        promises=lack.promises,
        also=_also(lack),
        agree=(said("agree.newcomer"),),
        unknowns=tuple(unknowns),
    )


def _out_of_reach(finding: Finding, reasons: dict[str, int]) -> Finding:
    """Say that there are services, and that none of them can be reached (gap G10)."""
    count = sum(reasons.values())
    why = Several(tuple(counted(f"reach.{name}", number) for name, number in reasons.items()))
    both = Sentences((finding.sentence, counted("because.out_of_reach", count, reasons=why)))
    facts = (*finding.facts, Fact("services_out_of_reach", float(count), finding.domain))
    return replace(finding, sentence=both, facts=facts, gap="G10")


def _comes(
    situation: Situation, kind: str, domain: str, amount: float, type_: str, more: dict[str, str | None]
) -> Change:
    """Somebody of whom nothing else is known comes and supports; the code is one that nobody has."""
    code = f"{kind} {domain}"
    while code in situation.by_code:
        code += "+"
    return newcomer(code, kind, active=True, **more) + support(code, domain, amount, type=type_ or None)


def _aim(lack: _Lack) -> str:
    """Name what it is for: the life domain, with the wish when it is about that."""
    wish = {"wrong_kind": "/kind", "wrong_type": "/type"}.get(lack.finding.code, "")
    return lack.need.domain + wish


def _values(situation: Situation, lack: _Lack, amount: float) -> dict[str, Value]:
    return {"domain": Domain(lack.need.domain), "amount": Amount(amount, situation.scale), "type": _typed(lack)}


def _typed(lack: _Lack) -> Word:
    return said(f"wish.{lack.type or 'any'}")


def _also(lack: _Lack) -> tuple[tuple[str, str], ...]:
    """More to show before and after: the coverage of the life domain and of all, and on how many it rests."""
    return (("coverage", lack.need.domain), ("network_coverage", ""), ("drop_out_tolerance", lack.need.domain))


KIND = Kind("support", find)
