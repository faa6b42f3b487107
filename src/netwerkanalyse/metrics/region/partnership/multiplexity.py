"""In how many ways organisations work together: layers per pair, and ties that hang on one voice."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, NOT_TIED, SENSITIVE, TIED, Partnership
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.region_vocabulary import LAYER

Ints = npt.NDArray[np.int64]
States = npt.NDArray[np.int8]

PAIR_STATE = Vocabulary(
    "pair_state",
    (
        Code("no", Label("nee", "no")),
        Code("unknown", Label("onbekend", "unknown")),
        Code("yes", Label("ja", "yes")),
    ),
)
"""What is known of a pair in a layer, in the order of the states of :class:`Pairs`."""

FEWEST_LAYERS = 2
"""With one layer nothing can be said about several."""

ALL_LAYERS = tuple(name for name in LAYER.names if name not in SENSITIVE)


def measure_pairs(partnership: Partnership) -> pd.DataFrame:
    """Measure in how many layers each pair is tied, and in which.

    Direction is forgotten: a pair is tied in a layer when it is in either direction. The layer trust is left out: it
    is an opinion of one about another, and never shown per pair.

    ``pair_respondents`` counts the different organisations that said so. A tie is thin when it is in one layer only
    and one organisation named it; with one layer in use that cannot be told. Whether a single employee carries it
    (persoonsgebonden) is not in the tables.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        A row a pair that is tied in at least one layer.
    """
    pairs, columns = partnership.pairs, partnership.shown_layers
    shown = (pairs.state == TIED).any(axis=1)
    source, target, state = pairs.source[shown], pairs.target[shown], pairs.state[shown]
    layers, open_layers = (state == TIED).sum(axis=1), (state == NOT_KNOWN).sum(axis=1)
    respondents = _respondents(partnership, source, target, state)
    compared = len(columns) >= FEWEST_LAYERS
    known = (layers > 1) | (respondents > 1) | (compared & (open_layers == 0) & (respondents == 1))
    thin = (layers == 1) & (respondents == 1)
    states = {
        f"pair_{name}": state[:, columns.index(name)] if name in columns else np.full(len(state), NOT_KNOWN)
        for name in ALL_LAYERS
    }
    names = partnership.organisations
    return framed(
        {
            **states,
            "pair_layers": layers,
            "pair_layers_unknown": open_layers,
            "pair_respondents": respondents,
            "pair_thin_known": known,
            "pair_thin": np.where(known, thin, np.nan),
        },
        pd.MultiIndex.from_arrays([names[source], names[target]], names=Level.DYAD.keys),
        MEASURES,
    )


def measure_multiplexity(partnership: Partnership) -> pd.DataFrame:
    """Measure how many of the tied pairs are tied in several layers.

    With T tied pairs, of which M in two or more layers, ``pairs_multiplex_share`` = M / T. Pairs and layers of which
    it is not known may still be tied: the bounds are the lowest and highest share that they allow.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        One row.
    """
    pairs, cutoff = partnership.pairs, partnership.cutoffs.multiplex_layers_from
    weight = np.append(np.ones(len(pairs.state), dtype=np.int64), pairs.others)
    state, in_use = np.vstack([pairs.state, pairs.elsewhere]), len(partnership.shown_layers)
    layers, most = (state == TIED).sum(axis=1), (state != NOT_TIED).sum(axis=1)
    tied, several = weight[layers >= 1].sum(), weight[layers >= cutoff].sum()
    tied_high, several_high = weight[most >= 1].sum(), weight[most >= cutoff].sum()
    # The share is highest when whatever can be tied often enough is, and nothing else that is not known is tied.
    at_highest = weight[(layers >= 1) | (most >= cutoff)].sum() or tied_high
    thin = measure_pairs(partnership)["pair_thin"]
    return framed(
        {
            "layers_in_use": in_use,
            "pairs_tied": tied,
            "pairs_tied_high": tied_high,
            "pairs_multiplex": several,
            "pairs_multiplex_high": several_high,
            "pairs_multiplex_share": ratio(several, tied) if in_use >= FEWEST_LAYERS else np.nan,
            "pairs_multiplex_share_low": ratio(several, tied_high) if in_use >= FEWEST_LAYERS else np.nan,
            "pairs_multiplex_share_high": ratio(several_high, at_highest) if in_use >= FEWEST_LAYERS else np.nan,
            "layers_per_tied_pair": ratio((weight * layers).sum(), tied),
            "pairs_thin": thin.fillna(value=False).sum(),
            "pairs_thin_unknown": thin.isna().sum(),
        },
        partnership.whole,
        WHOLE_MEASURES,
    )


def _respondents(partnership: Partnership, source: Ints, target: Ints, state: States) -> Ints:
    """Count the different organisations that named each pair in a layer in which it is tied."""
    frame, keys, size = (
        partnership.region.tables["collaborations"],
        partnership.region.keys.refers,
        len(partnership.region),
    )
    one, other = keys["collaborations", "source"], keys["collaborations", "target"]
    respondent = keys["collaborations", "respondent"]
    layer = pd.Index(partnership.shown_layers).get_indexer(frame["layer"])
    wanted = source * size + target
    pair = np.minimum(one, other) * size + np.maximum(one, other)
    row = np.searchsorted(wanted, pair)
    named = (respondent >= 0) & (layer >= 0) & (frame["present"] == "yes").to_numpy(dtype=bool, na_value=False)
    named &= np.append(wanted, -1)[row] == pair
    named[named] = state[row[named], layer[named]] == TIED
    voices = np.unique(np.column_stack([row[named], respondent[named]]), axis=0)
    return np.bincount(voices[:, 0], minlength=len(wanted))


SEVERAL = Requires("layers_in_use", "fewer_than_two_layers", low=FEWEST_LAYERS)
A_TIE = Requires("pairs_tied", "no_tied_pairs", low=1)
MAYBE_TIED = Requires("pairs_tied_high", "no_tied_pairs", low=1)
OWN = "own definition"

MEASURES = (
    *(Measure(f"pair_{name}", Unit.CODE, source=OWN, codes=PAIR_STATE) for name in ALL_LAYERS),
    Measure("pair_layers", Unit.COUNT, low=1, source=OWN),
    Measure("pair_layers_unknown", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"),
    Measure("pair_respondents", Unit.COUNT, source=OWN),
    Measure("pair_thin_known", Unit.YES_NO, high=1, source=OWN),
    Measure(
        "pair_thin",
        Unit.YES_NO,
        high=1,
        reading=Reading.ATTENTION,
        count="pair_respondents",
        requires=(Requires("pair_thin_known", "thin_not_known", equals=True),),
        source=OWN,
    ),
)

WHOLE_MEASURES = (
    Measure("layers_in_use", Unit.COUNT, source=OWN),
    Measure("pairs_tied", Unit.COUNT, source=OWN),
    Measure("pairs_tied_high", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("pairs_multiplex", Unit.COUNT, count="pairs_tied", source=OWN),
    Measure("pairs_multiplex_high", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("pairs_multiplex_share", Unit.SHARE, high=1, count="pairs_tied", requires=(SEVERAL, A_TIE), source=OWN),
    Measure(
        "pairs_multiplex_share_low",
        Unit.SHARE,
        high=1,
        count="pairs_tied_high",
        requires=(SEVERAL, MAYBE_TIED),
        source=OWN,
    ),
    Measure(
        "pairs_multiplex_share_high",
        Unit.SHARE,
        high=1,
        count="pairs_tied_high",
        requires=(SEVERAL, MAYBE_TIED),
        source=OWN,
    ),
    Measure("layers_per_tied_pair", Unit.AMOUNT, low=1, count="pairs_tied", requires=(A_TIE,), source=OWN),
    Measure("pairs_thin", Unit.COUNT, reading=Reading.ATTENTION, count="pairs_tied", source=OWN),
    Measure("pairs_thin_unknown", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"),
)

FAMILY = Family("region_pairs_layers", Level.DYAD, measure_pairs, MEASURES)
WHOLE_FAMILY = Family("region_multiplexity", Level.REGION, measure_multiplexity, WHOLE_MEASURES)
