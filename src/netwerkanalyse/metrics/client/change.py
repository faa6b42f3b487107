"""Two pictures of the same clients: who stayed, who came, who went, and what it did to coverage.

A shrinking edge of the network is ordinary; losing people who are very close is what deserves attention.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.coverage import measure_coverage, measure_network_coverage
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, as_unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.codes import Code, Label, Vocabulary

MOVEMENT = Vocabulary(
    "movement",
    (
        Code("stayed", Label("bleef", "stayed")),
        Code("came", Label("kwam erbij", "came")),
        Code("went", Label("ging weg", "went")),
    ),
)
"""What became of somebody between two pictures."""

CLOSEST = 1
"""The circle of people who are very close."""


class Change(NamedTuple):
    """What changed: a row a client, a row a person, and a row a life domain of a client."""

    clients: pd.DataFrame
    members: pd.DataFrame
    domains: pd.DataFrame


def change(before: Caseload, after: Caseload, cutoffs: Cutoffs | None = None) -> Change:
    """Compare two pictures of the same clients.

    With A1 and A2 the people in the network before and after, matched by the pseudonym of the client and the code of
    the person:

    - ``persistence``, the share of A1 that is in A2 too; ``jaccard``, the share of all in A1 or A2 that is in both;
    - ``core_persistence``: the persistence of those who were in the closest circle before, as far as known: of
      ``core_unknown`` people it was not asked how close they were;
    - ``coverage_change`` = coverage after - coverage before.

    Parameters
    ----------
    before, after
        Two caseloads, or one seen on two days (:meth:`Caseload.at`). Only clients in both are compared.
    cutoffs
        Other cut-offs than the defaults, for coverage.

    Returns
    -------
    change
        Three tables; missing where there is nobody to compare with, or where coverage is missing on one side.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> before = na.datasets.load("voorbeeld")
    >>> after = before.with_tables(members=before.members.assign(end="2026-01-01"),
    ...                            clients=before.clients.assign(reference_date="2026-02-01"))
    >>> change(before, after).clients[["stayed", "came", "went", "persistence"]]
               stayed  came  went  persistence
    client
    voorbeeld       0     0     7          0.0
    """
    shared = before.client_index[before.client_index.isin(after.client_index)]
    first, second = Network(before.select(shared)), Network(after.select(shared))
    members = _members(first, second)
    used = cutoffs or Cutoffs()
    network = measure_network_coverage(first, used), measure_network_coverage(second, used)
    domains = measure_coverage(first, used), measure_coverage(second, used)
    covered = _difference(*network, "network_coverage", "domains_with_need")
    clients = pd.concat([_persistence(members, shared), covered], axis=1)
    return Change(clients, members, _difference(*domains, "coverage", "need"))


def _members(first: Network, second: Network) -> pd.DataFrame:
    """Say of everybody in either picture what became of them: those from before in their order, then who came."""
    mine, yours = first.client_members, second.client_members
    new = np.flatnonzero(~yours.isin(mine))
    circle = first.numbers_of_people("circle")
    closest = np.append(np.where(np.isnan(circle), np.nan, circle == CLOSEST), np.zeros(len(new)))
    movement = np.where(mine.isin(yours), MOVEMENT.position["stayed"], MOVEMENT.position["went"])
    frame = pd.DataFrame(
        {
            "movement": np.append(movement, np.full(len(new), MOVEMENT.position["came"])),
            "closest": as_unit(closest, WAS_CLOSE),
        },
        index=mine.append(yours[new]),
    )
    frame["movement"] = pd.Categorical.from_codes(frame["movement"], list(MOVEMENT.names))
    client = np.append(_client_of_people(first), _client_of_people(second)[new])
    return frame.iloc[np.argsort(client, kind="stable")]


def _client_of_people(network: Network) -> np.ndarray:
    return np.repeat(np.arange(len(network.caseload)), np.diff(network.people.start))


def _persistence(members: pd.DataFrame, clients: pd.Index) -> pd.DataFrame:
    """Count per client who stayed, came and went, and take the shares."""

    def count(rows: pd.Series) -> pd.Series:
        return rows.groupby(level="client").sum().reindex(clients, fill_value=0)

    stayed, came, went = (count(members["movement"] == name) for name in MOVEMENT.names)
    closest = members["closest"].fillna(value=False)
    core, core_stayed = count(closest), count(closest & (members["movement"] == "stayed"))
    columns = {
        "stayed": stayed,
        "came": came,
        "went": went,
        "people_before": stayed + went,
        "persistence": _share(stayed, stayed + went),
        "people_either": stayed + came + went,
        "jaccard": _share(stayed, stayed + came + went),
        "core": core,
        "core_unknown": count(members["closest"].isna()),
        "core_persistence": _share(core_stayed, core),
    }
    return pd.DataFrame(columns)


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    return part / whole.where(whole > 0)


def _difference(before: pd.DataFrame, after: pd.DataFrame, coverage: str, count: str) -> pd.DataFrame:
    """Put coverage before and after beside each other, with the count behind it; both have the same rows."""
    columns = {
        f"{count}_before": before[count],
        f"{count}_after": after[count],
        "coverage_before": before[coverage],
        "coverage_after": after[coverage],
        "coverage_change": after[coverage] - before[coverage],
    }
    return pd.DataFrame(columns, index=before.index)


OURS = "own definition"


def _counted(name: str) -> Measure:
    return Measure(name, Unit.COUNT, source=OURS)


def _share_of(name: str, count: str, nobody: str, source: str) -> Measure:
    return Measure(name, Unit.SHARE, 0, 1, Reading.NEUTRAL, source, count, (Requires(count, nobody, low=1),))


def _coverage_measures(count_before: Measure, count_after: Measure) -> tuple[Measure, ...]:
    before = Requires("coverage_before", "coverage_unknown_before")
    after = Requires("coverage_after", "coverage_unknown_after")
    return (
        count_before,
        count_after,
        Measure("coverage_before", Unit.SHARE, 0, 1, Reading.STRENGTH, OURS, count_before.name, (before,)),
        Measure("coverage_after", Unit.SHARE, 0, 1, Reading.STRENGTH, OURS, count_after.name, (after,)),
        Measure("coverage_change", Unit.INDEX, -1, 1, Reading.STRENGTH, OURS, count_after.name, (before, after)),
    )


def _need(name: str) -> Measure:
    return Measure(name, Unit.AMOUNT, requires=(Requires(name, "need_unknown"),), source=OURS)


CLIENT_MEASURES = (
    _counted("stayed"),
    _counted("came"),
    _counted("went"),
    _counted("people_before"),
    _share_of("persistence", "people_before", "nobody_before", "own definition: persistence between two dates"),
    _counted("people_either"),
    _share_of("jaccard", "people_either", "nobody_before_or_after", "Jaccard's index of the people on two dates"),
    _counted("core"),
    Measure("core_unknown", Unit.COUNT, reading=Reading.ATTENTION, count="people_before", source=OURS),
    Measure(
        "core_persistence",
        Unit.SHARE,
        high=1,
        count="core",
        # Missing when nobody is known to have been close: because nobody asked, or because nobody was.
        requires=(
            Requires("core_unknown", "circle_not_asked", high=0),
            Requires("core", "nobody_close_before", low=1),
        ),
        source="own definition: persistence between two dates",
    ),
    *_coverage_measures(_counted("domains_with_need_before"), _counted("domains_with_need_after")),
)

DOMAIN_MEASURES = _coverage_measures(_need("need_before"), _need("need_after"))

WAS_CLOSE = Measure("closest", Unit.YES_NO, high=1, requires=(Requires("closest", "circle_not_asked"),), source=OURS)

MEMBER_MEASURES = (Measure("movement", Unit.CODE, source=OURS, codes=MOVEMENT), WAS_CLOSE)

CLIENT_FAMILY = Family("change", Level.CLIENT, change, CLIENT_MEASURES)
MEMBER_FAMILY = Family("change", Level.MEMBER, change, MEMBER_MEASURES)
DOMAIN_FAMILY = Family("change", Level.DOMAIN, change, DOMAIN_MEASURES)
