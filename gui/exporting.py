"""Exports from the window: asks where to, writes, and says so in the message bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from engine import Result, ScenarioError, files
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import Renderer, caption_of, png_bytes
from gui.charts.table import tab_separated
from gui.report import write
from gui.units import as_in_files

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Exporter(QObject):
    """Writes what the window shows; the hidden plot it draws with is made when first needed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._renderer: Renderer | None = None
        self._copied: str | None = None  # the numbers last put on the clipboard

    @property
    def renderer(self) -> Renderer:
        if self._renderer is None:
            self._renderer = Renderer()
        return self._renderer

    def close(self) -> None:
        """Let go of what would outlive the window."""
        if self._copied is not None and QGuiApplication.clipboard().text() == self._copied:
            # a QMimeData made in Python ends the process with a crash; plain text stays
            QGuiApplication.clipboard().setText(self._copied)
            self._copied = None
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None

    def overview(self) -> None:
        path = self._ask("overview.png", "PNG (*.png)")
        if path:
            self.overview_to(path)

    @as_in_files()
    def overview_to(self, path: Path) -> None:
        window, result = self._window, self._result
        display = window.display
        image = self.renderer.overview(
            result,
            window.kpis.month,
            window.overview.choices,
            display.compared,
            display.bands_shown,
        )
        self._write(lambda: [_put(path, png_bytes(image))])

    def charts(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, "", self._start.as_posix())
        if folder:
            self.charts_to(Path(folder))

    @as_in_files()
    def charts_to(self, folder: Path) -> None:
        charts = self._charts(self._window.overview.choices)
        caption = caption_of(self._result)
        self._write(lambda: write.write_charts(charts, caption, folder, self._stem, self.renderer))

    def _charts(self, choices: Mapping[str, str]) -> dict[str, ChartSpec]:
        """The Overview's charts as they are on screen, baseline and bands included."""
        display = self._window.display
        return specs.overview(self._result, choices, display.compared, display.bands_shown)

    @Slot(str)
    def chart(self, key: str) -> None:
        path = self._ask(f"{key.replace('_', '-')}.png", "PNG (*.png)")
        if path:
            self.chart_to(key, path)

    def _spec(self, key: str) -> ChartSpec:
        choices = {**self._window.fleet.choices, **self._window.overview.choices}
        result = self._result
        fleet = specs.fleet_page(result, choices, self._window.display.compared)
        return {**fleet, **self._charts(choices)}[key]

    @Slot(str)
    def copy_chart(self, key: str) -> None:
        """The chart's picture and its numbers, both on the clipboard."""
        spec = self._spec(key)
        data = QMimeData()
        data.setImageData(self.renderer.chart(spec, caption_of(self._result)))
        self._copied = tab_separated(spec)
        data.setText(self._copied)
        QGuiApplication.clipboard().setMimeData(data)
        self._window.messages.say(self.tr("Copied “{}”: picture and data").format(spec.title))

    @as_in_files()
    def chart_to(self, key: str, path: Path) -> None:
        spec = self._spec(key)
        image = self.renderer.chart(spec, caption_of(self._result))
        self._write(lambda: [_put(path, png_bytes(image))])

    def csv(self) -> None:
        path = self._ask("", "CSV (*.csv)", ".csv")
        if path:
            self.csv_to(path)

    @as_in_files()
    def csv_to(self, path: Path) -> None:
        self._write(lambda: [write.write_csv(self._result, path)])

    @property
    def _result(self) -> Result:
        """Of the scenario as it is now, also when a newer run is still to come."""
        return self._window.runner.result_of(self._window.session.scenario)

    @property
    def _stem(self) -> str:
        path = self._window.session.path
        return write.file_stem(path.stem if path else self._window.session.scenario.name)

    @property
    def _start(self) -> Path:
        path = self._window.session.path
        return path.parent if path else Path.home()

    def _ask(self, ending: str, kinds: str, suffix: str = ".png") -> Path | None:
        name = f"{self._stem}-{ending}" if ending else f"{self._stem}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "", str(self._start / name), kinds)
        if not chosen:
            return None
        return Path(chosen if Path(chosen).suffix else chosen + suffix)

    def _write(self, work: Callable[[], Iterable[Path]]) -> None:
        try:
            written = list(work())
        except (ScenarioError, OSError) as error:
            self._window.messages.say(str(error), error=True)
            return
        more = self.tr(" and {} more").format(len(written) - 1) if len(written) > 1 else ""
        self._window.messages.say(self.tr("Exported {}").format(written[0]) + more)


def _put(path: Path, data: bytes) -> Path:
    files.write_whole(path, data)
    return path
