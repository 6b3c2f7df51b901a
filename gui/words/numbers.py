"""How a language marks numbers, and typed digits read by its rules alone.

The one reader of typed numbers, for every field: a comma means what the language says it means,
whatever a field holds. What could mean two things is refused, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QLocale

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate, written

SHORT_FROM = 1e7  # from here on in words: 100 bn, 150 M
_WORDS = (
    (1e12, QT_TRANSLATE_NOOP("Number", "T")),
    (1e9, QT_TRANSLATE_NOOP("Number", "bn")),
    (1e6, QT_TRANSLATE_NOOP("Number", "M")),
)
NOUGHT = re.compile(r"\b0[.,]0+\b")
_IN_DIGITS_FROM = 1e-4  # below it Python writes an exponent
IN_FULL_FROM = 1e5  # whole from here on, no digit left out
WHOLE_FROM, MOST_DIGITS = 100.0, 6  # of a target
SHOWN_LETTERS = 30  # of a refused text; a line stays a line
# each written in many ways, and read in one
_SPACES = dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f", " ")
_APOSTROPHES = dict.fromkeys("\u2019\u02bc\uff07", "'")
_HYPHENS = dict.fromkeys("\u2212\ufe63\uff0d", "-")
_WIDE = {"\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\u066a": "%", "\uff0b": "+"}
_DIRECTIONS = dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069", "")
_LETTERS = str.maketrans({**_SPACES, **_APOSTROPHES, **_HYPHENS, **_WIDE, **_DIRECTIONS})
ALWAYS_DECIMAL = "\u066b"  # the Arabic marks stand for one thing in any language
ALWAYS_GROUP = " '\u066c"
WESTERN = ".,"
THOUSANDTHS = 3  # digits: as many as a group has
TOKEN = re.compile(
    rf"(?=[.,{ALWAYS_DECIMAL}]?[0-9])(?:[0-9.,'{ALWAYS_DECIMAL}\u066c]| (?=[0-9]))+"
    r"(?:[eE][+-]?[0-9]+)?"
)
_GROUPS = {  # how many digits stand together, the last group first
    False: re.compile(r"[1-9][0-9]{0,2}(?:#[0-9]{3})+"),
    True: re.compile(r"[1-9][0-9]?(?:#[0-9]{2})*#[0-9]{3}"),  # in India: 12,34,567
}


class UnreadableError(ValueError):
    """A text that is no number here; says why, in words for the row."""


class UnclearError(UnreadableError):
    """A number that could mean two things, or whose marks stand where they can't."""


def shortened(typed: str) -> str:
    """A typed text, short enough for a line."""
    typed = " ".join(typed.split())
    return typed if len(typed) <= SHOWN_LETTERS else typed[: SHOWN_LETTERS - 1] + "…"


