"""Files that hold a network and nothing else: what other programs write is read, and nothing is guessed."""

import re
from pathlib import Path

import igraph as ig
import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings

from netwerkanalyse.errors import UnknownNameError, UnreadableError, ValidationError
from netwerkanalyse.io import network_files
from netwerkanalyse.io.network_files import NETWORK_FORMS, read_network, write_network
from netwerkanalyse.io.region_graphs import (
    region_from_igraph,
    region_from_networkx,
    region_to_igraph,
    region_to_networkx,
)
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import has
from odd_regions import odd_regions

PAJEK = b"""% made by hand
*Vertices 3
1 "GGZ Drenthe" 0.1000 0.2000 0.5 ic Red
2 "Gemeente, Assen"
*Arcs
1 2 3.5
*Edges
2 3
"""


@pytest.fixture
def put(tmp_path):
    """Put bytes in a file."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def small() -> Region:
    """Three organisations, one without a tie, and labels that are hard to write."""
    names = ["GGZ Noord", "één, twee", "los"]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names, "sector": ["ggz", "welzijn", None]}),
            "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
            "collaborations": pd.DataFrame(
                {"source": names[:2], "target": names[1::-1], "layer": "referral", "value": [2.5, None]}
            ),
        }
    )


def ties(region: Region) -> set[tuple[str, str, float | None]]:
    """The ties of a region."""
    rows = region.collaborations[["source", "target", "value"]].astype(object)
    return set(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def unordered(region: Region) -> set[tuple[object, ...]]:
    """The rows of a layer without direction: everything that is known, the ends in any order."""
    rows = region.collaborations.astype(object).astype(str)
    return {(frozenset(row[:2]), *row[2:]) for row in rows.itertuples(index=False, name=None)}


def said(path: Path, lang: str = "en", **options: object) -> str:
    """Read what cannot be read; return what was said."""
    with pytest.raises(UnreadableError) as caught:
        read_network(path, **{"layer": "referral", **options}, lang=lang)
    return str(caught.value)


@pytest.mark.parametrize("form", NETWORK_FORMS, ids=lambda form: form.name)
def test_ties_come_back(form, small, tmp_path):
    """With accents, spaces, commas, values and directions."""
    path = tmp_path / f"n{form.suffixes[0]}"
    write_network(small, path, layer="verwijzing")

    back = read_network(path, layer="referral", pairs_asked="all")
    without = 1.0 if form.name in {"UCINET DL", "VNA"} else None  # a tie without a value is 1 there
    assert ties(back) == {(*ends, without if value is None else value) for *ends, value in ties(small)}
    assert back.warnings == ()
    assert set(back.organisation_index) == set(small.organisation_index) - (
        {"los"} if form.name == "edge list" else set()
    )


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_xml_formats_keep_what_is_known(suffix, tmp_path):
    """Answers that are no or unknown, respondents, notes and sectors too."""
    from netwerkanalyse.datasets import load_region

    region = load_region("noord-holland-noord")
    write_network(region, tmp_path / f"n{suffix}", layer="cooperation")

    back = read_network(tmp_path / f"n{suffix}", layer="cooperation", pairs_asked="listed")
    pd.testing.assert_frame_equal(back.tables["organisations"], region.tables["organisations"])
    assert unordered(back) == unordered(region)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(region=odd_regions())
def test_graphs_give_back_the_layer(region):
    """Whatever stands in a cell, through networkx and igraph."""
    wanted = region.tables["collaborations"]
    assume(not {"id", "key", "weight"} & set(region.tables["organisations"]))
    for back in (
        region_from_networkx(region_to_networkx(region, "referral"), layer="referral"),
        region_from_igraph(region_to_igraph(region, "referral"), layer="referral"),
    ):
        order = ["source", "target"]
        pd.testing.assert_frame_equal(
            back.tables["collaborations"].sort_values(order, ignore_index=True),
            wanted.sort_values(order, ignore_index=True),
        )
        declared = [name for name in region.tables["organisations"] if name not in {"code", "omvang"}]
        pd.testing.assert_frame_equal(back.tables["organisations"][declared], region.tables["organisations"][declared])


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_a_blank_answer_does_not_become_a_yes(suffix, tmp_path):
    """XML has no blank: it stays unknown, which is what it counts as."""
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["A", "B"]}),
            "collaborations": pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["trust"], "present": [None]}),
        }
    )
    write_network(region, tmp_path / f"n{suffix}", layer="trust")

    assert read_network(tmp_path / f"n{suffix}", layer="trust").collaborations["present"].tolist() == ["unknown"]


def test_ties_without_an_answer_are_there_beside_ties_with_one():
    """An edge that says nothing of its presence is an edge; in any language of headings."""
    graph = nx.DiGraph()
    graph.add_edge("A", "B", aanwezig="nee")
    graph.add_edge("B", "A")

    rows = region_from_networkx(graph, layer="trust", pairs_asked="all").collaborations.set_index("source")
    assert rows["present"].to_dict() == {"A": "no", "B": "yes"}


def test_two_vertices_of_one_name_are_told():
    """Not made into one."""
    graph = ig.Graph(n=2, edges=[(0, 1)])
    graph.vs["name"] = ["A", "A"]

    with pytest.raises(ValidationError) as caught:
        region_from_igraph(graph, layer="agreement", pairs_asked="all")
    assert "double_row" in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize(("layer", "expected"), [("referral", 2), ("agreement", 1)])
def test_a_tie_without_direction_goes_both_ways_in_a_layer_with_one(layer, expected):
    """And a tie in a layer without direction is one row."""
    region = region_from_networkx(nx.Graph([("A", "B")]), layer=layer, pairs_asked="all")

    assert len(region.collaborations) == expected


def test_weights_are_values():
    """As networkx and igraph call them."""
    graph = nx.DiGraph()
    graph.add_edge("A", "B", weight=2)

    assert region_from_networkx(graph, layer="referral", pairs_asked="all").collaborations["value"].tolist() == [2]


def test_an_unknown_layer_is_told_with_the_known_ones():
    """In a graph as in a file."""
    with pytest.raises(UnknownNameError, match="referral"):
        region_from_networkx(nx.Graph(), layer="vriendschap")


def test_whether_all_pairs_were_asked_is_not_guessed(put):
    """A file does not say so: without an answer there is a warning."""
    region = read_network(put("n.net", PAJEK), layer="referral")

    assert [warning.code for warning in region.warnings] == ["layer_not_said"]


def test_pajek_labels_coordinates_arcs_and_edges(put):
    """Quoted labels with spaces and commas, coordinates passed over, and a vertex without a label by its number."""
    region = read_network(put("n.net", PAJEK), layer="referral")

    assert region.organisation_index.tolist() == ["GGZ Drenthe", "Gemeente, Assen", "3"]
    assert ties(region) == {
        ("GGZ Drenthe", "Gemeente, Assen", 3.5),
        ("Gemeente, Assen", "3", None),
        ("3", "Gemeente, Assen", None),
    }


def test_pajek_in_the_old_western_encoding(put):
    """As Pajek wrote it for years."""
    region = read_network(put("n.net", '*Vertices 1\r\n1 "Coöperatie"\r\n'.encode("cp1252")), layer="referral")

    assert region.organisation_index.tolist() == ["Coöperatie"]


def test_pajek_lists_and_matrices(put):
    """One end and all others; and a row for every vertex, where nought is no tie."""
    listed = b"*vertices 3\n*arcslist\n1 2 3\n"
    square = b"*vertices 3\n*matrix\n0 1 0\n0 0 2\n0 0 0\n"

    assert ties(read_network(put("l.net", listed), layer="referral")) == {("1", "2", None), ("1", "3", None)}
    assert ties(read_network(put("m.net", square), layer="referral")) == {("1", "2", 1), ("2", "3", 2)}


def test_pajek_relations_are_layers(put):
    """By their name, or as somebody says; never mixed, and never guessed."""
    named = b'*Vertices 2\n*Arcs :1 "verwijzing"\n1 2\n*Arcs :2 "trust"\n2 1\n'
    other = named.replace(b"verwijzing", b"advice")

    region = read_network(put("n.net", named))
    assert region.collaborations["layer"].tolist() == ["referral", "trust"]
    region = read_network(put("o.net", other), layer={"advice": "consultation", "trust": "trust"})
    assert set(region.collaborations["layer"]) == {"trust", "consultation"}
    assert "advice" in said(put("o.net", other), layer=None)
    assert "2 networks" in said(put("o.net", other), layer="referral")
    assert "2 networks" in said(put("o.net", other), layer={"advice": "trust", "trust": "trust"})


def test_a_pajek_project(put):
    """Several networks; partitions have vertices of their own and are passed over."""
    project = b"""*Network referral
