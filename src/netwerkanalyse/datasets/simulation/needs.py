"""Needs with wishes and ratings, and the codes that are true of every life domain by construction."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.design import Design, Flags, Floats, Ints, blanked, choose
from netwerkanalyse.datasets.simulation.people import People
from netwerkanalyse.datasets.simulation.plan import Cells, Plan, Supporters
from netwerkanalyse.datasets.simulation.roles import KIND_OF
from netwerkanalyse.datasets.simulation.support import HAPPENING, SupportRows
from netwerkanalyse.model.vocabulary import KIND, RATING, SUPPORT_TYPE

GAPS = ("G1", "G2", "G3", "G4", "G6", "G8", "GU")
_CLASSES = {
    "none": (Plan.NO_NEED, Plan.ABSENT, Plan.ONE, Plan.EMOTIONAL),
    "complementary": (Plan.COMPLEMENTARY,),
    "coordinated_overlap": (Plan.COORDINATED,),
    "doublure": (Plan.DOUBLURE,),
    "possible_doublure": (Plan.POSSIBLE,),
    "overlap": (Plan.OVERLAP,),
    "support_without_need": (Plan.WITHOUT_NEED,),
    "intended": (Plan.INTENDED,),
}
# A need nobody asked about has no class: nothing is claimed there.

CODES = (*GAPS, *_CLASSES)
"""What can be planted: gap codes and classes of double coverage."""

MET, UNMET = RATING.position["met"], RATING.position["unmet"]
_MISMATCH = 0.2


class NeedRows(NamedTuple):
    """Rows of the needs table; -1 and NaN where blank."""

    client: Ints
    domain: Ints
    need: Floats
    client_rating: Ints
    professional_rating: Ints
    priority: Floats
    wanted_kind: Ints
    wanted_type: Ints


class TruthRows(NamedTuple):
    """What was planted: a code of a life domain of a client."""

    client: Ints
    domain: Ints
    code: Ints


def needs_of(
    rng: np.random.Generator,
    design: Design,
    people: People,
    cells: Cells,
    supporters: Supporters,
    need: Floats,
    supports: SupportRows,
    apart: Flags,
) -> tuple[NeedRows, TruthRows]:
    """Draw wishes and ratings, and write down what is true of every cell.

    No wish is drawn where support is only planned: whether that fulfils a wish is a matter of opinion. ``apart`` tells
    in which cells the supporters fall apart without the client.

    Returns
    -------
    needs
        One row a cell.
    truth
        The gap codes and the class of double coverage of every cell.
    """
    rows = len(need)
    supply = _supply(supports, rows)
    happens = np.bincount(supports.cell[supports.status == HAPPENING], minlength=rows) > 0
    may_wish = (need > 0) & (happens | (supply == 0))
    types = _delivered(supports.cell, supports.type, rows, len(SUPPORT_TYPE.names))
    kinds = _delivered(supports.cell, KIND_OF[people.role[supporters.person]], rows, len(KIND.names))
    wanted_type, wrong_type = _wish(rng, types, may_wish & (rng.random(rows) < 0.5))
    wanted_kind, wrong_kind = _wish(rng, kinds, may_wish & (rng.random(rows) < 0.4))
    covered = (need > 0) & (supply >= need)
    client_rating, professional_rating = (_ratings(rng, design, need, covered) for _ in range(2))
    priority = blanked(rng, choose(rng, (0.6, 0.3, 0.1), rows) + 1.0, design.unknown, np.nan)
    holds = {
        "G1": (need > 0) & (supply == 0),
        "G2": (supply > 0) & (supply < need),
        "G3": wrong_type & (supply > 0),
        "G4": wrong_kind,
        "G6": apart,
        "G8": covered & (client_rating == UNMET),
        "GU": np.isnan(need),
    } | {name: np.isin(cells.plan, plans) for name, plans in _CLASSES.items()}
    return (
        NeedRows(
            cells.client, cells.domain, need, client_rating, professional_rating, priority, wanted_kind, wanted_type
        ),
        _truth(cells, holds),
    )


def _supply(supports: SupportRows, cells: int) -> Floats:
    """Add up what each cell gets: what happens in full, what is planned for half (definitions, section 2.12)."""
    fit = np.where(supports.status == HAPPENING, 1.0, 0.5)
    total = np.bincount(supports.cell, weights=np.nan_to_num(fit * supports.amount), minlength=cells)
    return np.asarray(total, dtype=np.float64)


def _delivered(cell: Ints, what: Ints, cells: int, kinds: int) -> Flags:
    """Tell which kinds, or types, of support each cell has."""
    table = np.zeros((cells, kinds), dtype=bool)
    table[cell, what] = True
    return table


def _wish(rng: np.random.Generator, delivered: Flags, asked: Flags) -> tuple[Ints, Flags]:
    """Draw a wish: mostly something that is delivered, sometimes something that is not; and tell which."""
    differs = asked & ~delivered.all(axis=1) & (~delivered.any(axis=1) | (rng.random(len(asked)) < _MISMATCH))
    drawn = rng.random(delivered.shape)
    wish = np.where(delivered != differs[:, None], drawn, -1.0).argmax(axis=1)
    return np.where(asked, wish, -1), differs


def _ratings(rng: np.random.Generator, design: Design, need: Floats, covered: Flags) -> Ints:
    """Draw whether a need is met: mostly as the coverage suggests, not always."""
    surprising = rng.random(len(need)) < 0.15
    rating = np.where(covered != surprising, MET, UNMET)
    return np.where(need > 0, blanked(rng, rating, design.unknown, -1), -1)


def _truth(cells: Cells, holds: dict[str, Flags]) -> TruthRows:
    """List the codes that hold, cell by cell."""
    cell, code = np.nonzero(np.stack([holds[name] for name in CODES], axis=1))
    return TruthRows(cells.client[cell], cells.domain[cell], code)
