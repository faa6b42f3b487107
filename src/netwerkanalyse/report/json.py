"""A report as JSON: the same data, for programs and for keeping."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum

from netwerkanalyse.report.document import Report


def render(report: Report) -> bytes:
    """Write a report as JSON.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    document
        UTF-8. Every block names its ``kind``; a missing value is an object with its ``reason``.
    """
    return json.dumps(asdict(report), ensure_ascii=False, indent=1, allow_nan=False, default=_plain).encode()


def _plain(value: object) -> object:
    """Give what JSON does not know a plain form."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    message = f"not plain data: {type(value).__name__}"
    raise TypeError(message)
