"""What can be set about an allocation. None of these is a norm."""

from dataclasses import dataclass, field
from math import inf

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs


@dataclass(frozen=True)
class AllocationSettings:
    """How free places are laid over what clients lack.

    Parameters
    ----------
    seed
        Of the lottery between clients who lack as much and have waited as long.
    severity_from
        From which share of a need that is not met each class of severity begins, the lightest first; what lies below
        the first belongs to it as well. The last is "nothing at all".
    unknown_places
        How many free places a service counts for whose capacity nobody filled in: not none, because it is there, and
        not any number, because nobody knows. One is enough to ask about it.
    all_places_free
        Whether the capacity in the social map is of free places. By default it is of all places, and those of the
        clients whom the organisation supports now are taken off.
    unknown_wait
        How many days a client counts for of whom it is not known since when the need is there.
    longest_wait_days
        Services with a longer wait are left out.
    cutoffs, region_cutoffs
        The cut-offs of measures; of those of a region, ``catchment`` is how far people can be expected to go, and
        ``smallest_cell`` the smallest number that the tables for the region show.
    """

    seed: int = 0
    severity_from: tuple[float, ...] = (0.0, 1 / 3, 2 / 3, 1.0)
    unknown_places: int = 1
    all_places_free: bool = False
    unknown_wait: float = 0.0
    longest_wait_days: float = inf
    cutoffs: Cutoffs = field(default_factory=Cutoffs)
    region_cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)
