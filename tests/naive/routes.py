"""Ways up to crisis support."""

from datetime import date

from naive.coverage import all_of, any_of


def agreed(consents, member, today):
    """Whether the client agreed that somebody is told about work: True, False, or None when nobody knows."""
    held = [
        one["purpose"] in {None, "crisis"} or None
        for one in consents
        if one["member"] == member and one["domain"] in {None, "work"}
        if one["until"] is None or date.fromisoformat(one["until"]) >= today
    ]
    return any_of(held) if consents else None


def ways_up(people, helpers, ties, consents, today, *, all_asked):
    """Whether crisis support is near for work, and whether it may be told: answers over every way."""
    state = {frozenset((a, b)): present for a, b, present, _ in ties}
    met = [at for at, one in enumerate(people) if "yes" not in {one["unwanted"], one["unsafe"]}]
    near = [at for at in met if people[at]["active"] != "no"]
    steps = [
        (at, people[at]["role"] == "crisis_service" or None)
        for at in near
        if people[at]["role"] == "crisis_service" or (people[at]["role"] is None and people[at]["kind"] != "informal")
    ]
    for at in met:
        for other in helpers:
            if people[at]["role"] == "crisis_service" and other in met and other != at:
                tie = state.get(frozenset((at, other)), "no" if all_asked else "unknown")
                steps.append((at, {"yes": True, "unknown": None}.get(tie, False)))
    told = [all_of([step, agreed(consents, at, today)]) for at, step in steps]
    return any_of([step for _, step in steps]), any_of(told)
