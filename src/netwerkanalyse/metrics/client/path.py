"""What happens when support ends as planned: the network seen at every end date that is still to come."""

from types import MappingProxyType

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.coverage import measure_network_coverage
from netwerkanalyse.metrics.client.gaps import measure_gaps
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.copies import copies
from netwerkanalyse.model.vocabulary import DOMAIN


def planned_path(network: Network, cutoffs: Cutoffs | None = None) -> pd.DataFrame:
    """Follow the end dates of support, and see what is left on each.

    The same tables are seen on every day after the reference date on which support of now ends, or somebody in the
    network leaves. What begins before that day counts; what is planned keeps counting for ``planned_fit`` until its
    end. A gap is new when it is there for sure on that day and is not there for sure now: a need without support (G1),
    or a need that is not covered (G2) and was not without support either.

    Parameters
    ----------
    network
        Any number of clients. Without a reference date, a client has no path.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A row a client and day: supports that end on it, coverage on that day and its change from now, domains with a
        new gap (absent, and short), and whether it is the first day with one.
    """
    cutoffs = cutoffs or Cutoffs()
    client, day, ending = _end_days(network)
    then = _seen_on(network, client, day)
    covered = measure_network_coverage(then, cutoffs)
    after = covered["network_coverage"].to_numpy()
    now = measure_network_coverage(network, cutoffs)["network_coverage"].to_numpy()[client]
    absent, short = _new_gaps(network, then, client, cutoffs)
    new = np.flatnonzero(absent + short > 0)
    first = np.isin(np.arange(len(client)), new[~pd.Series(client[new]).duplicated().to_numpy()])
    index = pd.MultiIndex.from_arrays([network.clients.take(client), day], names=["client", "day"])
    columns = {
        "supports_ending": ending,
        "domains_with_need": covered["domains_with_need"].to_numpy(),
        "network_coverage": after,
        "coverage_change": after - now,
        "new_absent": absent,
        "new_short": short,
        "first_new_gap": first,
    }
    return pd.DataFrame(columns, index=index)


def _end_days(network: Network) -> tuple[arrays.Ints, pd.DatetimeIndex, arrays.Ints]:
    """List the days on which support or somebody's presence ends, client by client, and how much support ends."""
    tables, keys = network.caseload.tables, network.caseload.keys
    support, member = network.supports.row, network.people.row
    of_support = keys.refers["supports", "member"][support]
    until, leaves = tables["supports"]["end"].to_numpy()[support], tables["members"]["end"].to_numpy()
    until = np.fmin(until, leaves[of_support])
    ends = pd.DataFrame(
        {
            "client": np.concatenate([keys.client["supports"][support], keys.client["members"][member]]),
            "day": np.concatenate([until, leaves[member]]),
            "supports": np.repeat([1, 0], [len(support), len(member)]),
        }
    )
    today = arrays.reference_dates(network.caseload)[ends["client"]]
    ahead = ends[ends["day"].to_numpy() > today].groupby(["client", "day"])["supports"].sum()
    client, day = (ahead.index.get_level_values(name) for name in ("client", "day"))
    return client.to_numpy(dtype=np.int64), pd.DatetimeIndex(day), ahead.to_numpy()


def _seen_on(network: Network, client: arrays.Ints, day: pd.DatetimeIndex) -> Network:
    """Give a copy of each client's network, seen on a day."""
    copied = copies(network.caseload, client)
    clients = copied.tables["clients"].assign(reference_date=day.as_unit("us"))
    return Network(Caseload(MappingProxyType({**copied.tables, "clients": clients}), copied.keys), network.layer)


def _new_gaps(
    network: Network, then: Network, client: arrays.Ints, cutoffs: Cutoffs
) -> tuple[arrays.Ints, arrays.Ints]:
    """Count per copy the domains without support, and those with too little, that lack less now for sure."""
    now, after = measure_gaps(network, cutoffs), measure_gaps(then, cutoffs)
    absent, short = (_domains(now[gap], unknown=True)[client] for gap in ("gap_absent", "gap_short"))
    absent_then, short_then = (_domains(after[gap], unknown=False) for gap in ("gap_absent", "gap_short"))
    return np.sum(absent_then & ~absent, axis=1), np.sum(short_then & ~(short | absent), axis=1)


def _domains(gap: pd.Series, *, unknown: bool) -> arrays.Flags:
    """Lay a yes-or-no measure out as clients by life domains."""
    return gap.fillna(value=unknown).to_numpy(dtype=bool).reshape(-1, len(DOMAIN.names))


OURS = "own definition: planned path"
COVERAGE_THEN = Requires("network_coverage", "coverage_unknown_then")

MEASURES = (
    Measure("supports_ending", Unit.COUNT, source=OURS),
    Measure("domains_with_need", Unit.COUNT, high=13, source=OURS),
    Measure("network_coverage", Unit.SHARE, 0, 1, Reading.STRENGTH, OURS, "domains_with_need", (COVERAGE_THEN,)),
    Measure(
        "coverage_change",
        Unit.INDEX,
        -1,
        1,
        Reading.STRENGTH,
        OURS,
        "domains_with_need",
        (COVERAGE_THEN, Requires("coverage_change", "coverage_unknown_before")),
    ),
    Measure("new_absent", Unit.COUNT, high=13, reading=Reading.ATTENTION, count="domains_with_need", source=OURS),
    Measure("new_short", Unit.COUNT, high=13, reading=Reading.ATTENTION, count="domains_with_need", source=OURS),
    Measure("first_new_gap", Unit.YES_NO, high=1, reading=Reading.ATTENTION, source=OURS),
)

FAMILY = Family("path", Level.DAY, planned_path, MEASURES)
