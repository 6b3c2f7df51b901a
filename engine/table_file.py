"""Where the command line may write its tables: never over what is read, or is no table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.csv_out import RISK_COLUMNS
from engine.files.foreign import EMPTY, LOOKED_AT, OTHER_FORMATS, TABLE, TEXT, kind_of
from engine.files.reasons import reason_of, unreadable
from engine.files.scenario_files import SUFFIX
from engine.files.target import fitting, refuse_inputs, target_of
from engine.problems import Problem, ScenarioError
from engine.text import translate

TABLE_ENDINGS = frozenset((".csv", ".tsv", ".txt"))
REPLACED = frozenset((EMPTY, TABLE, TEXT))  # kinds of files in whose place a table may be put


def risk_file(path: Path) -> Path:
    """Where the second table goes: beside the first.

    Takes: `path` of the first.
    Gives: a path.
    """
    return path.with_name(fitting(path.stem, "-risk.csv"))


def checked_table_file(path: Path, second: Path | None, inputs: Sequence[str]) -> None:
    """That the tables can be put there.

    The first is named by who runs the command, who may run it again: a table or a text of that name
    is replaced. The second is named by us: only one of ours is.

    Takes: `path` of the first; `second`, that of the second, or None; `inputs`, files that are
        read.
    Raises: ScenarioError where they can't, naming the file.
    """
    suffix = path.suffix.lower()
    if suffix == SUFFIX or suffix in OTHER_FORMATS - TABLE_ENDINGS:
        allowed = translate("Command", "a table is written as CSV; name it {name}")
        name = path.with_suffix(".csv").name
        raise ScenarioError(Problem("", "", allowed.format(name=name)), str(path))
    kind = _kind_at(path, inputs)
    if kind is not None and kind not in REPLACED:
        there = translate("Command", "is there already and is no table; write to another file")
        raise ScenarioError(Problem("", "", there), str(path))
    if second is not None and _kind_at(second, [*inputs, str(path)]) is not None:
        with second.open("rb") as file:
            start = file.read(LOOKED_AT)
        if not start.startswith(",".join(RISK_COLUMNS).encode()):
            there = translate(
                "Command", "is there already and is no table of risk; write to another file"
            )
            raise ScenarioError(Problem("", "", there), str(second))


def _kind_at(path: Path, inputs: Sequence[str]) -> str | None:
    """What stands there now, None where nothing does. Raises ScenarioError."""
    try:
        target = target_of(path)
        refuse_inputs(path, inputs)
        if not target.exists():
            return None
        with target.open("rb") as file:
            return kind_of(file.read(LOOKED_AT))
    except OSError as error:
        reason = reason_of(error)
    except ScenarioError:
        raise
    except ValueError:  # a path with a zero byte
        reason = translate("Problem", "not a path")
    raise ScenarioError(Problem("", "", unreadable(reason)), str(path))
