"""Whether the people who support in the same life domain reach each other without the client."""

import numpy as np

from netwerkanalyse.datasets.simulation.amounts import MOST
from netwerkanalyse.datasets.simulation.design import Flags
from netwerkanalyse.datasets.simulation.plan import Cells, Supporters
from netwerkanalyse.datasets.simulation.ties import NO, Pairs


def apart_of(cells: Cells, supporters: Supporters, pairs: Pairs) -> Flags:
    """Tell in which cells the supporters fall apart for certain (definitions, section 2.12, G6).

    Only a pair that was asked about and has no contact keeps two people apart: a pair nobody asked about may have it,
    and contact that the client does not want is nobody's to make.

    Returns
    -------
    apart
        By cell; False with fewer than two supporters.
    """
    size = np.bincount(supporters.cell, minlength=len(cells.plan))
    place = np.arange(len(supporters.cell)) - (np.cumsum(size) - size)[supporters.cell]
    person = np.full((len(size), MOST), -1)
    person[supporters.cell, place] = supporters.person
    there = person >= 0
    reach = np.broadcast_to(np.eye(MOST, dtype=bool), (len(size), MOST, MOST)).copy()
    cell, one, other = np.nonzero(there[:, :, None] & there[:, None, :] & ~np.eye(MOST, dtype=bool))
    reach[cell, one, other] = pairs.between(person[cell, one], person[cell, other]) != NO
    for _ in range(MOST.bit_length()):  # each time ways of twice the length; the longest leads past everybody
        reach = reach @ reach
    apart: Flags = np.any(there[:, :, None] & there[:, None, :] & ~reach, axis=(1, 2))
    return apart
