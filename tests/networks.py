"""Small networks for tests: a builder, a zoo of odd ones, and a Hypothesis strategy."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd
from hypothesis import strategies as st

from netwerkanalyse.metrics.weighting import Weighting
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, LAW, SECTOR, SUPPORT_STATUS, SUPPORT_TYPE


@dataclass
class Client:
    """One client in plain Python: what a definition in naive takes."""

    name: str = "K"
    people: list[dict] = field(default_factory=list)
    ties: list[tuple[int, int, str, float | None]] = field(default_factory=list)
    needs: list[dict] = field(default_factory=list)
    supports: list[dict] = field(default_factory=list)
    all_asked: bool = True
    attributes: dict = field(default_factory=dict)

    @property
    def edges(self) -> list[tuple[int, int]]:
        """The pairs that have a tie."""
        return [(a, b) for a, b, present, _ in self.ties if present == "yes"]


def caseload_of(*clients: Client, **more: pd.DataFrame) -> Caseload:
    """Stack clients into a caseload, with more tables when wanted."""
    frames: dict[str, list[dict]] = {"clients": [], "members": [], "ties": [], "needs": [], "supports": []}
    for client in clients:
        asked = "all" if client.all_asked else "listed"
        frames["clients"].append({"client": client.name, "pairs_asked": asked, **client.attributes})
        frames["members"] += [
            {"client": client.name, "member": f"p{i}", **person} for i, person in enumerate(client.people)
        ]
        frames["ties"] += [
            {
                "client": client.name,
                "source": f"p{a}",
                "target": f"p{b}",
                "present": present,
                "strength": strength,
            }
            for a, b, present, strength in client.ties
        ]
        frames["needs"] += [{"client": client.name, **need} for need in client.needs]
        frames["supports"] += [
            {"client": client.name, **support, "member": f"p{support['member']}"} for support in client.supports
        ]
    columns = {
        "clients": ["client"],
        "members": ["client", "member"],
        "ties": ["client", "source", "target", "present"],
        "needs": ["client", "domain"],
        "supports": ["client", "member", "domain"],
    }
    return Caseload.build(
        {name: pd.DataFrame(rows) if rows else pd.DataFrame(columns=columns[name]) for name, rows in frames.items()}
        | more
    )


def plain(n: int, edges: list[tuple[int, int]], name: str = "K") -> Client:
    """A client with n people about whom nothing else is known."""
    return Client(name, [{} for _ in range(n)], [(a, b, "yes", None) for a, b in edges])


def _pairs(n: int) -> list[tuple[int, int]]:
    return [(a, b) for a in range(n) for b in range(a + 1, n)]


def zoo() -> dict[str, Client]:
    """Odd networks that every measure must survive."""
    four = [{"kind": "informal"}, {"kind": "formal", "organisation": "A"}, {"kind": "peer"}, {}]
    return {
        "nobody": Client("nobody"),
        "one_person": Client("one_person", [{"kind": "informal", "circle": 1}]),
        "no_ties": plain(4, [], "no_ties"),
        "everybody_tied": plain(6, _pairs(6), "everybody_tied"),
        "all_unknown": Client("all_unknown", four, [(a, b, "unknown", None) for a, b in _pairs(4)], all_asked=False),
        "nothing_asked": Client("nothing_asked", four, [], all_asked=False),
        "all_unwanted": Client("all_unwanted", four, [(a, b, "unwanted", None) for a, b in _pairs(4)]),
        "nobody_active": Client("nobody_active", [{"active": "no"}, {"active": "no"}], [(0, 1, "yes", 1.0)]),
        "only_formal": Client(
            "only_formal",
            [{"kind": "formal", "organisation": o, "law": "zvw"} for o in "AAB"],
            [(0, 1, "yes", 0.0)],
            [{"domain": "housing", "need": 1}],
            [{"member": i, "domain": "housing", "amount": 1} for i in range(3)],
        ),
        "needs_without_people": Client("needs_without_people", needs=[{"domain": "work", "need": 2}]),
        "support_without_amount": Client(
            "support_without_amount",
            [{"kind": "informal"}],
            needs=[{"domain": "work", "need": 2}],
            supports=[{"member": 0, "domain": "work", "amount": None}],
        ),
        "all_needs_blank": Client("all_needs_blank", four, needs=[{"domain": d, "need": None} for d in DOMAIN.names]),
        "large": plain(70, [(a, (a + k) % 70) for a in range(70) for k in (1, 2)], "large"),
    }


@st.composite
def clients(draw: st.DrawFn, name: str = "K", most: int = 7) -> Client:
    """A random small client: any shape of ties, any blanks."""
    n = draw(st.integers(0, most))
    maybe = lambda values: st.none() | st.sampled_from(values)  # noqa: E731
    people = [
        {
            "kind": draw(maybe(KIND.names)),
            "sector": draw(maybe(SECTOR.names[:4])),
            "law": draw(maybe(LAW.names[:3])),
            "organisation": draw(maybe(("A", "B", "C"))),
            "circle": draw(maybe((1, 2, 3))),
            "helping": draw(maybe((0, 1, 2, 3))),
            "hindering": draw(maybe((0, 1, 2, 3))),
            "capacity": draw(maybe((0.0, 1.0, 2.5))),
            "burden": draw(maybe((0.0, 8.0, 9.0, 15.0))),
            "nominated": draw(maybe(("yes", "no"))),
            "unwanted": draw(maybe(("yes", "no"))),
            "protected_role": draw(maybe(("yes", "no"))),
        }
        for _ in range(n)
    ]
    states = st.sampled_from(["yes", "yes", "no", "unknown", "unwanted"])
    listed = [pair for pair in _pairs(n) if draw(st.booleans())]
    ties = [(a, b, draw(states), draw(maybe((0.0, 0.25, 0.5, 1.0)))) for a, b in listed]
    domains = draw(st.lists(st.sampled_from(DOMAIN.names[:5]), unique=True))
    needs = [
        {
            "domain": domain,
            "need": draw(maybe((0, 1, 2, 3))),
            "priority": draw(maybe((1.0, 2.0))),
            "client_rating": draw(maybe(("met", "unmet"))),
            "professional_rating": draw(maybe(("met", "unmet"))),
            "wanted_kind": draw(maybe(KIND.names)),
            "wanted_type": draw(maybe(SUPPORT_TYPE.names)),
        }
        for domain in domains
    ]
    keys = draw(
        st.lists(
            st.tuples(st.integers(0, max(n - 1, 0)), st.sampled_from(DOMAIN.names[:5]), maybe(SUPPORT_TYPE.names)),
            unique=True,
            max_size=10 if n else 0,
        )
    )
    supports = [
        {
            "member": member,
            "domain": domain,
            "type": type_,
            "amount": draw(maybe((0.5, 1.0, 2.0, 3.0))),
            "status": draw(st.sampled_from(SUPPORT_STATUS.names)),
            "direction": draw(maybe(("to_client", "from_client", "mutual"))),
            "backup": draw(maybe(("yes", "no"))),
            "intended": draw(maybe(("yes", "no"))),
        }
        for member, domain, type_ in keys
    ]
    return Client(name, people, ties, needs, supports, draw(st.booleans()))


TODAY = date(2026, 6, 30)


@st.composite
def dated_clients(draw: st.DrawFn) -> tuple[Client, list[dict]]:
    """A random client with dates everywhere, or nowhere, and dated contacts."""
    client = draw(clients())
    client.attributes = {"reference_date": TODAY} if draw(st.sampled_from([True, True, False])) else {}
    moment = st.none() | st.integers(-50, 10).map(lambda days: TODAY + timedelta(days=days))
    length = st.none() | st.integers(0, 50).map(lambda days: timedelta(days=days))
    for row in [*client.people, *client.needs, *client.supports]:
        row["start"], lasts = draw(moment), draw(length)
        row["end"] = draw(moment) if row["start"] is None else None if lasts is None else row["start"] + lasts
    for person in client.people:
        person["active"] = draw(st.sampled_from([None, "yes", "no"]))
        person["role"] = draw(st.sampled_from([None, "clinician", "practice_nurse", "mother", "een eigen rol"]))
    contact = st.fixed_dictionaries(
        {
            "member": st.integers(0, max(len(client.people) - 1, 0)),
            "date": st.integers(-30, 3).map(lambda days: TODAY + timedelta(days=days)),
            "domain": st.none() | st.sampled_from(DOMAIN.names[:3]),
        }
    )
    return client, draw(st.lists(contact, max_size=12 if client.people else 0))


def with_contacts(client: Client, contacts: list[dict]) -> Caseload:
    """A caseload of one client with dated contacts."""
    rows = [{"client": client.name, **contact, "member": f"p{contact['member']}"} for contact in contacts]
    columns = ["client", "member", "date", "domain"]
    return caseload_of(client, contacts=pd.DataFrame(rows, columns=columns))


weightings = st.sampled_from(Weighting)


def weights_of(client: Client, weighting: Weighting) -> tuple[dict[str, float], dict[str, float]]:
    """The needs above zero, and how heavily each weighs."""
    needs = {need["domain"]: need for need in client.needs if need["need"]}
    weights = {
        domain: {"equal": 1, "need": need["need"], "priority": 1 if need["priority"] is None else need["priority"]}
        for domain, need in needs.items()
    }
    return (
        {domain: need["need"] for domain, need in needs.items()},
        {domain: weight[weighting.value] for domain, weight in weights.items()},
    )


@st.composite
def crowded_clients(draw: st.DrawFn) -> tuple[Client, list[list[int]]]:
    """A random client with few domains and much support in them, with roles, and who was at which meeting."""
    client = draw(clients(most=6))
    n, fields = len(client.people), {"happening": 4, "planned": 1, "ended": 1}
    maybe = lambda values: st.none() | st.sampled_from(values)  # noqa: E731
    for person in client.people:
        person["kind"] = draw(st.sampled_from([*KIND.names, "formal", "formal", None]))
        person["role"] = draw(maybe(("mother", "friend", "case_manager", "second_opinion", "een eigen rol")))
    statuses = st.sampled_from([name for name, times in fields.items() for _ in range(times)])
    given = st.tuples(st.integers(0, max(n - 1, 0)), st.sampled_from(DOMAIN.names[:2]), maybe(SUPPORT_TYPE.names[:2]))
    client.supports = [
        {
            "member": member,
            "domain": domain,
            "type": type_,
            "amount": draw(st.sampled_from((0.5, 1.0, 2.0, 3.0, 3.0, None))),
            "status": draw(statuses),
            "direction": "to_client",
            "backup": draw(st.sampled_from(("no", "no", "no", "yes"))),
            "intended": draw(st.sampled_from((None, "no", "no", "no", "no", "no", "yes"))),
        }
        for member, domain, type_ in draw(st.lists(given, unique=True, max_size=12 if n else 0))
    ]
    return client, draw(st.lists(st.lists(st.integers(0, n - 1), unique=True), max_size=2)) if n else []


def with_meetings(client: Client, meetings: list[list[int]]) -> Caseload:
    """A caseload of one client with meetings, each a list of who was present."""
    held = [{"client": client.name, "meeting": f"m{k}", "date": TODAY} for k in range(len(meetings))]
    there = [
        {"client": client.name, "meeting": f"m{k}", "member": f"p{person}", "present": "yes"}
        for k, people in enumerate(meetings)
        for person in people
    ]
    return caseload_of(
        client,
        meetings=pd.DataFrame(held, columns=["client", "meeting", "date"]),
        attendance=pd.DataFrame(there, columns=["client", "meeting", "member", "present"]),
    )
