"""Codes, labels and the crosswalk."""

import pytest

from netwerkanalyse.model import vocabulary
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.codes import Vocabulary, fold
from netwerkanalyse.model.crosswalk import CROSSWALK
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, RECOVERY, ROLE

VOCABULARIES = [item for item in vars(vocabulary).values() if isinstance(item, Vocabulary)]
each = pytest.mark.parametrize("one", VOCABULARIES, ids=lambda one: one.name)


@each
def test_every_spelling_means_one_code(one):
    """A code, its Dutch and its English label all read back as that code."""
    for code in one.codes:
        for spelling in (code.name, code.label.nl, code.label.en, code.label.nl.upper()):
            assert one.read(spelling) == code.name


@each
def test_labels_are_unique(one):
    """Two codes never look the same to a person."""
    for lang in ("nl", "en"):
        assert len({fold(label) for label in one.labels(lang)}) == len(one.codes)


def test_closed_vocabularies_refuse_and_help():
    """A wrong word is not guessed, but the nearest word is named."""
    assert KIND.read("formeell") is None
    assert KIND.nearest("formeell", "nl") == "formeel"
    assert KIND.nearest("qqqq", "nl") is None


def test_unlisted_words_of_open_vocabularies_are_their_own_label():
    """A role may be anything."""
    assert ROLE.label("dierenarts", "nl") == "dierenarts"
    assert ROLE.group("dierenarts") == ""


def test_the_crosswalk_covers_every_life_domain_once():
    """Each life domain has its words in other instruments, and its recovery dimensions are known codes."""
    assert [one.domain for one in CROSSWALK] == list(DOMAIN.names)
    assert {dimension for one in CROSSWALK for dimension in one.recovery} <= set(RECOVERY.names)


def test_headings_of_a_table_are_unique():
    """A heading means one column, in either language."""
    for table in CASELOAD.tables:
        for lang in ("nl", "en"):
            assert len({fold(field.heading.get(lang)) for field in table.fields}) == len(table.fields), table.name


def test_every_declared_heading_is_read():
    """Readers take the Dutch heading, the English heading and the name."""
    for table in CASELOAD.tables:
        for field in table.fields:
            for spelling in (field.name, field.heading.nl, field.heading.en, field.heading.nl.upper()):
                assert table.read_heading(spelling) == field.name, (table.name, spelling)
