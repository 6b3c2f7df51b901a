"""The lever panel: decisions above, assumptions below, found by search, with foresight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Scenario
from engine.files.other_chips import default_for
from engine.text import translate
from gui.document.session import Session
from gui.levers.curves import CHOICES, Curves
from gui.levers.group import Group
from gui.levers.row import LeverRow
from gui.levers.search import SearchField
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.quiet_scroll_bar import QuietScrollBar
from gui.widgets.style import BODY_POINTS
from gui.words.searching import asked_words
from gui.words.value_texts import matches

NARROWEST, WIDEST = 300, 640  # pixels, in letters of the usual size
EDGE = 12


def _heading(text: str) -> QLabel:
    label = PlainLabel(text)
    label.setObjectName("section")
    return label


class LeverPanel(QFrame):
    """Every parameter of the table, as levers on the session."""

    map_wanted = Signal()  # of the chip mix

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levers")
        self.setAccessibleName(self.tr("Levers"))
        self._bound_width()
        self._session = session
        self.locked = session.locked  # parameters that a search for a goal leaves alone
        self.curves = Curves(session, self._rows_in_sight, self)
        self._shown = session.scenario
        self.presented = {p.key for p in PARAMETERS if p.role == "headline"}  # to an audience
        self._presenting = False
        self._kept: set[str] = set()  # shown as changed, and for as long as that is asked for
        self._make_groups()
        self._make_tools()
        self._compose()
        session.scenario_changed.connect(self.show_scenario)
        session.baseline_changed.connect(self._show_baseline)
        session.opened.connect(self._begin_tracks_anew)

    def _make_groups(self) -> None:
        def group(title: str, *roles: str, of: str = "", folds: bool = True) -> Group:
            rows = [p for p in PARAMETERS if p.role in roles and of in ("", p.group)]
            made = Group(title, rows, self._session, folds=folds)
            made.rows_changed.connect(self.foresee)
            made.lock_changed.connect(self._relock)
            made.map_wanted.connect(self.map_wanted)
            made.lever_wanted.connect(self.show_lever)
            made.menu_wanted.connect(self._show_menu)
            return made

        self._decisions = [
            group("", "headline", folds=False),
            group(self.tr("More decisions"), "decision"),
        ]
        titles = dict.fromkeys(p.group for p in PARAMETERS if p.role == "assumption")
        self._assumptions = [
            group(translate("Group", title), "assumption", of=title) for title in titles
        ]
        self.groups = [*self._decisions, *self._assumptions]

    def _make_tools(self) -> None:
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search levers"))
        self.search.setAccessibleName(self.tr("Search levers"))
        self.search.setAccessibleDescription(self.tr("By name, meaning, unit or group"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.entered.connect(self._enter_first)
        self.only_changed = QToolButton()
        self.only_changed.setText(self.tr("Changed"))
        self.only_changed.setCheckable(True)
        self.only_changed.setToolTip(self.tr("Show only the levers that are not at their default"))
        self.only_changed.setAccessibleName(self.tr("Show only changed levers"))
        self.only_changed.toggled.connect(self._begin_filter)
        self.measure = ComboBox()
        self.measure.setObjectName("foresightMeasure")
        for measure in CHOICES:
            self.measure.addItem(measure.label_text)
        self.measure.setAccessibleName(
            self.tr("Foresight: what the curves behind the sliders show")
        )
        about = self.tr(
            "Behind each slider: this figure, in the month of the figures above, along its "
            "track. ▼ marks where it is best, a dotted line where something "
            "else begins to bind. Levers of luck alone show the risk of a shortfall."
        )
        self.measure.setToolTip(tip(about))
        self.measure.currentIndexChanged.connect(self._remeasure)

    def _compose(self) -> None:
        inside = QWidget()
        inside.setObjectName("leverList")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, EDGE)
        stack.setSpacing(0)
        self._headings = (
            _heading(self.tr("DECISIONS")),
            _heading(self.tr("ASSUMPTIONS")),
        )
        for heading, groups in zip(
            self._headings, (self._decisions, self._assumptions), strict=True
        ):
            stack.addWidget(heading)
            for group in groups:
                stack.addWidget(group)
        self._nothing = PlainLabel()
        self._nothing.setObjectName("emptyState")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        stack.addWidget(self._nothing)
        stack.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the lever with the keys
        self._scroll.setVerticalScrollBar(QuietScrollBar())
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # there from the first, or names would wrap anew when a group is opened
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.verticalScrollBar().valueChanged.connect(self.foresee)
        # where levers stand is known when they are laid out: after a search, unfolding, a resize
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self.foresee)
        for widget in (inside, self._scroll.viewport()):
            widget.installEventFilter(self)
        finding = QHBoxLayout()
        finding.setContentsMargins(EDGE, 0, EDGE, 0)
        finding.addWidget(self.search, 1)
        finding.addWidget(self.only_changed)
        looking = QHBoxLayout()
        looking.setContentsMargins(EDGE, 0, EDGE, 0)
        caption = PlainLabel(self.tr("Curves show"))
        caption.setObjectName("caption")
        looking.addWidget(caption)
        looking.addWidget(self.measure, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(finding)
        layout.addLayout(looking)
        layout.addWidget(self._scroll, 1)

    # Levers

    @Slot(object)
    def show_scenario(self, scenario: Scenario) -> None:
        keys = self._differing(scenario)
        self._shown = scenario
        for group in self.groups:
            group.show_scenario(scenario, keys)
        self.curves.arrivals.show_some()
        if self.only_changed.isChecked() and not self._changed() <= self._kept:
            self._filter()
        self.foresee()

    def _differing(self, scenario: Scenario) -> set[str] | None:
        """The parameters with other values than those shown; None where the families differ.

        Scenarios made from each other share what was not changed, so a drag looks at one.
        """
        if self._shown.families != scenario.families:
            return None  # each default is of the families that there are
        before, after = vars(self._shown), vars(scenario)
        return {key for key, value in after.items() if value is not before[key]}

    @Slot(object)
    def _show_baseline(self, _: Scenario) -> None:
        for group in self.groups:
            group.show_scenario(self._session.scenario)

    @Slot()
    def _begin_tracks_anew(self) -> None:
        for row in chain(*(group.in_order() for group in self.groups)):
            row.begin_tracks_anew()

    def show_units(self) -> None:
        """Read every lever in the units that are chosen now."""
        for group in self.groups:
            group.remake_rows()
        self._remeasure()  # the words of curves are in units, too
        self._filter()

    def row(self, key: str) -> LeverRow:
        """The row of a parameter, made if need be. Raises KeyError."""
        for group in self.groups:
            if any(p.key == key for p in group.parameters):
                group.make_rows([key])
                return group.rows[key]
        raise KeyError(key)

    def show_lever(self, key: str) -> None:
        """Unfold, scroll to and focus the lever of a parameter. Raises KeyError."""
        self.only_changed.setChecked(False)
        self.search.clear()
        row = self.row(key)
        for group in self.groups:
            if key in group.rows:
                group.header.setChecked(True)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so it has its place
        self._scroll.ensureWidgetVisible(row)
        row.take_keys(Qt.FocusReason.ShortcutFocusReason)

    @property
    def unfolded(self) -> list[str]:
        """The groups that are open, each by the key of its first parameter."""
        return [g.parameters[0].key for g in self.groups if g.header.isChecked()]

    def unfold(self, keys: Iterable[str]) -> None:
        """Have just these groups open, and what does not fold."""
        wanted = set(keys)
        for group in self.groups:
            if group.folds:
                group.header.setChecked(group.parameters[0].key in wanted)

    def _bound_width(self) -> None:
        usual = self.font().pointSizeF() / BODY_POINTS
        self.setMinimumWidth(round(NARROWEST * usual))
        self.setMaximumWidth(round(WIDEST * usual))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bound_width()

    def focus_first(self) -> None:
        """Let the first lever have the keys, so that an arrow moves it at once."""
        first = next(self.groups[0].in_order())
        first.take_keys(Qt.FocusReason.OtherFocusReason)

    @Slot(str, bool)
    def _relock(self, key: str, locked: bool) -> None:
        self._session.lock(key, locked)

    # Search

    def _changed(self) -> set[str]:
        scenario = self._session.scenario
        return {
            p.key
            for p in PARAMETERS
            if getattr(scenario, p.key) != default_for(p, scenario.families)
        }

    def present(self, wanted: bool) -> None:
        """Show an audience just the levers that were chosen for it, or again all."""
        self._presenting = wanted
        self._filter()

    @Slot(str, QPoint)
    def _show_menu(self, key: str, at: QPoint) -> None:
        self.menu_of(key).popup(at)

    def menu_of(self, key: str) -> QMenu:
        """What can be done with a lever beside moving it; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep = menu.addAction(self.tr("Keep in sight while presenting"))
        keep.setCheckable(True)
        keep.setChecked(key in self.presented)
        keep.toggled.connect(partial(self._keep_presented, key))
        return menu

    def _keep_presented(self, key: str, wanted: bool) -> None:
        (self.presented.add if wanted else self.presented.discard)(key)
        if self._presenting:
            self._filter()

    @Slot(bool)
    def _begin_filter(self, _: bool) -> None:
        self._kept = set()
        self._filter()

    def _filter(self) -> None:
        """Show what is searched for, and only what has changed where that is asked for."""
        words = asked_words(self.search.text())
        chosen = self._presenting and not words  # a search finds those that are not shown
        filtered = bool(words) or self.only_changed.isChecked() or chosen
        if not filtered:
            for group in self.groups:
                group.show_all()
        else:
            keys = {p.key for p in chain(*(g.parameters for g in self.groups)) if matches(p, words)}
            if self.only_changed.isChecked():
                # what goes back to its default stays: it is under somebody's hand
                self._kept |= self._changed()
                keys &= self._kept
            elif chosen:
                keys &= self.presented
            for group in self.groups:
                group.show_only(keys, words)
        for heading, groups in zip(
            self._headings, (self._decisions, self._assumptions), strict=True
        ):
            heading.setVisible(any(not group.isHidden() for group in groups))
        self._nothing.setVisible(all(group.isHidden() for group in self.groups))
        self._nothing.setText(
            self.tr("No lever matches the search.")
            if words
            else self.tr("No lever was chosen to be shown.")
            if chosen and not self.only_changed.isChecked()
            else self.tr("Every lever is at its default.")
        )
        self.search.tell(row.isVisibleTo(self) for g in self.groups for row in g.in_order())
        self.foresee()

    @Slot()
    def _enter_first(self) -> None:
        """Let the first lever in sight have the keys; where there is none they stay."""
        for group in self.groups:
            for row in group.in_order():
                if row.isVisible():
                    self._scroll.ensureWidgetVisible(row)
                    row.take_keys(Qt.FocusReason.TabFocusReason)
                    return

    # Foresight

    @Slot(int)
    def set_month(self, index: int) -> None:
        """The month, counted from the first, that the curves are for."""
        if self.curves.set_month(index):
            self.foresee()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._laid_out.start()
        return False

    @Slot()
    def foresee(self) -> None:
        """Have the curves of the levers in sight worked out, soon and beside the window."""
        if self.isVisible():
            self.curves.request()

    def foresee_now(self) -> None:
        """The same at once: for a picture that must be complete."""
        self.curves.now()

    def stop(self) -> None:
        """End the work beside the window."""
        self.curves.stop()

    @Slot()
    def _remeasure(self) -> None:
        self.curves.measure = CHOICES[self.measure.currentIndex()]
        self.curves.begin_anew(chain(*(group.in_order() for group in self.groups)))
        self.foresee()

    def _rows_in_sight(self) -> Iterator[LeverRow]:
        top = self._scroll.verticalScrollBar().value()
        bottom = top + self._scroll.viewport().height()
        for group in self.groups:
            place = group.geometry()
            if group.isHidden() or place.bottom() < top or place.top() > bottom:
                continue  # at each frame, so the rows of a few groups are asked
            for row in group.in_order():
                if row.isVisible() and not row.visibleRegion().isEmpty():
                    yield row

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.foresee()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()  # where the panel is a window of its own; else its window asks
        super().closeEvent(event)
