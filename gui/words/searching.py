"""Texts as searches compare them: without case and accents, in every language. No Qt."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

# of what is searched for; nobody types more, but a page can be pasted
MOST_LETTERS = 1000
MOST_WORDS = 50
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

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where the text has one of the words, the longest first and no letter twice."""
        if not words:
            return
        longest_first = sorted(words, key=len, reverse=True)
        end = 0
        for found in re.finditer("|".join(map(re.escape, longest_first)), self.text):
            begin, behind = self.span(*found.span())
            begin = max(begin, end)  # each half can be found of a letter that was folded to two
            if begin < behind:
                yield begin, behind
                end = behind


def folded(text: str) -> str:
    """`text` so that who types it with another keyboard, without accents or in capitals finds it.

    It can have more or fewer letters than the text: `Folded` knows where each comes from.
    """
    return "".join(map(_folded, text))


def typed_words(asked: str) -> tuple[str, ...]:
    """The words of what is searched for as they were typed, each once; of a long text its first."""
    return tuple(dict.fromkeys(asked[:MOST_LETTERS].split()))[:MOST_WORDS]


def asked_words(asked: str) -> tuple[str, ...]:
    """The words of what is searched for, folded."""
    return typed_words(folded(asked[:MOST_LETTERS]))


@cache
def _folded(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(ALIKE)
