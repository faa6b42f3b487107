"""Layers and shared attributes as square tables: what correlation and regression between networks take."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region_arrays import NO, YES

Floats = npt.NDArray[np.float64]

SAME_SECTOR, SAME_AREA = "same_sector", "same_area"


def layer_matrices(partnership: Partnership) -> dict[str, pd.DataFrame]:
    """Give every layer in use, and what organisations share, as a table of organisations by organisations.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    matrices
        Name of a layer to 1 (tied), 0 (known not to be) or missing; ``same_sector`` and ``same_area`` to 1 (the same
        sector; an area in common), 0, or missing where that is blank of either.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["HA", "GGZ"], "areas": ["Assen", "Assen; Emmen"]}),
    ...     "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame({"source": ["HA"], "target": ["GGZ"], "layer": "referral"}),
    ... })
    >>> found = layer_matrices(Partnership(region))
    >>> found["referral"].loc["HA"].tolist(), found["same_area"].loc["GGZ"].tolist()
    ([nan, 1.0], [1.0, nan])
    """
    organisations = partnership.region.tables["organisations"]
    sectors = organisations["sector"].astype(object)
    areas = [None if pd.isna(cell) else str(cell).split(LIST_SEPARATOR) for cell in organisations["areas"]]
    values = {name: _tied(network) for name, network in partnership.layers.items()}
    values[SAME_SECTOR] = _shared([None if pd.isna(sector) else [sector] for sector in sectors])
    values[SAME_AREA] = _shared(areas)
    names = partnership.organisations
    return {name: pd.DataFrame(matrix, index=names, columns=names) for name, matrix in values.items()}


def _tied(network: RegionNetwork) -> Floats:
    """Lay a layer out as a matrix; the diagonal is missing."""
    size, listed = len(network.region), network.listed
    matrix = np.repeat(np.where(listed.complete, 0.0, np.nan)[:, np.newaxis], size, axis=1)
    known = (listed.answer == NO) | (listed.answer == YES)
    matrix[listed.source, listed.target] = np.where(known, network.tied, np.nan)
    if not listed.directed:
        matrix[listed.target, listed.source] = matrix[listed.source, listed.target]
    np.fill_diagonal(matrix, np.nan)
    return matrix


def _shared(kinds: list[list[str] | None]) -> Floats:
    """Tell which pairs have something in common; missing where nothing is known of either."""
    names = {name: column for column, name in enumerate(sorted({name for one in kinds for name in one or ()}))}
    has = np.zeros((len(kinds), len(names)))
    for row, one in enumerate(kinds):
        has[row, [names[name] for name in one or ()]] = 1
    blank = np.array([one is None for one in kinds], dtype=bool)
    matrix = ((has @ has.T) > 0).astype(float)
    matrix[blank] = matrix[:, blank] = np.nan
    np.fill_diagonal(matrix, np.nan)
    return matrix
