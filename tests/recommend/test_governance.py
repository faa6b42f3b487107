"""Governance: the table, the fit, how sure it is, and that nothing more is said than is known."""

from math import inf, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse import datasets, recommend
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.advice import Label, advise, governance
from netwerkanalyse.recommend.governing.conditions import (
    CONDITIONS,
    FORMS,
    READINGS,
    GovernanceCutoffs,
    described,
    membership,
)
from netwerkanalyse.recommend.governing.inputs import ITEMS, Input, inputs_of, measured, unknown
from netwerkanalyse.recommend.governing.parts import areas_of
from netwerkanalyse.recommend.governing.wording import questions, remarks, sentence, triggers
from netwerkanalyse.texts import LANGUAGES, text

FEW = GovernanceCutoffs(draws=500)


def known(number, trust, centralisation, consensus, need):
    """The five inputs, all measured."""
    return (
        measured("trust_density", trust, 0.1),
        measured("trust_centralisation", centralisation, 0.1),
        Input("participants", number, number, number),
        measured("goal_consensus", consensus, 0.1),
        measured("competencies", need, 0.1),
    )


def partners(size, trust=None, goals=None, **more):
    """A fictional region of autonomous organisations that all rate each other and every goal the same."""
    names = [f"O{number}" for number in range(size)]
    frames = {"organisations": pd.DataFrame({"organisation": names, "autonomous": True, **more})}
    if trust:
        rows = [(a, b, item, trust) for a in names for b in names if a != b for item in ("mission", "openness")]
        frames["ratings"] = pd.DataFrame(rows, columns=["rater", "rated", "item", "score"])
    if goals:
        rows = [(name, f"doel {goal}", score) for name in names for goal, score in enumerate(goals)]
        frames["goal_ratings"] = pd.DataFrame(rows, columns=["organisation", "goal", "score"])
    return Region.build(frames)


def plain(value, zero_to, full_from, full_to, zero_from):
    """The trapezoid of the definitions, written out."""
    if value <= zero_to or value >= zero_from:
        return 0.0
    if full_from <= value <= full_to:
        return 1.0
    return (
        (value - zero_to) / (full_from - zero_to) if value < full_from else (zero_from - value) / (zero_from - full_to)
    )


# The table of definitions 4.4, written out a second time: form -> condition -> (input, corners).
LOW, MODERATE, HIGH = (-inf, -inf, 0.25, 0.5), (0.2, 0.4, 0.6, 0.8), (0.5, 0.75, inf, inf)
PLAIN = {
    "shared": [
        [("T", HIGH)],
        [("N", (-inf, -inf, 6, 12))],
        [("G", HIGH)],
        [("C", LOW)],
    ],
    "lead": [
        [("T", LOW), ("Z", HIGH)],
        [("N", (4, 8, 15, 30))],
        [("G", (0.1, 0.3, 0.5, 0.7))],
        [("C", MODERATE)],
    ],
    "administrative": [
        [("T", MODERATE)],
        [("N", (6, 12, inf, inf))],
        [("G", (0.35, 0.55, 0.75, 1.0))],
        [("C", HIGH)],
    ],
}

unit = st.floats(0, 1)


@given(st.integers(3, 60), unit, unit, unit, unit)
@settings(max_examples=60, deadline=None)
def test_cells_and_fit_are_those_of_the_definitions(number, trust, centralisation, consensus, need):
    """Every cell is the trapezoid of the table, the fit is the mean of four, the weakest is the smallest."""
    raw = {"N": number, "T": trust, "Z": centralisation, "G": consensus, "C": need}
    advice = advise(known(number, trust, centralisation, consensus, need), cutoffs=FEW)
    table, fits = advice.table().set_index(["reading", "form", "condition"]), advice.certainties()

    for form, cells in PLAIN.items():
        expected = [np.mean([plain(raw[name], *corners) for name, corners in cell]) for cell in cells]
        found = [table.loc[("two_sided", form, one), "membership"] for one in CONDITIONS]
        assert found == pytest.approx(expected, abs=1e-9)
        fit = fits[(fits["form"] == form) & (fits["reading"] == "two_sided")].iloc[0]
        assert fit["fit"] == pytest.approx(np.mean(expected), abs=1e-9)
        if fit["weakest"]:
            assert min(expected) == pytest.approx(expected[CONDITIONS.index(fit["weakest"])], abs=1e-9)
        else:
            assert min(expected) == 1


