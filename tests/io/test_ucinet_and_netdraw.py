"""UCINET DL and VNA: every way in which other programs and people write them."""

import igraph as ig
import pandas as pd
import pytest

from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.io.network_files import read_network, write_network
from netwerkanalyse.model.region import Region

ABC = {("A", "B", 1.0), ("B", "C", 2.0)}


@pytest.fixture
def read(tmp_path):
    """Read a text as a file of referrals."""

    def region(text: str, name: str = "n.dl", **options: object) -> Region:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return read_network(path, **{"layer": "referral", "pairs_asked": "all", **options}, lang="en")

    return region


def ties(region: Region) -> set[tuple[str, str, float]]:
    """The ties of a region."""
    return set(region.collaborations[["source", "target", "value"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "text",
    [
        "DL N=3\nFORMAT = FULLMATRIX\nLABELS:\nA B C\nDATA:\n0 1 0\n0 0 2\n0 0 0\n",
        "dl n = 3, format = fullmatrix\nlabels:\nA,B,C\ndata:\n0,1,0\n0,0,2\n0,0,0\n",
        "DL N=3 LABELS: A B\nC DATA: 0 1 0 0\n0 2 0\n0 0",
        "dl n=3\r\nlabels:\r\nA\r\nB\r\nC\r\ndata:\r\n0 1 0\r\n0 0 2\r\n0 0 0\r\n",
        "dl n=3\nlabels embedded\ndata:\n A B C\nA 0 1 0\nB 0 0 2\nC 0 0 0\n",
        "dl n=3\nlabels embedded:\ndata:\nA B C\nA 0 1\n0 B 0 0 2 C 0\n0 0\n",
        "dl n=3\nrow labels embedded\ncolumn labels embedded\ndata:\nA B C\nA 0 1 0\nB 0 0 2\nC 0 0 0\n",
        "dl n=3\nrow labels embedded\ndata:\nA 0 1 0\nB 0 0 2\nC 0 0 0\n",
        "dl n=3\nrow labels:\nA B C\ncolumn labels:\nA B C\ndata:\n0 1 0\n0 0 2\n0 0 0\n",
        "dl nr=3 nc=3\nlabels:\nA B C\ndata:\n0 1 0\n0 0 2\n0 0 0\n",
        "dl n=3 diagonal = absent\nlabels:\nA B C\ndata:\n1 0\n0 2\n0 0\n",
        "dl n=3\ndiagonal absent\nlabels:\nA B C\ndata:\n1 0\n0 2\n0 0\n",
        "dl n=3 format=edgelist1\nlabels:\nA B C\ndata:\n1 2\n2 3 2\n3 1 0\n",
        "dl n=3 format=edgelist1\nlabels embedded\ndata:\nA B\nB C 2.0\na C 0\n",
    ],
)
def test_the_same_network_in_every_form(text, read):
    """Wrapped rows, commas, line ends of Windows, labels anywhere, without diagonal: all the same network."""
    region = read(text)

    assert ties(region) == ABC
    assert region.organisation_index.tolist() == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("lowerhalf", "0\n1 0\n0 2 0\n"),
        ("upperhalf", "0 1 0\n0 2\n0\n"),
        ("lowerhalf diagonal=absent", "1\n0 2\n"),
        ("upperhalf diagonal=absent", "1 0\n2\n"),
        ("fullmatrix", "0 1 0\n1 0 2\n0 2 0\n"),
    ],
)
def test_halves_have_no_direction(form, data, read):
    """The other half is the mirror: one row a pair in a layer without direction, two in one with."""
    text = f"dl n=3 format={form}\nlabels:\nA B C\ndata:\n{data}"

    agreed = read(text, layer="agreement")
    assert ties(agreed) == ABC
    assert agreed.warnings == ()
    assert ties(read(text)) == ABC | {(target, source, value) for source, target, value in ABC}


@pytest.mark.parametrize(
    "text",
    [
        "dl n=3 format=nodelist1\nlabels:\nA B C\ndata:\n1 2 3\n3 1\n",
        "dl n=3 format=nodelist1\nlabels embedded\ndata:\nA B C\nC A\n",
        "dl n=3 format=nodelist1b\nlabels:\nA B C\ndata:\n2 2 3\n0\n1 1\n",
        "dl n=3 format=nodelist1b\nlabels:\nA B C\ndata:\n2\n2 3 0 1 1\n",
    ],
)
def test_node_lists(text, read):
    """One vertex and all others; or how many, and then whom."""
    assert ties(read(text)) == {("A", "B", 1.0), ("A", "C", 1.0), ("C", "A", 1.0)}


def test_quoted_labels_with_spaces_commas_and_keywords(read):
    """Other programs split them."""
    text = 'dl n=3\nlabels:\n"GGZ Drenthe","data: x, y" labels\ndata:\n0 1 0\n0 0 2\n0 0 0\n'

    assert read(text).organisation_index.tolist() == ["GGZ Drenthe", "data: x, y", "labels"]


def test_labels_are_compared_without_case(read):
    """UCINET writes capitals: the same vertex in two spellings is one, as it was written first."""
    region = read("dl n=2 format=edgelist1\nlabels embedded\ndata:\nGgz Huisarts\nHUISARTS GGZ\n")

    assert region.organisation_index.tolist() == ["Ggz", "Huisarts"]
    assert len(region.collaborations) == 2


