"""What the simulator plants holds by the definitions of gaps and double coverage, here in plain Python."""

from itertools import combinations

import pytest

from netwerkanalyse.datasets import simulate

GAPS = {"G1", "G2", "G3", "G4", "G6", "G8", "GU"}
FAMILY = {"partner", "mother", "father", "brother", "sister", "son", "daughter", "relative"}


@pytest.fixture(scope="module")
def simulated():
    """A caseload in which every code occurs."""
    return simulate(1200, seed=3)


def counting(row, today):
    """How far a row of support counts now: in full, for half when planned, or not at all."""
    if row["direction"] == "from_client" or row["end"] <= today:
        return 0.0
    if row["status"] == "planned":
        return 0.5
    return 1.0 if row["status"] == "happening" and not row["start"] > today else 0.0


def here(person, today):
    """Whether somebody is in the network at the reference date."""
    return person["active"] is not False and not person["start"] > today and not person["end"] <= today


def gaps(need, supports, people):
    """The gap codes of a life domain; supports come as (row, how far it counts)."""
    if need["need"] is None:
        return {"GU"}
    if need["need"] == 0:
        return set()
    supply = sum(row["amount"] * counts for row, counts in supports)
    types, kinds = {row["type"] for row, _ in supports}, {people[row["member"]]["kind"] for row, _ in supports}
    found = {
        "G1": supply == 0,
        "G2": 0 < supply < need["need"],
        "G3": supply > 0 and need["wanted_type"] is not None and need["wanted_type"] not in types,
        "G4": need["wanted_kind"] is not None and need["wanted_kind"] not in kinds,
        "G8": supply >= need["need"] and need["client_rating"] == "unmet",
    }
    return {code for code, holds in found.items() if holds}


def double_class(need, supports, people, state):
    """The class of double coverage; friends, peers, emotional support and backups never double."""
    able = [
        row
        for row, counts in supports
        if counts == 1
        and row["type"] != "emotional"
        and row["backup"] is not True
        and (people[row["member"]]["kind"] == "formal" or people[row["member"]]["role"] in FAMILY)
    ]
    who, supply = {row["member"] for row in able}, sum(row["amount"] for row in able)
    if not who:
        return "none"
    if need["need"] == 0:
        return "support_without_need"
    if len(who) == 1:
        return "none"
    if any(row["intended"] is True for row, _ in supports):
        return "intended"
    if supply <= 1.25 * need["need"]:
        return "complementary"
    certain, at_most = (reach_each_other(who, state, joined) for joined in ({"yes"}, {"yes", "unknown"}))
    formal = [people[name] for name in who if people[name]["kind"] == "formal"]
    rivals = [pair for pair in combinations(formal, 2) if differ(*pair)]
    if certain:
        return "coordinated_overlap"
    if not rivals:
        return "overlap"
    return "possible_doublure" if at_most else "doublure"


def differ(one, other):
    """Different organisations or laws, both known."""
    return any(one[key] and other[key] and one[key] != other[key] for key in ("organisation", "law"))


def reach_each_other(who, state, joined):
    """Whether everybody reaches everybody else without the client."""
    reached, waiting = set(), [min(who)]
    while waiting:
        person = waiting.pop()
        reached.add(person)
        waiting += [other for other in who - reached if state(person, other) in joined]
    return reached == who


def rows_by_client(caseload):
    """The tables as plain Python: client to table to rows, None where blank."""
    found = {client: {name: [] for name in caseload.tables} for client in caseload.client_index}
    for name, frame in caseload.tables.items():
        plain = frame.astype(object).where(frame.notna(), None)
        for column in {"start", "end"} & set(plain):  # a blank date compares false with every day
            plain[column] = frame[column]
        for row in plain.to_dict("records"):
            found[row["client"]][name].append(row)
    return found


def planted(tables):
    """The truth of one client, derived from the rows by the definitions."""
    (client,) = tables["clients"]
    today = client["reference_date"]
    people = {person["member"]: person for person in tables["members"] if here(person, today)}
    answers = {
        frozenset((tie["source"], tie["target"])): tie["present"]
        for tie in tables["ties"]
        if tie["kind"] == "coordinates"
    }
    silent = "no" if client["pairs_asked"] == "all" else "unknown"

    def state(one, other):
        return answers.get(frozenset((one, other)), silent)

    truth = set()
    for need in tables["needs"]:
        counted = [(row, counting(row, today)) for row in tables["supports"] if row["domain"] == need["domain"]]
        counted = [(row, counts) for row, counts in counted if counts and row["member"] in people]
        codes = gaps(need, counted, people)
        who = {row["member"] for row, _ in counted}
        if who and not reach_each_other(who, state, {"yes", "unknown", "unwanted"}):
            codes.add("G6")
        if need["need"] is not None:
            codes.add(double_class(need, counted, people, state))
        truth |= {(need["domain"], code) for code in codes}
    return truth


def test_what_is_planted_holds_by_the_definitions(simulated):
    """Truth re-derived from the tables alone: every planted code, and no other."""
    claimed = {}
    for client, domain, code in simulated.truth.itertuples(index=False):
        claimed.setdefault(client, set()).add((domain, code))

    for client, tables in rows_by_client(simulated.caseload).items():
        assert planted(tables) == claimed.get(client, set()), client


def test_every_code_is_planted(simulated):
    """No gap or class is forgotten."""
    counts = simulated.truth["code"].value_counts()

    assert set(counts.index) > GAPS
    assert (counts > 0).all()


def test_truth_has_one_class_for_each_known_need(simulated):
    """And none where nobody asked about the need."""
    needs, truth = simulated.caseload.needs, simulated.truth
    classes = truth[~truth["code"].isin(GAPS)]

    assert not classes.duplicated(["client", "domain"]).any()
    assert len(classes) == needs["need"].notna().sum()
    assert (truth["code"] == "GU").sum() == needs["need"].isna().sum()
