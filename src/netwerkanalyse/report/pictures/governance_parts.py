"""How sure the advice on governance is for parts of a region, as a bar a part."""

from collections.abc import Mapping, Sequence

from netwerkanalyse.recommend.governing.advice import Advice
from netwerkanalyse.recommend.governing.conditions import FORMS, READINGS
from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import INK, KINDS, SOFT
from netwerkanalyse.report.pictures.pen import Element, crop, draw, explain, finished, hatching, picture, write
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import percent, text

_BAR, _ROW, _HIGH, _SIZE = 560.0, 48.0, 20.0, 11.0
"""Names stand above their bar: those of groups are long."""

_ROOM = 0.06
"""A piece narrower than this share of the bar has no room for its number; the words below the picture say it."""

_PAINT = dict(zip(FORMS, ("peer", "formal", "informal"), strict=True))


def parts_svg(
    parts: Sequence[tuple[str, Advice]], *, title: str, lang: str = "nl", name: str = "governance-parts"
) -> str:
    """Draw a bar a part, divided by how often each form comes first in the first reading of the table.

    Parameters
    ----------
    parts
        What each part is called, and the advice on it; every advice has shares.
    title
        What the picture is called.
    lang
        Language of the words.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The forms differ by hatching as well as by colour, so that it can be read in print without colour.
    """
    root = picture(title, describe(parts, lang), name)
    fills = _fills(root, name)
    top = _key(root, fills, lang)
    for part, advice in parts:
        (line,) = font.wrap(part, _SIZE, ideal=_BAR, widest=_BAR, lines=1, bold=True)
        write(root, (0, top), [line], _SIZE, anchor="start", bold=True, halo=False)
        _bar(root, advice, top + 6, fills, lang)
        top += _ROW
    crop(root, -8, -4, _BAR + 8, top - 12)
    return finished(root)


def describe(parts: Sequence[tuple[str, Advice]], lang: str) -> str:
    """Say in words what the picture shows."""
    said = []
    for part, advice in parts:
        shares = "; ".join(
            f"{text(f'governance.form.{form}', lang)} {percent(advice.shares[READINGS[0]][form], lang)}"
            for form in FORMS
        )
        said.append(f"{part}: {shares}.")
    return " ".join(said)


def _fills(root: Element, name: str) -> dict[str, str]:
    """Give every form its fill: plain, hatched one way, and hatched the other way."""
    plain, one, other = (KINDS[_PAINT[form]] for form in FORMS)
    hatched = (
        hatching(root, f"{name}-{form}", paint.edge, under=paint.fill, gap=gap, angle=angle)
        for form, paint, gap, angle in zip(FORMS[1:], (one, other), (9.0, 6.0), (45, -45), strict=True)
    )
    return dict(zip(FORMS, (plain.fill, *hatched), strict=True))


def _key(root: Element, fills: Mapping[str, str], lang: str) -> float:
    """Write what the fills mean, a line a form; return where the bars begin."""
    for row, form in enumerate(FORMS):
        y = row * 18.0
        edge = KINDS[_PAINT[form]].edge
        draw(root, "rect", x=0, y=y, width=22, height=12, fill=fills[form], stroke=edge, stroke_width=1)
        words = capital(text(f"governance.form.{form}", lang))
        write(root, (30, y + 10), [words], _SIZE, anchor="start", fill=SOFT, halo=False)
    return len(FORMS) * 18.0 + 18


def _bar(root: Element, advice: Advice, top: float, fills: Mapping[str, str], lang: str) -> None:
    x = 0.0
    for form in FORMS:
        share = advice.shares[READINGS[0]][form]
        said, edge = percent(share, lang), KINDS[_PAINT[form]].edge
        piece = draw(root, "g")
        explain(piece, f"{capital(text(f'governance.form.{form}', lang))}: {said}")
        looks = {"fill": fills[form], "stroke": edge, "stroke_width": 1}
        draw(piece, "rect", x=x, y=top, width=share * _BAR, height=_HIGH, **looks)
        if share >= _ROOM:
            write(piece, (x + share * _BAR / 2, top + 14), [said], _SIZE, fill=INK, bold=True)
        x += share * _BAR
