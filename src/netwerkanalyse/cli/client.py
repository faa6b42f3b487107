"""Make reports on clients: ``netwerkanalyse client``."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.client_documents import FORMS, client_documents
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.output import announce, deliver, spare
from netwerkanalyse.cli.progress import progress
from netwerkanalyse.cli.reading import read

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload


@click.command("client", cls=Command)
@options.source
@options.clients
@options.day
@click.option("--for-client", cls=Option, is_flag=True, help="for_client")
@options.formats(tuple(FORMS), "format_client", default=("html", "svg", "interactive"))
@options.out("folder", "out_client")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    clients: tuple[str, ...],
    day: date | None,
    for_client: bool,
    form: tuple[str, ...],
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the report of every client asked for."""
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    chosen = _chosen(ctx, caseload, clients)
    if out == options.STREAM and (len(chosen), len(form)) != (1, 1):
        ctx.fail(say(ctx, "usage.one_document"))
    seen = caseload.at(day.isoformat()) if day else caseload
    names = dict(zip(chosen, file_names(chosen), strict=True))
    for name in names.values():
        if Path(source).suffix.lstrip(".") in form:
            spare(source, Path(out or ".") / f"{name}{Path(source).suffix}", lang)
    written = []
    for client in progress(chosen, quiet=quiet):
        for suffix, document in client_documents(seen.select([client]), form, lang=lang, for_client=for_client):
            path = out if out == options.STREAM else Path(out or ".") / f"{names[client]}{suffix}"
            deliver(document, path, quiet=True, lang=lang)
            written.append(path)
    for path in written:
        announce(path, quiet=quiet or path == options.STREAM)


def _chosen(ctx: click.Context, caseload: "Caseload", clients: tuple[str, ...]) -> list[str]:
    """Return the clients asked for: all of them when none is named."""
    known = caseload.client_index
    for client in clients:
        if client not in known:
            ctx.fail(say(ctx, "usage.no_client", value=client, known=", ".join(known[:10])))
    if known.empty:
        raise Refused(say(ctx, "client.nobody"))
    return list(dict.fromkeys(clients)) or list(known)


def file_names(clients: Iterable[str]) -> list[str]:
    """Make a file name of each client's pseudonym that is safe on every system and different from the others.

    Examples
    --------
    >>> file_names(["K1", "../k1", "K 1", "..", "CON"])
    ['K1', 'k1-2', 'K-1', 'client', 'client-CON']
    """
    taken: set[str] = set()
    names = []
    for client in clients:
        plain = re.sub(r"[^\w]+", "-", client).strip("-_")[:80] or "client"
        name = plain = f"client-{plain}" if _RESERVED.fullmatch(plain) else plain
        again = 2
        while name.casefold() in taken:
            name, again = f"{plain}-{again}", again + 1
        taken.add(name.casefold())
        names.append(name)
    return names


_RESERVED = re.compile(r"(?i)con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for devices."""
