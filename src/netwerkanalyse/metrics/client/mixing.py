"""Whether people mix: ties within and between kinds of people, sectors and organisations.

There is no such index between the client and the people around them: the client is neither a naaste nor a
professional, and works for no organisation.
"""

from types import SimpleNamespace

import pandas as pd

from netwerkanalyse.kernels.mixing import Groups, Mixing, mixing
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network

GROUPED_BY = ("kind", "sector", "organisation")
"""What people are grouped by; each gives the measures the start of their names."""


def measure_mixing(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure ties within and between groups, one row a client, for every way of grouping.

    With ``E`` ties between groups (external), ``I`` within them (internal), and e and i their shares of the pairs of
    either sort that were asked about:

    - ``<group>_ei`` = (E - I) / (E + I);
    - ``<group>_ei_rescaled`` = (e - i) / (e + i), which does not depend on how large the groups are.

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
    people, pairs = network.people.start, network.listed
    found = {}
    for grouped_by in GROUPED_BY:
        group = network.groups(grouped_by)
        out = empty_results(Mixing, len(network.caseload))
        groups = Groups(people, group, int(group.max(initial=-1)) + 1)
        mixing.over_clients(people + pairs.start, pairs, groups, out)
        found.update({f"{grouped_by}_{name}": values for name, values in out._asdict().items()})
    return table(SimpleNamespace(**found), network.clients, MEASURES)


def _measures(grouped_by: str) -> tuple[Measure, ...]:
    ties, external, internal = (f"{grouped_by}_{name}" for name in ("ties", "pairs_external", "pairs_internal"))
    tie_known = Requires(ties, f"no_tie_of_known_{grouped_by}", low=1)
    ours = "own definition: the count behind the index"
    return (
        Measure(ties, Unit.COUNT, source=ours),
        Measure(f"{grouped_by}_ties_external", Unit.COUNT, count=ties, source=ours),
        Measure(f"{grouped_by}_ties_internal", Unit.COUNT, count=ties, source=ours),
        Measure(f"{grouped_by}_ties_blank", Unit.COUNT, source="own definition: unknown is not zero"),
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


MEASURES = tuple(one for grouped_by in GROUPED_BY for one in _measures(grouped_by))

FAMILY = Family("mixing", Level.CLIENT, measure_mixing, MEASURES)
