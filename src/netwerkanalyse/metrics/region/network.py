"""A region made ready to measure: one layer of its collaboration as a graph."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.graphs.betweenness import Between, between
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.model import region_arrays
from netwerkanalyse.model.region import Region


@dataclass(frozen=True, eq=False)
class RegionNetwork:
    """The organisations of a region and the ties of one layer.

    A listed pair is a tie when somebody said yes with a value that is high enough, or without one: above zero, and in
    the layers ``cooperation`` and ``trust`` at least their cut-off. What others say of the pair does not undo that.

    Parameters
    ----------
    region
        The region.
    layer
        The layer that graph measures look at. Layers are never mixed.
    cutoffs
        From which value a pair counts as tied.
    """

    region: Region
    layer: str
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)

    @cached_property
    def listed(self) -> region_arrays.LayerArrays:
        """The listed pairs of the layer."""
        return region_arrays.layer_arrays(self.region, self.layer)

    @cached_property
    def pairs(self) -> int:
        """How many pairs can be tied: in a layer with direction each counts twice."""
        organisations = len(self.region)
        return organisations * (organisations - 1) // (1 if self.listed.directed else 2)

    @cached_property
    def pairs_silent(self) -> int:
        """Of how many pairs nobody responded."""
        return int((self.listed.answer == region_arrays.NO_RESPONSE).sum())

    @cached_property
    def pairs_unknown(self) -> int:
        """Of how many other pairs nothing is known; one that is not listed is a no only where all were asked."""
        listed = self.listed
        unlisted = 0 if listed.all_asked else self.pairs - len(listed.answer)
        return int((listed.answer == region_arrays.UNKNOWN).sum()) + unlisted

    @property
    def answered(self) -> bool:
        """Whether anything is known of the layer; where there are no pairs, nothing is unknown."""
        return self.pairs == 0 or self.pairs > self.pairs_unknown + self.pairs_silent

    @cached_property
    def tied(self) -> np.ndarray:
        """Tell which listed pairs are ties."""
        lowest = {"cooperation": self.cutoffs.cooperation_from, "trust": self.cutoffs.trust_from}.get(self.layer)
        highest = self.listed.highest
        enough = highest > 0 if lowest is None else highest >= lowest
        return (self.listed.answer == region_arrays.YES) & (enough | self.listed.without_value)

    @cached_property
    def graph(self) -> WholeGraph:
        """The ties, every one with weight 1."""
        return self._graph(np.ones(int(self.tied.sum())))

    @cached_property
    def weighted(self) -> WholeGraph:
        """The ties with their values; a tie without a value weighs NaN."""
        return self._graph(self.listed.value[self.tied])

    @cached_property
    def betweenness(self) -> Between:
        """How often every organisation stands between others, exact or estimated."""
        cutoffs = self.cutoffs
        return between(self.graph, exact_at_most=cutoffs.betweenness_exact_at_most, error=cutoffs.betweenness_error)

    @cached_property
    def sectors(self) -> np.ndarray:
        """The sector of every organisation as a number, -1 when blank."""
        return self.region.tables["organisations"]["sector"].cat.codes.to_numpy().astype(np.int64)

    @property
    def organisations(self) -> pd.Index:
        """Index of a table of one row an organisation."""
        return self.region.organisation_index

    @property
    def whole(self) -> pd.Index:
        """Index of a table of one row: the layer."""
        return pd.Index([self.layer], name="layer")

    def _graph(self, weight: np.ndarray) -> WholeGraph:
        source, target = self.listed.source[self.tied], self.listed.target[self.tied]
        if not self.listed.directed:
            source, target = np.concatenate([source, target]), np.concatenate([target, source])
            weight = np.concatenate([weight, weight])
        return WholeGraph(len(self.region), source, target, weight, self.listed.directed)
