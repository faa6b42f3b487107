"""Reading a region for a command: every form of it, and never a guess at the layer."""

from pathlib import Path

import click
import pandas as pd
import pytest

from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.options import any_layer
from netwerkanalyse.cli.region_reading import chosen_layer, read_region
from netwerkanalyse.io.formats import write_region
from netwerkanalyse.io.network_files import write_network
from netwerkanalyse.model.region import Region

MANNERS = {"strict": False, "quiet": True, "lang": "nl"}


def region(*layers):
    """Three organisations with a tie in some layers."""
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["A", "B", "C"]}),
            "layers": pd.DataFrame({"layer": list(layers), "pairs_asked": "all"}),
            "collaborations": pd.DataFrame(
                {"source": ["A"] * len(layers), "target": ["B"] * len(layers), "layer": list(layers), "value": 2.0}
            ),
        }
    )


@pytest.mark.parametrize("name", ["region.xlsx", "region.json", "folder", "folder.csv"])
def test_tables_are_read_in_every_form(name):
    """A workbook, a document and a folder of tables, even a folder that is called like a network file."""
    form = "csv" if name == "folder.csv" else None
    write_region(region("cooperation", "trust"), name, format_name=form)

    assert len(read_region(name, **MANNERS).tables["collaborations"]) == 2


@pytest.mark.parametrize("name", ["net.graphml", "net.gexf", "net.net", "net.dl", "net.vna", "net.csv"])
def test_a_network_becomes_the_layer_that_is_asked_for(name):
    """Every network file that the package reads can be handed to a command."""
    write_network(region("referral"), name, layer="referral")

    found = read_region(name, layer="referral", **MANNERS)

    assert chosen_layer(found, "referral", "nl") == "referral"
    assert found.tables["collaborations"][["source", "target"]].to_numpy().tolist() == [["A", "B"]]


def test_several_networks_in_one_file_say_which_layers_they_are():
    """Asking for one layer of a file that holds more does not turn the others into it."""
    Path("two.dl").write_text(
        "dl n=2 nm=2 format=fullmatrix\nlabels: A B\nmatrix labels: trust referral\ndata:\n0 1\n0 0\n0 0\n1 0\n",
        encoding="utf-8",
    )

    found = read_region("two.dl", layer="trust", **MANNERS)

    assert found.tables["collaborations"]["layer"].tolist() == ["trust", "referral"]


def test_the_only_layer_needs_no_name_and_none_is_guessed():
    """One layer speaks for itself; of several the person chooses; what is not there is told with what is."""
    assert chosen_layer(region("trust"), None, "nl") == "trust"
    for asked, layers, said in [
        (None, ("trust", "referral"), "referral (verwijzing), trust (vertrouwen)"),
        ("funding", ("trust",), "trust (vertrouwen)"),
        (None, (), "geen samenwerking"),
    ]:
        with pytest.raises(Refused) as caught:
            chosen_layer(region(*layers), asked, "nl")
        assert said in caught.value.message


def test_doubts_are_told_unless_silence_is_asked(capsys):
    """A network file does not say who was asked about whom: that is told on standard error, or stops."""
    write_network(region("referral"), "net.csv", layer="referral")

    read_region("net.csv", layer="referral", strict=False, quiet=False, lang="nl")
    assert "1 waarschuwing" in capsys.readouterr().err
    read_region("net.csv", layer="referral", **MANNERS)
    assert capsys.readouterr() == ("", "")


def test_a_layer_is_read_in_either_language():
    """What people call a layer is enough; another word is refused with all that are possible."""
    ctx = click.Context(click.Command("any"))

    assert [any_layer(ctx, ctx.command, word) for word in ("Verwijzing", "formal agreement", None)] == [
        "referral",
        "agreement",
        None,
    ]
    with pytest.raises(click.BadParameter, match="vertrouwen"):
        any_layer(ctx, ctx.command, "vriendschap")
