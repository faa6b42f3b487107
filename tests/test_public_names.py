"""The names users type: all there, all light until used."""

import ast
import inspect
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import netwerkanalyse

ROOMS = ("netwerkanalyse", "netwerkanalyse.metrics", "netwerkanalyse.recommend")


def declared(room):
    """The names that type checkers see."""
    names = ast.parse(Path(import_module(room).__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    return sorted(one.asname for node in names.body if isinstance(node, ast.ImportFrom) for one in node.names)


PUBLIC = [(room, name) for room in ROOMS for name in declared(room)]


@pytest.mark.parametrize(("room", "name"), PUBLIC)
def test_every_name_exists(room, name):
    """Each public name can be used, and is documented where it is a function or class."""
    assert inspect.getdoc(getattr(import_module(room), name))


@pytest.mark.parametrize(("room", "name"), PUBLIC)
def test_no_public_name_is_taken_by_a_file(room, name):
    """Loading a file puts its name on the package: a function of the same name would disappear behind it."""
    thing = getattr(import_module(room), name)
    assert inspect.ismodule(thing) or find_spec(f"{room}.{name}") is None


def test_a_wrong_name_is_an_attribute_error():
    """A typing mistake gives the error that Python users expect."""
    with pytest.raises(AttributeError, match="read_caselod"):
        _ = netwerkanalyse.read_caselod
