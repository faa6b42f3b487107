"""The results as tables of a page, and as JSON."""

import json
from collections.abc import Callable, Iterable
from math import isnan
from pathlib import Path

import pandas as pd

from study.intervals import Interval
from study.recovery import EVERYTHING, Recovered

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

COMPLETE = {
    "code": "code",
    "holds": "holds",
    "sensitivity": "sensitivity",
    "holds_not": "does not hold",
    "specificity": "specificity",
}
SUPPORT = {
    "ranking": "ranking",
    "hit_1": "hit@1",
    "hit_5": "hit@5",
    "sort_hit_5": "sort hit@5",
    "domain_hit_5": "domain hit@5",
    "restored_5": "restored coverage@5",
    "covered_5": "coverage gained@5",
    "tolerance_5": "drop-out tolerance gained@5",
    "doublure_5": "doublure more@5",
    "over_capacity_5": "asked too much@5",
}
TIES = {
    "ranking": "ranking",
    "auc": "AUC",
    "precision": "average precision",
    "hit_1": "hit@1",
    "hit_5": "hit@5",
}


def complete_table(found: pd.DataFrame) -> str:
    """Write what was found in data as they are."""
    return table(found, COMPLETE)


def incomplete_table(found: pd.DataFrame) -> str:
    """Write what was found with the largest share hidden, a row a code of which the answer changes at all."""
    most = found[found["share"] == found["share"].max()]
    rows = []
    for (way, code), group in most.groupby(["way", "code"], sort=False):
        row: dict[str, object] = {"way": way, "code": code, "holds": group["holds"].iloc[0]}
        for name, part in (("random", group[group["at_random"]]), ("not", group[~group["at_random"]])):
            one = part.iloc[0]
            row |= {f"found_{name}": one["sensitivity"], f"denied_{name}": one["denied"]}
            row[f"claimed_{name}"] = _rest(one["specificity"])
        if any(row[f"found_{name}"].value < 1 or row[f"claimed_{name}"].value > 0 for name in ("random", "not")):
            rows.append(row)
    heads = {"way": "what is missing", "code": "code", "holds": "holds"}
    for name, said in (("random", "at random"), ("not", "not at random")):
        heads |= {f"found_{name}": f"found, {said}", f"denied_{name}": f"missed in silence, {said}"}
        heads[f"claimed_{name}"] = f"claimed wrongly, {said}"
    return table(pd.DataFrame(rows), heads)


def support_table(found: Recovered) -> str:
    """Write how well support came back, a row a ranking."""
    wide = wide_scores(found)
    return table(wide, {name: head for name, head in SUPPORT.items() if name in wide})


def wide_scores(found: Recovered) -> pd.DataFrame:
    """Give a row a ranking and a column a score and number of first proposals."""
    rows: dict[str, dict[str, object]] = {}
    for row in found.scores.to_dict("records"):
        name = row.pop("ranking")
        first = row.pop("first")
        suffixes = ("1", "5") if first == EVERYTHING else (str(first),)
        rows.setdefault(name, {"ranking": name}).update(
            {f"{column}_{suffix}": value for column, value in row.items() for suffix in suffixes}
        )
    return pd.DataFrame(list(rows.values()))


def ties_table(found: dict[str, pd.DataFrame]) -> str:
    """Write how well ties came back, a row a ranking of a set of networks."""
    named = pd.concat([one.assign(set=name) for name, one in found.items()])
    return table(named, {"set": "networks", **TIES})


def table(frame: pd.DataFrame, heads: dict[str, str]) -> str:
    """Write a Markdown table of some columns."""
    columns = [frame[name] for name in heads]
    rules = [":--" if name in {"code", "ranking", "way", "set"} else "--:" for name in heads]
    lines = [heads.values(), rules, *([said(value) for value in row] for row in zip(*columns, strict=True))]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def said(value: object) -> str:
    """Write a value; an interval with its bounds, in three decimals so that 1 means all."""
    if isinstance(value, Interval):
        return "–" if isnan(value.value) else f"{value.value:.3f} ({value.low:.2f}–{value.high:.2f})"
    return "" if isinstance(value, float) and isnan(value) else str(value)


def into_page(page: Path, measured: str) -> None:
    """Put the tables between the marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}", encoding="utf-8")


def as_json(results: dict[str, object]) -> str:
    """Write everything that was measured."""
    return json.dumps(_plain(results), ensure_ascii=False, indent=1)


def _plain(value: object) -> object:
    by_type: tuple[tuple[type, Callable[..., object]], ...] = (
        (pd.DataFrame, lambda one: [_plain(row) for row in one.to_dict("records")]),
        (Recovered, lambda one: _plain(one._asdict())),
        (Interval, lambda one: {name: _plain(number) for name, number in one._asdict().items()}),
        (dict, lambda one: {str(key): _plain(inner) for key, inner in one.items()}),
        (float, lambda one: None if isnan(one) else round(one, 6)),
    )
    for kind, plain in by_type:
        if isinstance(value, kind):
            return plain(value)
    return [_plain(one) for one in value] if isinstance(value, Iterable) and not isinstance(value, str) else value


def _rest(one: Interval) -> Interval:
    """Give the share of the others."""
    return Interval(1 - one.value, 1 - one.high, 1 - one.low, one.count)
