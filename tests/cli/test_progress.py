"""The bar for long work."""

import io
import sys

import pytest

from netwerkanalyse.cli.progress import progress


class Terminal(io.StringIO):
    """Standard error with somebody in front of it."""

    def isatty(self) -> bool:
        """Say that somebody is looking."""
        return True


@pytest.mark.parametrize(
    ("stream", "items", "quiet", "shown"),
    [
        (Terminal, "abc", False, True),
        (Terminal, "abc", True, False),
        (Terminal, "a", False, False),
        (io.StringIO, "abc", False, False),
    ],
)
def test_a_bar_is_shown_only_to_somebody_who_waits(monkeypatch, stream, items, quiet, shown):
    """On a terminal, for more than one thing, and not with --quiet; the work is the same either way."""
    error = stream()
    monkeypatch.setattr(sys, "stderr", error)
    assert list(progress(items, quiet=quiet)) == list(items)
    assert ("100%" in error.getvalue()) == shown
