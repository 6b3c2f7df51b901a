"""The window of a sweep's folder, and the scenarios that are opened from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine import Document, Scenario, ScenarioError
from gui.document.patience import GaveUpError, Patience
from gui.widgets.message_bar import MessageBar
from gui.widgets.palette import LIGHT, Palette
from gui.words.abbreviate import short

if TYPE_CHECKING:
    from engine.sweep.findings import Findings
    from gui.sweeps.window import SweepWindow

LARGEST = 64_000_000  # bytes of a summary: a hundred thousand scenarios


class Sweeps(QObject):
    """One sweep is looked at at a time; its folder is read beside the window's thread.

    What it takes is loaded when it is used: most starts of the program open no sweep.
    """

    def __init__(
        self,
        patience: Patience,
        messages: MessageBar,
        open_made: Callable[[Document, str], None],
        window: QWidget,
    ) -> None:
        """`open_made` opens a scenario that has no file; `window`: what the dialog is over."""
        super().__init__(window)
        self._patience, self._messages, self._open_made = patience, messages, open_made
        self._parent = window
        self._palette = LIGHT
        self.shown: SweepWindow | None = None
        self._path = Path()

    def choose(self, folder: str) -> None:
        """Ask for a folder, beginning with one."""
        text = self.tr("Open the folder of a sweep")
        path = QFileDialog.getExistingDirectory(self._parent, text, folder)
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Show a folder's sweep; one line where it is none."""
        from engine.sweep.findings import read_findings
        from gui.sweeps.window import SweepWindow

        text = self.tr("Reading “{folder}”…").format(folder=short(path.name))
        try:
            found: Findings = self._patience.wait(partial(read_findings, path, LARGEST), text)
        except GaveUpError as error:
            self._messages.say(str(error.in_file(str(path))), error=True)
            return
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return
        self.close()
        self._path = path
        self.shown = SweepWindow(found, self._palette, self._parent)
        self.shown.wanted.connect(self._open_scenario)
        self.shown.closed.connect(self._forget)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def use_palette(self, palette: Palette) -> None:
        """Dress what paints itself."""
        self._palette = palette
        if self.shown is not None:
            self.shown.use_palette(palette)

    def close(self) -> None:
        """Nothing stays behind the window."""
        if self.shown is not None:
            self.shown.close()

    @Slot()
    def _forget(self) -> None:
        self.shown = None

    @Slot(int)
    def _open_scenario(self, number: int) -> None:
        from engine.sweep.reopened import scenario_of

        if self.shown is None:
            return
        found = self.shown.found
        text = self.tr("Making scenario {number}…").format(number=number)
        try:
            make = partial(scenario_of, self._path, found, number)
            scenario: Scenario = self._patience.wait(make, text)
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return
        told = self.tr("Scenario {number} of the sweep “{sweep}”; it has no file of its own yet")
        name = short(found.facts.name or self._path.name)
        self._open_made(Document(scenario), told.format(number=number, sweep=name))
