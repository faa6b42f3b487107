"""What contact gives and costs, and what is asked of people.

Helping and hindering stand beside each other and are never netted. What a contact costs is for the client's own eyes.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.load import ClientLoad, Covered, MemberLoad, Traits, client_load, member_load
from netwerkanalyse.metrics.client.coverage import coverage_of
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.codes import Code, Label, Vocabulary

RELATION = Vocabulary(
    "relation",
    (
        Code("only_support", Label("alleen steun", "only support")),
        Code("mixed", Label("gemengd", "mixed")),
        Code("only_burden", Label("alleen belasting", "only burden")),
        Code("neutral", Label("neutraal", "neutral")),
    ),
)
"""What contact with somebody gives and costs, in the order of the kernel."""


def measure_member_load(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure what each person gives, costs and is asked, one row a person.

    - ``relation_class`` from helping h and hindering s: only support (h > 0, s = 0), mixed (both above 0), only burden
      (h = 0, s > 0), neutral (both 0); missing when either was not asked;
    - ``asked``: the sum of all amounts of support by this person, also what is planned, in full;
    - ``over_capacity``: more is asked than ``capacity``; ``spare_capacity`` = max(0, capacity - asked);
    - ``heavy_burden``: EDIZ-plus score of at least ``heavy_burden``.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` (when 0, what is planned is not asked) and ``heavy_burden``.

    Returns
    -------
    frame
        A row a person in the network; missing where not asked.
    """
    own = {name: network.numbers_of_people(name) for name in ("helping", "hindering", "capacity", "burden")}
    found = SimpleNamespace(**own, **member_load_of(network, cutoffs)._asdict())
    return table(found, network.client_members, MEMBER_MEASURES)


