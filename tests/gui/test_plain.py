"""What comes from a file is text: no place of the window takes it for markup or loses its `&`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from engine import Document
from engine.files import scenario_files
from gui.charts.chart_menu import chart_menu
from gui.charts.panel import ChartPanel
from gui.pages.supply.chips import ChipsPage
from gui.widgets import plain, questions
from tests.gui.reports import example

IMAGE = '<img src="file:///nowhere/mark.png" width="300">'
LINK = "<a href='file:///etc/passwd'>R & D</a>"
FILE = "<img src=mark.png><h1>R & D<b>[*]&amp;.headroom"
SIGNS = ("mark.png", "etc/passwd", "<h1>", "R & D", "R && D", "R &amp; D", "R  D")


def hostile_file(folder: Path) -> Path:
    """A file in which every text that may be any text is markup with an `&`."""
    text = scenario_files.text_of(Document(example("one_supplier_gpu")))
    content = json.loads(text)
    content["name"] = f"{IMAGE}{LINK} name"
    content["notes"] = f"{IMAGE}\n{LINK} notes"
    content["catalogue"]["name"] = f"{IMAGE}{LINK} catalogue"
    for number, chip in enumerate(content["catalogue"]["chips"]):
        chip["name"] = f"{LINK}{IMAGE} {number}"
        chip["source"] = f"{LINK}{IMAGE} source"
        chip[f"{IMAGE} key of a chip"] = 1
    version = {key: value for key, value in content.items() if key != "versions"}
    saved = "2026-11-28T12:00:00Z"
    content["versions"] = [{"name": f"{IMAGE}{LINK} version", "saved": saved, "file": version}]
    content[f"{IMAGE}{LINK} key"] = "unknown"
    path = folder / FILE
    path.write_text(json.dumps(content), "utf-8")
    return path


def is_rich(text: str) -> bool:
    return TextQt.mightBeRichText(text)


def is_from_file(text: str) -> bool:
    return any(sign in text for sign in SIGNS)


def has_live_markup(text: str) -> bool:
    """Whether Qt would read a tag that the file wrote."""
    return is_rich(text) and bool(re.search(r"<(img|a |h1|b>R)", text.replace("\u2060", "")))


def faults_of_label(label: QLabel) -> Iterator[str]:
    text, form = label.text(), label.textFormat()
    guessed = form == Qt.TextFormat.AutoText and is_rich(text)
    if (
        is_from_file(text)
        and form != Qt.TextFormat.PlainText
        and (guessed or form != Qt.TextFormat.AutoText)
    ):
        yield f"label {text!r}"
    if is_from_file(text) and label.buddy() is not None and "&" in plain.as_read(text):
        yield f"label with a buddy {text!r}"


def faults_of_keys(text: str, what: str) -> Iterator[str]:
    """An `&` that would underline a letter in the place of being read."""
    if is_from_file(text) and "R & D" not in " ".join(plain.as_read(text).split()):
        yield f"{what} lost its & in {text!r}"


def faults_of_model(model: QAbstractItemModel, what: str) -> Iterator[str]:
    columns = [0]
    if not isinstance(model, QAbstractListModel):
        columns = list(range(model.columnCount(QModelIndex())))
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in columns:
            tip = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and is_from_file(tip) and is_rich(tip):
                yield f"tip of a cell of {what}: {tip!r}"


def faults() -> list[str]:
    """Of everything that there is now, seen or not."""
    found: list[str] = []
    for widget in QApplication.allWidgets():
        name = f"{type(widget).__name__} {widget.objectName()}"
        for text in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            if is_from_file(text) and is_rich(text):
                found.append(f"tip of {name}: {text!r}")
        if isinstance(widget, QLabel):
            found += faults_of_label(widget)
        if isinstance(widget, QAbstractButton):
            found += faults_of_keys(widget.text(), f"button {name}")
        if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
            found += faults_of_model(widget.model(), name)
        for action in widget.actions():
            found += faults_of_action(action)
    return found


def faults_of_action(action: QAction) -> Iterator[str]:
    yield from faults_of_keys(action.text(), "entry")
    for text in (action.toolTip(), action.statusTip(), action.whatsThis()):
        if is_from_file(text) and is_rich(text):
            yield f"tip of an entry: {text!r}"


@pytest.fixture
def hostile(window, tmp_path: Path):
    """The window on a hostile file, changed and its baseline pinned."""
    path = hostile_file(tmp_path)
    assert window.file.open_path(path)
    window.session.pin_baseline(window.session.scenario)
    window.session.edit("power_budget_gw", 3.0)
    return window


def shown_pages(window, qtbot) -> Iterator[QWidget]:
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(0)
        QApplication.processEvents()
        yield window.pages.currentWidget()


def test_that_no_page_takes_a_file_s_text_for_markup(hostile, qtbot) -> None:
    seen = []
    for page in shown_pages(hostile, qtbot):
        assert not faults(), type(page).__name__
        seen += [label.text() for label in page.findChildren(QLabel)]
    assert hostile.pages.count() == len(hostile.pages.keys) >= 6
    assert len(seen) > 20


def test_that_no_tip_that_is_asked_for_takes_it_for_markup(hostile, qtbot, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *rest: said.append(text))
    for _ in shown_pages(hostile, qtbot):
        for widget in hostile.findChildren(QWidget):
            # what a page has let go of meanwhile is asked nothing
            if isValid(widget) and widget.isVisible():
                at = QPoint(widget.width() // 2, widget.height() // 2)
                event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
                QApplication.sendEvent(widget, event)
    assert len(said) > 10
    assert not [text for text in said if has_live_markup(text)]


def test_that_the_sources_of_chips_are_read_whole_in_their_tips(hostile) -> None:
    model = hostile.pages["supply"].findChild(ChipsPage).model
    tips = [
        model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole)
        for column in range(model.columnCount())
    ]
    (source,) = [text for text in tips if text and "source" in text]
    assert source.replace("\u2060", "").replace("\n", " ") == f"{LINK}{IMAGE} source"
    assert not is_rich(source)


def test_that_the_title_shows_the_name_with_its_brackets(hostile) -> None:
    title = hostile.windowTitle()
    assert title.endswith("[*] - Headroom")
    assert "R & D" in title
    assert title.count("[*][*]") == 1


def test_that_the_question_before_leaving_is_plain(hostile) -> None:
    box = questions.save_question(hostile, hostile.session.scenario.name)
    box.show()
    (label,) = [w for w in box.findChildren(QLabel) if is_from_file(w.text())]
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == f"Save the changes to “{IMAGE}{LINK} name”?"
    assert not faults()
    box.close()
    box.deleteLater()


def test_that_undo_and_the_palette_keep_the_sign(hostile, monkeypatch) -> None:
    hostile.session.history.clear()
    hostile.session.replace(example(), LINK)
    entry = hostile.actions_by_key["edit.undo"]
    assert entry.text() == f"&Undo {LINK.replace('&', '&&')}"
    assert not is_rich(entry.toolTip())
    opened = []
    monkeypatch.setattr(hostile.edit.palette, "open", opened.extend)
    hostile.edit.command_palette()
    offered = [command.text for command in opened]
    assert "Undo" in offered  # by its plain name, whatever would be undone
    assert not [text for text in offered if LINK in text or is_rich(text)]


def test_that_no_dialog_takes_a_file_s_text_for_markup(hostile, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: (k["text"], False))
    hostile.edit.rename()
    hostile.exporter.report()
    hostile.edit.settings()
    hostile.help.contents()
    hostile.file.duplicate()
    hostile.file.recent.fill()
    QApplication.processEvents()
    assert not faults()
    assert any("R & D" in plain.as_read(a.text()) for a in hostile.file.recent.actions())
    hostile.exporter._dialog.close()
    hostile.edit.close()


def test_that_a_chart_s_menu_keeps_the_sign(hostile, qtbot) -> None:
    for page in shown_pages(hostile, qtbot):
        for panel in page.findChildren(ChartPanel):
            menu = chart_menu(panel, panel)
            for entry in [
                a for each in (menu, *menu.findChildren(type(menu))) for a in each.actions()
            ]:
                assert not list(faults_of_action(entry))
            menu.close()
            menu.deleteLater()


def test_that_a_refused_file_is_told_in_plain_text(hostile, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>.headroom"
    path.write_text(json.dumps({"format": IMAGE}))
    assert not hostile.file.open_path(path)
    assert "<img src=x>" in hostile.messages.text
    assert IMAGE in hostile.messages.text
    assert not faults()


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "a <b>c</b>",
        "&lt;b>",
        " <img src='x'>",
        "a<br/>b<br>",
    ],
)
def test_that_a_plain_text_is_one_and_reads_the_same(text: str) -> None:
    made = plain.plain(text)
    assert is_rich(text)
    assert not is_rich(made)
    assert made.replace("\u2060", "") == text


@pytest.mark.parametrize("text", ["", "1 < 2", "a > b & c", "5 GW", "x <- y"])
def test_that_other_texts_are_left_alone(text: str) -> None:
    assert plain.plain(text) == text
    assert plain.tip(text) == text


def test_that_a_long_tip_is_broken_into_lines() -> None:
    made = plain.tip("<b>" + "word " * 100)
    assert max(map(len, made.split("\n"))) <= 102
    assert made.split() == (f"<\u2060b>{'word ' * 100}").split()


@pytest.mark.parametrize(("text", "entry"), [("R&D", "R&&D"), ("&&", "&&&&"), ("a", "a")])
def test_that_a_sign_in_a_menu_comes_back_as_it_was(text: str, entry: str) -> None:
    assert plain.without_keys(text) == entry
    assert plain.as_read(entry) == text
    assert plain.as_read("&Undo " + entry) == "Undo " + text


def test_that_the_mark_of_changes_is_doubled_in_a_title() -> None:
    assert plain.in_title("a[*]b") == "a[*][*]b"


def test_that_no_room_of_the_window_makes_labels_of_its_own() -> None:
    """A QLabel guesses; the one that does not is PlainLabel."""
    own = Path(plain.__file__)
    others = [p for p in own.parent.parent.rglob("*.py") if p != own]
    assert len(others) > 100
    made = [p.name for p in others if re.search(r"\bQLabel\((?!\w*\.)", p.read_text("utf-8"))]
    assert made == []
