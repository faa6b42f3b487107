"""Documented examples: fictional clients, ready to analyse.

Every client here is fictional.
"""

from difflib import get_close_matches

from netwerkanalyse.datasets.worked_example import worked_example
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.caseload import Caseload

DATASETS = {"voorbeeld": worked_example}
"""Name to the function that makes the data set; the function's docstring documents it."""


def load(name: str) -> Caseload:
    """Load a bundled data set.

    Parameters
    ----------
    name
        One of :data:`DATASETS`.

    Returns
    -------
    caseload
        The data set.

    Raises
    ------
    UnknownNameError
        If there is no data set of that name.

    Examples
    --------
    >>> load("voorbeeld")
    Caseload(1 client, 7 members, 3 ties, 7 needs, 7 supports)
    """
    if name not in DATASETS:
        nearest = get_close_matches(name, DATASETS, n=1, cutoff=0)[0]
        message = f"there is no data set {name!r}; nearest: {nearest!r}; all: {', '.join(DATASETS)}"
        raise UnknownNameError(message)
    return DATASETS[name]()
