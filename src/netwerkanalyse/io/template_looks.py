"""How the template looks: one place for its colours, fonts and cell formats.

What is needed is told by shape as well as by colour: a star behind the heading and a heavy line below it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = "Arial"
"""On every machine, or a font of the same widths."""

INK = "#1F2933"
QUIET = "#52606D"
CORE = "#0B4F6C"
OPTIONAL = "#DCE6EA"
LINE = "#CBD2D9"
NEEDED = "#E69F00"
ALERT = "#B00020"
ALERT_FILL = "#FDE7EA"
EMPTY_FILL = "#FFF4CC"
STAR = '@" *"'
"""Number format that shows a star behind a heading without changing what stands in the cell."""

DAY = "dd-mm-yyyy"


@dataclass(frozen=True)
class Looks:
    """The cell formats of a workbook."""

    title: "Format"
    section: "Format"
    body: "Format"
    strong: "Format"
    command: "Format"
    link: "Format"
    intro: "Format"
    wide: "Format"
    hint: "Format"
    headings: dict[tuple[bool, bool], "Format"]
    text: "Format"
    number: "Format"
    day: "Format"
    double: "Format"
    needed: "Format"
    filled: "Format"

    @classmethod
    def of(cls, book: "Workbook") -> "Looks":
        """Make the formats in a workbook."""

        def look(**properties: object) -> "Format":
            return book.add_format({"font_name": FONT, "font_color": INK, **properties})

        cell = {"locked": False, "valign": "top", "text_wrap": True}
        return cls(
            title=look(bold=True, font_size=18, font_color=CORE, valign="vcenter"),
            section=look(bold=True, font_size=12, font_color=CORE, bottom=1, bottom_color=CORE),
            body=look(font_size=10, text_wrap=True, valign="top"),
            strong=look(font_size=10, bold=True, text_wrap=True, valign="top"),
            command=look(font_name="Courier New", font_size=10, valign="vcenter", bg_color="#F3F6F8", indent=1),
            link=look(font_size=10, font_color=CORE, underline=1, bold=True, valign="top"),
            intro=look(font_size=10, font_color=QUIET, valign="vcenter"),
            wide=look(font_size=10, text_wrap=True, valign="vcenter"),
            hint=look(font_size=9, font_color=QUIET, italic=True, text_wrap=True, valign="bottom"),
            headings={
                (core, required): _heading(book, core=core, required=required)
                for core in (True, False)
                for required in (True, False)
            },
            text=look(**cell, num_format="@"),
            number=look(**cell, align="left"),
            day=look(**cell, align="left", num_format=DAY),
            double=book.add_format({"bold": True, "font_color": ALERT, "bg_color": ALERT_FILL}),
            filled=book.add_format({"bottom": 1, "bottom_color": LINE}),
            needed=book.add_format({"bg_color": EMPTY_FILL}),
        )


def _heading(book: "Workbook", *, core: bool, required: bool) -> "Format":
    heading: dict[str, object] = {
        "font_name": FONT,
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "bg_color": CORE if core else OPTIONAL,
        "font_color": "#FFFFFF" if core else INK,
        "bottom": 1,
    }
    if required:
        heading |= {"num_format": STAR, "bottom": 5, "bottom_color": NEEDED}
    return book.add_format(heading)
