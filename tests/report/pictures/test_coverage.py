"""The coverage picture: need against supply, with gaps as empty places."""

import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring

from netwerkanalyse import Cutoffs, datasets
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.pictures.bars import Bar, Bars, Part, coverage_bars
from netwerkanalyse.report.pictures.coverage import coverage_svg
from netwerkanalyse.report.pictures.palette import GAP

SVG = "{http://www.w3.org/2000/svg}"


def words_in(picture: str) -> list[str]:
    """Return all text that is drawn."""
    return [node.text or "" for node in fromstring(picture).iter(f"{SVG}text")]


def rows_of(picture: str) -> dict[str, list]:
    """Return the drawn elements of each life domain by its name."""
    groups = (group for group in fromstring(picture) if group.tag == f"{SVG}g")
    return {group[0].text.partition(":")[0]: list(group) for group in groups if group[0].tag == f"{SVG}title"}


def caseload(supports: list[dict], need: float | None = 2.0, scale: str = "level") -> Caseload:
    """Make one fictional client with one life domain."""
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": ["K1"], "scale": [scale]}),
            "members": pd.DataFrame(
                {"client": "K1", "member": ["zus", "coach", "maat"], "kind": ["informal", "formal", "peer"]}
            ),
            "needs": pd.DataFrame({"client": ["K1"], "domain": ["work"], "need": [need]}),
            "supports": pd.DataFrame(supports).assign(client="K1", domain="work"),
        }
    )


def test_worked_example():
    """The worked-out values of the definitions: S = 4, 3, 1, 2 and 0 against N = 3, 1, 2, 2 and 2."""
    found = {bar.label: bar for bar in coverage_bars(datasets.load("voorbeeld"), "voorbeeld").bars}
    needs = {"psychisch": 3, "wonen": 1, "financiën": 2, "sociale relaties": 2, "werken": 2, "lichamelijk": None}
    supply = {"psychisch": 4, "wonen": 3, "financiën": 1, "sociale relaties": 2, "werken": 0, "lichamelijk": 0}

    assert {name: bar.need for name, bar in found.items()} == needs
    assert {name: bar.supply for name, bar in found.items()} == supply
    assert [(part.kind, part.amount) for part in found["psychisch"].parts] == [("informal", 1), ("formal", 3)]
    assert found["financiën"].shortage == 1
    assert found["wonen"].beyond == 2


def test_domains_without_need_or_word_have_no_bar():
    """No need and no support is named apart, and so is what nobody talked about."""
    bars = coverage_bars(datasets.load("voorbeeld"), "voorbeeld")

    assert bars.no_need == ("zingeving",)
    assert "leren" in bars.unlisted


def test_planned_support_stands_apart_and_counts_less():
    """What is planned is a part of its own, for the share it counts."""
    supports = [
        {"member": "zus", "amount": 1, "status": "happening"},
        {"member": "coach", "amount": 1, "status": "planned"},
    ]
    (bar,) = coverage_bars(caseload(supports), "K1").bars
    (whole,) = coverage_bars(caseload(supports), "K1", cutoffs=Cutoffs(planned_fit=1.0)).bars

    assert bar.parts == (Part("informal", 1, planned=False), Part("formal", 0.5, planned=True))
    assert whole.parts[1].amount == 1


def test_unknown_amounts_are_no_zero():
    """Support without an amount is counted, and no gap is drawn because of it."""
    bars = coverage_bars(caseload([{"member": "zus", "amount": None}]), "K1")
    picture = coverage_svg(bars)

    assert bars.bars[0].without_amount == 1
    assert "hoeveel steun: niet bekend" in words_in(picture)
    assert not any(node.get("stroke") == GAP for node in rows_of(picture)["werken"])


def test_gap_is_an_empty_place_as_long_as_what_is_missing():
    """The empty place runs from the supply to the need, outlined and with the word in it."""
    rows = rows_of(coverage_svg(coverage_bars(datasets.load("voorbeeld"), "voorbeeld")))
    money = [node for node in rows["financiën"] if node.tag == f"{SVG}rect"]
    work = [node for node in rows["werken"] if node.tag == f"{SVG}rect"]

    assert [node.get("fill") == "#ffffff" for node in money] == [False, True]
    assert money[0].get("width") == money[1].get("width")  # 1 of 2
    assert len(work) == 1
    assert float(work[0].get("width")) == pytest.approx(2 * float(money[0].get("width")))
    assert work[0].get("stroke-dasharray")
    assert "gat" in [node.text for node in rows["werken"]]
    assert "tekort" in [node.text for node in rows["financiën"]]


def test_kinds_and_plans_have_their_own_pattern():
    """Naasten, professionals, peers and plans are told apart without colour."""
    supports = [{"member": name, "amount": 0.5, "status": "happening"} for name in ("zus", "coach", "maat")]
    supports.append({"member": "zus", "amount": 0.5, "status": "planned", "type": "practical"})
    row = rows_of(coverage_svg(coverage_bars(caseload(supports, need=1.0), "K1")))["werken"]
    fills = [node.get("fill") for node in row if node.tag == f"{SVG}rect"]

    assert fills[1:4] == ["url(#coverage-formal)", "url(#coverage-peer)", "url(#coverage-planned-informal)"]
    assert not fills[0].startswith("url")


def test_need_that_was_not_asked():
    """A life domain whose need is not known says so, and shows no gap and no surplus."""
    picture = coverage_svg(coverage_bars(caseload([{"member": "zus", "amount": 2}], need=None), "K1"))

    assert "behoefte niet bekend" in words_in(picture)
    assert not any(node.get("stroke") == GAP for node in rows_of(picture)["werken"])


def test_hours_have_a_scale_of_round_steps():
    """In hours a week the scale has round steps and reaches the largest amount."""
    bars = coverage_bars(caseload([{"member": "coach", "amount": 17}], need=23.0, scale="hours"), "K1")
    words = words_in(coverage_svg(bars))

    assert {"0", "5", "10", "15", "20", "25", "uur per week"} <= set(words)
    assert "17 van 23 uur: tekort" in words


@pytest.mark.parametrize("most", [0.3, 0.99, 1, 2.5, 6, 7, 40, 168, 1234.5])
def test_any_hours_fit(most):
    """Whatever the amounts, every bar ends within the scale."""
    bars = Bars("K1", "nl", "hours", (Bar("werken", most, (Part("formal", most / 2, planned=False),)),))
    rects = [node for node in rows_of(coverage_svg(bars))["werken"] if node.tag == f"{SVG}rect"]

    assert all(float(node.get("x")) + float(node.get("width")) <= 481 for node in rects)


def test_every_example_is_drawn_with_words():
    """Every bundled client gives a small picture that can be read without seeing it."""
    for name in datasets.DATASETS:
        caseload_ = datasets.load(name)
        for lang in ("nl", "en"):
            bars = coverage_bars(caseload_, caseload_.client_index[0], lang=lang)
            picture = coverage_svg(bars)
            description = fromstring(picture).find(f"{SVG}desc").text

            assert len(picture) < 20_000
            assert all(bar.label in description for bar in bars.bars)


def test_client_without_needs():
    """A client of whom nothing is known has a picture without bars, not an error."""
    empty = Caseload.build({"clients": pd.DataFrame({"client": ["K1"]})})

    assert coverage_bars(empty, "K1").bars == ()
    assert coverage_svg(coverage_bars(empty, "K1")).startswith("<svg")
