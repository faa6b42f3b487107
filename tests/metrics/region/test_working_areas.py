"""In which areas organisations work."""

import pandas as pd

from netwerkanalyse.metrics.region.working_areas import sectors_by_area
from netwerkanalyse.model.region import Region


def test_a_team_of_a_neighbourhood_counts_in_its_town():
    """Areas lie in each other; an area that is only named counts, one where nobody works and no sector do not."""
    region = Region.build(
        {
            "areas": pd.DataFrame({"area": ["town", "east", "west", "far"], "parent": [None, "town", "town", None]}),
            "organisations": pd.DataFrame(
                {
                    "organisation": list("ABCDE"),
                    "sector": ["ggz", "ggz", "welzijn", None, "welzijn"],
                    "areas": ["town", "east", "west; east; north", "town", None],
                }
            ),
        }
    )
    expected = {"town": (2, 1), "east": (2, 1), "west": (1, 1), "north": (0, 1)}
    assert {area: tuple(row) for area, row in sectors_by_area(region).T.to_dict("list").items()} == expected


def test_without_areas_nothing_is_counted():
    """A region of which no place is known has no table of places."""
    assert sectors_by_area(Region.build({"organisations": pd.DataFrame({"organisation": ["A"]})})).empty
