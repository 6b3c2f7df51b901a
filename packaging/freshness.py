"""How old the sources are: `python packaging/freshness.py [--stale MONTHS] [--limit MONTHS]`.

Lists every source that is older than `--stale`, with what rests on it, the oldest first. Fails
where one is older than `--limit`, or where a text has no record of its origin. Judgements are
nobody's publication and do not age here; the release's notes go through them.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine import PARAMETERS, observed, shipped_catalogue  # noqa: E402
from engine.tables.origins import STALE, sourced  # noqa: E402
from engine.tables.statements import statements  # noqa: E402

LIMIT = 108  # months: textbooks and measured trends age slowly, nothing older is kept


def used() -> Iterator[tuple[str, str]]:
    """Every source's text, and what rests on it."""
    for row in PARAMETERS:
        yield row.source, row.key
        if row.plausible_source:
            yield row.plausible_source, f"{row.key} (range)"
    for chip in shipped_catalogue().chips:
        yield chip.source, chip.name
    for seen in observed():
        yield seen.source, f"{seen.series} {seen.month}"
    for statement in statements():
        yield statement.source, statement.detail
    resources = ROOT / "resources"
    for name in ("milestones.csv", "claims.csv"):
        with (resources / name).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                yield line["source"], line["label"]
    for path in sorted((resources / "scenarios").glob("*.headroom")):
        content = json.loads(path.read_text("utf-8"))
        for kind in ("sites", "contracts"):
            for entry in content[kind]:
                if entry.get("source"):
                    yield entry["source"], f"{path.stem}: {entry['name']}"


def report(today: date, stale: int, limit: int) -> tuple[list[str], bool]:
    """The lines to print, and whether all is well."""
    by_text: dict[str, list[str]] = {}
    for text, what in used():
        by_text.setdefault(text, []).append(what)
    lost, old = [], []
    for text, rests in by_text.items():
        found = sourced(text)
        if found is None:
            lost.append(f"no origin: {text!r} (of {rests[0]})")
        elif not found.origin.is_judgement and (age := found.age(today)) > stale:
            old.append((age, f"{age:4d} months  {found.as_of}  {text}  ({', '.join(rests[:3])})"))
    old.sort(key=lambda pair: -pair[0])
    lines = [*lost, *(line for _, line in old)]
    beyond = [line for age, line in old if age > limit]
    lines.append(f"{len(by_text)} sources, {len(old)} older than {stale} months")
    lines += [f"beyond the limit of {limit} months: {len(beyond)}"] if beyond else []
    return lines, not lost and not beyond


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Lists stale sources.")
    parser.add_argument("--stale", type=int, default=STALE, help="months; default %(default)s")
    parser.add_argument("--limit", type=int, default=LIMIT, help="months; default %(default)s")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    given = parser.parse_args(arguments)
    lines, well = report(given.today, given.stale, given.limit)
    print("\n".join(lines))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
