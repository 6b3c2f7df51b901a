"""Which scenarios are chosen: by brushes over axes, and by what is typed. No Qt."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from engine import Array
from gui.sweeps.quantities import Chosen, SweptQuantity
from gui.words import numbers
from gui.words.searching import folded, typed_words

Brushes = Mapping[str, tuple[float, float]]  # by key, from and to a place of its scale [0 to 1]

COMPARISON = re.compile(r"(?P<name>[^<>=≤≥]+)(?P<sign><=|>=|[<>=≤≥])(?P<value>[^<>=≤≥]+)")
SIGNS: dict[str, Callable[[Array, float], Chosen]] = {
    "<": operator.lt,
    ">": operator.gt,
    "=": np.isclose,
    **dict.fromkeys(("<=", "≤"), operator.le),
    **dict.fromkeys((">=", "≥"), operator.ge),
}
DUST = 1e-9  # by which a place may miss the edge of a brush


def within(brushes: Brushes, places: Mapping[str, Array], count: int) -> Chosen:
    """The scenarios that stand under every brush.

    `places` of each axis (scenario,); what is not defined stands under none.
    """
    found = np.ones(count, bool)
    for key, (low, high) in brushes.items():
        if key in places:
            found &= (places[key] >= low - DUST) & (places[key] <= high + DUST)
    return found


def typed(text: str, numbers_: Sequence[int], quantities: Sequence[SweptQuantity]) -> Chosen:
    """The scenarios that answer to every word: `gpu`, `12`, `power>2`, `mix<=40`.

    A comparison is with the first quantity whose name, key or heading has those letters. A word
    is looked for in the texts, or is a scenario's number.
    """
    found = np.ones(len(numbers_), bool)
    for word in typed_words(text):
        compared = COMPARISON.fullmatch(word)
        if compared is None:
            found &= _named(folded(word), numbers_, quantities)
        else:
            found &= _compared(compared, quantities, len(numbers_))
    return found


def _named(word: str, numbers_: Sequence[int], quantities: Sequence[SweptQuantity]) -> Chosen:
    found = np.array([str(number) == word for number in numbers_], bool)
    for quantity in quantities:
        fitting = [i for i, text in enumerate(quantity.words) if word in folded(text)]
        if fitting:
            found |= np.isin(quantity.values, fitting)
    return found


def _compared(compared: re.Match[str], quantities: Sequence[SweptQuantity], count: int) -> Chosen:
    name, sign, value = (compared[part].strip() for part in ("name", "sign", "value"))
    quantity = _of_name(folded(name), quantities)
    if quantity is None:
        return np.zeros(count, bool)
    if quantity.words:
        fitting = [i for i, text in enumerate(quantity.words) if folded(value) == folded(text)]
        return np.isin(quantity.values, fitting) if sign == "=" else np.zeros(count, bool)
    try:
        number = _number(value)
    except numbers.UnreadableError:
        return np.zeros(count, bool)
    with np.errstate(invalid="ignore"):
        return np.asarray(SIGNS[sign](quantity.values, number), bool)


def _number(text: str) -> float:
    """A number as the language writes it. Raises UnreadableError."""
    plain = numbers.plain(text).rstrip("%").strip()
    sign = -1.0 if plain.startswith("-") else 1.0
    return sign * numbers.current().number(plain.lstrip("+-"))


def _of_name(name: str, quantities: Sequence[SweptQuantity]) -> SweptQuantity | None:
    """Exactly called so, or else the first that has these letters."""
    for exact in (True, False):
        for quantity in quantities:
            names = (folded(quantity.key), folded(quantity.label))
            if name in names or (not exact and any(name in each for each in names)):
                return quantity
    return None
