"""Odd regions of several layers with ratings, goals and referrals, a generator of any such region, and a larger one.

A partnership in plain Python: answers about pairs by layer, scores by (rater, rated, item), scores of goals by
(organisation, goal), and referrals. Everything is fictional.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from netwerkanalyse.model.region import Region

DIRECTED = {"referral": True, "trust": True, "cooperation": False, "agreement": False, "information": True}
SECTORS = ("mental_health_care", "welfare", "municipality")
TRUST_ITEMS, VALUE_ITEMS = ("mission", "openness", "reliability"), ("power", "involvement", "resources")
START = date(2026, 1, 1)


@dataclass(frozen=True)
class Plain:
    """A region in plain Python; organisations are numbers.

    ``rows`` are (layer, source, target, present, value, respondent); ``asked`` are the layers of which all pairs were
    asked, ``listed`` the others about which something is said. ``referrals`` are (day, source, target, case, day of
    first contact, outcome).
    """

    sectors: tuple = ()
    autonomous: tuple = ()
    asked: tuple = ()
    listed: tuple = ()
    rows: tuple = ()
    ratings: dict = field(default_factory=dict)
    goals: dict = field(default_factory=dict)
    referrals: tuple = ()

    @property
    def size(self):
        """How many organisations."""
        return len(self.sectors)

    @property
    def layers(self):
        """The layers in use."""
        return [layer for layer in DIRECTED if layer in {*self.asked, *self.listed, *(row[0] for row in self.rows)}]


def built(plain):
    """The region as the package reads it."""
    names = [f"O{number}" for number in range(plain.size)]
    rows = [
        (layer, names[one], names[other], present, value, None if who is None else names[who])
        for layer, one, other, present, value, who in plain.rows
    ]
    columns = ["layer", "source", "target", "present", "value", "respondent"]
    rated = [(names[one], names[other], item, score) for (one, other, item), score in plain.ratings.items()]
    goals = [(names[who], f"doel {goal}", score) for (who, goal), score in plain.goals.items()]
    sent = [
        (
            START + timedelta(day),
            names[one],
            names[other],
            case,
            None if first is None else START + timedelta(first),
            outcome,
        )
        for day, one, other, case, first, outcome in plain.referrals
    ]
    return Region.build(
        {
            "organisations": pd.DataFrame(
                {
                    "organisation": names,
                    "sector": list(plain.sectors),
                    "autonomous": list(plain.autonomous) or [True] * plain.size,
                }
            ),
            "layers": pd.DataFrame(
                {
                    "layer": [*plain.asked, *plain.listed],
                    "pairs_asked": ["all"] * len(plain.asked) + ["listed"] * len(plain.listed),
                }
            ),
            "collaborations": pd.DataFrame(rows, columns=columns),
            "ratings": pd.DataFrame(rated, columns=["rater", "rated", "item", "score"]),
            "goal_ratings": pd.DataFrame(goals, columns=["organisation", "goal", "score"]),
            "referrals": pd.DataFrame(sent, columns=["date", "source", "target", "case", "first_contact", "outcome"]),
        }
    )


def zoo():
    """Odd regions by name."""
    everybody = [(one, other) for one in range(5) for other in range(5) if one != other]
    three = ("welfare", "welfare", "insurer")
    return {
        "empty": Plain(),
        "alone": Plain(("welfare",)),
        "nothing said": Plain((None,) * 4),
        "no participants": Plain(three, autonomous=(False,) * 3),
        "one layer": Plain(three, asked=("agreement",), rows=(("agreement", 0, 1, "yes", None, 0),)),
        "no ties": Plain(three, asked=("agreement", "referral")),
        "all unknown": Plain(
            three, listed=("agreement", "referral"), rows=(("agreement", 0, 1, "unknown", None, None),)
        ),
        "listed and asked": Plain(
            three,
            asked=("referral",),
            listed=("agreement", "cooperation"),
            rows=(
                ("referral", 0, 1, "yes", None, 0),
                ("referral", 1, 0, "no_response", None, 1),
                ("agreement", 1, 0, "yes", None, 1),
                ("cooperation", 0, 1, "yes", 1.0, 0),
                ("cooperation", 1, 2, "yes", None, 0),
            ),
        ),
        "trust only": Plain(three, asked=("trust",), rows=(("trust", 0, 1, "yes", 4.0, 0),)),
        "loops": Plain(three, asked=("referral", "information"), rows=(("referral", 1, 1, "yes", None, 1),)),
        "complete": Plain(
            SECTORS[:1] * 5,
            asked=("agreement", "information"),
            rows=tuple((layer, *pair, "yes", None, 0) for layer in ("agreement", "information") for pair in everybody),
            ratings={(*pair, item): 4 for pair in everybody for item in (*TRUST_ITEMS, *VALUE_ITEMS)},
            goals={(who, goal): 3 for who in range(5) for goal in range(6)},
            referrals=tuple((day, *everybody[day % 20], f"Z{day % 15}", day + 3, "contact") for day in range(60)),
        ),
        "one rater": Plain(three, ratings={(0, 1, item): 4 for item in TRUST_ITEMS}, goals={(0, 1): 5}),
        "itself": Plain(three, ratings={(0, 0, "openness"): 4}, referrals=((0, 1, 1, None, None, None),)),
        "few referrals": Plain(three, referrals=((0, 0, 1, "Z1", 4, "contact"), (1, 1, 0, "Z1", None, "returned"))),
        "undated contact": Plain(three, referrals=tuple((day, 0, 1, None, None, "contact") for day in range(12))),
        "nobody contacted": Plain(three, referrals=tuple((day, 0, 1, f"Z{day}", None, "waiting") for day in range(30))),
    }


@st.composite
def partnerships(draw, most=5):
    """Any small region of several layers."""
    size = draw(st.integers(0, most))
    sectors = tuple(draw(st.sampled_from((*SECTORS, None))) for _ in range(size))
    number = st.integers(0, max(size - 1, 0))
    pairs = st.tuples(number, number)
    layers = draw(st.permutations(sorted(DIRECTED)))[: draw(st.integers(0, 4))]
    asked = tuple(layer for layer in layers if draw(st.booleans()))
    answer = st.sampled_from(("yes", "yes", "yes", "no", "unknown", "no_response"))
    rows = {}
    for layer in layers if size else ():
        for pair in draw(st.lists(pairs, max_size=2 * size)):
            who = draw(st.none() | number)
            rows[layer, *pair, who] = (draw(answer), draw(st.none() | st.sampled_from((0.0, 1.0, 2.0, 2.5, 3.0))))
    scores = st.dictionaries(
        st.tuples(number, number, st.sampled_from((*TRUST_ITEMS, "power"))),
        st.integers(1, 4),
        max_size=40 if size else 0,
    )
    goals = st.dictionaries(st.tuples(number, st.integers(0, 5)), st.integers(1, 5), max_size=30 if size else 0)
    return Plain(
        sectors,
        tuple(draw(st.booleans()) for _ in range(size)),
        asked,
        tuple(layer for layer in layers if layer not in asked),
        tuple((layer, one, other, *said, who) for (layer, one, other, who), said in rows.items()),
        draw(scores),
        draw(goals),
        draw(referrals(number)) if size else (),
    )


@st.composite
def referrals(draw, number):
    """Any referrals between organisations."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        day = draw(st.integers(0, 200))
        first = draw(st.none() | st.integers(0, 40))
        outcome = draw(st.sampled_from((None, "contact", "returned", "forwarded", "waiting", "lost")))
        case = draw(st.none() | st.sampled_from(("Z1", "Z2", "Z3")))
        found.append((day, draw(number), draw(number), case, None if first is None else day + first, outcome))
    return tuple(found)


