"""Fictional clients that come with the package.

Each stands in one Markdown file in the folder ``clients``: a heading a table, with the Dutch headings and words that
people use in the spreadsheet too. The file says what is special about the client; the titles and sentences for people
stand in the texts (``datasets.<name>.title``). The clients of the fictional region stand beside that region.
"""

import pandas as pd

from netwerkanalyse.datasets.bundled_regions import EXAMPLE_REGION
from netwerkanalyse.datasets.pages import sheets_of
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.texts import text

CLIENTS = (
    "voorbeeld",
    "geisoleerd",
    "gezinsgericht",
    "alleen-formeel",
    "doublures",
    "spanning",
    "achttien",
    "afschaling",
    "druk",
)
"""The fictional clients: each is a data set of its own."""

ALL_CLIENTS = "voorbeelden"
"""The data set with all fictional clients together."""

DATASETS = (*CLIENTS, ALL_CLIENTS, EXAMPLE_REGION)
"""Every name that :func:`load` knows."""


def load(name: str) -> Caseload:
    """Load a bundled data set; every client in it is fictional.

    Parameters
    ----------
    name
        One of :data:`DATASETS`; :func:`describe` tells what each shows.

    Returns
    -------
    caseload
        The data set. The columns are those of the caseload tables; blank is "not asked".

    Raises
    ------
    UnknownNameError
        If there is no data set of that name.

    Examples
    --------
    >>> load("voorbeeld")
    Caseload(1 client, 7 members, 3 ties, 7 needs, 7 supports)
    """
    if name not in DATASETS:
        raise UnknownNameError.among(name, "data set", DATASETS)
    if name == EXAMPLE_REGION:
        return Caseload.build(sheets_of("regions", f"{EXAMPLE_REGION}-caseload", CASELOAD))
    sheets = [_client(client) for client in (CLIENTS if name == ALL_CLIENTS else (name,))]
    present = {table: [sheet[table] for sheet in sheets if table in sheet] for table in CASELOAD.by_name}
    return Caseload.build({table: pd.concat(frames, ignore_index=True) for table, frames in present.items() if frames})


def describe(lang: str = "nl") -> pd.DataFrame:
    """Tell what each bundled data set shows and how large it is.

    Parameters
    ----------
    lang
        Language of titles and sentences, ``"nl"`` or ``"en"``.

    Returns
    -------
    datasets
        One row a data set: its title, one sentence, and the number of rows of every table.

    Examples
    --------
    >>> describe("en").loc["druk", ["title", "members", "ties"]].to_dict()
    {'title': 'Crowded', 'members': 24, 'ties': 49}
    """
    rows = {}
    for name in DATASETS:
        said = {part: text(f"datasets.{name}.{part}", lang) for part in ("title", "sentence")}
        rows[name] = said | {table: len(frame) for table, frame in load(name).tables.items()}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("name")


def _client(name: str) -> dict[str, pd.DataFrame]:
    """Read the page of one client, whose key is its name."""
    return {table: sheet.assign(client=name) for table, sheet in sheets_of("clients", name, CASELOAD).items()}
