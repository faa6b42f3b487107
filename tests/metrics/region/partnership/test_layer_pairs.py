"""Layers beside each other against a second reading of the definitions: voices that differ, loops, blanks, silence."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from partnerships import DIRECTED, Plain, built

NAN = float("nan")
of = naive.layer_pairs


@st.composite
def layered(draw):
    """Three or four organisations and several layers: any voice about any pair, in both orders, and blanks."""
    size = draw(st.integers(2, 4))
    number = st.integers(0, size - 1)
    layers = draw(st.lists(st.sampled_from(sorted(DIRECTED)), min_size=1, max_size=3, unique=True))
    asked = tuple(layer for layer in layers if draw(st.booleans()))
    words = st.tuples(
        st.sampled_from((None, "yes", "yes", "no", "unknown", "no_response")),
        st.sampled_from((None, 0.0, 1.0, 1.9, 2.0, 3.0)),
    )
    voices = st.tuples(st.sampled_from(layers), number, number, st.none() | number)
    rows = draw(st.dictionaries(voices, words, max_size=12))
    return Plain(
        (None,) * size,
        asked=asked,
        listed=tuple(layer for layer in layers if layer not in asked),
        rows=tuple((layer, one, other, *word, who) for (layer, one, other, who), word in rows.items()),
    )


def share(part, whole):
    """A share; missing where there is nothing to divide by."""
    return pytest.approx(part / whole if whole else NAN, nan_ok=True)


@settings(deadline=None, max_examples=25)
@given(layered())
def test_layers_agree_with_the_second_reading(plain):
    """Pairs tied in several layers, the layers of every pair, and the overlap of every two layers."""
    region = built(plain)
    whole = measure_partnership(region, ["region_multiplexity"]).iloc[0]
    dyads = measure_partnership(region, level=Level.DYAD)
    overlaps = measure_partnership(region, ["region_layer_overlap"], level=Level.LAYER_PAIR)
    states = of.layers_of_pairs(plain.rows, plain.layers, plain.asked, plain.size)
    in_use = len([layer for layer in plain.layers if layer != "trust"])
    tied = {pair: state for pair, state in states.items() if state[0]}
    several = sum(len(layers) >= 2 for layers, _ in tied.values())

    assert (whole["layers_in_use"], whole["pairs_tied"], whole["pairs_multiplex"]) == (in_use, len(tied), several)
    assert whole["pairs_multiplex_share"] == share(several, len(tied) if in_use > 1 else 0)
    assert dyads.index.tolist() == [(f"O{one}", f"O{other}") for one, other in tied]
    for (pair, (yes, unknown)), (_, row) in zip(tied.items(), dyads.iterrows(), strict=True):
        assert row["pair_layers"] == len(yes), pair
        assert [layer for layer in plain.layers if layer != "trust" and row[f"pair_{layer}"] == "unknown"] == unknown
    for (one, other), row in overlaps.iterrows():
        known, both, either = of.overlap(plain.rows, one, other, plain.asked, plain.size)
        counted = (row["overlap_pairs_known"], row["layers_tied_both"], row["layers_tied_either"])
        assert counted == (known, both, either)
        assert row["layer_overlap"] == share(both, either)


@settings(deadline=None, max_examples=25)
@given(layered())
def test_the_ladder_agrees_with_the_second_reading(plain):
    """How many pairs stand on every rung, on a rung or higher, and are tied in another layer there."""
    region = built(plain)
    found = measure_partnership(region, ["region_ladder"]).iloc[0]
    rungs = measure_partnership(region, level=Level.RUNG)
    pairs = list(combinations(range(plain.size), 2))
    standing = {pair: of.rung(plain.rows, pair, plain.asked) for pair in pairs}
    known = [rung for rung in standing.values() if rung is not None]

    assert [found[f"ladder_rung_{rung}"] for rung in range(4)] == [known.count(rung) for rung in range(4)]
    assert (found["ladder_pairs_known"], found["ladder_pairs_unknown"]) == (len(known), len(pairs) - len(known))
    for cut in (1, 2, 3):
        assert found[f"ladder_share_from_{cut}"] == share(sum(rung >= cut for rung in known), len(known))
    for (rung, layer), row in rungs.iterrows():
        here = [of.tied_either_way(plain.rows, layer, pair, plain.asked) for pair in pairs if standing[pair] == rung]
        assert (row["rung_pairs_known"], row["rung_pairs_tied"]) == (len(here) - here.count(None), here.count(True))
