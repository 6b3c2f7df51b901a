"""What the compiled loops take and fill; see this package."""

from engine.model.arrays import Array, Wholes

EDITION: int

def buy(
    inputs: tuple[Array | None, ...],
    outputs: tuple[Array | None, ...],
    removed: tuple[Array | Wholes, ...] | None,
    /,
) -> None: ...
def stock(
    out: Array,
    delivered: Array,
    initial: Array,
    life: Array,
    wait: Array | None,
    by_family: bool,
    /,
) -> None: ...
def queued(
    out: Array, delivered: Array, initial: Array, head: Wholes, part: Array, leaving: bool, /
) -> None: ...
def serving(out: Array, wait: Array, sums: tuple[Array, Array, Array, Array], /) -> None: ...
def take_over(
    out: Array, older: Array, newer: Array, month: Array, available: Array, ramp: Array, /
) -> None: ...
def weighted(
    out: Array,
    weight: Array | None,
    counted: tuple[int, ...],
    factors: tuple[Array, ...],
    /,
) -> None: ...
