"""The story and the record, a line a sentence, and beside each what the plan has."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from engine import Result
from engine.analysis.turning import Turn
from engine.analysis.verdicts import OWN, ClaimVerdict, Judgement, as_observed, as_statement
from engine.tables.origins import sourced
from engine.tables.own import OwnClaim
from engine.tables.statements import Statement
from engine.text import translate
from gui.pages.evidence import words
from gui.pages.evidence.claim_form import ClaimForm
from gui.pages.evidence.detail import Detail
from gui.pages.evidence.frame import stand
from gui.pages.evidence.table import ReadCell, ReadRow, ReadTable
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import choose_row
from gui.words.sanitize import one_line
from gui.words.searching import asked_words, folded

DETAIL_HEIGHT = 210  # pixels
ALL = ""


class ClaimsPart(QWidget):
    """Judgements as they come; the filters are the page's own."""

    claim_written = Signal(object, object)  # the OwnClaim before, or None; and as it is now
    claim_removed = Signal(object)
    asked = Signal()  # what would turn another statement

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judged: tuple[Judgement, ...] = ()
        self._turns: tuple[Statement, tuple[Turn, ...]] | None = None
        self._result: Result | None = None
        self.part, self.verdict = ComboBox(), ComboBox()
        self.part.addItem(self.tr("All that was said"), ALL)
        for key, text in words.PARTS.items():
            self.part.addItem(translate("Evidence", text), key)
        self.verdict.addItem(self.tr("Every verdict"), ALL)
        for verdict, text in words.VERDICTS.items():
            self.verdict.addItem(translate("Evidence", text), verdict.value)
        self.part.setAccessibleName(self.tr("What was said"))
        self.verdict.setAccessibleName(self.tr("Verdict"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("search"))
        self.search.setAccessibleName(self.tr("Search what was said"))
        self.search.setClearButtonEnabled(True)
        self.counts = PlainLabel()
        self.counts.setObjectName("caption")
        self.counts.setWordWrap(True)
        self.table = ReadTable(
            (
                (self.tr("Said"), self.tr("When it was said")),
                (self.tr("Who"), ""),
                (self.tr("What was said"), ""),
                (self.tr("Claimed"), self.tr("Of what the model has a number for")),
                (self.tr("For"), self.tr("The month, or the time over which it is taken")),
                (self.tr("The plan"), self.tr("The same number of the plan on screen")),
                (self.tr("Verdict"), self.tr("Off: outside by less than half. Then contradicted")),
                (self.tr("Grade"), self.tr("A vendor or filing, B analyst, C press or estimate")),
                (self.tr("Since then"), self.tr("What has overtaken it")),
            ),
            self.tr("What was said, and what the plan has"),
        )
        self.table.widths(94, 90, 220, 150, 108, 80, 132, 48, 300, stretch=2)
        self.detail = Detail()
        self.detail.setMinimumHeight(DETAIL_HEIGHT)
        self.add = QToolButton()
        self.add.setText(self.tr("Add…"))
        self.add.setAccessibleName(self.tr("Add a claim"))
        self.add.setToolTip(
            self.tr("Say what somebody claims: it is judged here, and saved with the scenario")
        )
        self.add.clicked.connect(self._add)
        self.change, self.remove = QToolButton(), QToolButton()
        self.change.setText(self.tr("Change it…"))
        self.remove.setText(self.tr("Remove it"))
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        for button in (self.change, self.remove):
            button.hide()
            self.detail.add_button(button)
        bar = (self.part, self.verdict, self.search, self.add, self.counts)
        stand(self, bar, self.counts, self.table, self.detail)
        self.part.currentIndexChanged.connect(self._fill)
        self.verdict.currentIndexChanged.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self.table.looked_at.connect(self._describe)
        self.table.looked_at.connect(self.asked)

    def use_palette(self, palette: Palette) -> None:
        self.table.read.use_palette(palette)
        self.detail.use_palette(palette)

    @property
    def statement(self) -> Statement | None:
        """The one that is looked at, where a plan can be held against it."""
        key = self.table.key
        return key if isinstance(key, Statement) and not key.is_context else None

    def show_turns(self, statement: Statement, found: tuple[Turn, ...]) -> None:
        """What would turn a statement of the plan that is shown."""
        self._turns = statement, found
        self._describe(self.table.key)

    def show_judgements(self, judged: tuple[Judgement, ...], result: Result) -> None:
        """What was said beside a plan that was run."""
        if result is not self._result:
            self._turns = None
        self._judged, self._result = judged, result
        self.counts.setText(words.counts(judged))
        self._fill()

    @Slot()
    def _fill(self) -> None:
        part, verdict = self.part.currentData(), self.verdict.currentData()
        typed = asked_words(self.search.text())
        rows = []
        for judgement in self._judged:
            statement = judgement.statement
            text = f"{statement.detail_text} {statement.who_text} {statement.source_text}"
            fits = (
                part in (ALL, statement.part)
                and verdict in (ALL, judgement.verdict.value)
                and all(word in folded(text) for word in typed)
            )
            if fits:
                rows.append(_row(judgement))
        self.table.show_rows(rows)
        key = self.table.key
        if key is None and rows:
            choose_row(self.table, 0)
        elif key is not None:
            self._describe(key)

    @Slot(object)
    def _describe(self, key: object) -> None:
        found = next((j for j in self._judged if j.statement == key), None)
        for button in (self.change, self.remove):
            button.setVisible(found is not None and found.statement.part == OWN)
        if found is None:
            return
        statement = found.statement
        self.detail.say(statement.detail_text, self._words(found), statement.link)
        seen = () if statement.is_context else (as_observed(statement),)
        self.detail.show_series(self._result, seen)

    @property
    def _own(self) -> OwnClaim | None:
        """The own claim that is looked at, None where it is none."""
        claims = () if self._result is None else self._result.scenario.own_claims
        return next((claim for claim in claims if as_statement(claim) == self.table.key), None)

    @Slot()
    def _add(self) -> None:
        self._open(None)

    @Slot()
    def _change(self) -> None:
        if self._own is not None:
            self._open(self._own)

    @Slot()
    def _remove(self) -> None:
        if self._own is not None:
            self.claim_removed.emit(self._own)

    def _open(self, claim: OwnClaim | None) -> None:
        """Ask for a claim; the same quantity as the one that is looked at, to begin with."""
        if self._result is None:
            return
        like = self.table.key if isinstance(self.table.key, Statement) else None
        form = ClaimForm(self._result.scenario, claim, like, self)
        form.written.connect(self.claim_written)
        form.open()

    def _words(self, judgement: Judgement) -> str:
        """All of it, a line a thing."""
        statement = judgement.statement
        said = self.tr("{who}, {when}. Source: {source}; grade {grade}; licence: {licence}.")
        if statement.part == OWN:
            said = self.tr("{who}, {when}. Own claim; source: {source}; grade {grade}.")
        lines = [
            said.format(
                who=statement.who_text,
                when=statement.said,
                source=statement.source_text or words.NOTHING,
                grade=statement.grade,
                licence=words.licence_words(statement.licence),
            )
        ]
        origin = sourced(statement.source)
        if origin is not None and origin.origin.version:
            lines.append(f"{origin.origin.title}, {origin.origin.version}")
        if judgement.value is not None:
            text = self.tr("{quantity}, {when}: {claimed} claimed, the plan has {value}: {verdict}")
            lines.append(
                text.format(
                    quantity=words.quantity_label(statement.series),
                    when=words.when(statement.series, statement.month),
                    claimed=words.interval(statement.low, statement.high, statement.series),
                    value=f"{words.number(judgement.value, statement.series)} "
                    + translate("Unit", statement.unit),
                    verdict=words.verdict_words(judgement),
                )
            )
            lines += self._turn_words(judgement)
        elif judgement.verdict is ClaimVerdict.UNTOLD:
            lines.append(
                self.tr("The plan can't be held against it: {why}").format(why=judgement.why)
            )
        else:
            lines.append(
                self.tr("Nothing that a model could have: it is here for the whole story.")
            )
        if statement.later and statement.part == OWN:
            lines.append(statement.later)
        elif statement.later:
            lines.append(self.tr("Since then: {later}").format(later=statement.later_text))
        return "\n".join(lines)

    def _turn_words(self, judgement: Judgement) -> list[str]:
        """What would break it, or have it hold; nothing until that is known."""
        if self._turns is None or self._turns[0] != judgement.statement or self._result is None:
            return []
        found, start = self._turns[1], self._result.scenario.start
        holds = judgement.verdict is ClaimVerdict.HOLDS
        if not found:
            if holds:
                return [self.tr("No assumption alone would break it within its plausible range.")]
            return [self.tr("No assumption alone would have it hold within its plausible range.")]
        told = " · ".join(words.turn(one, start) for one in found)
        if holds:
            return [self.tr("What would break it, alone: {turns}").format(turns=told)]
        return [self.tr("What would have it hold, alone: {turns}").format(turns=told)]


def _row(judgement: Judgement) -> ReadRow:
    statement, verdict = judgement.statement, judgement.verdict
    claimed = month = ""
    if not statement.is_context:
        interval = words.interval(statement.low, statement.high, statement.series)
        claimed = f"{interval} {translate('Unit', statement.unit)}"
        month = words.when(statement.series, statement.month)
    value = words.number(judgement.value, statement.series) if judgement.value is not None else ""
    return ReadRow(
        statement,
        (
            ReadCell(statement.said, role="quiet"),
            ReadCell(one_line(statement.who_text)),
            ReadCell(one_line(statement.detail_text)),
            ReadCell(claimed, statement.low or statement.high or 0.0),
            ReadCell(month, statement.month, role="quiet"),
            ReadCell(value, judgement.value or 0.0, right=True),
            ReadCell(
                words.verdict_words(judgement), words.ORDER[verdict], words.ROLES.get(verdict, "")
            ),
            ReadCell(statement.grade, role="quiet"),
            ReadCell(one_line(statement.later_text), role="quiet"),
        ),
    )
