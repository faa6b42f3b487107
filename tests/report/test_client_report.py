"""The report on one client: whole, kind, private and quick."""

import re
import subprocess
import sys

import pandas as pd
import pytest

from netwerkanalyse import datasets
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.report import html, json, text
from netwerkanalyse.report.client_report import client_report
from netwerkanalyse.report.document import Findings, Missing, Numbers, TableBlock
from netwerkanalyse.report.renderers import RENDERERS
from netwerkanalyse.texts import LANGUAGES
from networks import caseload_of, zoo

SECTIONS = [
    "picture",
    "coverage",
    "findings",
    "hanging",
    "unknown",
    "proposals",
    "goals",
    "numbers",
    "method",
    "privacy",
]
ZOO = zoo()


@pytest.fixture(scope="module")
def example():
    """The report on the worked example, in the client's own version."""
    return client_report(datasets.load("voorbeeld"), for_client=True)


def blocks(report, kind):
    """Every block of a kind."""
    return [block for section in report.sections for block in section.blocks if isinstance(block, kind)]


def findings(report):
    """Every finding by its code and life domain."""
    return {(one.code, one.domain): one for block in blocks(report, Findings) for one in block.findings}


def test_the_sections_stand_in_reading_order(example):
    """First who is there, last who may see it."""
    assert [section.key for section in example.sections] == SECTIONS


def test_the_worked_example_says_what_was_worked_out(example):
    """The findings and numbers worked out by hand: a gap, a shortage, a doublure, and what rests on one person."""
    found = findings(example)
    numbers = {one.label: one for block in blocks(example, Numbers) for one in block.numbers}

    assert (found["absent", "work"].numbers[0].value, found["absent", "work"].numbers[0].count) == (0, 2)
    assert (found["short", "finances"].numbers[0].value, found["short", "finances"].numbers[0].count) == (1, 2)
    assert found["doublure", "housing"].people == ("casemanager", "begeleider")
    assert found["doublure", "housing"].numbers[1].value == 1.75
    assert ("coordinated_overlap", "") in found
    assert found["groups", ""].numbers[0].value == 4
    assert (numbers["dichtheid"].value, numbers["dichtheid"].count) == (3 / 21, 21)
    assert numbers["dekking van het hele netwerk"].value == pytest.approx(0.7)
    assert numbers["coördinatielast cliënt"].value == pytest.approx(17 / 21)


def test_what_rests_on_whom_carries_no_number_a_person(example):
    """Per person it says where support is missed, not how much: nobody gets a grade."""
    (table,) = [block for block in blocks(example, TableBlock) if block.title == "Als één persoon even wegvalt"]

    assert table.rows == (
        ("vriend", "sociale relaties", None),
        ("casemanager", None, "psychische gezondheid"),
        ("schuldhulp", "financiën", None),
    )


def test_a_missing_number_says_why(example):
    """Nobody asked what contact costs, so the number is missing with that reason."""
    numbers = [one for block in blocks(example, Numbers) for one in block.numbers]

    assert any(isinstance(one.value, Missing) and one.value.reason for one in numbers)
    assert not any(one.value is None for one in numbers)


def test_the_method_shows_the_cutoffs_that_were_used():
    """A report with another tolerance says so."""
    report = client_report(datasets.load("voorbeeld"), cutoffs=Cutoffs(tolerance=0.5))
    (table,) = [block for block in blocks(report, TableBlock) if block.title == "Grenzen waarmee is gerekend"]

    assert 0.5 in [row[1] for row in table.rows if "overschot" in str(row[0])]


@pytest.mark.parametrize("name", ["voorbeeld", "druk"])
def test_only_what_must_be_filled_in_is_enough(name):
    """Whoever leaves every other cell blank, in columns that are there, still gets a report in every form."""
    full = datasets.load(name)
    bare = Caseload.build(
        {
            table.name: full.tables[table.name].assign(
                **{one.name: None for one in table.fields if not one.required and one.name not in table.key}
            )
            for table in CASELOAD.tables
        }
    )
    report = client_report(bare)

    assert [section.key for section in report.sections] == SECTIONS
    assert all(renderer.render(report) for renderer in RENDERERS.values())


def test_a_blank_scale_is_levels():
    """The checks read a blank scale as levels, and so does the report."""
    levels = datasets.load("voorbeeld")
    blank = levels.with_tables(clients=levels.clients.assign(scale=None))

    assert text.render(client_report(blank)) == text.render(client_report(levels))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ZOO)
def test_odd_networks_have_a_report_in_every_form(name, lang):
    """Nobody around the client, nothing asked, seventy people: every form is made, without a hole in the words."""
    report = client_report(caseload_of(ZOO[name]), lang=lang)

    for renderer in RENDERERS.values():
        assert renderer.render(report)
    words = text.render(report)
    assert not re.search(r"\bnan\b|<NA>|None|[{}]", words)
    assert max(map(len, words.splitlines())) <= text.WIDTH


@pytest.mark.parametrize("name", datasets.CLIENTS)
def test_every_example_client_has_a_report(name):
    """All bundled clients, in both versions."""
    for for_client in (True, False):
        assert html.render(client_report(datasets.load(name), for_client=for_client))


