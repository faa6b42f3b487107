"""Regions and caseloads together, in plain Python: a builder, a zoo of odd ones, and a Hypothesis strategy."""

from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from hypothesis import strategies as st

from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region

BEFORE, TODAY, AFTER = "2026-01-01", "2026-03-01", "2026-06-01"
CONSENTS = {"none": [], "given": [None], "ended": [BEFORE], "renewed": [BEFORE, AFTER]}


@dataclass(frozen=True)
class Person:
    """Somebody around a client: number of the organisation (None, or one the region does not know), and whether here.

    ``consent`` is one of :data:`CONSENTS`.
    """

    organisation: int | None = None
    active: bool | None = None
    end: str | None = None
    consent: str = "none"

    @property
    def here(self):
        """In the network at the reference date."""
        return self.active is not False and self.end != BEFORE


@dataclass(frozen=True)
class Served:
    """A client: the people, and ties (person, person, present)."""

    people: tuple = ()
    ties: tuple = ()
    all_asked: bool = True


@dataclass(frozen=True)
class SmallAlignment:
    """Organisations, agreements (one, other, present, since, until), and clients."""

    organisations: int = 0
    agreements: tuple = ()
    clients: tuple = ()
    all_asked: bool = True
    limit: float = 5

    def counts(self, client, person):
        """Whether somebody counts for an organisation of the region: of who consents to some, only those."""
        known = person.organisation is not None and person.organisation < self.organisations
        asked = any(one.consent != "none" for one in client.people)
        return known and person.here and (not asked or person.consent in {"given", "renewed"})

    @property
    def members(self):
        """The organisations of every client."""
        return [{one.organisation for one in client.people if self.counts(client, one)} for client in self.clients]

    def agreed(self, pair):
        """What is known of an agreement: True, False, or None."""
        found = []
        for one, other, present, since, until in self.agreements:
            if tuple(sorted((one, other))) == pair:
                over = since == AFTER or until == BEFORE
                found.append("no" if present == "yes" and over and self.clients else present)
        if "yes" in found:
            return True
        if found:
            return False if "no" in found else None
        return False if self.all_asked else None

    @property
    def pairs(self):
        """All pairs of organisations."""
        return list(combinations(range(self.organisations), 2))


def built(small):
    """The region and the caseload as the package reads them."""
    return Alignment(_region(small), _caseload(small), RegionCutoffs(smallest_cell=small.limit))


def _region(small):
    rows = [
        (f"O{one}", f"O{other}", "agreement", present, since, until, f"O{number % max(small.organisations, 1)}")
        for number, (one, other, present, since, until) in enumerate(small.agreements)
    ]
    columns = ["source", "target", "layer", "present", "since", "until", "respondent"]
    asked = "all" if small.all_asked else "listed"
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": [f"O{number}" for number in range(small.organisations)]}),
            "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": [asked]}),
            "collaborations": pd.DataFrame(rows, columns=columns).drop_duplicates(["source", "target", "respondent"]),
        }
    )


def _caseload(small):
    clients, members, ties, consents = [], [], [], []
    for number, client in enumerate(small.clients):
        name = f"K{number}"
        clients.append((name, TODAY, "all" if client.all_asked else "listed"))
        for at, person in enumerate(client.people):
            organisation = None if person.organisation is None else f"O{person.organisation}"
            members.append((name, f"p{at}", organisation, person.active, person.end))
            consents += [
                (name, f"p{at}", f"doel {which}", until) for which, until in enumerate(CONSENTS[person.consent])
            ]
        ties += [(name, f"p{a}", f"p{b}", present) for a, b, present in client.ties]
    return Caseload.build(
        {
            "clients": pd.DataFrame(clients, columns=["client", "reference_date", "pairs_asked"]),
            "members": pd.DataFrame(members, columns=["client", "member", "organisation", "active", "end"]),
            "ties": pd.DataFrame(ties, columns=["client", "source", "target", "present"]),
            "consents": pd.DataFrame(consents, columns=["client", "member", "purpose", "until"]),
        }
    )


def many(number, *organisations, ties=(), **more):
    """So many clients alike, each with one person of every organisation."""
    return (Served(tuple(Person(one, **more) for one in organisations), tuple(ties)),) * number


