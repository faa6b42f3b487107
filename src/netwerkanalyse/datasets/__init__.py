"""Data to try things on: documented fictional clients, and synthetic caseloads of any size.

Every client here is fictional.
"""

from netwerkanalyse.datasets.bundled import ALL_CLIENTS as ALL_CLIENTS
from netwerkanalyse.datasets.bundled import CLIENTS as CLIENTS
from netwerkanalyse.datasets.bundled import DATASETS as DATASETS
from netwerkanalyse.datasets.bundled import describe as describe
from netwerkanalyse.datasets.bundled import load as load
from netwerkanalyse.datasets.simulate import Simulated as Simulated
from netwerkanalyse.datasets.simulate import simulate as simulate
from netwerkanalyse.datasets.simulate import simulate_parts as simulate_parts
