"""The part about the odds: how far served demand falls, how much is lost, and from what."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine import Result
from engine.analysis.exceedance import Exceedance
from engine.analysis.sources import Sources
from engine.text import sentences, share_of_worlds, translate, written
from engine.worlds.risk import Risk
from gui.pages.analysis.analysis_card import AnalysisCard
from gui.pages.analysis.asking import Told
from gui.pages.analysis.bar_model import BarRow, Span
from gui.pages.analysis.bar_table import BarTable
from gui.pages.analysis.sureness import chance_margin, margin_of
from gui.pages.page import OnScreen
from gui.pages.risk.curve import ExceedanceCurve
from gui.pages.risk.measures import (
    MEASURES,
    RiskMeasure,
    money,
    money_margin,
)
from gui.pages.risk.part import RiskPart
from gui.pages.risk.reflow import CardPlace, Reflow
from gui.pages.risk.stress import StressFigures, StressPicture, stress_sentence
from gui.pages.risk.subject import CURVES, RISK, SPLIT, Subject
from gui.widgets.palette import Palette
from gui.words.kpis import points_words
from gui.words.luck import source_words
from gui.words.typed_months import month_shown

WIDE_NAMES = 0.42  # of the table's width
LOSS = MEASURES[0]  # unserved revenue, whatever the curve is of


class OddsPart(RiskPart):
    """Four pictures of one question; each keeps its old answer until a new one is there."""

    month_chosen = Signal(int)
    world_wanted = Signal(object, int)  # the curve, and a world's place among its worst

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = float("nan")
        self._curve: Exceedance | None = None
        self._make_stress()
        self._make_split()
        self._make_curve()
        self._make_worst()
        places = (
            CardPlace(self.stress_card, 0, 0),
            CardPlace(self.split_card, 0, 1),
            CardPlace(self.curve_card, 1, 0),
            CardPlace(self.worst_card, 1, 1),
        )
        self.reflow = Reflow(self, places, (3, 2), (1, 1))

    def _make_stress(self) -> None:
        self.stress_card = AnalysisCard(self.tr("Demand served, and the chance of a shortfall"))
        self.sentence = self.stress_card.words()
        self.picture = StressPicture()
        self.stress_card.inside.addWidget(self.picture, 1)
        self.chances = self.stress_card.words("caption")
        self.picture.month_chosen.connect(self.month_chosen)
        self.picture.read.connect(self._read_month)
        self._chances_said = ""

    def _make_split(self) -> None:
        self.split_card = AnalysisCard(self.tr("Unserved revenue: how much, and from what"))
        self.loss = self.split_card.words()
        self.split = BarTable(self.tr("Expected loss by source of luck"), 2)
        self.split.widest = WIDE_NAMES
        self.split_card.inside.addWidget(self.split)
        self.split_card.inside.addStretch(1)
        self.split.setToolTip(
            self.tr(
                "Each source of luck switched off on the same worlds, in every order; the parts "
                "sum to the whole."
            )
        )

    def _make_curve(self) -> None:
        self.curve_card = AnalysisCard(self.tr("How many worlds are at least as bad"))
        self.curve = ExceedanceCurve()
        self.curve_card.inside.addWidget(self.curve, 1)
        self.quantiles = self.curve_card.words("caption")
        self.curve.read.connect(self._read_share)
        self.curve.world_wanted.connect(self._want_world)

    def _make_worst(self) -> None:
        self.worst_card = AnalysisCard(self.tr("The worst worlds"))
        self.about_worst = self.worst_card.words("caption")
        self._how_to_open = self.tr(
            "Click one, or press Enter, and it opens as a scenario with its luck written out; "
            "Undo brings the plan back."
        )
        self.about_worst.setText(self._how_to_open)
        self.worst = BarTable(self.tr("The worst worlds"), 1)
        self.worst_card.inside.addWidget(self.worst)
        self.worst_card.inside.addStretch(1)
        self.worst.chosen.connect(self._want_world)

    def use_palette(self, palette: Palette) -> None:
        self.reflow.use_scale(palette.type_scale)
        for painted in (self.picture, self.split, self.curve, self.worst):
            painted.use_palette(palette)

    # What is shown

    def show_plan(self, shown: OnScreen) -> None:
        """The plan's own line, at every frame."""
        self.picture.show_plan(shown.result, shown.compared, shown.month)
        said = stress_sentence(StressFigures.of(shown.result), tuple(shown.result.months))
        if said != self.sentence.text():
            self.sentence.setText(said)

    def work_on(self, measure: RiskMeasure, result: Result, month: int) -> None:
        """Another answer is on its way."""
        super().work_on(measure, result, month)
        for card in (self.stress_card, self.split_card, self.curve_card, self.worst_card):
            card.sure.working()
        self._plan = measure.of(result, month)
        title = self.tr("{measure}: how many worlds are at least as bad")
        self.curve_card.title.setText(title.format(measure=measure.about(result.scenario, month)))

    def take(self, told: Told[Subject]) -> None:
        """An answer."""
        show = {RISK: self._show_risk, SPLIT: self._show_split, CURVES: self._show_curves}
        show[told.key](told)

    def _show_risk(self, told: Told[Subject]) -> None:
        risk: Risk = told.value
        self.picture.show_risk(risk)
        chance = risk.chance_of_shortfall
        first, last = risk.window
        worst = first + int(risk.short[first : last + 1].argmax())
        text = self.tr(
            "Some month is short in {ever} of worlds; no month more often than {month}, in {short}."
        )
        if risk.short[worst] >= 1:
            text = self.tr("Every world is short in {month}, if not before.")
            if worst == first:
                text = self.tr("Every world is short in {month}.")
        self._chances_said = text.format(
            ever=share_of_worlds(chance),
            month=month_shown(told.subject.scenario.start, worst),
            short=share_of_worlds(float(risk.short[worst])),
        )
        if not chance:
            self._chances_said = self.tr("No month is short in any of the worlds.")
        self.chances.setText(self._chances_said)
        points = points_words(chance_margin(chance, told.worlds))
        self.stress_card.sure.say(told.worlds, points, working=not told.last)

    def _show_split(self, told: Told[Subject]) -> None:
        if told.value is None:
            self.split_card.sure.setText(told.refused)
            return
        found: Sources = told.value
        text = self.tr(
            "{mean} expected; {tail} in the worst twentieth of the worlds; {plain} without luck."
        )
        mean, tail, plain = (money(value) for value in (found.mean, found.cvar95, found.plain))
        nothing = LOSS.change(0.0)
        parts = (*found.mean_parts.values(), *found.cvar95_parts.values())
        if all(LOSS.change(part) == nothing for part in parts):
            text = self.tr("{plain}, with luck or without.")
        self.loss.setText(text.format(mean=mean, tail=tail, plain=plain))
        none = {mean, tail, plain} == {money(0.0)}
        if none:
            self.loss.setText(self.tr("No revenue goes unserved in any of the worlds."))
        self.split.setVisible(not none)
        names = sorted(found.mean_parts, key=lambda name: -found.mean_parts[name])
        rows = [
            self._part(
                "plain", translate("Risk", "The plan, without luck"), found.plain, found.plain
            )
        ]
        rows += [
            self._part(
                name,
                source_words(name),
                found.mean_parts[name],
                found.cvar95_parts[name],
            )
            for name in names
        ]
        rows.append(self._part("sum", translate("Risk", "Sum"), found.mean, found.cvar95))
        headings = ("", self.tr("Expected"), "", self.tr("Worst 5%"))
        self.split.show_rows(headings, rows)
        said = money_margin(margin_of(found.standard_error), found.mean)
        self.split_card.sure.say(told.worlds, said, working=not told.last)

    def _part(self, key: str, label: str, mean: float, tail: float) -> BarRow:
        whole = key in ("plain", "sum")
        role = "capital" if whole or mean < 0 else "shortfall"
        texts = (label, LOSS.change(mean), "", LOSS.change(tail))
        if whole:
            texts = (label, money(mean), "", money(tail))
        said = self.tr("{part}: {mean} of what is expected, {tail} of the worst twentieth")
        said = said.format(part=label, mean=texts[1], tail=texts[3])
        spans = (Span(0.0, tail, role, faint=True), Span(0.0, mean, role))
        return BarRow(key, texts, spans, said=said)

    def _show_curves(self, told: Told[Subject]) -> None:
        curves: tuple[Exceedance, ...] = told.value
        self._curve = curves[0]
        measure = told.subject.measure
        self.curve.show_curves(measure, curves, self._plan)
        self._read_share("")
        self.curve_card.sure.say(told.worlds, working=not told.last)
        rows = []
        alike = self.curve.alike
        for place, draw in enumerate(curves[0].worst):
            value = float(curves[0].values[place])
            if alike or measure.is_nothing(value):
                break  # nor has any that follows
            base = self._plan if measure.over_plan else 0.0
            words = measure.words(value, self._plan)
            said = self.tr("World {number}: {value}").format(
                number=written(draw, ",d"), value=words
            )
            texts = (self.tr("World {number}").format(number=written(draw, ",d")), "", words)
            marks = () if measure.over_plan else ((self._plan, "demand"),)
            rows.append(BarRow(place, texts, (Span(0.0, value - base, "shortfall"),), marks, said))
        one = measure.words(float(curves[0].values[0]), self._plan)
        about = self.tr("All worlds are alike: {value}.").format(value=one) * (not rows)
        if len(rows) > 1 and {row.texts[-1] for row in rows} == {one}:  # it is said once
            about = self.tr("The worst are alike: {value}.").format(value=one)
            rows = [replace(row, texts=(*row.texts[:-1], "")) for row in rows]
        self.worst.show_rows(("", "", ""), rows)
        self.worst.setVisible(bool(rows))
        self.about_worst.setText(sentences(about, self._how_to_open * bool(rows)))
        self.worst_card.sure.say(told.worlds, working=not told.last)

    # Reading

    @Slot(str)
    def _read_month(self, text: str) -> None:
        self.chances.setText(text or self._chances_said)

    @Slot(str)
    def _read_share(self, text: str) -> None:
        self.quantiles.setText(text or self.curve.said_of((0.05, 0.5)))

    @Slot(object)
    def _want_world(self, place: int) -> None:
        if self._curve is not None:
            self.world_wanted.emit(self._curve, place)
