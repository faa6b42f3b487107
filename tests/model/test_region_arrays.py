"""One layer of a region: what is listed, what several people said, and what counts as a tie."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model import region_arrays
from netwerkanalyse.model.region import Region


def region(rows, columns, asked="all"):
    """Four organisations with the given collaborations."""
    frame = pd.DataFrame(rows, columns=columns)
    layers = pd.DataFrame({"layer": sorted(set(frame["layer"])), "pairs_asked": asked})
    organisations = pd.DataFrame({"organisation": list("ABCD")})
    return Region.build({"organisations": organisations, "layers": layers, "collaborations": frame})


def test_layers_are_never_mixed():
    """A referral is no trust."""
    built = region([("A", "B", "referral"), ("A", "C", "trust")], ["source", "target", "layer"])

    assert region_arrays.layer_arrays(built, "referral").target.tolist() == [1]
    assert region_arrays.layer_arrays(built, "trust").target.tolist() == [2]
    assert len(region_arrays.layer_arrays(built, "funding").target) == 0
    assert not region_arrays.layer_arrays(built, "funding").all_asked


def test_direction_belongs_to_the_layer():
    """Both orders are one pair where the layer has no direction, and two where it has."""
    rows = [
        ("B", "A", "cooperation", "A"),
        ("A", "B", "cooperation", "B"),
        ("B", "A", "referral", "A"),
        ("A", "B", "referral", "B"),
    ]
    built = region(rows, ["source", "target", "layer", "respondent"])
    together, referral = (region_arrays.layer_arrays(built, layer) for layer in ("cooperation", "referral"))

    assert (together.source.tolist(), together.target.tolist()) == ([0], [1])
    assert (referral.source.tolist(), referral.target.tolist()) == ([0, 1], [1, 0])
    assert RegionNetwork(built, "cooperation").graph.work == RegionNetwork(built, "referral").graph.work == 6


def test_several_answers_on_a_pair():
    """Any yes holds, else any no, else unknown; not responding is the weakest."""
    rows = [
        ("A", "B", "no", "A"),
        ("A", "B", "yes", "B"),
        ("A", "C", "unknown", "A"),
        ("A", "C", "no", "C"),
        ("A", "D", "no_response", "D"),
        ("B", "C", None, "B"),
    ]
    frame = [(source, target, "referral", present, who) for source, target, present, who in rows]
    listed = region_arrays.layer_arrays(
        region(frame, ["source", "target", "layer", "present", "respondent"]), "referral"
    )

    assert listed.answer.tolist() == [
        region_arrays.YES,
        region_arrays.NO,
        region_arrays.NO_RESPONSE,
        region_arrays.UNKNOWN,
    ]


def test_one_yes_that_is_high_enough_is_a_tie():
    """Others who say no, or give a lower step, do not undo it; the value is the mean of those who said yes."""
    columns = ["source", "target", "layer", "present", "value", "respondent"]
    rows = [
        ("A", "B", "cooperation", "yes", 3, "A"),
        ("A", "B", "cooperation", "yes", 0, "B"),
        ("A", "C", "cooperation", "yes", 2, "A"),
        ("A", "C", "cooperation", "no", 0, "C"),
        ("A", "D", "cooperation", "yes", 1, "A"),
        ("A", "D", "cooperation", "yes", None, "D"),
        ("B", "C", "cooperation", "yes", 1, "B"),
        ("B", "C", "cooperation", "no", 3, "C"),
    ]
    network = RegionNetwork(region(rows, columns), "cooperation")

    assert network.tied.tolist() == [True, True, True, False]
    assert network.listed.value.tolist() == [1.5, 2, 1, 1]


def test_loops_are_left_out_and_counted():
    """An organisation tied to itself is no tie."""
    listed = region_arrays.layer_arrays(
        region([("A", "A", "trust"), ("A", "B", "trust")], ["source", "target", "layer"]), "trust"
    )

    assert listed.loops == 1
    assert listed.source.tolist() == [0]


def test_what_counts_as_a_tie():
    """A value of zero is no tie; on the ladder of cooperation it starts at 'samen'; no value counts as a tie."""
    columns = ["source", "target", "layer", "value"]
    rows = [("A", "B", 0), ("A", "C", 1), ("A", "D", 2), ("B", "C", None)]
    built = region([(*row[:2], layer, row[2]) for row in rows for layer in ("referral", "cooperation")], columns)

    assert RegionNetwork(built, "referral").tied.tolist() == [False, True, True, True]
    assert RegionNetwork(built, "cooperation").tied.tolist() == [False, False, True, True]
    assert RegionNetwork(built, "cooperation", RegionCutoffs(cooperation_from=1)).tied.tolist() == [
        False,
        True,
        True,
        True,
    ]
    np.testing.assert_array_equal(RegionNetwork(built, "referral").weighted.weight, [1, 2, np.nan])


def test_rows_in_order_and_out_of_order_give_the_same():
    """A layer whose pairs each stand once, in order, needs no grouping; nothing else may come of that."""
    rows = [("A", "B", "referral", 2, "yes"), ("B", "C", "referral", None, "no"), ("C", "A", "referral", 5, None)]
    columns = ["source", "target", "layer", "value", "present"]
    there, back = (
        region_arrays.layer_arrays(region(order, columns), "referral")
        for order in (rows, [*rows[::-1], ("D", "D", "referral", 1, "yes")])
    )

    assert (there.loops, back.loops) == (0, 1)
    assert there.answer.tolist() == [region_arrays.YES, region_arrays.NO, region_arrays.UNKNOWN]
    for one, other in zip(there[:-1], back[:-1], strict=True):
        np.testing.assert_array_equal(one, other)