*Vertices 2
1 "A"
2 "B"
*Arcs
1 2
*Partition sector
*Vertices 2
1
2
*Network trust
*Vertices 2
1 "B"
2 "A"
*Arcs
1 2
"""
    region = read_network(put("p.paj", project))

    assert region.organisation_index.tolist() == ["A", "B"]
    assert set(region.collaborations[["source", "target", "layer"]].itertuples(index=False, name=None)) == {
        ("A", "B", "referral"),
        ("B", "A", "trust"),
    }


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"*Vertices 2\n*Arcs\n1 3\n", 3),
        (b"*Vertices 2\n*Arcs\n1 2 much\n", 3),
        (b"*Vertices 2\n*Arcs\n1 2 nan(0)\n", 3),
        (b"*Vertices 2\n*Arcs\n1\n", 3),
        (b"*Vertices two\n", 1),
        (b'*Vertices 2\n1 "A\n', 2),
        (b"*Vertices 2\n*Matrix\n0 1\n1\n", 4),
        (b"*Vertices 2\n*Matrix\n0 1\n", 3),
        (b"*Vertices 5 2\n", 1),
        (b"*Vertices 2\n*Nonsense\n", 2),
        (b"1 2\n", 1),
    ],
)
@pytest.mark.parametrize(("lang", "word"), [("nl", "regel"), ("en", "line")])
def test_a_wrong_line_of_pajek_is_told_by_its_number(content, line, lang, word, put):
    """In both languages."""
    assert f"{word} {line} " in said(put("n.net", content), lang).replace("(", "").replace(")", " ").casefold() + " "


def test_quotation_marks_in_a_label_can_be_written(tmp_path):
    """They break reading in other programs, so they become apostrophes."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ['zij "samen"']})})
    write_network(region, tmp_path / "n.net", layer="referral")

    assert read_network(tmp_path / "n.net", layer="referral").organisation_index.tolist() == ["zij 'samen'"]
    assert nx.read_pajek(tmp_path / "n.net").number_of_nodes() == 1


