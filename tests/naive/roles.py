"""Who has which role."""

from itertools import product


def in_all_roles(people, question, roles):
    """All answers to a question about the roles, over every role that people without one may have; naasten have none.

    ``people`` are pairs (kind, role); ``question`` takes a list of roles.
    """
    ways = [[role] if role is not None or kind == "informal" else [*roles, "something else"] for kind, role in people]
    return {question(list(world)) for world in product(*ways)}


def double_roles(held, slots):
    """The number of slots that several people fill; a slot is a set of roles."""
    return sum(sum(role in slot for role in held) > 1 for slot in slots)
