"""The sociogram of a client, taken from a caseload."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.names import display_names
from netwerkanalyse.model.vocabulary import DOMAIN, ROLE
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Overlap, Pair, Person, Supply
from netwerkanalyse.report.sociogram.svg import svg

_OVERLAPS = {overlap.value: overlap for overlap in Overlap}
_DOUBLURES = (Overlap.DOUBLURE, Overlap.POSSIBLE)


class Sociogram(Facts):
    """The facts of one client's network; a notebook shows them as a picture."""

    def _repr_svg_(self) -> str:
        """Show the picture in a notebook."""
        return svg(self)


def sociogram(
    caseload: Caseload,
    client: str,
    *,
    domain_table: pd.DataFrame | None = None,
    lang: str = "nl",
    for_client: bool = True,
) -> Sociogram:
    """Collect what the sociogram of a client shows.

    Parameters
    ----------
    caseload
        Any caseload that holds the client.
    client
        Pseudonym.
    domain_table
        The measures at the level of life domains, when they are known already: ``need``, ``effective_supply``,
        ``gap_absent``, ``gap_short``, ``gap_experienced`` and ``double_class``.
    lang
        Language of the words.
    for_client
        Whether this is the client's own version. Any other version leaves out what costs strength, what is not safe,
        which contact is not wanted, and tension.

    Returns
    -------
    sociogram
        Facts without places; :func:`netwerkanalyse.report.sociogram.svg.svg` draws them.

    Raises
    ------
    UnknownNameError
        If the caseload does not hold the client.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> found = sociogram(datasets.load("voorbeeld"), "voorbeeld")
    >>> [person.label for person in found.people]
    ['moeder', 'broer', 'vriend', 'casemanager', 'begeleider', 'schuldhulp', 'huisarts']
    >>> [area.label for area in found.gaps]
    ['financiën', 'werken']
    """
    network = Network(caseload.select([client]))
    if domain_table is None:
        domain_table = measure_network(network, ["coverage", "gaps", "doubles"], level=Level.DOMAIN)
    domains = domain_table.xs(client, level="client")
    people = _people(network, lang, for_client=for_client)
    states, met = _coordination(network), _met(network)
    joined = met | {pair for pair, state in states.items() if state == arrays.YES}
    areas = _areas(network, domains, people, joined, lang)
    listed = {area.domain for area in areas} | set(network.caseload.tables["needs"]["domain"])
    return Sociogram(
        client=client,
        lang=lang,
        for_client=for_client,
        scale=network.caseload.scale,
        people=people,
        areas=areas,
        unlisted=tuple(DOMAIN.label(domain, lang) for domain in DOMAIN.names if domain not in listed),
        pairs=tuple(_pairs(network, people, states, met, for_client=for_client)),
        unknown_pairs=sum(state == arrays.UNKNOWN for state in states.values()),
    )


def _people(network: Network, lang: str, *, for_client: bool) -> tuple[Person, ...]:
    """List who is in the network now, then who could be activated."""
    members = network.caseload.tables["members"].assign(name=display_names(network.caseload))
    now = members.iloc[network.people.row]
    there = arrays.holds(members, arrays.reference_dates(network.caseload), network.caseload.keys.client["members"])
    welcome = ~arrays.is_yes(members["unwanted"]) & ~arrays.is_yes(members["unsafe"])
    known = arrays.is_no(members["active"]) & there & welcome
    domains = _domains(network)
    return tuple(
        _person(row, domains.get(row["member"], ()), lang, activatable=activatable, for_client=for_client)
        for frame, activatable in ((now, False), (members[known], True))
        for _, row in frame.iterrows()
    )


def _person(row: pd.Series, domains: tuple[str, ...], lang: str, *, activatable: bool, for_client: bool) -> Person:
    return Person(
        member=row["member"],
        label=row["name"],
        kind=_text(row["kind"]),
        role=ROLE.label(_text(row["role"]), lang),
        organisation=_text(row["organisation"]),
        circle=_whole(row["circle"]),
        domains=domains,
        helping=_whole(row["helping"]),
        hindering=_whole(row["hindering"]) if for_client else None,
        nominated=_yes(row["nominated"]),
        activatable=activatable,
        unwanted=for_client and _yes(row["unwanted"]),
        unsafe=for_client and _yes(row["unsafe"]),
    )


def _domains(network: Network) -> dict[str, tuple[str, ...]]:
    """Say in which life domains everybody supports, most support first, the order of life domains breaking ties."""
    supports = network.supports
    rows = network.caseload.tables["supports"].iloc[supports.row]
    given = pd.DataFrame({"member": rows["member"].to_numpy(), "domain": supports.domain, "amount": supports.amount})
    total = given.groupby(["member", "domain"], as_index=False)["amount"].sum()
    total = total.sort_values(["amount", "domain"], ascending=[False, True])
    return {
        member: tuple(DOMAIN.names[domain] for domain in found["domain"]) for member, found in total.groupby("member")
    }


