"""Fixtures that several tests share."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# The machines are noisy, so no deadline; the same examples every run, so that a failure can be repeated.
settings.register_profile("netwerkanalyse", deadline=None, derandomize=True, max_examples=25)
settings.load_profile("netwerkanalyse")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real data and reference values by others; it is not part of the repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("no ../shared/data beside the repository: real data and reference values are not shipped")
    return SHARED / "data"


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; the test is skipped where it is not there."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
