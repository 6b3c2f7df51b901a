"""Texts as searches compare them: without case and accents, in every language. No Qt."""

from __future__ import annotations

import unicodedata

# both of Turkish's i's are found by either, whatever the system makes of their capitals
DOTTED_AND_DOTLESS = str.maketrans("ıİ", "ii")


def folded(text: str) -> str:
    """`text` so that who types without accents or in capitals finds it, letter for letter."""
    return "".join(map(_folded, text.translate(DOTTED_AND_DOTLESS)))


def _folded(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.casefold())[:1] or letter
