"""How long one client takes, from the command to the finished page, where nothing is compiled yet.

The measure is the time that ``python -c "import pandas, networkx"`` takes on the same machine, in turn.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contest import Contender, contest
from netwerkanalyse.cli.main import run

ROUNDS = 5
LIMIT = 4.0


@pytest.fixture
def workbook(tmp_path):
    """The template with its example client, as somebody has it on the first day."""
    assert run(["template", "--quiet", "--out", str(tmp_path / "net.xlsx")]) == 0
    return tmp_path / "net.xlsx"


def test_one_client(workbook, report):
    """A report on one client takes less than four times as long as importing two libraries."""

    def python(*words: str) -> None:
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(workbook.parent / "empty")}
        subprocess.run([sys.executable, *words], check=True, env=environment, stdout=subprocess.DEVNULL)

    pages = str(workbook.parent / "pages")
    program = ("-m", "netwerkanalyse", "client", str(workbook), "--out", pages)
    contenders = [
        Contender('python -c "import pandas, networkx"', lambda: python("-c", "import pandas, networkx"), 1),
        Contender("netwerkanalyse client: page, two sociograms", lambda: python(*program), 1),
        Contender("netwerkanalyse client --format html", lambda: python(*program, "--format", "html"), 1),
        Contender("netwerkanalyse --help", lambda: python("-m", "netwerkanalyse", "--help"), 1),
    ]
    contest(contenders, 1)  # the operating system reads the files once
    report["start-up: one client, nothing compiled"] = times = contest(contenders, ROUNDS)
    assert len(list(Path(pages).iterdir())) >= 3
    assert not (workbook.parent / "empty").exists(), "something was compiled"
    assert times[contenders[1].name] < LIMIT * times[contenders[0].name]
