"""A scenario with other chips than before: values for families it did not know, none for gone."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.files.file_text import chip_cells
from engine.tables.catalogue import Catalogue, family_label, read_catalogue, shipped_catalogue
from engine.tables.list_schema import ListSchema
from engine.tables.parameter import Parameter
from engine.tables.scenario import PARAMETERS, Scenario
from engine.text import translate
from engine.values import PerFamily

DIGITS = 3  # that a value made up for a new family has


def with_catalogue(scenario: Scenario, catalogue: Catalogue) -> tuple[Scenario, tuple[str, ...]]:
    """`scenario` buying from `catalogue`, and what the user should know, a line each.

    A new family has no share of the mix and no fleet at the start; its other values are the mean of
    the families there were. The share of a family that is gone goes to the others in proportion,
    and its events and contracts go. One family in the place of one other is a new name: it keeps
    everything.

    Takes: `scenario`; `catalogue`.
    Gives: another scenario, and the lines.
    Raises: ScenarioError where the catalogue can't be.
    """
    catalogue = read_catalogue(
        {"name": catalogue.name, "chips": [chip_cells(chip) for chip in catalogue.chips]}
    )
    before, after = scenario.families, catalogue.families
    if set(before) == set(after):  # a table's values stand in the order of the catalogue
        values = {row.key: _ordered(getattr(scenario, row.key), after) for row in PARAMETERS}
        return replace(scenario, catalogue=catalogue).having(**values), ()
    new = [family for family in after if family not in before]
    gone = [family for family in before if family not in after]
    names = _renamed(before, after)
    values = {}
    for row in PARAMETERS:
        value = getattr(scenario, row.key)
        if isinstance(value, PerFamily):
            values[row.key] = _carried(row, value, after)
        elif row.schema is not None:
            values[row.key] = _entries(row.schema, value, names, after)
    changed = replace(scenario, catalogue=catalogue).having(**values)
    if names:
        return changed, ()
    return changed, (*map(_of_new, new), *_of_gone(gone, scenario, changed))


def _entries(
    schema: ListSchema, entries: Any, names: Mapping[str, str], families: Collection[str]
) -> list[Any]:
    """The entries of a list that are of these families, or of none, by their new names."""
    kept = []
    for entry in entries:
        cells = {}
        for key in schema.family_columns():
            before = getattr(entry, key)
            cells[key] = names.get(before, before)
            if cells[key] not in (*schema.by_key[key].words, *families):
                break
        else:
            kept.append(replace(entry, **cells))
    return kept


def default_for(row: Parameter, families: Sequence[str]) -> object:
    """The default of a parameter, carried over to these families where they are others.

    Takes: `row` of the input table; `families`, names.
    Gives: a value.
    """
    if not isinstance(row.default, PerFamily) or set(row.default) == set(families):
        return row.default
    return PerFamily(_carried(row, row.default, families))


def _renamed(before: Collection[str], after: Collection[str]) -> dict[str, str]:
    """The new name of a family by its old one, where one stands in the place of one other."""
    new = [family for family in after if family not in before]
    gone = [family for family in before if family not in after]
    return {gone[0]: new[0]} if len(new) == len(gone) == 1 else {}


def _carried(row: Parameter, value: PerFamily, families: Sequence[str]) -> dict[str, float]:
    """A value of some families, for others."""
    names = _renamed(value, families)
    known = {names.get(f, f): x for f, x in value.items() if names.get(f, f) in families}
    return _complete(row, known, value, families)


def _ordered(value: object, families: Sequence[str]) -> object:
    if isinstance(value, PerFamily):
        return {family: value[family] for family in families}
    return value


def _complete(
    row: Parameter, known: Mapping[str, float], before: Mapping[str, float], families: Sequence[str]
) -> dict[str, float]:
    """A value for each of the families; shares sum to one again."""
    if row.sums_to_one:
        total = math.fsum(known.values())
        even = {family: 1 / len(known or families) for family in known or families}
        shares = {f: x / total for f, x in known.items()} if total > 0 else even
        return {family: shares.get(family, 0.0) for family in families}
    made_up = row.newcomer
    if made_up is None:
        made_up = _typical(row, list(before.values()))
    return {family: known.get(family, made_up) for family in families}


def _typical(row: Parameter, values: Sequence[float]) -> float:
    """The mean of the values, of their logarithms where the lever's scale is one."""
    if row.scale == "log" and min(values) > 0:
        mean = math.exp(math.fsum(map(math.log, values)) / len(values))
    else:
        mean = math.fsum(values) / len(values)
    if row.whole:
        return round(mean)
    rounded = float(f"{mean:.{DIGITS}g}")
    low, high = row.low or 0.0, math.inf if row.high is None else row.high
    return min(max(rounded, low), high)


def _of_new(family: str) -> str:
    text = translate(
        "Chips",
        "“{family}” is new: no share of the mix and no fleet at the start; supply, use, "
        "ownership and risk as the mean of the other families. Set them in the levers.",
    )
    return text.format(family=family_label(family))


def _of_gone(gone: Sequence[str], before: Scenario, after: Scenario) -> tuple[str, ...]:
    lines = []
    if gone:
        text = translate("Chips", "Without {families}: its share of the mix went to the others.")
        lines.append(text.format(families=", ".join(f"“{family_label(f)}”" for f in gone)))
    if events := len(before.events) - len(after.events):
        lines.append(translate("Chips", "%n of its shocks went, too.", "", events))
    if contracts := len(before.contracts) - len(after.contracts):
        lines.append(translate("Chips", "%n of its contracts went, too.", "", contracts))
    return tuple(lines)


def named_as_it_is(catalogue: Catalogue) -> Catalogue:
    """A changed copy of the shipped catalogue says so in its name.

    Takes: `catalogue`.
    Gives: the same, or one of another name.
    """
    shipped = shipped_catalogue()
    edited = translate("Chips", "{catalogue}, edited").format(catalogue=shipped.name)
    if catalogue.name not in (shipped.name, edited):
        return catalogue  # somebody else's, with a name of its own
    return replace(catalogue, name=shipped.name if catalogue.chips == shipped.chips else edited)


def standing(catalogue: Catalogue) -> list[str]:
    """How each row stands to the shipped catalogue: "" as shipped, "edited", "added".

    Takes: `catalogue`.
    Gives: a word for each of its chips.
    """
    shipped = {(chip.family, chip.name): chip for chip in shipped_catalogue().chips}
    found = []
    for chip in catalogue.chips:
        own = shipped.get((chip.family, chip.name))
        found.append("added" if own is None else "" if own == chip else "edited")
    return found


def missing_rows(catalogue: Catalogue) -> list[str]:
    """Names of the shipped generations that the catalogue has not.

    Takes: `catalogue`.
    Gives: names.
    """
    here = {(chip.family, chip.name) for chip in catalogue.chips}
    return [c.name for c in shipped_catalogue().chips if (c.family, c.name) not in here]
