"""From raw frames to typed tables: headings, missing columns, types, ranges.

This step looks at one column at a time; :mod:`netwerkanalyse.model.checks` looks across rows and tables.
"""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from netwerkanalyse.model.codes import Label, closest, fold
from netwerkanalyse.model.fields import Field, FieldType, Schema, Table
from netwerkanalyse.model.problem import Problem, Severity, number_label, problems_at, table_not_known, whose
from netwerkanalyse.model.values import attribute, blank_column, typed

_WRONG_TYPE = {
    FieldType.TEXT: "not_text",
    FieldType.CODE: "unknown_code",
    FieldType.CODES: "unknown_code",
    FieldType.NUMBER: "not_a_number",
    FieldType.INTEGER: "not_whole",
    FieldType.FLAG: "not_yes_or_no",
    FieldType.DATE: "not_a_date",
}


def convert(frames: Mapping[str, pd.DataFrame], schema: Schema) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Type every table and report every cell that does not fit its column.

    Parameters
    ----------
    frames
        Table name to raw frame.
    schema
        The tables that exist.

    Returns
    -------
    tables
        All tables of the schema, typed; absent ones are empty. The first table is absent from the result when it is
        absent from the input.
    problems
        What was wrong, in the order of tables and columns.
    """
    tables: dict[str, pd.DataFrame] = {}
    problems = [_unknown_table(name, schema) for name in frames if name not in schema.by_name]
    for table in schema.tables:
        if table.name in frames:
            tables[table.name], met = _typed_table(frames[table.name], table)
            problems += met
        elif table is schema.tables[0]:
            problems.append(Problem("missing_table", table=table.name, details={"sheet": table.sheet}))
        else:
            tables[table.name] = _empty(table)
    return tables, problems


def _empty(table: Table) -> pd.DataFrame:
    return pd.DataFrame({field.name: blank_column(field, pd.RangeIndex(0)) for field in table.fields})


def _unknown_table(name: str, schema: Schema) -> Problem:
    near = closest(name, schema.by_name)
    return table_not_known(name, None if near is None else schema.by_name[near].sheet)


def _typed_table(frame: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    if not frame.index.is_unique:
        frame = frame.reset_index(drop=True)
    columns, problems = _recognise(frame, table)
    made: dict[str, pd.Series] = {}
    for field in table.fields:
        if field.name in columns:
            values, unreadable = typed(columns[field.name], field)
            problems += _unreadable(columns[field.name], unreadable, field, table)
            problems += _out_of_range(values, field, table) + _missing(values, unreadable, field, table)
            made[field.name] = values
        else:
            made[field.name] = blank_column(field, frame.index)
            if field.required and field.default is None and len(frame):
                problems.append(
                    Problem(
                        "missing_column",
                        table=table.name,
                        column=field.name,
                        details={"heading": field.heading},
                    )
                )
    attributes = {name: attribute(column) for name, column in columns.items() if name not in made}
    cells = pd.DataFrame({**made, **attributes}, index=frame.index, copy=False)
    return cells, [
        problem if problem.row is None else replace(problem, about=whose(cells, problem.row)) for problem in problems
    ]


def _recognise(frame: pd.DataFrame, table: Table) -> tuple[dict[str, pd.Series], list[Problem]]:
    """Find the column each heading means; keep attributes where the table allows them."""
    columns: dict[str, pd.Series] = {}
    problems = []
    for position, heading in enumerate(map(str, frame.columns)):
        name = table.read_heading(heading)
        if name in columns:
            problems.append(Problem("double_column", table=table.name, column=name or "", value=heading))
        elif name is not None:
            columns[name] = frame.iloc[:, position]
        else:
            problems += _unknown_column(heading, table)
            if table.attributes:
                columns[heading] = frame.iloc[:, position]
    return columns, problems


def _unknown_column(heading: str, table: Table) -> list[Problem]:
    """Warn about a heading that is not declared: always in a closed table, in an open one only near misses."""
    known = {fold(field.heading.get(lang)): field for field in table.fields for lang in ("nl", "en")}
    close = closest(fold(heading), known, like=0.8)
    if close is None and table.attributes:
        return []
    code = "unknown_column" if close is None else "misspelt_column"
    details = {} if close is None else {"nearest": known[close].heading}
    return [Problem(code, Severity.WARNING, table=table.name, column=heading, value=heading, details=details)]


def _unreadable(raw: pd.Series, unreadable: pd.Series, field: Field, table: Table) -> list[Problem]:
    if not unreadable.any():
        return []

    def problem(row: object) -> Problem:
        value = raw.at[row]
        written = str(value)
        details = _help(field, written)
        if isinstance(value, float):
            details["value"] = number_label(value)
        code = _WRONG_TYPE[field.type]
        return Problem(code, table=table.name, column=field.name, row=row, value=written, details=details)

    return problems_at(raw.index[unreadable.to_numpy()], problem)


def _help(field: Field, written: str) -> dict[str, object]:
    """Give what the texts need to help: the nearest code and all codes."""
    if field.codes is None:
        return {}
    known = Label(*(", ".join(field.codes.labels(lang)) for lang in ("nl", "en")))
    dutch, english = (field.codes.nearest(written, lang) for lang in ("nl", "en"))
    return {"known": known} if dutch is None or english is None else {"known": known, "nearest": Label(dutch, english)}


def _out_of_range(values: pd.Series, field: Field, table: Table) -> list[Problem]:
    if field.low is None and field.high is None:
        return []
    low = float("-inf") if field.low is None else field.low
    high = float("inf") if field.high is None else field.high
    numbers = values.astype("float64")
    outside = values[((numbers < low) | (numbers > high)).to_numpy()]
    code = "out_of_range" if field.high is not None else "too_low"

    def problem(row: object) -> Problem:
        value = float(outside.loc[row])
        details = {"low": low, "high": high, "value": number_label(value)}
        return Problem(code, table=table.name, column=field.name, row=row, value=f"{value:g}", details=details)

    return problems_at(outside.index, problem)


def _missing(values: pd.Series, unreadable: pd.Series, field: Field, table: Table) -> list[Problem]:
    if not field.required:
        return []
    blank = values.index[(values.isna() & ~unreadable).to_numpy()]
    details = {"heading": field.heading}
    return problems_at(
        blank,
        lambda row: Problem("missing_value", table=table.name, column=field.name, row=row, details=details),
    )