def measure_client_load(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Sum up what contact costs and what is asked, one row a client.

    - ``mixed_share``, ``only_burden_share``: shares of ``relations_asked``, the people of whom both helping and
      hindering were asked;
    - ``stress_load`` = sum of hindering over ``hindering_asked`` people;
    - ``tension_ties``: pairs with tension between them, of the ``tension_asked`` pairs of which it is known; of
      ``tension_unknown`` pairs it is not. Nobody asked about tension unless a pair is listed with it: that all contacts
      were asked about says nothing of tension. Once a pair is listed, one that is not has no tension where all pairs
      were asked about;
    - ``stress_dependence`` = sum w K (S_s / S) / sum w K over the domains with a need, where S_s is the part of the
      effective supply S that comes from people with hindering above 0, K the coverage and w the weight of a domain.
      Its bounds count people of whom hindering was not asked for not, and for hindering. ``domains_helped`` counts
      those of the ``needed_domains`` in which support is known;
    - ``informal_over_capacity``: naasten of whom more is asked than they can give; of ``informal_capacity_unknown``
      naasten that cannot be told.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` and ``weighting``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    domain = coverage_of(network, cutoffs)
    covered = Covered(
        network.demand(cutoffs.weighting).weight,
        domain.coverage,
        domain.effective_supply,
        domain.supports_without_amount,
    )
    member = member_load_of(network, cutoffs)
    out = empty_results(ClientLoad, len(network.caseload))
    supply = network.supply(cutoffs.planned_fit)
    client_load.over_clients(network.support_work, _traits(network), supply, covered, member, out)
    helped = np.sum((covered.weight > 0) & (domain.effective_supply > 0), axis=1)
    needed = np.sum(network.needs.need > 0, axis=1)
    found = SimpleNamespace(**out._asdict(), **_tension(network), needed_domains=needed, domains_helped=helped)
    return table(found, network.clients, CLIENT_MEASURES)


@kept
def member_load_of(network: Network, cutoffs: Cutoffs) -> MemberLoad:
    """Measure what each person gives, costs and is asked.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` and ``heavy_burden``.

    Returns
    -------
    load
        Arrays over the people in all networks.
    """
    out = empty_results(MemberLoad, len(network.people.row))
    supply = network.supply(cutoffs.planned_fit)
    member_load.over_clients(network.support_work, _traits(network), supply, cutoffs.heavy_burden, out)
    return out


def _traits(network: Network) -> Traits:
    numbers = (network.numbers_of_people(name) for name in ("helping", "hindering", "capacity", "burden"))
    return Traits(network.people.start, network.of_people("kind"), *numbers)


def _tension(network: Network) -> dict[str, arrays.Floats]:
    """Count the pairs with tension, those of which it is known whether there is any, and all others."""
    pairs = arrays.pairs(network.caseload, network.people, "tension")
    clients = len(network.caseload)
    client = np.repeat(np.arange(clients), np.diff(pairs.start))
    people, listed = np.diff(network.people.start), np.diff(pairs.start)
    every = people * (people - 1) // 2
    spoken = np.where(pairs.all_asked & (listed > 0), every, listed)
    asked = spoken - np.bincount(client[pairs.state == arrays.UNKNOWN], minlength=clients)
    tense = np.bincount(client[pairs.state == arrays.YES], minlength=clients)
    return {
        "tension_ties": np.where(asked > 0, tense, np.nan),
        "tension_asked": asked.astype(float),
        "tension_unknown": (every - asked).astype(float),
    }


OURS = "own definition"
TWO_SCORES = "own definition: helping and hindering as in the network intake, never netted"
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"

HELPING_ASKED = Requires("helping", "helping_not_asked")
HINDERING_ASKED = Requires("hindering", "hindering_not_asked")
CAPACITY_KNOWN = Requires("capacity", "capacity_not_asked")
AMOUNTS_KNOWN = Requires("asked_without_amount", "amount_unknown", high=0)
BURDEN_TAKEN = Requires("burden", "burden_not_taken")

MEMBER_MEASURES = (
    Measure("helping", Unit.SCORE, 0, 3, Reading.STRENGTH, TWO_SCORES, requires=(HELPING_ASKED,)),
    Measure("hindering", Unit.SCORE, 0, 3, Reading.ATTENTION, TWO_SCORES, requires=(HINDERING_ASKED,)),
    Measure(
        "relation_class",
        Unit.CODE,
        requires=(HELPING_ASKED, HINDERING_ASKED),
        source="own definition, after Offer & Fischer 2017 (difficult-only and difficult-but-engaged ties)",
        codes=RELATION,
    ),
    Measure("asked", Unit.AMOUNT, requires=(AMOUNTS_KNOWN,), source=OURS),
    Measure("asked_low", Unit.AMOUNT, count="asked_without_amount", source=UNKNOWN_IS_NOT_ZERO),
    Measure("asked_without_amount", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("capacity", Unit.AMOUNT, requires=(CAPACITY_KNOWN,), source=OURS),
    Measure(
        "over_capacity",
        Unit.YES_NO,
        high=1,
        reading=Reading.ATTENTION,
        requires=(CAPACITY_KNOWN, AMOUNTS_KNOWN),
        source=OURS,
    ),
    Measure(
        "spare_capacity",
        Unit.AMOUNT,
        reading=Reading.STRENGTH,
        requires=(CAPACITY_KNOWN, AMOUNTS_KNOWN),
        source=OURS,
    ),
    Measure("burden", Unit.SCORE, 0, 15, Reading.ATTENTION, "EDIZ-plus, TvGG 2012", requires=(BURDEN_TAKEN,)),
    Measure(
        "heavy_burden",
        Unit.YES_NO,
        high=1,
        reading=Reading.ATTENTION,
        requires=(BURDEN_TAKEN,),
        source="EDIZ-plus, TvGG 2012",
    ),
)

RELATIONS_ASKED = Requires("relations_asked", "helping_or_hindering_not_asked", low=1)
SOME_NEED = Requires("needed_domains", "no_known_need", low=1)
NEEDED_AMOUNTS_KNOWN = Requires("needed_supports_without_amount", "amount_unknown", high=0)
# A condition on the bound itself: once amounts are known, it is undefined only where nothing is covered.
SOMETHING_COVERED = Requires("stress_dependence_low", "no_need_met")


def _people(name: str, reading: Reading = Reading.NEUTRAL) -> Measure:
    return Measure(name, Unit.COUNT, 0, np.inf, reading, TWO_SCORES, count="relations_asked")


def _share(name: str, reading: Reading) -> Measure:
    return Measure(name, Unit.SHARE, 0, 1, reading, TWO_SCORES, "relations_asked", (RELATIONS_ASKED,))


def _dependence(name: str, *requires: Requires) -> Measure:
    needed = (SOME_NEED, NEEDED_AMOUNTS_KNOWN, SOMETHING_COVERED, *requires)
    return Measure(name, Unit.SHARE, 0, 1, Reading.ATTENTION, OURS, "domains_helped", needed)


CLIENT_MEASURES = (
    Measure("relations_asked", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    _people("only_support_people", Reading.STRENGTH),
    _people("mixed_people"),
    _people("only_burden_people", Reading.ATTENTION),
    _people("neutral_people"),
    _share("mixed_share", Reading.NEUTRAL),
    _share("only_burden_share", Reading.ATTENTION),
    Measure("hindering_asked", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "stress_load",
        Unit.INDEX,
        reading=Reading.ATTENTION,
        count="hindering_asked",
        requires=(Requires("hindering_asked", "hindering_not_asked", low=1),),
        source=TWO_SCORES,
    ),
    Measure("tension_asked", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "tension_ties",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="tension_asked",
        requires=(Requires("tension_asked", "tension_not_asked", low=1),),
        source=OURS,
    ),
    Measure("tension_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("needed_domains", Unit.COUNT, high=13, source=OURS),
    Measure("domains_helped", Unit.COUNT, 0, 13, Reading.STRENGTH, OURS, "needed_domains"),
    Measure("needed_supports_without_amount", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    _dependence("stress_dependence", Requires("stress_dependence", "hindering_not_asked")),
    _dependence("stress_dependence_low"),
    _dependence("stress_dependence_high"),
    Measure("informal_over_capacity", Unit.COUNT, reading=Reading.ATTENTION, source=OURS),
    Measure("informal_capacity_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
)

MEMBER_FAMILY = Family("load", Level.MEMBER, measure_member_load, MEMBER_MEASURES)
CLIENT_FAMILY = Family("load", Level.CLIENT, measure_client_load, CLIENT_MEASURES)
