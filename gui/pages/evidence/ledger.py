"""The ledger: every assumption, what stands behind it, and what it is worth to know it better."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QToolButton,
    QWidget,
)

from engine import Scenario
from engine.analysis.information import Known
from engine.analysis.tornado import Bar
from engine.analysis.variants import Lever
from engine.tables.grades import grade_text
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import percent_sign, translate, written
from gui.pages.evidence import words
from gui.pages.evidence.assumptions import BY_KEY, MEASURES, Assumption, LedgerMeasure, assumptions
from gui.pages.evidence.detail import Detail
from gui.pages.evidence.frame import stand
from gui.pages.evidence.scatter import WeakDot, WeakMatters
from gui.pages.evidence.sheet import ledger_table
from gui.pages.evidence.source_form import SourceForm
from gui.pages.evidence.table import ReadCell, ReadRow, ReadTable
from gui.report.table import Table
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import choose_row
from gui.words.month_names import month_words
from gui.words.sanitize import one_line
from gui.words.searching import asked_words, folded
from gui.words.units import money_words
from gui.words.value_texts import PERCENT

ALL, CHANGED, OWN, JUDGED, STALE, GUESSES = "all", "changed", "own", "judged", "stale", "guesses"
FILTERS = {
    ALL: QT_TRANSLATE_NOOP("Evidence", "All assumptions"),
    CHANGED: QT_TRANSLATE_NOOP("Evidence", "Changed from the default"),
    OWN: QT_TRANSLATE_NOOP("Evidence", "With a source of your own"),
    JUDGED: QT_TRANSLATE_NOOP("Evidence", "Judgement of the model"),
    STALE: QT_TRANSLATE_NOOP("Evidence", "Older than a year"),
    GUESSES: QT_TRANSLATE_NOOP("Evidence", "Guesses (grade C)"),
}
MIX, CONTRACTS = "mix", "contracts"
WAITING, NOTHING = "…", "—"
PICTURE_HEIGHT = 260  # pixels
LEAST_WORTH = 5e-4  # $bn: less would be read as nothing
HAIR = 1e-9  # of worth: tells apart only what is worth the same
WORTH_COLUMN = 5


class LedgerPart(QWidget):
    """Shows what it is handed; the measure and the decision are chosen here."""

    asked = Signal()  # another measure or decision
    export_wanted = Signal()
    source_written = Signal(object)  # an OwnSource
    source_removed = Signal(str)  # of the lever of this key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self._bars: tuple[Bar, ...] = ()
        self._known: Mapping[Lever, Known] | None = None
        self.lines: tuple[Assumption, ...] = ()
        self._first: object = None  # what was looked at by itself, as it stood first
        self.today = date.today()
        self.measure, self.decision, self.filter = ComboBox(), ComboBox(), ComboBox()
        for measure in MEASURES:
            self.measure.addItem(translate("Evidence", measure.label), measure.key)
        self.measure.setAccessibleName(self.tr("What assumptions are weighed by"))
        self.decision.addItem(self.tr("for the mix"), MIX)
        self.decision.addItem(self.tr("for the contracts"), CONTRACTS)
        self.decision.setAccessibleName(self.tr("The decision that knowing is worth something to"))
        for key, text in FILTERS.items():
            self.filter.addItem(translate("Evidence", text), key)
        self.filter.setAccessibleName(self.tr("Which assumptions"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("search"))
        self.search.setAccessibleName(self.tr("Search the assumptions"))
        self.search.setClearButtonEnabled(True)
        self.export = QToolButton()
        self.export.setText(self.tr("XLSX…"))
        self.export.setToolTip(self.tr("The ledger as a workbook, with every source"))
        self.export.setAccessibleName(self.export.toolTip())
        self.export.clicked.connect(self.export_wanted)
        self.note = PlainLabel()
        self.note.setObjectName("caption")
        self.note.setWordWrap(True)
        self.table = ReadTable(self._headings(), self.tr("Every assumption and its source"))
        self.table.sortByColumn(WORTH_COLUMN, Qt.SortOrder.DescendingOrder)
        self.table.widths(250, 76, 124, 96, 88, 92, 50, 74, 64, 200, stretch=9)
        self.picture = WeakMatters()
        self.detail = Detail()
        self.write = QToolButton()
        self.write.setToolTip(
            self.tr("Say where the value comes from: it is saved with the scenario")
        )
        self.write.clicked.connect(self._write)
        self.write.hide()
        self.detail.add_button(self.write)
        self._compose()
        for box in (self.measure, self.decision):
            box.currentIndexChanged.connect(self.asked)
        self.filter.currentIndexChanged.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self.table.looked_at.connect(self._describe)
        self.picture.chosen.connect(self._choose)

    def _headings(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Assumption"), ""),
            (self.tr("Value"), ""),
            (self.tr("10 to 90%"), self.tr("How far it may plausibly lie either way")),
            (self.tr("Unit"), ""),
            (self.tr("Matters"), self.tr("How much of the measure it moves, at most")),
            (
                self.tr("To know it"),
                self.tr("What knowing it would save, before the decision is made"),
            ),
            (self.tr("Grade"), self.tr("A vendor or filing, B analyst, C press or estimate")),
            (self.tr("As of"), ""),
            (self.tr("Age"), self.tr("Months since then")),
            (self.tr("Source"), ""),
        )

    def _compose(self) -> None:
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(self.picture)
        below.addWidget(self.detail)
        below.setChildrenCollapsible(False)
        below.setSizes([600, 400])
        below.setStretchFactor(0, 3)
        below.setStretchFactor(1, 2)
        below.setMinimumHeight(PICTURE_HEIGHT)
        bar = (self.filter, self.search, self.measure, self.decision, self.note, self.export)
        stand(self, bar, self.note, self.table, below)

    def use_palette(self, palette: Palette) -> None:
        self.table.read.use_palette(palette)
        self.picture.use_palette(palette)
        self.detail.use_palette(palette)

    @property
    def weighed_by(self) -> LedgerMeasure:
        return BY_KEY[self.measure.currentData()]

    @property
    def deciding(self) -> str:
        """What is decided: the mix, or the contracts."""
        return str(self.decision.currentData())

    def show_scenario(self, scenario: Scenario) -> None:
        """Its assumptions; what they do is on its way."""
        if scenario != self._scenario:
            self._scenario, self._bars, self._known = scenario, (), None
            self._work_out()

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """What each assumption does to the measure."""
        self._bars = bars
        self._work_out()

    def show_worth(self, known: tuple[Known, ...]) -> None:
        """What knowing each is worth to the decision."""
        self._known = {one.lever: one for one in known}
        self._work_out()

    def _work_out(self) -> None:
        if self._scenario is not None:
            self.lines = assumptions(self._scenario, self._bars, self._known)
            self._fill()

    def _fits(self, line: Assumption) -> bool:
        kind = self.filter.currentData()
        text = folded(f"{line.label} {line.source}")
        judged = line.origin is not None and line.origin.is_judgement
        return all(word in text for word in asked_words(self.search.text())) and {
            ALL: True,
            CHANGED: line.changed,
            OWN: line.ground.own,
            JUDGED: judged,
            STALE: line.stale(self.today),
            GUESSES: line.guess,
        }.get(kind, True)

    @Slot()
    def _fill(self) -> None:
        if self._scenario is None:
            return
        shown = [line for line in self.lines if self._fits(line)]
        self.table.show_rows([self._row(line) for line in shown])
        guesses = sum(line.guess for line in self.lines)
        old = sum(line.stale(self.today) for line in self.lines)
        text = self.tr(
            "{all} assumptions: {guesses} are guesses, {old} rest on what is over a year old"
        )
        self.note.setText(text.format(all=len(self.lines), guesses=guesses, old=old))
        self._draw(shown)
        key = self.table.key
        if shown and (key is None or key == self._first):  # until one is chosen by hand
            choose_row(self.table, 0)
            self._first = self.table.key
        if self.table.key is not None:
            self._describe(self.table.key)

    def _draw(self, shown: list[Assumption]) -> None:
        dots = [
            WeakDot(
                line.lever,
                line.label,
                line.weakness(self.today),
                line.share,
                f"{line.label}: {self._share(line)}, {line.source}",
            )
            for line in shown
            if line.share
        ]
        self.picture.show_dots(dots, self.table.key)

    def _share(self, line: Assumption) -> str:
        if line.share is None:
            return WAITING if not self._bars else NOTHING
        return f"{written(line.share * PERCENT, ',.1f')}{percent_sign()}"

    def _row(self, line: Assumption) -> ReadRow:
        assert self._scenario is not None
        start, age = self._scenario.start, line.age(self.today)
        low, high = (line.text(value, start) for value in line.span)
        worth = WAITING if self._known is None else NOTHING
        if line.worth is not None:
            worth = money_words(line.worth) if line.worth > LEAST_WORTH else NOTHING
        as_of = month_words(line.ground.as_of) if age is not None else ""
        return ReadRow(
            line.lever,
            (
                ReadCell(line.label, tip=line.lever.row.help_text),
                ReadCell(line.text(line.value, start), line.value, right=True),
                ReadCell(f"{low} – {high}", right=True),
                ReadCell(line.unit, role="quiet"),
                ReadCell(self._share(line), _or_none(line.share), right=True),
                ReadCell(worth, _first(line), right=True),
                ReadCell(
                    line.grade, role="problem" if line.guess else "", tip=grade_text(line.grade)
                ),
                ReadCell(as_of, line.ground.as_of, role="quiet"),
                ReadCell(
                    "" if age is None else str(age),
                    -1.0 if age is None else float(age),
                    role="problem" if line.stale(self.today) else "quiet",
                    right=True,
                ),
                ReadCell(self._source(line), role="problem" if not line.source else "quiet"),
            ),
        )

    def _source(self, line: Assumption) -> str:
        """On one line, whoever wrote it."""
        if line.ground.own:
            return self.tr("own: {source}").format(source=one_line(line.source))
        if not line.source:
            text = self.tr("none yet; the default's: {source}")
            return text.format(source=line.lever.row.source_text)
        return line.source

    @Slot(object)
    def _choose(self, key: object) -> None:
        place = self.table.row_of(key)
        if place >= 0:
            choose_row(self.table, place)

    @Slot(object)
    def _describe(self, key: object) -> None:
        line = next((line for line in self.lines if line.lever == key), None)
        if line is None:
            return
        self.picture.key = key
        self.picture.update()
        lines = [line.lever.row.help_text]
        lines.append(self._origin_words(line))
        link = ""
        if line.origin is not None:
            origin = line.origin
            link = origin.link
            text = self.tr("{producer}: {title}. Read {accessed}; licence: {licence}.")
            lines.append(
                text.format(
                    producer=origin.producer,
                    title=translate("Origin", origin.title),
                    accessed=origin.accessed,
                    licence=words.licence_words(origin.licence),
                )
            )
        if line.worth is not None:
            lines.append(self._worth_words(line))
        self.detail.say(line.label, "\n".join(lines), link)
        self.write.setText(
            self.tr("Change its source…") if line.ground.own else self.tr("Write its source…")
        )
        self.write.show()

    def _origin_words(self, line: Assumption) -> str:
        """Whose source it is, with its grade."""
        if not line.source:
            return self.tr(
                "Changed from the default, and nobody says where it comes from: it counts as a "
                "guess until its source is written."
            )
        text = self.tr("Source: {source}; grade {grade}.")
        if line.ground.own:
            text = self.tr("Own source: {source}; grade {grade}.")
        said = text.format(source=line.source, grade=line.grade)
        return f"{said}\n{line.ground.note}" if line.ground.note else said

    @Slot()
    def _write(self) -> None:
        """Ask for the source of the line that is looked at."""
        line = next((line for line in self.lines if line.lever == self.table.key), None)
        if line is None or self._scenario is None:
            return
        form = SourceForm(line, self._scenario, self)
        form.written.connect(self.source_written)
        form.removed.connect(self.source_removed)
        form.open()

    def _worth_words(self, line: Assumption) -> str:
        if not line.worth:
            return self.tr("Knowing it better would change no decision of the kind chosen.")
        text = self.tr("Knowing it before the decision would be worth {worth}.")
        return text.format(worth=money_words(line.worth))

    def as_table(self) -> Table:
        """The ledger for a workbook, with every line whatever the filters."""
        return ledger_table(self.lines, self.weighed_by.unit, self.today)


def _first(line: Assumption) -> float:
    """What to find out first: what is worth knowing, and of the rest what matters."""
    if line.worth is None:
        return -1.0 if line.share is None else -1.0 + HAIR * line.share
    return line.worth + HAIR * (line.share or 0.0)


def _or_none(value: float | None) -> float:
    return -math.inf if value is None else value
