"""Agreements between organisations beside the clients they share: worked examples and the plain definitions."""

from collections import Counter
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

import naive
from alignments import SmallAlignment, agreed, alignments, built, many, zoo
from netwerkanalyse.kernels._jit import Kernel
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import ALIGNMENT_FAMILIES, measure_aligned
from netwerkanalyse.metrics.region.alignment.realisation import bootstrap_ratio, measure_realisation, risk_ratio
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, NOT_TIED, TIED

AGREEMENT = {True: TIED, False: NOT_TIED, None: NOT_KNOWN}
TIES = ("yes", "no", "unknown", "unwanted")


def whole(small, *families):
    """The one row of the region."""
    return measure_aligned(built(small), families or None).iloc[0]


def by_pair(small):
    """The table of pairs."""
    return measure_aligned(built(small), level=Level.DYAD)


@given(alignments())
@settings(max_examples=20, deadline=None)
def test_pairs_and_agreements_follow_the_definitions(small):
    """Everybody who is here, whose organisation the region knows and to whom the client agreed counts once a client."""
    alignment, members = built(small), small.members
    pairs = alignment.pairs
    found = {
        (one, other): (clients, agreement)
        for one, other, clients, agreement in zip(*(part.tolist() for part in pairs), strict=True)
    }
    expected = {
        pair: (naive.alignment.clients_shared(members, pair), AGREEMENT[small.agreed(pair)])
        for pair in small.pairs
        if naive.alignment.clients_shared(members, pair) or small.agreed(pair)
    }

    assert found == expected
    assert alignment.clients.tolist() == [sum(one in each for each in members) for one in range(small.organisations)]


@given(alignments())
@settings(max_examples=20, deadline=None)
def test_agreement_coverage_follows_its_definition(small):
    """Shared work under an agreement over the shared work of which that is known, with the bounds of what is not."""
    row = whole(small, "agreement_coverage")
    if row["load_suppressed"]:
        assert row[["load", "agreement_coverage_low", "agreement_coverage_high"]].isna().all()
        return
    expected = naive.alignment.agreement_coverage(small.members, small.pairs, small.agreed)
    found = row[["agreement_coverage", "agreement_coverage_low", "agreement_coverage_high"]].tolist()

    np.testing.assert_allclose(found, [np.nan if one is None else one for one in expected])


@given(alignments())
@settings(max_examples=20, deadline=None)
def test_ties_around_clients_follow_the_definition(small):
    """Two organisations around a client coordinate when any two of their people do."""
    expected = np.zeros((len(small.clients), 3, 4), dtype=np.int64)
    for number, client in enumerate(small.clients):
        people = [one.organisation if small.counts(client, one) else None for one in client.people]
        ties = {(a, b): state for a, b, state in client.ties}
        for pair in combinations(sorted({one for one in people if one is not None}), 2):
            tie = naive.alignment.organisations_tied(people, ties, pair, all_asked=client.all_asked)
            expected[number, AGREEMENT[small.agreed(pair)], TIES.index(tie)] += 1

    assert built(small).counted.tolist() == expected.tolist()


@given(alignments())
@settings(max_examples=20, deadline=None)
def test_care_density_follows_its_definition(small):
    """Shared clients of the organisations around a client, on average by pair."""
    found = measure_aligned(built(small), level=Level.CLIENT)["care_density"]
    expected = [naive.alignment.care_density(small.members, number) for number in range(len(small.clients))]

    np.testing.assert_allclose(found, [np.nan if one is None else one for one in expected])


def test_care_density_of_the_reference_program():
    """The example in the tests of R CareDensity: five patients, providers A, C and D."""
    patients = ((0, 1, 2), (0, 2), (0, 2), (2,), (1,))
    small = SmallAlignment(3, (), tuple(one for patient in patients for one in many(1, *patient)))

    found = measure_aligned(built(small), level=Level.CLIENT)["care_density"]
    np.testing.assert_allclose(found, [5 / 3, 3, 3, np.nan, np.nan])


