"""Need and support are expressed in one scale: level 0-3, or hours a week."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Problem, number_label, problems_at, whose

LEVELS = (0.5, 1.0, 2.0, 3.0)
"""Amounts of support on the level scale."""

HIGHEST_LEVEL = 3.0
HOURS_IN_A_WEEK = 168.0


def one_scale(tables: Mapping[str, pd.DataFrame], _keys: Keys, _schema: Schema) -> list[Problem]:
    """Refuse a caseload in which some clients are in levels and others in hours."""
    scale = tables["clients"]["scale"].fillna("level")
    if scale.nunique() <= 1:
        return []
    rarest = scale.value_counts().index[-1]
    rows = scale.index[(scale == rarest).to_numpy()]
    return problems_at(
        rows, lambda row: Problem("mixed_scales", table="clients", column="scale", row=row, value=str(rarest))
    )


def amounts_fit_the_scale(tables: Mapping[str, pd.DataFrame], keys: Keys, _schema: Schema) -> list[Problem]:
    """Find needs and amounts outside the scale of their client."""
    hours = np.append((tables["clients"]["scale"] == "hours").to_numpy(), False)
    needs, supports = tables["needs"], tables["supports"]
    need, amount = needs["need"], supports["amount"]
    need_hours, amount_hours = hours[keys.scope["needs"]], hours[keys.scope["supports"]]
    high = np.where(need_hours, HOURS_IN_A_WEEK, HIGHEST_LEVEL)
    wrong_need = (need > high).to_numpy()
    fits = np.where(amount_hours, ((amount > 0) & (amount <= HOURS_IN_A_WEEK)), amount.isin(LEVELS))
    wrong_amount = amount.notna().to_numpy() & ~fits.astype(bool)
    return [
        *_outside(needs, wrong_need & ~need_hours, "need_not_a_level", "needs", "need"),
        *_outside(needs, wrong_need & need_hours, "more_than_a_week", "needs", "need"),
        *_outside(supports, wrong_amount & ~amount_hours, "amount_not_a_level", "supports", "amount"),
        *_outside(supports, wrong_amount & amount_hours, "more_than_a_week", "supports", "amount"),
    ]


def _outside(frame: pd.DataFrame, mask: np.ndarray, code: str, table: str, name: str) -> list[Problem]:
    written = frame[name][mask]
    return problems_at(
        written.index,
        lambda row: Problem(
            code,
            table=table,
            column=name,
            row=row,
            value=f"{written.loc[row]:g}",
            details={"value": number_label(float(written.loc[row]))},
            about=whose(frame, row),
        ),
    )
