"""Whether the measures find the gaps and doublures that the simulator planted, and what they say when data are missing.

For every life domain with a row in the needs table it is known by construction which codes hold. A measure answers yes,
no, or that it cannot be told; "perhaps a doublure" counts as that last answer.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.datasets import simulate
from netwerkanalyse.model.caseload import Caseload
from study.intervals import wilson
from study.missing import WAYS

GAPS = {
    "G1": "gap_absent",
    "G2": "gap_short",
    "G3": "gap_wrong_type",
    "G4": "gap_wrong_kind",
    "G6": "gap_connection",
    "G8": "gap_experienced",
    "GU": "gap_unknown",
}
CLASSES = (
    "none",
    "complementary",
    "coordinated_overlap",
    "doublure",
    "possible_doublure",
    "overlap",
    "support_without_need",
    "intended",
)
UNSURE = ("unknown", "possible_doublure")
"""Classes of double coverage that say that it cannot be told."""

YES, NO, UNKNOWN = 1.0, 0.0, np.nan


def complete(clients: int, seed: int, unknown: float) -> pd.DataFrame:
    """Look for everything that is planted in data as they are, with the simulator's own share of unknowns."""
    simulated = simulate(clients, seed=seed, unknown=unknown)
    listed = pd.MultiIndex.from_frame(simulated.caseload.tables["needs"][["client", "domain"]])
    truth, found = truths(simulated.truth, listed), answers(simulated.caseload, listed)
    known = ~truth["GU"].to_numpy()  # a need nobody asked about has no class, and nothing was planted there
    classes = counted(truth.loc[known, [*CLASSES]], found.loc[known, [*CLASSES]])
    return pd.concat([counted(truth[[*GAPS]], found[[*GAPS]]), classes], ignore_index=True)


def incomplete(clients: int, seed: int, shares: tuple[float, ...]) -> pd.DataFrame:
    """Plant in complete data, hide a share of the data in every way, and look again."""
    simulated = simulate(clients, seed=seed, unknown=0.0)
    listed = pd.MultiIndex.from_frame(simulated.caseload.tables["needs"][["client", "domain"]])
    truth = truths(simulated.truth, listed).drop(columns=["GU", "possible_doublure"])
    tables = []
    for number, (way, share, tilted) in enumerate(scenarios(shares)):
        hidden = WAYS[way](simulated.caseload, share, tilted, np.random.default_rng([seed, number]))
        found = counted(truth, answers(hidden, listed)[truth.columns])
        tables.append(found.assign(way=way, share=share, at_random=not tilted))
    return pd.concat(tables, ignore_index=True)


def scenarios(shares: tuple[float, ...]) -> Iterator[tuple[str, float, bool]]:
    """List every way, with every share, at random and not."""
    for way in WAYS:
        for share in shares:
            yield from ((way, share, tilted) for tilted in (False, True))


def truths(truth: pd.DataFrame, listed: pd.MultiIndex) -> pd.DataFrame:
    """Give a row a life domain and a column a code: whether it was planted."""
    planted = pd.MultiIndex.from_frame(truth[["client", "domain"]])
    codes = truth["code"].astype(str).to_numpy()
    return pd.DataFrame({code: listed.isin(planted[codes == code]) for code in (*GAPS, *CLASSES)}, index=listed)


def answers(caseload: Caseload, listed: pd.MultiIndex) -> pd.DataFrame:
    """Give a row a life domain and a column a code: yes, no, or NaN when it cannot be told."""
    found = na.measure(caseload, ["gaps", "doubles"], level=na.Level.DOMAIN).loc[listed]
    columns = {code: found[name].to_numpy(dtype=float, na_value=UNKNOWN) for code, name in GAPS.items()}
    given = found["double_class"].astype(str).to_numpy()
    unsure = np.isin(given, UNSURE)
    columns |= {name: np.where(given == name, YES, np.where(unsure, UNKNOWN, NO)) for name in CLASSES}
    return pd.DataFrame(columns, index=listed)


def counted(truth: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Count answers by code, a row a code.

    ``sensitivity`` is the share of what holds that is found, ``unsure`` the share of which it is said that it cannot be
    told, ``denied`` the share that is missed in silence; ``specificity`` is the share of what does not hold that is not
    claimed. Each is an interval.
    """
    rows = []
    for code in truth.columns:
        holds, answer = truth[code].to_numpy(), found[code].to_numpy()
        yes, no, unsure = answer == YES, answer == NO, np.isnan(answer)
        count, others = int(holds.sum()), int((~holds).sum())
        rows.append(
            {
                "code": code,
                "holds": count,
                "holds_not": others,
                "sensitivity": wilson(int((yes & holds).sum()), count),
                "unsure": wilson(int((unsure & holds).sum()), count),
                "denied": wilson(int((no & holds).sum()), count),
                "specificity": wilson(int((~yes & ~holds).sum()), others),
            }
        )
    return pd.DataFrame(rows)
