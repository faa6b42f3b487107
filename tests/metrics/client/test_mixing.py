"""Ties within and between groups of people."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.mixing import GROUPED_BY
from netwerkanalyse.metrics.client.tables import measures
from networks import Client, caseload_of, clients
from tables import agree, missing_has_a_reason


def mixing(client):
    """The measures of one client."""
    frame = measure(caseload_of(client), ["mixing"])
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def test_worked_example():
    """One tie between a naaste and a professional, two within a kind."""
    found = measure(load("voorbeeld"), ["mixing"]).loc["voorbeeld"]

    agree(found, {"kind_ei": -1 / 3, "kind_ties_external": 1, "kind_ties_internal": 2, "kind_ties_blank": 0})


def test_all_external_is_one():
    """Four ties between groups and none within: the index is 1, whatever the number of ties."""
    people = [{"kind": "informal"}, {"kind": "informal"}, {"kind": "formal"}, {"kind": "formal"}]
    ties = [(a, b, "yes", None) for a in (0, 1) for b in (2, 3)]

    agree(mixing(Client("K", people, ties)), {"kind_ei": 1.0, "kind_ei_rescaled": 1.0, "kind_ties": 4})


def test_rescaled_does_not_depend_on_how_large_groups_are():
    """Two of nine formal people, everybody tied: mostly internal ties, but as much as there can be of either."""
    people = [{"kind": "informal"}] * 2 + [{"kind": "formal"}] * 7
    ties = [(a, b, "yes", None) for a, b in naive.cohesion.pairs(9)]

    agree(mixing(Client("K", people, ties)), {"kind_ei": (14 - 22) / 36, "kind_ei_rescaled": 0.0})


def test_a_group_of_one_has_no_pairs_within():
    """Nobody of the same sort to have a tie with: no rescaled index."""
    people = [{"organisation": "A"}, {"organisation": "B"}]

    agree(mixing(Client("K", people, [(0, 1, "yes", None)])), {"organisation_ei": 1, "organisation_ei_rescaled": None})


def test_strong_ties_weigh_more():
    """One strong tie between groups and one weak tie within: three quarters against one quarter of all strength."""
    people = [{"kind": "informal"}, {"kind": "formal"}, {"kind": "formal"}]
    ties = [(0, 1, "yes", 0.75), (1, 2, "yes", 0.25)]

    agree(mixing(Client("K", people, ties)), {"kind_ei": 0.0, "kind_ei_weighted": 0.5, "kind_strength": 1.0})


def test_a_strength_nobody_noted_is_not_zero():
    """One strength is blank: nothing can be said of strengths."""
    people = [{"kind": "informal"}, {"kind": "formal"}, {"kind": "formal"}]
    ties = [(0, 1, "yes", None), (1, 2, "yes", 0.25)]

    agree(mixing(Client("K", people, ties)), {"kind_ei_weighted": None, "kind_ties_without_strength": 1})


@given(clients())
def test_agrees_with_the_definitions(client):
    """Kernel and definition agree for every way of grouping; blanks are left out and counted."""
    listed = {(a, b): present for a, b, present, _ in client.ties}
    n = len(client.people)
    answers = {
        pair: naive.mixing.answer_about(pair, listed, all_asked=client.all_asked) for pair in naive.cohesion.pairs(n)
    }
    expected = {}
    for grouped_by in GROUPED_BY:
        groups = [person[grouped_by] for person in client.people]
        known = [pair for pair in answers if None not in {groups[pair[0]], groups[pair[1]]}]
        ties = [pair for pair in known if answers[pair] == "yes"]
        asked = [pair for pair in known if answers[pair] != "unknown"]
        between = [pair for pair in asked if groups[pair[0]] != groups[pair[1]]]
        expected |= {
            f"{grouped_by}_ties": len(ties),
            f"{grouped_by}_ties_external": len(set(ties) & set(between)),
            f"{grouped_by}_ties_internal": len(set(ties) - set(between)),
            f"{grouped_by}_ties_blank": len(client.edges) - len(ties),
            f"{grouped_by}_pairs_external": len(between),
            f"{grouped_by}_pairs_internal": len(asked) - len(between),
            f"{grouped_by}_ei": naive.region.ei(ties, groups),
            f"{grouped_by}_ei_rescaled": naive.mixing.ei_rescaled(ties, asked, groups),
        }
        tied = [(a, b, strength) for a, b, present, strength in client.ties if present == "yes"]
        weighed = [(a, b, strength) for a, b, strength in tied if None not in {groups[a], groups[b]}]
        expected |= {
            f"{grouped_by}_ties_without_strength": sum(w is None for *_, w in weighed),
            f"{grouped_by}_strength": sum(w for *_, w in weighed if w is not None),
            f"{grouped_by}_ei_weighted": naive.mixing.ei_weighted(weighed, groups),
        }
    found = mixing(client)

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, abs=1e-12, nan_ok=True), name


def test_the_client_is_of_no_kind():
    """There is no index of ties between the client and the people by kind."""
    assert not [name for name in measures() if "ei_ego" in name or "ego_ei" in name]