def test_pajek_of_other_programs(tmp_path):
    """What igraph and networkx write is read, and what we write they read."""
    graph = ig.Graph([(0, 1), (1, 2)], directed=True)
    graph.vs["name"] = ["A", "B b", "C"]
    graph.es["weight"] = [1.5, 2]
    graph.write_pajek(str(tmp_path / "i.net"))
    ours = read_network(tmp_path / "i.net", layer="referral")
    assert ties(ours) == {("A", "B b", 1.5), ("B b", "C", 2)}

    nx.write_pajek(nx.DiGraph([("A", "B b")]), tmp_path / "x.net")
    assert ties(read_network(tmp_path / "x.net", layer="referral")) == {("A", "B b", 1)}

    write_network(ours, tmp_path / "o.net", layer="referral")
    theirs = ig.Graph.Read_Pajek(str(tmp_path / "o.net"))
    assert theirs.is_directed()
    assert theirs.es["weight"] == [1.5, 2]


def test_graphml_of_igraph(tmp_path):
    """Vertices have technical names there; the name is what the data say."""
    graph = ig.Graph([(0, 1)], directed=True)
    graph.vs["sector"] = ["ggz", "welzijn"]
    graph.es["weight"] = [3.0]
    graph.write_graphml(str(tmp_path / "i.graphml"))

    region = read_network(tmp_path / "i.graphml", layer="referral", pairs_asked="all")
    assert region.organisations["sector"].tolist() == ["mental_health_care", "welfare"]
    assert region.collaborations["value"].tolist() == [3]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_an_xml_file_that_names_entities_is_refused(suffix, put):
    """Before anything is expanded."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><graphml>&a;</graphml>'

    assert "DOCTYPE" in said(put(f"n{suffix}", bomb))


@pytest.mark.parametrize("content", [b"", b"<graphml", b"<other/>", b"not xml", b"\x00\xff"])
@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_a_damaged_xml_file_is_told(suffix, content, put):
    """As one clear message."""
    assert f"n{suffix}" in said(put(f"n{suffix}", content))


def test_a_character_that_xml_cannot_hold_is_refused_before_writing(tmp_path):
    """Otherwise the file could not be read back."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ["A"], "note": ["a\x0bb"]})})

    with pytest.raises(UnreadableError, match="character"):
        write_network(region, tmp_path / "n.graphml", layer="referral", lang="en")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("separator", ["\t", ";", ",", " ", "   "])
