"""Odd regions, and a generator of any region, for tests."""

from dataclasses import dataclass, replace

import pandas as pd
from hypothesis import assume
from hypothesis import strategies as st

from netwerkanalyse.model.region import Region

SECTORS = ("mental_health_care", "welfare", "municipality", None)


@dataclass(frozen=True)
class SmallRegion:
    """A region in plain Python: sectors by organisation and rows (source, target, present, value) of one layer."""

    sectors: tuple = ()
    rows: tuple = ()
    layer: str = "referral"
    all_asked: bool = True

    @property
    def size(self):
        """How many organisations."""
        return len(self.sectors)

    @property
    def directed(self):
        """Whether the layer has a direction."""
        return self.layer != "agreement"

    @property
    def pairs(self):
        """All pairs that can be tied."""
        n = range(self.size)
        return [(i, j) for i in n for j in n if (i != j if self.directed else i < j)]

    @property
    def answers(self):
        """Each listed pair with the strongest answer: any yes, else any no, else unknown, else no response."""
        order = ("no_response", "unknown", "no", "yes")
        found = {}
        for source, target, present, _ in self.rows:
            pair = (source, target) if self.directed else tuple(sorted((source, target)))
            if source != target:
                found[pair] = max(found.get(pair, "no_response"), present, key=order.index)
        return found

    @property
    def arcs(self):
        """Ties as arcs; those without direction go both ways."""
        ties = {pair for pair, answer in self.answers.items() if answer == "yes"}
        return ties if self.directed else ties | {(j, i) for i, j in ties}

    def complete(self, source):
        """Whether a pair from an organisation that is not listed is a no: all were asked, and it is not silent.

        A layer without direction has no side that answers; whoever has no row at all names nobody.
        """
        own = {answer for (end, _), answer in self.answers.items() if end == source}
        return self.all_asked and (not self.directed or not own or bool(own & {"yes", "no"}))

    def answer(self, pair):
        """What is known of a pair: yes, no, unknown or no_response."""
        return self.answers.get(pair, "no" if self.complete(pair[0]) else "unknown")

    def known_from(self, node):
        """Of how many others it is known whether a node has a tie to them."""
        return sum(self._known(node, other) for other in range(self.size))

    def known_to(self, node):
        """Of how many others it is known whether they have a tie to a node."""
        return sum(self._known(other, node) for other in range(self.size))

    def known_both(self, node):
        """Whether anything is known both of ties from a node and of ties to it."""
        return self.size == 1 or bool(self.known_from(node) and self.known_to(node))

    def _known(self, source, target):
        pair = (source, target) if self.directed else tuple(sorted((source, target)))
        return source != target and self.answer(pair) in {"yes", "no"}

    @property
    def known(self):
        """The organisations of which any pair is known; of one on its own nothing is unknown."""
        return [one for one in range(self.size) if self.size == 1 or self.known_from(one) + self.known_to(one)]

    @property
    def known_part(self):
        """The region of these organisations only."""
        number = {node: place for place, node in enumerate(self.known)}
        rows = [(number[i], number[j], *said) for i, j, *said in self.rows if {i, j} <= number.keys()]
        return replace(self, sectors=tuple(self.sectors[node] for node in number), rows=tuple(rows))

    @property
    def absence_told(self):
        """Whether it is known who is not tied too: somebody was asked of all, said no, or nothing is unknown."""
        answers = {self.answer(pair) for pair in self.pairs}
        return any(map(self.complete, range(self.size))) or "no" in answers or answers <= {"yes"}

    @property
    def answered(self):
        """Whether it is known of any pair if it is tied; where there are no pairs, nothing is unknown."""
        return not self.pairs or any(self.answer(pair) in {"yes", "no"} for pair in self.pairs)


def built(small):
    """The region as the package reads it."""
    rows = [
        (f"O{source}", f"O{target}", small.layer, present, value, f"O{number % max(small.size, 1)}")
        for number, (source, target, present, value) in enumerate(small.rows)
    ]
    columns = ["source", "target", "layer", "present", "value", "respondent"]
    once = pd.DataFrame(rows, columns=columns).drop_duplicates(["source", "target", "layer", "respondent"])
    return Region.build(
        {
            "organisations": pd.DataFrame(
                {
                    "organisation": [f"O{number}" for number in range(small.size)],
                    "sector": list(small.sectors),
                    "autonomous": True,
                }
            ),
            "layers": pd.DataFrame({"layer": [small.layer], "pairs_asked": ["all" if small.all_asked else "listed"]}),
            "collaborations": once,
        }
    )


