"""The register of a sweep: every parameter of every scenario, a row each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from engine.files.file_text import plain
from engine.files.fingerprint import fingerprint, of_catalogue
from engine.sweep.identity import identity
from engine.sweep.plan import Plan
from engine.sweep.tables import Same
from engine.tables.scenario import Scenario
from engine.values import PerFamily

Cells = Mapping[str, Any]  # by column


class Register:
    """Of each parameter only the rows are kept in which it changes: most never do."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._families = list(dict.fromkeys(f for _, base in plan.bases for f in base.families))
        self._rows = 0
        self._own: dict[str, list[Any]] = {}
        self._runs: dict[str, list[tuple[int, Cells]]] = {}  # from which row on
        self._values: dict[str, Any] = {}  # of the row before

    def add(self, number: int, scenario: Scenario) -> None:
        """One more row. Takes: `number` of the scenario; `scenario`."""
        plan, catalogue = self._plan, scenario.catalogue
        cells = plan.cells(number)
        own: dict[str, Any] = {"scenario": number, "base": cells[0]}
        varied = zip(plan.varied[1:], cells[1:], strict=True)
        own |= {f"varied: {name}": value for name, value in varied}
        own |= {"fingerprint": fingerprint(scenario), "draws": plan.draws_of(scenario)}
        for name, value in own.items():
            self._own.setdefault(name, []).append(value)
        for key, value in (*scenario.values().items(), ("catalogue", catalogue)):
            if key != "draws" and (not self._rows or self._values[key] is not value):
                self._runs.setdefault(key, []).append((self._rows, self._cells(key, value)))
                self._values[key] = value
        self._rows += 1

    def _cells(self, key: str, value: Any) -> Cells:
        if key == "catalogue":
            return {"catalogue": value.name, "catalogue_fingerprint": of_catalogue(value)}
        if isinstance(value, PerFamily):
            return {f"{key}.{family}": value.get(family) for family in self._families}
        if isinstance(value, tuple):
            return {key: json.dumps(plain(value), ensure_ascii=False)}
        return {key: float(value) if isinstance(value, bool | int) else value}

    @property
    def columns(self) -> dict[str, Sequence[Any]]:
        """The table, by column."""
        found: dict[str, Sequence[Any]] = dict(self._own)
        found["engine"] = Same(identity().engine, self._rows)
        for runs in self._runs.values():
            for name in runs[0][1]:
                if len(runs) == 1:
                    found[name] = Same(runs[0][1][name], self._rows)
                    continue
                ends = [*(first for first, _ in runs[1:]), self._rows]
                line: list[Any] = []
                for (first, cells), end in zip(runs, ends, strict=True):
                    line += [cells[name]] * (end - first)
                found[name] = line
        return found