@pytest.mark.parametrize(
    ("inputs", "shares"),
    [
        ((5, 0.8, 0.1, 0.85, 0.2), {"shared": 0.996}),
        ((12, 0.2, 0.8, 0.45, 0.5), {"lead": 0.967}),
        ((45, 0.5, 0.3, 0.65, 0.85), {"administrative": 0.998}),
        ((9, 0.5, 0.5, 0.6, 0.5), {"lead": 0.467, "administrative": 0.496}),
        ((45, 0.5, 0.3, 0.5, 0.5), {"administrative": 0.708, "lead": 0.292}),
    ],
)
def test_sanity_runs_of_the_definitions(inputs, shares):
    """The runs of definitions 4.4, within Monte Carlo error (the fourth is given there as "all about .5 to .6")."""
    found = advise(known(*inputs)).shares["two_sided"]

    for form, share in shares.items():
        assert found[form] == pytest.approx(share, abs=4.5 * np.sqrt(share * (1 - share) * (1 / 4000 + 1 / 20_000)))


def plain_shares(inputs, draws, seed):
    """The simulation written out as a loop over draws, with random numbers of its own."""
    rng = np.random.RandomState(seed)
    first = dict.fromkeys(FORMS, 0)
    for _ in range(draws):
        weights, shift = rng.dirichlet([1] * 4), rng.uniform(-0.1, 0.1)
        scale = np.exp(rng.uniform(np.log(0.67), np.log(1.5)))
        raw = {name: rng.uniform(max(0, value - 0.1), min(1, value + 0.1)) for name, value in inputs.items()}
        raw["N"] = inputs["N"]
        fit = {}
        for form, cells in PLAIN.items():
            values = [
                np.mean(
                    [
                        plain(raw[name], *(edge * scale for edge in corners))
                        if name == "N"
                        else plain(raw[name], *(edge + shift for edge in corners))
                        for name, corners in cell
                    ]
                )
                for cell in cells
            ]
            fit[form] = np.dot(weights, values)
        first[max(fit, key=fit.get)] += 1
    return {form: count / draws for form, count in first.items()}


def test_the_simulation_agrees_with_a_plain_loop():
    """Vectorised and written out, the shares are the same within Monte Carlo error."""
    expected = plain_shares({"N": 9, "T": 0.55, "Z": 0.5, "G": 0.55, "C": 0.55}, 2000, 3)
    found = advise(known(9, 0.55, 0.5, 0.55, 0.55)).shares["two_sided"]

    assert [found[form] for form in FORMS] == pytest.approx(list(expected.values()), abs=0.05)


@given(st.lists(unit, min_size=2, max_size=20), st.sampled_from(["low", "moderate", "high", "moderately_low"]))
@settings(deadline=None)
def test_memberships_lie_between_0_and_1(values, level):
    """Whatever the value, a membership is a share, and that of a missing value is missing."""
    found = membership(np.array([*values, nan]), getattr(GovernanceCutoffs(), level))

    assert ((found[:-1] >= 0) & (found[:-1] <= 1)).all()
    assert np.isnan(found[-1])


@given(st.integers(3, 60), unit, unit, unit, unit, unit, unit)
@settings(max_examples=40, deadline=None)
def test_more_trust_and_consensus_is_no_harm_in_the_second_reading(number, trust, z, consensus, need, more, most):
    """In the reading "at least", no form fits worse with more trust or consensus."""
    ends = trust + (1 - trust) * more, consensus + (1 - consensus) * most
    few = GovernanceCutoffs(draws=1)
    before = advise(known(number, trust, z, consensus, need), cutoffs=few)
    after = advise(known(number, ends[0], z, ends[1], need), cutoffs=few)

    for one, other in zip(before.fits, after.fits, strict=True):
        if one.reading == "at_least":
            assert other.value >= one.value - 1e-12


@given(st.integers(3, 60), unit, unit, unit, unit, unit)
@settings(max_examples=40, deadline=None)
def test_bounds_hold_whatever_an_unknown_input_is(number, trust, z, consensus, need, truth):
    """The fit lies between its bounds wherever the unknown inputs turn out to lie."""
    few = GovernanceCutoffs(draws=1)
    full = advise(known(number, trust, z, consensus, truth), cutoffs=few)
    partly = advise((*known(number, trust, z, consensus, need)[:4], unknown("competencies")), cutoffs=few)

    for one, other in zip(full.fits, partly.fits, strict=True):
        assert other.low - 1e-9 <= one.value <= other.high + 1e-9
        assert np.isnan(other.value)


