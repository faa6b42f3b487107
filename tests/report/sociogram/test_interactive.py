"""The interactive page: complete in itself, closed to the outside, and true to the static picture."""

import json
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Pair, Person, Supply
from netwerkanalyse.report.sociogram.interactive import interactive
from netwerkanalyse.report.sociogram.layout import lay_out
from sociograms import example_facts

EXAMPLES = example_facts()
PAYLOADS = (
    "</script><script>document.title='open'</script>",
    "<img src=x onerror=\"document.title='open'\">",
    "zie href=javascript:document.title='open'",
    "'-alert(1)-'\u2028\u2029",
    "{{ 7*7 }}",
)


class Page(HTMLParser):
    """The elements of a page, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside = False
        self.inline: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Keep the element."""
        self.elements.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.inline.append((tag, dict(attrs), ""))
            self.inside = True

    def handle_endtag(self, tag):
        """Leave a script or style."""
        self.inside = self.inside and tag not in {"script", "style"}

    def handle_data(self, data):
        """Keep what stands in scripts and styles."""
        if self.inside:
            tag, attrs, text = self.inline.pop()
            self.inline.append((tag, attrs, text + data))

    @property
    def data(self) -> dict:
        """The data that the page hands to its script."""
        return json.loads(next(text for _, attrs, text in self.inline if attrs.get("type") == "application/json"))

    @property
    def policy(self) -> str:
        """The content security policy."""
        return next(attrs["content"] for tag, attrs in self.elements if attrs.get("http-equiv"))


def hostile() -> Facts:
    """A client of whom every word means harm."""
    people = tuple(Person(f"p{n}", word, "formal", word, word, 1, ("work",)) for n, word in enumerate(PAYLOADS))
    areas = (Area("work", PAYLOADS[0], 2.0, 1.0, Supply.SHORT),)
    pairs = tuple(Pair(0, n, Layer.COORDINATES) for n in range(1, len(people)))
    return Facts(PAYLOADS[0], people=people, areas=areas, pairs=pairs)


