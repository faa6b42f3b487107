"""Whether ties go both ways."""

import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.region.catalogue import measure_region
from regions import SmallRegion, built, plain, regions


def dyads(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_dyads"]).iloc[0]


def test_three_reciprocities_of_one_layer():
    """One mutual, one asymmetric and four null pairs: 2/3, 5/6 and 1/2."""
    found = dyads(plain(4, [(0, 1), (1, 0), (2, 3)]))

    assert found[["dyads_mutual", "dyads_asymmetric", "dyads_null"]].tolist() == [1, 1, 4]
    assert found["reciprocity_edgewise"] == pytest.approx(2 / 3)
    assert found["reciprocity_dyadic"] == pytest.approx(5 / 6)
    assert found["reciprocity_nonnull"] == pytest.approx(1 / 2)


def test_half_seen_pairs_say_nothing():
    """Who was not asked whether they refer back, did not say no; nor is what is left all that there is."""
    rows = ((0, 1, "yes", None), (1, 0, "unknown", None), (0, 2, "yes", None), (2, 0, "yes", None))
    found = dyads(SmallRegion((None,) * 3, rows, all_asked=False))

    assert found[["dyads_seen", "dyads_half_seen"]].tolist() == [1, 2]
    assert pd.isna(found["reciprocity_edgewise"])
    assert found[["ties_returned_low", "ties_returned_high"]].tolist() == [pytest.approx(2 / 3), 1]


@given(regions())
def test_agrees_with_the_definitions(small):
    """Arrays and definitions agree on any small region."""
    found = dyads(small)
    census = naive.region.dyad_census(small.size, small.answer) if small.directed else (None,) * 4
    names = ("dyads_mutual", "dyads_asymmetric", "dyads_null", "dyads_half_seen")
    expected = dict(zip(names, census, strict=True))
    for kind in ("edgewise", "dyadic", "nonnull"):
        value = getattr(naive.region, f"reciprocity_{kind}")(*census[:3]) if small.directed else None
        expected[f"reciprocity_{kind}"] = value if small.absence_told else None
    returned = naive.region.ties_returned(small.size, small.answer) if small.directed else (None, None)
    expected |= dict(zip(("ties_returned_low", "ties_returned_high"), returned, strict=True))

    for name, value in expected.items():
        assert found[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True), name
