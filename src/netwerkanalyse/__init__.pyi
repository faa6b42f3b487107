"""The public names: what a type checker sees, and where each is loaded from when it is first used."""

from . import datasets as datasets
from . import metrics as metrics
from . import recommend as recommend
from .datasets.simulate import simulate as simulate
from .errors import NetwerkanalyseError as NetwerkanalyseError
from .errors import UnknownNameError as UnknownNameError
from .errors import UnreadableError as UnreadableError
from .errors import ValidationError as ValidationError
from .io.formats import read_caseload as read_caseload
from .io.formats import read_region as read_region
from .io.formats import write_caseload as write_caseload
from .io.formats import write_region as write_region
from .io.hsds import read_hsds as read_hsds
from .io.igraph_graph import from_igraph as from_igraph
from .io.igraph_graph import to_igraph as to_igraph
from .io.network_files import read_network as read_network
from .io.network_files import write_network as write_network
from .io.networkx_graph import from_networkx as from_networkx
from .io.networkx_graph import to_networkx as to_networkx
from .io.partitions import write_partitions as write_partitions
from .io.region_graphs import region_from_igraph as region_from_igraph
from .io.region_graphs import region_from_networkx as region_from_networkx
from .io.region_graphs import region_to_igraph as region_to_igraph
from .io.region_graphs import region_to_networkx as region_to_networkx
from .io.template import write_region_template as write_region_template
from .io.template import write_template as write_template
from .metrics.catalogue import why_missing as why_missing
from .metrics.client.catalogue import measure as measure
from .metrics.cutoffs import Cutoffs as Cutoffs
from .metrics.measure import Level as Level
from .metrics.region.alignment.catalogue import measure_alignment as measure_alignment
from .metrics.region.catalogue import measure_region as measure_region
from .metrics.region.partnership.catalogue import measure_partnership as measure_partnership
from .metrics.region.services.catalogue import measure_services as measure_services
from .model.caseload import Caseload as Caseload
from .model.region import Region as Region
from .report.caseload_report import caseload_report as caseload_report
from .report.client_report import client_report as client_report
from .report.governance_report import governance_report as governance_report
from .report.region_report import region_report as region_report
from .report.renderers import RENDERERS as RENDERERS
from .report.sociogram.data import sociogram as sociogram
from .scale.measuring import measure_partitions as measure_partitions
from .scale.summary import summarise_partitions as summarise_partitions

__version__: str
