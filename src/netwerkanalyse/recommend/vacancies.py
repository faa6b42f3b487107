"""A role that nobody has (G9): who could take it is for the client and the people around to say."""

from collections.abc import Iterator

from netwerkanalyse.recommend.change import newcomer
from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Involved, Kind, Promise, Way
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.words import said

ROLES = ("general_practitioner", "resource_coordinator")
"""The roles of which it is measured that nobody has them."""


def find(situation: Situation) -> Iterator[Draft]:
    """Propose to find somebody for every role that nobody has; where it is not known, nothing is proposed.

    Where nobody is listed at all, who is around is the first thing to ask.
    """
    for role in ROLES if situation.present else ():
        measure = f"role_gap_{role}"
        if situation.measured[measure] == 1:
            code = role
            while code in situation.by_code:
                code += "+"
            yield Draft(
                key=f"role/{role}",
                finding=Finding("vacant", said(f"because.vacant.{role}"), (Fact(measure, 1.0),), "", "G9", role),
                what=said(f"what.vacant.{role}"),
                change=newcomer(code, "formal", role=role, active=True),
                involved=Involved(new_person=True),
                promises=(Promise(measure, Way.DOWN),),
                agree=(said("agree.newcomer"),),
                unknowns=(said(f"unknown.vacant.{role}"),),
            )


KIND = Kind("role", find)
