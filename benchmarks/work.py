"""Count work instead of seconds: the lines that kernels execute, which are the same on every machine."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from netwerkanalyse import kernels

FOLDER = str(Path(kernels.__file__).parent)


def lines_of(run: Callable[..., object], *arguments: object) -> int:
    """Count the lines of kernels that are executed, uncompiled, while something runs."""
    count = 0

    def in_kernel(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return in_kernel

    def at_call(frame: FrameType, _event: str, _argument: object) -> Any:
        file = frame.f_code.co_filename
        return in_kernel if file.startswith(FOLDER) and not file.endswith("_jit.py") else None

    before = sys.gettrace()
    sys.settrace(at_call)
    try:
        run(*arguments)
    finally:
        sys.settrace(before)
    return count
