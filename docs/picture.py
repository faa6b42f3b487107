"""Make the picture of a report that the README shows: ``python docs/picture.py``.

Needs Chromium.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from netwerkanalyse.cli.main import run

PICTURE = Path(__file__).parent / "images" / "report.png"
SIZE = "860,1380"


def main() -> None:
    """Render the report of the worked example and keep what is seen first."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed")
    with TemporaryDirectory() as folder:
        run(["demo", "--out", folder, "--quiet"])
        page = Path(folder) / "voorbeeld.html"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}"]
        subprocess.run([chromium, *options, f"--screenshot={PICTURE}", page.as_uri()], check=True)


if __name__ == "__main__":
    main()
