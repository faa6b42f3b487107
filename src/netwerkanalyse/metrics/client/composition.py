"""Who stand around the client: of what kinds, how varied, and how many systems the client has to deal with.

What is blank is no category of its own: shares and indices are over what is known, and its count stands beside them.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Floats, Ints
from netwerkanalyse.kernels.composition import Categories, Diversity, counts, diversity
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import KIND, LAW, SECTOR

POSSIBLE = {"kind": len(KIND.names), "sector": len(SECTOR.names), "law": len(LAW.names), "organisation": 0}
"""What people differ in, and how many possibilities there are: nobody can say how many organisations."""


def measure_composition(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure composition and diversity of the people, one row a client.

    With p_k the share of category k among the n people of whom it is known, and K possible categories (3 kinds, 21
    sectors, 6 laws):

    - ``kind_<kind>_share`` = p_k;
    - ``<what>_different``: how many different ones; of sectors, laws and organisations that is the number of systems
      around the client;
    - ``<what>_blau`` = 1 - sum_k p_k^2, the chance that two draws differ; ``<what>_blau_unbiased`` the same for two
      different people, 1 - sum_k n_k (n_k - 1) / (n (n - 1));
    - ``<what>_iqv`` = Blau / (1 - 1 / K); not for organisations, of which no K exists;
    - ``<what>_effective`` = 1 / sum_k p_k^2, "as varied as so many equally large groups";
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
    found: dict[str, Floats | Ints] = {"activatable": activatable(network)}
    for what, possible in POSSIBLE.items():
        category = network.groups(what)
        found |= diversity_of(what, network.people.start, category, possible)
    kinds = count_categories(network.people.start, network.groups("kind"), len(KIND.names))
    for kind, number in zip((*KIND.names, "unknown"), kinds.T, strict=True):
        found[f"kind_{kind}"] = number
        known = found["kind_known"]
        found[f"kind_{kind}_share"] = np.divide(number, known, out=np.full(len(known), np.nan), where=known > 0)
    return table(SimpleNamespace(**found), network.clients, MEASURES)


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
    caseload = network.caseload
    members, client = caseload.tables["members"], caseload.keys.client["members"]
    row = np.flatnonzero(arrays.is_no(members["active"]))
    some = members[["unwanted", "unsafe", "start", "end"]].iloc[row]
    there = arrays.holds(some, arrays.reference_dates(caseload), client[row])
    welcome = there & ~arrays.is_yes(some["unwanted"]) & ~arrays.is_yes(some["unsafe"])
    return np.bincount(client[row[welcome]], minlength=len(caseload))


def count_categories(start: Ints, category: np.ndarray, number: int) -> Ints:
    """Count every category around every client.

    Parameters
    ----------
    start
        Offsets by client.
    category
        Numbers below ``number``, -1 when not known.
    number
        How many categories there are.

    Returns
    -------
    counted
        Clients by categories; the last column counts those not known.
    """
    out = np.zeros((len(start) - 1, number + 1), dtype=np.int64)
    counts.over_clients(start, Categories(start, category, number), out)
    return out


def diversity_of(what: str, start: Ints, category: np.ndarray, possible: int) -> dict[str, Floats]:
    """Measure how varied the categories around every client are.

    Parameters
    ----------
    what
        What the categories are about: the start of the names.
    start
        Offsets by client.
    category
        Numbers, -1 when not known.
    possible
        How many categories are possible; 0 when nobody can say.

    Returns
    -------
    found
        Measure to values.
    """
    out = empty_results(Diversity, len(start) - 1)
    categories = Categories(start, category, int(category.max(initial=-1)) + 1)
    diversity.over_clients(start, categories, possible, out)
    return {f"{what}_{name}": values for name, values in out._asdict().items()}


def diversity_measures(what: str, possible: int) -> tuple[Measure, ...]:
    """Declare the measures of :func:`diversity_of`; without a number of possibilities there is no IQV."""
    known = f"{what}_known"
    somebody = Requires(known, f"no_{what}_known", low=1)
    two = Requires(known, f"fewer_than_two_{what}_known", low=2)
    heterogeneity = "Blau's heterogeneity, ideanet h_index"
    measures = (
        Measure(known, Unit.COUNT, source="own definition: unknown is not zero"),
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
        source=f"ideanet iqv, with K = {possible} possible categories instead of those observed",
    )
    return (*measures, iqv) if possible > 1 else measures


KIND_KNOWN = Requires("kind_known", "no_kind_known", low=1)
SIZE = "egor composition, over the people whose kind is known"

MEASURES = (
    *(Measure(f"kind_{kind}", Unit.COUNT, source=SIZE) for kind in (*KIND.names, "unknown")),
    *(
        Measure(f"kind_{kind}_share", Unit.SHARE, high=1, count="kind_known", requires=(KIND_KNOWN,), source=SIZE)
        for kind in KIND.names
    ),
    *(one for what, possible in POSSIBLE.items() for one in diversity_measures(what, possible)),
    Measure("activatable", Unit.COUNT, source="easyNWK (people who can be activated)"),
)

FAMILY = Family("composition", Level.CLIENT, measure_composition, MEASURES)
