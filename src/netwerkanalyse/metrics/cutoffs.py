"""Every cut-off of the engine, named, with its default. Its reason and where it comes from stand in the texts.

No literature claims most of these numbers: they are ours, and a measure can be computed again with others
(:func:`netwerkanalyse.metrics.client.sensitivity.cutoff_sensitivity` shows what changes).
"""

from dataclasses import dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from netwerkanalyse.metrics.peers import Peers
from netwerkanalyse.metrics.weighting import Weighting
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True)
class Cutoffs:
    """The cut-offs of all client measures, and the choices beside them: how domains weigh, and with whom peers count.

    The reason of each stands in the texts under ``cutoffs.<name>.reason``, its source under ``cutoffs.<name>.source``.

    Examples
    --------
    >>> Cutoffs().tolerance
    0.25
    >>> Cutoffs(tolerance=0.5).tolerance
    0.5
    """

    enough: float = 1.0
    tolerance: float = 0.25
    planned_fit: float = 0.5
    heavy_burden: float = 9.0
    handover_days: float = 14.0
    long_gap_days_intensive: float = 30.0
    long_gap_days_light: float = 90.0
    light_need: float = 1.0
    recent_meeting_days: float = 92.0
    meeting_slack_days: float = 14.0
    stable_group: float = 0.5
    multiplex_from: float = 2.0
    client_tie: float = 1.0
    exact_shapley: float = 12.0
    shapley_orders: float = 1000.0
    exact_withdrawal: float = 15.0
    removed_people: float = 3.0
    weighting: Weighting = Weighting.EQUAL
    peers: Peers = Peers.OWN


class Described(NamedTuple):
    """A cut-off in words: what it is set to, why, and where that comes from."""

    name: str
    value: float | str
    reason: str
    source: str


def described(lang: str, cutoffs: "DataclassInstance | None" = None) -> list[Described]:
    """Describe every cut-off in ``lang``: of client measures, or those given, such as the cut-offs of a region.

    Examples
    --------
    >>> described("nl")[1]
    Described(name='tolerance', value=0.25, reason='Tot zoveel steun boven de behoefte is nog geen ...
    """
    used = cutoffs or Cutoffs()
    return [
        Described(
            one.name,
            _said(one.name, getattr(used, one.name), lang),
            text(f"cutoffs.{one.name}.reason", lang),
            text(f"cutoffs.{one.name}.source", lang),
        )
        for one in fields(used)
    ]


def _said(name: str, value: float | Enum, lang: str) -> float | str:
    return text(f"cutoffs.{name}.{value.value}", lang) if isinstance(value, Enum) else value
