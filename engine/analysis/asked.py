"""What an analysis may be asked of a scenario, beside `engine.allowed`: families, levers, runs.

The checks raise ValueError, which names what was given and what is allowed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from engine.allowed import word
from engine.tables.scenario import Scenario

if TYPE_CHECKING:
    from engine.analysis.variants import Lever


def families(given: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    """Some families of the scenario, each once.

    Takes: `given`, names; `known`, those of the scenario.
    Gives: the names given.
    Raises: ValueError for none, for one that is not known, and for one twice.
    """
    chosen = tuple(given)
    if not chosen:
        raise ValueError(f"no family: allowed are {', '.join(known)}")
    for family in chosen:
        word("family", family, known)
    if len(set(chosen)) < len(chosen):
        raise ValueError(f"families {', '.join(chosen)}: allowed is each once")
    return chosen


def levers(given: Iterable[Lever], scenario: Scenario) -> tuple[Lever, ...]:
    """Some sliders that the scenario has, each once.

    Takes: `given`, levers; `scenario`, whose families they may be of.
    Gives: the levers given.
    Raises: ValueError for one that the scenario has not, and for one twice.
    """
    chosen = tuple(given)
    for lever in chosen:
        lever.check(scenario)
    if len(set(chosen)) < len(chosen):
        raise ValueError("a lever is named twice; allowed is each once")
    return chosen


def entries(kind: str, given: Sequence[str], known: Iterable[Any]) -> tuple[str, ...]:
    """Some entries of a list of the scenario, each once.

    Takes: `kind`, the list's name; `given`, names of entries; `known`, the entries there are.
    Gives: the names given.
    Raises: ValueError for one that is not there, and for one twice.
    """
    names = tuple(entry.name for entry in known)
    if isinstance(given, str):
        raise ValueError(f"{kind} {given!r}: allowed is a list of {', '.join(names)}")
    chosen = tuple(given)
    for name in chosen:
        word(kind, name, names)
    if len(set(chosen)) < len(chosen):
        raise ValueError(f"{kind} {', '.join(chosen)}: allowed is each once")
    return chosen


def ranges(
    given: Iterable[Lever], scenario: Scenario, *, all_of_them: bool
) -> dict[Lever, tuple[float, float]]:
    """The plausible range of some levers of the scenario.

    Takes: `given`, levers; `scenario`; `all_of_them`, whether each must have one, else those that
        are set to nothing are left out.
    Gives: by lever its 10% and 90% points [the parameter's unit].
    Raises: ValueError for a lever that is set to nothing, and for one of how it is computed.
    """
    found: dict[Lever, tuple[float, float]] = {}
    for lever in given:
        range_here = lever.plausible(scenario) if lever.row.has_range else None
        if range_here is not None:
            found[lever] = range_here
        elif all_of_them:
            raise ValueError(f"lever {lever.key}: it has no plausible range; allowed is one set")
    return found


def same_horizon(scenarios: Sequence[Scenario]) -> None:
    """That some scenarios can be computed as one.

    Takes: `scenarios`, one or more.
    Raises: ValueError for none, and where horizon or catalogue differ.
    """
    if not scenarios:
        raise ValueError("no scenario: allowed are 1 or more")
    first = scenarios[0]
    for other in scenarios[1:]:
        if other.horizon_months != first.horizon_months or (
            other.catalogue is not first.catalogue and other.catalogue != first.catalogue
        ):
            raise ValueError("the scenarios differ in horizon or catalogue; allowed is one of each")
