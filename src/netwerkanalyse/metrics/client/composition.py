"""Who stand around the client: naasten, professionals and peers, and how varied.

What is blank is no category of its own: shares and indices are over what is known, and its count stands beside them.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Ints
from netwerkanalyse.kernels.composition import Categories, Diversity, diversity, shares
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.peers import Peers
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import KIND

UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"


def measure_composition(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure of what kinds the people are, one row a client.

    With p_k the share of category k among the n people of whom it is known, and K possible categories (3 kinds, 2 when
    peers count with others):

    - ``kind_<kind>_share`` = p_k;
    - ``kind_different``: how many different ones;
    - ``kind_blau`` = 1 - sum_k p_k^2, the chance that two draws differ; ``kind_blau_unbiased`` the same for two
      different people, 1 - sum_k n_k (n_k - 1) / (n (n - 1));
    - ``kind_iqv`` = Blau / (1 - 1 / K);
    - ``kind_effective`` = 1 / sum_k p_k^2, "as varied as so many equally large groups";
    - ``activatable``: people with whom there is no contact now, whom the client does not refuse and who are not unsafe.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: composition has no cut-offs.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    columns, kind = Columns(MEASURES, len(network.caseload)), network.groups("kind")
    count_categories(columns, "kind", network.people.start, kind, KIND.names)
    measure_diversity(columns, "kind", network.people.start, kind, len(KIND.names) - (network.peers is not Peers.OWN))
    columns["activatable"][:] = activatable(network)
    return columns.frame(network.clients)


def activatable(network: Network) -> Ints:
    """Count per client the people who could be asked again: known, no contact now, not refused and not unsafe.

    Parameters
    ----------
    network
        Any number of clients.

    Returns
    -------
    people
        Counts; who has left, or has not come yet, at the reference date is not counted.
    """
    caseload, away = network.caseload, network.people.away
    some = caseload.columns("members", "unwanted", "unsafe").iloc[away]
    welcome = ~arrays.is_yes(some["unwanted"]) & ~arrays.is_yes(some["unsafe"])
    return np.bincount(caseload.keys.client["members"][away[welcome]], minlength=len(caseload))


def count_categories(columns: Columns, what: str, start: Ints, category: np.ndarray, names: tuple[str, ...]) -> None:
    """Count every category around every client, into the columns of :func:`category_measures`.

    Parameters
    ----------
    columns
        Columns of the table.
    what
        What the categories are about: the start of the names.
    start
        Offsets by client.
    category
        Positions in ``names``, -1 when not known.
    names
        The categories.
    """
    counted = columns.together([f"{what}_{name}" for name in (*names, "unknown")])
    share = columns.together([f"{what}_{name}_share" for name in names])
    shares.over_clients(start, Categories(start, category, len(names)), counted, share)


def category_measures(what: str, names: tuple[str, ...]) -> tuple[Measure, ...]:
    """Declare the measures of :func:`count_categories`; the shares are over ``<what>_known``."""
    known = Requires(f"{what}_known", f"no_{what}_known", low=1)
    source = "egor composition, over the people of whom it is known"
    return (
        *(Measure(f"{what}_{name}", Unit.COUNT, source=source) for name in names),
        Measure(f"{what}_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
        *(
            Measure(f"{what}_{name}_share", Unit.SHARE, high=1, count=known.column, requires=(known,), source=source)
            for name in names
        ),
    )


def measure_diversity(columns: Columns, what: str, start: Ints, category: np.ndarray, possible: int) -> None:
    """Measure how varied the categories around every client are, into the columns of :func:`diversity_measures`.

    Parameters
    ----------
    columns
        Columns of the table.
    what
        What the categories are about: the start of the names.
    start
        Offsets by client.
    category
        Numbers, -1 when not known.
    possible
        How many categories are possible; 0 when nobody can say.
    """
    categories = Categories(start, category, int(category.max(initial=-1)) + 1)
    diversity.over_clients(start, categories, columns.of(Diversity, f"{what}_"))
    if possible > 1:
        np.divide(columns[f"{what}_blau"], 1 - 1 / possible, out=columns[f"{what}_iqv"])


def diversity_measures(what: str, possible: int) -> tuple[Measure, ...]:
    """Declare the measures of :func:`measure_diversity`; without a number of possibilities there is no IQV."""
    known = f"{what}_known"
    somebody = Requires(known, f"no_{what}_known", low=1)
    two = Requires(known, f"fewer_than_two_{what}_known", low=2)
    heterogeneity = "Blau's heterogeneity, ideanet h_index"
    measures = (
        Measure(known, Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
        Measure(f"{what}_different", Unit.COUNT, count=known, source="own definition"),
        Measure(f"{what}_blau", Unit.SHARE, high=1, count=known, requires=(somebody,), source=heterogeneity),
        Measure(
            f"{what}_blau_unbiased",
            Unit.SHARE,
            high=1,
            count=known,
            requires=(somebody, two),
            source="small-sample form of Blau's heterogeneity; source not verified",
        ),
        Measure(
            f"{what}_effective",
            Unit.INDEX,
            low=1,
            count=known,
            requires=(somebody,),
            source="Hill number of order 2; source not verified",
        ),
    )
    iqv = Measure(
        f"{what}_iqv",
        Unit.SHARE,
        high=1,
        count=known,
        requires=(somebody,),
        source="ideanet iqv, with K the possible categories instead of those observed",
    )
    return (*measures, iqv) if possible > 1 else measures


MEASURES = (
    *category_measures("kind", KIND.names),
    *diversity_measures("kind", len(KIND.names)),
    Measure("activatable", Unit.COUNT, source="easyNWK (people who can be activated)"),
)

FAMILY = Family("composition", Level.CLIENT, measure_composition, MEASURES)
