"""Measures: a caseload in, a table out."""

from netwerkanalyse.metrics.catalogue import catalogue_table, measure, measure_network, measures, why_missing
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, Measure
from netwerkanalyse.metrics.network import Network

__all__ = [
    "Cutoffs",
    "Level",
    "Measure",
    "Network",
    "catalogue_table",
    "measure",
    "measure_network",
    "measures",
    "why_missing",
]
