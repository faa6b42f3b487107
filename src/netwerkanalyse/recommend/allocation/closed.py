"""Which services are closed to an ask whatever room they have: refused, rejected, or there already."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Flags, Ints
from netwerkanalyse.model.service_arrays import Pairs
from netwerkanalyse.model.vocabulary import DOMAIN, SUPPORT_STATUS
from netwerkanalyse.recommend.allocation.asks import Asks, Found
from netwerkanalyse.recommend.answers import REJECTED
from netwerkanalyse.recommend.proposal import Fact, grounds_of
from netwerkanalyse.recommend.social_map import SocialMap
from netwerkanalyse.recommend.supports import GROUNDS


def supporting(network: Network, services: SocialMap) -> pd.DataFrame:
    """List which services' organisations support now, a row a client, life domain and service for that domain.

    Parameters
    ----------
    network
        Any number of clients.
    services
        The social map.

    Returns
    -------
    frame
        Positions in the columns ``client``, ``domain`` and ``service``. Which of its services an organisation supports
        with is not known: every one for that domain is listed.
    """
    return _offered(_by_organisation(network, network.supports.row), services)


def closed(network: Network, services: SocialMap, asks: Asks, found: Found) -> Pairs:
    """Pair asks with the services that are not offered.

    Parameters
    ----------
    network
        The clients.
    services
        The social map.
    asks
        What they lack.
    found
        What was measured of them.

    Returns
    -------
    pairs
        Asks (``area`` holds their positions) with services: of an organisation that supports in this domain already, or
        from which support in it was refused; and services that the client rejected on the same grounds.
    """
    frame = network.caseload.tables["supports"]
    refused = np.flatnonzero(arrays.codes_of(frame["status"]) == SUPPORT_STATUS.position["refused"])
    shut = pd.concat(
        [
            supporting(network, services),
            _offered(_by_organisation(network, refused), services),
            _rejected(network, services, found),
        ]
    )
    cell = asks.client * len(DOMAIN.names) + asks.domain
    wanted = shut["client"].to_numpy(dtype=np.int64) * len(DOMAIN.names) + shut["domain"].to_numpy(dtype=np.int64)
    ask = np.searchsorted(cell, wanted)
    here: Flags = ask < len(cell)
    here[here] = cell[ask[here]] == wanted[here]
    width = max(len(services.entries), 1)
    pair = np.unique(ask[here] * width + shut["service"].to_numpy(dtype=np.int64)[here])
    return Pairs(pair // width, pair % width)


def _by_organisation(network: Network, rows: Ints) -> pd.DataFrame:
    """Say of rows of support which organisation gives it to whom in which domain, each once."""
    caseload = network.caseload
    member = caseload.keys.refers["supports", "member"][rows]
    organisation = caseload.tables["members"]["organisation"].astype(object).to_numpy()[member]
    found = pd.DataFrame(
        {
            "client": caseload.keys.client["supports"][rows],
            "domain": arrays.codes_of(caseload.tables["supports"]["domain"])[rows].astype(np.int64),
            "organisation": organisation,
        }
    )
    return found.dropna().drop_duplicates()


def _offered(given: pd.DataFrame, services: SocialMap) -> pd.DataFrame:
    """Name the services behind organisations in a life domain."""
    rows = [
        (one.organisation, DOMAIN.position[domain], at)
        for at, one in enumerate(services.entries)
        for domain in one.domains
    ]
    offer = pd.DataFrame(rows, columns=["organisation", "domain", "service"])
    offer = offer.astype({"organisation": object, "domain": np.int64, "service": np.int64})
    return given.merge(offer, on=["organisation", "domain"])[["client", "domain", "service"]]


def _rejected(network: Network, services: SocialMap, found: Found) -> pd.DataFrame:
    """Name the services that were rejected; those with grounds only while the grounds are the same."""
    given = network.caseload.tables["answers"]
    said = (given["answer"] == REJECTED).to_numpy(dtype=bool, na_value=False)
    parts = given["proposal"][said].astype("str").str.extract(r"^service/(?P<domain>[^/]+)/(?P<service>.+)$")
    rows = pd.DataFrame(
        {
            "client": network.caseload.keys.client["answers"][said],
            "domain": parts["domain"].map(DOMAIN.position).to_numpy(dtype=float),
            "service": parts["service"].map(services.position).to_numpy(dtype=float),
            "grounds": given["grounds"][said].astype(object).to_numpy(),
        }
    ).dropna(subset=["domain", "service"])
    rows = rows.astype({"domain": np.int64, "service": np.int64})
    columns = (rows[name].tolist() for name in ("client", "domain", "grounds"))
    same = [pd.isna(grounds) or grounds == _grounds(found, *cell) for *cell, grounds in zip(*columns, strict=True)]
    return rows.loc[np.array(same, dtype=bool), ["client", "domain", "service"]]


def _grounds(found: Found, client: int, domain: int) -> str:
    """Write the numbers a proposal of a service would rest on now, as they are kept with an answer."""
    facts = (Fact(name, float(getattr(found, name)[client, domain]), DOMAIN.names[domain]) for name in GROUNDS)
    return grounds_of(facts)
