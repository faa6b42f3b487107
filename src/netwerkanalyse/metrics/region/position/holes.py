"""Whether the partners of an organisation know each other: Burt's structural holes and ego density."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.holes import find_holes, hierarchy
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known, ratio

Floats = npt.NDArray[np.float64]


def measure_holes(network: RegionNetwork) -> pd.DataFrame:
    """Measure Burt's structural holes in the whole-network model, plain and weighted.

    With a_ij the value of the tie from i to j, p_ij = (a_ij + a_ji) / sum_k (a_ik + a_ki) and m_jq = (a_jq + a_qj) /
    max_k (a_jk + a_kj), over the n partners j of organisation i:

    - ``org_effective_size`` = sum_j [1 - sum_q p_iq m_jq], and ``org_efficiency`` = that / n;
    - ``org_constraint`` = sum_j c_ij with c_ij = (p_ij + sum_q p_iq p_qj)^2. It can exceed 1 for few partners;
    - ``org_hierarchy`` = sum_j r ln r / (n ln n) with r = c_ij n / constraint;
    - ``ego_density`` = ties among partners / n (n - 1), ties without direction counted both ways;
    - ``partner_clustering`` = the share of pairs of partners that are tied at all.

    Parameters
    ----------
    network
        One layer of a region. Weighted measures exist when every tie has a value.

    Returns
    -------
    frame
        A row an organisation. Only compare organisations with about as many partners.
    """
    graph = network.graph
    blank = int(np.isnan(network.listed.value[network.tied]).sum())
    partners = graph.contacts.astype(float)
    weighted = _burt_of(network.weighted) if blank == 0 else dict.fromkeys(BURT, np.full(graph.nodes, np.nan))
    values = {
        "partners": partners,
        **{f"org_{name}": found for name, found in _burt_of(graph).items()},
        **{f"org_{name}_weighted": found for name, found in weighted.items()},
        "ego_density": ratio(graph.arcs_among_contacts, partners * (partners - 1)),
        "partner_clustering": ratio(2 * graph.tied_contacts, partners * (partners - 1)),
    }
    return framed(
        {
            "holes_answered": network.known,
            "layer_ties_without_value": blank,
            **{name: network.placed(value) for name, value in values.items()},
        },
        network.organisations,
        MEASURES,
    )


BURT = ("constraint", "effective_size", "efficiency", "hierarchy")


def _burt_of(graph: WholeGraph) -> dict[str, Floats]:
    """Give Burt's measures by name; NaN where an organisation has no partners, or for hierarchy only one."""
    holes = find_holes(graph)
    size = holes.effective_size
    return dict(zip(BURT, (holes.constraint, size, ratio(size, graph.contacts), hierarchy(graph, holes)), strict=True))


A_PARTNER = Requires("partners", "organisation_without_partners", low=1)
TWO_PARTNERS = Requires("partners", "fewer_than_two_partners", low=2)
VALUES = Requires("layer_ties_without_value", "value_unknown", high=0)


def _burt(suffix: str, *more: Requires) -> tuple[Measure, ...]:
    return tuple(
        Measure(
            f"org_{name}{suffix}",
            unit,
            high=high,
            count="partners",
            requires=(TWO_PARTNERS if name == "hierarchy" else A_PARTNER, *more),
            source=source,
        )
        for name, unit, high, source in (
            ("constraint", Unit.INDEX, np.inf, "Burt 1992; igraph constraint"),
            ("effective_size", Unit.INDEX, np.inf, "Burt 1992; networkx effective_size"),
            ("efficiency", Unit.SHARE, 1, "Burt 1992; effective size over partners"),
            ("hierarchy", Unit.SHARE, 1, "Burt 1992; UCINET structural holes (Coleman-Theil)"),
        )
    )


MEASURES = (
    *if_known(
        "holes_answered",
        Measure("partners", Unit.COUNT, source="own definition: direction forgotten"),
        Measure("layer_ties_without_value", Unit.COUNT, source="own definition: unknown is not zero"),
        *_burt(""),
        *_burt("_weighted", VALUES),
        Measure(
            "ego_density",
            Unit.SHARE,
            high=1,
            count="partners",
            requires=(TWO_PARTNERS,),
            source="UCINET ego network basic measures (density)",
        ),
        Measure(
            "partner_clustering",
            Unit.SHARE,
            high=1,
            count="partners",
            requires=(TWO_PARTNERS,),
            source="igraph transitivity_local_undirected",
        ),
    ),
)

FAMILY = Family("region_holes", Level.ORGANISATION, measure_holes, MEASURES)
