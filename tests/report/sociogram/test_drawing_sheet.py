"""The empty sheet to draw on together."""

from itertools import combinations

import pytest
from defusedxml.ElementTree import fromstring

from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.sociogram.drawing_sheet import drawing_sheet

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_sheet_is_one_page_of_paper(lang):
    """The sheet is A4, names every life domain and holds nobody."""
    root = fromstring(drawing_sheet(lang))
    words = " ".join(node.text for node in root.iter(f"{SVG}text"))

    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert all(part in words for domain in DOMAIN.names for part in DOMAIN.label(domain, lang).split())


def test_everything_stays_on_the_paper():
    """Nothing is drawn closer than a centimetre to the edge."""
    root = fromstring(drawing_sheet())
    left, top, wide, high = (float(side) for side in root.get("viewBox").split())
    for node in root.iter(f"{SVG}text"):
        assert left + 38 < float(node.get("x")) < left + wide - 38
        assert top + 38 < float(node.get("y")) < top + high - 38


def test_circles_are_three():
    """There is a circle for every closeness."""
    root = fromstring(drawing_sheet())
    radii = sorted({float(node.get("r")) for node in root if node.tag == f"{SVG}circle"})

    assert len([radius for radius in radii if radius > 50]) == 3
    assert all(b - a > 20 for a, b in combinations(radii[-3:], 2))
