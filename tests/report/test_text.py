"""Plain text for a terminal."""

from netwerkanalyse.report.text import WIDTH, render


def test_no_line_is_wider_than_the_terminal(everything):
    """Long words and wide tables are broken too."""
    assert max(len(line) for line in render(everything).splitlines()) <= WIDTH <= 100


def test_everything_is_said(everything):
    """Nothing of a report is lost in plain text: findings, their reasons and numbers, tables, checks, pictures."""
    words = render(everything)

    for said in ("Omdat", "1 van 2", "14% (gevraagde paren: 21)", "01-03-2026", "In woorden", "Betekenis", "feit"):
        assert said in words
    assert "[niet bekend]" in words
