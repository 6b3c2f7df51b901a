"""What is typed into a number field, as a number in the row's unit. No eval."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.text import translate
from gui.words import numbers
from gui.words.numbers import TOKEN, NumberMarks, UnreadableError, plain, shortened
from gui.words.units import SIGNS, STANDARD, Units

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


@dataclass(frozen=True)
class Unit:
    """The words a field understands behind a number, and what each is in the shown unit."""

    shown: str
    words: Mapping[str, float]
    sign: str = "$"  # of the currency that amounts are read in, and how much of it a dollar is
    rate: float = 1.0
    code: str = "USD"
    label: str = ""  # the unit as the reader sees it, where that is not `shown`

    @staticmethod
    def of(text: str, units: Units = STANDARD) -> Unit:
        """From a row's unit, such as `GW facility` or `share of IT power`."""
        label = units.of(text).unit
        text = units.typed(text)
        first = text.split()[0].split("/")[0]
        # a growth of 20% could be read as a factor of 1.2 or of 0.2
        words = {} if text == "x per year" else dict(PERCENT)
        if first in ("GW", "MW"):
            here = POWER[first.lower()]
            words = {word: value / here for word, value in (POWER | PREFIXES).items()}
        elif first.startswith("EFLOP"):
            words = {word: value / 1e18 for word, value in COMPUTE.items()}
        elif first.startswith("$"):
            here = MANY.get(first[1:], 1.0)
            words = {word: value / here for word, value in MANY.items()}
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
        return Unit(text, words, units.sign, units.rate, units.currency, label)

    @property
    def text(self) -> str:
        """The unit as the reader sees it."""
        return self.label or translate("Unit", self.shown)

    @property
    def own(self) -> tuple[str, ...]:
        """The unit as it may be written behind a number: the shown one, and English's."""
        shown = plain(self.text).lower()
        foreign = "$" in self.shown and self.sign != "$"
        return tuple(filter(None, (shown,) if foreign else (shown, self.shown.lower())))

    @property
    def is_factor(self) -> bool:
        """Whether 1 is as much as there is without it."""
        return self.shown in ("x", "ratio")

    @property
    def is_price(self) -> bool:
        """Whether it is what one of something costs."""
        return self.shown.startswith("$/")

    @property
    def currencies(self) -> re.Pattern[str]:
        """Whatever may be typed for a currency, the shown one's code included."""
        return _currencies(self.code)

    def refusal(self, typed: str) -> UnreadableError:
        """That something typed is no unit here, and which one is."""
        text = translate("Number", "“{typed}” is no unit here; the unit is {unit}")
        return UnreadableError(text.format(typed=typed.strip(), unit=self.text))

    def currency(self, typed: str) -> float:
        """What one of a currency, by sign or code, is in the shown one. Raises UnreadableError."""
        if "$" in self.shown and typed.upper() in (self.sign, self.code):
            return 1.0
        if self.shown.startswith("$") and typed.upper() in ("$", "USD"):
            return self.rate
        raise self.refusal(typed)

    def factor(self, typed: str) -> float:
        """What one of the typed unit is in the shown one. Raises UnreadableError."""
        word, rate = typed.strip().lower(), 1.0
        signs = self.currencies.findall(word)
        if signs:
            rate = self.currency(signs[0])
            word = self.currencies.sub("", word).strip()
        if len(signs) > 1:
            raise self.refusal(typed)
        word = _WORDS.sub(lambda found: FRENCH.get(found[0], found[0]), word)
        return rate * self._of_word(word, typed)

    def _of_word(self, word: str, typed: str) -> float:
        whole = self.shown.lower().replace("$", "").strip()
        if word == whole:
            return 1.0
        # the row's own words may be written out, and a rate's `per year` left away
        if " facility" in word and _is_rate(whole) and not word.endswith(_A_YEAR):
            raise self.refusal(typed)  # a stock, written out in full
        scale = 1.0
        for tail, size in self._tails().items():
            if word not in self.words and word.endswith(tail):
                word, scale = word.removesuffix(tail).strip(), scale * size
        if word in self.words:
            return self.words[word] * scale
        if word in ("", *whole.split(), whole.split("/")[0].strip()):
            return scale
        first, *rest = word.split()
        if first in self.words and set(rest) <= set(re.split(r"[ /]", whole)):  # 130k chips
            return self.words[first] * scale
        if word == "%" and self.shown == "x per year":
            text = translate("Number", "Write growth as a factor: 1.2 for 20% more a year")
            raise UnreadableError(text)
        raise self.refusal(typed)

    def _tails(self) -> dict[str, float]:
        """What may be written out behind an amount, and how much of the unit's own it is.

        Only what the unit itself says: IT power is no facility power, and a stock is no rate.
        """
        shown = self.shown.lower()
        tails = {}
        if " it" in shown:
            tails[" it"] = 1.0
        elif shown.startswith(_POWERS):  # without a word it is the facility's
            tails[" facility"] = 1.0
        if _is_rate(shown):
            tails |= dict.fromkeys(_A_YEAR, 1.0)
        if "/kwh" in shown:
            tails |= {"/kwh": 1.0, "/mwh": 1e-3}
        return tails


