"""Real networks written for other programs: what they read is the same graph."""

import igraph as ig
import networkx as nx
import pandas as pd
import pytest

import real_regions
from netwerkanalyse.io.network_files import read_network, write_network

NETWORKS = [*(("tobacco", name) for name in real_regions.TOBACCO), *(("emon", name) for name in real_regions.EMON)]


def load(shared, source, name):
    """The region, its layer, and its ties as R has them: read without the package."""
    file = f"ties_{name}.csv" if source == "tobacco" else f"{name}_ties.csv"
    rows = pd.read_csv(shared / "real" / source / file)
    if source == "tobacco":
        ties = {tuple(sorted(pair)): 1 for pair in rows[["source", "target"]].itertuples(index=False, name=None)}
        return real_regions.tobacco(shared, name), "agreement", ties
    ties = {(a, b): 5 - often for a, b, often in rows[["source", "target", "Frequency"]].itertuples(index=False)}
    return real_regions.emon(shared, name), "information", ties


def number(node, region):
    """The number of an organisation in the data, from the code or the name that the file carries."""
    names = dict(zip(region.tables["organisations"]["name"], region.organisation_index, strict=True))
    return int(str(names.get(node, node)).removeprefix("N"))


def same(ties, found, *, directed):
    """Compare ties by (source, target), with their value."""
    pairs = {(a, b) if directed else tuple(sorted((a, b))): value for a, b, value in found}
    assert len(pairs) == len(found)
    assert pairs == pytest.approx(ties)


@pytest.mark.parametrize(("source", "name"), NETWORKS)
def test_pajek(shared, tmp_path, source, name):
    """Networkx and igraph read the organisations, the direction, every tie and its value."""
    region, layer, ties = load(shared, source, name)
    directed, path = source == "emon", tmp_path / "n.net"
    write_network(region, path, layer=layer)

    theirs = nx.read_pajek(path)
    assert (theirs.is_directed(), theirs.number_of_nodes()) == (directed, len(region))
    edges = [(number(a, region), number(b, region), weight) for a, b, weight in theirs.edges(data="weight", default=1)]
    same(ties, edges, directed=directed)

    other = ig.Graph.Read_Pajek(str(path))
    assert (other.is_directed(), other.vcount()) == (directed, len(region))
    weights = other.es["weight"] if "weight" in other.es.attributes() else [1] * other.ecount()
    same(ties, [(a + 1, b + 1, w) for (a, b), w in zip(other.get_edgelist(), weights, strict=True)], directed=directed)


@pytest.mark.parametrize(("source", "name"), NETWORKS)
def test_dl(shared, tmp_path, source, name):
    """Igraph reads the DL language with direction only; a layer without it comes both ways or once."""
    region, layer, ties = load(shared, source, name)
    path = tmp_path / "n.dl"
    write_network(region, path, layer=layer)
    theirs = ig.Graph.Read_DL(str(path), directed=source == "emon")

    weights = theirs.es["weight"] if "weight" in theirs.es.attributes() else [1] * theirs.ecount()
    edges = {
        (a + 1, b + 1) if source == "emon" else tuple(sorted((a + 1, b + 1))): w
        for (a, b), w in zip(theirs.get_edgelist(), weights, strict=True)
    }
    assert theirs.vcount() == len(region)
    assert edges == pytest.approx(ties)


@pytest.mark.parametrize("suffix", [".net", ".dl"])
@pytest.mark.parametrize(("source", "name"), NETWORKS)
def test_read_again(shared, tmp_path, source, name, suffix):
    """We ourselves read back the same ties and values; no value is 1 to DL, which has a row for either order."""
    region, layer, ties = load(shared, source, name)
    write_network(region, tmp_path / f"n{suffix}", layer=layer)
    rows = read_network(tmp_path / f"n{suffix}", layer=layer, pairs_asked="all").collaborations
    found = {
        (a, b) if source == "emon" else tuple(sorted((a, b))): value
        for one, other, value in rows[["source", "target", "value"]].fillna({"value": 1}).itertuples(index=False)
        for a, b in [(number(one, region), number(other, region))]
    }

    assert found == pytest.approx(ties)
