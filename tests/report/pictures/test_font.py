"""How wide words are: never less than in a real font."""

import pytest

from netwerkanalyse.model.vocabulary import DOMAIN, ROLE
from netwerkanalyse.report.pictures.font import clean, cut, width, wrap

WORDS = (*DOMAIN.labels("nl"), *ROLE.labels("nl"), *DOMAIN.labels("en"), "WIM & MÖLLER", "illij (12)", "Żółć, Čapek’s")


@pytest.mark.browser
def test_words_are_wide_enough(browser):
    """In the fonts pages really use, words are no wider than we say, nor so much narrower that room is lost."""
    page = browser.new_page()
    measured = page.evaluate(
        """words => {
            const pen = document.createElement("canvas").getContext("2d");
            const fonts = ["100px 'DejaVu Sans'", "100px Arial", "bold 100px 'DejaVu Sans'", "bold 100px Arial"];
            return fonts.map(font => { pen.font = font; return words.map(word => pen.measureText(word).width); });
        }""",
        WORDS,
    )
    for number, widths in enumerate(measured):
        ours = [width(word, 100, bold=number > 1) for word in WORDS]
        assert all(real <= said for real, said in zip(widths, ours, strict=True))
        assert sum(ours) < 1.5 * sum(widths)


@pytest.mark.parametrize(
    ("typed", "line"),
    [(" a\n\tb ", "a b"), ("\x00\x1ba", "a"), ("\u202ea\u2069", "a"), ("\ud800a", "a"), ("é e\u0301", "é e\u0301")],
)
def test_clean(typed, line):
    """One line is left, without characters that a file cannot hold or that turn the reading direction."""
    assert clean(typed) == line


@pytest.mark.parametrize(
    "words", ["oma", "begeleider werk en dagbesteding", "z" * 200, "a " * 100, "", "👩‍👩‍👧‍👦" * 9, "مرحبا " * 9]
)
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_wrapped_lines_fit(words, lines):
    """No line is wider than allowed and there are no more lines than allowed."""
    wrapped = wrap(words, 12, ideal=84, widest=136, lines=lines)

    assert len(wrapped) <= lines
    assert all(width(line, 12) <= 136 for line in wrapped)


def test_cut_says_that_it_cut():
    """What is left out shows as an ellipsis; what fits stays whole."""
    assert cut("schoonmoeder", 12, 60).endswith("…")
    assert cut("oma", 12, 60) == "oma"


def test_unknown_letters_are_wide():
    """Letters we know nothing about take at least the room of a wide letter."""
    assert width("字", 10) >= 10
    assert width("👪", 10) > 10
    assert width("e\u0301", 10) == width("é", 10)
