"""Shapes of areas from a GeoJSON file, read defensively: it is drawn, and nothing else is taken from it."""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from netwerkanalyse.io.refusal import refusal

SIZE = 50_000_000
"""Largest file, in bytes."""

POINTS = 500_000
"""Most points of all shapes together; a map on paper shows fewer."""

Ring = tuple[tuple[float, float], ...]


def read_shapes(source: str | Path, *, name_property: str = "area", lang: str = "nl") -> dict[str, tuple[Ring, ...]]:
    """Read the shapes of areas.

    Parameters
    ----------
    source
        A GeoJSON file: a collection of features with polygons, in longitude and latitude (WGS 84).
    name_property
        The property of a feature that holds the code of the area, as in the table of areas.
    lang
        Language of messages.

    Returns
    -------
    shapes
        Code of an area to the rings of its polygons as (longitude, latitude). Features of the same code are one area.

    Raises
    ------
    UnreadableError
        If it is no GeoJSON, is too large, has no polygon under such a property, or is not in degrees.
    """
    path = Path(source)
    try:
        if not path.is_file():
            raise refusal(lang, "no_such_file", name=path.name)
        if path.stat().st_size > SIZE:
            raise refusal(lang, "shapes_too_large", name=path.name, most=SIZE // 1_000_000)
        found = json.loads(path.read_bytes())
        shapes: dict[str, tuple[Ring, ...]] = {}
        for code, rings in _features(found, name_property):
            shapes[code] = (*shapes.get(code, ()), *rings)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise refusal(lang, "not_shapes", name=path.name) from error
    if not shapes:
        raise refusal(lang, "no_shapes", name=path.name, property=name_property)
    points = sum(len(ring) for rings in shapes.values() for ring in rings)
    if points > POINTS:
        raise refusal(lang, "shapes_too_many_points", name=path.name, points=points, most=POINTS)
    if not all(_in_degrees(point) for rings in shapes.values() for ring in rings for point in ring):
        raise refusal(lang, "shapes_not_in_degrees", name=path.name)
    return shapes


def _features(found: dict[str, list[dict[str, object]]], name_property: str) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    """Give the code and the rings of every feature that has both."""
    for feature in found["features"]:
        properties, geometry = feature.get("properties") or {}, feature.get("geometry") or {}
        if not isinstance(properties, dict) or not isinstance(geometry, dict):
            raise TypeError(feature)
        code, polygons = properties.get(name_property), _polygons(geometry)
        rings = tuple(_ring(ring) for polygon in polygons for ring in polygon)
        if code is not None and rings:
            yield str(code), rings


def _polygons(geometry: dict[str, object]) -> list[list[list[list[float]]]]:
    """Give the polygons of a geometry; other geometries have none."""
    drawn = geometry.get("coordinates")
    if not isinstance(drawn, list):
        return []
    return {"Polygon": [drawn], "MultiPolygon": drawn}.get(str(geometry.get("type")), [])


def _ring(points: Iterable[list[float]]) -> Ring:
    ring = tuple((float(point[0]), float(point[1])) for point in points)
    if len(ring) < 3:
        raise ValueError(ring)
    return ring


def _in_degrees(point: tuple[float, float]) -> bool:
    return all(math.isfinite(one) for one in point) and abs(point[0]) <= 180 and abs(point[1]) <= 90
