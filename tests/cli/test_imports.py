"""Start-up: which heavy library may be loaded on which path."""

import subprocess
import sys

import pytest

HEAVY = {
    "pandas", "numpy", "numba", "llvmlite", "igraph", "networkx", "pyvis", "IPython", "matplotlib", "dask", "scipy",
    "distributed", "jinja2", "openpyxl", "xlsxwriter", "pyarrow",
}  # fmt: skip


def loaded(*words: str, cwd: object = None) -> set[str]:
    """Run a command in a fresh process and return the heavy libraries it loaded."""
    script = (
        "import sys\n"
        "from netwerkanalyse.cli.main import run\n"
        f"code = run({list(words)!r})\n"
        "print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=cwd)
    return set(ran.stderr.splitlines()[-1].split()) & HEAVY


@pytest.fixture
def workbook(netwerkanalyse, own_folder):
    """The template with its example client."""
    assert netwerkanalyse("template", "--out", "net.xlsx").code == 0
    return own_folder


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["client", "--help"], ["caseload", "--help"]])
def test_help_loads_nothing_heavy(words):
    """Somebody who asks for help does not wait for a library."""
    assert loaded(*words) == set()


def test_importing_the_package_loads_nothing_heavy():
    """The package is light until something is used."""
    script = "import sys, netwerkanalyse; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & HEAVY == set()


def test_measuring_one_client_waits_for_no_compiler():
    """The first answer in a notebook needs tables and arrays, nothing that compiles, draws or spreads the work."""
    script = "import sys, netwerkanalyse as na; na.measure(na.datasets.load('voorbeeld')); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (set(ran.stdout.split()) & HEAVY) - {"pyarrow"} <= {"pandas", "numpy"}


def test_a_report_waits_for_no_compiler(workbook):
    """From workbook to page: no compiler, no graph library, nothing for the interactive picture."""
    allowed = {"pandas", "numpy", "jinja2", "openpyxl"}
    assert loaded("client", "net.xlsx", "--format", "html", "--format", "svg", cwd=workbook) - {"pyarrow"} <= allowed


def test_proposals_wait_for_no_compiler(workbook):
    """From workbook to proposals for one client: every variant is measured without a compiler or graph library."""
    assert loaded("recommend", "net.xlsx", cwd=workbook) - {"pyarrow"} <= {"pandas", "numpy", "openpyxl"}


def test_only_the_interactive_picture_loads_its_library(workbook):
    """Whoever asks for the interactive page loads what it needs, and no compiler."""
    met = loaded("client", "net.xlsx", "--format", "interactive", "--out", "out", cwd=workbook)
    assert "pyvis" in met
    assert not {"numba", "igraph", "matplotlib", "dask"} & met


def test_checking_loads_only_what_reads(workbook):
    """Checking a file loads no measure, no report."""
    assert loaded("check", "net.xlsx", cwd=workbook) - {"pyarrow"} <= {"pandas", "numpy", "openpyxl"}
