"""Whether agreements lie where shared clients are, over all pairs of organisations at once."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.graphs.mrqap import Mrqap, mrqap
from netwerkanalyse.metrics.region.graphs.qap import Qap, qap
from netwerkanalyse.metrics.region.graphs.relabelling import DRAWS, NO_TEST, TEST_FROM
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, TIED
from netwerkanalyse.metrics.region.tables import framed

Floats = npt.NDArray[np.float64]

FEWER_DRAWS = 999
"""A regression costs more a draw than a correlation."""


def measure_alignment_correlation(
    alignment: Alignment, *, draws: int = DRAWS, regression_draws: int = FEWER_DRAWS, seed: int = 1
) -> pd.DataFrame:
    """Correlate shared clients (W) with agreements (F), and look beyond the size of organisations.

    ``aligned_correlation`` is the correlation over pairs, tested by relabelling (QAP). ``extra_shared`` is how many
    more clients a pair with an agreement shares than one without, the number that the sizes of both would give by
    chance held equal: the coefficient of F in a linear regression of W, tested by double semi-partialling (MRQAP).
    Only organisations with clients in the caseload take part. Suppressed numbers are left out as not known: a
    correlation of few numbers would give them away. They are mostly low numbers, so that both outcomes are biased when
    pairs are suppressed; ``correlation_pairs`` says how many are left.

    Parameters
    ----------
    alignment
        A region and a caseload.
    draws, regression_draws
        How many orders to draw for the correlation and for the regression.
    seed
        Where the random numbers start.

    Returns
    -------
    frame
        One row.
    """
    organisations = int((alignment.clients > 0).sum())
    at_most = alignment.cutoffs.correlation_organisations_at_most
    possible = not alignment.hidden.clients and organisations <= at_most
    shared, agreed, expected = _matrices(alignment) if possible else np.zeros((3, 0, 0))
    found = qap(shared, agreed, directed=False, draws=draws, seed=seed) if possible else Qap(0, np.nan, NO_TEST)
    beyond = _beyond_size(shared, agreed, expected, regression_draws, seed)
    return framed(
        {
            "correlation_clients_suppressed": alignment.hidden.clients,
            "correlation_organisations": organisations,
            "correlation_within_size": organisations <= at_most,
            "correlation_pairs": found.cells,
            "aligned_varies": not np.isnan(found.correlation),
            "aligned_correlation": found.correlation,
            "aligned_draws": found.tails.draws,
            "aligned_p_at_least": found.tails.p_at_least,
            "aligned_p_at_most": found.tails.p_at_most,
            "aligned_p_two_sided": found.tails.p_two_sided,
            **_told(beyond),
        },
        alignment.whole,
        MEASURES,
    )


def _matrices(alignment: Alignment) -> Floats:
    """Lay out shared clients, agreements and expected shared clients, by organisation; missing is not to be known."""
    size, pairs, known, hidden = len(alignment.region), alignment.pairs, alignment.agreements, alignment.hidden
    shared = np.zeros((size, size))
    shared[pairs.first, pairs.second] = np.where(hidden.pairs, np.nan, pairs.clients)
    agreed = np.full((size, size), np.nan if known.elsewhere[0] == NOT_KNOWN else 0.0)
    first, second = np.divmod(known.key, max(size, 1))
    agreed[first, second] = np.where(known.state == NOT_KNOWN, np.nan, known.state == TIED)
    agreed = np.where(np.tri(size, dtype=bool), agreed.T, agreed)
    clients = np.where(hidden.organisations, np.nan, alignment.clients)
    expected = np.outer(clients, clients) / max(alignment.clients_of_any, 1)
    there = np.flatnonzero(alignment.clients > 0)
    return np.stack([shared + shared.T, agreed, expected])[:, there[:, None], there]


def _beyond_size(shared: Floats, agreed: Floats, expected: Floats, draws: int, seed: int) -> Mrqap | None:
    if len(shared) < TEST_FROM:
        return None
    found = mrqap(shared, {"agreement": agreed, "size": expected}, directed=False, draws=draws, seed=seed)
    return None if found.reason else found


def _told(found: Mrqap | None) -> dict[str, float]:
    if found is None:
        return {
            "extra_shared_defined": False,
            "extra_shared_pairs": 0,
            "extra_shared": np.nan,
            "extra_shared_p": np.nan,
        }
    term = found.terms.loc["agreement"]
    return {
        "extra_shared_defined": not np.isnan(term["p_two_sided"]),
        "extra_shared_pairs": found.cells,
        "extra_shared": term["coefficient"],
        "extra_shared_p": term["p_two_sided"],
    }


OURS = "own definition"
QAP = "QAP, R sna qaptest"
CLIENTS_SHOWN = Requires("correlation_clients_suppressed", "suppressed", equals=False)
WITHIN_SIZE = Requires("correlation_within_size", "too_many_organisations", equals=True)
KNOWN = Requires("correlation_pairs", "too_few_pairs_known", low=2)
VARIES = Requires("aligned_varies", "same_everywhere", equals=True)
ENOUGH = Requires("correlation_organisations", "fewer_than_four_organisations", low=TEST_FROM)
DEFINED = (CLIENTS_SHOWN, WITHIN_SIZE, KNOWN, VARIES)
SEPARATE = Requires("extra_shared_defined", "not_to_be_separated", equals=True)
MRQAP = "MRQAP, double semi-partialling (Dekker, Krackhardt and Snijders 2007)"

MEASURES = (
    Measure("correlation_clients_suppressed", Unit.YES_NO, high=1, source=OURS),
    Measure("correlation_organisations", Unit.COUNT, source=OURS),
    Measure("correlation_within_size", Unit.YES_NO, high=1, source=OURS),
    Measure("correlation_pairs", Unit.COUNT, source=OURS),
    Measure("aligned_varies", Unit.YES_NO, high=1, source=OURS),
    Measure("aligned_correlation", Unit.INDEX, low=-1, high=1, count="correlation_pairs", requires=DEFINED, source=QAP),
    Measure("aligned_draws", Unit.COUNT, source=QAP),
    *(
        Measure(name, Unit.SHARE, high=1, count="aligned_draws", requires=(*DEFINED, ENOUGH), source=QAP)
        for name in ("aligned_p_at_least", "aligned_p_at_most", "aligned_p_two_sided")
    ),
    Measure("extra_shared_defined", Unit.YES_NO, high=1, source=OURS),
    Measure("extra_shared_pairs", Unit.COUNT, source=OURS),
    Measure(
        "extra_shared",
        Unit.AMOUNT,
        low=-np.inf,
        count="extra_shared_pairs",
        requires=(CLIENTS_SHOWN, WITHIN_SIZE, ENOUGH, SEPARATE),
        source=MRQAP,
    ),
    Measure(
        "extra_shared_p",
        Unit.SHARE,
        high=1,
        count="extra_shared_pairs",
        requires=(CLIENTS_SHOWN, WITHIN_SIZE, ENOUGH, SEPARATE),
        source=MRQAP,
    ),
)

FAMILY = Family("alignment_correlation", Level.REGION, measure_alignment_correlation, MEASURES)
