"""The study runs at its smallest, counts right, and what is taken away is nowhere to be seen."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.datasets import simulate
from netwerkanalyse.model.caseload import Caseload
from study import page, planted, ties
from study.__main__ import main
from study.candidates import with_room
from study.hold_out import DERIVED, hold_out
from study.links import PREDICTORS
from study.missing import WAYS
from study.recovery import BASELINES


@pytest.fixture(scope="module")
def simulated():
    """A few fictional clients of whom everything is known."""
    return simulate(40, seed=3, unknown=0.0)


def test_the_whole_study_runs_on_simulated_data(tmp_path, capsys):
    """The smallest size, into a page and a file; without networks measured by others it says so."""
    where, numbers = tmp_path / "page.md", tmp_path / "numbers.json"
    where.write_text(f"before\n{page.BEGIN}\nearlier numbers\n{page.END}\nafter\n", encoding="utf-8")
    main(["--clients", "3", "--seed", "2", "--page", str(where), "--json", str(numbers)])
    written, found = where.read_text(encoding="utf-8"), json.loads(numbers.read_text(encoding="utf-8"))

    assert written.startswith("before\n")
    assert written.endswith("after\n")
    assert "earlier numbers" not in written
    assert "simulated data only" in written
    assert {row["code"] for row in found["planted"]} >= {"G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10"}
    assert "recovery Simulated 1" in capsys.readouterr().err
    shown = [row for row in found["recovery Simulated 1"]["scores"] if row["ranking"] == "netwerkanalyse, as shown"]
    assert all(row["doublure"]["value"] == row["over_capacity"]["value"] == 0 for row in shown)


def test_the_page_has_a_place_for_the_tables():
    """What is measured can be put in the page again, and stands there now."""
    written = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    _, _, rest = written.partition(page.BEGIN)
    measured, end, _ = rest.partition(page.END)

    assert end
    assert all(f"| {name} |" in measured for name in (*planted.GAPS, *planted.CLASSES, *BASELINES, *PREDICTORS))


def test_answers_are_counted_by_hand():
    """Of four that hold two are found, one is denied and one cannot be told; of two others one is claimed."""
    truth = pd.DataFrame({"G1": [True, True, True, True, False, False]})
    found = pd.DataFrame({"G1": [1, 1, 0, np.nan, 1, np.nan]})
    row = planted.counted(truth, found).iloc[0]

    assert (row["holds"], row["holds_not"]) == (4, 2)
    assert [row[name].value for name in ("sensitivity", "denied", "unsure", "specificity")] == [0.5, 0.25, 0.25, 0.5]


def test_everything_planted_is_found(simulated):
    """Where all is known the measures agree with what was planted."""
    listed = pd.MultiIndex.from_frame(simulated.caseload.needs[["client", "domain"]])
    found = planted.answers(simulated.caseload, listed)
    pd.testing.assert_frame_equal(found == 1, planted.truths(simulated.truth, listed))


@pytest.mark.parametrize("tilted", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_about_the_stated_share_is_hidden(way, tilted, simulated):
    """In every way, at random and not; nothing else changes."""
    hidden = WAYS[way](simulated.caseload, 0.3, tilted, np.random.default_rng(1))
    before, after = (_known(one, way) for one in (simulated.caseload, hidden))

    assert 1 - after / before == pytest.approx(0.3, abs=0.08)
    for name in set(simulated.caseload.tables) - {"needs", "ties", "supports"}:
        pd.testing.assert_frame_equal(hidden.tables[name], simulated.caseload.tables[name])


def _known(caseload, way):
    if way.startswith("needs"):
        return int(caseload.tables["needs"]["need"].notna().sum())
    if way == "contacts blank":
        size = caseload.members.groupby("client").size()
        return int((size * (size - 1) / 2).sum() - (caseload.ties["present"] == "unknown").sum())
    if way == "contacts left out":
        return int((caseload.tables["ties"]["present"] == "yes").sum())
    return int(caseload.tables["supports"]["amount"].notna().sum())


def test_what_is_taken_away_leaves_no_trace(simulated):
    """Not the support, not what was said about the need; everything else stays."""
    held = hold_out(simulated.caseload, 2, seed=4)
    gone = set(held.rows[["client", "member", "domain"]].itertuples(index=False, name=None))
    rows = held.caseload.tables["supports"]
    left = set(zip(rows["client"], rows["member"], rows["domain"].astype(str), strict=True))
    needs = held.caseload.tables["needs"]
    about = {(client, domain) for client, _, domain in gone}
    masked = [cell in about for cell in zip(needs["client"], needs["domain"].astype(str), strict=True)]

    assert len(gone) > 20
    assert not gone & left
    assert needs.loc[masked, list(DERIVED)].isna().all().all()
    assert held.rows.groupby("client").size().eq(2).all()
    assert len(left) + len(gone) >= len(
        set(simulated.caseload.supports[["client", "member", "domain"]].itertuples(index=False, name=None))
    )
    pd.testing.assert_frame_equal(held.caseload.tables["ties"], simulated.caseload.tables["ties"])


def test_room_is_alike_for_all(simulated):
    """As if everybody had room: who lost support does not stand out by it."""
    held = hold_out(simulated.caseload, 1, seed=4).caseload
    roomy = with_room(held, 1.0)
    given = roomy.supports[roomy.supports["status"].isin(["happening", "planned"])]
    sums = given.groupby(["client", "member"])["amount"].sum()
    members = roomy.members.set_index(["client", "member"])["capacity"]

    assert (members - sums.reindex(members.index, fill_value=0.0)).round(9).eq(1.0).all()


@pytest.fixture(scope="module")
def triangle():
    """Two triangles that share a person; all pairs asked about, one refused."""
    pairs = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e"), ("c", "e")]
    ties_of = pd.DataFrame(pairs, columns=["source", "target"]).assign(client="x", kind="coordinates", present="yes")
    refused = pd.DataFrame({"client": ["x"], "source": ["a"], "target": ["e"], "present": ["unwanted"]})
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": ["x"], "pairs_asked": ["all"]}),
            "members": pd.DataFrame({"client": "x", "member": list("abcde"), "kind": "formal"}),
            "ties": pd.concat([ties_of, refused.assign(kind="coordinates")]),
        }
    )


def test_a_tie_that_was_taken_away_is_not_visible(triangle):
    """Not in the network that predictors see, not in the caseload that is measured; the pairs do not depend on it."""
    (network,) = ties.networks_of(triangle)
    sets = set()
    for seed in range(6):
        one = ties.puzzle(network, [seed])
        assert one.taken.sum() == 1
        assert one.tied[one.one[one.taken], one.other[one.taken]].sum() == 0
        assert one.tied.sum() == 2 * 5
        (again,) = ties.networks_of(ties.without(triangle, [one]))
        state = np.nan_to_num(again.state)
        np.fill_diagonal(state, 0)
        assert (state == one.tied).all()
        sets.add(frozenset(zip(one.one[~one.taken], one.other[~one.taken], strict=True)))
    assert sets == {frozenset([(0, 3), (1, 3), (1, 4)])}  # no contact; a and e were refused, so nobody looks for them


def test_recovery_of_ties_by_hand(triangle):
    """Of four pairs one is a tie: by chance it comes first one time in four."""
    found = ties.recover(triangle, 4, (1,), seed=1).set_index("ranking")

    assert found.loc["random", "auc"].value == 0.5
    assert found.loc["random", "hit_1"].value == pytest.approx(1 / 4)
    assert found.loc["common neighbours", "pairs"].value == 4
