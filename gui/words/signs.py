"""How differences are written: with a sign, and none before what rounds to nothing. No Qt here."""

from __future__ import annotations


def is_nought(text: str) -> bool:
    """Whether a number, as it is written, is none: `0`, `0.00 GW`."""
    return not any(digit in text for digit in "123456789")


def with_sign(value: float, amount: str, nothing: str) -> str:
    """How much it is, as written without a sign, with that of `value`.

    What rounds to none has none: it is said as `nothing`.
    """
    if is_nought(amount):
        return nothing
    return f"+{amount}" if value > 0 else f"\u2212{amount}"
