"""The template of a region: it reads back as it stands, and cells with several answers can be filled in."""

import pandas as pd
import pytest
from openpyxl import load_workbook

from caseloads import assert_same
from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io.formats import read_region
from netwerkanalyse.io.template import write_region_template
from netwerkanalyse.io.template_choices import FIRST_ROW
from netwerkanalyse.io.template_guide import REGION_GUIDE
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import REGION
from netwerkanalyse.texts import LANGUAGES, text

EXAMPLE = Region.build(
    {
        "organisations": pd.DataFrame({"organisation": ["A", "B"], "laws": ["zvw;wmo", None], "autonomous": True}),
        "layers": pd.DataFrame({"layer": ["cooperation"], "pairs_asked": ["listed"]}),
        "collaborations": pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["cooperation"], "value": [2.0]}),
    }
)


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    """Each language in turn."""
    return request.param


@pytest.fixture(scope="module")
def path(lang, tmp_path_factory):
    """The template with an example."""
    path = tmp_path_factory.mktemp("template") / "t.xlsx"
    write_region_template(path, lang=lang, example=EXAMPLE)
    return path


@pytest.fixture(scope="module")
def book(path):
    """The template, opened by another program."""
    return load_workbook(path)


def test_the_example_is_read_back_as_it_stands(path):
    """Without a single remark."""
    assert_same(read_region(path, strict=True), EXAMPLE)


def test_an_empty_template_says_where_to_begin(lang, tmp_path):
    """One message, with the names of the first sheets of a region."""
    write_region_template(tmp_path / "t.xlsx", lang=lang)

    with pytest.raises(ValidationError, match=REGION.tables[0].sheet.get(lang)) as caught:
        read_region(tmp_path / "t.xlsx", lang=lang)
    assert [problem.code for problem in caught.value.problems] == ["nothing_filled_in"]


def test_there_is_a_sheet_for_every_table(book, lang):
    """The explanation first, then what to begin with, then the rest, with every heading."""
    order = [table.sheet.get(lang) for table in (*REGION_GUIDE.core, *REGION_GUIDE.more)]

    assert book.sheetnames == [text("template.sheet.guide", lang), *order, text("template.sheet.lists", lang)]
    for table in REGION.tables:
        row = next(book[table.sheet.get(lang)].iter_rows(min_row=FIRST_ROW - 1, max_row=FIRST_ROW - 1))
        assert [cell.value for cell in row if cell.value] == [field.heading.get(lang) for field in table.fields]


def test_several_answers_fit_in_a_cell_that_offers_a_list(book, lang):
    """The list helps, but does not refuse two laws; a list for one answer does refuse other words."""
    sheet = book[REGION.by_name["organisations"].sheet.get(lang)]
    rules = {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}
    letters = dict(zip(REGION.by_name["organisations"].names, "ABCDEFGHIJKL", strict=True))

    assert rules[letters["laws"]].type == rules[letters["sector"]].type == "list"
    assert not rules[letters["laws"]].showErrorMessage
    assert rules[letters["sector"]].showErrorMessage


def test_the_guide_explains_layers_and_blank_cells(book, lang):
    """Layers are never mixed, blank is not no, and nobody's name is needed."""
    guide = book[text("template.sheet.guide", lang)]
    words = " ".join(str(cell.value) for row in guide.iter_rows() for cell in row if cell.value)

    for key in ("region.title", "region.layers.text", "region.several.text", "region.names.text", "guide.blank.text"):
        assert text(f"template.{key}", lang) in words
