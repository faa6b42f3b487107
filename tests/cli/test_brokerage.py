"""``netwerkanalyse brokerage``."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from netwerkanalyse.io.formats import write_region
from netwerkanalyse.io.network_files import write_network
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.model.region import Region
from regions import built, tied

# Organisation 0 links two insurers with two municipalities; 1 and 2 link once.
HUBS = tied(
    ["welfare", "welfare", "education", "insurer", "insurer", "municipality", "municipality", "mental_health_care"],
    [(3, 0), (0, 5), (4, 0), (0, 6), (3, 1), (1, 5), (7, 2), (2, 6)],
)


@pytest.fixture
def region():
    """A region with brokers, in a file."""
    write_region(built(HUBS), "regio.json")
    return "regio.json"


def read_csv(path):
    """The rows of a file as a Dutch spreadsheet reads them."""
    return list(csv.DictReader(Path(path).read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_every_form_holds_what_the_library_measures(netwerkanalyse, region):
    """Roles, chance, shared credit and reasons: a row an organisation, under the names of the API."""
    families = ["region_brokerage", "region_brokerage_shared", "region_connectors"]
    expected = measure_region(built(HUBS), "referral", families, level=Level.ORGANISATION)
    for suffix in ("csv", "json", "parquet"):
        assert netwerkanalyse("brokerage", region, "--out", f"uit.{suffix}") == (0, f"uit.{suffix}\n", "")
    frames = [
        pd.read_parquet("uit.parquet"),
        pd.DataFrame(json.loads(Path("uit.json").read_text(encoding="utf-8"))["organisation"]),
        pd.read_csv("uit.csv", sep=";", decimal=","),
    ]

    for frame in frames:
        assert list(frame) == ["organisation", "name", "sector", "connector_reasons", *expected]
        assert frame["organisation"].tolist() == expected.index.tolist()
        for name in expected.select_dtypes("number"):
            assert frame[name].astype(float).tolist() == pytest.approx(expected[name].tolist(), nan_ok=True), name
        assert frame["connector_reasons"].notna().tolist() == [True] * 3 + [False] * 5


@pytest.mark.parametrize(
    ("lang", "heading", "sector", "reason"),
    [
        ("nl", "poortwachter", "welzijn", "verbindt 4 keer organisaties uit twee andere sectoren"),
        ("en", "gatekeeper", "welfare", "links organisations of two other sectors 4 times"),
    ],
)
def test_the_workbook_speaks_the_language(netwerkanalyse, region, lang, heading, sector, reason):
    """Headings, sectors and reasons in words, and a sheet that says what they mean."""
    assert netwerkanalyse("brokerage", region, "--out", "uit.xlsx", "--lang", lang).code == 0
    book = openpyxl.load_workbook("uit.xlsx")
    table, meaning = (list(sheet.values) for sheet in book)

    assert heading in table[0]
    assert sector in table[1]
    assert any(str(cell).startswith(reason) for cell in table[1])
    assert {"gatekeeper", "gatekeeper_shared", "connector", "connector_reasons"} <= {row[0] for row in meaning}


def test_a_network_file_needs_a_layer(netwerkanalyse):
    """A file that holds only a network says nothing about its layer: the person says it."""
    write_network(built(HUBS), "net.graphml", layer="referral")

    assert netwerkanalyse("brokerage", "net.graphml", "--layer", "verwijzing", "--out", "uit.csv", "-q").code == 0
    assert read_csv("uit.csv")[0]["liaison"].replace(",", ".") == "4.0"
    refused = netwerkanalyse("brokerage", "net.graphml", "--out", "uit.csv")
    assert (refused.code, refused.out) == (2, "")
    assert "verwijzing" in refused.err


def test_layers_are_never_mixed(netwerkanalyse):
    """With two layers the person chooses; the outcome is that of the layer alone."""
    base = built(HUBS).tables
    rows = base["collaborations"][["source", "target", "layer"]].astype("object")
    write_region(
        Region.build(
            {
                "organisations": base["organisations"][["organisation", "sector"]],
                "collaborations": pd.concat([rows, rows.iloc[:1].assign(layer="trust")]),
            }
        ),
        "twee.json",
    )
    asked = netwerkanalyse("brokerage", "twee.json", "--out", "uit.csv")

    assert asked.code == 2
    assert "referral (verwijzing), trust (vertrouwen)" in asked.err
    assert not Path("uit.csv").exists()
    assert netwerkanalyse("brokerage", "twee.json", "--layer", "trust", "--out", "uit.csv", "--quiet").code == 0
    told = {row["brokerage_total"] for row in read_csv("uit.csv")}
    assert told == {""}, "one opinion does not tell who links whom"


def test_streams(region):
    """From standard input to standard output, with nothing else on it."""
    script = "import sys; from netwerkanalyse.cli.main import run; sys.exit(run())"
    ran = subprocess.run(
        [sys.executable, "-c", script, "brokerage", "-", "--out", "-", "--format", "json"],
        input=Path(region).read_bytes(),
        capture_output=True,
        check=True,
    )
    assert len(json.loads(ran.stdout)["organisation"]) == 8


def test_the_source_is_never_written_over(netwerkanalyse, region):
    """What was filled in stays."""
    before = Path(region).read_bytes()

    assert netwerkanalyse("brokerage", region, "--out", region).code == 2
    assert netwerkanalyse("brokerage", region, "--out", "uit.docx").code == 2
    assert netwerkanalyse("brokerage", "nergens.json").code == 2
    assert Path(region).read_bytes() == before


def test_a_name_that_looks_like_a_formula_stays_text(netwerkanalyse):
    """In a spreadsheet a name is no formula."""
    base = built(HUBS).tables
    write_region(
        Region.build(
            {
                "organisations": base["organisations"][["organisation", "sector"]].assign(name="=1+1"),
                "layers": base["layers"],
                "collaborations": base["collaborations"],
            }
        ),
        "formule.json",
    )
    assert netwerkanalyse("brokerage", "formule.json", "--out", "uit.csv").code == 0
    assert not any(row["name"].startswith("=") for row in read_csv("uit.csv"))
