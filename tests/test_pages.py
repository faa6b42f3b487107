"""Every command and example in the documentation runs as it stands."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from netwerkanalyse.cli.main import PROGRAM, run

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").rglob("*.md") if "reference" not in path.parts)]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture(params=PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def page(request, tmp_path, monkeypatch):
    """A page, to be followed in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NETWERKANALYSE_LANG", raising=False)
    return request.param


def test_commands_run(page, capsys):
    """The commands of a page, typed one after the other in an empty folder, all go well."""
    lines = [line.removeprefix("$ ") for block in blocks(page, "console") for line in block.splitlines()]
    for line in lines:
        program, *words = shlex.split(line, comments=True)
        if program == PROGRAM:
            assert run(words) == 0, f"{line}: {capsys.readouterr().err}"


def test_examples_run(page):
    """The Python examples of a page give what the page says."""
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks(page, "pycon")), {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(examples, out=said.append)
    assert said == []
