"""An empty sociogram on one A4 page, to draw on together, with a pencil, before anything goes into a computer."""

from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from netwerkanalyse.report.pictures.key import Entry, draw_key
from netwerkanalyse.report.pictures.palette import GREY, SOFT
from netwerkanalyse.report.pictures.pen import Element, crop, draw, finished, picture, write
from netwerkanalyse.report.sociogram import legend, scene
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Person
from netwerkanalyse.report.sociogram.frame import Band, Frame, divided
from netwerkanalyse.report.sociogram.layout import Layout, band_names
from netwerkanalyse.report.sociogram.rim import rim
from netwerkanalyse.texts import text

_LEFT, _TOP, _RIGHT, _BOTTOM = -397.0, -415.0, 397.0, 708.0
"""An A4 page in points of a screen, the client in the origin."""
_EDGE = 55.0
_RINGS = (37.0, 103.0, 169.0, 235.0)
_LINES = 6
_LINE = 32.0


def drawing_sheet(lang: str = "nl") -> str:
    """Draw an empty sheet.

    Parameters
    ----------
    lang
        Language of the words.

    Returns
    -------
    svg
        One A4 page with rings, life domains, the signs to use and room to write.
    """
    areas = [Area(domain, DOMAIN.label(domain, lang)) for domain in DOMAIN.names]
    areas.append(Area("", text("picture.other", lang)))
    bands = tuple(Band(circle, _RINGS[circle - 1], _RINGS[circle]) for circle in (1, 2, 3))
    frame = Frame(bands, divided(areas, [0] * len(areas)))
    empty = Layout(frame, (), (), rim(frame, [()] * len(areas), ()), band_names(frame, lang, ()), (), ())
    svg = picture(text("picture.sheet.title", lang), text("picture.sheet.description", lang), "sheet")
    left, right = _LEFT + _EDGE, _RIGHT - _EDGE
    write(svg, (left, _TOP + 62), [text("picture.sheet.title", lang)], 19, anchor="start", bold=True, halo=False)
    write(svg, (left, _TOP + 84), [text("picture.sheet.hint", lang)], 11.5, anchor="start", fill=SOFT, halo=False)
    scene.draw_rings(svg, empty)
    scene.draw_sectors(svg, empty, "none")
    scene.draw_client(svg, Facts("", lang))
    scene.draw_names(svg, empty)
    bottom = draw_key(svg, _signs(lang), [], left, empty.box.bottom + 22, right - left)
    _room_to_write(svg, lang, left, right, bottom + 26)
    crop(svg, _LEFT, _TOP, _RIGHT, _BOTTOM)
    svg.set("width", "210mm")
    svg.set("height", "297mm")
    return finished(svg)


def _signs(lang: str) -> list[Entry]:
    """List the signs to draw with."""
    people = [Entry(legend.somebody(Person("", "", kind)), text(f"picture.kind.{kind}", lang)) for kind in KIND.names]
    star = Entry(legend.somebody(Person("", "", "informal", nominated=True)), text("picture.mark.nominated", lang))
    layers = (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION, Layer.MISSING)
    lines = [Entry(legend.stroke(layer), text(f"picture.legend.{layer.value}", lang)) for layer in layers]
    return [*people, star, *lines]


def _room_to_write(svg: Element, lang: str, left: float, right: float, top: float) -> None:
    """Draw lines for what stands out, who drew it and when."""
    write(svg, (left, top), [text("picture.sheet.notes", lang)], 12.5, anchor="start", bold=True, halo=False)
    for row in range(1, _LINES + 1):
        y = top + row * _LINE
        draw(svg, "line", x1=left, y1=y, x2=right, y2=y, stroke=GREY, stroke_width=0.8)
    signed = top + (_LINES + 1) * _LINE
    for x, key in ((left, "date"), (left + (right - left) / 3, "together")):
        write(svg, (x, signed), [text(f"picture.sheet.{key}", lang)], 11.5, anchor="start", fill=SOFT, halo=False)
