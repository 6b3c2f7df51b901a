"""Would the tests notice? Puts single changes into the code and runs the tests nearest to each.

    python tests/mutation.py [--seed N] [--per-group N] [--group NAME]... [--jobs N]
                             [--timeout SECONDS] [--near] [--list]

From each group of the product so many changes are drawn, as evenly over their kinds as there
are: comparisons flipped, boundaries moved, numbers a little larger, operators and signs turned,
calls dropped, arguments swapped, conditions negated, keys of dictionaries renamed, results
withheld. The same seed draws the same changes from the same code. Each is put into a throwaway
copy, where those test files run first that import or name its module, by their distance; then
the whole folder. A run beyond the time limit counts as noticed: something hangs. A test that
fails without the change too is left out. `--near` runs the nearest files only, `--list` none.

It prints how many were noticed in each group, and each that was not as FILE:LINE before -> after.
Some of these change nothing that anybody could see: they are to be read, not to be counted blindly.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.mutants import GROUPS, Mutant, drawn  # noqa: E402

NO_TESTS = 5  # what pytest ends with where there are none
NEAREST = 6  # test files that run first
ENGINE_TESTS, WINDOW_TESTS = ("tests/engine", "tests/test_tables.py"), ("tests/gui",)
COPIED_WITHOUT = ("__pycache__", ".*_cache")
MADE = (".git", ".venv", "dist", "build", "report")  # at the top of the tree, not in a room


class Neighbours:
    """Which tests are near a module: by imports, one after the other, and by its name."""

    def __init__(self, root: Path) -> None:
        self._imports: dict[str, set[str]] = {}
        self._texts: dict[str, str] = {}
        for folder in ("engine", "gui", "tests"):
            for path in sorted((root / folder).rglob("*.py")):
                name = path.relative_to(root).as_posix()
                self._texts[name] = path.read_text("utf-8")
        for name, text in self._texts.items():
            self._imports[name] = {found for found in self._imported(text) if found != name}

    def _imported(self, text: str) -> Iterator[str]:
        for node in ast.walk(ast.parse(text)):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                stem = name.replace(".", "/")
                yield from (p for p in (f"{stem}.py", f"{stem}/__init__.py") if p in self._texts)

    def of(self, path: str) -> list[str]:
        """The test files that lead to a module, nearest first."""
        distance, edge = {path: 0}, [path]
        while edge:
            beyond = []
            for name, imports in self._imports.items():
                if name not in distance and not imports.isdisjoint(edge):
                    distance[name] = distance[edge[0]] + 1
                    beyond.append(name)
            edge = beyond
        word = re.compile(rf"\b{re.escape(Path(path).stem)}\b")
        tests = [n for n in distance if n.startswith("tests/") and Path(n).name[:5] == "test_"]
        return sorted(
            tests,
            key=lambda n: (distance[n] - len(word.findall(self._texts[n])[:2]), distance[n], n),
        )


class Copy:
    """A throwaway copy of the tree, in which tests run."""

    def __init__(self, root: Path, place: Path, timeout: float) -> None:
        self.root, self._timeout = place, timeout
        anywhere, at_the_top = (shutil.ignore_patterns(*p) for p in (COPIED_WITHOUT, MADE))

        def ignored(folder: str, names: list[str]) -> set[str]:
            left_out = anywhere(folder, names)
            return left_out | at_the_top(folder, names) if Path(folder) == root else left_out

        shutil.copytree(root, place, ignore=ignored, symlinks=True)
        self._known: dict[str, bool] = {}  # of a test: whether it passes without any change

    def noticed(self, mutant: Mutant, stages: Sequence[Sequence[str]]) -> bool:
        """Whether a test fails with the change that passes without it."""
        target = self.root / mutant.path
        whole = target.read_bytes()
        left_out: list[str] = []
        for tests in stages:
            while True:
                target.write_text(mutant.source, "utf-8")
                try:
                    code, failed = self._run(tests, left_out)
                finally:
                    target.write_bytes(whole)
                if code in (0, NO_TESTS):
                    break
                if failed is None or self._passes(failed):
                    return True
                left_out.append(failed)
        return False

    def _passes(self, test: str) -> bool:
        if test not in self._known:
            self._known[test] = self._run([test], [])[0] == 0
        return self._known[test]

    def _run(self, tests: Sequence[str], left_out: Sequence[str]) -> tuple[int, str | None]:
        """pytest's exit code, and the test that failed; another code where it hung or crashed."""
        tests = [test for test in tests if test not in left_out]
        if not tests:
            return NO_TESTS, None
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly"]
        command += ["-p", "no:cacheprovider", *tests]
        for test in left_out:  # of a file that can't be read no test can be deselected
            command.append(f"--deselect={test}" if "::" in test else f"--ignore={test}")
        # a file changed and changed back within a second looks the same to what is compiled
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        pipes |= {"text": True, "errors": "replace", "start_new_session": True}
        process = subprocess.Popen(command, cwd=self.root, env=environment, **pipes)
        try:
            said, _ = process.communicate(timeout=self._timeout)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.communicate()
            return -1, None
        failed = re.search(r"^(?:FAILED|ERROR) (\S+?::\S+?|\S+\.py)(?: - |$)", said, re.MULTILINE)
        return process.returncode, failed[1] if failed else None


def stages_of(mutant: Mutant, neighbours: Neighbours, *, near: bool) -> list[list[str]]:
    """What runs first, and what then."""
    nearest = neighbours.of(mutant.path)
    folders = ENGINE_TESTS if mutant.path.startswith("engine/") else WINDOW_TESTS
    nearest.sort(key=lambda test: not test.startswith(folders))
    return [nearest[:NEAREST]] if near else [nearest[:NEAREST], list(folders)]


def trial(
    root: Path,
    mutants: Sequence[Mutant],
    *,
    jobs: int = 1,
    timeout: float = 900,
    near: bool = False,
    tell: Callable[[Mutant, bool], None] = lambda mutant, seen: None,
) -> list[bool]:
    """Whether each change is noticed."""
    neighbours = Neighbours(root)
    with tempfile.TemporaryDirectory(prefix="headroom-mutation-") as folder:
        free: SimpleQueue[Copy] = SimpleQueue()
        for number in range(jobs):
            free.put(Copy(root, Path(folder) / str(number), timeout))

        def one(mutant: Mutant) -> bool:
            place = free.get()
            try:
                seen = place.noticed(mutant, stages_of(mutant, neighbours, near=near))
            finally:
                free.put(place)
            tell(mutant, seen)
            return seen

        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(one, mutants))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-group", type=int, default=10)
    parser.add_argument("--group", action="append", choices=GROUPS)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=900, help="seconds for a run of tests")
    parser.add_argument("--near", action="store_true", help="the nearest test files only")
    parser.add_argument("--list", action="store_true", help="print the changes and run nothing")
    chosen = parser.parse_args(arguments)
    for group in chosen.group or GROUPS:
        mutants = drawn(ROOT, group, chosen.per_group, chosen.seed)
        if chosen.list:
            print(group, *mutants, sep="\n  ", flush=True)
            continue
        seen = trial(
            ROOT,
            mutants,
            jobs=chosen.jobs,
            timeout=chosen.timeout,
            near=chosen.near,
            tell=lambda mutant, noticed: print(
                f"  {'noticed  ' if noticed else 'UNNOTICED'} {mutant}", file=sys.stderr, flush=True
            ),
        )
        print(f"{group}: {sum(seen)} of {len(seen)} noticed", flush=True)
        for mutant, noticed in zip(mutants, seen, strict=True):
            if not noticed:
                print(f"  {mutant}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
