"""The options that commands share, each declared once.

================  ==========================================================================================
``--lang``        language of everything that is said and written: nl (default) or en
``--quiet``       say nothing but errors
``--strict``      let warnings about the data stop the command too
``--out``         where to write; ``-`` is standard output when one document is written
``--format``      what to write, when the name of the output does not say it
``--client``      only these clients
``--date``        look at the networks on another day
``--partitions``  in how many parts a caseload is written
``--layer``       which layer of a region, in Dutch or English
================  ==========================================================================================
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from netwerkanalyse.cli.command import Argument, Option, choose_language, language, say
from netwerkanalyse.texts import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

STREAM = "-"
"""Stands for standard input or output."""

CASELOAD_FORMS = ("xlsx", "json", "csv", "parquet")
"""Forms of a caseload; the names are those of :data:`netwerkanalyse.io.formats.FORMATS`."""


MOST_PARTS = 100_000
"""More parts than this would have names of another length."""


class Choice(click.Choice[str]):
    """One word of a list, refused in the language of the person."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """Say what can be chosen."""
        return say(ctx or click.get_current_context(), "usage.choice", value=value, known=", ".join(self.choices))


def whole(ctx: click.Context, _param: click.Parameter, value: str) -> int:
    """Accept a whole number of at least 0 (a callback)."""
    if not value.isdecimal():
        raise click.BadParameter(say(ctx, "usage.whole", value=value))
    return int(value)


def between(ctx: click.Context, param: click.Parameter, value: str | None, low: int, high: int) -> int | None:
    """Accept a whole number within bounds, or none."""
    if value is None:
        return None
    number = whole(ctx, param, value)
    if not low <= number <= high:
        raise click.BadParameter(say(ctx, "usage.between", value=value, low=low, high=high))
    return number


def _parts(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Accept a number of parts (a callback)."""
    return between(ctx, param, value, 1, MOST_PARTS)


def any_day(ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Accept a day as ``2026-03-01`` or the Dutch ``01-03-2026`` (a callback)."""
    if value is None:
        return None
    pieces = value.split("-")
    try:
        return date.fromisoformat("-".join(pieces if len(pieces[0]) == 4 else reversed(pieces)))
    except ValueError as error:
        raise click.BadParameter(say(ctx, "usage.day", value=value)) from error


def any_layer(ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Accept a layer by its code or its name, and give its code (a callback)."""
    from netwerkanalyse.model.region_vocabulary import LAYER

    code = LAYER.read(value) if value else None
    if value and code is None:
        labels = LAYER.labels(language(ctx))
        raise click.BadParameter(say(ctx, "usage.choice", value=value, known=", ".join(labels)))
    return code


def any_layers(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Accept several layers, each as :func:`any_layer` does (a callback)."""
    return tuple(code for one in value if (code := any_layer(ctx, param, one)))


def suffix_of(ctx: click.Context, out: str, known: Sequence[str]) -> str:
    """Return the form that the name of a file asks for: one of ``known``, or the command is refused."""
    form = Path(out).suffix.casefold().removeprefix(".")
    if form not in known:
        key, dot = ("usage.stream_form", "") if out == STREAM else ("usage.suffix", ".")
        ctx.fail(say(ctx, key, value=out, known=", ".join(f"{dot}{one}" for one in known)))
    return form


def out(metavar: str, meaning: str) -> Callable[[F], F]:
    """Add ``--out``.

    Parameters
    ----------
    metavar
        ``"file"`` or ``"folder"``.
    meaning
        Key of its help, which says the default.
    """
    return click.option("-o", "--out", cls=Option, metavar=metavar, help=meaning)


def formats(words: Sequence[str], meaning: str, *, default: Sequence[str] | str | None = None) -> Callable[[F], F]:
    """Add ``--format``; it may be given more than once when the default is a list."""
    many = isinstance(default, tuple)
    return click.option(
        "--format", "form", cls=Option, type=Choice(words), default=default, multiple=many, help=meaning
    )


source = click.argument("source", cls=Argument, metavar="path")
lang = click.option("--lang", cls=Option, type=Choice(LANGUAGES), is_eager=True, callback=choose_language, help="lang")
quiet = click.option("-q", "--quiet", cls=Option, is_flag=True, help="quiet")
strict = click.option("--strict", cls=Option, is_flag=True, help="strict")
clients = click.option("--client", "clients", cls=Option, metavar="client", multiple=True, help="client")
day = click.option("--date", "day", cls=Option, metavar="day", callback=any_day, help="date")
partitions = click.option("--partitions", cls=Option, metavar="count", callback=_parts, help="partitions")
layer = click.option("--layer", cls=Option, metavar="layer", callback=any_layer, help="layer")
