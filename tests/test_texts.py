"""Dutch and English say the same things."""

import re
import string

import pytest

from netwerkanalyse.texts import catalogue, percent


def placeholders(template):
    """The names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_keys():
    """No sentence is missing in one language."""
    assert catalogue("nl").keys() == catalogue("en").keys()


def test_both_languages_use_the_same_numbers():
    """A sentence names the same values in both languages."""
    for key, template in catalogue("nl").items():
        assert placeholders(template) == placeholders(catalogue("en")[key]), key


def test_texts_are_whole():
    """No blank text, no double space, no stray line end, no unfilled mark."""
    for lang in ("nl", "en"):
        for key, template in catalogue(lang).items():
            assert template.strip() == template != "", key
            assert not re.search(r" {2,}|TODO|XXX", template), key


@pytest.mark.parametrize(
    ("one", "other", "written"),
    [
        (0.61, 0.61, ("61%", "61%")),
        (0.61, 0.72, ("61%", "72%")),
        (0.6119, 0.6142, ("61,2%", "61,4%")),
        (0.61191, 0.61199, ("61,19%", "61,2%")),
        (0.611911, 0.611912, ("61,19%", "61,19%")),
        (0.61, float("nan"), ("61%", "nan%")),
    ],
)
def test_shares_beside_each_other_are_told_apart(one, other, written):
    """A change of less than one percent is no "61%, now 61%"; of less than a hundredth of one it is."""
    assert (percent(one, "nl", beside=other), percent(other, "nl", beside=one)) == written
