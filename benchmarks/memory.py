"""How much memory a contender takes, each in a process of its own.

Tracing Python's allocations misses what other libraries take by themselves. So a fresh process makes the inputs, notes
how much memory it holds, runs the contender once and asks the operating system for the highest point.
"""

import ctypes
import gc
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from contest import Contender

STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")

FEW = 5_000
"""Size of the round beforehand, which loads libraries and compiled code: large enough not to run uncompiled."""


def growth(contenders: Callable[..., list[Contender]], arguments: tuple[object, ...], name: str) -> float | None:
    """Run one contender in a fresh process; give the growth of its memory in megabytes.

    Parameters
    ----------
    contenders
        A function of a benchmark file; its first argument is the size.
    arguments
        What it is called with: numbers, texts and booleans.
    name
        Which contender to run.

    Returns
    -------
    megabytes
        None where the operating system does not tell (anything but Linux).
    """
    if not FORGET.exists():
        return None
    file = Path(inspect.getfile(inspect.unwrap(contenders))).stem
    words = [__file__, file, contenders.__name__, json.dumps(arguments), name]
    ran = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    return float(ran.stdout.splitlines()[-1])


def main(file: str, function: str, arguments: str, name: str) -> None:
    """Print the growth in this process, in megabytes."""
    make = getattr(import_module(file), function)
    size, *others = json.loads(arguments)

    def contender(size: int) -> Contender:
        return next(one for one in make(size, *others) if one.name == name)

    import_module("numba")  # the round beforehand may be too small to need it
    contender(min(size, FEW)).run()
    chosen = contender(size)
    _give_back()
    held = _status("VmRSS")
    FORGET.write_text("5")  # the highest point is now what is held
    chosen.run()
    print((_status("VmHWM") - held) / 1e3)


def _give_back() -> None:
    """Return freed memory to the operating system: a run that used it again would seem to take none."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _status(field: str) -> int:
    """Read a number of kilobytes about this process."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
