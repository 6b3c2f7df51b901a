"""Names and notes as harmless text: one line, no control characters, nothing that is markup."""

from __future__ import annotations

import unicodedata

from engine.files.target import LONGEST_NAME, cut_to
from engine.text import clean, escaped, one_line

__all__ = ["alike", "clean", "escaped", "file_stem", "one_line"]

# names that Windows keeps for devices, whatever follows the point
DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
LONGEST_STEM = 80  # letters
LARGEST_STEM = LONGEST_NAME - 48  # bytes: behind it go -assumptions.csv.headroom, -2, .bak
LONGEST_READ = 1000  # letters of a name that are looked at


def file_stem(name: str) -> str:
    """A scenario's name as a file's: letters, digits and dashes, never empty or a path.

    Short enough, in bytes, for every ending that a report or a save puts behind it.
    """
    whole = unicodedata.normalize("NFC", name[:LONGEST_READ])
    kept = "".join(letter if _is_of_a_word(letter) else " " for letter in whole)
    stem = cut_to("-".join(kept.split())[:LONGEST_STEM], LARGEST_STEM).strip("-_") or "scenario"
    return f"{stem}-scenario" if stem.upper() in DEVICES else stem


def _is_of_a_word(letter: str) -> bool:
    """Letters, digits, and the marks that many scripts write their vowels with."""
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M"


def alike(name: str) -> str:
    """What two names have in common that are one on Windows or macOS."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
