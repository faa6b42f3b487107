"""What each person adds to network coverage, when what several people do together is divided fairly."""

import pandas as pd

from netwerkanalyse.kernels.shapley import Draws, Shares, shapley
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network

SEED = 1
"""Where the random orders start, for every client the same."""


def measure_shares(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Divide network coverage over the people who give it, one row a person.

    The fair share (Shapley value) of a person is what they add to the network coverage K of those who came before,
    averaged over all orders in which people could join. The shares add up to K. Exact with up to ``exact_shapley``
    supporters in a domain; above that from ``shapley_orders`` random orders, with its standard error.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit``, ``weighting``, ``exact_shapley`` and ``shapley_orders``.

    Returns
    -------
    frame
        A row a person in the network; missing for who supports in a domain where an amount is unknown.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["shapley"], level=na.Level.MEMBER)
    >>> frame.loc[("voorbeeld", "moeder"), "fair_share"].round(4)
    np.float64(0.0444)
    """
    out = empty_results(Shares, len(network.people.row))
    demand = network.demand(cutoffs.weighting)
    draws = Draws(int(cutoffs.exact_shapley), int(cutoffs.shapley_orders), SEED)
    supply = network.supply(cutoffs.planned_fit)
    shapley.over_clients(network.support_work, network.people.start, supply, demand, draws, out)
    return table(out, network.client_members, MEASURES)


OURS = "own definition: Shapley value of network coverage"
CLEAR = (
    Requires("domains_shared", "no_known_need", low=1),
    Requires("domains_share_unclear", "amount_unknown", high=0),
    # A condition on the share itself: once all is clear, only weights of zero leave it undefined.
    Requires("fair_share", "no_weight"),
)

MEASURES = (
    Measure("domains_shared", Unit.COUNT, high=13, source=OURS),
    Measure(
        "domains_share_unclear",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_shared",
        source=OURS,
    ),
    Measure("fair_share", Unit.SHARE, high=1, count="domains_shared", requires=CLEAR, source=OURS),
    Measure("fair_share_se", Unit.SHARE, high=1, count="domains_shared", requires=CLEAR, source=OURS),
)

FAMILY = Family("shapley", Level.MEMBER, measure_shares, MEASURES)
