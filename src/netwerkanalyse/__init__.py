"""Social-network analysis for care networks.

Importing the package is light: what a name needs is loaded when the name is first used.

Examples
--------
>>> import netwerkanalyse as na
>>> caseload = na.datasets.load("voorbeeld")
>>> caseload
Caseload(1 client, 7 members, 3 ties, 7 needs, 7 supports)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netwerkanalyse import datasets as datasets
    from netwerkanalyse import metrics as metrics
    from netwerkanalyse.errors import NetwerkanalyseError as NetwerkanalyseError
    from netwerkanalyse.errors import UnknownNameError as UnknownNameError
    from netwerkanalyse.errors import UnreadableError as UnreadableError
    from netwerkanalyse.errors import ValidationError as ValidationError
    from netwerkanalyse.metrics.catalogue import measure as measure
    from netwerkanalyse.metrics.catalogue import why_missing as why_missing
    from netwerkanalyse.metrics.cutoffs import Cutoffs as Cutoffs
    from netwerkanalyse.metrics.measure import Level as Level
    from netwerkanalyse.model.caseload import Caseload as Caseload

__version__ = "0.1.0"

_HOME = {
    "Caseload": "netwerkanalyse.model.caseload",
    "NetwerkanalyseError": "netwerkanalyse.errors",
    "UnknownNameError": "netwerkanalyse.errors",
    "UnreadableError": "netwerkanalyse.errors",
    "ValidationError": "netwerkanalyse.errors",
    "Cutoffs": "netwerkanalyse.metrics.cutoffs",
    "Level": "netwerkanalyse.metrics.measure",
    "measure": "netwerkanalyse.metrics.catalogue",
    "why_missing": "netwerkanalyse.metrics.catalogue",
}
_ROOMS = ("datasets", "metrics")


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name in _ROOMS:
        return import_module(f"netwerkanalyse.{name}")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    message = f"module 'netwerkanalyse' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(["__version__", *_HOME, *_ROOMS])
