"""Contact between naasten and professionals, without the client.

Peers are a class of their own, on neither side. A pair that the client does not want takes no part: that is the
client's say, not a lack.
"""

import pandas as pd

from netwerkanalyse.kernels._arrays import Numbers
from netwerkanalyse.kernels.bridging import Bridging, Whole, bridging, robustness, whole
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network


def measure_bridging(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure the contact between naasten and professionals, one row a client.

    With the pairs of a naaste and a professional, refused ones left out, of which u were not asked about:

    - ``bridge_density`` B = ties / (pairs - u), and its bounds ties / pairs and (ties + u) / pairs;
    - ``bridge_relative`` = B / density, over the pairs asked about and not refused: above 1 when naasten and
      professionals have more contact with each other than people around the client have on the whole;
    - ``bridge_informal_linked_share``: the share of naasten with a contact with a professional, of those for whom the
      client does not refuse every such contact; as high as ``..._high`` when unknown pairs have contact. The same for
      professionals;
    - ``bridge_robustness``: how many people must drop out before no contact between naasten and professionals is
      left, which is the size of the largest matching between them.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: bridging has no cut-offs.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    side, columns = network.groups("kind"), Columns(MEASURES, len(network.caseload))
    across, more = measure_sides(network, side, columns, "bridge"), columns.of(Whole, "bridge_")
    work = network.ties.people + network.ties.start
    whole.over_clients(work, network.contacts, across, more)
    robustness.over_clients(work, network.contacts, side, across, more)
    return columns.frame(network.clients)


def measure_sides(network: Network, side: Numbers, columns: Columns, prefix: str) -> Bridging:
    """Measure the contact between two sides into the columns of :func:`side_measures`.

    Parameters
    ----------
    network
        Any number of clients.
    side
        Of everybody: on the informal side, on the formal side (as the kinds of that name), or another number.
    columns
        Columns of the table.
    prefix
        How their names begin.

    Returns
    -------
    across
        The columns that are filled.
    """
    across = columns.of(Bridging, f"{prefix}_")
    people = network.people.start
    bridging.over_clients(people + network.ties.start, network.contacts, side, across)
    return across


def known(prefix: str, no_informal: Requires, no_formal: Requires) -> tuple[Requires, ...]:
    """Declare when something is known of the contact between two sides, with the reasons when a side has nobody."""
    return (
        no_informal,
        no_formal,
        Requires(f"{prefix}_pairs", "every_contact_refused", low=1),
        Requires(f"{prefix}_pairs_asked", "no_contact_asked", low=1),
    )


def side_measures(prefix: str, needed: tuple[Requires, ...], density: str) -> tuple[Measure, ...]:
    """Declare the measures of :func:`measure_sides`: there when :func:`known`, their bounds also when nobody asked.

    ``density`` is the source of the density across.
    """
    pairs, asked = f"{prefix}_pairs", f"{prefix}_pairs_asked"
    return (
        Measure(f"{prefix}_informal", Unit.COUNT, source=OURS),
        Measure(f"{prefix}_formal", Unit.COUNT, source=OURS),
        Measure(pairs, Unit.COUNT, source=REFUSED),
        Measure(asked, Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
        Measure(f"{prefix}_pairs_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
        Measure(f"{prefix}_ties", Unit.COUNT, reading=Reading.STRENGTH, count=asked, source=OURS),
        _share(f"{prefix}_density", asked, needed, density),
        _share(f"{prefix}_density_low", pairs, needed[:-1], UNKNOWN_IS_NOT_ZERO),
        _share(f"{prefix}_density_high", pairs, needed[:-1], UNKNOWN_IS_NOT_ZERO),
        *(one for side in ("informal", "formal") for one in _linked(f"{prefix}_{side}", needed)),
    )


def _linked(prefix: str, needed: tuple[Requires, ...]) -> tuple[Measure, ...]:
    linkable = f"{prefix}_linkable"
    return (
        Measure(linkable, Unit.COUNT, source=REFUSED),
        Measure(f"{prefix}_linked", Unit.COUNT, reading=Reading.STRENGTH, count=linkable, source=OURS),
        _share(f"{prefix}_linked_share", linkable, needed, OURS),
        _share(f"{prefix}_linked_share_high", linkable, needed[:-1], UNKNOWN_IS_NOT_ZERO),
    )


def _share(name: str, count: str, requires: tuple[Requires, ...], source: str) -> Measure:
    return Measure(name, Unit.SHARE, 0, 1, Reading.STRENGTH, source, count, requires)


OURS = "own definition"
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"
REFUSED = "own definition: what the client refuses takes no part"
DYADS = "Broese van Groenou et al. 2016 (share of formal-informal dyads with contact)"

KNOWN = known(
    "bridge",
    Requires("bridge_informal", "no_informal", low=1),
    Requires("bridge_formal", "no_formal", low=1),
)

MEASURES = (
    *side_measures("bridge", KNOWN, DYADS),
    Measure("bridge_all_ties", Unit.COUNT, source="UCINET ego network basic measures (ties)"),
    Measure(
        "bridge_relative",
        Unit.INDEX,
        count="bridge_all_ties",
        requires=(*KNOWN, Requires("bridge_all_ties", "no_ties", low=1)),
        source=OURS,
    ),
    Measure(
        "bridge_robustness",
        Unit.COUNT,
        reading=Reading.STRENGTH,
        count="bridge_ties",
        requires=KNOWN,
        source="own use of Koenig's theorem (largest matching), theorem from memory",
    ),
)

FAMILY = Family("bridging", Level.CLIENT, measure_bridging, MEASURES)
