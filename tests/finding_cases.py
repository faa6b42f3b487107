"""Hand-made clients for every finding of a report: one who has it, and one who differs in the point and does not."""

from dataclasses import dataclass

from netwerkanalyse.model.vocabulary import DOMAIN
from networks import Client

INFORMAL = {"kind": "informal"}
PEER = {"kind": "peer"}
A = {"kind": "formal", "organisation": "A", "law": "zvw"}
B = {"kind": "formal", "organisation": "B", "law": "wmo"}
A2 = {"kind": "formal", "organisation": "A", "law": "wmo"}
OTHER_A = {"kind": "formal", "organisation": "C", "law": "zvw"}
TODAY = {"reference_date": "2026-03-01"}


def work(need=2, **more):
    """A need for work."""
    return {"domain": "work", "need": need, **more}


def helps(member, amount=2.0, **more):
    """Support with work."""
    return {"member": member, "domain": "work", "amount": amount, "status": "happening", **more}


def client(people=(), ties=(), needs=(), supports=(), **more):
    """A client in a line; ties are pairs, or pairs with their state."""
    rows = [(*tie[:2], tie[2] if len(tie) > 2 else "yes", None) for tie in ties]
    return Client("K", list(people), rows, list(needs), list(supports), **more)


@dataclass
class Case:
    """Who has a finding, and who has not."""

    present: Client
    absent: Client


def one(needs, supports, people=(INFORMAL,), **more):
    """A client with one need and who helps."""
    return client(people, (), needs, supports, **more)


def two(first, second, amounts=(2.0, 2.0), ties=(), need=2, **more):
    """Two people who help with work."""
    rows = [helps(0, amounts[0], **more), helps(1, amounts[1], **more)]
    return client((first, second), ties, [work(need)], rows)


