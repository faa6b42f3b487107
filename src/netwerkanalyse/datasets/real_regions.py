"""Four real regions, as one published text describes them.

The facts were transcribed from "Innovatieve ambulante ggz in de wijk" (de Nederlandse ggz, May 2021) and a few pages
about the movement around it. ``nodes.csv`` and ``edges.csv`` are that transcription; ``notes.csv`` holds where the text
contradicts itself. The tables below say what its words mean here. Nothing is added: no tie strength, no volume.
"""

from importlib.resources import files
from types import MappingProxyType

import pandas as pd

from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import text

REGIONS = MappingProxyType(
    {
        "drenthe": "Drenthe",
        "noord-holland-noord": "Noord-Holland-Noord",
        "utrecht": "Utrecht",
        "zuid-limburg": "Zuid-Limburg",
    }
)
"""The data set of a region, and its name in the text."""

ALL_REGIONS = "regios"
"""The data set with everything: the four regions, what is national, and what is elsewhere."""

ELSEWHERE = "overig"
"""Where the transcription puts what lies in none of the regions: no place of its own."""

LAYER = "cooperation"
"""The layer of every tie: the text tells that two work together, seldom in what way."""

TYPE = MappingProxyType(
    {
        "organisatie": "organisation",
        "team": "team",
        "team_gepland": "team",
        "teamgroep": "team",
        "intern_onderdeel": "unit",
        "netwerkgroep": "unit",
        "programma": "programme",
        "initiatief": "initiative",
        "beweging": "initiative",
        "samenwerkingsverband": "partnership",
        "gremium": "body",
        "voorziening": "facility",
        "categorie": "category",
    }
)
"""What the text calls something, and our type of organisation."""

SECTOR = MappingProxyType(
    {
        "ggz": "mental_health_care",
        "verslavingszorg": "addiction_care",
        "huisartsen": "general_practice",
        "ziekenhuis": "hospital",
        "vvt": "nursing",
        "vg": "disability_care",
        "bw_mo": "supported_housing",
        "sociaal_domein": "social_domain",
        "gemeente": "municipality",
        "welzijn": "welfare",
        "wonen": "housing_corporation",
        "werk_dagbesteding": "work_and_daytime",
        "herstel": "recovery",
        "verzekeraar": "insurer",
        "client_naaste": "client_and_family",
        "publieke_gezondheid": "public_health",
        "kennis_data": "knowledge",
        "financier": "other",
        "beide": None,  # mental health care and the social domain together: no single sector
        "bestuur": None,
        "divers": None,
    }
)
"""The sector in the transcription, and ours."""

AUTONOMOUS = MappingProxyType({"organisation": True, "team": False, "unit": False, "programme": False, "body": False})
"""Which types decide for themselves; of the others the text does not say so."""

UNSURE = ("MET", "VIR")
"""Organisations of which the text says that they belong to another one; ``notes.csv`` says what."""

PRESENT = MappingProxyType({"dyade": "yes", "dyade_negatief": "no"})
"""A tie between two, and one that the text says is not there."""

PART_OF = ("onderdeel_van", "intern")
"""Relations that say what something belongs to."""

PLACE = "deelregio"
"""What the transcription calls a part of a region: an area, not an organisation."""

WORKS_IN = "werkgebied"
"""The relation that says in which part of its region a team works: an area of the team, not a tie."""


def real_region(name: str, lang: str) -> Region:
    """Make the tables of one of the :data:`REGIONS`, or of :data:`ALL_REGIONS`, as the text describes it."""
    nodes, edges = _read("nodes"), _read("edges")
    if name in REGIONS:
        nodes = nodes[[REGIONS[name] in regions.split(LIST_SEPARATOR) for regions in nodes["regio"]]]
        edges = edges[edges["van"].isin(nodes["id"]) & edges["naar"].isin(nodes["id"])]
    places = nodes["soort"] == PLACE
    works_in = edges["relatie"] == WORKS_IN
    between_two = edges["bewijs"].isin(PRESENT)
    return Region.build(
        {
            "organisations": _organisations(nodes[~places], edges, lang),
            "layers": _layers(lang),
            "collaborations": _collaborations(edges[between_two & ~works_in], lang),
            "affiliations": _affiliations(edges[~between_two]),
            "areas": _areas(nodes[~places], nodes[places]),
        },
        lang=lang,
    )


def _read(name: str) -> pd.DataFrame:
    with (files(__package__) / "regions" / f"{name}.csv").open(encoding="utf-8") as stream:
        return pd.read_csv(stream, dtype="str", keep_default_na=False)


def _organisations(nodes: pd.DataFrame, edges: pd.DataFrame, lang: str) -> pd.DataFrame:
    part_of = edges[edges["relatie"].isin(PART_OF)].drop_duplicates("van").set_index("van")["naar"]
    works_in = edges[edges["relatie"] == WORKS_IN].set_index("van")
    contradictions = _read("notes").set_index("id")["opmerking"]
    kind = nodes["soort"].map(TYPE)
    return pd.DataFrame(
        {
            "organisation": nodes["id"],
            "name": nodes["naam"],
            "type": kind,
            "sector": nodes["sector"].map(SECTOR),
            "parent": nodes["id"].map(part_of),
            "areas": [
                works_in["naar"].get(node.id, "" if node.regio == ELSEWHERE else node.regio)
                for node in nodes.itertuples()
            ],
            "autonomous": kind.map(AUTONOMOUS).where(~nodes["id"].isin(UNSURE)),
            "evidence": [
                _together(*dict.fromkeys((node.bron, works_in["bron"].get(node.id, "")))) for node in nodes.itertuples()
            ],
            "note": [
                _together(
                    node.opmerking,
                    contradictions.get(node.id, ""),
                    "" if node.benoemd == "1" else text("datasets.region.unnamed", lang),
                    "" if node.sector_blijkt_uit_tekst == "1" else text("datasets.region.sector_derived", lang),
                )
                for node in nodes.itertuples()
            ],
        }
    )


def _layers(lang: str) -> pd.DataFrame:
    """Say that the text names ties, and is silent about all other pairs."""
    return pd.DataFrame({"layer": [LAYER], "pairs_asked": ["listed"], "note": [text("datasets.region.listed", lang)]})


def _collaborations(edges: pd.DataFrame, lang: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "source": edges["van"],
            "target": edges["naar"],
            "layer": LAYER,
            "present": edges["bewijs"].map(PRESENT),
            "evidence": edges["bron"],
            "note": [
                _together(text("datasets.region.relation", lang, words=_words(tie.relatie)), tie.jaar, tie.opmerking)
                for tie in edges.itertuples()
            ],
        }
    )


def _affiliations(edges: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "organisation": edges["van"],
            "initiative": edges["naar"],
            "role": edges["relatie"].map(_words),
            "period": edges["jaar"],
            "evidence": edges["bron"],
            "note": edges["opmerking"],
        }
    )


def _areas(nodes: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """List the regions that are spoken of, and the parts of a region that the text names with their line in it."""
    regions = nodes.loc[nodes["regio"] != ELSEWHERE, "regio"].str.split(LIST_SEPARATOR).explode().unique()
    return pd.DataFrame(
        {
            "area": [*regions, *places["id"]],
            "name": [*regions, *places["naam"]],
            "parent": [*[""] * len(regions), *places["regio"]],
            "evidence": [*[""] * len(regions), *places["bron"]],
        }
    )


def _words(relation: str) -> str:
    """Write a relation of the transcription in plain words."""
    return relation.replace("_", " ").replace(";", ", ")


def _together(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
