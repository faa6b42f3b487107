"""Social-network analysis for care networks.

Importing the package is light: what a name needs is loaded when the name is first used.

Examples
--------
>>> import netwerkanalyse as na
>>> caseload = na.datasets.load("voorbeeld")
>>> caseload
Caseload(1 client, 7 members, 3 ties, 7 needs, 7 supports)
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

__version__ = "0.1.0"
