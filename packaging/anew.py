"""Makes anew what follows from the two tables: `python packaging/anew.py [--write] [--pictures]`.

It shows what would change; with `--write` it writes that, and with `--pictures` the pictures of
the help, too. Numbers of stored runs that agree keep the digits that they were stored with.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import terminal  # noqa: E402 - beside this file
import translations  # noqa: E402

from engine import csv_out, simulate  # noqa: E402
from engine.files.file_text import OUTSIDE_PARAMETERS, VERSION, plain, text_of  # noqa: E402
from engine.files.migrations import flat_of_newest  # noqa: E402
from engine.files.scenario_files import SUFFIX, parse_object  # noqa: E402
from engine.files.schema import schema_text  # noqa: E402
from engine.tables import scenario as table  # noqa: E402

SCHEMA = "resources/headroom-scenario.schema.json"
PARAMETERS = "tests/engine/parameters.csv"
GOLDEN, SAMPLES, SHIPPED = "tests/engine/golden", "tests/engine/files", "resources/scenarios"
TEXTS = "resources/translations"
TOLERANCE = 1e-9  # of a stored number: nearer than this it is the same
DIGITS = ".12g"  # of what is stored anew
MOST_SHOWN = 8  # keys or columns of a file

Table = dict[str, list[str]]


class File(NamedTuple):
    """A file that is made: where it is, and what it is to hold."""

    path: str
    text: str

    @property
    def before(self) -> str:
        path = ROOT / self.path
        return path.read_text("utf-8") if path.exists() else ""


# What is made


def made(languages: Path) -> Iterator[File]:
    """Every file that follows from the tables; those of `languages` are made in that folder."""
    yield File(SCHEMA, schema_text())
    yield File(PARAMETERS, table_like(csv_out.parameters_csv(), stored(PARAMETERS), "key"))
    for path in sorted((ROOT / SHIPPED).glob(f"*{SUFFIX}")):
        yield scenario_file(path, path)
    sample = ROOT / SAMPLES / f"version_{VERSION}{SUFFIX}"
    older = sample.with_name(f"version_{VERSION - 1}{SUFFIX}")
    yield scenario_file(sample, sample if sample.exists() else older)
    for path in sorted((ROOT / GOLDEN).glob("*.json")):
        text = path.read_text("utf-8")
        content = json.loads(text)
        lacking = [row for row in table.PARAMETERS if row.key not in content and not row.may_lack]
        if lacking:
            neutral = flat_of_newest({})
            content |= {row.key: neutral.get(row.key, plain(row.default)) for row in lacking}
            text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        yield File(f"{GOLDEN}/{path.name}", text)
        run = csv_out.result_csv(simulate(parse_object(content).scenario))
        name = f"{GOLDEN}/{path.stem}.csv"
        yield File(name, table_like(run, stored(name), "t", DIGITS))
    for path in sorted((ROOT / TEXTS).glob("*.ts")):
        copy = languages / path.name
        shutil.copyfile(path, copy)
        translations.update(path.stem.rpartition("_")[2], copy)
        yield File(f"{TEXTS}/{path.name}", copy.read_text("utf-8"))


def stored(path: str) -> str:
    found = ROOT / path
    return found.read_text("utf-8") if found.exists() else ""


def scenario_file(path: Path, source: Path) -> File:
    """The scenario of `source` as it would be saved, by the program that it was made with.

    A parameter that is new to it has the value with which old files mean what they meant.
    """
    content = json.loads(source.read_text("utf-8"))
    if content["version"] == VERSION:
        neutral = flat_of_newest({})
        for row in table.PARAMETERS:
            if row.key not in (*OUTSIDE_PARAMETERS, *content["parameters"]):
                value = neutral.get(row.key, plain(row.default))
                content["parameters"][row.key] = value
    text = text_of(parse_object(content))
    was = [line for line in source.read_text("utf-8").splitlines() if '"created_with"' in line]
    now = [line for line in text.splitlines() if '"created_with"' in line]
    for old, new in zip(was, now, strict=True):
        text = text.replace(new, old)
    return File(str(path.relative_to(ROOT)), text)


def table_like(ours: str, before: str, key: str, digits: str = "") -> str:
    """Our table, with the digits of the one before wherever the numbers agree."""
    rows, old = list(csv.DictReader(io.StringIO(ours))), rows_of(before, key)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    sizes = {name: largest(row[name] for row in rows) for name in rows[0]}
    for row in rows:
        was = old.get(row[key], {})
        writer.writerow(
            {
                name: cell_like(text, was.get(name), digits, sizes[name])
                for name, text in row.items()
            }
        )
    return out.getvalue()


def largest(cells: Iterable[str]) -> float:
    """The largest number of a column; 0 where it is of words."""
    try:
        return max((abs(float(cell)) for cell in cells if cell), default=0.0)
    except ValueError:
        return 0.0


def rows_of(text: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in csv.DictReader(io.StringIO(text))}


def cell_like(ours: str, before: str | None, digits: str, size: float = 0.0) -> str:
    """Our cell, or the one before where they agree: to their size, or to that of the column."""
    if before is not None and relative_change(before, ours) <= TOLERANCE:
        return before
    if before and ours and size and abs(float(before) - float(ours)) <= TOLERANCE * size:
        return before
    try:
        return format(float(ours), digits) if digits else ours
    except ValueError:  # words
        return ours


def relative_change(before: str, after: str) -> float:
    """Of a number's size; infinite where one is none, or where words differ."""
    if before == after:
        return 0.0
    try:
        was, now = numbers(before), numbers(after)
    except ValueError:
        return math.inf
    if was.keys() != now.keys():
        return math.inf
    sizes = {name: max(abs(was[name]), abs(now[name])) for name in was}
    return max((abs(was[n] - now[n]) / sizes[n] for n in was if sizes[n]), default=0.0)


