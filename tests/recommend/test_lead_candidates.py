"""Organisations that could lead: side by side, never a single winner, and what is not known excludes nobody."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse import recommend
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.candidates import lead_candidates
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs
from netwerkanalyse.recommend.governing.criteria import CRITERIA
from netwerkanalyse.report.sections.governance import candidates_section

FEW = GovernanceCutoffs(draws=2000)
share = st.one_of(st.none(), st.floats(0, 1).map(lambda value: round(value, 2)))


def region(rows, ties=(), **tables):
    """A fictional region: a row an organisation, ties of the layer cooperation."""
    organisations = pd.DataFrame(rows)
    organisations.insert(0, "organisation", [f"O{number}" for number in range(len(rows))])
    frames = {"organisations": organisations.assign(**{"autonomous": True, **organisations.get("more", {})})}
    if ties:
        frames["layers"] = pd.DataFrame({"layer": ["cooperation"], "pairs_asked": ["all"]})
        frames["collaborations"] = pd.DataFrame(ties, columns=["source", "target"]).assign(layer="cooperation", value=3)
    return Region.build(frames | tables)


def plain_front(rows, names):
    """Who is not surely surpassed, compared pair by pair."""
    asked = [name for name in names if any(row[name] is not None for row in rows)]

    def surpasses(one, other):
        least = [0.0 if one[name] is None else one[name] for name in asked]
        most = [1.0 if other[name] is None else other[name] for name in asked]
        return all(a >= b for a, b in zip(least, most, strict=True)) and any(
            a > b for a, b in zip(least, most, strict=True)
        )

    return [not any(surpasses(one, other) for one in rows if one is not other) for other in rows]


@given(st.lists(st.fixed_dictionaries({"legitimacy": share, "neutrality": share}), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_the_front_is_who_nobody_surely_surpasses(rows):
    """The Pareto front is that of a comparison pair by pair; shares of all together are one."""
    found = lead_candidates(region(rows), cutoffs=FEW)

    assert found.table["pareto"].tolist() == plain_front(rows, ("legitimacy", "neutrality"))
    assert found.table["first_share"].sum() == pytest.approx(1)


@given(share.filter(lambda value: value is not None), st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_who_does_better_on_a_criterion_comes_first_more_often(value, more):
    """More of one criterion, all else the same, never gives a smaller share."""
    base = [{"legitimacy": 0.5, "neutrality": 0.5}] * 2
    before = region([{"legitimacy": value, "neutrality": 0.5}, *base])
    after = region([{"legitimacy": value + (1 - value) * more, "neutrality": 0.5}, *base])

    shares = [lead_candidates(one, cutoffs=FEW).table["first_share"].iloc[0] for one in (before, after)]
    assert shares[1] >= shares[0] - 1e-9


def test_with_one_criterion_the_share_is_that_of_the_errors():
    """Two values 0.1 apart that may both be 0.1 off: the lower comes first when its error is larger by 0.1: 1 in 8."""
    found = lead_candidates(region([{"legitimacy": 0.5}, {"legitimacy": 0.6}]))

    assert found.table["first_share"].tolist() == pytest.approx([0.125, 0.875], abs=0.012)


def test_not_willing_is_not_listed_and_not_asked_is():
    """Willingness is a hard filter; who was not asked stays, and it shows."""
    found = lead_candidates(region([{"willing": True}, {"willing": False}, {"willing": None}]), cutoffs=FEW)

    assert found.table.index.tolist() == ["O0", "O2"]
    assert found.not_willing == ("O1",)
    assert pd.isna(found.table.loc["O2", "willing"])


def test_clients_and_municipalities_may_lead_and_teams_may_not():
    """Every organisation that decides for itself is a candidate, of whatever sector."""
    base = region([{"sector": "client_and_family"}, {"sector": "municipality"}, {"sector": "welfare"}])
    table = base.tables["organisations"].assign(autonomous=[True, True, False])
    found = lead_candidates(Region.build({"organisations": table}), cutoffs=FEW)

    assert found.table.index.tolist() == ["O0", "O1"]


def test_what_nobody_knows_counts_for_nobody():
    """Without any criterion everybody is as likely, and it says what was not asked."""
    found = lead_candidates(region([{"willing": True}] * 4), cutoffs=FEW)

    assert found.table["first_share"].tolist() == [0.25] * 4
    assert found.table["pareto"].all()
    assert found.not_asked == tuple(CRITERIA)
    assert found.table[list(CRITERIA)].isna().all(axis=None)


def test_trust_is_that_of_the_measure_and_few_raters_stay_suppressed():
    """Trust received is the aggregate that the measure shows, on a scale from 0 to 1."""
    rated = [(f"O{a}", "O0", item, 3) for a in (1, 2, 3) for item in ("mission", "openness")]
    rated += [(f"O{a}", "O1", item, 4) for a in (2, 3) for item in ("mission", "openness")]
    base = region([{"willing": True}] * 4, ratings=pd.DataFrame(rated, columns=["rater", "rated", "item", "score"]))
    found = lead_candidates(base, cutoffs=FEW).table["trust"]
    scores = measure_partnership(base, ["region_ratings"], level=Level.ORGANISATION)["trust_score"]

    assert found["O0"] == pytest.approx((scores["O0"] - 1) / 3) == pytest.approx(2 / 3)
    assert found[["O1", "O2", "O3"]].isna().all()


def test_an_organisation_that_links_sectors_stands_out():
    """A liaison of three sectors does so more than in most shuffles of sectors, and others do not."""
    sectors = ["welfare", *["insurer"] * 4, *["municipality"] * 4]
    ties = [("O0", f"O{number}") for number in range(1, 9)]
    ties += [(f"O{a}", f"O{b}") for group in (range(1, 5), range(5, 9)) for a in group for b in group if a < b]
    found = lead_candidates(region([{"sector": sector} for sector in sectors], ties), cutoffs=FEW)

    assert found.table["brokerage"].idxmax() == "O0"
    assert found.layer == "cooperation"
    assert found.runs == (20, 0)
    assert found.table["first_without_ties"].sum() == pytest.approx(1)


def test_who_did_not_respond_is_left_out_in_turn():
    """Stability is also looked at without each organisation that did not respond."""
    base = region([{"legitimacy": value} for value in (0.9, 0.5, 0.1)], [("O0", "O1"), ("O1", "O2")])
    rows = pd.DataFrame(
        {"source": ["O0", "O2"], "target": ["O2", "O0"], "layer": "cooperation", "present": "no_response"}
    ).assign(respondent=["O0", "O2"])
    frames = {name: frame for name, frame in base.tables.items() if len(frame)}
    silent = Region.build(frames | {"collaborations": pd.concat([frames["collaborations"], rows])})
    found = lead_candidates(silent, cutoffs=FEW, runs=3)

    assert found.runs == (3, 2)
    assert found.table["first_without_respondent"].tolist() == [0.5, 0.5, 0]


def test_a_weak_front_runner_asks_for_an_organisation_of_its_own():
    """When who comes first most is judged below a half on neutrality, another form is worth looking at."""
    weak = lead_candidates(region([{"neutrality": 0.4}, {"neutrality": 0.1}]), cutoffs=FEW)
    strong = lead_candidates(region([{"neutrality": 0.9}, {"neutrality": 0.1}]), cutoffs=FEW)

    assert (weak.administrative_instead, strong.administrative_instead) == (("neutrality",), ())
    assert "apart netwerkbestuur" in str(candidates_section(weak, "nl"))
    assert "apart netwerkbestuur" not in str(candidates_section(strong, "nl"))


def test_nobody_stands_alone_and_shares_are_shown():
    """The section keeps the order of the organisations and shows how often each comes first."""
    found = lead_candidates(region([{"legitimacy": value} for value in (0.2, 0.9, 0.5)]), cutoffs=FEW)
    block = next(block for block in candidates_section(found, "en").blocks if block.kind == "table")

    assert [row[0] for row in block.rows] == ["O0", "O1", "O2"]
    assert "share of draws in first place" in [column.title for column in block.columns]


def test_the_same_seed_gives_the_same_table():
    """What was shown can be made again."""
    base = region([{"legitimacy": value} for value in (0.4, 0.5)])

    pd.testing.assert_frame_equal(
        recommend.lead_candidates(base, cutoffs=FEW).table, recommend.lead_candidates(base, cutoffs=FEW).table
    )
    other = lead_candidates(base, cutoffs=FEW, seed=2).table["first_share"]
    assert not np.array_equal(other, lead_candidates(base, cutoffs=FEW).table["first_share"])


def test_an_empty_region_has_no_candidates():
    """Nobody to lay side by side is said, and nothing breaks."""
    found = lead_candidates(region([{"willing": False}]), cutoffs=FEW)

    assert found.table.empty
    assert candidates_section(found, "nl").blocks[1].text.startswith("Er is geen organisatie")


def test_a_large_region_is_not_laid_side_by_side_unless_asked():
    """Above the limit nobody is chosen to fit: it is refused, and all are there when asked for."""
    four = region([{}] * 4)

    assert len(lead_candidates(four, cutoffs=FEW, most=4).table) == 4
    with pytest.raises(ValueError, match="more than 3"):
        lead_candidates(four, cutoffs=FEW, most=3)
    assert len(lead_candidates(four, cutoffs=FEW, most=None).table) == 4
