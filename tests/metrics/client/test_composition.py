"""Who stand around the client, and how varied that is."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.client import affiliations
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.composition import diversity_measures, measure_diversity
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.model.vocabulary import KIND, LAW, SECTOR
from networks import Client, caseload_of, clients
from tables import agree, missing_has_a_reason


def composition(client):
    """The measures of one client."""
    frame = measure(caseload_of(client), ["composition", "affiliations"])
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def test_worked_example():
    """Three naasten and four professionals of four organisations and two laws."""
    found = measure(load("voorbeeld"), ["composition", "affiliations"]).loc["voorbeeld"]

    assert found[["kind_informal", "kind_formal", "kind_peer", "kind_unknown"]].tolist() == [3, 4, 0, 0]
    assert found["kind_formal_share"] == pytest.approx(4 / 7)
    assert found["kind_blau"] == pytest.approx(0.4898, abs=5e-5)
    assert found[["organisation_different", "law_different", "sector_different"]].tolist() == [4, 2, 4]


@pytest.mark.parametrize(("possible", "expected"), [(2, 0.9796), (3, 0.7347)])
def test_iqv_is_relative_to_what_is_possible(possible, expected):
    """The worked example has .9796 when peers are no kind of their own, and less when they are possible."""
    columns = Columns(diversity_measures("kind", possible), 1)
    measure_diversity(columns, "kind", np.array([0, 7]), np.array([0, 0, 0, 1, 1, 1, 1], dtype=np.int32), possible)

    assert columns["kind_iqv"][0] == pytest.approx(expected, abs=5e-5)


@given(clients(most=9))
def test_agrees_with_the_definitions(client):
    """Kernel and definition agree for everything people differ in."""
    expected = {}
    for what, possible in {"kind": 3, **affiliations.POSSIBLE}.items():
        values = [person[what] for person in client.people]
        known = [value for value in values if value is not None]
        expected |= {
            f"{what}_known": len(known),
            f"{what}_different": len(set(known)),
            f"{what}_blau": naive.composition.blau(values),
            f"{what}_blau_unbiased": naive.composition.blau_unbiased(values),
            f"{what}_effective": naive.composition.effective_categories(values),
        }
        if possible:
            expected[f"{what}_iqv"] = naive.composition.iqv(values, possible)
    kinds = [person["kind"] for person in client.people]
    for kind in KIND.names:
        expected |= {f"kind_{kind}": kinds.count(kind), f"kind_{kind}_share": naive.composition.share(kinds, kind)}
    expected["kind_unknown"] = kinds.count(None)
    found = composition(client)

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, abs=1e-12, nan_ok=True), name


def test_blank_is_no_category():
    """One naaste and nine people of whom nobody knows: all that is known is informal."""
    found = composition(Client("K", [{"kind": "informal"}, *[{} for _ in range(9)]]))

    agree(found, {"kind_informal_share": 1.0, "kind_known": 1, "kind_unknown": 9, "kind_blau": 0.0})


@pytest.mark.parametrize(
    ("person", "counted"),
    [
        ({"active": "no"}, 1),
        ({"active": "yes"}, 0),
        ({}, 0),
        ({"active": "no", "unwanted": "yes"}, 0),
        ({"active": "no", "unsafe": "yes"}, 0),
        ({"active": "no", "unwanted": "no", "unsafe": "no"}, 1),
        ({"active": "no", "end": "2026-01-01"}, 0),
        ({"active": "no", "start": "2026-01-01"}, 1),
    ],
)
def test_whom_the_client_could_ask_again(person, counted):
    """Known and no contact now; never whom the client refuses, who is not safe, or who is gone."""
    client = Client("K", [person], attributes={"reference_date": "2026-06-30"})

    assert composition(client)["activatable"] == counted


@given(clients())
def test_affiliations_count_everybody_once(client):
    """Every sector, law and circle is counted and has its share, and so is what is not known."""
    found = composition(client)

    for what, names in (("sector", SECTOR.names), ("law", LAW.names), ("circle", (1, 2, 3))):
        values = [person[what] for person in client.people]
        for name in names:
            share = naive.composition.share(values, name)
            assert found[f"{what}_{name}"] == values.count(name)
            assert found[f"{what}_{name}_share"] == pytest.approx(np.nan if share is None else share, nan_ok=True)
        assert found[f"{what}_unknown"] == values.count(None)
        assert found[f"{what}_known"] == len(values) - values.count(None)
