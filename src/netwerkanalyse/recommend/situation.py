"""What is known of one client, ready to think about: people, pairs, needs and what was measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Codes
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.ahead import Ahead
from netwerkanalyse.recommend.change import Change, becomes, tie
from netwerkanalyse.recommend.fitting import Fit
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.social_map import Service, SocialMap


@dataclass(frozen=True)
class Person:
    """Somebody around the client; blank text and None are unknown.

    ``order`` is the place on the client's own list. ``asked`` is what this person gives already, None when an amount is
    not known.
    """

    order: int
    code: str
    name: str
    kind: str
    role: str
    organisation: str
    law: str
    present: bool
    activatable: bool
    off_limits: bool
    capacity: float | None
    asked: float | None
    burden: float | None

    @property
    def spare(self) -> float | None:
        """How much more this person can give, as far as they said; None when not known."""
        return None if self.capacity is None or self.asked is None else max(0.0, self.capacity - self.asked)


@dataclass(frozen=True)
class Support:
    """A row of support, also what ended or was refused.

    ``counts`` tells whether it reaches the client now; ``promised`` also counts what somebody who is not in contact
    now would give again.
    """

    member: str
    domain: str
    type: str
    status: str
    amount: float | None
    counts: bool
    promised: bool


@dataclass(frozen=True)
class Need:
    """What a client needs in a life domain and would like, beside what was measured there."""

    domain: str
    wanted_kind: str
    wanted_type: str
    measured: dict[str, float]

    def holds(self, measure: str) -> bool:
        """Tell whether a yes-or-no measure is yes; what is not known is not yes."""
        return self.measured[measure] == 1


@dataclass(frozen=True, eq=False)
class Situation:
    """One client, as proposals look at it.

    Parameters
    ----------
    at
        The position of the client in the caseload.
    client
        The pseudonym.
    scale
        In what need and support are expressed: ``level`` or ``hours``.
    people, supports, needs
        In the order of the tables; needs by life domain.
    measured
        Name of the measure to its value for the client as a whole.
    closed_routes
        Professionals whose support ended and whom nobody could bring back.
    pairs
        The listed pairs of everybody, as an unordered pair of codes, with their state (yes, no, unknown, unwanted).
    listed
        The pairs that stand in the table of ties as coordinating, and how their ends are listed.
    unwanted, tension
        Pairs whose contact the client does not want, and pairs with tension between them.
    all_asked
        Whether a pair that is not listed has no tie.
    consents
        Code of a person to the life domains about which may be shared with them now; blank is about everything. None
        when no consent at all is recorded for this client.
    ahead
        Who could be spared one day, and when support ends.
    social_map
        The services of the region, if one was given.
    fits
        Whom its services are for: a criterion to the fit of this client with each of them.
    settings
        How proposals are found.
    """

    at: int
    client: str
    scale: str
    people: tuple[Person, ...]
    supports: tuple[Support, ...]
    needs: dict[str, Need]
    measured: dict[str, float]
    closed_routes: tuple[str, ...]
    pairs: dict[frozenset[str], int]
    listed: dict[frozenset[str], tuple[str, str]]
    unwanted: frozenset[frozenset[str]]
    tension: frozenset[frozenset[str]]
    all_asked: bool
    consents: dict[str, frozenset[str]] | None
    ahead: Ahead = field(default_factory=Ahead)
    social_map: SocialMap | None = None
    fits: Mapping[str, Codes] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    def fit(self, criterion: str, service: Service) -> Fit:
        """Tell whether a criterion keeps this client and a service apart; without a social map nothing is known."""
        return (
            Fit.UNKNOWN
            if self.social_map is None
            else Fit(self.fits[criterion][self.social_map.position[service.code]])
        )

    @cached_property
    def by_code(self) -> dict[str, Person]:
        """Everybody listed, by code."""
        return {person.code: person for person in self.people}

    @cached_property
    def present(self) -> tuple[Person, ...]:
        """Who is in the network now."""
        return tuple(person for person in self.people if person.present)

    def contact(self, one: str, other: str) -> Change:
        """Bring two people into contact: a listed pair gets another answer, another pair a row."""
        ends = self.listed.get(frozenset((one, other)))
        if ends is None:
            return tie(one, other)
        where = {"source": ends[0], "target": ends[1], "kind": "coordinates"}
        return becomes("ties", where, present="yes")

    def state(self, one: str, other: str) -> int:
        """Tell whether two people have a tie: yes, no, unknown or unwanted."""
        return self.pairs.get(frozenset((one, other)), arrays.NO if self.all_asked else arrays.UNKNOWN)

    @cached_property
    def groups(self) -> dict[str, int]:
        """The group each person in the network is in, when the client is left out."""
        group = {person.code: number for number, person in enumerate(self.present)}
        for pair, state in self.pairs.items():
            if state == arrays.YES and pair <= group.keys():
                low, high = sorted(group[code] for code in pair)
                group = {code: low if number == high else number for code, number in group.items()}
        return group

    @cached_property
    def supporters(self) -> dict[str, tuple[str, ...]]:
        """Who supports in each life domain now, in the order of the client's own list."""
        given: dict[str, set[str]] = {domain: set() for domain in DOMAIN.names}
        for row in self.supports:
            if row.counts:
                given[row.domain].add(row.member)
        place = {person.code: person.order for person in self.people}
        return {domain: tuple(sorted(members, key=place.__getitem__)) for domain, members in given.items()}
