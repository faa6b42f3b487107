"""Whether one layer has a core that is closely tied, and a periphery that is tied to it (Borgatti and Everett)."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.eigenvector import leading_eigenvector
from netwerkanalyse.metrics.region.groups.cores import (
    SAME_FIT,
    VARIANTS,
    Search,
    rewired_fits,
    score_fit,
    share_of_cores,
    unjudged,
)
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known


def measure_core_periphery(network: RegionNetwork, seed: int = 1) -> pd.DataFrame:
    """Measure how well a core and a periphery fit, in three variants, and whether that is more than chance.

    The fit is the correlation, over pairs, of the ties with those of an ideal division: all ties within the core, none
    within the periphery. Between the two the ideal has all ties (``full``), none (``none``), or these pairs are left
    out (``missing``, the one to look at first). The variants give different answers. A core rests on the ties that are
    not there as well, so it is only judged when :attr:`RegionCutoffs.response_from` of the pairs is known; what is
    unknown then counts as no tie.

    - ``core_fit_*`` is the best fit of all cores; in a large layer, the best that is found by moving one organisation
      at a time from :attr:`RegionCutoffs.core_starts` starts. ``core_choices_*`` counts the cores with that fit and
      ``core_size_*`` the organisations that are in all of them.
    - ``core_p_*`` = (b + 1) / (R + 1), with b of R rewired layers that fit at least as well. Everybody keeps their
      number of ties in these: a few organisations with many ties already look like a core. A perfect fit of
      ``missing`` follows from the numbers of ties altogether, so that its probability is 1.
    - ``core_score_fit`` is the fit of the continuous model: the correlation of the ties with the products of the
      scores of both ends (see :func:`measure_in_core`).

    Parameters
    ----------
    network
        One layer of a region.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        One row.
    """
    graph, cutoffs = network.graph, network.cutoffs
    judged = _judged(network)
    search = Search.of(graph, cutoffs, seed)
    found = search.best(graph) if judged else unjudged(graph.nodes)
    draws = int(cutoffs.core_rewirings) if judged and graph.nodes <= cutoffs.core_rewired_at_most else 0
    as_good = (rewired_fits(graph, search, draws, seed) > found.fit - SAME_FIT).sum(axis=0)
    chance = (as_good + 1) / (draws + 1) if draws else np.full(len(VARIANTS), np.nan)
    sure = (share_of_cores(found) == 1).sum(axis=1)
    score = _scores(network) if judged else None
    values: dict[str, float] = {
        "core_organisations": graph.nodes,
        "core_pairs": network.pairs,
        "core_pairs_known": network.pairs_known,
        "core_judged": judged,
        "core_exhaustive": search.every,
        "core_draws": draws,
    }
    for place, variant in enumerate(VARIANTS):
        defined = found.choices[place] > 0
        values |= {
            f"core_choices_{variant}": found.choices[place] if judged else np.nan,
            f"core_fit_{variant}": found.fit[place],
            f"core_size_{variant}": sure[place] if defined else np.nan,
            f"core_p_{variant}": chance[place] if defined else np.nan,
        }
    fit = np.nan if score is None else score_fit(graph, score)
    values |= {"core_scores_unique": score is not None, "core_scores_differ": not np.isnan(fit), "core_score_fit": fit}
    return framed(values, network.whole, WHOLE_MEASURES)


def measure_in_core(network: RegionNetwork, seed: int = 1) -> pd.DataFrame:
    """Measure whether every organisation belongs to the core.

    ``in_core_*`` is the share of the best cores that hold the organisation: 1 in all of them, 0 in none, in between
    when several cores fit as well. It is judged as in :func:`measure_core_periphery`. ``core_score`` is the continuous
    counterpart: the scores c of length 1 for which the products c_i c_j are closest to the ties, which is the leading
    eigenvector of the ties with their direction averaged out.

    Parameters
    ----------
    network
        One layer of a region.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        A row an organisation.
    """
    graph = network.graph
    judged = _judged(network)
    found = Search.of(graph, network.cutoffs, seed).best(graph) if judged else unjudged(graph.nodes)
    share, score = share_of_cores(found), _scores(network) if judged else None
    values: dict[str, npt.ArrayLike] = {
        "core_place_judged": judged,
        "core_score_unique": score is not None,
        "core_place_answered": network.known,
    }
    for place, variant in enumerate(VARIANTS):
        values |= {
            f"best_cores_{variant}": found.choices[place] if judged else np.nan,
            f"in_core_{variant}": network.placed(share[place]),
        }
    values["core_score"] = network.placed(np.nan if score is None else score)
    return framed(values, network.organisations, MEASURES)


def _judged(network: RegionNetwork) -> bool:
    """Tell whether enough pairs are known to speak of a core: it rests on ties that are not there as well."""
    return network.pairs_known >= network.cutoffs.response_from * network.pairs


def _scores(network: RegionNetwork) -> np.ndarray | None:
    """Give the leading eigenvector of the ties with their direction averaged out, None where there is not one."""
    graph = network.graph
    both = graph.pairs.copy()
    low, high = np.array(both.get_edgelist(), dtype=np.int64).reshape(-1, 2).T
    arcs = graph.source * graph.nodes + graph.target
    both.es["arcs"] = np.isin(low * graph.nodes + high, arcs) * 1.0 + np.isin(high * graph.nodes + low, arcs)
    return leading_eigenvector(both, "arcs")


SOURCE = "Borgatti and Everett 2000"
JUDGED = Requires("core_judged", "too_few_pairs_known", equals=True)
PLACED = Requires("core_place_judged", "too_few_pairs_known", equals=True)
UNIQUE = Requires("core_scores_unique", "eigenvector_not_unique", equals=True)


def _of_variant(variant: str) -> tuple[Measure, ...]:
    choices = f"core_choices_{variant}"
    exists = Requires(choices, "no_core_to_judge", low=1)
    return (
        Measure(choices, Unit.COUNT, requires=(JUDGED,), source="own definition"),
        Measure(
            f"core_fit_{variant}",
            Unit.INDEX,
            low=-1,
            high=1,
            count=choices,
            requires=(
                JUDGED,
                exists,
            ),
            source=SOURCE,
        ),
        Measure(
            f"core_size_{variant}",
            Unit.COUNT,
            count="core_organisations",
            requires=(
                JUDGED,
                exists,
            ),
            source=SOURCE,
        ),
        Measure(
            f"core_p_{variant}",
            Unit.SHARE,
            high=1,
            count="core_draws",
            requires=(JUDGED, exists, Requires("core_draws", "too_large_for_chance", low=1)),
            source="own definition: rewiring that keeps degrees, (b + 1) / (R + 1)",
        ),
    )


WHOLE_MEASURES = (
    Measure("core_organisations", Unit.COUNT, source="own definition"),
    Measure("core_pairs", Unit.COUNT, source="own definition"),
    Measure("core_pairs_known", Unit.COUNT, count="core_pairs", source="own definition: unknown is not zero"),
    Measure("core_judged", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("core_exhaustive", Unit.YES_NO, high=1, source="own definition"),
    Measure("core_draws", Unit.COUNT, source="own definition"),
    *(one for variant in VARIANTS for one in _of_variant(variant)),
    Measure("core_scores_unique", Unit.YES_NO, high=1, source="Perron and Frobenius"),
    Measure("core_scores_differ", Unit.YES_NO, high=1, source="own definition"),
    Measure(
        "core_score_fit",
        Unit.INDEX,
        low=-1,
        high=1,
        count="core_organisations",
        requires=(JUDGED, UNIQUE, Requires("core_scores_differ", "core_scores_all_same", equals=True)),
        source="UCINET core-periphery (continuous)",
    ),
)

MEASURES = (
    Measure("core_place_judged", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("core_score_unique", Unit.YES_NO, high=1, source="Perron and Frobenius"),
    *if_known(
        "core_place_answered",
        *(
            measure
            for variant in VARIANTS
            for measure in (
                Measure(f"best_cores_{variant}", Unit.COUNT, requires=(PLACED,), source="own definition"),
                Measure(
                    f"in_core_{variant}",
                    Unit.SHARE,
                    high=1,
                    count=f"best_cores_{variant}",
                    requires=(PLACED, Requires(f"best_cores_{variant}", "no_core_to_judge", low=1)),
                    source=SOURCE,
                ),
            )
        ),
        Measure(
            "core_score",
            Unit.INDEX,
            high=1,
            requires=(PLACED, Requires("core_score_unique", "eigenvector_not_unique", equals=True)),
            source="UCINET core-periphery (continuous); leading eigenvector",
        ),
    ),
)

WHOLE_FAMILY = Family("core_periphery", Level.NETWORK, measure_core_periphery, WHOLE_MEASURES)
FAMILY = Family("in_core", Level.ORGANISATION, measure_in_core, MEASURES)
