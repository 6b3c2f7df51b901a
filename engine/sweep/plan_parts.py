"""The parts of a plan that vary: dimensions and samples, from what its file says of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.analysis.variants import Lever
from engine.model.arrays import Array
from engine.problems import ScenarioError
from engine.sweep import given as check
from engine.sweep import points
from engine.sweep.factors import LISTS, Factor, Level, is_decision, lever_of
from engine.sweep.given import refused
from engine.tables.limits import finite_number, number_within
from engine.tables.scenario import Scenario, parameter
from engine.text import translate, written
from engine.worlds.low_discrepancy import DIMENSIONS

Bases = Sequence[tuple[str, Scenario]]

MOST_LEVELS = 1_000_000
MOST_SEED = 2**32 - 1
LARGEST = 1e15  # of an end, in whatever unit
DIGITS = ".12g"  # of a range: 0.1 + 0.2 is 0.3
# fmt: off
DIMENSION = ("name", "key", "values", "from", "to", "steps", "scale", "simplex", "role", "option")
# fmt: on
OPTION = ("label", "set", "add", "remove")
SAMPLE = ("name", "method", "points", "seed", "levers", "role")
METHODS = ("latin", "sobol", "saltelli")
ROLES = ("decision", "assumption")
SIMPLEX, NONE, EVENTS = "simplex", "none", "events"


def dimension(at: str, given: Mapping[str, Any], bases: Bases) -> Factor:
    """A factor of a lever's values, or of options.

    Takes: `at`, its place in the file; `given`, its table; `bases`, with their names.
    Gives: Factor.
    Raises: ScenarioError where it is none.
    """
    check.known(at, given, DIMENSION)
    if ("key" in given) == ("option" in given):
        raise refused(at, "", translate("Sweep", "has either a key or options"))
    if "option" in given:
        return _options(at, given, bases)
    key = check.text(f"{at}.key", given["key"])
    lever = _lever(at, key, bases)
    decides = _decides(at, given, is_decision([key]))
    label = check.text(f"{at}.name", given.get("name", "")) or key
    if "simplex" in given:
        return _grid_on_simplex(at, key, given, bases, decides)
    values = _values(at, given, lever)
    if not values:
        raise refused(f"{at}.values", [], translate("Sweep", "allowed are one or more"))
    if lever.row.per_family and not lever.family:
        families = bases[0][1].families
        columns = tuple(f"{label}.{family}" for family in families)
        levels = [
            Level(_cells_of(check.table(f"{at}.values", value), families), {key: value})
            for value in values
        ]
        return Factor(label, "grid", decides, columns, (columns,), tuple(levels))
    levels = [Level((_cell(value),), {key: value}) for value in values]
    return Factor(label, "grid", decides, (label,), ((label,),), tuple(levels))


def _cell(value: Any) -> float | str:
    number = finite_number(value)
    if number is not None:
        return number
    return NONE if value is None else str(value)


def _cells_of(value: Mapping[str, Any], families: Sequence[str]) -> tuple[float | str, ...]:
    return tuple(_cell(value.get(family)) for family in families)


def _values(at: str, given: Mapping[str, Any], lever: Lever) -> list[Any]:
    """The values that are listed, or those of a range with both its ends."""
    if "values" in given:
        found = check.listed(f"{at}.values", given["values"])
        optional = lever.row.kind == "optional"
        return [None if optional and value == NONE else value for value in found]
    low, high = (finite_number(given.get(end)) for end in ("from", "to"))
    steps = check.whole("steps", given, 2, MOST_LEVELS, at)
    if low is None or high is None or steps is None:
        raise refused(at, "", translate("Sweep", "has values, or from, to and steps"))
    _check_ends(f"{at}.from", low, high)
    log = check.word(f"{at}.scale", given.get("scale", "lin"), ("lin", "log")) == "log"
    if log and not (low > 0 and high > 0):
        raise refused(f"{at}.from", low, translate("Sweep", "a log range lies above 0"))
    shares = [step / (steps - 1) for step in range(steps)]
    if log:
        line = [low * (high / low) ** share for share in shares]
    else:
        line = [low + (high - low) * share for share in shares]
    if lever.row.whole:
        return list(dict.fromkeys(round(value) for value in line))
    return [float(format(value, DIGITS)) for value in line]


def _check_ends(at: str, *ends: float) -> None:
    """No lever reaches so far that the way from one end to the other is no number."""
    for end in ends:
        if abs(end) > LARGEST:
            raise refused(at, end, number_within(-LARGEST, LARGEST))


def _grid_on_simplex(
    at: str, key: str, given: Mapping[str, Any], bases: Bases, decides: bool
) -> Factor:
    """Every way to share out a sum of one in equal parts."""
    families = _shares(f"{at}.simplex", key, bases)
    steps = check.whole("simplex", given, 1, MOST_LEVELS, at) or 1
    columns = tuple(f"{key}.{family}" for family in families)
    places = steps + len(families) - 1
    levels = []
    for bars in itertools.combinations(range(places), len(families) - 1):
        pairs = itertools.pairwise((-1, *bars, places))
        shares = tuple((end - begin - 1) / steps for begin, end in pairs)
        levels.append(Level(shares, {key: dict(zip(families, shares, strict=True))}))
        if len(levels) > MOST_LEVELS:
            most = translate("Sweep", "gives more than {most} mixes")
            raise refused(f"{at}.simplex", steps, most.format(most=written(MOST_LEVELS, ",d")))
    return Factor(key, "grid", decides, columns, (columns,), tuple(levels))


def _shares(at: str, key: str, bases: Bases) -> tuple[str, ...]:
    """The families that share a sum of one, the same in all bases."""
    if not parameter(key).sums_to_one:
        raise refused(at, key, translate("Sweep", "a simplex is of shares that sum to 1"))
    families = bases[0][1].families
    if any(base.families != families for _, base in bases):
        raise refused(at, key, translate("Sweep", "the bases have other families"))
    return families


def _options(at: str, given: Mapping[str, Any], bases: Bases) -> Factor:
    name = check.text(f"{at}.name", given.get("name", ""))
    if not name:
        raise refused(f"{at}.name", "", translate("Sweep", "options have a name"))
    levels = tuple(
        _option(f"{at}.option[{i}]", option, bases)
        for i, option in enumerate(check.tables("option", given, at))
    )
    labels = [level.cells[0] for level in levels]
    if not levels or len(set(labels)) < len(labels):
        raise refused(f"{at}.option", labels, translate("Sweep", "one or more, each once"))
    keys = {key for level in levels for key in (*level.sets, *level.adds, *level.removes)}
    decides = _decides(at, given, is_decision(keys))
    return Factor(name, "options", decides, (name,), ((name,),), levels)


def _option(at: str, given: Mapping[str, Any], bases: Bases) -> Level:
    check.known(at, given, OPTION)
    label = check.text(f"{at}.label", given.get("label", ""))
    if not label:
        raise refused(f"{at}.label", "", translate("Sweep", "an option has a label"))
    sets = check.table(f"{at}.set", given.get("set", {}))
    for key in sets:
        _lever(f"{at}.set", key, bases)
    adds, removes = (check.table(f"{at}.{part}", given.get(part, {})) for part in OPTION[2:])
    for part, lists in (("add", adds), ("remove", removes)):
        check.known(f"{at}.{part}", lists, LISTS)
        for key, entries in lists.items():
            check.listed(f"{at}.{part}.{key}", entries)
    for key, entries in adds.items():
        for _, base in bases:
            try:
                parameter(key).check(entries, base.families)
            except ScenarioError as error:
                raise error.in_file(f"{at}.add") from None
    return Level((label,), dict(sets), dict(adds), dict(removes))


def sample(at: str, given: Mapping[str, Any], bases: Bases) -> Factor:
    """A factor of levers that are drawn together.

    Takes: `at`, its place in the file; `given`, its table; `bases`, with their names.
    Gives: Factor.
    Raises: ScenarioError where it is none.
    """
    check.known(at, given, SAMPLE)
    method = check.word(f"{at}.method", given.get("method", METHODS[0]), METHODS)
    count = check.whole("points", given, 1, points.MOST_POINTS, at)
    if count is None:
        raise refused(f"{at}.points", "", translate("Sweep", "a sample has points"))
    seed = check.whole("seed", given, 0, MOST_SEED, at) or 0
    levers = check.table(f"{at}.levers", given.get("levers", {}))
    if not levers:
        raise refused(f"{at}.levers", {}, translate("Sweep", "allowed are one or more"))
    drawn = [_drawn(f"{at}.levers", key, span, bases) for key, span in levers.items()]
    places = _places(at, method, [size for _, size, _ in drawn], count, seed)
    columns: list[str] = []
    lines: list[list[float]] = []
    begin = 0
    for own, size, mapped in drawn:
        whole = parameter(own[0].partition(".")[0]).whole
        for line in mapped(places[begin : begin + size]).tolist():
            lines.append([round(value) if whole else value for value in line])
        columns += own
        begin += size
    groups = tuple(own for own, _, _ in drawn)
    levels = tuple(_level(cells, tuple(levers), groups) for cells in zip(*lines, strict=True))
    name = check.text(f"{at}.name", given.get("name", "")) or at
    decides = _decides(at, given, is_decision(levers))
    design = count if method == "saltelli" else 0
    return Factor(name, method, decides, tuple(columns), groups, levels, design)


def _level(
    cells: tuple[float, ...], levers: Sequence[str], groups: Sequence[tuple[str, ...]]
) -> Level:
    sets: dict[str, Any] = {}
    left = iter(cells)
    for key, columns in zip(levers, groups, strict=True):
        if columns == (key,):
            sets[key] = next(left)
        else:
            sets[key] = {column.rpartition(".")[2]: next(left) for column in columns}
    return Level(cells, sets)


Mapped = Callable[[Array], Array]


def _drawn(at: str, key: str, span: Any, bases: Bases) -> tuple[tuple[str, ...], int, Mapped]:
    """A lever's columns, how many coordinates it takes, and what makes its values of them."""
    lever = _lever(at, key, bases)
    if span == SIMPLEX:
        families = _shares(f"{at}.{key}", key, bases)
        return tuple(f"{key}.{f}" for f in families), len(families) - 1, points.on_simplex
    ends = [finite_number(end) for end in span] if isinstance(span, list) else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        raise refused(f"{at}.{key}", span, translate("Sweep", "allowed is [low, high]"))
    low, high = ends[0], ends[1]
    _check_ends(f"{at}.{key}", low, high)
    if (lever.row.per_family and not lever.family) or not (lever.row.is_number or lever.family):
        raise refused(f"{at}.{key}", span, translate("Sweep", "is not one number"))
    if lever.row.scale == "log" and low > 0:
        return (key,), 1, lambda places: low * (high / low) ** places
    return (key,), 1, lambda places: low + (high - low) * places


def _places(at: str, method: str, sizes: list[int], count: int, seed: int) -> Array:
    """(dimension, point) the sample in the unit cube."""
    dimensions = sum(sizes)
    needed = dimensions * (2 if method == "saltelli" else 1)
    if method != "latin" and needed > DIMENSIONS:
        most = translate("Sweep", "dimensions; at most {most} are allowed")
        raise refused(f"{at}.levers", needed, most.format(most=written(DIMENSIONS, ",d")))
    if method == "saltelli":
        return points.saltelli(sizes, count, seed)
    return (points.latin if method == "latin" else points.sobol)(dimensions, count, seed)


def _lever(at: str, key: str, bases: Bases) -> Lever:
    try:
        levers = [lever_of(key, base.families) for _, base in bases]
        return levers[0]
    except ScenarioError as error:
        raise error.in_file(at) from None


def _decides(at: str, given: Mapping[str, Any], usual: bool) -> bool:
    """Whether it is a decision, by what the plan says, or else by the table."""
    if "role" not in given:
        return usual
    return check.word(f"{at}.role", given["role"], ROLES) == ROLES[0]
