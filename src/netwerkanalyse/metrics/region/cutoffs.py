"""Every cut-off of the measures of a region, named, with its default."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RegionCutoffs:
    """The cut-offs of all region measures.

    The reason of each stands in the texts under ``cutoffs.<name>.reason``, its source under ``cutoffs.<name>.source``.

    Examples
    --------
    >>> RegionCutoffs().cooperation_from
    2.0
    """

    cooperation_from: float = 2.0
    trust_from: float = 3.0
    fewest_clients: float = 10.0
    fewest_raters: float = 3.0
    lub_organisations_at_most: float = 2000.0
