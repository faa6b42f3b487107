"""The page as a browser opens it: from a file, offline, with one script that sorts."""

import pytest

from netwerkanalyse import datasets
from netwerkanalyse.report import html
from netwerkanalyse.report.caseload_report import caseload_report
from netwerkanalyse.report.client_report import client_report
from networks import caseload_of, zoo

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser, tmp_path):
    """Open a report as a file; give the page and what it asked for or complained about."""

    def open_(report, width=1280):
        path = tmp_path / "report.html"
        path.write_text(html.render(report), encoding="utf-8")
        page, noise = browser.new_page(viewport={"width": width, "height": 900}), []
        page.on("request", lambda request: noise.append(request.url) if request.url != path.as_uri() else None)
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.goto(path.as_uri())
        return page, noise

    return open_


def test_a_click_sorts_and_what_is_missing_stays_below(opened):
    """The one script runs under its policy: numbers sort as numbers, up and then down, unknown last both times."""
    page, noise = opened(caseload_report(caseload_of(*zoo().values())))
    column = "Array.from(document.querySelectorAll('.sortable tbody tr'), row => row.cells[{}].innerText)"
    heads = page.locator(".sortable thead button")
    place = heads.all_inner_texts().index("dichtheid")
    seen = []
    for _ in range(2):
        heads.nth(place).click()
        seen.append(page.evaluate(column.format(place)))
    known = [[float(one.rstrip("%")) for one in values if one.endswith("%")] for values in seen]

    assert known[0] == sorted(known[0])
    assert known[1] == sorted(known[1], reverse=True)
    assert len(set(known[0])) > 1
    assert all(not one.endswith("%") for values in seen for one in values[len(known[0]) :])
    assert page.locator("th[aria-sort=descending]").count() == 1
    assert noise == []


@pytest.mark.parametrize("width", [1280, 420])
def test_a_client_report_fits_its_window(opened, width):
    """A crowded client, on a laptop and on a phone: nothing scrolls sideways, nothing is asked or complained about."""
    page, noise = opened(client_report(datasets.load("druk"), for_client=True), width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert noise == []


def test_why_is_open_on_paper(opened):
    """On screen the numbers fold away; printed, they are there."""
    page, _ = opened(client_report(datasets.load("voorbeeld")))
    why = page.locator(".finding .numbers").first

    assert not why.is_visible()
    page.emulate_media(media="print")
    assert why.is_visible()


def test_a_phone_says_that_there_is_more_to_see(opened):
    """On a phone a picture keeps its size and scrolls by itself, and says so; on a laptop nothing needs to be said."""
    report = client_report(datasets.load("druk"))
    wide, _ = opened(report)
    assert not wide.locator(".aside").first.is_visible()

    phone, _ = opened(report, 420)
    picture = phone.locator(".drawing").first
    assert phone.locator(".aside").first.is_visible()
    assert picture.evaluate("place => place.scrollWidth > place.clientWidth")
    assert phone.locator("figcaption").first.evaluate("place => place.scrollWidth <= place.clientWidth")


def test_a_row_a_client_fits_a_laptop(opened):
    """All columns of the table of clients are in sight on a laptop."""
    page, _ = opened(caseload_report(caseload_of(*zoo().values())))
    place = page.locator(".scroll.wide").first

    assert place.evaluate("place => place.scrollWidth") <= place.evaluate("place => place.clientWidth")


def test_no_row_of_a_table_stands_alone_on_a_page(opened):
    """Printed, the first rows of a table stay with its heading, and the last with those before them."""
    page, _ = opened(client_report(datasets.load("druk")))
    page.emulate_media(media="print")
    kept = "Array.from(document.querySelectorAll('tbody'), body => getComputedStyle(body.rows[{}]).breakBefore)"

    assert set(page.evaluate(kept.format(0))) == {"avoid"}
    assert set(page.evaluate(kept.format("body.rows.length - 1"))) == {"avoid"}
