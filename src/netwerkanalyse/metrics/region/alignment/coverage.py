"""How much of the work that organisations share is under an agreement, and which agreements exist on paper only."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, NOT_TIED, TIED
from netwerkanalyse.metrics.region.tables import framed, if_shown, ratio
from netwerkanalyse.metrics.suppression import small


def measure_agreement_coverage(alignment: Alignment) -> pd.DataFrame:
    """Measure how agreements and shared clients meet, over the whole region.

    With W the clients that two organisations share and F = 1 when they have an agreement,
    ``agreement_coverage`` = sum W F / sum W over the pairs of which it is known whether there is an agreement: the
    share of the shared work that is under one. Its bounds take every unknown agreement for none, and for one.
    ``paper_share`` = share of the agreements with W = 0; ``paper_share_seen`` looks at agreements of organisations that
    both have clients in this caseload only.

    Parameters
    ----------
    alignment
        A region and a caseload.

    Returns
    -------
    frame
        One row.
    """
    pairs, clients = alignment.pairs, alignment.clients
    agreed, sharing = pairs.agreement == TIED, pairs.clients > 0
    seen = agreed & (clients[pairs.first] > 0) & (clients[pairs.second] > 0)
    paper, paper_seen = (int((which & ~sharing).sum()) for which in (agreed, seen))
    return framed(
        {
            **_people(alignment),
            "organisations_elsewhere": len(alignment.organisations_elsewhere),
            "organisations_with_clients": int((clients > 0).sum()),
            "pairs_sharing": int(sharing.sum()),
            "pairs_sharing_without_agreement": int((sharing & (pairs.agreement == NOT_TIED)).sum()),
            "pairs_sharing_agreement_unknown": int((sharing & (pairs.agreement == NOT_KNOWN)).sum()),
            "pairs_sharing_suppressed": int(alignment.hidden.pairs.sum()),
            **_loads(alignment),
            "agreements": int(agreed.sum()),
            "agreements_seen": int(seen.sum()),
            "paper_agreements": paper,
            "paper_share": ratio(paper, agreed.sum()),
            "paper_share_seen": ratio(paper_seen, seen.sum()),
        },
        alignment.whole,
        MEASURES,
    )


def _loads(alignment: Alignment) -> dict[str, npt.ArrayLike]:
    """Add up the shared work of each kind of pairs; what adds up or divides suppressed totals is not shown either."""
    pairs, hidden = alignment.pairs, alignment.hidden.loads
    without, unknown, with_one = (int(pairs.clients[pairs.agreement == kind].sum()) for kind in range(3))
    load, known = without + unknown + with_one, without + with_one
    return {
        "load_with_agreement_suppressed": hidden[TIED],
        "load_with_agreement": with_one,
        "load_without_agreement_suppressed": hidden[NOT_TIED],
        "load_without_agreement": without,
        "load_agreement_unknown_suppressed": hidden[NOT_KNOWN],
        "load_agreement_unknown": unknown,
        "load_known_suppressed": hidden[NOT_TIED] or hidden[TIED],
        "load_known": known,
        "agreement_coverage": ratio(with_one, known),
        "load_suppressed": hidden.any(),
        "load": load,
        "agreement_coverage_low": ratio(with_one, load),
        "agreement_coverage_high": ratio(with_one + unknown, load),
    }


def _people(alignment: Alignment) -> dict[str, npt.ArrayLike]:
    """Count who is in the networks and who counts; where one of the numbers is small, none of them is shown."""
    workers, limit = alignment.workers, alignment.cutoffs.smallest_cell
    counts = {
        "people_counted": int((workers.organisation >= 0).sum()),
        "people_without_organisation": int(workers.blank.sum()),
        "people_elsewhere": int(workers.elsewhere.sum()),
        "people_without_consent": int(workers.without_consent.sum()),
    }
    hidden = alignment.hidden.organisations
    # Everybody who counts works for some organisation: what the shown organisations leave is of those not shown.
    left = counts["people_counted"] - int(alignment.clients[~hidden].sum())
    few = bool(small(np.array([*counts.values(), left if hidden.any() else 0]), limit).any())
    return {
        "people_suppressed": few or alignment.hidden.people,
        **counts,
        "aligned_clients_suppressed": alignment.hidden.clients,
        "aligned_clients": alignment.clients_of_any,
    }


OURS = "own definition"
LOAD_SHOWN = Requires("load_suppressed", "suppressed", equals=False)
KNOWN_SHOWN = Requires("load_known_suppressed", "suppressed", equals=False)
KNOWN = Requires("load_known", "no_agreement_known", low=1)
SHARED = Requires("load", "no_shared_clients", low=1)
AGREED = Requires("agreements", "no_agreements", low=1)


def _coverage(name: str, count: str, *conditions: Requires) -> Measure:
    return Measure(name, Unit.SHARE, high=1, reading=Reading.STRENGTH, count=count, requires=conditions, source=OURS)


MEASURES = (
    *if_shown(
        "people_suppressed",
        *(
            Measure(name, Unit.COUNT, source=OURS)
            for name in ("people_counted", "people_without_organisation", "people_elsewhere", "people_without_consent")
        ),
    ),
    *if_shown("aligned_clients_suppressed", Measure("aligned_clients", Unit.COUNT, source=OURS)),
    Measure("organisations_elsewhere", Unit.COUNT, reading=Reading.ATTENTION, source=OURS),
    Measure("organisations_with_clients", Unit.COUNT, source=OURS),
    Measure("pairs_sharing", Unit.COUNT, source=OURS),
    Measure("pairs_sharing_without_agreement", Unit.COUNT, count="pairs_sharing", source=OURS),
    Measure("pairs_sharing_agreement_unknown", Unit.COUNT, count="pairs_sharing", source=OURS),
    Measure("pairs_sharing_suppressed", Unit.COUNT, count="pairs_sharing", source=OURS),
    *(
        one
        for name in ("load", "load_known", "load_with_agreement", "load_without_agreement", "load_agreement_unknown")
        for one in if_shown(f"{name}_suppressed", Measure(name, Unit.COUNT, source=OURS))
    ),
    _coverage("agreement_coverage", "load_known", KNOWN_SHOWN, KNOWN),
    _coverage("agreement_coverage_low", "load", LOAD_SHOWN, SHARED),
    _coverage("agreement_coverage_high", "load", LOAD_SHOWN, SHARED),
    Measure("agreements", Unit.COUNT, source=OURS),
    Measure("agreements_seen", Unit.COUNT, count="agreements", source=OURS),
    Measure("paper_agreements", Unit.COUNT, count="agreements", source=OURS),
    Measure(
        "paper_share",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="agreements",
        requires=(AGREED,),
        source=OURS,
    ),
    Measure(
        "paper_share_seen",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="agreements_seen",
        requires=(AGREED, Requires("agreements_seen", "no_agreements_seen", low=1)),
        source=OURS,
    ),
)

FAMILY = Family("agreement_coverage", Level.REGION, measure_agreement_coverage, MEASURES)
