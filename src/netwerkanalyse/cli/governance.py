"""Which form of governance fits what is known of a network: ``netwerkanalyse governance``."""

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Argument, Command, Option, say
from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.region_reading import read_region

FORMS = ("html", "txt", "xlsx", "json")
"""Forms of the report; the names are those of :data:`netwerkanalyse.report.renderers.RENDERERS`."""


def _judged(ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> dict[str, float]:
    """Accept judgements as ``coordination=4`` (a callback)."""
    from netwerkanalyse.recommend.governing.inputs import HIGHEST, ITEMS, LOWEST

    scores = {}
    for one in value:
        item, _, score = one.partition("=")
        plain = score.strip().replace(",", ".")
        number = float(plain) if plain.replace(".", "", 1).isdecimal() else 0.0
        if item.strip() not in ITEMS or not LOWEST <= number <= HIGHEST:
            raise click.BadParameter(say(ctx, "usage.judgement", value=one, known=", ".join(ITEMS)))
        scores[item.strip()] = number
    return scores


@click.command("governance", cls=Command)
@click.argument("region", cls=Argument, metavar="region")
@click.option(
    "--competency", "competencies", cls=Option, metavar="judgement", multiple=True, callback=_judged, help="competency"
)
@click.option("--area", cls=Option, metavar="area", help="governance_area")
@options.layer
@options.formats(FORMS, "format_governance")
@options.out("file", "out_governance")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    region: str,
    *,
    competencies: dict[str, float],
    area: str | None,
    layer: str | None,
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the advice, its table, questions and who could lead, and tell the advice."""
    from netwerkanalyse import recommend
    from netwerkanalyse.recommend.governing.wording import sentence
    from netwerkanalyse.report.governance_report import governance_report
    from netwerkanalyse.report.renderers import RENDERERS

    target = out or say(ctx, "governance.file")
    form = form or options.suffix_of(ctx, target, FORMS)
    spare(region, target, lang)
    whole = read_region(region, layer=layer, strict=strict, quiet=quiet, lang=lang)
    part = recommend.area_of(whole, area) if area else whole
    if area and not len(part):
        raise Refused(say(ctx, "governance.no_area", area=area))
    advice = recommend.governance(part, competencies)
    if not quiet:
        click.echo(sentence(advice, lang), err=True)
    report = governance_report(part, advice, layer=layer, lang=lang, parts=area is None)
    deliver(RENDERERS[form].render(report), target, quiet=quiet, lang=lang)
