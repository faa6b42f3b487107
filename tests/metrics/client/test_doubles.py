"""Doublures, and what looks like one but is not."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.doubles import COUNTED
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.model.vocabulary import DOMAIN
from networks import Client, caseload_of, clients, crowded_clients, with_meetings
from tables import agree, missing_has_a_reason

A, B = ({"kind": "formal", "organisation": name, "law": "zvw"} for name in "AB")
NAASTE, FRIEND = {"kind": "informal", "role": "mother"}, {"kind": "informal", "role": "friend"}
PEER = {"kind": "peer", "organisation": "C"}


def doubles(caseload, level=Level.DOMAIN, **cutoffs):
    """The table of double support of one client."""
    frame = measure(caseload, ["doubles"], level=level, cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.droplevel("client") if level is Level.DOMAIN else frame.iloc[0]


def working(*people, amount=2, ties=(), need=2, all_asked=True, **support):
    """A client in whose work all people support with an amount."""
    rows = [
        {"member": i, "domain": "work", "amount": amount, "status": "happening"} | support for i in range(len(people))
    ]
    ties = [(a, b, present, None) for a, b, present in ties]
    return Client("K", list(people), ties, [{"domain": "work", "need": need}], rows, all_asked)


def found_class(client, **cutoffs):
    """The class of work."""
    return doubles(caseload_of(client), **cutoffs).loc["work", "double_class"]


def test_worked_example():
    """Housing is a doublure with a surplus of 1.75; mental health is tuned; the index is .175."""
    found = doubles(load("voorbeeld"))
    client = doubles(load("voorbeeld"), Level.CLIENT)

    agree(
        found.loc["housing"],
        {"double_class": "doublure", "surplus": 1.75, "uncoordinated_low": 1, "uncoordinated_high": 1},
    )
    agree(found.loc["mental_health"], {"double_class": "coordinated_overlap", "surplus": 0.25, "uncoordinated_high": 0})
    agree(client, {"doublures": 1, "coordinated_overlaps": 1, "all_support": 10, "doublure_index": 0.175})


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (working(A), "none"),
        (working(A, B, amount=1), "complementary"),
        (working(A, B, ties=[(0, 1, "yes")]), "coordinated_overlap"),
        (working(A, B), "doublure"),
        (working(A, A | {"law": "wmo"}), "doublure"),
        (working(A, A), "overlap"),
        (working(A, A | {"law": None}), "overlap"),
        (working(A, NAASTE), "overlap"),
        (working(NAASTE, NAASTE), "overlap"),
        (working(A, B, NAASTE, ties=[(0, 1, "yes")]), "doublure"),
        (working(A, B, need=0), "support_without_need"),
        (working(A, need=0), "support_without_need"),
        (working(A, B, need=None), "unknown"),
        (working(A, B, amount=None), "unknown"),
        (working(need=None), "none"),
    ],
)
def test_classes(client, expected):
    """Every class, on a small client."""
    assert found_class(client) == expected


@pytest.mark.parametrize(
    "client",
    [
        working(A, B, ties=[(0, 1, "unknown")]),
        working(A, B, all_asked=False),
        working(A, B | {"organisation": None}),
        working(A, {"organisation": "B", "law": "zvw"}),
        working(A, {}),
    ],
)
def test_possible_doublures(client):
    """Unknown pairs, organisations or kinds decide."""
    assert found_class(client) == "possible_doublure"


GROUPS = {"equal": ("A", "A"), "different": ("A", "B"), "one blank": ("A", None), "both blank": (None, None)}
LAWS = {"equal": ("zvw", "zvw"), "different": ("zvw", "wmo"), "one blank": ("zvw", None), "both blank": (None, None)}


def ways(values):
    """Every way in which blanks among two values can turn out, as equal or different."""
    fill = [[value] if value else ["A", "B", "zvw", "wmo", "another"] for value in values]
    return {one == other for one, other in product(*fill)}


@pytest.mark.parametrize("kinds", list(product(("formal", "informal", None), repeat=2)))
@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("organisation", GROUPS)
def test_every_combination_of_two_people(kinds, organisation, law):
    """The class is what the definitions say in every way in which blanks turn out; possible when some say doublure.

    Who share an organisation and of whom a law is blank are not told apart: a different law must be known.
    """
    formal = {
        one == two == "formal" for one, two in product(*([one] if one else ["formal", "informal"] for one in kinds))
    }
    laws = ways(LAWS[law]) if None not in LAWS[law] else {True}
    apart = {f and not (o and w) for f in formal for o in ways(GROUPS[organisation]) for w in laws}
    people = [
        {"kind": kind, "role": "een eigen rol", "organisation": group, "law": one}
        for kind, group, one in zip(kinds, GROUPS[organisation], LAWS[law], strict=True)
    ]
    for tie, connected in {"yes": {True}, "no": {False}, "unwanted": {False}, "unknown": {True, False}}.items():
        classes = {"coordinated_overlap" if c else "doublure" if a else "overlap" for c in connected for a in apart}
        expected = classes.pop() if len(classes) == 1 else "possible_doublure" if "doublure" in classes else "unknown"
        assert found_class(working(*people, ties=[(0, 1, tie)])) == expected, tie


@pytest.mark.parametrize("tie", ["yes", "no", "unknown", "unwanted"])
@pytest.mark.parametrize("others", [1, 2])
def test_one_professional_and_naasten_are_never_a_doublure(others, tie):
    """One professional beside naasten is overlap; when all are connected it is coordinated, and unknown if perhaps."""
    ties = [(a, b, tie) for a, b in combinations(range(1 + others), 2)]

    expected = {"yes": "coordinated_overlap", "unknown": "unknown"}.get(tie, "overlap")
    assert found_class(working(A, *[NAASTE] * others, ties=ties)) == expected


@pytest.mark.parametrize(
    "client",
    [
        working(A, B, type="emotional"),
        working(A, B, backup="yes"),
        working(A, PEER),
        working(A, FRIEND),
        working(A, B | {"role": "second_opinion"}),
        working(A, B, status="planned"),
    ],
)
def test_what_never_doubles(client):
    """Emotional support, backups, peers, friends, second opinions, and what does not happen at the same time."""
    assert found_class(client) == "none"


def test_one_row_that_is_intended_excludes_the_domain():
    """The client says: this is how I want it, also of support that could not double."""
    client = working(A, B)
    client.supports[0]["intended"] = "yes"
    friendly = working(A, B, FRIEND)
    friendly.supports[2]["intended"] = "yes"

    assert found_class(client) == found_class(friendly) == "intended"
    assert doubles(caseload_of(client), Level.CLIENT)["doublure_index"] == 0
    assert found_class(working(A, intended="yes")) == "none"


def test_an_unknown_amount_can_only_add_to_a_surplus():
    """What is known is more than enough already."""
    client = working(A, B, NAASTE, amount=3)
    client.supports[2]["amount"] = None

    agree(doubles(caseload_of(client)).loc["work"], {"double_class": "doublure", "surplus": None})


def test_who_met_coordinates():
    """Two professionals at the same meeting of the resource group are no doublure."""
    assert doubles(with_meetings(working(A, B), [[0, 1]])).loc["work", "double_class"] == "coordinated_overlap"
    assert doubles(with_meetings(working(A, B), [[0], [1]])).loc["work", "double_class"] == "doublure"


def test_contact_that_the_client_does_not_want_is_no_contact():
    """It stays a doublure, and the number of refused pairs stands beside it: what to do is for the client to say."""
    refused = working(A, B, NAASTE, ties=[(0, 1, "unwanted"), (1, 2, "yes")])

    agree(doubles(caseload_of(refused)).loc["work"], {"double_class": "doublure", "refused_pairs": 1})
    agree(doubles(caseload_of(working(A, B))).loc["work"], {"refused_pairs": 0})
    agree(doubles(caseload_of(working(A))).loc["work"], {"refused_pairs": None})
    met = with_meetings(working(A, B, ties=[(0, 1, "unwanted")]), [[0, 1]])
    agree(doubles(met).loc["work"], {"double_class": "coordinated_overlap", "refused_pairs": 0})


def test_the_tolerance_is_a_choice():
    """A quarter above the need is no surplus; without tolerance it is."""
    client = working(A, B, amount=0.5, need=0.9)
    client.attributes["scale"] = "hours"

    assert found_class(client) == "complementary"
    assert found_class(client, tolerance=0) == "doublure"


def test_index_has_a_range_when_ties_are_unknown():
    """A possible doublure counts for nothing, and for one."""
    found = doubles(caseload_of(working(A, B, ties=[(0, 1, "unknown")])), Level.CLIENT)

    agree(found, {"doublure_index": None, "doublure_index_low": 0, "doublure_index_high": (4 - 2.5) / 4})


def test_index_has_a_range_when_a_need_is_unknown():
    """Without a known need all support may be surplus, or none."""
    found = doubles(caseload_of(working(A, B, need=None)), Level.CLIENT)
    overlap = doubles(caseload_of(working(A, NAASTE, need=None)), Level.CLIENT)

    agree(found, {"doublure_index": None, "doublure_index_low": 0, "doublure_index_high": 1})
    agree(overlap, {"doublure_index": 0})


def test_reasons():
    """Who reads that something is missing reads why."""
    reasons = why_missing(measure(caseload_of(working(A, B, all_asked=False)), ["doubles"]))
    domain = why_missing(measure(caseload_of(working(A, need=None)), ["doubles"], level=Level.DOMAIN)).loc["K"]

    assert reasons["doublure_index"].item() == "contact_or_need_unknown"
    assert domain.loc["work", ["surplus", "uncoordinated_low"]].tolist() == [
        "need_unknown",
        "fewer_than_two_supporters",
    ]


@given(crowded_clients() | clients().map(lambda client: (client, [])), st.sampled_from([0.25, 0.0]))
def test_agrees_with_the_definitions(drawn, tolerance):
    """Kernel and definition agree on every domain and on the index of any small client."""
    client, meetings = drawn
    caseload = with_meetings(client, meetings)
    found = doubles(caseload, tolerance=tolerance)
    needs = {need["domain"]: need["need"] for need in client.needs}
    low = high = 0

    for domain in DOMAIN.names:
        expected = expected_of(client, meetings, domain, needs.get(domain), tolerance)
        low, high = low + expected.pop("low"), high + expected.pop("high")
        agree(found.loc[domain], expected)
    counts = doubles(caseload, Level.CLIENT, tolerance=tolerance)
    rows = naive.robustness.given(client.supports, 0.5)
    total = sum(amount or 0 for *_, amount in rows)
    known = total > 0 and not any(amount is None for *_, amount in rows)
    agree(counts, {name: (found["double_class"] == code).sum() for name, code in COUNTED.items()})
    agree(
        counts,
        {
            "all_support": total,
            "doublure_index_low": low / total if known else None,
            "doublure_index_high": high / total if known else None,
            "doublure_index": low / total if known and low == high else None,
        },
    )


def refused_pairs(people, listed, meetings):
    """The pairs among people whose contact the client does not want, and who did not meet all the same."""
    met = {frozenset(pair) for there in meetings for pair in combinations(there, 2)}
    refused = {frozenset((a, b)) for a, b, present in listed if present == "unwanted"} - met
    return len([pair for pair in refused if pair <= set(people)]) if len(people) > 1 else None


def expected_of(client, meetings, domain, need, tolerance):
    """What the definitions say of a domain, and the bounds of what it adds to the index."""
    listed = [(a, b, present) for a, b, present, _ in client.ties]
    contacts = naive.gaps.contacts(len(client.people), listed, meetings, all_asked=client.all_asked)
    there = [one for one in client.supports if one["domain"] == domain and naive.robustness.given([one], 0.5)]
    counted = [one for one in there if naive.doubles.can_double(one, {"role": None} | client.people[one["member"]])]
    amounts = naive.coverage.in_domain(naive.robustness.given(counted, 0.5), domain)
    people = [client.people[person] for person in amounts]
    given = [None if None in each else sum(each) for each in amounts.values()]
    known = sum(amount or 0 for each in amounts.values() for amount in each)
    blank = sum(each.count(None) for each in amounts.values())
    bounds = naive.doubles.uncoordinated(list(amounts), *contacts)
    formal_apart = naive.coverage.any_of([naive.doubles.apart(one, other) for one, other in combinations(people, 2)])
    intended = any(one["intended"] == "yes" for one in there)
    found = naive.doubles.double_class(need, intended, given, known, tolerance, bounds, formal_apart)
    limit = None if need is None else (1 + tolerance) * need
    surplus = None if need is None else max(0, known - limit)
    unsure = known if found == "unknown" and len(people) > 1 and formal_apart is not False else 0
    return {
        "double_people": len(people),
        "double_supply": known,
        "double_without_amount": blank,
        "surplus_from": limit,
        "surplus": None if blank else surplus,
        "uncoordinated_low": bounds[0],
        "uncoordinated_high": bounds[1],
        "refused_pairs": refused_pairs(list(amounts), listed, meetings),
        "double_class": found,
        "low": surplus * bounds[0] if found == "doublure" else 0,
        "high": surplus * bounds[1] if found in {"doublure", "possible_doublure"} else unsure * (bounds[1] or 0),
    }