_POWERS = ("gw", "mw")
_A_YEAR = ("/year", "/yr", "/y", " per year")
_SIGNS = "".join(dict.fromkeys(SIGNS.values()))
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"  # between them stand × and ÷
_WORD = rf"[{_LETTERS}]+[{_SIGNS}]?(?:/[{_LETTERS}{_SIGNS}]+)*"
_WORDS = re.compile(rf"[{_LETTERS}]+")
_SIGNED = rf"[{_SIGNS}](?:[A-Za-z/]*[A-Za-z])?"
_UNIT = re.compile(rf"\s*(?:[%¢]|×(?=\s*$)|{_SIGNED}|{_WORD})(?: [{_SIGNS}]?{_WORD}| [{_SIGNS}])*")
_FOR = re.compile(rf"/\s*{_WORD}(?: {_WORD})*")  # behind an amount with its sign before it: $75/MWh
_MORE = re.compile(r" ?[^\W\d_]|/[^\W\d_]")  # what makes a unit another one
# a product in one country, a decimal in another; a date, or from one number to another
_UNCLEAR = re.compile(r"[0-9][·⋅][0-9]|[0-9][-\u2013\u2212][0-9]|[0-9]/[0-9]+/[0-9]")
_TIMES = "*×·⋅"
_OVER = "/÷:"


def _is_rate(unit: str) -> bool:
    return "/year" in unit or "per year" in unit


@functools.cache
def _currencies(code: str) -> re.Pattern[str]:
    codes = "|".join(dict.fromkeys((*SIGNS, "CHF", "CAD", "AUD", code)))
    return re.compile(rf"[{_SIGNS}]|(?<![a-z])(?:{codes})(?![a-z])", re.I)


def read(text: str, unit: Unit, marks: NumberMarks | None = None) -> float:
    """The number a text means, in `unit`: `1.2 GW`, `20%`, `1,500`, `=8*72`.

    `marks`: those of the field's language; of the window's where none are given. Raises
    UnreadableError.
    """
    marks = marks or numbers.current()
    if len(text.strip()) > LONGEST:
        raise UnreadableError(translate("Number", "Too long for a number"))
    cleaned = plain(text).strip()
    cleaned = f"-{cleaned[1:]}" if cleaned.startswith("\u2013") else cleaned  # a dash
    if not cleaned.removeprefix("=").strip():
        raise UnreadableError(translate("Number", "A number is wanted"))
    reader = _Reader(cleaned.removeprefix("="), text.strip(), unit, marks)
    if not cleaned.startswith("=") and _UNCLEAR.search(cleaned):
        raise reader.unreadable()
    result = reader.alone_in_brackets() if not cleaned.startswith("=") else None
    if result is None:
        result = reader.sum()
    if not reader.at_end or (result.is_ratio and not unit.is_factor):
        raise reader.unreadable()
    if not math.isfinite(result.value):
        raise UnreadableError(translate("Number", "Too large a number"))
    return result.value


def _rounded(value: float) -> float:
    """What arithmetic gives: 350 MW are 0.35 GW, not 0.35000000000000003."""
    return float(f"{value:.15g}")


@dataclass(frozen=True)
class _Amount:
    value: float
    has_unit: bool = False
    is_percent: bool = False  # as it was typed
    is_ratio: bool = False  # of two amounts
    of_unit: float | None = None  # how many there are of the unit behind one number


