"""A plan's file: TOML, checked against the tables, with one line for what is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from engine.analysis.kpi import How, Kpi
from engine.analysis.outcomes import MEASURES
from engine.files import scenario_files
from engine.problems import Problem, ScenarioError, shown
from engine.resource import resource
from engine.sweep import given as check
from engine.sweep.factors import Factor
from engine.sweep.given import refused
from engine.sweep.measures import DEFAULT, Measure
from engine.sweep.plan import (
    EVERYTHING,
    MOST_SCENARIOS,
    NOTHING,
    OF_MEASURES,
    SKIP,
    STOP,
    Plan,
    month_of,
)
from engine.sweep.plan_parts import MOST_SEED, Bases, dimension, sample
from engine.tables.scenario import Scenario
from engine.text import translate, written
from engine.worlds.ensemble import EXACT_VALUES, ON_SCREEN, all_columns

LARGEST_PLAN = 5_000_000  # bytes: tens of thousands of values that are listed one by one
MOST_DRAWS = 1_000_000
DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){32}""")
# fmt: off
TOP = ("name", "bases", "draws", "seed", "columns", "measures", "months", "raw", "impossible",
       "measure", "dimension", "sample")
MEASURE = ("name", "column", "how", "month", "first", "last", "better")
# fmt: on
DEFAULT_BASE = "article_2025_10"


def load_plan(path: Path) -> Plan:
    """The plan in a file.

    Takes: `path`; scenario files that it names are looked for beside it.
    Gives: Plan.
    Raises: ScenarioError, whose text is one line that names the file.
    """
    data = scenario_files.read(path, LARGEST_PLAN)
    try:
        return parse_plan(data, path.parent)
    except ScenarioError as error:
        if error.file:
            raise
        raise error.in_file(str(path)) from None


def parse_plan(data: bytes, folder: Path, kept: Path | None = None) -> Plan:
    """The plan that a file's bytes say.

    Takes: `data`, TOML; `folder`, where its scenario files are; `kept`, a folder that holds them
        all, each under its label, as that of a sweep does.
    Gives: Plan.
    Raises: ScenarioError where it is none.
    """
    try:
        text = data.decode("utf-8-sig")
        content = _content(text)
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, or too long a number
        why = translate("Sweep", "is no plan in TOML: {reason}")
        reason = shown(str(error), quote=False)
        raise ScenarioError(Problem("", "", why.format(reason=reason))) from None
    check.known("", content, TOP)
    bases = _bases(content, folder, kept)
    factors = _factors(content, bases)
    columns = [column for factor in factors for column in factor.columns]
    if twice := [column for column in columns if columns.count(column) > 1]:
        raise refused("dimension", twice[0], translate("Sweep", "is varied twice"))
    keep = (NOTHING, OF_MEASURES, EVERYTHING)
    plan = Plan(
        name=check.text("name", content.get("name", "")),
        bases=bases,
        factors=tuple(factors),
        draws=check.whole("draws", content, 1, MOST_DRAWS),
        seed=check.whole("seed", content, 0, MOST_SEED),
        columns=_columns(content.get("columns", list(ON_SCREEN)), bases),
        measures=_measures(content, bases),
        months=_months(content.get("months"), bases),
        raw=check.word("raw", content.get("raw", NOTHING), keep),
        impossible=check.word("impossible", content.get("impossible", STOP), (STOP, SKIP)),
        text=text,
    )
    _refuse_too_much_raw(plan)
    return plan


def _content(text: str) -> dict[str, Any]:
    if DEEP_KEY.search(text):  # each part of it costs the reader as much as all before it
        raise ValueError("a key has too many parts")
    return tomllib.loads(text)


def _factors(content: Mapping[str, Any], bases: Bases) -> list[Factor]:
    """What varies; refused as soon as it is too much, before more of it is made."""
    factors: list[Factor] = []
    count = len(bases)
    for key, made in (("dimension", dimension), ("sample", sample)):
        for i, given in enumerate(check.tables(key, content)):
            factors.append(made(f"{key}[{i}]", given, bases))
            count *= len(factors[-1].levels)
            if count > MOST_SCENARIOS:
                most = translate("Sweep", "at most {most} are allowed").format(
                    most=written(MOST_SCENARIOS, ",d")
                )
                raise refused(translate("Sweep", "scenarios"), count, most)
    return factors


