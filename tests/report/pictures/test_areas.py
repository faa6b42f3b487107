"""The map of areas."""

from defusedxml.ElementTree import fromstring

from netwerkanalyse.report.region_map.areas import areas_svg
from netwerkanalyse.report.region_map.heat import Cell

SVG = "{http://www.w3.org/2000/svg}"


def ring(west, south, east, north):
    """A rectangle, closed as GeoJSON closes it."""
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def drawn(shapes):
    """The picture of areas that are called by their code."""
    cells = {area: Cell("1/13", 1 / 13) for area in shapes}
    return fromstring(areas_svg("kaart", "waar", shapes, cells, {}, name="map"))


def first_label(svg):
    """Where the first name stands."""
    label = next(node for node in svg.iter(f"{SVG}text"))
    return float(label.get("x")), float(label.get("y"))


def test_a_name_stands_in_its_area_and_not_in_a_hole():
    """The middle of the corners of an area with a hole is a place that belongs to another."""
    high = 620.0  # a square at the equator fills the height of the map
    x, y = (place / high for place in first_label(drawn({"A": (ring(0, 0, 1, 1), ring(0.2, 0.2, 0.9, 0.8))})))
    assert 0 < x < 1
    assert 0 < y < 1
    assert not (0.2 < x < 0.9 and 0.2 < y < 0.8)


def test_a_large_area_hides_no_area_within_it():
    """A municipality that comes after its neighbourhoods in the file is drawn below them."""
    svg = drawn({"wijk": (ring(0.4, 0.4, 0.6, 0.6),), "gemeente": (ring(0, 0, 1, 1),)})
    names = [node.find(f"{SVG}title").text for node in svg.iter(f"{SVG}path") if node.find(f"{SVG}title") is not None]
    assert [name.split(":")[0] for name in names] == ["gemeente", "wijk"]


def test_an_area_without_height_is_still_drawn():
    """A shape that is a line has no inside to write in."""
    assert first_label(drawn({"lijn": (((0, 0), (1, 0), (0, 0)),), "vlak": (ring(0, 0, 1, 1),)}))
