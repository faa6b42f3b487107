"""What lies ahead of a client: who could be spared one day, when support ends, and what is left then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.continuity import measure_continuity
from netwerkanalyse.metrics.client.path import planned_path
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.client.withdrawal import measure_withdrawal
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload


@dataclass(frozen=True)
class Spared:
    """Somebody in the largest safe withdrawal: when this support ends as planned, and whether there is a way back."""

    code: str
    end: date | None
    way_back: bool | None


@dataclass(frozen=True)
class Ending:
    """The first day on which support ends and a gap comes."""

    day: date
    ending: int
    coverage: float
    domains: int


@dataclass(frozen=True)
class Ahead:
    """What lies ahead of one client; NaN is not known.

    ``with_formal`` and ``without_formal`` are the coverage with and without professionals; ``carers`` the naasten who
    would go on, ``over`` and ``capacity_unknown`` those of them of whom too much is asked, or perhaps.
    """

    spared: tuple[Spared, ...] = ()
    ending: Ending | None = None
    with_formal: float = float("nan")
    without_formal: float = float("nan")
    carers: int = 0
    over: int = 0
    capacity_unknown: int = 0
    goals: frozenset[str] = frozenset()
    lapses: tuple[tuple[str, str], ...] = ()


def ahead(caseload: Caseload, cutoffs: Cutoffs) -> Iterator[Ahead]:
    """Look ahead for every client.

    Parameters
    ----------
    caseload
        Any number of clients.
    cutoffs
        The cut-offs used.

    Yields
    ------
    ahead
        One client after the other.
    """
    network = Network(caseload)
    spared, endings = _spared(network, cutoffs), _endings(network, cutoffs)
    frame = measure_withdrawal(network, cutoffs)
    names = ("coverage_with_formal", "coverage_without_formal")
    covered = [frame[name].to_numpy(dtype=float, na_value=np.nan).tolist() for name in names]
    counts = ("carers_relied_on", "carers_over_capacity", "carers_capacity_unknown")
    carers = [frame[name].to_numpy(dtype=float, na_value=0).astype(int).tolist() for name in counts]
    goals, lapses = _goals(caseload), _lapses(network, cutoffs)
    for client, now, without, relied_on, over, unknown in zip(caseload.client_index, *covered, *carers, strict=True):
        yield Ahead(
            spared.get(client, ()),
            endings.get(client),
            now,
            without,
            relied_on,
            over,
            unknown,
            goals.get(client, frozenset()),
            lapses.get(client, ()),
        )


def _spared(network: Network, cutoffs: Cutoffs) -> dict[str, tuple[Spared, ...]]:
    """List who could be spared in the order in which their support ends; without an end date comes last."""
    routes = return_routes(network, cutoffs)
    routes = routes[routes["because"] == "spared"]
    ends = _last_day(network)
    found: dict[str, list[Spared]] = {}
    columns = [routes.index.get_level_values(name).tolist() for name in ("client", "member")]
    for client, member, way in zip(*columns, routes["way_back"], strict=True):
        known = None if pd.isna(way) else bool(way)
        found.setdefault(client, []).append(Spared(member, ends.get((client, member)), known))
    return {
        client: tuple(sorted(rows, key=lambda one: (one.end is None, one.end or date.max)))
        for client, rows in found.items()
    }


def _last_day(network: Network) -> dict[tuple[str, str], date]:
    """Give the day on which the last support of somebody ends, as far as all of it has an end."""
    rows = network.caseload.tables["supports"].iloc[network.supports.row]
    days: dict[tuple[str, str], list[pd.Timestamp]] = {}
    for client, member, end in zip(rows["client"], rows["member"], rows["end"], strict=True):
        days.setdefault((client, member), []).append(end)
    return {where: max(ends).date() for where, ends in days.items() if not any(map(pd.isna, ends))}


def _endings(network: Network, cutoffs: Cutoffs) -> dict[str, Ending]:
    path = planned_path(network, cutoffs)
    first = path[path["first_new_gap"].to_numpy(dtype=bool)]
    return {
        client: Ending(
            day.date(),
            int(row.supports_ending),
            float(row.network_coverage),
            int(row.new_absent + row.new_short),
        )
        for (client, day), row in zip(first.index, first.itertuples(), strict=True)
    }


def _goals(caseload: Caseload) -> dict[str, frozenset[str]]:
    goals = caseload.tables["goals"]
    kept = goals[goals["domain"].notna() & (goals["status"].astype(object) != "dropped")]
    found: dict[str, frozenset[str]] = {}
    for client, domain in zip(kept["client"], kept["domain"], strict=True):
        found[client] = found.get(client, frozenset()) | {domain}
    return found


def _lapses(network: Network, cutoffs: Cutoffs) -> dict[str, tuple[tuple[str, str], ...]]:
    """List where support lapsed; what was not taken over counts as that, and not as lapsed days too."""
    frame = measure_continuity(network, cutoffs)
    late, lapsed = (frame[name].fillna(value=False).to_numpy(dtype=bool) for name in ("gap_handover", "gap_time"))
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for (client, domain), untaken in zip(frame.index[late | lapsed], late[late | lapsed], strict=True):
        found[client] = (*found.get(client, ()), (domain, "G7" if untaken else "G5"))
    return found
