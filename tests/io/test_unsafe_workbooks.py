"""Workbooks that are no workbooks, or that would hurt: each is refused quickly, with a reason, before it is parsed."""

import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest

from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.formats import read_caseload, write_caseload
from netwerkanalyse.io.workbook_preflight import CELLS_IN_A_ROW, ENTRIES, inspected
from netwerkanalyse.model.caseload import Caseload

MEMORY = 250_000_000
SECONDS = 30

Repack = Callable[[dict[str, bytes]], Path]


@pytest.fixture
def parts(small: Caseload) -> dict[str, bytes]:
    """The parts of a good workbook, to be spoilt."""
    stream = BytesIO()
    write_caseload(small, stream, format_name="xlsx")
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def repack(tmp_path: Path) -> Repack:
    """Write parts as a workbook."""

    def write(parts: dict[str, bytes]) -> Path:
        path = tmp_path / "spoilt.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return path

    return write


def refused(path: Path) -> str:
    """Read what cannot be read, within bounds of time and memory; return what was said."""
    tracemalloc.start()
    start = perf_counter()
    try:
        with pytest.raises(UnreadableError) as caught:
            read_caseload(path, lang="en")
        assert perf_counter() - start < SECONDS
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
    return str(caught.value)


def test_a_good_workbook_passes(parts: dict[str, bytes], repack: Repack) -> None:
    """The refusals below are about what was spoilt, not about packing anew."""
    assert len(read_caseload(repack(parts))) == 2


def test_a_bomb_of_two_gigabytes_is_refused(parts: dict[str, bytes], tmp_path: Path) -> None:
    """A file of two megabytes that unpacks to two gigabytes is not unpacked."""
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet99.xml", "w", force_zip64=True) as sheet:
            spaces = b" " * 4_000_000
            for _ in range(500):
                sheet.write(spaces)

    assert "much larger" in refused(path)


def test_a_bomb_that_lies_about_its_size_does_not_reach_the_parser(parts: dict[str, bytes], tmp_path: Path) -> None:
    """What a zip says about itself is not believed: the parser gets what was inspected, and no byte more."""
    honest = b'<?xml version="1.0"?><styleSheet/>'
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(honest + b" " * 300_000_000) + packer.flush()
    path = tmp_path / "liar.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            if name != "xl/styles.xml":
                archive.writestr(name, data)
        archive.writestr("xl/styles.xml", packed)
    _pretend(path, packed, honest)

    tracemalloc.start()
    with path.open("rb") as stream:
        copy = inspected(stream, "liar.xlsx", "en")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < MEMORY
    with zipfile.ZipFile(copy) as archive:
        assert archive.read("xl/styles.xml") == honest


def _pretend(path: Path, packed: bytes, honest: bytes) -> None:
    """Change the headers of a stored part so that they say: deflated, of the size and checksum of ``honest``."""
    data = bytearray(path.read_bytes())
    local = data.index(packed) - len("xl/styles.xml") - 30
    central = data.index(b"PK\x01\x02", data.index(packed) + len(packed))
    while data[central + 46 : central + 46 + 13] != b"xl/styles.xml":
        central = data.index(b"PK\x01\x02", central + 4)
    for start, method in ((local, 8), (central, 10)):
        struct.pack_into("<H", data, start + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", data, start + method + 6, zlib.crc32(honest))
        struct.pack_into("<I", data, start + method + 14, len(honest))
    path.write_bytes(data)


def test_a_row_of_a_million_cells_is_refused(parts: dict[str, bytes], repack: Repack) -> None:
    """Cells without content are small in the file and large in memory."""
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    parts["xl/worksheets/sheet1.xml"] = sheet + b"<c/>" * (CELLS_IN_A_ROW + 1) + b"</row></sheetData></worksheet>"

    assert "much larger" in refused(repack(parts))


def test_elements_nested_without_end_are_refused(parts: dict[str, bytes], repack: Repack) -> None:
    """A parser that follows nesting without a limit can be made to fall over."""
    parts["xl/worksheets/sheet1.xml"] = b"<a>" * 50_000 + b"</a>" * 50_000

    assert "much larger" in refused(repack(parts))


def test_too_many_parts_are_refused(parts: dict[str, bytes], repack: Repack) -> None:
    """A zip of thousands of parts is no workbook of ours."""
    many = {f"xl/part{number}.xml": b"<a/>" for number in range(ENTRIES)}

    assert "much larger" in refused(repack({**parts, **many}))


@pytest.mark.parametrize(
    ("name", "said"),
    [("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "other files")],
)
def test_what_could_run_or_fetch_is_refused(name: str, said: str, parts: dict[str, bytes], repack: Repack) -> None:
    """Macros and links to other files have no place in a client's data."""
    assert said in refused(repack({**parts, name: b"<a/>"}))


def test_a_document_type_is_refused(parts: dict[str, bytes], repack: Repack) -> None:
    """Entities that grow or that read local files need a DOCTYPE."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    parts["xl/workbook.xml"] = bomb

    assert "DOCTYPE" in refused(repack(parts))


def test_a_cell_in_the_last_corner_is_read_quickly(parts: dict[str, bytes], repack: Repack) -> None:
    """One far cell (a slip of the hand) makes some programs fill a billion cells, and others crash."""
    sheet = parts["xl/worksheets/sheet1.xml"].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )
    start = perf_counter()

    with pytest.raises(ValidationError, match="too large for a sheet"):
        read_caseload(repack({**parts, "xl/worksheets/sheet1.xml": sheet}), lang="en")
    assert perf_counter() - start < SECONDS


def test_a_row_number_beyond_excel_does_not_hang(parts: dict[str, bytes], repack: Repack) -> None:
    """A row that says it is number a hundred billion is not counted up to."""
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", b'<row r="99999999999"/></sheetData>')
    start = perf_counter()

    assert len(read_caseload(repack({**parts, "xl/worksheets/sheet1.xml": sheet}))) == 2
    assert perf_counter() - start < SECONDS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"client;member\n", "not an Excel workbook"),
        (b"", "not an Excel workbook"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=["text", "empty", "broken zip", "xls", "password"],
)
def test_another_file_that_is_called_xlsx_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    """The name of a file is no proof of what it is."""
    path = tmp_path / "file.xlsx"
    path.write_bytes(data)

    assert said in refused(path)


def test_a_word_document_that_is_called_xlsx_is_refused(repack: Repack) -> None:
    """Other Office files are zips too."""
    assert "not an Excel workbook" in refused(
        repack({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"})
    )


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off_is_refused(share: float, parts: dict[str, bytes], repack: Repack) -> None:
    """A download or copy that stopped halfway."""
    path = repack(parts)
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])

    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "name",
    [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
    ],
)
@pytest.mark.parametrize("data", [b"", b"<a/>", b"<a", b"\xff\xfe\xfd"], ids=["empty", "other", "cut off", "no text"])
def test_a_workbook_with_one_bad_part_is_refused_or_read(
    name: str, data: bytes, parts: dict[str, bytes], repack: Repack
) -> None:
    """Whatever a damaged part does to the parser, it becomes a message and never a traceback."""
    with suppress(UnreadableError, ValidationError):
        read_caseload(repack({**parts, name: data}), lang="en")
