"""Where several people do the same: doublures, and what looks like one but is not.

A cell is a life domain: needs are not split by type of support. Never called a doublure, and left out here: emotional
support, support by peers and by friends, neighbours and other acquaintances, backups, a second opinion, what is planned
(it does not happen at the same time), and every domain in which the client says "this is how I want it". A doublure is
something to tune (who does what), never a reason to take somebody away.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.coordination import Uncoordinated, uncoordinated
from netwerkanalyse.kernels.doubles import (
    DoubleCounts,
    Doubles,
    Facts,
    Support,
    Surplus,
    Traits,
    double_counts,
    doubles,
)
from netwerkanalyse.metrics.client.coverage import coverage_of
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN

DOUBLE_CLASS = Vocabulary(
    "double_class",
    (
        Code("none", Label("hooguit één persoon", "one person at most")),
        Code("complementary", Label("aanvullend", "complementary")),
        Code("coordinated_overlap", Label("afgestemde overlap", "coordinated overlap")),
        Code("doublure", Label("doublure", "duplication")),
        Code("possible_doublure", Label("mogelijk een doublure", "perhaps duplication")),
        Code("overlap", Label("overlap", "overlap")),
        Code("support_without_need", Label("steun zonder vastgestelde behoefte", "support without a stated need")),
        Code("intended", Label("bewust zo gewild", "meant to be this way")),
        Code("unknown", Label("onbekend", "unknown")),
    ),
)
"""What several people in one domain are to each other, in the order of the kernel."""


def measure_doubles(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Class what several people do in the same life domain, one row a life domain of a client.

    Over the people U whose support can double, with their effective supply S, the need N and tolerance t:

    - ``surplus_from`` = (1 + t) N; ``surplus`` z = max(0, S - (1 + t) N);
    - ``uncoordinated_low`` and ``_high``: bounds on u = 1 - sum_k s_k (s_k - 1) / (|U| (|U| - 1)) over the groups of
      sizes s_k in which U falls apart without the client, when all unknown pairs coordinate, and when none does. Who
      sat at the same meeting of the resource group coordinate;
    - ``refused_pairs``: of the pairs in U, those whose contact the client does not want. They do not coordinate, and
      count so in u; that is the client's choice, and who they are is not to be connected;
    - ``double_class``: ``none`` (at most one person), ``complementary`` (S <= (1 + t) N), and above that
      ``coordinated_overlap`` (u = 0), ``doublure`` (u > 0 and two professionals of different organisations or laws),
      ``possible_doublure`` (unknown pairs, kinds or organisations decide) or ``overlap`` (of naasten, of a naaste
      and a professional, or within one organisation). ``support_without_need``: N = 0, something to ask about.
      ``intended``: the client wants it this way. ``unknown``: the need or the amounts are not known, or whether the
      people of what would be overlap coordinate.

    Two professionals of one organisation are only told apart by two laws that are both known.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``tolerance``.

    Returns
    -------
    frame
        A row a life domain of a client; not split by type of support.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["doubles"], level=na.Level.DOMAIN)
    >>> print(*frame.loc[("voorbeeld", "housing"), ["double_class", "surplus"]])
    doublure 1.75
    """
    return _found(network, cutoffs).domains.copy(deep=False)


