"""Odd networks: proposals survive them, and say nothing that is not known."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings

from netwerkanalyse import recommend
from netwerkanalyse.recommend import for_client
from networks import caseload_of, clients, dated_clients, with_contacts, zoo


@pytest.fixture(scope="module")
def found():
    """The proposals for the whole zoo at once."""
    return recommend.client(caseload_of(*zoo().values()))


@pytest.mark.parametrize("name", zoo())
def test_everybody_gets_at_least_one_option(found, name):
    """Whatever the network looks like, leaving it as it is stays an option."""
    assert [one for one in found.of(name).values() if one.shown][-1].key == "nothing"


def test_where_nothing_is_known_nothing_is_proposed(found):
    """Nobody asked about any pair or need: that is a reason to ask, not to propose."""
    for name in ("nobody", "all_unknown", "nothing_asked", "all_unwanted", "nobody_active"):
        assert list(found.of(name)) == ["nothing"]


@settings(max_examples=20)
@given(clients(), dated_clients())
def test_any_network_can_be_proposed_about(client, dated):
    """No combination of blanks breaks it; every effect that was promised can be told, and every word be said."""
    client.name = "K2"
    for caseload in (caseload_of(client), with_contacts(*dated)):
        found = recommend.client(caseload)
        for one in found.proposals:
            # What comes of a talk is not foretold.
            assert one.kind in {"nothing", "talk"} or not math.isnan(one.effects[0].before)
            for lang in ("nl", "en"):
                assert recommend.paragraph(one, lang)
        assert len(found.to_frame()) == len(found.proposals)


def test_a_long_caseload_is_done_in_parts(found, monkeypatch):
    """Part by part gives what all at once gives, and how far it is is told."""
    caseload = caseload_of(*zoo().values())
    monkeypatch.setattr(for_client, "PART", 5)
    told = []
    parts = recommend.client(caseload, progress=lambda done, of: told.append((done, of)))

    assert told == [(5, 13), (10, 13), (13, 13)]
    pd.testing.assert_frame_equal(parts.to_frame(), found.to_frame())
