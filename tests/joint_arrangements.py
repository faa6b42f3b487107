"""Joint arrangements of Dutch municipalities (openstate/datasets, PDDL), as two-mode regions.

The files stand in ``../shared/data/real`` and are not part of the repository. They were gathered by hand around 2016
and are dirty; every repair is counted. What cannot be repaired for certain stays as it is, and is counted too.
"""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from netwerkanalyse.model.codes import fold
from netwerkanalyse.model.region import Region

DIVISIONS = {
    "public health": "ggds",
    "Wmo": "wmoregios",
    "shelter": "centrumgemeentemaatschappelijkeopvangbeschermdwonen",
    "long-term care": "zorgkantoorregios",
    "domestic violence": "veiligthuisregios",
    "youth care": "jeugdzorgregios1",
}
"""What regions are for, and the file that says in which one every municipality lies."""

CORRECTIONS = {
    "Bergen (L.)": "Bergen (L)",
    "Bergen (NH.)": "Bergen (NH)",
    "Gedrop-Mierlo": "Geldrop-Mierlo",
    "Haasbergen": "Haaksbergen",
    "Hengelo": "Hengelo (O)",
    "Nuenen": "Nuenen, Gerwen en Nederwetten",
    "Overbetuwe,": "Overbetuwe",
}
"""Spellings that are one municipality of 2016 and no other (there is one Hengelo since 2005)."""

NEAR_BERGEN = {"Provincie Noord-Holland": "Bergen (NH)"}
"""Two municipalities are called Bergen: the province of the arrangement tells them apart, or nothing does."""

KINDS = {
    "public health": r"GGD|Gezondheidsdienst|gezondheidszorg|Publieke Gezondheid|Gezondheidsregio|RDOG",
    "debt counselling": r"[Kk]redietbank|Stadsbank",
    "work and income": r"[Ww]erkvoorzien|[Ss]ociale [Dd]ienst|[Ss]ociale [Zz]aken|Sociale Recherche"
    r"|[Ww]erk en [Ii]nkomen|Werk & |Werkzaak|WerkSaam|Werkbedrijf|Werkleerbedrijf|Werkt!|Halte Werk|Baanbrekers"
    r"|[Pp]articipatie|Het Plein|DSW|Drechtwerk|Diamant|Felua|Ferm Werk|Promen|SOWECO|Sallcon|Hameland|Permar|Vixia"
    r"|Westrom|Lander|Orionis|SWA |S\.W\.B|WEZO|WHW|Gesubsidieerde arbeid|Optimisd|ISD |Pentasz",
    "youth care": r"Jeugdhulp|Jeugdzorg",
    "social domain": r"[Ss]ociaal [Dd]omein|[Ww]elzijnszorg",
    "ambulance": r"Ambulance",
}
"""What an arrangement is for, by its name: ours, to be read critically. Most arrangements are for none of these."""

OVER = r"opgeheven|opgegaan|liquidatie"
"""What the name of an arrangement says that is no longer there."""


class Cleaned(NamedTuple):
    """A region, what was repaired in how many rows, and the municipalities of 2016."""

    region: Region
    repairs: Counter
    municipalities: list


def municipalities(shared: Path) -> list[str]:
    """The 390 municipalities of 2016."""
    return _division(shared, "ggds")["Gemeente"].tolist()


def divisions(shared: Path) -> Region:
    """Municipalities in their region for six purposes; the region is called by its purpose and its name."""
    parts = {purpose: _division(shared, file) for purpose, file in DIVISIONS.items()}
    rows = pd.concat(
        [
            pd.DataFrame({"organisation": part["Gemeente"], "initiative": purpose + ": " + part.iloc[:, 2].str.strip()})
            for purpose, part in parts.items()
        ]
    )
    return _region(rows)


def arrangements(shared: Path) -> Cleaned:
    """Municipalities, and whoever else takes part, in joint arrangements.

    Repaired, each counted by row: text read in the wrong encoding, blanks around names, other ways to write the name of
    a municipality, misspellings that are certain, arrangements whose name stands there with and without the
    abbreviation behind it, and rows that then stand twice.
    """
    raw = pd.read_csv(_folder(shared) / "participants.csv", dtype="str", keep_default_na=False)
    known = {fold(name): name for name in municipalities(shared)}
    who, what = raw["Deelnemer"].map(_decoded), raw["Gemeenschappelijke regeling"].map(_decoded)
    repairs = Counter(
        {"encoding": int(((who != raw["Deelnemer"]) | (what != raw["Gemeenschappelijke regeling"])).sum())}
    )
    bare, named = who.map(_bare), what.map(_bare)
    repairs["blanks"] = int(((bare != who) | (named != what)).sum())
    near = raw["Provincie"].map(NEAR_BERGEN).where(bare == "Bergen")
    corrected = near.fillna(bare.map(CORRECTIONS)).fillna(bare)
    repairs["misspelt"] = int((corrected != bare).sum())
    spelled = corrected.map(lambda name: known.get(fold(name), name))
    repairs["spelled otherwise"] = int((spelled != corrected).sum())
    short = named.map(_without_abbreviation)
    same = short.map(named.groupby(short).first())
    repairs["arrangement under two names"] = int((same != named).sum())
    rows = pd.DataFrame({"organisation": spelled, "initiative": same})
    repairs["rows that stood twice"] = int(rows.duplicated().sum())
    strange = rows["organisation"][~rows["organisation"].isin(known.values())]
    repairs["rows of others than municipalities of 2016"] = len(strange)
    return Cleaned(_region(rows.drop_duplicates()), repairs, list(known.values()))


def kinds(region: Region) -> dict[str, str]:
    """What the arrangements that still exist are for, as far as their name tells; the first that fits."""
    found = {}
    for name in region.affiliations["initiative"].unique():
        kind = next((kind for kind, pattern in KINDS.items() if re.search(pattern, name)), None)
        if kind and not re.search(OVER, name):
            found[name] = kind
    return found


def _folder(shared: Path) -> Path:
    return shared / "real" / "nl_joint_arrangements"


def _division(shared: Path, file: str) -> pd.DataFrame:
    return pd.read_csv(_folder(shared) / f"{file}.csv", sep=";", encoding="utf-8-sig", dtype="str")


def _decoded(name: str) -> str:
    """UTF-8 that was read as the Western encoding of Windows, read again."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _bare(name: str) -> str:
    return " ".join(name.split())


def _without_abbreviation(name: str) -> str:
    return fold(re.sub(r"\s*\([A-Z]+\)$", "", name))


def _region(rows: pd.DataFrame) -> Region:
    names = pd.unique(pd.concat([rows["organisation"], rows["initiative"]]))
    return Region.build({"organisations": pd.DataFrame({"organisation": names}), "affiliations": rows})
