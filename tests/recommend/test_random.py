"""What no proposal may ever do, over random caseloads in which every limit is met often.

The limits are looked up in the tables themselves, not in what the recommender makes of them.
"""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse import Level, measure, recommend
from netwerkanalyse.model.vocabulary import LANGUAGE
from netwerkanalyse.recommend.change import together
from netwerkanalyse.recommend.gains import AIMS
from netwerkanalyse.recommend.variants import variants
from proposal_cases import crowd, services

CLIENTS = 600


@pytest.fixture(scope="module")
def caseload():
    """Many small networks."""
    return crowd(CLIENTS, seed=4)


@pytest.fixture(scope="module")
def region():
    """Forty services."""
    return services(seed=4)


@pytest.fixture(scope="module")
def found(caseload, region):
    """The proposals for all of them."""
    return recommend.client(caseload, region)


def rows_of(frame, *columns):
    """Look rows up by some columns."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {tuple(row[column] for column in columns): row for row in rows}


def test_there_is_something_to_test(found):
    """Every kind of proposal and every limit occurs."""
    assert Counter(one.kind for one in found.proposals).keys() == {kind.name for kind in recommend.KINDS}
    told = set(found.dropped["limit"])
    # All pairs are looked at within the kind, so that no draft is ever made of a pair that may not meet.
    assert {limit.name for limit in recommend.LIMITS} - told <= {"tension", "unwanted_contact", "waiting"}
    assert {"doublure", "no_effect"} <= told


def test_nobody_unsafe_or_refused_is_ever_involved(caseload, found):
    """Who the client refuses, or who is not safe, stands in no change, no limit and no runner-up."""
    members = caseload.members
    off = set(
        map(
            tuple,
            members.loc[(members["unsafe"] | members["unwanted"]).fillna(value=False), ["client", "member"]].values,
        )
    )
    for one in found.proposals:
        people = {one.involved.asked, *(code for pair in one.involved.meet for code in pair)}
        named = {code for row in one.change.rows for code in row.filled.values() if isinstance(code, str)}
        assert not {(one.client, code) for code in people | named} & off
        for close in one.runners_up:
            assert not {(one.client, code) for code in close.key.replace("+", "/").split("/")} & off


def test_changes_only_add(found):
    """No change takes anything away: rows come, somebody comes back, a pair comes into contact."""
    cells = {(cell.table, cell.column, cell.value) for one in found.proposals for cell in one.change.cells}
    assert cells == {("members", "active", True), ("ties", "present", "yes")}
    assert {row.table for one in found.proposals for row in one.change.rows} == {"members", "supports", "ties"}


def test_nobody_is_asked_what_they_cannot_give(caseload, found):
    """Asked support stays within a known capacity, burdens nobody heavily burdened, and was not refused before."""
    members = rows_of(caseload.members, "client", "member")
    given, refused = defaultdict(float), set()
    for row in caseload.supports.itertuples():
        if row.status in {"happening", "planned"} and row.direction != "from_client":
            given[row.client, row.member] += row.amount
        if row.status == "refused":
            refused.add((row.client, row.member, row.domain))
    asked = [one for one in found.proposals if one.involved.asked]
    assert len(asked) > 100
    for one in asked:
        who = one.client, one.involved.asked
        assert members[who]["capacity"] is not None
        assert given[who] + one.involved.amount <= members[who]["capacity"] + 1e-9
        assert (members[who]["burden"] or 0) < 9
        assert (*who, one.involved.domain) not in refused


def test_pairs_are_wanted_calm_and_consented(caseload, found):
    """Nobody meets against the client's wish, over tension, or without a consent where consents are recorded."""
    ties = caseload.ties
    barred = defaultdict(set)
    for row in ties.itertuples():
        if row.present == "unwanted" or (row.kind == "tension" and row.present == "yes"):
            barred[row.client].add(frozenset((row.source, row.target)))
    consents = caseload.consents.groupby("client")["member"].agg(set).to_dict()
    meetings = [(one.client, pair) for one in found.proposals for pair in one.involved.meet]
    assert len(meetings) > 300
    for client, pair in meetings:
        assert pair not in barred[client]
        assert client not in consents or pair <= consents[client]


