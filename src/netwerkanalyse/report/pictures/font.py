"""How wide words are, without a font: enough to place labels that do not overlap.

The widths are those of DejaVu Sans, the widest of the usual sans-serif fonts, measured in Chromium and rounded up to
a twentieth of the letter size. In Arial, Helvetica or Segoe the same words are narrower, so a label that fits here
fits everywhere.
"""

import unicodedata

FAMILY = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"

_GROUPS = {
    300: "'Iijlıł",
    350: " ,./:;\\|‘’",
    400: "()-[]ft",
    450: "!r",
    500: '"*J`',
    550: "csz“”",
    600: "?L_kvxy–",
    650: "$0123456789FTabdeghnopqu{}ßđ€",
    700: "ABEKPSVXYZ",
    750: "CNRU",
    800: "&DGHOQØ",
    850: "#+<=>^w~×",
    900: "M",
    950: "%",
    1000: "WmÆæ—…",
    1050: "@œ",
    1100: "Œ",
}
_WIDTH = {letter: width / 1000 for width, letters in _GROUPS.items() for letter in letters}
_OTHER = 1.0
_PICTOGRAM = 1.4
_BOLD = 1.2
_ELLIPSIS = "…"
_DIRECTION_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def clean(words: str) -> str:
    r"""Make one printable line: no line breaks, no control characters, nothing that turns the reading direction.

    Examples
    --------
    >>> clean(" oma\nAnna\x00 ")
    'oma Anna'
    """
    line = " ".join(words.split())
    return "".join(
        letter
        for letter in line
        if unicodedata.category(letter) not in {"Cc", "Cs", "Cn"} and letter not in _DIRECTION_MARKS
    )


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return how wide words are at most.

    Examples
    --------
    >>> width("moeder", 10) < width("moeder", 10, bold=True) < width("schoonmoeder", 10)
    True
    """
    return sum(_letter(letter) for letter in words) * size * (_BOLD if bold else 1.0)


def wrap(
    words: str, size: float, *, ideal: float, widest: float, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """Break words over lines, and cut what does not fit with an ellipsis.

    Parameters
    ----------
    words
        One line of text.
    size
        Size of the letters.
    ideal
        A line is broken at a space when it gets wider than this.
    widest
        No line is wider than this.
    lines
        How many lines there may be.
    bold
        Whether the letters are bold.

    Returns
    -------
    broken
        The lines.

    Examples
    --------
    >>> wrap("zelfzorg en dagelijks leven", 10, ideal=90, widest=120)
    ('zelfzorg en', 'dagelijks leven')
    """
    broken: list[str] = []
    for word in words.split(" "):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and (width(longer, size, bold=bold) <= ideal or len(broken) == lines):
            broken[-1] = longer
        else:
            broken.append(word)
    return tuple(cut(line, size, widest, bold=bold) for line in broken)


def cut(words: str, size: float, widest: float, *, bold: bool = False) -> str:
    """Shorten a line to a width, with an ellipsis where something is left out."""
    if width(words, size, bold=bold) <= widest:
        return words
    kept = words
    while kept and width(kept + _ELLIPSIS, size, bold=bold) > widest:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def _letter(letter: str) -> float:
    known = _WIDTH.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTH:
        return _WIDTH[base]
    return _PICTOGRAM if ord(letter) > 0xFFFF else _OTHER
