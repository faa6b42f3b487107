"""A bar for long work, on standard error, and only where somebody is looking."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def counting(total: int, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Show how far work is that tells so itself.

    Parameters
    ----------
    total
        How much there is to do; one needs no bar.
    quiet
        Whether nothing is shown.

    Yields
    ------
    told
        Takes how much is done, and of how much.
    """
    hidden = quiet or total < 2 or not sys.stderr.isatty()
    with click.progressbar(length=total, file=sys.stderr, hidden=hidden) as bar:
        yield lambda done, _of: bar.update(done - bar.pos)
