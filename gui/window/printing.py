"""The Overview on paper: a preview of the page, and from there the printer. Always on white."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF, QSize, Qt
from PySide6.QtGui import QAction, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from gui.charts import specs
from gui.charts.export import Renderer
from gui.report.content import Content
from gui.words.units import file_units

# The window's: charts come out as they are on screen. Letters are sized in points, so a finer
# printer under a larger scale would have them as many times too large as it is finer.
DOTS_PER_INCH = 96
MARGIN = 10.0  # millimetres
PREVIEW = QSize(1000, 760)


def paint(printer: QPrinter, content: Content, renderer: Renderer) -> None:
    """Draw the Overview on the printer's page, as large as fits, in vectors."""
    with file_units():
        order, result = content.order, content.result
        charts = specs.overview(result, order.choices, content.compared, content.bands)
        printer.setResolution(DOTS_PER_INCH)
        painter = QPainter(printer)
        try:
            page = printer.pageLayout().paintRectPixels(DOTS_PER_INCH).size()
            size = page.width(), page.height()
            renderer.paint_overview(painter, size, result, order.month, charts, content.compared)
        finally:
            painter.end()


class PrintPreview(QPrintPreviewDialog):
    """A landscape page, and buttons for paper, zoom and printing; the window goes on meanwhile."""

    def __init__(self, content: Content, name: str, window: QWidget) -> None:
        self.printer_ = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self.printer_.setResolution(DOTS_PER_INCH)
        self.printer_.setDocName(name)
        self.printer_.setPageOrientation(QPageLayout.Orientation.Landscape)
        self.printer_.setPageMargins(
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter
        )
        super().__init__(self.printer_, window)
        self.setWindowTitle(self.tr("Print the Overview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(PREVIEW)
        native = self.printer_.outputFormat() == QPrinter.OutputFormat.NativeFormat
        set_up = QCoreApplication.translate("QPrintPreviewDialog", "Page setup")
        for action in self.findChildren(QAction):
            if action.text() == set_up:  # Qt's own dialog is of printers, where there are any
                action.setVisible(native)
        self._content = content
        self._renderer = Renderer(1)
        self.paintRequested.connect(self._paint)

    def _paint(self, printer: QPrinter) -> None:
        paint(printer, self._content, self._renderer)

    def done(self, result: int) -> None:
        """Let go of what it draws with."""
        super().done(result)
        self._renderer.close()