@dataclass(frozen=True)
class NumberMarks:
    """What parts thousands and decimals in a language, and whether it groups as India does."""

    decimal: str = "."
    group: str = ","
    in_pairs: bool = False

    @staticmethod
    def of(locale: QLocale) -> NumberMarks:
        """A locale's own; Qt knows the groups of India, yet tells them in its texts alone."""
        groups = plain(locale.toString(12345678)).split(plain(locale.groupSeparator()) or " ")
        return NumberMarks(
            plain(locale.decimalPoint()), plain(locale.groupSeparator()), groups[-2:-1] == ["45"]
        )

    @property
    def example(self) -> str:
        """A number as it is written here."""
        return f"1{self.group.replace(' ', chr(0x202F))}234{self.decimal}5"

    def written(self, value: float) -> str:
        """A number in full, so that it reads back as itself: what a field to type in shows."""
        return repr(float(value)).removesuffix(".0").replace(".", self.decimal)

    def number(self, digits: str) -> float:
        """The number that digits with marks stand for. Raises UnreadableError."""
        mantissa, mark, exponent = digits.lower().partition("e")
        found = self._own(mantissa)
        if found is None:
            # another language's marks, where they can mean but one thing
            meant = set(self._foreign(mantissa))
            if len(meant) != 1:
                text = translate(
                    "Number", "“{typed}” is not clear; numbers here are written like {example}"
                )
                raise UnreadableError(text.format(typed=shortened(digits), example=self.example))
            [found] = meant
        return float(found + mark + exponent)

    def _own(self, text: str) -> str | None:
        """The digits with a point, read by this language's marks."""
        groups = {self.group, *ALWAYS_GROUP} & set(text)
        decimals = {self.decimal, ALWAYS_DECIMAL} & set(text)
        if len(groups) > 1 or len(decimals) > 1:
            return None
        return self._read(text, "".join(decimals), "".join(groups))

    def _foreign(self, text: str) -> Iterator[str]:
        """Every reading by other marks that is left when this language's own is none."""
        for decimal in ("", *WESTERN):
            for group in ("", *WESTERN, *ALWAYS_GROUP):
                if decimal and decimal == group:
                    continue
                # 1,5 in English, 1.234.567: a mark of this language means its own, unless
                # another that groups stands before it, and no slip would look the same
                ours = decimal == self.group or group == self.decimal
                part = text.rpartition(decimal)[2] if decimal else ""
                if ours and not (group and part and len(part) != THOUSANDTHS):
                    continue
                found = self._read(text, decimal, group)
                if found is not None:
                    yield found

    def _read(self, text: str, decimal: str, group: str) -> str | None:
        """The digits with a point; None where the marks don't stand where they should."""
        whole, part = text, ""
        if decimal:
            if text.count(decimal) != 1:
                return None
            whole, _, part = text.partition(decimal)
        if group:
            joined = whole.replace(group, "#")
            sizes = (False, True) if self.in_pairs else (False,)
            if not any(_GROUPS[size].fullmatch(joined) for size in sizes):
                return None
            whole = joined.replace("#", "")
        digits = whole + part
        if not digits or not digits.isdigit():
            return None
        return f"{whole or 0}.{part or 0}"


def short_text(value: float, marks: NumberMarks | None = None) -> str | None:
    """A large round number in words; None where that would hide digits.

    With the `marks` of the field that shows it and will read it, where it is typed into one.
    """
    if abs(value) < SHORT_FROM:
        return None
    for scale, word in _WORDS:
        if abs(value) >= scale:
            short = f"{value / scale:.6g}"
            if float(short) * scale != value:
                return None
            number = marks.written(float(short)) if marks else written(value / scale, ".6g")
            return f"{number} {translate('Number', word)}"
    return None


def number_words(value: float) -> str:
    """What somebody has set, as it is said: `130,000`, `100 bn`, six digits of a fraction."""
    shown = float(f"{value:.6g}") if abs(value) < IN_FULL_FROM else round(value)
    if 0 < abs(shown) < _IN_DIGITS_FROM:  # 0.0000001, and not 1e-07
        places = len(format(Decimal(repr(shown)), "f").partition(".")[2])
        return written(shown, f",.{places}f")
    return short_text(value) or written(shown, ",.15g")


def field_digits(number: float, *, share: bool = False) -> int:
    """The decimals of a target in its field: two, more where it is small, none from 100 on."""
    if abs(number) >= WHOLE_FROM and not share:
        return 0
    small = f"{number:.3g}" if abs(number) < 1 else ""  # 0.0181
    return MOST_DIGITS if "e" in small else max(2, len(small.partition(".")[2]))


def plain_nought(text: str) -> str:
    """A text of nothing at all, `0.00 GW`, without the digits that say nothing: `0 GW`."""
    return NOUGHT.sub("0", text)


def current() -> NumberMarks:
    """The marks of the language that fields write and read in now."""
    return NumberMarks.of(QLocale())


def plain(text: str) -> str:
    """A text with the digits of 0 to 9, one kind of space, apostrophe and minus sign.

    Raises UnreadableError where digits of several scripts are mixed: that is nobody's number.
    """
    letters, scripts = [], set()
    for letter in text.translate(_LETTERS):
        if unicodedata.category(letter) == "Nd":
            value = unicodedata.decimal(letter)
            scripts.add(ord(letter) - value)
            letter = str(value)
        letters.append(letter)
    if len(scripts) > 1:
        said = translate("Number", "“{typed}” mixes digits of several scripts")
        raise UnclearError(said.format(typed=shortened(text)))
    return "".join(letters)
