"""What a measure is: the line of the catalogue that says everything about it except its code."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

import numpy as np
import pandas as pd

from netwerkanalyse.model.codes import Vocabulary

T = TypeVar("T", bound=tuple[np.ndarray, ...])
Compute_co = TypeVar("Compute_co", bound=Callable[..., object], covariant=True)


class Level(Enum):
    """What one row of a table of measures is."""

    CLIENT = ("client",)
    DOMAIN = ("client", "domain")
    MEMBER = ("client", "member")
    LOSS = ("client", "by", "who")
    HANDOVER = ("client", "domain", "handover")
    DAY = ("client", "day")
    ROLE = ("client", "role_group")
    RANK = ("client", "rank")
    REMOVAL = ("client", "people_gone")
    SENSITIVITY = ("client", "measure")
    SUMMARY = ("measure",)
    ORGANISATION = ("organisation",)
    SECTOR = ("from_sector", "to_sector")
    NETWORK = ("layer",)
    DYAD = ("organisation", "other_organisation")
    LAYER_PAIR = ("layer", "other_layer")
    COMPARISON = ("layer", "compared_with")
    RUNG = ("rung", "layer")
    REGION = ("region",)
    AREA = ("area",)
    AREA_DOMAIN = ("area", "domain")
    REGION_DOMAIN = ("domain",)
    SERVICE = ("service",)
    ORGANISATION_DOMAIN = ("organisation", "domain")
    AREA_SERVICE = ("area", "service")
    INITIATIVE_PAIR = ("initiative", "other_initiative")
    MISSING = ("organisation", "initiative")

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the index."""
        return self.value


class Unit(Enum):
    """In what a measure is expressed.

    ``SHARE`` and ``INDEX`` are made of counts, so that the count behind them stands beside them; ``SCORE`` is what
    somebody answered on a scale. ``CODE`` is one of a list of codes, ``LABEL`` says who or which one. ``VALUE`` is the
    value of another measure, in the unit of that measure.
    """

    COUNT = "count"
    SHARE = "share"
    INDEX = "index"
    AMOUNT = "amount"
    DAYS = "days"
    YES_NO = "yes_no"
    CODE = "code"
    LABEL = "label"
    SCORE = "score"
    VALUE = "value"


class Reading(Enum):
    """How a higher value reads for the client. Most measures are neither good nor bad: they start a conversation.

    - ``STRENGTH``: more of what the client needs, wants or chose is there, or it stands more firmly.
    - ``ATTENTION``: something is lacking, costs strength, hangs on one person or on the client, may be done twice, or
      is not known and could be asked.
    - ``NEUTRAL``: everything else: how many were counted, who is there, the shape of the network, and whatever helps
      one client and not another.

    A count and the share made of it read alike, and so do a value, its bounds, its largest and its mean.
    """

    NEUTRAL = "neutral"
    STRENGTH = "strength"
    ATTENTION = "attention"


@dataclass(frozen=True)
class Requires:
    """A condition under which a measure exists, and the reason to give when it does not hold.

    Parameters
    ----------
    column
        Column of the same table, usually the count behind the measure.
    reason
        Code of the reason (texts under ``reasons.<code>``).
    low, high
        The column must be at least ``low`` and at most ``high``.
    equals
        The column must be equal to this.
    """

    column: str
    reason: str
    low: float = -np.inf
    high: float = np.inf
    equals: object = None

    def fails(self, frame: pd.DataFrame) -> np.ndarray:
        """Tell in which rows the condition does not hold."""
        column = frame[self.column]
        if self.equals is not None:
            failed: np.ndarray = (column != self.equals).fillna(value=True).to_numpy(dtype=bool)
            return failed
        numbers = column.to_numpy(dtype=float, na_value=np.nan)
        return ~((numbers >= self.low) & (numbers <= self.high))


