"""Choosing a few for every client, such that they make no doublure together either.

Each draft was measured alone. What is chosen is measured again as if all of it were done; where that makes a doublure,
those drafts are kept apart and there is chosen anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.recommend.change import Change, together
from netwerkanalyse.recommend.effects import Outcome, makes_doublure
from netwerkanalyse.recommend.selection import Choice, choose
from netwerkanalyse.recommend.sets import Options
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.what_if import Measured, what_if


@dataclass
class Menu:
    """What there is to choose from for one client, and what is chosen.

    Parameters
    ----------
    at
        The position of the client.
    options
        The drafts, as sets of them are valued.
    changes
        What each would change.
    choice
        The few that are chosen.
    """

    at: int
    options: Options
    changes: Sequence[Change]
    choice: Choice


def choose_together(
    caseload: Caseload, before: Measured, offered: Sequence[tuple[int, Options, Sequence[Change]]], settings: Settings
) -> list[Choice]:
    """Choose for every client.

    Parameters
    ----------
    caseload
        The clients.
    before
        What was measured of them.
    offered
        The position of a client, their drafts, and what each would change.
    settings
        How many are shown, and up to how many drafts every set is looked at.

    Returns
    -------
    choices
        In the same order.
    """
    most, exact_up_to = settings.shown - 1, settings.exact_up_to
    menus = [Menu(at, options, changes, choose(options, most, exact_up_to)) for at, options, changes in offered]
    unsure = [menu for menu in menus if len(menu.choice.chosen) > 1]
    while unsure:
        done = [together(menu.changes[number] for number in menu.choice.chosen) for menu in unsure]
        of = np.array([menu.at for menu in unsure], dtype=np.int64)
        doubled = makes_doublure(Outcome(before, what_if(caseload, of, done, settings.cutoffs), of))
        again = []
        for menu, domains in zip(unsure, doubled, strict=True):
            kept_apart = menu.options.without(menu.choice.chosen, domains)
            if kept_apart is not menu.options:
                menu.options, menu.choice = kept_apart, choose(kept_apart, most, exact_up_to)
                again.append(menu)
        unsure = again
    return [menu.choice for menu in menus]
