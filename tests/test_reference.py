"""The reference says everything there is."""

import sys
from pathlib import Path

import pytest

from netwerkanalyse.cli.main import COMMANDS
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.cutoffs import described
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.recommend.governing import conditions
from netwerkanalyse.texts import LANGUAGES

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """The generated pages."""
    folder = tmp_path_factory.mktemp("reference")
    sys.path.insert(0, str(DOCS))
    try:
        from generate import generate
    finally:
        sys.path.remove(str(DOCS))
    generate(folder)
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_documented(reference, lang):
    """Every measure, command, table, column and cut-off has its place in the reference, in both languages."""
    pages = {name: (reference / lang / f"{name}.md").read_text(encoding="utf-8") for name in PAGES}
    assert [name for name in measures() if f"`{name}`" not in pages["measures"]] == []
    assert [name for name in COMMANDS if f"\n## {name}\n" not in pages["commands"]] == []
    assert [one.name for one in described(lang) if f"`{one.name}`" not in pages["cutoffs"]] == []
    of_governance = conditions.described(lang, conditions.GovernanceCutoffs())
    for one in (*described(lang, RegionCutoffs()), *of_governance):
        assert f"`{one.name}`" in pages["cutoffs"]
    for table in CASELOAD.tables:
        assert f"(`{table.name}`)" in pages["tables"]
        assert [field.name for field in table.fields if f"| `{field.name}` |" not in pages["tables"]] == []


PAGES = ("measures", "commands", "cutoffs", "tables")


def test_help_is_in_the_language_of_the_page(reference):
    """The Dutch page shows Dutch help."""
    assert "Gebruik: netwerkanalyse check" in (reference / "nl" / "commands.md").read_text(encoding="utf-8")
    assert "Usage: netwerkanalyse check" in (reference / "en" / "commands.md").read_text(encoding="utf-8")
