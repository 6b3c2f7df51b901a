"""The headless twin: `python -m engine run FILE --csv PATH`, `backtest FILE`, `ask` and `describe`.

Imports no Qt.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine import console, csv_out, loading
from engine.analysis.backtest import backtest
from engine.analysis.outlook import outlook
from engine.ask import command as ask
from engine.console import BAD_INPUT, OneLineParser
from engine.files import scenario_files
from engine.files.schema import schema_text
from engine.problems import Problem, ScenarioError, shown
from engine.run.simulate import simulate
from engine.table_file import checked_table_file, risk_file
from engine.tables.scenario import Scenario, parameter
from engine.text import translate

MOST_DRAWS = 1_000_000
TERMINAL = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Takes: `arguments`, by default the command line's.
    Gives: the exit code: 0, 2 for bad input, 130 after Ctrl+C.
    """
    console.prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["sweep"]:
        return sweep(given[1:], "python -m engine sweep")
    parser = OneLineParser(prog="python -m engine", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=OneLineParser)
    run = commands.add_parser("run", help="run a scenario and write its monthly series")
    run.add_argument("file", help="a scenario file")
    run.add_argument("--csv", required=True, metavar="PATH", help="where to; - is the terminal")
    _add_settings(run)
    run.add_argument(
        "--draws",
        metavar="N",
        help="N worlds in place of one: P5, P25, P50, P75, P95 and mean of every column "
        "(COLUMN_p5 ...), and the monthly risk; the other risk measures go to a second table, "
        "beside PATH as NAME-risk.csv, on the terminal after an empty line",
    )
    record = commands.add_parser(
        "backtest",
        help="hold a scenario against the public record",
        description="Print each value of the public record with its interval, the model's value, "
        "and whether it lies inside; a bound that is not known bounds nothing, and where there is "
        "no interval it says how far off the value is. The score below: the share that lies "
        "inside of those with an interval, and the mean log error, the mean size of "
        "ln(model / middle) over all with a middle value.",
    )
    record.add_argument("file", help="a scenario file")
    record.add_argument(
        "--csv",
        metavar="PATH",
        help="write the table as CSV, and the score to the terminal; - is the terminal for both, "
        "the score after an empty line",
    )
    _add_settings(record)
    commands.add_parser("sweep", help="run many scenarios: sweep --help")
    question = commands.add_parser("ask", help="ask the analyses: risk, why, goal and others")
    ask.add_options(question)
    describe = commands.add_parser("describe", help="print a table as CSV, or the JSON schema")
    describe.add_argument("table", choices=["parameters", "lists", "series", "observed", "schema"])
    options = parser.parse_args(arguments)
    commanded = {"run": _run, "backtest": _backtest, "describe": _describe, "ask": _ask}
    try:
        return commanded[options.command](options)
    except ScenarioError as error:
        console.complain(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return console.stopped()


def sweep(
    arguments: Sequence[str], program: str, drawn: Callable[[Path], Iterable[Path]] | None = None
) -> int:
    """Run the command `sweep`.

    Takes: `arguments` after its name; `program`, how it was called; `drawn` writes the pictures of
        a folder's report, where there is Qt to draw them.
    Gives: the exit code: 0, 2 for bad input, 130 after Ctrl+C.
    """
    from engine.sweep import command

    reports = list(arguments[:1]) == ["report"]
    if reports:
        parser = OneLineParser(prog=f"{program} report", description=command.ABOUT_REPORT)
        parser.add_argument("folder", metavar="DIR", type=Path)
        command.add_netcdf(parser)
        options = parser.parse_args(arguments[1:])
    else:
        parser = OneLineParser(prog=program, description=command.DESCRIPTION)
        command.add_options(parser)
        options = parser.parse_args(arguments)
    try:
        return command.report(options, drawn) if reports else command.sweep(options)
    except ScenarioError as error:
        console.complain(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return console.STOPPED


def _add_settings(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change a parameter; KEY.FAMILY=VALUE for one family",
    )


def _loaded(options: argparse.Namespace) -> Scenario:
    """The scenario of the file, with what `--set` changes."""
    document = scenario_files.load(options.file)
    for notice in document.notices:
        console.complain(f"{shown(options.file, quote=False)}: {notice}")
    try:
        return with_settings(document.scenario, options.set)
    except ScenarioError as error:
        raise error.in_file("--set") from None


def _run(options: argparse.Namespace) -> int:
    scenario = _loaded(options)
    draws = None if options.draws is None else checked_draws(options.draws)
    path = None if options.csv == TERMINAL else Path(options.csv)
    second = None if path is None or draws is None else risk_file(path)
    if path is not None:  # before the run, which may take long
        checked_table_file(path, second, [options.file])
    if draws is None:
        write_text(options.csv, csv_out.result_csv(simulate(scenario)))
        return 0
    progress = console.Progress(translate("Command", "%n draw(s)", "", draws))
    try:
        found = outlook(scenario, draws, progress=progress)
    finally:
        progress.end()
    bands, risk = csv_out.ensemble_csv(found.ensemble), csv_out.risk_csv(found)
    if second is None:
        write_text(TERMINAL, f"{bands}\n{risk}")
        return 0
    with console.to_the_end():
        write_text(options.csv, bands)
        write_text(str(second), risk)
    return 0


def _backtest(options: argparse.Namespace) -> int:
    scenario = _loaded(options)
    path = None if options.csv in (None, TERMINAL) else Path(options.csv)
    if path is not None:
        checked_table_file(path, None, [options.file])
    found = backtest(scenario)
    score = csv_out.score_text(found)
    if options.csv is None:
        table = console.aligned(csv_out.backtest_rows(found), right=range(2, 6))
        write_text(TERMINAL, f"{table}\n{score}\n")
    elif path is None:
        write_text(TERMINAL, f"{csv_out.backtest_csv(found)}\n{csv_out.score_csv(found)}")
    else:
        write_text(options.csv, csv_out.backtest_csv(found))
        console.tell(score)
    return 0


def _ask(options: argparse.Namespace) -> int:
    write_text(TERMINAL, ask.answered(options, checked_draws(options.draws)))
    return 0


def checked_draws(text: str) -> int:
    """The number of draws, where so many can be asked for.

    Takes: `text`, as it is typed.
    Gives: 1 to a million.
    Raises: ScenarioError for anything else.
    """
    draws = whole_number(text, MOST_DRAWS)
    if not 0 < draws <= MOST_DRAWS:
        allowed = translate("Command", "allowed is a whole number from 1 to {most}")
        raise ScenarioError(
            Problem("--draws", shown(text, quote=False), allowed.format(most=MOST_DRAWS))
        )
    return draws


def whole_number(text: str, most: int) -> int:
    """The whole number that is typed, in the digits 0 to 9 alone.

    Takes: `text`, as it is typed; `most`, the largest that is allowed.
    Gives: 0 to `most`, or -1 where it is none.
    """
    known = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    return int(text) if known and int(text) <= most else -1


def _describe(options: argparse.Namespace) -> int:
    texts = {
        "parameters": csv_out.parameters_csv,
        "lists": csv_out.lists_csv,
        "series": lambda: csv_out.series_csv(Scenario().families),
        "observed": csv_out.observed_csv,
        "schema": schema_text,
    }
    write_text(TERMINAL, texts[options.table]())
    return 0


def write_text(path: str, text: str) -> None:
    """To a file, whole or not at all, or to the terminal: the same bytes.

    Takes: `path`, `-` for the terminal; `text`.
    Raises: ScenarioError where it can't be written.
    """
    if path == TERMINAL:
        console.write_data(text)
    else:
        scenario_files.write_whole(path, text.encode())


def with_settings(scenario: Scenario, settings: Sequence[str]) -> Scenario:
    """`scenario` with every `key=value` and `key.family=value`.

    An object of all families may be followed by single ones; else a key stands there once.

    Takes: `scenario`; `settings`, as they are typed.
    Gives: another scenario.
    Raises: ScenarioError for a setting that can't be, or that is given twice.
    """
    changes: dict[str, Any] = {}
    met: set[tuple[str, str]] = set()
    for setting in settings:
        name, equals, text = setting.partition("=")
        key, _, family = name.strip().partition(".")
        if not equals:
            raise ScenarioError(Problem(shown(setting, quote=False), "", "allowed is KEY=VALUE"))
        row = parameter(key)
        if (key, family) in met or (not family and key in changes):
            raise ScenarioError(Problem(shown(name.strip(), quote=False), "", "is set twice"))
        met.add((key, family))
        value = _value(text, key)
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


def _value(text: str, key: str) -> Any:
    """What is typed as JSON has it, as text where it is none. Raises ScenarioError for twins."""
    if text.strip().lower() in ("", "none", "null"):
        return None
    try:
        return json.loads(text, object_pairs_hook=scenario_files.without_twins)
    except ScenarioError as error:
        [problem] = error.problems
        raise ScenarioError(Problem(f"{key}.{problem.key}", "", problem.allowed)) from None
    except (ValueError, RecursionError):
        return text


if __name__ == "__main__":
    loading.end()
    sys.exit(main())
