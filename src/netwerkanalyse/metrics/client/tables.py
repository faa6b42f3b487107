"""Every table about clients, with the meaning of its columns.

What one caseload has is measured by :func:`netwerkanalyse.measure`. Some tables need more than one caseload, or are
about other measures: they have a function of their own, and their columns stand here as well.
"""

from collections.abc import Callable
from typing import Any

from netwerkanalyse.metrics.client import change, cohort, contacts, largest_losses, routes, sensitivity, withdrawal
from netwerkanalyse.metrics.client.catalogue import FAMILIES
from netwerkanalyse.metrics.measure import Family, Level, Measure

OWN_TABLES: tuple[Family[Callable[..., Any]], ...] = (
    change.CLIENT_FAMILY,
    change.MEMBER_FAMILY,
    change.DOMAIN_FAMILY,
    routes.RETURN_FAMILY,
    withdrawal.SPARED_FAMILY,
    largest_losses.FAMILY,
    contacts.ROLE_FAMILY,
    sensitivity.FAMILY,
    cohort.FAMILY,
)
"""Tables that a function of their own makes, which stands in place of the computation of a family."""

TABLES: tuple[Family[Callable[..., Any]], ...] = (*FAMILIES, *OWN_TABLES)
"""Every table about clients."""


def measures(level: Level | None = None) -> dict[str, Measure]:
    """Return the catalogue of clients: name to measure, of one level or of all.

    Examples
    --------
    >>> measures(Level.CLIENT)["density"].unit
    <Unit.SHARE: 'share'>
    """
    return {one.name: one for family in TABLES if level in {None, family.level} for one in family.measures}
