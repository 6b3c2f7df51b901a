"""A chart on a page: title, choices, legend with the values of one month, and the plot."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.text import translate
from gui.charts.chart_menu import chart_menu
from gui.charts.chart_spec import ChartSpec, without
from gui.charts.legend import Legend, entry_words
from gui.charts.month_values import entries
from gui.charts.specs import ChartRow
from gui.charts.table import SpecTable, months_of
from gui.charts.texts import ABOUT
from gui.charts.view import PlotView
from gui.widgets.combo import ComboBox
from gui.widgets.help_request import ask
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.spoken import Role, Spoken, announce
from gui.widgets.table_keys import TableKeys, selected_text
from gui.words.kpis import month_words

LOWEST_PLOT = 95  # pixels, under however many lines of its legend
LOWEST = 208  # pixels: two rows in the smallest window; below that the page scrolls
HEADER_AIR, HEADER_SIDES = 8, 34  # pixels: behind the title, and of margins and gaps
CHOICE_SIDES = 44  # of the box around what is chosen, its arrow included
YEAR = 12  # months a step with Shift
FAR = 10_000  # months: beyond any horizon


class ChartPanel(Spoken, QFrame):
    """Shows one chart of the table of charts; its choices are asked for by signal.

    With the keys: arrows, Home and End choose the month, digits hide and show parts (with Alt
    one alone, 0 all), T is the table, ? what it is, Ctrl+C copies, the menu key has the rest.
    """

    spoken_role = Role.Chart

    choice_changed = Signal()
    export_wanted = Signal(str)  # the chart's key
    copy_wanted = Signal(str)
    asked = Signal(str, str)  # what else: a method of the chart commands; the chart's key
    stepped = Signal(int)  # months on from the chosen one, FAR for the first or the last
    explained = Signal(str)  # what it is, in words

    def __init__(self, row: ChartRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName("chart")
        self._title = PlainLabel()
        self._title.setObjectName("chartTitle")
        self._title.setWordWrap(True)  # a long one, on a narrow page
        self._title.setMinimumWidth(1)
        self.legend = Legend()
        self.legend.toggled.connect(self.toggle_part)
        self.legend.isolated.connect(self.isolate_part)
        self.hidden: frozenset[str] = frozenset()  # labels of parts that are not drawn
        self._full: ChartSpec | None = None  # with the hidden parts
        self._titles: tuple[str, ...] = ("",)  # the shorter where room is short
        self._t = 0
        self.colours: Palette = LIGHT
        self.plot = PlotView(self)
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel has the keys
        self.plot.scale.eased = True
        self._choice = ComboBox()
        if not row.choices:  # shown before it stands anywhere it would be a window of its own
            self._choice.hide()
        self._choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, label in row.first_choices.items():
            self._choice.addItem(translate("Chart", label), key)
        self._span = ComboBox()
        self._span.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not row.spans:
            self._span.hide()
        for key, label in row.spans.items():
            self._span.addItem(translate("Chart", label), key)
        for box in (self._choice, self._span):
            # each is written in full in the list
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._fit_header)
            box.currentIndexChanged.connect(self.choice_changed)
        self._as_table = QToolButton()
        self._as_table.setText("⊞")
        self._as_table.setCheckable(True)
        self._as_table.setAutoRaise(True)
        self._as_table.setToolTip(self.tr("Show as a table"))
        self._as_table.toggled.connect(self._show_table)
        self._model = SpecTable()
        self._table: QTableView | None = None
        copy = QShortcut(QKeySequence.StandardKey.Copy, self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        header = QHBoxLayout()
        header.setContentsMargins(12, 5, 10, 0)
        header.addWidget(self._title, 1)
        header.addWidget(self._choice)
        header.addWidget(self._span)
        header.addWidget(self._as_table)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 2)
        layout.setSpacing(1)
        layout.addLayout(header)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot, 1)
        self._bound_height(1.0)

    @property
    def choice(self) -> str:
        return (self._choice.currentData() or "") + (self._span.currentData() or "")

    @choice.setter
    def choice(self, key: str) -> None:
        span = next((end for end in self.row.spans if end and key.endswith(end)), "")
        with QSignalBlocker(self._choice), QSignalBlocker(self._span):
            self._choice.setCurrentIndex(max(self._choice.findData(key.removesuffix(span)), 0))
            self._span.setCurrentIndex(max(self._span.findData(span), 0))
        self._fit_header()

    @property
    def as_table(self) -> bool:
        """Whether numbers are shown in the place of curves."""
        return self._as_table.isChecked()

    @as_table.setter
    def as_table(self, wanted: bool) -> None:
        self._as_table.setChecked(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    @Slot()
    def _fit_header(self) -> None:
        """The title stands on one line where it can: its choices give way, to the one chosen."""
        room = self.width() - self._as_table.sizeHint().width() - HEADER_SIDES
        if self.row.spans:
            room -= self._span.sizeHint().width() + HEADER_AIR
        chosen = self._choice.fontMetrics().horizontalAdvance(self._choice.currentText())
        least = chosen + CHOICE_SIDES if self.row.choices else 0
        wide = [
            self._title.fontMetrics().horizontalAdvance(title) + HEADER_AIR
            for title in self._titles
        ]
        place = next((i for i, w in enumerate(wide) if w + least <= room), len(wide) - 1)
        if self._title.text() != self._titles[place]:
            self._title.setText(self._titles[place])
        self._choice.setMaximumWidth(max(room - wide[place], least))

    @property
    def month(self) -> int:
        """The month whose values the legend has, from the scenario's first."""
        return self._t

    def use_palette(self, palette: Palette) -> None:
        self.colours = palette
        self.legend.use_palette(palette)
        self.plot.use_palette(palette)
        self._bound_height(palette.type_scale)

    def _bound_height(self, type_scale: float) -> None:
        """No lower than the letters need; the page scrolls."""
        self.setMinimumHeight(round(LOWEST * type_scale))
        self.plot.setMinimumHeight(round(LOWEST_PLOT * type_scale))

    def show_spec(self, spec: ChartSpec) -> None:
        self._full = spec
        said = dict.fromkeys(filter(None, (spec.title, spec.short_title)))
        titles = tuple(f"{title} [{spec.unit}]" for title in said)
        if self._titles != titles:
            self._titles = titles
            name = self.tr("{title}, in {unit}").format(title=spec.title, unit=spec.unit)
            self.plot.setAccessibleName(name)
            self.setAccessibleName(name)
            shown = self.tr("{title}: what is shown").format(title=spec.title)
            self._choice.setAccessibleName(shown)
            self._span.setAccessibleName(self.tr("{title}: its months").format(title=spec.title))
            as_table = self.tr("{title}: show as a table").format(title=spec.title)
            self._as_table.setAccessibleName(as_table)
            self.hidden &= frozenset(self.labels)
            self._fit_header()
        self._draw()

    def _draw(self) -> None:
        if self._full is None:
            return
        spec = without(self._full, self.hidden)
        if self._table is not None and self._table.isVisible():
            self.plot.spec = spec
            self._model.show_spec(spec)
        else:
            self.plot.show_spec(spec)

    def show_values(self, t: int) -> None:
        """Write each part's value of month `t` into the legend."""
        self._t = t
        if self._full is None:
            return
        self.legend.show_entries(entries(self._full, t, self.hidden))

    def spoken_description(self) -> str:
        """The month, and each value with its unit."""
        if self._full is None:
            return ""
        spec = self._full
        values = ", ".join(map(entry_words, self.legend.entries))
        text = self.tr("{month}: {values} {unit}")
        month = month_words(months_of(spec)[self._t])
        text = text.format(month=month, values=values, unit=spec.unit)
        if spec.observed is not None:
            text = "\n".join([text, *map(spec.observed_words, spec.observed.at(self._t))])
        return "\n".join([text, *(mark.words for mark in spec.marks if mark.place == self._t)])

    # Parts

    @property
    def labels(self) -> tuple[str, ...]:
        """Of all parts, in the legend's order."""
        return () if self._full is None else tuple(part.label for part in self._full.parts)

    @Slot(str)
    def toggle_part(self, label: str) -> None:
        """Hide a part, or show it again; the last one shown stays."""
        if label not in self.labels:
            return  # the total, which is there as long as its layers are
        hidden = self.hidden ^ {label}
        if len(hidden) < len(self.labels):
            self._hide(hidden)

    @Slot(str)
    def isolate_part(self, label: str) -> None:
        """Show a part alone; where it is already, show all."""
        if label not in self.labels:
            return
        others = frozenset(self.labels) - {label}
        self._hide(frozenset() if self.hidden == others else others)

    @Slot()
    def show_all_parts(self) -> None:
        self._hide(frozenset())

    def _hide(self, labels: frozenset[str]) -> None:
        self.hidden = labels
        self._draw()
        self.show_values(self._t)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -FAR,
            Qt.Key.Key_End: FAR,
        }
        number = key.value - Qt.Key.Key_0.value
        if key in steps:
            wide = YEAR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self.stepped.emit(steps[key] * wide)
            announce(self, self.spoken_description())
        elif number == 0:
            self.show_all_parts()
        elif 0 < number <= len(self.labels):
            alone = modifiers & Qt.KeyboardModifier.AltModifier
            (self.isolate_part if alone else self.toggle_part)(self.labels[number - 1])
        elif key == Qt.Key.Key_T:
            self.toggle_table()
        elif key == Qt.Key.Key_Question:
            self.explain()
        else:
            super().keyPressEvent(event)

    # What is asked of it

    @property
    def shown(self) -> ChartSpec | None:
        """What is drawn now: without the hidden parts."""
        return self.plot.spec

    def ask(self, what: str) -> None:
        self.asked.emit(what, self.row.key)

    @Slot()
    def explain(self) -> None:
        """Say what the chart shows, and how to read it."""
        if self._full is not None:
            text = self.tr("{title}, in {unit}. {about}")
            about = translate("Chart", ABOUT[self.row.key])
            self.explained.emit(
                text.format(title=self._full.title, unit=self._full.unit, about=about)
            )

    @Slot()
    def toggle_table(self) -> None:
        """Chart or table: the same numbers, month by month."""
        self._as_table.setChecked(not self._as_table.isChecked())

    @Slot(bool)
    def _show_table(self, wanted: bool) -> None:
        if self._table is None:
            self._table = QTableView()
            self._table.setModel(self._model)
            TableKeys(self._table)
            self._table.setFrameShape(QFrame.Shape.NoFrame)
            header = self._table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self._layout.addWidget(self._table, 1)
            QWidget.setTabOrder(self._as_table, self._table)  # made late, it would come last
        self._table.setVisible(wanted)
        self.plot.setVisible(not wanted)
        if self.plot.spec is not None:
            self.plot.show_spec(self.plot.spec)
            self._table.setAccessibleName(
                self.tr("{title}, table").format(title=self.plot.spec.title)
            )
            self._model.show_spec(self.plot.spec)
        if wanted:
            self._to_month()

    def _to_month(self) -> None:
        """Have the table show the month that the figures are for."""
        if self._table is not None:
            month = self._model.index(self._t, max(self._table.currentIndex().column(), 0))
            self._table.setCurrentIndex(month)
            self._table.selectionModel().clearSelection()
            self._table.scrollTo(month, QTableView.ScrollHint.PositionAtCenter)

    @Slot()
    def copy(self) -> None:
        """The cells that are selected in the table; else picture and numbers at once."""
        cells = selected_text(self._table) if self._table is not None and self.as_table else ""
        if cells:
            QGuiApplication.clipboard().setText(cells)
            self.explained.emit(self.tr("Copied the selected cells"))
        elif self.plot.spec is not None:
            self.copy_wanted.emit(self.row.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = chart_menu(self, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        corner = self.plot.mapToGlobal(self.plot.rect().topLeft())
        menu.popup(corner if by_key else event.globalPos())

    @Slot()
    def ask_for_help(self) -> None:
        """Open the chart's entry of the help."""
        ask(self, "outputs", self.row.key)

    @Slot()
    def ask_for_export(self) -> None:
        self.export_wanted.emit(self.row.key)
