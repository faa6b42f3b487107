"""Proposals: findings become something to talk about. The engine proposes and explains; it never decides."""

from netwerkanalyse.recommend.answers import answered
from netwerkanalyse.recommend.ask_first import Question, ask_first
from netwerkanalyse.recommend.for_client import client
from netwerkanalyse.recommend.for_region import region
from netwerkanalyse.recommend.governing.advice import Advice, advise, governance
from netwerkanalyse.recommend.governing.candidates import Candidates, lead_candidates
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs
from netwerkanalyse.recommend.governing.parts import area_of, governance_by_area
from netwerkanalyse.recommend.kinds import KINDS
from netwerkanalyse.recommend.limits import LIMITS
from netwerkanalyse.recommend.proposal import Effect, Fact, Finding, Gain, Proposal, RunnerUp
from netwerkanalyse.recommend.recommendations import Recommendations
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.wording import paragraph

__all__ = [
    "KINDS",
    "LIMITS",
    "Advice",
    "Candidates",
    "Effect",
    "Fact",
    "Finding",
    "Gain",
    "GovernanceCutoffs",
    "Proposal",
    "Question",
    "Recommendations",
    "RunnerUp",
    "Settings",
    "advise",
    "answered",
    "area_of",
    "ask_first",
    "client",
    "governance",
    "governance_by_area",
    "lead_candidates",
    "paragraph",
    "region",
]
