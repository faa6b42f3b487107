"""Every cut-off of the engine, named, with its default, its reason and where it comes from.

No literature claims most of these numbers: they are ours, and a measure can be computed again with others
(:func:`netwerkanalyse.metrics.cutoffs.sensitivity` shows what changes).
"""

from dataclasses import dataclass, field, fields

OURS = "own choice"


def _cutoff(default: float, reason: str, source: str = OURS) -> float:
    made: float = field(default=default, metadata={"reason": reason, "source": source})
    return made


@dataclass(frozen=True)
class Cutoffs:
    """The cut-offs of all client measures.

    Examples
    --------
    >>> Cutoffs().tolerance
    0.25
    >>> Cutoffs(tolerance=0.5).tolerance
    0.5
    """

    covered: float = _cutoff(1.0, "A need is covered when this share of it is met.")
    tolerance: float = _cutoff(0.25, "Support up to this share above the need is not yet a surplus.")
    planned_fit: float = _cutoff(0.5, "What is planned but does not happen yet counts for this share.")
    heavy_burden: float = _cutoff(
        9.0, "EDIZ-plus score from which a carer is heavily burdened.", "EDIZ-plus, TvGG 2012"
    )
    handover_days: float = _cutoff(14.0, "A successor within so many days makes a handover lukewarm instead of cold.")
    long_gap_days: float = _cutoff(30.0, "An uncovered stretch longer than this is named.", "convention, not verified")
    recent_meeting_days: float = _cutoff(92.0, "A resource group meets every three months.", "Tjaden et al. 2021")
    multiplex_from: float = _cutoff(2.0, "Somebody who supports in so many domains is a many-sided supporter.")
    exact_shapley: float = _cutoff(12.0, "Up to so many supporters in a domain, fair shares are computed exactly.")
    exact_withdrawal: float = _cutoff(15.0, "Up to so many formal supporters, the largest safe withdrawal is exact.")


def described() -> list[tuple[str, float, str, str]]:
    """List every cut-off: name, default, reason, source."""
    return [(one.name, one.default, one.metadata["reason"], one.metadata["source"]) for one in fields(Cutoffs)]  # type: ignore[misc]
