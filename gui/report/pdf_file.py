"""What a PDF carries: an attachment, which any reader can save. No Qt here."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

NAME = "scenario.headroom"


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
