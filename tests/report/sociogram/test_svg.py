"""The static picture: safe, small, accessible, and honest about what is not known."""

import re
from collections import Counter
from itertools import product
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from netwerkanalyse import datasets
from netwerkanalyse.report.sociogram.data import sociogram
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Overlap, Pair, Person, Supply
from netwerkanalyse.report.sociogram.svg import svg
from netwerkanalyse.report.sociogram.words import attention, remarks
from sociograms import example_facts, random_facts

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = example_facts()
HOSTILE = (
    "<script>alert(1)</script>",
    '"><image href=x onerror=alert(1)>',
    "&amp; &lt;b&gt; 'quotes' \"double\"",
    "nieuwe\nregel\ten tab",
    "\x00\x08nul\x1b[31m\ud800",
    "\u202eomgekeerd\u202c",
    "مرحبا بالعالم",
    "אמא",
    "👩‍👩‍👧‍👦 gezin",
    "z" * 200,
    "]]><!-- {{ 7*7 }} ${x} url(#a)",
    "",
)


def words_in(picture: str) -> list[str]:
    """Return all text that is drawn, without the copies under it."""
    root = fromstring(picture)
    return [node.text or "" for node in root.iter(f"{SVG}text") if node.get("aria-hidden") != "true"]


def titles_in(picture: str) -> list[str]:
    """Return what appears at the parts of the picture."""
    return [node.text or "" for node in fromstring(picture).iter(f"{SVG}title")]


def group_about(root: Element, *starts: str) -> Element:
    """Return the group of what a title starts to say."""
    for group in root.iter(f"{SVG}g"):
        title = next((child for child in group if child.tag == f"{SVG}title"), None)
        if title is not None and title.text.startswith(starts):
            return group
    raise AssertionError(starts)


@pytest.mark.parametrize("label", HOSTILE)
def test_labels_are_only_ever_text(label):
    """Whatever somebody typed becomes text: no element, attribute or character that a renderer would obey."""
    facts = Facts(
        label,
        people=(Person("a", label, "formal", role=label, organisation=label), Person("b", "b")),
        areas=(Area("work", label, 2.0, 0.0, Supply.ABSENT),),
        pairs=(Pair(0, 1, Layer.TENSION),),
    )
    root = fromstring(svg(facts))

    allowed = {"svg", "title", "desc", "defs", "pattern", "line", "circle", "path", "rect", "g", "text"}
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= allowed
    assert not any("script" in value or value.startswith("on") for node in root.iter() for value in node.attrib)
    everything = "".join(root.itertext())
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff]", everything)


def test_long_labels_are_whole_in_the_title():
    """A label that is cut in the picture is whole in what appears at the person."""
    picture = svg(Facts("K1", people=(Person("a", "z" * 200),)))

    assert any("z" * 200 in title for title in titles_in(picture))
    assert not any("z" * 30 in words for words in words_in(picture))


@pytest.mark.parametrize("name", EXAMPLES)
def test_size_and_form(name):
    """Every example is well-formed and small, names itself, and needs no style sheet."""
    picture = svg(EXAMPLES[name])
    root = fromstring(picture)
    ids = [node.get("id") for node in root.iter() if node.get("id")]

    assert len(picture.encode()) < (60_000 if name == "druk" else 40_000)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == ["sociogram-title", "sociogram-description"]
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert len(root[1].text) > 40
    assert max(Counter(ids).values()) == 1
    assert "style" not in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_everybody_is_named_and_explained():
    """Every person has a label in the picture and a title that says who it is."""
    facts = EXAMPLES["voorbeeld"]
    picture = svg(facts)

    for person in facts.people:
        assert person.label in words_in(picture)
        assert any(title.startswith(f"{person.label}: ") for title in titles_in(picture))
    assert "casemanager: professional, casemanager, GGZ-A, afstand niet bekend, steunt bij psychisch en wonen" in (
        titles_in(picture)
    )


def test_gaps_and_doublures_are_said_in_words():
    """A gap, a shortage, a doublure and what was not asked stand in the picture as words, not only as colour."""
    words = words_in(svg(EXAMPLES["voorbeeld"]))

    assert {"gat: nog geen steun", "tekort: 1 van 2", "doublure", "behoefte niet bekend"} <= set(words)