def test_planted_agreements_are_found():
    """What was planted comes out: coverage, an agreement on paper, the work without agreement in order, the ratio."""
    clients = (
        *many(20, 0, 1, ties=((0, 1, "yes"),)),
        *many(20, 0, 1),
        *many(15, 2, 3, ties=((0, 1, "yes"),)),
        *many(45, 2, 3),
        *many(30, 0, 2),
        *many(12, 3, 4),
    )
    small = SmallAlignment(5, agreed((0, 1), (1, 4)), clients, limit=10)
    row, pairs = whole(small), by_pair(small)

    assert row["agreement_coverage"] == pytest.approx(40 / 142)
    assert (row["agreements"], row["paper_agreements"], row["paper_share"]) == (2, 1, 0.5)
    ranked = pairs["work_without_agreement"].dropna().sort_values()
    assert ranked.index.tolist() == [("O2", "O3"), ("O0", "O2"), ("O3", "O4")]
    assert row["realised_share_with"] == 0.5
    assert row["realised_share_without"] == pytest.approx(15 / 102)
    assert row["realised_ratio"] == pytest.approx(0.5 / (15 / 102))
    assert row["realised_ratio_from"] < row["realised_ratio"] < row["realised_ratio_to"]


def test_small_pairs_are_suppressed_with_what_would_give_them_away():
    """A pair of three clients is not shown, nor a pair of which only two clients of one side are not shared."""
    clients = (*many(3, 0, 1), *many(30, 0, 2), *many(25, 1, 3), *many(2, 1), *many(40, 2, 3))
    pairs = by_pair(SmallAlignment(4, (), clients, limit=10))

    assert pairs["pair_suppressed"].to_dict() == {
        ("O0", "O1"): True,  # three clients
        ("O0", "O2"): True,  # all but three of the clients of O0
        ("O1", "O3"): True,  # all but five of the clients of O1
        ("O2", "O3"): False,
    }
    assert pairs["shared_clients"].isna().tolist() == [True, True, True, False]
    assert pairs.loc[pairs["pair_suppressed"], ["shared_p", "shared_q", "work_without_agreement"]].isna().all(axis=None)


@given(alignments())
@settings(max_examples=20, deadline=None)
def test_no_small_number_of_clients_is_in_any_public_table(small):
    """No table but that of single clients holds a number of clients between nought and the limit."""
    alignment = built(small)
    public = {
        Level.DYAD: ["shared_clients"],
        Level.ORGANISATION: ["organisation_clients"],
        Level.REGION: [
            "aligned_clients",
            "load",
            "load_with_agreement",
            "load_without_agreement",
            "load_agreement_unknown",
            "realised_clients_with",
            "realised_coordinating_with",
            "realised_left_out_without",
            "people_without_consent",
        ],
    }
    for level, columns in public.items():
        families = ["agreement_coverage", "alignment_realisation"] if level is Level.REGION else None
        values = measure_aligned(alignment, families, level=level)[columns].to_numpy(dtype=float, na_value=np.nan)
        assert not ((values > 0) & (values < small.limit)).any(), level


@pytest.mark.parametrize(
    "clients",
    [
        (*many(50, 0), *many(40, 1), *many(3, 2)),  # three = all - 50 - 40
        (*many(45, 0), *many(45, 1), *many(5, 0, 1)),  # five = 50 + 50 - all
    ],
    ids=["organisation", "pair"],
)
def test_all_clients_together_give_no_small_number_away(clients):
    """Where nobody is with three organisations, the number of all clients is suppressed with a small number."""
    row = whole(SmallAlignment(3, (), clients, limit=10), "agreement_coverage")
    assert row["aligned_clients_suppressed"]
    assert np.isnan(row["aligned_clients"])


def test_all_clients_together_are_shown_where_they_tell_nothing():
    """Where clients of the suppressed pairs can be exchanged, organisations and totals are shown beside them."""
    clients = (*(one for number in range(4) for one in many(40, number)), *many(3, 0, 1), *many(20, 2, 3))
    small = SmallAlignment(4, (), clients, limit=10)
    row = whole(small, "agreement_coverage")
    assert by_pair(small)["pair_suppressed"].all()
    assert (row["aligned_clients"], row["people_counted"], row["load_without_agreement"]) == (183, 206, 23)
    assert measure_aligned(built(small), level=Level.ORGANISATION)["organisation_clients"].tolist() == [43, 43, 60, 60]


def test_people_who_count_give_no_small_organisation_away():
    """One person at a client: all people less the clients of the organisations that are shown is the small one."""
    clients = (*many(50, 0), *many(40, 1), *many(3, 2))
    row = whole(SmallAlignment(3, (), clients, limit=10), "agreement_coverage")
    assert row["people_suppressed"]
    assert np.isnan(row["people_counted"])


