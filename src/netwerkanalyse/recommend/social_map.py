"""The social map of a region, as proposals for one client look at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import LANGUAGE


@dataclass(frozen=True)
class Service:
    """An entry of the social map; blank text, None and empty sets are unknown.

    ``organisation`` is the code, which people around a client carry too; ``offered_by`` is what people call it.
    """

    code: str
    name: str
    organisation: str
    offered_by: str
    domains: frozenset[str]
    type: str
    kind: str
    areas: frozenset[str]
    laws: frozenset[str]
    places: float | None
    waiting_days: float | None
    age_from: float | None
    age_to: float | None
    languages: frozenset[str]
    eligibility: str


@dataclass(frozen=True, eq=False)
class SocialMap:
    """The services of a region, and which areas lie in which.

    Parameters
    ----------
    entries
        Every service, in the order of the table.
    within
        An area to itself and everything it lies in.
    """

    entries: tuple[Service, ...]
    within: Mapping[str, frozenset[str]]

    @cached_property
    def services(self) -> Mapping[str, tuple[Service, ...]]:
        """The services by life domain, in the order of the table."""
        by_domain: dict[str, list[Service]] = {}
        for service in self.entries:
            for domain in sorted(service.domains):
                by_domain.setdefault(domain, []).append(service)
        return {domain: tuple(found) for domain, found in by_domain.items()}

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each service stands among :attr:`entries`, by its code."""
        return {service.code: at for at, service in enumerate(self.entries)}

    def places_of(self, area: str) -> frozenset[str]:
        """Return an area with everything it lies in."""
        return self.within.get(area, frozenset((area,)))


def social_map(region: Region) -> SocialMap:
    """Read the social map of a region.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    social_map
        Its services.
    """
    frame = region.tables["services"]
    organisations = region.tables["organisations"]
    names = dict(zip(organisations["organisation"], organisations["name"], strict=True))
    services = tuple(_service(row, names) for row in frame.to_dict("records"))
    return SocialMap(services, _within(region.tables["areas"]))


def _service(row: Mapping[str, object], names: Mapping[str, object]) -> Service:
    code = str(row["organisation"])
    return Service(
        code=str(row["service"]),
        name=_word(row["name"]) or str(row["service"]),
        organisation=code,
        offered_by=_word(names[code]) or code,
        domains=_several(row["domains"]),
        type=_word(row["type"]),
        kind=_word(row["kind"]),
        areas=_several(row["areas"]),
        laws=_several(row["laws"]),
        places=_number(row["capacity"]),
        waiting_days=_number(row["waiting_days"]),
        age_from=_number(row["age_from"]),
        age_to=_number(row["age_to"]),
        languages=frozenset(LANGUAGE.read(word) or word for word in _several(row["languages"])),
        eligibility=_word(row["eligibility"]),
    )


def _within(areas: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Follow every area to the larger ones it lies in; a circle ends where it began."""
    parent = {area: _word(up) for area, up in zip(areas["area"], areas["parent"], strict=True)}
    found = {}
    for area, up in parent.items():
        seen, at = [area], up
        while at and at not in seen:
            seen.append(at)
            at = parent.get(at, "")
        found[area] = frozenset(seen)
    return found


def _word(value: object) -> str:
    return "" if pd.isna(value) else str(value)


def _several(value: object) -> frozenset[str]:
    return frozenset(_word(value).split(LIST_SEPARATOR)) - {""}


def _number(value: object) -> float | None:
    number = float(value) if isinstance(value, int | float) else np.nan
    return None if np.isnan(number) else number
