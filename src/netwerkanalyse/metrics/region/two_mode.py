"""Who takes part in what: organisations and initiatives, as two kinds of nodes.

Taking part in the same thing is no tie: 45 organisations in one partnership would make 990. What stands here compares
initiatives by who is in them, and organisations by what they are in, and says so; nothing is projected to a network.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Unit
from netwerkanalyse.metrics.region.services.service_map import Numbers
from netwerkanalyse.metrics.region.tables import ratio
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region

MOST_NAMED = 5
"""How many neighbours are named in one cell."""


def initiative_overlap(region: Region, *, fewest_shared: int = 1) -> pd.DataFrame:
    """Compare every two initiatives by who takes part in them.

    ``initiative_overlap`` is the number who take part in both, divided by those who take part in either (Jaccard);
    ``smaller_within`` divides by those of the smaller initiative: 1 when the one lies wholly in the other.

    Parameters
    ----------
    region
        The region; its table ``affiliations``.
    fewest_shared
        The least number in common; pairs with fewer are left out.

    Returns
    -------
    frame
        A row a pair of initiatives, in the order of the organisations.

    Examples
    --------
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["Noord", "Zuid", "GGD", "Archief"]}),
    ...     "affiliations": pd.DataFrame({"organisation": ["Noord", "Zuid", "Zuid"],
    ...                                   "initiative": ["GGD", "GGD", "Archief"]}),
    ... })
    >>> initiative_overlap(region).iloc[0].to_dict()
    {'initiative_members': 2.0, 'other_members': 1.0, 'members_shared': 1.0, 'initiative_overlap': 0.5,
     'smaller_within': 1.0}
    """
    organisation, initiative = _memberships(region)
    pairs = _in_common(organisation, initiative)
    pair, shared = np.unique(pairs["one"].to_numpy() * len(region) + pairs["other"].to_numpy(), return_counts=True)
    pair, shared = pair[shared >= fewest_shared], shared[shared >= fewest_shared]
    one, other = np.divmod(pair, max(len(region), 1))
    size = np.bincount(initiative, minlength=len(region))
    names = region.organisation_index
    return pd.DataFrame(
        {
            "initiative_members": size[one],
            "other_members": size[other],
            "members_shared": shared,
            "initiative_overlap": ratio(shared, size[one] + size[other] - shared),
            "smaller_within": ratio(shared, np.minimum(size[one], size[other])),
        },
        index=pd.MultiIndex.from_arrays([names[one], names[other]], names=Level.INITIATIVE_PAIR.keys),
    )


def missing_initiatives(
    region: Region, kinds: Mapping[str, str], *, neighbours: int = 5, fewest_shared: int = 2, from_share: float = 0.75
) -> pd.DataFrame:
    """List what organisations do not take part in while those that are most like them do.

    The neighbours of an organisation are those with which it shares most initiatives of another kind: what it may be
    missing does not say who is like it. Places are not looked at; who shares as much as the last neighbour is one too.

    Parameters
    ----------
    region
        The region; its table ``affiliations``.
    kinds
        Initiative to its kind: the initiatives that are looked at. Others only say who is like whom.
    neighbours
        How many neighbours to take at least, if there are so many.
    fewest_shared
        The least number of initiatives in common to be a neighbour.
    from_share
        The share of the neighbours from which the list names an initiative.

    Returns
    -------
    frame
        A row an organisation and an initiative it does not take part in: how many neighbours it has, how many of them
        take part, that share, some of their names, and whether it takes part in another initiative of the same kind.
    """
    organisation, initiative = _memberships(region)
    kind = region.organisation_index.map(dict(kinds)).to_numpy(dtype=object)
    members = pd.DataFrame({"organisation": organisation, "initiative": initiative, "kind": kind[initiative]})
    alike = _in_common(initiative, organisation)
    found = []
    for one in dict.fromkeys(kinds.values()):
        near = _neighbours(alike[kind[alike["by"]] != one], neighbours, fewest_shared)
        found.append(_missing(members[members["kind"] == one], near, region.organisation_index))
    rows = pd.concat([_missing(members[:0], alike[:0], region.organisation_index), *found])
    return rows[rows["neighbours_share"] >= from_share].sort_index(level="organisation", sort_remaining=False)


def _memberships(region: Region) -> tuple[Numbers, Numbers]:
    """Give who takes part in what, each once, by initiative and then organisation."""
    keys = region.keys.refers
    width = max(len(region), 1)
    once = np.unique(keys["affiliations", "initiative"] * width + keys["affiliations", "organisation"])
    return once % width, once // width


def _in_common(group: Numbers, item: Numbers) -> pd.DataFrame:
    """Pair all items of every group: ``one`` comes before ``other``, and ``by`` is the group."""
    order = np.lexsort((item, group))
    group, item = group[order], item[order]
    later = np.searchsorted(group, group, side="right") - np.arange(len(group)) - 1
    one = np.repeat(np.arange(len(group)), later)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(later) - later, later)
    return pd.DataFrame({"one": item[one], "other": item[other], "by": group[one]})


def _neighbours(alike: pd.DataFrame, neighbours: int, fewest_shared: int) -> pd.DataFrame:
    """Give every organisation those with which it shares most; all that share as much as the last one are in."""
    both_ways = pd.concat([alike, alike.rename(columns={"one": "other", "other": "one"})])
    shared = both_ways.groupby(["one", "other"], as_index=False).size()
    enough = shared[shared["size"] >= fewest_shared]
    rank = enough.groupby("one")["size"].rank(method="min", ascending=False)
    return enough[rank <= neighbours]


def _missing(members: pd.DataFrame, near: pd.DataFrame, names: pd.Index) -> pd.DataFrame:
    """Say of every organisation in which initiatives its neighbours take part and it does not."""
    size = near.groupby("one").size()
    rows = near.merge(members, left_on="other", right_on="organisation")
    taking_part = rows.groupby(["one", "initiative"])["other"].agg(list)
    taking_part = taking_part[
        ~taking_part.index.isin(pd.MultiIndex.from_frame(members[["organisation", "initiative"]]))
    ]
    one, initiative = (taking_part.index.get_level_values(level) for level in range(2))
    counted = taking_part.map(len).to_numpy(dtype=np.int64)
    known = size.reindex(one).to_numpy(dtype=np.int64)
    listed = [LIST_SEPARATOR.join(names[others[:MOST_NAMED]]) for others in taking_part]
    return pd.DataFrame(
        {
            "neighbours": known,
            "neighbours_in": counted,
            "neighbours_share": ratio(counted, known),
            "neighbours_in_names": pd.array(listed, dtype="str"),
            "another_of_kind": pd.array(one.isin(members["organisation"]), dtype="boolean"),
        },
        index=pd.MultiIndex.from_arrays([names[one], names[initiative]], names=Level.MISSING.keys),
    )


TWO_MODE = "own definition: who takes part, without projection"

OVERLAP_MEASURES = (
    Measure("initiative_members", Unit.COUNT, source=TWO_MODE),
    Measure("other_members", Unit.COUNT, source=TWO_MODE),
    Measure("members_shared", Unit.COUNT, source=TWO_MODE),
    Measure("initiative_overlap", Unit.SHARE, high=1, count="members_shared", source="Jaccard"),
    Measure("smaller_within", Unit.SHARE, high=1, count="members_shared", source="overlap coefficient"),
)

MISSING_MEASURES = (
    Measure("neighbours", Unit.COUNT, source="own definition: who shares most initiatives of another kind"),
    Measure("neighbours_in", Unit.COUNT, count="neighbours", source=TWO_MODE),
    Measure("neighbours_share", Unit.SHARE, high=1, reading=Reading.ATTENTION, count="neighbours", source=TWO_MODE),
    Measure("neighbours_in_names", Unit.LABEL, count="neighbours_in", source=TWO_MODE),
    Measure("another_of_kind", Unit.YES_NO, high=1, source=TWO_MODE),
)

TWO_MODE_TABLES: tuple[Family[Callable[..., pd.DataFrame]], ...] = (
    Family("initiative_overlap", Level.INITIATIVE_PAIR, initiative_overlap, OVERLAP_MEASURES),
    Family("missing_initiatives", Level.MISSING, missing_initiatives, MISSING_MEASURES),
)
"""Tables about who takes part in what, each made by a function of its own."""
