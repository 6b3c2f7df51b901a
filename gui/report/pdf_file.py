"""What a PDF carries: an attachment, which any reader can save. No Qt here."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.files.reading import read_plain
from gui.report.bounds import LARGEST_TEXT, limited_time

if TYPE_CHECKING:
    from pypdf import PdfReader

CODES = re.compile(r"(?<=[\[ ])<[0-9A-F]{4}>(?= )")  # not of a range: those are glyphs
SUBSET = re.compile(r"(?<=^/)[A-Z]{6}\+")
NAME = "scenario.headroom"
LARGEST_FILE = 50_000_000  # bytes
LARGEST_PACKED = 2_000_000  # bytes, in packings that no report has, and that are slow
LONGEST_ROW = 10_000  # bytes, of tables of places
# what says no more of a page than where it stands, and how a stream is packed
ELSEWHERE = frozenset({"/Parent", "/StructParents"})
PACKING = {"/Filter", "/DecodeParms", "/Length", "/Length1"}
# of a catalogue: the pages and names, which are looked at, and what says how it was written
ASIDE, ATTACHED = {"/Type", "/Pages", "/Names", "/Metadata", "/Version"}, {"/EmbeddedFiles"}

# what it finds odd in a file is told as an error or not at all
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def readable(pdf: bytes, meant: Mapping[str, str]) -> bytes:
    """`pdf` with its letters said to be what is `meant` where a font has codes of its own."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, StreamObject

    codes = {f"<{ord(code):04X}>": f"<{ord(letter):04X}>" for code, letter in meant.items()}
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for number in range(1, len(writer._objects) + 1):
        font = writer.get_object(number)
        if not isinstance(font, DictionaryObject) or "/ToUnicode" not in font:
            continue
        stream = font["/ToUnicode"].get_object()
        assert isinstance(stream, StreamObject)
        table = stream.get_data().decode("latin-1")
        said = CODES.sub(lambda found: codes.get(found[0], found[0]), table)
        stream.set_data(said.encode("latin-1"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_carried(pdf: bytes, text: str) -> bytes:
    """`pdf` with `text` attached."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.add_attachment(NAME, text.encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def carried(path: Path) -> bytes | None:
    """The text that the file carries. Raises ValueError for a damaged file."""
    with _reading(read_plain(path, LARGEST_FILE)) as reader:
        for entry in reader.attachment_list:
            if NAME in (entry.name, entry.alternative_name):
                return bytes(entry.content)
    return None


def body(pdf: bytes) -> str:
    """The digest of what its pages draw. Raises ValueError for a damaged file."""
    whole = hashlib.sha256()
    with _reading(pdf) as reader:
        for page in reader.pages:
            contents = page.get_contents()
            whole.update(contents.get_data() if contents is not None else b"")
    return whole.hexdigest()


def drawn(pdf: bytes) -> list[str]:
    """A digest of all that each page is made of: what it draws, its fonts, what lies on it.

    And of what a reader does beside showing them: actions, forms, scripts. However the objects
    are numbered and packed. Raises ValueError for a damaged file.
    """
    with _reading(pdf) as reader:
        met: dict[tuple[int, int], str] = {}
        return [*(_digest(page, met) for page in reader.pages), *_done_beside(reader, met)]
    return []


def _done_beside(reader: PdfReader, met: dict[tuple[int, int], str]) -> list[str]:
    """What the catalogue says beside its pages, each key with a digest; a report's says nothing."""
    from pypdf.generic import DictionaryObject

    root = reader.root_object
    names: Any = root.get("/Names", DictionaryObject()).get_object()
    said = [(root, key) for key in sorted(set(root) - ASIDE)]
    said += [(names, key) for key in sorted(set(names) - ATTACHED)]
    return [f"{key} {_digest(part.raw_get(key), met)}" for part, key in said]


def _digest(value: Any, met: dict[tuple[int, int], str]) -> str:
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        IndirectObject,
        NameObject,
        StreamObject,
    )

    if isinstance(value, IndirectObject):
        place = (value.idnum, value.generation)
        if place not in met:
            met[place] = "itself"  # while it is looked at
            met[place] = _digest(value.get_object(), met)
        return met[place]
    whole = hashlib.sha256(type(value).__name__.removeprefix("Encoded").encode())
    if isinstance(value, DictionaryObject):
        skipped = set(ELSEWHERE)
        if isinstance(value, StreamObject):
            packed = value.get("/Filter") not in (None, "/FlateDecode")
            whole.update(value._data if packed else value.get_data())
            skipped |= set() if packed else PACKING
        for key in sorted(set(value) - skipped):
            whole.update(f"{key} {_digest(value.raw_get(key), met)}\n".encode())
    elif isinstance(value, ArrayObject):
        for part in value:
            whole.update(_digest(part, met).encode())
    else:
        # a subset of a font begins with six letters that mean nothing
        said = SUBSET.sub("", str(value)) if isinstance(value, NameObject) else repr(value)
        whole.update(said.encode("utf-8", "replace"))
    return whole.hexdigest()


@contextmanager
def _reading(pdf: bytes) -> Iterator[PdfReader]:
    """A reader that asks for no more than a report of ours needs, whatever the file says."""
    from pypdf import PdfReader, apply_configuration

    limits: dict[str, Any] = {
        "maximum_declared_stream_length": LARGEST_TEXT,
        "array_based_stream_maximum_output_length": LARGEST_TEXT,
        "lzw_maximum_output_length": LARGEST_PACKED,
        "run_length_maximum_output_length": LARGEST_PACKED,
        "zlib_maximum_output_length": LARGEST_TEXT,
        "zlib_maximum_recovery_input_length": LARGEST_PACKED,
        "flate_maximum_columns": LONGEST_ROW,
        "flate_maximum_row_length": LONGEST_ROW,
        "stream_filters_maximum_length": 2,
        "stream_decoding_work_maximum_length": 2 * LARGEST_TEXT,
        "jbig2dec_binary": None,  # no other program
        "disable_legacy_handling": True,
    }
    try:
        with apply_configuration(**limits), limited_time():
            yield PdfReader(io.BytesIO(pdf))
    except Exception as error:  # what pypdf may raise of a broken file, nobody can list
        raise ValueError(f"damaged PDF: {error or type(error).__name__}") from None
