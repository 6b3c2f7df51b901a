"""THE input table: a frozen Scenario in which one field is one parameter row."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.problems import Problem, ScenarioError, is_whole_text, shown
from engine.tables.catalogue import Catalogue, allowed_text, shipped_catalogue
from engine.tables.limits import allowed_families, exact
from engine.tables.own import OWN_LISTS, OwnClaim, OwnSource, check_own
from engine.tables.parameter import Parameter
from engine.tables.rows.chip_mix import ChipMix
from engine.tables.rows.demand import Demand
from engine.tables.rows.ensemble import Ensemble
from engine.tables.rows.money import Money
from engine.tables.rows.power import Power
from engine.tables.rows.risk import Risk
from engine.tables.rows.roadmap import Roadmap
from engine.tables.rows.software import Software
from engine.tables.rows.supply import Supply
from engine.text import translate
from engine.values import PerFamily, Value

GROUPS: tuple[type, ...] = (
    Demand,
    ChipMix,
    Power,
    Supply,
    Roadmap,
    Software,
    Money,
    Risk,
    Ensemble,
)


def untitled() -> str:
    """The name of a scenario that has none."""
    return translate("Scenario", "Untitled")


@dataclass(frozen=True, kw_only=True)
class Scenario(Ensemble, Risk, Money, Software, Roadmap, Supply, Power, ChipMix, Demand):
    """One possible world: every assumption and decision, and the chips that can be bought.

    Build one with `Scenario()` (the defaults), change it with `having`, which checks; a
    plain `dataclasses.replace` does not.
    """

    name: str = field(default_factory=untitled)
    notes: str = ""
    catalogue: Catalogue = field(default_factory=shipped_catalogue)
    own_sources: tuple[OwnSource, ...] = ()
    own_claims: tuple[OwnClaim, ...] = ()

    @property
    def families(self) -> tuple[str, ...]:
        """Names of the chip families, in the order of the catalogue."""
        return self.catalogue.families

    def having(self, **changes: Any) -> Scenario:
        """A copy with some values changed, checked.

        Takes: `changes`, values by key.
        Gives: another scenario.
        Raises: ScenarioError for values that can't be, alone or together.
        """
        checked: dict[str, Any] = {}
        for key, value in changes.items():
            if key in ("name", "notes"):
                if not isinstance(value, str) or not is_whole_text(value):
                    raise ScenarioError(Problem(key, shown(value), allowed_text()))
                checked[key] = value
            elif key == "catalogue":
                if not isinstance(value, Catalogue):
                    allowed = translate("Problem", "allowed is a catalogue of chips")
                    raise ScenarioError(Problem(key, shown(value), allowed))
                checked[key] = value
            elif key in OWN_LISTS:
                checked[key] = check_own(key, value)
            else:
                checked[key] = parameter(key).check(value, self.families)
        changed = dataclasses.replace(self, **checked)
        problems = changed.problems()
        if problems:
            raise ScenarioError(problems)
        return changed

    @property
    def bare(self) -> Scenario:
        """Without name, notes, sources and claims: what changes nothing that is computed."""
        return dataclasses.replace(self, name="", notes="", own_sources=(), own_claims=())

    def problems(self) -> tuple[Problem, ...]:
        """Faults between values that each are within their own bounds."""
        found = []
        for low, high in (("slip_min", "slip_max"), ("grid_min", "grid_max")):
            lowest, highest = getattr(self, low), getattr(self, high)
            if lowest > highest:
                why = translate("Problem", "must not be above {key} = {value}")
                why = why.format(key=high, value=exact(highest))
                found.append(Problem(low, shown(lowest), why))
        for row in PARAMETERS:
            value = getattr(self, row.key)
            if isinstance(value, PerFamily) and set(value) != set(self.families):
                allowed = allowed_families(self.families)
                found.append(Problem(row.key, shown(dict(value)), allowed))
            if row.schema is not None:
                found += row.schema.strangers(row.key, value, self.families)
        return tuple(found)

    def values(self) -> Mapping[str, Value]:
        """Every parameter's value by key, in the table's order."""
        return {row.key: getattr(self, row.key) for row in PARAMETERS}


def _rows() -> tuple[Parameter, ...]:
    declared = {row.name: row for row in dataclasses.fields(Scenario)}
    return tuple(
        Parameter.of(declared[row.name], group.GROUP)  # type: ignore[attr-defined]
        for group in GROUPS
        for row in dataclasses.fields(group)
    )


PARAMETERS: tuple[Parameter, ...] = _rows()
_BY_KEY = {row.key: row for row in PARAMETERS}


def parameter(key: str) -> Parameter:
    """The row of the input table with this key.

    Takes: `key`.
    Gives: Parameter.
    Raises: ScenarioError where there is none.
    """
    if key not in _BY_KEY:
        allowed = translate("Problem", "no such parameter; `describe parameters` lists them")
        raise ScenarioError(Problem(shown(key, quote=False), "", allowed))
    return _BY_KEY[key]
