"""What is typed into a number field, as a number in the row's unit. No Qt, and no eval."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.text import translate
from gui.units import STANDARD, Units

LONGEST = 100  # characters; more is no number somebody meant

PERCENT = {"%": 0.01}
POWER = {"w": 1.0, "kw": 1e3, "mw": 1e6, "gw": 1e9, "tw": 1e12}
PREFIXES = {"k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12}
COMPUTE = {"pflop/s": 1e15, "eflop/s": 1e18, "zflop/s": 1e21, "pf": 1e15, "ef": 1e18, "zf": 1e21}
MANY = {
    **dict.fromkeys(("k", "thousand"), 1000.0),
    **dict.fromkeys(("m", "mn", "million"), 1000000.0),
    **dict.fromkeys(("b", "bn", "g", "billion"), 1000000000.0),
    **dict.fromkeys(("t", "tn", "trillion"), 1000000000000.0),
}
MONTHS = {
    **dict.fromkeys(("mo", "month", "months"), 1.0),
    **dict.fromkeys(("quarter", "quarters"), 3.0),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), 12.0),
}


# Typed in either language, whichever the window speaks: 2 Md$/an is 2 $bn/year.
FRENCH = {
    **dict.fromkeys(("mille", "millier", "milliers"), "thousand"),
    "millions": "million",
    **dict.fromkeys(("md", "mds", "mrd", "milliard", "milliards"), "bn"),
    **dict.fromkeys(("mois",), "months"),
    **dict.fromkeys(("trimestre", "trimestres"), "quarters"),
    **dict.fromkeys(("an", "ans", "année", "années"), "year"),
    "puce": "chips",
    "puces": "chips",
    "paramètres": "parameters",
    "par": "per",
}


class UnreadableError(ValueError):
    """A text that is no number here; says why, in words for the row."""


@dataclass(frozen=True)
class Unit:
    """The words a field understands behind a number, and what each is in the shown unit."""

    shown: str
    words: Mapping[str, float]
    sign: str = "$"  # of the currency that amounts are read in, and how much of it a dollar is
    rate: float = 1.0

    @staticmethod
    def of(text: str, units: Units = STANDARD) -> Unit:
        """From a row's unit, such as `GW facility` or `share of IT power`."""
        text = units.typed(text)
        first = text.split()[0].split("/")[0]
        # a growth of 20 % could be read as a factor of 1.2 or of 0.2
        words = {} if text == "x per year" else dict(PERCENT)
        if first in ("GW", "MW"):
            here = POWER[first.lower()]
            words = {word: value / here for word, value in (POWER | PREFIXES).items()}
        elif first.startswith("EFLOP"):
            words = {word: value / 1e18 for word, value in COMPUTE.items()}
        elif first.startswith("$"):
            here = MANY.get(first[1:], 1.0)
            words = {word: value / here for word, value in MANY.items()}
            words |= {"": 1.0} if here == 1.0 else {}
            words |= {"c": 0.01, "¢": 0.01} if text == "$/kWh" else {}
        elif first in ("months", "years"):
            here = MONTHS[first]
            words = {word: value / here for word, value in MONTHS.items()}
        elif first in ("chips", "parameters", "count", "integer"):
            words = dict(MANY)
        elif first == "%":
            words = {"%": 1.0}
        elif first == "x" or text == "ratio":
            words |= {"x": 1.0, "×": 1.0}
        if not text.startswith("$"):
            return Unit(text, words)
        return Unit(text, words, units.sign, units.rate)

    def factor(self, typed: str) -> float:
        """What one of the typed unit is in the shown one. Raises UnreadableError."""
        word = _SIGN.sub("", typed.strip().lower()).strip()
        word = _WORDS.sub(lambda found: FRENCH.get(found[0], found[0]), word)
        whole = self.shown.lower().replace("$", "").strip()
        # the row's own words may be written out, and a rate's `per year` left away
        for tail in (" facility", " it", "/year", "/yr", "/y", " per year", "/kwh", "/mwh"):
            if word not in self.words and word.endswith(tail):
                word = word.removesuffix(tail).strip()
        if word in self.words:
            return self.words[word]
        if word in ("", whole, *whole.split(), whole.split("/")[0].strip()):
            return 1.0
        first, *rest = word.split()
        if first in self.words and set(rest) <= set(re.split(r"[ /]", whole)):  # 130k chips
            return self.words[first]
        if word == "%" and self.shown == "x per year":
            text = translate("Number", "Write growth as a factor: 1.2 for 20 % more a year")
            raise UnreadableError(text)
        text = translate("Number", "“{typed}” is no unit here; the unit is {unit}")
        raise UnreadableError(text.format(typed=typed.strip(), unit=translate("Unit", self.shown)))


_GAP = r"[ \u00a0\u202f\u2009']"
_NUMBER = re.compile(
    rf"(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+|[0-9]+)?(?:[.,][0-9]*)*(?:[eE][+-]?[0-9]+)?"
)
_GAPS = re.compile(_GAP)
_WORD = r"[A-Za-zÀ-ÿ]+[$€£¥]?(?:/[A-Za-zÀ-ÿ$]+)*"
_WORDS = re.compile(r"[a-zà-ÿ]+")
_SIGN = re.compile(r"[$€£¥]")
_UNIT = re.compile(rf"\s*(?:[%¢]|×(?=\s*$)|\$(?:[A-Za-z/]*[A-Za-z])?|{_WORD})(?: \$?{_WORD})*")
_TIMES = "*×·"
_OVER = "/÷:"


