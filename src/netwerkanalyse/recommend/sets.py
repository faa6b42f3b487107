"""What sets of drafts add together, and which may be chosen together.

Together is not the sum: two who fill the same gap fill it once, and ties in a circle join no more groups. Gap, wishes,
fragility, connection and bridging of a set follow exactly from what each does alone, as long as amounts add up;
continuity, safety net, coordination, what is known, burden and waiting are added up. Whether a set makes a doublure
does not follow from what each does alone: that is measured, see :mod:`netwerkanalyse.recommend.choosing`.
"""

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from netwerkanalyse.model.arrays import Flags, Floats, Ints


@dataclass(frozen=True)
class Options:
    """The drafts of one client, as sets of them are valued.

    Parameters
    ----------
    weight, open
        By life domain with a gap: how much it matters, and which part of the need is not covered.
    filled
        Drafts by those life domains: which part of the need each would fill.
    wishes, firm
        Drafts by what each settles: wishes about kind and type, and domains that no longer hang on one person.
    ahead
        Drafts: what each settles before support becomes less.
    groups, joins
        The number of groups around the client, and of every draft the pairs of groups it joins.
    linked
        Drafts by naasten: who comes into contact with a professional.
    single
        Drafts by safety net, coordination, what is known, burden and waiting.
    asked
        Drafts by people listed: who is asked for support.
    supplies
        Drafts by all life domains: where each brings more support.
    apart
        Combinations by drafts: what was measured together, and makes a doublure.
    classes
        Drafts by what there must be one of: without a new person, from a naaste or peer, from a professional.
    """

    weight: Floats
    open: Floats
    filled: Floats
    wishes: Flags
    firm: Flags
    ahead: Floats
    groups: int
    joins: tuple[tuple[tuple[int, int], ...], ...]
    linked: Flags
    single: Floats
    asked: Flags
    supplies: Flags
    apart: Flags
    classes: Flags

    def __len__(self) -> int:
        """Return the number of drafts."""
        return len(self.filled)

    def first(self, drafts: int) -> "Options":
        """Return the options of the first so many drafts."""
        per_draft = ("filled", "wishes", "firm", "ahead", "joins", "linked", "single", "asked", "supplies", "classes")
        by_draft = {name: getattr(self, name)[:drafts] for name in per_draft}
        return replace(self, apart=self.apart[:, :drafts], **by_draft)

    def without(self, chosen: tuple[int, ...], doubled: Flags) -> "Options":
        """Return the options in which drafts that make a doublure together are not chosen together.

        Parameters
        ----------
        chosen
            A set of drafts.
        doubled
            Life domains in which this set makes a doublure: the drafts that bring support there do so together.

        Returns
        -------
        options
            These same options when no two of the drafts bring support to one such life domain.
        """
        among = np.isin(np.arange(len(self)), np.array(chosen, dtype=np.int64))
        both = self.supplies.T[doubled] & among
        both = both[both.sum(axis=1) > 1]
        return replace(self, apart=np.concatenate([self.apart, both])) if len(both) else self

    def value(self, subsets: Flags) -> Floats:
        """Value sets of drafts.

        Parameters
        ----------
        subsets
            Sets by drafts.

        Returns
        -------
        values
            Sets by aims, in the order of :class:`~netwerkanalyse.recommend.proposal.Gain`.
        """
        sets = subsets.astype(np.float64)
        filled = np.minimum(sets @ self.filled, self.open) @ self.weight
        counts = [(sets @ one.astype(np.float64) > 0).sum(axis=1) for one in (self.wishes, self.firm, self.linked)]
        columns = [filled, counts[0], sets @ self.ahead, counts[1], self._joined(subsets), counts[2]]
        return np.round(np.column_stack([*columns, sets @ self.single]), 9)

    def allowed(self, subsets: Flags) -> Flags:
        """Tell which sets may be chosen: what fits for each may be too much together.

        Nobody is asked for support more than once, and nothing is chosen together that makes a doublure together.
        """
        sets = subsets.astype(np.float64)
        times: Floats = sets @ self.asked.astype(np.float64)
        doubled: Flags = sets @ self.apart.T.astype(np.float64) == self.apart.sum(axis=1)
        return (times.max(axis=1, initial=0.0) < 2) & ~doubled.any(axis=1)

    def variety(self, subsets: Flags) -> Ints:
        """Count how many of the classes a set has something of."""
        kinds: Ints = (subsets.astype(np.float64) @ self.classes.astype(np.float64) > 0).sum(axis=1)
        return kinds

    def _joined(self, subsets: Flags) -> Ints:
        """Count by how much groups become fewer: the rank of the ties of each set."""
        label = np.tile(np.arange(self.groups), (len(subsets), 1))
        joined = np.zeros(len(subsets), dtype=np.int64)
        for draft, pairs in enumerate(self.joins):
            rows = np.flatnonzero(subsets[:, draft]) if pairs else np.empty(0, dtype=np.int64)
            for one, other in pairs:
                old, new = label[rows, other], label[rows, one]
                joined[rows] += old != new
                label[rows] = np.where(label[rows] == old[:, None], new[:, None], label[rows])
        return joined


def sets_up_to(drafts: int, most: int) -> Flags:
    """List all sets of at most so many drafts, the smallest and first ones first."""
    chosen = [one for size in range(min(most, drafts) + 1) for one in combinations(range(drafts), size)]
    subsets = np.zeros((len(chosen), drafts), dtype=bool)
    for row, one in enumerate(chosen):
        subsets[row, list(one)] = True
    return subsets