def _areas(
    network: Network, domains: pd.DataFrame, people: tuple[Person, ...], joined: set[tuple[int, int]], lang: str
) -> tuple[Area, ...]:
    """Say of every life domain worth a sector how support stands against need; ``joined`` are pairs that coordinate."""
    listed = set(network.caseload.tables["needs"]["domain"])
    doubled = _doubled(network)
    areas = []
    for domain, found in domains.iterrows():
        supporters = [one for one, person in enumerate(people) if domain in person.domains]
        need, state = _number(found["need"]), _state(found)
        if supporters or state not in {Supply.NO_NEED, Supply.UNASKED} or (need is None and domain in listed):
            overlap = _OVERLAPS.get(found["double_class"], Overlap.NONE)
            counting = [one for one in supporters if (people[one].member, domain) in doubled]
            areas.append(
                Area(
                    domain=str(domain),
                    label=DOMAIN.label(str(domain), lang),
                    need=need,
                    supply=_number(found["effective_supply"]),
                    state=state,
                    experienced=_yes(found["gap_experienced"]),
                    overlap=overlap,
                    doubling=_doubling(people, _groups(counting, joined)) if overlap in _DOUBLURES else (),
                )
            )
    return tuple(areas)


def _groups(people: list[int], joined: set[tuple[int, int]]) -> list[list[int]]:
    """Divide people into groups that reach each other without anybody else."""
    groups: list[list[int]] = []
    for one in people:
        near = [group for group in groups if any((other, one) in joined for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), one])
    return groups


def _doubling(people: tuple[Person, ...], groups: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    """Keep the professionals, and who may be one: a naaste is no part of a doublure."""
    kept = (tuple(one for one in group if people[one].kind != "informal") for group in groups)
    return tuple(group for group in kept if group)


def _doubled(network: Network) -> set[tuple[str, str]]:
    """Return who gives support that can double, with the life domain."""
    rows = network.caseload.tables["supports"].iloc[network.supports.row[network.can_double]]
    return set(zip(rows["member"], rows["domain"], strict=True))


def _state(found: pd.Series) -> Supply:
    """Tell how support stands against need."""
    if pd.isna(found["need"]):
        return Supply.UNASKED
    if found["need"] == 0:
        return Supply.NO_NEED
    if _yes(found["gap_absent"]):
        return Supply.ABSENT
    if pd.isna(found["gap_short"]):
        return Supply.UNSURE
    return Supply.SHORT if _yes(found["gap_short"]) else Supply.MET


def _coordination(network: Network) -> dict[tuple[int, int], int]:
    """Return for every pair in the network whether they coordinate, as a state of a listed pair."""
    listed = network.coordination
    silent = arrays.NO if listed.all_asked[0] else arrays.UNKNOWN
    states = dict.fromkeys(combinations(range(len(network.people.row)), 2), silent)
    for source, target, state in zip(listed.source, listed.target, listed.state, strict=True):
        states[min(int(source), int(target)), max(int(source), int(target))] = int(state)
    return states


def _pairs(
    network: Network,
    people: tuple[Person, ...],
    states: dict[tuple[int, int], int],
    met: set[tuple[int, int]],
    *,
    for_client: bool,
) -> Iterator[Pair]:
    """Give what is between people; who coordinate also know each other, which need not be said twice."""
    for layer in (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION):
        if layer is Layer.TENSION and not for_client:
            continue
        listed = arrays.pairs(network.caseload, network.people, layer.value)
        for one in np.flatnonzero(listed.state == arrays.YES):
            a, b = sorted((int(listed.source[one]), int(listed.target[one])))
            if layer is not Layer.KNOWS or states[a, b] != arrays.YES:
                yield Pair(a, b, layer, _number(listed.strength[one]))
    for (a, b), state in states.items():
        if state == arrays.NO and (a, b) not in met and set(people[a].domains) & set(people[b].domains):
            yield Pair(a, b, Layer.MISSING)


def _met(network: Network) -> set[tuple[int, int]]:
    """Return the pairs that sat at the same meeting of the resource group: they coordinate, tie or no tie."""
    meetings: dict[int, list[int]] = {}
    for meeting, person in zip(network.attendance.meeting, network.attendance.person, strict=True):
        meetings.setdefault(int(meeting), []).append(int(person))
    return {pair for people in meetings.values() for pair in combinations(sorted(people), 2)}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _whole(value: float) -> int | None:
    return None if pd.isna(value) else int(value)


def _yes(value: object) -> bool:
    return not pd.isna(value) and bool(value)
