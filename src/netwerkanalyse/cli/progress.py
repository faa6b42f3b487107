"""A bar for long work, on standard error, and only where somebody is looking."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


def progress(items: Sequence[T], *, quiet: bool) -> Iterator[T]:
    """Go over items and show how far it is.

    Parameters
    ----------
    items
        What to go over; one item needs no bar.
    quiet
        Whether nothing is shown.

    Yields
    ------
    item
        The items, in order.
    """
    hidden = quiet or len(items) < 2 or not sys.stderr.isatty()
    with click.progressbar(items, file=sys.stderr, hidden=hidden) as bar:
        yield from bar
