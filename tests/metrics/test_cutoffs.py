"""Every cut-off explains itself."""

import pytest

from netwerkanalyse.metrics.cutoffs import Cutoffs, described
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.texts import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cutoff_has_a_reason_and_a_source(lang):
    """No number decides anything without saying why, in the reader's language."""
    for one in (*described(lang), *described(lang, RegionCutoffs())):
        assert one.reason
        assert one.source


def test_the_description_says_what_was_used():
    """A report computed with other cut-offs shows those, not the defaults."""
    used = {one.name: one.value for one in described("nl", Cutoffs(tolerance=0.5))}

    assert used["tolerance"] == 0.5
    assert used["enough"] == 1.0
