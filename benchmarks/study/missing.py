"""Ways in which data are incomplete: blank and said to be so, or left out without a trace; at random or not.

Not at random means: what is blank depends on what it is. High needs are more often blank than low ones; what naasten
give more often than what professionals give; contact between a naaste and a professional more often than other contact.
How much more often is a made-up number (``TILT``).
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from netwerkanalyse.model.caseload import Caseload

TILT = 3.0
"""How many times as often something is blank, not at random."""


def needs_blank(caseload: Caseload, share: float, tilted: bool, rng: np.random.Generator) -> Caseload:
    """Blank needs: nobody asked, and the table says so."""
    frame = caseload.tables["needs"]
    blank = _drawn(frame["need"] >= 2, share, tilted, rng) & frame["need"].notna()
    return _with(caseload, needs=frame.assign(need=frame["need"].mask(blank)))


def contacts_blank(caseload: Caseload, share: float, tilted: bool, rng: np.random.Generator) -> Caseload:
    """Blank contacts, of pairs with and without contact: nobody asked, and the table says so."""
    frame, pairs = caseload.tables["ties"], _pairs(caseload)
    kinds = caseload.tables["members"].set_index(["client", "member"])["kind"].astype(str)
    source, target = (kinds.loc[pd.MultiIndex.from_frame(pairs[["client", end]])] for end in ("source", "target"))
    mixed = source.eq("formal").to_numpy() != target.eq("formal").to_numpy()
    blank = pd.MultiIndex.from_frame(pairs[_drawn(mixed, share, tilted, rng)])
    listed = pd.MultiIndex.from_frame(frame[["client", "source", "target"]])
    coordinates = (frame["kind"] == "coordinates").to_numpy()
    known = frame.assign(present=frame["present"].mask(listed.isin(blank) & coordinates, "unknown"))
    unlisted = blank[~blank.isin(listed[coordinates])].to_frame(index=False)
    more = unlisted.assign(kind="coordinates", present="unknown")
    return _with(caseload, ties=pd.concat([known.astype({"kind": str, "present": str}), more], ignore_index=True))


def contacts_left_out(caseload: Caseload, share: float, tilted: bool, rng: np.random.Generator) -> Caseload:
    """Leave out contacts while all pairs are said to be asked about: nothing shows it."""
    frame, kinds = caseload.tables["ties"], caseload.tables["members"].set_index(["client", "member"])["kind"]
    formal = [
        kinds.loc[pd.MultiIndex.from_frame(frame[["client", end]])].eq("formal").to_numpy()
        for end in ("source", "target")
    ]
    gone = _drawn(formal[0] != formal[1], share, tilted, rng) & (frame["present"] == "yes").to_numpy()
    return _with(caseload, ties=frame[~gone])


def amounts_blank(caseload: Caseload, share: float, tilted: bool, rng: np.random.Generator) -> Caseload:
    """Blank amounts of support: it is known that somebody helps, not how much."""
    frame = caseload.tables["supports"]
    return _with(
        caseload, supports=frame.assign(amount=frame["amount"].mask(_drawn(_naasten(caseload), share, tilted, rng)))
    )


def supports_left_out(caseload: Caseload, share: float, tilted: bool, rng: np.random.Generator) -> Caseload:
    """Leave out support: nothing shows it."""
    return _with(caseload, supports=caseload.tables["supports"][~_drawn(_naasten(caseload), share, tilted, rng)])


WAYS: dict[str, Callable[[Caseload, float, bool, np.random.Generator], Caseload]] = {
    "needs blank": needs_blank,
    "contacts blank": contacts_blank,
    "amounts blank": amounts_blank,
    "contacts left out": contacts_left_out,
    "supports left out": supports_left_out,
}
"""By what is said of them on the page."""


def _drawn(more, share: float, tilted: bool, rng: np.random.Generator) -> np.ndarray:
    """Draw rows with the same mean chance; where ``more`` holds the chance is higher when it is not at random."""
    weight = np.where(np.asarray(more, dtype=bool), TILT if tilted else 1.0, 1.0)
    chance = np.minimum(1.0, share * weight / max(weight.mean(), 1e-9)) if len(weight) else weight
    return rng.random(len(weight)) < chance


def _naasten(caseload: Caseload) -> np.ndarray:
    """Tell which rows of support are by naasten."""
    kind = caseload.tables["members"]["kind"].to_numpy()
    return kind[caseload.keys.refers["supports", "member"]] == "informal"


def _pairs(caseload: Caseload) -> pd.DataFrame:
    """List every pair of people of every client, who is listed first in front."""
    people = caseload.tables["members"][["client", "member"]].reset_index()
    pairs = people.merge(people, on="client", suffixes=("", "_other"))
    pairs = pairs[pairs["index"] < pairs["index_other"]]
    return pd.DataFrame({"client": pairs["client"], "source": pairs["member"], "target": pairs["member_other"]})


def _with(caseload: Caseload, **tables: pd.DataFrame) -> Caseload:
    return Caseload.build({**caseload.tables, **{name: frame.reset_index(drop=True) for name, frame in tables.items()}})