def measure_doublure_index(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the classes of double support and measure the doublure index, one row a client.

    ``double_domains`` are the domains in which at least two people give support that can double.

    ``doublure_index`` = sum z u / sum S: the part of all support that is uncoordinated surplus. What is summed above
    the line are the domains with a doublure (overlap, and what is intended or excluded, never counts), below the line
    all support in all domains. Its bounds count possible doublures and unknown needs for nothing, and for a doublure.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``tolerance`` and ``planned_fit``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    domain, judged = coverage_of(network, cutoffs), _found(network, cutoffs)
    columns = Columns(CLIENT_MEASURES, len(network.caseload))
    support = Support(domain.effective_supply, domain.supports_without_amount)
    classes = np.zeros((len(DOUBLE_CLASS.names), len(network.caseload)), dtype=np.int64)
    out = columns.of(DoubleCounts)
    double_counts.over_clients(network.support_work, judged.doubles, judged.surplus, support, classes, out)
    for name, code in COUNTED.items():
        columns[name][:] = classes[DOUBLE_CLASS.position[code]]
    return columns.frame(network.clients)


class Judged(NamedTuple):
    """What several people in one domain are to each other, clients by domains, and as a table."""

    doubles: Doubles
    surplus: Surplus
    domains: pd.DataFrame


@kept
def _found(network: Network, cutoffs: Cutoffs) -> Judged:
    """Class every life domain of every client."""
    shape = network.needs.need.shape
    columns = Columns(DOMAIN_MEASURES, shape)
    supply = network.supply(cutoffs.planned_fit, doubling=True)
    bounds = Uncoordinated(columns["uncoordinated_low"], columns["uncoordinated_high"], columns["refused_pairs"])
    uncoordinated.over_clients(network.support_work, network.coordinating, supply, bounds)
    np.multiply(1 + cutoffs.tolerance, network.needs.need, out=columns["surplus_from"])
    facts = Facts(columns["surplus_from"], _intended(network), bounds.low, bounds.high)
    traits = Traits(network.people.start, network.of_people("kind"), network.organisations, network.of_people("law"))
    out, surplus = columns.of(Doubles), empty_results(Surplus, shape)
    doubles.over_clients(network.support_work, traits, supply, facts, out, surplus)
    return Judged(out, surplus, columns.frame(network.client_domains))


def _intended(network: Network) -> arrays.Flags:
    """Tell in which domains the client says of some support: this is how I want it."""
    supports = network.supports
    row = np.flatnonzero(arrays.is_yes(network.caseload.columns("supports", "intended")["intended"])[supports.row])
    intended = np.zeros((len(network.caseload), len(DOMAIN.names)), dtype=bool)
    intended[np.searchsorted(supports.start, row, side="right") - 1, supports.domain[row]] = True
    return intended


OURS = "own definition"
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"
COUNTED = {
    "doublures": "doublure",
    "possible_doublures": "possible_doublure",
    "coordinated_overlaps": "coordinated_overlap",
    "overlaps": "overlap",
    "supports_without_need": "support_without_need",
    "intended_overlaps": "intended",
    "doubles_unknown": "unknown",
}

TO_LOOK_AT = ("doublures", "possible_doublures", "doubles_unknown")
"""Classes that ask for attention; overlap may be just what is wanted."""

ANYWHERE = ("supports_without_need", "doubles_unknown")
"""Classes that a domain can have in which one person supports."""

NEED_KNOWN = Requires("surplus_from", "need_unknown")
TWO_PEOPLE = Requires("double_people", "fewer_than_two_supporters", low=2)


def _uncoordinated(name: str, source: str) -> Measure:
    return Measure(name, Unit.SHARE, 0, 1, Reading.ATTENTION, source, "double_people", (TWO_PEOPLE,))


DOMAIN_MEASURES = (
    Measure("double_people", Unit.COUNT, source=OURS),
    Measure("double_supply", Unit.AMOUNT, count="double_people", source=OURS),
    Measure("double_without_amount", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("surplus_from", Unit.AMOUNT, requires=(NEED_KNOWN,), source=OURS),
    Measure(
        "surplus",
        Unit.AMOUNT,
        count="double_people",
        requires=(NEED_KNOWN, Requires("double_without_amount", "amount_unknown", high=0)),
        source=OURS,
    ),
    _uncoordinated("uncoordinated_low", "own definition (Borgatti's F): every unknown pair coordinates"),
    _uncoordinated("uncoordinated_high", "own definition (Borgatti's F): no unknown pair coordinates"),
    Measure("refused_pairs", Unit.COUNT, count="double_people", requires=(TWO_PEOPLE,), source=OURS),
    Measure(
        "double_class",
        Unit.CODE,
        count="double_people",
        source="own definition, after service duplication in Provan & Milward 2001 (source not verified)",
        codes=DOUBLE_CLASS,
    ),
)


def _index(name: str, source: str, *requires: Requires) -> Measure:
    amounts_known = Requires("all_support_without_amount", "amount_unknown", high=0)
    some_support = Requires("all_support", "no_support", low=1e-9)
    needed = (amounts_known, some_support, *requires)
    return Measure(name, Unit.SHARE, 0, 1, Reading.ATTENTION, source, "all_support", needed)


def _domains(name: str) -> Measure:
    count = "" if name in ANYWHERE else "double_domains"
    return Measure(name, Unit.COUNT, 0, 13, Reading.ATTENTION if name in TO_LOOK_AT else Reading.NEUTRAL, OURS, count)


CLIENT_MEASURES = (
    Measure("double_domains", Unit.COUNT, high=13, source=OURS),
    *map(_domains, COUNTED),
    Measure("all_support", Unit.AMOUNT, source=OURS),
    Measure("all_support_without_amount", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    _index("doublure_index", OURS, Requires("doublure_index", "contact_or_need_unknown")),
    _index("doublure_index_low", "own definition: no possible doublure is one"),
    _index("doublure_index_high", "own definition: every possible doublure is one"),
)

DOMAIN_FAMILY = Family("doubles", Level.DOMAIN, measure_doubles, DOMAIN_MEASURES)
CLIENT_FAMILY = Family("doubles", Level.CLIENT, measure_doublure_index, CLIENT_MEASURES)
