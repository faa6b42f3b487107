"""What the client answered to proposals before: a rejected one does not come back without new grounds."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import ANSWER
from netwerkanalyse.recommend.proposal import Finding, Proposal

CHOSEN, REJECTED, LATER = ANSWER.names


class Answers:
    """The answers in a caseload.

    Parameters
    ----------
    caseload
        Any number of clients.
    """

    def __init__(self, caseload: Caseload) -> None:
        frame = caseload.tables["answers"].astype(object)
        given = frame.where(frame.notna(), "")
        self._given: Mapping[tuple[str, str], tuple[str, str]] = {
            (row.client, row.proposal): (row.answer, row.grounds) for row in given.itertuples()
        }

    def to(self, client: str, key: str) -> str:
        """Return what a client answered to a proposal, blank when nothing."""
        return self._given.get((client, key), ("", ""))[0]

    def rules_out(self, client: str, key: str, finding: Finding) -> bool:
        """Tell whether a proposal was rejected and rests on the same numbers as then.

        An answer without grounds, as somebody types it by hand, holds whatever the numbers are.
        """
        answer, grounds = self._given.get((client, key), ("", ""))
        return answer == REJECTED and grounds in {"", finding.grounds}


def answered(
    caseload: Caseload, proposal: Proposal, answer: str, *, reason: str = "", day: date | None = None
) -> Caseload:
    """Record what a client answered to a proposal.

    Parameters
    ----------
    caseload
        The caseload.
    proposal
        The proposal.
    answer
        ``chosen``, ``rejected`` or ``later``.
    reason
        Why, if the client wants to say.
    day
        The day of the answer.

    Returns
    -------
    caseload
        A new caseload with this answer in place of an earlier one to the same proposal.

    Raises
    ------
    ValidationError
        If there is no such answer.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> caseload = na.datasets.load("voorbeeld")
    >>> first = na.recommend.client(caseload).shown[0]
    >>> again = na.recommend.client(na.recommend.answered(caseload, first, "rejected"))
    >>> first.key in {proposal.key for proposal in again.proposals}
    False
    """
    given = caseload.tables["answers"]
    same = (given["client"] == proposal.client) & (given["proposal"] == proposal.key)
    row = {
        "client": proposal.client,
        "proposal": proposal.key,
        "answer": answer,
        "reason": reason,
        "date": None if day is None else pd.Timestamp(day),
        "grounds": proposal.finding.grounds,
    }
    kept = given[~same.to_numpy(dtype=bool)].astype(object)
    return caseload.with_tables(answers=pd.concat([kept, pd.DataFrame([row], dtype=object)], ignore_index=True))
