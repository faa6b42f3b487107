"""Reading the files of an Open Referral HSDS package: a folder of CSV files, or one JSON document.

The Human Services Data Specification changed its names between versions, and exports add their own; what stands here is
what we know how to read. Names, phone numbers and e-mail addresses of contacts are not read.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from netwerkanalyse.io.folder import files_of
from netwerkanalyse.io.json_document import SIZE
from netwerkanalyse.io.refusal import refusal

Row = Mapping[str, object]
Tables = dict[str, pd.DataFrame]

SHIFTED = "shifted"
"""Column that tells whether something stands in a row beyond the last heading: then its cells have moved."""

FILES = MappingProxyType(
    {
        "organization": ("organization", "organizations"),
        "service": ("service", "services"),
        "service_area": ("service_area", "service_areas"),
        "attribute": ("attribute", "attributes", "service_attribute", "service_attributes", "service_taxonomy"),
        "taxonomy_term": ("taxonomy_term", "taxonomy_terms"),
        "language": ("language", "languages"),
        "service_capacity": ("service_capacity", "service_capacities"),
    }
)
"""Our name of a table to what its file can be called; other files are left alone."""

COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "organization": {
            "id": ("id", "organization_uuid"),
            "name": ("name", "organization_name"),
            "parent": ("parent_organization_id",),
        },
        "service": {
            "id": ("id", "service_uuid"),
            "organization": ("organization_id", "organization_uuid"),
            "name": ("name", "service_name"),
            "status": ("status",),
            "wait_time": ("wait_time",),
            "eligibility": ("eligibility_description",),
            "minimum_age": ("minimum_age", "service_min_age"),
            "maximum_age": ("maximum_age", "service_max_age"),
            "areas": ("service_areas",),
            "terms": ("service_problem_codes",),
        },
        "service_area": {"service": ("service_id",), "name": ("name", "service_area")},
        "attribute": {"of": ("link_id", "service_id"), "term": ("taxonomy_term_id", "taxonomy_id")},
        "taxonomy_term": {"id": ("id",), "name": ("name",), "code": ("code",)},
        "language": {"service": ("service_id",), "name": ("name", "language")},
        "service_capacity": {"service": ("service_id",), "maximum": ("maximum",)},
    }
)
"""Our name of a column to the headings it can have, the first one found."""

_KINDS = {spelling: name for name, spellings in FILES.items() for spelling in spellings}
_NESTED = {
    "service_areas": "service_area",
    "attributes": "attribute",
    "languages": "language",
    "service_capacities": "service_capacity",
}


def read_package(source: Path, lang: str) -> Tables:
    """Read a package.

    Parameters
    ----------
    source
        Folder of CSV files, or a JSON document: tables by name, or services and organisations as the API gives them.
    lang
        Language of messages.

    Returns
    -------
    tables
        All tables of :data:`FILES` with the columns of :data:`COLUMNS`; cells are text, missing where blank. Index
        labels are line numbers, or row numbers in a JSON document.

    Raises
    ------
    UnreadableError
        If there is nothing there, or it is damaged or of another kind.
    """
    if source.is_dir():
        found = _read_folder(source, lang)
    elif source.is_file():
        found = _read_json(source, lang)
    else:
        raise refusal(lang, "no_such_file", name=source)
    return {name: _table(found.get(name, []), columns) for name, columns in COLUMNS.items()}


def _read_folder(folder: Path, lang: str) -> dict[str, list[Row]]:
    files = {_KINDS[path.stem.casefold()]: path for path in files_of(folder, ".csv") if path.stem.casefold() in _KINDS}
    if not {"organization", "service"} <= set(files):
        raise refusal(lang, "nothing_in_folder", name=folder, first="organizations.csv", second="services.csv")
    return {name: _read_csv(path, lang) for name, path in files.items()}


def _read_csv(path: Path, lang: str) -> list[Row]:
    """Read the rows of a file with the line each one ends on."""
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        try:
            headings = [heading.strip().casefold() for heading in next(reader, [])]
            for cells in reader:
                named = dict(zip(headings, cells, strict=False))
                beyond = [cell for at, cell in enumerate(cells) if at >= len(headings) or not headings[at]]
                rows.append({**named, SHIFTED: any(cell.strip() for cell in beyond), "": reader.line_num})
        except csv.Error as error:
            raise refusal(lang, "broken_quotes", name=path.name, line=reader.line_num) from error
        except UnicodeError as error:
            raise refusal(lang, "damaged_file", name=path.name) from error
    return rows


def _read_json(path: Path, lang: str) -> dict[str, list[Row]]:
    if path.stat().st_size > SIZE:
        raise refusal(lang, "file_too_large", name=path.name, limit=SIZE // 1_000_000)
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise refusal(lang, "damaged_json", name=path.name, line=getattr(error, "lineno", 1)) from error
    if isinstance(document, dict) and {_KINDS.get(name) for name in document} >= {"organization", "service"}:
        tables = {_KINDS[name]: _objects(rows) for name, rows in document.items() if name in _KINDS}
        if all(isinstance(document[name], list) for name in document if name in _KINDS):
            return tables
    items = document.get("contents", [document]) if isinstance(document, dict) else document
    found: dict[str, list[Row]] = {name: [] for name in FILES}
    for item in _objects(items):
        _take_apart(item, found)
    if not found["organization"]:
        raise refusal(lang, "other_json", name=path.name, format="Open Referral HSDS")
    return found


def _objects(items: object) -> list[Row]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _take_apart(item: Row, found: dict[str, list[Row]]) -> None:
    """Put a service with its organisation, or an organisation with its services, in tables."""
    if "status" not in item and "organization" not in item:
        found["organization"].append(item)
        for service in _objects(item.get("services")):
            _take_service(service, item.get("id"), found)
        return
    organisation = item.get("organization")
    if isinstance(organisation, dict):
        found["organization"].append(organisation)
    _take_service(
        item, organisation.get("id") if isinstance(organisation, dict) else item.get("organization_id"), found
    )


def _take_service(service: Row, organisation: object, found: dict[str, list[Row]]) -> None:
    found["service"].append({**service, "organization_id": organisation, "service_areas": None})
    for name, table in _NESTED.items():
        for part in _objects(service.get(name)):
            term = part.get("taxonomy_term")
            given = {"service_id": service.get("id"), "link_id": service.get("id")}
            if isinstance(term, dict):
                found["taxonomy_term"].append(term)
                given["taxonomy_term_id"] = term.get("id")
            found[table].append({**part, **given})


def _table(rows: Iterable[Row], columns: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """Make a table of the columns we read, each under our name."""
    listed = list(rows)
    headings = set().union(*listed) if listed else set()
    cells = {}
    for name, spellings in columns.items():
        heading = next((spelling for spelling in spellings if spelling in headings), "")
        cells[name] = [_text(row.get(heading)) if heading else None for row in listed]
    index = [row.get("", number) for number, row in enumerate(listed, start=1)]
    shifted = [bool(row.get(SHIFTED)) for row in listed]
    return pd.DataFrame(cells, index=index, dtype="str").assign(**{SHIFTED: shifted})


def _text(value: object) -> str | None:
    """Give a cell as text; what is no text or number is blank."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
