"""Proposals: findings become something to talk about. The engine proposes and explains; it never decides."""

from netwerkanalyse.recommend.answers import answered
from netwerkanalyse.recommend.for_client import client
from netwerkanalyse.recommend.kinds import KINDS
from netwerkanalyse.recommend.limits import LIMITS
from netwerkanalyse.recommend.proposal import Effect, Fact, Finding, Gain, Proposal, RunnerUp
from netwerkanalyse.recommend.recommendations import Recommendations
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.wording import paragraph

__all__ = [
    "KINDS",
    "LIMITS",
    "Effect",
    "Fact",
    "Finding",
    "Gain",
    "Proposal",
    "Recommendations",
    "RunnerUp",
    "Settings",
    "answered",
    "client",
    "paragraph",
]
