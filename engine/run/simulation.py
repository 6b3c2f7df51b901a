"""The sections of the model put together: every quantity of some worlds by its one name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engine.model.arrays import Array
from engine.run.graph.by_family import ByFamily
from engine.run.graph.demand import Demand
from engine.run.graph.fleet import Fleet
from engine.run.graph.money import Money
from engine.run.graph.power import Power
from engine.run.graph.prices import Prices
from engine.run.graph.purchases import Purchases
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.graph.supply import Supply
from engine.run.scenario_arrays import Inputs
from engine.tables.output import Series


def homes_of(sections: Mapping[str, type[Section]]) -> Mapping[str, str]:
    """In which section each quantity is.

    Takes: `sections`, classes by the name under which a simulation has them.
    Gives: by a quantity's name that of its section.
    Raises: ValueError where two sections have a quantity of one name.
    """
    homes: dict[str, str] = {}
    for section, kind in sections.items():
        for name, found in vars(kind).items():
            if isinstance(found, quantity):
                if name in homes:
                    raise ValueError(f"{name} is in {homes[name]} and in {section}: allowed is one")
                homes[name] = section
    return homes


class Simulation:
    """Every quantity of the model for some worlds, each computed when first asked for.

    `simulation["economic_cost_bn"]` gives a quantity whichever its section; a new section is a
    line in `SECTIONS` and one in the constructor.
    """

    SECTIONS: Mapping[str, type[Section]] = {
        "roadmap": Roadmap,
        "demand": Demand,
        "power": Power,
        "supply": Supply,
        "prices": Prices,
        "purchases": Purchases,
        "fleet": Fleet,
        "money": Money,
        "by_family": ByFamily,
    }
    HOMES = homes_of(SECTIONS)

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.xp = inputs.xp
        self.roadmap = Roadmap(inputs)
        self.demand = Demand(inputs)
        self.power = Power(inputs)
        self.supply = Supply(inputs, self.roadmap)
        self.prices = Prices(inputs, self.roadmap, self.supply)
        self.purchases = Purchases(
            inputs, self.demand, self.roadmap, self.power, self.supply, self.prices
        )
        self.fleet = Fleet(inputs, self.demand, self.roadmap, self.power, self.purchases)
        self.money = Money(
            inputs, self.demand, self.roadmap, self.prices, self.purchases, self.fleet
        )
        self.by_family = ByFamily(
            inputs, self.roadmap, self.prices, self.purchases, self.fleet, self.money
        )

    def __getitem__(self, name: str) -> Array:
        """A quantity that is an array, (time, [family,] scenario, [draw])."""
        found: Array = getattr(getattr(self, self.HOMES[name]), name)
        return found

    def take(self, values: Mapping[str, Any]) -> None:
        """Hold quantities that another simulation has computed.

        Takes: `values` by name.
        """
        for name, value in values.items():
            vars(getattr(self, self.HOMES[name]))[name] = value

    def columns(self, rows: Iterable[Series]) -> dict[str, Array]:
        """The columns of some rows of the output table.

        Takes: `rows`.
        Gives: by column (time, scenario, ...) [the row's unit].
        """
        found: dict[str, Array] = {}
        for row in rows:
            if row.total:
                found[row.key] = self[row.key]
            if row.by_family:
                by_family = self[f"{row.key}_by_family"]
                for f, family in enumerate(self.inputs.families):
                    found[f"{row.key}_{family}"] = by_family[:, f]
        return found
