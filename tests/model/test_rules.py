"""What rules are made of gives the same as the plain way."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from netwerkanalyse.model.rules import repeated

CELLS = st.lists(st.tuples(st.sampled_from([None, "a", "b", "c"]), st.integers(-3, 3), st.sampled_from([None, 1.5])))


@given(CELLS)
def test_repeated_rows_are_those_of_pandas(cells):
    """Categories, whole numbers, text and blanks: equal rows are found, whatever their order."""
    frame = pd.DataFrame(cells, columns=["name", "number", "amount"]).astype({"name": "str", "amount": "float64"})
    numbered = frame.assign(name=frame["name"].astype("category"))

    expected = frame.duplicated().tolist()

    assert repeated(frame).tolist() == repeated(numbered).tolist() == expected


def test_very_many_combinations_fit():
    """Columns whose combinations are more than 64 bits can number are compared all the same."""
    many = np.array([0, 2**40, 0])

    assert repeated(pd.DataFrame({"a": many, "b": many, "c": many})).tolist() == [False, False, True]
    assert repeated(pd.DataFrame({"a": many, "b": many, "c": [0, 2**40, 1]})).tolist() == [False, False, False]