def test_the_same_seed_gives_the_same_advice():
    """Advice can be made again, and another seed changes it by chance only."""
    inputs = known(9, 0.5, 0.5, 0.6, 0.5)

    assert advise(inputs).shares == advise(inputs).shares
    assert advise(inputs).shares != advise(inputs, seed=2).shares
    assert advise(inputs).shares["two_sided"]["lead"] == pytest.approx(
        advise(inputs, seed=2).shares["two_sided"]["lead"], abs=0.03
    )


@pytest.mark.parametrize(
    ("inputs", "label", "form"),
    [
        ((5, 0.8, 0.1, 0.85, 0.2), Label.CLEAR, "shared"),
        ((45, 0.5, 0.3, 0.5, 0.5), Label.PROBABLE, "administrative"),
        ((9, 0.5, 0.5, 0.6, 0.5), Label.NO_SINGLE, ""),
    ],
)
def test_labels(inputs, label, form):
    """From .80 clear, from .60 probable, otherwise no form; the smaller share of both readings counts."""
    advice = advise(known(*inputs))

    assert (advice.label, advice.form) == (label, form)
    assert (len(advice.hybrids) > 1) == (label is Label.NO_SINGLE)
    if form:
        assert advice.certainty == min(share[form] for share in advice.shares.values())


def test_readings_that_differ_give_no_single_advice():
    """When the two readings point to different forms, none is named, however sure one of them is."""
    advice = advise(known(9, 0.5, 0.5, 0.6, 0.5))

    assert [max(share, key=share.get) for share in advice.shares.values()] == ["administrative", "lead"]
    assert advice.shares["at_least"]["lead"] > 0.8
    assert (advice.label, advice.form) == (Label.NO_SINGLE, "")
    assert text("governance.readings_differ", "nl") in remarks(advice, "nl")


def test_not_knowing_makes_less_sure_and_knowing_more_sure():
    """An unknown input lowers certainty by itself, and it is the one that would decide."""
    moderate, high = (known(12, 0.3, 0.7, 0.6, need) for need in (0.5, 0.9))
    advice = advise((*moderate[:4], unknown("competencies")))

    for full in (moderate, high):
        assert max(advice.shares["two_sided"].values()) < max(advise(full).shares["two_sided"].values())
    assert advice.deciding[0].input == "competencies"
    assert advice.deciding[0].gain > 0.05
    assert all(one.gain >= -1e-9 for one in advice.deciding)
    assert next(one.gain for one in advice.deciding if one.input == "participants") == pytest.approx(0)


def test_inputs_are_those_of_the_measures():
    """Trust and goals come from the measures of the region, unchanged."""
    region = partners(5, trust=4, goals=(5, 4, 3, 2, 1))
    row = measure_partnership(region, level=Level.REGION).iloc[0]
    found = {one.name: one for one in inputs_of(region, dict.fromkeys(ITEMS, 2))}

    for name in ("trust_density", "trust_centralisation", "goal_consensus"):
        assert found[name].value == row[name]
    assert (found["trust_density"].value, found["goal_consensus"].value) == (1.0, 1.0)
    assert (found["trust_density"].part, found["trust_density"].whole) == (20, 20)
    assert (found["participants"].value, found["competencies"].value) == (5, 0.25)
    assert governance(region, dict.fromkeys(ITEMS, 1)).form == "shared"


def test_bounds_stand_in_for_a_number_that_is_not_there():
    """When too few pairs are rated there is no number, but the bounds that the measure gives."""
    region = partners(6, trust=4)
    rated = region.tables["ratings"]
    few = rated[rated["rater"].isin(["O0", "O1", "O2"])]
    part = Region.build({"organisations": region.tables["organisations"], "ratings": few})
    row = measure_partnership(part, level=Level.REGION).iloc[0]
    one = next(one for one in inputs_of(part) if one.name == "trust_density")

    assert not one.measured
    assert not one.unknown
    assert (one.low, one.high) == (row["trust_density_low"], row["trust_density_high"]) == (0.5, 1.0)
    assert one.reason == "too_few_pairs_rated"


def test_participants_are_a_range_where_it_is_not_known_who_decides():
    """Teams do not count, an organisation may, and a collective is nobody new or as many as the cut-off says."""
    region = Region.build(
        {
            "organisations": pd.DataFrame(
                {
                    "organisation": ["A", "B", "C", "D", "E", "F"],
                    "type": ["organisation"] * 4 + ["category", "team"],
                    "autonomous": [True, True, True, None, None, False],
                }
            )
        }
    )

    def counted(**more):
        return next(one for one in inputs_of(region, **more) if one.name == "participants")

    assert (counted().low, counted().high) == (3, 14)
    assert counted(cutoffs=GovernanceCutoffs(collective_size=2)).high == 6
    assert counted(participants=(4, 4)).value == 4
    with pytest.raises(ValueError, match="fewest participants"):
        counted(participants=(5, 4))


