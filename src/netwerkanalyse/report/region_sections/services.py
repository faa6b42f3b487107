"""What the social map covers: life domains by area, what is missing where, and where several offer the same."""

from collections.abc import Iterator, Mapping

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.services.catalogue import measure_service_map
from netwerkanalyse.metrics.region.services.gaps import WHY, service_gaps
from netwerkanalyse.metrics.region.services.loss import worst_pairs
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.document import (
    Block,
    Definition,
    Definitions,
    Figure,
    Format,
    Notice,
    Section,
    TableBlock,
    Value,
)
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.areas import Shape, areas_svg
from netwerkanalyse.report.region_map.heat import Cell, heat_svg, in_words
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import listing

MEASURES = (
    "area_services",
    "area_services_part",
    "area_organisations",
    "area_domains",
    "area_domains_without",
    "area_population",
    "area_need_covered",
)
DOMAINS = ("domain_services", "domain_organisations", "domain_areas_covered", "domain_population_covered")
QUESTIONS = ("what", "why", "with_whom")
MOST_DRAWN = 60
"""A table of colour of more areas is longer than a page; the tables below it hold them all."""
MOST_ROWS = 100


def section(evidence: RegionEvidence, shapes: Mapping[str, Shape]) -> Section:
    """Show coverage by area and life domain, gaps and overlaps.

    Parameters
    ----------
    evidence
        The region.
    shapes
        Area to its shape; those without are in the table of colour only.
    """
    tables = evidence.region.tables
    recorded = len(tables["services"]) and len(tables["areas"])
    return titled("services", evidence, _blocks(evidence, shapes) if recorded else ())


def _blocks(evidence: RegionEvidence, shapes: Mapping[str, Shape]) -> Iterator[Block]:
    cells = measure_service_map(evidence.services, ["domain_services"], level=Level.AREA_DOMAIN)
    areas = measure_service_map(evidence.services, ["area_services"], level=Level.AREA)
    if shapes:
        yield from _map(evidence, areas, shapes)
    yield _heat(evidence, cells)
    named = [evidence.areas[code] for code in areas.index]
    yield evidence.table(evidence.say("block.areas"), areas, MEASURES, (evidence.say("head.area"), named))
    domains = measure_service_map(evidence.services, ["region_domain_services"], level=Level.REGION_DOMAIN)
    words = [DOMAIN.label(code, evidence.lang) for code in domains.index]
    yield evidence.table(evidence.say("block.domains"), domains, DOMAINS, (evidence.say("head.domain"), words))
    yield from _gaps(evidence)
    yield from _overlaps(evidence, cells)
    yield from _leaning(evidence)


def _map(evidence: RegionEvidence, areas: pd.DataFrame, shapes: Mapping[str, Shape]) -> Iterator[Block]:
    known = {code: shape for code, shape in shapes.items() if code in areas.index}
    without = [evidence.areas[code] for code in areas.index if code not in known]
    if known:
        most = len(DOMAIN.names)
        cells = {
            code: Cell(f"{row}/{most}", row / most, evidence.say("picture.map.cell", covered=row, all=most))
            for code, row in areas["area_domains"].astype(int).items()
        }
        title, about = evidence.say("picture.map.title"), evidence.say("picture.map.about")
        said = "; ".join(f"{evidence.areas[code]}: {cells[code].words}" for code in known)
        yield Figure(areas_svg(title, about, known, cells, evidence.areas, name="map"), f"{title}. {about}", f"{said}.")
    if without:
        yield Notice(
            evidence.say("areas_without_shape", areas=listing(without[:12], evidence.lang), count=len(without))
        )


def _heat(evidence: RegionEvidence, cells: pd.DataFrame) -> Figure:
    codes = list(evidence.areas)[:MOST_DRAWN]
    most = max(1, int(cells["cell_services"].max()))
    drawn = [
        [_cell(evidence, row, most) for row in cells.loc[code].reindex(list(DOMAIN.names)).to_dict("records")]
        for code in codes
    ]
    title = evidence.say("picture.coverage.title")
    about = evidence.say("picture.coverage.about")
    columns = list(DOMAIN.labels(evidence.lang))
    rows = [evidence.areas[code] for code in codes]
    svg = heat_svg(title, rows, columns, drawn, name="services", about=about)
    return Figure(svg, f"{title}. {about}", in_words(rows, columns, drawn, evidence.say("picture.coverage.rest")))


