"""Settings of every test run, doctests included."""

import atexit
import os
import shutil
import tempfile

# Numba's cache goes stale when a function in another file changes: every run starts with an empty one.
_CACHE = tempfile.mkdtemp(prefix="netwerkanalyse-numba-")
os.environ["NUMBA_CACHE_DIR"] = _CACHE
atexit.register(shutil.rmtree, _CACHE, ignore_errors=True)
