"""The report on a region: complete, honest about what is missing, and safe."""

import re

import pandas as pd
import pytest

from netwerkanalyse.datasets import REGIONS, load, load_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.advice import governance
from netwerkanalyse.recommend.governing.candidates import MOST_CANDIDATES
from netwerkanalyse.report.document import Figure, Notice, Report, TableBlock
from netwerkanalyse.report.region_map.network import MOST_DRAWN
from netwerkanalyse.report.region_report import region_report
from netwerkanalyse.report.renderers import RENDERERS
from netwerkanalyse.report.sections.regional_advice import governance_sections
from netwerkanalyse.texts import LANGUAGES

EVIL = "<script>alert(1)</script>"
SQUARE = (((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.1)),)
FEW_DRAWS = RegionCutoffs(core_rewirings=9)
"""Enough to fill the tables: how likely a core is by chance is tested elsewhere."""


def blocks(report: Report, key: str, kind: type) -> list:
    """The blocks of one kind in a section."""
    (section,) = (one for one in report.sections if one.key == key)
    return [block for block in section.blocks if isinstance(block, kind)]


def small(**more: pd.DataFrame) -> Region:
    """Three organisations in a line, with names that mean harm."""
    tables = {
        "organisations": pd.DataFrame(
            {
                "organisation": ["A", "B", "C"],
                "name": [EVIL, "=1+1", "Huis"],
                "sector": ["welfare", "insurer", "education"],
                "autonomous": True,
            }
        ),
        "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
        "collaborations": pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "layer": "agreement"}),
    }
    return Region.build(tables | more)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REGIONS)
def test_every_bundled_region_has_a_report_in_every_form(name, lang):
    """No region is too odd, and no part disappears silently."""
    report = region_report(load_region(name, lang=lang), lang=lang)

    assert all(section.blocks for section in report.sections)
    assert all(block.rows for section in report.sections for block in section.blocks if isinstance(block, TableBlock))
    assert all(RENDERERS[form].render(report) for form in RENDERERS)


def test_fewer_than_three_is_no_network():
    """Noord-Holland-Noord has one organisation that decides for itself."""
    said = blocks(region_report(load_region("noord-holland-noord")), "region", Notice)[0].text
    assert "geen netwerk in deze zin" in said
    assert "geen netwerk" not in str(blocks(region_report(load_region("utrecht")), "region", Notice))


