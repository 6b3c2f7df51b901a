"""Where people read from the right: levers, groups and figures are mirrored, time is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QLocale, QMargins, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.document import templates
from gui.levers import track
from gui.pages.compare.front import PlanFront
from gui.pages.compare.heads import GAP, INSET, RowHeader
from gui.pages.evidence.table import ReadCell, ReadRow, ReadTable
from gui.widgets import directions
from gui.widgets.head_row import EDGE
from gui.widgets.palette import LIGHT
from gui.window.main_window import MainWindow
from gui.words.numbers import NumberMarks
from gui.words.quantity_parser import Unit, read

LEFT = Qt.MouseButton.LeftButton
CELLS = ("−$6.3 bn", "שלום")  # of numbers, and of words that are read from the right
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def mirrored(qapp, qtbot, monkeypatch) -> Iterator[MainWindow]:
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    window = MainWindow(templates.default_document())
    window.resize(1600, 1000)
    window.show()
    qtbot.waitExposed(window)
    yield window
    monkeypatch.setattr(window.file, "may_leave", lambda: True)
    window.close()
    window.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_that_a_track_begins_at_the_right(mirrored):
    line = mirrored.levers.row("power_budget_gw").line
    slider, wide = line.slider, line.slider.width()
    low, high = line.span
    for part, end in ((wide - round(track.MARGIN), low), (round(track.MARGIN), high)):
        QTest.mouseClick(slider, LEFT, pos=QPoint(part, round(track.TRACK_Y)))
        assert mirrored.session.scenario.power_budget_gw == pytest.approx(end, rel=0.05)
    before = line.value
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert line.value < before


def test_that_a_group_points_to_what_is_read_next(mirrored):
    header = mirrored.levers.groups[1].header
    assert header.arrowType() == Qt.ArrowType.NoArrow  # Qt would leave it at the left
    assert not header.icon().isNull()
    folded = header.icon().cacheKey()
    header.setChecked(True)
    assert header.icon().cacheKey() != folded


def test_that_time_and_numbers_run_from_left_to_right_all_the_same(mirrored):
    page = mirrored.overview
    chart = page.charts["power"].plot
    first, last = (
        chart.to_device.map(QPointF(float(year), 0.0)).x() for year in chart.spec.years[[0, -1]]
    )
    assert first < last
    # the ribbon's first month stands under the chart's own
    left = page.charts["fleet"].plot
    assert page.ribbon.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert page.timeline.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert PlanFront().layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert left.plot.getAxis("left").sceneBoundingRect().left() < left.plot_area().left()


def test_that_levers_stand_at_the_right_of_the_pages(mirrored):
    assert (
        mirrored.levers.mapTo(mirrored, QPoint(0, 0)).x()
        > mirrored.pages.mapTo(mirrored, QPoint(0, 0)).x()
    )


def test_that_a_row_is_looked_at_as_soon_as_there_is_one(mirrored, qtbot):
    mirrored.pages.show_key("evidence")
    page = mirrored.pages["evidence"]
    for key, part in (("claims", page.claims), ("record", page.record), ("ledger", page.ledger)):
        page.show_part(key)
        qtbot.waitUntil(lambda: part.table.key is not None)  # noqa: B023
        assert part.detail.title.text()


def test_that_a_cell_keeps_its_sign_and_its_unit_where_they_are(mirrored, qtbot):
    """What is painted is what the same letters are by themselves, at the other side."""
    table = ReadTable((("Cost", ""),), "Costs")
    qtbot.addWidget(table)
    table.show_rows([ReadRow(i, (ReadCell(text),)) for i, text in enumerate(CELLS)])
    index = table.model().index(0, 0)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    assert option.direction == RIGHT_TO_LEFT
    table.itemDelegate().initStyleOption(option, index)
    assert option.direction == Qt.LayoutDirection.LeftToRight
    assert option.displayAlignment & Qt.AlignmentFlag.AlignRight
    table.initViewItemOption(option)
    table.itemDelegate().initStyleOption(option, table.model().index(1, 0))
    assert option.direction == RIGHT_TO_LEFT


def test_that_what_is_painted_stands_at_the_side_that_is_read_first(mirrored):
    assert directions.mirrored(Qt.AlignmentFlag.AlignLeft) & Qt.AlignmentFlag.AlignRight
    assert directions.mirrored(Qt.AlignmentFlag.AlignRight) & Qt.AlignmentFlag.AlignLeft


def test_that_the_air_beside_a_page_s_choices_is_at_the_side_of_the_choices(mirrored):
    mirrored.pages.show_key("risk")
    box = mirrored.pages["risk"].measure
    assert box.mapTo(mirrored.pages["risk"], QPoint(0, 0)).x() == EDGE
    assert directions.margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)


@pytest.mark.parametrize("name", ["ar_EG", "fa_IR", "hi_IN", "bn_BD", "de_CH", "fr_FR", "th_TH"])
@pytest.mark.parametrize("value", [2.5, 1234567.25, 0.05])
def test_that_a_number_as_the_system_writes_it_is_read_as_it_is_meant(name, value):
    locale = QLocale(name)
    text = locale.toString(value, "f", 2)
    assert read(text, Unit.of("GW facility"), NumberMarks.of(locale)) == pytest.approx(value)


@pytest.mark.parametrize("text", ["٢٫٥", "۲٫۵", "２.５", "२.५"])
def test_that_digits_of_any_script_are_read(text):
    assert read(text, Unit.of("GW facility"), NumberMarks.of(QLocale("en"))) == 2.5


def test_that_cells_of_chips_and_of_entries_keep_their_ends(mirrored):
    """What a source lacks is marked behind it, and a colon stays where it was."""
    mirrored.pages.show_key("supply")
    page = mirrored.pages["supply"]
    for view in (page.chips.table, page.parts["contracts"].table.view):
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        assert option.direction == RIGHT_TO_LEFT
        view.itemDelegate().initStyleOption(option, page.chips.model.index(0, 2))
        assert option.direction == Qt.LayoutDirection.LeftToRight


class OneRow(QAbstractTableModel):
    """A row with a unit, as the table of plans names its own."""

    def rowCount(self, parent=None):
        return 1

    def columnCount(self, parent=None):
        return 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        return "Cost [$bn]" if role == Qt.ItemDataRole.DisplayRole else None


def test_that_a_row_s_unit_keeps_its_sign_before_it(mirrored, qtbot):
    """“$bn”, which Qt would make “bn$”, and at the side that is read last."""
    header, model = RowHeader(), OneRow()
    qtbot.addWidget(header)
    header.setModel(model)
    rect = QRect(0, 0, 200, 24)
    painted, wanted = (QImage(rect.size(), QImage.Format.Format_RGB32) for _ in range(2))
    painter = QPainter(painted)
    painter.setLayoutDirection(RIGHT_TO_LEFT)
    header.paintSection(painter, rect, 0)
    painter.end()
    painter = QPainter(wanted)
    painter.fillRect(rect, QColor(LIGHT.ground))
    painter.setFont(header.font())
    painter.setPen(QColor(LIGHT.quiet))
    inner = rect.adjusted(INSET, 0, -GAP, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "$bn")
    painter.end()
    left_half = QRect(0, 0, 100, 24)
    assert painted.copy(left_half) == wanted.copy(left_half)
