"""The columns of the table about the resource group: the answers to the checks, and the numbers behind them."""

from netwerkanalyse.metrics.client.group_checks import GROUP_CHECK
from netwerkanalyse.metrics.measure import Measure, Reading, Requires, Unit

OURS = "own definition, after the resource-group method (not its fidelity scale)"

RECORDED = Requires("group_recorded", "no_resource_group", low=1)


def _check(name: str, count: str) -> Measure:
    return Measure(name, Unit.CODE, source=OURS, count=count, requires=(RECORDED,), codes=GROUP_CHECK)


def _count(name: str, reading: Reading = Reading.NEUTRAL) -> Measure:
    return Measure(name, Unit.COUNT, reading=reading, source=OURS)


def _unknown(name: str) -> Measure:
    return _count(name, Reading.ATTENTION)


def _attendance(kind: str) -> Measure:
    asked = f"group_asked_{kind}"
    requires = (Requires(asked, "nobody_of_kind_at_meetings", low=1),)
    return Measure(f"group_attendance_{kind}", Unit.SHARE, 0, 1, source=OURS, count=asked, requires=requires)


def _wholes(name: str) -> Measure:
    requires = (Requires("group_people", "no_resource_group", low=1),)
    return Measure(name, Unit.COUNT, source=OURS, count="group_people", requires=requires)


def _since_end(name: str, unit: Unit) -> Measure:
    requires = (Requires("group_professionals_gone", "no_professional_left", low=1),)
    return Measure(name, unit, source=OURS, count="group_professionals_gone", requires=requires)


MEASURES = (
    _count("group_recorded"),
    _check("group_chosen_by_client", "group_people"),
    _count("group_people"),
    _count("group_people_chosen"),
    _count("group_people_not_chosen"),
    _check("group_with_naaste", "group_naasten"),
    _count("group_naasten"),
    _unknown("group_kind_unknown"),
    _check("group_both_sides", "group_people"),
    _count("group_medical"),
    _count("group_social"),
    _unknown("group_sector_unknown"),
    _check("group_with_goals", "group_goals_short"),
    _count("group_goals_short"),
    _count("group_goals_long"),
    _unknown("group_goals_unclear"),
    _check("group_rhythm", "group_meetings"),
    _count("group_meetings"),
    Measure(
        "group_longest_interval",
        Unit.DAYS,
        source=OURS,
        count="group_meetings",
        requires=(
            Requires("group_meetings", "no_meetings", low=1),
            Requires("group_longest_interval", "one_meeting_no_date"),
        ),
    ),
    _check("group_led_by_client", "group_meetings_chaired"),
    _count("group_meetings_chaired"),
    _unknown("group_chair_unknown"),
    _count("group_coordinators"),
    _unknown("group_role_unknown"),
    _check("group_all_have_task", "group_people_with_task"),
    _count("group_people_with_task"),
    _check("group_has_name", "group_people"),
    _check("group_attendance_noted", "group_meetings"),
    _unknown("group_attendance_unknown"),
    *(_count(f"group_asked_{kind}") for kind in ("informal", "formal", "peer")),
    *(_attendance(kind) for kind in ("informal", "formal", "peer")),
    _check("group_stable", "group_overlaps"),
    _count("group_overlaps"),
    Measure(
        "group_overlap_lowest",
        Unit.INDEX,
        0,
        1,
        source=OURS,
        count="group_overlaps",
        requires=(Requires("group_overlaps", "no_two_known_meetings", low=1),),
    ),
    _check("group_goes_on", "group_professionals_gone"),
    _count("group_professionals_gone"),
    _since_end("group_meetings_after", Unit.COUNT),
    _since_end("group_days_after", Unit.DAYS),
    _check("group_connected", "group_people"),
    _wholes("group_components_low"),
    _wholes("group_components_high"),
)
"""Answers with the numbers behind each, in the order of the checks."""
