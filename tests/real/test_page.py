"""The page of the documentation about these data says what is computed."""

import re
from pathlib import Path

import pandas as pd

import real
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.measure import Level

PAGE = Path(__file__).parents[2] / "docs" / "real-data.md"


def test_the_table_of_transnat(shared):
    """Which support is missing, hangs on one person, or on more, for how many people."""
    domains = measure(real.transnat(shared), ["coverage", "gaps", "fragility"], level=Level.DOMAIN)
    written = re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name, *_ in written] == list(real.TRANSNAT_FUNCTIONS)
    for name, *counts in written:
        found: pd.DataFrame = domains.xs(real.TRANSNAT_FUNCTIONS[name], level="domain")
        several = found["supporters"] >= 2
        expected = [found["gap_absent"].sum(), found["single_supporter"].sum(), several.sum()]
        assert [int(count) for count in counts] == expected, name
