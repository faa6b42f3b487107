"""Shapes of areas from GeoJSON."""

import json

import pytest

from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.io.geojson import read_shapes

RING = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]


def written(path, *features):
    """A collection of features in a file."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def feature(code, geometry, name="area"):
    """A feature with a code."""
    return {"type": "Feature", "properties": {name: code}, "geometry": geometry}


def test_polygons_of_one_area_come_together(tmp_path):
    """A polygon, a multipolygon, and a point that is no area."""
    source = written(
        tmp_path / "a.geojson",
        feature("Z", {"type": "Polygon", "coordinates": [RING]}),
        feature("Z", {"type": "MultiPolygon", "coordinates": [[RING], [RING]]}),
        feature("P", {"type": "Point", "coordinates": [5, 52]}),
        {"type": "Feature", "properties": None, "geometry": None},
    )
    shapes = read_shapes(source)
    assert list(shapes) == ["Z"]
    assert shapes["Z"] == (tuple(map(tuple, RING)),) * 3


def test_the_property_has_a_name(tmp_path):
    """Files of statistics offices name the code otherwise; numbers are codes too."""
    source = written(tmp_path / "a.geojson", feature(1680, {"type": "Polygon", "coordinates": [RING]}, "gm_code"))
    assert list(read_shapes(source, name_property="gm_code")) == ["1680"]
    with pytest.raises(UnreadableError, match="--area-property"):
        read_shapes(source)


@pytest.mark.parametrize(
    "coordinates",
    [[[[155000, 463000], [156000, 463000], [155000, 464000]]], [[[5, float("nan")], [5, 52], [6, 52]]]],
)
def test_other_coordinates_are_refused(tmp_path, coordinates):
    """A file in metres would draw nonsense."""
    source = written(tmp_path / "a.geojson", feature("Z", {"type": "Polygon", "coordinates": coordinates}))
    with pytest.raises(UnreadableError, match="EPSG:4326"):
        read_shapes(source)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"3",
        b"{}",
        b'{"features": 3}',
        b'{"features": [3]}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"features": [{"properties": {"area": 1}, "geometry": {"type": "Polygon", "coordinates": [[["a"]]]}}]}',
        b'{"features": [{"properties": 3, "geometry": {"type": "Polygon"}}]}',
    ],
)
def test_anything_else_is_refused_in_words(tmp_path, content):
    """No traceback, whatever the file holds."""
    source = tmp_path / "a.geojson"
    source.write_bytes(content)
    with pytest.raises(UnreadableError, match="GeoJSON"):
        read_shapes(source)


def test_bounds(tmp_path, monkeypatch):
    """Files and shapes that are too large are refused before they are drawn."""
    source = written(tmp_path / "a.geojson", feature("Z", {"type": "Polygon", "coordinates": [RING]}))
    monkeypatch.setattr("netwerkanalyse.io.geojson.POINTS", 3)
    with pytest.raises(UnreadableError, match="4 punten"):
        read_shapes(source)
    monkeypatch.setattr("netwerkanalyse.io.geojson.SIZE", 3)
    with pytest.raises(UnreadableError, match="groter dan"):
        read_shapes(source)
    with pytest.raises(UnreadableError, match="geen bestand"):
        read_shapes(tmp_path / "b.geojson")