def test_pairs_around_clients_give_no_shared_clients_away():
    """The only pair with an agreement is suppressed, and so is the number of its pairs around clients."""
    clients = (*many(30, 0, 1), *many(5, 0), *many(40, 1), *many(50, 2))
    small = SmallAlignment(3, agreed((0, 1)), clients, limit=10)
    assert by_pair(small).loc[("O0", "O1"), "pair_suppressed"]
    row = whole(small, "agreement_coverage", "alignment_realisation")
    flags = ["load_with_agreement_suppressed", "realised_clients_suppressed_with", "realised_suppressed_with"]
    assert row[flags].all()
    assert row[["load_with_agreement", "realised_pairs_all_with", "realised_clients_with"]].isna().all()


def test_correlations_do_not_depend_on_suppressed_numbers():
    """Three clients or four of a suppressed pair: the correlation and the regression stay the same."""

    def told(few):
        with_three = (*many(60, 0, 2, 3), *many(30, 1, 2, 3))
        alone = (*many(40, 0), *many(40, 1), *many(40, 3), *many(40, 4))
        # What one pair has less the other has more, so that no organisation is larger or smaller.
        rest = (*many(few, 0, 1), *many(12 - few, 0, 4), *many(9 - few, 1), *many(few + 1, 4))
        return whole(
            SmallAlignment(5, agreed((0, 2), (1, 3)), (*with_three, *alone, *rest), limit=10), "alignment_correlation"
        )

    three, four = told(3), told(4)
    assert three["aligned_correlation"] == four["aligned_correlation"]
    assert three["extra_shared"] == four["extra_shared"]
    assert three["correlation_pairs"] == 8


@given(alignments())
@settings(max_examples=25, deadline=None)
def test_a_pair_does_not_follow_from_its_total(small):
    """Where the totals of shared work are shown, no suppressed pair is alone under one, nor is their sum small."""
    alignment = built(small)
    pairs, hidden = alignment.pairs, alignment.hidden
    for kind in range(3):
        together = pairs.clients[hidden.pairs & (pairs.agreement == kind)]
        assert hidden.loads[kind] or not len(together) or (len(together) > 1 and together.sum() >= small.limit)


def test_who_does_not_count_is_told():
    """People of organisations that the region does not know are counted and their organisations named."""
    row = whole(zoo()["elsewhere"])
    assert (row["people_counted"], row["people_elsewhere"], row["organisations_elsewhere"]) == (24, 12, 1)
    assert built(zoo()["elsewhere"]).organisations_elsewhere == ["O7"]

    row = whole(zoo()["consent ended"])
    assert (row["people_counted"], row["people_without_consent"], row["aligned_clients"]) == (0, 24, 0)

    row = whole(zoo()["consent for one"])
    assert (row["people_counted"], row["people_without_consent"], row["aligned_clients"]) == (12, 12, 12)


def test_ended_agreements_are_no_agreements():
    """An agreement counts while it is in force."""
    row = whole(zoo()["ended agreement"])
    assert row["agreements"] == 0


def test_unknown_is_not_no():
    """Where only existing agreements are listed, the others are unknown, and the bounds say what that allows."""
    row = whole(zoo()["only yes is listed"], "agreement_coverage")
    assert row["agreement_coverage"] == 1
    assert row["agreement_coverage_low"] == pytest.approx(27 / row["load"])
    assert row["agreement_coverage_high"] == 1

    for name in ("ties unknown", "unwanted"):
        row = whole(zoo()[name], "alignment_realisation")
        assert row["realised_left_out_with"] == 12
    assert np.isnan(row["realised_share_with"])
    assert (row["realised_share_low_with"], row["realised_share_high_with"]) == (0, 1)


def test_the_interval_draws_clients_with_all_their_pairs():
    """Drawing sorts of clients is drawing clients: the spread is that of a plain bootstrap, and the seed fixes it."""
    random = np.random.default_rng(1)
    counted = random.integers(0, 3, (60, 2, 2))
    found = bootstrap_ratio(counted, draws=4000, confidence=0.9, seed=1)
    plain = risk_ratio(np.array([counted[random.integers(0, 60, 60)].sum(axis=0) for _ in range(4000)]))

    np.testing.assert_allclose([found.low, found.high], np.quantile(plain, [0.05, 0.95]), rtol=0.03)
    assert found == bootstrap_ratio(counted, draws=4000, confidence=0.9, seed=1)
    assert found != bootstrap_ratio(counted, draws=4000, confidence=0.9, seed=2)


