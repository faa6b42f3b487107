"""Two seams of a region: between the medical and the social side, and between insurers and municipalities."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_absence_told, ratio
from netwerkanalyse.model.region_arrays import NO_RESPONSE, UNKNOWN
from netwerkanalyse.model.vocabulary import SECTOR

Flags = npt.NDArray[np.bool_]

SEAMS = ("medical_social", "insurer_municipality")


def measure_seams(network: RegionNetwork) -> pd.DataFrame:
    """Measure density between the medical and the social side, and between insurers and municipalities.

    The side is the group of a sector in the vocabulary; sectors that are neither, such as the police, are on no side.
    Density is over the pairs asked about, in a layer with direction from each side to the other; ``_low`` and ``_high``
    are what it would be if no unknown pair were a tie, and if every one were.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector are left out.

    Returns
    -------
    frame
        One row.
    """
    names = network.region.tables["organisations"]["sector"].cat.categories
    code = np.array([names[sector] if sector >= 0 else "" for sector in network.sectors], dtype=object)
    side = np.array([SECTOR.group(one) for one in code], dtype=object)
    values = _seam(network, "medical_social", side == "medical", side == "social")
    values |= _seam(network, "insurer_municipality", code == "insurer", code == "municipality")
    return framed({**values, "seams_absence_told": network.absence_told}, network.whole, MEASURES)


def _seam(network: RegionNetwork, name: str, one: Flags, other: Flags) -> dict[str, npt.ArrayLike]:
    """Count the pairs of one group with the other."""
    listed = network.listed
    across = (one[listed.source] & other[listed.target]) | (other[listed.source] & one[listed.target])
    pairs = int(one.sum() * other.sum()) * (2 if listed.directed else 1)
    ties = int((network.tied & across).sum())
    silent = int(((listed.answer == NO_RESPONSE) & across).sum())
    unlisted = _from_incomplete(listed.complete, one, other, directed=listed.directed)
    unlisted -= int((across & ~listed.complete[listed.source]).sum())
    unknown = int(((listed.answer == UNKNOWN) & across).sum()) + unlisted + silent
    return {
        f"{name}_pairs": pairs,
        f"{name}_unknown": unknown,
        f"{name}_asked": pairs - unknown,
        f"{name}_ties": ties,
        f"{name}_density": ratio(ties, pairs - unknown),
        f"{name}_density_low": ratio(ties, pairs),
        f"{name}_density_high": ratio(ties + unknown, pairs),
    }


def _from_incomplete(complete: Flags, one: Flags, other: Flags, *, directed: bool) -> int:
    """Count the pairs across, from organisations of which a pair that is not listed is unknown."""
    forth, back = ((~complete & mine).sum() * theirs.sum() for mine, theirs in ((one, other), (other, one)))
    return int(forth + back if directed else forth)


def _counts(name: str) -> tuple[Measure, ...]:
    pairs, asked, source = f"{name}_pairs", f"{name}_asked", "own definition: unknown is not zero"
    bounds = (
        Measure(f"{name}_density_{bound}", Unit.SHARE, high=1, count=pairs, requires=(_both(name),), source=source)
        for bound in ("low", "high")
    )
    return (
        Measure(pairs, Unit.COUNT, source="own definition"),
        Measure(f"{name}_unknown", Unit.COUNT, reading=Reading.ATTENTION, count=pairs, source=source),
        Measure(asked, Unit.COUNT, count=pairs, source=source),
        Measure(f"{name}_ties", Unit.COUNT, count=asked, source="own definition"),
        *bounds,
    )


def _density(name: str) -> Measure:
    asked = f"{name}_asked"
    return Measure(
        f"{name}_density",
        Unit.SHARE,
        high=1,
        count=asked,
        requires=(_both(name), Requires(asked, "no_organisation_pair_asked", low=1)),
        source="R sna gden by block, over the pairs asked about",
    )


def _both(name: str) -> Requires:
    return Requires(f"{name}_pairs", "not_both_groups", low=1)


MEASURES = (
    *(measure for seam in SEAMS for measure in _counts(seam)),
    *if_absence_told("seams_absence_told", *(_density(seam) for seam in SEAMS)),
)

FAMILY = Family("region_seams", Level.NETWORK, measure_seams, MEASURES)
