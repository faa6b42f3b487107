"""Somebody who lays published tables on each other, and looks for the numbers that they suppress."""

from itertools import combinations, product

import numpy as np
import pandas as pd
from scipy.optimize import LinearConstraint, milp

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment.catalogue import measure_aligned

WHOLE = ["agreement_coverage", "alignment_realisation"]


class Attacker:
    """Somebody who knows sums of numbers of clients by sort of client, shown or suppressed."""

    def __init__(self, sorts):
        self.sorts = sorts
        self.lines, self.low, self.high, self.aside = [], [], [], set()

    def learn(self, line, value, least=0):
        """A shown number is known; where zero is shown, a suppressed one is one at least."""
        hidden = pd.isna(value)
        self.lines.append(np.asarray(line, dtype=float))
        self.low.append(least if hidden else float(value))
        self.high.append(np.inf if hidden else float(value))

    def bound(self, line, most):
        """Of some number it is known that it is no higher."""
        self.aside.add(tuple(np.asarray(line, dtype=float)))
        self.lines.append(np.asarray(line, dtype=float))
        self.low.append(0)
        self.high.append(float(most))

    @property
    def suppressed(self):
        """What no table shows: all totals of a table go together, and one can be shown under another name."""
        ends = {}
        for line, low, high in zip(self.lines, self.low, self.high, strict=True):
            ends.setdefault(tuple(line), []).append(low == high)
        return [
            np.array(line) for line, shown in ends.items() if any(line) and not any(shown) and line not in self.aside
        ]

    def finds(self):
        """How many suppressed numbers can be one thing only."""
        return sum(map(self.sure, self.suppressed))

    def sure(self, line):
        """Whether a number can be one thing only."""
        return self._end(line, 1) == self._end(line, -1)

    def _end(self, line, sign):
        rules = LinearConstraint(np.array(self.lines), self.low, self.high)
        solved = milp(sign * line, integrality=np.ones(len(line)), bounds=(0, 500), constraints=rules)
        assert solved.success
        return round(float(line @ solved.x))


def subsets(size):
    """Every set of organisations that a client can be with."""
    return [set(one) for many in range(1, size + 1) for one in combinations(range(size), many)]


class OfAlignment(Attacker):
    """Somebody who sees the tables of pairs, of organisations and of the whole.

    ``sorts`` begin with the set of organisations.
    """

    def __init__(self, alignment, sorts):
        super().__init__(sorts)
        self.names = alignment.region.organisation_index.tolist()
        self.sets = [sort[0] for sort in sorts]
        pairs = measure_aligned(alignment, ["alignment_pairs"], level=Level.DYAD)
        organisations = measure_aligned(alignment, ["alignment_organisations"], level=Level.ORGANISATION)
        row = measure_aligned(alignment, WHOLE).loc["region"]
        self.clients = organisations["organisation_clients"]
        for at, name in enumerate(self.names):
            self.learn([at in one for one in self.sets], self.clients[name], least=1)
        self.learn([True] * len(self.sets), row["aligned_clients"])
        self.learn([len(one) for one in self.sets], row["people_counted"])
        self.row = row
        listed = {}
        for one, other in combinations(range(len(self.names)), 2):
            key = (self.names[one], self.names[other])
            together = np.array([{one, other} <= chosen for chosen in self.sets])
            known = pairs.loc[key] if key in pairs.index else {"shared_clients": 0, "agreement": False}
            self.learn(together, known["shared_clients"], least=1)
            listed.setdefault(bool(known["agreement"]), []).append(together)
        for kind, arm in ((True, "with"), (False, "without")):
            around = np.sum(listed.get(kind, [np.zeros(len(self.sets))]), axis=0)
            self.learn(around, row[f"load_{arm}_agreement"])
            self.learn(around, row[f"realised_pairs_all_{arm}"])
            self.learn(around > 0, row[f"realised_clients_{arm}"])
            # Never small while the total is shown: it may go for the sake of pairs, and is not looked for itself.
            self.aside |= {tuple(around > 0)} if around.max() > 1 else set()
        self.learn(np.sum([*listed.get(True, []), *listed.get(False, [])], axis=0), row["load"])


class OfProviders(OfAlignment):
    """Somebody who sees the table by life domain as well.

    A sort of client is a set of organisations and, by life domain, who of them help and what else there is: 0 is
    another professional or organisation, 1 somebody of the own circle, 2 nobody.
    """

    def __init__(self, alignment, domains):
        size = len(alignment.region)
        sorts = [(one, *help_) for one in subsets(size) for help_ in product(_helped(one), repeat=len(domains))]
        super().__init__(alignment, sorts)
        self._learn_people()
        found = measure_aligned(alignment, ["provider_loss"], level=Level.ORGANISATION_DOMAIN)
        for place, domain in enumerate(domains, start=1):
            for at, name in enumerate(self.names):
                row = found.loc[(name, domain)]
                helps = np.array([at in sort[place][0] for sort in sorts])
                beside = np.array([sort[place][1] for sort in sorts])
                # Zero is shown, but for organisations of which nothing is.
                nothing = alignment.hidden.helped[at]
                self.learn(helps, row["provider_clients"], least=int(not nothing))
                self.learn(helps & (beside >= 1), row["clients_losing_only_provider"])
                self.learn(helps & (beside == 2), row["clients_left_with_nobody"])

    def _learn_people(self):
        """Other help takes somebody of no organisation; somebody may be around without helping.

        How many people count is not a number of clients: several may work for one organisation.
        """
        self.aside.add(tuple(float(len(one)) for one in self.sets))
        people = [self.row[f"people_{name}"] for name in ("without_organisation", "elsewhere", "without_consent")]
        if not any(pd.isna(people)):
            other = [{beside for helped, beside in sort[1:] if len(helped) == 1} for sort in self.sorts]
            self.bound([len(kinds & {0, 1}) for kinds in other], sum(people))


def _helped(organisations):
    """Who of the organisations around a client help in a life domain, and what else there is."""
    one = [(frozenset([at]), beside) for at in organisations for beside in range(3)]
    several = [frozenset(chosen) for many in range(2, 5) for chosen in combinations(sorted(organisations), many)]
    return [(frozenset(), 0), *one, *((chosen, 0) for chosen in several)]
