"""The table of colour."""

from defusedxml.ElementTree import fromstring

from netwerkanalyse.report.pictures.font import width
from netwerkanalyse.report.region_map.heat import Cell, heat_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_every_number_fits_in_its_cell():
    """A large region has long counts; in a small one the cells are narrow, so that the letters stay large on paper."""
    wides = []
    for words in ("1/2", "1234/123456?"):
        svg = fromstring(heat_svg("kleur", ["a"], ["b", "c"], [[Cell(words, 0.5)] * 2], name="heat", about="wat"))
        (wide,) = {float(cell.get("width")) for cell in svg.iter(f"{SVG}rect") if cell.get("height") == "30"}
        assert width(words, 11) < wide
        wides.append(wide)
    assert wides[0] < 58 < wides[1]
