"""The histogram of a caseload: counts that add up, unknown values said, nobody named."""

from math import nan
from statistics import median

import pytest
from defusedxml.ElementTree import fromstring

from netwerkanalyse.report.pictures.distribution import distribution_svg

SVG = "{http://www.w3.org/2000/svg}"


def titles_in(picture: str) -> list[str]:
    """Return what appears at the bars."""
    return [node.text for group in fromstring(picture).iter(f"{SVG}g") for node in group if node.tag == f"{SVG}title"]


def words_in(picture: str) -> list[str]:
    """Return all text that is drawn."""
    return [node.text for node in fromstring(picture).iter(f"{SVG}text")]


def test_whole_numbers_have_a_bar_each():
    """Few whole numbers get a bar each, empty ones too."""
    assert titles_in(distribution_svg([2, 2, 5], "aantal mensen")) == ["2: 2", "3: 0", "4: 0", "5: 1"]


@pytest.mark.parametrize(
    "values",
    [[0.0, 0.5, 1.0], [1.5] * 4, [-3.2, 7.7, 900.0], [0.001, 0.002], list(range(100)), [1e6, 1e6 + 1], [12.0, 0.0]],
)
def test_every_value_is_in_a_bar(values):
    """The bars together count every client once."""
    counts = [int(title.rpartition(": ")[2]) for title in titles_in(distribution_svg(values, "maat"))]

    assert sum(counts) == len(values)
    assert len(counts) <= 14


def test_shares_run_from_nothing_to_all():
    """Shares are percentages on a scale from 0 to 100."""
    picture = distribution_svg([0.4, 0.45, 0.5], "dichtheid", share=True)

    assert {"0%", "100%", "midden: 45%"} <= set(words_in(picture))


def test_unknown_values_are_said():
    """Clients without a value are counted apart and are in no bar."""
    picture = distribution_svg([1.0, nan, nan], "maat")

    assert "1 cliënt. Bij 2 cliënten is dit niet bekend." in words_in(picture)
    assert titles_in(picture) == ["1: 1"]


@pytest.mark.parametrize("values", [[], [nan]])
def test_nothing_known(values):
    """Without values there is no bar, and the words say why."""
    picture = distribution_svg(values, "maat")

    assert titles_in(picture) == []
    assert words_in(picture)[0].startswith("0 cliënten.")


def test_description_has_the_spread():
    """Who cannot see the picture reads the lowest, the middle and the highest value."""
    values = [1.0, 2.0, 4.0, 10.0]
    description = fromstring(distribution_svg(values, "maat")).find(f"{SVG}desc").text

    assert description == f"Van 1 tot 10; het midden is {median(values):g}. 4 cliënten."
