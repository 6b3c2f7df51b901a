"""Gathers the licences of what is bundled, for the folder `licences` of the frozen app."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).resolve().with_name("licence_texts")  # what Qt's wheels leave out


def collect(site_packages: Path, libraries: Iterable[str], target: Path) -> None:
    """A folder for each Python package, with its licence as it came; Headroom's own at the top.

    `libraries` are file names of shared libraries that come from the system.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy(OURS / "LICENSE", target / "Headroom.txt")
    shutil.copy(OURS / "resources" / "fonts" / "OFL.txt", target / "Inter.txt")
    python = next((path for path in python_licences() if path.is_file()), None)
    if python is not None:
        shutil.copy(python, target / "Python.txt")
    for path in sorted(TEXTS.glob("*.txt")):
        shutil.copy(path, target / path.name)
    for name in bundled():
        for path in licence_files(site_packages, name):
            place = target / name / path.name
            place.parent.mkdir(exist_ok=True)
            shutil.copy(path, place)
    if sys.platform == "linux":
        for package, text in debian_copyrights(libraries).items():
            shutil.copy(text, target / f"{package}.txt")


def bundled() -> Iterable[str]:
    """Names of the Python packages, as their .dist-info spells them; help.py makes the list."""
    with (OURS / "resources" / "libraries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"].lower().replace("-", "_")


def python_licences() -> Iterable[Path]:
    base = Path(sys.base_prefix)
    yield base / "LICENSE.txt"  # Windows
    yield base / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt"
    yield Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright")


def licence_files(site_packages: Path, name: str) -> Iterable[Path]:
    """What a package brings of the kind, in its .dist-info."""
    for folder in site_packages.glob(f"{name}-*.dist-info"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name.upper().startswith(("LICEN", "COPYING", "NOTICE")):
                yield path


def debian_copyrights(names: Iterable[str]) -> dict[str, Path]:
    """By Debian package, the copyright text of the system libraries `names`; elsewhere nothing."""
    if shutil.which("dpkg-query") is None:
        return {}
    found = {}
    for name in sorted(names):
        words = ["dpkg-query", "--search", f"*/{name}"]
        told = subprocess.run(words, capture_output=True, text=True, check=False)
        for line in told.stdout.splitlines():
            package = line.partition(":")[0]
            text = Path("/usr/share/doc") / package / "copyright"
            if text.is_file():
                found[package] = text
    return found
