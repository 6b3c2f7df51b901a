"""What a PDF carries: an attachment, which any reader can save. No Qt here."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path

CODES = re.compile(r"(?<=[\[ ])<[0-9A-F]{4}>(?= )")  # not of a range: those are glyphs
NAME = "scenario.headroom"


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
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        for found in PdfReader(path).attachments.get(NAME, []):
            return bytes(found)
    except (PyPdfError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"damaged PDF: {error}") from None
    return None


def body(pdf: bytes) -> str:
    """The digest of what its pages draw."""
    from pypdf import PdfReader

    whole = hashlib.sha256()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        contents = page.get_contents()
        whole.update(contents.get_data() if contents is not None else b"")
    return whole.hexdigest()
