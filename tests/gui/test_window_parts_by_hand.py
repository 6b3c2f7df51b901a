"""Parts of the window by themselves: frames that are timed, what is found, dropped and read."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDropEvent, QTextDocument
from PySide6.QtWidgets import QLineEdit, QStatusBar, QWidget

from engine.resource import ROOT
from gui.help.browser import HelpBrowser, place_of
from gui.widgets.palette import DARK, LIGHT
from gui.window import frame_timing
from gui.window.command_palette import Command, found
from gui.window.file_drop import MOST, Drops, dropped_files
from gui.window.frame_timing import Performance
from gui.window.navigation import drawing, on_lines

# Frames


class Shown(QObject):
    """As much of a session and of a presenter as frames are timed by."""

    scenario_changed = Signal(object)
    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.milliseconds, self.ensemble = 2.5, None
        self.runner = SimpleNamespace(milliseconds=1.25)
        self.bands = SimpleNamespace(milliseconds=40.0, beside=False)


@pytest.fixture
def clock(monkeypatch):
    """Milliseconds that pass at each look at the clock."""
    steps: list[float] = []
    now = [0.0]

    def look() -> float:
        now[0] += (steps.pop(0) if steps else 0.0) / 1e3
        return now[0]

    monkeypatch.setattr(frame_timing, "perf_counter", look)
    return steps


@pytest.fixture
def timed(qtbot, monkeypatch):
    monkeypatch.setattr(frame_timing, "resident_bytes", lambda: 300 * 2**20)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    source = Shown()
    bar = QStatusBar(window)
    bar.resize(800, 20)
    made = Performance(source, source, bar, window)
    made.source, made.around = source, window
    made.turn(True)
    made._timer.stop()
    return made


def frame(timed, clock, wait: float, paint: float) -> None:
    """A lever moves, and so much later a painting begins that takes so long."""
    clock += [0.0, wait, paint]
    timed.source.scenario_changed.emit(None)
    timed.source.shown.emit(None)
    timed.eventFilter(timed.around, QEvent(QEvent.Type.UpdateRequest))


def test_that_a_frame_is_timed_from_the_move_to_the_end_of_its_painting(timed, clock):
    frame(timed, clock, 10.0, 5.0)
    frame(timed, clock, 10.0, 10.0)
    frame(timed, clock, 50.0, 10.0)
    assert list(timed.frames) == pytest.approx([15, 20, 60])
    assert timed.paint == pytest.approx(10)
    assert (timed.painted, timed.late, timed.very_late) == (3, 2, 1)
    lines = dict(line.split(": ", 1) for line in timed.text.splitlines())
    assert lines["Engine"] == "1.2 ms"
    assert lines["Charts"] == "2.5 ms"
    assert lines["Paint"] == "10.0 ms"
    assert lines["Lever to pixels"] == "20.0 ms, p95 20.0 ms, most 60.0 ms"
    assert lines["Late frames"] == "2 of 3 over 16.7 ms, 1 over 50 ms"
    assert lines["Moves merged into one frame"] == "0"
    assert lines["Memory"] == "300 MB"
    assert "Bands" not in lines


def test_that_moves_that_share_a_frame_are_counted_and_a_painting_without_one_is_none(timed, clock):
    timed.source.scenario_changed.emit(None)
    timed.source.scenario_changed.emit(None)
    timed.eventFilter(timed.around, QEvent(QEvent.Type.UpdateRequest))  # nothing was drawn yet
    assert timed.painted == 0
    frame(timed, clock, 1.0, 1.0)
    timed.eventFilter(timed.around, QEvent(QEvent.Type.UpdateRequest))
    assert (timed.changes, timed.painted) == (3, 1)
    assert "Moves merged into one frame: 2" in timed.text
    timed.source.ensemble = SimpleNamespace(draws=1024)
    assert "Bands: 40.0 ms, 1,024 draws" in timed.text
    assert not timed.eventFilter(timed.around, QEvent(QEvent.Type.Paint))
    assert not timed.eventFilter(timed, QEvent(QEvent.Type.UpdateRequest))


def test_that_the_read_out_stands_above_the_status_bar_and_goes_when_it_is_turned_off(timed, clock):
    timed._read_out()
    assert timed.accessibleDescription() == timed.text
    assert timed.geometry().right() == 800 - 12 - 1
    assert timed.geometry().bottom() == 600 - 20 - 12 - 1
    timed.turn(False)
    assert timed.isHidden()
    timed.source.scenario_changed.emit(None)
    assert timed.changes == 0
    frame_before = list(timed.frames)
    timed.turn(False)
    timed.turn(True)
    timed._timer.stop()
    assert (list(timed.frames), timed.changes) == (frame_before, 0)


# What is found


def test_that_the_best_comes_first_and_all_words_must_be_there():
    every = [
        Command("Save", "Ctrl+S", lambda: None),
        Command("Power budget", "Power", lambda: None, leads=True),
        Command("Page: Power", "", lambda: None, leads=True),
        Command("Overpowering", "", lambda: None),
        Command("More power", "", lambda: None),
        Command("Else", "powerful", lambda: None),
    ]
    texts = [command.text for command in found(every, "power")]
    assert texts[0] in ("Power budget", "Page: Power")
    assert set(texts[:2]) == {"Power budget", "Page: Power"}
    assert texts[2:] == ["More power", "Overpowering", "Else"]
    assert [command.text for command in found(every, "POWER bud")] == ["Power budget"]
    assert found(every, "power save") == []
    assert len(found(every, "")) == len(every)


# What is dropped


def dragged(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_that_only_files_of_this_machine_are_taken_and_not_too_many():
    assert dropped_files(dragged("file:///a/b.headroom")) == [Path("/a/b.headroom")]
    assert dropped_files(dragged("file:///a", "https://example.org/b")) == []
    assert dropped_files(QMimeData()) == []
    many = [f"file:///{n}" for n in range(MOST + 1)]
    assert len(dropped_files(dragged(*many[:MOST]))) == MOST
    assert dropped_files(dragged(*many)) == []


def test_that_one_file_is_opened_and_several_are_compared(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    drop, told = Drops(window), []
    drop.dropped.connect(told.append)
    drop.several.connect(told.append)
    assert window.acceptDrops()
    assert not field.acceptDrops()  # it would take the name as text

    def send(data: QMimeData) -> bool:
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
        return drop.eventFilter(window, event)

    assert send(dragged("file:///a"))
    assert send(dragged("file:///a", "file:///b"))
    assert not send(QMimeData())
    assert told == [Path("/a"), [Path("/a"), Path("/b")]]
    assert not drop.eventFilter(window, QEvent(QEvent.Type.Paint))


@pytest.mark.parametrize(
    ("offered", "proposed", "taken"),
    [
        ("copy", "copy", "copy"),
        ("copy move link", "move", "copy"),  # with Shift held: the source would delete the file
        ("copy move", "copy", "copy"),
        ("move link", "move", "link"),
        ("move", "move", None),
    ],
)
def test_that_a_source_is_never_told_that_its_file_was_moved(qtbot, offered, proposed, taken):
    window = QWidget()
    qtbot.addWidget(window)
    drop, told = Drops(window), []
    drop.dropped.connect(told.append)
    of = {"copy": Qt.DropAction.CopyAction, "move": Qt.DropAction.MoveAction}
    of["link"] = Qt.DropAction.LinkAction
    possible = Qt.DropAction(0)
    for name in offered.split():
        possible |= of[name]
    shift = Qt.KeyboardModifier.ShiftModifier if proposed == "move" else None
    keys = shift or Qt.KeyboardModifier.NoModifier
    data, left = dragged("file:///a"), Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), possible, data, left, keys)
    assert event.proposedAction() == of[proposed]
    event.ignore()
    assert drop.eventFilter(window, event)
    assert event.isAccepted() is (taken is not None)
    if taken:
        assert event.dropAction() == of[taken]
    assert told == ([Path("/a")] if taken else [])


# What is read


@pytest.fixture
def browser(qtbot):
    made = HelpBrowser()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def test_that_letters_of_the_help_grow_and_shrink_within_bounds(browser):
    factors = [browser.zoom_factor]
    for steps in (1, 1, 9, 1, -1, -9, -1, 0):
        browser.zoom(steps)
        factors.append(browser.zoom_factor)
    assert factors == [1.0, 1.15, 1.3, 1.8, 1.8, 1.5, 0.8, 0.8, 1.0]


def test_that_a_link_leads_to_a_page_of_ours_or_to_the_browser(browser, monkeypatch):
    wanted, opened = [], []
    browser.page_wanted.connect(lambda *said: wanted.append(said))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    browser.show_page("manual", "# One")
    for link in ("levers.md#power", "#two", "https://example.org/a", "http://example.org"):
        browser._follow(QUrl(link))
    assert wanted == [("levers", "power"), ("manual", "two")]
    assert opened == ["https://example.org/a", "http://example.org"]


def test_that_what_was_searched_for_is_marked_wherever_it_stands(browser):
    browser.show_page("manual", "Power and more power.\n\nNo POWER.", words="power")
    marked = [mark.cursor.selectedText() for mark in browser.extraSelections()]
    assert marked == ["Power", "power", "POWER"]
    browser.show_page("manual", "Power and more power.\n\nNo POWER.", words="nothing")
    assert browser.extraSelections() == []


def test_that_an_anchor_has_its_place_and_none_is_the_beginning():
    document = QTextDocument()
    document.setHtml("<p>One</p><p><a name='two'>Two</a></p>")
    assert place_of("two", document) == 4
    assert place_of("three", document) == 0


def test_that_a_picture_is_the_theme_s_and_no_wider_than_the_page(browser):
    kind = QTextDocument.ResourceType.ImageResource.value
    style = QTextDocument.ResourceType.StyleSheetResource.value
    names = [path.name for path in (ROOT / "help").glob("*-light.png")]
    assert names
    picture = browser.loadResource(kind, QUrl(names[0]))
    assert picture.width() / picture.devicePixelRatio() <= browser.viewport().width() - 64
    assert browser._picture(names[0]).name.endswith("-light.png")
    dark = names[0].replace("-light.png", "-dark.png")
    browser.use_palette(DARK)
    assert browser._picture(names[0]).name == dark
    assert browser.loadResource(kind, QUrl("nothing-light.png")) is None
    assert browser.loadResource(kind, QUrl("https://example.org/a.svg")) is None
    assert browser.loadResource(style, QUrl(names[0])) is None


# The rail


def test_that_a_long_title_has_a_line_for_each_word(qapp):
    assert on_lines("Two words of") == "Two words of"
    assert on_lines("Three words of") == "Three\nwords\nof"


def test_that_a_page_s_drawing_has_its_colour_and_size(qapp):
    picture = drawing("overview", LIGHT.accent, 44)
    assert (picture.width(), picture.height()) == (44, 44)
    image = picture.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(44)
        for y in range(44)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {LIGHT.accent.lower()}
    other = drawing("no such page", LIGHT.accent, 44).toImage()
    assert other == image  # one that is always there