def test_blank_is_perhaps_a_network():
    """Where nobody filled in who decides for themselves, the report does not say that it is no network."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ["A", "B", "C"]})})
    said = blocks(region_report(region), "region", Notice)[0].text

    assert said.startswith("Of dit een netwerk is, is niet bekend. Van 0 organisaties")


def test_the_matrix_counts_pairs():
    """A and B have a tie, A and C have none; within a sector of one there is no pair."""
    svg = blocks(region_report(small()), "sectors", Figure)[0].svg
    cells = re.findall(r">(\d/\d|–)<", svg)
    assert cells.count("1/1") == 4
    assert cells.count("0/1") == 2
    assert cells.count("–") == 3


def test_what_one_thinks_of_another_is_never_shown_per_pair():
    """Ties of trust are in no picture, no matrix and no table of brokers."""
    trust = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "layer": "trust", "value": 4})
    report = region_report(small(collaborations=trust, layers=pd.DataFrame({"layer": ["trust"], "pairs_asked": "all"})))

    for key in ("network", "brokers", "groups", "robustness"):
        assert not blocks(report, key, Figure)
        assert not blocks(report, key, TableBlock)
    assert not blocks(report, "sectors", Figure)


def test_small_numbers_are_suppressed():
    """With a caseload no number of shared clients from 1 to 9 stands in the list of pairs."""
    report = region_report(
        load_region("voorbeeldregio"), caseload=load("voorbeeldregio"), chosen=["agreement"], cutoffs=FEW_DRAWS
    )
    shared = [row[2] for block in blocks(report, "alignment", TableBlock) for row in block.rows if len(row) == 3]
    assert shared
    assert min(shared) >= 10


def test_an_estimate_of_few_clients_is_shown_and_called_an_estimate():
    """Expected clients are what somebody filled in about an area: no count, so that 6.5 is shown, with words."""
    region = small(
        services=pd.DataFrame({"service": ["S"], "organisation": ["A"], "areas": ["Noord"], "domains": ["work"]}),
        areas=pd.DataFrame({"area": ["Noord"]}),
        area_needs=pd.DataFrame({"area": ["Noord"], "domain": ["housing"], "expected": [6.5]}),
    )
    for lang, words in (("nl", "eigen schatting"), ("en", "own estimate")):
        report = region_report(region, lang=lang, cutoffs=FEW_DRAWS)
        tables = blocks(report, "services", TableBlock)
        shown = [one.columns[row.index(6.5)].title for one in tables for row in one.rows if 6.5 in row]
        assert len(shown) > 1
        assert all(words in title for title in shown)
        assert any(words in notice.text for notice in blocks(report, "services", Notice))


def test_harmful_names_stay_text():
    """In a page, in a picture and on the map."""
    region = small(
        areas=pd.DataFrame({"area": ["Z"], "name": [EVIL]}),
        services=pd.DataFrame({"service": ["s"], "organisation": ["A"], "domains": "work", "areas": "Z"}),
    )
    report = region_report(region, shapes={"Z": SQUARE})
    page = RENDERERS["html"].render(report)

    assert EVIL not in page
    assert "&lt;script&gt;alert(1)" in page
    assert len(blocks(report, "services", Figure)) == 2


def test_a_large_region_shows_sectors():
    """Above the cap the report says so, and draws a bubble a sector."""
    names = [f"O{number}" for number in range(MOST_DRAWN + 1)]
    ties = pd.DataFrame({"source": names[:40], "target": names[1:41], "layer": "agreement"})
    sectors = ["welfare" if number % 2 else "insurer" for number in range(len(names))]
    region = small(
        organisations=pd.DataFrame({"organisation": names, "sector": sectors, "autonomous": True}), collaborations=ties
    )
    report = region_report(region, cutoffs=FEW_DRAWS)

    assert str(MOST_DRAWN) in blocks(report, "network", Notice)[0].text
    assert blocks(report, "network", Figure)[0].svg.count("<circle") == 2


def test_the_same_region_gives_the_same_report():
    """Places and draws are the same every time."""
    assert region_report(small()) == region_report(small())


def test_a_layer_that_is_not_there_is_refused():
    """No silent empty report."""
    with pytest.raises(KeyError, match="referral"):
        region_report(small(), chosen=["referral"])


def test_of_many_organisations_without_a_tie_the_words_do_not_pretend_to_name_all():
    """A list of twelve that ends as if it were whole would be untrue of the thirteenth."""
    few, many = (
        Region.build(
            {
                "organisations": pd.DataFrame({"organisation": [f"O{n:02}" for n in range(size)], "autonomous": True}),
                "collaborations": pd.DataFrame({"source": ["O00"], "target": ["O01"], "layer": "agreement"}),
            }
        )
        for size in (14, 15)
    )
    said = [
        blocks(region_report(region, lang="en", cutoffs=FEW_DRAWS), "network", Figure)[0].alternative
        for region in (few, many)
    ]
    assert "(12): O02" in said[0]
    assert "among others" not in said[0]
    assert "(13), among others: O02" in said[1]
    assert "O14" not in said[1]


def test_an_area_whose_parts_have_services_is_no_row_of_zeros():
    """What is in a part only stands in brackets, in the picture and in its words: zero would read as a gap."""
    tables = {
        "organisations": pd.DataFrame({"organisation": ["A"]}),
        "areas": pd.DataFrame({"area": ["Stad", "Wijk", "Buurt"], "parent": [None, "Stad", "Stad"]}),
        "services": pd.DataFrame({"service": ["s"], "organisation": ["A"], "areas": ["Wijk"], "domains": ["housing"]}),
    }
    picture = blocks(region_report(Region.build(tables), lang="en"), "services", Figure)[0]
    assert picture.svg.count(">(1)<") == 1
    assert picture.alternative == "Stad: housing (1); Wijk: housing 1. All other cells are 0."


def test_what_is_not_certain_is_said_in_the_words_below_a_picture_too():
    """Whoever cannot see the hatching must not take a question mark for a zero."""
    ties = pd.DataFrame(
        {"source": ["A", "B"], "target": ["B", "C"], "layer": "agreement", "present": ["unknown", "yes"]}
    )
    tables = {
        "areas": pd.DataFrame({"area": ["Dorp", "Stad"]}),
        "services": pd.DataFrame(
            {"service": ["s", "t"], "organisation": "A", "areas": [None, "Stad"], "domains": ["housing", "work"]}
        ),
    }
    report = region_report(small(collaborations=ties, **tables), lang="en", cutoffs=FEW_DRAWS)

    (matrix,) = blocks(report, "sectors", Figure)
    said = "welfare: health insurer ?; education: health insurer 1/1. In all other cells no tie is known."
    assert matrix.alternative == said
    (coverage,) = blocks(report, "services", Figure)
    assert coverage.alternative == "Dorp: housing ?; Stad: housing ?, work 1. All other cells are 0."


def test_leaders_are_not_laid_side_by_side_when_nobody_could_talk_about_so_many():
    """A table of thousands helps no conversation, and looking at each many times over never ends."""
    organisations = pd.DataFrame({"organisation": [f"O{n:03}" for n in range(MOST_CANDIDATES + 1)], "autonomous": True})
    goals = pd.DataFrame({"organisation": organisations["organisation"], "goal": "g", "score": 4.0})
    region = Region.build({"organisations": organisations, "goal_ratings": goals})
    advice = governance(region)
    assert advice.shares
    sections = governance_sections(region, advice, "en")
    assert not [block for block in sections[-1].blocks if isinstance(block, TableBlock)]
    assert "area by area" in str(sections[-1].blocks)


def test_who_could_lead_is_called_by_name():
    """A code from a table is no name to talk about around a table."""
    region = load_region("voorbeeldregio")
    (table,) = blocks(region_report(region, cutoffs=FEW_DRAWS), "lead_candidates", TableBlock)
    names = set(region.tables["organisations"]["name"])
    assert {row[0] for row in table.rows} <= names
