"""Whether agreements between organisations exist around real clients."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_aligned
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.report.document import Block, Format, Notice, Numbers, Section, TableBlock
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import listing

MEASURES = (
    "aligned_clients",
    "organisations_with_clients",
    "pairs_sharing",
    "pairs_sharing_suppressed",
    "agreement_coverage",
    "agreements",
    "paper_share",
    "realised_share_with",
    "realised_share_without",
    "realised_ratio",
)
MOST_ROWS = 40


def section(evidence: RegionEvidence) -> Section:
    """Show the main numbers and the pairs that work together without an agreement; small numbers are suppressed."""
    alignment = evidence.alignment
    return titled("alignment", evidence, _blocks(evidence, alignment) if alignment else ())


def _blocks(evidence: RegionEvidence, alignment: Alignment) -> Iterator[Block]:
    frame = measure_aligned(alignment, ["agreement_coverage", "alignment_realisation"])
    yield Notice(evidence.say("suppressed", smallest=int(evidence.cutoffs.smallest_cell)))
    yield Numbers(evidence.say("block.alignment"), evidence.numbers(frame, MEASURES))
    pairs = measure_aligned(alignment, ["alignment_pairs"], level=Level.DYAD)
    yield from _without(evidence, pairs)
    yield from _on_paper(evidence, pairs)
    if elsewhere := alignment.organisations_elsewhere:
        yield Notice(evidence.say("elsewhere", names=listing(elsewhere[:12], evidence.lang), count=len(elsewhere)))


def _without(evidence: RegionEvidence, pairs: pd.DataFrame) -> Iterator[Block]:
    """List the pairs that share most clients without an agreement, in the order of the measure."""
    work = pairs[pairs["work_without_agreement"].notna()].sort_values("work_without_agreement", kind="stable")
    if work.empty:
        yield Notice(evidence.say("no_work_without"))
        return
    columns = (
        evidence.column("organisation"),
        evidence.column("other_organisation"),
        evidence.column("shared_clients", Format.COUNT),
    )
    rows = tuple(
        (evidence.names[one], evidence.names[other], int(shared))
        for (one, other), shared in work["shared_clients"].dropna().head(MOST_ROWS).items()
    )
    yield TableBlock(evidence.say("block.work_without"), columns, rows)


def _on_paper(evidence: RegionEvidence, pairs: pd.DataFrame) -> Iterator[Block]:
    """List agreements of which no shared client is seen."""
    paper = pairs[pairs["paper_agreement"].fillna(value=False).to_numpy(dtype=bool)]
    if len(paper):
        columns = (evidence.column("organisation"), evidence.column("other_organisation"))
        rows = tuple((evidence.names[one], evidence.names[other]) for one, other in paper.index[:MOST_ROWS])
        yield TableBlock(evidence.say("block.paper"), columns, rows)
