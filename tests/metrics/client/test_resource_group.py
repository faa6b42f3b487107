"""What is noted about the resource group: every check, and the numbers behind it."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

import naive.resource_group
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.group_measures import MEASURES
from netwerkanalyse.metrics.measure import Unit
from netwerkanalyse.model.caseload import Caseload
from tables import missing_has_a_reason

TODAY = date(2026, 3, 1)
CHECKS = [one.name for one in MEASURES if one.unit is Unit.CODE]
COLUMNS = {
    "ties": ["client", "source", "target", "present"],
    "goals": ["client", "goal"],
    "meetings": ["client", "meeting", "date"],
    "attendance": ["client", "meeting", "member", "present"],
}


def client(seed):
    """A random client in plain rows: any blanks, any answers."""
    draw = np.random.default_rng(seed)

    def pick(*options):
        return options[draw.integers(len(options))]

    people = [
        {
            "code": f"p{at}",
            "kind": pick("informal", "formal", "formal", "peer", None),
            "sector": pick("mental_health_care", "welfare", "municipality", None),
            "role": pick("resource_coordinator", "clinician", "mother", "een eigen rol", None),
            "nominated": pick(True, True, False, None),
            "unwanted": pick(True, None, None),
            "end": pick(None, None, TODAY - timedelta(days=pick(10, 106, 107, 300))),
        }
        for at in range(draw.integers(6))
    ]
    codes = [one["code"] for one in people]
    pairs = {
        frozenset((one, other)): pick("yes", "yes", "no", "unknown", "unwanted")
        for at, one in enumerate(codes)
        for other in codes[:at]
    }
    goals = [
        {
            "term": pick("short", "long", "long", "short", None),
            "author": pick("client", "client", "client", "p0", None),
            "status": pick(None, "busy", "dropped"),
            "owners": codes[: draw.integers(2)],
        }
        for _ in range(pick(0, 3, 4, 5, 6))
    ]
    meetings = [
        {
            "date": TODAY - timedelta(days=pick(-20, 5, 60, 100, 107, 200)),
            "chair": pick("client", "client", "client", "p0", None),
            "there": {code: pick(True, True, True, False, None) for code in codes if draw.random() < 0.7},
        }
        for _ in range(draw.integers(4))
    ]
    meetings = list({one["date"]: one for one in meetings}.values())
    return {"people": people, "pairs": pairs, "goals": goals, "meetings": meetings, "name": pick(None, "Wij")}


def caseload(drawn):
    """Those clients as a caseload; chairs are written in several ways."""
    rows = {name: [] for name in ("clients", "members", *COLUMNS)}
    written = {"client": ["cliënt", "Client"]}
    for at, one in enumerate(drawn):
        name = f"K{at}"
        who = {"client": [*written["client"], name][at % 3]}
        rows["clients"].append(
            {"client": name, "reference_date": TODAY, "pairs_asked": "all", "group_name": one["name"]}
        )
        rows["members"] += [{"client": name, "member": x["code"], **x} for x in one["people"]]
        rows["ties"] += [
            dict(zip(("source", "target"), sorted(pair), strict=True), client=name, present=state)
            for pair, state in one["pairs"].items()
        ]
        rows["goals"] += [
            {**x, "client": name, "goal": f"g{k}", "author": who.get(x["author"], x["author"])}
            | {"owners": ";".join(x["owners"]) or None}
            for k, x in enumerate(one["goals"])
        ]
        for k, x in enumerate(one["meetings"]):
            rows["meetings"].append(
                {"client": name, "meeting": f"m{k}", "date": x["date"], "chair": who.get(x["chair"], x["chair"])}
            )
            rows["attendance"] += [
                {"client": name, "meeting": f"m{k}", "member": code, "present": was} for code, was in x["there"].items()
            ]
    frames = {name: pd.DataFrame(found, columns=None if found else COLUMNS.get(name)) for name, found in rows.items()}
    frames["members"] = frames["members"].drop(columns="code")
    return Caseload.build(frames)


def test_every_check_is_as_plainly_defined():
    """Over many random clients with many blanks, each answer is that of the plain definition, and all answers occur."""
    drawn = [client(seed) for seed in range(600)]
    found = measure(caseload(drawn), ["resource_group"])
    assert missing_has_a_reason(found)
    for at, one in enumerate(drawn):
        wanted = naive.resource_group.checks(
            one["people"], one["pairs"], one["goals"], one["meetings"], TODAY, one["name"]
        )
        row = found.iloc[at][CHECKS]
        assert row.isna().all() if wanted is None else row.to_dict() == wanted, at

    answers = {name: set(found[name].dropna()) for name in CHECKS}
    assert all({"yes", "unknown"} <= given for given in answers.values())
    assert sum("no" in given for given in answers.values()) == 9
    assert {name for name, given in answers.items() if "not_applicable" in given} == {
        "group_with_naaste",
        "group_goes_on",
    }


def test_numbers_behind_the_checks():
    """A small group counted by hand: intervals 60 and 21 days, half of the people at both meetings, one part apart."""
    one = client(0) | {
        "people": [
            {
                "code": code,
                "kind": kind,
                "sector": sector,
                "role": role,
                "nominated": True,
                "unwanted": None,
                "end": None,
            }
            for code, kind, sector, role in [
                ("zus", "informal", None, "sister"),
                ("arts", "formal", "mental_health_care", "clinician"),
                ("hulp", "formal", "welfare", None),
            ]
        ],
        "pairs": {frozenset(("zus", "arts")): "yes", frozenset(("zus", "hulp")): "unknown"},
        "goals": [{"term": "short", "author": "client", "status": None, "owners": ["hulp"]}],
        "meetings": [
            {"date": date(2025, 12, 10), "chair": "client", "there": {"zus": True, "arts": True, "hulp": False}},
            {"date": date(2026, 2, 8), "chair": None, "there": {"zus": True, "arts": False, "hulp": False}},
        ],
    }
    found = measure(caseload([one]), ["resource_group"]).iloc[0]

    wanted = {
        "group_people": 3,
        "group_longest_interval": 60,
        "group_meetings_chaired": 1,
        "group_chair_unknown": 1,
        "group_people_with_task": 3,
        "group_attendance_informal": 1,
        "group_attendance_formal": 0.25,
        "group_asked_formal": 4,
        "group_overlap_lowest": 0.5,
        "group_components_low": 1,
        "group_components_high": 2,
        "group_goals_short": 1,
        "group_role_unknown": 1,
    }
    assert found[list(wanted)].to_dict() == wanted
    assert found["group_all_have_task"] == "yes"  # who has no role works on a goal
    assert found["group_with_goals"] == "no"


def test_without_a_group_nothing_is_asked():
    """No list of no's for a client without a resource group: every answer is missing, and the reason is told."""
    found = measure(load("voorbeeld"), ["resource_group"])

    assert found[CHECKS].isna().all(axis=None)
    assert set(why_missing(found)[CHECKS].iloc[0]) == {"no_resource_group"}


@pytest.mark.parametrize("layer", ["coordinates", "knows"])
def test_contact_is_coordination_whatever_layer_is_looked_at(layer):
    """Whether the group is one whole does not depend on the layer of graph measures."""
    drawn = caseload([client(seed) for seed in range(40)])
    columns = ["group_components_low", "group_components_high"]

    default = measure(drawn, ["resource_group"])[columns].to_numpy()
    np.testing.assert_array_equal(measure(drawn, ["resource_group"], layer=layer)[columns].to_numpy(), default)