def test_policy_allows_exactly_what_the_page_carries():
    """The policy names the hash of every script and style in the page, and nothing else may load or run."""
    page = Page(interactive(EXAMPLES["voorbeeld"]))
    code = {"script": [], "style": []}
    for tag, attrs, text in page.inline:
        if attrs.get("type") != "application/json":
            code[tag].append(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")

    assert len(code["script"]) == 2
    assert page.policy.split("; ") == [
        "default-src 'none'",
        f"script-src {' '.join(code['script'])}",
        f"style-src {' '.join(code['style'])}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_nothing_is_fetched():
    """No element names anything outside the page, and nothing is styled or run in an attribute."""
    page = Page(interactive(EXAMPLES["druk"]))

    for _, attrs in page.elements:
        assert not {"src", "href", "srcset", "action", "style", "xlink:href"} & attrs.keys()
        assert not any(name.startswith("on") for name in attrs)


def test_form_of_the_page():
    """The page has a doctype, a language, a title and one main heading."""
    text = interactive(EXAMPLES["voorbeeld"])
    page = Page(text)

    assert text.startswith("<!doctype html>")
    assert ("html", {"lang": "nl"}) in page.elements
    assert "<title>Sociogram van voorbeeld</title>" in text
    assert [tag for tag, _ in page.elements].count("h1") == 1


def test_places_are_those_of_the_picture():
    """Everybody stands where the static picture puts them, fixed, with physics off."""
    facts = EXAMPLES["druk"]
    placed = lay_out(facts)
    nodes = Page(interactive(facts)).data["nodes"]

    assert [(node["x"], node["y"]) for node in nodes] == [pytest.approx(at) for at in placed.places]
    assert all(node["fixed"] and not node["physics"] for node in nodes)


def test_every_line_is_there():
    """A pair with two kinds of ties keeps both."""
    pairs = (Pair(0, 1, Layer.COORDINATES), Pair(0, 1, Layer.TENSION))
    facts = Facts("K1", people=(Person("a", "a"), Person("b", "b")), pairs=pairs)
    edges = Page(interactive(facts)).data["edges"]

    assert [edge["layer"] for edge in edges] == ["coordinates", "tension"]


def test_no_line_is_straight_to_the_drawing_library():
    """It draws the band of a doublure under curves only; a curve without a bend looks straight."""
    edges = [edge for name in ("voorbeeld", "doublures") for edge in Page(interactive(EXAMPLES[name])).data["edges"]]

    assert {edge["smooth"]["enabled"] for edge in edges} == {True}
    assert 0 in {edge["smooth"]["roundness"] for edge in edges if "double" in edge["layer"]}


def test_same_facts_as_words():
    """Who cannot see the picture finds everybody, every life domain and every pair in tables and lists."""
    facts = EXAMPLES["voorbeeld"]
    text = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", interactive(facts), flags=re.DOTALL)

    assert all(f"<bdi>{person.label}</bdi>" in text for person in facts.people)
    assert all(f'<th scope="row">{area.label}</th>' in text for area in facts.areas)
    assert "Gat bij werken: er is behoefte, en nog geen steun." in text
    assert "moeder en broer stemmen af." in text


def test_words_that_mean_harm_stay_words():
    """Labels reach the page as text only: the number of elements does not depend on them."""
    harmless = Facts(
        "K1",
        people=tuple(Person(f"p{n}", "x", "formal", "x", "x", 1, ("work",)) for n in range(len(PAYLOADS))),
        areas=(Area("work", "x", 2.0, 1.0, Supply.SHORT),),
        pairs=hostile().pairs,
    )
    tags = [
        [tag for tag, _ in Page(interactive(facts)).elements if tag not in {"text"}] for facts in (hostile(), harmless)
    ]

    assert tags[0] == tags[1]
    for node in Page(interactive(hostile())).data["nodes"]:
        assert b"<script" not in b64decode(node["image"].partition(",")[2])


def test_shared_version_says_nothing_of_strain():
    """The version to share carries no strain or tension, in words, pictures or data."""
    facts = example_facts(for_client=False)["spanning"]
    page = Page(interactive(facts))

    assert all(edge["layer"] != "tension" for edge in page.data["edges"])
    assert all("kracht" not in node["title"] for node in page.data["nodes"])


def test_pyvis_is_loaded_only_when_used():
    """Importing the module does not load pyvis, which loads IPython."""
    code = "import sys, netwerkanalyse.report.sociogram.interactive; sys.exit('pyvis' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture
def opened(browser, tmp_path):
    """Open facts as a file in the browser; return the page, what it asked for and what it complained about."""

    def open_(facts):
        file = tmp_path / "sociogram.html"
        file.write_text(interactive(facts), encoding="utf-8", newline="\n")
        page, asked, complaints = browser.new_page(), [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_selector("#network canvas")
        return page, [url for url in asked if not url.startswith("data:")], complaints

    return open_


@pytest.mark.browser
@pytest.mark.parametrize("name", ["voorbeeld", "druk"])
def test_browser_opens_it_offline(opened, name):
    """From a file the page draws itself, asks nothing of anybody and has nothing to complain about."""
    page, asked, complaints = opened(EXAMPLES[name])

    assert len(asked) == 1
    assert asked[0].startswith("file:")
    assert complaints == []
    assert page.locator(".still").is_hidden()


@pytest.mark.browser
def test_browser_runs_no_label(opened):
    """No label runs, not even when pointed at or clicked."""
    page, _, complaints = opened(hostile())
    for person in range(len(PAYLOADS)):
        page.locator(f"[data-person='{person}']").click()
    box = page.locator("#network canvas").bounding_box()
    for step in range(10):
        page.mouse.move(box["x"] + box["width"] * step / 10, box["y"] + box["height"] / 2)

    assert page.title() == f"Sociogram van {PAYLOADS[0]}"
    assert complaints == []


@pytest.mark.browser
def test_browser_shows_the_lines_of_somebody(opened):
    """Choosing somebody in the table tells who that is and what joins them to others."""
    page, _, _ = opened(EXAMPLES["voorbeeld"])
    page.get_by_role("button", name="broer").click()

    assert page.locator(".selected li").all_inner_texts() == ["moeder en broer stemmen af."]


@pytest.mark.browser
def test_browser_shows_whole_tables_on_a_phone(opened):
    """In a narrow window every row is a card with its headings in it: nothing stands out of sight."""
    page, _, complaints = opened(EXAMPLES["druk"])
    page.set_viewport_size({"width": 420, "height": 900})
    tables = page.locator(".scroll")

    assert tables.count() == 2
    assert all(one.evaluate("place => place.scrollWidth <= place.clientWidth") for one in tables.all())
    assert complaints == []
