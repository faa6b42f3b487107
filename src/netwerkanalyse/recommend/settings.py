"""What can be set about proposals; cut-offs of measures stand in :class:`netwerkanalyse.metrics.Cutoffs`."""

from dataclasses import dataclass, field
from math import inf

from netwerkanalyse.metrics.cutoffs import Cutoffs


@dataclass(frozen=True)
class Settings:
    """How proposals are found and chosen. None of these is a norm.

    Parameters
    ----------
    shown
        At most so many are shown, "nothing changes" among them: what one conversation can hold (our default).
    exact_up_to
        Up to so many candidates the best set is found for certain; above that quickly, with a bound on what was
        missed.
    services_per_gap
        At most so many services of the social map are looked at for one gap, the shortest wait first.
    longest_wait_days
        Services with a longer wait count as out of reach. No limit by default: how long is too long is for the client
        to say.
    cutoffs
        The cut-offs of measures.
    """

    shown: int = 5
    exact_up_to: int = 20
    services_per_gap: int = 3
    longest_wait_days: float = inf
    cutoffs: Cutoffs = field(default_factory=Cutoffs)