class _Reader:
    """Sums of products of numbers with units, by recursive descent."""

    def __init__(self, text: str, whole: str, unit: Unit, marks: NumberMarks) -> None:
        self.text = text
        self.at = 0
        self._whole = whole
        self._unit = unit
        self._marks = marks

    def unreadable(self) -> UnreadableError:
        text = translate("Number", "“{typed}” is no number; write {example}, 1e6 or =8*72")
        return UnreadableError(
            text.format(typed=shortened(self._whole), example=self._marks.example)
        )

    def skip(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    @property
    def at_end(self) -> bool:
        self.skip()
        return self.at == len(self.text)

    def alone_in_brackets(self) -> _Amount | None:
        """(3) is -3, as accounts write it; None where there is more than one number."""
        begun = self.at
        try:
            if self._take("(") and not self._take("+-("):
                inner = self._factor()
                if self._take(")") and self.at_end:
                    return _Amount(-inner.value, inner.has_unit)
        except UnreadableError:
            pass  # told when it is read as a sum
        self.at = begun
        return None

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
            is_ratio = left.is_ratio or right.is_ratio
            left = _Amount(_rounded(value), left.has_unit or right.has_unit, is_ratio=is_ratio)
        return left

    def _product(self) -> _Amount:
        left = self._factor()
        while mark := self._take(_TIMES + _OVER):
            right = self._factor()
            if mark in _TIMES:
                if left.has_unit and right.has_unit:
                    text = translate("Number", "A product of two amounts is not in {unit}")
                    raise UnreadableError(text.format(unit=self._unit.text))
                has_unit = left.has_unit or right.has_unit
                is_ratio = not has_unit and (left.is_ratio or right.is_ratio)
                left = _Amount(_rounded(left.value * right.value), has_unit, is_ratio=is_ratio)
            elif right.value == 0:
                raise UnreadableError(translate("Number", "Nothing can be divided by zero"))
            elif not right.has_unit or left.has_unit:
                has_unit = left.has_unit and not right.has_unit
                is_ratio = left.is_ratio or right.is_ratio or right.has_unit
                left = _Amount(_rounded(left.value / right.value), has_unit, is_ratio=is_ratio)
            elif right.of_unit is None:
                raise self.unreadable()  # for an amount, not of it
            else:  # 1/2 year is half a year
                whole = left.value / right.of_unit * (right.value / right.of_unit)
                left = _Amount(_rounded(whole), has_unit=True)
        return left

    def _factor(self) -> _Amount:
        if sign := self._take("+-"):
            inner = self._factor()
            if inner.is_percent and self._unit.is_factor:  # 15% more, or 0.15 of it
                text = translate("Number", "Write a change as a factor: 1.15 for 15% more")
                raise UnreadableError(text)
            value = -inner.value if sign == "-" else inner.value
            return _Amount(value, inner.has_unit, is_ratio=inner.is_ratio)
        if self._take("("):
            inner = self.sum()
            if not self._take(")"):
                raise UnreadableError(translate("Number", "A bracket is open"))
            return replace(inner, of_unit=None)
        sign = self._currency()
        rate = self._unit.currency(sign) if sign else 1.0
        found = TOKEN.match(self.text, self.at)
        if found is None:
            raise self.unreadable()
        self.at = found.end()
        value = self._marks.number(found[0])
        if rate != 1.0:
            value = _rounded(value * rate)
        self.skip()
        for own in self._unit.own:  # as the row writes it
            behind = self.at + len(own)
            if self.text.lower().startswith(own, self.at) and not _MORE.match(self.text, behind):
                if rate != 1.0:
                    raise self.unreadable()
                self.at = behind
                return _Amount(value, has_unit=True, of_unit=None if sign else value)
        what_for = _FOR if sign and self._unit.is_price else _UNIT
        unit = what_for.match(self.text, self.at) or _UNIT.match(self.text, self.at)
        if unit is None:
            return _Amount(value, has_unit=bool(sign))
        if sign and self._unit.currencies.search(unit[0]):
            raise self.unreadable()
        self.at = unit.end()
        factor = self._unit.factor(unit[0])
        many, value = value, value if factor == 1.0 else _rounded(value * factor)
        is_percent = unit[0].strip().startswith("%")
        return _Amount(value, has_unit=True, is_percent=is_percent, of_unit=None if sign else many)

    def _currency(self) -> str:
        """A currency's sign or code before a number; empty where there is none."""
        self.skip()
        found = self._unit.currencies.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        self.skip()
        return found[0]
