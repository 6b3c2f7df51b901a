"""The Report window: what to write, for whom and where to; then how far it is, and Cancel."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine import ScenarioError
from engine.worlds.ensemble import Cancelled
from gui.charts.chart_spec import Size
from gui.report.chapters import CHAPTERS
from gui.report.compare import Comparison
from gui.report.content import Content, Order, gather
from gui.report.options import DEFAULT_FORMATS, SCALES, Options
from gui.report.own import refuse_foreign
from gui.report.write import ReportWriter, file_names
from gui.system.in_order import InOrder
from gui.widgets.plain import PlainLabel, tip
from gui.words.units import file_units

SHARE_OF_RUNS = 30  # percent of the bar until the drawn worlds are there
WHOLE = 100
SIZES = ((1280, 720), (1600, 900), (1920, 1080), (2560, 1440))  # at scale 1


class _Signals(QObject):
    """For the worker alone."""

    gathering = Signal(int, float)
    gathered = Signal(int, object)


class ReportDialog(QDialog):
    """Not modal: the report is of the scenario as it was when asked for, and work goes on."""

    finished_writing = Signal(object)  # the paths
    failed = Signal(object)  # an exception

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self.signals = _Signals(self)
        self.signals.gathering.connect(self._show_runs)
        self.signals.gathered.connect(self._start_writing)
        self.serial = 0
        self.busy = False
        self._worker = InOrder("report")
        self._order: Order | None = None
        self._others: tuple[Order, ...] = ()  # what it is compared with in one report
        self._options = Options()
        self._beside = self._folder = Path()
        self._stem = ""
        self._inputs: Sequence[Path] = ()
        self._steps: Iterator[Path | None] | None = None
        self._writer: ReportWriter | None = None
        self.written: list[Path] = []
        self._expected = 1
        self._done = 0
        self._tick = QTimer(self, singleShot=True, interval=0)
        self._tick.timeout.connect(self._step)
        self._compose()

    def _compose(self) -> None:
        self.formats: dict[str, QCheckBox] = {}
        named = {
            "pdf": self.tr("PDF: everything, on pages"),
            "png": self.tr("PNG: each chart and the Overview"),
            "svg": self.tr("SVG: the same as vectors"),
            "csv": self.tr("CSV: tables for programs"),
            "xlsx": self.tr("XLSX: a workbook"),
            "md": self.tr("Markdown: the summary"),
        }
        boxes = QGridLayout()
        for place, (key, text) in enumerate(named.items()):
            box = QCheckBox(text)
            box.setChecked(key in DEFAULT_FORMATS)
            box.toggled.connect(self._show_ready)
            self.formats[key] = box
            boxes.addWidget(box, place // 2, place % 2)
        self.page = QComboBox()
        self.page.addItem("A4", "a4")
        self.page.addItem(self.tr("Letter"), "letter")
        self.size_of_pictures = QComboBox()
        self.size_of_pictures.addItem(self.tr("As in Headroom"), None)
        for width, height in SIZES:
            self.size_of_pictures.addItem(f"{width} × {height}", (width, height))
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{scale} ×", scale)
        self.scale.setCurrentIndex(1)
        self.worlds = QCheckBox(self.tr("Bands and risk over drawn worlds"))
        self.worlds.setChecked(True)
        self.chapters: dict[str, QCheckBox] = {}
        pages = QHBoxLayout()
        for chapter in CHAPTERS.values():
            self.chapters[chapter.key] = QCheckBox(chapter.title_text)
            pages.addWidget(self.chapters[chapter.key])
        pages.addStretch(1)
        self.outside = QCheckBox(self.tr("For outside readers: without the scenario inside"))
        about = self.tr(
            "Otherwise each file carries the scenario: dropped on this window it opens, and "
            "“headroom verify” checks it. Outside, files say a short code only."
        )
        self.outside.setToolTip(tip(about))
        self.folder = QLineEdit()
        self.folder.textChanged.connect(self._show_ready)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Formats"), boxes)
        for text, field in (
            (self.tr("Pages"), self.page),
            (self.tr("Size of pictures"), self.size_of_pictures),
            (self.tr("Scale of the PNGs"), self.scale),
            ("", self.worlds),
            ("", self.outside),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        form.addRow(self.tr("Pages of analyses"), pages)
        self.folder.setAccessibleName(self.tr("Folder"))
        form.addRow(self.tr("Folder"), where)
        self._form = QWidget()
        self._form.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self.progress = QProgressBar()
        self.progress.setMaximum(WHOLE)
        self.progress.setAccessibleName(self.tr("Progress of the report"))
        self._told = PlainLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setObjectName("caption")
        buttons = QDialogButtonBox()
        self.write = QPushButton(self.tr("Write the report"))
        self.write.setDefault(True)
        self.write.clicked.connect(self.start)
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_button.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._form)
        layout.addWidget(self.progress)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        self._show_busy()

    def ask(
        self,
        order: Order,
        folder: Path,
        stem: str,
        inputs: Sequence[Path] = (),
        others: Sequence[Order] = (),
    ) -> None:
        """Show the choices for a report of `order`; a report under way goes on.

        It replaces none of the `inputs`, nor any file that no report wrote. With `others` it is
        the comparison of them all, which has no worlds.
        """
        if not self.busy:
            self._order, self._stem, self._inputs = order, stem, inputs
            self._others = tuple(others)
            self._beside = folder
            self.worlds.setEnabled(not others)
            if not self.folder.text():
                self.folder.setText(str(folder / "report"))
            name = order.scenario.name
            compared = order.baseline.name if order.baseline else ""
            text = self.tr("Of “{name}”, compared with “{baseline}”")
            if not compared:
                text = self.tr("Of “{name}”; no other baseline is pinned")
            elif compared == name:  # two lines of one name would read as one and the same
                text = self.tr("Of “{name}”, compared with its baseline as it was pinned")
            if others:
                text = self.tr("Of {count} plans side by side")
            plans = len(others) + 1
            self._tell(text.format(name=name[:60], baseline=compared[:60], count=plans))
            self._show_ready()
        self.show()
        self.raise_()
        self.activateWindow()

    def options(self) -> Options:
        chosen = tuple(key for key, box in self.formats.items() if box.isChecked())
        return Options(
            formats=chosen,
            page=self.page.currentData(),
            size=_pair(self.size_of_pictures.currentData()),
            scale=self.scale.currentData(),
            outside=self.outside.isChecked(),
        )

    @Slot()
    def start(self) -> None:
        """Write the report: runs on a worker, then drawing a file or a page at a time."""
        if self._order is None or self.busy:
            return
        # a name alone stands beside the plan, not where Headroom was started
        self._folder = self._beside / os.path.expanduser(self.folder.text().strip())
        self.folder.setText(str(self._folder))
        self._options = self.options()
        drawn = self.worlds.isChecked() and not self._others
        draws = self._order.scenario.draws if drawn else None
        self.serial += 1
        self.written, self._done = [], 0
        self.busy = True
        self._show_busy()
        self._tell(self.tr("Running the drawn worlds…"))
        pages = tuple(key for key, box in self.chapters.items() if box.isChecked())
        first = replace(self._order, draws=draws, pages=() if self._others else pages)
        self._worker.do(self._gather, self.serial, (first, *self._others))

    def _gather(self, serial: int, orders: Sequence[Order]) -> None:
        """The runs; on the worker's thread."""

        def heard(share: float) -> bool:
            self.signals.gathering.emit(serial, share)
            return self.serial == serial

        outcome: object
        try:
            contents = tuple(gather(order, heard) for order in orders)
            outcome = contents
            if len(contents) > 1:
                outcome = Comparison(contents)
                _ = outcome.splits, outcome.footings  # here, not on the window's thread
        except Cancelled:
            outcome = None
        except Exception as error:  # told on the window's thread
            outcome = error
        self.signals.gathered.emit(serial, outcome)

    @Slot(int, float)
    def _show_runs(self, serial: int, share: float) -> None:
        if serial == self.serial:
            self.progress.setValue(round(share * SHARE_OF_RUNS))

    @Slot(int, object)
    def _start_writing(self, serial: int, outcome: Any) -> None:
        if serial != self.serial or not self.busy:
            return
        contents = outcome.contents if isinstance(outcome, Comparison) else outcome
        gathered = isinstance(contents, tuple)
        if not gathered or not all(isinstance(content, Content) for content in contents):
            self._end()
            if isinstance(outcome, Exception):
                self.failed.emit(outcome)
            return
        try:
            self._check_names()
            self._writer = ReportWriter(self._folder, self._options, self._inputs)
        except ScenarioError as error:
            self._end()
            self.failed.emit(error)
            return
        self._expected = self._writer.expected(contents[0])
        if isinstance(outcome, Comparison):
            self._steps = self._writer.comparison(outcome, self._stem)
        else:
            self._steps = self._writer.report(contents[0], self._stem)
        self._tick.start()

    def _check_names(self) -> None:
        """Raise ScenarioError before the first file is written, not in the middle."""
        for name in file_names(self._stem, self._options.formats):
            refuse_foreign(self._folder / name, self._inputs)

    @Slot()
    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            with file_units():
                path = next(self._steps)
        except StopIteration:
            self._end()
            self.hide()
            self.finished_writing.emit(self.written)
            return
        except (ScenarioError, OSError) as error:
            self._end()
            self.failed.emit(error)
            return
        self._done += 1
        if path is not None:
            self.written.append(path)
            self._tell(self.tr("Written: {file}").format(file=path.name))
        share = min(self._done / self._expected, 1.0)
        self.progress.setValue(SHARE_OF_RUNS + round(share * (WHOLE - SHARE_OF_RUNS)))
        self._tick.start()

    def reject(self) -> None:
        """Cancel: what is finished stays, and is said."""
        if self.busy:
            written = self.written
            self._end()
            self.finished_writing.emit(written)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)

    def stop(self) -> None:
        """End everything: the window closes."""
        self._end()
        self._worker.wait()
        self.hide()

    def _end(self) -> None:
        self.serial += 1
        self._tick.stop()
        self._steps = None
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self.busy = False
        self._show_busy()

    @Slot()
    def _show_busy(self) -> None:
        if self.busy:  # or nothing would have the keys
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.setEnabled(not self.busy)
        self.progress.setVisible(self.busy)
        if not self.busy:
            self.progress.setValue(0)
        self._show_ready()
        if not self.busy and self.cancel_button.hasFocus():
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_ready(self) -> None:
        ready = any(box.isChecked() for box in self.formats.values())
        self.write.setEnabled(ready and bool(self.folder.text().strip()) and not self.busy)

    @Slot()
    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "", self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _tell(self, text: str) -> None:
        self._told.setText(text)


def _pair(found: Any) -> Size | None:
    """A size as the list of them keeps it: Qt gives a tuple back as a list."""
    return None if found is None else (int(found[0]), int(found[1]))
