"""Measures: a caseload in, a table out."""

from netwerkanalyse.metrics.catalogue import catalogue_table, measures, why_missing
from netwerkanalyse.metrics.client.catalogue import measure, measure_network
from netwerkanalyse.metrics.client.change import Change, change
from netwerkanalyse.metrics.client.cohort import cohort
from netwerkanalyse.metrics.client.contacts import contacts_by_role
from netwerkanalyse.metrics.client.loss import largest_losses
from netwerkanalyse.metrics.client.path import planned_path
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.client.withdrawal import safe_withdrawal
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, Measure
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.peers import Peers
from netwerkanalyse.metrics.sensitivity import cutoff_sensitivity, tie_sensitivity
from netwerkanalyse.metrics.weighting import Weighting

__all__ = [
    "Change",
    "Cutoffs",
    "Level",
    "Measure",
    "Network",
    "Peers",
    "Weighting",
    "catalogue_table",
    "change",
    "cohort",
    "contacts_by_role",
    "cutoff_sensitivity",
    "largest_losses",
    "measure",
    "measure_network",
    "measures",
    "planned_path",
    "return_routes",
    "safe_withdrawal",
    "tie_sensitivity",
    "why_missing",
]
