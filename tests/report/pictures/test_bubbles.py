"""The picture of a large region: every sector can be seen and read, whatever its size."""

from itertools import combinations

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse.model.vocabulary import SECTOR
from netwerkanalyse.report.pictures.font import width
from netwerkanalyse.report.region_map.bubbles import bubbles_svg

SVG = "{http://www.w3.org/2000/svg}"
sizes = st.lists(st.sampled_from([1, 4, 30, 200, 1112]), min_size=1, max_size=len(SECTOR.names))


def drawn(counts):
    """Give bubbles (x, y, radius) and names as boxes (left, top, right, bottom) of sectors of these sizes."""
    sectors = [(code, SECTOR.label(code, "nl"), count) for code, count in zip(SECTOR.names, counts, strict=False)]
    picture = fromstring(bubbles_svg("titel", "uitleg", sectors, {}, name="p"))
    bubbles = [tuple(float(one.get(side)) for side in ("cx", "cy", "r")) for one in picture.iter(f"{SVG}circle")]
    names = {words for _, words, _ in sectors}
    boxes = {}
    for one in picture.iter(f"{SVG}text"):
        words = "".join(one.itertext())
        if words in names:
            x, y, size = (float(one.get(name)) for name in ("x", "y", "font-size"))
            wide = width(words, size)
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[one.get("text-anchor", "middle")]
            boxes[words] = (left, y - 0.72 * size, left + wide, y)
    assert boxes.keys() == names
    return bubbles, list(boxes.values())


@given(sizes)
@settings(max_examples=60, deadline=None)
def test_nothing_lies_over_anything_else(counts):
    """No bubble over another, no name over a bubble or a name: also beside the largest sector."""
    bubbles, names = drawn(counts)

    assert len(bubbles) == len(counts)
    for (x, y, radius), (u, v, other) in combinations(bubbles, 2):
        assert (x - u) ** 2 + (y - v) ** 2 > (radius + other) ** 2
    for left, top, right, bottom in names:
        for x, y, radius in bubbles:
            near = min(max(x, left), right), min(max(y, top), bottom)
            assert (near[0] - x) ** 2 + (near[1] - y) ** 2 > radius**2
    for one, other in combinations(names, 2):
        assert one[0] > other[2] or other[0] > one[2] or one[1] > other[3] or other[1] > one[3]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_sectors(count):
    """A region without sectors, or of one or two, has a picture too."""
    assert len(drawn([3] * count)[0]) == count
