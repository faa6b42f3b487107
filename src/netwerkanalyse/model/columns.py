"""Short forms to declare a column, and the columns that many tables have.

Each takes the name, the Dutch and the English heading, and one sentence of explanation in Dutch and in English.
"""

from functools import partial
from typing import Any

from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.fields import Field, FieldType
from netwerkanalyse.model.vocabulary import DOMAIN


def column(type: FieldType, name: str, nl: str, en: str, meaning_nl: str, meaning_en: str, **more: Any) -> Field:  # noqa: A002, ANN401
    """Declare a column; ``more`` is what :class:`~netwerkanalyse.model.fields.Field` takes beside it."""
    return Field(name, type, Label(nl, en), Label(meaning_nl, meaning_en), **more)


text = partial(column, FieldType.TEXT)
code = partial(column, FieldType.CODE)
several = partial(column, FieldType.CODES)
number = partial(column, FieldType.NUMBER)
whole = partial(column, FieldType.INTEGER)
flag = partial(column, FieldType.FLAG)
day = partial(column, FieldType.DATE)


def client() -> Field:
    """Whose row this is."""
    meaning = ("Pseudoniem van de cliënt, geen naam.", "Pseudonym of the client, not a name.")
    return text("client", "cliënt", "client", *meaning, required=True, refers="clients")


def domain(*, required: bool = True) -> Field:
    """The life domain a row is about."""
    meaning = ("Het leefgebied waar het om gaat.", "The life domain this is about.")
    return code("domain", "leefgebied", "life domain", *meaning, codes=DOMAIN, required=required)


def someone(name: str, nl: str, en: str, meaning_nl: str, meaning_en: str) -> Field:
    """A person around the client, named by the code in the members table."""
    return text(name, nl, en, meaning_nl, meaning_en, required=True, refers="members")
