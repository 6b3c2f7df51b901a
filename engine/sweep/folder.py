"""The folder of a sweep: a finished file is a finished task; one run at a time writes into it."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.csv_out import cell, csv_text
from engine.files.document import Document
from engine.files.file_text import text_of
from engine.files.reasons import reason_of, unwritable
from engine.files.writing import write_whole
from engine.problems import Problem, ScenarioError
from engine.sweep.identity import here, identity
from engine.sweep.plan import Plan
from engine.sweep.register import Register
from engine.sweep.rows import KIND_OF_MEASURE, STATISTICS
from engine.sweep.summary import FORMAT, MANIFEST, SUMMARY, VERSION, read_manifest
from engine.sweep.tables import encoded, kind_here, read_file
from engine.text import translate

PLAN, SCENARIOS = "plan.toml", "scenarios"
SKIPPED, LOG, LOCK = "skipped.csv", "log.jsonl", ".lock"
RESULTS, RAW, BASES = "results", "draws", "bases"
BLOCK = 1000  # scenarios a folder of results


class Folder:
    """Where a sweep's results are. `kind` is that of its tables."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kind = kind_here()
        self._lock: Any = None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Within, no other run writes into it. Raises: ScenarioError where one does."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / LOCK).open("a+")
        except OSError as error:
            why = unwritable(reason_of(error))
            raise ScenarioError(Problem("", "", why), str(self.path)) from None
        with lock:
            if not _taken(lock):
                lock.seek(0)
                who = lock.read().strip() or "?"
                why = translate("Sweep", "another run writes into it ({who})").format(who=who)
                raise ScenarioError(Problem("", "", why), str(self.path))
            lock.truncate(0)
            lock.write(here())
            lock.flush()
            yield

    @property
    def empty(self) -> bool:
        """Whether no sweep has begun in it."""
        return not (self.path / MANIFEST).exists()

    def begin(self, plan: Plan, register: Register, *, resume: bool) -> None:
        """Make it ready for a plan, or see that it is the plan's.

        Takes: `plan`; `register` of its scenarios; `resume`, whether results may be there.
        Raises: ScenarioError where it is another's, or another engine's.
        """
        if self.empty:
            if (self.path / RESULTS).exists():
                raise self._refused(translate("Sweep", "holds results, but no manifest"))
            self._write_new(plan, register)
            return
        there = self.manifest()
        if not resume:
            raise self._refused(translate("Sweep", "holds a sweep; --resume goes on with it"))
        if there.get("engine") != identity().plain:
            made = ", ".join(str(value)[:12] for value in there.get("engine", {}).values())
            why = translate("Sweep", "was made by another engine ({made}); this is {own}")
            raise self._refused(why.format(made=made, own=identity()))
        if there.get("plan") != plan.fingerprint:
            raise self._refused(translate("Sweep", "is of another plan"))
        self.kind = str(there["tables"])

    def manifest(self) -> dict[str, Any]:
        """What it says of itself. Raises: ScenarioError where it is no sweep's."""
        return read_manifest(self.path)

    def _refused(self, why: str) -> ScenarioError:
        return ScenarioError(Problem("", "", why), str(self.path))

    def _write_new(self, plan: Plan, register: Register) -> None:
        (self.path / BASES).mkdir(exist_ok=True)
        for label, base in plan.bases:
            text = text_of(Document(base))
            self.write(
                f"{BASES}/{label}.headroom", text.encode() if isinstance(text, str) else text
            )
        self.write(PLAN, plan.text.encode())
        self.write(f"{SCENARIOS}.{self.kind}", encoded(register.columns, self.kind))
        content = {
            "format": FORMAT,
            "version": VERSION,
            "name": plan.name,
            "engine": identity().plain,
            "plan": plan.fingerprint,
            "tables": self.kind,
            "scenarios": plan.count,
            "varied": list(plan.varied),
            "factors": [
                {
                    "name": f.name,
                    "method": f.method,
                    "decision": f.decision,
                    "columns": f.columns,
                    "levers": f.levers,
                    "levels": len(f.levels),
                    "points": f.points,
                }
                for f in plan.factors
            ],
            "measures": [
                {"name": m.name, "unit": m.unit, "low_is_better": m.low_is_better}
                for m in plan.measures
            ],
        }
        # last: a folder with a manifest has all that stands beside it
        self.write(MANIFEST, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())

    def write(self, name: str, data: bytes, *, lasting: bool = True) -> None:
        """A file of it, whole or not at all.

        Takes: `name`; `data`; `lasting`, whether to wait until the disk has it.
        Raises: ScenarioError.
        """
        path = self.path / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = unwritable(reason_of(error))
            raise ScenarioError(Problem("", "", why), str(path)) from None
        write_whole(path, data, lasting=lasting)

    def name(self, number: int, part: str = RESULTS) -> str:
        """The file of a scenario's `number` in a `part` of the folder. Gives: a name."""
        return f"{part}/block={number // BLOCK:04d}/scenario-{number:07d}.{self.kind}"

    def finished(self) -> set[int]:
        """The numbers of the scenarios whose results are there."""
        found = (self.path / RESULTS).glob(f"block=*/scenario-*.{self.kind}")
        return {int(path.stem.partition("-")[2]) for path in found}

    def measured(self, number: int) -> list[float]:
        """What is said of each measure of a finished scenario, from its file.

        Takes: `number` of the scenario.
        Gives: numbers in the order of `STATISTICS`, of a measure after the other.
        Raises: ScenarioError where the file is damaged.
        """
        table = read_file(self.path / self.name(number))
        places = [i for i, kind in enumerate(table["kind"]) if kind == KIND_OF_MEASURE]
        cells = (table[key][i] for i in places for key in STATISTICS)
        return [float("nan") if cell is None else cell for cell in cells]

    def write_summary(self, plan: Plan, measured: Mapping[int, Sequence[float]]) -> None:
        """A line a finished scenario: what differs, and its measures; the window reads it.

        Takes: `plan`; `measured`, by scenario what `measured` gives.
        Raises: ScenarioError where it can't be written.
        """
        header = ["scenario", *plan.varied]
        header += [f"{measure.name}_{key}" for measure in plan.measures for key in STATISTICS]
        lines = (
            [str(number), *map(cell, plan.cells(number))]
            + [cell(value) for value in measured[number]]
            for number in sorted(measured)
        )
        self.write(SUMMARY, csv_text(header, lines).encode())

    def write_skipped(self, reasons: dict[int, str]) -> None:
        """The scenarios that are left out, and why. Takes: `reasons`. Raises: ScenarioError."""
        if reasons:
            lines = ([str(number), cell(reasons[number])] for number in sorted(reasons))
            self.write(SKIPPED, csv_text(["scenario", "why"], lines).encode())

    def log(self, **said: object) -> None:
        """A line for programs; a full disk is told of by what matters more. Takes: `said`."""
        with contextlib.suppress(OSError), (self.path / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(said) + "\n")


def _taken(lock: Any) -> bool:
    """Whether the lock is ours now; the system gives it back when the process ends."""
    try:
        if os.name == "nt":
            system = importlib.import_module("msvcrt")
            lock.seek(0)
            system.locking(lock.fileno(), system.LK_NBLCK, 1)
        else:
            system = importlib.import_module("fcntl")
            system.flock(lock.fileno(), system.LOCK_EX | system.LOCK_NB)
    except OSError:
        return False
    return True