def test_services_can_be_reached(caseload, region, found):
    """A proposed service is in the area, for the age, under the law, in the language, has places and is not there."""
    clients, offers = rows_of(caseload.clients, "client"), rows_of(region.services, "service")
    within = {"noord": {"noord", "regio"}, "zuid": {"zuid", "regio"}, "west": {"west"}}
    here = {(row.client, row.member): row.organisation for row in caseload.members.itertuples()}
    gives = {
        (row.client, row.domain, here[row.client, row.member])
        for row in caseload.supports.itertuples()
        if row.status == "refused"
    }
    proposed = [one for one in found.proposals if one.involved.service]
    assert len(proposed) > 300
    for one in proposed:
        client, offer = clients[one.client,], offers[one.involved.service.code,]
        assert not (client["area"] and offer["areas"]) or set(offer["areas"].split(";")) & within[client["area"]]
        assert not (client["laws"] and offer["laws"]) or set(client["laws"].split(";")) & set(offer["laws"].split(";"))
        spoken = {LANGUAGE.read(word) for word in (offer["languages"] or "").split(";")}
        assert not (client["language"] and offer["languages"]) or client["language"] in spoken
        assert client["age"] is None or (offer["age_from"] or 0) <= client["age"] <= (offer["age_to"] or 200)
        assert offer["capacity"] != 0
        assert (one.client, one.involved.domain, offer["organisation"]) not in gives


def test_every_proposal_does_as_it_says_and_makes_no_doublure(caseload, found):
    """Measured again, effects are as told; no life domain becomes a doublure, and nobody is asked too much."""
    at = caseload.client_index.get_indexer([one.client for one in found.proposals])
    done = variants(caseload, at, [one.change for one in found.proposals])
    families = ["coverage", "gaps", "fragility", "doubles", "cohesion", "bridging", "brokerage", "load"]
    before, after = (measure(one, families) for one in (caseload, done))
    assert (after["doublures"].to_numpy() <= before["doublures"].to_numpy()[at]).all()
    assert (after["possible_doublures"].to_numpy() <= before["possible_doublures"].to_numpy()[at]).all()
    assert (after["informal_over_capacity"].to_numpy() <= before["informal_over_capacity"].to_numpy()[at]).all()
    domains = measure(done, ["coverage", "gaps", "fragility", "doubles", "routes"], level=Level.DOMAIN)
    for number, one in enumerate(found.proposals):
        for effect in one.effects:
            if effect.domain:
                told = domains.at[(str(number), effect.domain), effect.measure]
            elif effect.measure in after:
                told = after.iloc[number][effect.measure]
            else:
                continue  # ways back are a table of their own, tested with their kind
            assert (pd.isna(told) and np.isnan(effect.after)) or float(told) == effect.after


def doubled(caseload, client, proposals):
    """Whether proposals make a doublure, or perhaps one, when all are done."""
    at = np.array([caseload.client_index.get_loc(client)])
    done = variants(caseload, at, [together(one.change for one in proposals)])
    before, after = (
        measure(one, ["doubles"])[["doublures", "possible_doublures"]].sum(axis=1).iloc[0]
        for one in (caseload.select([client]), done)
    )
    return after > before


def test_what_is_shown_makes_no_doublure_all_together_either(caseload, found):
    """Two who each fit may be too much together: done all at once, no life domain becomes a doublure."""
    shown = [[one for one in found.of(client).values() if one.shown] for client in caseload.client_index]
    done = variants(
        caseload, np.arange(len(caseload)), [together(one.change for one in proposals) for proposals in shown]
    )
    before, after = (measure(one, ["doubles"]).reset_index(drop=True) for one in (caseload, done))
    assert (after["doublures"] <= before["doublures"]).all()
    both = ["doublures", "possible_doublures"]
    assert (after[both].sum(axis=1) <= before[both].sum(axis=1)).all()


def test_variants_are_what_the_tables_give(caseload, found):
    """A variant made of positions measures the same as tables that were built and checked anew."""
    rng = np.random.default_rng(8)
    for number in rng.choice(len(found.proposals), 25, replace=False):
        one = found.proposals[number]
        alone = caseload.select([one.client])
        frames = {name: frame.astype(object) for name, frame in alone.tables.items()}
        for cell in one.change.cells:
            frame = frames[cell.table]
            there = np.logical_and.reduce([frame[column] == value for column, value in cell.where.items()])
            frame.loc[there, cell.column] = cell.value
        for row in one.change.rows:
            added = pd.DataFrame([{"client": one.client, "start": None, **row.filled}], dtype=object)
            if row.table == "supports":
                added["start"] = pd.Timestamp("2020-01-01")  # the same support may be there without a date
            added = added.reindex(columns=frames[row.table].columns)
            frames[row.table] = pd.concat([frames[row.table], added], ignore_index=True)
        built = alone.with_tables(**frames)
        made = variants(caseload, np.array([caseload.client_index.get_loc(one.client)]), [one.change])

        expected, actual = measure(built).reset_index(drop=True), measure(made).reset_index(drop=True)
        pd.testing.assert_frame_equal(actual, expected)


