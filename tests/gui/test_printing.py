"""The Overview on paper: one landscape page in vectors, seen before it is printed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest

from gui.charts.export import Renderer
from gui.system.language import install_language
from gui.window.printing import DOTS_PER_INCH, paint


@pytest.fixture
def renderer(qapp):
    made = Renderer(1)
    yield made
    made.close()


def test_that_the_page_is_drawn_in_vectors(window, tmp_path, renderer):
    path = tmp_path / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    paint(printer, window.exporter.content(), renderer)
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
    assert b"/Font" in data  # its words are words


@pytest.mark.parametrize("mode", list(QPrinter.PrinterMode), ids=lambda mode: mode.name)
def test_that_letters_are_as_large_on_paper_as_beside_the_same_charts_on_screen(
    window, tmp_path, renderer, monkeypatch, mode
):
    printer = QPrinter(mode)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    seen = []

    def look(painter: QPainter, *_: object) -> None:
        seen.append((painter.device().logicalDpiX(), painter.combinedTransform().m11()))

    monkeypatch.setattr(renderer, "paint_overview", look)
    paint(printer, window.exporter.content(), renderer)
    assert seen == [(DOTS_PER_INCH, 1.0)]


def test_that_the_preview_opens_from_the_menu_and_goes_with_the_window(window, qtbot):
    window.actions_by_key["exporter.print_view"].trigger()
    preview = window.exporter.preview
    assert preview is not None
    qtbot.waitUntil(preview.isVisible)
    assert preview.printer_.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    window.session.edit("power_budget_gw", 3.0)  # the window goes on
    QTest.qWait(50)
    assert window.session.scenario.power_budget_gw == 3.0
    window.exporter.close()
    assert not preview.isVisible()


def test_that_a_preview_that_was_closed_is_left_alone(window, qtbot):
    window.exporter.print_view()
    window.exporter.preview.reject()
    qtbot.wait(50)
    window.exporter.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_a_printer_s_page_is_set_up_only_where_there_is_a_printer(window, qapp, language):
    install_language(qapp, language)
    window.exporter.print_view()
    preview = window.exporter.preview
    has_printer = bool(QPrinterInfo.availablePrinterNames())
    shown = [action.isVisible() for action in preview.findChildren(QAction) if set_up(action)]
    assert shown == [has_printer]
    install_language(qapp, "en")


def set_up(action: QAction) -> bool:
    return action.text() in ("Page setup", "Mise en page")