def _cell(evidence: RegionEvidence, row: dict[str, float], most: int) -> Cell:
    count, uncertain, part = (int(row[f"cell_services{name}"]) for name in ("", "_uncertain", "_part"))
    if not count and part:
        less_than_one = 0.5 / most
        return Cell(f"({part})", less_than_one, evidence.say("picture.coverage.part", count=part))
    if not count and uncertain:
        return Cell("?", None, evidence.say("picture.coverage.unsure", count=uncertain))
    more = evidence.say("picture.coverage.cell", services=count, organisations=int(row["cell_organisations"]))
    return Cell(str(count), count / most, more)


def _gaps(evidence: RegionEvidence) -> Iterator[Block]:
    gaps = service_gaps(evidence.services)
    if gaps.empty:
        yield Notice(evidence.say("no_gaps"))
        return
    terms = tuple(
        Definition(evidence.say(f"question.{one}.term"), evidence.say(f"question.{one}.text")) for one in QUESTIONS
    )
    yield Definitions(evidence.say("block.questions"), terms)
    keys = ("area", "domain", "expected", "why", "elsewhere", "offers", "here")
    formats = {"expected": Format.AMOUNT}
    columns = tuple(evidence.column(key, formats.get(key, Format.TEXT)) for key in keys)
    rows = tuple(_gap(evidence, key, row) for key, row in zip(gaps.index, gaps.to_dict("records"), strict=True))
    if len(rows) > MOST_ROWS:
        yield Notice(evidence.say("more_gaps", shown=MOST_ROWS, all=len(rows)))
    if gaps["gap_expected"].notna().any():
        yield Notice(evidence.say("expected_is_estimate"))
    yield TableBlock(evidence.say("block.gaps"), columns, rows[:MOST_ROWS], sortable=True)


def _gap(evidence: RegionEvidence, key: tuple[str, str], row: dict[str, object]) -> tuple[Value, ...]:
    expected = row["gap_expected"]
    known = isinstance(expected, float) and not pd.isna(expected)
    return (
        evidence.areas[key[0]],
        DOMAIN.label(key[1], evidence.lang),
        expected if known and isinstance(expected, float) else None,
        WHY.label(str(row["gap_reason"]), evidence.lang),
        _those(row["gap_neighbours"], evidence.areas),
        _those(row["gap_organisations"], evidence.names),
        _those(row["gap_organisations_here"], evidence.names),
    )


def _those(codes: object, names: Mapping[str, str]) -> str:
    """Name what a list of codes says; a dash for none."""
    return ", ".join(names.get(code, code) for code in codes.split(";")) if isinstance(codes, str) else "–"


def _overlaps(evidence: RegionEvidence, cells: pd.DataFrame) -> Iterator[Block]:
    """List where several organisations offer something for the same life domain."""
    several = cells[cells["cell_organisations"] > 1]
    if several.empty:
        yield Notice(evidence.say("no_overlap"))
        return
    heaviest = several["cell_organisations"].astype(float).nlargest(MOST_ROWS).index
    several = several[several.index.isin(heaviest)]
    columns = (
        evidence.column("area"),
        evidence.column("domain"),
        evidence.column("organisations", Format.COUNT),
        evidence.column("services", Format.COUNT),
    )
    rows = tuple(
        (
            evidence.areas[area],
            DOMAIN.label(domain, evidence.lang),
            int(row["cell_organisations"]),
            int(row["cell_services"]),
        )
        for (area, domain), row in zip(several.index, several.to_dict("records"), strict=True)
    )
    yield Notice(evidence.say("overlap_is_no_verdict"))
    yield TableBlock(evidence.say("block.overlaps"), columns, rows, sortable=True)


def _leaning(evidence: RegionEvidence) -> Iterator[Block]:
    """Name pairs of organisations without which most would be gone."""
    pairs = worst_pairs(evidence.services)
    if pairs.empty:
        return
    columns = (
        evidence.column("organisation"),
        evidence.column("other_organisation"),
        evidence.column("cells_lost", Format.COUNT),
    )
    rows = tuple(
        (evidence.names[one], evidence.names[other], int(lost))
        for (one, other), lost in pairs["pair_cells_lost"].items()
    )
    yield TableBlock(evidence.say("block.leaning"), columns, rows)
