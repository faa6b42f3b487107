"""How heavily each life domain counts when a client's domains are taken together."""

from enum import Enum

import numpy as np

from netwerkanalyse.model import arrays


class Weighting(Enum):
    """How heavily each life domain with a need counts.

    ``EQUAL``: every domain the same. ``NEED``: as heavily as the need. ``PRIORITY``: as heavily as the client says it
    matters; a blank priority counts as 1.
    """

    EQUAL = "equal"
    NEED = "need"
    PRIORITY = "priority"


def domain_weights(needs: arrays.Needs, weighting: Weighting) -> arrays.Floats:
    """Weigh the life domains of every client.

    Parameters
    ----------
    needs
        The needs, clients by life domains.
    weighting
        How heavily each domain counts.

    Returns
    -------
    weights
        Clients by life domains; 0 where there is no need, or none that is known.
    """
    if weighting is Weighting.NEED:
        weights = needs.need
    elif weighting is Weighting.PRIORITY:
        weights = np.where(np.isnan(needs.priority), 1.0, needs.priority)
    else:
        weights = np.ones_like(needs.need)
    return np.where(needs.need > 0, weights, 0.0)
