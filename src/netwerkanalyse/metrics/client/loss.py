"""What hangs on whom: the network without one person, one organisation, one law or one kind of people.

A loss of 0 does not mean that somebody is not needed: when several people cover a need together, none of them is
missed alone. The fair shares of :mod:`netwerkanalyse.metrics.client.shapley` tell what each adds.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Groups
from netwerkanalyse.kernels.apart import Apart, apart_without_groups, apart_without_people
from netwerkanalyse.kernels.loss import Loss, LossOfClient, loss_of_clients, losses
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays

BY = ("kind", "organisation", "law")
"""By what people fall away together; the names of columns of the members table."""


def measure_member_losses(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure the network without each person, one row a person.

    With K the network coverage and F the fragmentation:

    - ``coverage_loss`` = K - K without this person, ``coverage_after`` = K without;
    - ``domains_lost``, the domains with a need that have support now and none without;
    - ``fragmentation_change`` = F without - F.

    Where an amount is unknown and could make the difference, the domain is unclear and the loss is missing.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` and ``weighting``.

    Returns
    -------
    frame
        A row a person in the network; NaN where undefined.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["loss"], level=na.Level.MEMBER)
    >>> frame["coverage_loss"].droplevel("client").round(4).to_dict()
    {'moeder': 0.0, 'broer': 0.0, 'vriend': 0.2, 'casemanager': 0.0667, 'begeleider': 0.0, 'schuldhulp': 0.1,
     'huisarts': 0.0}
    """
    return _members(network, cutoffs).copy(deep=False)


