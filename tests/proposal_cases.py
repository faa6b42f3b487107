"""Random caseloads in which everything that limits proposals happens often, and a social map to go with them."""

import numpy as np
import pandas as pd

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, LAW, SUPPORT_TYPE

DOMAINS = DOMAIN.names[:6]
AREAS = ("noord", "zuid", "west")


def crowd(clients: int, seed: int = 0) -> Caseload:
    """Draw a caseload of many small networks, all at once."""
    rng = np.random.default_rng(seed)
    names = np.array([f"K{number}" for number in range(clients)])
    size = rng.integers(0, 8, clients)
    of = np.repeat(np.arange(clients), size)
    member = np.array([f"p{k}" for n in size for k in range(n)], dtype=object)
    people = len(of)

    def some(values, share=0.8, rows=people):
        drawn = np.array(values, dtype=object)[rng.integers(0, len(values), rows)]
        return np.where(rng.random(rows) < share, drawn, None)

    members = pd.DataFrame(
        {
            "client": names[of],
            "member": member,
            "kind": some([*KIND.names, "formal", "informal"], 0.95),
            "organisation": some(["A", "B", "C", "D"]),
            "law": some(LAW.names[:3]),
            "capacity": some([0.0, 0.5, 1.0, 2.0, 4.0]),
            "burden": some([0.0, 4.0, 9.0, 12.0], 0.5),
            "hindering": some([0, 0, 1, 3], 0.5),
            "active": some(["yes", "yes", "yes", "no"]),
            "unwanted": some(["yes", "no", "no", "no"], 0.4),
            "unsafe": some(["yes", "no", "no", "no"], 0.4),
        }
    )
    pairs = [(c, a, b) for c, n in enumerate(size) for a in range(n) for b in range(a + 1, n)]
    pairs = np.array(pairs).reshape(-1, 3)[rng.random(len(pairs)) < 0.35]
    ties = pd.DataFrame(
        {
            "client": names[pairs[:, 0]],
            "source": [f"p{k}" for k in pairs[:, 1]],
            "target": [f"p{k}" for k in pairs[:, 2]],
            "kind": rng.choice(["coordinates", "coordinates", "coordinates", "knows", "tension"], len(pairs)),
            "present": rng.choice(["yes", "yes", "no", "unknown", "unwanted"], len(pairs)),
        }
    )
    cells = pd.DataFrame([(c, domain) for c in range(clients) for domain in DOMAINS], columns=["client", "domain"])
    cells = cells[rng.random(len(cells)) < 0.6]
    rows = len(cells)
    needs = pd.DataFrame(
        {
            "client": names[cells["client"]],
            "domain": cells["domain"].to_numpy(),
            "need": some([0, 1, 2, 3], 0.9, rows),
            "client_rating": some(["met", "unmet"], 0.3, rows),
            "priority": some([0.0, 1.0, 2.0], 0.3, rows),
            "wanted_kind": some(KIND.names, 0.4, rows),
            "wanted_type": some(SUPPORT_TYPE.names, 0.4, rows),
        }
    )
    given = np.array([(row, d) for row in range(people) for d in range(len(DOMAINS))]).reshape(-1, 2)
    given = given[rng.random(len(given)) < 0.25]
    supports = pd.DataFrame(
        {
            "client": names[of[given[:, 0]]],
            "member": member[given[:, 0]],
            "domain": np.array(DOMAINS)[given[:, 1]],
            "type": some(SUPPORT_TYPE.names, 0.5, len(given)),
            "amount": some([0.5, 1.0, 2.0, 3.0], 0.95, len(given)),
            "status": rng.choice(["happening", "happening", "happening", "planned", "refused", "ended"], len(given)),
            "backup": some(["yes", "no", "no"], 0.3, len(given)),
        }
    )
    consented = (rng.random(people) < 0.5) & (of % 4 == 0)
    consents = pd.DataFrame({"client": names[of], "member": member, "domain": some(DOMAINS, 0.5)})[consented]
    asked = {
        "client": names,
        "pairs_asked": some(["all", "all", "listed"], 1.0, clients),
        "area": some(AREAS, 0.8, clients),
        "age": some([15, 17, 25, 70], 0.7, clients),
        "language": some(["nl", "en"], 0.7, clients),
        "laws": some(["wmo", "wmo;zvw", "zvw"], 0.7, clients),
    }
    frames = {"members": members, "ties": ties, "needs": needs, "supports": supports, "consents": consents}
    return Caseload.build({"clients": pd.DataFrame(asked), **frames})


def services(seed: int = 0, count: int = 40) -> Region:
    """Draw a social map: everything that decides whom a service is for, with blanks."""
    rng = np.random.default_rng(seed)

    def some(values, share=0.7):
        drawn = np.array(values, dtype=object)[rng.integers(0, len(values), count)]
        return np.where(rng.random(count) < share, drawn, None)

    frame = pd.DataFrame(
        {
            "service": [f"s{k}" for k in range(count)],
            "organisation": rng.choice(list("ABCDEF"), count),
            "domains": rng.choice([*DOMAINS, f"{DOMAINS[0]};{DOMAINS[1]}"], count),
            "kind": some(KIND.names),
            "areas": some([*AREAS, "noord;west", "regio"]),
            "laws": some(["wmo", "zvw", "wlz"]),
            "capacity": some([0, 1, 20]),
            "waiting_days": some([0, 30, 400]),
            "age_from": some([0, 18], 0.5),
            "age_to": some([17, 65, 120], 0.5),
            "languages": some(["nl", "nl;en", "Engels"]),
        }
    )
    areas = pd.DataFrame({"area": ["regio", *AREAS], "parent": [None, "regio", "regio", None]})
    return Region.build(
        {"organisations": pd.DataFrame({"organisation": list("ABCDEF")}), "services": frame, "areas": areas}
    )
