"""Support by the people whom the plan chose: how much, of what type, since when; and support that does not count."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.amounts import LEVELS, draw_amounts
from netwerkanalyse.datasets.simulation.design import Days, Design, Flags, Floats, Ints, blanked, choose, days_before
from netwerkanalyse.datasets.simulation.people import NO, YES, People
from netwerkanalyse.datasets.simulation.plan import COUNTED, SURPLUS, Cells, Plan, Supporters
from netwerkanalyse.datasets.simulation.roles import FORMAL, INFORMAL, KIND_OF, TYPE_OF
from netwerkanalyse.model.vocabulary import DIRECTION, SUPPORT_STATUS, SUPPORT_TYPE

HAPPENING, PLANNED, ENDED, REFUSED = (
    SUPPORT_STATUS.position[name] for name in ("happening", "planned", "ended", "refused")
)
TO_CLIENT, FROM_CLIENT, MUTUAL = (DIRECTION.position[name] for name in ("to_client", "from_client", "mutual"))
EMOTIONAL = SUPPORT_TYPE.position["emotional"]

_PLANNED_SHARE = 0.12
_BESIDE_SHARE = 0.25
_NEVER = np.datetime64("NaT")


class SupportRows(NamedTuple):
    """Rows of the supports table; ``member`` is a number within the client, ``cell`` the life domain it belongs to."""

    client: Ints
    cell: Ints
    member: Ints
    domain: Ints
    type: Ints
    amount: Floats
    status: Ints
    direction: Ints
    backup: Ints
    intended: Ints
    start: Days
    end: Days


def support_of(
    rng: np.random.Generator, design: Design, people: People, cells: Cells, supporters: Supporters
) -> tuple[Floats, SupportRows]:
    """Draw the needs and the support that make the plan of every cell come true.

    Only support by one person alone may still be planned, only in cells whose need was not asked may an amount be
    blank or support be backup: elsewhere these would blur what is planted.

    Returns
    -------
    need
        By cell; NaN where not asked.
    rows
        The support that counts, cell by cell.
    """
    count = np.bincount(supporters.cell, minlength=len(cells.plan))
    within = cells.plan == Plan.COMPLEMENTARY
    need, amount = draw_amounts(rng, count, within, np.isin(cells.plan, SURPLUS))
    need[np.isin(cells.plan, (Plan.NO_NEED, Plan.WITHOUT_NEED))] = 0.0
    need[cells.plan == Plan.NOT_ASKED] = np.nan
    plan, role = cells.plan[supporters.cell], people.role[supporters.person]
    not_asked, rows = plan == Plan.NOT_ASKED, len(plan)
    planned = (plan == Plan.ONE) & (rng.random(rows) < _PLANNED_SHARE)
    start, end = _periods(rng, design, role, planned)
    return need, SupportRows(
        cells.client[supporters.cell],
        supporters.cell,
        people.number[supporters.person],
        cells.domain[supporters.cell],
        _types(rng, role, plan),
        np.where(not_asked, blanked(rng, amount, design.unknown, np.nan), amount),
        np.where(planned, PLANNED, HAPPENING),
        np.where((KIND_OF[role] == INFORMAL) & (rng.random(rows) < 0.3), MUTUAL, TO_CLIENT),
        np.where(not_asked & (rng.random(rows) < 0.2), YES, NO),
        np.where(plan == Plan.INTENDED, YES, NO),
        start,
        end,
    )


def beside(rng: np.random.Generator, design: Design, people: People, cells: Cells) -> SupportRows:
    """Draw rows that do not count as support now: what ended, what was refused, and what the client gives to others."""
    cell = np.flatnonzero(rng.random(len(cells.plan)) < _BESIDE_SHARE)
    size = np.bincount(people.client, minlength=cells.client.max(initial=0) + 1)
    cell = cell[size[cells.client[cell]] > 0]
    begin = np.cumsum(size) - size
    client, rows = cells.client[cell], len(cell)
    person = begin[client] + (rng.random(rows) * size[client]).astype(np.int64)
    gives = people.here[person] & (KIND_OF[people.role[person]] == INFORMAL) & (rng.random(rows) < 0.5)
    ended = ~gives & (rng.random(rows) < 0.7)
    return SupportRows(
        client,
        cell,
        people.number[person],
        cells.domain[cell],
        _types(rng, people.role[person], cells.plan[cell]),
        np.take(LEVELS, choose(rng, (0.3, 0.4, 0.2, 0.1), rows)),
        np.where(gives, HAPPENING, np.where(ended, ENDED, REFUSED)),
        np.where(gives, FROM_CLIENT, TO_CLIENT),
        np.full(rows, NO),
        np.full(rows, NO),
        days_before(rng, design.reference_date, 1800, 2500, rows),
        np.where(ended, days_before(rng, design.reference_date, 30, 1700, rows), _NEVER),
    )


def with_beside(counted: SupportRows, others: SupportRows) -> SupportRows:
    """Put both sorts of rows together, cell by cell."""
    order = np.argsort(np.concatenate([counted.cell, others.cell]), kind="stable")
    return SupportRows(*(np.concatenate(pair)[order] for pair in zip(counted, others, strict=True)))


def _types(rng: np.random.Generator, role: Ints, plan: Ints) -> Ints:
    """Draw types of support: mostly what goes with the role; emotional support only where it blurs no plan."""
    practical, informational, appraisal = (
        SUPPORT_TYPE.position[n] for n in ("practical", "informational", "appraisal")
    )
    rows = len(role)
    usual = TYPE_OF[role]
    warm = (KIND_OF[role] != FORMAL) & (rng.random(rows) < 0.5)
    other = np.array([practical, informational, appraisal])[choose(rng, (0.4, 0.4, 0.2), rows)]
    drawn = np.where(warm, EMOTIONAL, np.where(rng.random(rows) < 0.7, usual, other))
    drawn = np.where((drawn == EMOTIONAL) & np.isin(plan, COUNTED), practical, drawn)
    return np.where(plan == Plan.EMOTIONAL, EMOTIONAL, drawn)


def _periods(rng: np.random.Generator, design: Design, role: Ints, planned: Flags) -> tuple[Days, Days]:
    """Draw when support began or will begin, and for some professionals when it will end."""
    rows, today = len(role), design.reference_date
    formal = KIND_OF[role] == FORMAL
    began = np.where(formal | (rng.random(rows) < 0.5), days_before(rng, today, 0, 390, rows), _NEVER)
    start = np.where(planned, days_before(rng, today, -90, -1, rows), began)
    ends = formal & (rng.random(rows) < 0.15)
    return start, np.where(ends, days_before(rng, today, -500, -91, rows), _NEVER)
