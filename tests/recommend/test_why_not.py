"""Why an option was not the one: looked up again in public tables and measures, without the recommender's own sums."""

import numpy as np
import pytest

from netwerkanalyse import Level, measure, recommend
from netwerkanalyse.recommend.variants import variants
from proposal_cases import crowd, services

ORDER = (
    *("gap", "wishes", "continuity", "fragility", "connection", "bridging"),
    *("safety_net", "coordination", "known", "burden", "waiting"),
)
"""The aims as the documentation lists them."""

CLOSE = 2
"""So many of the other proposals are named, behind the pairs that a kind of proposals passed over by itself."""


@pytest.fixture(scope="module", params=[11, 12])
def case(request):
    """A random caseload, a social map, and the proposals."""
    caseload, region = crowd(120, seed=request.param), services(seed=request.param)
    return caseload, recommend.client(caseload, region)


def domains(caseload, clients):
    """The measures of life domains that aims are about, clients by domains."""
    names = ["gap_absent", "gap_short", "gap_size", "gap_weight", "gap_wrong_kind", "gap_wrong_type", "fragile"]
    frame = measure(caseload, ["gaps", "fragility"], level=Level.DOMAIN)
    return {name: frame[name].to_numpy(dtype=float, na_value=np.nan).reshape(clients, -1) for name in names}


def recomputed(caseload, found):
    """What every proposal adds by itself, a row a proposal, by aim, from measures before and after."""
    proposals = found.proposals
    at = caseload.client_index.get_indexer([one.client for one in proposals])
    done = variants(caseload, at, [one.change for one in proposals])
    before = {name: values[at] for name, values in domains(caseload, len(caseload)).items()}
    after = domains(done, len(proposals))
    open_ = (before["gap_absent"] == 1) | (before["gap_short"] == 1)
    closed = np.where(open_, np.nan_to_num(before["gap_size"] - after["gap_size"]), 0)
    per_part = np.divide(before["gap_weight"], before["gap_size"], out=np.zeros_like(closed), where=closed > 0)
    settled = {
        name: ((before[name] == 1) & (after[name] == 0)).sum(axis=1)
        for name in ("gap_wrong_kind", "gap_wrong_type", "fragile")
    }
    whole = ["cohesion", "brokerage"]
    now, then = (measure(one, whole).reset_index(drop=True) for one in (caseload, done))
    meets = np.array([bool(one.involved.meet) for one in proposals])
    fewer = {
        name: np.where(
            meets,
            np.nan_to_num(now[name].to_numpy(float, na_value=np.nan)[at] - then[name].to_numpy(float, na_value=np.nan)),
            0,
        )
        for name in ("components", "coordination_load")
    }
    kinds = caseload.members.set_index(["client", "member"])["kind"]
    asked = [(one.client, one.involved.asked) if one.involved.asked else None for one in proposals]
    offers = [one.involved.service for one in proposals]
    table = found.to_frame()
    return {
        "gap": (closed * per_part).sum(axis=1),
        "wishes": settled["gap_wrong_kind"]
        + settled["gap_wrong_type"]
        + [one.finding.gap == "G8" for one in proposals],
        "continuity": table["continuity_gain"].to_numpy(),  # promises are measured again where they are tested
        "fragility": settled["fragile"],
        "connection": fewer["components"],
        "bridging": table["bridging_gain"].to_numpy(),
        "safety_net": table["safety_net_gain"].to_numpy(),
        "coordination": fewer["coordination_load"],
        "known": [
            -(float(offer.waiting_days is None) if offer else 2.0 * one.involved.new_person)
            for one, offer in zip(proposals, offers, strict=True)
        ],
        "burden": [-float(who is not None and kinds[who] != "formal") for who in asked],
        "waiting": [-(offer.waiting_days or 0.0) if offer else 0.0 for offer in offers],
    }


def test_what_each_adds_is_what_measures_say(case):
    """The gains of the table are those of the measures, before and after."""
    caseload, found = case
    table = found.to_frame()
    for aim, values in recomputed(caseload, found).items():
        np.testing.assert_allclose(table[f"{aim}_gain"], np.asarray(values, dtype=float), atol=1e-8, err_msg=aim)


def compared(found):
    """Give every proposal with its runners-up among the other proposals for the same finding."""
    for at, one in enumerate(found.proposals):
        of_client = found.of(one.client)
        same = {key for key, other in of_client.items() if other.finding.name == one.finding.name} - {one.key}
        close = one.runners_up[-min(CLOSE, len(same)) :] if same else ()
        yield at, one, close, same


def test_the_reason_told_is_the_first_difference(case):
    """Of every runner-up the reason is the first aim, in the stated order, on which the two differ, and which way."""
    caseload, found = case
    values = recomputed(caseload, found)
    gains = np.column_stack([np.asarray(values[aim], dtype=float) for aim in ORDER])
    number = {(one.client, one.key): at for at, one in enumerate(found.proposals)}
    seen = set()
    for at, one, close, _ in compared(found):
        for other in close:
            rival = found.of(one.client)[other.key]
            apart = gains[number[one.client, other.key]] - gains[at]
            first = np.flatnonzero(np.abs(apart) > 1e-8)[:1]
            told = other.why_not.key, *(aim.key for _, aim in other.why_not.values)
            if len(first):
                way = "more" if apart[first[0]] > 0 else "less"
                assert told == (f"why_not.{way}", f"aim.{ORDER[first[0]]}")
            else:
                new = rival.involved.new_person and not one.involved.new_person
                assert told == ("why_not.new_person" if new else "why_not.equal",)
            seen.add(told)
    assert {key for key, *_ in seen} >= {"why_not.less", "why_not.more", "why_not.equal"}
    assert len(seen) >= 8


def test_the_options_that_come_closest_are_told(case):
    """No other option for the same finding stands higher than a runner-up, and none that a limit keeps away is one."""
    caseload, found = case
    values = recomputed(caseload, found)
    rows = np.round(np.column_stack([np.asarray(values[aim], dtype=float) for aim in ORDER]), 8).tolist()
    row = {(one.client, one.key): rows[at] for at, one in enumerate(found.proposals)}
    for _, one, close, same in compared(found):
        told = sorted((row[one.client, up.key] for up in close), reverse=True)
        assert told == sorted((row[one.client, key] for key in same), reverse=True)[:CLOSE]
        assert {up.key for up in close} <= same