@dataclass(frozen=True)
class Measure:
    """One column of a table of measures.

    Parameters
    ----------
    name
        Column name. Its name and its sentence for people stand in the texts under ``measures.<name>.name`` and
        ``measures.<name>.sentence``.
    unit
        In what it is expressed.
    low, high
        The values it can take.
    reading
        How a higher value reads for the client.
    source
        Where the definition comes from, as people read it in English; the texts hold it under ``sources.<source>``.
    count
        Column with the count behind it, which is shown beside it.
    requires
        When it exists. The first condition that fails gives the reason why it is missing.
    codes
        The codes a CODE measure can take, with their labels.
    """

    name: str
    unit: Unit
    low: float = 0.0
    high: float = np.inf
    reading: Reading = Reading.NEUTRAL
    source: str = ""
    count: str = ""
    requires: tuple[Requires, ...] = ()
    codes: Vocabulary | None = None

    @property
    def whole(self) -> bool:
        """Tell whether its values are whole numbers, never missing: a count that always exists."""
        return self.unit is Unit.COUNT and not self.requires


@dataclass(frozen=True)
class Family(Generic[Compute_co]):
    """Measures that are computed together, in one pass.

    Parameters
    ----------
    name
        Name of the family; its name for people stands in the texts under ``families.<name>``.
    level
        What one row is.
    compute
        Gives the table: a column a measure, indexed by the keys of the level. What it takes depends on the catalogue:
        a network and its cut-offs, a layer of a region, or what a function of its own asks for.
    measures
        Its columns, in the order in which they are explained; tables may have another.
    """

    name: str
    level: Level
    compute: Compute_co
    measures: tuple[Measure, ...]


def empty_results(shape: type[T], rows: int | tuple[int, ...]) -> T:
    """Allocate the results of a kernel: a NamedTuple of arrays full of NaN, so that what is not written is missing.

    They lie in one block, which takes much less time than many pieces of memory.
    """
    size = (rows,) if isinstance(rows, int) else rows
    return shape(*np.full((len(shape.__annotations__), *size), np.nan))


def table(results: object, index: pd.Index, measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Make the table of a family from the arrays a kernel filled.

    Parameters
    ----------
    results
        NamedTuple whose fields carry the names of measures; others are left out.
    index
        Index of the table.
    measures
        Columns of the table.

    Returns
    -------
    frame
        A column a measure: whole numbers, then other numbers, then codes and yes-or-no, so that the table is a few
        blocks of memory however many columns it has.
    """
    counts = [one.name for one in measures if one.whole]
    special = {one.name: one for one in measures if one.unit in SPECIAL}
    numbers = [one.name for one in measures if not one.whole and one.name not in special]
    parts = [
        _block(results, index, names, kind) for names, kind in ((counts, np.int64), (numbers, np.float64)) if names
    ]
    if special:
        columns = {name: as_unit(getattr(results, name).reshape(-1), one) for name, one in special.items()}
        parts.append(pd.DataFrame(columns, index=index, copy=False))
    return pd.concat(parts, axis=1) if len(parts) > 1 else parts[0]


CODED = (Unit.YES_NO, Unit.CODE)
SPECIAL = (*CODED, Unit.LABEL)


def _block(results: object, index: pd.Index, names: list[str], kind: type[np.generic]) -> pd.DataFrame:
    """Make a table of columns of one dtype, which is one piece of memory."""
    block = np.empty((len(names), len(index)), dtype=kind)
    for row, name in zip(block, names, strict=True):
        row[:] = getattr(results, name).reshape(-1)
    return pd.DataFrame(block.T, index, names, copy=False)


def as_unit(values: np.ndarray, measure: Measure) -> np.ndarray | pd.api.extensions.ExtensionArray:
    """Give an array of no plain numbers the dtype of its unit; not known is NaN among numbers, -1 among codes."""
    if measure.unit not in CODED:
        return values
    missing = values < 0 if values.dtype == np.int8 else np.isnan(values)
    if measure.codes is None:
        return pd.arrays.BooleanArray(values > 0, missing)
    codes = values if values.dtype == np.int8 else np.where(missing, -1, values).astype(np.int8)
    return pd.Categorical.from_codes(codes, list(measure.codes.names))