@pytest.mark.parametrize("heading", [True, False])
def test_the_separator_of_a_list_is_recognised(separator, heading, put):
    """With and without headings, and comments passed over."""
    rows = [["van", "naar", "waarde"]] * heading + [["A", "B", "2"], ["B", "C", "1.5"]]
    text = "# ties\n" + "\n".join(separator.join(row) for row in rows)

    assert ties(read_network(put("l.txt", text.encode()), layer="referral")) == {("A", "B", 2), ("B", "C", 1.5)}


def test_a_list_with_decimal_commas_quotes_and_other_columns(put):
    """As a Dutch spreadsheet writes it, in the order of its headings."""
    text = 'gewicht;naar;van\n0,5;"GGZ; Noord";B\n;C;B\n'

    assert ties(read_network(put("l.csv", text.encode()), layer="referral")) == {
        ("B", "GGZ; Noord", 0.5),
        ("B", "C", None),
    }


def test_a_decimal_comma_between_spaces_is_no_separator(put):
    """It would cut the value in two."""
    text = "A B 0,5\nB C 1,5\n"

    assert ties(read_network(put("l.txt", text.encode()), layer="referral")) == {("A", "B", 0.5), ("B", "C", 1.5)}


@pytest.mark.parametrize("text", ["A;B\nC\nD;E\n", "A;B;1\nA;B;1;x\n", "A;B\n;B\n", "A;B;1\nA;C;veel\n"])
def test_a_wrong_line_of_a_list_is_told_by_its_number(text, put):
    """The second one."""
    assert "line 2" in said(put("l.csv", text.encode())).casefold()


@pytest.mark.parametrize("name", ["n.graphml", "n.gexf", "n.net", "n.csv", "n.dl", "n.vna"])
def test_a_file_without_anything_is_told(name, put):
    """No network at all."""
    assert name in said(put(name, b"\n"))


def test_a_file_that_is_too_large_is_refused(put, monkeypatch):
    """Before it is read as a whole."""
    monkeypatch.setattr(network_files, "SIZE", 10)

    assert "MB" in said(put("n.net", PAJEK))


def test_other_files_and_missing_ones_are_told(put, tmp_path):
    """With what is known."""
    assert ".graphml" in said(put("n.docx", b"x"))
    assert "no file" in said(tmp_path / "weg.net")


def test_problems_name_the_file(put):
    """What is wrong with the data says in which file."""
    with pytest.raises(ValidationError, match=r"n\.net"):
        read_network(put("n.net", b"*Vertices 2\n*Arcs\n1 2 -1\n"), layer="referral", pairs_asked="all")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_refusal_has_its_words(lang):
    """Each code that a reader of networks uses says what is wrong and what to do."""
    sources = Path(network_files.__file__).parent.glob("*.py")
    used = {code for source in sources for code in re.findall(r'"(network_[a-z_]+)"', source.read_text("utf-8"))}

    assert len(used) > 8
    assert [code for code in used if not has(f"problems.{code}.what", lang)] == []
    assert [code for code in used if not has(f"problems.{code}.do", lang)] == []


def test_hard_names_in_a_list_come_back(tmp_path):
    """Quotation marks, remarks and separators are part of a name; a line end becomes a space."""
    names = ['zij "samen"', "#1", "a;b,c", "twee\nregels"]
    region = region_from_networkx(nx.DiGraph([names[:2], names[2:]]), layer="referral")
    write_network(region, tmp_path / "n.tsv", layer="referral")

    back = read_network(tmp_path / "n.tsv", layer="referral")
    assert back.organisation_index.tolist() == ['zij "samen"', "#1", "a;b,c", "twee regels"]
