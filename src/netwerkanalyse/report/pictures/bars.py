"""What the coverage picture shows: need against supply in every life domain, by kind of person."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN

KINDS = {"informal": "informal_supply", "formal": "formal_supply", "peer": "peer_supply", "": "unknown_kind_supply"}
"""Kind of person to the measure of what that kind gives, in the order of drawing; the empty kind is "not asked"."""

SAME = 1e-9
"""Amounts that differ by less are the same."""


@dataclass(frozen=True)
class Part:
    """What one kind of person gives in a life domain, or will give."""

    kind: str
    amount: float
    planned: bool


@dataclass(frozen=True)
class Bar:
    """Need and supply in one life domain.

    Parameters
    ----------
    label
        Name of the life domain.
    need
        What is needed; None when nobody asked.
    parts
        What there is, what happens first; what is planned counts for less than its amount.
    without_amount
        How many rows of support have no amount; they are in no part.
    """

    label: str
    need: float | None
    parts: tuple[Part, ...]
    without_amount: int = 0

    @property
    def supply(self) -> float:
        """What there is altogether, as far as amounts are known."""
        return sum(part.amount for part in self.parts)

    @property
    def shortage(self) -> float:
        """What is missing, as far as amounts are known."""
        return max(0.0, (self.need or 0.0) - self.supply)

    @property
    def beyond(self) -> float:
        """What there is above the need; nothing when the need is not known."""
        return 0.0 if self.need is None else max(0.0, self.supply - self.need)


@dataclass(frozen=True)
class Bars:
    """Need and supply of one client.

    Parameters
    ----------
    client
        Pseudonym.
    lang
        Language of the words.
    scale
        ``level`` or ``hours``.
    bars
        Life domains with a need, with support, or listed without an answer, in fixed order.
    no_need
        Names of life domains where the client needs nothing and gets nothing.
    unlisted
        Names of life domains that were not talked about at all.
    planned_fit
        For which share what is planned counts.
    """

    client: str
    lang: str
    scale: str
    bars: tuple[Bar, ...]
    no_need: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    planned_fit: float = 0.5


def coverage_bars(caseload: Caseload, client: str, *, lang: str = "nl", cutoffs: Cutoffs | None = None) -> Bars:
    """Collect need and supply of a client.

    Parameters
    ----------
    caseload
        Any caseload that holds the client.
    client
        Pseudonym.
    lang
        Language of the words.
    cutoffs
        ``planned_fit`` says what planned support counts for.

    Returns
    -------
    bars
        What :func:`netwerkanalyse.report.pictures.coverage.coverage_svg` draws.

    Raises
    ------
    UnknownNameError
        If the caseload does not hold the client.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> work = coverage_bars(datasets.load("voorbeeld"), "voorbeeld").bars[-1]
    >>> work.label, work.need, work.supply, work.shortage
    ('werken', 2.0, 0, 2.0)
    """
    network = Network(caseload.select([client]))
    fit = (cutoffs or Cutoffs()).planned_fit
    happening, everything = (_supply(network, planned_fit).xs(client, level="client") for planned_fit in (0.0, 1.0))
    listed = set(network.caseload.tables["needs"]["domain"])
    bars: list[Bar] = []
    no_need: list[str] = []
    unlisted: list[str] = []
    for domain in DOMAIN.names:
        label, need = DOMAIN.label(domain, lang), everything.loc[domain, "need"]
        parts = tuple(_parts(happening.loc[domain], everything.loc[domain], fit))
        blank = int(everything.loc[domain, "supports_without_amount"])
        if parts or blank or need > 0 or (pd.isna(need) and domain in listed):
            bars.append(Bar(label, None if pd.isna(need) else float(need), parts, blank))
        else:
            (unlisted if pd.isna(need) else no_need).append(label)
    return Bars(client, lang, network.caseload.scale, tuple(bars), tuple(no_need), tuple(unlisted), fit)


def _supply(network: Network, planned_fit: float) -> pd.DataFrame:
    """Measure coverage as if planned support counted for so much."""
    return measure_network(network, ["coverage"], level=Level.DOMAIN, cutoffs=Cutoffs(planned_fit=planned_fit))


def _parts(happening: pd.Series, everything: pd.Series, fit: float) -> Iterator[Part]:
    """Give what happens by kind, then what is planned by kind, for what it counts."""
    for kind, column in KINDS.items():
        if happening[column] > SAME:
            yield Part(kind, float(happening[column]), planned=False)
    for kind, column in KINDS.items():
        planned = fit * (everything[column] - happening[column])
        if planned > SAME:
            yield Part(kind, float(planned), planned=True)
