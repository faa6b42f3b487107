"""Make up a caseload: ``netwerkanalyse simulate``."""

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option
from netwerkanalyse.cli.output import deliver, deliver_caseload
from netwerkanalyse.cli.tables import WRITERS


@click.command("simulate", cls=Command)
@click.option("--clients", cls=Option, metavar="count", required=True, callback=options.whole, help="clients")
@click.option("--seed", cls=Option, metavar="count", default="0", callback=options.whole, help="seed")
@click.option("-o", "--out", cls=Option, metavar="path", required=True, help="out_simulate")
@options.formats(options.CASELOAD_FORMS, "format_caseload")
@click.option("--truth", cls=Option, metavar="file", help="truth")
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    *,
    clients: int,
    seed: int,
    out: str,
    form: str | None,
    truth: str | None,
    quiet: bool,
    lang: str,
) -> None:
    """Write a simulated caseload and what was planted in it."""
    from netwerkanalyse.datasets.simulate import simulate

    truth_form = options.suffix_of(ctx, truth, tuple(WRITERS)) if truth else ""
    simulated = simulate(clients, seed=seed)
    deliver_caseload(simulated.caseload, out, form, quiet=quiet, lang=lang)
    if truth:
        planted = simulated.truth.set_index(["client", "domain"])
        deliver(WRITERS[truth_form]({"truth": planted}, lang), truth, quiet=quiet, lang=lang)
