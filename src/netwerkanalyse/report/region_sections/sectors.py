"""How dense every layer is, and between which sectors the ties are."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.shape.mixing import measure_sector_pairs
from netwerkanalyse.report.document import Block, Figure, Notice, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.heat import Cell, heat_svg, in_words
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import listing, percent

MEASURES = ("region_density", "region_density_low", "region_density_high", "region_components", "region_isolates")
NO_PAIR = Cell("–", 0.0)
MIXING = ("ties_within_sectors", "ties_between_sectors", "region_sector_ei", "medical_social_density")


def section(evidence: RegionEvidence) -> Section:
    """Show density by layer, and a table of colour of every layer that may be shown per pair."""
    return titled("sectors", evidence, _blocks(evidence) if evidence.networks else ())


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    networks = evidence.networks.values()
    frame = evidence.over_layers(["region_structure"], networks)
    first = (evidence.say("head.layer"), [evidence.layer(one) for one in frame.index])
    yield evidence.table(evidence.say("block.density"), frame, MEASURES, first)
    partly = [
        evidence.layer(layer)
        for layer, one in evidence.networks.items()
        if one.absence_told and not one.listed.all_asked
    ]
    if partly:
        yield Notice(evidence.say("partly_asked", layers=listing(partly, evidence.lang)))
    for layer, network in evidence.shown.items():
        pairs = measure_sector_pairs(network)
        if len(pairs):
            yield _matrix(evidence, layer, network, pairs)
    mixing = evidence.over_layers(["sector_mixing", "region_seams"], evidence.shown.values())
    if len(mixing):
        first = (evidence.say("head.layer"), [evidence.layer(one) for one in mixing.index])
        yield evidence.table(evidence.say("block.mixing"), mixing, MIXING, first)


def _matrix(evidence: RegionEvidence, layer: str, network: RegionNetwork, pairs: pd.DataFrame) -> Figure:
    codes = list(dict.fromkeys(pairs.index.get_level_values(0)))
    names = [evidence.sector(code) for code in codes]
    rows = dict(zip(pairs.index, pairs.to_dict("records"), strict=True))
    cells = [[_cell(evidence, rows.get((one, other)) or rows[other, one]) for other in codes] for one in codes]
    directed = str(network.listed.directed).lower()
    title = evidence.say("picture.matrix.title", layer=evidence.layer(layer))
    about = f"{evidence.say('picture.matrix.about')} {evidence.say(f'picture.matrix.directed.{directed}')}"
    svg = heat_svg(title, names, names, cells, name=f"matrix-{layer}", about=about)
    # Without a direction the cells below the diagonal repeat those above it: said once is enough.
    once = cells if network.listed.directed else [[NO_PAIR] * row + line[row:] for row, line in enumerate(cells)]
    return Figure(svg, f"{title}. {about}", in_words(names, names, once, evidence.say("picture.matrix.rest")))


def _cell(evidence: RegionEvidence, row: dict[str, float]) -> Cell:
    """Say how many pairs have a tie; a question mark where not all pairs are known."""
    ties, whole = int(row["sector_pair_ties"]), int(row["sector_pairs"])
    if not whole:
        return replace(NO_PAIR, more=evidence.say("picture.matrix.no_pair"))
    unknown = int(row["sector_pairs_unknown"] + row["sector_pairs_no_response"])
    more = evidence.say(
        "picture.matrix.cell",
        ties=ties,
        pairs=whole,
        unknown=unknown,
        share=percent(row["sector_density_low"], evidence.lang),
    )
    if unknown and not ties:
        return Cell("?", None, more)
    return Cell(f"{ties}/{whole}{'?' if unknown else ''}", float(row["sector_density_low"]), more)
