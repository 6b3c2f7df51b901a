"""The first start: what this is, three scenarios, one lever, over a window that lives on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gui.document import templates
from gui.system.language import install_language
from gui.system.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.welcome import LEVER, OFFERED, Welcome

LEFT = Qt.MouseButton.LeftButton
LONG = {  # what a long drag did, with what it did to the chances
    "en": "Facility power when ready 1.6 → 2.58 GW: $4.9 bn more committed and 45 EFLOP/s more "
    "capacity by Dec 2026; chip supply binds from Aug 2026 to Jan 2027 instead of power. The plan "
    "now stands above 7 of 10 worlds; chance of a shortfall 37% → 14%.",
    "fr": "Puissance des sites une fois prêts 1,6 → 2,58 GW : engagements en hausse de 4,9 Md$ et "
    "capacité en hausse de 45 EFLOP/s d’ici déc. 2026 ; l’offre de puces limite d’août 2026 à "
    "janv. 2027 au lieu de la puissance. Le plan dépasse désormais 7 mondes sur 10 ; probabilité "
    "d’un manque 37 % → 14 %.",
}


@pytest.fixture
def welcome(window, qtbot) -> Welcome:
    window.activateWindow()
    window.help.welcome()
    assert window.help.welcome_ is not None
    return window.help.welcome_


def test_that_it_comes_by_itself_just_once(window):
    assert not Settings().tour_seen
    window.help.tour_for_newcomers()
    assert window.help.welcome_ is not None
    assert window.help.welcome_.isVisible()
    window.help.end_welcome()
    window.help.tour_for_newcomers()
    assert window.help.welcome_ is None


@pytest.mark.parametrize("size", [(1600, 1000), (1366, 768), (1024, 700)])
def test_that_it_leaves_the_figures_free_and_lies_within_the_window(window, welcome, qtbot, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    QApplication.processEvents()
    assert window.rect().contains(welcome.geometry())
    strip = window.kpis
    figures = strip.rect().translated(strip.mapTo(window, QPoint(0, 0)))
    assert not welcome.geometry().intersects(figures)
    assert not welcome.geometry().intersects(window.levers.geometry().adjusted(0, 0, -400, 0))


def test_that_its_cards_are_whole_when_the_window_gets_another_size(window, welcome, qtbot):
    for size in ((1350, 720), (1366, 768), (1600, 1000)):
        window.resize(*size)
        qtbot.waitUntil(lambda size=size: window.size().toTuple() == size)
        QApplication.processEvents()
        for card in welcome.cards.values():
            assert card.rect().contains(card.button.geometry())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1600, 1000), (1366, 768), (1093, 614), (1024, 600)])
def test_that_all_its_words_have_their_room(qapp, qtbot, language, size):
    install_language(qapp, language)
    window = MainWindow(templates.default_document())
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    window.session.edit(LEVER, 1.2)
    window.help.welcome()
    qtbot.wait(50)
    welcome = window.help.welcome_
    cut = [
        label.text()
        for label in welcome.findChildren(QLabel)
        if label.isVisible() and label.wordWrap()
        if label.heightForWidth(label.width()) > label.height() + 1
    ]
    assert cut == []
    assert window.rect().contains(welcome.geometry())
    welcome.tell(LONG[language])
    QApplication.processEvents()
    told = welcome._told
    assert told.heightForWidth(told.width()) <= told.height() + 1, told.text()
    window.file.may_leave = lambda: True
    window.close()
    install_language(qapp, "en")


def test_that_its_lever_moves_the_scenario_and_says_what_that_did(window, welcome, qtbot):
    slider = welcome.row.line.slider
    slider.setFocus()
    before = getattr(window.session.scenario, LEVER)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert getattr(window.session.scenario, LEVER) > before
    assert window.levers.row(LEVER).line.value == welcome.row.line.value
    qtbot.waitUntil(lambda: welcome._told.text() == window.sentence.text())
    assert window.help.welcome_ is welcome


def test_that_a_card_opens_its_scenario_at_once_and_is_marked(window, welcome, qtbot):
    QTest.mouseClick(welcome.cards["power_starved"].button, LEFT)
    assert window.session.scenario.name == templates.example("power_starved").scenario.name
    marked = [name for name, card in welcome.cards.items() if card.button.isChecked()]
    assert marked == ["power_starved"]
    assert not window.session.modified


def test_that_a_card_after_a_drag_asks_nothing_and_can_be_undone(window, welcome, qtbot):
    window.session.edit(LEVER, 3.0)
    tried = window.session.scenario
    QTest.mouseClick(welcome.cards["public_record_2026_11"].button, LEFT)
    assert window.session.scenario == templates.example("public_record_2026_11").scenario
    window.session.history.undo()
    assert window.session.scenario == tried


def test_that_the_scenarios_it_offers_are_shipped():
    assert set(OFFERED) <= set(templates.EXAMPLES)
    assert OFFERED[0] == templates.DEFAULT


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_that_a_key_ends_it_and_the_window_is_as_it_was(window, welcome, qtbot, key):
    QTest.keyClick(welcome.look, key)
    assert window.help.welcome_ is None
    assert not window.help.tour_.isVisible()


def test_that_the_tour_goes_on_from_it(window, welcome, qtbot):
    QTest.mouseClick(welcome.tour, LEFT)
    assert window.help.welcome_ is None
    assert window.help.tour_.isVisible()
    QTest.keyClick(window.help.tour_.next, Qt.Key.Key_Escape)


def test_that_it_wears_another_theme_when_that_is_chosen(window, welcome, qtbot):
    card = welcome.cards[OFFERED[0]]
    qtbot.waitUntil(lambda: card.drawn is not None)
    light = card.button.icon().pixmap(100, 60).toImage()
    window.view.theme_dark()
    assert card.button.icon().pixmap(100, 60).toImage() != light
    window.view.theme_system()


def test_that_its_words_about_a_drag_move_nothing(window, welcome, qtbot):
    window.session.edit(LEVER, 3.0)
    qtbot.waitUntil(lambda: welcome._told.text() == window.sentence.text())
    QApplication.processEvents()
    before = welcome.geometry()
    welcome.tell("A short one.")
    QApplication.processEvents()
    assert welcome.geometry() == before


def test_that_it_lies_over_the_charts_wherever_it_is_asked_for(window, qtbot):
    window.pages.show_key("notes")
    window.help.welcome()
    assert window.pages.in_front is window.pages["overview"]
    window.help.end_welcome()
