"""The page of the chip mix: the triangle, its measure, its shares, and what they come to."""

from __future__ import annotations

from collections import abc

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine import Result, Scenario, ScenarioError, parameter
from engine.analysis.variants import Lever
from engine.files.other_chips import default_for
from gui.charts.measured import Pictured
from gui.document.session import Session
from gui.levers.refusals import in_words
from gui.levers.row import LeverRow
from gui.levers.track import Preview
from gui.pages.mix.key import MixKey
from gui.pages.mix.linked_bars import LinkedBars
from gui.pages.mix.map_worker import MapQuestion, MixMapper, MixPicture, alike
from gui.pages.mix.measures import MEASURES, MixMeasure, Period
from gui.pages.mix.shares import MixShares
from gui.pages.mix.triangle import CORNERS, MixTriangle
from gui.pages.mix.words import sentences
from gui.pages.page import OnScreen, Page
from gui.widgets.combo import ComboBox
from gui.widgets.directions import margins
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled
from gui.widgets.slider_scale import nearest_shares

KEY = "mix"
SIDE_WIDTH = 284
DEFAULT_INDEX = 23  # the last month of the second year, until one is chosen


class MixPage(Page):
    """Shows the scenario's target mix and, while visible, the map of all others."""

    failed = Signal(object)  # an exception of the engine, from the worker

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scenario = session.scenario
        self._families = session.scenario.families  # that the page is built for
        self._result: Result | None = None
        self._index = DEFAULT_INDEX
        self._palette = LIGHT
        self._gesture = 0
        self.picture: MixPicture | None = None
        self.triangle: MixTriangle | None = None
        self.shares: MixShares | None = None
        self.bars: LeverRow | None = None
        self.mapper = MixMapper(self)
        self.mapper.mapped.connect(self._take)
        self.mapper.failed.connect(self.failed)
        self.failed.connect(self._tell_of_failure)
        session.scenario_changed.connect(self.show_scenario)
        session.baseline_changed.connect(self._compare)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(14)
        self._content: list[QWidget] = []
        self._build()

    # What is shown

    def show_scenario(self, scenario: Scenario) -> None:
        """Move the puck and the fields; map anew where anything but the mix has changed."""
        self._scenario = scenario
        self._follow()

    def take(self, shown: OnScreen) -> None:
        if not shown.held:  # the map is of the scenario, whatever is shown meanwhile
            self.choose_month(shown.month)
            self.show_result(shown.result)

    def show_result(self, result: Result) -> None:
        self._result = result
        if self.isVisible():
            self._say()

    def choose_month(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._follow()

    def _follow(self) -> None:
        """Behind another page all this waits: no lever's drag should pay for it."""
        if not self.isVisible():
            return
        if self._scenario.families != self._families:
            self._build()
        else:
            self._show_mix()
        self._ask_for_map()

    @Slot(object)
    def show_foresight(self, previews: abc.Mapping[Lever, Preview]) -> None:
        """Draw the panel's curves behind the bars too, where there is no triangle."""
        for family, line in self.bars.lines.items() if self.bars is not None else ():
            preview = previews.get(Lever(KEY, family))
            if preview is not None:
                line.show_preview(preview)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        if self.triangle is not None and self.shares is not None:
            self._side.setFixedWidth(round(SIDE_WIDTH * palette.type_scale))
            self.triangle.use_palette(palette)
            self.shares.use_palette(palette)
            self.key.use_palette(palette)

    def stop(self) -> None:
        """End the worker; for the window that closes."""
        self.mapper.stop()

    @property
    def measure(self) -> MixMeasure:
        return MEASURES[max(self.measures.currentIndex(), 0)]

    @property
    def pictured(self) -> abc.Sequence[Pictured]:
        scenario, measure, period = self._scenario, self.measure, self.period
        title = f"{measure.label_text}, {measure.when(period, scenario)}"
        return [Pictured(title, scenario, measure.rests_on(period, scenario))]

    @property
    def period(self) -> Period:
        month = self.periods.currentIndex() == 0
        return Period.of(self._scenario, self._index, month=month)

    @Slot(object)
    def _tell_of_failure(self, error: Exception) -> None:
        text = self.tr("The map of mixes can't be worked out: {reason}").format(reason=error)
        self.refused.emit(text)

    @property
    def state(self) -> object:
        return self.chosen

    def use_state(self, state: object) -> None:
        if not isinstance(state, abc.Sequence):
            raise TypeError("what the map is of are two places")
        self.choose(*map(int, state))

    @property
    def chosen(self) -> tuple[int, int]:
        """Which measure and which period the map is of, by their places."""
        if self.triangle is None:
            return 0, 0
        return max(self.measures.currentIndex(), 0), max(self.periods.currentIndex(), 0)

    def choose(self, measure: int, period: int) -> None:
        """Map this measure of this period."""
        if self.triangle is not None:
            self.measures.setCurrentIndex(measure)
            self.periods.setCurrentIndex(period)

    # Building

    def _build(self) -> None:
        for widget in self._content:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.picture = self.triangle = self.shares = self.bars = None
        self.mapper.forget()
        self._families = self._scenario.families
        if len(self._scenario.families) == CORNERS:
            self._content = [scrolled(self._main_part()), self._side_part()]
            self._layout.addWidget(self._content[0], 1)
            self._layout.addWidget(self._content[1])
            self._name_periods()
            self._compare()
        else:
            self._content = [part := LinkedBars(self._session, self._scenario.families)]
            self.bars = part.bars
            self._layout.addWidget(self._content[0], 1)
        self.use_palette(self._palette)
        self._show_mix()

    def _main_part(self) -> QWidget:
        self.triangle = MixTriangle(self._scenario.families)
        default = default_for(parameter(KEY), self._scenario.families)
        if isinstance(default, abc.Mapping):
            self.triangle.default = {f: float(default[f]) for f in self._scenario.families}
        self.triangle.wanted.connect(self._edit)
        self.key = MixKey()
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = PlainLabel(parameter(KEY).label_text)
        title.setObjectName("pageTitle")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(self.key)  # before its map: what the colours mean, then the colours
        column.addWidget(self.triangle, 1)
        return part

    def _side_part(self) -> QWidget:
        assert self.triangle is not None
        self.measures, self.periods = ComboBox(), ComboBox()
        for measure in MEASURES:
            self.measures.addItem(measure.label_text)
            self.measures.setItemData(
                self.measures.count() - 1, measure.help_text, Qt.ItemDataRole.ToolTipRole
            )
        self.measures.setAccessibleName(self.tr("Measure that the map shows"))
        self.periods.setAccessibleName(self.tr("Months that the map is of"))
        self.measures.currentIndexChanged.connect(self._choose)
        self.periods.currentIndexChanged.connect(self._choose)
        self.shares = MixShares(self._scenario.families)
        self.shares.wanted.connect(self._edit)
        self.shares.locked_changed.connect(self._lock)
        self.reset = QPushButton(self.tr("Default mix"))
        self.reset.clicked.connect(self._reset)
        self.note = PlainLabel()
        self.value = PlainLabel()
        self.value.setObjectName("pageTitle")
        self.words = PlainLabel()
        for label in (self.note, self.value, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setObjectName("caption")
        for combo in (self.measures, self.periods):  # as wide as the side, whatever they say
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inside = QWidget()
        inside.setObjectName("overview")
        column = QVBoxLayout(inside)
        column.setContentsMargins(margins(0, 0, 6, 0))
        column.setSpacing(6)
        column.addWidget(self._caption(self.tr("Map of")))
        column.addWidget(self.measures)
        column.addWidget(self.periods)
        column.addSpacing(8)
        column.addWidget(self._caption(self.tr("Target mix of new power, share of IT power")))
        column.addWidget(self.shares)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.note)
        column.addSpacing(6)
        column.addWidget(self.value)
        column.addWidget(self.words)
        column.addStretch(1)
        self._side = scrolled(inside)
        return self._side

    def _caption(self, text: str) -> QLabel:
        label = PlainLabel(text)
        label.setObjectName("caption")
        label.setWordWrap(True)
        return label

    def _name_periods(self) -> None:
        if self.triangle is None:
            return
        names = []
        for month in (True, False):
            first, last = Period.of(self._scenario, self._index, month=month).ends(self._scenario)
            text = self.tr("To the end: {first} to {last}")
            text = self.tr("Month: {first}") if month else text
            names.append(text.format(first=first, last=last))
        if [self.periods.itemText(i) for i in range(self.periods.count())] == names:
            return
        with QSignalBlocker(self.periods):
            chosen = max(self.periods.currentIndex(), 0)
            self.periods.clear()
            self.periods.addItems(names)
            self.periods.setCurrentIndex(chosen)

    # The mix

    def _show_mix(self) -> None:
        if self.bars is not None:
            self.bars.show_scenario(self._scenario)
        if self.triangle is None or self.shares is None:
            return
        self.triangle.show_shares(self._scenario.mix)
        self.shares.show_shares(self._scenario.mix)
        self.reset.setEnabled(dict(self._scenario.mix) != self.triangle.default)
        self._name_periods()
        self._compare()
        self._say()

    @Slot(object, bool)
    def _edit(self, shares: dict[str, float], new_gesture: bool) -> None:
        if new_gesture or not self._gesture:
            self._gesture = self._session.new_gesture()
        try:
            self._session.edit(KEY, shares, self._gesture)
        except ScenarioError as error:
            self.note.setText(in_words(error, self._session.scenario.start))

    @Slot()
    def _reset(self) -> None:
        if self.triangle is not None and self.triangle.default is not None:
            now = dict(self._scenario.mix)
            self._edit(nearest_shares(self.triangle.default, now, self.triangle.locked), True)

    @Slot(object)
    def _lock(self, locked: frozenset[str]) -> None:
        if self.triangle is None:
            return
        self.triangle.lock(locked)
        stuck = CORNERS - len(locked) < 2
        self.note.setText(self.tr("With two shares locked nothing can move.") if stuck else "")
        self.note.setVisible(stuck)

    @Slot()
    def _compare(self) -> None:
        if self.triangle is None or self._scenario.families != self._families:
            return  # the page is behind another; it is built anew when it comes to the front
        baseline = self._session.baseline
        comparable = baseline.families == self._scenario.families
        same = not comparable or baseline.mix == self._scenario.mix
        self.triangle.show_baseline(None if same else baseline.mix)

    # The map

    def _ask_for_map(self) -> None:
        """Only a page in front is worth the work."""
        if self.isVisible() and self.triangle is not None:
            self.mapper.request(MapQuestion.of(self._scenario, self.measure, self.period))

    @Slot()
    def _choose(self) -> None:
        self._ask_for_map()
        self._say()

    @Slot(object)
    def _take(self, picture: MixPicture) -> None:
        if self.triangle is None or picture.question.scenario.families != self._families:
            return
        old = self.picture
        if (
            old is not None
            and not picture.settled
            and old.least_regret is not None
            and alike(old.question, picture.question)
        ):  # the old mark stands until the new one is known: it would flicker under a drag
            picture = picture.with_regret_of(old)
        self.picture = picture
        self.triangle.show_picture(picture)
        self.key.show_picture(picture)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        if self.bars is not None:
            self.foresight_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.picture is None or not self.picture.settled:
            self.mapper.forget()

    # In words

    def _say(self) -> None:
        if self.triangle is None:
            return
        value, words = self.sentences()
        if self.value.text() != value:
            self.value.setText(value)
        if self.words.text() != words:
            self.words.setText(words)

    def sentences(self) -> tuple[str, str]:
        """The puck's value, and how it compares with the mixes that are marked."""
        asked = MapQuestion.of(self._scenario, self.measure, self.period)
        return sentences(asked, self._scenario, self.picture, self._result)
