"""Sizes of a benchmark run, how a question is asked, and the tables at its end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import plot
import table
from contest import Contender, Times, contest
from floor import copy_bandwidth
from machine import describe
from memory import growth
from sizes import SIZES, Size

ROOT = Path(__file__).parent.parent
STORED, PAGE, README = ROOT / "docs" / "benchmarks.json", ROOT / "docs" / "benchmarks.md", ROOT / "README.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the sizes: small by default, so that the harness can be checked quickly."""
    parser.addoption("--size", choices=SIZES, default="small", help="how much is measured")
    parser.addoption("--clients", type=int, help="clients in the simulated caseload, instead of what the size says")
    parser.addoption("--rounds", type=int, help="rounds in which contenders run in turn, instead of what the size says")
    parser.addoption("--memory", action="store_true", help="also measure memory, each contender in a fresh process")
    parser.addoption("--write", action="store_true", help="write the tables of the documentation; measures memory too")


def pytest_configure(config: pytest.Config) -> None:
    """Describe the machine before there is work to do."""
    config.stash[_REPORT] = {}
    if config.getoption("--write"):
        config.stash[_MACHINE] = describe()


@pytest.fixture(scope="session")
def sizes(request: pytest.FixtureRequest) -> Size:
    """How much is measured."""
    return SIZES[request.config.getoption("--size")]


@pytest.fixture(scope="session")
def size(request: pytest.FixtureRequest, sizes: Size) -> int:
    """How many clients to simulate."""
    return int(request.config.getoption("--clients") or sizes.clients)


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest, sizes: Size) -> int:
    """How many rounds to run."""
    return int(request.config.getoption("--rounds") or sizes.rounds)


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest) -> dict[str, Times]:
    """Where tests leave their medians: question to contender to microseconds a client."""
    return request.config.stash[_REPORT]


@pytest.fixture
def ask(request: pytest.FixtureRequest, benchmark, rounds: int, report: dict[str, Times]) -> Callable[..., Times]:
    """Ask a question: contenders in turn, their results checked equal, their memory, and how far from the floor.

    ``ask(question, contenders, *arguments, same=..., unit="client", moved=0)`` takes a function of the file that gives
    the contenders for a size and other arguments, so that a fresh process can make them too, and the bytes that the
    first contender must read and write.
    """
    with_memory = request.config.getoption("--memory") or request.config.getoption("--write")

    def asked(question, contenders, *arguments, same=None, unit="client", moved=0) -> Times:
        made: list[Contender] = contenders(*arguments)
        times = contest(made, rounds, same)
        times.unit = unit
        times.floor = 1e6 * moved / copy_bandwidth() / made[0].clients if moved else None
        if with_memory:
            # A fresh process makes the inputs anew: only for ours and for those that are to be beaten.
            names = [name for name in times if name in {made[0].name, *times.targets}]
            grown = {name: growth(contenders, arguments, name) for name in names}
            times.megabytes = {name: found for name, found in grown.items() if found is not None}
        report[question] = times
        benchmark.extra_info.update(times)
        benchmark.pedantic(made[0].run)
        return times

    return asked


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the medians and how many times slower each contender is than ours; write the tables when asked."""
    report = config.stash[_REPORT]
    for question, times in report.items():
        terminalreporter.section(question)
        ours = next(iter(times.values()))
        for name, time in times.items():
            memory = f"{times.megabytes[name]:8.0f} MB" if name in times.megabytes else ""
            terminalreporter.write_line(f"{name:60s} {time:12.2f} us a {times.unit}  {time / ours:8.1f} x {memory}")
        for name, library in times.absent.items():
            terminalreporter.write_line(f"{name:60s} {library} is not installed")
    if report and _MACHINE in config.stash:
        found = table.as_json(config.stash[_MACHINE], config.getoption("--size"), report)
        STORED.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        table.put(PAGE, table.in_full(found))
        table.put(README, table.in_short(found))
        plot.main()


_REPORT = pytest.StashKey[dict[str, Times]]()
_MACHINE = pytest.StashKey[dict[str, object]]()
