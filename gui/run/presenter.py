"""From results to views: which result, baseline and bands the pages and figures show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine import Result, Scenario, simulate
from engine.run.backend import Backend
from engine.worlds.ensemble import Band, Ensemble
from gui.charts import specs
from gui.document.session import Session
from gui.pages.kpi_strip import KpiStrip
from gui.pages.page import OnScreen, Page
from gui.run.band_runner import BandRunner
from gui.run.change_sentence import opening, sentence
from gui.run.interaction import Interaction
from gui.run.odds_sentence import chance_in, odds_sentence
from gui.run.runner import Runner
from gui.words.kpis import month_index
from gui.words.story.odds import Worlds, claims_reached, worlds_of

PATIENCE = 50  # milliseconds that bands wait for the frame that a moving hand is about to make


class PagesInFront(Protocol):
    """Pages of which one is in front."""

    @property
    def in_front(self) -> Page: ...

    def __iter__(self) -> Iterator[Page]: ...


class Presenter(QObject):
    """Runs the session's scenario and hands results on; only visible pages are drawn."""

    shown = Signal(object)  # the Result now on screen
    told = Signal(str)  # the sentence about the change
    failed = Signal(object)  # an exception of the engine

    def __init__(
        self,
        session: Session,
        kpis: KpiStrip,
        pages: PagesInFront,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kpis = kpis
        self._pages = pages
        self.runner = Runner(simulate, self)
        self.bands = BandRunner(self)
        self.result = self.runner.result_of(session.scenario)
        self.baseline = self.result
        self.ensemble: Ensemble | None = None
        self._drawn: dict[int, Ensemble] = {}  # of the newest scenario, by the number of draws
        self._drawn_baseline: dict[int, Ensemble] = {}
        self._drawn_before: dict[int, Ensemble] = {}  # of where the step began that is told
        self.milliseconds = 0.0  # it took to hand the last result on: specs, items, figures
        self._holding = False
        self._preview: Result | None = None  # of a proposal that is looked at
        self._before = self.result  # the step that is to be told began
        self._told = self.result  # the last one that was put into words
        self._said: Callable[[], str] | None = None  # what was told last, to be said anew
        self._telling: tuple[Result, Result] | None = None  # the change that it is about
        self._last_words = ""
        self._odds_key: tuple[Ensemble | None, str] = (None, "")
        self._odds: tuple[()] | tuple[dict[str, Worlds], dict[str, float]] = ()
        self.interaction = Interaction(self)
        self.interaction.rested.connect(self._rest)
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(self._show)
        session.scenario_changed.connect(self.interaction.move)
        session.scenario_changed.connect(self.runner.request)
        session.baseline_changed.connect(self._pin)
        session.stepped.connect(self._begin_step)
        session.replaced.connect(self._tell_opened)
        self.runner.finished.connect(self._take)
        self.runner.failed.connect(self.failed)
        self.bands.banded.connect(self._take_bands)
        self.bands.failed.connect(self.failed)

    def start(self) -> None:
        """The first picture, without waiting for a tick; bands follow."""
        self._show()
        self._ask_for_bands()

    def draw(self, draws: int | None, backend: Backend) -> None:
        """Draw that many worlds from now on, or as many as the scenario says."""
        if self.bands.choose(draws, backend):
            self._ask_for_bands()

    def stop(self) -> None:
        self.interaction.stop()
        self._soon.stop()
        self.bands.stop()

    @property
    def holding(self) -> bool:
        """Whether the baseline is shown in the place of the scenario."""
        return self._holding

    def hold_baseline(self, held: bool) -> None:
        """While held, show the baseline in the place of the current scenario."""
        if held != self._holding:
            self._holding = held
            self._show()

    @property
    def previewing(self) -> bool:
        """Whether a proposal's lines stand in the place of the baseline's."""
        return self._preview is not None

    @Slot(object)
    def preview(self, scenario: Scenario | None) -> None:
        """Show what a proposal would bring behind the curves; None for nothing."""
        if scenario is not None or self._preview is not None:
            self._preview = None if scenario is None else self.runner.result_of(scenario)
            self._show()

    def refresh(self) -> None:
        """Draw again: another page has come to the front."""
        self._show()

    @Slot(object)
    def _take(self, result: Result) -> None:
        self.result = result
        self._ask_for_bands()  # first, where they are drawn beside: both are at it then
        self._show()

    @Slot(object)
    def _pin(self, scenario: Scenario) -> None:
        self.runner.finish()  # what comes with the baseline, as by a swap or from a file
        current = self._session.scenario is scenario and self.result.scenario is scenario
        self.baseline = self.result if current else self.runner.result_of(scenario)
        known = (self._drawn, self._drawn_baseline)
        self._drawn_baseline = next((drawn for drawn in known if _is_of(drawn, scenario)), {})
        self.interaction.rest()
        self._show()

    @Slot(object)
    def _take_bands(self, ensemble: Ensemble) -> None:
        self.ensemble = ensemble
        if not _is_of(self._drawn, ensemble.scenario):
            self._drawn = {}
        self._drawn[ensemble.draws] = ensemble
        self._tell_odds()
        if ensemble.scenario == self._session.baseline:
            self._drawn_baseline[ensemble.draws] = ensemble
        if self._holding or self.runner.pending:
            return  # the frame to come shows them
        if not self.interaction.moving:
            self._show()
        elif not self._soon.isActive():  # a drag paints each frame once, bands and all
            self._soon.start()

    def _ask_for_bands(self) -> None:
        self.bands.request(self._session.scenario, specs.fan_columns())

    @property
    def _chances(self) -> tuple[float | None, float | None]:
        """That the chosen month is short, here and in the baseline, from as many worlds."""
        shown = self._drawn_on_screen
        if shown is None or self._holding:
            return self._chance(shown), None
        return self._chance(shown), self._chance(self._drawn_baseline.get(shown.draws))

    @property
    def _drawn_on_screen(self) -> Ensemble | None:
        """The worlds of what is shown; of the baseline the most that are known."""
        if not self._holding:
            return self.ensemble
        known = self._drawn_baseline
        return known[max(known)] if known else None

    def _chance(self, drawn: Ensemble | None) -> float | None:
        return None if drawn is None else chance_in(drawn, self._kpis.month)

    @Slot()
    def show_figures(self) -> None:
        """The tiles for the month now chosen."""
        drawn = self._drawn_on_screen
        key = (drawn, self._kpis.month)
        if self._odds_key[0] is not drawn or self._odds_key[1] != key[1]:
            self._odds_key = key
            self._odds = ()
            if drawn is not None:
                self._odds = worlds_of(drawn, key[1]), claims_reached(drawn)
        self._kpis.show_result(self._on_screen, self.compared, self._chances, *self._odds)

    @property
    def bands_shown(self) -> Mapping[str, Band] | None:
        """The bands behind the curves, None where they would not fit."""
        found = self._drawn_on_screen
        if found is None:
            return None
        return found.bands if found.scenario.start == self._on_screen.scenario.start else None

    @property
    def _on_screen(self) -> Result:
        return self.baseline if self._holding else self.result

    @property
    def compared(self) -> Result | None:
        """The baseline's result, None where it is what is shown."""
        same = self.baseline.scenario == self.result.scenario
        return None if self._holding or same else self.baseline

    @Slot()
    def _show(self) -> None:
        self._soon.stop()
        began = perf_counter()
        result, baseline = self._on_screen, self.compared
        self.show_figures()
        bands = self.bands_shown
        self._pages.in_front.take(
            OnScreen(
                result,
                baseline,
                bands,
                month_index(result, self._kpis.month),
                self._session.scenario,
                self._session.baseline,
                still=self.interaction.moving,
                held=self._holding,
                preview=None if self._holding else self._preview,
            )
        )
        self.milliseconds = (perf_counter() - began) * 1e3
        self.shown.emit(result)

    @Slot()
    def _rest(self) -> None:
        """The hand rests: axes find their place, and the change is put into words."""
        for page in self._pages:
            page.rest(held=self._holding)
        self._tell()

    @Slot()
    def _begin_step(self) -> None:
        """Each step of the history is a change of its own, told from where it began."""
        if self.interaction.moving and self.runner.pending:
            return  # two in one frame, which nobody could see apart
        if self.interaction.moving:
            self._tell()
        self._before = self.result
        self._drawn_before = self._drawn if _is_of(self._drawn, self.result.scenario) else {}

    def _tell_odds(self) -> None:
        """Bands have come of what was put into words: say it again, with what the odds are now."""
        same = self._told.scenario == self.ensemble.scenario if self.ensemble else False
        if same and self._telling is not None and not self.interaction.moving:
            month = month_index(self.result, self._kpis.month)
            if self._with_odds(*self._telling, month) != self._last_words:
                self._say(self._with_odds, *self._telling)

    @Slot(str)
    def hear(self, text: str) -> None:
        """What stands there: worlds that come late talk over no sentence of something else."""
        if text != self._last_words:
            self._telling = None

    def _with_odds(self, before: Result, after: Result, t: int) -> str:
        """What the change did to the plan, and to its odds where worlds of both are known."""
        said = sentence(before, after, t)
        known = _is_of(self._drawn_before, before.scenario) and _is_of(self._drawn, after.scenario)
        odds = odds_sentence(self._drawn_before, self._drawn, after.months[t]) if known else ""
        return f"{said} {odds}" if said and odds else said

    def _tell(self) -> None:
        """Say what the last step did so far, when it has been run.

        A step may go on after a rest: what was told of it is then told anew, from its beginning,
        or from there where it has gone back to it.
        """
        self.runner.finish()
        told, after = self._told, self.result
        if after is told:
            return
        self._told = after
        before = told if self._before.scenario == after.scenario else self._before
        if before.scenario != after.scenario:
            self._telling = before, after
            self._say(self._with_odds, before, after)

    @Slot()
    def _tell_opened(self) -> None:
        """Nothing was changed: another scenario is here, and what was said is of the old one."""
        self.runner.finish()
        self._before = self._told = self.result
        self._telling, self._drawn_before = None, {}
        self._say(opening, self.result)

    def tell_again(self) -> None:
        """The same in other units."""
        if self._said is not None:
            self._last_words = self._said()
            self.told.emit(self._last_words)

    def _say(self, speak: Callable[..., str], *results: Result) -> None:
        month = month_index(self.result, self._kpis.month)
        said = partial(speak, *results, month)
        if text := said():
            self._said, self._last_words = said, text
            self.told.emit(text)


def _is_of(drawn: Mapping[int, Ensemble], scenario: Scenario) -> bool:
    return any(ensemble.scenario == scenario for ensemble in drawn.values())
