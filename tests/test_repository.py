"""The repository keeps its promises: two commands, pinned versions, no address of a server, small modules."""

import ast
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LINES = 300
BODY = 40


def test_the_readme_has_two_commands():
    """One installs and shows the example, one installs and runs the tests; CI runs the same tests."""
    show, check = re.findall(r"^```sh\n(.*)\n```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    install = r"python3 -m venv \.venv && \.venv/bin/pip install -c constraints\.txt "
    assert re.fullmatch(install + r"\. && \.venv/bin/netwerkanalyse demo", show)
    assert re.fullmatch(install + r'-e "\.\[test\]" && \.venv/bin/python -m pytest -n auto --dist loadfile', check)
    assert "\npython -m pytest -n auto --dist loadfile\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_dependency_is_bounded_and_pinned():
    """What is asked for has a lower and an upper bound, and CI installs one version of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    pinned = {
        line.split("==")[0]
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith("#")
    }
    for requirement in asked:
        name = re.split(r"[\[<>=]", requirement)[0]
        if name != project["name"]:
            assert ">=" in requirement, requirement
            assert ",<" in requirement, requirement
            assert name in pinned


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt", ".ci/run", "README.md", "CONTRIBUTING.md"])
def test_no_registry_is_named(name):
    """Whoever installs chooses from where: no address of a package registry stands in the project."""
    content = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://\S*(pypi|pythonhosted|simple)|--(extra-)?index-url", content)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_modules_and_functions_are_small(path):
    """A module fits in a reader's head, and a function on a screen."""
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            assert body[-1].end_lineno - body[0].lineno + 1 <= BODY, node.name
