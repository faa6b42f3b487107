"""Reading a region for a command: tables, or a file that holds one network; and which of its layers is looked at."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.problem_table import problem_table
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from netwerkanalyse.model.region import Region


def read_region(source: str, *, layer: str | None = None, strict: bool, quiet: bool, lang: str) -> "Region":
    """Read a region and tell its warnings.

    Parameters
    ----------
    source
        Workbook, JSON document or folder of tables; ``-`` is standard input. Or a file that holds a network and
        nothing else: GraphML, GEXF, Pajek, UCINET DL, VNA or a list of ties.
    layer
        Code of the layer that the only network of such a file is. Tables say it themselves, and so do the names of
        several networks in one file.
    strict
        Whether warnings stop too.
    quiet
        Whether warnings are kept silent.
    lang
        Language of messages.

    Returns
    -------
    region
        The region.
    """
    from netwerkanalyse.io import formats

    if _holds_a_network(source):
        region = _read_network(source, layer, strict=strict, lang=lang)
    else:
        region = formats.read_region(source, strict=strict, lang=lang)
    if region.warnings and not quiet:
        click.echo(problem_table(region.warnings, lang, shutil.get_terminal_size((120, 0)).columns), err=True)
    return region


def chosen_layer(region: "Region", layer: str | None, lang: str) -> str:
    """Return the layer that was asked for, or the only one there is: layers are never mixed, and none is guessed.

    Parameters
    ----------
    region
        The region.
    layer
        Code of a layer, if one was asked for.
    lang
        Language of messages.

    Returns
    -------
    layer
        Code of a layer with collaborations in this region.

    Raises
    ------
    Refused
        When there is no such layer in the region, or there are several and none was asked for.
    """
    from netwerkanalyse.model.region_vocabulary import LAYER

    present = set(region.tables["collaborations"]["layer"].dropna())
    known = [one for one in LAYER.names if one in present]
    if layer in known or (layer is None and len(known) == 1):
        return layer or known[0]
    key = "cli.layer.none" if not known else "cli.layer.which" if layer is None else "cli.layer.absent"
    labels = [f"{one} ({LAYER.label(one, lang)})" for one in known]
    asked = LAYER.label(layer or "", lang)
    raise Refused(text(key, lang, layer=asked, known=", ".join(labels)))


def _holds_a_network(source: str) -> bool:
    """Tell whether the name is that of a network file; a folder of CSV files is tables, whatever it is called."""
    from netwerkanalyse.io.network_files import NETWORK_FORMS

    path = Path(source)
    return not path.is_dir() and any(path.suffix.casefold() in form.suffixes for form in NETWORK_FORMS)


def _read_network(source: str, layer: str | None, *, strict: bool, lang: str) -> "Region":
    """Read a network as the layer; a file with several networks says by their names which layers they are."""
    from netwerkanalyse.errors import UnreadableError
    from netwerkanalyse.io.network_files import read_network

    try:
        return read_network(source, layer=layer, strict=strict, lang=lang)
    except UnreadableError:
        if layer is None:
            raise
        return read_network(source, strict=strict, lang=lang)
