"""Organisations and ties of sectors."""

from collections import Counter

import pandas as pd
from hypothesis import given

from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.shape.sectors import organisations_by_sector, ties_between_sectors
from regions import built, regions


@given(regions())
def test_counts_agree_with_counting(small):
    """Every organisation is in a sector or in none; a tie counts for the sectors of both ends."""
    region = built(small)
    sectors = organisations_by_sector(region)
    ties = ties_between_sectors(RegionNetwork(region, small.layer))
    tied = [pair for pair, answer in small.answers.items() if answer == "yes"]
    ends = [tuple(small.sectors[end] for end in pair) for pair in tied]

    assert {None if pd.isna(code) else code: count for code, count in sectors.items()} == Counter(small.sectors)
    assert Counter(ties[ties > 0].to_dict()) == Counter(tuple(sorted(pair)) for pair in ends if None not in pair)
