"""From the tables of a caseload to the situation of each client."""

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.acquaintance import everybody
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.names import display_names
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.ahead import ahead
from netwerkanalyse.recommend.fitting import fitting
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.situation import Need, Person, Situation, Support
from netwerkanalyse.recommend.social_map import SocialMap
from netwerkanalyse.recommend.what_if import Measured


def situations(
    caseload: Caseload, measured: Measured, social_map: SocialMap | None, settings: Settings
) -> Iterator[Situation]:
    """Look at every client of a caseload.

    Parameters
    ----------
    caseload
        Any number of clients.
    measured
        What was measured of them.
    social_map
        The services of the region, if one was given.
    settings
        How proposals are found.

    Yields
    ------
    situation
        One client after the other.
    """
    supports = _supports(caseload)
    people = _people(caseload, supports)
    layers = [_layer(caseload, name) for name in ("coordinates", "tension")]
    listed, unwanted = _listed(caseload)
    needs, consents = _needs(caseload, measured), _consents(caseload)
    clients = caseload.tables["clients"]
    words = zip(*(_words(clients[name]) for name in ("scale", "pairs_asked")), strict=True)
    coming = ahead(caseload, settings.cutoffs)
    fits = {} if social_map is None else fitting(caseload, social_map)
    for at, ((scale, asked), expected) in enumerate(zip(words, coming, strict=True)):
        tension = {pair for pair, state in layers[1][at].items() if state == arrays.YES}
        yield Situation(
            at=at,
            client=clients["client"].iloc[at],
            scale=scale or "level",
            people=tuple(people[at]),
            supports=tuple(supports[at]),
            needs=needs[at],
            measured={name: float(values[at]) for name, values in measured.client.items()},
            closed_routes=measured.closed[at],
            pairs=layers[0][at],
            listed=listed[at],
            unwanted=frozenset(unwanted[at]),
            tension=frozenset(tension),
            all_asked=asked == "all",
            consents=consents.get(at),
            ahead=expected,
            social_map=social_map,
            fits={name: criterion.of(at) for name, criterion in fits.items()},
            settings=settings,
        )


def _people(caseload: Caseload, supports: list[list[Support]]) -> list[list[Person]]:
    members, client = caseload.tables["members"], caseload.keys.client["members"]
    position = arrays.people(caseload).position
    there = arrays.holds(members, arrays.reference_dates(caseload), client)
    given = _asked(supports)
    people: list[list[Person]] = [[] for _ in range(len(caseload))]
    columns = zip(
        client.tolist(),
        members["member"],
        display_names(caseload),
        *(_words(members[name]) for name in ("kind", "role", "organisation", "law")),
        (position >= 0).tolist(),
        (there & arrays.is_no(members["active"])).tolist(),
        (arrays.is_yes(members["unsafe"]) | arrays.is_yes(members["unwanted"])).tolist(),
        *(_numbers(members[name]) for name in ("capacity", "burden")),
        strict=True,
    )
    for at, code, name, kind, role, organisation, law, present, away, off, capacity, burden in columns:
        asked = given.get((at, code), 0.0)
        place = len(people[at])
        known = {"present": present, "activatable": away, "off_limits": off}
        people[at].append(
            Person(
                place, code, name, kind, role, organisation, law, capacity=capacity, asked=asked, burden=burden, **known
            )
        )
    return people


def _asked(supports: list[list[Support]]) -> dict[tuple[int, str], float | None]:
    """Add up what each person gives or has promised, in full; None where an amount is not known."""
    given: dict[tuple[int, str], float | None] = {}
    for at, rows in enumerate(supports):
        for row in rows:
            if row.promised:
                sofar = given.get((at, row.member), 0.0)
                given[at, row.member] = None if sofar is None or row.amount is None else sofar + row.amount
    return given


