"""Texts as searches compare them: without case and accents, in every language. No Qt."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

# what keyboards have one key for, or two, and books another; both of Turkish's i's are found by
# either, whatever the system makes of their capitals
ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛′´`＇", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        "œ": "oe",
        "æ": "ae",
        "ı": "i",
    }
)


@dataclass(frozen=True)
class Folded:
    """A text folded, and the place in it that each folded letter comes from; its end comes last."""

    text: str
    origins: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Folded:
        letters = [_folded(letter) for letter in text]
        origins = [place for place, letter in enumerate(letters) for _ in letter]
        return Folded("".join(letters), (*origins, len(text)))

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where the whole letters stand in the text that were folded to what is in between."""
        if end <= begin:
            return self.origins[begin], self.origins[begin]
        behind = bisect_right(self.origins, self.origins[end - 1])
        return self.origins[begin], self.origins[min(behind, len(self.origins) - 1)]


def folded(text: str) -> str:
    """`text` so that who types it with another keyboard, without accents or in capitals finds it.

    It can have more or fewer letters than the text: `Folded` knows where each comes from.
    """
    return "".join(map(_folded, text))


@cache
def _folded(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(ALIKE)
