"""What organisations say of each other and of goals, read a second time: from rows with blanks, counted one by one.

Rows are (rater, rated, item, score) and (organisation, goal, score); a blank score is None.
"""

from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt


def scored(rows, items, rater, rated):
    """The score of an ordered pair: the mean of what was answered of three items when that is two at least."""
    answered = [score for one, other, item, score in rows if (one, other) == (rater, rated) and item in items]
    answered = [score for score in answered if score is not None]
    return Fraction(sum(answered), len(answered)) if rater != rated and len(answered) >= 2 else None


def received(rows, items, rated, everybody, fewest=3):
    """How many rated an organisation, and the mean of their scores; None when they are few."""
    scores = [scored(rows, items, rater, rated) for rater in everybody]
    scores = [score for score in scores if score is not None]
    return len(scores), sum(scores) / len(scores) if len(scores) >= fewest else None


def trust(rows, items, members, from_score=3):
    """Rated pairs, trusting pairs, and Freeman's centralisation of how often each is trusted."""
    score = {pair: scored(rows, items, *pair) for pair in permutations(members, 2)}
    trusting = [pair for pair in score if score[pair] is not None and score[pair] >= from_score]
    times = [sum(pair[1] == one for pair in trusting) for one in members]
    most = (len(members) - 1) ** 2  # a star: all but one are trusted by nobody, and one by all others
    spread = Fraction(sum(max(times) - one for one in times), most) if most > 0 else None
    return sum(value is not None for value in score.values()), len(trusting), spread


def apart(rows, one, other):
    """Of the pairs of goals that two organisations rated, the share ordered the other way round; a tie is half."""
    mark = {(who, goal): score for who, goal, score in rows if score is not None}
    goals = sorted({goal for _, goal in mark if (one, goal) in mark and (other, goal) in mark})
    found = []
    for first, second in combinations(goals, 2):
        turned = [mark[who, first] - mark[who, second] for who in (one, other)]
        if 0 in turned:
            found.append(Fraction(int(turned != [0, 0]), 2))
        else:
            found.append(Fraction(turned[0] * turned[1] < 0))
    return sum(found) / len(found) if found else None


def consensus(rows, organisations):
    """How many pairs can be compared, and one less the mean of how far they are apart."""
    pairs = [apart(rows, *pair) for pair in combinations(organisations, 2)]
    known = [one for one in pairs if one is not None]
    return len(known), 1 - sum(known) / len(known) if known else None


def score_consensus(rows):
    """One less the mean over goals of the standard deviation, over half of the range of all marks."""
    marks = [score for _, _, score in rows if score is not None]
    by_goal = [
        [score for _, one, score in rows if one == goal and score is not None] for goal in {row[1] for row in rows}
    ]
    several = [some for some in by_goal if len(some) >= 2]
    if not several:
        return None
    if max(marks) == min(marks):
        return 1.0

    def deviation(some):
        middle = sum(some) / len(some)
        return sqrt(sum((one - middle) ** 2 for one in some) / len(some))

    return 1 - sum(map(deviation, several)) / len(several) / ((max(marks) - min(marks)) / 2)
