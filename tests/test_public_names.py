"""The names users type: all there, all light until used."""

import ast
import inspect

import pytest

import netwerkanalyse


def declared():
    """The names that type checkers see."""
    tree = ast.parse(inspect.getsource(netwerkanalyse))
    guard = next(node for node in tree.body if isinstance(node, ast.If))
    return {alias.asname for node in guard.body for alias in node.names}


def test_type_checkers_and_people_see_the_same_names():
    """What a type checker believes to be there is what can be used."""
    assert declared() | {"__version__"} == set(dir(netwerkanalyse))


@pytest.mark.parametrize("name", sorted(declared()))
def test_every_name_exists(name):
    """Each public name can be used, and is documented where it is a function or class."""
    thing = getattr(netwerkanalyse, name)
    assert inspect.getdoc(thing)


def test_a_wrong_name_is_an_attribute_error():
    """A typing mistake gives the error that Python users expect."""
    with pytest.raises(AttributeError, match="no attribute 'read_caselod'"):
        _ = netwerkanalyse.read_caselod
