"""What a scenario's values rest on: a source for each, its own before the table's, and how weak."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.tables.grades import WORST, rank
from engine.tables.list_schema import ListSchema
from engine.tables.origins import STALE, Sourced, sourced
from engine.tables.own import source_of
from engine.tables.parameter import MONTHS_PER_YEAR, Parameter, month_number
from engine.tables.scenario import PARAMETERS, Scenario
from engine.values import PerFamily

CHIPS = "chips"


@dataclass(frozen=True)
class Ground:
    """What one value rests on.

    `key` is the parameter's, with `.family`, or `.name` of an entry; `chips.name` is of a chip.
    `source` is empty where nobody says. `own` says that the scenario's own words are meant,
    `changed` that the value is not the table's. `as_of` is YYYY-MM, empty where it is not known.
    """

    key: str
    parameter: str
    part: str  # family, or name of an entry or a chip; empty where there are none
    source: str
    grade: str
    as_of: str
    own: bool = False
    changed: bool = False
    note: str = ""
    origin: Sourced | None = None  # None where it is nobody's publication that we know of

    def age(self, today: date) -> int | None:
        """How old it is.

        Takes: `today`.
        Gives: [months]; None for what is nobody's publication, or has no date.
        """
        if not self.as_of or (self.origin is not None and self.origin.origin.is_judgement):
            return None
        now = today.year * MONTHS_PER_YEAR + today.month - 1
        return max(now - month_number(self.as_of), 0)

    def weakness(self, today: date) -> float:
        """From 0, a filing of this month, to 3: the grade, and in it the age.

        What has no age is in the middle of its grade.

        Takes: `today`.
        Gives: [grades].
        """
        age = self.age(today)
        return rank(self.grade) + (0.5 if age is None else min(age / (2 * STALE), 1.0))


def grounds(scenario: Scenario, keys: Container[str] | None = None) -> tuple[Ground, ...]:
    """What the values of a scenario rest on: of each number, entry and chip its source.

    Takes: `scenario`; `keys` of parameters, and `chips`, by default all that are assumed.
    Gives: a Ground for each, in the table's order, the chips last.
    """
    found = [
        ground
        for row in PARAMETERS
        if row.assumed and (keys is None or row.key in keys)
        for ground in _of_row(row, scenario)
    ]
    if keys is None or CHIPS in keys:
        for chip in scenario.catalogue.chips:
            origin = sourced(chip.source)
            found.append(
                Ground(
                    f"{CHIPS}.{chip.name}",
                    CHIPS,
                    chip.name,
                    chip.source,
                    chip.grade,
                    origin.as_of if origin else "",
                    origin=origin,
                )
            )
    return tuple(found)


def _of_row(row: Parameter, scenario: Scenario) -> Iterator[Ground]:
    value = getattr(scenario, row.key)
    if row.schema is not None:
        yield from _of_entries(row, row.schema, value)
    elif isinstance(value, PerFamily):
        for family in value:
            yield value_ground(scenario, row, family)
    else:
        yield value_ground(scenario, row)


def _of_entries(row: Parameter, schema: ListSchema, entries: Iterable[Any]) -> Iterator[Ground]:
    if "source" not in schema.by_key:  # an event is what if, and no assumption
        return
    for entry in entries:
        source, grade = str(entry.source), str(entry.grade) or WORST
        name, origin = str(entry.name), sourced(source)
        as_of = origin.as_of if origin else ""
        yield Ground(f"{row.key}.{name}", row.key, name, source, grade, as_of, origin=origin)


def value_ground(scenario: Scenario, row: Parameter, family: str = "") -> Ground:
    """What one value rests on.

    The scenario's own source is of the value that it was written for. Another value than the
    table's that has none is somebody's guess: the table's source speaks of its default alone.

    Takes: `scenario`; `row` of the parameter; `family`, where it has some.
    Gives: Ground.
    """
    value = getattr(scenario, row.key)
    default = row.default
    if family:
        value = value[family]
        assert isinstance(default, PerFamily)
        default = default.get(family)
    key = f"{row.key}.{family}" if family else row.key
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    changed = value != default
    own = None if number is None else source_of(scenario.own_sources, key, float(number))
    if own is not None:
        found = sourced(own.source)
        as_of = own.as_of or (found.as_of if found else "")
        return Ground(
            key, row.key, family, own.source, own.grade, as_of, True, changed, own.note, found
        )
    if changed:
        return Ground(key, row.key, family, "", WORST, "", changed=True)
    origin = sourced(row.source)
    as_of = origin.as_of if origin else ""
    return Ground(key, row.key, family, row.source, row.grade, as_of, origin=origin)
