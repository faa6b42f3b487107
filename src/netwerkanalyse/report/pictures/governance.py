"""How well every form of governance fits every condition, as bars with the room that unknowns leave."""

from math import isnan

from netwerkanalyse.recommend.governing.advice import Advice, Cell
from netwerkanalyse.recommend.governing.conditions import CONDITIONS, FORMS, READINGS
from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import INK, KINDS, LIGHT, SOFT
from netwerkanalyse.report.pictures.pen import Element, crop, draw, explain, finished, hatching, picture, write
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import number, percent, text

_LEFT, _CELL, _ROW, _BAR, _HEAD = 150.0, 128.0, 62.0, 104.0, 46.0
_SIZE = 11.0


def governance_svg(advice: Advice, *, lang: str = "nl", name: str = "governance") -> str:
    """Draw the table of forms and conditions.

    Parameters
    ----------
    advice
        The advice.
    lang
        Language of the words.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        A row a form, a bar a condition: filled up to where it fits for certain, hatched as far as it may fit, and a
        line at the value when that is known. Below the form how often it comes first.
    """
    root = picture(text("picture.governance.title", lang), describe(advice, lang), name)
    hatched = hatching(root, f"{name}-room", KINDS["formal"].edge, gap=5.0)
    for column, condition in enumerate(CONDITIONS):
        words = capital(text(f"governance.condition.{condition}", lang))
        lines = font.wrap(words, _SIZE, ideal=_BAR, widest=_CELL - 8, lines=3, bold=True)
        write(root, (_LEFT + column * _CELL, 12), lines, _SIZE, anchor="start", bold=True, halo=False)
    for row, form in enumerate(FORMS):
        top = _HEAD + row * _ROW
        draw(root, "line", x1=0, y1=top, x2=_LEFT + 4 * _CELL, y2=top, stroke=LIGHT, stroke_width=1)
        _name(root, advice, form, top, lang)
        for column, condition in enumerate(CONDITIONS):
            _bar(root, _cell(advice, form, condition), (_LEFT + column * _CELL, top + 12), hatched, lang)
    bottom = _HEAD + len(FORMS) * _ROW
    key = font.wrap(text("picture.governance.key", lang), _SIZE, ideal=4 * _CELL, widest=_LEFT + 4 * _CELL, lines=3)
    write(root, (0, bottom + 14), key, _SIZE, anchor="start", fill=SOFT, halo=False)
    crop(root, -8, -4, _LEFT + 4 * _CELL + 4, bottom + 20 + len(key) * _SIZE)
    return finished(root)


def describe(advice: Advice, lang: str) -> str:
    """Say in words what the picture shows."""
    said = []
    for form in FORMS:
        cells = ", ".join(
            f"{text(f'governance.condition.{one}', lang)} {_written(_cell(advice, form, one), lang)}"
            for one in CONDITIONS
        )
        said.append(f"{capital(text(f'governance.form.{form}', lang))}: {cells}; {_share(advice, form, lang)}.")
    return " ".join(said)


def _cell(advice: Advice, form: str, condition: str) -> Cell:
    wanted = (form, condition, READINGS[0])
    return next(cell for cell in advice.cells if (cell.form, cell.condition, cell.reading) == wanted)


def _written(cell: Cell, lang: str) -> str:
    if not isnan(cell.value):
        return number(cell.value, lang)
    return text("governance.range", lang, low=number(cell.low, lang), high=number(cell.high, lang))


def _share(advice: Advice, form: str, lang: str) -> str:
    """Say how often a form comes first, in both readings."""
    if not advice.shares:
        return text("picture.governance.no_share", lang)
    shares = sorted(share[form] for share in advice.shares.values())
    low, high = (percent(share, lang) for share in shares)
    return text("picture.governance.share", lang, low=low, high=high)


def _name(root: Element, advice: Advice, form: str, top: float, lang: str) -> None:
    words = capital(text(f"governance.form.{form}", lang))
    lines = font.wrap(words, _SIZE, ideal=_LEFT - 14, widest=_LEFT - 8, bold=True)
    write(root, (0, top + 16), lines, _SIZE, anchor="start", bold=True, halo=False)
    said = font.wrap(_share(advice, form, lang), 9.5, ideal=_LEFT - 14, widest=_LEFT - 8)
    write(root, (0, top + 17 + len(lines) * 13), said, 9.5, anchor="start", fill=SOFT, halo=False)


def _bar(root: Element, cell: Cell, at: tuple[float, float], hatched: str, lang: str) -> None:
    """Draw a bar: full up to what is certain, hatched up to what may be."""
    x, y = at
    group = draw(root, "g")
    explain(group, _written(cell, lang))
    paint = KINDS["formal"]
    draw(group, "rect", x=x, y=y, width=cell.low * _BAR, height=16.0, fill=paint.fill)
    draw(group, "rect", x=x + cell.low * _BAR, y=y, width=(cell.high - cell.low) * _BAR, height=16.0, fill=hatched)
    draw(group, "rect", x=x, y=y, width=_BAR, height=16.0, fill="none", stroke=paint.edge, stroke_width=1)
    if not isnan(cell.value):
        at_value = x + cell.value * _BAR
        draw(group, "line", x1=at_value, y1=y - 3, x2=at_value, y2=y + 19, stroke=INK, stroke_width=2.4)
    write(group, (x, y + 30), [_written(cell, lang)], _SIZE, anchor="start", fill=SOFT, halo=False)
