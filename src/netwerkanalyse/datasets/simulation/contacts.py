"""Dated contacts with the people who support."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.design import Days, Design, Ints
from netwerkanalyse.datasets.simulation.support import HAPPENING, SupportRows


class ContactRows(NamedTuple):
    """Rows of the contacts table; ``member`` is a number within the client."""

    client: Ints
    member: Ints
    date: Days
    domain: Ints


def contacts_of(rng: np.random.Generator, design: Design, supports: SupportRows) -> ContactRows:
    """Draw contacts in the year before the reference date, not before the support began."""
    happening = supports.status == HAPPENING
    row = np.repeat(np.arange(len(happening)), rng.poisson(design.contacts * happening))
    year = design.reference_date - np.timedelta64(365, "D")
    began = np.fmax(supports.start[row], year)
    days = (design.reference_date - began).astype(np.int64)
    date = began + (rng.random(len(row)) * (days + 1)).astype("timedelta64[D]")
    return ContactRows(supports.client[row], supports.member[row], date, supports.domain[row])
