"""The one file that knows the compiler.

A kernel is written once, in plain Python over arrays. It runs as it stands on a small caseload, so that one client
never waits for a compiler, and compiled on a large one. Both give the same bits: the order of operations is the same
and fast-math is off.

Kernels over a whole graph take its arrays. Kernels that go over clients have the signature
``kernel(first, last, ...)`` and write the results of the clients ``first .. last - 1``. Clients are independent, so
that a range can be cut in pieces for threads.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from types import FunctionType
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

F = TypeVar("F", bound=Callable[..., Any])

INTERPRET_BELOW = 4_000
"""Work (people or rows, summed over clients) below which a kernel runs uncompiled: some 200 clients.

Measured: uncompiled, a family of measures costs about 0.1 ms a person; compiling it costs seconds, once a machine,
and loading the compiler half a second, once a process.
"""

SHARE_ABOVE = 200_000
"""Work above which the clients are divided over the processor cores."""


class Kernel:
    """A function over arrays that can run uncompiled and compiled.

    Parameters
    ----------
    python
        The function as written. It may call functions of its own file that are marked :func:`inner`.
    """

    def __init__(self, python: FunctionType) -> None:
        self.python = python

    @cached_property
    def compiled(self) -> Callable[..., Any]:
        """The compiled twin. The machine code is kept on disk, beside the file or in ``NUMBA_CACHE_DIR``."""
        from numba import njit

        _know_instructions()
        # The inner functions must be compiled too, and find each other: the twin gets a namespace of twins.
        names = dict(self.python.__globals__)

        def twin(function: FunctionType) -> Callable[..., Any]:
            copy = FunctionType(function.__code__, names, function.__name__, function.__defaults__)
            copy.__qualname__, copy.__module__ = function.__qualname__, function.__module__
            # Inner functions become part of their caller: a call that hands over sets of arrays counts the references
            # to each of them, which can take longer than the work. It also compiles faster.
            options: dict[str, Any] = {
                "inline": "always" if getattr(function, "is_inner", False) else "never",
                "_nrt": not getattr(function, "is_loop", False),  # the run time that counts references
            }
            made: Callable[..., Any] = njit(cache=True, nogil=True, **options)(copy)
            return made

        for marked in ("is_inner", "is_loop"):  # loops call inner functions, so these come first
            names.update({name: twin(item) for name, item in names.items() if getattr(item, marked, False)})
        return twin(self.python)

    def over_clients(self, start: npt.NDArray[np.int64], *arrays: object) -> None:
        """Run over all clients: uncompiled when there is little work, in threads when there is much.

        Parameters
        ----------
        start
            Offsets of the work by client (people, ties or rows).
        *arrays
            What the kernel takes after ``first, last``.
        """
        clients, work = len(start) - 1, int(start[-1])
        if self._runs_plain(work + clients):
            self.python(0, clients, *arrays)
            return
        threads = _cores() if work > SHARE_ABOVE else 1
        if threads == 1:
            self.compiled(0, clients, *arrays)
            return
        # Several pieces a thread, equal in work, so that a few large networks do not keep one thread waiting.
        cuts = np.searchsorted(start, np.linspace(0, work, 4 * threads + 1)[1:-1])
        bounds = np.unique(np.concatenate([[0], cuts, [clients]]))
        run = self.compiled
        list(_pool(os.getpid()).map(lambda a, b: run(a, b, *arrays), bounds[:-1].tolist(), bounds[1:].tolist()))

    def once(self, work: int, *arrays: object) -> None:
        """Run over a whole graph: uncompiled when there is little work.

        Parameters
        ----------
        work
            Number of nodes and ties.
        *arrays
            What the kernel takes.
        """
        (self.python if self._runs_plain(work) else self.compiled)(*arrays)

    def _runs_plain(self, work: int) -> bool:
        """Tell whether to run uncompiled. What is compiled already is used."""
        return work < INTERPRET_BELOW and "compiled" not in self.__dict__


def kernel(function: Callable[..., None]) -> Kernel:
    """Mark a function as a kernel."""
    assert isinstance(function, FunctionType)  # noqa: S101 - for the type checker
    return Kernel(function)


def inner(function: F) -> F:
    """Mark a function as part of the kernels of its file: it is compiled together with them."""
    function.is_inner = True  # type: ignore[attr-defined]
    return function


def loop(function: F) -> F:
    """Mark a function as the loop of a kernel of its file, which works in room that the kernel made.

    The compiler does not count references to arrays in it, which can take several times as long as the work; so it can
    make no arrays. A part of an array is none: it refers to the whole.
    """
    function.is_loop = True  # type: ignore[attr-defined]
    return function


def ones(word: int) -> int:
    """Count the bits of a whole number that are 1. Compiled, this is one instruction."""
    return int(word).bit_count()


@cache
def _know_instructions() -> None:
    """Tell the compiler about :func:`ones`."""
    from numba.extending import intrinsic, overload

    def instruction(_context: Any, word: Any) -> Any:  # noqa: ANN401 - numba comes without types
        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:  # noqa: ANN401
            return builder.ctpop(arguments[0])

        return word(word), generate

    popcount: Any = intrinsic(instruction)
    overload(ones)(lambda word: lambda word: popcount(word))  # noqa: ARG005, PLW0108 - what the compiler asks for


@cache
def _pool(_process: int) -> ThreadPoolExecutor:
    """Give the threads of this process. A process that forks off makes its own: threads do not come along."""
    return ThreadPoolExecutor(_cores(), thread_name_prefix="netwerkanalyse")


def _cores() -> int:
    """Return how many processor cores this process may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else (os.cpu_count() or 1)
