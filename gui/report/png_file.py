"""What a PNG carries: an iTXt chunk, as the PNG specification has it. No Qt here."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from engine.files.reading import open_plain
from gui.report.bounds import LARGEST_TEXT

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Headroom scenario"
MOST_CHUNKS = 100_000
HEADER = struct.Struct(">I4sII")  # the chunk that says the size, in front
HEAD = len(SIGNATURE) + HEADER.size
# a picture, packed however, and what says nothing of how it looks: no animation, turn, or colours
ENDS, TEXTS = (b"IHDR", b"IEND"), (b"tEXt", b"zTXt", b"iTXt")
KINDS = frozenset((*ENDS, *TEXTS, b"PLTE", b"IDAT", b"pHYs", b"tIME"))
TURNING = (b"Raw profile type", b"XML:com.adobe.xmp")  # texts in which a turn may be said


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
    for body in _texts(path):
        keyword, _, rest = body.partition(b"\0")
        if keyword != KEYWORD:
            continue
        # compressed or not, by which method; then a language and a keyword in it
        pieces = rest[2:].split(b"\0", 2)
        if len(pieces) != 3 or rest[0] > 1 or rest[1]:
            raise ValueError("damaged PNG: what it carries has no text")
        return _unpacked(pieces[2]) if rest[0] else pieces[2]
    return None


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, as the file says. Raises ValueError."""
    if len(png) < HEAD:
        raise ValueError("damaged PNG: it ends too early")
    _, kind, width, height = HEADER.unpack_from(png, len(SIGNATURE))
    if kind != b"IHDR":
        raise ValueError("damaged PNG: it does not begin with its size")
    return width, height


def is_plain(png: bytes) -> bool:
    """Whether it has one picture, and nothing by which a viewer shows it otherwise."""
    at = len(SIGNATURE)
    kinds: list[bytes] = []
    while len(kinds) < MOST_CHUNKS and at + 12 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind not in KINDS or not _is_harmless(kind, png[at + 8 : at + 8 + length]):
            return False
        kinds.append(kind)
        at += length + 12
    ends = [kind for kind in kinds if kind in ENDS]
    return at == len(png) and kinds[:1] + kinds[-1:] == ends == list(ENDS)


def _is_harmless(kind: bytes, body: bytes) -> bool:
    if kind == b"pHYs":
        return body[:4] == body[4:8]  # or the picture is stretched
    return kind not in TEXTS or not body.startswith(TURNING)


def _unpacked(data: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        text = machine.decompress(data, LARGEST_TEXT)
    except zlib.error:
        raise ValueError("damaged PNG: what it carries can't be unpacked") from None
    if machine.unconsumed_tail:
        raise ValueError("what it carries is too large")
    if not machine.eof:
        raise ValueError("damaged PNG: what it carries ends too early")
    return text


def _texts(path: Path) -> Iterator[bytes]:
    """The body of each chunk of text; pictures are stepped over."""
    with open_plain(path) as file:
        size = os.fstat(file.fileno()).st_size
        if file.read(len(SIGNATURE)) != SIGNATURE:
            raise ValueError("not a PNG")
        for _ in range(MOST_CHUNKS):
            head = file.read(8)
            if len(head) < 8:
                return
            length, kind = struct.unpack(">I4s", head)
            if file.tell() + length + 4 > size:
                raise ValueError("damaged PNG: it ends too early")
            if kind != b"iTXt" or length > LARGEST_TEXT:
                file.seek(length + 4, 1)
                continue
            body = file.read(length)
            if struct.pack(">I", zlib.crc32(kind + body)) != file.read(4):
                raise ValueError("damaged PNG: a checksum is wrong")
            yield body
    raise ValueError("damaged PNG: too many pieces")
