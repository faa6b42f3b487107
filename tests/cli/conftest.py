"""Running the program as its user does: in a folder of their own, with words after its name."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from netwerkanalyse.cli.command import LANGUAGE_VARIABLE
from netwerkanalyse.cli.main import run


class Outcome(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Program = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, in the default language, on a wide terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


@pytest.fixture
def netwerkanalyse(capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program: ``netwerkanalyse("check", "net.xlsx")``."""

    def program(*words: object) -> Outcome:
        capsys.readouterr()
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return program