def test_kinds_have_their_own_shape():
    """Circle, square, diamond and a question mark tell the kinds apart without colour."""
    shapes = {}
    for kind in ("informal", "formal", "peer", ""):
        root = fromstring(svg(Facts("K1", people=(Person("a", "a", kind),))))
        person = group_about(root, "a: ")
        shapes[kind] = next(child for child in person if child.tag != f"{SVG}title")

    assert shapes["informal"].tag == f"{SVG}circle"
    assert shapes["formal"].tag == f"{SVG}rect"
    assert shapes["peer"].get("d").count("L") == 3
    assert shapes[""].get("d").count("L") == 5


def test_lines_differ_without_colour():
    """Every kind of tie differs from every other in dashes, sign or number of lines."""
    drawn = set()
    for layer in (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION, Layer.MISSING):
        facts = Facts("K1", people=(Person("a", "a"), Person("b", "b")), pairs=(Pair(0, 1, layer),))
        root = fromstring(svg(facts))
        group = group_about(root, "a en", "Tussen")
        parts = [child for child in group if child.tag != f"{SVG}title"]
        drawn.add(tuple((part.tag, part.get("stroke-dasharray"), len(part.get("d", "")) > 100) for part in parts))

    assert len(drawn) == 4


def test_stronger_ties_are_thicker():
    """The width of a line follows the strength of the tie."""
    widths = []
    for strength in (0.0, 0.5, 1.0):
        pairs = (Pair(0, 1, Layer.COORDINATES, strength),)
        root = fromstring(svg(Facts("K1", people=(Person("a", "a"), Person("b", "b")), pairs=pairs)))
        group = group_about(root, "a en")
        widths.append(float(group[1].get("stroke-width")))

    assert widths == sorted(set(widths))


def test_unknown_pairs_are_counted_and_not_drawn():
    """Pairs nobody asked about give a sentence, not a line."""
    facts = Facts("K1", people=(Person("a", "a"), Person("b", "b")), unknown_pairs=1)
    picture = svg(facts)

    assert "Van 1 paar is niet bekend of ze afstemmen; dat is niet getekend." in words_in(picture)
    assert not any("stemmen" in title and "a en b" in title for title in titles_in(picture))


def test_many_missing_ties_are_counted_instead_of_drawn():
    """More missing ties than a picture can bear are drawn within a sector only, and the rest is counted."""
    domains = ("housing", "work")
    people = tuple(Person(f"p{n}", f"p{n}", domains=domains[n % 2 :] + domains[: n % 2]) for n in range(6))
    pairs = tuple(Pair(a, b, Layer.MISSING) for a, b in product(range(6), range(6)) if a < b)
    areas = tuple(Area(domain, domain, 1.0, 6.0, Supply.MET) for domain in domains)
    picture = svg(Facts("K1", people=people, areas=areas, pairs=pairs))

    assert len(pairs) == 15
    assert sum("stemmen niet af" in title for title in titles_in(picture)) == 6
    assert any(words.startswith("Nog 9 paren") for words in words_in(picture))


def test_legend_explains_what_is_there_and_nothing_else():
    """The legend holds the signs of this picture only."""
    words = words_in(svg(Facts("K1", people=(Person("a", "a", "formal"),))))

    assert "professional" in words
    assert "naaste" not in words
    assert "spanning" not in words


def test_shared_version_shows_no_strain():
    """The version to share has no bolt, no tension and no word of either."""
    picture = svg(example_facts(for_client=False)["spanning"])

    assert "kracht" not in picture
    assert "panning" not in picture.replace("Sociogram van spanning", "")
    assert "kost ook kracht" in svg(EXAMPLES["spanning"])


def test_two_pictures_on_a_page_share_no_identifiers():
    """With another name, identifiers differ."""
    facts = EXAMPLES["voorbeeld"]
    first, second = (set(re.findall(r'id="([^"]+)"', svg(facts, name=name))) for name in ("one", "two"))

    assert not first & second


def test_every_state_has_words_in_both_languages():
    """Whatever the measures say about a life domain, there are words for it."""
    for lang, scale, state, overlap in product(("nl", "en"), ("level", "hours"), Supply, Overlap):
        area = Area("work", "work", 2.0, 1.0, state, experienced=True, overlap=overlap, doubling=((0,),))
        facts = Facts("K1", lang, scale=scale, people=(Person("a", "a"),), areas=(area,))
        assert all(remark.words for remark in remarks(area, facts))
        assert all(attention(facts))


def test_english():
    """The picture speaks English when asked."""
    words = words_in(svg(sociogram(datasets.load("voorbeeld"), "voorbeeld", lang="en")))

    assert {"gap: no support yet", "client", "family or friend"} <= set(words)


def test_crowd_stays_readable_and_small():
    """Thirty people fit in one picture of a size that a page can carry."""
    assert len(svg(random_facts(30, 3))) < 90_000
