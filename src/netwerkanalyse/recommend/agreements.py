"""Proposals for agreements: organisations that work around the same clients without having agreed how."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_aligned
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.recommend.proposal import Effect, Fact
from netwerkanalyse.recommend.regional import RegionProposal
from netwerkanalyse.recommend.words import Share, said

MEASURED_AGAIN = 10
"""Of so many proposals it is measured again what would change; of the others it would be less."""

COVERAGE = "agreement_coverage"


def propose_agreements(region: Region, caseload: Caseload, cutoffs: RegionCutoffs) -> Iterator[RegionProposal]:
    """Propose an agreement for every shown pair without one, most shared clients first.

    Parameters
    ----------
    region, caseload
        Organisations, and the clients around whom they work.
    cutoffs
        Below which number of clients a pair is suppressed.

    Yields
    ------
    proposal
        Two organisations, with the clients they share and what an agreement would change.
    """
    alignment = Alignment(region, caseload, cutoffs)
    pairs = measure_aligned(alignment, ["alignment_pairs"], level=Level.DYAD)
    open_ = pairs[pairs["work_without_agreement"].notna()].sort_values("work_without_agreement")
    before, names = _coverage(alignment), called(region, "organisations", "organisation")
    for place, ((one, other), pair) in enumerate(open_.iterrows()):
        effects: tuple[Effect, ...] = ()
        if place < MEASURED_AGAIN and before is not None:
            after = _coverage(Alignment(_with_agreement(region, one, other), caseload, cutoffs))
            effects = () if after is None else (Effect(COVERAGE, "", before, after),)
        numbers = ("shared_clients", "shared_expected")
        yield RegionProposal(
            "agreement",
            f"agreement/{one}+{other}",
            said("region.what.agreement", one=names[one], other=names[other]),
            said("region.because.agreement", clients=int(pair["shared_clients"])),
            tuple(Fact(name, float(pair[name])) for name in numbers if not pd.isna(pair[name])),
            (
                said("agree.organisation", organisation=names[one]),
                said("agree.organisation", organisation=names[other]),
                said("region.agree.clients"),
            ),
            effects,
            tuple(
                said(
                    "region.effect.agreement_coverage",
                    before=Share(effect.before, effect.after),
                    after=Share(effect.after, effect.before),
                )
                for effect in effects
            ),
            (said("region.unknown.agreement"),),
        )


def _coverage(alignment: Alignment) -> float | None:
    """Give the share of shared work under an agreement; None when it is not known or suppressed."""
    value = measure_aligned(alignment, ["agreement_coverage"]).iloc[0][COVERAGE]
    return None if pd.isna(value) else float(value)


def _with_agreement(region: Region, one: str, other: str) -> Region:
    """Give the region as if these two had an agreement."""
    frame = region.tables["collaborations"]
    row = frame.iloc[:0].reindex([0])
    row = row.assign(source=one, target=other, layer="agreement", present="yes").astype(frame.dtypes)
    return region.replaced(collaborations=pd.concat([frame, row], ignore_index=True).astype(frame.dtypes))
