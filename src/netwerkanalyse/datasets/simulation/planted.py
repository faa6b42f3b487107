"""What was planted in a region: one table, a row a fact."""

from collections.abc import Sequence

import numpy.typing as npt
import pandas as pd

COLUMNS = ("code", "organisation", "other", "area", "domain", "layer")
"""The columns of the truth about a region; what a code is not about is blank."""


def planted(code: str, **about: npt.ArrayLike) -> pd.DataFrame:
    """Write down that something was planted in every row of ``about``, by name."""
    return pd.DataFrame(about).assign(code=code).reindex(columns=COLUMNS).astype("str")


def truth_of(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put what was planted together."""
    return pd.concat(parts, ignore_index=True)
