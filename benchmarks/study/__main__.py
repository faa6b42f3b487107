"""Run the study: ``PYTHONPATH=benchmarks:tests python -m study --page docs/evaluation.md``."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.datasets import simulate_region
from study import page, plant, planted, recovery, ties

FIRSTS = (1, 3, 5)
SHARES = (0.1, 0.3)
REMOVED = (1, 3)
ENOUGH = 20
"""With fewer clients a table would suggest more than there is: only the file has the numbers."""
UNKNOWN = 0.05
"""The share of what nobody knows in the simulated data, where nothing more is hidden."""


def main(words: list[str] | None = None) -> None:
    """Run everything and write it down."""
    asked = _options().parse_args(words)
    began, results, sections = perf_counter(), {}, []
    shared = None if asked.shared is None or not asked.shared.is_dir() else asked.shared
    for name, head, found, written in _parts(asked.clients, asked.repeats, asked.seed, shared):
        results[name] = found
        sections.append(f"{head}\n\n{written}")
        print(f"{perf_counter() - began:6.0f} s  {name}", file=sys.stderr)
    if shared is None:
        sections.append("The networks measured by others were not there: simulated data only.")
    facts = {
        "date": datetime.now(UTC).date().isoformat(),
        "version": na.__version__,
        "seed": asked.seed,
        "clients": asked.clients,
    }
    sections.insert(0, _facts(facts))
    measured = "\n\n".join(sections)
    if asked.json:
        asked.json.write_text(page.as_json(facts | results), encoding="utf-8")
    if asked.page:
        page.into_page(asked.page, measured)
    else:
        print(measured)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m study", description="Does it find what is there?")
    parser.add_argument("--clients", type=int, default=1000, help="simulated clients; recovery takes 2 of every 5")
    parser.add_argument("--repeats", type=int, default=5, help="how often ties are taken away from every network")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same numbers")
    parser.add_argument("--shared", type=Path, help="folder with networks measured by others (../shared/data)")
    parser.add_argument("--page", type=Path, help="put the tables between the marks of this page; otherwise print them")
    parser.add_argument("--json", type=Path, help="also write every number to this file")
    return parser


Part = tuple[str, str, object, str]
"""Name, heading, results, and the same as a table."""


def _parts(clients: int, repeats: int, seed: int, shared: Path | None) -> Iterator[Part]:
    yield from _planted(clients, seed)
    simulated = simulate_region(_fewer(clients), seed=seed, unknown=UNKNOWN)
    for removed in REMOVED:
        found = recovery.recover(simulated.caseload, simulated.region, removed, FIRSTS, seed)
        yield _support("Simulated", found, removed)
    if shared is not None:
        from study import real_data

        for name, caseload in real_data.with_support(shared):
            yield _support(name, recovery.recover(caseload, None, 1, FIRSTS, seed), 1)
            found = recovery.recover(caseload, None, 1, FIRSTS, seed, real_data.ROOM)
            yield _support(f"{name}, as if everybody had room", found, 1)
        found = {name: ties.recover(one, repeats, FIRSTS, seed) for name, one in real_data.with_ties(shared)}
        yield "ties", "### Ties taken away", found, page.ties_table(found)


def _planted(clients: int, seed: int) -> Iterator[Part]:
    few = _fewer(clients)
    parts = [planted.complete(clients, seed, UNKNOWN), plant.in_time(clients, seed), plant.of_roles(clients, seed)]
    found = pd.concat([*parts, plant.of_reach(few, seed)], ignore_index=True)
    yield "planted", "### What is planted is found", found, page.complete_table(found)
    found = planted.incomplete(clients, seed, SHARES)
    head = f"### With {max(SHARES):.0%} of one thing missing"
    yield "missing", head, found, page.incomplete_table(found)


def _support(name: str, found: recovery.Recovered, removed: int) -> Part:
    times = "one support" if removed == 1 else f"{removed} supports"
    shown = ", ".join(f"{count} a {what}" for what, count in found.shown.items())
    said = (
        f"Coverage hangs on {found.hanging} of the {found.units} people who support where a need is known. Of those, "
        f"{times} {'was' if removed == 1 else 'were'} taken away from each of {found.clients} clients. "
        f"Of the support that is shown to them: {shown}."
    )
    written = page.support_table(found) if found.clients >= ENOUGH else "These are too few clients for a table."
    return f"recovery {name} {removed}", f"### {name}: {times} taken away", found, f"{said}\n\n{written}"


def _fewer(clients: int) -> int:
    return clients * 2 // 5


def _facts(facts: dict[str, object]) -> str:
    return (
        f"Measured on {facts['date']} with version {facts['version']}, seed {facts['seed']}, {facts['clients']} "
        f"simulated clients ({_fewer(int(str(facts['clients'])))} for recovery and reach). In brackets: 95 % intervals."
    )


if __name__ == "__main__":
    main()
