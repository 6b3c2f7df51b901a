"""The headless twin: `python -m engine run FILE --csv PATH` and `describe`. Imports no Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from engine import files, tables
from engine.analysis.outlook import outlook
from engine.problems import Problem, ScenarioError, shown
from engine.scenario import Scenario, parameter
from engine.schema import schema_text
from engine.simulate import simulate
from engine.text import translate

BAD_INPUT = 2
MOST_DRAWS = 1_000_000


class OneLineParser(argparse.ArgumentParser):
    """argparse, with its complaint on one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}; try --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = OneLineParser(prog="python -m engine", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=OneLineParser)
    run = commands.add_parser("run", help="run a scenario and write its monthly series")
    run.add_argument("file", help="a scenario file")
    run.add_argument("--csv", required=True, metavar="PATH", help="where to; - is the terminal")
    run.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change a parameter; KEY.FAMILY=VALUE for one family",
    )
    run.add_argument(
        "--draws",
        metavar="N",
        help="N worlds in place of one: P5, P25, P50, P75, P95 and mean of every column "
        "(COLUMN_p5 ...), and the monthly risk; the other risk measures go to a second table, "
        "beside PATH as NAME-risk.csv, on the terminal after an empty line",
    )
    describe = commands.add_parser("describe", help="print a table as CSV, or the JSON schema")
    describe.add_argument("table", choices=["parameters", "series", "schema"])
    options = parser.parse_args(arguments)
    try:
        return _run(options) if options.command == "run" else _describe(options.table)
    except ScenarioError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT


def _run(options: argparse.Namespace) -> int:
    document = files.load(options.file)
    for notice in document.notices:
        print(f"{options.file}: {notice}", file=sys.stderr)
    try:
        scenario = with_settings(document.scenario, options.set)
    except ScenarioError as error:
        raise error.in_file("--set") from None
    if options.draws is None:
        write_text(options.csv, tables.result_csv(simulate(scenario)))
        return 0
    found = outlook(scenario, checked_draws(options.draws))
    bands, risk = tables.ensemble_csv(found.ensemble), tables.risk_csv(found)
    if options.csv == "-":
        write_text("-", f"{bands}\n{risk}")
        return 0
    path = Path(options.csv)
    write_text(options.csv, bands)
    write_text(str(path.with_name(f"{path.stem}-risk.csv")), risk)
    return 0


def checked_draws(text: str) -> int:
    """The number of draws where so many can be asked for. Raises ScenarioError."""
    known = text.isdecimal() and len(text) <= len(str(MOST_DRAWS))
    draws = int(text) if known else 0
    if not 0 < draws <= MOST_DRAWS:
        allowed = translate("Command", "allowed is a whole number from 1 to {most}")
        raise ScenarioError(
            Problem("--draws", shown(text, quote=False), allowed.format(most=MOST_DRAWS))
        )
    return draws


def _describe(table: str) -> int:
    texts = {
        "parameters": tables.parameters_csv,
        "series": lambda: tables.series_csv(Scenario().families),
        "schema": schema_text,
    }
    write_text("-", texts[table]())
    return 0


def write_text(path: str, text: str) -> None:
    """To a file, whole or not at all, or to the terminal."""
    if path != "-":
        files.write_whole(path, text.encode())
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough
        sys.stderr.close()


def with_settings(scenario: Scenario, settings: Sequence[str]) -> Scenario:
    """`scenario` with every `key=value` and `key.family=value`. Raises ScenarioError."""
    changes: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        key, _, family = name.strip().partition(".")
        if not equals:
            raise ScenarioError(Problem(shown(setting, quote=False), "", "allowed is KEY=VALUE"))
        row = parameter(key)
        value = _value(text)
        if family:
            if not row.per_family or family not in scenario.families:
                families = ", ".join(scenario.families)
                why = f"families are {families}" if row.per_family else "has no families"
                raise ScenarioError(Problem(shown(name, quote=False), shown(value), why))
            base = changes.get(key, getattr(scenario, key))
            if not isinstance(base, Mapping):
                raise row.refuse(base)
            changes[key] = {**base, family: value}
        else:
            changes[key] = value
    return scenario.having(**changes)


def _value(text: str) -> Any:
    if text.strip().lower() in ("", "none", "null"):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


if __name__ == "__main__":
    sys.exit(main())
