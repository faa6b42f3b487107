"""Whether people mix: ties within and between kinds of people, sectors and organisations.

There is no such index between the client and the people around them: the client is neither a naaste nor a
professional, and works for no organisation.
"""

import pandas as pd

from netwerkanalyse.kernels._arrays import SAME
from netwerkanalyse.kernels.mixing import Groups, Mixing, WeightedMixing, mixing, weighted_mixing
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network

UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"

GROUPED_BY = ("kind", "sector", "organisation")
"""What people are grouped by; each gives the measures the start of their names."""


def measure_mixing(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure ties within and between groups, one row a client, for every way of grouping.

    With ``E`` ties between groups (external), ``I`` within them (internal), and e and i their shares of the pairs of
    either sort that were asked about:

    - ``<group>_ei`` = (E - I) / (E + I);
    - ``<group>_ei_rescaled`` = (e - i) / (e + i), which does not depend on how large the groups are;
    - ``<group>_ei_weighted``: as the first, with the strengths of ties added up (``<group>_strength`` in all) instead
      of their number.

    A tie of which either group is blank counts in neither, and is counted apart (``<group>_ties_blank``).

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: mixing has no cut-offs.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    columns, ties, contacts = Columns(MEASURES, len(network.caseload)), network.ties, network.contacts
    work = ties.people + ties.start
    for grouped_by in GROUPED_BY:
        group, prefix = network.groups(grouped_by), f"{grouped_by}_"
        groups = Groups(group, int(group.max(initial=-1)) + 1)
        mixing.over_clients(work, contacts, groups, columns.of(Mixing, prefix))
        weighted_mixing.over_clients(work, ties, groups, columns.of(WeightedMixing, prefix))
    return columns.frame(network.clients)


def _measures(grouped_by: str) -> tuple[Measure, ...]:
    ties, external, internal = (f"{grouped_by}_{name}" for name in ("ties", "pairs_external", "pairs_internal"))
    tie_known = Requires(ties, f"no_tie_of_known_{grouped_by}", low=1)
    ours = "own definition: the count behind the index"
    return (
        Measure(ties, Unit.COUNT, source=ours),
        Measure(f"{grouped_by}_ties_external", Unit.COUNT, count=ties, source=ours),
        Measure(f"{grouped_by}_ties_internal", Unit.COUNT, count=ties, source=ours),
        Measure(f"{grouped_by}_ties_blank", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
        Measure(external, Unit.COUNT, source=ours),
        Measure(internal, Unit.COUNT, source=ours),
        Measure(
            f"{grouped_by}_ei",
            Unit.INDEX,
            low=-1,
            high=1,
            count=ties,
            requires=(tie_known,),
            source="UCINET help hs4360 (E-I index), over the ties between people",
        ),
        Measure(
            f"{grouped_by}_ei_rescaled",
            Unit.INDEX,
            low=-1,
            high=1,
            count=ties,
            requires=(
                tie_known,
                Requires(external, f"no_pair_between_{grouped_by}s", low=1),
                Requires(internal, f"no_pair_within_{grouped_by}", low=1),
            ),
            source="egor EI(rescale = TRUE), over the pairs asked about",
        ),
    )


def _weighted_measures(grouped_by: str) -> tuple[Measure, ...]:
    ties = f"{grouped_by}_ties"
    return (
        Measure(
            f"{grouped_by}_ties_without_strength", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO
        ),
        Measure(f"{grouped_by}_strength", Unit.AMOUNT, count=ties, source="own definition: the count behind the index"),
        Measure(
            f"{grouped_by}_ei_weighted",
            Unit.INDEX,
            low=-1,
            high=1,
            count=ties,
            requires=(
                Requires(ties, f"no_tie_of_known_{grouped_by}", low=1),
                Requires(f"{grouped_by}_ties_without_strength", "strength_unknown", high=0),
                Requires(f"{grouped_by}_strength", "no_strength", low=SAME),
            ),
            source="own definition: strengths added up instead of ties counted",
        ),
    )


MEASURES = tuple(one for by in GROUPED_BY for one in (*_measures(by), *_weighted_measures(by)))

FAMILY = Family("mixing", Level.CLIENT, measure_mixing, MEASURES)
