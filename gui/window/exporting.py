"""Exports from the window: asks where to, writes, and says so in the message bar."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from engine import Document, Result, ScenarioError
from engine.files import scenario_files
from engine.files.fingerprint import fingerprint
from gui.charts.export import Renderer, caption_of
from gui.charts.table import tab_separated
from gui.document.session import Session
from gui.pages.kpi_strip import KpiStrip
from gui.report.content import Content, Order, bands_of
from gui.report.endings import PICTURES, TABLES, named_as
from gui.report.options import Options
from gui.report.own import refuse_foreign
from gui.run.presenter import Presenter
from gui.widgets.message_bar import MessageBar
from gui.window.navigation import Pages
from gui.words.abbreviate import short
from gui.words.sanitize import file_stem
from gui.words.units import file_units, spec_as_shown

if TYPE_CHECKING:
    from gui.report.dialog import ReportDialog
    from gui.report.write import ReportWriter
    from gui.window.printing import PrintPreview

PICTURE_KINDS = "PNG (*.png);;SVG (*.svg)"
TABLE_KINDS = "CSV (*.csv);;XLSX (*.xlsx)"


class Exporter(QObject):
    """Writes what the window shows; the hidden plots it draws with are made when first needed."""

    def __init__(
        self,
        session: Session,
        presenter: Presenter,
        pages: Pages,
        kpis: KpiStrip,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        """`window`: what files are asked for over."""
        super().__init__(window)
        self._session, self._presenter, self._messages = session, presenter, messages
        self._pages, self._kpis, self._window = pages, kpis, window
        self._renderer: Renderer | None = None
        self._writer: ReportWriter | None = None
        self._dialog: ReportDialog | None = None
        self.preview: PrintPreview | None = None  # of a page to print, the last that was opened
        self._copied: str | None = None  # the numbers last put on the clipboard

    @property
    def renderer(self) -> Renderer:
        if self._renderer is None:
            self._renderer = Renderer()
        return self._renderer

    @property
    def writer(self) -> ReportWriter:
        """Writes single files, as large as the screen's and twice as fine."""
        from gui.report.write import ReportWriter

        if self._writer is None:
            self._writer = ReportWriter(Path(), Options())
        self._writer.guard(self.inputs, asked=True)
        return self._writer

    @property
    def inputs(self) -> list[Path]:
        """What no export may replace."""
        path = self._session.path
        return [] if path is None else [path]

    def close(self) -> None:
        """Let go of what would outlive the window."""
        if self._copied is not None and QGuiApplication.clipboard().text() == self._copied:
            # a QMimeData made in Python ends the process with a crash; plain text stays
            QGuiApplication.clipboard().setText(self._copied)
            self._copied = None
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._dialog is not None:
            self._dialog.stop()
        if self.preview is not None and isValid(self.preview):
            self.preview.close()

    @Slot()
    def report(self) -> None:
        """Ask how the report is to be, and write it while the window goes on."""
        self._report_dialog().ask(self.order(), self._start, self.stem, self.inputs)

    def _report_dialog(self) -> ReportDialog:
        from gui.report.dialog import ReportDialog

        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.finished_writing.connect(self._tell_written)
            self._dialog.failed.connect(self._tell_failed)
        return self._dialog

    def report_of_plans(self, documents: Sequence[Document]) -> None:
        """The same of several scenarios, held against the first."""
        month = self._kpis.month
        orders = [Order(document, None, None, month) for document in documents]
        self._report_dialog().ask(orders[0], self._start, "comparison", self.inputs, orders[1:])

    @Slot()
    def overview(self) -> None:
        self._ask("overview.png", PICTURES, PICTURE_KINDS, self.overview_to)

    @file_units()
    def overview_to(self, path: Path) -> None:
        self._write(lambda: [self.writer.overview(self.content(), path)])

    @Slot()
    def print_view(self) -> None:
        """Show the page that would be printed; it has the button that prints it."""
        from gui.window.printing import PrintPreview

        self.preview = PrintPreview(self.content(), self.stem, self._window)
        self.preview.open()

    @Slot()
    def charts(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, "", self._start.as_posix())
        if folder:
            self.charts_to(Path(folder))

    @file_units()
    def charts_to(self, folder: Path) -> None:
        self._write(lambda: self._each_chart(folder))

    def _each_chart(self, folder: Path) -> Iterator[Path]:
        content = self.content()
        writer = self.writer
        writer.guard(self.inputs)  # nobody was asked about these names
        for key in content.overview:
            path = folder / f"{self.stem}-{key.replace('_', '-')}.png"
            yield writer.chart(content, key, path)

    @Slot(str)
    def chart(self, key: str) -> None:
        name = f"{key.replace('_', '-')}.png"
        self._ask(name, PICTURES, PICTURE_KINDS, partial(self.chart_to, key))

    @file_units()
    def chart_to(self, key: str, path: Path) -> None:
        self._write(lambda: [self.writer.chart(self.content(), key, path)])

    @Slot(str)
    def copy_chart(self, key: str) -> None:
        """The chart's picture and its numbers, both on the clipboard, and an SVG for who can."""
        content = self.content()
        spec, caption = spec_as_shown(content.charts[key]), caption_of(content.result)
        data = QMimeData()
        data.setImageData(self.renderer.chart(spec, caption))
        data.setData("image/svg+xml", self.renderer.chart_svg(spec, caption))
        self._copied = tab_separated(spec)
        data.setText(self._copied)
        QGuiApplication.clipboard().setMimeData(data)
        text = self.tr("Copied “{title}”: picture and data")
        self._messages.say(text.format(title=spec.title))

    @Slot()
    def csv(self) -> None:
        self._ask("", TABLES, TABLE_KINDS, self.csv_to)

    @file_units()
    def csv_to(self, path: Path) -> None:
        self._write(lambda: [self.writer.monthly(self.content(), path)])

    def order(self) -> Order:
        """A report of what the window shows: its baseline, month, choices and bands."""
        session = self._session
        same = fingerprint(session.baseline) == fingerprint(session.scenario)
        baseline = None if same else session.baseline  # another name alone is no difference
        drawn = self._presenter.ensemble
        draws = drawn.draws if drawn is not None else None
        choices: dict[str, str] = {}  # of a chart on two pages, those of the one in front
        for page in reversed(self._pages.whole()):
            choices.update({key: panel.choice for key, panel in page.panels.items()})
        document = Document(session.scenario)
        return Order(document, baseline, draws, self._kpis.month, choices)

    def content(self) -> Content:
        """Of the scenario as it is now, also when a newer run or its bands are still to come."""
        order, runner = self.order(), self._presenter.runner
        drawn = self._presenter.ensemble
        bands = None
        if drawn is not None:
            current = drawn.scenario == order.scenario
            bands = drawn.bands if current else bands_of(order)
        compared = None if order.baseline is None else runner.result_of(order.baseline)
        return Content(order, self._result, compared, None, bands)

    @property
    def _result(self) -> Result:
        return self._presenter.runner.result_of(self._session.scenario)

    @property
    def stem(self) -> str:
        path = self._session.path
        return file_stem(path.stem if path else self._session.scenario.name)

    @property
    def _start(self) -> Path:
        path = self._session.path
        return path.parent if path else Path.home()

    def _ask(
        self, ending: str, allowed: tuple[str, ...], kinds: str, write: Callable[[Path], None]
    ) -> None:
        """Ask for a file, and `write` it under a name with one of the `allowed` endings."""
        name = f"{self.stem}-{ending}" if ending else f"{self.stem}{allowed[0]}"
        start = str(self._start / name)
        chosen, kind = QFileDialog.getSaveFileName(self._window, "", start, kinds)
        if chosen:
            self.named(Path(chosen), allowed, f".{kind.partition(' ')[0].lower()}", write)

    def named(
        self, chosen: Path, allowed: tuple[str, ...], kind: str, write: Callable[[Path], None]
    ) -> None:
        """`write` to the path chosen; asked for anew where its ending is that of another format,
        and before a file is replaced about which the dialog could not ask.
        """
        try:
            path = named_as(chosen, allowed, kind)
        except ScenarioError as error:
            self._tell_failed(error)
            return
        if path == chosen or not os.path.lexists(path):
            write(path)
            return
        text = self.tr("“{file}” is there already.").format(file=short(path.name))
        self._messages.say(text, actions=[(self.tr("Replace it"), partial(write, path))])

    def put(self, path: Path, data: bytes) -> None:
        """Bytes into a file that was asked for; told where, or in one line why not."""
        try:
            refuse_foreign(path, self.inputs, data, asked=True)
            scenario_files.write_whole(path, data)
        except (ScenarioError, OSError) as error:
            self._messages.say(str(error), error=True)
        else:
            self._messages.say(self.tr("Saved {path}").format(path=path))

    def _write(self, work: Callable[[], Iterable[Path]]) -> None:
        try:
            written = list(work())
        except (ScenarioError, OSError) as error:
            self._tell_failed(error)
            return
        self._tell_written(written)

    @Slot(object)
    def _tell_failed(self, error: Exception) -> None:
        self._messages.say(str(error), error=True)

    @Slot(object)
    def _tell_written(self, written: list[Path]) -> None:
        if not written:
            self._messages.say(self.tr("Nothing was exported"))
            return
        text = self.tr("Exported {file}").format(file=written[0])
        if len(written) > 1:
            more = self.tr("and %n more file(s)", "", len(written) - 1)
            text = f"{text} {more}"
        folder = QUrl.fromLocalFile(str(written[0].absolute().parent))
        show = (self.tr("Show the &folder"), partial(QDesktopServices.openUrl, folder))
        self._messages.say(text, actions=[show], stays=False)