def tied(sectors, ties, layer="referral"):
    """A region of which all is known."""
    return SmallRegion(tuple(sectors), tuple((i, j, "yes", None) for i, j in ties), layer)


def plain(n, ties, layer="referral"):
    """Organisations of one sector, and their ties."""
    return tied(["welfare"] * n, ties, layer)


def zoo():
    """Odd regions by name."""
    many = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3)]
    mixed = ["welfare", "welfare", "municipality", "insurer", None, "welfare"]
    regions = {}
    for layer in ("referral", "agreement"):
        regions |= {
            f"empty {layer}": plain(0, [], layer),
            f"alone {layer}": plain(1, [], layer),
            f"two {layer}": plain(2, [(0, 1)], layer),
            f"no ties {layer}": plain(5, [], layer),
            f"all tied {layer}": plain(4, [(i, j) for i in range(4) for j in range(4) if i != j], layer),
            f"star {layer}": tied(["welfare", *["insurer"] * 4], [(0, i) for i in range(1, 5)], layer),
            f"mixed {layer}": tied(mixed, many, layer),
            f"no sectors {layer}": tied([None] * 5, many, layer),
            f"all unknown {layer}": SmallRegion(
                ("welfare",) * 3, ((0, 1, "unknown", None), (1, 2, "unknown", None)), layer, all_asked=False
            ),
            f"no response {layer}": SmallRegion(
                ("welfare", "insurer", None), ((0, 1, "no_response", None), (1, 2, "yes", None)), layer
            ),
            f"one without response {layer}": SmallRegion(
                ("welfare", "insurer", "insurer", "welfare"),
                (
                    (0, 1, "yes", None),
                    (1, 2, "yes", None),
                    (2, 0, "no", None),
                    *((one, 3, "unknown", None) for one in range(3)),
                    *((3, one, "no_response", None) for one in range(3)),
                ),
                layer,
            ),
            f"only ties listed {layer}": SmallRegion(
                ("welfare", "insurer", "insurer", "welfare", "municipality"),
                ((0, 1, "yes", None), (1, 0, "yes", None), (1, 2, "yes", None), (2, 3, "yes", None)),
                layer,
                all_asked=False,
            ),
            f"some silent {layer}": SmallRegion(
                ("welfare", "insurer", "insurer", "welfare", None, "municipality"),
                (
                    (0, 1, "yes", None),
                    (1, 0, "yes", None),
                    (0, 5, "yes", None),
                    (2, 0, "no", None),
                    (3, 1, "no_response", None),
                    (4, 1, "unknown", None),
                    (4, 2, "unknown", None),
                ),
                layer,
            ),
            f"loops {layer}": plain(3, [(0, 0), (0, 1), (1, 1)], layer),
            f"both orders {layer}": SmallRegion(
                ("welfare", "insurer", "insurer"),
                ((0, 1, "yes", 2.0), (1, 0, "no", 0.5), (2, 1, "unknown", None), (1, 2, "no", None)),
                layer,
            ),
            f"two pieces {layer}": plain(5, [(0, 1), (1, 0), (2, 3), (3, 4), (4, 2)], layer),
            f"weighted {layer}": SmallRegion(
                ("welfare", "insurer", "insurer", "welfare"),
                ((0, 1, "yes", 3.0), (1, 2, "yes", 1.0), (2, 0, "yes", 2.0), (2, 3, "yes", 0.5)),
                layer,
            ),
        }
    return regions


@st.composite
def regions(draw, most=6):
    """A small region: every answer, both orders, loops, blank sectors, either kind of layer.

    Something is known of every organisation: the contract looks at those of which nothing is.
    """
    size = draw(st.integers(0, most))
    sectors = tuple(draw(st.sampled_from(SECTORS)) for _ in range(size))
    number = st.integers(0, max(size - 1, 0))
    answer = st.sampled_from(("yes", "yes", "yes", "no", "unknown", "no_response"))
    cells = draw(
        st.lists(st.tuples(number, number, answer), max_size=3 * size if size else 0, unique_by=lambda c: c[:2])
    )
    rows = tuple((source, target, present, None) for source, target, present in cells)
    small = SmallRegion(sectors, rows, draw(st.sampled_from(("referral", "agreement"))), draw(st.booleans()))
    assume(small.answered)
    return small.known_part
