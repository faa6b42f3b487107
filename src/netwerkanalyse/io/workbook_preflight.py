"""What is checked about a workbook before any spreadsheet library sees it.

A workbook is a zip of XML. A few kilobytes can unpack to gigabytes, carry macros or fetch other files. Everything is
read here in small pieces with a limit on each, and only what passed is handed on: a copy, so that nothing that
was not inspected can reach the parser.
"""

import zlib
from io import BytesIO
from typing import BinaryIO, NoReturn
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.io.refusal import refusal

FILE_SIZE = 25_000_000
"""Largest workbook, packed. A full sheet of 50,000 rows is about 4 MB."""

ENTRIES = 200
"""Most parts in the zip. A template has about 30."""

UNPACKED_SIZE = 100_000_000
"""Largest workbook, unpacked."""

RATIO = 100
"""Most times that a workbook may grow when it is unpacked. Ordinary ones grow 3 to 20 times."""

ELEMENTS = 10_000_000
"""Most XML elements in all parts together: what memory is spent on."""

CELLS_IN_A_ROW = 16_384
"""Most cells in one row: Excel's own limit."""

DEPTH = 64
"""Deepest nesting of elements. Spreadsheets need about ten."""

_PIECE = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (BadZipFile, zlib.error, EOFError, RuntimeError, expat.ExpatError, ValueError, LookupError)


class _TooLargeError(Exception):
    """A limit was passed."""


class _DoctypeError(Exception):
    """A part declares a document type: the door to entities that grow or that fetch other files."""


def inspected(stream: BinaryIO, name: str, lang: str) -> BytesIO:
    """Check a workbook and return a copy of the parts that hold its data.

    Parameters
    ----------
    stream
        The file, open for reading bytes.
    name
        Its name, for messages.
    lang
        Language of messages.

    Returns
    -------
    workbook
        A zip with the inspected XML parts only: no pictures, no macros, no printer settings.

    Raises
    ------
    UnreadableError
        If it is not a workbook, is damaged, is protected, or is unsafe to open.
    """
    data = stream.read(FILE_SIZE + 1)
    if len(data) > FILE_SIZE:
        raise _too_large(name, lang)
    if data.startswith(_OLE):
        raise refusal(lang, "protected_workbook" if _ENCRYPTED in data else "old_workbook", name=name)
    if not data.startswith(b"PK"):
        raise refusal(lang, "not_a_workbook", name=name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse(archive.infolist(), name, lang)
            return _copy(archive)
    except _TooLargeError as error:
        raise _too_large(name, lang) from error
    except _DoctypeError as error:
        raise refusal(lang, "unsafe_workbook", name=name) from error
    except UnreadableError:
        raise
    except _DAMAGE as error:
        raise refusal(lang, "damaged_workbook", name=name) from error


def _too_large(name: str, lang: str) -> UnreadableError:
    return refusal(lang, "workbook_too_large", name=name, limit=UNPACKED_SIZE // 1_000_000)


def _refuse(parts: list[ZipInfo], name: str, lang: str) -> None:
    """Refuse by the list of contents alone, before anything is unpacked."""
    names = [part.filename for part in parts]
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > ENTRIES or unpacked > UNPACKED_SIZE or unpacked > RATIO * max(packed, 1):
        raise _TooLargeError
    if "[Content_Types].xml" not in names or not any(part.startswith("xl/") for part in names):
        raise refusal(lang, "not_a_workbook", name=name)
    if any(part.casefold().endswith("vbaproject.bin") for part in names):
        raise refusal(lang, "workbook_with_macros", name=name)
    if any(part.casefold().startswith("xl/externallinks/") for part in names):
        raise refusal(lang, "workbook_with_links", name=name)


def _copy(archive: ZipFile) -> BytesIO:
    """Copy the XML parts, reading each in small pieces and checking it on the way."""
    copy = BytesIO()
    counter = _Counter()
    with ZipFile(copy, "w", ZIP_STORED) as target:
        for part in archive.infolist():
            if part.filename.casefold().endswith((".xml", ".rels")):
                target.writestr(part.filename, _checked_part(archive, part, counter))
    copy.seek(0)
    return copy


def _checked_part(archive: ZipFile, part: ZipInfo, counter: "_Counter") -> bytes:
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile
    parser = counter.parser()
    pieces = []
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            parser.Parse(piece)
            pieces.append(piece)
    parser.Parse(b"", True)
    return b"".join(pieces)


class _Counter:
    """Counts the elements of all parts, and refuses what no spreadsheet needs."""

    def __init__(self) -> None:
        self._elements = 0
        self._children: list[int] = []

    def parser(self) -> expat.XMLParserType:
        """Return a parser of one part that counts here."""
        self._children = [0]
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def _start(self, name: str, _attributes: object) -> None:
        self._elements += 1
        self._children[-1] += 1
        self._children.append(0)
        too_wide = self._children[-2] > CELLS_IN_A_ROW and name.rpartition(":")[2] == "c"
        if too_wide or self._elements > ELEMENTS or len(self._children) > DEPTH:
            raise _TooLargeError

    def _end(self, _name: str) -> None:
        self._children.pop()

    def _doctype(self, *_declaration: object) -> NoReturn:
        raise _DoctypeError
