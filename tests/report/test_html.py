"""The page: safe, offline, accessible and whole."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from netwerkanalyse.report.document import Report, Section
from netwerkanalyse.report.html import render

VOID = {"meta", "link", "br", "img", "input", "hr", "circle", "path", "rect", "use", "line"}


class Outline(HTMLParser):
    """The elements of a page, in order, and whether they close as they opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Note an element without content."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Close the last one."""
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of one tag."""
        return [attributes for name, attributes in self.elements if name == tag]


def test_words_of_people_are_never_markup(everything):
    """A label that looks like a script is shown, not run."""
    page = render(everything)

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_page_asks_nothing_of_anybody(everything):
    """It opens offline: no address of another place, not even in the style."""
    page = render(everything)

    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    assert not re.search(r"\b(?:src|srcset|action|formaction|ping|data)=", page)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', page))


def test_only_our_script_may_run(everything):
    """The policy refuses everything but the one script, by its hash."""
    page = render(everything)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL).group(1)
    policy = next(meta["content"] for meta in Outline(page).all("meta") if "http-equiv" in meta)

    assert "default-src 'none'" in policy
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert page.count("<script") == 1


def test_without_a_table_to_sort_there_is_no_script(everything):
    """A report for one client carries no script at all."""
    page = render(replace(everything, sections=(Section("two", "Leeg", "", ()),)))

    assert "<script" not in page
    assert "script-src" not in page


def test_the_page_is_well_formed(everything):
    """Every element closes, and ids are unique."""
    outline = Outline(render(everything))
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]

    assert outline.open == []
    assert len(ids) == len(set(ids))


def test_the_page_has_landmarks_and_one_title(everything):
    """A screen reader finds its way: language, title, landmarks, headings that do not skip a level."""
    page = render(everything)
    outline = Outline(page)
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h[1-6]", tag)]

    assert outline.all("html") == [{"lang": "nl"}]
    assert "<title>Titel" in page
    assert [len(outline.all(tag)) for tag in ("h1", "main", "header", "nav")] == [1, 1, 1, 1]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("aria-labelledby" in section for section in outline.all("section"))


def test_every_heading_of_a_table_says_what_it_heads(everything):
    """A cell can be traced to its row and column, and every table has a caption."""
    outline = Outline(render(everything))

    assert {head.get("scope") for head in outline.all("th")} == {"col", "row"}
    assert len(outline.all("caption")) == len(outline.all("table"))


def test_the_contents_lead_somewhere(everything):
    """Each line of the contents points at a section."""
    outline = Outline(render(everything))
    ids = {attributes.get("id") for _, attributes in outline.elements}

    assert all(link["href"][1:] in ids for link in outline.all("a"))


def test_what_is_missing_says_why(everything):
    """A missing value is no blank and no zero."""
    assert "niet te zeggen: er is niemand" in render(everything)


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", ["ink", "soft", "accent", "strength", "attention", "question", "neutral"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_every_colour_of_words_can_be_read(ink, ground, everything):
    """Contrast is at least 4.5 on every ground."""
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", render(everything)))

    assert _contrast(colours[ink], colours[ground]) >= 4.5


def test_an_empty_report_is_a_page():
    """Nothing to say is not an error."""
    assert "<h1>Niets</h1>" in render(Report("Niets", "", "nl", (), ()))
