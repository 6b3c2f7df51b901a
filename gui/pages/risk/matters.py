"""The part about causes: which levers matter, and under which luck the worst worlds come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine import Result
from engine.analysis.failing import Failing, When
from engine.analysis.rank_correlation import RankCorrelation
from engine.analysis.tornado import Bar
from engine.analysis.uncertain import BUILT
from engine.analysis.variants import Lever
from engine.text import sentences, written
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.analysis.bar_model import BarRow, Span
from gui.pages.analysis.bar_table import BarTable
from gui.pages.risk.lever_words import (
    change_words,
    condition_words,
    lever_value,
)
from gui.pages.risk.measures import RiskMeasure, share_words
from gui.pages.risk.part import RiskPart
from gui.pages.risk.reflow import SPACING, CardPlace, Reflow
from gui.pages.risk.scatter import WorldScatter
from gui.pages.risk.subject import (
    DECIDED,
    FAILING,
    FAILS,
    PLAUSIBLE,
    RANKS,
    TORNADO,
    WHOLE,
    Subject,
)
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.words.signs import with_sign

BARS, RANKED = 16, 4  # levers that are shown for their bars, and more of them for their rank
SHARES = (0.05, 0.1, 0.25, 0.5)  # of the worlds, that may count as failed
NARROW_NAMES, WIDE_NAMES = 0.4, 0.62  # of a table's width
OTHER_SIDE = "⇄"  # behind a condition that the plan can be put on the other side of
TWICE = 2.0  # of a rank's noise: less says nothing


class MattersPart(RiskPart):
    """A tornado with the ranks beside it, and the box of the worlds that fail."""

    lever_wanted = Signal(str)
    lever_pulled = Signal(object, float, bool)  # a lever, its value, and whether a pull begins
    change_wanted = Signal(object)  # a When whose other side is to be tried
    share_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = ""
        self._plan = float("nan")
        self._bars: tuple[Bar, ...] = ()
        self._ranks: RankCorrelation | None = None
        self._begun: Mapping[Lever, float] = {}  # where levers stood as the bars were made
        self._make_tornado()
        self._make_failing()
        places = (CardPlace(self.tornado_card, 0, 0), CardPlace(self.failing_card, 0, 1))
        self.reflow = Reflow(self, places, (6, 5))

    def _make_tornado(self) -> None:
        self.tornado_card = AnalysisCard(self.tr("What matters"))
        self.spans = ComboBox()
        self.spans.setAccessibleName(self.tr("How far each lever is moved"))
        for text, moves in (
            (self.tr("its plausible range"), PLAUSIBLE),
            (self.tr("its whole slider, decisions alone"), DECIDED),
            (self.tr("its whole slider"), WHOLE),
        ):
            self.spans.addItem(text, moves)
        self.spans.currentIndexChanged.connect(self.share_chosen)
        self.tornado_card.inside.addLayout(_labelled(self.tr("Each lever over"), self.spans))
        self.about = self.tornado_card.words("caption")
        self.tornado = BarTable(self.tr("What matters, lever by lever"), 1, (0,), 3)
        self.tornado.draggable = True
        self.tornado.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tornado.chosen.connect(lambda lever: self.lever_wanted.emit(lever.key))
        self.tornado.pulled.connect(self._pull)
        self.tornado.looked_at.connect(self._read)
        self.tornado.entered.connect(
            lambda index: self._read(self.tornado.bars.rows[index.row()].key)
        )
        self.tornado.setMouseTracking(True)
        self.tornado_card.inside.addWidget(self.tornado)
        self.reading = self.tornado_card.words()
        self.tornado_card.inside.addStretch(1)

    def _make_failing(self) -> None:
        self.failing_card = AnalysisCard(self.tr("When it fails"))
        self.shares = ComboBox()
        self.shares.setAccessibleName(self.tr("Worlds that count as failed"))
        for share in SHARES:
            text = self.tr("the worst {share} of the worlds")
            self.shares.addItem(text.format(share=share_words(share)), share)
        self.shares.setCurrentIndex(SHARES.index(FAILING))
        self.shares.currentIndexChanged.connect(self.share_chosen)
        self.failing_card.inside.addLayout(_labelled(self.tr("Failed are"), self.shares))
        self.sentence = self.failing_card.words()
        self.box = BarTable(self.tr("Conditions under which it fails"), 2, (0, 1))
        self.box.widest = NARROW_NAMES
        self.box.chosen.connect(self._try)
        self.failing_card.inside.addWidget(self.box)
        self.hint = self.failing_card.words("caption")
        self.score = BarTable(self.tr("How well the conditions tell"), 1)
        self.score.widest = WIDE_NAMES
        self.failing_card.inside.addSpacing(SPACING)
        self.failing_card.inside.addWidget(self.score)
        self.scatter = WorldScatter()
        self.failing_card.inside.addWidget(self.scatter, 1)

    def use_palette(self, palette: Palette) -> None:
        self.reflow.use_scale(palette.type_scale)
        for painted in (self.tornado, self.box, self.score, self.scatter):
            painted.use_palette(palette)

    @property
    def share(self) -> float:
        """Of the worlds, that counts as failed."""
        return float(self.shares.currentData())

    @property
    def moves(self) -> str:
        """Which levers are moved by themselves, and how far."""
        return str(self.spans.currentData())

    # What is shown

    def work_on(self, measure: RiskMeasure, result: Result, month: int) -> None:
        """Another answer is on its way."""
        self._start = result.scenario.start
        if measure != self.measure:
            self._bars, self._ranks = (), None
        super().work_on(measure, result, month)
        self._plan = measure.of(result, month)
        for card in (self.tornado_card, self.failing_card):
            card.sure.working()
        title = self.tr("What moves it: {measure}")
        self.tornado_card.title.setText(title.format(measure=measure.about(result.scenario, month)))

    def take(self, told: Told[Subject]) -> None:
        show = {TORNADO: self._show_bars, RANKS: self._show_ranks, FAILS: self._show_failing}
        show[told.key](told)

    def _show_bars(self, told: Told[Subject]) -> None:
        self._bars = told.value
        scenario = told.subject.scenario
        self._begun = {bar.lever: bar.lever.value(scenario) for bar in self._bars}
        self._show_tornado()
        self.tornado_card.sure.say(0, working=True)

    def _show_ranks(self, told: Told[Subject]) -> None:
        self._ranks = told.value
        self._show_tornado()
        worlds = written(told.worlds, ",d")
        text = self.tr(
            "Bars: one lever at a time, in the plan. Ranks: {draws} joint draws; within "
            "±{noise} of nought they say nothing."
        )
        noise = written(TWICE * self._noise, ".2f")
        self.tornado_card.sure.setText(text.format(draws=worlds, noise=noise))

    @property
    def _noise(self) -> float:
        return 0.0 if self._ranks is None else self._ranks.noise

    def _show_tornado(self) -> None:
        if not self._bars:
            return
        rho = {} if self._ranks is None else {rank.lever: rank.rho for rank in self._ranks.ranks}
        strongest = [] if self._ranks is None else [r.lever for r in self._ranks.ranks[:RANKED]]
        seen = [bar for bar in self._bars[:BARS] if self._is_seen(bar)]
        shown = seen + [
            bar
            for bar in self._bars
            if bar not in seen and bar.lever in strongest and abs(rho[bar.lever]) > 0
        ]
        text = self.tr("The plan's own is {value}.")
        if self.measure.over_plan:
            text = self.tr("The plan costs {value}.")
        about = self.tr(
            "Pale: the lever at the low end, full: at the high end; orange is worse. "
            "Click a bar for its lever, or pull it."
        )
        if not seen:
            about = self.tr("No lever moves that by itself.")
        base = self.measure.amount(self._bars[0].base)
        self.about.setText(sentences(text.format(value=base), about))
        headings = (
            "",
            self.tr("Change"),
            "",
            self.tr("All together"),
            "",
        )
        self.tornado.show_rows(headings, [self._tornado_row(bar, rho) for bar in shown])
        self._read(self.tornado.current_key)

    def _is_seen(self, bar: Bar) -> bool:
        """Whether either end of it changes the number by anything that can be read."""
        nothing = self.measure.change(0.0)
        ends = (end for end in (bar.down, bar.up) if end == end)
        return any(self.measure.change(end) != nothing for end in ends)

    def _tornado_row(self, bar: Bar, rho: Mapping[Lever, float]) -> BarRow:
        measure, lever = self.measure, bar.lever
        spans = tuple(
            Span(0.0, change, self._role(change), faint=faint)
            for change, faint in sorted(
                ((bar.down, True), (bar.up, False)), key=lambda pair: -abs(pair[0])
            )
        )
        name = lever.label
        low, high = (lever_value(lever, end, self._start) for end in (bar.low, bar.high))
        text = self.tr("{lever}: {down} at {low}, {up} at {high}")
        if lever.row.is_date:
            text = self.tr("{lever}: {down} in {low}, {up} in {high}")
        if not self._is_seen(bar):
            text = self.tr("{lever}: by itself it moves nothing")
        said = text.format(
            lever=name, low=low, down=measure.change(bar.down), high=high, up=measure.change(bar.up)
        )
        rank = rho.get(lever, float("nan"))
        ranked = ""
        beside: tuple[Span, ...] = ()
        if rank == rank:
            ranked = signed_rank(rank)
            role = self._role(rank)
            beside = (Span(0.0, rank, role, faint=abs(rank) < TWICE * self._noise),)
            said += ". " + self.tr("Rank correlation {rho}").format(rho=ranked)
        most = max((bar.down, bar.up), key=lambda change: abs(change) if change == change else 0.0)
        texts = (name, "", measure.change(most), "", ranked)
        return BarRow(lever, texts, spans, said=said, beside=beside)

    def _role(self, change: float) -> str:
        return "shortfall" if self.measure.worse(change) else "capital"

    @Slot(object)
    def _read(self, lever: object) -> None:
        rows = (row for row in self.tornado.bars.rows if row.key == lever)
        self.reading.setText(next((row.said for row in rows), ""))

    @Slot(object, float, bool)
    def _pull(self, lever: Lever, share: float, begins: bool) -> None:
        """As far as the hand has gone along the bars' column, the lever goes in its range."""
        bar = next(bar for bar in self._bars if bar.lever == lever)
        value = self._begun[lever] + share * (bar.high - bar.low)
        self.lever_pulled.emit(lever, value, begins)

    def _show_failing(self, told: Told[Subject]) -> None:
        found: Failing = told.value
        measure = told.subject.measure
        self.failing_card.sure.say(told.worlds, working=not told.last)
        if not found.failing:
            text = (
                self.tr("No world is above {threshold}: the worst are all alike.")
                if measure.high_is_bad
                else self.tr("No world is below {threshold}: the worst are all alike.")
            )
            threshold = measure.words(found.threshold, self._plan)
            self.sentence.setText(text.format(threshold=threshold))
        else:
            text = (
                self.tr("{share} of the worlds are above {threshold}.")
                if measure.high_is_bad
                else self.tr("{share} of the worlds are below {threshold}.")
            )
            said = text.format(
                share=share_words(found.failing),
                threshold=measure.words(found.threshold, self._plan),
            )
            more = self.tr("No condition tells them from the others.")
            if found.conditions:
                more = self.tr("They mostly come when all of this holds:")
            if len(found.conditions) == 1:
                more = self.tr("They mostly come when this holds:")
            self.sentence.setText(sentences(said, more))
        rows = [self._condition_row(when) for when in found.conditions]
        self.box.show_rows(("", "", "", ""), rows)
        self.box.setVisible(bool(rows))
        self.score.setVisible(bool(rows))
        self.hint.setVisible(bool(rows))
        self.hint.setText(
            self.tr(
                "Orange: where worlds fail, of all that luck makes of it; the stroke is the plan. "
                "Where {sign} stands, a click or Enter sets the plan on the other side, in one "
                "step of undo."
            ).format(sign=OTHER_SIDE)
        )
        self._show_score(found)
        self.scatter.show_failing(found)

    def _condition_row(self, when: When) -> BarRow:
        low = when.smallest if when.low is None else when.low
        high = when.largest if when.high is None else when.high
        ends = min(when.smallest, when.plan), max(when.largest, when.plan)
        if ends[0] >= ends[1]:
            ends = ends[0], ends[0] + 1.0
        able = when.changes is not None
        action = OTHER_SIDE if able else ""
        name, words = when.name, condition_words(when)
        tip = (
            change_words(when)
            if able
            else self.tr("No change of the plan's own makes it better on average.")
        )
        marks = ((when.plan, "demand"),)
        spans = (Span(low, high, "shortfall"),)
        said = self.tr("fails where it is {condition}").format(condition=words)
        if when.key == BUILT:
            said = (
                self.tr("fails where that is so") if when.low else self.tr("fails where it is not")
            )
        return BarRow(when, (name, words, "", action), spans, marks, said, tip, scale=ends)

    def _show_score(self, found: Failing) -> None:
        coverage, density = share_words(found.coverage), share_words(found.density)
        rows = [
            BarRow(
                "coverage",
                (self.tr("Failed worlds that are like this (coverage)"), "", coverage),
                (Span(0.0, found.coverage, "capital"),),
                said=coverage,
                scale=(0.0, 1.0),
            ),
            BarRow(
                "density",
                (self.tr("Worlds like this that fail (density)"), "", density),
                (Span(0.0, found.density, "shortfall"),),
                said=density,
                scale=(0.0, 1.0),
            ),
        ]
        self.score.show_rows(("", "", ""), rows)

    @Slot(object)
    def _try(self, when: When) -> None:
        if when.changes is not None:
            self.change_wanted.emit(when)


def signed_rank(rho: float) -> str:
    """A rank correlation with its sign, and none where two digits are nought."""
    text = written(abs(rho), ".2f")
    return with_sign(rho, text, text)


def _labelled(text: str, box: ComboBox) -> QHBoxLayout:
    """A choice behind its words."""
    line = QHBoxLayout()
    caption = PlainLabel(text)
    caption.setObjectName("caption")
    line.addWidget(caption)
    line.addWidget(box)
    line.addStretch(1)
    return line
