"""What is blank is counted, of how many; and of a layer, who did not answer."""

import pandas as pd

from netwerkanalyse.metrics.region.blanks import ASKABLE, blanks, unanswered
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.region import Region
from regions import SmallRegion, built


def test_every_blank_cell_is_counted():
    """Two organisations, of which one has a sector; an area without inhabitants; no services at all."""
    region = Region.build(
        {
            "organisations": pd.DataFrame(
                {"organisation": ["A", "B"], "sector": ["ggz", None], "autonomous": [True, False]}
            ),
            "areas": pd.DataFrame({"area": ["Noord"]}),
        }
    )
    found = blanks(region)

    assert list(found.index) == list(ASKABLE)
    assert found.loc[["autonomous", "sector", "coordination"]].to_numpy().tolist() == [[0, 2], [1, 2], [2, 2]]
    assert found.loc[["capacity", "population"]].to_numpy().tolist() == [[0, 0], [1, 1]]


def test_who_did_not_answer_is_counted_apart():
    """Two of four organisations gave no answer; of four listed pairs one is unknown, one without response."""
    rows = ((0, 1, "yes", None), (1, 0, "no", None), (2, 0, "no_response", None), (3, 0, "unknown", None))
    asked, listed = (
        unanswered(RegionNetwork(built(SmallRegion((None,) * 4, rows, all_asked=every)), "referral"))
        for every in (True, False)
    )

    assert asked.loc[["organisations", "answer", "response"]].to_numpy().tolist() == [[2, 4], [1, 4], [1, 4]]
    assert listed.loc["organisations", "blank"] == 0
