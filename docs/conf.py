"""Settings of the documentation: ``sphinx-build -W docs docs/_build``."""

import sys
from pathlib import Path

from sphinx.application import Sphinx

import netwerkanalyse

HERE = Path(__file__).parent

project = "netwerkanalyse"
version = release = netwerkanalyse.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
suppress_warnings = []

autodoc_typehints = "description"
autodoc_member_order = "bysource"
napoleon_google_docstring = False

html_theme = "furo"
html_title = f"netwerkanalyse {version}"
html_static_path: list[str] = []


def setup(app: Sphinx) -> None:
    """Write the generated pages before anything is read."""
    sys.path.insert(0, str(HERE))
    from generate import generate

    generate(Path(app.srcdir) / "reference")
