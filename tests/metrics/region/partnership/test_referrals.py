"""What becomes of referrals: contact, sent on, back and forth, routes both ways; and small cells."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.metrics.region.partnership.survival import happened_within, kaplan_meier, median_days
from partnerships import START, Plain, built, planted

REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"


def both(sent, size=4, until=None):
    """The measures of the region and of every organisation."""
    region = built(Plain(("welfare",) * size, referrals=tuple(sent)))
    tables = [
        measure_partnership(region, [family], level=level, until=until)
        for family, level in (("region_referrals", Level.REGION), ("received_referrals", Level.ORGANISATION))
    ]
    return tables[0], tables[1]


def waits(text):
    """Days and whether it happened; a plus means not yet."""
    return [(float(one.rstrip("+")), not one.endswith("+")) for one in text.split()]


def estimate(pairs):
    """The package's estimate."""
    days, happened = (np.array(column) for column in zip(*pairs, strict=True))
    return kaplan_meier(days.astype(float), happened.astype(bool))


def test_published_survival():
    """Remission of 21 patients on 6-MP (Freireich 1963): the estimates that every textbook prints, and the median."""
    found = estimate(waits(REMISSION))

    assert found.days.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert found.share.tolist() == pytest.approx([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=5e-4)
    assert median_days(found) == 23
    assert happened_within(found, 12) == pytest.approx(1 - 0.753, abs=5e-4)
    assert np.isnan(happened_within(found, 36))


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=12))
def test_waiting_agrees_with_the_definition(pairs):
    """Product over days of the share of those at risk to whom it did not happen."""
    found = estimate(pairs)

    for day in range(10):
        share = happened_within(found, day)
        if max(days for days, _ in pairs) >= day:
            assert share == pytest.approx(1 - naive.layers.still_waiting(pairs, day))
        else:
            assert np.isnan(share) or share == pytest.approx(1 - naive.layers.still_waiting(pairs, day))


def test_contact_that_is_still_to_come_counts_as_waiting():
    """Half had contact after five days, half still waits on the last day; a dropped one counts as waiting too."""
    sent = [(0, 0, 1, None, 5, "contact")] * 20 + [(0, 0, 1, None, None, "waiting")] * 10
    sent += [(0, 0, 1, None, None, "lost")] * 10
    whole, _ = both(sent, until=date(2026, 3, 1))

    assert whole["all_contact_share"].item() == whole["all_contact_in_time"].item() == 1 / 2
    assert whole["all_days_to_contact"].item() == 5


def test_contact_after_the_last_day_has_not_happened_yet():
    """The file of today says when contact was; on an earlier day it was not there, and everybody waited 30 days."""
    sent = [(0, 0, 1, None, 90, "contact")] * 20
    then, now = (both(sent, until=START + timedelta(day))[0].iloc[0] for day in (30, 90))

    assert then[["all_contact_share", "all_dated", "all_ended", "all_contact_in_time"]].tolist() == [0, 20, 0, 0]
    assert now[["all_contact_share", "all_dated", "all_ended", "all_days_to_contact"]].tolist() == [1, 20, 20, 90]


def test_back_and_forth_is_about_one_case_and_in_time():
    """A to B and back within 90 days about one case; another case, or later, is not back and forth."""
    there = [(number % 5, 0, 1, f"Z{number}", None, "returned") for number in range(40)]
    back = [(50, 1, 0, f"Z{number}", None, "returned") for number in range(12)]
    late = [(99, 1, 0, f"Z{number}", None, None) for number in range(12, 24)]
    other = [(50, 1, 0, f"Y{number}", None, None) for number in range(12)]
    _, table = both([*there, *back, *late, *other], until=date(2026, 4, 10))

    assert table.loc["O1", "received_followed"] == 40
    assert table.loc["O1", "received_back_share"] == 12 / 40


def test_few_clients_are_suppressed_and_whatever_gives_them_away():
    """One receiver has nine clients of many referrals: it is hidden, and the next smallest with it; totals stay."""
    sizes = {0: 9, 1: 14, 2: 30, 3: 0}
    sent = [
        (0, (to + 1) % 4, to, f"Z{to} {number}", 1, "contact") for to, size in sizes.items() for number in range(size)
    ]
    sent += [(2, 1, 0, f"Z0 {number}", 3, "contact") for number in range(9)]
    whole, table = both(sent)

    assert table["received_referrals"].isna().tolist() == [True, True, False, False]
    assert set(why_missing(table).loc[["O0", "O1"], "received_contact_share"]) == {"suppressed"}
    assert table.loc["O2", "received_contact_share"] == 1
    assert why_missing(table).loc["O3", "received_contact_share"] == "no_referrals"
    assert whole["all_referrals"].item() == 62


def test_a_share_of_few_clients_is_suppressed():
    """Three of forty were sent back: the share would tell how many, and is hidden; the number received is not."""
    sent = [(0, 0, 1, f"Z{number}", None, "returned" if number < 3 else "lost") for number in range(40)]
    _, table = both(sent)

    assert table.loc["O1", "received_referrals"] == 40
    assert why_missing(table).loc["O1", "received_bounce_share"] == "suppressed"
    assert table.loc["O1", "received_contact_share"] == 0


def test_a_hidden_share_cannot_be_found_from_the_others():
    """Receivers whose contacts are hidden are two at least, and their contacts together are no small cell."""
    rng = np.random.default_rng(6)
    sent = []
    for number in range(300):
        to = int(rng.choice(4, p=[0.1, 0.2, 0.3, 0.4]))
        reached = rng.random() < (0.2 if to == 0 else 0.6)
        sent.append((0, (to + 1) % 4, to, f"Z{number}", 1 if reached else None, "contact" if reached else "lost"))
    _, table = both(sent)
    contacts = pd.Series([row[2] for row in sent if row[4] == 1]).value_counts()
    hidden = [place for place, shown in enumerate(table["received_contact_shown"]) if not shown]

    assert contacts[0] < 10
    assert len(hidden) >= 2
    assert contacts[hidden].sum() >= 10


def test_the_made_region_shows_where_people_wait():
    """In the made region one organisation lets people wait six times as long: it has the longest median."""
    region = built(planted())
    table = measure_partnership(region, ["received_referrals"], level=Level.ORGANISATION)
    whole = measure_partnership(region, ["region_referrals"]).iloc[0]

    assert whole["all_contact_in_time"] == pytest.approx(0.85 * (1 - np.exp(-3)), abs=0.04)
    assert whole["all_bounce_share"] == pytest.approx(0.15, abs=0.03)
    assert table["received_days_to_contact"].idxmax() == "O1"
    assert table["received_contact_in_time"].idxmin() == "O1"
