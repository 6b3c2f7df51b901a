"""Section 1 of the model, the data side: the chip catalogue, one row for each generation."""

from __future__ import annotations

import csv
import functools
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from engine import allowed
from engine.problems import Problem, ScenarioError, is_whole_text, missing, shown
from engine.resource import resource
from engine.tables.grades import GRADES
from engine.tables.limits import finite_number, number_within, one_of
from engine.tables.parameter import MONTH_PATTERN, QT_TRANSLATE_NOOP
from engine.text import translate
from engine.values import ALL

OWN_SOURCE = QT_TRANSLATE_NOOP("Source", "own estimate")  # of a chip that somebody adds

KNOWN_FAMILIES = {"tpu": "Google TPU", "trainium": "AWS Trainium", "gpu": "NVIDIA GPU"}

FAMILY_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,31}", re.ASCII)
MOST_CHIPS = 200
MOST_FAMILIES = 12

# What a generation's numbers may be: far beyond any chip, so that only slips are caught.
CHIP_BOUNDS = {
    "tops": (1.0, 1e7),
    "it_watts": (1.0, 1e6),
    "capex_usd": (1.0, 1e8),
    "rent_usd_per_hour": (0.001, 1e5),
    "hbm_gb": (0.0, 1e6),
    "hbm_tb_s": (0.0, 1e6),
}


@dataclass(frozen=True)
class Chip:
    """One generation. `tops` in TFLOP/s dense 8-bit, `it_watts` all-in, money in 2025 $."""

    family: str
    name: str
    available: str
    tops: float
    it_watts: float
    capex_usd: float
    rent_usd_per_hour: float
    hbm_gb: float
    hbm_tb_s: float
    source: str
    grade: str

    @property
    def source_text(self) -> str:
        """The chip's source in the reader's language."""
        return source_text(self.source)


@dataclass(frozen=True)
class Catalogue:
    """The generations a scenario may buy; it says which families there are."""

    name: str
    chips: tuple[Chip, ...]

    @functools.cached_property
    def families(self) -> tuple[str, ...]:
        """Names of the families, in the order of their first chips."""
        return tuple(dict.fromkeys(chip.family for chip in self.chips))

    def generations(self, family: str) -> list[Chip]:
        """The family's generations, oldest first.

        Takes: `family`, a name.
        Gives: chips.
        Raises: ValueError where there are none.
        """
        allowed.word("family", family, self.families)
        own = [chip for chip in self.chips if chip.family == family]
        return sorted(own, key=lambda chip: chip.available)


def family_label(family: str) -> str:
    """What people call a `family`; its short name where it is none of ours."""
    return KNOWN_FAMILIES.get(family, family)


def short_family_label(family: str) -> str:
    """What people call a `family` where room is short: without its maker."""
    return family_label(family).split()[-1]


def source_text(source: str) -> str:
    """A chip's source in the reader's language; what somebody typed stays as it is.

    Takes: `source`, as the catalogue has it.
    """
    ours = source == OWN_SOURCE or source in _shipped_sources()
    return translate("Source", source) if ours else source


def allowed_text() -> str:
    """That a text is allowed, in words."""
    return translate("Problem", "allowed is a text")


def read_catalogue(value: object) -> Catalogue:
    """A catalogue from the object in a scenario file.

    Takes: `value`, as JSON has it.
    Gives: Catalogue.
    Raises: ScenarioError that names the place, the value, and what is allowed.
    """
    if not isinstance(value, Mapping) or not isinstance(value.get("chips"), list):
        raise ScenarioError(Problem("catalogue", shown(value), one_of(["{name, chips: [...]}"])))
    name = value.get("name", "")
    if not isinstance(name, str) or not is_whole_text(name):
        raise ScenarioError(Problem("catalogue.name", shown(name), allowed_text()))
    rows = value["chips"]
    if not 0 < len(rows) <= MOST_CHIPS:
        many = translate("Problem", "{count} rows").format(count=len(rows))
        allowed = translate("Problem", "allowed are {low} to {high}")
        raise ScenarioError(
            Problem("catalogue.chips", many, allowed.format(low=1, high=MOST_CHIPS))
        )
    catalogue = Catalogue(name, tuple(_read_chip(row, i) for i, row in enumerate(rows)))
    if len(catalogue.families) > MOST_FAMILIES:
        many = translate("Problem", "{count} families").format(count=len(catalogue.families))
        allowed = translate("Problem", "allowed are {count}").format(count=MOST_FAMILIES)
        raise ScenarioError(Problem("catalogue.chips", many, allowed))
    return catalogue


def _read_chip(row: object, index: int) -> Chip:
    at = f"catalogue.chips[{index}]"
    names = [column.name for column in fields(Chip)]
    if not isinstance(row, Mapping):
        raise ScenarioError(Problem(at, shown(row), one_of([f"{{{', '.join(names)}}}"])))
    values: dict[str, str | float] = {}
    for name in names:
        if name not in row:
            why = translate("Problem", "every chip needs it")
            raise ScenarioError(Problem(f"{at}.{name}", missing(), why))
        values[name] = checked_cell(f"{at}.{name}", name, row[name])
    return Chip(**values)  # type: ignore[arg-type]


def checked_cell(at: str, name: str, value: object) -> str | float:
    """A cell of the catalogue in its canonical type.

    Takes: `at`, where it stands, for the message; `name` of the column; `value`.
    Gives: a text, or a number [the column's unit].
    Raises: ScenarioError that names the place.
    """
    if name in CHIP_BOUNDS:
        low, high = CHIP_BOUNDS[name]
        result = finite_number(value)
        if result is None or not low <= result <= high:
            raise ScenarioError(Problem(at, shown(value), number_within(low, high)))
        return result
    rules: dict[str, tuple[Callable[[str], object], str]] = {
        "family": (
            lambda text: FAMILY_PATTERN.fullmatch(text) and text != ALL,
            translate("Problem", "allowed is a short name"),
        ),
        "available": (
            MONTH_PATTERN.fullmatch,
            translate("Problem", "allowed is a month, YYYY-MM"),
        ),
        "grade": (lambda text: text in GRADES, translate("Problem", "allowed is A, B or C")),
        "name": (lambda text: bool(text.strip()), translate("Problem", "allowed is a name")),
    }
    accepts, allowed = rules.get(name, (lambda text: True, allowed_text()))
    if not isinstance(value, str) or not accepts(value) or not is_whole_text(value):
        raise ScenarioError(Problem(at, shown(value), allowed))
    return value


@functools.cache
def _shipped_sources() -> frozenset[str]:
    return frozenset(chip.source for chip in shipped_catalogue().chips)


@functools.cache
def shipped_catalogue() -> Catalogue:
    """The catalogue in `resources/chips.csv`."""
    text = resource("chips.csv").read_text("utf-8")
    rows: list[dict[str, object]] = []
    for row in csv.DictReader(io.StringIO(text)):
        rows.append({k: float(v) if k in CHIP_BOUNDS else v for k, v in row.items()})
    return read_catalogue({"name": "Headroom 2026-09", "chips": rows})
