"""The canonical picture of a sociogram: one small static SVG that prints well and needs no script."""

from netwerkanalyse.report.pictures.key import draw_key
from netwerkanalyse.report.pictures.palette import GAP
from netwerkanalyse.report.pictures.pen import crop, draw, finished, hatching, picture
from netwerkanalyse.report.sociogram import scene, words
from netwerkanalyse.report.sociogram.facts import Facts
from netwerkanalyse.report.sociogram.layout import Layout, lay_out
from netwerkanalyse.report.sociogram.legend import entries, notes
from netwerkanalyse.texts import text

_MARGIN = 10.0
_NARROWEST = 660.0


def svg(facts: Facts, *, layout: Layout | None = None, name: str = "sociogram") -> str:
    """Draw a sociogram.

    Parameters
    ----------
    facts
        Whom and what to show.
    layout
        The places, when they are known already.
    name
        Starts every identifier in the picture; choose another one for a second picture on the same page.

    Returns
    -------
    svg
        The picture as text, to be put into a page or a file as it is.
    """
    placed = layout or lay_out(facts)
    box = placed.box
    left = min(box.left, -_NARROWEST / 2)
    wide = max(box.right, _NARROWEST / 2) - left
    root = picture(text("picture.title", facts.lang, client=facts.client), words.description(facts), name)
    hatch = hatching(draw(root, "defs"), f"{name}-gap", GAP)
    scene.draw_rings(root, placed)
    scene.draw_sectors(root, placed, hatch)
    scene.draw_ties(root, facts, placed)
    scene.draw_client(root, facts)
    scene.draw_people(root, facts, placed)
    scene.draw_labels(root, placed)
    scene.draw_names(root, placed)
    signs = entries(facts, placed, name)
    bottom = draw_key(root, signs, notes(facts, placed), left, box.bottom + 22, wide)
    crop(root, left - _MARGIN, box.top - _MARGIN, left + wide + _MARGIN, bottom + _MARGIN)
    return finished(root)
