"""Governance in a report: limits first, all numbers, and a picture that says the same in words."""

import pytest
from defusedxml.ElementTree import fromstring

from netwerkanalyse import datasets, recommend
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs
from netwerkanalyse.recommend.governing.inputs import Input, measured, unknown
from netwerkanalyse.report.pictures.governance import describe, governance_svg
from netwerkanalyse.report.sections import governance, governance_parts, region_proposals, regional_advice
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import LANGUAGES, text

SVG = "{http://www.w3.org/2000/svg}"


def advice(*, known=True):
    """Advice about made-up numbers; of half of them nothing is known when asked."""
    inputs = (
        measured("trust_density", 0.8, 0.1),
        measured("trust_centralisation", 0.1, 0.1),
        Input("participants", 5, 5, 5) if known else Input("participants", 4, 9, reason="participants_in_range"),
        measured("goal_consensus", 0.9, 0.1) if known else unknown("goal_consensus", "nobody_rated_goals"),
        measured("competencies", 0.1, 0.1) if known else unknown("competencies", "competencies_not_judged"),
    )
    return recommend.advise(inputs, cutoffs=GovernanceCutoffs(draws=500))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("known", [True, False])
def test_the_section_begins_with_its_limits(lang, known):
    """That it proposes and decides nothing, and that the table is not verified, comes before any advice."""
    made = governance.section(advice(known=known), lang)

    assert [block.text for block in made.blocks[:2]] == [
        text("governance.proposes", lang),
        text("governance.unverified", lang),
    ]
    assert {"figure", "table"} <= {block.kind for block in made.blocks}
    for block in made.blocks:
        if block.kind == "table":
            assert all(len(row) == len(block.columns) for row in block.rows)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("known", [True, False])
def test_the_picture_and_its_words_say_the_same(lang, known):
    """Every form and condition stands in the picture and in the words; only what is known has a line at its value."""
    one = advice(known=known)
    root = fromstring(governance_svg(one, lang=lang))
    drawn = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))

    for form in ("shared", "lead", "administrative"):
        assert capital(text(f"governance.form.{form}", lang)) in describe(one, lang)
        assert capital(text(f"governance.form.{form}", lang)).split()[0] in drawn
    lines = [line for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "2.4"]
    assert len(lines) == (12 if known else 3)
    bars = [float(bar.get("width")) for bar in root.iter(f"{SVG}rect") if bar.get("height") == "16"]
    assert all(width >= 0 for width in bars)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_questions_are_asked_without_a_score(lang):
    """A table a form with nine questions, and nothing to add up."""
    made = governance.questions_section(lang)

    assert [len(block.rows) for block in made.blocks] == [9, 9, 9]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_proposals_for_a_region_say_who_decides(lang):
    """What could not be looked at is told, and who decides comes first."""
    made = region_proposals.section(recommend.region(datasets.load_region("drenthe")), lang)

    assert made.blocks[0].text == text("proposals.region.proposes", lang)
    assert len(made.blocks) > 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_region_gets_proposals_and_advice(lang):
    """In the report on a region stand proposals and governance; who could lead only when a form may be named."""
    cutoffs = RegionCutoffs()
    number_only = regional_advice.sections(datasets.load_region("utrecht"), None, cutoffs, lang)
    example = regional_advice.sections(datasets.load_region("voorbeeldregio"), None, cutoffs, lang)

    assert [one.key for one in number_only] == ["region_proposals", "governance"]
    assert [one.key for one in example] == [
        "region_proposals",
        "governance",
        "governance_parts",
        "governance_questions",
        "lead_candidates",
    ]
    assert all(one.blocks[0].kind in {"notice", "table"} for one in example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_parts_of_a_region_stand_side_by_side(lang):
    """Every area stands there by its name; a bar is drawn for those of which enough is known."""
    region = datasets.load_region("voorbeeldregio")
    whole = recommend.governance(region)
    (made,) = governance_parts.sections(region, whole, lang, layer=None, cutoffs=None)
    by_area = recommend.governance_by_area(region)
    (table,) = (
        one for one in made.blocks if one.kind == "table" and one.title == text("governance.block.least_by_area", lang)
    )
    figure = next(one for one in made.blocks if one.kind == "figure")
    bars = [one for one in fromstring(figure.svg).iter(f"{SVG}rect") if one.get("height") == "20"]
    names = region.tables["areas"]["name"].tolist()

    assert [row[0] for row in table.rows] == names
    assert [row[2] for row in table.rows] == [
        text(f"governance.label.{one.label.value}", lang) for one in by_area.values()
    ]
    assert len(bars) == 3 * sum(bool(one.shares) for one in by_area.values()) > 0
    assert len(table.columns) == len(table.rows[0]) == 6


def test_one_area_is_no_other_than_the_whole():
    """A region without parts says nothing about parts."""
    region = datasets.load_region("zuid-limburg")

    assert governance_parts.sections(region, advice(), "nl", layer=None, cutoffs=None) == ()
