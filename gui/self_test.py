"""What the shipped program checks of itself: resources, engine, window, exports."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from engine import files, shipped_catalogue, simulate
from gui import documents
from gui.app import make_application, say
from gui.report.command import write_reports
from gui.report.options import FORMATS, Options
from gui.report.verify import Verifier


def check(examples: Sequence[str], folder: Path) -> int:
    """0 where everything works; else the reason on the terminal, and 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        _check(examples, folder)
    except Exception as error:
        say(f"self-test failed: {type(error).__name__}: {error}")
        return 1
    if sys.stdout is not None:
        print(f"self-test passed: {len(examples)} scenarios, window, report")
    return 0


def _check(examples: Sequence[str], folder: Path) -> None:
    if not shipped_catalogue().chips:
        raise RuntimeError("the chip catalogue is empty")
    for name in examples:
        document = documents.example(name)
        simulate(document.scenario)
        path = folder / f"{name}{files.SUFFIX}"
        files.save(document, path)
        if files.load(path) != document:
            raise RuntimeError(f"{name} is not the same after saving")
    app = make_application()
    from gui.main_window import MainWindow

    window = MainWindow(documents.default_document())
    window.show()
    app.processEvents()
    if window.grab().toImage().isNull() or window.result is None:
        raise RuntimeError("the window drew nothing")
    window.close()
    window.deleteLater()
    _check_report(folder / f"{examples[0]}{files.SUFFIX}", folder / "report")


def _check_report(scenario: Path, folder: Path) -> None:
    """Write one in every format, and read each file back."""
    write_reports([scenario], folder, Options(formats=FORMATS), draws=64)
    small = [path.name for path in folder.iterdir() if path.stat().st_size < 1000]
    if small:
        raise RuntimeError(f"written but empty: {', '.join(small)}")
    verifier = Verifier()
    for path in folder.iterdir():
        if path.suffix != files.SUFFIX and not (verdict := verifier.verify(path)).identical:
            raise RuntimeError(f"{path.name}: {verdict.words}")
