"""Section 5, the stocks: what is there of all that came, summed so that no digit is lost.

A delivery leaves `life` months after it came. To add what comes and subtract what leaves is
quick, but once nearly all has left, the rounding of what was there is most of what remains.
So time is cut into blocks of one life: what still lives of the block before is summed from
its end backwards, and nothing is ever subtracted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from engine.model import compiled
from engine.model.arrays import Array, ArrayModule, Wholes
from engine.model.conventions import add_exactly, running_sum
from engine.model.fleet import Removed

Kind = TypeVar("Kind")


def alive(xp: ArrayModule, delivered: Array, initial: Array, life: Wholes) -> Array:
    """Stock after deliveries: what came in the last `life` months, and what is left of before.

    Takes: `delivered` (time, ...) [any unit, a month]; `initial` (time, ...) [the same unit], what
        is left of what was there; `life` (scenario, ...) [months], whole, on the host.
    Gives: (time, ...) [unit of `initial`].
    Source: model, section 5.
    """
    if compiled.usable(xp):
        shape = _spread(delivered.shape, initial.shape, life.shape)
        return compiled.stock(delivered, initial, life, None, xp.empty(shape))
    usual, others = by_value(xp, life.ravel().tolist(), life.ndim)
    if others:
        delivered = _with_a_place_for_each(xp, delivered, life)
    stock = xp.empty(delivered.shape)
    _add_up(xp, delivered, 0, usual, stock)
    for other, places in others.items():
        stock[places] = _added_up(xp, delivered[places], 0, other)
    return _plus(xp, stock, initial)


def serving(
    xp: ArrayModule, delivered: Array, initial: Array, bring_up: Wholes, life: Wholes
) -> Array:
    """The same, of what came at least `bring_up` months ago.

    Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (time, family, ...)
        [the same unit]; `bring_up` (family, scenario, ...) and `life` (scenario, ...) [months],
        whole, on the host.
    Gives: (time, family, ...) [unit of `initial`].
    Source: model, section 5, step 9.
    """
    if compiled.usable(xp):
        shape = _spread(delivered.shape, initial.shape, life.shape, bring_up.shape[1:])
        return compiled.stock(delivered, initial, life, bring_up, xp.empty(shape))
    lives, waits = life.ravel().tolist(), [own.ravel().tolist() for own in bring_up]
    worlds = max(len(lives), len(waits[0]))
    lives = _for_each(worlds, lives)
    kinds = [
        by_value(xp, list(zip(_for_each(worlds, own), lives, strict=True)), life.ndim)
        for own in waits
    ]
    if any(others for _, others in kinds):
        delivered = _with_a_place_for_each(xp, delivered, max(life, bring_up[0], key=len))
    stock = xp.empty(delivered.shape)
    for f, (usual, others) in enumerate(kinds):
        _add_up(xp, delivered[:, f], *usual, stock[:, f])
        for other, places in others.items():
            stock[:, f][places] = _added_up(xp, delivered[:, f][places], *other)
    return _plus(xp, stock, initial)


def left_of(xp: ArrayModule, delivered: Array, initial: Array, removed: Removed) -> Array:
    """The stock where chips leave as a queue: what came, less what has left in the order it came.

    Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (family, ...) [the same
        unit]; `removed`, Removed.
    Gives: (time, family, ...) [unit of `initial`].
    Source: model, section 5, step 4.
    """
    if compiled.usable(xp):
        return _queued(xp, delivered, initial, removed, leaving=False)
    (through, rest), (gone, gone_rest) = _come_and_gone(xp, delivered, initial, removed)
    return xp.maximum((through[1:] - gone) + (rest[1:] - gone_rest), 0.0)


def leaving_of(xp: ArrayModule, delivered: Array, initial: Array, removed: Removed) -> Array:
    """What leaves such a stock in each month, by age or for new chips.

    Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (family, ...) [the same
        unit]; `removed`, Removed.
    Gives: (time, family, ...) [unit of `initial`, a month].
    Source: model, section 5, step 4.
    """
    if compiled.usable(xp):
        return _queued(xp, delivered, initial, removed, leaving=True)
    _, (gone, rest) = _come_and_gone(xp, delivered, initial, removed)
    leaving = gone + rest
    leaving[1:] = (gone[1:] - gone[:-1]) + (rest[1:] - rest[:-1])
    return leaving


def _queued(
    xp: ArrayModule, delivered: Array, initial: Array, removed: Removed, *, leaving: bool
) -> Array:
    worlds = common_shape(delivered.shape[1:], initial.shape, removed.part.shape[1:])
    out = xp.empty((len(delivered), *worlds))
    return compiled.queued(delivered, initial, removed.head, removed.part, out, leaving=leaving)


def _spread(*shapes: tuple[int, ...]) -> tuple[int, ...]:
    """The shape to which arrays spread whose trailing axes are the same."""
    longest = max(map(len, shapes))
    return common_shape(*((1,) * (longest - len(shape)) + shape for shape in shapes))


def _come_and_gone(
    xp: ArrayModule, delivered: Array, initial: Array, removed: Removed
) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """(lot, family, ...) what came with all lots up to each, (time, family, ...) what has left.

    Both with what rounding has left of them, for their difference may be far smaller.
    """
    worlds = common_shape(delivered.shape[1:], initial.shape, removed.part.shape[1:])
    shape = (len(delivered), *worlds)
    head = xp.broadcast_to(removed.head, shape)
    lots = xp.empty((len(delivered) + 1, *worlds))
    lots[0], lots[1:] = initial, delivered
    through, rest = lots.copy(), xp.zeros(lots.shape)
    for v in range(1, len(lots)):
        through[v], lost = add_exactly(through[v - 1], lots[v])
        xp.add(rest[v - 1], lost, out=rest[v])
    of_family = lots[0].size
    place = head * of_family + places_in(xp, shape[1:])
    last_gone = place - of_family * (head > 0)
    gone = xp.where(head > 0, xp.take(through, last_gone), 0.0)
    gone_rest = xp.where(head > 0, xp.take(rest, last_gone), 0.0)
    return (through, rest), (gone, gone_rest + removed.part * xp.take(lots, place))


def common_shape(*shapes: tuple[int, ...]) -> tuple[int, ...]:
    """The shape to which arrays spread that have as many axes.

    Takes: `shapes` of the arrays.
    Gives: a shape.
    Source: model, section 0, draws.
    """
    return tuple(max(axis) for axis in zip(*shapes, strict=True))


def places_in(xp: ArrayModule, shape: tuple[int, ...]) -> Wholes:
    """The flat place of each entry of an array, as `take` understands it.

    Takes: `shape` of the array.
    Gives: (...) [place], whole numbers from 0 on.
    Source: model, section 5, step 4: a queue of lots.
    """
    size = math.prod(shape)
    return xp.arange(size, dtype=float).astype(int).reshape(shape)


def serving_of(xp: ArrayModule, removed: Removed, bring_up: Wholes) -> Array:
    """The peak that came at least `bring_up` months ago and has not left.

    Takes: `removed`, Removed; `bring_up` (family, scenario, ...) [months], whole, on the host.
    Gives: (time, family, ...) [TFLOP/s].
    Source: model, section 5, step 9.
    """
    months, families, *worlds = removed.part.shape
    worlds = list(common_shape(tuple(worlds), bring_up.shape[1:]))
    if compiled.usable(xp):
        come_and_gone = (
            *(removed.peak_through, removed.peak_through_rest),
            *(removed.peak_of_lots, removed.peak_rest),
        )
        room = xp.empty((months, families, *worlds))
        return compiled.serving(*come_and_gone, bring_up, room)
    come, rest = xp.empty((months, families, *worlds)), xp.empty((months, families, *worlds))
    for f, waits in enumerate(bring_up):
        usual, others = by_value(xp, waits.ravel().tolist(), waits.ndim)
        for filled, sums in ((come, removed.peak_through), (rest, removed.peak_through_rest)):
            through = xp.broadcast_to(sums[:, f], (months + 1, *worlds))
            for wait, places in {usual: ..., **others}.items():
                filled[:wait, f][places] = through[:1][places]
                filled[wait:, f][places] = through[1 : max(months - wait, 0) + 1][places]
    return xp.maximum((come - removed.peak_of_lots) + (rest - removed.peak_rest), 0.0)


def still_there(xp: ArrayModule, flow: Array) -> Array:
    """What is yet to leave of a block: the sum from each month to the last.

    Takes: `flow` (time, ...) [any unit, a month].
    Gives: (time, ...) [unit of `flow`, summed].
    Source: model, section 5.
    """
    return running_sum(xp, flow[::-1])[::-1]


def later(xp: ArrayModule, flow: Array, months: Wholes) -> Array:
    """`flow` moved some months later, zero before.

    Takes: `flow` (time, ...) [any unit]; `months` (scenario, ...) [months], whole, on the host.
    Gives: (time, ...) [unit of `flow`].
    Source: model, section 5: a delivery leaves at the start of month v + L.
    """
    usual, others = by_value(xp, months.ravel().tolist(), months.ndim)
    if others:
        flow = _with_a_place_for_each(xp, flow, months)
    moved = xp.empty(flow.shape)
    moved[:usual] = 0.0
    moved[usual:] = flow[: max(len(flow) - usual, 0)]
    for delay, places in others.items():
        moved[:delay][places] = 0.0
        moved[delay:][places] = flow[: max(len(flow) - delay, 0)][places]
    return moved


def by_value(xp: ArrayModule, values: Sequence[Kind], axes: int) -> tuple[Kind, dict[Kind, Any]]:
    """The most common of the scenarios' `values`, and for each other one its places.

    Takes: `values`, one a scenario; `axes`, how many trailing axes there are.
    Gives: the most common value, and by each other one an index of the scenario axis.
    """
    usual = max(set(values), key=values.count)
    others = dict.fromkeys(value for value in values if value != usual)
    return usual, {value: places_of(xp, value, values, axes) for value in others}


def places_by_value(xp: ArrayModule, months: Wholes) -> dict[int, Any]:
    """Where the scenarios have each value, the most common one first; all of them where they agree.

    Takes: `months` (scenario, ...) [months], whole, on the host.
    Gives: by value an index of the scenario axis.
    Source: model, section 5: lives may differ from scenario to scenario.
    """
    values: list[int] = months.ravel().tolist()
    usual, others = by_value(xp, values, months.ndim)
    return {usual: places_of(xp, usual, values, months.ndim) if others else ..., **others}


def places_of(xp: ArrayModule, value: Kind, values: Sequence[Kind], axes: int) -> Any:
    """Where `values` are `value`.

    Takes: `value`; `values`, one a scenario; `axes`, how many trailing axes there are.
    Gives: an index of the scenario axis, the first of the last `axes`.
    """
    places = xp.asarray([i for i, own in enumerate(values) if own == value])
    return (..., places, *(slice(None),) * (axes - 1))


def _for_each(worlds: int, values: list[int]) -> list[int]:
    return values if len(values) == worlds else values * worlds


def _with_a_place_for_each(xp: ArrayModule, flow: Array, months: Wholes) -> Array:
    """`flow` with a scenario axis as long as that of `months`."""
    shape = list(flow.shape)
    shape[-months.ndim] = len(months)
    return xp.broadcast_to(flow, tuple(shape))


def _added_up(xp: ArrayModule, flow: Array, youngest: int, life: int) -> Array:
    total = xp.empty(flow.shape)
    _add_up(xp, flow, youngest, life, total)
    return total


def _add_up(xp: ArrayModule, flow: Array, youngest: int, life: int, total: Array) -> None:
    """Fill `total` with what came `youngest` to `life - 1` months before each month."""
    span = life - youngest
    if span <= 0:
        total[:] = 0.0
        return
    if youngest:
        total[:youngest] = 0.0
        total = total[youngest:]
    months = len(total)
    for begin in range(0, months, span):
        end = min(begin + span, months)
        running_sum(xp, flow[begin:end], out=total[begin:end])
        if begin:
            left = still_there(xp, flow[begin - span + 1 : begin])[: end - begin]
            total[begin : begin + len(left)] += left


def _plus(xp: ArrayModule, stock: Array, initial: Array) -> Array:
    covers = all(a >= b for a, b in zip(stock.shape, initial.shape, strict=True))
    return xp.add(stock, initial, out=stock) if covers else stock + initial
