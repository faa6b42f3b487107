"""On what machine and with which versions something was measured."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from floor import copy_bandwidth

LIBRARIES = (
    "netwerkanalyse", "numpy", "numba", "pandas", "pyarrow", "igraph", "networkx", "networkit", "rustworkx", "scipy",
    "python-graphblas", "Python-EasyGraph", "duckdb", "polars", "ortools",
)  # fmt: skip
"""Ours, what it rests on, and peers; those not installed are left out."""


def describe() -> dict[str, object]:
    """Describe this machine, now: nothing that names it."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": _processor(),
        "cores": _cores(),
        "memory_gb": _memory(),
        "copy_gb_per_second": round(copy_bandwidth() / 1e9, 1),
        "load_average": [round(load, 1) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {name: found for name in LIBRARIES if (found := _version(name))},
    }


def _processor() -> str:
    """Read the processor's name where the operating system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _cores() -> int:
    """Count the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> float | None:
    """Read the memory of the machine in gigabytes, where the operating system tells."""
    if not hasattr(os, "sysconf"):
        return None
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
