"""Make the report on a region: ``netwerkanalyse region``."""

from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.output import announce, deliver, spare
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.region_reading import chosen_layer, read_region

FORMS = ("html", "txt", "xlsx", "json")
"""Forms of the report; the names are those of :data:`netwerkanalyse.report.renderers.RENDERERS`."""


@click.command("region", cls=Command)
@options.source
@click.option("--caseload", cls=Option, metavar="path", help="caseload")
@click.option(
    "--layer", "layers", cls=Option, metavar="layer", multiple=True, callback=options.any_layers, help="layers"
)
@click.option("--areas", cls=Option, metavar="path", help="shapes")
@click.option("--area-property", cls=Option, metavar="what_property", default="area", help="area_property")
@options.formats(FORMS, "format_region", default=("html",))
@options.out("folder", "out_region")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    caseload: str | None,
    layers: tuple[str, ...],
    areas: str | None,
    area_property: str,
    form: tuple[str, ...],
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the report in every form asked for."""
    from netwerkanalyse.io.geojson import read_shapes
    from netwerkanalyse.report.region_report import region_report
    from netwerkanalyse.report.renderers import RENDERERS

    forms = list(dict.fromkeys(form))
    if out == options.STREAM and len(forms) != 1:
        ctx.fail(say(ctx, "usage.one_form"))
    if source == caseload == options.STREAM:
        ctx.fail(say(ctx, "usage.one_stream"))
    targets = {one: _target(ctx, out, RENDERERS[one].suffix) for one in forms}
    for target in targets.values():
        for read_from in (source, caseload, areas):
            spare(read_from or options.STREAM, target, lang)
    # A file that holds one network says nothing about its layer: then the layer is the one that was asked for.
    only = layers[0] if len(layers) == 1 else None
    region = read_region(source, layer=only, strict=strict, quiet=quiet, lang=lang)
    chosen = [chosen_layer(region, layer, lang) for layer in layers] or None
    clients = read(caseload, strict=strict, quiet=quiet, lang=lang) if caseload else None
    shapes = read_shapes(areas, name_property=area_property, lang=lang) if areas else None
    report = region_report(region, caseload=clients, chosen=chosen, shapes=shapes, lang=lang)
    documents = {targets[one]: RENDERERS[one].render(report) for one in forms}
    for target, document in documents.items():
        deliver(document, target, quiet=True, lang=lang)
    for target in documents:
        announce(target, quiet=quiet or target == options.STREAM)


def _target(ctx: click.Context, out: str | None, suffix: str) -> str:
    """Name the file of a form."""
    return options.STREAM if out == options.STREAM else str(Path(out or ".") / f"{say(ctx, 'region.file')}{suffix}")
