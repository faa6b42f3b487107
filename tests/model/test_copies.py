"""Copies of clients."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.datasets import load
from netwerkanalyse.metrics import Level
from netwerkanalyse.metrics.client.catalogue import FAMILIES, measure
from netwerkanalyse.model.copies import copies

CLIENTS = [3, 0, 3, 7]


@pytest.mark.parametrize("level", list(dict.fromkeys(family.level for family in FAMILIES)))
def test_a_copy_measures_the_same_as_its_client(level):
    """Whatever is measured, a copy gives what its client gives: nothing of another client leaks in."""
    caseload = load("voorbeelden")
    copied = copies(caseload, np.array(CLIENTS))

    found = measure(copied, level=level)

    for copy, client in enumerate(CLIENTS):
        name = caseload.client_index[client]
        expected = measure(caseload.select([name]), level=level)
        same = found[found.index.get_level_values("client") == str(copy)]
        pd.testing.assert_frame_equal(
            same.reset_index(drop=True), expected.reset_index(drop=True), check_categorical=False
        )


def test_no_copies_is_an_empty_caseload():
    """Nothing to copy is not an error."""
    empty = copies(load("voorbeelden"), np.array([], dtype=int))

    assert len(empty) == 0
    assert measure(empty, level=Level.CLIENT).empty