def _bases(
    content: Mapping[str, Any], folder: Path, kept: Path | None
) -> tuple[tuple[str, Scenario], ...]:
    names = [
        check.text("bases", name)
        for name in check.listed("bases", content.get("bases", [DEFAULT_BASE]))
    ]
    labels = [Path(name).stem for name in names]
    if not names or len(set(labels)) < len(labels):
        raise refused("bases", names, translate("Sweep", "one or more, each once"))
    if kept is not None:
        files = [kept / f"{label}{scenario_files.SUFFIX}" for label in labels]
        loaded = [scenario_files.load(file).scenario for file in files]
        return tuple(zip(labels, loaded, strict=True))
    return tuple((label, _base(name, folder)) for label, name in zip(labels, names, strict=True))


def _base(name: str, folder: Path) -> Scenario:
    """A shipped scenario by its bare name, or that of a file."""
    if Path(name).name == name and not Path(name).suffix:
        shipped = resource("scenarios", f"{name}{scenario_files.SUFFIX}")
        if shipped.is_file():
            return scenario_files.parse(shipped.read_bytes()).scenario
    return scenario_files.load(folder / name).scenario


def _refuse_too_much_raw(plan: Plan) -> None:
    """Every value of every month is kept in memory until the scenario is written."""
    if plan.raw != EVERYTHING:
        return
    for _, base in plan.bases:
        values = plan.draws_of(base) * base.horizon_months * len(plan.columns_of(base))
        if values > EXACT_VALUES:
            most = translate("Sweep", "values of each scenario; at most {most} are kept")
            raise refused('raw = "all"', values, most.format(most=written(EXACT_VALUES, ",d")))


def _columns(given: Any, bases: Bases) -> tuple[str, ...]:
    listed = [given] if given == EVERYTHING else check.listed("columns", given)
    if listed == [EVERYTHING]:
        return (EVERYTHING,)
    for _, base in bases:
        known = all_columns(base.families)
        for column in listed:
            if column not in known:
                why = translate("Sweep", "no such series of numbers; `describe series` lists them")
                raise refused("columns", column, why)
    return tuple(dict.fromkeys(listed))


def _measures(content: Mapping[str, Any], bases: Bases) -> tuple[Measure, ...]:
    found = [
        Measure(check.word("measures", name, MEASURES))
        for name in check.listed("measures", content.get("measures", list(DEFAULT)))
    ]
    found += [
        _own_measure(f"measure[{i}]", given, bases)
        for i, given in enumerate(check.tables("measure", content))
    ]
    names = [measure.name for measure in found]
    if not found or len(set(names)) < len(names):
        raise refused("measures", names, translate("Sweep", "one or more, each once"))
    return tuple(found)


def _own_measure(at: str, given: Mapping[str, Any], bases: Bases) -> Measure:
    check.known(at, given, MEASURE)
    name = check.text(f"{at}.name", given.get("name", ""))
    if not name.isidentifier() or name in MEASURES:
        why = translate("Sweep", "a measure has a name of its own, of letters, digits and _")
        raise refused(f"{at}.name", name, why)
    column = _columns([given.get("column")], bases)[0]
    how = check.word(f"{at}.how", given.get("how", "at"), get_args(How))
    better = check.word(f"{at}.better", given.get("better", "high"), ("high", "low"))
    ends = ("month", "month") if how == "at" else ("first", "last")
    base = bases[0][1]
    if any(other.start != base.start for _, other in bases):
        raise refused(at, "", translate("Sweep", "the bases start in other months"))
    try:
        first, last = (month_of(base, str(given.get(end, ""))) for end in ends)
        kpi = Kpi(column, how, first, last)  # type: ignore[arg-type]
        for _, other in bases:
            kpi.check(other)
    except ScenarioError as error:
        raise error.in_file(at) from None
    except ValueError as error:
        raise refused(at, "", str(error)) from None
    return Measure(name, kpi, better == "low")


def _months(given: Any, bases: Bases) -> tuple[str, str] | None:
    if given is None:
        return None
    months = check.listed("months", given)
    if len(months) != 2:
        why = translate("Sweep", "allowed are a first and a last month, YYYY-MM")
        raise refused("months", given, why)
    first, last = (str(month) for month in months)
    for _, base in bases:
        if month_of(base, first) > month_of(base, last):
            raise refused("months", given, translate("Sweep", "the last is before the first"))
    return first, last
