"""Whether the partners of an organisation know each other: Burt's structural holes and ego density."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels.burt import Indirect, Nodes, burt
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, ratio

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
    graph, weighted = network.graph, network.weighted
    blank = int(np.isnan(network.listed.value[network.tied]).sum())
    plain = _holes(graph)
    values = {f"org_{name}": plain[name] for name in BURT}
    partners, inside = plain["partners"], plain["inside"]
    weighed = _holes(weighted) if blank == 0 else dict.fromkeys(BURT, np.full(graph.nodes, np.nan))
    values |= {f"org_{name}_weighted": weighed[name] for name in BURT}
    return framed(
        {
            "partners": partners,
            "layer_ties_without_value": np.full(graph.nodes, blank),
            **values,
            "ego_density": ratio(inside, partners * (partners - 1)),
            "partner_clustering": graph.pairs.transitivity_local_undirected(mode="nan"),
        },
        network.organisations,
        MEASURES,
    )


BURT = ("constraint", "effective_size", "efficiency", "hierarchy")


def _holes(graph: WholeGraph) -> dict[str, Floats]:
    """Run the kernel; NaN where an organisation has no partners, or for hierarchy only one."""
    nodes = Nodes(*(np.zeros(graph.nodes, dtype=np.int64 if name == "contacts" else float) for name in Nodes._fields))
    oriented = graph.oriented
    indirect = Indirect(*(np.zeros(len(oriented.target)) for _ in Indirect._fields))
    burt.once(graph.work, oriented, nodes, indirect)
    partners = nodes.contacts.astype(float)
    size = np.where(partners > 0, partners - nodes.redundancy, np.nan)
    return {
        "partners": partners,
        "inside": nodes.inside,
        "constraint": np.where(partners > 0, nodes.constraint, np.nan),
        "effective_size": size,
        "efficiency": ratio(size, partners),
        "hierarchy": _hierarchy(graph, nodes, indirect),
    }


def _hierarchy(graph: WholeGraph, nodes: Nodes, indirect: Indirect) -> Floats:
    """Compute the inequality of c_ij over partners, from sum c ln c: the rest follows from sum c = constraint."""
    oriented = graph.oriented
    low, high = np.repeat(np.arange(graph.nodes), np.diff(oriented.indptr)), oriented.target
    both = oriented.forth + oriented.back
    entropy, partners = np.zeros(graph.nodes), nodes.contacts.astype(float)
    for end, further in ((low, indirect.forth), (high, indirect.back)):
        share = (both / nodes.total[end] + further) ** 2
        entropy += np.bincount(end, share * np.log(share), graph.nodes)
    several = partners > 1
    n, c = np.where(several, partners, 2.0), np.where(several, nodes.constraint, 1.0)
    found = (n / c * entropy + n * np.log(n / c)) / (n * np.log(n))
    return np.where(several, np.clip(found, 0, 1), np.nan)


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
)

FAMILY = Family("region_holes", Level.ORGANISATION, measure_holes, MEASURES)
