"""Changes to a network as data."""

from netwerkanalyse.recommend.change import NOTHING, newcomer, support, together


def test_two_newcomers_are_two_people():
    """Doing two proposals at once does not make one person of two who have the same name."""
    one = newcomer("peer work", "peer") + support("peer work", "work", 1.0)
    both = together([one, one])

    assert len({row.filled["member"] for row in both.rows if row.table == "members"}) == 2
    assert len({row.filled["member"] for row in both.rows if row.table == "supports"}) == 2


def test_who_is_there_already_stays_one_person():
    """Somebody listed who is asked for two things is asked twice, and is nobody new."""
    both = together([support("mother", "work", 1.0), support("mother", "housing", 1.0)])
    assert [row.filled["member"] for row in both.rows] == ["mother", "mother"]
    assert together([]) == NOTHING
