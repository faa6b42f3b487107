"""Clients who would lose the only professional help they have in a life domain, if an organisation fell away."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Unit
from netwerkanalyse.metrics.region.alignment.helping import DOMAINS
from netwerkanalyse.metrics.region.alignment.network import Alignment, Flags, Ints
from netwerkanalyse.metrics.region.tables import framed, if_shown
from netwerkanalyse.metrics.suppression import small
from netwerkanalyse.model.vocabulary import DOMAIN

COUNTS = ("provider_clients", "clients_losing_only_provider", "clients_left_with_nobody")
"""Each is part of the one before it."""


class Units(NamedTuple):
    """Clients by organisation and life domain, and of whom another number could come.

    ``counts`` are the three numbers of :data:`COUNTS`. ``sole`` are clients whom no other organisation helps in the
    domain, ``unnamed`` those of them around whom is somebody without an organisation, and ``unnamed_only``
    those whom no other professional helps either. ``unhelped`` are clients of the organisation whom no
    organisation helps in the domain.
    """

    counts: Ints
    sole: Ints
    unnamed: Ints
    unnamed_only: Ints
    unhelped: Ints


def measure_provider_loss(alignment: Alignment) -> pd.DataFrame:
    """Count clients by organisation and life domain, and what would be left to them without the organisation.

    ``provider_clients`` get support in the domain from the organisation, now; for ``clients_losing_only_provider`` no
    other professional or peer does, and for ``clients_left_with_nobody`` nobody else at all. A professional whose
    organisation is not filled in, or may not be counted, is another one: who loses something loses it for certain.

    Parameters
    ----------
    alignment
        A region and a caseload. Who counts for which organisation is decided there.

    Returns
    -------
    frame
        A row a life domain of an organisation. A number of fewer clients than ``smallest_cell`` is suppressed, and so
        is one that leaves such a number when it is taken off the one before it, or off all clients of the organisation,
        and one that is the suppressed number of all clients of the organisation; with a number those after it go. A
        suppressed number can be another one with which everything that is shown stays as it is, also in the other
        tables (:func:`_hidden`, and :mod:`netwerkanalyse.metrics.region.alignment.disclosure`).
    """
    units = _units(alignment)
    hidden = _hidden(units, alignment)
    found: dict[str, np.ndarray] = {}
    for name, count, of_this in zip(COUNTS, units.counts, hidden, strict=True):
        found |= {f"{name}_suppressed": of_this.ravel(), name: count.ravel()}
    names = alignment.region.organisation_index
    index = pd.MultiIndex.from_product([names, DOMAIN.names], names=Level.ORGANISATION_DOMAIN.keys)
    return framed(found, index, MEASURES)


def _hidden(units: Units, alignment: Alignment) -> Flags:
    """Tell which numbers may not be shown, so that each of them can be another one.

    - Of whom an organisation helps, help by somebody without an organisation may be added or left out: that changes who
      is left with nobody, and who loses the only provider, and nothing else.
    - A client may be helped by the organisation or not, where no other organisation helps: that changes its three
      numbers. One is left at least, for nought is shown.
    - Else nothing of the life domain is shown: then anybody may be helped by the organisation or not.
    """
    limit, nothing = alignment.cutoffs.smallest_cell, alignment.hidden.helped[:, np.newaxis]
    before, elsewhere = (clients[:, np.newaxis] for clients in _clients(alignment))
    all_, only, nobody = units.counts
    hide_all = small(all_, limit) | small(np.where(before < 0, 0, before - all_), limit) | (all_ == elsewhere) | nothing
    hide_only = hide_all | small(only, limit) | small(all_ - only, limit)
    hide_nobody = hide_only | small(nobody, limit) | small(only - nobody, limit)
    hide_only |= hide_nobody & (units.unnamed_only == 0)
    hide_all |= hide_only & (units.unnamed == 0)
    stuck = hide_all & (units.unhelped == 0) & ((units.sole == 0) | (all_ < 2))
    hide_all |= (stuck & ~nothing).any(axis=0) & (all_ > 0)
    hide_only |= hide_all
    return np.stack([hide_all, hide_only, hide_only | hide_nobody])


def _clients(alignment: Alignment) -> tuple[Ints, Ints]:
    """Give the clients of every organisation as they are shown elsewhere, and as they are suppressed there.

    Where they are suppressed, the number of all clients is what is known; -1 if not even that is shown. Where they are
    not, -1 stands in the second; nobody at all is not suppressed, so that none of these is nought.
    """
    hidden, clients = alignment.hidden.organisations, alignment.clients
    everybody = -1 if alignment.hidden.clients else alignment.clients_of_any
    return np.where(hidden, everybody, clients), np.where(hidden, clients, -1)


def _units(alignment: Alignment) -> Units:
    """Count clients by organisation and domain: all, without another professional, and without anybody else."""
    helping, size = alignment.helping, len(alignment.region)
    named, helps = helping.organisation >= 0, ~helping.informal
    professional = np.where(named, helping.organisation, size)[helps]
    cells, providers = np.divmod(np.unique(helping.cell[helps] * (size + 1) + professional), size + 1)
    known = providers < size
    only = np.isin(cells, cells[1:][cells[1:] == cells[:-1]], invert=True)
    of_known = cells[known]
    sole = np.isin(cells, of_known[1:][of_known[1:] == of_known[:-1]], invert=True)
    nobody = only & np.isin(cells, helping.cell[helping.informal], invert=True)
    unnamed = _with_unnamed(alignment)[cells // DOMAINS]

    def counted(which: Flags) -> Ints:
        chosen = which & known
        row = providers[chosen] * DOMAINS + cells[chosen] % DOMAINS
        return np.bincount(row, minlength=size * DOMAINS).reshape(size, DOMAINS)

    counts = np.stack([counted(known), counted(only), counted(nobody)])
    return Units(counts, counted(sole), counted(sole & unnamed), counted(only & unnamed), _unhelped(alignment))


def _with_unnamed(alignment: Alignment) -> Flags:
    """Tell around which clients somebody is who counts for no organisation."""
    people = alignment.network.people.start
    client = np.repeat(np.arange(len(alignment.caseload)), np.diff(people))
    return np.bincount(client[alignment.workers.organisation < 0], minlength=len(alignment.caseload)) > 0


def _unhelped(alignment: Alignment) -> Ints:
    """Count the clients of every organisation whom no organisation helps, by life domain."""
    memberships, helping = alignment.memberships, alignment.helping
    helped = np.zeros((len(alignment.caseload), DOMAINS), dtype=bool)
    helped.ravel()[helping.cell[helping.organisation >= 0]] = True
    around, rows = np.diff(memberships.of_client), int(memberships.of_client[-1])
    unhelped = np.zeros((len(alignment.region), DOMAINS), dtype=np.int64)
    np.add.at(unhelped, memberships.organisation[:rows], ~helped[np.repeat(np.arange(len(around)), around)])
    return unhelped


def _measures(name: str, count: str) -> tuple[Measure, ...]:
    reading = Reading.ATTENTION if count else Reading.NEUTRAL
    return if_shown(
        f"{name}_suppressed",
        Measure(name, Unit.COUNT, reading=reading, count=count, source="own definition: leave one organisation out"),
        source="own definition: fewer clients than the smallest cell",
    )


MEASURES = tuple(one for name, count in zip(COUNTS, ("", *COUNTS[:-1]), strict=True) for one in _measures(name, count))

FAMILY = Family("provider_loss", Level.ORGANISATION_DOMAIN, measure_provider_loss, MEASURES)