def _supports(caseload: Caseload) -> list[list[Support]]:
    frame, client = caseload.tables["supports"], caseload.keys.client["supports"]
    counts = np.zeros(len(frame), dtype=bool)
    counts[arrays.supports(caseload, arrays.people(caseload)).row] = True
    promised = arrays.supports(caseload, everybody(caseload)).row
    will = np.zeros(len(frame), dtype=bool)
    will[promised] = True
    found: list[list[Support]] = [[] for _ in range(len(caseload))]
    columns = zip(
        client.tolist(),
        frame["member"],
        *(_words(frame[name]) for name in ("domain", "type", "status")),
        _numbers(frame["amount"]),
        counts.tolist(),
        will.tolist(),
        strict=True,
    )
    for at, member, domain, kind, status, amount, counted, promise in columns:
        found[at].append(Support(member, domain, kind, status, amount, counts=counted, promised=promise))
    return found


def _layer(caseload: Caseload, layer: str) -> list[dict[frozenset[str], int]]:
    """Give the listed pairs of a layer by client, of everybody listed, with their state."""
    pairs = arrays.pairs(caseload, everybody(caseload), layer)
    client = np.repeat(np.arange(len(caseload)), np.diff(pairs.start))
    first = arrays.offsets(caseload.keys.client["members"], len(caseload))[client]
    code = caseload.tables["members"]["member"].to_numpy(dtype=object)
    found: list[dict[frozenset[str], int]] = [{} for _ in range(len(caseload))]
    ends = zip(
        client.tolist(), code[first + pairs.source], code[first + pairs.target], pairs.state.tolist(), strict=True
    )
    for at, one, other, state in ends:
        found[at][frozenset((one, other))] = state
    return found


def _listed(caseload: Caseload) -> tuple[list[dict[frozenset[str], tuple[str, str]]], list[set[frozenset[str]]]]:
    """Tell how the ends of coordinating pairs are listed, and which pairs the client does not want in any layer."""
    ties = caseload.tables["ties"]
    listed: list[dict[frozenset[str], tuple[str, str]]] = [{} for _ in range(len(caseload))]
    unwanted: list[set[frozenset[str]]] = [set() for _ in range(len(caseload))]
    columns = (caseload.keys.client["ties"].tolist(), ties["source"], ties["target"], ties["kind"], ties["present"])
    for at, one, other, kind, present in zip(*columns, strict=True):
        if kind == "coordinates":
            listed[at][frozenset((one, other))] = one, other
        if present == "unwanted":
            unwanted[at].add(frozenset((one, other)))
    return listed, unwanted


def _needs(caseload: Caseload, measured: Measured) -> list[dict[str, Need]]:
    """Put every life domain of every client beside what was measured there."""
    wishes: list[dict[str, tuple[str, str]]] = [{} for _ in range(len(caseload))]
    frame = caseload.tables["needs"]
    columns = (caseload.keys.client["needs"].tolist(), *(_words(frame[name]) for name in _WISHES))
    for at, domain, kind, wanted in zip(*columns, strict=True):
        wishes[at][domain] = (kind, wanted)
    names = list(measured.domain)
    values = np.stack([measured.domain[name] for name in names], axis=-1).tolist()
    return [
        {
            domain: Need(domain, *wishes[at].get(domain, ("", "")), dict(zip(names, row, strict=True)))
            for domain, row in zip(DOMAIN.names, rows, strict=True)
        }
        for at, rows in enumerate(values)
    ]


_WISHES = ("domain", "wanted_kind", "wanted_type")


def _consents(caseload: Caseload) -> dict[int, dict[str, frozenset[str]]]:
    """Give, for clients with any consent recorded, with whom may be shared now and about which domains."""
    frame, client = caseload.tables["consents"], caseload.keys.client["consents"]
    over = frame["until"].to_numpy() < arrays.reference_dates(caseload)[client]
    found: dict[int, dict[str, frozenset[str]]] = {at: {} for at in set(client.tolist())}
    columns = (client.tolist(), frame["member"], _words(frame["domain"]), over.tolist())
    for at, member, domain, past in zip(*columns, strict=True):
        if not past:
            found[at][member] = found[at].get(member, frozenset()) | {domain}
    return found


def _words(column: pd.Series) -> list[str]:
    """Give a column of codes or text as words, blank where it is missing."""
    words: list[str] = column.astype(object).where(column.notna(), "").tolist()
    return words


def _numbers(column: pd.Series) -> list[float | None]:
    """Give a column of numbers, None where it is missing."""
    return [None if math.isnan(value) else value for value in column.to_numpy(dtype=float, na_value=np.nan).tolist()]
