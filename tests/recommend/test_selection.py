"""Choosing a few: the best set by looking at all of them, a quick answer, and how far apart they can be."""

from itertools import combinations, permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse.recommend.selection import choose, exact, fast
from netwerkanalyse.recommend.sets import Options

GROUPS = 4


@st.composite
def some_options(draw: st.DrawFn, most: int = 9, least: int = 0, *, several: bool = False) -> Options:
    """Random drafts: amounts in two domains (in several at once, or in one each), ties, people asked."""
    n = draw(st.integers(least, most))
    part = st.sampled_from([0.0, 0.25, 0.5, 1.0])
    flags = lambda columns: np.array(  # noqa: E731
        [[draw(st.integers(0, 3)) == 0 for _ in range(columns)] for _ in range(n)], dtype=bool
    ).reshape(n, columns)
    filled = np.array([[draw(part), draw(part)] for _ in range(n)]).reshape(n, 2)
    if not several:
        filled[np.arange(n), [draw(st.integers(0, 1)) for _ in range(n)]] = 0.0
    groups = st.integers(0, GROUPS - 1)
    joins = tuple(((draw(groups), draw(groups)),) if draw(st.booleans()) else () for _ in range(n))
    numbers = st.sets(st.integers(0, max(n - 1, 0)), min_size=2, max_size=3)
    apart = draw(st.lists(numbers, max_size=3)) if n > 2 else []
    combined = [[number in one for number in range(n)] for one in apart]
    return Options(
        weight=np.array([draw(st.sampled_from([1.0, 2.0])), 1.0]),
        open=np.array([draw(part), draw(part)]),
        filled=filled,
        wishes=flags(2),
        firm=flags(2),
        ahead=np.array([float(draw(st.integers(0, 2)) == 0) for _ in range(n)]),
        groups=GROUPS,
        joins=joins,
        linked=flags(2),
        single=np.array(
            [[0.0, draw(part), -float(draw(st.integers(0, 2))), -float(draw(st.integers(0, 1))), 0.0] for _ in range(n)]
        ).reshape(n, 5),
        asked=flags(2),
        supplies=flags(2),
        apart=np.array(combined, dtype=bool).reshape(len(combined), n),
        classes=flags(3),
    )


def components(edges):
    """Count groups the plain way."""
    label = list(range(GROUPS))
    for one, other in edges:
        label = [label[one] if number == label[other] else number for number in label]
    return len(set(label))


def worth(options, chosen):
    """What a set is worth, written out: variety, then aim after aim, then few."""
    filled = [
        min(sum(options.filled[j][d] for j in chosen), options.open[d]) * options.weight[d]
        for d in range(len(options.open))
    ]
    union = lambda table: sum(any(table[j][k] for j in chosen) for k in range(table.shape[1]))  # noqa: E731
    joined = GROUPS - components([pair for j in chosen for pair in options.joins[j]])
    single = [round(sum(options.single[j][k] for j in chosen), 9) for k in range(5)]
    ahead = sum(options.ahead[j] for j in chosen)
    aims = [round(sum(filled), 9), union(options.wishes), ahead, union(options.firm), joined, union(options.linked)]
    return [union(options.classes), *aims, *single, -len(chosen)]


def may(options, chosen):
    """Nobody is asked twice, and no combination that is kept apart is chosen whole."""
    once = all(sum(options.asked[j][k] for j in chosen) <= 1 for k in range(options.asked.shape[1]))
    return once and not any(set(np.flatnonzero(one)) <= set(chosen) for one in options.apart)


@given(some_options(), st.integers(1, 4))
def test_the_exact_answer_is_the_best_of_all_sets(options, most):
    """No set of at most so many is better, and of equal ones the first is taken."""
    sets = [one for size in range(most + 1) for one in combinations(range(len(options)), size) if may(options, one)]
    best = max(sets, key=lambda one: worth(options, one))

    assert exact(options, most) == best


@settings(max_examples=8)
@given(some_options(most=20, least=15), st.integers(3, 4))
def test_up_to_twenty_the_best_is_chosen_and_told_how_much_the_quick_one_missed(options, most):
    """The choice is the best of all sets, and the quick answer is behind it by what is told, aim by aim."""
    sets = [one for size in range(most + 1) for one in combinations(range(len(options)), size) if may(options, one)]
    # Sorted out on what is cheap to count first: variety stands before all aims.
    variety = {one: options.classes[list(one)].any(axis=0).sum() for one in sets}
    varied = [one for one in sets if variety[one] == max(variety.values())]
    best = max(varied, key=lambda one: worth(options, one))
    choice = choose(options, most, exact_up_to=20)

    assert tuple(sorted(choice.chosen)) == best
    assert choice.exact
    assert choice.missed == 0
    behind = np.subtract(worth(options, best)[1:-1], worth(options, fast(options, most))[1:-1])
    np.testing.assert_allclose(list(vars(choice.fast_missed).values()), behind, atol=1e-9)


@settings(max_examples=40)
@given(st.booleans().flatmap(lambda several: some_options(most=28, least=21, several=several)), st.integers(1, 4))
def test_above_twenty_no_set_passes_the_bound(options, most):
    """Of all sets of so many, whether allowed or not, none makes gaps smaller by more than the bound that is told."""
    choice = choose(options, most, exact_up_to=20)
    # More never makes a gap larger, so that the largest sets are enough.
    sets = np.array(list(combinations(range(len(options)), most)))
    reach = np.minimum(options.filled[sets].sum(axis=1), options.open) @ options.weight

    assert not choice.exact
    assert choice.fast_missed is None
    assert reach.max() <= worth(options, choice.chosen)[1] + choice.missed + 1e-9


@given(some_options(), st.integers(1, 4))
def test_the_quick_answer_is_allowed_and_never_better(options, most):
    """It keeps to the same rules, and the bound on what it missed of the first aim holds."""
    quick = fast(options, most)
    best = exact(options, most)
    choice = choose(options, most, exact_up_to=-1)

    assert may(options, quick)
    assert len(quick) <= most
    assert worth(options, quick)[:-1] <= worth(options, best)[:-1]
    any_set = [one for size in range(most + 1) for one in combinations(range(len(options)), size)]
    reached = worth(options, quick)[1]
    assert not choice.exact
    assert max(worth(options, one)[1] for one in any_set) <= reached + choice.missed + 1e-9


@given(some_options(), st.integers(1, 4))
def test_what_each_adds_makes_the_whole(options, most):
    """Added up in the order shown, marginal gains are what the set is worth."""
    choice = choose(options, most, exact_up_to=20)

    whole = worth(options, choice.chosen)[1:-1]
    added = np.sum([list(vars(one).values()) for one in choice.adds], axis=0) if choice.adds else np.zeros(11)
    np.testing.assert_allclose(added, whole, atol=1e-9)


@given(some_options(), st.integers(1, 4))
def test_fair_shares_are_the_mean_over_all_orders(options, most):
    """What each adds, over every order in which the chosen could come (Shapley)."""
    choice = choose(options, most, exact_up_to=20)
    orders = list(permutations(choice.chosen))
    for draft, share in zip(choice.chosen, choice.fair, strict=True):
        added = [
            np.subtract(
                worth(options, order[: order.index(draft) + 1])[1:-1], worth(options, order[: order.index(draft)])[1:-1]
            )
            for order in orders
        ]
        np.testing.assert_allclose(list(vars(share).values()), np.mean(added, axis=0), atol=1e-8)
