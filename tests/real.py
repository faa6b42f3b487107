"""Real ego networks, measured by others, as caseloads.

The files stand in ``../shared/data/real`` and are not part of the repository. Every choice that the data do not make
for us is named in the docstring of its adapter: it is an assumption of the tests, not a finding.
"""

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pandas as pd

from netwerkanalyse.model.caseload import Caseload

TRANSNAT_FUNCTIONS = {
    "advice": "learning",
    "help": "daily_living",
    "talk": "mental_health",
    "money": "finances",
    "hobby": "leisure",
    "rely": "safety",
}
"""Support function to life domain: any injective choice would do, for the functions are only told apart."""

PHYSICS_FUNCTIONS = {
    "identity.based.support": ("meaning", "appraisal"),
    "physical.closeness": ("physical_health", "emotional"),
    "networking.support": ("social_relations", "informational"),
    "community.building.support": ("leisure", "practical"),
    "career.advice.support": ("work", "informational"),
    "emotional.support": ("mental_health", "emotional"),
    "material.support": ("finances", "practical"),
    "instrumental.support": ("daily_living", "practical"),
    "DEI.initiatives.policies": ("safety", "practical"),
}
"""Support function to life domain (injective) and type of support."""

_TRANSNAT_ROLES = {
    "cont_partner": "partner",
    "cont_parent": "relative",
    "cont_child": "relative",
    "cont_sibling": "relative",
    "cont_kin": "relative",
    "cont_colleague": "colleague",
    "cont_friend": "friend",
    "cont_neighbour": "neighbour",
}


def transnat(shared: Path) -> Caseload:
    """Personal support networks of German migrants in the UK (R package egor, Herz 2015): 50 egos.

    - The relations between alters were asked of at most 8 alters, those with ``selected``. Every pair of those is
      listed: tied, unless the row says "not at all" or there is no row (the interview has an answer for every such
      pair, but the published rows leave 78 out; the published densities count them as no tie). All other pairs are
      unknown. One pair stands twice, tied one way and "not at all" the other: it is tied.
    - Everybody is informal; the role is the one kind of contact that was ticked, otherwise blank.
    - Who helps with a function gives support of amount 1 in the life domain of :data:`TRANSNAT_FUNCTIONS`, and every
      ego has a need of 1 in each of them. Conflict is hindering 1, no conflict 0.
    """
    folder = shared / "real" / "transnat"
    egos, alters, rows = (pd.read_csv(folder / f"{name}.csv") for name in ("egos", "alters", "alter_ties"))
    ticked = alters[list(_TRANSNAT_ROLES)].eq("yes")
    role = ticked.idxmax(axis=1).map(_TRANSNAT_ROLES).where(ticked.sum(axis=1) == 1)
    members = pd.DataFrame(
        {
            "client": alters[".egoID"],
            "member": alters[".altID"],
            "kind": "informal",
            "role": role,
            "hindering": alters["conflict"].map({"yes": 1, "no": 0}),
        }
    )
    asked = [
        (ego, *sorted(pair))
        for ego, group in alters[alters["selected"] == 1].groupby(".egoID")[".altID"]
        for pair in combinations(group, 2)
    ]
    tied = rows[rows["weight"] != "not at all"]
    contacts = {tuple(sorted(pair)) for pair in zip(tied[".srcID"], tied[".tgtID"], strict=True)}
    ties = pd.DataFrame(asked, columns=["client", "source", "target"])
    ties["present"] = ["yes" if pair in contacts else "no" for pair in zip(ties["source"], ties["target"], strict=True)]
    given = alters.melt([".egoID", ".altID"], list(TRANSNAT_FUNCTIONS), "function", "given")
    given = given[given["given"] == "yes"]
    supports = pd.DataFrame(
        {
            "client": given[".egoID"],
            "member": given[".altID"],
            "domain": given["function"].map(TRANSNAT_FUNCTIONS),
            "amount": 1.0,
        }
    )
    clients = pd.DataFrame({"client": egos[".egoID"], "pairs_asked": "listed"})
    return _build(clients, members, ties, supports, _every_need(clients, TRANSNAT_FUNCTIONS.values()))


def milan(shared: Path) -> Caseload:
    """Personal networks of Sri Lankan migrants in Milan (Vacca, egocentric-r-book): 102 egos of 45 alters.

    - All pairs were asked. Weights of alter ties are 1 or 2; the book gives ties with the ego weight 3. Strength is
      the weight divided by 3, so that a tie with the client is 1. Weights 1 and 2 become 1/3 and 2/3.
    - Everybody is informal. A loan is support of amount 1 in finances; nobody was asked about needs.
    """
    folder = shared / "real" / "milan"
    egos, alters, rows = (pd.read_csv(folder / f"{name}.csv") for name in ("egos", "alters", "alter_ties"))
    members = pd.DataFrame({"client": alters["ego_ID"], "member": alters["alter_ID"], "kind": "informal"})
    ties = pd.DataFrame(
        {
            "client": rows["ego_ID"],
            "source": rows["from"],
            "target": rows["to"],
            "strength": rows["weight"] / 3,
        }
    )
    lent = alters[alters["alter.loan"] == "Yes"]
    supports = pd.DataFrame({"client": lent["ego_ID"], "member": lent["alter_ID"], "domain": "finances", "amount": 1.0})
    clients = pd.DataFrame({"client": egos["ego_ID"], "pairs_asked": "all"})
    return _build(clients, members, ties, supports)


