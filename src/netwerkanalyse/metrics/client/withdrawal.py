"""What scaling formal help down would mean. It shows what could be talked about; it never proposes that somebody goes.

Who stays in any case is marked ``protected_role`` in the list of people.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.withdrawal import Helpers, Limits, Withdrawal, withdrawal
from netwerkanalyse.metrics.client.coverage import measure_network_coverage
from netwerkanalyse.metrics.client.load import member_load_of
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays


def measure_withdrawal(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure what stays without formal help, one row a client.

    - ``coverage_without_formal``: the network coverage K_I by naasten and peers only; ``self_reliance`` = K_I / K;
    - ``safe_withdrawal``: the size of the largest set R of formal supporters without whom every K_d stays at least
      min(K_d now, ``enough``), and the amount they give. Protected roles are never in it, nor is who cannot be judged:
      who supports where the need is unknown, or where unknown amounts could make the difference. Exact with up to
      ``exact_withdrawal`` candidates, else greedy (``withdrawal_exact``); of equal sizes the largest amount, then who
      is listed first;
    - ``carers_relied_on``: the naasten who would go on in the needed domains that somebody leaves, and how many of
      them are asked more than they can give, or of whom that is not known.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``enough``, ``planned_fit``, ``weighting``, ``exact_withdrawal`` and ``heavy_burden``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["withdrawal"])
    >>> frame[["coverage_without_formal", "self_reliance", "safe_withdrawal"]].round(3)
               coverage_without_formal  self_reliance  safe_withdrawal
    client
    voorbeeld                    0.267          0.381                2
    """
    found = withdrawal_of(network, cutoffs)
    now = measure_network_coverage(network, cutoffs)
    covered = now["network_coverage"].to_numpy()
    informal = found.coverage_without_formal
    results = SimpleNamespace(
        **found._asdict(),
        domains_unclear_now=now["domains_coverage_unknown"].to_numpy(),
        coverage_with_formal=covered,
        self_reliance=np.divide(informal, covered, out=np.full(len(covered), np.nan), where=covered > 0),
    )
    return table(results, network.clients, MEASURES)


def safe_withdrawal(network: Network, cutoffs: Cutoffs | None = None) -> pd.DataFrame:
    """Name who is in the largest set of formal supporters that could be spared together.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A row a client and person, with the amount this person gives.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> from netwerkanalyse.metrics import Network
    >>> safe_withdrawal(Network(na.datasets.load("voorbeeld")))
                          amount
    client    member
    voorbeeld begeleider     2.0
              huisarts       1.0
    """
    amount = withdrawal_of(network, cutoffs or Cutoffs()).withdrawn
    return pd.DataFrame({"amount": amount}, index=network.client_members).dropna()


def withdrawal_of(network: Network, cutoffs: Cutoffs) -> Withdrawal:
    """Find what stays without formal help, and who could be spared.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        As for :func:`measure_withdrawal`.

    Returns
    -------
    withdrawal
        Arrays by client, and ``withdrawn`` by person: the amount of who could be spared, NaN for who stays.
    """
    clients, people = len(network.caseload), len(network.people.row)
    sizes = {name: people if name == "withdrawn" else clients for name in Withdrawal._fields}
    out = Withdrawal(**{name: np.full(size, np.nan) for name, size in sizes.items()})
    helpers = Helpers(
        network.people.start,
        network.of_people("kind"),
        arrays.is_yes(network.caseload.tables["members"]["protected_role"])[network.people.row],
        member_load_of(network, cutoffs).over_capacity,
    )
    demand = network.demand(cutoffs.weighting)
    limits = Limits(cutoffs.enough, int(cutoffs.exact_withdrawal))
    withdrawal.over_clients(network.support_work, network.supply(cutoffs.planned_fit), demand, helpers, limits, out)
    return out


OURS = "own definition: test of scaling down"
NEEDED = Requires("domains_weighing", "no_known_need", low=1)
NOW = Requires("domains_unclear_now", "amount_unknown", high=0)
INFORMAL = Requires("domains_informal_unclear", "amount_or_kind_unknown", high=0)
# A condition on the coverage itself: once all is clear, only weights of zero leave it undefined.
WEIGHED = Requires("coverage_with_formal", "no_weight")
ANY_COVERAGE = 1e-9

MEASURES = (
    Measure("domains_weighing", Unit.COUNT, high=13, source=OURS),
    Measure(
        "domains_unclear_now", Unit.COUNT, high=13, reading=Reading.ATTENTION, count="domains_weighing", source=OURS
    ),
    Measure(
        "domains_informal_unclear",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_weighing",
        source=OURS,
    ),
    Measure(
        "coverage_with_formal",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_weighing",
        requires=(NEEDED, NOW, WEIGHED),
        source="own definition: network coverage",
    ),
    Measure(
        "coverage_without_formal",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_weighing",
        requires=(NEEDED, INFORMAL, Requires("coverage_without_formal", "no_weight")),
        source=OURS,
    ),
    Measure(
        "self_reliance",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_weighing",
        requires=(
            NEEDED,
            NOW,
            INFORMAL,
            WEIGHED,
            Requires("coverage_with_formal", "no_need_met", low=ANY_COVERAGE),
        ),
        source=OURS,
    ),
    Measure("formal_helpers", Unit.COUNT, source=OURS),
    Measure("formal_helpers_unjudged", Unit.COUNT, reading=Reading.ATTENTION, count="formal_helpers", source=OURS),
    Measure("safe_withdrawal", Unit.COUNT, count="formal_helpers", source=OURS),
    Measure("safe_withdrawal_amount", Unit.AMOUNT, count="safe_withdrawal", source=OURS),
    Measure("withdrawal_exact", Unit.YES_NO, high=1, count="formal_helpers", source=OURS),
    Measure("carers_relied_on", Unit.COUNT, source=OURS),
    Measure("carers_over_capacity", Unit.COUNT, reading=Reading.ATTENTION, count="carers_relied_on", source=OURS),
    Measure("carers_capacity_unknown", Unit.COUNT, reading=Reading.ATTENTION, count="carers_relied_on", source=OURS),
)

FAMILY = Family("withdrawal", Level.CLIENT, measure_withdrawal, MEASURES)
SPARED_FAMILY = Family("spared", Level.MEMBER, safe_withdrawal, (Measure("amount", Unit.AMOUNT, source=OURS),))
