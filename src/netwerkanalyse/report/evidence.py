"""Everything a report on one client says something about, measured once."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from netwerkanalyse.metrics.catalogue import measure_network, measures, why_missing
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, Measure
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import Format, Number
from netwerkanalyse.report.names import display_names
from netwerkanalyse.texts import listing, text

FOR_CLIENT_ONLY: frozenset[str] = frozenset()
"""Measures that rest on what the client says costs strength: they stand in the client's own version only."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """One client's network, its measures by level, and the words for it.

    Parameters
    ----------
    network
        The network of exactly one client.
    lang
        Language of the report.
    for_client
        Whether this is the client's own version. What only the client may see is left out of any other.
    cutoffs
        The cut-offs used.
    """

    network: Network
    lang: str = "nl"
    for_client: bool = False
    cutoffs: Cutoffs = field(default_factory=Cutoffs)

    @property
    def caseload(self) -> Caseload:
        """The tables of this client."""
        return self.network.caseload

    @cached_property
    def tables(self) -> dict[Level, pd.DataFrame]:
        """The measures of every level, indexed by what a row is within this client."""
        levels = [level for level in Level if measures(level)]
        return {level: measure_network(self.network, level=level, cutoffs=self.cutoffs) for level in levels}

    @cached_property
    def client(self) -> pd.Series:
        """The measures of the client as a whole."""
        return self.tables[Level.CLIENT].iloc[0]

    @cached_property
    def reasons(self) -> pd.Series:
        """Why a measure of the client as a whole is missing: a code, or missing."""
        return why_missing(self.tables[Level.CLIENT]).iloc[0]

    @cached_property
    def domains(self) -> pd.DataFrame:
        """The measures of each life domain, a row a domain."""
        return self.tables[Level.DOMAIN].droplevel("client")

    @cached_property
    def members(self) -> pd.DataFrame:
        """The measures of each person in the network, a row a person."""
        return self.tables[Level.MEMBER].droplevel("client")

    @cached_property
    def names(self) -> dict[str, str]:
        """What each person is called, by code."""
        members = self.caseload.tables["members"]
        return dict(zip(members["member"], display_names(self.caseload), strict=True))

    def people(self, codes: list[str]) -> str:
        """Name people in a sentence, in the order given."""
        return listing([self.names[code] for code in codes], self.lang)

    def number(self, name: str, value: float, form: Format, count: float | None = None) -> Number:
        """Name a number of a finding; its words stand in the texts under ``findings.number.<name>``."""
        return Number(text(f"findings.number.{name}", self.lang), value, form, count)

    def may_show(self, measure: Measure) -> bool:
        """Tell whether a measure may stand in this version of the report."""
        return self.for_client or measure.name not in FOR_CLIENT_ONLY

    def domain(self, code: str) -> str:
        """Name a life domain."""
        return DOMAIN.label(code, self.lang)
