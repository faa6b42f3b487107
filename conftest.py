"""Settings of every test run, doctests included."""

import os
import tempfile

# Numba's cache goes stale when a function in another file changes: every run starts with an empty one.
os.environ["NUMBA_CACHE_DIR"] = tempfile.mkdtemp(prefix="netwerkanalyse-numba-")
