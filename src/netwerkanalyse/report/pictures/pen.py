"""Draw SVG with elements, never with strings: what people typed can only ever become text.

Looks are attributes, not styles, so that a page with a strict content security policy shows them. Text gets its white
halo as an element of its own: not every renderer knows ``paint-order``.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import INK, PAPER

Element = ET.Element
Point = tuple[float, float]
LINE = 1.22
"""Distance between lines of text, in letter sizes."""


def picture(title: str, description: str, name: str) -> Element:
    """Start a picture that a screen reader can name; :func:`crop` says in the end what is shown.

    Parameters
    ----------
    title, description
        What it is, and what it shows in a few sentences.
    name
        Starts every identifier in the picture, so that several pictures can stand on one page.

    Returns
    -------
    svg
        The root element.
    """
    svg = blank()
    svg.attrib |= {"role": "img", "aria-labelledby": f"{name}-title {name}-description"}
    draw(svg, "title", id=f"{name}-title").text = font.clean(title)
    draw(svg, "desc", id=f"{name}-description").text = font.clean(description)
    return svg


def blank() -> Element:
    """Start a drawing that is part of something larger, which says what it is."""
    return Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": font.FAMILY})


def crop(svg: Element, left: float, top: float, right: float, bottom: float) -> None:
    """Say which part of the plane the picture shows, at its natural size."""
    wide, high = right - left, bottom - top
    svg.set("viewBox", " ".join(_plain(float(side)) for side in (left, top, wide, high)))
    svg.set("width", _plain(float(wide)))
    svg.set("height", _plain(float(high)))


def draw(parent: Element, tag: str, **looks: object) -> Element:
    """Add an element; underscores in names become hyphens and numbers are rounded."""
    attributes = {name.rstrip("_").replace("_", "-"): _plain(value) for name, value in looks.items()}
    return ET.SubElement(parent, tag, attributes)


def explain(element: Element, words: str) -> None:
    """Give an element words that appear when one points at it."""
    draw(element, "title").text = font.clean(words)


def write(
    parent: Element,
    at: Point,
    lines: Sequence[str],
    size: float,
    *,
    anchor: str = "middle",
    fill: str = INK,
    bold: bool = False,
    halo: bool = True,
) -> None:
    """Write lines of text, the first baseline at a point, with a white halo under them."""
    for number, line in enumerate(lines):
        looks = {"x": at[0], "y": at[1] + number * size * LINE, "font_size": size, "text_anchor": anchor}
        if bold:
            looks["font_weight"] = "bold"
        if halo:
            under = draw(
                parent,
                "text",
                **looks,
                fill=PAPER,
                stroke=PAPER,
                stroke_width=3,
                stroke_linejoin="round",
                aria_hidden="true",
            )
            under.text = line
        draw(parent, "text", **looks, fill=fill).text = line


def hatching(
    parent: Element, name: str, colour: str, *, under: str = "", gap: float = 7.0, thick: float = 1.4, angle: int = 45
) -> str:
    """Define hatching, over a colour or over nothing, and return how to fill with it."""
    pattern = draw(
        parent,
        "pattern",
        id=name,
        width=gap,
        height=gap,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({angle})",
    )
    if under:
        draw(pattern, "rect", width=gap, height=gap, fill=under)
    draw(pattern, "line", x1=gap / 2, y1=0, x2=gap / 2, y2=gap, stroke=colour, stroke_width=thick)
    return f"url(#{name})"


def dots(parent: Element, name: str, colour: str, under: str) -> str:
    """Define a field of dots over a colour and return how to fill with it."""
    pattern = draw(parent, "pattern", id=name, width=6, height=6, patternUnits="userSpaceOnUse")
    draw(pattern, "rect", width=6, height=6, fill=under)
    draw(pattern, "circle", cx=3, cy=3, r=1.3, fill=colour)
    return f"url(#{name})"


def path(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return the path through points."""
    steps = "L".join(f"{_plain(x)} {_plain(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"


def finished(svg: Element) -> str:
    """Return the picture as text."""
    return ET.tostring(svg, encoding="unicode")


def _plain(value: object) -> str:
    """Write a number with one decimal at most."""
    if not isinstance(value, float):
        return str(value)
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
