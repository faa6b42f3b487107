"""What would come of it: the same measures, with every offer taken up."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.arrays import Floats, Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.scale_checks import LEVELS
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.allocation.asks import Asks, Found, found_in
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.recommend.social_map import SocialMap
from netwerkanalyse.recommend.supports import LEAST


def taken_up(caseload: Caseload, services: SocialMap, asks: Asks, service: Ints, settings: AllocationSettings) -> Found:
    """Measure all clients again, as if every offer were taken up; nothing that is there goes.

    Parameters
    ----------
    caseload
        The clients.
    services
        The social map.
    asks
        What they lack.
    service
        The service offered to each ask, -1 for none.
    settings
        The cut-offs of measures.

    Returns
    -------
    found
        What is measured then.
    """
    offered = np.flatnonzero(service >= 0)
    entries = services.entries
    mark = "+"
    members = caseload.tables["members"]
    while members["member"].str.startswith(mark).any():
        mark += "+"
    codes = np.array([mark + one.code for one in entries], dtype=object)
    kinds = np.array([one.kind or "formal" for one in entries], dtype=object)
    which = service[offered]
    come = pd.DataFrame(
        {
            "client": caseload.tables["clients"]["client"].to_numpy(dtype=object)[asks.client[offered]],
            "member": codes[which],
            "domain": np.array(DOMAIN.names, dtype=object)[asks.domain[offered]],
            "kind": kinds[which],
            "amount": _amount(asks.missing[offered], hours=_in_hours(caseload)),
        }
    )
    people = come[["client", "member", "kind"]].drop_duplicates()
    given = come.drop(columns="kind").assign(status="happening", direction="to_client")
    # Coverage rests on these four tables only, and the others are the larger part of what would be checked again.
    after = Caseload.build(
        {
            "clients": caseload.tables["clients"],
            "needs": caseload.tables["needs"],
            "members": pd.concat([members.astype(object), people], ignore_index=True),
            "supports": pd.concat([caseload.tables["supports"].astype(object), given], ignore_index=True),
        }
    )
    return found_in(Network(after), settings.cutoffs)


def _in_hours(caseload: Caseload) -> bool:
    """Tell whether need and support are in hours a week: a caseload has one scale."""
    return bool((caseload.tables["clients"]["scale"] == "hours").any())


def _amount(missing: Floats, *, hours: bool) -> Floats:
    """Give as much as is missing: in hours at least half an hour, else the level that is enough."""
    if hours:
        return np.maximum(missing, LEAST)
    levels = np.array(LEVELS)
    found: Floats = levels[np.minimum(np.searchsorted(levels, missing - 1e-9), len(levels) - 1)]
    return found
