"""What became of referrals against a second reading of the definitions: doubles, blanks, loops, contact yet to come."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from partnerships import START, Plain, built

COPIES = 10
NAN = float("nan")


@st.composite
def courses(draw):
    """Rows of referrals between three: days close together and 90 days apart, the same row twice, anything blank."""
    rows = []
    for _ in range(draw(st.integers(0, 8))):
        day = draw(st.sampled_from((0, 1, 30, 90, 91, 120)))
        first = draw(st.none() | st.sampled_from((0, 1, 30, 31, 90)))
        outcome = draw(st.sampled_from((None, "contact", "returned", "forwarded", "waiting", "lost")))
        pair = draw(st.tuples(st.integers(0, 2), st.integers(0, 2)))
        row = (day, *pair, draw(st.sampled_from((None, "Z1", "Z2"))), None if first is None else day + first, outcome)
        rows += [row] * draw(st.sampled_from((1, 1, 2)))
    return draw(st.permutations(rows)), draw(st.none() | st.sampled_from((0, 30, 91, 120, 181, 300)))


@settings(deadline=None, max_examples=40)
@given(courses())
def test_courses_agree_with_the_second_reading(drawn):
    """Every share of the region and of who received, with each course ten times so that none is suppressed."""
    rows, until = drawn
    sent = [(*row[:3], row[3] and f"{row[3]} {copy}", *row[4:]) for copy in range(COPIES) for row in rows]
    region = built(Plain((None,) * 3, referrals=tuple(sent)))
    day = None if until is None else START + timedelta(until)
    whole = measure_partnership(region, ["region_referrals"], until=day).iloc[0]
    table = measure_partnership(region, ["received_referrals"], level=Level.ORGANISATION, until=day)
    last = naive.referrals.last_named(rows) if until is None else until
    last = 0 if last is None else last
    known = naive.referrals.seen(rows, last)

    assert whole["all_referrals"] == COPIES * len(known)
    assert whole["referral_pairs"] == len({frozenset(row[1:3]) for row in known})
    assert table["referrals_sent"].tolist() == [COPIES * sum(row[1] == one for row in known) for one in range(3)]
    routes = naive.referrals.both_ways(rows, last)
    assert whole["return_route_share"] == pytest.approx(NAN if routes is None else float(routes), nan_ok=True)
    for to, row, name in [(None, whole, "all"), *((to, table.iloc[to], "received") for to in range(3))]:
        for measure, value in naive.referrals.outcomes(rows, last, to).items():
            expected = NAN if value is None else float(value)
            assert row[f"{name}_{measure}"] == pytest.approx(expected, nan_ok=True), (to, measure)
