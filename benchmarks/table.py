"""From medians to the tables of the documentation, by way of JSON: the pages show what the JSON says, no more."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from contest import Times

BEGIN, END = "<!-- benchmarks: written by the command on this page, not by hand -->", "<!-- end of benchmarks -->"


def as_json(machine: dict[str, object], size: str, report: Mapping[str, Times]) -> dict[str, Any]:
    """Put everything that was measured into plain numbers and texts."""
    return {
        "machine": machine,
        "size": size,
        "questions": [_question(question, times) for question, times in report.items()],
    }


def _question(question: str, times: Times) -> dict[str, Any]:
    ours = next(iter(times.values()))
    return {
        "question": question,
        "unit": times.unit,
        "times_floor": times.floor and round(ours / times.floor, 1),
        "contenders": [_contender(name, times) for name in times],
        "absent": times.absent,
    }


def _contender(name: str, times: Times) -> dict[str, Any]:
    taken, ratios = times.rounds[name], times.ratios(name)
    return {
        "contender": name,
        "units": times.units[name],
        "step": name in times.steps,
        "rounds": len(taken),
        "microseconds": [_short(median(taken)), _short(min(taken)), _short(max(taken))],
        "ratio": [_short(median(ratios)), _short(min(ratios)), _short(max(ratios))],
        "to_reach": times.targets.get(name),
        "megabytes": times.megabytes.get(name),
    }


def _short(value: float) -> float:
    """Round to three digits that count."""
    return float(f"{value:.3g}")


def in_full(found: dict[str, Any]) -> str:
    """Write everything that was measured as Markdown."""
    return "\n".join([_described(found), *(line for one in found["questions"] for line in _section(one))])


def in_short(found: dict[str, Any]) -> str:
    """Write the ratios that are to be reached as Markdown: a row a peer."""
    rows = [
        f"| {question['question']} | {one['contender']} | {number(question['contenders'][0]['microseconds'][0])} | "
        f"{number(one['microseconds'][0])} | {_spread(one['ratio'])} | {number(one['to_reach'])} |"
        for question in found["questions"]
        for one in question["contenders"]
        if one["to_reach"] is not None
    ]
    heading = "| work | beside | ours, µs | theirs, µs | times ours | to reach |"
    return "\n".join([_described(found), "", heading, "| --- | --- | ---: | ---: | ---: | ---: |", *rows])


def _section(question: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"### {question['question'][:1].upper()}{question['question'][1:]}"
    yield ""
    yield f"| contender | µs a {question['unit']} | times ours | to reach | memory, MB | rounds |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for one in question["contenders"]:
        cells = (
            one["contender"],
            _spread(one["microseconds"]),
            _spread(one["ratio"]),
            number(one["to_reach"]),
            number(one["megabytes"]),
            one["rounds"],
        )
        yield f"| {' | '.join(map(str, cells))} |"
    notes = []
    if question["times_floor"]:
        notes.append(f"Ours takes {number(question['times_floor'])} times as long as moving its bytes alone.")
    if question["absent"]:
        notes.append("Not installed: " + ", ".join(f"{name} ({lib})" for name, lib in question["absent"].items()) + ".")
    if notes:
        yield ""
        yield " ".join(notes)


def _described(found: dict[str, Any]) -> str:
    machine = found["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    load = ", ".join(map(str, machine["load_average"] or ["unknown"]))
    return (
        f"Size {found['size']}, {machine['date']}, on {machine['processor']}: {machine['cores']} cores, "
        f"{machine['memory_gb']} GB of memory, copying {machine['copy_gb_per_second']} GB/s with one thread, load "
        f"average {load} at the start; {machine['system']}, Python {machine['python']}, {versions}.\n"
        "Medians of rounds in turn, with the lowest and highest round; µs are microseconds a unit (a client, a node)."
    )


def _spread(three: list[float]) -> str:
    middle, low, high = map(number, three)
    return middle if low == high else f"{middle} ({low}–{high})"


def number(value: float | None) -> str:
    """Write three digits that count; nothing for nothing."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def between_markers(page: str, written: str) -> str:
    """Put what was written in the place that a page has for it."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{written}\n\n{END}{after}"


def put(page: Path, written: str) -> None:
    """Replace what stands between the markers of a page."""
    page.write_text(between_markers(page.read_text(encoding="utf-8"), written), encoding="utf-8")
