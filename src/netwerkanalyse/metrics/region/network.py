"""A region made ready to measure: one layer of its collaboration as a graph."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.graphs.betweenness import Between, between
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.tables import spread
from netwerkanalyse.model import region_arrays
from netwerkanalyse.model.region import Region

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class RegionNetwork:
    """The organisations of a region and the ties of one layer.

    A listed pair is a tie when somebody said yes with a value that is high enough, or without one: above zero, and in
    the layers ``cooperation`` and ``trust`` at least their cut-off. What others say of the pair does not undo that.

    What is not known is treated alike by all measures of a layer:

    - a pair is known when somebody said yes or no of it, whichever of the two organisations did, or when it is not
      listed where all pairs were asked. Asked is not answered: in a layer with direction that does not go for pairs
      from an organisation whose rows say yes or no nowhere (one row without response is enough to say so);
    - an organisation of which no pair is known is in no :attr:`graph`: it is not counted as one without ties, and its
      own measures are missing. In a layer with direction the same goes for the ties from it and the ties to it apart;
    - between the others a pair that is not known counts as no tie, since nothing can go along it. How many pairs that
      are stands beside; shares of pairs leave them out, and have bounds;
    - where only ties are listed, such shares would always be 1: they are missing, their bounds are not.

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
        """Of how many other pairs nothing is known; one that is not listed is a no only from who is complete."""
        listed, size = self.listed, len(self.region)
        open_pairs = int((~listed.complete).sum()) * (size - 1) // (1 if listed.directed else 2)
        unlisted = open_pairs - int((~listed.complete)[listed.source].sum())
        return int((listed.answer == region_arrays.UNKNOWN).sum()) + unlisted

    @property
    def pairs_known(self) -> int:
        """Of how many pairs it is known whether they are tied."""
        return self.pairs - self.pairs_unknown - self.pairs_silent

    @property
    def answered(self) -> bool:
        """Whether anything is known of the layer; where there are no pairs, nothing is unknown."""
        return self.pairs == 0 or self.pairs_known > 0

    @cached_property
    def absence_told(self) -> bool:
        """Whether the layer also tells who is not tied: of a mere list of ties every known pair is one."""
        untied = (self.listed.answer >= region_arrays.NO) & ~self.tied
        return bool(self.listed.complete.any() or untied.any() or self.pairs_known == self.pairs)

    @cached_property
    def without_answer(self) -> Flags:
        """Tell which organisations have rows but gave no answer, although all pairs were asked."""
        return self.listed.all_asked & ~self.listed.complete

    @cached_property
    def pairs_known_out(self) -> Ints:
        """Of how many others it is known whether every organisation has a tie to them."""
        complete, others = self.listed.complete, len(self.region) - 1
        return self._pairs_known(self.listed.source, self.listed.target, np.where(complete, others, 0))

    @cached_property
    def pairs_known_in(self) -> Ints:
        """Of how many others it is known whether they have a tie to every organisation."""
        complete = self.listed.complete
        return self._pairs_known(self.listed.target, self.listed.source, int(complete.sum()) - complete)

    @cached_property
    def known(self) -> Flags:
        """Tell of which organisations any pair is known; of one on its own nothing is unknown."""
        return (self.pairs_known_out + self.pairs_known_in > 0) | (self.pairs == 0)

    @cached_property
    def known_both(self) -> Flags:
        """Tell of which organisations anything is known both of ties from them and of ties to them."""
        return (self.pairs_known_out > 0) & (self.pairs_known_in > 0) | (self.pairs == 0)

    @cached_property
    def tied(self) -> Flags:
        """Tell which listed pairs are ties."""
        lowest = {"cooperation": self.cutoffs.cooperation_from, "trust": self.cutoffs.trust_from}.get(self.layer)
        highest = self.listed.highest
        enough = highest > 0 if lowest is None else highest >= lowest
        return (self.listed.answer == region_arrays.YES) & (enough | self.listed.without_value)

    @cached_property
    def graph(self) -> WholeGraph:
        """The ties of the organisations of which anything is known, in their order; every tie weighs 1."""
        return self._graph(np.ones(int(self.tied.sum())))

    @cached_property
    def weighted(self) -> WholeGraph:
        """The same with the values of ties; a tie without a value weighs NaN."""
        return self._graph(self.listed.value[self.tied])

    @cached_property
    def betweenness(self) -> Between:
        """How often every organisation stands between others, exact or estimated."""
        cutoffs = self.cutoffs
        return between(self.graph, exact_at_most=cutoffs.betweenness_exact_at_most, error=cutoffs.betweenness_error)

    @cached_property
    def sectors(self) -> Ints:
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

    def placed(self, values: npt.ArrayLike) -> Floats:
        """Put values of the nodes of :attr:`graph` at all organisations; NaN where nothing is known."""
        return spread(self.known, values)

    def _pairs_known(self, own: Ints, other: Ints, unlisted: Ints) -> Ints:
        """Count the pairs of every organisation of which it is known, ``own`` being its end of the listed ones.

        ``unlisted`` is how many would be known if none were listed; a pair that is listed is known by its answer.
        """
        listed = self.listed
        known, assumed = listed.answer >= region_arrays.NO, listed.complete[listed.source]
        otherwise = np.flatnonzero(known != assumed)
        more = np.where(known[otherwise], 1, -1)
        counts = np.zeros(len(self.region), dtype=np.int64)
        for ends in (own,) if listed.directed else (own, other):
            np.add.at(counts, ends[otherwise], more)
        return unlisted + counts

    def _graph(self, weight: Floats) -> WholeGraph:
        tied = slice(None) if self.tied.all() else self.tied  # of a slice nothing is copied
        source, target = self.listed.source[tied], self.listed.target[tied]
        if not self.listed.directed:
            source, target = np.concatenate([source, target]), np.concatenate([target, source])
            weight = np.concatenate([weight, weight])
        graph = WholeGraph(len(self.region), source, target, weight, self.listed.directed)
        return graph if self.known.all() else graph.among(self.known)
