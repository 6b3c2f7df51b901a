"""Writes what is made of the help: the list of libraries, and the English of the made pages.

The window makes those pages when they are looked at; git ignores the written ones, which are for
readers of the folder. With `--check` it only says whether the list of libraries is stale.
"""

from __future__ import annotations

import csv
import importlib.metadata
import io
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
COLUMNS = ("name", "version", "licence", "home", "summary")
# what a package's metadata leave to its licence file
KNOWN_LICENCES = {"License :: OSI Approved :: BSD License": "BSD-3-Clause"}


def needed(lines: Iterable[str]) -> Iterator[str]:
    """The names in requirements, without those of extras and of older versions of Python."""
    for line in lines:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def closure() -> list[str]:
    """Everything that is needed at run time, whoever needs it, in order of the names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: set[str] = set()
    waiting = list(needed(project["dependencies"]))
    while waiting:
        distribution = importlib.metadata.distribution(waiting.pop())
        name = distribution.metadata["Name"]
        if name not in found:
            found.add(name)
            waiting += needed(distribution.requires or ())
    return sorted(found, key=str.lower)


def licence_of(name: str) -> str:
    """As the package's own metadata have it. Raises SystemExit where they have none."""
    data = importlib.metadata.metadata(name)
    stated = data.get("License-Expression") or data.get("License") or ""
    if stated and "\n" not in stated:
        return str(stated)
    for classifier in data.get_all("Classifier") or ():
        if classifier.startswith("License ::"):
            return KNOWN_LICENCES.get(classifier, classifier.rpartition(" :: ")[2])
    raise SystemExit(f"{name} says nothing of its licence")


def home_of(name: str) -> str:
    data = importlib.metadata.metadata(name)
    links = dict(line.split(", ", 1) for line in data.get_all("Project-URL") or ())
    by_name = {key.lower(): link for key, link in links.items()}
    found = by_name.get("homepage") or data.get("Home-page") or by_name.get("source") or ""
    return (
        str(found).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    )


def libraries_csv() -> str:
    """The libraries of the app, a line each."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name in closure():
        summary = importlib.metadata.metadata(name).get("Summary") or ""
        version = importlib.metadata.version(name)
        writer.writerow((name, version, licence_of(name), home_of(name), summary.rstrip(".")))
    return out.getvalue()


def main() -> int:
    listed = ROOT / "resources" / "libraries.csv"
    if "--check" in sys.argv[1:]:
        if listed.read_text("utf-8") != libraries_csv():
            print(f"stale, run python packaging/help.py: {listed.relative_to(ROOT)}")
            return 1
        return 0
    texts = {listed: libraries_csv()}
    listed.write_text(texts[listed], "utf-8", newline="\n")  # the page of licences reads it
    from gui.help.book import made_pages

    for page in made_pages():
        texts[ROOT / "resources" / "help" / page.file] = page.text()
    for path, text in texts.items():
        path.write_text(text, "utf-8", newline="\n")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    import terminal

    terminal.prepare()
    sys.exit(main())