def planted(seed=1, size=24):
    """A larger region in which layers go together by design.

    Who cooperates has an agreement more often, information follows cooperation, funding goes its own way; a third of
    the organisations trusts the first one only; goals are shared within sectors. Referrals get contact after 10 days
    on average; one organisation lets them wait.
    """
    rng = np.random.default_rng(seed)
    sectors = tuple(SECTORS[number % 3] for number in range(size))
    rows, couples = [], [(one, other) for one in range(size) for other in range(one + 1, size)]
    for one, other in couples:
        near = 0.35 if sectors[one] == sectors[other] else 0.12
        if rng.random() < near:
            rows.append(("cooperation", one, other, "yes", float(rng.integers(1, 4)), one))
            if rng.random() < 0.6:
                rows.append(("agreement", one, other, "yes", None, other))
            if rng.random() < 0.8:
                rows.append(("information", one, other, "yes", None, one))
        if rng.random() < 0.1:
            rows.append(("referral", one, other, "yes", None, one))
    liked = {
        (rater, rated): 1 + 3 * (rng.random() < (0.9 if rated == 0 else 0.3))
        for rater in range(size)
        for rated in range(size)
        if rater != rated and rng.random() < 0.8
    }
    ratings = {(*pair, item): score for pair, score in liked.items() for item in TRUST_ITEMS}
    taste = {sector: rng.permutation(6) for sector in SECTORS}
    goals = {
        (who, goal): int(taste[sectors[who]][goal]) + int(rng.integers(0, 2))
        for who in range(size)
        for goal in range(6)
    }
    sent = []
    for number in range(2400):
        one, other = rng.choice(size, 2, replace=False).tolist()
        day = int(rng.integers(0, 300))
        wait = int(rng.exponential(60 if other == 1 else 10))
        reached = rng.random() < 0.85
        sent.append(
            (day, one, other, f"Z{number}", day + wait if reached else None, "contact" if reached else "returned")
        )
    asked = ("cooperation", "agreement", "information", "referral")
    return Plain(sectors, (), asked, (), tuple(rows), ratings, goals, tuple(sent))
