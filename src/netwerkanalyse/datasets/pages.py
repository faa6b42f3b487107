"""Data sets that can be read as they stand: a Markdown page each, a heading a table, in words of the spreadsheet."""

from importlib.resources import files

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.fields import Schema


def sheets_of(folder: str, name: str, schema: Schema) -> dict[str, pd.DataFrame]:
    """Read a page: table name to the cells as they are written.

    Parameters
    ----------
    folder, name
        The folder of the package in which the page lies, and its name without suffix.
    schema
        The tables that the headings are about.

    Returns
    -------
    sheets
        Only the tables that the page has.

    Raises
    ------
    UnknownNameError
        If a heading is no table.
    """
    page = (files(__package__) / folder / f"{name}.md").read_text(encoding="utf-8")
    sheets = {}
    for section in page.split("\n## ")[1:]:
        heading, *lines = section.splitlines()
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
        headings, _rule, *rows = cells
        table = schema.read_sheet(heading)
        if table is None:
            message = f"{name}.md has a heading that is no table: {heading!r}"
            raise UnknownNameError(message)
        sheets[table] = pd.DataFrame(rows, columns=headings)
    return sheets