def test_several_matrices_are_layers(read):
    """By their labels, or as somebody says; without either it is refused."""
    text = "dl n=2 nm=2\nlabels:\nA B\nmatrix labels:\ntrust referral\ndata:\n0 1\n0 0\n\n0 0\n3 0\n"

    rows = read(text, layer=None).collaborations[["source", "target", "layer"]]
    assert set(rows.itertuples(index=False, name=None)) == {("A", "B", "trust"), ("B", "A", "referral")}
    unlabelled = text.replace("matrix labels:\ntrust referral\n", "")
    with pytest.raises(UnreadableError, match="2 networks"):
        read(unlabelled)
    said = read(unlabelled, layer={"1": "trust", "2": "referral"}).collaborations
    assert set(said["layer"]) == {"trust", "referral"}


@pytest.mark.parametrize("missing", [".", "na", "NA"])
def test_a_missing_value_is_unknown_and_not_zero(missing, read):
    """It was asked about, and there is no answer."""
    region = read(f"dl n=2\ndata:\n0 {missing}\n1 0\n")

    rows = region.collaborations.set_index("source")
    assert rows.loc["1", "present"] == "unknown"
    assert rows.loc["2", "present"] == "yes"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("n=3\ndata:\n", "line 1"),
        ("dl n=2\nfoo\ndata:\n0 1 1 0\n", "line 2"),
        ("dl n=2\n0 1\n1 0\n", "line 2"),
        ("dl n=2\ndata:\n0 1\n1\n", "1 more"),
        ("dl n=2\ndata:\n0 1\n1 0\n7\n", "line 5"),
        ("dl n=2\ndata:\n0 1\n1 x\n", "line 4"),
        ("dl n=two\ndata:\n", "two"),
        ("dl n=99999999999\ndata:\n", "99999999999"),
        ("dl n=2\nlabels:\nA B C\ndata:\n0 1\n1 0\n", "3 values"),
        ("dl n=2\nlabels:\nA a\ndata:\n0 1\n1 0\n", "capitals"),
        ("dl nr=2 nc=3\ndata:\n0 1 1\n1 0 1\n", "affiliations"),
        ("dl n=2\nlabels embedded\ndata:\nA B\nC 0 1\nD 1 0\n", "affiliations"),
        ("dl n=2 format=edgelist1\ndata:\n1 3\n", "line 3"),
        ("dl n=2 format=edgelist1\ndata:\n1 2 3 4\n", "line 3"),
        ("dl n=2 format=edgelist1\nlabels embedded\ndata:\nA B\nA C\n", "line 5"),
        ("dl n=2 nm=2 format=edgelist1\ndata:\n1 2\n", "form that we do not read"),
        ("dl n=2 format=edgelist2\ndata:\n1 2\n", "edgelist2"),
        ("dl n=2 format=nodelist1b\ndata:\n5 2\n0\n", "more values"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, words, read):
    """One clear message, with the line or what is missing."""
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert words in str(caught.value).replace("Line", "line")


def test_labels_that_differ_in_capitals_only_are_not_written(tmp_path):
    """UCINET would make them one."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ["ggz", "GGZ"]})})

    with pytest.raises(UnreadableError, match="capitals"):
        write_network(region, tmp_path / "n.dl", layer="referral", lang="en")
    assert list(tmp_path.iterdir()) == []


def test_what_we_write_other_programs_read(tmp_path):
    """An edge list in the DL language, by igraph."""
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["A", "B", "C"]}),
            "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
            "collaborations": pd.DataFrame(
                {"source": ["A", "B"], "target": ["B", "C"], "layer": "referral", "value": [1.0, 2.0]}
            ),
        }
    )
    write_network(region, tmp_path / "n.dl", layer="referral")

    graph = ig.Graph.Read_DL(str(tmp_path / "n.dl"))
    assert graph.get_edgelist() == [(0, 1), (1, 2)]
    assert graph.es["weight"] == [1, 2]


def test_vna(read):
    """Attributes of organisations, looks passed over, quoted names, and one column of ties."""
    text = """*node data
ID sector
"GGZ Noord" ggz
B welzijn
*node properties
ID x y color shape
"GGZ Noord" 1 2 255 1
B 3 4 255 1
*tie data
from to strength
"GGZ Noord" B 3
B "GGZ Noord" 0
B D 1
"""
    region = read(text, "n.vna")

    assert region.organisations["sector"].tolist()[:2] == ["mental_health_care", "welfare"]
    assert ties(region) == {("GGZ Noord", "B", 3.0), ("B", "D", 1.0)}


def test_columns_of_ties_in_vna_are_layers(read):
    """Several relations side by side are never added up."""
    text = "*tie data\nfrom to trust referral\nA B 1 0\nB A 0 2\n"

    rows = read(text, "n.vna", layer=None).collaborations[["source", "layer", "value"]]
    assert set(rows.itertuples(index=False, name=None)) == {("A", "trust", 1.0), ("B", "referral", 2.0)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("*tie data\nfrom to x\nA B\n", 3),
        ("*tie data\nfrom to x\nA B much\n", 3),
        ("A B\n", 1),
        ("*ego data\n", 1),
        ("*tie data\nfrom\n", 2),
        ('*node data\nID\n"A\n', 3),
    ],
)
def test_a_wrong_line_of_vna_is_told_by_its_number(text, line, read):
    """With the line."""
    with pytest.raises(UnreadableError, match=rf"(?i)line {line}\b"):
        read(text, "n.vna")
