"""The Evidence page: what was said, what was observed, and what every number rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine import Result, Scenario, ScenarioError
from engine.analysis.backtest import backtest
from engine.analysis.information import (
    contract_options,
    mix_options,
    value_of_information,
)
from engine.analysis.tornado import tornado
from engine.analysis.turning import kpi_of, turns
from engine.analysis.verdicts import judge, own_statements
from engine.tables.own import OwnClaim, OwnSource, with_source, without_source
from engine.tables.statements import Statement, statements
from gui.charts.measured import Pictured
from gui.document.session import Session
from gui.pages.analysis.asking import AskingStep, Told
from gui.pages.analysis.asking_page import AskingPage
from gui.pages.evidence.claims import ClaimsPart
from gui.pages.evidence.ledger import MIX, LedgerPart
from gui.pages.evidence.record import RecordPart
from gui.pages.evidence.words import quantity_label, when
from gui.pages.page import OnScreen
from gui.system.latest import GoOn
from gui.widgets.directions import margins
from gui.widgets.palette import Palette
from gui.widgets.scrolled import scrolled

CLAIMS, RECORD, LEDGER = "claims", "record", "ledger"
PARTS = (CLAIMS, RECORD, LEDGER)
VERDICTS, TURNS, SCORE, BARS, WORTH = "verdicts", "turns", "score", "bars", "worth"


@dataclass(frozen=True)
class EvidenceSubject:
    """A plan that was run; for the ledger what it is weighed by, and what is decided."""

    scenario: Scenario
    result: Result = field(compare=False)
    month: int = 0
    measure: str = ""
    decision: str = ""
    statement: Statement | None = None  # that is looked at


def _verdicts(subject: EvidenceSubject, worlds: int, go_on: GoOn) -> object:
    scenario = subject.result.scenario
    said = (*own_statements(scenario), *statements())
    return judge(scenario, said, result=subject.result)


def _turns(subject: EvidenceSubject, worlds: int, go_on: GoOn) -> object:
    assert subject.statement is not None
    return turns(subject.result.scenario, subject.statement)


def _score(subject: EvidenceSubject, worlds: int, go_on: GoOn) -> object:
    return backtest(subject.result.scenario, result=subject.result)


class EvidencePage(AskingPage):
    """Three parts; the one in front is worked out beside the window once the hand rests."""

    ledger_wanted = Signal()  # as a workbook, whose name is asked for

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(PARTS, parent)
        self._session = session
        self.asker.told.connect(self._take)
        self.asker.failed.connect(lambda error: self.refused.emit(str(error)))
        self.claims, self.record, self.ledger = ClaimsPart(), RecordPart(), LedgerPart()
        for title, part in (
            (self.tr("Claims"), self.claims),
            (self.tr("Backtest"), self.record),
            (self.tr("Ledger"), self.ledger),
        ):
            self.add_part(title, scrolled(part, sideways=True))
        top = QHBoxLayout()
        top.setContentsMargins(margins(0, 0, 12, 0))
        top.addWidget(self.tabs)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.ledger.asked.connect(self._ask_anew)
        self.ledger.export_wanted.connect(self.ledger_wanted)
        self.ledger.source_written.connect(self._write_source)
        self.ledger.source_removed.connect(self._remove_source)
        self.claims.asked.connect(self.ask)
        self.claims.claim_written.connect(self._write_claim)
        self.claims.claim_removed.connect(self._remove_claim)

    @property
    def pictured(self) -> Sequence[Pictured]:
        """The quantity beside the row that is looked at; of the ledger what it is weighed by."""
        if self._shown is None:
            return ()
        scenario, month = self._shown.result.scenario, self._shown.month
        if self.part == LEDGER:
            measure = self.ledger.weighed_by
            kpis = [measure.kpi(scenario, month)]
            return [Pictured(self.ledger.measure.currentText(), scenario, kpis)]
        said = self.claims.statement if self.part == CLAIMS else self.record.observed
        kpi = None if said is None else kpi_of(said, scenario)
        if said is None or kpi is None:
            return ()
        title = f"{quantity_label(said.series)}, {when(said.series, said.month)}"
        return [Pictured(title, scenario, [kpi])]

    @Slot(int)
    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.ask()

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        self.ledger.show_scenario(shown.result.scenario)
        if shown.still:
            self.asker.forget()
        else:
            self.ask()

    @Slot()
    def _ask_anew(self) -> None:
        self.ledger.show_bars(())
        self.ask()

    @Slot()
    def ask(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        result, month = self._shown.result, self._shown.month
        if self.part == CLAIMS:
            statement = self.claims.statement
            steps = [AskingStep(VERDICTS, 0, _verdicts)]
            if statement is not None and kpi_of(statement, result.scenario) is not None:
                steps.append(AskingStep(TURNS, 0, _turns))
            self.asker.ask(EvidenceSubject(result.scenario, result, statement=statement), steps)
        elif self.part == RECORD:
            self.asker.ask(EvidenceSubject(result.scenario, result), [AskingStep(SCORE, 0, _score)])
        else:
            measure = self.ledger.weighed_by
            subject = EvidenceSubject(
                result.scenario,
                result,
                month if measure.of_month else 0,
                measure.key,
                self.ledger.deciding,
            )
            kpi = measure.kpi(result.scenario, month)

            def bars(about: EvidenceSubject, worlds: int, go_on: GoOn) -> object:
                return tornado(about.result.scenario, kpi)

            self.asker.ask(subject, [AskingStep(BARS, 0, bars), AskingStep(WORTH, 0, _worth)])

    @Slot(object)
    def _take(self, told: Told[Any]) -> None:
        result = told.subject.result
        if told.value is None:
            self.refused.emit(told.refused)
        elif told.key == VERDICTS:
            self.claims.show_judgements(told.value, result)
        elif told.key == TURNS:
            self.claims.show_turns(told.subject.statement, told.value)
        elif told.key == SCORE:
            self.record.show_backtest(told.value, result)
        elif told.key == BARS:
            self.ledger.show_bars(told.value)
        else:
            self.ledger.show_worth(told.value)

    @Slot(object)
    def _write_source(self, own: OwnSource) -> None:
        """Keep where a value comes from, in one step of undo."""
        self._edit("own_sources", with_source(self._session.scenario.own_sources, own))

    @Slot(str)
    def _remove_source(self, of: str) -> None:
        self._edit("own_sources", without_source(self._session.scenario.own_sources, of))

    @Slot(object, object)
    def _write_claim(self, before: OwnClaim | None, claim: OwnClaim) -> None:
        """Keep one more claim, or another in the place of `before`, in one step of undo."""
        claims = list(self._session.scenario.own_claims)
        if before in claims:
            claims[claims.index(before)] = claim
        else:
            claims.append(claim)
        self._edit("own_claims", claims)

    @Slot(object)
    def _remove_claim(self, claim: OwnClaim) -> None:
        claims = list(self._session.scenario.own_claims)
        if claim in claims:
            claims.remove(claim)
            self._edit("own_claims", claims)

    def _edit(self, key: str, value: object) -> None:
        try:
            self._session.edit(key, value)
        except ScenarioError as error:
            self.refused.emit(str(error))

    def use_palette(self, palette: Palette) -> None:
        for part in (self.claims, self.record, self.ledger):
            part.use_palette(palette)

    @property
    def state(self) -> object:
        return {"part": self.part}

    def use_state(self, state: object) -> None:
        if not isinstance(state, dict) or state.get("part") not in PARTS:
            raise TypeError
        self.show_part(str(state["part"]))


def _worth(subject: EvidenceSubject, worlds: int, go_on: GoOn) -> object:
    scenario = subject.result.scenario
    options = mix_options(scenario) if subject.decision == MIX else contract_options(scenario)
    return value_of_information(scenario, options, progress=go_on)