def test_the_interval_covers_what_was_planted():
    """In nine of ten caseloads or more the 95% interval holds the ratio by which they were drawn."""
    random, inside = np.random.default_rng(3), 0
    for number in range(30):
        clients = []
        for _ in range(120):
            chance = random.random() * 0.5 + 0.25  # clients differ: their pairs are alike
            for one, other, share in ((0, 1, chance), (2, 3, chance / 2)):
                tied = random.random() < share
                clients += many(1, one, other, ties=((0, 1, "yes"),) if tied else ())
        row = measure_realisation(built(SmallAlignment(4, agreed((0, 1)), tuple(clients))), seed=number).iloc[0]
        inside += row["realised_ratio_from"] <= 2 <= row["realised_ratio_to"]

    assert inside >= 27


def test_pairs_that_share_more_than_chance_stand_out():
    """Two organisations with the same thirty of two hundred clients are found; two that meet by chance are not."""
    random = np.random.default_rng(1)
    sides = random.permutation([(2,)] * 100 + [(3,)] * 100)
    clients = [many(1, *side, *((0, 1) if number < 30 else ()))[0] for number, side in enumerate(sides.tolist())]
    pairs = by_pair(SmallAlignment(4, (), tuple(clients), limit=5))

    assert pairs.loc[("O0", "O1"), "shared_q"] < 1e-20
    assert pairs.loc[("O0", "O2"), "shared_expected"] == 15
    assert pairs["shared_q"].drop(("O0", "O1")).gt(0.05).all()


def test_correlation_finds_agreements_that_lie_where_clients_are_shared():
    """Agreements where most clients are shared correlate with them, also when size is held equal; elsewhere less so."""
    couples = ((0, 1), (2, 3), (4, 5), (6, 7))
    clients = tuple(one for number, pair in enumerate(couples) for one in many(12 * (number + 1), *pair))
    along = whole(SmallAlignment(8, agreed(*couples), clients), "alignment_correlation")
    across = whole(SmallAlignment(8, agreed((0, 2), (1, 3), (4, 6), (5, 7)), clients), "alignment_correlation")

    shared = {pair: 12 * (number + 1) for number, pair in enumerate(couples)}
    pairs = list(combinations(range(8), 2))
    size = [12 * (one // 2 + 1) * 12 * (other // 2 + 1) / 120 for one, other in pairs]
    tied, common = [pair in couples for pair in pairs], [shared.get(pair, 0) for pair in pairs]
    assert along["aligned_correlation"] == pytest.approx(np.corrcoef(tied, common)[0, 1])
    expected, *_ = np.linalg.lstsq(np.column_stack([np.ones(28), tied, size]).astype(float), np.array(common))
    assert along["extra_shared"] == pytest.approx(expected[1])
    assert max(along["aligned_p_at_least"], along["extra_shared_p"]) < 0.05
    assert across["aligned_correlation"] < 0


def test_organisations_count_what_the_pairs_say():
    """The table of organisations adds up the table of pairs."""
    small = zoo()["agreements"]
    pairs, table = by_pair(small), measure_aligned(built(small), level=Level.ORGANISATION)
    partners = Counter(name for pair in pairs[pairs["shared_clients"].ne(0)].index for name in pair)
    agreements = Counter(name for pair in pairs[pairs["agreement"].fillna(value=False)].index for name in pair)

    assert table["organisations_sharing"].to_dict() == {f"O{n}": partners[f"O{n}"] for n in range(5)}
    assert table["organisation_agreements"].to_dict() == {f"O{n}": agreements[f"O{n}"] for n in range(5)}


@pytest.mark.parametrize("family", ALIGNMENT_FAMILIES, ids=lambda one: one.name)
def test_compiled_and_plain_give_the_same_bits(family, monkeypatch):
    """The compiler changes nothing but the time."""
    for small in (zoo()["agreements"], zoo()["elsewhere"], zoo()["nothing"]):
        tables = []
        for plain in (True, False):
            monkeypatch.setattr(Kernel, "_runs_plain", lambda _kernel, _work, plain=plain: plain)
            tables.append(family.compute(built(small)))
        pd.testing.assert_frame_equal(*tables, check_exact=True)
