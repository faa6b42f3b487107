"""Pairs of organisations: shared clients, agreement or not, and whether they share more than chance would give."""

from math import lgamma

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels.hypergeometric import Overlap, at_least
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, NOT_TIED, TIED
from netwerkanalyse.metrics.region.tables import framed
from netwerkanalyse.metrics.suppression import ranked

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def measure_alignment_pairs(alignment: Alignment) -> pd.DataFrame:
    """Measure every two organisations that share clients or have an agreement.

    ``shared_p`` is the chance of at least so many shared clients if the clients of both organisations were drawn apart
    from all clients that are with any organisation (hypergeometric): with N clients, n and k of them with either
    organisation, P(X >= W). ``shared_q`` corrects it for the number of pairs (Benjamini-Hochberg). All pairs of
    organisations with clients count as tests, those that are suppressed with p = 1, so that the correction errs on the
    careful side and gives nothing away.

    Parameters
    ----------
    alignment
        A region and a caseload.

    Returns
    -------
    frame
        A row a pair. ``work_without_agreement`` is its place among pairs without agreement, most shared clients first;
        suppressed pairs have none.
    """
    pairs, hidden = alignment.pairs, alignment.hidden
    expected = _expected(alignment)
    tested = ~hidden.pairs & ~np.isnan(expected)
    chance = np.where(tested, overlap_p(*_overlaps(alignment), alignment.clients_of_any), np.nan)
    known = pairs.agreement != NOT_KNOWN
    place = np.full(len(known), np.nan)
    order = ranked(pairs.clients, hidden.pairs | (pairs.agreement != NOT_TIED))
    place[order] = np.arange(1, len(order) + 1)
    with_clients = int((alignment.clients > 0).sum())
    names = alignment.region.organisation_index.to_numpy()
    return framed(
        {
            "pair_suppressed": hidden.pairs,
            "shared_clients": np.where(hidden.pairs, np.nan, pairs.clients),
            "agreement_known": known,
            "agreement": np.where(known, pairs.agreement == TIED, np.nan),
            "paper_agreement": np.where(known, (pairs.agreement == TIED) & (pairs.clients == 0), np.nan),
            "work_without_agreement": place,
            "pair_tested": tested,
            "shared_expected": np.where(tested, expected, np.nan),
            "shared_p": chance,
            "shared_q": corrected(chance, with_clients * (with_clients - 1) // 2),
        },
        pd.MultiIndex.from_arrays([names[pairs.first], names[pairs.second]], names=Level.DYAD.keys),
        MEASURES,
    )


def measure_alignment_organisations(alignment: Alignment) -> pd.DataFrame:
    """Count clients, agreements and organisations to share clients with, for every organisation.

    Parameters
    ----------
    alignment
        A region and a caseload.

    Returns
    -------
    frame
        A row an organisation of the region.
    """
    pairs, size = alignment.pairs, len(alignment.region)

    def counted(which: Flags) -> Ints:
        return np.bincount(np.concatenate([pairs.first[which], pairs.second[which]]), minlength=size)

    sharing, agreed = pairs.clients > 0, pairs.agreement == TIED
    hidden = alignment.hidden.organisations
    return framed(
        {
            "organisation_clients_suppressed": hidden,
            "organisation_clients": np.where(hidden, np.nan, alignment.clients),
            "organisations_sharing": counted(sharing),
            "organisations_sharing_without_agreement": counted(sharing & (pairs.agreement == NOT_TIED)),
            "organisations_sharing_agreement_unknown": counted(sharing & (pairs.agreement == NOT_KNOWN)),
            "organisation_agreements": counted(agreed),
            "organisation_paper_agreements": counted(agreed & ~sharing),
        },
        alignment.region.organisation_index,
        ORGANISATION_MEASURES,
    )


def overlap_p(one: Ints, other: Ints, common: Ints, everybody: int) -> Floats:
    """Give the chance of at least so many clients in common (hypergeometric).

    Parameters
    ----------
    one, other, common
        Clients of one organisation, of the other and of both, by pair.
    everybody
        How many clients there are.

    Returns
    -------
    chance
        By pair.

    Examples
    --------
    Both have two of four clients; the chance that it is the same two is one in six.

    >>> overlap_p(np.array([2]), np.array([2]), np.array([2]), 4).round(4).tolist()
    [0.1667]
    """
    parts = (one, other, everybody - one, everybody - other, common, one - common, other - common)
    ways = [_log_factorial(part) for part in (*parts, everybody - one - other + common)]
    exactly = np.exp(sum(ways[:4]) - sum(ways[4:]) - lgamma(everybody + 1))
    chance = np.empty(len(one))
    at_least.once(len(one), Overlap(one, other, common, exactly), everybody, chance)
    return chance


def corrected(chance: Floats, tests: int) -> Floats:
    """Correct p-values for the number of tests (Benjamini-Hochberg): the share of false finds up to each.

    Parameters
    ----------
    chance
        The p-values; tests of which it is missing count as 1.
    tests
        How many tests there were, those that are not listed included.

    Returns
    -------
    corrected
        By test, missing where the p-value is.

    Examples
    --------
    >>> corrected(np.array([0.01, 0.04, np.nan]), tests=4).round(3).tolist()
    [0.04, 0.08, nan]
    """
    order = np.argsort(chance)
    rank = np.arange(1, len(chance) + 1)
    steps = np.minimum(chance[order] * tests / rank, 1.0)
    found = np.empty(len(chance))
    found[order] = np.fmin.accumulate(steps[::-1])[::-1]
    return np.where(np.isnan(chance), np.nan, found)


def _overlaps(alignment: Alignment) -> tuple[Ints, Ints, Ints]:
    pairs = alignment.pairs
    return alignment.clients[pairs.first], alignment.clients[pairs.second], pairs.clients


def _expected(alignment: Alignment) -> Floats:
    """Give the shared clients that chance would give; NaN where a number behind it is suppressed."""
    one, other, _ = _overlaps(alignment)
    hidden, pairs = alignment.hidden, alignment.pairs
    shown = ~(hidden.organisations[pairs.first] | hidden.organisations[pairs.second] | hidden.clients)
    return np.where(shown, one * other / max(alignment.clients_of_any, 1), np.nan)


def _log_factorial(number: Ints) -> Floats:
    values, place = np.unique(number, return_inverse=True)
    return np.array([lgamma(value + 1) for value in values.tolist()])[place]


OURS = "own definition"
SHOWN = Requires("pair_suppressed", "suppressed", equals=False)
KNOWN = Requires("agreement_known", "agreement_unknown", equals=True)
TESTED = Requires("pair_tested", "organisation_suppressed", equals=True)
CHANCE = "hypergeometric test of co-occurrence"

MEASURES = (
    Measure("pair_suppressed", Unit.YES_NO, high=1, source=OURS),
    Measure("shared_clients", Unit.COUNT, requires=(SHOWN,), source="projection of clients by organisations"),
    Measure("agreement_known", Unit.YES_NO, high=1, source=OURS),
    Measure("agreement", Unit.YES_NO, high=1, requires=(KNOWN,), source=OURS),
    Measure("paper_agreement", Unit.YES_NO, high=1, reading=Reading.ATTENTION, requires=(KNOWN,), source=OURS),
    Measure(
        "work_without_agreement",
        Unit.COUNT,
        low=1,
        requires=(
            SHOWN,
            Requires("shared_clients", "no_shared_clients", low=1),
            KNOWN,
            Requires("agreement", "agreement_exists", equals=False),
        ),
        source=OURS,
    ),
    Measure("pair_tested", Unit.YES_NO, high=1, source=OURS),
    Measure("shared_expected", Unit.AMOUNT, requires=(SHOWN, TESTED), source=CHANCE),
    Measure("shared_p", Unit.SHARE, high=1, count="shared_clients", requires=(SHOWN, TESTED), source=CHANCE),
    Measure(
        "shared_q",
        Unit.SHARE,
        high=1,
        count="shared_clients",
        requires=(SHOWN, TESTED),
        source="hypergeometric test of co-occurrence, corrected after Benjamini and Hochberg",
    ),
)

ORGANISATION_MEASURES = (
    Measure("organisation_clients_suppressed", Unit.YES_NO, high=1, source=OURS),
    Measure(
        "organisation_clients",
        Unit.COUNT,
        requires=(Requires("organisation_clients_suppressed", "suppressed", equals=False),),
        source=OURS,
    ),
    *(
        Measure(name, Unit.COUNT, count=count, source=OURS)
        for name, count in (
            ("organisations_sharing", ""),
            ("organisations_sharing_without_agreement", "organisations_sharing"),
            ("organisations_sharing_agreement_unknown", "organisations_sharing"),
            ("organisation_agreements", ""),
            ("organisation_paper_agreements", "organisation_agreements"),
        )
    ),
)

FAMILY = Family("alignment_pairs", Level.DYAD, measure_alignment_pairs, MEASURES)
ORGANISATION_FAMILY = Family(
    "alignment_organisations", Level.ORGANISATION, measure_alignment_organisations, ORGANISATION_MEASURES
)
