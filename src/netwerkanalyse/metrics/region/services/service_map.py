"""The social map of a region made ready to measure: which service is where, for what, by whom."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model import service_arrays
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.service_arrays import Coverage, Flags, Pairs
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, LAW

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ServiceMap:
    """The services and areas of a region as arrays, each made when first needed and kept.

    A service is *in* an area when it names that area, or an area in which it lies. It is *open* unless its capacity is
    zero: a capacity that nobody filled in is not zero.

    Parameters
    ----------
    region
        The region.
    cutoffs
        How far people can be expected to go.
    """

    region: Region
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)

    @property
    def areas(self) -> pd.Index:
        """Index of a table of one row an area."""
        return pd.Index(self.region.tables["areas"]["area"], name="area")

    @property
    def services(self) -> pd.Index:
        """Index of a table of one row a service."""
        return pd.Index(self.region.tables["services"]["service"], name="service")

    @property
    def area_domains(self) -> pd.MultiIndex:
        """Index of a table of one row a life domain of an area, all domains of every area."""
        areas, domains = len(self.areas), len(DOMAIN.names)
        codes = [np.repeat(np.arange(areas), domains), np.tile(np.arange(domains), areas)]
        return pd.MultiIndex(levels=[self.areas, DOMAIN.names], codes=codes, names=["area", "domain"])

    @cached_property
    def coverage(self) -> Coverage:
        """Which services are in the whole of an area, and which in a part of it only."""
        return service_arrays.coverage(self.region)

    @cached_property
    def parent(self) -> Numbers:
        """The position of the area that each area lies in, -1 for none."""
        return service_arrays.parents(self.region)

    @cached_property
    def smallest(self) -> Flags:
        """Whether an area has no parts."""
        smallest = np.ones(len(self.areas), dtype=bool)
        smallest[self.parent[self.parent >= 0]] = False
        return smallest

    @cached_property
    def placed(self) -> Flags:
        """Whether it is known where a service is."""
        return self.region.tables["services"]["areas"].notna().to_numpy()

    @cached_property
    def capacity(self) -> Floats:
        """For how many people a service has room, NaN when unknown."""
        return self._numbers("services", "capacity")

    @cached_property
    def waiting(self) -> Floats:
        """How many days one waits, NaN when unknown."""
        return self._numbers("services", "waiting_days")

    @property
    def open(self) -> Flags:
        """Whether there is room, as far as known."""
        return self.capacity != 0

    @cached_property
    def domains(self) -> Flags:
        """For which life domains a service is: a row a service, a column a domain. A row without any: unknown."""
        return self._choices("domains", DOMAIN.names)

    @cached_property
    def laws(self) -> Flags:
        """By which laws a service is paid; as :attr:`domains`."""
        return self._choices("laws", LAW.names)

    @property
    def has_domain(self) -> Flags:
        """Whether it is known for which life domains a service is."""
        return np.asarray(self.domains.any(axis=1))

    @property
    def has_law(self) -> Flags:
        """Whether it is known by which laws a service is paid."""
        return np.asarray(self.laws.any(axis=1))

    @cached_property
    def kinds(self) -> Flags:
        """Of which kind a service is, a column a kind and one for unknown."""
        codes = self.region.tables["services"]["kind"].cat.codes.to_numpy()
        return codes[:, None] == np.array([*range(len(KIND.names)), -1])

    @property
    def organisation(self) -> Numbers:
        """The position of the organisation that offers a service."""
        return self.region.keys.refers["services", "organisation"]

    @cached_property
    def population(self) -> Floats:
        """Inhabitants of an area, NaN when unknown of it and of its parts."""
        return service_arrays.filled_in(self.parent, self._written_population, self.population_counts[:, None])[:, 0]

    @cached_property
    def population_counts(self) -> Flags:
        """The areas over which inhabitants are added up, so that nobody counts twice."""
        return service_arrays.counted_once(self.parent, ~np.isnan(self._written_population))[:, 0]

    @cached_property
    def expected(self) -> Floats:
        """Expected clients, areas by life domains, NaN when unknown of an area and of its parts."""
        return service_arrays.filled_in(self.parent, self._written_needs, self.expected_counts)

    @cached_property
    def expected_counts(self) -> Flags:
        """The areas over which expected clients are added up, by life domain."""
        return service_arrays.counted_once(self.parent, ~np.isnan(self._written_needs))

    @cached_property
    def in_whole(self) -> Pairs:
        """Every area with the open services that are for the whole of it."""
        return _of(self.coverage.whole, self.open)

    @cached_property
    def in_part(self) -> Pairs:
        """Every area with the open services that are for a part of it only."""
        return _of(self.coverage.part, self.open)

    @cached_property
    def in_domain(self) -> Numbers:
        """How many open services there are for the whole of an area, by life domain."""
        return self.by_area(self.in_whole, self.domains)

    @cached_property
    def uncertain(self) -> Numbers:
        """How many open services may or may not be there, by area and life domain: place or domain is unknown."""
        vague = ~self.has_domain
        nowhere = self.open & ~self.placed
        everywhere = np.sum(nowhere[:, None] & (self.domains | vague[:, None]), axis=0)
        here = self.by_area(self.in_whole, vague) + self.by_area(self.in_part, vague)
        result: Numbers = here[:, None] + everywhere
        return result

    @cached_property
    def coverage_known(self) -> Flags:
        """Whether it is known if an area has a service, by life domain; without any service nothing is known."""
        return (self.in_domain > 0) | ((self.uncertain == 0) & (len(self.services) > 0))

    @cached_property
    def covered(self) -> Floats:
        """Whether an area has a service, by life domain; NaN when that is not known."""
        return np.where(self.coverage_known, self.in_domain > 0, np.nan)

    def by_area(self, pairs: Pairs, which: Flags) -> Numbers:
        """Count the services of every area.

        Parameters
        ----------
        pairs
            Areas and services.
        which
            The services that count, or a column for each question.

        Returns
        -------
        counts
            A row an area, with the columns of ``which``.
        """
        columns = np.atleast_2d(which.T)
        counts = [np.bincount(pairs.area[column[pairs.other]], minlength=len(self.areas)) for column in columns]
        return np.stack(counts, axis=-1).reshape(len(self.areas), *which.shape[1:])

    def distinct_by_area(self, of: Numbers, which: Flags) -> Numbers:
        """Count how many different ones (organisations) the services of the whole of every area have.

        Parameters
        ----------
        of
            A number a service.
        which
            The services that count, or a column for each question.

        Returns
        -------
        counts
            A row an area, with the columns of ``which``.
        """
        width = int(of.max(initial=0)) + 1
        pair = self.in_whole.area * width + of[self.in_whole.other]
        columns = np.atleast_2d(which.T)
        once = (np.unique(pair[column[self.in_whole.other]]) for column in columns)
        counts = [np.bincount(found // width, minlength=len(self.areas)) for found in once]
        return np.stack(counts, axis=-1).reshape(len(self.areas), *which.shape[1:])

    @cached_property
    def _written_population(self) -> Floats:
        return self._numbers("areas", "population")[:, None]

    @cached_property
    def _written_needs(self) -> Floats:
        table = self.region.tables["area_needs"]
        needs = np.full((len(self.areas), len(DOMAIN.names)), np.nan)
        needs[self.region.keys.refers["area_needs", "area"], table["domain"].cat.codes] = table["expected"]
        return needs

    def _numbers(self, table: str, column: str) -> Floats:
        return self.region.tables[table][column].to_numpy(dtype=np.float64, na_value=np.nan)

    def _choices(self, column: str, names: tuple[str, ...]) -> Flags:
        row, choice = service_arrays.several(self.region.tables["services"][column], pd.Index(names))
        chosen = np.zeros((len(self.services), len(names)), dtype=bool)
        chosen[row, choice] = True
        return chosen


def _of(pairs: Pairs, services: Flags) -> Pairs:
    chosen = services[pairs.other]
    return Pairs(pairs.area[chosen], pairs.other[chosen])