ENDED = helps(0, status="ended", start="2025-01-01", end="2026-01-01")
CASES = {
    "enough": Case(one([work()], [helps(0)]), one([work()], [helps(0, 1.0)])),
    "absent": Case(one([work()], []), one([work(0)], [])),
    "absent_but_met": Case(one([work(client_rating="met")], []), one([work(client_rating="unmet")], [])),
    "short": Case(one([work()], [helps(0, 1.0)]), one([work()], [helps(0)])),
    "short_but_met": Case(
        one([work(client_rating="met")], [helps(0, 1.0)]), one([work(client_rating="met")], [helps(0)])
    ),
    "experienced": Case(one([work(client_rating="unmet")], [helps(0)]), one([work(client_rating="met")], [helps(0)])),
    "wrong_type": Case(
        one([work(wanted_type="practical")], [helps(0, type="emotional")]),
        one([work(wanted_type="practical")], [helps(0, type="practical")]),
    ),
    "wrong_kind": Case(one([work(wanted_kind="peer")], [helps(0)]), one([work(wanted_kind="informal")], [helps(0)])),
    "two_views": Case(
        one([work(client_rating="met", professional_rating="unmet")], []),
        one([work(client_rating="met", professional_rating="met")], []),
    ),
    "apart": Case(two(INFORMAL, A, (1.0, 1.0)), two(INFORMAL, A, (1.0, 1.0), [(0, 1)])),
    "doublure": Case(two(A, B), two(A, B, ties=[(0, 1)])),
    "possible_doublure": Case(two(A, B, ties=[(0, 1, "unknown")]), two(A, B, ties=[(0, 1, "no")])),
    "coordinated_overlap": Case(two(A, B, ties=[(0, 1)]), two(A, B)),
    "overlap": Case(two(INFORMAL, A), two(INFORMAL, A, (1.0, 1.0))),
    "intended": Case(two(A, B, intended="yes"), two(A, B, intended="no")),
    "support_without_need": Case(one([work(0)], [helps(0)]), one([work()], [helps(0)])),
    "role_doublure": Case(
        client([{**A, "role": "case_manager"}, {**B, "role": "care_director"}]),
        client([{**A, "role": "case_manager"}, {**B, "role": "clinician"}]),
    ),
    "role_gap": Case(client([{**A, "role": "clinician"}]), client([{**A, "role": "general_practitioner"}])),
    "no_informal": Case(client([A]), client([A, {}])),
    "no_formal": Case(client([INFORMAL]), client([INFORMAL, A])),
    "no_bridge": Case(client([INFORMAL, A]), client([INFORMAL, A], all_asked=False)),
    "one_bridge": Case(client([INFORMAL, A, B], [(0, 1), (0, 2)]), client([INFORMAL, A, B])),
    "bridge": Case(
        client([INFORMAL, INFORMAL, A, B], [(0, 2), (1, 3)]), client([INFORMAL, INFORMAL, A, B], [(0, 2), (0, 3)])
    ),
    "hinges": Case(client([{}, {}, {}], [(0, 1), (1, 2)]), client([{}, {}, {}], [(0, 1), (1, 2), (0, 2)])),
    "one_group": Case(client([{}, {}], [(0, 1)]), client([{}, {}])),
    "groups": Case(client([{}, {}, {}], [(0, 1)]), client([{}, {}, {}], [(0, 1), (1, 2)])),
    "no_contact": Case(client([{}, {}]), client([{}, {}], all_asked=False)),
    "only_support": Case(client([{"helping": 2, "hindering": 0}]), client([{"helping": 2, "hindering": None}])),
    "mixed": Case(client([{"helping": 2, "hindering": 1}]), client([{"helping": 0, "hindering": 1}])),
    "only_burden": Case(client([{"helping": 0, "hindering": 1}]), client([{"helping": 0, "hindering": 0}])),
    "stress_dependent": Case(
        one([work()], [helps(0)], [{**INFORMAL, "hindering": 1}]),
        one([work()], [helps(0)], [{**INFORMAL, "hindering": 0}]),
    ),
    "one_person": Case(one([work()], [helps(0)]), two(INFORMAL, INFORMAL)),
    "only_just": Case(two(INFORMAL, A, (1.0, 1.0)), two(INFORMAL, A)),
    "robust": Case(two(INFORMAL, PEER), two(INFORMAL, PEER, (1.0, 1.0))),
    "one_organisation": Case(two(A, A2), two(A, B)),
    "one_law": Case(two(A, OTHER_A), two(A, B)),
    "formal_only": Case(two(A, B), two(A, INFORMAL)),
    "informal_only": Case(two(INFORMAL, INFORMAL), two(INFORMAL, A)),
    "informal_overburdened": Case(
        one([work()], [helps(0)], [{**INFORMAL, "burden": 9}]), one([work()], [helps(0)], [{**INFORMAL, "burden": 8}])
    ),
    "burdened": Case(client([{**INFORMAL, "burden": 9}]), client([{**INFORMAL, "burden": 8}])),
    "over_capacity": Case(
        one([work()], [helps(0)], [{**INFORMAL, "capacity": 1}]),
        one([work()], [helps(0)], [{**INFORMAL, "capacity": 2}]),
    ),
    "planned_end": Case(
        one([work()], [helps(0, end="2026-06-01")], attributes=TODAY),
        one([work()], [helps(0, end="2026-01-01")], attributes=TODAY),
    ),
    "no_way_back": Case(
        client([A, B], [], [work()], [ENDED], attributes=TODAY),
        client([A, B], [(0, 1)], [work()], [ENDED], attributes=TODAY),
    ),
    "no_way_up": Case(
        client([{**INFORMAL, "role": "mother"}], needs=[work()]),
        client([{**A, "role": "crisis_service"}], needs=[work()]),
    ),
    "without_professionals": Case(two(A, INFORMAL), two(PEER, INFORMAL)),
    "interrupted": Case(
        one([work(start="2025-01-01")], [helps(0, start="2026-01-01")], attributes=TODAY),
        one([work(start="2025-12-20")], [helps(0, start="2026-01-01")], attributes=TODAY),
    ),
    "not_taken_over": Case(
        one([work(start="2025-01-01")], [ENDED], attributes=TODAY),
        client(
            [INFORMAL, A],
            [],
            [work(start="2025-01-01")],
            [ENDED, helps(1, start="2026-01-05")],
            attributes=TODAY,
        ),
    ),
    "handover_warm": Case(
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2025-12-01")], attributes=TODAY),
        client([A, B], [], [work()], [ENDED, helps(1, start="2025-12-01")], attributes=TODAY),
    ),
    "handover_cold": Case(
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2026-02-01")], attributes=TODAY),
        client([A, B], [(0, 1)], [work()], [ENDED, helps(1, start="2026-01-10")], attributes=TODAY),
    ),
    "needs_unknown": Case(client(), client(needs=[{"domain": domain, "need": 0} for domain in DOMAIN.names])),
    "pairs_unknown": Case(client([{}, {}], all_asked=False), client([{}, {}])),
    "amounts_unknown": Case(one([work()], [helps(0, None)]), one([work()], [helps(0)])),
    "kind_unknown": Case(client([{}]), client([INFORMAL])),
    "not_rated": Case(one([work()], []), one([work(client_rating="met")], [])),
}
