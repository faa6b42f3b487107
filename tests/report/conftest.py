"""A report with one of everything, and words that mean harm."""

from datetime import date

import pytest

from netwerkanalyse.report.document import (
    Check,
    Checklist,
    Column,
    Definition,
    Definitions,
    Figure,
    Finding,
    Findings,
    Format,
    Missing,
    Notice,
    Number,
    Numbers,
    Paragraph,
    Report,
    Section,
    Status,
    TableBlock,
    Tone,
)

EVIL = "<script>alert(1)</script>"
FORMULA = "=HYPERLINK('x')"


@pytest.fixture
def everything() -> Report:
    """A report with every block; the harmful words stand wherever people's words can stand."""
    number = Number(f"steun {EVIL}", 1.0, Format.AMOUNT, 2)
    share = Number("dichtheid", 1 / 7, Format.SHARE, 21, "gevraagde paren", f"Hoe hecht {EVIL}.")
    nothing = Number("insluiting", Missing(f"er is niemand {EVIL}"), Format.SHARE)
    findings = tuple(
        Finding(f"f_{tone.value}", tone, f"Kop {EVIL}", f"Zin {EVIL}", f"Omdat {EVIL}", (number,), "work", (EVIL,))
        for tone in Tone
    )
    table = TableBlock(
        f"Tabel [met] {EVIL}",
        (
            Column("wie"),
            Column("deel", Format.SHARE),
            Column("van", Format.COUNT, count_of="deel"),
            Column("dagen", Format.DAYS),
            Column("dag"),
            Column("ja of nee"),
        ),
        (
            (EVIL, 0.25, 4, 1, date(2026, 3, 1), True),
            (FORMULA, Missing("er is niemand"), 0, None, None, False),
        ),
        sortable=True,
    )
    checks = tuple(Check(f"Is het zo {EVIL}", status, f"feit {EVIL}") for status in Status)
    blocks = (
        Paragraph(f"Lopende tekst {EVIL}", f"Titel erboven {EVIL}"),
        Notice(f"Let op {EVIL}"),
        Findings("Bevindingen", findings),
        Numbers("Cijfers", (share, nothing)),
        table,
        Figure('<svg viewBox="0 0 1 1"><title>tekening</title></svg>', f"Onderschrift {EVIL}", f"In woorden {EVIL}"),
        Checklist("Lijst", checks),
        Definitions("Afspraken", (Definition(f"Begrip {EVIL}", f"Betekenis {EVIL}", f"Bron {EVIL}"),)),
    )
    sections = (Section("one", f"Deel {EVIL}", f"Inleiding {EVIL}", blocks), Section("two", "Leeg", "", ()))
    return Report(f"Titel {EVIL}", f"Ondertitel {EVIL}", "nl", (f"Gemaakt van {EVIL}",), sections)
