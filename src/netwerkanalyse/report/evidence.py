"""Everything a report on one client says something about, measured once."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, Measure
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.arrays import is_yes
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.names import display_names
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import Format, Number
from netwerkanalyse.texts import has, listing, text

FAMILIES = {
    Level.CLIENT: (
        "composition",
        "affiliations",
        "cohesion",
        "bridging",
        "brokerage",
        "load",
        "coverage",
        "gaps",
        "fragility",
        "doubles",
        "roles",
        "withdrawal",
        "routes",
    ),
    Level.DOMAIN: ("coverage", "gaps", "fragility", "doubles", "routes", "continuity"),
    Level.MEMBER: ("positions", "load"),
    Level.LOSS: ("loss",),
    Level.HANDOVER: ("handover",),
}
"""The families of measures that a report on a client rests on; the others take time and say nothing in it."""

FOR_CLIENT_ONLY = frozenset(
    "relations_asked only_support_people mixed_people only_burden_people neutral_people mixed_share only_burden_share "
    "hindering_asked stress_load stress_dependence stress_dependence_low stress_dependence_high "
    "tension_ties tension_asked tension_unknown".split()
)
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
        return {
            level: measure_network(self.network, families, level=level, cutoffs=self.cutoffs)
            for level, families in FAMILIES.items()
        }

    @cached_property
    def client(self) -> pd.Series:
        """The measures of the client as a whole."""
        return self.tables[Level.CLIENT].iloc[0]

    def reason(self, measure: Measure) -> str:
        """Say why a measure of the client as a whole is missing."""
        fails = (one.reason for one in measure.requires if one.fails(self.tables[Level.CLIENT])[0])
        return text(f"reasons.{next(fails)}", self.lang)

    @cached_property
    def domains(self) -> pd.DataFrame:
        """The measures of each life domain, a row a domain."""
        return self.tables[Level.DOMAIN].droplevel("client")

    def domains_with(self, measure: str) -> list[str]:
        """List the life domains where a yes-or-no measure is yes; what is not known is not yes."""
        holds = self.domains[measure].fillna(value=False)
        return list(self.domains.index[holds.to_numpy(dtype=bool)])

    @cached_property
    def members(self) -> pd.DataFrame:
        """The measures of each person in the network, a row a person."""
        return self.tables[Level.MEMBER].droplevel("client")

    @cached_property
    def names(self) -> dict[str, str]:
        """What each person is called, by code."""
        members = self.caseload.tables["members"]
        return dict(zip(members["member"], display_names(self.caseload), strict=True))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each person, by code; blank where it is not known."""
        members = self.caseload.tables["members"]
        return dict(zip(members["member"], members["kind"].astype(object).fillna(""), strict=True))

    @cached_property
    def given(self) -> dict[str, dict[str, float]]:
        """How much each person gives in each life domain, people in the order of the client's own list."""
        supply = self.network.supply(self.cutoffs.planned_fit)
        bounds = supply.start[0]
        given = {}
        for domain, first, last in zip(DOMAIN.names, bounds[:-1], bounds[1:], strict=True):
            entries = sorted(range(first, last), key=supply.person.__getitem__)
            given[domain] = {self.members.index[supply.person[at]]: float(supply.effective[at]) for at in entries}
        return given

    def supporters(self, domain: str) -> list[str]:
        """List who supports in a life domain, in the order of the client's own list."""
        return list(self.given[domain])

    def may_meet(self, people: list[str]) -> bool:
        """Tell whether a report may suggest that these people talk: not with who is unsafe, or refused by the client.

        Nothing is said in their stead, so that no version of a report shows why.
        """
        members = self.caseload.tables["members"]
        apart = members["member"][is_yes(members["unsafe"]) | is_yes(members["unwanted"])]
        return not set(people) & set(apart)

    def number(self, name: str, value: float, form: Format = Format.COUNT, count: float | None = None) -> Number:
        """Name a number of a finding; its words stand in the texts under ``findings.number.<name>``."""
        whole = form in {Format.COUNT, Format.DAYS}
        label = text(f"findings.number.{name}", self.lang)
        needed = text("findings.needed", self.lang) if form is Format.AMOUNT and count is not None else ""
        return Number(
            label, int(value) if whole else float(value), form, None if count is None else float(count), needed
        )

    def supply(self, domain: str) -> Number:
        """Give how much support there is in a life domain, beside the need."""
        row = self.domains.loc[domain]
        needed = text("findings.needed", self.lang)
        supply, need = float(row["effective_supply"]), float(row["need"])
        return Number(self.domain(domain), supply, Format.AMOUNT, need, needed)

    def helpers(self, domain: str) -> Number:
        """Give how many people help in a life domain."""
        label = text("findings.number.helpers", self.lang, domain=self.domain(domain))
        return Number(label, len(self.supporters(domain)), Format.COUNT)

    def amount(self, value: float) -> str:
        """Say an amount on the scale of this client: a level with its word, or hours a week."""
        plain = f"report.amount.{self.caseload.scale}"
        named = f"{plain}.{value:g}"
        key = named if has(named, self.lang) else plain
        return text(key, self.lang, amount=float(value))

    def may_show(self, measure: Measure) -> bool:
        """Tell whether a measure may stand in this version of the report."""
        return self.for_client or measure.name not in FOR_CLIENT_ONLY

    def domain(self, code: str) -> str:
        """Name a life domain, as it stands in a sentence."""
        key = f"report.domain.{code}"
        return text(key, self.lang) if has(key, self.lang) else DOMAIN.label(code, self.lang)

    def domain_names(self, codes: list[str]) -> str:
        """Name life domains in a sentence."""
        return listing([self.domain(one) for one in codes], self.lang)

    def people(self, codes: list[str]) -> str:
        """Name people in a sentence, in the order given."""
        return listing([self.names[code] for code in codes], self.lang)
