"""What the Evidence page asks of files: the ledger as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.window.exporting import Exporter
from gui.window.navigation import Pages
from gui.words.units import file_units

if TYPE_CHECKING:
    from gui.pages.evidence.page import EvidencePage

KEY = "evidence"  # of the page
WORKBOOK = (".xlsx",)


class EvidenceCommands(QObject):
    """Asks where to, writes, and says so."""

    def __init__(self, pages: Pages, exporter: Exporter, window: QWidget) -> None:
        """`window`: what files are asked for over."""
        super().__init__(window)
        self._pages, self._wired = pages, False
        self._exporter, self._window = exporter, window
        pages.made.connect(self._take_page)

    @property
    def _page(self) -> EvidencePage:
        return cast("EvidencePage", self._pages[KEY])

    @Slot()
    def _take_page(self) -> None:
        """The page's wishes, once there is one."""
        if not self._wired and KEY in self._pages.by_key:
            self._wired = True
            self._page.ledger_wanted.connect(self.export_ledger)

    @Slot()
    def export_ledger(self) -> None:
        name = f"{self._exporter.stem}-ledger.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "", name, "XLSX (*.xlsx)")
        if chosen:
            self._exporter.named(Path(chosen), WORKBOOK, "", self.ledger_to)

    @file_units()
    def ledger_to(self, path: Path) -> None:
        """The ledger into a workbook that was asked for."""
        from gui.report.workbook import workbook_bytes

        table = self._page.ledger.as_table()
        title = self.tr("Assumptions and their sources")
        data = workbook_bytes([title], {table.key: table}, "", title)
        self._exporter.put(path, data)
