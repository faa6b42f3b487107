"""A core and a periphery: three variants, every core of small layers, and chance."""

import numpy as np
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.kernels.core_periphery import NO_FIT, Best, every_core, improve_cores
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.groups.cores import VARIANTS, Cores, Search, contacts_of, rewired_fits
from netwerkanalyse.metrics.region.network import RegionNetwork
from regions import SmallRegion, built, plain, regions

NAN = float("nan")
STAR = plain(5, [(0, i) for i in range(1, 5)], "agreement")
PENDANTS = plain(6, [(0, 1), (1, 2), (0, 2), (0, 3), (1, 4), (2, 5)], "agreement")
FEW = RegionCutoffs(core_rewirings=9)


def whole(small, cutoffs=FEW):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["core_periphery"], cutoffs=cutoffs).iloc[0]


def places(small, cutoffs=FEW):
    """The measures of every organisation."""
    return measure_region(built(small), small.layer, ["in_core"], level=Level.ORGANISATION, cutoffs=cutoffs)


def drawn(nodes, ties, seed):
    """The graph of a layer without direction, with ties anywhere."""
    rng = np.random.default_rng(seed)
    found = {(int(min(p)), int(max(p))) for p in rng.integers(0, nodes, (ties, 2)) if p[0] != p[1]}
    return plain(nodes, sorted(found), "agreement")


@pytest.mark.parametrize(
    ("small", "full", "none", "missing"),
    [(STAR, 1, 0.408, 1), (PENDANTS, 0.408, 0.612, 1)],
    ids=["star", "triangle with pendants"],
)
def test_variants_give_different_answers(small, full, none, missing):
    """A star of five, and a triangle with three pendants."""
    found = whole(small)

    assert found["core_exhaustive"]
    assert found[[f"core_fit_{variant}" for variant in VARIANTS]].tolist() == pytest.approx(
        [full, none, missing], abs=5e-4
    )


def test_members_of_the_core():
    """The middle of a star is a core alone, or with any one other: that other is not settled."""
    found = places(STAR)

    assert found["in_core_full"].tolist() == [1, 0, 0, 0, 0]
    assert found["in_core_missing"].tolist() == [1, 0.25, 0.25, 0.25, 0.25]
    assert found["best_cores_missing"].tolist() == [4] * 5
    assert whole(STAR)["core_size_missing"] == 1
    assert places(PENDANTS)["in_core_none"].tolist() == [1, 1, 1, 0, 0, 0]


@settings(max_examples=30, deadline=None)
@given(regions())
def test_agrees_with_looking_at_every_core(small):
    """The best fit, how many cores have it, and who is in them, by correlating every pair."""
    found, inside = whole(small), places(small)
    for variant in VARIANTS:
        best, cores = naive.region_groups.best_cores(small.size, small.arcs, variant)
        if sum(small.answer(pair) in {"yes", "no"} for pair in small.pairs) < 0.6 * len(small.pairs):
            assert np.isnan(found[[f"core_choices_{variant}", f"core_fit_{variant}"]].astype(float)).all()
            assert inside[f"in_core_{variant}"].isna().all()
            continue
        share = [np.mean([node in core for core in cores]) if cores else NAN for node in range(small.size)]
        assert found[f"core_fit_{variant}"] == pytest.approx(NAN if best is None else best, nan_ok=True)
        assert found[f"core_choices_{variant}"] == len(cores)
        assert inside[f"in_core_{variant}"].tolist() == pytest.approx(share, nan_ok=True)


@settings(max_examples=30, deadline=None)
@given(regions(most=8).filter(lambda small: small.size > 0))
def test_improving_finds_the_same_in_small_layers(small):
    """Above a size cores are sought from starts; where both can be done they find the same best fit."""
    graph = RegionNetwork(built(small), small.layer).graph
    every = Search.of(graph, RegionCutoffs(core_exhaustive_at_most=8), 1).best(graph)
    some = Search.of(graph, RegionCutoffs(core_exhaustive_at_most=-1), 1)

    assert not some.every
    np.testing.assert_allclose(some.best(graph).fit, every.fit, atol=1e-9)


