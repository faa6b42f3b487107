"""Proposals for a region: agreements around shared clients, brokers of sectors, services that lack."""

import pandas as pd
import pytest

from netwerkanalyse import datasets, recommend
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_alignment
from netwerkanalyse.metrics.region.services.gaps import service_gaps
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.brokers import MOST_NAMED
from netwerkanalyse.texts import LANGUAGES


def shared(counts):
    """A fictional caseload: so many clients with both organisations of a pair."""
    rows = [
        (f"K{pair}-{number}", organisation)
        for pair, ((one, other), count) in enumerate(counts.items())
        for number in range(count)
        for organisation in (one, other)
    ]
    members = pd.DataFrame(rows, columns=["client", "organisation"])
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": members["client"].unique()}),
            "members": members.assign(member=members["organisation"]),
        }
    )


def partners(agreed=(), asked="all"):
    """A fictional region of four organisations with some agreements."""
    frames = {
        "organisations": pd.DataFrame({"organisation": ["A", "B", "C", "D"], "autonomous": True}),
        "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": [asked]}),
    }
    if agreed:
        frames["collaborations"] = pd.DataFrame(agreed, columns=["source", "target"]).assign(layer="agreement")
    return Region.build(frames)


COUNTS = {("A", "B"): 30, ("B", "C"): 20, ("C", "D"): 15}


def test_pairs_without_agreement_come_most_shared_first():
    """Pairs with an agreement are not proposed."""
    found = recommend.region(partners([("B", "C")]), shared(COUNTS)).of("agreement")

    assert [one.key for one in found] == ["agreement/A+B", "agreement/C+D"]
    assert [one.facts[0].value for one in found] == [30, 15]
    assert [one.say("nl") for one in found[0].agree] == ["A", "B", "cliëntvertegenwoordigers"]


def test_small_numbers_stay_suppressed():
    """A pair of few clients is not proposed, and neither is a pair that would give it away."""
    counts = COUNTS | {("A", "D"): 3}
    region, caseload = partners(), shared(counts)
    pairs = measure_alignment(region, caseload, ["alignment_pairs"], level=Level.DYAD)
    shown = {f"agreement/{one}+{other}" for one, other in pairs.index[~pairs["pair_suppressed"].astype(bool)]}
    found = {one.key for one in recommend.region(region, caseload).of("agreement")}

    assert "agreement/A+D" not in found
    assert found == shown


def test_effects_are_measured_again():
    """Coverage by agreements after a proposal is what the measure gives once the agreement is there."""
    before, after = partners([("B", "C")]), partners([("B", "C"), ("A", "B")])
    caseload = shared(COUNTS)
    (effect,) = recommend.region(before, caseload).of("agreement")[0].effects

    for value, region in ((effect.before, before), (effect.after, after)):
        assert value == measure_alignment(region, caseload, ["agreement_coverage"])["agreement_coverage"].iloc[0]
    assert effect.after > effect.before


def test_of_agreements_that_are_not_known_nothing_is_proposed():
    """Unknown is not no: where only listed pairs were asked, nobody is told to lack an agreement."""
    assert recommend.region(partners(asked="listed"), shared(COUNTS)).of("agreement") == ()


def layer(sectors, ties, asked="all"):
    """A fictional region with one layer without direction."""
    names = [f"O{number}" for number in range(len(sectors))]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names, "sector": sectors}),
            "layers": pd.DataFrame({"layer": ["cooperation"], "pairs_asked": [asked]}),
            "collaborations": pd.DataFrame(ties, columns=["source", "target"]).assign(layer="cooperation", value=3),
        }
    )


def test_a_sector_lacks_a_role_that_it_could_take():
    """Who links all is no candidate for what it does already; roles that numbers make impossible are not asked."""
    ties = [("O0", f"O{number}") for number in range(1, 5)]
    found = {
        one.key: one
        for one in recommend.region(layer(["welfare", *["insurer"] * 2, *["municipality"] * 2], ties)).of("broker")
    }

    assert "broker/cooperation/welfare" not in found
    lacking = {fact.measure for fact in found["broker/cooperation/insurer"].facts}
    assert lacking == {"itinerant", "gatekeeper", "liaison"}
    assert [one.say("nl") for one in found["broker/cooperation/insurer"].agree] == ["O1", "O2"]


def test_large_sectors_come_first_and_a_sector_of_one_is_not_spoken_of():
    """A sector of one would say of one organisation what it lacks; where more depends on it comes first."""
    sectors = ["insurer"] * 2 + ["municipality"] * 3 + ["welfare"]
    found = recommend.region(layer(sectors, [("O5", "O0"), ("O5", "O2")])).of("broker")

    assert [one.key for one in found] == ["broker/cooperation/municipality", "broker/cooperation/insurer"]


