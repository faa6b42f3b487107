"""Positions: which row every cell names."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.model import keys
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.keys import Keys


@pytest.mark.parametrize("roomy", [0, 16])
def test_both_ways_to_look_up_find_the_same(monkeypatch, roomy):
    """Few codes go by a table of all pairs, many by a search: the first row, or -1 for what is not there."""
    monkeypatch.setattr(keys, "ROOMY", roomy)
    tables = {table.name: pd.DataFrame({name: [] for name in table.names}, dtype="str") for table in CASELOAD.tables}
    tables["clients"] = pd.DataFrame({"client": ["K1", "K2", "K3"]})
    tables["members"] = pd.DataFrame({"client": ["K1", "K1", "K1", "K2", "K9"], "member": ["a", "b", "a", "a", "b"]})
    tables["ties"] = pd.DataFrame(
        {"client": ["K1", "K2", "K2", "K3", "K9", "K1"], "source": ["a", "a", "b", "a", "b", None], "target": "b"}
    )

    found = Keys.of(tables, CASELOAD)

    assert found.client["ties"].tolist() == [0, 1, 1, 2, -1, 0]
    assert found.refers["ties", "source"].tolist() == [0, 3, -1, -1, -1, -1]
    assert found.refers["ties", "target"].tolist() == [1, -1, -1, -1, -1, 1]


def test_categories_and_text_are_looked_up_alike():
    """Words that are numbered already, also with words that no cell has, give the positions of their text."""
    text = pd.Series(["b", None, "a", "z"], dtype="str")
    numbered = text.astype(pd.CategoricalDtype(["z", "unused", "a", "b"]))

    for column in (text, numbered):
        np.testing.assert_array_equal(keys.look_up(column, pd.Index(["a", "b"])), [1, -1, 0, -1])