def test_a_planted_core_is_found_in_a_large_layer():
    """All have eleven ties, but twelve have them among themselves: that is more than numbers of ties alone give."""
    core = [(a, b) for a in range(12) for b in range(a)]
    ring = [(12 + a, 12 + (a + step) % 60) for a in range(60) for step in range(1, 6)]
    across = [(12 + a, 12 + (a + 30) % 60) for a in range(30)]
    small = plain(72, core + ring + across, "agreement")
    found, inside = whole(small, FEW), places(small)

    assert not found["core_exhaustive"]
    assert found[["core_p_missing", "core_p_none"]].tolist() == [1 / 10, 1 / 10]
    assert inside["in_core_none"].tolist() == [1] * 12 + [0] * 60


def test_degrees_alone_already_give_a_core():
    """Where the periphery has no ties and the core has all, degrees settle that: a perfect core is never unlikely."""
    assert whole(STAR)[[f"core_p_{variant}" for variant in VARIANTS]].tolist() == [1, 1, 1]
    assert whole(PENDANTS)["core_p_missing"] == 1


@pytest.mark.parametrize("layer", ["agreement", "referral"])
def test_chance_keeps_everybodys_ties(layer, monkeypatch):
    """In every network of chance each organisation has as many ties in and out, and the ties differ."""
    ties = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (0, 3)]
    graph = RegionNetwork(built(plain(6, ties, layer)), layer).graph
    seen = []

    def keep(_self, drawn):
        seen.append(drawn)
        return Cores(np.zeros(3), np.ones(3), np.zeros((3, 6)))

    monkeypatch.setattr(Search, "best", keep)
    rewired_fits(graph, Search(every=True, starts=np.zeros((0, 6), dtype=bool)), 5, seed=1)

    for drawn in seen:
        for ends in ("source", "target"):
            np.testing.assert_array_equal(np.bincount(getattr(drawn, ends)), np.bincount(getattr(graph, ends)))
    assert len({frozenset(zip(one.source.tolist(), one.target.tolist(), strict=True)) for one in seen}) > 1


def test_the_same_seed_gives_the_same_outcome():
    """Chance starts at the seed and leaves igraph as it was."""
    small = drawn(30, 60, 3)

    assert whole(small).equals(whole(small))
    assert places(small).equals(places(small))


def test_a_large_layer_is_not_compared_with_chance():
    """Above a size there is a fit and no probability."""
    found = whole(PENDANTS, RegionCutoffs(core_rewired_at_most=5))

    assert found["core_fit_none"] == pytest.approx(0.612, abs=5e-4)
    assert np.isnan(found["core_p_none"])


def test_a_core_rests_on_ties_that_are_not_there():
    """Where nobody said which pairs have no tie, who was never mentioned is not put in the periphery."""
    text = SmallRegion(("welfare",) * 9, ((0, 1, "yes", None), (1, 2, "yes", None)), "agreement", all_asked=False)

    assert whole(text)[["core_pairs", "core_pairs_known"]].tolist() == [36, 2]
    assert places(text)[["in_core_missing", "core_score"]].isna().all(axis=None)


def test_scores_of_the_continuous_model():
    """The products of the scores follow the ties: by numpy's eigenvector and correlation, with direction averaged."""
    small = plain(5, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 1), (4, 0)])
    matrix = np.zeros((5, 5))
    matrix[tuple(zip(*small.arcs, strict=True))] = 1
    vector = np.abs(np.linalg.eigh((matrix + matrix.T) / 2)[1][:, -1])
    off = ~np.eye(5, dtype=bool)

    assert places(small)["core_score"].tolist() == pytest.approx(vector.tolist(), abs=1e-6)
    expected = np.corrcoef(matrix[off], np.outer(vector, vector)[off])[0, 1]
    assert whole(small)["core_score_fit"] == pytest.approx(expected)
    assert np.isnan(whole(plain(4, [(0, 1), (1, 2), (2, 3), (3, 0)], "agreement"))["core_score_fit"])


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    graph = RegionNetwork(built(drawn(9, 16, 5)), "agreement").graph
    contacts, starts = contacts_of(graph), np.random.default_rng(1).random((20, 9)) < 0.4

    def outcome(version):
        out = Best(np.full(3, NO_FIT), np.zeros(3, np.int64), np.zeros((3, 9), np.int64))
        getattr(every_core, version)(contacts, out)
        cores, fit = starts.copy(), np.empty(20)
        getattr(improve_cores, version)(contacts, 2, cores, fit)
        return (*out, cores, fit)

    for mine, yours in zip(outcome("python"), outcome("compiled"), strict=True):
        np.testing.assert_array_equal(mine, yours)