@pytest.mark.parametrize("size", [MOST_NAMED, MOST_NAMED + 1])
def test_of_a_large_sector_it_is_said_how_many_must_agree(size):
    """A thousand names are no list of people to talk with."""
    sectors = ["municipality"] * size + ["welfare"]
    (found,) = recommend.region(layer(sectors, [(f"O{size}", "O0")])).of("broker")

    named = [one.say("nl") for one in found.agree]
    assert named == (
        [f"O{one}" for one in range(size)] if size == MOST_NAMED else ["alle 13 organisaties van de sector gemeente"]
    )


def test_every_sector_has_its_turn():
    """With two layers the first proposals are about two sectors, not twice about the largest."""
    one = layer(["insurer"] * 2 + ["municipality"] * 3 + ["welfare"], [("O5", "O0"), ("O5", "O2")])
    tables = {"organisations": one.organisations, "layers": pd.concat([one.layers, one.layers.assign(layer="funding")])}
    ties = pd.concat([one.collaborations, one.collaborations.assign(layer="funding")])
    found = recommend.region(Region.build({**tables, "collaborations": ties})).of("broker")

    assert [proposal.key.split("/")[2] for proposal in found] == ["municipality", "insurer"] * 2


def test_where_not_all_pairs_were_asked_nobody_lacks_a_broker():
    """Unknown is not no; it is told which layer could not be looked at."""
    found = recommend.region(layer(["welfare", "insurer"], [("O0", "O1")], asked="listed"))

    assert found.of("broker") == ()
    assert "samenwerking" in " ".join(one.say("nl") for one in found.not_looked_at)


@pytest.fixture
def social_map():
    """A fictional social map: one service in one of two areas."""
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["Welzijn"]}),
            "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
            "area_needs": pd.DataFrame({"area": ["Zuid"], "domain": ["werken"], "expected": [40]}),
            "services": pd.DataFrame(
                {"service": ["maatje"], "organisation": ["Welzijn"], "domains": "wonen", "areas": ["Noord"]}
            ),
        }
    )


def test_every_gap_of_the_social_map_is_a_proposal(social_map):
    """The gaps are those of the list, where most clients are expected first, with who offers it elsewhere."""
    found = {one.key: one for one in recommend.region(social_map).of("service")}
    gaps = service_gaps(ServiceMap(social_map))

    assert set(found) == {f"service/{area}/{domain}" for area, domain in gaps.index}
    assert next(iter(found)) == "service/Zuid/work"
    housing = found["service/Zuid/housing"]
    assert housing.agree[0].say("nl") == "Welzijn"
    assert "Noord" in housing.because.say("nl")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", datasets.REGIONS)
def test_of_a_region_in_the_text_only_what_is_known_is_proposed(name, lang):
    """Real regions of which the text names few ties: no broker, no agreement, no service is missed."""
    found = recommend.region(datasets.load_region(name))

    assert found.proposals == ()
    assert all(one.say(lang) for one in found.not_looked_at)
    assert list(found.to_frame(lang)) == [
        "proposal", "kind", "what", "because", "changes", "agree", "unknown", "grounds"
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_proposal_says_what_why_who_and_what_is_unknown(lang):
    """A paragraph holds all parts, and at most so many of a kind when asked."""
    found = recommend.region(partners([("B", "C")]), shared(COUNTS))
    paragraphs = found.paragraphs(lang)

    assert len(paragraphs) == 2
    assert "30" in paragraphs[0]
    assert "%" in paragraphs[0]
    assert len(found.paragraphs(lang, most=1)) == 1
    assert found.to_frame(lang)["grounds"][0].startswith("shared_clients=30")


def test_people_read_names_and_programs_read_codes():
    """What people read of a proposal has the names of organisations and areas; only its key has their codes."""
    named = {"A": "Aanloophuis", "B": "Buurtteam", "C": "Centrum", "D": "Dagbesteding"}
    region = Region.build(
        {
            "organisations": pd.DataFrame(
                {"organisation": list(named), "name": list(named.values()), "sector": ["welfare"] * 3 + ["insurer"]}
            ),
            "layers": pd.DataFrame({"layer": ["agreement", "cooperation"], "pairs_asked": "all"}),
            "collaborations": pd.DataFrame({"source": ["A"], "target": ["D"], "layer": ["cooperation"], "value": [3]}),
            "areas": pd.DataFrame({"area": ["gm-1", "gm-2"], "name": ["Noord", "Zuid"]}),
            "services": pd.DataFrame(
                {"service": ["m"], "organisation": ["A"], "domains": "sociale relaties", "areas": ["gm-1"]}
            ),
        }
    )
    found = recommend.region(region, shared(COUNTS))
    agreement, broker, service = (found.of(kind)[0] for kind in ("agreement", "broker", "service"))
    (elsewhere,) = (one for one in found.of("service") if one.key == "service/gm-2/social_relations")

    assert agreement.key == "agreement/A+B"
    assert agreement.what.say("en").startswith("Aanloophuis and Buurtteam agree")
    assert [one.say("en") for one in broker.agree] == ["Aanloophuis", "Buurtteam", "Centrum"]
    assert "In Noord it is there." in elsewhere.because.say("en")
    assert elsewhere.agree[0].say("en") == "Aanloophuis"
    assert "gm-" not in service.paragraph("nl")
