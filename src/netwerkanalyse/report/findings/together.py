"""How joined-up the people around the client are."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import as_far_as_known, found
from netwerkanalyse.texts import plural, text


def together(evidence: Evidence) -> Iterator[Finding]:
    """Say whether people can reach each other without the client.

    Nothing is said when nobody asked, or when there is nobody to reach. Unknown pairs are named beside it.
    """
    row, lang = evidence.client, evidence.lang
    people, asked = int(row["members"]), int(row["pairs_asked"])
    if people < 2 or asked == 0:
        return
    ties, unknown, groups = int(row["ties"]), int(row["pairs_unknown"]), int(row["components"])
    numbers = [
        replace(
            evidence.number("groups", groups, Format.COUNT, people), count_label=text("findings.people_counted", lang)
        ),
        evidence.number("ties", ties, Format.COUNT, asked),
        *_load(evidence),
    ]
    if unknown:
        numbers.insert(2, evidence.number("pairs_unknown", unknown, Format.COUNT))
    if groups == 1:
        code, tone = "one_group", Tone.STRENGTH
    elif ties == 0:
        code, tone = "no_contact", Tone.QUESTION
    else:
        code, tone = "groups", Tone.NEUTRAL
    words = as_far_as_known(evidence, unknown)
    yield found(
        evidence, code, tone, numbers, groups=groups, ties=ties, asked=plural("report.pairs", asked, lang), **words
    )


def _load(evidence: Evidence) -> list[Number]:
    """Give how much comes together through the client only, and how little that is if all unknown pairs coordinate."""
    high, low = (evidence.client[name] for name in ("coordination_load", "coordination_load_low"))
    numbers = [evidence.number("coordination_load", high, Format.SHARE)] if pd.notna(high) else []
    if low < high:
        numbers.append(evidence.number("coordination_load_low", low, Format.SHARE))
    return numbers
