"""What organisations find of those they work with, and of goals: scores without anything planted in them."""

import numpy as np
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, blanked, choose
from netwerkanalyse.datasets.simulation.region import Region
from netwerkanalyse.model.region_vocabulary import RATING_ITEM

_GOALS = 5


def ratings_of(design: Design, cooperation: pd.DataFrame) -> pd.DataFrame:
    """Let everybody who works together rate the other on every item; some scores are blank."""
    rng, items = design.table_chance(7), len(RATING_ITEM.names)
    pairs = cooperation.loc[cooperation["value"] > 1, ["source", "target"]].to_numpy(dtype=object)
    rows = len(pairs) * items
    score = blanked(rng, 1.0 + choose(rng, (0.05, 0.25, 0.45, 0.25), rows), design.unknown, np.nan)
    return pd.DataFrame(
        {
            "rater": np.repeat(pairs[:, 0], items),
            "rated": np.repeat(pairs[:, 1], items),
            "item": np.tile(np.array(RATING_ITEM.names, dtype=object), len(pairs)),
            "score": pd.array(score, dtype="Int64"),
        }
    )


def goal_ratings_of(design: Design, region: Region) -> pd.DataFrame:
    """Let everybody score the goals of the network; some did not."""
    rng, count = design.table_chance(8), len(region.names)
    favour = rng.uniform(1.5, 4.5, _GOALS)
    score = np.clip(np.round(favour + rng.normal(0, 0.8, (count, _GOALS))), 1, 5)
    score[rng.random(count) < design.unknown] = np.nan
    goals = np.array([f"netwerkdoel {number + 1}" for number in range(_GOALS)], dtype=object)
    return pd.DataFrame(
        {
            "organisation": np.repeat(np.array(region.names, dtype=object), _GOALS),
            "goal": np.tile(goals, count),
            "score": score.ravel(),
        }
    )