def test_a_report_is_about_one_client():
    """Two clients do not fit in one client report."""
    with pytest.raises(ValueError, match="one client"):
        client_report(caseload_of(*list(ZOO.values())[:2]))


EVIL = "<script>alert('x')</script>"


def rude() -> Caseload:
    """A client whose every free text means harm."""
    names = ["p0", "p1"]
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": [EVIL], "pairs_asked": ["all"], "reference_date": ["2026-03-01"]}),
            "members": pd.DataFrame(
                {
                    "client": EVIL,
                    "member": names,
                    "label": [f"{EVIL}{name}" for name in names],
                    "kind": "formal",
                    "role": EVIL,
                    "organisation": [f"{EVIL}A", f"{EVIL}B"],
                    "nominated": "ja",
                }
            ),
            "needs": pd.DataFrame({"client": EVIL, "domain": ["work"], "need": [1]}),
            "supports": pd.DataFrame({"client": EVIL, "member": names, "domain": "work", "amount": [2, 2]}),
            "goals": pd.DataFrame(
                {"client": EVIL, "goal": ["1"], "wording": [EVIL], "owners": [f"p0;{EVIL}"], "author": [EVIL]}
            ),
            "themes": pd.DataFrame({"client": EVIL, "theme": [EVIL], "helping": [1]}),
            "meetings": pd.DataFrame({"client": EVIL, "meeting": [EVIL], "date": ["2026-02-01"], "chair": [EVIL]}),
            "attendance": pd.DataFrame({"client": EVIL, "meeting": [EVIL], "member": ["p0"], "present": ["ja"]}),
            "consents": pd.DataFrame({"client": EVIL, "member": ["p0"], "purpose": [EVIL]}),
        }
    )


def test_no_word_of_a_person_becomes_markup():
    """Labels, roles, organisations, goals and meetings are escaped in the page and in its pictures."""
    page = html.render(client_report(rude(), for_client=True))

    assert "<script" not in page
    assert "alert(" in page


def test_a_page_of_a_client_asks_nothing_of_anybody():
    """No address but the name of the SVG language, no script, and no file of another place."""
    page = html.render(client_report(datasets.load("druk"), for_client=True))

    assert set(re.findall(r"https?://[^\"'\s<]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@import|url\(\s*['\"]?(?!#)|\bsrc=|<script", page)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', page))


def test_identifiers_in_a_page_with_pictures_are_unique():
    """Two pictures on one page do not mix up their patterns."""
    page = html.render(client_report(datasets.load("druk"), for_client=True))
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_what_is_for_the_client_only_leaves_no_trace_in_a_shared_version():
    """Two clients who differ only in what contact costs, in tension and in safety have the same report to share."""
    druk = datasets.load("druk")
    members, ties, themes = (druk.tables[name] for name in ("members", "ties", "themes"))
    blank = druk.with_tables(
        members=members.assign(hindering=pd.NA, unsafe=pd.NA),
        ties=ties[ties["kind"] != "tension"],
        themes=themes.assign(hindering=pd.NA),
    )

    def said(caseload):
        """Everything but the number of rows that were recorded."""
        return re.sub(r"\d+ relaties", "", json.render(client_report(caseload)).decode())

    assert said(druk) == said(blank)


def test_both_languages_have_the_same_parts():
    """An English report has the same sections, findings and rows as a Dutch one."""
    dutch, english = (client_report(datasets.load("druk"), lang=lang, for_client=True) for lang in LANGUAGES)

    def shape(report):
        return [
            (section.key, [(block.kind, len(getattr(block, "rows", ()))) for block in section.blocks])
            for section in report.sections
        ]

    assert shape(dutch) == shape(english)
    assert list(findings(dutch)) == list(findings(english))
    assert "Waarom" not in html.render(english)


def test_one_client_never_waits_for_a_compiler():
    """A page is made without loading numba, networkx or igraph."""
    program = (
        "import sys\n"
        "from netwerkanalyse import datasets\n"
        "from netwerkanalyse.report.client_report import client_report\n"
        "from netwerkanalyse.report import html\n"
        "html.render(client_report(datasets.load('druk')))\n"
        "print([name for name in ('numba', 'networkx', 'igraph', 'pyvis', 'xlsxwriter') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_no_table_suggests_a_meeting_with_who_is_unsafe():
    """The table per life domain holds back what the findings hold back."""
    people = pd.DataFrame({"client": "K", "member": ["a", "b"], "kind": "formal", "organisation": ["A", "B"]})
    frames = {
        "clients": pd.DataFrame({"client": ["K"], "pairs_asked": ["all"]}),
        "needs": pd.DataFrame({"client": ["K"], "domain": ["work"], "need": [1]}),
        "supports": pd.DataFrame({"client": "K", "member": ["a", "b"], "domain": "work", "amount": [2, 2]}),
    }
    said = [
        [row[-1] for block in blocks(client_report(Caseload.build(made)), TableBlock) for row in block.rows]
        for made in ({**frames, "members": people}, {**frames, "members": people.assign(unsafe=["ja", None])})
    ]

    assert "stemmen niet allemaal af, doublure: afstemmen" in said[0]
    assert not [words for words in said[1] if "afstemmen" in str(words) or "stemmen niet" in str(words)]
