"""Proposals about brokers: sectors in which nobody links others in a role that could be taken."""

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.network import SENSITIVE, Partnership
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.model.region_vocabulary import LAYER
from netwerkanalyse.model.vocabulary import SECTOR
from netwerkanalyse.recommend.proposal import Fact
from netwerkanalyse.recommend.regional import RegionProposal
from netwerkanalyse.recommend.words import Code, Measured, Several, Value, Word, said

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
"""Roles by the sectors of a, broker v and b: AAA, ABA, AAB, ABB, ABC."""

MOST_NAMED = 12
"""So many organisations at most are named as those who must agree: what one conversation can hold. Of a larger sector
it is said how many there are."""

LEAST = 2
"""From so many organisations a sector can lack a broker. A sector of one would say it of that organisation alone, and
in a small region of nearly all of them."""


def propose_brokers(region: Region, cutoffs: RegionCutoffs) -> tuple[list[RegionProposal], list[Word]]:
    """Propose to talk about brokers of sectors that lack them, layer by layer.

    Parameters
    ----------
    region
        The region.
    cutoffs
        From which value a pair counts as tied.

    Returns
    -------
    proposals, skipped
        Proposals, and the layers about which nothing can be said: where not all pairs were asked, nobody can be told
        to lack a tie.
    """
    proposals: list[tuple[int, RegionProposal]] = []
    skipped: list[Word] = []
    for name, network in Partnership(region, cutoffs).layers.items():
        if name in SENSITIVE:
            continue
        if network.listed.all_asked:
            proposals += _layer(network)
        else:
            skipped.append(said("region.skipped.layer", layer=Code(LAYER, name)))
    # Large sectors stand in front, and of those the layers in which most roles are not taken: most hangs on these.
    proposals.sort(key=lambda found: (-found[0], -len(found[1].facts)))
    return _in_turn([one for _, one in proposals]), skipped


def _in_turn(proposals: list[RegionProposal]) -> list[RegionProposal]:
    """Give every sector its first turn before any has a second: the first few are not all about one."""
    turns: Counter[str] = Counter()
    placed = []
    for one in proposals:
        sector = one.key.rpartition("/")[2]
        placed.append((turns[sector], one))
        turns[sector] += 1
    return [one for _, one in sorted(placed, key=lambda found: found[0])]


def _layer(network: RegionNetwork) -> Iterator[tuple[int, RegionProposal]]:
    """Give, for every sector that lacks a broker, how many organisations are in it, and the proposal."""
    table = network.region.tables["organisations"].set_index("organisation")
    counted = measure_region_network(network, ["region_brokerage"], level=Level.ORGANISATION)
    by_sector = counted[list(ROLES)].astype(float).groupby(table["sector"], observed=True)
    sizes = table["sector"].dropna().value_counts()
    together = by_sector.agg(lambda own: own.sum(skipna=False))  # whose ties are not known may take any role
    for sector, taken in together.loc[lambda found: sizes.reindex(found.index) >= LEAST].iterrows():
        possible = _possible(str(sector), sizes[sizes > 0], directed=network.listed.directed)
        lacking = [role for role in possible if taken[role] == 0]
        if lacking:
            yield int(sizes[sector]), _proposal(network, str(sector), lacking, table.index[table["sector"] == sector])


def _possible(sector: str, sizes: pd.Series, *, directed: bool) -> list[str]:
    """Give the roles that organisations of a sector could take, by how many there are here and elsewhere."""
    own, others = sizes[sector], sizes.drop(sector)
    elsewhere = len(others) > 0 and own >= 2
    can = {
        "coordinator": own >= 3,
        "itinerant": bool((others >= 2).any()),
        "representative": elsewhere and directed,  # without direction the same as gatekeeper
        "gatekeeper": elsewhere,
        "liaison": len(others) >= 2,
    }
    return [role for role in ROLES if can[role]]


def _proposal(network: RegionNetwork, sector: str, lacking: list[str], members: pd.Index) -> RegionProposal:
    names = called(network.region, "organisations", "organisation")
    named: dict[str, Value] = {"sector": Code(SECTOR, sector), "layer": Code(LAYER, network.layer)}
    roles = Several(tuple(Measured(role) for role in lacking))
    if len(members) <= MOST_NAMED:
        agree = tuple(said("agree.organisation", organisation=names[one]) for one in members)
    else:
        agree = (said("region.agree.sector", sector=Code(SECTOR, sector), count=len(members)),)
    return RegionProposal(
        "broker",
        f"broker/{network.layer}/{sector}",
        said("region.what.broker", **named),
        said("region.because.broker", roles=roles, count=len(members), **named),
        tuple(Fact(role, 0.0) for role in lacking),
        agree,
        unknowns=(said("region.unknown.broker"),),
    )
