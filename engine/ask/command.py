"""`ask FILE QUESTION`: what can be typed, and the answer as JSON or Markdown.

Both have the same content: `facts` by name, and `tables`, each a list of rows by column.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Mapping
from typing import Any

from engine.analysis.kpi import Kpi
from engine.analysis.proposals import DECISIONS, decisions
from engine.analysis.shortness import Shortness
from engine.analysis.variants import Lever
from engine.ask.asked import Asked, Named
from engine.ask.markdown import markdown
from engine.ask.questions import QUESTIONS, WITHOUT, told_of
from engine.ask.words import CHANCE
from engine.files import scenario_files
from engine.problems import Problem, ScenarioError, shown
from engine.tables.parameter import MONTH_PATTERN, month_number
from engine.tables.scenario import Scenario
from engine.text import translate
from engine.values import PerFamily
from engine.worlds.risk import default_window

SHAPE = "headroom-ask/1"
WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
MEASURE, HOW = "unserved_revenue_bn", "total"
FAILED = 0.1  # of the worlds


def add_options(command: argparse.ArgumentParser) -> None:
    """What can be typed after `ask`.

    Takes: `command`, its parser.
    """
    command.add_argument("file", help="a scenario file")
    command.add_argument("question", choices=list(QUESTIONS))
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs; the default")
    form.add_argument("--md", action="store_true", help="for people, in Markdown")
    command.add_argument("--baseline", metavar="FILE", help="what why and chance compare with")
    command.add_argument(
        "--measure",
        default=MEASURE,
        metavar="COLUMN",
        help=f"of a run, or of goal {CHANCE}",
    )
    command.add_argument("--how", default=HOW, help="at, total, mean, highest or lowest")
    when = "YYYY-MM, or months since start"
    command.add_argument("--from", dest="first", metavar="MONTH", type=_month, help=when)
    command.add_argument("--to", dest="last", metavar="MONTH", type=_month, help=when)
    command.add_argument("--good", choices=["low", "high"], default="low", help="of the measure")
    command.add_argument(
        "--target",
        type=_number,
        metavar="X",
        help="of goal and calendar; of prim the value beyond which a world has failed",
    )
    command.add_argument(
        "--share",
        type=_number,
        default=FAILED,
        metavar="P",
        help="of prim without "
        "a target: how many of the worlds, the worst, have failed; by default a tenth",
    )
    command.add_argument("--chance", type=_number, default=0.5, metavar="P", help="of calendar")
    command.add_argument(
        "--levers",
        metavar="LIST",
        help=f"that goal may move: by default {', '.join(DECISIONS)}, and sites and "
        "contracts that are still to come",
    )
    command.add_argument("--draws", default="256", metavar="N", help="how many worlds")


def _month(text: str) -> str:
    """A month as it may be typed. Raises ArgumentTypeError, which is told in a line."""
    if not (MONTH_PATTERN.fullmatch(text) or WHOLE.fullmatch(text)):
        why = translate("Command", "allowed is a month, YYYY-MM, or months since the start")
        raise argparse.ArgumentTypeError(f"{shown(text, quote=False)}: {why}")
    return text


def _since_start(text: str | None, scenario: Scenario) -> int | None:
    if text is None:
        return None
    if WHOLE.fullmatch(text):
        return int(text)
    return month_number(text) - month_number(scenario.start)


def _number(text: str) -> float:
    """A number in the digits 0 to 9. Raises ArgumentTypeError, which is told in a line."""
    if not NUMBER.fullmatch(text):
        why = translate("Command", "allowed is a number, such as 0.25 or 1e6")
        raise argparse.ArgumentTypeError(f"{shown(text, quote=False)}: {why}")
    return float(text)


def answered(options: argparse.Namespace, draws: int) -> str:
    """The answer as text.

    Takes: `options`, as typed; `draws`, how many worlds.
    Gives: JSON, or Markdown.
    Raises: ScenarioError for what can't be asked.
    """
    _require_choices(options)
    scenario = scenario_files.load(options.file).scenario
    baseline = None
    if options.baseline is not None:
        baseline = scenario_files.load(options.baseline).scenario
    window = default_window(scenario)
    first, last = (_since_start(end, scenario) for end in (options.first, options.last))
    first = window[0] if first is None else first
    last = (first if options.how == "at" else window[1]) if last is None else last
    try:
        kpi = Kpi(options.measure, options.how, first, last)
        if options.measure == CHANCE and options.question == "goal":
            share = options.target if options.target is not None else 0.0
            kpi = Shortness(CHANCE, first=first, last=last, share=share, worlds=draws)
        kpi.check(scenario)
        asked = Asked(
            scenario,
            baseline,
            kpi,
            draws,
            options.good == "low",
            options.target,
            options.chance,
            options.share,
            decisions(scenario) if options.levers is None else _levers(options.levers, scenario),
        )
        answer = QUESTIONS[options.question](asked)
    except ValueError as error:
        if isinstance(error, ScenarioError):
            raise
        raise ScenarioError(Problem(f"ask {options.question}", "", str(error))) from None
    asked = told_of(options.question, asked)
    head = {
        "question": options.question,
        "scenario": scenario.name,
        "measure": vars(asked.kpi),
        "worlds": draws,
    }
    if options.md:
        return markdown(asked, options.question, answer)
    whole = {"shape": SHAPE, **head, "facts": answer.facts, "tables": answer.tables}
    return json.dumps(_plain(whole), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _require_choices(options: argparse.Namespace) -> None:
    """Raises ScenarioError for a choice that the question has not."""
    given = {
        "--measure": options.measure != MEASURE,
        "--how": options.how != HOW,
        "--from": options.first is not None,
        "--to": options.last is not None,
    }
    for name in WITHOUT.get(options.question, ()):
        if given[name]:
            raise ScenarioError(Problem(name, "", f"{options.question} has no such choice"))


def _levers(text: str, scenario: Scenario) -> tuple[Lever, ...]:
    found: list[Lever] = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        key, _, family = word.partition(".")
        if not family and isinstance(getattr(scenario, key, None), PerFamily):
            found += [Lever(key, name) for name in scenario.families]
        else:
            found.append(Lever(key, family))
    for key in [lever.key for lever in found] or [""]:
        if key not in DECISIONS:
            allowed = f"allowed are {', '.join(DECISIONS)}"
            raise ScenarioError(Problem("--levers", shown(key, quote=False), allowed))
    return tuple(found)


def _plain(value: Any) -> Any:
    """As JSON has it; what is undefined is null."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Named):
        return _plain(value.key)
    if isinstance(value, bool | int | str) or value is None:
        return value
    number = float(value)
    return number if math.isfinite(number) else None
