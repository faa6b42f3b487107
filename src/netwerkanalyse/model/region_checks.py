"""What must hold in a region, across rows and tables."""

from collections.abc import Callable, Sequence

import numpy as np

from netwerkanalyse.model import rules
from netwerkanalyse.model.codes import closest
from netwerkanalyse.model.fields import LIST_SEPARATOR, Schema
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.problem import Problem, Severity, problems_at
from netwerkanalyse.model.region_vocabulary import LAYER
from netwerkanalyse.model.rules import Rule, Tables, problems_where


def self_collaborations(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Organisations tied to, rating or referring to themselves."""
    problems = []
    ends = (("collaborations", "source", "target"), ("ratings", "rater", "rated"), ("referrals", "source", "target"))
    for name, one, other in ends:
        source, target = keys.refers[name, one], keys.refers[name, other]
        same = (source == target) & (source >= 0)
        problems += problems_where(tables[name], same, "self_tie", name, other, Severity.WARNING)
    return problems


def undirected_doubles(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Pairs of an undirected layer that stand in both orders, by the same respondent."""
    frame = tables["collaborations"]
    source, target = keys.refers["collaborations", "source"], keys.refers["collaborations", "target"]
    undirected = frame["layer"].isin([code.name for code in LAYER.codes if code.group == "undirected"]).to_numpy()
    rows = np.flatnonzero(undirected & (source >= 0) & (target >= 0))
    ends = frame[["source", "target", "layer", "respondent"]].iloc[rows]
    pairs = ends[["layer", "respondent"]].assign(
        low=np.minimum(source[rows], target[rows]), high=np.maximum(source[rows], target[rows])
    )
    double = np.zeros(len(frame), dtype=bool)
    double[rows] = rules.repeated(pairs) & ~rules.repeated(ends)
    return problems_where(frame, double, "double_pair", "collaborations", "source", Severity.WARNING)


def collaborations_without_answer(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Listed ties that do not say whether they exist: they count as unknown."""
    frame = tables["collaborations"]
    blank = frame["present"].isna().to_numpy()
    return problems_where(frame, blank, "tie_without_answer", "collaborations", "present", Severity.WARNING)


def until_before_since(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Ties and referrals that end before they begin."""
    collaborations, referrals = tables["collaborations"], tables["referrals"]
    early = (collaborations["until"] < collaborations["since"]).to_numpy()
    before = (referrals["first_contact"] < referrals["date"]).to_numpy()
    return [
        *problems_where(collaborations, early, "ends_before_start", "collaborations", "until"),
        *problems_where(referrals, before, "ends_before_start", "referrals", "first_contact"),
    ]


def areas_in_a_circle(tables: Tables, keys: Keys, _schema: Schema) -> list[Problem]:
    """Areas that, by way of what they lie in, lie in themselves."""
    above, steps = keys.refers["areas", "parent"], 1
    while (above >= 0).any() and steps < len(above):  # after so many steps one is at the top, or on a circle
        above, steps = np.where(above >= 0, above[above], -1), 2 * steps
    on_circle = np.isin(np.arange(len(above)), above)
    return problems_where(tables["areas"], on_circle, "area_in_itself", "areas", "parent")


def areas_not_listed(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Places where services or organisations are said to be that are not among the areas, when areas are listed."""
    known = set(tables["areas"]["area"].dropna())
    if not known:
        return []
    problems = []
    for name in ("organisations", "services"):
        named = tables[name]["areas"].dropna().str.split(LIST_SEPARATOR).explode()
        strange = named[~named.isin(known)]
        problems += problems_at(list(strange.items()), _area_not_listed(name, sorted(known)))
    return problems


def _area_not_listed(table: str, known: Sequence[str]) -> Callable[[tuple[object, str]], Problem]:
    def problem(cell: tuple[object, str]) -> Problem:
        row, written = cell
        near = closest(written, known)
        details = {} if near is None else {"nearest": near}
        return Problem("area_not_listed", Severity.WARNING, table, "areas", row, written, details)

    return problem


def layers_not_said(tables: Tables, _keys: Keys, _schema: Schema) -> list[Problem]:
    """Layers in use of which it is not said whether all pairs were asked about: unlisted pairs count as unknown."""
    layers = tables["layers"]
    said = layers.loc[layers["pairs_asked"].notna(), "layer"]
    used = tables["collaborations"]["layer"].dropna().unique()
    return [
        Problem("layer_not_said", Severity.WARNING, "layers", "pairs_asked", value=LAYER.label(str(layer), "nl"))
        for layer in used
        if layer not in set(said)
    ]


RULES: tuple[Rule, ...] = (
    rules.unknown_references,
    rules.doubles,
    self_collaborations,
    undirected_doubles,
    until_before_since,
    collaborations_without_answer,
    layers_not_said,
    areas_in_a_circle,
    areas_not_listed,
    rules.looks_like_a_person,
)
"""Every rule, in the order in which problems of one row are told."""
