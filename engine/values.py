"""The shapes a parameter's value can have beyond a plain number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ALL = "all"

Anchors = tuple[tuple[int, float], ...]


class PerFamily(Mapping[str, float]):
    """An immutable number for each chip family, in the catalogue's order."""

    __slots__ = ("_items",)

    def __init__(self, values: Mapping[str, float]) -> None:
        self._items = dict(values)

    def __getitem__(self, family: str) -> float:
        return self._items[family]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PerFamily):
            return self._items == other._items
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"PerFamily({self._items!r})"

    def having(self, **changes: float) -> PerFamily:
        """A copy with some families changed.

        Takes: `changes`, numbers by family.
        Gives: another one.
        """
        return PerFamily({**self._items, **changes})


@dataclass(frozen=True)
class EventKind:
    """What one kind of event may say; see section 7 of the model."""

    key: str
    scoped: bool  # knows families, not only `all`
    has_severity: bool = True
    highest_severity: float = 1.0
    has_start: bool = True


EVENT_KINDS = {
    kind.key: kind
    for kind in (
        EventKind("supply_stop", scoped=True),
        EventKind("base_loss", scoped=True),
        EventKind("power_outage", scoped=False),
        EventKind("demand_shock", scoped=False),
        EventKind("price_shock", scoped=True, highest_severity=5.0),
        EventKind("grid_delay", scoped=False, has_severity=False, has_start=False),
        EventKind("generation_slip", scoped=True, has_severity=False, has_start=False),
    )
}


@dataclass(frozen=True)
class Event:
    """One stress event: `kind` hits `scope` from `start_month` for `duration_months`."""

    kind: str
    scope: str
    start_month: int
    duration_months: int
    severity: float
    name: str = ""

    def hits(self, family: str) -> bool:
        """Whether it is of this `family`."""
        return self.scope in (ALL, family)


@dataclass(frozen=True)
class Site:
    """A place that brings `gw` of facility power; see section 4 of the model."""

    name: str
    gw: float
    start_month: int
    ramp_months: int
    probability: float
    place: str = ""
    source: str = ""
    grade: str = ""
    delay_months: float = 0.0


@dataclass(frozen=True)
class Contract:
    """What a supplier has promised of a `family`; see section 5 of the model.

    The names of supplier, term and notice are kept and shown; nothing is computed from them.
    """

    name: str
    family: str
    start_month: int
    ramp_months: int
    it_gw: float
    firm: float
    price_factor: float
    supplier: str = ""
    term_months: int | None = None
    notice_months: int | None = None
    source: str = ""
    grade: str = ""


Events = tuple[Event, ...]
Sites = tuple[Site, ...]
Contracts = tuple[Contract, ...]
Value = str | float | int | bool | None | PerFamily | Anchors | Events | Sites | Contracts
