"""Tuning of a doublure: people agree who does what; nobody leaves, and nobody meets against the client's wish."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse import Level, measure, recommend
from netwerkanalyse.recommend.variants import variants
from networks import Client, caseload_of


def doublure(size=2, ties=(), **more):
    """People of different organisations who all give at wonen what one of them would be enough for."""
    people = [{"kind": "formal", "organisation": name, "role": "case_manager"} for name in "ABCDE"[:size]]
    supports = [{"member": k, "domain": "housing", "amount": 2} for k in range(size)]
    return Client("K", people, list(ties), [{"domain": "housing", "need": 2}], supports, **more)


def tunings(caseload):
    """The proposals of this kind."""
    return [one for one in recommend.client(caseload).proposals if one.kind == "tuning"]


def test_a_contact_person_reaches_everybody():
    """Four people who do not know each other have one contact person, the first on the list, who reaches the others."""
    (domain,) = (one for one in tunings(caseload_of(doublure(4))) if one.finding.code == "doublure")

    assert domain.key == "tuning/housing/p0"
    assert {frozenset(("p0", f"p{k}")) for k in (1, 2, 3)} == set(domain.involved.meet)
    effects = {one.measure: (one.before, one.after) for one in domain.effects}
    assert effects["uncoordinated_high"] == (1, 0)
    assert effects["drop_out_tolerance"] == (4, 4)
    assert "Iedereen blijft" in recommend.paragraph(domain, "nl")


def test_who_has_the_same_role_agrees_together():
    """Two case managers agree who is the contact person; the proposal does not choose between them."""
    (role,) = (one for one in tunings(caseload_of(doublure(2))) if one.finding.code == "same_role")

    assert role.key == "tuning/case_manager"
    assert not role.runners_up


def test_overlap_with_a_naaste_is_not_tuned():
    """Help of a professional beside a naaste is overlap, never a doublure."""
    client = doublure(2)
    client.people[1] = {"kind": "informal"}

    assert not tunings(caseload_of(client))


def test_nothing_is_told_with_somebody_off_limits():
    """Where one of them is not safe, the life domain and the role are passed over, so that nothing can be inferred."""
    client = doublure(3)
    client.people[2]["unsafe"] = "yes"

    assert not tunings(caseload_of(client))


states = st.sampled_from(["yes", "no", "unknown", "unwanted"])


@settings(max_examples=25)
@given(st.integers(2, 5), st.data())
def test_nobody_leaves_and_no_refused_pair_meets(size, data):
    """Whatever the pairs, all supports stay, as many may drop out as before, and unwanted pairs do not meet."""
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    ties = [(a, b, data.draw(states), None) for a, b in pairs]
    tension = [pair for pair in pairs if data.draw(st.integers(0, 4)) == 0]
    caseload = caseload_of(doublure(size, ties))
    rows = pd.DataFrame([{"client": "K", "source": f"p{a}", "target": f"p{b}", "kind": "tension"} for a, b in tension])
    if tension:
        caseload = caseload.with_tables(ties=pd.concat([caseload.ties.astype(object), rows.assign(present="yes")]))
    barred = {frozenset((f"p{a}", f"p{b}")) for a, b, present, _ in ties if present == "unwanted"}
    barred |= {frozenset((f"p{a}", f"p{b}")) for a, b in tension}
    families = ["fragility", "doubles"]
    before = measure(caseload, families, level=Level.DOMAIN).loc[("K", "housing")]

    for one in tunings(caseload):
        made = variants(caseload, np.array([0]), [one.change])
        after = measure(made, families, level=Level.DOMAIN).loc[("0", "housing")]
        assert len(made.supports) == size
        assert len(made.members) == size
        assert after["drop_out_tolerance"] == before["drop_out_tolerance"]
        assert one.finding.code == "same_role" or after["uncoordinated_high"] < before["uncoordinated_high"]
        assert not barred & set(one.involved.meet)
