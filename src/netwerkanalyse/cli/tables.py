"""Tables of results as files: for a spreadsheet with headings people read, for programs with the names of the API."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.progress import progress
from netwerkanalyse.texts import has, text

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from netwerkanalyse.model.caseload import Caseload

LEVELS = ("client", "domain", "member", "loss", "handover", "day", "removal")
"""What one row of a table can be; the names are those of :class:`netwerkanalyse.metrics.measure.Level`."""

_SHEET_ROWS = 1_048_575
"""Rows of a sheet below its headings; a workbook cannot hold more."""


def measured(caseload: "Caseload", levels: Sequence[str], *, quiet: bool) -> dict[str, "pd.DataFrame"]:
    """Measure a caseload at some levels.

    Parameters
    ----------
    caseload
        Any number of clients.
    levels
        Some of :data:`LEVELS`.
    quiet
        Whether no bar is shown.

    Returns
    -------
    tables
        Level to table of measures.
    """
    from netwerkanalyse.metrics import Level, Network, measure_network

    network = Network(caseload)
    return {level: measure_network(network, level=Level[level.upper()]) for level in progress(levels, quiet=quiet)}


def as_xlsx(tables: Mapping[str, "pd.DataFrame"], lang: str) -> bytes:
    """Write a sheet a table, and one that says what every measure means."""
    from xlsxwriter import Workbook

    from netwerkanalyse.io.workbook_writer import SAFE

    sheets = {text(f"cli.level.{level}", lang): _headed(frame, lang) for level, frame in tables.items()}
    sheets[text("cli.caseload.meaning", lang)] = _meanings(tables, lang)
    stream = BytesIO()
    with Workbook(stream, {**SAFE, "in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for name, frame in sheets.items():
            if len(frame) > _SHEET_ROWS:
                raise Refused(text("cli.caseload.too_long", lang, rows=len(frame)))
            if len(frame):
                _fill(book.add_worksheet(name), frame, bold)
    return stream.getvalue()


def as_json(tables: Mapping[str, "pd.DataFrame"], _lang: str) -> bytes:
    """Write one document: name of the table to its rows, missing as ``null``."""
    parts = (f'"{name}": {_records(frame)}' for name, frame in tables.items())
    return f'{{"format": "netwerkanalyse/results", "version": 1, {", ".join(parts)}}}\n'.encode()


def as_csv(tables: Mapping[str, "pd.DataFrame"], _lang: str) -> bytes:
    """Write one table the way Dutch spreadsheets expect: semicolons, decimal comma, text that is no formula."""
    from netwerkanalyse.io.csv_text import written

    (frame,) = tables.values()
    rows = _plain(frame)
    words = [column for column in rows if column in frame.index.names or rows[column].dtype == "str"]
    marked = {column: rows[column].astype(object).map(written, na_action="ignore") for column in words}
    plain: str = rows.assign(**marked).to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    return plain.encode("utf-8-sig")


def as_parquet(tables: Mapping[str, "pd.DataFrame"], _lang: str) -> bytes:
    """Write one table with all its digits and types."""
    (frame,) = tables.values()
    stream = BytesIO()
    _rows(frame).to_parquet(stream, index=False)
    return stream.getvalue()


WRITERS: dict[str, Callable[[Mapping[str, "pd.DataFrame"], str], bytes]] = {
    "xlsx": as_xlsx,
    "json": as_json,
    "csv": as_csv,
    "parquet": as_parquet,
}
"""Name of a form, which is also its suffix, to what writes it."""

ONE_TABLE = ("csv", "parquet")
"""Forms that hold one table."""


def _rows(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Put the keys in front as columns (``reset_index`` complains about tables of many families)."""
    import pandas as pd

    return pd.concat([frame.index.to_frame(index=False), frame.reset_index(drop=True)], axis=1)


def _plain(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Put the keys in front as columns, days as text that reads the same everywhere."""
    rows = _rows(frame)
    days = rows.select_dtypes("datetime")
    return rows.assign(**{name: days[name].dt.strftime("%Y-%m-%d") for name in days})


def _headed(frame: "pd.DataFrame", lang: str) -> "pd.DataFrame":
    """Put the names for people above the columns, and say where a number is suppressed; what is missing stays empty."""
    from netwerkanalyse.metrics.catalogue import why_missing

    suppressed = why_missing(frame) == "suppressed"
    said = frame.astype(object).mask(suppressed, text("words.suppressed", lang)) if suppressed.any(axis=None) else frame
    rows = _plain(said)
    return rows.set_axis([_heading(str(name), lang) for name in rows.columns], axis=1)


def _heading(name: str, lang: str) -> str:
    """Say what a column is: a measure, or whom or what the row is about."""
    keys = (f"measures.{name}.name", f"cli.key.{name}")
    return next((text(key, lang) for key in keys if has(key, lang)), name)


def _meanings(tables: Mapping[str, "pd.DataFrame"], lang: str) -> "pd.DataFrame":
    """Return the lines of the catalogues about the columns of these tables."""
    import pandas as pd

    from netwerkanalyse.metrics.catalogue import catalogue_table, region_catalogue_table

    catalogue = pd.concat([catalogue_table(lang), region_catalogue_table(lang)]).reset_index()
    measured_at = {(" x ".join(frame.index.names), name) for frame in tables.values() for name in frame}
    return catalogue[[place in measured_at for place in zip(catalogue["level"], catalogue["measure"], strict=True)]]


def _fill(sheet: "Worksheet", frame: "pd.DataFrame", bold: "Format") -> None:
    """Fill a sheet that is ready to sort and filter."""
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(frame.columns) - 1, 16)
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for at, heading in enumerate(frame.columns):
        sheet.write_string(0, at, heading, bold)
        for row, value in enumerate(frame.iloc[:, at].astype(object).tolist(), start=1):
            _write_cell(sheet, row, at, value)


def _write_cell(sheet: "Worksheet", row: int, at: int, value: object) -> None:
    """Write a value as what it is; missing stays empty."""
    if isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, int | float) and isfinite(value):
        sheet.write_number(row, at, value)
    elif isinstance(value, str):
        sheet.write_string(row, at, value)


def _records(frame: "pd.DataFrame") -> str:
    records: str = _plain(frame).to_json(orient="records", double_precision=15, force_ascii=False)
    return records
