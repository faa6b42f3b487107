"""Data to try things on: documented fictional clients, synthetic caseloads of any size, and four real regions.

Every client here is fictional. The regions are facts from a published text about organisations.
"""

from netwerkanalyse.datasets.bundled import ALL_CLIENTS as ALL_CLIENTS
from netwerkanalyse.datasets.bundled import CLIENTS as CLIENTS
from netwerkanalyse.datasets.bundled import DATASETS as DATASETS
from netwerkanalyse.datasets.bundled import describe as describe
from netwerkanalyse.datasets.bundled import load as load
from netwerkanalyse.datasets.real_regions import ALL_REGIONS as ALL_REGIONS
from netwerkanalyse.datasets.real_regions import REGIONS as REGIONS
from netwerkanalyse.datasets.real_regions import load_region as load_region
from netwerkanalyse.datasets.simulate import Simulated as Simulated
from netwerkanalyse.datasets.simulate import simulate as simulate
from netwerkanalyse.datasets.simulate import simulate_parts as simulate_parts
