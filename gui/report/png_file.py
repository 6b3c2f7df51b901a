"""What a PNG carries: an iTXt chunk, as the PNG specification has it. No Qt here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Headroom scenario"
LARGEST_TEXT = 50_000_000  # bytes once unpacked


def with_carried(png: bytes, text: str) -> bytes:
    """`png` with `text` in a compressed iTXt chunk before its end."""
    end = png.rindex(b"IEND") - 4
    # keyword, compressed, by deflate, no language, no translated keyword
    body = KEYWORD + b"\0\1\0\0\0" + zlib.compress(text.encode(), 9)
    return png[:end] + _chunk(b"iTXt", body) + png[end:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def carried(path: Path) -> bytes | None:
    """The text that the file carries. Raises ValueError for a damaged file."""
    for kind, body in _chunks(path):
        if kind == b"iTXt" and body.startswith(KEYWORD + b"\0"):
            rest = body[len(KEYWORD) + 1 :]
            packed, text = rest[0], rest[2:].split(b"\0", 2)[2]
            return _unpacked(text) if packed else text
    return None


def _unpacked(data: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        text = machine.decompress(data, LARGEST_TEXT)
    except zlib.error:
        raise ValueError("damaged PNG") from None
    if machine.unconsumed_tail:
        raise ValueError("what it carries is too large")
    return text


def _chunks(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each text chunk; pictures are stepped over."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            raise ValueError("not a PNG")
        while len(head := file.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            if file.tell() + length + 4 > size:
                raise ValueError("damaged PNG: it ends too early")
            if kind != b"iTXt":
                file.seek(length + 4, 1)
                continue
            body = file.read(length)
            if struct.pack(">I", zlib.crc32(kind + body)) != file.read(4):
                raise ValueError("damaged PNG: a checksum is wrong")
            yield kind, body
