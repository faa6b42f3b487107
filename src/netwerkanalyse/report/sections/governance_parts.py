"""Which form of governance fits parts of a region: areas, and groups of organisations that work closely together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership.network import SENSITIVE
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.recommend.governing.advice import Advice
from netwerkanalyse.recommend.governing.candidates import preferred_layer
from netwerkanalyse.recommend.governing.conditions import FORMS, READINGS
from netwerkanalyse.recommend.governing.parts import areas_of, communities_of, governance_by_part
from netwerkanalyse.recommend.governing.wording import form_name, written_range
from netwerkanalyse.report.document import Block, Column, Figure, Format, Notice, Section, TableBlock, Value
from netwerkanalyse.report.pictures.governance_parts import describe, parts_svg
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import listing, text

MOST_PARTS = 60
"""So many areas, and so many groups, get an advice of their own in a report; the functions give all."""

MOST_NAMED = 4
"""So many organisations say which group it is."""

Members = Mapping[str, tuple[str, ...]]
"""The organisations of each part."""

Part = tuple[str, Advice]
"""What a part is called, and the advice on it."""


def sections(
    region: Region, advice: Advice, lang: str, *, layer: str | None, cutoffs: RegionCutoffs | None
) -> tuple[Section, ...]:
    """Lay the advice on parts of a region beside each other.

    Parameters
    ----------
    region
        The region.
    advice
        The advice on it as a whole.
    lang
        Language of the report.
    layer
        In which layer groups are sought; by default the one in which is looked at who could lead.
    cutoffs
        The cut-offs of measures.

    Returns
    -------
    sections
        What it rests on first; then by area, and by group, a picture of how sure it is, and a table. Nothing when the
        region has no parts: one area is no other than the whole.
    """
    groups = _groups(region, layer or preferred_layer(region), cutoffs)
    kinds = (("area", areas_of(region), _names_of_areas), ("community", groups, _names_of_groups))
    blocks: list[Block] = []
    for kind, parts, called_by in kinds:
        if len(parts) > 1:
            shown = dict(islice(parts.items(), MOST_PARTS))
            found = governance_by_part(region, shown, cutoffs=advice.cutoffs, region_cutoffs=cutoffs)
            named = list(zip(called_by(region, shown, lang), found.values(), strict=True))
            blocks += _blocks(kind, named, len(parts), lang)
    if not blocks:
        return ()
    return (titled("governance_parts", lang, (Notice(text("governance.parts.about", lang)), *blocks)),)


def _groups(region: Region, layer: str, cutoffs: RegionCutoffs | None) -> Members:
    """Find the groups in a layer; none in one of what organisations think of each other."""
    return communities_of(region, layer, region_cutoffs=cutoffs) if layer and layer not in SENSITIVE else {}


def _names_of_areas(region: Region, parts: Members, _lang: str) -> list[str]:
    names = called(region, "areas", "area")
    return [names[area] for area in parts]


def _names_of_groups(region: Region, parts: Members, lang: str) -> list[str]:
    names = called(region, "organisations", "organisation")
    return [
        _group(number, [names[one] for one in members], lang) for number, members in enumerate(parts.values(), start=1)
    ]


def _group(number: int, names: list[str], lang: str) -> str:
    """Say which group it is by the first few organisations in it."""
    if len(names) <= MOST_NAMED:
        return text("governance.parts.group", lang, number=number, names=listing(names, lang))
    said, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return text("governance.parts.group_more", lang, number=number, names=said, more=more)


def _blocks(kind: str, parts: Sequence[Part], count: int, lang: str) -> Iterator[Block]:
    if count > len(parts):
        yield Notice(text("governance.parts.more", lang, shown=len(parts), all=count))
    drawn = [(name, advice) for name, advice in parts if advice.shares]
    title = text(f"governance.block.by_{kind}", lang)
    if drawn:
        caption = text("picture.governance_parts.caption", lang)
        svg = parts_svg(drawn, title=title, lang=lang, name=f"governance-{kind}")
        yield Figure(svg, f"{title}. {caption}", describe(drawn, lang))
    yield TableBlock(
        text(f"governance.block.least_by_{kind}", lang),
        _columns(kind, lang),
        tuple(_row(name, one, lang) for name, one in parts),
    )


def _columns(kind: str, lang: str) -> tuple[Column, ...]:
    heads = [text(f"governance.head.{name}", lang) for name in (kind, "autonomous", "advice")]
    forms = [form_name(form, lang) for form in FORMS]
    return (*(Column(capital(one)) for one in heads), *(Column(capital(one), Format.SHARE) for one in forms))


def _row(name: str, advice: Advice, lang: str) -> tuple[Value, ...]:
    """Give the smaller share of the two readings: without any, the label says why."""
    label = text(f"governance.label.{advice.label.value}", lang)
    said = (
        text("governance.parts.advice", lang, label=label, form=form_name(advice.form, lang)) if advice.form else label
    )
    shares = [min(advice.shares[one][form] for one in READINGS) if advice.shares else None for form in FORMS]
    return (name, written_range(advice.input("participants"), lang), said, *shares)
