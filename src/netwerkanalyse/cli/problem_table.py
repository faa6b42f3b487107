"""Problems in the data as a table for a terminal: where, what, what to do."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from netwerkanalyse.errors import Sayable
from netwerkanalyse.texts import plural, text

_GAP = "  "


def problem_table(problems: Sequence[Sayable], lang: str, width: int) -> str:
    """Lay out problems as a table under a line that counts them.

    Parameters
    ----------
    problems
        Errors and warnings, in reading order.
    lang
        Language.
    width
        Width of the terminal, in characters.

    Returns
    -------
    table
        Lines no wider than ``width`` (or 60, when that is more).
    """
    cases = sum(problem.cases for problem in problems)
    errors = sum(problem.cases for problem in problems if problem.severity.value == "error")
    counts = [
        plural(f"cli.problems.{kind}", count, lang)
        for kind, count in (("errors", errors), ("warnings", cases - errors))
        if count
    ]
    headings = tuple(text(f"cli.problems.{name}", lang) for name in ("severity", "where", "what", "do"))
    rows = [_row(problem, lang) for problem in problems]
    widths = _widths([headings, *rows], max(width, 60))
    lines = [_laid_out(row, widths) for row in (headings, tuple("-" * one for one in widths), *rows)]
    return "\n".join([", ".join(counts), "", *lines])


def printable(said: str) -> str:
    r"""Put a text on one line and take out what could steer a terminal: it may come from a file of somebody else.

    Examples
    --------
    >>> printable("one\ntwo\x1b[31m")
    'one two?[31m'
    """
    return "".join(letter if letter.isprintable() else "?" for letter in " ".join(said.split()))


def _row(problem: Sayable, lang: str) -> tuple[str, ...]:
    severity = text(f"cli.problems.{problem.severity.value}", lang)
    return (severity, *(printable(say(lang)) for say in (problem.where, problem.what, problem.do)))


def _widths(rows: Sequence[tuple[str, ...]], width: int) -> tuple[int, ...]:
    """Give each column what it needs, within its share: the place a quarter, what and do half of what is left."""
    needed = [max(map(len, column)) for column in zip(*rows, strict=True)]
    severity, where = needed[0], min(needed[1], width // 4)
    left = width - severity - where - len(_GAP) * 3
    what = min(needed[2], max(left // 2, left - needed[3]))
    return severity, where, what, min(needed[3], left - what)


def _laid_out(row: tuple[str, ...], widths: tuple[int, ...]) -> str:
    cells = [textwrap.wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    return "\n".join(
        _GAP.join(f"{piece:{width}}" for piece, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    )
