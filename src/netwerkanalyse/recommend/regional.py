"""What a proposal for a region is: something for partners to talk about, with its reason and what is not known."""

from dataclasses import dataclass
from math import inf

import pandas as pd

from netwerkanalyse.recommend.proposal import Effect, Fact
from netwerkanalyse.recommend.words import Several, Word, in_one_cell
from netwerkanalyse.texts import text


@dataclass(frozen=True)
class RegionProposal:
    """Something for organisations to talk about. They decide.

    Parameters
    ----------
    kind
        ``agreement``, ``broker`` or ``service``.
    key
        What identifies it.
    what, because
        What is proposed, and why.
    facts
        The numbers it rests on.
    agree
        Who must agree.
    effects
        Measures before and after, measured again as if it were done.
    changes
        The same in words, one each.
    unknowns
        What is not known.
    """

    kind: str
    key: str
    what: Word
    because: Word
    facts: tuple[Fact, ...]
    agree: tuple[Word, ...]
    effects: tuple[Effect, ...] = ()
    changes: tuple[Word, ...] = ()
    unknowns: tuple[Word, ...] = ()

    def paragraph(self, lang: str = "nl") -> str:
        """Say it in full."""
        said = [self.what.say(lang), self.because.say(lang), *(one.say(lang) for one in self.changes)]
        said.append(text("proposals.agree", lang, people=Several(self.agree).say(lang)))
        if self.unknowns:
            said.append(text("proposals.unknown", lang, unknowns=in_one_cell(self.unknowns, lang)))
        return " ".join(said)


@dataclass(frozen=True, eq=False)
class RegionRecommendations:
    """Proposals for a region.

    Parameters
    ----------
    proposals
        All of them, kind by kind; within a kind, what most is known to hang on comes first.
    not_looked_at
        What could not be looked at, and why.
    """

    proposals: tuple[RegionProposal, ...]
    not_looked_at: tuple[Word, ...]

    def of(self, kind: str) -> tuple[RegionProposal, ...]:
        """Give the proposals of one kind."""
        return tuple(one for one in self.proposals if one.kind == kind)

    def to_frame(self, lang: str = "nl") -> pd.DataFrame:
        """Give a row a proposal, in words, with the numbers it rests on."""
        rows = [
            {
                "proposal": one.key,
                "kind": one.kind,
                "what": one.what.say(lang),
                "because": one.because.say(lang),
                "changes": in_one_cell(one.changes, lang),
                "agree": in_one_cell(one.agree, lang),
                "unknown": in_one_cell(one.unknowns, lang),
                "grounds": ";".join(f"{fact.measure}={fact.value:.6g}" for fact in one.facts),
            }
            for one in self.proposals
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    def paragraphs(self, lang: str = "nl", *, most: float = inf) -> tuple[str, ...]:
        """Say the proposals, each as a paragraph; at most so many of a kind."""
        kinds = dict.fromkeys(one.kind for one in self.proposals)
        return tuple(one.paragraph(lang) for kind in kinds for place, one in enumerate(self.of(kind)) if place < most)


COLUMNS = ["proposal", "kind", "what", "because", "changes", "agree", "unknown", "grounds"]
"""The columns of :meth:`RegionRecommendations.to_frame`."""
