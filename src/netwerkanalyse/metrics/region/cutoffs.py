"""Every cut-off of the measures of a region, named, with its default."""

from dataclasses import dataclass

LOWEST_CELL = 5
"""``smallest_cell`` may not be lower."""


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
    multiplex_layers_from: float = 2.0
    rating_items_from: float = 2.0
    response_from: float = 0.6
    network_goals_from: float = 5.0
    first_contact_days: float = 30.0
    return_days: float = 90.0
    reach_organisations_at_most: float = 300.0
    smallest_cell: float = 10.0
    smallest_raters: float = 3.0
    correlation_organisations_at_most: float = 500.0
    lub_organisations_at_most: float = 2000.0
    betweenness_exact_at_most: float = 10_000.0
    betweenness_error: float = 0.05
    communities_from: float = 10.0
    community_runs: float = 20.0
    core_exhaustive_at_most: float = 16.0
    core_starts: float = 50.0
    core_rewirings: float = 199.0
    core_rewired_at_most: float = 1000.0
    cohesion_at_most: float = 1000.0
    fewest_connectors: float = 3.0
    catchment: float = 30.0

    def __post_init__(self) -> None:
        """Refuse to show cells of too few clients."""
        if self.smallest_cell < LOWEST_CELL:
            message = f"cells of fewer than {LOWEST_CELL} clients are never shown: smallest_cell={self.smallest_cell:g}"
            raise ValueError(message)
