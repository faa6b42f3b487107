"""Which days of a need were covered, and who took over from whom."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.kernels.continuity import Continuity, Limits, continuity, handovers
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.continuity import history, need_windows
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, empty_results
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import DOMAIN
from networks import TODAY, Client, caseload_of, dated_clients, with_contacts

FIRST = date(2026, 6, 1)


def support(member, start, end=None, amount=1.0, status="happening"):
    """Support in housing between two days of June."""
    days = {name: day and FIRST + timedelta(days=day - 1) for name, day in (("start", start), ("end", end))}
    return {"member": member, "domain": "housing", "amount": amount, "status": status, **days}


def june(*supports, people=None, ties=(), **need):
    """A client with a light need in housing from 1 June, seen on 30 June."""
    needs = [{"domain": "housing", "need": 1, "start": FIRST, **need}]
    people = people or [{}, {}, {}]
    return Client("K", people, list(ties), needs, list(supports), attributes={"reference_date": TODAY})


def housing(client, **cutoffs):
    """The measures of that need."""
    frame = measure(caseload_of(client), ["continuity"], level=Level.DOMAIN, cutoffs=Cutoffs(**cutoffs))
    return frame.loc[("K", "housing")]


def test_a_gap_between_two_helpers():
    """Ten days covered, eight not, twelve covered: both the first and the last day count."""
    found = housing(june(support(0, 1, 11, status="ended"), support(1, 19)), long_gap_days_light=7)

    assert found["need_days"] == 30
    assert found["uncovered_days"] == 8
    assert found["person_day_coverage"] == pytest.approx(22 / 30)
    assert found["gap_time"]
    assert found["longest_gap"] == 8
    assert found["long_gaps"] == 1


def test_a_gap_as_long_as_the_cutoff_is_not_long():
    """Longer than the cut-off, not as long as."""
    assert housing(june(support(0, 1, 11), support(1, 19)), long_gap_days_light=8)["long_gaps"] == 0


@pytest.mark.parametrize(("need", "limit"), [(1, 90), (2, 30), (3, 30)])
def test_how_long_a_gap_may_last_depends_on_the_need(need, limit):
    """Ninety days for a light need, thirty for an intensive one; a substantial need takes the stricter limit."""
    begin = FIRST - timedelta(days=limit + 1)
    row = housing(june(support(0, 1, amount=3), need=need, start=begin))
    shorter = housing(june(support(0, 1, amount=3), need=need, start=begin + timedelta(days=1)))

    assert (row["long_gap_from"], row["longest_gap"], row["long_gaps"]) == (limit, limit + 1, 1)
    assert (shorter["longest_gap"], shorter["long_gaps"]) == (limit, 0)


def test_the_most_fundamental_reason_comes_first():
    """A need nobody asked about, then no need, and only then days that are not known."""
    needs = [{"domain": "housing", "need": 0}, {"domain": "work", "need": 1}, {"domain": "learning", "need": None}]
    frame = measure(caseload_of(Client("K", needs=needs)), ["continuity"], level=Level.DOMAIN)

    assert why_missing(frame).loc["K"].loc[["learning", "housing", "work"], "long_gaps"].tolist() == [
        "need_unknown",
        "no_need",
        "no_need_window",
    ]


def test_what_is_planned_or_refused_did_not_happen():
    """Only what happened covers a day."""
    found = housing(june(support(0, 1, status="planned"), support(1, 1, status="refused")))

    assert found["person_day_coverage"] == 0
    assert found["longest_gap"] == 30


def test_support_that_ended_nobody_knows_when_makes_days_unknown():
    """Unknown is not zero: the days could have been covered, except the reference date itself."""
    client = june(support(0, 11, status="ended"))
    found = measure(caseload_of(client), ["continuity"], level=Level.DOMAIN)

    row = found.loc[("K", "housing")]
    assert (row["unknown_days"], row["uncovered_days"]) == (19, 11)
    assert pd.isna(row["person_day_coverage"])
    assert row["gap_time"]
    assert why_missing(found).loc[("K", "housing"), "person_day_coverage"] == "support_history_unknown"


def test_nobody_supports_outside_the_time_they_are_around():
    """Somebody who left on the 16th covered half of June, whatever the support says."""
    assert housing(june(support(0, 1), people=[{"end": date(2026, 6, 16)}]))["uncovered_days"] == 15


@pytest.mark.parametrize(
    ("second", "gap"),
    [
        (support(1, 20), False),
        (support(1, 26), True),
        (support(1, 1, 5), True),
        (support(1, 1), False),
        (support(1, 1, amount=0.5), True),
    ],
    ids=["in time", "too late", "gone before", "covers by itself", "too little by itself"],
)
def test_handover_gap(second, gap):
    """Support ended on the 11th: who takes over within a fortnight, or covers the need already, prevents a gap."""
    assert housing(june(support(0, 1, 11, status="ended"), second))["gap_handover"] == gap


def test_a_handover_gap_waits_until_the_fortnight_is_over():
    """Support that ended a week ago may still be taken over."""
    assert not housing(june(support(0, 1, 24, status="ended")))["gap_handover"]


def test_why_there_is_no_window():
    """No need, need unknown, no start and no reference date are told apart."""
    needs = [{"domain": "housing", "need": 0}, {"domain": "work", "need": 1}, {"domain": "learning", "need": None}]
    client = Client("K", needs=needs, attributes={"reference_date": TODAY})

    found = measure(caseload_of(client), ["continuity"], level=Level.DOMAIN)["need_window"]["K"]

    assert found[["housing", "work", "learning", "leisure"]].tolist() == [
        "no_need",
        "no_start",
        "need_unknown",
        "need_unknown",
    ]


@given(dated_clients())
def test_days_agree_with_the_definitions(drawn):
    """Kernel and definition agree on any small history, day by day."""
    client, _ = drawn
    today = client.attributes.get("reference_date")
    cutoffs = Cutoffs(handover_days=5, long_gap_days_light=9, long_gap_days_intensive=4, enough=0.8, light_need=2)
    periods = naive.continuity.happened(client.people, client.supports, today) if today else []
    needs = {need["domain"]: need for need in client.needs}

    found = measure(caseload_of(client), ["continuity"], level=Level.DOMAIN, cutoffs=cutoffs).loc["K"]

    for domain in DOMAIN.names:
        row, need = found.loc[domain], needs.get(domain)
        here = [period for period in periods if period["domain"] == domain]
        days = naive.continuity.need_window(need, here, today)
        assert row["need_window"] == (days if isinstance(days, str) else "known")
        assert row["undated_supports"] == sum(period["begin"] == naive.continuity.ALWAYS for period in here)
        if row["need_window"] == "known":
            assert_days(row, days, need["need"], here)


@given(dated_clients())
def test_gaps_in_time_are_counted_by_definition(drawn):
    """The counts are over the domains of which every day is known; without one there is no count."""
    client, _ = drawn
    today = client.attributes.get("reference_date")
    periods = naive.continuity.happened(client.people, client.supports, today) if today else []

    found = measure(caseload_of(client), ["continuity"], cutoffs=Cutoffs(handover_days=5, enough=0.8)).loc["K"]

    expected = naive.continuity.gap_counts(client.needs, periods, today, 0.8, 5)
    for name, value in expected.items():
        assert pd.isna(found[name]) if value is None else found[name] == value, name


def test_a_domain_that_cannot_be_followed_is_not_a_domain_without_gaps():
    """Where every need has days nobody knows of, there is no count but a reason; beside it, how many such needs."""
    client = caseload_of(june(support(0, 1, amount=None)))
    found = measure(client, ["continuity"])

    assert found.loc["K", ["followed_domains", "unfollowed_domains"]].tolist() == [0, 1]
    assert found.loc["K", ["gaps_time", "gaps_handover"]].isna().all()
    assert set(why_missing(found).loc["K", ["gaps_time", "gaps_handover"]]) == {"no_followed_domain"}


def assert_days(row, days, need, periods):
    """Compare one domain with the definitions."""
    states = [naive.continuity.day_state(day, need, 0.8, periods) for day in days]
    gaps = naive.continuity.stretches(states)
    sure = None not in states
    expected = {
        "need_days": len(days),
        "unknown_days": states.count(None),
        "uncovered_days": states.count(False),
        "person_day_coverage": states.count(True) / len(states) if sure else None,
        "longest_gap": max(gaps, default=0) if sure else None,
        "long_gaps": sum(gap > (9 if need <= 2 else 4) for gap in gaps) if sure else None,
        "gap_time": True if gaps else False if sure else None,
        "gap_handover": naive.continuity.handover_gap(days, need, 0.8, periods, 5),
    }
    for name, value in expected.items():
        assert pd.isna(row[name]) if value is None else row[name] == pytest.approx(value), name


TIED = [(0, 1, "yes", None)]


@pytest.mark.parametrize(
    ("second", "ties", "contacts", "days", "warmth"),
    [
        (support(1, 8), TIED, [], -3, "warm"),
        (support(1, 8), [], [0, 1], -3, "maybe_warm"),
        (support(1, 8), [], [0], -3, "lukewarm"),
        (support(1, 8), [(0, 1, "unwanted", None)], [0], -3, "lukewarm"),
        (support(1, 11), TIED, [], 0, "lukewarm"),
        (support(1, 25), TIED, [], 14, "lukewarm"),
        (support(1, 26), TIED, [0, 1], 15, "cold"),
        (support(1, 8), [(0, 1, "unknown", None)], [], -3, "maybe_warm"),
        (support(1, 11), [(0, 1, "unknown", None)], [0, 1], 0, "lukewarm"),
    ],
)
def test_warmth_of_a_handover(second, ties, contacts, days, warmth):
    """Warm takes a day of overlap and contact between the two; seeing the client on one day is perhaps contact."""
    client = june(support(0, 1, 11, status="ended"), second, ties=ties)
    caseload = with_contacts(client, [{"member": one, "date": FIRST, "domain": None} for one in contacts])

    found = measure(caseload, ["handover"], level=Level.HANDOVER)

    assert found.index.tolist() == [("K", "housing", 1)]
    row = found.iloc[0]
    assert (row["predecessor"], row["successor"], row["days_between"]) == ("p0", "p1", days)
    assert row["warmth"] == warmth
    if warmth == "maybe_warm":
        assert why_missing(found)["connected"].tolist() == ["joint_contact_unknown"]


@pytest.mark.parametrize("present", [True, False])
def test_a_meeting_makes_a_handover_warm(present):
    """Only those who were there met; who is invited is not."""
    caseload = caseload_of(
        june(support(0, 1, 11, status="ended"), support(1, 8)),
        meetings=pd.DataFrame({"client": ["K"], "meeting": ["1"], "date": [date(2026, 6, 9)]}),
        attendance=pd.DataFrame({"client": "K", "meeting": "1", "member": ["p0", "p1"], "present": [True, present]}),
    )

    warmth = measure(caseload, ["handover"], level=Level.HANDOVER)["warmth"]

    assert warmth.tolist() == ["warm" if present else "lukewarm"]


def test_two_meetings_on_one_day_are_not_one():
    """Who sat at different meetings of the same day did not meet there."""
    caseload = caseload_of(
        june(support(0, 1, 11, status="ended"), support(1, 8)),
        meetings=pd.DataFrame({"client": "K", "meeting": ["1", "2"], "date": date(2026, 6, 9)}),
        attendance=pd.DataFrame({"client": "K", "meeting": ["1", "2"], "member": ["p0", "p1"], "present": True}),
    )

    assert measure(caseload, ["handover"], level=Level.HANDOVER)["warmth"].tolist() == ["lukewarm"]


@given(dated_clients())
def test_handovers_agree_with_the_definitions(drawn):
    """Who took over from whom, and how warm that was."""
    client, contacts = drawn
    today = client.attributes.get("reference_date")
    periods = naive.continuity.happened(client.people, client.supports, today) if today else []
    expected = []
    for one, other in naive.continuity.handovers(periods, 5):
        left, came = periods[one], periods[other]
        days = (came["begin"] - left["end"]).days
        warmth = naive.continuity.warmth(days, knew_each_other(client, contacts, left, came), 5)
        expected.append((left["domain"], f"p{left['person']}", f"p{came['person']}", days, warmth))

    found = measure(with_contacts(*drawn), ["handover"], level=Level.HANDOVER, cutoffs=Cutoffs(handover_days=5))

    rows = found.reset_index()[["domain", "predecessor", "successor", "days_between", "warmth"]].astype(object)
    assert sorted(map(str, rows.where(rows.notna(), None).itertuples(index=False, name=None))) == sorted(
        map(str, expected)
    )


def knew_each_other(client, contacts, left, came):
    """Whether two people had a tie; None when it is unknown, or both had a contact on a day around the handover."""
    around = timedelta(days=5)
    seen = [{one["date"] for one in contacts if one["member"] == period["person"]} for period in (left, came)]
    same_day = any(came["begin"] - around <= day <= left["end"] + around for day in seen[0] & seen[1])
    both = {left["person"], came["person"]}
    said = [present for a, b, present, _ in client.ties if {a, b} == both]
    answer = said[0] if said else "no" if client.all_asked else "unknown"
    return True if answer == "yes" else None if same_day or answer == "unknown" else False


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    clients = [
        june(support(0, 1, 11, status="ended"), support(1, 19), support(0, 3, 9, amount=None)),
        Client("L"),
        june(support(0, 1, 8), support(1, 6, 15), support(2, 15), need=2),
    ]
    for name, client in zip("KLM", clients, strict=True):
        client.name = name
    network = Network(caseload_of(*clients))
    past = history(network)
    windows, _ = need_windows(network, past, Cutoffs())
    plain_results, compiled_results = (empty_results(Continuity, windows.need.shape) for _ in range(2))
    continuity.python(0, 3, past, windows, Limits(1.0, 5), plain_results)
    continuity.compiled(0, 3, past, windows, Limits(1.0, 5), compiled_results)
    plain_successors, compiled_successors = (np.zeros(len(past.person), dtype=np.int64) for _ in range(2))
    handovers.python(0, 3, past, 5, plain_successors)
    handovers.compiled(0, 3, past, 5, compiled_successors)

    for mine, yours in zip(plain_results, compiled_results, strict=True):
        np.testing.assert_array_equal(mine, yours)
    np.testing.assert_array_equal(plain_successors, compiled_successors)
