"""How much hangs on one answer: the numbers about contact again, with one pair of people answered otherwise."""

import pandas as pd

from netwerkanalyse.metrics.client.sensitivity import tie_sensitivity
from netwerkanalyse.report.document import Block, Column, Format, Paragraph, TableBlock
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.texts import plural, text

FAMILIES = ("cohesion", "bridging", "hinges")
SHOWN = ("components", "isolates", "cut_members", "bridge_robustness")
"""Counts that one contact can change so much that the conversation changes."""

MOST_PEOPLE = 30
"""With more people one answer changes little, and every pair in turn would take too long without a compiler."""


def blocks(evidence: Evidence) -> tuple[Block, ...]:
    """Say how far numbers about contact can go when one pair is answered otherwise.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    blocks
        A sentence and a table; nothing when nobody asked about contact, or there are very many people.
    """
    if not 1 < len(evidence.members) <= MOST_PEOPLE:
        return ()
    frame = tie_sensitivity(evidence.caseload, FAMILIES, layer=evidence.network.layer, cutoffs=evidence.cutoffs)
    felt = frame.droplevel("client").loc[list(SHOWN)].dropna()
    felt = felt[(felt["fall"] < 0) | (felt["rise"] > 0)]
    if felt.empty:
        return ()
    pairs = plural("report.pairs", int(felt["flips"].max()), evidence.lang)
    return Paragraph(text("report.one_tie.intro", evidence.lang, pairs=pairs)), _table(felt, evidence.lang)


def _table(felt: pd.DataFrame, lang: str) -> TableBlock:
    """Show each number as it is, and the lowest and highest it can become."""
    heads = [Column(text("report.head.measure", lang))]
    heads += [Column(text(f"report.one_tie.{name}", lang), Format.COUNT) for name in ("now", "lowest", "highest")]
    ends = pd.DataFrame(
        {"now": felt["value"], "lowest": felt["value"] + felt["fall"], "highest": felt["value"] + felt["rise"]}
    )
    rows = tuple(
        (text(f"report.one_tie.{name}", lang), *counts) for name, *counts in ends.astype(int).itertuples(name=None)
    )
    return TableBlock(text("report.one_tie.table", lang), tuple(heads), rows)
