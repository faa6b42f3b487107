"""What catalogues of measures do with their families: choose some, and say why values are missing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.measure import Family, Level

Compute = TypeVar("Compute", bound=Callable[..., pd.DataFrame])


def choose(
    families: Iterable[Family[Compute]], level: Level | str, names: Iterable[str] | None
) -> list[Family[Compute]]:
    """Return the families of a level: those named, in that order, or all.

    Raises
    ------
    UnknownNameError
        If there is no such level among the families, or no family of that name at this level.
    """
    by_level: dict[str, dict[str, Family[Compute]]] = {}
    for family in families:
        by_level.setdefault(family.level.name.lower(), {})[family.name] = family
    wanted = level.name.lower() if isinstance(level, Level) else level
    if wanted not in by_level:
        raise UnknownNameError.among(wanted, "level of these measures", by_level)
    by_name = by_level[wanted]
    return list(by_name.values()) if names is None else [_find(name, by_name) for name in names]


def side_by_side(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Join tables of the same rows; a single one is not copied."""
    return pd.concat(frames, axis=1) if len(frames) > 1 else frames[0]


def reasons_of(frame: pd.DataFrame, families: Iterable[Family[Callable[..., pd.DataFrame]]]) -> pd.DataFrame:
    """Give the code of the reason where a value is missing, otherwise missing; columns that are no measure have none.

    Parameters
    ----------
    frame
        A table of measures, with the columns that stand behind them.
    families
        The families of a catalogue; those of the level of the table are used.
    """
    known = {
        one.name: one for family in families if family.level.keys == tuple(frame.index.names) for one in family.measures
    }
    reasons = pd.DataFrame(index=frame.index, columns=frame.columns, dtype="str")
    for name in frame.columns.intersection(list(known)):
        missing = frame[name].isna().to_numpy()
        for condition in reversed(known[name].requires):
            reasons.loc[missing & condition.fails(frame), name] = condition.reason
    return reasons


def _find(name: str, families: dict[str, Family[Compute]]) -> Family[Compute]:
    if name not in families:
        raise UnknownNameError.among(name, "family at this level", families)
    return families[name]
