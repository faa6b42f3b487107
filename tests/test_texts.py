"""Dutch and English say the same things."""

import re
import string

from netwerkanalyse.texts import catalogue


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
