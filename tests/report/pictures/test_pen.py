"""Drawing with elements: numbers short, words only ever words."""

from defusedxml.ElementTree import fromstring

from netwerkanalyse.report.pictures.pen import crop, draw, explain, finished, path, picture, write

SVG = "{http://www.w3.org/2000/svg}"


def test_numbers_are_short_and_plain():
    """Numbers have one decimal at most, no exponent and no minus zero."""
    svg = picture("t", "d", "n")
    node = draw(svg, "line", x1=1 / 3, y1=-0.01, x2=5, y2=120.0, stroke_width=2.0)

    assert node.attrib == {"x1": "0.3", "y1": "0", "x2": "5", "y2": "120", "stroke-width": "2"}


def test_picture_names_itself():
    """Title and description are tied to the picture."""
    svg = picture("Titel", "Wat er te zien is.", "one")
    crop(svg, -10, -20, 30, 40)
    root = fromstring(finished(svg))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "one-title one-description"
    assert root.find(f"{SVG}title").text == "Titel"
    assert root.get("viewBox") == "-10 -20 40 60"


def test_words_stay_words():
    """Markup in words comes out as words."""
    evil = "</text><script>alert(1)</script>&\"'"
    svg = picture(evil, evil, "one")
    write(svg, (0, 0), [evil], 12)
    explain(draw(svg, "g"), evil)
    root = fromstring(finished(svg))

    assert {node.tag for node in root.iter()} == {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "text")}
    assert [node.text for node in root.iter(f"{SVG}text")] == [evil, evil]


def test_halo_is_an_element_of_its_own():
    """The white edge of words lies under them as a copy that screen readers skip."""
    svg = picture("t", "d", "n")
    write(svg, (0, 0), ["oma"], 12)
    under, over = svg.findall("text")

    assert under.get("stroke") == "#ffffff"
    assert under.get("aria-hidden") == "true"
    assert over.get("stroke") is None
    assert "paint-order" not in finished(svg)


def test_path():
    """A path goes through its points, and back when closed."""
    assert path([(0.0, 0.0), (1.25, 2.0)]) == "M0 0L1.2 2"
    assert path([(0.0, 0.0), (1.0, 2.0)], closed=True) == "M0 0L1 2Z"
