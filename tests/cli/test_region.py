"""``netwerkanalyse region``."""

import json
from pathlib import Path

import pytest

from netwerkanalyse.datasets import load_region
from netwerkanalyse.io.formats import write_region


@pytest.fixture
def region():
    """A region of a published text, in a file."""
    write_region(load_region("drenthe"), "regio.json")
    return "regio.json"


def test_every_form_is_written(netwerkanalyse, region):
    """A path a line, and the layer may be named in Dutch."""
    forms = ("html", "txt", "xlsx", "json")
    asked = [word for form in forms for word in ("--format", form)]
    outcome = netwerkanalyse("region", region, "--layer", "samenwerking", "--out", "uit", *asked)

    assert outcome.code == 0, outcome.err
    assert [Path(line).suffix for line in outcome.out.split()] == [".html", ".txt", ".xlsx", ".json"]
    assert all(Path(line).stat().st_size for line in outcome.out.split())


def test_nothing_is_written_when_refused(netwerkanalyse, region):
    """A layer that is not there, a map that is none, a caseload that is not there, two forms on one stream."""
    Path("kaart.geojson").write_text("niets")
    for words in (
        ("--layer", "vertrouwen"),
        ("--areas", "kaart.geojson"),
        ("--caseload", "nergens.json"),
        ("--format", "html", "--format", "json", "--out", "-"),
    ):
        outcome = netwerkanalyse("region", region, *words)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err
    assert sorted(path.name for path in Path().iterdir()) == ["kaart.geojson", "regio.json"]


def test_the_source_is_never_written_over(netwerkanalyse):
    """A file that has the name of the report stays what it was."""
    write_region(load_region("drenthe"), "regioverslag.json")
    before = Path("regioverslag.json").read_bytes()

    assert netwerkanalyse("region", "regioverslag.json", "--format", "json").code == 2
    assert Path("regioverslag.json").read_bytes() == before


def test_a_map_is_drawn(netwerkanalyse):
    """Areas that the file knows stand on the map, the others are named."""
    write_region(load_region("voorbeeldregio"), "regio.json")
    code = load_region("voorbeeldregio").tables["areas"]["area"].iloc[0]
    ring = [[5, 52], [6, 52], [6, 53], [5, 52]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    features = [{"type": "Feature", "properties": {"gm": code}, "geometry": shape}]
    Path("kaart.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    words = ("--layer", "agreement", "--areas", "kaart.geojson", "--area-property", "gm", "--out", "uit")

    assert netwerkanalyse("region", "regio.json", *words).code == 0
    page = Path("uit/regioverslag.html").read_text(encoding="utf-8")
    assert 'id="map-title"' in page
    assert "Van 5 gebieden is er geen vorm" in page