def test_few_are_shown_and_nobody_is_asked_twice(found):
    """At most five a client, nothing changes among them and last, and no person asked for support more than once."""
    for client in found.choices.index:
        shown = [one for one in found.of(client).values() if one.shown]
        assert len(shown) <= 5
        assert sorted(one.place for one in shown) == list(range(1, len(shown) + 1))
        assert shown[-1].key == "nothing"
        asked = [one.involved.asked for one in shown if one.involved.asked]
        assert len(asked) == len(set(asked))


def test_what_the_shown_ones_add_is_divided_whole(found):
    """In the order shown and over all orders, the parts make the same whole; alone, each adds what it says."""
    table = found.attribution()
    whole = table.groupby(["client", "aim"])[["adds", "fair"]].sum()

    assert len(table) == len(found.shown) * len(AIMS)
    np.testing.assert_allclose(whole["adds"], whole["fair"], atol=1e-6)
    shown = {(one.client, one.key): one for one in found.shown}
    assert all(row.gain == getattr(shown[row.client, row.proposal].gain, row.aim) for row in table.itertuples())
    assert (table["adds"] != table["fair"]).any()


def test_there_is_something_of_every_class(caseload, found):
    """What there is, is shown: without a new person, from a naaste or peer, from a professional.

    Unless it makes a doublure together with what is shown.
    """
    classes = (
        lambda one: not one.involved.new_person,
        lambda one: one.involved.side in {"informal", "peer"},
        lambda one: one.involved.side == "formal",
    )
    for client in found.choices.index:
        options = [one for one in found.of(client).values() if one.kind != "nothing"]
        shown = [one for one in options if one.shown]
        for of_class in classes:
            if not any(map(of_class, shown)):
                assert all(doubled(caseload, client, [*shown, one]) for one in options if of_class(one))


def test_no_sort_of_person_is_shown_where_somebody_known_does_as_much(caseload, found):
    """At equal effect on every earlier aim, a named person or service of the same side goes before a sort of person.

    Unless that makes a doublure together with the others that are shown.
    """
    compared = 0
    before = AIMS[: AIMS.index("known")]
    near = {"informal", "peer"}
    for client in found.choices.index:
        proposals = list(found.of(client).values())
        asked = {one.involved.asked for one in proposals if one.shown}
        by_finding = defaultdict(list)
        for one in proposals:
            by_finding[one.finding.name].append(one)
        for options in by_finding.values():
            shown = [one for one in options if one.shown and one.key.startswith("sort/")]
            known = [one for one in options if one.key.startswith(("support/", "service/"))]
            for sort, other in ((sort, other) for sort in shown for other in known if not other.shown):
                compared += 1
                same_side = (
                    sort.involved.side == other.involved.side or {sort.involved.side, other.involved.side} <= near
                )
                equal = all(getattr(sort.gain, aim) == getattr(other.gain, aim) for aim in before)
                if same_side and equal and (other.involved.asked or "-") not in asked:
                    assert doubled(caseload, client, [other if one is sort else one for one in proposals if one.shown])
    assert compared > 50


def test_naasten_and_peers_are_both_shown_where_no_kind_is_wished(caseload, found):
    """Neither sort always stands behind the other."""
    wished = rows_of(caseload.needs, "client", "domain")
    shown = [one for one in found.shown if one.key.startswith("sort/") and one.finding.domain]
    sides = Counter(one.involved.side for one in shown if not wished[one.client, one.domain]["wanted_kind"])
    assert min(sides["informal"], sides["peer"]) > 20


def test_the_same_data_gives_the_same_proposals(caseload, region, found):
    """Nothing depends on chance, nor on which other clients are in the caseload."""
    some = [f"K{number}" for number in range(0, CLIENTS, 50)]
    again = recommend.client(caseload.select(some), region)

    expected = found.to_frame().set_index("client").loc[some].reset_index()
    pd.testing.assert_frame_equal(again.to_frame(), expected)


def test_rejected_ones_do_not_return(caseload, region, found):
    """What was rejected stays away on the same numbers; what was chosen or put off is no longer shown."""
    some = [f"K{number}" for number in range(60)]
    small = caseload.select(some)
    shown = [one for one in found.shown if one.client in some and one.key != "nothing"]
    answers = ["rejected", "chosen", "later"]
    rows = [
        {"client": one.client, "proposal": one.key, "answer": answers[number % 3], "grounds": one.finding.grounds}
        for number, one in enumerate(shown)
    ]
    again = recommend.client(small.with_tables(answers=pd.DataFrame(rows)), region)

    for row in rows:
        kept = again.of(row["client"]).get(row["proposal"])
        assert (kept is None) == (row["answer"] == "rejected")
        assert kept is None or (kept.answer == row["answer"] and not kept.shown)
