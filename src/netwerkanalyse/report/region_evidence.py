"""Everything the report on a region says something about, measured once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Family, Level, Measure, Unit
from netwerkanalyse.metrics.region.alignment.catalogue import ALIGNMENT_FAMILIES
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.catalogue import REGION_FAMILIES, measure_region_network
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.catalogue import PARTNERSHIP_FAMILIES, measure_partnership
from netwerkanalyse.metrics.region.partnership.network import SENSITIVE, Partnership
from netwerkanalyse.metrics.region.services.catalogue import SERVICE_FAMILIES
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.model.region_vocabulary import LAYER
from netwerkanalyse.model.vocabulary import SECTOR
from netwerkanalyse.report.document import Column, Format, Missing, Number, TableBlock, Value
from netwerkanalyse.report.sections.numbers import FORMATS, plain
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

_FAMILIES: tuple[Family[Callable[..., pd.DataFrame]], ...] = (
    *REGION_FAMILIES,
    *PARTNERSHIP_FAMILIES,
    *SERVICE_FAMILIES,
    *ALIGNMENT_FAMILIES,
)

DECLARED: dict[str, Measure] = {one.name: one for family in _FAMILIES for one in family.measures}
"""Every measure of a region by name."""


@dataclass(frozen=True, eq=False)
class RegionEvidence:
    """A region, its measures, and the words for it.

    Parameters
    ----------
    region
        The region.
    chosen
        Codes of the layers that the report is about.
    lang
        Language of the report.
    cutoffs
        The cut-offs used.
    caseload
        Clients whose people work for these organisations, if there are any.
    """

    region: Region
    chosen: tuple[str, ...]
    lang: str = "nl"
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)
    caseload: Caseload | None = None

    @cached_property
    def networks(self) -> dict[str, RegionNetwork]:
        """The chosen layers, ready to measure."""
        return {layer: RegionNetwork(self.region, layer, self.cutoffs) for layer in self.chosen}

    @property
    def shown(self) -> dict[str, RegionNetwork]:
        """The chosen layers that may be shown per organisation and per pair; what one thinks of another may not."""
        return {layer: network for layer, network in self.networks.items() if layer not in SENSITIVE}

    @cached_property
    def partnership(self) -> pd.DataFrame:
        """The measures of the region as a whole: layers beside each other, ratings, goals and referrals."""
        names = [family.name for family in PARTNERSHIP_FAMILIES if family.level is Level.REGION]
        return measure_partnership(self.region, names, level=Level.REGION, cutoffs=self.cutoffs)

    @cached_property
    def ladder(self) -> Partnership:
        """The layers beside each other, ready to measure."""
        return Partnership(self.region, self.cutoffs)

    @cached_property
    def services(self) -> ServiceMap:
        """The social map."""
        return ServiceMap(self.region, self.cutoffs)

    @cached_property
    def alignment(self) -> Alignment | None:
        """The region with its clients, if there are any."""
        return None if self.caseload is None else Alignment(self.region, self.caseload, self.cutoffs)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each organisation is called, by code."""
        return called(self.region, "organisations", "organisation")

    @cached_property
    def areas(self) -> dict[str, str]:
        """What each area is called, by code."""
        return called(self.region, "areas", "area")

    def layer(self, code: str) -> str:
        """Name a layer."""
        return LAYER.label(code, self.lang)

    def sector(self, code: object) -> str:
        """Name a sector; a blank one is said to be unknown."""
        return SECTOR.label(code, self.lang) if isinstance(code, str) else self.say("sector_unknown")

    def say(self, key: str, **values: object) -> str:
        """Say a text of this report."""
        return text(f"region_report.{key}", self.lang, **values)

    def over_layers(self, families: Sequence[str], networks: Iterable[RegionNetwork]) -> pd.DataFrame:
        """Measure layers as a whole, a row a layer."""
        frames = [measure_region_network(one, families, level=Level.NETWORK) for one in networks]
        return pd.concat(frames) if frames else pd.DataFrame()

    def numbers(self, frame: pd.DataFrame, names: Sequence[str]) -> tuple[Number, ...]:
        """Give measures of a table of one row, each with the count behind it, its meaning, or why it is missing."""
        reasons = why_missing(frame)
        return tuple(self._number(frame, reasons, DECLARED[name]) for name in names)

    def table(
        self, title: str, frame: pd.DataFrame, measures: Sequence[str], first: tuple[str, Sequence[str]]
    ) -> TableBlock:
        """Lay measures side by side, a row an item of the frame; the count behind a measure stands beside it.

        Parameters
        ----------
        title
            Caption.
        frame
            A table of measures.
        measures
            Its columns to show.
        first
            Heading of the first column, and the name of every row.
        """
        reasons = why_missing(frame)
        columns: list[Column] = [Column(first[0])]
        values: list[Sequence[Value]] = [first[1]]
        for name in measures:
            one = DECLARED[name]
            columns.append(Column(capital(text(f"measures.{name}.name", self.lang)), FORMATS[one.unit]))
            values.append([self._value(frame, reasons, one, row) for row in range(len(frame))])
            if one.unit in {Unit.SHARE, Unit.INDEX} and one.count:
                counted = capital(text(f"measures.{one.count}.name", self.lang))
                columns.append(Column(counted, Format.COUNT, count_of=columns[-1].title))
                values.append([self._value(frame, reasons, DECLARED[one.count], row) for row in range(len(frame))])
        rows = tuple(zip(*values, strict=True))
        return TableBlock(title, tuple(columns), rows, sortable=len(rows) > 1)

    def values(self, frame: pd.DataFrame, name: str) -> list[Value]:
        """Give a measure of a table, row by row: its value, or why it is missing."""
        reasons = why_missing(frame)
        return [self._value(frame, reasons, DECLARED[name], row) for row in range(len(frame))]

    def _number(self, frame: pd.DataFrame, reasons: pd.DataFrame, one: Measure) -> Number:
        count = frame[one.count].iloc[0] if one.count else None
        return Number(
            capital(text(f"measures.{one.name}.name", self.lang)),
            self._value(frame, reasons, one, 0),
            FORMATS[one.unit],
            None if count is None or pd.isna(count) else float(count),
            text(f"measures.{one.count}.name", self.lang) if one.count else "",
            text(f"measures.{one.name}.sentence", self.lang),
        )

    def _value(self, frame: pd.DataFrame, reasons: pd.DataFrame, one: Measure, row: int) -> Value:
        value = frame[one.name].iloc[row]
        if pd.notna(value):
            return plain(one, value, self.lang)
        reason = reasons[one.name].iloc[row]
        return Missing(text(f"reasons.{reason}", self.lang)) if pd.notna(reason) else None

    def column(self, key: str, form: Format = Format.TEXT) -> Column:
        """Head a column with a text of this report."""
        return Column(self.say(f"head.{key}"), form)

    def column_named(self, words: str, form: Format = Format.TEXT) -> Column:
        """Head a column with the name of a layer, a sector or a measure."""
        return Column(capital(words), form)
