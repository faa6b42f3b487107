"""The report on a caseload: a row a client, nobody named, small counts held back."""

import re

import pandas as pd
import pytest

from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.report import html, json, text
from netwerkanalyse.report.caseload_report import caseload_report
from netwerkanalyse.report.document import Figure, Missing, Numbers, TableBlock
from netwerkanalyse.report.renderers import RENDERERS
from netwerkanalyse.report.sections.side_by_side import SHOWN
from netwerkanalyse.texts import LANGUAGES
from networks import caseload_of, zoo

ZOO = caseload_of(*zoo().values())


@pytest.fixture(scope="module")
def caseload():
    """Forty made-up clients."""
    return simulate(40, seed=7).caseload


@pytest.fixture(scope="module")
def report(caseload):
    """The report on them."""
    return caseload_report(caseload)


def tables(report, section):
    """The tables of a section."""
    (found,) = [one for one in report.sections if one.key == section]
    return [block for block in found.blocks if isinstance(block, TableBlock)]


def test_there_is_a_row_a_client_with_what_was_measured(caseload, report):
    """The rows are the measures, in the order of the file, and the table can be sorted."""
    (table,) = tables(report, "clients")
    measured = measure(caseload)

    assert table.sortable
    assert [row[0] for row in table.rows] == list(caseload.client_index)
    for place, name in enumerate(SHOWN, start=1):
        shown = [float("nan") if isinstance(row[place], Missing) else float(row[place]) for row in table.rows]
        assert shown == pytest.approx(measured[name].astype(float).tolist(), nan_ok=True)


def test_a_ratio_has_its_count_in_the_table(report):
    """Coverage and density stand with what they rest on."""
    (table,) = tables(report, "clients")
    counted = {column.count_of for column in table.columns}

    assert {"dekking", "dichtheid"} <= counted


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "xlsx"])
def test_nobody_around_a_client_is_named(name, caseload, report):
    """No label and no organisation of a person stands in any form of the report; a workbook holds the same data."""
    out = RENDERERS[name].render(report)
    words = out.decode() if isinstance(out, bytes) else out
    members = caseload.tables["members"]
    named = pd.concat([members["label"], members["organisation"]]).dropna().unique()

    assert len(named) > 20
    assert not [one for one in named if len(one) > 3 and re.search(rf"\b{re.escape(one)}\b", words)]


def test_a_label_that_means_harm_goes_nowhere():
    """Only the code of a client comes from the data, and it is escaped."""
    people = pd.DataFrame({"client": ["<b>K</b>"], "member": ["a"], "label": ["<i>x</i>"]})
    made = caseload_of().build({"clients": pd.DataFrame({"client": ["<b>K</b>"]}), "members": people})
    page = html.render(caseload_report(made))

    assert "<b>K" not in page
    assert "&lt;b&gt;K" in page
    assert "<i>x" not in page


def test_small_counts_are_held_back():
    """With 12 clients of whom 3 need work, neither 3 nor what would reveal it is shown; with 10 of 20 both are."""
    assert _work(_needing(12, 3)) is None
    assert _work(_needing(20, 10))[1:3] == (10, 20)


def test_the_rest_is_not_revealed_either():
    """Of 12 clients 10 need work: showing that would tell that 2 do not."""
    assert _work(_needing(12, 10)) is None


def _needing(clients, needing):
    """So many clients, of whom some need work."""
    names = [f"K{number}" for number in range(clients)]
    needs = pd.DataFrame({"client": names, "domain": "work", "need": [2] * needing + [0] * (clients - needing)})
    return caseload_of().build({"clients": pd.DataFrame({"client": names}), "needs": needs})


def _work(made):
    """The row about work, if it can be shown."""
    rows = [row for table in tables(caseload_report(made), "domains") for row in table.rows]
    return next((row for row in rows if row[0] == "Werken"), None)


def test_three_counts_that_add_up_are_held_back_together():
    """Of 40 clients who need work 25 have enough and 12 too little: showing both would tell that 3 have nothing."""
    names = [f"K{number}" for number in range(40)]
    amounts = [2] * 25 + [1] * 12
    frames = {
        "clients": pd.DataFrame({"client": names}),
        "members": pd.DataFrame({"client": names, "member": "a"}),
        "needs": pd.DataFrame({"client": names, "domain": "work", "need": 2}),
        "supports": pd.DataFrame({"client": names[:37], "member": "a", "domain": "work", "amount": amounts}),
    }
    row = _work(caseload_of().build(frames))

    assert row[1:3] == (40, 40)
    assert all(isinstance(count, Missing) for count in row[3:])


def test_counts_below_five_can_never_be_asked_for(caseload):
    """The limit itself has a limit."""
    with pytest.raises(ValueError, match="smallest=4"):
        caseload_report(caseload, smallest=4)


def test_few_clients_have_no_spread():
    """Nine values are no distribution."""
    report = caseload_report(simulate(9, seed=1).caseload)

    assert not [block for section in report.sections for block in section.blocks if isinstance(block, Figure)]
    assert "minder dan 10 cliënten" in text.render(report)


def test_a_page_has_a_limit_and_says_so(caseload):
    """More clients than a page can hold: the first stand there, and how many do not is said."""
    report = caseload_report(caseload, rows=30)
    (table,) = tables(report, "clients")

    assert len(table.rows) == 30
    assert "10 andere" in text.render(report)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_odd_caseloads_have_a_report_in_every_form(lang):
    """The zoo together, and nobody at all."""
    for made in (ZOO, ZOO.select([])):
        report = caseload_report(made, lang=lang)
        for renderer in RENDERERS.values():
            assert renderer.render(report)
        assert not re.search(r"\bnan\b|<NA>|None", text.render(report))


def test_the_report_is_plain_data(report):
    """It can be sent as JSON, missing values with their reason."""
    assert b'"reason"' in json.render(caseload_report(ZOO))
    assert json.render(report)


def test_a_mean_has_its_clients_and_an_interval_around_it(caseload, report):
    """The mean is that of the known clients, and lies inside its interval."""
    measured = measure(caseload, ["cohesion"])
    (means,) = [block for section in report.sections for block in section.blocks if isinstance(block, Numbers)]
    density = next(one for one in means.numbers if one.label == "dichtheid")
    low, high = (int(edge) / 100 for edge in re.findall(r"(\d+)%", density.meaning)[:2])

    assert density.value == pytest.approx(measured["density"].mean())
    assert density.count == measured["density"].notna().sum()
    assert low <= round(density.value, 2) <= high
