"""The parts of the Risk page: what matters, shocks on the timeline, and the hedge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.analysis.failing import failing
from engine.analysis.kpi import total, values
from engine.analysis.rank_correlation import rank_correlation
from engine.analysis.shocks import shocks
from engine.analysis.tornado import tornado
from engine.analysis.variants import changed
from engine.values import Event
from engine.worlds.risk import default_window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window, qtbot):
    window.session.edit("draws", 128)
    window.pages.show_key("risk")
    return window.pages["risk"]


def shown(window, qtbot, part: str):
    page = window.pages["risk"]
    page.show_part(part)
    settle(window, qtbot)
    cards = page.shocks.deck.cards if part == "shocks" else []
    # a new card has some other height, or none, until it is laid out
    qtbot.waitUntil(lambda: all(card.height() == card.sizeHint().height() for card in cards))
    return page


def settle(window, qtbot) -> None:
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    window.pages["risk"].rest(held=False)
    qtbot.waitUntil(lambda: window.pages["risk"].settled, timeout=30_000)


def loss(scenario):
    return total("unserved_revenue_bn", *default_window(scenario))


def click_row(qtbot, table, place: int, column: int = 0) -> None:
    at = table.visualRect(table.bars.index(place, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)


# What matters


def test_that_the_bars_are_the_engine_s_and_the_ranks_stand_beside(page, window, qtbot):
    matters = shown(window, qtbot, "matters").matters
    scenario = window.session.scenario
    bars = tornado(scenario, loss(scenario))
    rho = {r.lever: r.rho for r in rank_correlation(scenario, loss(scenario), 128).ranks}
    first = matters.tornado.bars.rows[0]
    assert first.key == bars[0].lever
    assert {span.high for span in first.spans} == {bars[0].up, bars[0].down}
    for row in matters.tornado.bars.rows:
        assert row.beside[0].high == pytest.approx(rho[row.key])


def test_that_a_click_on_a_bar_finds_its_lever(page, window, qtbot):
    matters = shown(window, qtbot, "matters").matters
    key = matters.tornado.bars.rows[0].key.key
    click_row(qtbot, matters.tornado, 0)
    assert window.levers.row(key).isVisible()
    assert window.levers.row(key).isAncestorOf(QApplication.focusWidget())


def test_that_a_bar_is_pulled_in_one_step_of_undo(page, window, qtbot):
    matters = shown(window, qtbot, "matters").matters
    table = matters.tornado
    lever = table.bars.rows[0].key
    before = window.session.scenario
    at = table.visualRect(table.bars.index(0, table.bars.bar)).center()
    view, steps = table.viewport(), window.session.history.count()
    QTest.mousePress(view, LEFT, pos=at)
    for way in (10, 25, 40):
        there = QPointF(at.x() + way, at.y())
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            there,
            view.mapToGlobal(there),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, LEFT, pos=at)
    assert lever.value(window.session.scenario) > lever.value(before)
    assert window.session.history.count() == steps + 1
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_the_conditions_are_the_engine_s_and_the_other_side_can_be_tried(page, window, qtbot):
    matters = shown(window, qtbot, "matters").matters
    before = window.session.scenario
    found = failing(before, loss(before), 0.1)
    rows = matters.box.bars.rows
    assert [row.key.name for row in rows] == [when.name for when in found.conditions]
    place = next(i for i, when in enumerate(found.conditions) if when.changes)
    matters.box.setFocus()
    matters.box.setCurrentIndex(matters.box.bars.index(place, 0))
    QTest.keyClick(matters.box, Qt.Key.Key_Return)
    [(key, value)] = found.conditions[place].changes.items()
    assert getattr(window.session.scenario, key) == value
    assert "Undo takes it back" in window.messages.text
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_coverage_and_density_are_said_of_the_chosen_share(page, window, qtbot):
    matters = shown(window, qtbot, "matters").matters
    matters.shares.setCurrentIndex(2)
    settle(window, qtbot)
    found = failing(window.session.scenario, loss(window.session.scenario), 0.25)
    coverage, density = matters.score.bars.rows
    assert coverage.spans[0].high == pytest.approx(found.coverage)
    assert density.spans[0].high == pytest.approx(found.density)
    assert matters.scatter.isVisible()


# Shocks


def test_that_every_card_says_what_its_shock_does_and_the_worst_pair_is_marked(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    scenario = window.session.scenario
    found = shocks(scenario, loss(scenario))
    assert [card.shock for card in part.deck.cards] == list(found.cards)
    base = values([scenario], loss(scenario))[0]
    for card in part.deck.cards:
        hit = changed(scenario, events=(*scenario.events, card.shock.event))
        assert values([hit], loss(scenario))[0] - base == pytest.approx(card.shock.effect)
    marked = {card.shock for card in part.deck.cards if card._marked}
    assert marked == set(found.pair)
    assert found.pair[0].name in part.pair.text()


def test_that_a_click_puts_a_card_on_the_timeline_in_one_step(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    before = window.session.scenario
    card = part.deck.cards[0]
    qtbot.mouseClick(card, LEFT)
    [*_, event] = window.session.scenario.events
    assert (event.kind, event.start_month) == (card.shock.event.kind, card.shock.event.start_month)
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_arrows_go_through_the_deck_and_enter_puts_a_card(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    part.deck.cards[0].setFocus()
    QTest.keyClick(part.deck.cards[0], Qt.Key.Key_Right)
    assert part.deck.cards[1].hasFocus()
    QTest.keyClick(part.deck.cards[1], Qt.Key.Key_Return)
    [*_, event] = window.session.scenario.events
    assert event.kind == part.deck.cards[1].shock.event.kind


def drag(card, to, *, drop: bool) -> None:
    """Press a card, take it to a place on the screen, and perhaps let go."""
    middle = QPointF(card.rect().center())
    QTest.mousePress(card, LEFT, pos=middle.toPoint())
    for at in (middle + QPointF(30, 5), QPointF(card.mapFromGlobal(to))):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            card.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(card, move)
    if drop:
        QTest.mouseRelease(card, LEFT, pos=card.mapFromGlobal(to).toPoint())


def on_timeline(part, month: int) -> QPointF:
    lanes = part.timeline.lanes
    return lanes.mapToGlobal(QPointF(lanes.board.x_of(month + 0.5), lanes.height() / 2))


def with_start(part):
    return next(card for card in part.deck.cards if card.shock.event.kind == "supply_stop")


def test_that_a_card_is_dragged_to_its_month_in_one_step(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    before, steps = window.session.scenario, window.session.history.count()
    drag(with_start(part), on_timeline(part, 44), drop=True)
    [*_, event] = window.session.scenario.events
    assert event.start_month == 44
    assert window.session.history.count() == steps + 1
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_escape_takes_a_drag_of_a_card_back(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    before, steps = window.session.scenario, window.session.history.count()
    card = with_start(part)
    drag(card, on_timeline(part, 44), drop=False)
    assert window.session.scenario != before
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QTest.mouseRelease(card, LEFT)
    assert window.session.scenario == before
    assert window.session.history.count() == steps


def test_that_the_worst_pair_goes_on_the_timeline_in_one_step(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    before = window.session.scenario
    qtbot.mouseClick(part.put_pair, LEFT)
    assert len(window.session.scenario.events) == len(before.events) + 2
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_a_card_of_one_s_own_is_kept_and_can_go(page, window, qtbot):
    part = shown(window, qtbot, "shocks").shocks
    part.keep_card(Event("power_outage", "all", 40, 3, 0.5, "Storm"))
    settle(window, qtbot)
    own = next(card for card in part.deck.cards if card.own)
    assert own.text() == "Storm"
    state = window.pages["risk"].state
    qtbot.keyClick(own, Qt.Key.Key_Delete)
    settle(window, qtbot)
    assert not any(card.own for card in part.deck.cards)
    window.pages["risk"].use_state(state)
    settle(window, qtbot)
    assert [card.text() for card in part.deck.cards if card.own] == ["Storm"]
    with pytest.raises((TypeError, ValueError)):
        window.pages["risk"].use_state({**state, "cards": [{"kind": "rain", "scope": "all"}]})


# The hedge


def test_that_the_mixes_are_compared_and_one_can_be_tried(page, window, qtbot):
    part = shown(window, qtbot, "hedge").hedge
    before = window.session.scenario
    rows = part.mixes.bars.rows
    assert [row.key for row in rows][1:-1] == list(before.families)
    assert part.verdict.text()
    click_row(qtbot, part.mixes, 1)
    assert window.session.scenario.mix[before.families[0]] == 1
    window.session.history.undo()
    assert window.session.scenario == before


def test_that_concentration_and_contracts_are_of_the_month_of_the_figures(page, window, qtbot):
    part = shown(window, qtbot, "hedge").hedge
    assert "Dec 2026" in part.concentration_card.title.text()
    assert [row.key for row in part.concentration.bars.rows][-1] == "counterparty"
    names = {contract.name for contract in window.session.scenario.contracts}
    assert {row.key for row in part.contracts.bars.rows} <= names
    window.kpis.choose_month(40)
    settle(window, qtbot)
    assert "May 2028" in part.concentration_card.title.text()


def test_that_a_contract_leads_to_the_page_of_supply(page, window, qtbot):
    part = shown(window, qtbot, "hedge").hedge
    click_row(qtbot, part.contracts, 0)
    assert window.pages.key == "supply"
