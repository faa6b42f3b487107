"""What a sociogram shows: the facts of one client, before anything is placed or drawn."""

from dataclasses import dataclass
from enum import Enum


class Supply(Enum):
    """How support stands against need in a life domain."""

    ABSENT = "absent"
    SHORT = "short"
    MET = "met"
    UNSURE = "unsure"
    UNASKED = "unasked"
    NO_NEED = "no_need"


class Overlap(Enum):
    """How several people in one life domain do the same; values are those of the measure ``double_class``."""

    NONE = "none"
    DOUBLURE = "doublure"
    POSSIBLE = "possible_doublure"
    COORDINATED = "coordinated_overlap"
    OVERLAP = "overlap"


class Layer(Enum):
    """What joins two people; a missing tie is one between people who support in the same life domain."""

    COORDINATES = "coordinates"
    KNOWS = "knows"
    TENSION = "tension"
    MISSING = "missing"
    DOUBLE = "double"
    MAYBE_DOUBLE = "maybe_double"


@dataclass(frozen=True)
class Person:
    """Somebody around the client.

    Parameters
    ----------
    member
        Key in the members table.
    label
        What people read beside the shape.
    kind
        ``informal``, ``formal``, ``peer``, or empty when not asked.
    role
        What this person is to the client, in words.
    organisation
        Where this person works, or empty.
    circle
        Closeness from 1 to 3, or None when not asked.
    domains
        Life domains this person supports in, the one with most support first.
    helping, hindering
        From 0 to 3, or None when not asked or not to be shown.
    nominated
        Chosen by the client for the resource group.
    activatable
        Known, but not in contact now.
    unwanted, unsafe
        The client refuses contact; contact is not safe.
    """

    member: str
    label: str
    kind: str = ""
    role: str = ""
    organisation: str = ""
    circle: int | None = None
    domains: tuple[str, ...] = ()
    helping: int | None = None
    hindering: int | None = None
    nominated: bool = False
    activatable: bool = False
    unwanted: bool = False
    unsafe: bool = False

    @property
    def main(self) -> str:
        """The life domain this person supports in most, or empty."""
        return self.domains[0] if self.domains else ""


@dataclass(frozen=True)
class Pair:
    """Two people, by their position in the sociogram, and what is between them."""

    a: int
    b: int
    layer: Layer
    strength: float | None = None

    @property
    def ends(self) -> frozenset[int]:
        """Both people, in no order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True)
class Area:
    """A life domain in the sociogram.

    Parameters
    ----------
    domain
        Code of the life domain; empty for people without support in any domain.
    label
        Its name.
    need, supply
        On the scale of the client; None when not known.
    state
        How they stand to each other.
    experienced
        The need is covered, but the client says it is not met.
    overlap
        Whether people double up here.
    doubling
        Positions of the professionals who do, in groups that coordinate, as far as is known.
    """

    domain: str
    label: str
    need: float | None = None
    supply: float | None = None
    state: Supply = Supply.NO_NEED
    experienced: bool = False
    overlap: Overlap = Overlap.NONE
    doubling: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class Facts:
    """The facts of one client's network, ready to be placed and drawn.

    Parameters
    ----------
    client
        Pseudonym.
    lang
        Language of the words.
    for_client
        Whether this is the client's own version. Only that version tells what costs strength, what is not safe,
        which contact is not wanted and where there is tension.
    scale
        In what need and supply are expressed: ``level`` or ``hours``.
    people
        Everybody around the client, and people who could be activated.
    areas
        Life domains with a need, with support, or listed without an answer, in fixed order.
    unlisted
        Names of the life domains that were not talked about at all; they get no sector.
    pairs
        Ties, tensions and missing ties.
    unknown_pairs
        Of how many pairs nobody asked whether they coordinate.
    """

    client: str
    lang: str = "nl"
    for_client: bool = True
    scale: str = "level"
    people: tuple[Person, ...] = ()
    areas: tuple[Area, ...] = ()
    unlisted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    unknown_pairs: int = 0

    @property
    def gaps(self) -> tuple[Area, ...]:
        """Life domains where support is absent or falls short."""
        return tuple(area for area in self.areas if area.state in {Supply.ABSENT, Supply.SHORT})

    @property
    def doubles(self) -> tuple[Area, ...]:
        """Life domains with a doublure, or possibly one."""
        return tuple(area for area in self.areas if area.overlap in {Overlap.DOUBLURE, Overlap.POSSIBLE})

    @property
    def missing(self) -> tuple[Pair, ...]:
        """Pairs that support in the same life domain and do not coordinate."""
        return tuple(pair for pair in self.pairs if pair.layer is Layer.MISSING)
