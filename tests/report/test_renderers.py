"""The forms of a report."""

import pytest

from netwerkanalyse.report.renderers import RENDERERS


@pytest.mark.parametrize("name", RENDERERS)
def test_every_form_takes_every_block(name, everything):
    """No form forgets a kind of block."""
    renderer = RENDERERS[name]

    assert renderer.suffix.startswith(".")
    assert len(renderer.render(everything)) > 500
