"""``netwerkanalyse governance``."""

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from netwerkanalyse.cli.governance import FORMS
from netwerkanalyse.io.formats import write_region
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.inputs import ITEMS
from netwerkanalyse.texts import LANGUAGES, text

ALL_ITEMS = [word for item in ITEMS for word in ("--competency", f"{item}=1")]


def partners(size=5):
    """A fictional region in which everybody trusts everybody and agrees on goals."""
    names = [f"O{number}" for number in range(size)]
    ratings = [(a, b, item, 4) for a in names for b in names if a != b for item in ("mission", "openness")]
    return Region.build(
        {
            "organisations": pd.DataFrame(
                {
                    "organisation": names,
                    "name": "<b>=1+1</b>",
                    "autonomous": True,
                    "areas": ["Noord"] * 3 + ["Zuid"] * (size - 3),
                }
            ),
            "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
            "ratings": pd.DataFrame(ratings, columns=["rater", "rated", "item", "score"]),
            "goal_ratings": pd.DataFrame(
                [(name, f"doel {goal}", goal) for name in names for goal in range(5)],
                columns=["organisation", "goal", "score"],
            ),
        }
    )


@pytest.fixture
def region():
    """A region in a file."""
    write_region(partners(), "regio.json")
    return "regio.json"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("suffix", FORMS)
def test_every_form_says_the_advice(netwerkanalyse, region, suffix, lang):
    """The advice stands in every form, and is told on the screen."""
    outcome = netwerkanalyse("governance", region, *ALL_ITEMS, "--out", f"uit.{suffix}", "--lang", lang)
    form = text("governance.form.shared", lang)

    assert (outcome.code, outcome.out) == (0, f"uit.{suffix}\n")
    assert form in outcome.err
    if suffix == "xlsx":
        cells = [str(cell) for sheet in openpyxl.load_workbook("uit.xlsx") for row in sheet.values for cell in row]
        assert form in cells
    else:
        assert form in " ".join(Path(f"uit.{suffix}").read_text(encoding="utf-8").split())


def test_with_only_the_number_no_form_is_named(netwerkanalyse):
    """Of a region in the text nothing but the number is known: the screen and the advice name no form."""
    assert netwerkanalyse("template", "region", "--out", "regio.xlsx").code == 0
    outcome = netwerkanalyse("governance", "regio.xlsx", "--out", "uit.json")
    (section,) = json.loads(Path("uit.json").read_text(encoding="utf-8"))["sections"]

    said = [block["text"] for block in section["blocks"] if block["kind"] == "paragraph"]
    assert outcome.err.strip() in said
    assert not [
        one for one in ("shared", "lead", "administrative") if text(f"governance.form.{one}", "nl") in str(said)
    ]


def test_an_area_has_an_advice_of_its_own(netwerkanalyse, region):
    """Only organisations that work in the area count; an unknown area is refused."""
    north = netwerkanalyse("governance", region, "--area", "Noord", "--out", "uit.txt", "--lang", "en")
    south = netwerkanalyse("governance", region, "--area", "Zuid", "--out", "uit.txt", "--lang", "en")

    assert "no network in this sense" not in north.err
    assert "no network in this sense" in south.err
    assert netwerkanalyse("governance", region, "--area", "West").code == 2


@pytest.mark.parametrize(
    "wrong", ["coordination", "coordination=6", "coordination=zeven", "coordinatie=3", "=", "expertise=nan"]
)
def test_a_judgement_that_is_none_is_refused(netwerkanalyse, region, wrong):
    """A wrong item or score is told with what can be chosen, and nothing is written."""
    outcome = netwerkanalyse("governance", region, "--competency", wrong, "--out", "uit.txt")

    assert outcome.code == 2
    assert "external_demands" in outcome.err
    assert not Path("uit.txt").exists()


def test_a_decimal_comma_is_understood(netwerkanalyse, region):
    """A mean of several judgements may be typed the Dutch way."""
    words = [word.replace("=1", "=1,5") for word in ALL_ITEMS]

    assert netwerkanalyse("governance", region, *words, "--out", "uit.txt").code == 0
    assert "0,12" in Path("uit.txt").read_text(encoding="utf-8")


def test_the_source_is_spared_and_names_are_escaped(netwerkanalyse, region):
    """What was filled in stays, and a name is no markup."""
    before = Path(region).read_bytes()

    assert netwerkanalyse("governance", region, "--out", region).code == 2
    assert Path(region).read_bytes() == before
    assert netwerkanalyse("governance", region, "--out", "uit.html").code == 0
    assert "<b>=1" not in Path("uit.html").read_text(encoding="utf-8")
