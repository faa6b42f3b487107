"""Documented examples: fictional clients, ready to analyse.

Every client here is fictional.
"""

from netwerkanalyse.datasets.bundled import ALL_CLIENTS as ALL_CLIENTS
from netwerkanalyse.datasets.bundled import CLIENTS as CLIENTS
from netwerkanalyse.datasets.bundled import DATASETS as DATASETS
from netwerkanalyse.datasets.bundled import describe as describe
from netwerkanalyse.datasets.bundled import load as load
