"""What is measured of every part, and how a finished part is recognised."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from netwerkanalyse import __version__
from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.folder import files_of
from netwerkanalyse.io.formats import read_caseload
from netwerkanalyse.io.parquet_folder import SUFFIX
from netwerkanalyse.metrics.client.catalogue import FAMILIES, measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.families import choose
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import COORDINATES, Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.problem import Origin, Problem
from netwerkanalyse.scale.output import Made, clear, made_of, write_table

GAPS: Mapping[Level, Iterable[str] | None] = {Level.CLIENT: None, Level.DOMAIN: ("gaps",)}
"""All measures of clients, and the gaps by life domain."""


class Outcome(NamedTuple):
    """What became of a part: whether it was computed now, and what is wrong with it, if anything."""

    part: Path
    computed: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Job:
    """What is measured of every part, and where it is written.

    Parameters
    ----------
    out
        The folder of the results: a folder a level, in it a file a part.
    families
        Level to names of families, ``None`` for all of that level.
    layer
        The layer of ties that graph measures look at.
    cutoffs
        The cut-offs.
    day
        Look at the networks on another day.
    strict
        Whether warnings stop too.
    lang
        Language of messages.
    """

    out: Path
    families: Mapping[Level, Iterable[str] | None] = field(default_factory=lambda: GAPS)
    layer: str = COORDINATES
    cutoffs: Cutoffs = field(default_factory=Cutoffs)
    day: date | None = None
    strict: bool = False
    lang: str = "nl"

    def __post_init__(self) -> None:
        """Refuse names of families that do not exist before anything is read."""
        chosen = {
            level: tuple(family.name for family in choose(FAMILIES, level, names))
            for level, names in self.families.items()
        }
        object.__setattr__(self, "families", chosen)

    def files(self, part: Path) -> dict[Level, Path]:
        """Return the files of a part: level to path."""
        return {level: self.out / level.name.lower() / f"{part.name}{SUFFIX}" for level in self.families}

    def made(self, part: Path) -> Made | None:
        """Return what is said in the finished files of a part; None unless all are there and of this input."""
        found = [made_of(path) for path in self.files(part).values()]
        expected = self.fingerprint(part)
        return found[0] if all(one is not None and one.fingerprint == expected for one in found) else None

    def fingerprint(self, part: Path) -> str:
        """Return what tells one computation from another: the version, what is asked, and the files it is asked of."""
        asked = {
            "version": __version__,
            "families": {level.name: names for level, names in self.families.items()},
            "layer": self.layer,
            "cutoffs": repr(self.cutoffs),
            "day": str(self.day),
            "strict": self.strict,
            "files": [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files_of(part, SUFFIX)],
        }
        return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()

    def run(self, part: Path) -> Outcome:
        """Measure a part, unless that was done before.

        Parameters
        ----------
        part
            A folder of Parquet files.

        Returns
        -------
        outcome
            Whether it was computed. A part with errors has problems, each with its path, and no files.
        """
        if self.made(part) is not None:
            return Outcome(part, computed=False)
        fingerprint = self.fingerprint(part)  # of before reading: a file that changes meanwhile is read again later
        for path in self.files(part).values():
            clear(path)
        try:
            caseload = read_caseload(part, strict=self.strict, lang=self.lang)
        except ValidationError as error:
            problems = [_within(part, one) for one in error.problems if isinstance(one, Problem)]
            return Outcome(part, computed=True, problems=tuple(problems))
        except UnreadableError as error:
            problem = Problem("unreadable_partition", details={"name": part, "reason": str(error)})
            return Outcome(part, computed=True, problems=(problem,))
        self._measure(caseload, Made(fingerprint, _scale(caseload)), part)
        return Outcome(part, computed=True)

    def _measure(self, caseload: Caseload, made: Made, part: Path) -> None:
        seen = caseload if self.day is None else caseload.at(self.day.isoformat())
        network = Network(seen, self.layer)
        for level, path in self.files(part).items():
            frame = measure_network(network, self.families[level], level=level, cutoffs=self.cutoffs)
            write_table(frame, path, made)


def _scale(caseload: Caseload) -> str:
    """Return the scale of a caseload; a blank is the default, levels."""
    scales = caseload.tables["clients"]["scale"].fillna("level")
    return str(scales.iloc[0]) if len(scales) else ""


def _within(part: Path, problem: Problem) -> Problem:
    """Say in which part a problem is."""
    place = problem.origin.place if problem.origin else ""
    return replace(problem, origin=Origin(str(part / place)))
