"""What an SVG carries: a metadata element. No Qt here."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

NAMESPACE = "http://www.w3.org/2000/svg"
IDENTITY = "headroom-scenario"
ELEMENT = re.compile(rb'<metadata id="headroom-scenario">.*?</metadata>\s*', re.DOTALL)


def with_carried(svg: bytes, text: str) -> bytes:
    """`svg` with `text` in a metadata element before its definitions."""
    element = f'<metadata id="{IDENTITY}">{escape(text)}</metadata>\n'
    return svg.replace(b"<defs>", element.encode() + b"<defs>", 1)


def carried(path: Path) -> bytes | None:
    """The text that the file carries. Raises ValueError for a damaged file."""
    try:
        root = ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError as error:
        raise ValueError(f"damaged SVG: {error}") from None
    for element in root.iter(f"{{{NAMESPACE}}}metadata"):
        if element.get("id") == IDENTITY:
            return (element.text or "").encode()
    return None


def body(svg: bytes) -> bytes:
    """The drawing without what it carries."""
    return ELEMENT.sub(b"", svg)
