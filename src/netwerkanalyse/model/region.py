"""The region: organisations, layers of collaboration, services and areas, in a few frozen tables."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from netwerkanalyse.model.building import FrozenTables, assemble
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Origin, Problem
from netwerkanalyse.model.region_checks import RULES
from netwerkanalyse.model.region_tables import REGION

FEWEST = 3
"""A network has at least so many autonomous, interdependent organisations (Provan and Kenis)."""


class Region(FrozenTables):
    """Organisations and how they work together, what they offer, and where.

    Build it with :meth:`build`. The caseload meets it in one key: ``organisation``.

    Parameters
    ----------
    tables
        Every table of the region, typed and checked.
    keys
        Positions of what every cell names.
    warnings
        What was doubtful but did not stop.

    Examples
    --------
    >>> import pandas as pd
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "HA"], "autonomous": ["ja", "ja"]}),
    ...     "collaborations": pd.DataFrame({"van": ["HA"], "naar": ["GGZ"], "laag": ["verwijzing"]}),
    ... })
    >>> region
    Region(2 organisations, 1 collaboration)
    >>> region.autonomous_organisations, region.is_network
    (2, False)
    """

    @classmethod
    def build(
        cls,
        frames: Mapping[str, pd.DataFrame],
        *,
        strict: bool = False,
        lang: str = "nl",
        origins: Mapping[str, Origin] | None = None,
        found: Sequence[Problem] = (),
    ) -> "Region":
        """Read, check and freeze tables; as :meth:`netwerkanalyse.Caseload.build`.

        Parameters
        ----------
        frames
            Table name to frame. Only ``organisations`` must be there.
        strict
            Whether warnings stop too.
        lang
            Language of the error message.
        origins
            Table name to the sheet or file it came from.
        found
            Problems that a reader met before this.

        Returns
        -------
        region
            The frozen region.

        Raises
        ------
        ValidationError
            With every problem, when there is at least one error (or, if strict, one warning).
        """
        return cls(*assemble(frames, REGION, RULES, strict=strict, lang=lang, origins=origins, found=found))

    def __len__(self) -> int:
        """Return the number of organisations, teams and bodies together."""
        return len(self.columns("organisations"))

    def __repr__(self) -> str:
        """Say how large it is."""
        names = ("organisation", "collaboration", "affiliation", "service", "area")
        sizes = [(name, len(self.tables[f"{name}s"])) for name in names]
        said = [f"{size:,} {name}{'' if size == 1 else 's'}" for name, size in sizes if size]
        return f"Region({', '.join(said) or 'empty'})"

    @property
    def organisation_index(self) -> pd.Index:
        """The organisations, as the index of every table of one row an organisation."""
        return pd.Index(self.tables["organisations"]["organisation"], name="organisation")

    @property
    def autonomous_organisations(self) -> int:
        """How many organisations are known to decide for themselves; blank does not count as yes."""
        return int(self.tables["organisations"]["autonomous"].fillna(value=False).sum())

    @property
    def autonomous_unknown(self) -> int:
        """Of how many organisations it is not said whether they decide for themselves; a team or a category is none."""
        table = self.tables["organisations"]
        organisation = table["type"].isna() | (table["type"] == "organisation")
        return int((organisation & table["autonomous"].isna()).sum())

    @property
    def is_network(self) -> bool | None:
        """Whether there are at least three autonomous organisations; None when those of which it is not said decide.

        Fewer than three is no network in this sense.
        """
        certain = self.autonomous_organisations
        if certain < FEWEST <= certain + self.autonomous_unknown:
            return None
        return certain >= FEWEST

    def select(self, organisations: Iterable[str]) -> "Region":
        """Return the region of some organisations: rows that name another organisation are left out.

        Parameters
        ----------
        organisations
            Codes of the organisations to keep.

        Returns
        -------
        region
            A region with these organisations, in the order they have here.
        """
        kept = self.organisation_index.isin(list(organisations))
        tables = {}
        for table in REGION.tables:
            frame = self.tables[table.name]
            stays = kept.copy() if table.name == "organisations" else np.ones(len(frame), dtype=bool)
            for field in table.fields:
                if field.refers == "organisations" and field.required:
                    stays &= np.append(kept, False)[self.keys.refers[table.name, field.name]]
            tables[table.name] = frame[stays].reset_index(drop=True)
        return self.replaced(**tables)

    def replaced(self, **tables: pd.DataFrame) -> "Region":
        """Return the region with some tables replaced, not checked anew: rows left out, or rows of which all is known.

        Parameters
        ----------
        **tables
            Table name to the typed table, its rows numbered from 0.

        Returns
        -------
        region
            A new region; this one stays as it is.
        """
        everything = {**self.tables, **tables}
        return Region(MappingProxyType(everything), Keys.of(everything, REGION), self.warnings)
