"""Names and notes as harmless text: one line, no control characters, nothing that is markup."""

from __future__ import annotations

import re
import unicodedata

from engine.files.target import LONGEST_NAME, cut_to

# marks that turn the direction of what follows them, also beyond the name they came with
DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
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
# what Markdown would take as markup, and what it would make a list, a heading or a link of
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~&#$]|:(?=//)|(?<=www)\.|^[-+=]|(?<=^\d)[.)])")


def clean(text: str) -> str:
    """`text` without what no file format can hold; lines stay lines, tabs become spaces.

    Control characters, halves of surrogate pairs and non-characters become U+FFFD.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = DIRECTION_MARKS.sub("", text)
    return "".join(letter if _can_be_written(letter) else "\ufffd" for letter in text)


def one_line(text: str, longest: int | None = None) -> str:
    """`text` cleaned, on one line, cut to `longest` characters."""
    line = " ".join(clean(text).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"


def escaped(text: str, longest: int | None = None) -> str:
    """One line for Markdown: nothing in it is markup or a link."""
    return MARKDOWN.sub(r"\\\1", one_line(text, longest))


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


def _can_be_written(letter: str) -> bool:
    if letter == "\n":
        return True
    kind = unicodedata.category(letter)
    return kind not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE
