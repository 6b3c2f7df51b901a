"""The units that people read: GW or MW, dollars or another currency at a fixed rate. No Qt.

The one place between the engine's units, which files keep, and those on screen. Whoever shows
a number asks `of` for its unit and factor; what writes files does so within `file_units`.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np

from engine.tables.series import series
from engine.text import joined, percent_sign, translate, written

POWER_FACTORS = {"GW": 1.0, "MW": 1000.0}
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥", "INR": "₹", "KRW": "₩"}
NO_BREAK = "\u00a0"
THOUSANDTH = 1e-3
ROUND_FROM = 100  # billions and trillions are whole from here on
HALF_A_MILLION = 0.5e-3  # of a billion: as millions are rounded
IN_TRILLIONS_FROM, HALF = 10_000, 0.5  # billions, and how they are rounded there
LEAST_TENTH = 0.05  # what is rounded to a tenth
_DIGITS = re.compile(r"\.(\d+)")

S = TypeVar("S")


@dataclass(frozen=True)
class Shown:
    """A unit as it is read, and what a number in the engine's unit is multiplied by."""

    unit: str
    factor: float = 1.0

    def number(self, value: float) -> float:
        """A value of the engine's in this unit, without the rounding of the multiplication."""
        return value if self.factor == 1.0 else float(f"{value * self.factor:.12g}")

    def back(self, value: float) -> float:
        """A number in this unit as the engine's: 350 MW are 0.35 GW.

        Rounded only where the number itself has no more digits than the rounding keeps.
        """
        if self.factor == 1.0:
            return value
        rounded = float(f"{value / self.factor:.12g}")
        return rounded if self.number(rounded) == value else value / self.factor

    def format(self, spec: str) -> str:
        """A format made for the engine's unit, with as many digits as still say something."""
        if self.factor == 1.0:
            return spec
        fewer = round(math.log10(self.factor))
        return _DIGITS.sub(lambda found: f".{max(0, int(found[1]) - fewer)}", spec)


@dataclass(frozen=True)
class Units:
    """What power and money are read in. `rate`: how much of the currency a dollar is."""

    power: str = "GW"
    currency: str = "USD"
    rate: float = 1.0

    @property
    def sign(self) -> str:
        """The currency as it is written beside a number."""
        return SIGNS.get(self.currency, self.currency)

    @property
    def standard(self) -> bool:
        return self == STANDARD

    def of(self, unit: str) -> Shown:
        """The shown unit of an engine's unit, in the reader's language."""
        text = translate("Unit", unit)
        if self.standard:
            return Shown(text)
        factor = 1.0
        if "GW" in unit:
            factor *= POWER_FACTORS[self.power]
            text = text.replace("GW", self.power)
        if "$" in unit:
            above, _, below = unit.partition(" per ")
            if not below:
                above, _, below = unit.partition("/")
            factor *= self.rate ** (above.count("$") - below.count("$"))
            text = self._in_currency(text)
        return Shown(text, factor)

    def _in_currency(self, text: str) -> str:
        """`$bn/month` as `€bn/month`, `CHF bn/month`."""
        if not self.sign.isalpha():
            return text.replace("$", self.sign)
        text = re.sub(r"\$(?=\w)", f"{self.sign}{NO_BREAK}", text)
        return re.sub(r"(?<=\w)\$", f"{NO_BREAK}{self.sign}", text).replace("$", self.sign)

    def typed(self, unit: str) -> str:
        """An engine's unit as the reader of typed numbers knows it: money stays `$`."""
        return unit.replace("GW", self.power)

    @property
    def note(self) -> str:
        """What is not as in the files, in words; empty where all is."""
        parts = []
        if self.power != STANDARD.power:
            parts.append(translate("Units", "power in {unit}").format(unit=self.power))
        if self.currency != STANDARD.currency:
            rate = written(self.rate, ",.6g")
            parts.append(
                translate("Units", "money in {currency} at {rate} per $").format(
                    currency=self.currency, rate=rate
                )
            )
        return joined(parts)


STANDARD = Units()

_chosen = STANDARD
_writing: ContextVar[bool] = ContextVar("writing", default=False)


def install(units: Units) -> None:
    """Show everything in these units from now on."""
    global _chosen
    _chosen = units


def current() -> Units:
    """The units to show in: the chosen ones, or those of files while a file is written."""
    return STANDARD if _writing.get() else _chosen


@contextlib.contextmanager
def file_units() -> Iterator[None]:
    """Within: $ and GW, whatever is chosen for the screen."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def of(unit: str) -> Shown:
    """The unit and the factor that an engine's unit is shown with now."""
    return current().of(unit)


def around(unit: str) -> tuple[str, str]:
    """What stands before and behind a number of a shown unit: `$280 bn`, `50%`, `2.3 GW`."""
    if unit == "%":
        return "", percent_sign()
    sign = current().sign
    rest = unit.removeprefix(sign).lstrip(NO_BREAK)
    if rest == unit or not rest[:1].isalpha():  # 1.07 $/PFLOP-hour; 280 Md$
        return "", f" {unit}".rstrip()
    return unit.removesuffix(rest), f" {rest}"


def power_words(gigawatts: float) -> str:
    """Facility or IT power, with its unit: `2.41 GW`, `2,410 MW`."""
    shown = of("GW")
    return f"{written(shown.number(gigawatts), shown.format(',.2f'))} {shown.unit}"


def of_axis(unit: str, largest: float) -> Shown:
    """As `of`, for an axis as far as `largest`: of so much money in trillions, as in words."""
    shown = of(unit)
    if unit != "$bn" or abs(shown.number(largest)) < IN_TRILLIONS_FROM:
        return shown
    text = translate("Units", "{currency}{amount} tn").format(currency=_mark(), amount=NO_BREAK)
    return Shown(text.replace(f"{NO_BREAK} ", "").strip(), shown.factor * THOUSANDTH)


def money_words(billions: float, beside: float | None = None) -> str:
    """An amount of dollars, in the shown currency: `$1.2 bn`, `€640 m`.

    `beside`: the amount whose margin it is, in whose scale it is written: `$1.0 bn ± $0.2 bn`.
    """
    amount = billions * current().rate
    value = amount if beside is None else beside * current().rate
    if abs(value) <= HALF_A_MILLION:  # which is none, of no scale
        value = amount
    if value and abs(value) < 1 - HALF_A_MILLION:
        return _money(translate("Units", "{currency}{amount} m"), amount / THOUSANDTH, ",.0f")
    template = translate("Units", "{currency}{amount} bn")
    if abs(value) >= IN_TRILLIONS_FROM - HALF:  # of yen, or of won
        template, amount = translate("Units", "{currency}{amount} tn"), amount * THOUSANDTH
    spec = ",.1f" if abs(amount) < ROUND_FROM else ",.0f"
    if 0 < abs(amount) < LEAST_TENTH:  # of a margin: as many places as say something
        spec = f",.{-math.floor(math.log10(float(f'{abs(amount):.0e}')))}f"
    return _money(template, amount, spec)


def some_money_words(billions: float) -> str:
    """As `money_words`, of an amount that is not nothing: `under $1 m` where it is less."""
    if billions <= 0 or not is_no_money(billions):
        return money_words(billions)
    least = _money(translate("Units", "{currency}{amount} m"), 1.0, ",.0f")
    return translate("Kpi", "under {share}").format(share=least)


def is_no_money(billions: float) -> bool:
    """Whether so much is none in millions of the shown currency, the least that is written."""
    return abs(billions) * current().rate <= HALF_A_MILLION


def unit_cost_words(dollars: float) -> str:
    """What a PFLOP-hour costs, with the digits of its series wherever it is said."""
    return price_words(dollars, series("usd_per_pflop_hour").format)


def price_words(dollars: float, spec: str) -> str:
    """A price for one of something, in the shown currency; `spec` is right for dollars."""
    shown = of("$")
    return _money(
        translate("Units", "{currency}{amount}"), shown.number(dollars), shown.format(spec)
    )


def _mark() -> str:
    """The currency before a number, with the space that letters need."""
    sign = current().sign
    return f"{sign}{NO_BREAK}" if sign.isalpha() else sign


def _money(template: str, amount: float, spec: str) -> str:
    sign = current().sign
    text = template.format(currency=_mark(), amount=written(abs(amount), spec)).strip()
    if sign.isalpha():  # some languages write it behind: 1,2 Md CHF
        text = re.sub(rf"(?<=[^\W_]){sign}", f"{NO_BREAK}{sign}", text)
    return f"\u2212{text}" if amount < 0 else text


def spec_as_shown(spec: S) -> S:
    """A chart's spec (`unit`, `format`, lines of numbers) in the shown unit."""
    shown = of(spec.unit)  # type: ignore[attr-defined]
    if shown == Shown(spec.unit):  # type: ignore[attr-defined]
        return spec
    changes: dict[str, Any] = {
        "unit": shown.unit,
        "format": shown.format(spec.format),  # type: ignore[attr-defined]
    }
    if shown.factor != 1.0:
        for field in fields(spec):  # type: ignore[arg-type]
            if field.name not in ("years", *changes):
                changes[field.name] = _scaled(getattr(spec, field.name), shown.factor)
    return replace(spec, **changes)  # type: ignore[type-var]


def _scaled(value: Any, factor: float) -> Any:
    """Every array in `value`, times `factor`; the rest as it is."""
    if isinstance(value, np.ndarray):
        return value * factor
    if isinstance(value, tuple):
        return tuple(_scaled(entry, factor) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _scaled(getattr(value, f.name), factor) for f in fields(value)}
        return replace(value, **changes)
    return value