def ngq(shared: Path) -> Caseload:
    """Twenty small networks, some of size 0 and 1 (R package ideanet).

    - All pairs were asked. A pair may have several rows, one a type (friends, related, other): any row is a tie.
    - Everybody is informal.
    """
    folder = shared / "real" / "ngq"
    egos, alters, rows = (pd.read_csv(folder / f"{name}.csv") for name in ("egos", "alters", "alter_ties"))
    members = pd.DataFrame({"client": alters["ego_id"], "member": alters["alter_id"], "kind": "informal"})
    ties = _each_pair_once(rows["ego_id"], rows["alter1"], rows["alter2"])
    return _build(pd.DataFrame({"client": egos["ego_id"], "pairs_asked": "all"}), members, ties)


def physics_support(shared: Path) -> Caseload:
    """The people around six physicists and what support they give (ATraxLab sample ego networks).

    - Rows between alters are ties, one or two rows a pair; all pairs were drawn, so that the others have none.
    - Family and friends are informal; supervisors and mentors stand for professionals; of the others (groups, peers
      at work, mentees) the kind is blank.
    - Every kind of support that an alter gives is support of amount 1 in the life domain of
      :data:`PHYSICS_FUNCTIONS`. An interviewee has a need of 1 in each, and calls it unmet where the support of
      somebody is missing (the ``gap.`` columns).
    """
    folder = shared / "real" / "physics_support"
    egos, alters, rows = (pd.read_csv(folder / f"{name}.csv") for name in ("egos", "alters", "ties"))
    kinds = dict.fromkeys(("fam.part", "friend", "friend.prf"), "informal") | dict.fromkeys(
        ("boss", "mentor"), "formal"
    )
    members = pd.DataFrame(
        {"client": alters["interview"], "member": alters["Name"], "kind": alters["relationship"].map(kinds)}
    )
    between = rows[rows["color"] == "alters"]
    ties = _each_pair_once(between["interview"], between["Name1"], between["Name2"])
    given = _ticked(alters, list(PHYSICS_FUNCTIONS))
    supports = pd.DataFrame(
        {
            "client": given["interview"],
            "member": given["Name"],
            "domain": given["function"].map(lambda name: PHYSICS_FUNCTIONS[name][0]),
            "type": given["function"].map(lambda name: PHYSICS_FUNCTIONS[name][1]),
            "amount": 1.0,
        }
    )
    clients = pd.DataFrame({"client": egos["interview"], "pairs_asked": "all"})
    needs = _every_need(clients, [domain for domain, _ in PHYSICS_FUNCTIONS.values()])
    gaps = _ticked(alters, [f"gap.{name}" for name in PHYSICS_FUNCTIONS])
    missing = set(zip(gaps["interview"], gaps["function"].str.removeprefix("gap."), strict=True))
    unmet = {(ego, PHYSICS_FUNCTIONS[name][0]) for ego, name in missing}
    cells = zip(needs["client"], needs["domain"], strict=True)
    needs["client_rating"] = ["unmet" if cell in unmet else None for cell in cells]
    return _build(clients, members, ties, supports, needs)


def _build(
    clients: pd.DataFrame,
    members: pd.DataFrame,
    ties: pd.DataFrame,
    supports: pd.DataFrame | None = None,
    needs: pd.DataFrame | None = None,
) -> Caseload:
    frames = {"clients": clients, "members": members, "ties": ties, "supports": supports, "needs": needs}
    return Caseload.build({name: frame for name, frame in frames.items() if frame is not None})


def _each_pair_once(client: pd.Series, first: pd.Series, second: pd.Series) -> pd.DataFrame:
    """Merge rows about the same pair, in either order."""
    pairs = [(c, *sorted((a, b))) for c, a, b in zip(client, first, second, strict=True)]
    return pd.DataFrame(list(dict.fromkeys(pairs)), columns=["client", "source", "target"])


def _every_need(clients: pd.DataFrame, domains: Iterable[str]) -> pd.DataFrame:
    return clients[["client"]].merge(pd.DataFrame({"domain": list(domains), "need": 1.0}), how="cross")


def _ticked(alters: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    long = alters.melt(["interview", "Name"], columns, "function", "ticked")
    return long[long["ticked"]]
