"""What a proposal is: something to talk about, with its reason, its measured effect and its limits.

A proposal begins as a :class:`Draft`, which a kind of proposals makes of one client's situation. What keeps within the
limits is measured as if it had been done; what does as it promised becomes a :class:`Proposal`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from netwerkanalyse.recommend.change import NOTHING, Change
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.social_map import Service
from netwerkanalyse.recommend.words import Said, Word


@dataclass(frozen=True)
class Fact:
    """A number that a finding rests on: a measure, in a life domain or of the client as a whole.

    ``ground`` tells whether there are new grounds when it changes: what says little about this proposal is no ground.
    """

    measure: str
    value: float
    domain: str = ""
    ground: bool = True


def grounds_of(facts: Iterable[Fact]) -> str:
    """Write the numbers something rests on, as they are kept with an answer."""
    return ";".join(f"{'.'.join(filter(None, (fact.domain, fact.measure)))}={fact.value:.6g}" for fact in facts)


@dataclass(frozen=True)
class Finding:
    """Why something is proposed.

    Parameters
    ----------
    code
        What was found. Proposals with the same code, domain and subject answer the same finding.
    sentence
        The finding in words.
    facts
        Its numbers.
    domain
        The life domain it is about, blank for the network as a whole.
    gap
        The code of the gap (G1 to G10), blank when it is not one.
    subject
        Who or what it is about, where there can be several findings of one code.
    """

    code: str
    sentence: Word
    facts: tuple[Fact, ...]
    domain: str = ""
    gap: str = ""
    subject: str = ""

    @property
    def name(self) -> str:
        """What tells this finding from others of the same client."""
        return "/".join(filter(None, (self.code, self.domain, self.subject)))

    @property
    def grounds(self) -> str:
        """The numbers that are grounds, as they are kept with an answer."""
        return grounds_of(fact for fact in self.facts if fact.ground)


class Way(Enum):
    """Which way a measure goes."""

    UP = 1
    DOWN = -1


@dataclass(frozen=True)
class Promise:
    """How a measure must change for the proposal to be made at all."""

    measure: str
    way: Way
    domain: str = ""


@dataclass(frozen=True)
class Effect:
    """A measure before and after; NaN when it cannot be told."""

    measure: str
    domain: str
    before: float
    after: float


@dataclass(frozen=True)
class RunnerUp:
    """Another option that came close, and why it was not this one."""

    key: str
    what: Word
    why_not: Word


@dataclass(frozen=True)
class Involved:
    """Who and what a proposal touches: what limits look at.

    Parameters
    ----------
    asked
        Code of the person who is asked for support, blank when nobody listed is.
    amount
        How much support is asked.
    domain
        The life domain of that support, or of what people would talk about.
    meet
        The pairs who would come into contact.
    service
        The service of the social map.
    new_person
        Whether somebody comes who is not around the client now.
    side
        The kind of who would give support; blank when it is no support.
    """

    asked: str = ""
    amount: float = 0.0
    domain: str = ""
    meet: tuple[frozenset[str], ...] = ()
    service: Service | None = None
    new_person: bool = False
    side: str = ""


@dataclass(frozen=True)
class Draft:
    """A proposal before it is measured.

    Parameters
    ----------
    key
        Who or what is proposed: the same for the same client and the same data, and after other data too.
    finding
        Why.
    what
        What is proposed.
    change
        What would be different.
    involved
        Who and what it touches.
    promises
        What must come of it.
    also
        More measures to show before and after, as (measure, domain).
    agree
        Who must agree, beside the client.
    unknowns
        What is not known.
    runners_up
        Options the kind of proposals passed over; those that were measured are added to them.
    """

    key: str
    finding: Finding
    what: Said
    change: Change = NOTHING
    involved: Involved = Involved()
    promises: tuple[Promise, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    agree: tuple[Word, ...] = ()
    unknowns: tuple[Word, ...] = ()
    runners_up: tuple[RunnerUp, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of proposals.

    Parameters
    ----------
    name
        Its name; what it is called stands in the texts under ``proposals.kind.<name>``.
    find
        Gives the drafts for one client. It proposes freely: limits, measuring and choosing come after it.
    """

    name: str
    find: Callable[[Situation], Iterable[Draft]]


@dataclass(frozen=True)
class Gain:
    """What a proposal adds, a column an aim, in the order in which aims count; higher is better everywhere.

    ``gap``: how much smaller gaps become, weighted by what the client finds important. ``wishes``: gaps of kind and
    type that close, and what the client calls not met that is taken up. ``continuity``: what is settled before support
    becomes less, so that no gap comes. ``fragility``: life domains that no longer hang on one person. ``connection``:
    groups that come together. ``bridging``: naasten who come into contact with a professional. ``safety_net``: ways up
    to crisis support. ``coordination``: how much less runs through the client. ``known``: what is not known of who
    would come, below 0. ``burden``: naasten who are asked for more, below 0. ``waiting``: days of waiting, below 0.
    """

    gap: float = 0.0
    wishes: float = 0.0
    continuity: float = 0.0
    fragility: float = 0.0
    connection: float = 0.0
    bridging: float = 0.0
    safety_net: float = 0.0
    coordination: float = 0.0
    known: float = 0.0
    burden: float = 0.0
    waiting: float = 0.0


@dataclass(frozen=True)
class Proposal:
    """Something to talk about with the client. The client decides.

    Parameters
    ----------
    client
        For whom.
    kind
        Name of the kind of proposals.
    key
        What identifies it for this client; an answer refers to it.
    what
        What is proposed.
    finding
        Because of what, with its numbers.
    effects
        Measures before and after, as if it were done.
    agree
        Who must agree; the client first.
    unknowns
        What is not known.
    runners_up
        Which other options came close, and why not they.
    limits
        The limits that were looked at and that it keeps within.
    involved
        Who and what it touches.
    change
        What was changed to measure its effects.
    gain
        What it adds by itself.
    adds
        What it adds to the shown proposals before it; the same as ``gain`` when it is not shown.
    fair
        What it adds to the shown proposals on average over all orders (Shapley): two who do the same share it; the same
        as ``gain`` when it is not shown.
    place
        Its place among the shown proposals, from 1; 0 when it is not shown.
    instead_of
        The key of a shown proposal before it that it is another way to do: one or the other, not both.
    answer
        What the client answered before: blank, ``chosen`` or ``later``; ``rejected`` when there are new grounds.
    """

    client: str
    kind: str
    key: str
    what: Said
    finding: Finding
    effects: tuple[Effect, ...]
    agree: tuple[Word, ...]
    unknowns: tuple[Word, ...]
    runners_up: tuple[RunnerUp, ...]
    limits: tuple[str, ...]
    involved: Involved
    change: Change
    gain: Gain
    adds: Gain
    fair: Gain
    place: int = 0
    instead_of: str = ""
    answer: str = ""

    @property
    def domain(self) -> str:
        """The life domain it is about, blank for the network as a whole."""
        return self.finding.domain or self.involved.domain

    @property
    def shown(self) -> bool:
        """Whether it is among the few to talk about first."""
        return self.place > 0
