"""Layers beside each other: how many per pair, how much they overlap, and the ladder of integration."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from partnerships import DIRECTED, Plain, built, partnerships

THREE = ("welfare", "municipality", "insurer")
SHOWN = [layer for layer in DIRECTED if layer != "trust"]


def whole(plain, family):
    """The measures of the region."""
    return measure_partnership(built(plain), [family]).iloc[0]


def pairs_of(plain):
    """The pairs of organisations."""
    return list(combinations(range(plain.size), 2))


def answers(plain, layer):
    """What is known of every pair in a layer, direction forgotten."""
    return {
        pair: naive.layers.pair_answer(plain.rows, layer, pair, plain.asked, directed=DIRECTED[layer])
        for pair in pairs_of(plain)
    }


def respondents(plain, pair):
    """Who named the pair in a layer in which it is tied."""
    tied = [layer for layer in SHOWN if layer in plain.layers and answers(plain, layer)[pair] == "yes"]
    return {
        who
        for layer, one, other, present, _, who in plain.rows
        if layer in tied and {one, other} == set(pair) and present == "yes" and who is not None
    }


def same(found, expected):
    """Compare measures, where None is missing."""
    for name, value in expected.items():
        assert found[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True), name


def test_ties_in_several_layers_and_thin_ties():
    """Two pairs are tied: one in two layers, named by two; one in one layer, named by one."""
    rows = (
        ("agreement", 0, 1, "yes", None, 0),
        ("referral", 1, 0, "yes", None, 1),
        ("referral", 1, 2, "yes", None, 1),
        ("referral", 2, 1, "no", None, 2),
    )
    plain = Plain(THREE, asked=("agreement", "referral"), rows=rows)
    found = whole(plain, "region_multiplexity")
    pairs = measure_partnership(built(plain), level=Level.DYAD)

    same(found, {"layers_in_use": 2, "pairs_tied": 2, "pairs_multiplex": 1, "pairs_multiplex_share": 1 / 2})
    same(found, {"layers_per_tied_pair": 3 / 2, "pairs_thin": 1, "pairs_thin_unknown": 0})
    assert pairs["pair_layers"].tolist() == [2, 1]
    assert pairs["pair_respondents"].tolist() == [2, 1]
    assert pairs["pair_thin"].tolist() == [False, True]
    assert pairs.loc[("O0", "O1"), ["pair_referral", "pair_agreement", "pair_funding"]].tolist() == [
        "yes",
        "yes",
        "unknown",
    ]


def test_one_layer_says_nothing_about_several():
    """Where one layer was asked about, no tie can be in several: that is missing, not zero."""
    rows = (("agreement", 0, 1, "yes", None, 0),)
    found = whole(Plain(THREE, asked=("agreement",), rows=rows), "region_multiplexity")

    same(found, {"pairs_multiplex_share": None, "pairs_thin": 0, "pairs_thin_unknown": 1})


@settings(deadline=None, max_examples=40)
@given(partnerships(most=3))
def test_multiplexity_agrees_with_the_definitions(plain):
    """Counts by definition, and bounds over every way in which what is unknown can be."""
    layers = [layer for layer in plain.layers if layer != "trust"]
    said = [[answers(plain, layer)[pair] for layer in layers] for pair in pairs_of(plain)]
    known, unknown = [one.count("yes") for one in said], [one.count("unknown") for one in said]
    tied, several = sum(n >= 1 for n in known), sum(n >= 2 for n in known)
    low, high = naive.layers.share_bounds(naive.layers.multiplex_worlds(known, unknown))
    enough = len(layers) >= 2
    same(
        whole(plain, "region_multiplexity"),
        {
            "layers_in_use": len(layers),
            "pairs_tied": tied,
            "pairs_multiplex": several,
            "pairs_multiplex_share": several / tied if tied and enough else None,
            "pairs_multiplex_share_low": low if enough else None,
            "pairs_multiplex_share_high": high if enough else None,
            "layers_per_tied_pair": sum(known) / tied if tied else None,
        },
    )


@settings(deadline=None, max_examples=40)
@given(partnerships(most=4))
def test_every_pair_agrees_with_the_definitions(plain):
    """Which layers, how many, by how many named, and whether that is thin."""
    found = measure_partnership(built(plain), level=Level.DYAD)
    layers = [layer for layer in plain.layers if layer != "trust"]
    said = {pair: {layer: answers(plain, layer)[pair] for layer in layers} for pair in pairs_of(plain)}
    tied = {pair: one for pair, one in said.items() if "yes" in one.values()}

    assert found.index.tolist() == [(f"O{one}", f"O{other}") for one, other in tied]
    for (pair, one), (_, row) in zip(tied.items(), found.iterrows(), strict=True):
        count, voices = list(one.values()).count("yes"), len(respondents(plain, pair))
        assert {name: row[f"pair_{name}"] for name in layers} == one
        assert (row["pair_layers"], row["pair_respondents"]) == (count, voices)
        if count > 1 or voices > 1:
            assert row["pair_thin"] is False
        elif voices == 1 and "unknown" not in one.values() and len(layers) > 1:
            assert row["pair_thin"] is True
        else:
            assert not isinstance(row["pair_thin"], bool)


@settings(deadline=None, max_examples=40)
@given(partnerships(most=3))
def test_overlap_agrees_with_the_definitions(plain):
    """Jaccard over what is known in both, and bounds over every way in which what is unknown can be."""
    found = measure_partnership(built(plain), ["region_layer_overlap"], level=Level.LAYER_PAIR)

    assert found.index.tolist() == list(combinations(plain.layers, 2))
    for (one, other), row in found.iterrows():
        if DIRECTED[one] and DIRECTED[other]:
            ends = list(permutations(range(plain.size), 2))
            said = [
                tuple(
                    naive.layers.layer_answer(plain.rows, name, pair, plain.asked, ordered=True)
                    for name in (one, other)
                )
                for pair in ends
            ]
        else:
            said = list(zip(answers(plain, one).values(), answers(plain, other).values(), strict=True))
        known = [pair for pair in said if "unknown" not in pair]
        both, either = known.count(("yes", "yes")), sum("yes" in pair for pair in known)
        low, high = naive.layers.share_bounds(naive.layers.overlap_worlds(said))
        same(
            row,
            {
                "overlap_pairs_known": len(known),
                "overlap_pairs_unknown": len(said) - len(known),
                "layers_tied_both": both,
                "layers_tied_either": either,
                "layer_overlap": both / either if either else None,
                "layer_overlap_low": low,
                "layer_overlap_high": high,
            },
        )


def test_the_ladder_and_what_another_cut_off_would_say():
    """Of six pairs one stands on each rung from 1 to 3, one is a no, one is not listed, one has no rung."""
    rows = (
        ("cooperation", 0, 1, "yes", 1.0, 0),
        ("cooperation", 0, 2, "yes", 2.0, 0),
        ("cooperation", 0, 3, "yes", 3.0, 0),
        ("cooperation", 3, 0, "yes", 2.0, 3),
        ("cooperation", 1, 2, "no", None, 1),
        ("cooperation", 1, 3, "yes", None, 1),
        ("agreement", 0, 2, "yes", None, 0),
        ("agreement", 1, 2, "yes", None, 0),
    )
    plain = Plain((None,) * 4, asked=("cooperation", "agreement"), rows=rows)
    found = whole(plain, "region_ladder")
    rungs = measure_partnership(built(plain), level=Level.RUNG)

    assert [found[f"ladder_rung_{rung}"] for rung in range(4)] == [2, 1, 1, 1]
    assert [found[f"ladder_share_from_{rung}"] for rung in (1, 2, 3)] == [3 / 5, 2 / 5, 1 / 5]
    same(found, {"ladder_pairs_known": 5, "ladder_pairs_unknown": 1, "ladder_ties_without_rung": 1})
    assert rungs["rung_pairs_known"].tolist() == [2, 1, 1, 1]
    assert rungs["rung_pairs_tied"].tolist() == [1, 0, 1, 0]


@settings(deadline=None, max_examples=40)
@given(partnerships(most=4))
def test_the_ladder_agrees_with_the_definitions(plain):
    """Every pair on its rung: the highest that was said, rounded down, a known no on the ground."""
    rung = {}
    for pair in pairs_of(plain):
        said = [row[3:5] for row in plain.rows if row[0] == "cooperation" and set(row[1:3]) == set(pair)]
        answer = {present for present, _ in said}
        values = [value for present, value in said if present == "yes" and value is not None]
        if "yes" in answer:
            rung[pair] = int(max(values)) if values else None
        elif "no" in answer or (not said and "cooperation" in plain.asked):
            rung[pair] = 0
        else:
            rung[pair] = None
    known = [one for one in rung.values() if one is not None]
    found = whole(plain, "region_ladder")
    rungs = measure_partnership(built(plain), level=Level.RUNG)

    assert [found[f"ladder_rung_{one}"] for one in range(4)] == [known.count(one) for one in range(4)]
    same(found, {"ladder_pairs_known": len(known), "ladder_pairs_unknown": len(rung) - len(known)})
    for cut in (1, 2, 3):
        high = sum(one >= cut for one in known)
        same(found, {f"ladder_share_from_{cut}": high / len(known) if known else None, f"ladder_from_{cut}": high})
    for (one, layer), row in rungs.iterrows():
        said = [answers(plain, layer)[pair] for pair in rung if rung[pair] == one]
        tied, seen = said.count("yes"), len(said) - said.count("unknown")
        same(row, {"rung_pairs_known": seen, "rung_pairs_tied": tied, "rung_share_tied": tied / seen if seen else None})
