"""What an SVG carries: a metadata element. No Qt here."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from engine.files.reading import open_plain
from gui.report.bounds import LARGEST_TEXT, Budget, walk

NAMESPACE = "http://www.w3.org/2000/svg"
METADATA = f"{NAMESPACE}}}metadata"
IDENTITY = "headroom-scenario"
# as it is written and nothing else: what an element holds or where one ends, others read otherwise
ELEMENT = re.compile(rb'<metadata id="headroom-scenario">[^<>]*</metadata>\n(?=<defs>)')
# what Qt writes of a group, and no other attribute: any may hide a curve, or run a script
VALUE = rb"(?:[-+#\w.,]+|url\(#\w+\)|matrix\([-+\w.,]+\))"
FONT = rb'font-family="[^"<>&\n]*" font-size="[\d.]+" font-weight="\d+" font-style="\w+" '
PEN = rb'(?:(?:fill|stroke|opacity|transform)(?:-\w+)?="' + VALUE + rb'" ?)+\n' + FONT + rb"\n"
# at the start of a line or of a clipped group: within a text, spaces beside it would be drawn
EMPTY = re.compile(
    rb'(?:^|(?<=\)">))<g (?:clip-path="url\(#\w+\)"|' + PEN + rb")>\n?</g>\n{1,2}", re.MULTILINE
)
GROUP = re.compile(rb"(?=<g )")
LETTERS = re.compile(rb"^(<g [^<>\n]*\n)" + FONT + rb"(?=\n>)")
DEEPEST = 3  # groups that Qt puts into each other


def with_carried(svg: bytes, text: str) -> bytes:
    """`svg` with `text` in a metadata element before its definitions."""
    element = f'<metadata id="{IDENTITY}">{escape(text, quote=False)}</metadata>\n'
    return svg.replace(b"<defs>", element.encode() + b"<defs>", 1)


def carried(path: Path) -> bytes | None:
    """The text that the file carries: of the first such element. Raises ValueError."""
    inside, found = 0, False  # how deep in the element
    texts: list[str] = []
    length = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside, found
        if inside:
            inside += 1
        elif name == METADATA and attributes.get("id") == IDENTITY and not found:
            inside, found = 1, True

    def end(_: str) -> None:
        nonlocal inside
        inside = max(inside - 1, 0)

    def text(piece: str) -> None:
        nonlocal length
        if inside == 1:
            length += len(piece)
            if length > LARGEST_TEXT:
                raise ValueError("what it carries is too large")
            texts.append(piece)

    try:
        with open_plain(path) as file:
            budget = Budget()
            walk(budget.pieces(file), budget, start, end, text)
    except ValueError as error:
        raise ValueError(f"damaged SVG: {error}") from None
    return "".join(texts).encode() if found else None


def drawn(svg: bytes) -> bytes:
    """What it draws, without what Qt leaves there of what it drew before.

    That is groups in which there is nothing, and letters of groups that write none.
    """
    drawing = body(svg)
    for _ in range(DEEPEST):
        drawing = EMPTY.sub(b"", drawing)
    groups = GROUP.split(drawing)
    return b"".join(group if b"<text" in group else LETTERS.sub(rb"\1", group) for group in groups)


def body(svg: bytes) -> bytes:
    """Every byte but those that `with_carried` puts in."""
    return ELEMENT.sub(b"", svg, count=1)
