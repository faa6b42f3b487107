"""Do the agreements between organisations exist around real clients? Its families are listed here and nowhere else."""

from collections.abc import Callable, Iterable

import pandas as pd

from netwerkanalyse.metrics.families import choose, side_by_side
from netwerkanalyse.metrics.measure import Family, Level
from netwerkanalyse.metrics.region.alignment import (
    care_density,
    correlation,
    coverage,
    pairs,
    provider_loss,
    realisation,
)
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region

ALIGNMENT_FAMILIES: tuple[Family[Callable[[Alignment], pd.DataFrame]], ...] = (
    coverage.FAMILY,
    realisation.FAMILY,
    correlation.FAMILY,
    pairs.FAMILY,
    pairs.ORGANISATION_FAMILY,
    care_density.FAMILY,
    provider_loss.FAMILY,
)
"""Every family of measures of a region and a caseload together, in the order of reports."""


def measure_alignment(
    region: Region,
    caseload: Caseload,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.REGION,
    cutoffs: RegionCutoffs | None = None,
) -> pd.DataFrame:
    """Measure whether agreements between organisations exist around real clients.

    Numbers of fewer clients than ``smallest_cell`` are suppressed, with what would give them away; no table but that of
    ``Level.CLIENT``, which is not for publication, is about a single client.

    Parameters
    ----------
    region
        The organisations and their agreements (the layer ``agreement``).
    caseload
        The clients; ``organisation`` of their people is the code that the region uses.
    families
        Names of families; by default all families of the level.
    level
        What one row is: the region, a pair of organisations, an organisation or a client.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A column a measure. What is undefined or suppressed is missing;
        :func:`netwerkanalyse.metrics.why_missing` says why.

    Raises
    ------
    UnknownNameError
        If a family does not exist at this level.

    Examples
    --------
    36 clients are with both a practice and a team, which have an agreement; 24 of them also with a community centre.

    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["HA", "FACT", "Welzijn"]}),
    ...     "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame({"source": ["HA"], "target": ["FACT"], "layer": "agreement"}),
    ... })
    >>> rows = [(f"K{k}", one) for k in range(36) for one in ("HA", "FACT", "Welzijn")[:3 if k < 24 else 2]]
    >>> members = pd.DataFrame(rows, columns=["client", "organisation"])
    >>> caseload = Caseload.build({
    ...     "clients": pd.DataFrame({"client": [f"K{k}" for k in range(36)]}),
    ...     "members": members.assign(member=members["organisation"]),
    ... })
    >>> measure_alignment(region, caseload, ["agreement_coverage"])[["agreement_coverage", "paper_agreements"]].round(3)
            agreement_coverage  paper_agreements
    region
    region               0.429                 0
    """
    return measure_aligned(Alignment(region, caseload, cutoffs or RegionCutoffs()), families, level=level)


def measure_aligned(
    alignment: Alignment, families: Iterable[str] | None = None, *, level: Level | str = Level.REGION
) -> pd.DataFrame:
    """Measure a region and a caseload whose arrays are made already; see :func:`measure_alignment`."""
    return side_by_side([family.compute(alignment) for family in choose(ALIGNMENT_FAMILIES, level, families)])
