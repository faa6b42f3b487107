"""What came out: proposals of any number of clients, as objects, as tables and in words."""

from dataclasses import asdict, dataclass
from functools import cached_property

import pandas as pd

from netwerkanalyse.recommend.limits import LIMITS
from netwerkanalyse.recommend.proposal import Proposal
from netwerkanalyse.recommend.wording import also_possible, in_words, paragraph
from netwerkanalyse.recommend.words import in_one_cell
from netwerkanalyse.texts import text


@dataclass(frozen=True, eq=False)
class Recommendations:
    """Proposals for clients. They are to talk about; the client decides.

    Parameters
    ----------
    proposals
        All of them, client by client, those to talk about first in front.
    dropped
        How many drafts were dropped, by client and limit. Limits that would show whom they are about are among them:
        :meth:`told_dropped` leaves those out, for whoever is not the client.
    choices
        By client how many candidates there were, whether the shown ones are the best set for certain, and otherwise
        how much more of the first aim another set could reach at most; and the day of the data.
    """

    proposals: tuple[Proposal, ...]
    dropped: pd.DataFrame
    choices: pd.DataFrame

    @cached_property
    def shown(self) -> tuple[Proposal, ...]:
        """The few to talk about first, of every client, "nothing changes" last."""
        return tuple(proposal for proposal in self.proposals if proposal.shown)

    @cached_property
    def _by_client(self) -> dict[str, dict[str, Proposal]]:
        found: dict[str, dict[str, Proposal]] = {client: {} for client in self.choices.index}
        for proposal in self.proposals:
            found[proposal.client][proposal.key] = proposal
        return found

    def of(self, client: str) -> dict[str, Proposal]:
        """Return the proposals for one client, by their key."""
        return self._by_client[client]

    @property
    def told_dropped(self) -> pd.DataFrame:
        """How many drafts were dropped, without the limits that would show whom they are about."""
        private = [limit.name for limit in LIMITS if limit.private]
        return self.dropped[~self.dropped["limit"].isin(private)].reset_index(drop=True)

    def to_frame(self, lang: str = "nl") -> pd.DataFrame:
        """Give a row a proposal.

        Parameters
        ----------
        lang
            Language of the words.

        Returns
        -------
        frame
            What is proposed, why, who must agree, what is unknown and what it adds, aim by aim.
        """
        rows = [
            {
                "client": one.client,
                "proposal": one.key,
                "place": one.place,
                "kind": text(f"proposals.kind.{one.kind}", lang),
                "domain": one.domain,
                "gap": one.finding.gap,
                "what": one.what.say(lang),
                "because": one.finding.sentence.say(lang),
                "changes": in_words(one.effects, lang),
                "agree": in_one_cell(one.agree, lang),
                "unknown": in_one_cell(one.unknowns, lang),
                "runners_up": also_possible(one, lang),
                "limits": "; ".join(text(f"proposals.limit.{limit}", lang) for limit in one.limits),
                "grounds": one.finding.grounds,
                "instead_of": one.instead_of,
                "answer": one.answer,
                **{f"{aim}_gain": value for aim, value in asdict(one.gain).items()},
            }
            for one in self.proposals
        ]
        return pd.DataFrame(rows)

    def effects(self) -> pd.DataFrame:
        """Give a row a measure that a proposal changes, before and after."""
        rows = [
            {"client": one.client, "proposal": one.key, **asdict(effect)}
            for one in self.proposals
            for effect in one.effects
        ]
        return pd.DataFrame(rows, columns=["client", "proposal", "measure", "domain", "before", "after"])

    def attribution(self) -> pd.DataFrame:
        """Give a row a shown proposal and aim: what it adds by itself, to those before it, and fairly divided.

        Fairly divided is the mean over all orders in which the shown ones could be done (Shapley). The second and the
        third add up to what all of them reach together.
        """
        rows = [
            (one.client, one.key, aim, getattr(one.gain, aim), getattr(one.adds, aim), getattr(one.fair, aim))
            for one in self.shown
            for aim in asdict(one.gain)
        ]
        return pd.DataFrame(rows, columns=["client", "proposal", "aim", "gain", "adds", "fair"])

    def paragraphs(self, lang: str = "nl") -> tuple[str, ...]:
        """Say the proposals to talk about first, each as a paragraph."""
        return tuple(paragraph(one, lang) for one in self.shown)
