"""What a chart's own menu does beyond the Export menu: parts of a copy, its numbers as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engine import csv_out
from engine.analysis.footing import footing
from gui.charts.chart_menu import RESTS_ON
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import caption_of
from gui.charts.measured import Pictured, measured
from gui.charts.panel import ChartPanel
from gui.charts.table import months_of, tab_separated
from gui.report.endings import NUMBERS
from gui.run.presenter import Presenter
from gui.widgets.message_bar import MessageBar
from gui.widgets.palette import Palette
from gui.window.exporting import Exporter
from gui.window.navigation import Pages
from gui.words.month_names import month_words

EVIDENCE = "evidence"  # the page
WHOLE = ("export", "copy")  # what is done with all of a chart, whatever parts are hidden


class ChartCommands(QObject):
    """Keeps the chart as it is shown: hidden parts stay away."""

    def __init__(
        self,
        pages: Pages,
        presenter: Presenter,
        exporter: Exporter,
        messages: MessageBar,
        palette: Callable[[], Palette],
        window: QWidget,
    ) -> None:
        """`palette`: the one worn now; `window`: what files are asked for over."""
        super().__init__(window)
        self._pages, self._presenter, self._exporter = pages, presenter, exporter
        self._messages, self._window, self._palette = messages, window, palette

    @Slot(str, str)
    def do(self, what: str, key: str) -> None:
        """`what` is one of the methods below; `key` the chart of the page in front."""
        if what in WHOLE:
            {"export": self._exporter.chart, "copy": self._exporter.copy_chart}[what](key)
            return
        if what == RESTS_ON:
            self.rests_on(key)
            return
        spec = self._spec(key)
        if spec is not None:
            {
                "copy_picture": self.copy_picture,
                "copy_data": self.copy_data,
                "save_csv": self.save_csv,
            }[what](spec)

    def _panel(self, key: str) -> ChartPanel | None:
        pages = [self._pages.in_front, *self._pages]
        return next((p.panels[key] for p in pages if key in p.panels), None)

    def _spec(self, key: str) -> ChartSpec | None:
        panel = self._panel(key)
        return None if panel is None else panel.shown

    def rests_on(self, key: str) -> None:
        """Which values move the chart most in its month, and where they come from."""
        panel = self._panel(key)
        if panel is None or panel.shown is None:
            return
        result = self._presenter.result
        month = min(max(panel.month, 0), len(result.months) - 1)
        kpis = measured(panel.row, panel.choice, result.scenario, month)
        title = f"{panel.shown.title}, {month_words(result.months[month])}"
        self.show_rests(Pictured(title, result.scenario, kpis))

    @Slot(object)
    def show_rests(self, picture: Pictured) -> None:
        """The same of any picture."""
        from gui.pages.evidence.rests import RestsOn

        found = footing(picture.scenario, picture.kpis, date.today())
        dialog = RestsOn(picture.title, found, self._palette(), self._window)
        dialog.ledger_wanted.connect(self._show_ledger)
        dialog.show()

    @Slot()
    def _show_ledger(self) -> None:
        self._pages.show_key(EVIDENCE)
        self._pages[EVIDENCE].use_state({"part": "ledger"})

    def copy_picture(self, spec: ChartSpec) -> None:
        image = self._exporter.renderer.chart(spec, caption_of(self._presenter.result))
        QGuiApplication.clipboard().setImage(image)
        self._messages.say(self.tr("Copied the picture of “{title}”").format(title=spec.title))

    def copy_data(self, spec: ChartSpec) -> None:
        QGuiApplication.clipboard().setText(tab_separated(spec))
        text = self.tr("Copied the data of “{title}”").format(title=spec.title)
        self._messages.say(text)

    def save_csv(self, spec: ChartSpec) -> None:
        name = f"{spec.key.replace('_', '-')}.csv"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "", name, "CSV (*.csv)")
        if chosen:
            self._exporter.named(Path(chosen), NUMBERS, "", partial(self.write_csv, spec))

    def write_csv(self, spec: ChartSpec, path: Path) -> None:
        """The chart's numbers into a file that was asked for."""
        data = comma_separated(spec).encode()
        self._exporter.put(path, data)


def comma_separated(spec: ChartSpec) -> str:
    """The chart's numbers as a CSV for people: units in the headings, undefined ones empty."""
    headings = ["month", *(f"{part.label} [{spec.unit}]" for part in spec.parts)]
    columns = [part.values.tolist() for part in spec.parts]
    rows = zip(months_of(spec), *columns, strict=True)
    cells = (
        [month, *("" if value != value else repr(value) for value in values)]
        for month, *values in rows
    )
    return csv_out.MARK + csv_out.csv_text(headings, cells)
