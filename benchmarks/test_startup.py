"""How long one client takes, from the command to the finished page, where nothing is compiled yet.

Seconds depend on the machine, so they are shown beside what importing two libraries takes there. What keeps start-up
quick is guarded by what may be imported, in ``tests/cli/test_imports.py``.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contest import Contender, contest
from netwerkanalyse.cli.main import run


@pytest.fixture
def workbook(tmp_path):
    """The template with its example client, as somebody has it on the first day."""
    assert run(["template", "--quiet", "--out", str(tmp_path / "net.xlsx")]) == 0
    return tmp_path / "net.xlsx"


def test_one_client(workbook, report, rounds):
    """Import, help, a first measure and a report on one client, each in a fresh process; nothing is compiled."""
    unused = workbook.parent / "empty"
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(unused)}

    def python(*words: str) -> None:
        subprocess.run([sys.executable, *words], check=True, env=environment, stdout=subprocess.DEVNULL)

    pages = str(workbook.parent / "pages")
    program = ("-m", "netwerkanalyse", "client", str(workbook), "--out", pages)
    answer = "import netwerkanalyse as na; na.measure(na.datasets.load('voorbeeld'))"
    contenders = [
        Contender('python -c "import pandas, networkx"', lambda: python("-c", "import pandas, networkx"), 1),
        Contender("import netwerkanalyse", lambda: python("-c", "import netwerkanalyse"), 1),
        Contender("netwerkanalyse --help", lambda: python("-m", "netwerkanalyse", "--help"), 1),
        Contender("first answer: every measure of one client", lambda: python("-c", answer), 1),
        Contender("netwerkanalyse client --format html", lambda: python(*program, "--format", "html"), 1),
        Contender("netwerkanalyse client: page, two sociograms", lambda: python(*program), 1),
    ]
    if rounds > 1:
        contest(contenders, 1)  # the operating system reads the files once
    report["start-up: one client, nothing compiled"] = times = contest(contenders, rounds)
    times.unit = "start"
    assert len(list(Path(pages).iterdir())) >= 3
    assert not unused.exists(), "something was compiled"
