"""What the catalogue says of a measure, in words."""

import numpy as np

from netwerkanalyse.metrics.facts import facts
from netwerkanalyse.metrics.measure import Measure, Reading, Requires, Unit
from netwerkanalyse.model.codes import Code, Label, Vocabulary

COLOUR = Vocabulary("colour", (Code("red", Label("rood", "red")), Code("blue", Label("blauw", "blue"))))


def test_everything_is_said_once():
    """Unit and range, reading, count, reasons without repeating, source."""
    conditions = (Requires("ties", "need_unknown"), Requires("ties", "need_unknown", low=1))
    one = Measure("density", Unit.SHARE, 0, 1, Reading.STRENGTH, "own definition", "ties", conditions)

    assert facts(one, "nl") == [
        "aandeel van 0 tot en met 1",
        "hoger is meer steun",
        "rust op ties",
        "ontbreekt als: er is niet bekend hoeveel steun hier nodig is",
        "bron: eigen definitie",
    ]


def test_what_is_no_quantity_has_no_range():
    """A choice names its codes; a label, and a value between any bounds, have nothing to add."""
    assert facts(Measure("a", Unit.CODE, codes=COLOUR), "nl")[0] == "keuze: rood en blauw"
    assert facts(Measure("a", Unit.LABEL), "en")[0] == "who or which"
    assert facts(Measure("a", Unit.VALUE, low=-np.inf), "en")[0] == "value of another measure"
    assert facts(Measure("a", Unit.VALUE, low=-np.inf, high=0), "en")[0] == "value of another measure up to 0"


def test_a_citation_is_the_same_in_every_language():
    """The name of a program has no translation."""
    assert facts(Measure("a", Unit.COUNT, source="R sna isolates"), "nl")[-1] == "bron: R sna isolates"
