"""A small caseload and a way to make workbooks by hand, as people do."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.model.caseload import Caseload

Rows = list[list[object]]
MakeWorkbook = Callable[[dict[str, Rows]], Path]


@pytest.fixture
def small() -> Caseload:
    """Two clients, with a tie and a support."""
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": ["K1", "K2"], "pairs_asked": ["all", "listed"]}),
            "members": pd.DataFrame(
                {
                    "client": ["K1", "K1", "K2"],
                    "member": ["moeder", "huisarts", "vriend"],
                    "kind": ["informal", "formal", None],
                }
            ),
            "ties": pd.DataFrame({"client": ["K1"], "source": ["moeder"], "target": ["huisarts"]}),
            "needs": pd.DataFrame({"client": ["K1"], "domain": ["housing"], "need": [2]}),
            "supports": pd.DataFrame({"client": ["K1"], "member": ["moeder"], "domain": ["housing"], "amount": [0.5]}),
        }
    )


@pytest.fixture
def make_workbook(tmp_path: Path) -> MakeWorkbook:
    """Make a workbook with openpyxl, a program that knows nothing of ours."""

    def make(sheets: dict[str, Rows]) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "werkmap.xlsx"
        book.save(path)
        return path

    return make
