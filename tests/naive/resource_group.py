"""What is noted about a resource group, one client at a time, from plain rows."""

from itertools import pairwise

MEDICAL = {"mental_health_care", "addiction_care", "general_practice", "hospital", "nursing"}


def checks(people, pairs, goals, meetings, today, name=None, *, late=106, steady=0.5):
    """Answer the twelve checks: "yes", "no", "not_applicable" or "unknown"; None when no group is noted.

    ``people`` are dicts with code, kind, sector, role, nominated, unwanted and end. ``pairs`` maps an unordered pair to
    "yes", "no", "unknown" or "unwanted"; what is not in it is no contact. ``goals`` are dicts with term, author, status
    and owners; ``meetings`` dicts with date, chair and there (a code to True, False or None).
    """
    listed = {code for one in meetings for code in one["there"]}
    meetings = sorted((one for one in meetings if one["date"] <= today), key=lambda one: one["date"])
    around = [one for one in people if one["end"] is None or one["end"] > today]
    group = [one for one in around if one["nominated"] is True or one["code"] in listed]
    if not group and not meetings:
        return None
    kept = [one for one in goals if one["status"] != "dropped"]
    return {
        "group_chosen_by_client": _all_or(group, [one["nominated"] for one in group]),
        "group_with_naaste": _naaste(around, group),
        "group_both_sides": _sides(group),
        "group_with_goals": _goals(kept) if goals else "unknown",
        "group_rhythm": _rhythm([one["date"] for one in meetings], today, late),
        "group_led_by_client": _led(group, meetings),
        "group_all_have_task": _tasks(group, goals),
        "group_has_name": "yes" if name else "unknown",
        "group_attendance_noted": "yes" if meetings and all(map(_known, meetings)) else "unknown",
        "group_stable": _stable(meetings, steady),
        "group_goes_on": _goes_on(people, meetings, today, late),
        "group_connected": _connected([one["code"] for one in group], pairs),
    }


def _all_or(group, answers):
    if False in answers:
        return "no"
    return "yes" if group and None not in answers else "unknown"


def _naaste(around, group):
    kinds = [one["kind"] for one in group]
    if "informal" in kinds:
        return "yes"
    if not group or None in kinds:
        return "unknown"
    naasten = [one for one in around if one["kind"] == "informal"]
    refused = naasten and all(one["nominated"] is False or one["unwanted"] is True for one in naasten)
    return "not_applicable" if refused else "no"


def _sides(group):
    sectors = [one["sector"] for one in group]
    medical, social = MEDICAL & set(sectors), set(sectors) - MEDICAL - {None}
    if medical and social:
        return "yes"
    blank = any(one["sector"] is None and one["kind"] != "informal" for one in group)
    return "unknown" if blank or not group else "no"


def _goals(goals):
    """Fill in every blank in every way that could be, one goal after the other."""

    def ways(one):
        authors = ["client", "other"] if one["author"] is None else [one["author"]]
        terms = ["short", "long"] if one["term"] is None else [one["term"]]
        return {(author == "client", term) for author in authors for term in terms}

    worlds = {(0, 0)}
    for one in goals:
        worlds = {
            (min(2, short + (own and term == "short")), min(2, long + (own and term == "long")))
            for short, long in worlds
            for own, term in ways(one)
        }
    enough = {world == (2, 2) for world in worlds}
    return "unknown" if len(enough) == 2 else "yes" if enough == {True} else "no"


def _rhythm(days, today, late):
    held = [*days, today] if days else []
    between = [(other - one).days for one, other in pairwise(held)]
    return "unknown" if not between else "yes" if max(between) <= late else "no"


def _led(group, meetings):
    chairs = [None if one["chair"] is None else one["chair"] == "client" for one in meetings]
    roles = [one["role"] for one in group]
    blank = any(one["role"] is None and one["kind"] != "informal" for one in group)
    number = roles.count("resource_coordinator")
    if False in chairs or number > 1 or (group and number == 0 and not blank):
        return "no"
    return "yes" if chairs and None not in chairs and number == 1 and not blank else "unknown"


def _tasks(group, goals):
    busy = {code for one in goals for code in one["owners"]}
    return "yes" if group and all(one["role"] or one["code"] in busy for one in group) else "unknown"


def _known(meeting):
    return bool(meeting["there"]) and None not in meeting["there"].values()


def _stable(meetings, steady):
    overlaps = []
    for one, other in pairwise(meetings):
        here, there = ({code for code, was in x["there"].items() if was} for x in (one, other))
        if _known(one) and _known(other) and here | there:
            overlaps.append(len(here & there) / len(here | there))
    if overlaps and min(overlaps) < steady:
        return "no"
    return "yes" if overlaps and all(map(_known, meetings)) else "unknown"


def _goes_on(people, meetings, today, late):
    left = [one["end"] for one in people if one["kind"] == "formal" and one["end"] and one["end"] <= today]
    if not left:
        return "not_applicable"
    if any(one["date"] >= max(left) for one in meetings):
        return "yes"
    return "no" if (today - max(left)).days > late else "unknown"


def _connected(codes, pairs):
    def wholes(states):
        parts = [{code} for code in codes]
        for pair in [pair for pair, state in pairs.items() if state in states and pair <= set(codes)]:
            joined = [part for part in parts if part & pair]
            parts = [part for part in parts if not part & pair] + [set().union(*joined)]
        return len(parts)

    if not codes:
        return "unknown"
    return "yes" if wholes({"yes"}) == 1 else "no" if wholes({"yes", "unknown"}) > 1 else "unknown"
