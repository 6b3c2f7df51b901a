"""Behind a lever of luck alone stands how likely a shortage is; never while the hand moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from engine import PARAMETERS, Document, Scenario
from engine.analysis.foresight import DRAWS, POINTS_OF_CHANCE, foresight_of_shortfall
from engine.analysis.variants import Lever, levers
from engine.worlds.ensemble import ensemble
from gui.document.session import Session
from gui.levers.chance_foresight import CHANCE, REST, ChanceWorker, answer
from gui.levers.curves import CHOICES
from gui.levers.foresight import ForesightQuestion
from gui.levers.panel import LeverPanel

SCENARIO = Scenario()
OF_LUCK = tuple(set(levers(SCENARIO, of_chance=True)) - set(levers(SCENARIO)))
RATE = Lever("sigma_growth")
MONTH, LATER = 23, 60


@pytest.fixture
def worker(qapp) -> Iterator[ChanceWorker]:
    worker = ChanceWorker()
    yield worker
    worker.stop()


@pytest.fixture
def panel(qtbot):
    widget = LeverPanel(Session(Document(SCENARIO)))
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_month(MONTH)
    yield widget
    widget.stop()


def question(*of: Lever, scenario: Scenario = SCENARIO) -> ForesightQuestion:
    return ForesightQuestion(scenario, of, CHANCE, MONTH)


@pytest.mark.parametrize("value", [0.0, 0.25, 0.9])
def test_that_a_point_of_the_curve_is_the_risk_of_its_own_ensemble(value):
    [curve] = foresight_of_shortfall(SCENARIO, MONTH, [RATE], spans={RATE: (value, 1.0)})
    own = ensemble(RATE.moved(SCENARIO, value), DRAWS, ())
    assert own.risk is not None
    assert curve.kpi[0] == own.risk.short[MONTH]


def test_that_a_curve_has_its_points_along_its_span():
    [curve] = foresight_of_shortfall(SCENARIO, MONTH, [RATE], spans={RATE: (0.0, 0.8)})
    assert curve.at.tolist() == pytest.approx(np.linspace(0, 0.8, POINTS_OF_CHANCE).tolist())
    assert ((curve.kpi >= 0) & (curve.kpi <= 1)).all()


def test_that_the_curve_moves_where_the_lever_does():
    [curve] = foresight_of_shortfall(SCENARIO, LATER, [RATE])
    assert curve.kpi[-1] != curve.kpi[0]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (lambda: foresight_of_shortfall(SCENARIO, 96, [RATE]), "month 96"),
        (lambda: foresight_of_shortfall(SCENARIO, 1, [RATE], 1), "points 1"),
        (lambda: foresight_of_shortfall(SCENARIO, 1, [Lever("wac")]), "lever 'wac'"),
        (lambda: foresight_of_shortfall(SCENARIO, 1, [RATE], draws=0), "draws"),
    ],
)
def test_that_what_cannot_be_asked_is_refused_by_name(asked, why):
    with pytest.raises(ValueError, match=why):
        asked()


def test_that_the_curve_is_said_in_worlds():
    words = answer(replace(question(RATE), month=LATER))[RATE].words
    assert words.startswith("Shortfall risk in Jan 2030: ")
    assert "% to " in words


@pytest.mark.parametrize(("month", "when"), [(-1, "Jan 2025"), (10**6, "Dec 2032")])
def test_that_a_month_beyond_an_end_is_answered_with_that_end(month, when):
    words = answer(replace(question(RATE), month=month))[RATE].words
    assert words.startswith(f"Shortfall risk in {when}: ")


def test_that_all_levers_are_answered_a_few_at_a_time_once_the_hand_rests(worker, qtbot):
    found: list[set[Lever]] = []
    worker.answered.connect(lambda previews: found.append(set(previews)))
    worker.request(question(*OF_LUCK[:5]))
    qtbot.waitUntil(lambda: sum(map(len, found)) == 5, timeout=20_000)
    assert set().union(*found) == set(OF_LUCK[:5])
    assert max(map(len, found)) == 2


def test_that_nothing_is_worked_out_under_a_moving_hand(worker, qtbot):
    began = []
    worker.latest.work.part = lambda asked, real=worker.latest.work.part: (
        began.append(asked.scenario) or real(asked)
    )
    for frame in range(30):
        last = question(RATE, scenario=replace(SCENARIO, revenue_growth=2 + frame / 100))
        worker.request(last)
        qtbot.wait(15)
    assert began == []
    qtbot.waitUntil(lambda: began == [last.scenario], timeout=20 * REST)


def test_that_a_curve_that_is_shown_is_not_asked_for_again(worker, qtbot):
    found: list[set[Lever]] = []
    worker.answered.connect(lambda previews: found.append(set(previews)))
    worker.request(question(RATE))
    qtbot.waitUntil(lambda: len(found) == 1, timeout=20 * REST)
    other = Lever("p_grid")
    worker.request(question(RATE, other))
    qtbot.waitUntil(lambda: len(found) == 2, timeout=20 * REST)
    assert found == [{RATE}, {other}]
    worker.forget()
    worker.request(question(RATE))
    qtbot.waitUntil(lambda: len(found) == 3, timeout=20 * REST)


def test_that_every_lever_of_luck_in_sight_has_a_curve(panel, qtbot):
    panel.show_lever("outage_rate_per_year")
    lines = list(panel.row("outage_rate_per_year").lines.values())
    qtbot.waitUntil(lambda: all(line.slider.preview is not None for line in lines), timeout=20_000)
    assert all("Shortfall risk" in line.slider.toolTip() for line in lines)


def test_that_with_the_risk_chosen_every_lever_shows_it(panel, qtbot):
    panel.measure.setCurrentIndex(CHOICES.index(CHANCE))
    slider = panel.row("power_budget_gw").line.slider
    qtbot.waitUntil(lambda: slider.preview is not None, timeout=20_000)
    assert "Shortfall risk" in slider.toolTip()


def test_that_a_picture_has_them_all_at_once(panel):
    panel.show_lever("outage_rate_per_year")
    panel.foresee_now()
    assert panel.row("outage_rate_per_year").lines["gpu"].slider.preview is not None


def test_that_no_number_of_the_table_is_left_without_a_curve():
    """But for those that say how it is computed."""
    felt = {lever.key for lever in levers(SCENARIO, of_chance=True)}
    silent = {
        row.key for row in PARAMETERS if (row.is_number or row.per_family) and row.key not in felt
    }
    assert silent == {"horizon_months", "draws", "seed"}
