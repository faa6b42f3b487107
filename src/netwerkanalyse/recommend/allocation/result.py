"""What came out: tables for whoever coordinates, and tables for the region in which small numbers are suppressed."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.suppression import small, suppress_list, suppress_table
from netwerkanalyse.model.arrays import Flags
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.recommend.allocation.tables import REASONS
from netwerkanalyse.texts import percent, text


class _Hidden(NamedTuple):
    """Which cells of each table are suppressed, and whether any total is; ``used`` are small ones of services."""

    domains: Flags
    severities: Flags
    services: Flags
    used: Flags
    whole: bool


@dataclass(frozen=True, eq=False)
class Allocation:
    """Free places laid over what clients lack. It shows where places are short; it decides nothing about anybody.

    Parameters
    ----------
    offers
        A row a client and life domain to which a place could be offered: the service, the class of severity, the share
        of the need that is not met before and after (measured again), and the days waited. For whoever coordinates
        only.
    still_open
        A row a client and life domain that stays open, with the reason: ``no_service`` (none for this domain where the
        client lives), ``not_eligible``, ``too_far`` (or too long a wait) or ``no_place``. For whoever coordinates only.
    services
        A row a service: ``capacity``, ``in_use``, free ``places``, how many are ``used``, to how many asks it is open
        (``asked``), and ``one_more``: the class of severity of the ask that could be offered a place as well if there
        were one more; 0 when that changes nothing.
    severities
        A row a class of severity, the gravest first: how many are asked, offered and left; ``offered_from`` of this
        class or a graver one, and ``at_most_from``, the proven most that any plan could offer.
    domains
        A row a life domain: what is offered, what stays open for which reason, and in how many the need
        (``need_unknown``) or the amount of support (``amount_unknown``) is not known.
    lowered
        In how many life domains of clients coverage is lower afterwards. It is always 0; that is measured, not assumed.
    settings
        What was set.
    """

    offers: pd.DataFrame
    still_open: pd.DataFrame
    services: pd.DataFrame
    severities: pd.DataFrame
    domains: pd.DataFrame
    lowered: int
    settings: AllocationSettings

    @property
    def proven(self) -> bool:
        """Whether no plan can do better in any class of severity."""
        return bool((self.severities["offered_from"] == self.severities["at_most_from"]).all())

    def for_region(self) -> dict[str, pd.DataFrame]:
        """Give the tables without clients, in which small numbers and what gives them away are suppressed.

        Returns
        -------
        tables
            ``services``, ``severities`` and ``domains``; a suppressed number is missing.
        """
        hidden = self._hidden
        return {
            "services": self._services(hidden.services, hidden.used),
            "severities": self._severities(hidden.severities),
            "domains": self._domains(hidden.domains),
        }

    @cached_property
    def _hidden(self) -> _Hidden:
        """Decide over all tables.

        Where one hides how many are offered in all, or stay open in all, no other may add up to it. What is used of
        services adds up to what is offered in their domains: it is shown where all of both is.
        """
        by_domain = suppress_table(self.domains[["offered", *REASONS]].to_numpy(), self._limit)
        by_severity = suppress_table(self.severities[["offered", "left"]].to_numpy(), self._limit)
        by_service = suppress_list(self.services["used"].to_numpy(), self._limit)
        offered = bool(by_domain.columns[0] or by_severity.columns[0] or by_service.total)
        open_ = bool(by_severity.columns[1] or by_severity.total)
        left = open_ or bool(by_domain.columns[1:].any() or by_domain.total)
        domains = by_domain.cells | np.append(offered, np.full(len(REASONS), open_))
        used = by_service.cells | offered
        services = self._linked(domains[:, 0], used)
        return _Hidden(domains, by_severity.cells | np.array([offered, left]), services, used, offered or left)

    def _linked(self, domains: Flags, services: Flags) -> Flags:
        """Tell which services are linked to one that is suppressed, by way of domains in which both are offered."""
        links = self.offers[["domain", "service"]].drop_duplicates()
        domain = self.domains.index.get_indexer(links["domain"])
        service = self.services.index.get_indexer(links["service"])
        domains, services = domains.copy(), services.copy()
        for _ in range(len(domains)):  # a chain of links comes by every domain once
            services[service[domains[domain]]] = True
            domains[domain[services[service]]] = True
        return services

    @property
    def _limit(self) -> float:
        return self.settings.region_cutoffs.smallest_cell

    def _services(self, linked: Flags, used: Flags) -> pd.DataFrame:
        """Hide what is used, and all that depends on who asks or is there already where those are few."""
        few = small(self.services["asked"].to_numpy(), self._limit)
        there = small(self.services["in_use"].to_numpy(), self._limit)
        hidden = {"used": linked, "asked": few, "one_more": few | used, "in_use": there, "places": there}
        return _without(self.services, hidden)

    def _severities(self, cells: Flags) -> pd.DataFrame:
        offered, left = cells.T
        either = offered | left
        upward = np.logical_or.accumulate(either)
        hidden = {"asked": either, "offered": offered, "left": left, "offered_from": upward, "at_most_from": upward}
        return _without(self.severities, hidden)

    def _domains(self, cells: Flags) -> pd.DataFrame:
        hidden = dict(zip(["offered", *REASONS], cells.T, strict=True))
        hidden |= {
            name: small(self.domains[name].to_numpy(), self._limit) for name in ("need_unknown", "amount_unknown")
        }
        return _without(self.domains, hidden)

    def sentences(self, lang: str = "nl") -> tuple[str, ...]:
        """Say the main things, without a number that is suppressed."""
        asked, offered = int(self.severities["asked"].sum()), int(self.severities["offered"].sum())
        if not asked:
            return (text("allocation.nothing", lang),)
        if self._hidden.whole:
            first = text("allocation.few", lang)
        else:
            first = text("allocation.whole", lang, asked=asked, offered=offered, share=percent(offered / asked, lang))
        proof = text(f"allocation.{'proven' if self.proven else 'not_proven'}", lang)
        return first, proof, text("allocation.purpose", lang)


def _without(frame: pd.DataFrame, hidden: dict[str, Flags]) -> pd.DataFrame:
    """Leave out the numbers that are suppressed."""
    return frame.assign(**{name: frame[name].astype("Float64").mask(cells) for name, cells in hidden.items()})
