"""Scenarios for property tests, over the whole bounds of the input table, shipped chips or not.

Everything comes from `PARAMETERS`: a new row is covered without an edit here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from engine.tables.catalogue import CHIP_BOUNDS, Catalogue, Chip, shipped_catalogue
from engine.tables.list_schema import Column, ListSchema
from engine.tables.parameter import Parameter, month_number, month_text
from engine.tables.scenario import PARAMETERS, Scenario
from engine.values import ALL, EVENT_KINDS, Event, PerFamily

# How far apart a file's numbers may be while all of a run's sums still have digits to spare.
SMALLEST_ANCHOR_BN, LARGEST_ANCHOR_BN = 1e-3, 1e6
FAMILY_NAMES = ("tpu", "trainium", "gpu", "asic")


def within(low: float, high: float, *likely: float) -> st.SearchStrategy[float]:
    """Any number from `low` to `high`, its ends and the likely ones often.

    To nine places: what is nearer to nothing than that has lost its digits before any sum.
    """
    places = st.floats(low, high).map(lambda number: min(max(round(number, 9), low), high))
    return st.sampled_from([low, high, *likely]) | places


def numbers(row: Parameter, likely: Sequence[float] = ()) -> st.SearchStrategy[Any]:
    assert row.low is not None
    assert row.high is not None
    if row.whole:
        low, high = int(row.low), int(row.high)
        return st.sampled_from([low, high, *map(int, likely)]) | st.integers(low, high)
    return within(row.low, row.high, *likely)


@st.composite
def simplex(draw: st.DrawFn, families: Sequence[str]) -> dict[str, float]:
    """Shares that sum to one: corners, edges and the inside."""
    if draw(st.booleans()):
        alone = draw(st.sampled_from(families))
        return {family: float(family == alone) for family in families}
    parts = draw(
        st.lists(
            st.sampled_from([0, 1]) | st.integers(0, 1000),
            min_size=len(families),
            max_size=len(families),
        ).filter(any)
    )
    return {f: part / sum(parts) for f, part in zip(families, parts, strict=True)}


@st.composite
def anchor_lists(draw: st.DrawFn) -> list[list[float]]:
    later = draw(st.lists(st.integers(1, 200), max_size=4, unique=True).map(sorted))
    level = within(SMALLEST_ANCHOR_BN, LARGEST_ANCHOR_BN, 1.0, 9.0)
    return [[month, draw(level)] for month in [0, *later]]


@st.composite
def events(draw: st.DrawFn, families: Sequence[str]) -> Event:
    kind = EVENT_KINDS[draw(st.sampled_from(sorted(EVENT_KINDS)))]
    return Event(
        kind=kind.key,
        scope=draw(st.sampled_from([ALL, *families])) if kind.scoped else ALL,
        start_month=draw(st.integers(0, 60) | st.integers(0, 600)),
        duration_months=draw(st.integers(0, 30) | st.integers(0, 600)),
        severity=draw(within(0.0, kind.highest_severity)) if kind.has_severity else 0.0,
    )


def event_lists(families: Sequence[str]) -> st.SearchStrategy[list[Event]]:
    return st.lists(events(families), max_size=5)


def cells(column: Column, families: Sequence[str]) -> st.SearchStrategy[Any]:
    """Any value of a column of a list, but for names, which are each its own."""
    if column.kind == "whole":
        months = st.integers(int(column.low), int(column.high))
        near = st.integers(max(int(column.low), -24), min(int(column.high), 60))
        return near | months | (st.nothing() if column.needed else st.none())
    if column.is_number:
        return within(column.low, min(column.high, 10.0), 1.0)
    if column.kind == "note":
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    words = (*column.words, *(families if column.kind == "family" else ()))
    return st.sampled_from(words if column.needed else (*words, column.default))


@st.composite
def entries(draw: st.DrawFn, schema: ListSchema, families: Sequence[str]) -> list[Any]:
    """Any entries of a list: the first plain to read, each with a name of its own."""
    names = draw(st.lists(st.sampled_from(["A", "B, “b”", "Straße 1", "d;"]), unique=True))
    found = []
    for name in names:
        values = {
            column.key: name if column.kind == "name" else draw(cells(column, families))
            for column in schema.columns
        }
        found.append(schema.entry(**values))
    return found


def value(row: Parameter, families: Sequence[str]) -> st.SearchStrategy[Any]:
    """Any value the row allows."""
    if row.sums_to_one:
        return simplex(families)
    if row.per_family:
        assert isinstance(row.default, PerFamily)
        return st.fixed_dictionaries({f: numbers(row, row.default.values()) for f in families})
    if row.kind == "optional":
        return st.none() | numbers(row)
    if row.kind == "switch":
        return st.booleans()
    if row.kind == "month":
        assert row.bounds_text is not None
        first, last = map(month_number, row.bounds_text)
        return st.integers(first, last).map(month_text)
    if row.kind == "anchors":
        return anchor_lists()
    if row.key == "events":
        return event_lists(families)
    if row.schema is not None:
        return entries(row.schema, families)
    if row.kind == "choice":
        return st.sampled_from(row.words)
    assert row.is_number, f"{row.key}: no strategy for rows of kind {row.kind}"
    return numbers(row, [row.default])  # type: ignore[list-item]


@st.composite
def chips(draw: st.DrawFn, family: str, index: int) -> Chip:
    # Narrower than CHIP_BOUNDS, which only catch slips: real chips, a factor of ten either way.
    cells = {
        "tops": within(40.0, 50_000.0),
        "it_watts": within(40.0, 30_000.0),
        "capex_usd": within(500.0, 1e6),
        "rent_usd_per_hour": within(0.05, 90.0),
    }
    return Chip(
        family=family,
        name=f"{family} {index}",
        available=month_text(draw(st.integers(month_number("2022-01"), month_number("2035-12")))),
        **{key: draw(cells.get(key, st.just(CHIP_BOUNDS[key][0]))) for key in CHIP_BOUNDS},
        source="a test",
        grade="C",
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """One to four families of one to four generations, some of the same month."""
    rows = [
        draw(chips(family, index))
        for family in draw(st.permutations(FAMILY_NAMES))[: draw(st.integers(1, 4))]
        for index in range(draw(st.integers(1, 4)))
    ]
    return Catalogue("drawn", tuple(rows))


@st.composite
def scenarios(
    draw: st.DrawFn, own_catalogue: bool | None = None, fine: bool = False, **fixed: Any
) -> Scenario:
    """Any scenario the table allows, with the shipped chips or with drawn ones.

    With `fine`, one value has all its places: down to the smallest number there is.
    """
    drawn = draw(st.booleans()) if own_catalogue is None else own_catalogue
    catalogue = draw(catalogues()) if drawn else shipped_catalogue()
    families = catalogue.families
    values = {
        row.key: fixed[row.key] if row.key in fixed else draw(value(row, families))
        for row in PARAMETERS
    }
    if fine:
        row = draw(st.sampled_from([r for r in PARAMETERS if r.is_number and not r.whole]))
        values[row.key] = draw(st.floats(row.low, row.high))
        row = draw(
            st.sampled_from(
                [r for r in PARAMETERS if r.per_family and not r.whole and not r.sums_to_one]
            )
        )
        values[row.key] = {f: draw(st.floats(row.low, row.high)) for f in families}
    for low, high in (("slip_min", "slip_max"), ("grid_min", "grid_max")):
        values[low] = min(values[low], values[high])
    return Scenario(catalogue=catalogue).having(**values)
