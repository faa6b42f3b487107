"""Every convention, measure and cut-off behind the report on a region."""

from netwerkanalyse.metrics.cutoffs import described
from netwerkanalyse.metrics.facts import said_source
from netwerkanalyse.report.document import Definition, Definitions, Format, Section, TableBlock
from netwerkanalyse.report.region_evidence import DECLARED, RegionEvidence
from netwerkanalyse.report.region_sections import (
    alignment,
    brokers,
    chain,
    groups,
    layers,
    opinions,
    robustness,
    sectors,
    services,
    whole,
)
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

CONVENTIONS = (
    "layers",
    "tie",
    "unknown",
    "network",
    "trust",
    "suppression",
    "brokers",
    "chain",
    "services",
    "seeds",
    "norms",
)
"""What a reader must know about how the numbers came about, in reading order."""

SHOWN = dict.fromkeys(
    (
        *whole.LAYER_MEASURES,
        "partners",
        *sectors.MEASURES,
        *sectors.MIXING,
        "sector_density",
        *brokers.ROLES,
        "connector",
        *chain.MEASURES,
        *chain.RETURNS,
        *groups.MEASURES,
        *layers.MULTIPLEX,
        *layers.SHARES,
        *robustness.REMOVAL,
        *robustness.LOSING,
        "cut_organisation",
        *(name for names in opinions.SUBJECTS.values() for name in names),
        *services.MEASURES,
        *services.DOMAINS,
        "cell_services",
        "cell_organisations",
        *alignment.MEASURES,
        "shared_clients",
        "paper_agreement",
    )
)
"""Every measure that stands somewhere in the report, each once."""


def section(evidence: RegionEvidence) -> Section:
    """Say how everything was counted, and where each definition comes from."""
    lang = evidence.lang
    terms = tuple(
        Definition(evidence.say(f"method.{one}.term"), evidence.say(f"method.{one}.text")) for one in CONVENTIONS
    )
    measures = tuple(
        Definition(
            capital(text(f"measures.{name}.name", lang)),
            text(f"measures.{name}.sentence", lang),
            said_source(DECLARED[name], lang),
        )
        for name in SHOWN
    )
    columns = (evidence.column("cutoff"), evidence.column("value", Format.NUMBER), evidence.column("source"))
    rows = tuple((one.reason, one.value, one.source) for one in described(lang, evidence.cutoffs))
    return titled(
        "method",
        evidence,
        (
            Definitions(text("report.method.conventions", lang), terms),
            Definitions(evidence.say("block.measures"), measures),
            TableBlock(text("report.method.cutoffs", lang), columns, rows),
        ),
    )
