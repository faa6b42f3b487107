"""How families of measures are chosen."""

import pandas as pd
import pytest

import netwerkanalyse as na


def test_a_level_can_be_given_by_its_name():
    """In a notebook a word is typed sooner than a member of an enumeration."""
    caseload = na.datasets.load("voorbeeld")

    named = na.measure(caseload, ["gaps"], level="domain")

    pd.testing.assert_frame_equal(named, na.measure(caseload, ["gaps"], level=na.Level.DOMAIN))


@pytest.mark.parametrize("level", ["domian", na.Level.AREA])
def test_a_level_that_is_not_there_is_refused_with_what_there_is(level):
    """Whoever asks for areas of a caseload, or makes a typing mistake, reads which levels there are."""
    with pytest.raises(na.UnknownNameError, match="all: client, member"):
        na.measure(na.datasets.load("voorbeeld"), level=level)
