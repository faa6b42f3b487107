"""Sizes of a benchmark run, and the table of ratios at its end."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the sizes: small by default, so that the harness can be checked quickly."""
    parser.addoption("--clients", type=int, default=1_000, help="clients in the simulated caseload")
    parser.addoption("--rounds", type=int, default=3, help="rounds in which contenders run in turn")


@pytest.fixture(scope="session")
def size(request: pytest.FixtureRequest) -> int:
    """How many clients to simulate."""
    return int(request.config.getoption("--clients"))


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """How many rounds to run."""
    return int(request.config.getoption("--rounds"))


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest) -> dict[str, dict[str, float]]:
    """Where tests leave their medians: question to contender to microseconds a client."""
    found: dict[str, dict[str, float]] = {}
    request.config.stash[_REPORT] = found
    return found


_REPORT = pytest.StashKey[dict[str, dict[str, float]]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the medians and how many times slower each contender is than ours."""
    for question, times in config.stash.get(_REPORT, {}).items():
        terminalreporter.section(question)
        ours = next(iter(times.values()))
        for name, time in times.items():
            terminalreporter.write_line(f"{name:55s} {time:12.2f} us a client  {time / ours:8.1f} x")
