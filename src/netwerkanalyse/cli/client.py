"""Make reports on clients: ``netwerkanalyse client``."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import product
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
@click.option("--since", cls=Option, metavar="day", callback=options.any_day, help="since")
@click.option("--earlier", cls=Option, metavar="path", help="earlier")
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
    since: date | None,
    earlier: str | None,
    for_client: bool,
    form: tuple[str, ...],
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the report of every client asked for."""
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    chosen = chosen_clients(ctx, caseload, clients)
    if out == options.STREAM and (len(chosen), len(form)) != (1, 1):
        ctx.fail(say(ctx, "usage.one_document"))
    _refuse_a_file_for_a_folder(ctx, out)
    if since and earlier:
        ctx.fail(say(ctx, "usage.one_comparison"))
    before = caseload.at(since.isoformat()) if since else None
    if earlier:
        before = read(earlier, strict=strict, quiet=quiet, lang=lang)
    seen = caseload.at(day.isoformat()) if day else caseload
    names = dict(zip(chosen, file_names(chosen), strict=True))
    _spare_what_is_read(
        [source, earlier or options.STREAM], [Path(out or ".") / name for name in names.values()], form, lang
    )
    written = []
    for client in progress(chosen, quiet=quiet):
        documents = client_documents(seen.select([client]), form, lang=lang, for_client=for_client, earlier=before)
        for suffix, document in documents:
            path = out if out == options.STREAM else Path(out or ".") / f"{names[client]}{suffix}"
            deliver(document, path, quiet=True, lang=lang)
            written.append(path)
    for path in written:
        announce(path, quiet=quiet or path == options.STREAM)


def _refuse_a_file_for_a_folder(ctx: click.Context, out: str | None) -> None:
    """Refuse a new folder called like a file: nobody finds a report inside ``report.html``."""
    suffix = Path(out or "").suffix
    if suffix in {Path(f"name{form.ending}").suffix for form in FORMS.values()} and not Path(out or "").is_dir():
        ctx.fail(say(ctx, "usage.folder", value=out, suffix=suffix))


def _spare_what_is_read(sources: Iterable[str], targets: Iterable[Path], form: tuple[str, ...], lang: str) -> None:
    """Refuse to write a report over a file that is read; ``targets`` have no suffix yet."""
    for source, target in product(sources, targets):
        suffix = Path(source).suffix
        if suffix.lstrip(".") in form:
            spare(source, target.with_name(f"{target.name}{suffix}"), lang)


def chosen_clients(ctx: click.Context, caseload: "Caseload", clients: tuple[str, ...]) -> list[str]:
    """Return the clients asked for: all of them when none is named.

    Parameters
    ----------
    ctx
        The command, which is refused when a client is not there.
    caseload
        The clients there are.
    clients
        The pseudonyms that were typed.

    Returns
    -------
    chosen
        Each once, in the order typed.
    """
    known = caseload.client_index
    for client in clients:
        if client not in known:
            named, rest = ", ".join(known[:_NAMED]), len(known) - _NAMED
            key = "no_client_more" if rest > 0 else "no_client"
            ctx.fail(say(ctx, f"usage.{key}", value=client, known=named, rest=rest))
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


_NAMED = 10
"""So many clients are named to somebody who typed one that is not there."""

_RESERVED = re.compile(r"(?i)con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for devices."""
