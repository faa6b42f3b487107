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
    from netwerkanalyse import recommend as recommend
    from netwerkanalyse.datasets.simulate import simulate as simulate
    from netwerkanalyse.errors import NetwerkanalyseError as NetwerkanalyseError
    from netwerkanalyse.errors import UnknownNameError as UnknownNameError
    from netwerkanalyse.errors import UnreadableError as UnreadableError
    from netwerkanalyse.errors import ValidationError as ValidationError
    from netwerkanalyse.io.formats import read_caseload as read_caseload
    from netwerkanalyse.io.formats import read_region as read_region
    from netwerkanalyse.io.formats import write_caseload as write_caseload
    from netwerkanalyse.io.formats import write_region as write_region
    from netwerkanalyse.io.hsds import read_hsds as read_hsds
    from netwerkanalyse.io.igraph_graph import from_igraph as from_igraph
    from netwerkanalyse.io.igraph_graph import to_igraph as to_igraph
    from netwerkanalyse.io.network_files import read_network as read_network
    from netwerkanalyse.io.network_files import write_network as write_network
    from netwerkanalyse.io.networkx_graph import from_networkx as from_networkx
    from netwerkanalyse.io.networkx_graph import to_networkx as to_networkx
    from netwerkanalyse.io.region_graphs import region_from_igraph as region_from_igraph
    from netwerkanalyse.io.region_graphs import region_from_networkx as region_from_networkx
    from netwerkanalyse.io.region_graphs import region_to_igraph as region_to_igraph
    from netwerkanalyse.io.region_graphs import region_to_networkx as region_to_networkx
    from netwerkanalyse.io.template import write_region_template as write_region_template
    from netwerkanalyse.io.template import write_template as write_template
    from netwerkanalyse.metrics.catalogue import why_missing as why_missing
    from netwerkanalyse.metrics.client.catalogue import measure as measure
    from netwerkanalyse.metrics.cutoffs import Cutoffs as Cutoffs
    from netwerkanalyse.metrics.measure import Level as Level
    from netwerkanalyse.metrics.region.alignment.catalogue import measure_alignment as measure_alignment
    from netwerkanalyse.metrics.region.catalogue import measure_region as measure_region
    from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership as measure_partnership
    from netwerkanalyse.metrics.region.services.catalogue import measure_services as measure_services
    from netwerkanalyse.model.caseload import Caseload as Caseload
    from netwerkanalyse.model.region import Region as Region
    from netwerkanalyse.report.caseload_report import caseload_report as caseload_report
    from netwerkanalyse.report.client_report import client_report as client_report
    from netwerkanalyse.report.governance_report import governance_report as governance_report
    from netwerkanalyse.report.region_report import region_report as region_report
    from netwerkanalyse.report.renderers import RENDERERS as RENDERERS
    from netwerkanalyse.report.sociogram.data import sociogram as sociogram

__version__ = "0.1.0"

_HOMES = {
    "datasets.simulate": ("simulate",),
    "errors": ("NetwerkanalyseError", "UnknownNameError", "UnreadableError", "ValidationError"),
    "io.formats": ("read_caseload", "read_region", "write_caseload", "write_region"),
    "io.hsds": ("read_hsds",),
    "io.igraph_graph": ("from_igraph", "to_igraph"),
    "io.networkx_graph": ("from_networkx", "to_networkx"),
    "io.network_files": ("read_network", "write_network"),
    "io.region_graphs": ("region_from_igraph", "region_from_networkx", "region_to_igraph", "region_to_networkx"),
    "io.template": ("write_region_template", "write_template"),
    "metrics.catalogue": ("why_missing",),
    "metrics.client.catalogue": ("measure",),
    "metrics.cutoffs": ("Cutoffs",),
    "metrics.measure": ("Level",),
    "metrics.region.alignment.catalogue": ("measure_alignment",),
    "metrics.region.catalogue": ("measure_region",),
    "metrics.region.partnership.catalogue": ("measure_partnership",),
    "metrics.region.services.catalogue": ("measure_services",),
    "model.caseload": ("Caseload",),
    "model.region": ("Region",),
    "report.caseload_report": ("caseload_report",),
    "report.client_report": ("client_report",),
    "report.region_report": ("region_report",),
    "report.governance_report": ("governance_report",),
    "report.renderers": ("RENDERERS",),
    "report.sociogram.data": ("sociogram",),
}
_HOME = {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names}
_ROOMS = ("datasets", "metrics", "recommend")


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
