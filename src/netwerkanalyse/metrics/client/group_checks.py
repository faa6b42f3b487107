"""From what is noted about a resource group to the answer to each check."""

from types import SimpleNamespace

import numpy as np

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model.arrays import Flags, Floats
from netwerkanalyse.model.codes import Code, Label, Vocabulary

GROUP_CHECK = Vocabulary(
    "group_check",
    (
        Code("yes", Label("ja", "yes")),
        Code("no", Label("nee", "no")),
        Code("not_applicable", Label("niet van toepassing", "not applicable")),
        Code("unknown", Label("niet bekend", "not known")),
    ),
)
"""The answer to a check. Unknown is an answer of its own, never a no."""

YES, NO, NOT_APPLICABLE, UNKNOWN = (float(GROUP_CHECK.position[name]) for name in GROUP_CHECK.names)

GOALS_A_TERM = 2
"""Two goals for the short and two for the long term: the resource-group method in the Dutch project plan of 2021."""


def judge(found: SimpleNamespace, cutoffs: Cutoffs) -> dict[str, Floats]:
    """Answer every check for every client.

    Parameters
    ----------
    found
        The numbers behind the checks, by their names.
    cutoffs
        ``recent_meeting_days``, ``meeting_slack_days`` and ``stable_group``.

    Returns
    -------
    answers
        By the name of the check, a position in :data:`GROUP_CHECK` a client.
    """
    some, held = found.group_people > 0, found.group_meetings > 0
    refused_all = (found.naasten_around > 0) & (found.naasten_not_wanted_in_group == found.naasten_around)
    naaste = _answer(some & (found.group_naasten > 0), some & (found.group_kind_unknown == 0))
    sides = np.minimum(found.group_medical, found.group_social)
    late = cutoffs.recent_meeting_days + cutoffs.meeting_slack_days
    gone = found.group_professionals_gone > 0
    return {
        "group_chosen_by_client": _answer(
            some & (found.group_people_chosen == found.group_people), found.group_people_not_chosen > 0
        ),
        "group_with_naaste": np.where((naaste == NO) & refused_all, NOT_APPLICABLE, naaste),
        "group_both_sides": _answer(some & (sides > 0), some & (found.group_sector_unknown == 0)),
        "group_with_goals": _goals(found),
        "group_rhythm": _answer(found.group_longest_interval <= late, found.group_longest_interval > late),
        "group_led_by_client": _led(found, held),
        "group_all_have_task": _answer(some & (found.group_people_with_task == found.group_people)),
        "group_has_name": _answer(found.group_named > 0),
        "group_attendance_noted": _answer(held & (found.group_attendance_unknown == 0)),
        "group_stable": _stable(found, cutoffs.stable_group),
        "group_goes_on": np.where(gone, _goes_on(found, late), NOT_APPLICABLE),
        "group_connected": _answer(found.group_components_high == 1, found.group_components_low > 1),
    }


def _answer(yes: Flags, no: Flags | bool = False) -> Floats:
    """Answer yes where that is certain, no where that is certain, and otherwise unknown.

    Some checks are never no: who has no role on paper may have one, and a name nobody wrote down may exist.
    """
    return np.where(yes, YES, np.where(no, NO, UNKNOWN))


def _goals(found: SimpleNamespace) -> Floats:
    """Blank authors and terms may be filled in either way: it is no only when no way is enough."""
    short = np.maximum(GOALS_A_TERM - found.group_goals_short, 0)
    long = np.maximum(GOALS_A_TERM - found.group_goals_long, 0)
    either = found.group_goals_unclear - found.goals_maybe_short - found.goals_maybe_long
    lacking = np.maximum(short - found.goals_maybe_short, 0) + np.maximum(long - found.goals_maybe_long, 0)
    return _answer(short + long == 0, (found.goals_noted > 0) & (lacking > either))


def _led(found: SimpleNamespace, held: Flags) -> Floats:
    """One chair and one coordinator: one of the two that is certainly not so makes it no."""
    chaired = held & (found.group_meetings_chaired == found.group_meetings)
    other_chair = found.group_meetings_chaired + found.group_chair_unknown < found.group_meetings
    settled = (found.group_people > 0) & (found.group_role_unknown == 0)
    one, several = found.group_coordinators == 1, found.group_coordinators > 1
    return _answer(chaired & one & settled, other_chair | several | (settled & ~one))


def _stable(found: SimpleNamespace, least: float) -> Floats:
    """Every pair of meetings must be known for a yes; one that is below is enough for a no."""
    lowest = found.group_overlap_lowest
    return _answer((lowest >= least) & (found.group_attendance_unknown == 0), lowest < least)


def _goes_on(found: SimpleNamespace, late: float) -> Floats:
    """A meeting after the last professional left; as long as the next one need not have been yet it is not known."""
    return _answer(found.group_meetings_after > 0, found.group_days_after > late)
