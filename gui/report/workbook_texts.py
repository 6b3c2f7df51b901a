"""Reads the texts of a workbook's cells, as spreadsheets show them. No Qt here."""

from __future__ import annotations

import re

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS, ITEM, RUN, TEXT = f"{MAIN}sst", f"{MAIN}si", f"{MAIN}r", f"{MAIN}t"
# how a run looks, how a text is read aloud
BESIDE = frozenset(f"{MAIN}{name}" for name in ("rPr", "rPh", "phoneticPr"))
WITHIN = {(): {TEXT, RUN, *BESIDE}, (RUN,): {TEXT, *BESIDE}, (TEXT,): set(), (RUN, TEXT): set()}
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # as the format writes control characters


class Said:
    """The text of one cell: one `t`, or runs with a `t` each; nothing else is shown of it.

    Told what stands within it. Raises ValueError where programs may show something else.
    """

    def __init__(self) -> None:
        self._around: list[str] = []
        self._pieces: list[str] = []
        self._met: set[tuple[str, ...]] = set()

    @property
    def open(self) -> bool:
        """Whether an element within it is open."""
        return bool(self._around)

    def start(self, name: str) -> None:
        here = tuple(self._around)
        self._around.append(name)
        if here and here[-1] in BESIDE:
            self._around[-1] = here[-1]  # whatever it is, it is as deep
            return
        if name not in WITHIN[here]:
            raise ValueError("a text with something else in it")
        if name in BESIDE:
            return
        place = (*here, name)
        if (name == TEXT and place in self._met) or {(TEXT,), (RUN,)} <= self._met | {place}:
            raise ValueError("two texts of one cell")
        self._met.add(place)
        if name == RUN:
            self._met.discard((RUN, TEXT))

    def end(self) -> None:
        self._around.pop()

    def text(self, piece: str) -> None:
        if self._around in ([TEXT], [RUN, TEXT]):
            self._pieces.append(piece)

    def whole(self) -> str:
        """All of it."""
        return unescaped("".join(self._pieces))


class SharedTexts:
    """Gathers the texts that cells name by their number. Raises ValueError."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._around: list[str] = []
        self._said: Said | None = None

    def start(self, name: str, _: dict[str, str]) -> None:
        if self._said is not None:
            self._said.start(name)
            return
        if name == ITEM:
            if self._around != [TEXTS]:
                raise ValueError("a text out of its place")
            self._said = Said()
            return
        self._around.append(name)

    def end(self, _: str) -> None:
        if self._said is None:
            self._around.pop()
        elif self._said.open:
            self._said.end()
        else:
            self.found.append(self._said.whole())
            self._said = None

    def text(self, piece: str) -> None:
        if self._said is not None:
            self._said.text(piece)


def unescaped(text: str) -> str:
    """A text without the format's way to write control characters."""
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
