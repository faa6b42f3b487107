"""Who takes part in what, in a real list with real dirt; and the page that tells about it."""

import re
from pathlib import Path

import pandas as pd
import pytest

import joint_arrangements as real
from netwerkanalyse.metrics.region.two_mode import initiative_overlap, missing_initiatives

PAGE = (Path(__file__).parents[2] / "docs" / "joint-arrangements.md").read_text(encoding="utf-8")


def table_under(heading):
    """The rows of the last table under a heading of the page, without its head."""
    section = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    tables = re.findall(r"(?:^\|.*\|\n)+", section, re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("|").split("|")] for line in one.split("\n")[2:-1]] for one in tables]


@pytest.fixture(scope="module")
def cleaned(shared):
    """The list, repaired."""
    return real.arrangements(shared)


@pytest.fixture(scope="module")
def regions(shared):
    """The set of municipalities of the region of every municipality, a column a purpose."""
    rows = real.divisions(shared).affiliations
    sets = rows.groupby("initiative")["organisation"].agg(frozenset)
    purpose = rows["initiative"].str.split(": ").str[0]
    return pd.DataFrame(
        {name: rows[purpose == name].set_index("organisation")["initiative"].map(sets) for name in real.DIVISIONS}
    )


def test_repairs_are_counted(cleaned):
    """Each kind of repair, and what is left; every municipality of 2016 is found."""
    (rows,) = table_under("What was repaired")
    written = {name: int(count) for name, count in rows}
    affiliations = cleaned.region.affiliations
    others = affiliations[~affiliations["organisation"].isin(cleaned.municipalities)]

    assert written == {name: cleaned.repairs[name] for name in written}
    assert (len(affiliations), affiliations["initiative"].nunique(), affiliations["organisation"].nunique()) == (
        3719,
        462,
        595,
    )
    assert (len(others), others["organisation"].nunique()) == (410, 205)
    assert set(cleaned.municipalities) <= set(affiliations["organisation"])
    assert not affiliations.map(lambda cell: "Ã" in str(cell)).any(axis=None)
    most = affiliations.groupby("initiative").size().max()
    assert most * (most - 1) // 2 == 4656


def test_every_municipality_lies_in_one_region_for_every_purpose(regions):
    """Six divisions of the same 390 municipalities, without a hole."""
    assert regions.shape == (390, 6)
    assert regions.notna().all(axis=None)


def test_how_far_regions_coincide(regions):
    """The table of the page, and how many different regions a municipality has to do with."""
    coincide, different = table_under("Care regions: how far do they coincide?")
    for at, (name, *cells) in enumerate(coincide):
        assert int(cells[at]) == regions[name].nunique()
        for other, cell in zip(list(regions)[at + 1 :], cells[at + 1 :], strict=True):
            assert int(cell) == (regions[name] == regions[other]).sum(), (name, other)
    counts = regions.apply(lambda row: len(set(row)), axis=1).value_counts()
    assert {int(number): int(count) for number, count in different} == counts.to_dict()


def test_the_measure_of_overlap_finds_the_same(regions, shared):
    """Pairs of regions that coincide, by the library and by comparing sets."""
    overlap = initiative_overlap(real.divisions(shared))
    same = overlap[overlap["initiative_overlap"] == 1]
    expected = sum(
        len(set(regions[one]) & set(regions[other])) for at, one in enumerate(regions) for other in list(regions)[:at]
    )

    assert len(same) == expected == 176


def test_overlaps_of_arrangements(cleaned):
    """Pairs of different kinds with three municipalities in common: how many, how many nest, and the largest."""
    kinds = real.kinds(cleaned.region)
    overlap = initiative_overlap(cleaned.region.select([*cleaned.municipalities, *kinds]), fewest_shared=3)
    one, other = (overlap.index.get_level_values(level).map(kinds) for level in range(2))
    found = overlap[one.notna() & other.notna() & (one != other)]
    (rows,) = table_under("Health and social arrangements that overlap")
    written = {(a, b): (int(both), float(share)) for a, b, both, share in rows}
    largest = found.nlargest(len(rows), "initiative_overlap")

    assert (len(kinds), len(found)) == (126, 124)
    assert (found["initiative_overlap"] == 1).sum() == 3
    assert ((found["smaller_within"] == 1) & (found["initiative_overlap"] < 1)).sum() == 88
    assert written == {
        pair: (row["members_shared"], round(row["initiative_overlap"], 2)) for pair, row in largest.iterrows()
    }


def missing_by(cleaned, **choices):
    """What municipalities do not take part in and their neighbours do, in no arrangement of that kind at all."""
    everything = [*cleaned.municipalities, *cleaned.region.affiliations["initiative"].unique()]
    found = missing_initiatives(cleaned.region.select(everything), real.kinds(cleaned.region), **choices)
    ours = found.index.get_level_values("organisation").isin(cleaned.municipalities)
    return found[ours & ~found["another_of_kind"].to_numpy(dtype=bool)]


def test_what_neighbours_have(cleaned):
    """The list of the page, and how much it depends on the cut-offs."""
    (rows,) = table_under("What municipalities miss that their neighbours have")
    found = missing_by(cleaned)

    assert {(a, b): (int(there), int(near)) for a, b, there, near in rows} == {
        pair: (row["neighbours_in"], row["neighbours"]) for pair, row in found.iterrows()
    }
    sizes = [len(missing_by(cleaned, **choice)) for choice in ({"from_share": 0.5}, {"from_share": 1.0})]
    assert sizes == [41, 7]
    assert [len(missing_by(cleaned, neighbours=number)) for number in (3, 10)] == [15, 7]


def test_what_is_missing_is_not_a_gap_in_care(cleaned, shared):
    """Checked against the GGD region of every municipality: of the rows about public health none is a gap."""
    rows = real.divisions(shared).affiliations
    ggd = rows[rows["initiative"].str.startswith("public health")].set_index("organisation")["initiative"]
    health = [name for name, kind in real.kinds(cleaned.region).items() if kind == "public health"]
    missing = missing_by(cleaned)
    about = missing[missing.index.get_level_values("initiative").isin(health)].index.get_level_values("organisation")
    inside = cleaned.region.affiliations.query("initiative in @health")["organisation"].unique()

    assert ggd[about.unique()].to_dict() == {
        "Haarlemmermeer": "public health: GGD Kennemerland",
        "Krimpenerwaard": "public health: GGD Hollands-Midden",
        "Mook en Middelaar": "public health: GGD Limburg-Noord",
        "Nissewaard": "public health: GGD Rotterdam-Rijnmond",
    }
    assert len(set(inside) & set(cleaned.municipalities)) == 300
    outside = ggd[~ggd.index.isin(inside)].value_counts()
    assert (outside > 1).sum() == 6
