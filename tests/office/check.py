"""Opens a report's tables in LibreOffice, in a comma-decimal locale too, and compares each cell.

`python tests/office/check.py`; needs `libreoffice`, which the tests' bare machine has not.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

LOCALES = ("en-US", "fr-FR", "de-DE")
NAME = "=cmd|' /C calc'!A0"


def main() -> int:
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed")
        return 1
    from engine import Document
    from gui.document import templates
    from gui.report.content import Order, gather
    from gui.report.options import Options
    from gui.report.verify import Verifier
    from gui.report.write import ReportWriter
    from gui.system.application import make_application

    make_application()
    scenario = templates.default_document().scenario.having(name=NAME)
    baseline = templates.example("power_starved").scenario
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = gather(Order(Document(scenario), baseline, 64))
        writer = ReportWriter(folder, Options(formats=("csv", "xlsx")))
        written = [path for path in writer.report(content, "r") if path is not None]
        writer.close()
        workbook = next(path for path in written if path.suffix == ".xlsx")
        tables = [path for path in written if path.suffix == ".csv"]
        for locale in LOCALES:
            out = folder / locale
            convert = Converter(office, folder / f"profile-{locale}", locale)
            anew = convert(workbook, out, "xlsx")
            verdict = Verifier().verify(anew)
            faults += not verdict.identical
            print(f"{locale}: workbook saved anew: {verdict.words}")
            for table in tables:
                differing = compare(table, convert(table, out, "xlsx", CSV_IN))
                faults += bool(differing)
                print(f"{locale}: {table.name}: {differing or 'identical'}")
    return 1 if faults else 0


# comma, quotes, UTF-8, from line 1, numbers as in English: what the dialog asks and remembers
CSV_IN = "CSV:44,34,76,1,,1033,false,true,false"


SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item></oor:items>
"""


class Converter:
    """LibreOffice without a window, in a profile of its own."""

    def __init__(self, office: str, profile: Path, locale: str) -> None:
        self._office, self._profile = office, profile
        user = profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS.format(locale=locale), "utf-8")

    def __call__(self, path: Path, out: Path, kind: str, infilter: str = "") -> Path:
        command = [self._office, f"-env:UserInstallation={self._profile.as_uri()}", "--headless"]
        command += [f"--infilter={infilter}"] if infilter else []
        command += ["--convert-to", kind, "--outdir", str(out), str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
        return out / f"{path.stem}.{kind.partition(':')[0]}"


def compare(ours: Path, theirs: Path) -> str:
    """The first cell that LibreOffice read as something else; empty where it read the same."""
    from gui.report.workbook_file import sheets

    (read,) = sheets(theirs).values()
    with ours.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            there = read.pop((i, j), "")
            if not same(cell, there):
                return f"row {i + 1}, column {j + 1}: {cell!r}, read {there!r}"
    return f"{len(read)} cells too many" if read else ""


def same(ours: str, theirs: str | float) -> bool:
    if isinstance(theirs, str) or ours in LOGICAL:
        return theirs == ours or theirs in LOGICAL.get(ours, ())
    # LibreOffice keeps 15 digits when it saves
    return abs(float(ours) - theirs) <= 1e-14 * abs(theirs)


LOGICAL = {"false": (0.0, "FALSE"), "true": (1.0, "TRUE")}


if __name__ == "__main__":
    sys.exit(main())
