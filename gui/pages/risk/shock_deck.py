"""The part of shocks: a deck of cards over the timeline that they are put on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine import Result
from engine.analysis.shocks import Shock, Shocks
from engine.text import filled
from engine.values import EVENT_KINDS, Event
from gui.charts.shocks import dateless
from gui.document.session import Session
from gui.entries.listed import free_name
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.page import OnScreen
from gui.pages.risk.measures import RiskMeasure
from gui.pages.risk.part import RiskPart
from gui.pages.risk.shock_card import WIDE, ShockCard
from gui.pages.risk.subject import Subject
from gui.timeline.lane_table import lane_of, short_family
from gui.timeline.panel import TimelinePanel
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import without_keys
from gui.widgets.scrolled import scrolled

KEY = "events"
MOST_WIDER = 1.5  # times as wide as a card usually is, for its name
FEW_ROWS = 4  # in which wider cards still stand
SPACING = 8
LEFT, RIGHT = 108.0, 12.0  # pixels beside the months of the timeline
MOST_OWN = 24  # cards of somebody's own
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CardDeck(QWidget):
    """Cards in rows as wide as there is room; one stop of the keys, arrows go on from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ShockCard] = []
        self._scale = 1.0
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACING)

    def _fitting(self) -> int:
        """How many columns: of cards whose names are read whole, where that takes few rows."""
        room, usual = self.width() + SPACING, WIDE * self._scale
        most = max(1, int(room // (usual + SPACING)))
        wanted = max((card.width_wanted for card in self.cards), default=usual)
        wider = max(1, int(room // (min(max(wanted, usual), MOST_WIDER * usual) + SPACING)))
        return wider if len(self.cards) <= FEW_ROWS * wider else most

    def lay_out(self) -> None:
        """Share the cards out among the columns that fit."""
        self._columns = self._fitting()
        while self._grid.count():
            self._grid.takeAt(0)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
        for column in range(max(self._grid.columnCount(), self._columns)):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def use_scale(self, scale: float) -> None:
        self._scale = scale
        self.lay_out()

    def minimumSizeHint(self) -> QSize:
        """Of a single column: in a scroll area the deck has to give way to the bar."""
        return QSize(round(WIDE * self._scale), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Other columns, where there is other room or there are other names."""
        if self._fitting() != self._columns:
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        here = next((i for i, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = here + step[0] + step[1] * self._columns
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)


class ShocksPart(RiskPart):
    """What each shock does to the plan; a card is put on the timeline below by click or drag."""

    scrolls_itself = True
    told = Signal(str)
    refused = Signal(str)
    own_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._palette = LIGHT
        self._shocks: Shocks | None = None
        self.own: tuple[Event, ...] = ()
        self._before: tuple[Any, ...] | None = None  # events, as a drag of a card began
        self._gesture = 0
        self.card = AnalysisCard(self.tr("The deck of shocks"))
        self.about = self.card.words("caption")
        self.deck = CardDeck()
        self.card.inside.addWidget(self.deck)
        self.pair = self.card.words()
        self._make_buttons()
        self.timeline = TimelinePanel(session)
        self.timeline.told.connect(self.told)
        self.timeline.refused.connect(self.refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(SPACING)
        column.addWidget(scrolled(self.card, sideways=True), 1)
        column.addWidget(self.timeline)

    def _make_buttons(self) -> None:
        self.put_pair = QPushButton(self.tr("Put the worst pair on the timeline"))
        self.put_pair.clicked.connect(self._put_pair)
        self.keep = QPushButton(self.tr("Keep a shock of the timeline as a card"))
        self.keep.setMenu(QMenu(self.keep))
        self.keep.menu().aboutToShow.connect(self._fill_menu)
        line = QHBoxLayout()
        line.addWidget(self.put_pair)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.card.inside.addLayout(line)
        self.card.inside.addStretch(1)  # a large screen's room goes below, not between

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.timeline.use_palette(palette)
        self.timeline.use_margins(LEFT * palette.type_scale, RIGHT)
        for card in self.deck.cards:
            card.use_palette(palette)
        self.deck.use_scale(palette.type_scale)

    # What is shown

    def show_plan(self, shown: OnScreen) -> None:
        self.timeline.show_scenario(
            shown.result.scenario, shown.month, shown.baseline, live=not shown.held
        )

    def work_on(self, measure: RiskMeasure, result: Result, month: int) -> None:
        super().work_on(measure, result, month)
        self.card.sure.working()
        title = self.tr("The deck of shocks: {measure}")
        self.card.title.setText(title.format(measure=measure.about(result.scenario, month)))

    def take(self, told: Told[Subject]) -> None:
        found: Shocks = told.value
        self._shocks = found
        measure = told.subject.measure
        text = self.tr(
            "What each adds to the plan's {value}. Click a card, or drag it to a month of the "
            "timeline."
        )
        if told.subject.scenario.events:
            text = self.tr(
                "What each adds to the plan's {value}, beside the shocks that there are. Click a "
                "card, or drag it to a month of the timeline."
            )
        self.about.setText(text.format(value=measure.amount(found.base)))
        self._have(len(found.cards))
        largest = max((abs(card.effect) for card in found.cards), default=0.0) or 1.0
        names = {event.name for event in told.subject.own}
        told_effect = measure.change(found.pair_effect)
        alone = max(found.cards, key=lambda card: abs(card.effect) * measure.worse(card.effect))
        bad = measure.worse(found.pair_effect) and told_effect != measure.change(0.0)
        one_does_it = bad and measure.change(alone.effect) == told_effect
        bad = bad and not one_does_it
        for card, shock in zip(self.deck.cards, found.cards, strict=True):
            card.show_shock(
                shock,
                effect=measure.change(shock.effect),
                about=lane_of(KEY).words(_nameless(shock.event), short_family(shock.event.scope)),
                share=abs(shock.effect) / largest,
                worse=measure.worse(shock.effect),
                marked=bad and shock in found.pair,
                own=shock.event.name in names and bool(shock.event.name),
            )
        self.deck.fit()
        one, other = (shock.name for shock in found.pair)
        text = self.tr("Worst together of all {count} pairs: “{one}” and “{other}”, {effect}.")
        count = len(found.cards) * (len(found.cards) - 1) // 2
        self.pair.setText(
            filled(
                text,
                count=count,
                one=one,
                other=other,
                effect=told_effect,
            )
        )
        if one_does_it:
            text = self.tr("No second one makes “{one}” worse than {effect}.")
            self.pair.setText(filled(text, one=alone.name, effect=told_effect))
        elif not bad:
            self.pair.setText(self.tr("No two of them together make it worse."))
        self.put_pair.setVisible(bad)
        self.card.sure.say(0)

    def _have(self, count: int) -> None:
        """So many cards, made or taken away."""
        while len(self.deck.cards) > count:
            card = self.deck.cards.pop()
            card.hide()
            card.deleteLater()
        while len(self.deck.cards) < count:
            card = ShockCard(self.deck)
            card.use_palette(self._palette)
            card.clicked.connect(partial(self._put_card, card))
            card.dragged.connect(self._drag)
            card.dropped.connect(self._drop)
            card.let_go.connect(self._let_go)
            card.forget_wanted.connect(self._forget)
            card.show()
            self.deck.cards.append(card)
        self.deck.lay_out()

    # On the timeline

    def _events(self, entries: Sequence[Any], shocks: Sequence[Shock]) -> tuple[Any, ...]:
        """The entries, and these shocks with names of their own."""
        found = list(entries)
        for shock in shocks:
            event = shock.event
            if event.kind == "base_loss" or event.name:
                event = replace(event, name=free_name(event.name or shock.name, found))
            found.append(event)
        return tuple(found)

    def _put_card(self, card: ShockCard) -> None:
        if card.shock is not None:
            self._put((card.shock,))

    @Slot()
    def _put_pair(self) -> None:
        if self._shocks is not None:
            self._put(self._shocks.pair)

    def _put(self, shocks: Sequence[Shock]) -> None:
        """In one step of undo."""
        before = self._session.scenario.events
        if self.timeline.edits.put(KEY, self._events(before, shocks)):
            names = ", ".join(shock.name for shock in shocks)
            said = self.tr("On the timeline: {shocks}. Undo takes it back.")
            self.told.emit(said.format(shocks=names))

    @Slot(object, QPointF)
    def _drag(self, shock: Shock, at: QPointF) -> None:
        """The shock goes with the pointer, all in one step of undo."""
        if self._before is None:
            self._before = self._session.scenario.events
            self._gesture = self._session.new_gesture()
        lanes = self.timeline.lanes
        place = lanes.mapFromGlobal(at)
        inside = lanes.rect().contains(place.toPoint()) and lanes.isVisible()
        events = self._before
        if inside:
            month = min(max(lanes.board.month_at(place.x()), 0), lanes.board.horizon - 1)
            if EVENT_KINDS[shock.event.kind].has_start:
                shock = replace(shock, event=replace(shock.event, start_month=month))
            events = self._events(self._before, (shock,))
        if events != self._session.scenario.events:
            self.timeline.edits.put(KEY, events, self._gesture)

    @Slot(object, QPointF)
    def _drop(self, shock: Shock, at: QPointF) -> None:
        self._drag(shock, at)
        put = self._session.scenario.events != self._before
        self._before = None
        if put:
            said = self.tr("On the timeline: {shocks}. Undo takes it back.")
            self.told.emit(said.format(shocks=shock.name))

    @Slot(object)
    def _let_go(self, _: Shock) -> None:
        if self._before is not None:
            self.timeline.edits.put(KEY, self._before, self._gesture)
            self._before = None

    # Cards of one's own

    @Slot()
    def _fill_menu(self) -> None:
        menu, scenario = self.keep.menu(), self._session.scenario
        menu.clear()
        for event in scenario.events:
            text = lane_of(KEY).words(event, short_family(event.scope))
            menu.addAction(without_keys(text)).triggered.connect(partial(self.keep_card, event))
        if not scenario.events:
            menu.addAction(self.tr("There is no shock on the timeline")).setEnabled(False)

    def keep_card(self, event: Event, *_: object) -> None:
        """A shock of the timeline as a card, in every scenario from now on."""
        words = lane_of(KEY).words(_nameless(event), short_family(event.scope))
        name = free_name(event.name or words, self.own)
        start = 0 if dateless(event) else event.start_month
        kept = replace(event, name=name, start_month=start)
        self.own = (*self.own, kept)[-MOST_OWN:]
        self.own_changed.emit()
        self.told.emit(self.tr("Kept as a card: {name}").format(name=name))

    @Slot(object)
    def _forget(self, shock: Shock) -> None:
        self.own = tuple(event for event in self.own if event.name != shock.event.name)
        self.own_changed.emit()
        self.told.emit(self.tr("No longer a card: {name}").format(name=shock.name))

    @property
    def own_state(self) -> list[dict[str, Any]]:
        """The cards of one's own, as JSON holds them."""
        return [vars(event) for event in self.own]

    def use_own(self, kept: object) -> None:
        """Raises TypeError or ValueError where these are no cards."""
        if not isinstance(kept, list):
            raise TypeError("cards are a list")
        scopes = [str(entry["scope"]) for entry in kept]
        found = lane_of(KEY).schema.check(KEY, kept[:MOST_OWN], scopes)
        if not all(event.name for event in found):
            raise ValueError("a card has a name")
        self.own = found
        self.own_changed.emit()


def _nameless(event: Event) -> Event:
    return replace(event, name="")
