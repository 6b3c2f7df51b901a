"""What the engine may be asked: each check names what was given and what is allowed.

They raise ValueError, so that a slip is never answered with a number.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Sequence
from numbers import Real

MOST_DRAWS = 2**32  # of the sequence's numbers; then the sequence of luck begins again


def word(what: str, given: object, allowed: Iterable[str]) -> None:
    """That what is given is one of the words that are allowed.

    Takes: `what` it is, for the message; `given`; `allowed`, the words.
    Raises: ValueError where it is none.
    """
    known = tuple(allowed)
    if given not in known:
        raise ValueError(f"{what} {given!r}: allowed are {', '.join(known)}")


def words(what: str, given: object, allowed: Iterable[str]) -> None:
    """That what is given lists some of the words that are allowed; one word alone is no list.

    Takes: `what` they are, for the message; `given`; `allowed`, the words.
    Raises: ValueError where it does not.
    """
    known = tuple(allowed)
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise ValueError(f"{what} {given!r}: allowed is a list of {', '.join(known)}")
    for each in given:
        word(what, each, known)


def whole(what: str, given: object, low: int, high: float = math.inf) -> int:
    """What is given as a whole number; true, false and 3.0 are none.

    Takes: `what` it is, for the message; `given`; `low` and `high`, both allowed.
    Gives: the number.
    Raises: ValueError where it is none, or out of the bounds.
    """
    try:
        value = operator.index(given)  # type: ignore[arg-type]
    except TypeError:
        value = None
    if value is None or isinstance(given, bool) or not low <= value <= high:
        most = f"to {high:.0f}" if math.isfinite(high) else "upwards"
        raise ValueError(f"{what} {given!r}: allowed are whole numbers from {low} {most}")
    return value


def draws(given: object) -> int:
    """How many worlds.

    Takes: `given`.
    Gives: the number.
    Raises: ValueError where it is no whole number from 1 to 2^32.
    """
    return whole("draws", given, 1, MOST_DRAWS)


def number(what: str, given: object) -> float:
    """What is given as a number, and no infinite one.

    Takes: `what` it is, for the message; `given`.
    Gives: the number.
    Raises: ValueError where it is none.
    """
    if isinstance(given, bool) or not isinstance(given, Real) or not math.isfinite(given):
        raise ValueError(f"{what} {given!r}: allowed are finite numbers")
    return float(given)


def share(what: str, given: object) -> float:
    """What is given as a share.

    Takes: `what` it is, for the message; `given`.
    Gives: 0 to 1.
    Raises: ValueError where it is none.
    """
    if not 0 <= number(what, given) <= 1:
        raise ValueError(f"{what} {given!r}: allowed are numbers from 0 to 1")
    return number(what, given)


def months(what: str, given: object, horizon_months: int) -> tuple[int, int]:
    """The first and the last of some months, both within the horizon.

    Takes: `what` they are, for the message; `given`, the two; `horizon_months` [months].
    Gives: first and last [months since start].
    Raises: ValueError where they are no such months.
    """
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) != 2:
        raise ValueError(f"{what} {given!r}: allowed are a first and a last month")
    last = horizon_months - 1
    first, end = (whole(f"{what} {tuple(given)}: month", month, 0, last) for month in given)
    if first > end:
        raise ValueError(f"{what} {tuple(given)}: allowed is a last month not before the first")
    return first, end
