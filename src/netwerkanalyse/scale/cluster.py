"""Parts measured by the workers of Dask distributed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.scale.job import Job, Outcome

if TYPE_CHECKING:
    from distributed import Client

WORKERS = 2
"""Processes that are started when no scheduler is named."""

TRIES = 3
"""A part whose worker disappears is given to another so many times; a part that brings workers down must not go on."""


def run_on_dask(job: Job, parts: list[Path], scheduler: str | None) -> Iterator[Outcome]:
    """Measure parts on a cluster.

    Workers write the results themselves, each file whole or not at all, so that nothing of a client travels.

    Parameters
    ----------
    job
        What is measured.
    parts
        The parts.
    scheduler
        Address of the scheduler; without it processes are started on this machine.

    Yields
    ------
    outcome
        Of every part, in the order in which they are finished.

    Raises
    ------
    UnreadableError
        If Dask is not installed, or the address is beyond this machine and not protected by TLS on both sides.
    """
    if find_spec("distributed") is None:
        raise refusal(job.lang, "no_cluster")
    from distributed import as_completed

    with _client(scheduler, job.lang) as client:
        futures = client.map(job.run, parts, pure=False, retries=TRIES)
        for future in as_completed(futures, loop=client.loop):
            yield future.result()


@contextmanager
def _client(scheduler: str | None, lang: str) -> "Iterator[Client]":
    from distributed import Client, LocalCluster

    with ExitStack() as opened:
        if scheduler is None:
            made = LocalCluster(WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
            address = opened.enter_context(made).scheduler_address
        else:
            refuse_open_line(scheduler, lang)
            address = scheduler
        yield opened.enter_context(Client(address, set_as_default=False))


def refuse_open_line(scheduler: str, lang: str) -> None:
    """Refuse an address beyond this machine unless both sides show a certificate.

    Dask runs whatever reaches it over an open line. Which certificates are used stands in Dask's own configuration
    (``distributed.comm.tls``); with it, the scheduler and the workers accept nobody who shows none.

    Parameters
    ----------
    scheduler
        An address such as ``tls://10.0.0.1:8786``.
    lang
        Language of the message.

    Raises
    ------
    UnreadableError
        If it is not protected.
    """
    if is_this_machine(scheduler):
        return
    from distributed import Security

    security = Security()
    own = (security.tls_ca_file, security.tls_client_cert, security.tls_client_key)
    if urlsplit(scheduler).scheme != "tls" or not all(own):
        raise refusal(lang, "open_line", name=scheduler)


def is_this_machine(address: str) -> bool:
    """Tell whether an address does not leave this machine.

    Examples
    --------
    >>> is_this_machine("tcp://127.0.0.1:8786"), is_this_machine("tcp://10.0.0.1:8786")
    (True, False)
    """
    host = urlsplit(address if "://" in address else f"tcp://{address}").hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
