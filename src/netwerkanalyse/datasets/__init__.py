"""Data to try things on: documented fictional clients and a region, synthetic ones of any size, and four real regions.

Every client here is fictional. The real regions are facts from a published text about organisations.
"""

from netwerkanalyse.datasets.bundled import ALL_CLIENTS as ALL_CLIENTS
from netwerkanalyse.datasets.bundled import CLIENTS as CLIENTS
from netwerkanalyse.datasets.bundled import DATASETS as DATASETS
from netwerkanalyse.datasets.bundled import describe as describe
from netwerkanalyse.datasets.bundled import load as load
from netwerkanalyse.datasets.bundled_regions import EXAMPLE_REGION as EXAMPLE_REGION
from netwerkanalyse.datasets.bundled_regions import load_region as load_region
from netwerkanalyse.datasets.real_regions import ALL_REGIONS as ALL_REGIONS
from netwerkanalyse.datasets.real_regions import REGIONS as REGIONS
from netwerkanalyse.datasets.simulate import Simulated as Simulated
from netwerkanalyse.datasets.simulate import simulate as simulate
from netwerkanalyse.datasets.simulate import simulate_parts as simulate_parts
from netwerkanalyse.datasets.simulate_region import SimulatedRegion as SimulatedRegion
from netwerkanalyse.datasets.simulate_region import simulate_region as simulate_region