def numbers(cell: str) -> dict[str, float]:
    """The number of a cell, or one for each family: `tpu=1;gpu=2`. Raises ValueError for words."""
    pairs = (part.rpartition("=") for part in cell.split(";"))
    return {name: float(number) for name, _, number in pairs}


# What is different


def differences(file: File) -> list[str]:
    """What changes in a file, a line each."""
    if not file.before:
        return ["is new"]
    if file.path.endswith(".csv"):
        key = "key" if file.path == PARAMETERS else "t"
        return of_tables(rows_of(file.before, key), rows_of(file.text, key))
    if file.path.endswith(".ts"):
        return of_keys(dict.fromkeys(texts(file.before)), dict.fromkeys(texts(file.text)))
    return of_keys(flat(json.loads(file.before)), flat(json.loads(file.text)))


def of_keys(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    both = [key for key in after if key in before and before[key] != after[key]]
    changed = [f"{key}: {before[key]} -> {after[key]}" for key in both]
    return [
        *listed("added", [key for key in after if key not in before]),
        *listed("gone", [key for key in before if key not in after]),
        *listed("changed", changed),
    ] or ["in another order, or written otherwise"]


def of_tables(before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> list[str]:
    was, now = (list(next(iter(rows.values()), {})) for rows in (before, after))
    largest = {
        (column, row): relative_change(before[row][column], after[row][column])
        for row in after
        if row in before
        for column in now
        if column in was
    }
    moved = {place: change for place, change in largest.items() if change > TOLERANCE}
    lines = [
        *listed("columns added", [column for column in now if column not in was]),
        *listed("columns gone", [column for column in was if column not in now]),
        *listed("rows added", [row for row in after if row not in before]),
        *listed("rows gone", [row for row in before if row not in after]),
        *listed("columns changed", list(dict.fromkeys(column for column, _ in moved))),
    ]
    if moved:
        (column, row), change = max(moved.items(), key=lambda item: item[1])
        by = "words, or undefined" if math.isinf(change) else f"{change:.1e} of it"
        old, new = before[row][column], after[row][column]
        lines.append(f"largest change: {column} in row {row}: {old} -> {new} ({by})")
    return lines or ["in another order, or written otherwise"]


def listed(what: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    shown = ", ".join(name if len(name) <= 80 else f"{name[:79]}…" for name in names[:MOST_SHOWN])
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    return [f"{what} ({len(names)}): {shown}{more}"]


def flat(value: Any, at: str = "") -> dict[str, Any]:
    """The plain values of what JSON holds, by their places; of a list of words by the words."""
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        value = {word: word for word in value}
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        found: dict[str, Any] = {}
        for key, inner in items:
            found |= flat(inner, f"{at}.{key}" if at else str(key))
        return found
    return {at: value}


def texts(ts: str) -> Iterator[str]:
    """The texts of a file of translations, with their contexts."""
    for context in ElementTree.fromstring(ts).iter("context"):
        for message in context.iter("message"):
            yield f"{context.findtext('name')}: {message.findtext('source')}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write what is shown")
    parser.add_argument("--pictures", action="store_true", help="the help's pictures, too")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        changed = [file for file in made(Path(folder)) if file.text != file.before]
    for file in changed:
        print(file.path)
        for line in differences(file):
            print(f"    {line}")
        if chosen.write:
            (ROOT / file.path).write_text(file.text, "utf-8", newline="\n")
    if not changed:
        print("Nothing is different.")
    elif not chosen.write:
        print("Nothing is written yet: --write does that.")
    if chosen.write:
        subprocess.run([sys.executable, ROOT / "packaging" / "help.py"], check=True)
    if chosen.write and chosen.pictures:
        subprocess.run([sys.executable, ROOT / "tests" / "pictures.py"], check=True)
    return 0


if __name__ == "__main__":
    terminal.prepare()
    sys.exit(main(sys.argv[1:]))