def measure_group_losses(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure the network without each kind, organisation and law, one row a group of people.

    The same measures as :func:`measure_member_losses`, for all people of a group at once. Who has no organisation, law
    or kind noted is in no group.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` and ``weighting``.

    Returns
    -------
    frame
        A row a group around a client, by :data:`BY` and then in the order of the list of people.
    """
    divided = [_divide(network, by) for by in BY]
    results = [_without(network, groups, cutoffs) for groups, _ in divided]
    client = np.concatenate(
        [np.repeat(np.arange(len(network.caseload)), np.diff(groups.start)) for groups, _ in divided]
    )
    order = np.argsort(client, kind="stable")
    columns = Columns(MEASURES, len(order))
    for one in MEASURES:
        columns[one.name][:] = np.concatenate([result[one.name] for result in results])[order]
    by = np.repeat(np.arange(len(BY)), [len(names) for _, names in divided])
    who, names = pd.factorize(np.concatenate([names for _, names in divided]))
    index = pd.MultiIndex(
        levels=[network.clients, list(BY), pd.Index(names, dtype="str")],
        codes=[client[order], by[order], who[order]],
        names=list(Level.LOSS.keys),
    )
    return columns.frame(index)


def measure_losses(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how much hangs on single people, one row a client.

    ``largest_loss`` and ``mean_loss`` are over all people in the network;
    :func:`netwerkanalyse.metrics.largest_losses` names them.

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
    columns, loss = Columns(CLIENT_MEASURES, len(network.caseload)), _member_losses(network, cutoffs).of(Loss)
    people, out = network.people.start, columns.of(LossOfClient)
    loss_of_clients.over_clients(network.support_work, people, network.needs.need, loss, out)
    return columns.frame(network.clients)


@kept
def _members(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Make the table of people, on the memory in which their losses are kept."""
    columns, work = _member_losses(network, cutoffs), network.people.start + network.graph.start
    apart_without_people.over_clients(work, network.graph, columns.of(Apart))
    return columns.frame(network.client_members)


@kept
def _member_losses(network: Network, cutoffs: Cutoffs) -> Columns:
    """Measure coverage without each person, in the columns of their table."""
    people = network.people
    return _losses(network, Groups(people.start, people.start, people.position[people.row]), cutoffs)


def _losses(network: Network, groups: Groups, cutoffs: Cutoffs) -> Columns:
    columns, supply = Columns(MEASURES, int(groups.start[-1])), network.supply(cutoffs.planned_fit)
    demand = network.demand(cutoffs.weighting)
    losses.over_clients(network.support_work, supply, demand, groups, columns.of(Loss))
    return columns


def _without(network: Network, groups: Groups, cutoffs: Cutoffs) -> Columns:
    columns, work = _losses(network, groups, cutoffs), network.people.start + network.graph.start
    apart_without_groups.over_clients(work, network.graph, groups, columns.of(Apart))
    return columns


def _divide(network: Network, by: str) -> tuple[Groups, np.ndarray]:
    """Divide the people of every client by a column, and give the name of each group."""
    code = network.organisations if by == "organisation" else network.of_people(by).astype(np.int64)
    client = np.repeat(np.arange(len(network.caseload)), np.diff(network.people.start))
    known = np.flatnonzero(code >= 0)
    width = int(code.max(initial=-1)) + 1
    number, pairs = pd.factorize(client[known] * width + code[known])
    start = arrays.offsets(pairs // max(width, 1), len(network.caseload))
    of = np.full(len(code), -1)
    of[known] = number - start[client[known]]
    first = np.empty(len(pairs), dtype=np.int64)
    first[number[::-1]] = known[::-1]  # the person who is listed first is written last
    names = network.caseload.tables["members"][by].take(network.people.row[first])
    return Groups(network.people.start, start, of), names.to_numpy(dtype=object)


OURS = "own definition: leave one out"
NEEDED = Requires("domains_weighed", "no_known_need", low=1)

MEASURES = (
    Measure("domains_weighed", Unit.COUNT, high=13, source=OURS),
    Measure("domains_unclear", Unit.COUNT, high=13, reading=Reading.ATTENTION, count="domains_weighed", source=OURS),
    Measure(
        "domains_unclear_after", Unit.COUNT, high=13, reading=Reading.ATTENTION, count="domains_weighed", source=OURS
    ),
    Measure(
        "coverage_loss",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="domains_weighed",
        # A condition on the loss itself: once all is clear, only weights of zero leave it undefined.
        requires=(
            NEEDED,
            Requires("domains_unclear", "amount_unknown", high=0),
            Requires("coverage_loss", "no_weight"),
        ),
        source=OURS,
    ),
    Measure(
        "coverage_after",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_weighed",
        requires=(
            NEEDED,
            Requires("domains_unclear_after", "amount_unknown", high=0),
            Requires("coverage_after", "no_weight"),
        ),
        source=OURS,
    ),
    Measure(
        "domains_lost",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_weighed",
        source="own definition: gap G1",
    ),
    Measure("people_left", Unit.COUNT, source=OURS),
    Measure(
        "fragmentation_change",
        Unit.INDEX,
        low=-1,
        high=1,
        reading=Reading.ATTENTION,
        count="people_left",
        requires=(Requires("people_left", "fewer_than_two_people_left", low=2),),
        source="own definition, with ideanet fragmentation_index (Borgatti's F)",
    ),
)

CLIENT_NEEDS = (
    Requires("people_weighed", "nobody_listed", low=1),
    Requires("loss_domains", "no_known_need", low=1),
    Requires("losses_unclear", "amount_unknown", high=0),
)


def _of_all(name: str) -> Measure:
    requires = (*CLIENT_NEEDS, Requires(name, "no_weight"))
    return Measure(name, Unit.SHARE, 0, 1, Reading.ATTENTION, OURS, "people_weighed", requires)


CLIENT_MEASURES = (
    Measure("people_weighed", Unit.COUNT, source=OURS),
    Measure("loss_domains", Unit.COUNT, high=13, source=OURS),
    Measure("losses_unclear", Unit.COUNT, reading=Reading.ATTENTION, count="people_weighed", source=OURS),
    _of_all("largest_loss"),
    _of_all("mean_loss"),
)

MEMBER_FAMILY = Family("loss", Level.MEMBER, measure_member_losses, MEASURES)
GROUP_FAMILY = Family("loss", Level.LOSS, measure_group_losses, MEASURES)
CLIENT_FAMILY = Family("loss", Level.CLIENT, measure_losses, CLIENT_MEASURES)
