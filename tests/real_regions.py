"""Real networks of organisations, measured by others, as regions.

The files stand in ``../shared/data/real`` and are not part of the repository. Every choice that the data do not make
for us is named in the docstring of its adapter: it is an assumption of the tests, not a finding.
"""

from pathlib import Path

import pandas as pd

from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import SECTOR

TOBACCO = ("cnt", "coll", "diss")
EMON = ("Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "MtStHelens", "Texas", "Wichita")


def tobacco(shared: Path, relation: str, layer: str = "agreement") -> Region:
    """Tobacco control agencies in a state (R package UserNetR): 25 agencies, one relation of three.

    - The relations have no direction; layer ``agreement`` has none either. In a layer with direction every tie stands
      both ways, which is how programs for directed graphs read it.
    - All pairs were asked. Scores of contact are values; every row is a tie whatever its score.
    - ``agency_cat`` stands in for the sector: any injective choice would do.
    """
    folder = shared / "real" / "tobacco"
    nodes, rows = pd.read_csv(folder / "nodes.csv"), pd.read_csv(folder / f"ties_{relation}.csv")
    pairs = rows[["source", "target"]]
    if layer != "agreement":
        pairs = pd.concat([pairs, pairs.rename(columns={"source": "target", "target": "source"})])
    return _region(nodes, nodes["agency_cat"], pairs.drop_duplicates(), layer)


def emon(shared: Path, name: str, *, turned: bool = False) -> Region:
    """Communication in a search and rescue operation (R package network, Drabek et al. 1981).

    - Ties have a direction: layer ``information``. ``turned`` turns every tie around.
    - All pairs were asked. ``Frequency`` 1 is the most frequent, 4 the least: the value is 5 minus it.
    - ``Sponsorship`` stands in for the sector: any injective choice would do.
    """
    folder = shared / "real" / "emon"
    nodes, rows = pd.read_csv(folder / f"{name}_nodes.csv"), pd.read_csv(folder / f"{name}_ties.csv")
    pairs = rows[["source", "target"]].assign(value=5 - rows["Frequency"])
    if turned:
        pairs = pairs.rename(columns={"source": "target", "target": "source"})
    return _region(nodes, nodes["Sponsorship"], pairs, "information")


def _region(nodes: pd.DataFrame, group: pd.Series, pairs: pd.DataFrame, layer: str) -> Region:
    codes = dict(zip(sorted(group.unique()), SECTOR.names, strict=False))
    names = dict(zip(nodes["node"], (f"N{node}" for node in nodes["node"]), strict=True))
    return Region.build(
        {
            "organisations": pd.DataFrame(
                {
                    "organisation": list(names.values()),
                    "name": nodes["vertex.names"],
                    "sector": group.map(codes),
                    "autonomous": True,
                }
            ),
            "layers": pd.DataFrame({"layer": [layer], "pairs_asked": ["all"]}),
            "collaborations": pairs.assign(
                source=pairs["source"].map(names), target=pairs["target"].map(names), layer=layer
            ),
        }
    )