def read(text: str, unit: Unit, *, grouped: bool = False) -> float:
    """The number a text means, in `unit`: `1.2 GW`, `20 %`, `3,5e9`, `=8*72`.

    `grouped`: the field itself writes 130,000 for a hundred and thirty thousand.
    Raises UnreadableError.
    """
    cleaned = text.strip().replace("\u2212", "-")
    if len(cleaned) > LONGEST:
        raise UnreadableError(translate("Number", "Too long for a number"))
    if not cleaned.removeprefix("=").strip():
        raise UnreadableError(translate("Number", "A number is wanted"))
    reader = _Reader(cleaned.removeprefix("="), text.strip(), unit, grouped)
    result = reader.sum()
    reader.skip()
    if reader.at < len(reader.text):
        raise reader.unreadable()
    if not math.isfinite(result.value):
        raise UnreadableError(translate("Number", "Too large a number"))
    return float(f"{result.value:.15g}")  # 350 MW are 0.35 GW, not 0.35000000000000003


@dataclass(frozen=True)
class _Amount:
    value: float
    has_unit: bool = False


class _Reader:
    """Sums of products of numbers with units, by recursive descent."""

    def __init__(self, text: str, whole: str, unit: Unit, grouped: bool) -> None:
        self.text = text
        self.at = 0
        self._whole = whole
        self._unit = unit
        self._grouped = grouped

    def unreadable(self) -> UnreadableError:
        shown = self._whole if len(self._whole) <= 30 else self._whole[:29] + "…"
        text = translate("Number", "“{typed}” is no number; write 2.5, 1,5e3 or =8*72")
        return UnreadableError(text.format(typed=shown))

    def skip(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def _take(self, marks: str) -> str:
        self.skip()
        here = self.text[self.at : self.at + 1]
        if here and here in marks:
            self.at += 1
            return here
        return ""

    def sum(self) -> _Amount:
        left = self._product()
        while sign := self._take("+-"):
            right = self._product()
            value = left.value + (right.value if sign == "+" else -right.value)
            left = _Amount(value, left.has_unit or right.has_unit)
        return left

    def _product(self) -> _Amount:
        left = self._factor()
        while mark := self._take(_TIMES + _OVER):
            right = self._factor()
            if mark in _TIMES:
                if left.has_unit and right.has_unit:
                    text = translate("Number", "A product of two amounts is not in {unit}")
                    unit = translate("Unit", self._unit.shown)
                    raise UnreadableError(text.format(unit=unit))
                left = _Amount(left.value * right.value, left.has_unit or right.has_unit)
            elif right.value == 0:
                raise UnreadableError(translate("Number", "Nothing can be divided by zero"))
            else:
                has_unit = left.has_unit and not right.has_unit
                left = _Amount(left.value / right.value, has_unit)
        return left

    def _factor(self) -> _Amount:
        if sign := self._take("+-"):
            inner = self._factor()
            return _Amount(-inner.value if sign == "-" else inner.value, inner.has_unit)
        if self._take("("):
            inner = self.sum()
            if not self._take(")"):
                raise UnreadableError(translate("Number", "A bracket is open"))
            return inner
        rate = self._currency()
        found = _NUMBER.match(self.text, self.at)
        if found is None or not re.match(r"[.,]?[0-9]", found[0]):
            raise self.unreadable()
        self.at = found.end()
        value = self._number(found[0])
        self.skip()
        own = self._unit.shown.lower()
        if self.text.lower().startswith(own, self.at):  # as the row writes it
            self.at += len(own)
            return _Amount(value * rate, has_unit=True)
        unit = _UNIT.match(self.text, self.at)
        if unit is None:
            return _Amount(value * rate)
        self.at = unit.end()
        return _Amount(value * self._unit.factor(unit[0]) * rate, has_unit=True)

    def _currency(self) -> float:
        """Before a number a sign is decoration, but for the dollar where that is not the unit."""
        sign = self._unit.sign
        if self._take("$"):
            rate = 1.0 if sign == "$" else self._unit.rate
        else:
            rate = 1.0
            self.skip()
            if self.text.upper().startswith(sign, self.at):
                self.at += len(sign)
        self.skip()
        return rate

    def _number(self, digits: str) -> float:
        mantissa, mark, exponent = _GAPS.sub("", digits).lower().partition("e")
        return float(self._with_point(mantissa) + mark + exponent)

    def _with_point(self, digits: str) -> str:
        """The digits with a point as the only mark: the last of two kinds is the decimal one."""
        marks = [c for c in digits if c in ".,"]
        if not marks:
            return digits
        last = marks[-1]
        if marks.count(last) > 1:  # repeated: it groups thousands
            if len(set(marks)) > 1:
                raise self.unreadable()
            return self._without_groups(digits, last)
        whole, part = digits.rsplit(last, 1)
        if len(marks) == 1:
            if last == "," and self._grouped and re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", digits):
                return whole + part
            return f"{whole}.{part}"
        if len(set(marks[:-1])) > 1:
            raise self.unreadable()
        return f"{self._without_groups(whole, marks[0])}.{part}"

    def _without_groups(self, digits: str, mark: str) -> str:
        groups = digits.split(mark)
        if not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:]):
            raise self.unreadable()
        return "".join(groups)
