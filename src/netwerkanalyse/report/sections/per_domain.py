"""For how many clients each life domain has a need, enough support, or too little; small counts are held back."""

import numpy as np
import pandas as pd

from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import Column, Format, Missing, Notice, Section, TableBlock, Value
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

COUNTED = (
    (("has_need", "need_known"),),
    (("covered", "has_need"), ("gap_absent", "has_need"), ("gap_short", "has_need")),
    (("gap_experienced", "covered"),),
)
"""What is counted: clients for whom the first holds, among those for whom the second does and the first is known.

Counts of one group add up to each other, and each group is of clients whom the group before it counts: where one count
is held back, its group and the groups after it are held back too, since they would reveal it.
"""


def section(frame: pd.DataFrame, smallest: int, lang: str) -> Section:
    """Count clients per life domain.

    Parameters
    ----------
    frame
        Coverage and gaps, a row a life domain of a client.
    smallest
        A count of fewer clients is not shown, nor is one of which the rest, or the whole, is so few.
    lang
        Language of the report.

    Returns
    -------
    section
        A row a life domain of which a count can be shown.
    """
    heads = [Column(text("report.coverage.domain", lang))]
    cells: list[list[Value]] = [[capital(label) for label in DOMAIN.labels(lang)]]
    few = Missing(text("report.caseload.few", lang, smallest=smallest))
    hidden = np.zeros(len(DOMAIN.names), dtype=bool)
    for group in COUNTED:
        counts = [_counts(frame, name, of) for name, of in group]
        hidden = hidden | np.any([_reveals(part, whole, smallest) for part, whole in counts], axis=0)
        for (name, _), both in zip(group, counts, strict=True):
            title, of = text(f"report.caseload.{name}", lang), text("report.hanging.of", lang)
            heads += [Column(title, Format.COUNT), Column(of, Format.COUNT, count_of=title)]
            cells += [[few if hide else int(one) for hide, one in zip(hidden, column, strict=True)] for column in both]
    rows = tuple(row for row in zip(*cells, strict=True) if any(count is not few for count in row[1:]))
    notice = Notice(text("report.caseload.suppressed", lang, smallest=smallest))
    table = TableBlock(text("report.caseload.domains", lang), tuple(heads), rows)
    return titled("domains", lang, (table, notice) if rows else (notice,))


def _counts(frame: pd.DataFrame, name: str, of: str) -> tuple[np.ndarray, np.ndarray]:
    """Count per life domain for how many clients something holds, and of how many that is known."""
    among = frame[of].fillna(value=False).to_numpy(dtype=bool)
    known = among & frame[name].notna().to_numpy()
    holds = known & frame[name].fillna(value=False).to_numpy(dtype=bool)
    part, whole = (mask.reshape(-1, len(DOMAIN.names)).sum(axis=0) for mask in (holds, known))
    return part, whole


def _reveals(part: np.ndarray, whole: np.ndarray, smallest: int) -> np.ndarray:
    """Tell where a count, the rest, or what both are of, is of a few clients."""
    return np.any([(count > 0) & (count < smallest) for count in (part, whole - part, whole)], axis=0)