def test_judgements_are_averaged_and_what_is_not_judged_could_be_anything():
    """The need is the mean of five items; items without a judgement leave bounds; nonsense is refused."""
    region = partners(4)

    def need(judgement):
        return next(one for one in inputs_of(region, judgement) if one.name == "competencies")

    assert need(dict(zip(ITEMS, (1, 2, 3, 4, 5), strict=True))).value == 0.5
    assert (need({"expertise": 5}).low, need({"expertise": 5}).high) == pytest.approx((0.2, 1.0))
    several = pd.DataFrame({"item": [*ITEMS, "expertise"], "score": [3, 3, 1, 3, 3, 5]})
    assert need(several).value == pytest.approx(0.5)
    assert need(None).unknown
    with pytest.raises(UnknownNameError):
        need({"expertize": 3})
    with pytest.raises(ValueError, match="from 1 to 5"):
        need({"expertise": 6})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", datasets.REGIONS)
def test_of_the_regions_in_the_text_no_form_is_named(name, lang):
    """Their text gives numbers of organisations and nothing else: no form, no share, no lead; one is no network."""
    region = datasets.load_region(name)
    advice = governance(region)

    expected = Label.NO_NETWORK if name == "noord-holland-noord" else Label.NUMBER_ONLY
    assert (advice.label, advice.form, advice.shares, advice.deciding, advice.hybrids) == (expected, "", {}, (), ())
    said = " ".join([sentence(advice, lang), *remarks(advice, lang)])
    assert not [form for form in FORMS if text(f"governance.form.{form}", lang) in said]
    assert str(region.autonomous_organisations) in said
    assert advice.certainties()["first_share"].isna().all()


def test_growth_is_a_reason_to_look_again():
    """From 4 to 45 partners: nothing else known, the words of the table change and no form is named."""
    few, many = (governance(partners(size), cutoffs=FEW) for size in (4, 45))

    assert few.label is many.label is Label.NUMBER_ONLY
    assert few.table().query("condition == 'participants'")["membership"].tolist()[:3] == [1, 0, 0]
    assert many.table().query("condition == 'participants'")["membership"].tolist()[:3] == [0, 0, 1]
    assert "6" in triggers(many, "nl")[0]


def test_fewer_than_three_is_no_network():
    """Two organisations are no network in this sense, whatever they think of each other."""
    advice = governance(partners(2, trust=4), dict.fromkeys(ITEMS, 3))

    assert advice.label is Label.NO_NETWORK
    assert "geen netwerk in deze zin" in sentence(advice, "nl")
    assert not remarks(advice, "nl")


