"""Make up a caseload, and the region it lives in: ``netwerkanalyse simulate``."""

from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.output import announce, deliver, deliver_caseload, deliver_region
from netwerkanalyse.cli.tables import WRITERS

MOST_ORGANISATIONS, MOST_AREAS = 1_000_000, 100_000
"""What still fits in memory."""

_REGION_FILES = ("xlsx", "json")


def _organisations(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Accept a number of organisations: at least one a sector (a callback)."""
    from netwerkanalyse.datasets.simulation.roles import SECTORS

    return options.between(ctx, param, value, len(SECTORS), MOST_ORGANISATIONS)


def _areas(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Accept a number of areas (a callback)."""
    return options.between(ctx, param, value, 1, MOST_AREAS)


@click.command("simulate", cls=Command)
@click.option("--clients", cls=Option, metavar="count", required=True, callback=options.whole, help="clients")
@click.option("--seed", cls=Option, metavar="count", default="0", callback=options.whole, help="seed")
@click.option("--organisations", cls=Option, metavar="count", callback=_organisations, help="organisations")
@click.option("--areas", cls=Option, metavar="count", callback=_areas, help="areas")
@click.option("-o", "--out", cls=Option, metavar="path", required=True, help="out_simulate")
@click.option("--region", cls=Option, metavar="path", help="region_simulate")
@options.formats(options.CASELOAD_FORMS, "format_caseload")
@click.option("--truth", cls=Option, metavar="file", help="truth")
@options.partitions
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    clients: int,
    seed: int,
    out: str,
    region: str | None,
    form: str | None,
    truth: str | None,
    partitions: int | None,
    quiet: bool,
    lang: str,
    **sizes: int | None,
) -> None:
    """Write a simulated caseload, the region it lives in when asked, and what was planted."""
    truth_form = options.suffix_of(ctx, truth, tuple(WRITERS)) if truth else ""
    if partitions and (region or truth or form or Path(out).suffix or out == options.STREAM):
        ctx.fail(say(ctx, "usage.partitions_alone"))
    if region and region in {out, truth}:
        ctx.fail(say(ctx, "usage.same_target", value=region))
    if region and not form and Path(region).suffix:
        options.suffix_of(ctx, region, _REGION_FILES)
    quiet = quiet or options.STREAM in {out, region}  # a path in the middle of a document would spoil it
    asked = {name: size for name, size in sizes.items() if size is not None}
    if partitions:
        from netwerkanalyse.datasets.simulate import simulate_parts
        from netwerkanalyse.io.partitions import write_partitions

        made_parts = simulate_parts(clients, part=-(-clients // partitions), seed=seed, **asked)
        write_partitions((one.caseload for one in made_parts), Path(out), lang=lang)
        announce(out, quiet=quiet)
        return
    if region:
        from netwerkanalyse.datasets.simulate_region import simulate_region

        made = simulate_region(clients, seed=seed, lang=lang, **asked)
        deliver_caseload(made.caseload, out, form, quiet=quiet, lang=lang)
        deliver_region(made.region, region, form, quiet=quiet, lang=lang)
        planted = made.truth.set_index("code")
    else:
        from netwerkanalyse.datasets.simulate import simulate

        alone = simulate(clients, seed=seed, **asked)
        deliver_caseload(alone.caseload, out, form, quiet=quiet, lang=lang)
        planted = alone.truth.set_index(["client", "domain"])
    if truth:
        deliver(WRITERS[truth_form]({"truth": planted}, lang), truth, quiet=quiet, lang=lang)
