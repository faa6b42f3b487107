"""Comparing rows of tables of measures with plain values."""

import pandas as pd
import pytest

from netwerkanalyse.metrics.catalogue import why_missing


def agree(row: pd.Series, expected: dict[str, object]) -> None:
    """Compare a row with the values of definitions; None is missing."""
    for name, value in expected.items():
        if value is None:
            assert pd.isna(row[name]), f"{name}: {row[name]} instead of missing"
        else:
            assert not pd.isna(row[name]), f"{name}: missing instead of {value}"
            assert row[name] == (value if isinstance(value, str) else pytest.approx(value)), name


def missing_has_a_reason(frame: pd.DataFrame) -> bool:
    """Whether each missing value has a reason, and nothing else has."""
    return bool((frame.isna() == why_missing(frame).notna()).all(axis=None))