def test_who_may_decide_for_themselves_is_said():
    """Of three organisations nothing is filled in: the outcome may be another when it is."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ["A", "B", "C"]})})
    assert "kunnen er meer zijn" in remarks(governance(region), "nl")[0]


def test_who_works_in_a_part_of_an_area_works_in_it():
    """A team of one neighbourhood belongs to the network of its town, and who serves the town to the neighbourhood."""
    region = Region.build(
        {
            "areas": pd.DataFrame({"area": ["town", "east", "west"], "parent": [None, "town", "town"]}),
            "organisations": pd.DataFrame(
                {"organisation": list("ABCDE"), "areas": ["town", "east", "west; north", None, "north"]}
            ),
        }
    )
    expected = {"town": ("A", "B", "C"), "east": ("A", "B"), "west": ("A", "C"), "north": ("C", "E")}
    assert areas_of(region) == expected
    assert recommend.area_of(region, "east").organisation_index.tolist() == ["A", "B"]


def test_what_few_others_said_cannot_be_found_by_subtracting_a_part():
    """Everybody rates everybody: the whole less an area would tell what the one or two outside it said."""
    for outside, told in ((1, 0), (2, 0), (3, 20)):
        region = partners(5 + outside, trust=4, areas=["noord"] * 5 + ["zuid"] * outside)
        found = inputs_of(recommend.area_of(region, "noord"))
        trust = next(one for one in found if one.name == "trust_density")
        assert trust.part == told
        assert trust.unknown == (told == 0)


@pytest.mark.parametrize(("outer", "inner", "told"), [(6, 5, False), (6, 4, False), (6, 3, True), (6, 6, True)])
def test_nor_by_subtracting_a_part_of_a_part(outer, inner, told):
    """A district in a town, far from the whole: the town less the district would tell what one or two there said."""
    areas = ["district"] * inner + ["town"] * (outer - inner) + ["elsewhere"] * 4
    tables = partners(10, trust=4, goals=(1, 2, 3, 4, 5), areas=areas).tables
    # The town itself works nowhere but in the town: with the district in it, an organisation of the town is not.
    places = pd.DataFrame({"area": ["town", "district", "rest", "elsewhere"], "parent": [None, "town", "town", None]})
    organisations = tables["organisations"].replace({"areas": {"town": "rest"}})
    region = Region.build({**tables, "areas": places, "organisations": organisations})
    town, district = (recommend.area_of(region, area) for area in ("town", "district"))

    assert (len(town), len(district)) == (outer, inner)
    assert len(town.tables["ratings"]) > 0
    assert (len(district.tables["ratings"]) > 0) == told
    assert (len(district.tables["goal_ratings"]) > 0) == told
    advices = recommend.governance_by_area(region)
    assert [advices["district"].input("trust_density").part > 0, advices["town"].input("trust_density").part > 0] == [
        told,
        True,
    ]


def distances(region):
    """From what is shown of a region: the sum of the distances of all pairs who rated goals; None when suppressed."""
    found = measure_partnership(region, ["region_goals"], level=Level.REGION).iloc[0]
    shown = found["goal_consensus"]
    return None if pd.isna(shown) else (1 - shown) * found["goal_pairs_compared"]


@pytest.mark.parametrize("outside", [0, 1, 2, 3])
def test_who_subtracts_a_part_does_not_learn_how_one_or_two_others_order_goals(outside):
    """An attacker has the whole and an area: what is left is how those outside differ from all, in reverse order."""
    names = [f"O{number}" for number in range(5 + outside)]
    region = partners(len(names), goals=(1, 2, 3, 4, 5), areas=["noord"] * 5 + ["zuid"] * outside)
    turned = region.tables["goal_ratings"]
    turned = turned.assign(score=turned["score"].where(turned["organisation"].isin(names[:5]), 6 - turned["score"]))
    region = region.replaced(goal_ratings=turned)
    whole, part = distances(region), distances(recommend.area_of(region, "noord"))

    assert whole == pytest.approx(5 * outside)
    assert part == (None if outside in {1, 2} else 0)


def test_who_rated_and_cannot_be_compared_does_not_stand_in_for_others():
    """Three outside an area rated, two of them one goal only: what is left is about the third."""
    region = partners(8, goals=(1, 2, 3, 4, 5), areas=["noord"] * 5 + ["zuid"] * 3)
    rows = region.tables["goal_ratings"]
    few = rows[~rows["organisation"].isin(["O6", "O7"]) | (rows["goal"] == "doel 0")].reset_index(drop=True)
    part = recommend.area_of(region.replaced(goal_ratings=few), "noord")

    assert distances(recommend.area_of(region, "noord")) == 0
    assert distances(part) is None


def test_parts_of_a_region_have_an_advice_of_their_own():
    """A self-governing team network in a region with another form can come out."""
    region = partners(12, trust=4, areas=["Noord"] * 4 + ["Zuid"] * 8)
    found = recommend.governance_by_area(
        Region.build({**region.tables, "areas": pd.DataFrame({"area": ["Noord", "Zuid", "Oost"]})})
    )

    assert [advice.input("participants").low for advice in found.values()] == [4, 8, 0]
    assert found["Oost"].label is Label.NO_NETWORK


def test_groups_that_work_together_have_an_advice_of_their_own():
    """Two groups with one tie between them are two parts; so many are looked at as are asked for."""
    names = [f"O{number}" for number in range(12)]
    inside = [(a, b) for group in (names[:7], names[7:]) for a in group for b in group if a < b or len(a) < len(b)]
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names, "autonomous": True}),
            "collaborations": pd.DataFrame([*inside, ("O0", "O7")], columns=["source", "target"]).assign(
                layer="cooperation", value=3
            ),
        }
    )
    members = recommend.communities_of(region, "cooperation")
    found = recommend.governance_by_community(region, "cooperation")

    assert list(members.values()) == [tuple(names[:7]), tuple(names[7:])]
    assert [advice.input("participants").low for advice in found.values()] == [7, 5]
    assert list(recommend.governance_by_community(region, "cooperation", most=1)) == list(members)[:1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_words(lang):
    """Three different questions per tension and form, a reason and a source of every cut-off."""
    asked = [question for form in FORMS for _, question in questions(form, lang)]

    assert len(asked) == len(set(asked)) == 27
    assert all(one.reason and one.source for one in described(lang))
    assert len(READINGS) == 2
