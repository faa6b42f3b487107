"""A named way back: who could open the door again to help that ended."""

from collections.abc import Iterator

from netwerkanalyse.recommend.limits import broken
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, RunnerUp, Way
from netwerkanalyse.recommend.situation import Person, Situation
from netwerkanalyse.recommend.what_if import CLOSED_ROUTES
from netwerkanalyse.recommend.words import said

CLOSE = 2
"""How many others are named who could be the way back."""


def find(situation: Situation) -> Iterator[Draft]:
    """Propose, for help that ended without a way back, a professional who stays to be the way back."""
    for code in situation.closed_routes:
        ended = situation.by_code[code]
        stay = sorted(
            (person for person in situation.present if person.kind == "formal" and person is not ended),
            key=lambda person: (-_in_common(situation, ended, person), person.order),
        )
        drafts = [_draft(situation, ended, person) for person in stay]
        fitting = [draft for draft in drafts if broken(situation, draft) is None]
        if fitting:
            yield Draft(**{**vars(fitting[0]), "runners_up": tuple(map(_close, fitting[1 : 1 + CLOSE]))})


def _in_common(situation: Situation, ended: Person, person: Person) -> int:
    """Count the life domains in which somebody supports where help ended."""
    domains = {row.domain for row in situation.supports if row.member == ended.code}
    return sum(person.code in situation.supporters[domain] for domain in domains)


def _draft(situation: Situation, ended: Person, contact: Person) -> Draft:
    finding = Finding(
        "no_way_back",
        said("because.no_way_back", person=ended.name),
        (Fact(CLOSED_ROUTES, 1.0),),
        subject=ended.code,
    )
    return Draft(
        key=f"route/{ended.code}/{contact.code}",
        finding=finding,
        what=said("what.route", person=contact.name, ended=ended.name),
        change=situation.contact(ended.code, contact.code),
        involved=Involved(meet=(frozenset((ended.code, contact.code)),)),
        promises=(Promise(CLOSED_ROUTES, Way.DOWN),),
        agree=(said("agree.person", person=contact.name), said("agree.person", person=ended.name)),
        unknowns=(said("unknown.route"),),
    )


def _close(draft: Draft) -> RunnerUp:
    return RunnerUp(draft.key, draft.what, said("why_not.less_in_common"))


KIND = Kind("route", find)