def agreed(*pairs):
    """Agreements without dates."""
    return tuple((one, other, "yes", None, None) for one, other in pairs)


def zoo():
    """Odd alignments by name."""
    ties = ((0, 1, "yes"),)
    busy = (
        *many(14, 0, 1, ties=ties),
        *many(13, 0, 1),
        *many(12, 0, 2),
        *many(11, 1, 2, 3),
        *many(15, 2, 3, ties=ties),
        *many(6, 3, 4),
    )
    unknown = Served((Person(0), Person(1)), ((0, 1, "unknown"),), all_asked=False)
    return {
        "nothing": SmallAlignment(),
        "no clients": SmallAlignment(3, agreed((0, 1))),
        "clients without people": SmallAlignment(3, agreed((0, 1)), (Served(),) * 12),
        "no organisations": SmallAlignment(0, (), many(12, None, None)),
        "one organisation": SmallAlignment(1, (), many(12, 0)),
        "no agreements": SmallAlignment(5, (), busy),
        "agreements": SmallAlignment(5, agreed((0, 1), (2, 3), (0, 4)), busy),
        "agreements, limit 10": SmallAlignment(5, agreed((0, 1), (2, 3), (0, 4)), busy, limit=10),
        "all agreed": SmallAlignment(5, agreed(*combinations(range(5), 2)), busy),
        "only yes is listed": SmallAlignment(5, agreed((0, 1)), busy, all_asked=False),
        "all unknown": SmallAlignment(5, ((0, 1, "unknown", None, None),), (unknown,) * 12, all_asked=False),
        "ties unknown": SmallAlignment(2, agreed((0, 1)), (unknown,) * 12),
        "elsewhere": SmallAlignment(2, agreed((0, 1)), many(12, 0, 1, 7)),
        "consent for one": SmallAlignment(2, agreed((0, 1)), (Served((Person(0, consent="given"), Person(1))),) * 12),
        "consent ended": SmallAlignment(2, agreed((0, 1)), many(12, 0, 1, consent="ended")),
        "few clients": SmallAlignment(4, agreed((0, 1)), many(3, 0, 1, 2, 3)),
        "unwanted": SmallAlignment(2, agreed((0, 1)), many(12, 0, 1, ties=((0, 1, "unwanted"),))),
        "ended agreement": SmallAlignment(3, ((0, 1, "yes", None, BEFORE), (1, 2, "yes", AFTER, None)), busy[:27]),
        "on paper only": SmallAlignment(4, agreed((0, 1), (2, 3)), (*many(12, 0, 2), *many(12, 1, 3))),
        "one in all": SmallAlignment(4, agreed((0, 1)), (*many(12, 0, 1), *many(12, 0, 2), *many(12, 0, 3))),
    }


@st.composite
def alignments(draw):
    """Any small alignment: unknown organisations and ties, ended agreements, consent, people who are gone."""
    organisations = draw(st.integers(0, 5))
    number = st.integers(0, max(organisations - 1, 0))
    person = st.builds(
        Person,
        organisation=st.none() | number | number | number | st.just(9),
        active=st.sampled_from((None, None, True, False)),
        end=st.sampled_from((None, None, None, BEFORE, AFTER)),
        consent=st.sampled_from(("none", "none", "given", "ended", "renewed")),
    )

    @st.composite
    def served(draw):
        people = draw(st.lists(person, max_size=5))
        pairs = [pair for pair in combinations(range(len(people)), 2) if draw(st.booleans())]
        states = st.sampled_from(("yes", "no", "unknown", "unwanted"))
        return Served(tuple(people), tuple((a, b, draw(states)) for a, b in pairs), draw(st.booleans()))

    when = st.sampled_from((None, None, AFTER)), st.sampled_from((None, None, BEFORE))
    answers = st.sampled_from(("yes", "yes", "no", "unknown", "no_response"))
    listed = [pair for pair in combinations(range(organisations), 2) if draw(st.booleans())]
    return SmallAlignment(
        organisations,
        tuple((*pair, draw(answers), None, draw(when[1])) for pair in listed),
        tuple(
            client for client in draw(st.lists(served(), max_size=4)) for _ in range(draw(st.sampled_from((1, 1, 6))))
        ),
        draw(st.booleans()),
    )
