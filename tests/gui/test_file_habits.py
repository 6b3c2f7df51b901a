"""Opening, dropping, handing over, duplicating, reverting, pasting: what every document does."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent, QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from engine import PARAMETERS, Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.document import templates
from gui.pages.supply.chips_model import ChipTable
from gui.system.settings import Settings
from gui.system.single_instance import FirstWindow, hand_over, server_name
from gui.widgets import questions
from gui.window.file_drop import dropped_files

ROOT = Path(__file__).parents[2]
CLOSED = QLocalSocket.LocalSocketState.UnconnectedState


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan").having(power_budget_gw=4.0)), path)
    return path


# Recent files


def entries(window):
    window.file.recent.fill()
    return {a.text(): a for a in window.file.recent.actions() if a.text()}


def test_that_recent_files_list_the_newest_first_and_grey_what_is_gone(window, tmp_path):
    for name in ("a", "b"):
        scenario_files.save(Document(Scenario()), tmp_path / f"{name}.headroom")
        window.file.open_path(tmp_path / f"{name}.headroom")
    (tmp_path / "a.headroom").unlink()
    listed = entries(window)
    assert [Path(text).name for text in listed][:2] == ["b.headroom", "a.headroom"]
    assert [action.isEnabled() for action in listed.values()][:2] == [True, False]


def test_that_a_pinned_file_stays_on_top_when_the_list_is_cleared(window, plan, tmp_path):
    window.file.open_path(plan)
    entries(window)["&Pin this file"].trigger()
    other = tmp_path / "other.headroom"
    scenario_files.save(Document(Scenario()), other)
    window.file.open_path(other)
    assert Settings().listed_files == [plan, other]
    assert next(iter(entries(window))).startswith("★ ")
    entries(window)["&Clear the list (pinned files stay)"].trigger()
    assert Settings().listed_files == [plan]


# From outside


def test_that_a_file_dragged_onto_the_window_opens(window, plan):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 500), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.session.path is None
    drop = QDropEvent(QPointF(500, 500), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(window, drop)
    assert window.session.path == plan


def test_that_a_dragged_file_that_is_no_scenario_is_refused_and_the_work_stays(window, tmp_path):
    window.session.edit("power_budget_gw", 3.0)
    picture = tmp_path / "a.bin"
    picture.write_bytes(b"\x89\x00")
    window.file.open_dropped(picture)  # and it does not ask whether to save, either
    assert "is not UTF-8 text" in window.messages.text
    assert window.session.scenario.power_budget_gw == 3.0


def test_that_only_files_of_this_machine_are_taken_and_no_more_than_a_comparison_has():
    data = QMimeData()
    assert dropped_files(data) == []
    data.setUrls([QUrl.fromLocalFile("/c"), QUrl("https://example.org/a.headroom")])
    assert dropped_files(data) == []
    data.setUrls([QUrl.fromLocalFile("/a"), QUrl.fromLocalFile("/b")])
    assert dropped_files(data) == [Path("/a"), Path("/b")]
    data.setUrls([QUrl.fromLocalFile(f"/{place}") for place in range(13)])
    assert dropped_files(data) == []


def test_that_a_file_opened_from_the_finder_opens_in_the_window(window, qapp, plan):
    qapp.file_wanted.connect(window.file.open_from_outside)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(plan))))
    assert window.session.path == plan
    qapp.file_wanted.disconnect(window.file.open_from_outside)


@pytest.fixture
def first(window):
    found = FirstWindow()
    found.asked.connect(window.file.open_from_outside)
    yield found
    found.close()
    found.deleteLater()


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
app.setApplicationName("Headroom")
app.setOrganizationName("Headroom")
from gui.system.single_instance import hand_over
paths = [Path(path) for path in sys.argv[1:]]
path = paths[0] if len(paths) == 1 else None
sys.exit(0 if hand_over(path, beside=paths if path is None else ()) else 3)
"""


def second(*arguments):
    return subprocess.Popen([sys.executable, "-c", SECOND, *map(str, arguments)], cwd=ROOT)


def test_that_a_second_start_hands_its_file_to_the_first_window(window, qtbot, first, plan):
    assert first.listen()
    window.showMinimized()
    start = second(plan)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=20_000)
    assert start.returncode == 0
    assert window.session.path == plan
    assert not window.isMinimized()


def test_that_a_second_start_hands_several_files_over_to_be_compared(
    window, qtbot, first, tmp_path
):
    paths = [tmp_path / f"{name}.headroom" for name in "ab"]
    for path in paths:
        scenario_files.save(Document(Scenario(name=path.stem)), path)
    first.beside_asked.connect(window.compare.add_paths)
    assert first.listen()
    start = second(*paths)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.pages.key == "compare")
    columns = window.pages["compare"].comparison.columns
    assert [column.name for column in columns][2:] == ["a", "b"]


def test_that_a_second_start_finds_nobody_where_nobody_listens():
    assert not hand_over(None)


def test_that_the_socket_of_a_crashed_program_is_cleared_away(window, first):
    if sys.platform == "win32":
        return  # a pipe goes with its program
    code = (
        "import os, sys\nfrom PySide6.QtCore import QCoreApplication\n"
        "from PySide6.QtNetwork import QLocalServer\napp = QCoreApplication([])\n"
        "assert QLocalServer().listen(sys.argv[1]) or True\n"
        "server = QLocalServer()\nassert server.listen(sys.argv[1] + 'x')\n"
        "print(server.fullServerName(), flush=True)\nos._exit(9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, server_name()[:-1]],
        capture_output=True,
        text=True,
        check=False,
    )
    left = Path(done.stdout.strip())
    assert left.exists()
    left.rename(server_name())
    assert not hand_over(None)
    assert first.listen()


def test_that_nonsense_from_a_socket_opens_nothing(window, qtbot, first):
    assert first.listen()
    asked = []
    first.asked.connect(asked.append)
    for line in (b"\xff\xfe\n", b"[]\n", b'{"shut": 1}\n', b"x" * 70_000):
        socket = QLocalSocket()
        socket.connectToServer(server_name())
        assert socket.waitForConnected(1000)
        socket.write(line)
        socket.flush()
        qtbot.waitUntil(lambda s=socket: s.state() == CLOSED)
    assert asked == []
    QLocalServer.removeServer(server_name())


def test_that_another_user_or_another_home_has_another_server(monkeypatch, tmp_path):
    name = server_name()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert server_name() != name


# Save as, duplicate, revert


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path), ""))


def test_that_saving_in_another_format_is_refused_in_one_line(window, monkeypatch, tmp_path):
    for name in ("a.json", "a.PNG", "a.xlsx", "a.pdf"):
        choose(monkeypatch, tmp_path / name)
        assert not window.file.save_as()
        assert window.messages.text == (
            f"{name}: a scenario is saved as .headroom; pictures and tables are in the menu Export"
        )
        assert not (tmp_path / name).exists()


def test_that_a_name_without_the_ending_gets_it(window, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path / "plan v1.2")
    assert window.file.save_as()
    assert window.session.path == tmp_path / "plan v1.2.headroom"


def test_that_a_file_the_dialog_did_not_ask_about_is_not_replaced_unasked(
    window, monkeypatch, plan
):
    before = plan.read_bytes()
    choose(monkeypatch, plan.with_suffix(""))
    assert not window.file.save_as()
    assert plan.read_bytes() == before
    window.messages.buttons["Replace it"].click()
    assert plan.read_bytes() != before


def test_that_a_duplicate_goes_on_without_a_file_and_the_file_stays(window, plan):
    window.file.open_path(plan)
    window.session.edit("power_budget_gw", 9.0)
    window.file.duplicate()
    assert window.session.path is None
    assert window.session.scenario.name == "Plan (copy)"
    assert window.session.scenario.power_budget_gw == 9.0
    assert window.session.modified
    assert scenario_files.load(plan).scenario.power_budget_gw == 4.0


def test_that_reverting_can_be_undone(window, plan):
    window.file.open_path(plan)
    window.session.edit("power_budget_gw", 9.0)
    window.file.revert()
    assert window.session.scenario.power_budget_gw == 4.0
    assert not window.session.modified
    window.session.history.undo()
    assert window.session.scenario.power_budget_gw == 9.0


def test_that_a_scenario_without_a_file_reverts_to_its_beginning(window):
    before = window.session.scenario
    window.session.edit("power_budget_gw", 9.0)
    window.file.revert()
    assert window.session.scenario == before
    assert window.session.history.canUndo()


def test_that_leaving_unsaved_work_by_opening_an_example_asks(window, monkeypatch):
    window.session.edit("power_budget_gw", 9.0)
    monkeypatch.setattr(questions, "ask_to_save", lambda *a, **k: QMessageBox.StandardButton.Cancel)
    window.file.open_example("power_starved")
    assert window.session.scenario.power_budget_gw == 9.0


# The clipboard


def test_that_a_copied_scenario_is_pasted_as_one_step(window):
    window.session.edit("power_budget_gw", 9.0)
    copied = window.session.scenario
    window.edit.copy_scenario()
    window.file._open(templates.default_document(), None)
    window.edit.paste_scenario()
    assert window.session.scenario == copied
    window.session.history.undo()
    assert window.session.scenario.power_budget_gw == 1.6
    assert not window.session.history.canUndo()


def test_that_a_flat_object_is_pasted(window):
    flat = {row.key: scenario_files.plain(row.default) for row in PARAMETERS}
    QGuiApplication.clipboard().setText(json.dumps(flat | {"title": "Flat"}))
    window.edit.paste_scenario()
    assert window.session.scenario == Scenario(name="Flat")


def test_that_anything_else_is_refused_in_one_line(window):
    before = window.session.scenario
    for text in ("", "hello", "{}", "[1]", '{"wacc": 99}'):
        QGuiApplication.clipboard().setText(text)
        window.edit.paste_scenario()
        assert window.messages.text.startswith("Clipboard: ")
        assert "\n" not in window.messages.text
        assert window.session.scenario is before


def test_that_two_hundred_mixed_edits_undone_and_redone_give_the_same_bytes(window):
    session, chance = window.session, random.Random(5)
    rows = [row for row in PARAMETERS if row.kind in ("number", "whole")]
    chips = ChipTable(session)
    before = scenario_files.text_of(session.document)
    steps = 0
    while steps < 200:
        count = session.history.count()
        try:
            kind = chance.randrange(12)
            if kind == 0:
                session.edit("name", f"Plan {steps}")
            elif kind == 1:
                session.edit("notes", f"Step {steps}\nof many")
            elif kind == 2:
                session.keep_version(f"v{steps}")
            elif kind == 3 and session.versions:
                session.restore_version(chance.choice(session.versions))
            elif kind == 4 and session.versions:
                session.remove_version(chance.choice(session.versions))
            elif kind == 6:
                chips.add(chance.randrange(chips.rowCount()), chance.choice(("", "amd", "asic")))
            elif kind == 7 and chips.rowCount() > 3:
                chips.remove(chance.randrange(chips.rowCount()))
            elif kind == 5:
                share = round(chance.random(), 2)
                first, *_, last = session.scenario.families
                even = dict.fromkeys(session.scenario.families, 0.0)
                session.edit("mix", even | {first: share, last: 1 - share})
            else:
                row = chance.choice(rows)
                value = row.low + (row.high - row.low) * chance.random()
                session.edit(row.key, int(value) if row.whole else value)
        except ScenarioError:
            continue
        steps += session.history.count() - count
    after = scenario_files.text_of(session.document)
    while session.history.canUndo():
        session.history.undo()
    assert scenario_files.text_of(session.document) == before
    assert not session.modified
    while session.history.canRedo():
        session.history.redo()
    assert scenario_files.text_of(session.document) == after


def test_that_the_app_starts_hands_over_and_ends(tmp_path, plan):
    """Two real starts: the second ends at once, the first has its file."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    code = (
        "import sys, gui.app\nfrom PySide6.QtCore import QTimer\n"
        "out, sys.stdout, sys.stderr = sys.stdout, None, None  # as after a double click\n"
        "from gui.system.single_instance import FirstWindow\nlisten = FirstWindow.listen\n"
        "def listens(self):\n    listen(self)\n    window = self.parent()\n"
        "    window.session.opened.connect(lambda: (print(window.session.path, file=out,"
        " flush=True), QTimer.singleShot(0, window.close)))\n"
        "    QTimer.singleShot(0, lambda: print('started', file=out, flush=True))\n"
        "FirstWindow.listen = listens\nsys.exit(gui.app.main([]))\n"
    )
    one = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    )
    assert one.stdout is not None
    assert one.stdout.readline() == "started\n"
    two = subprocess.run(
        [sys.executable, "-m", "gui", str(plan)], cwd=ROOT, env=env, check=False, timeout=120
    )
    assert two.returncode == 0
    assert one.stdout.readline() == f"{plan}\n"
    assert one.wait(60) == 0
    one.stdout.close()


def test_that_save_never_writes_a_scenario_into_a_file_of_another_format(
    window, monkeypatch, tmp_path
):
    flat = tmp_path / "flat.json"
    flat.write_text(json.dumps({row.key: scenario_files.plain(row.default) for row in PARAMETERS}))
    before = flat.read_bytes()
    window.file.open_path(flat)
    window.session.edit("power_budget_gw", 9.0)
    asked = []

    def choose_as_offered(parent, title, start, kinds):
        asked.append(start)
        return start, kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_as_offered)
    assert window.file.save()
    assert asked == [str(tmp_path / "flat.headroom")]
    assert flat.read_bytes() == before
    assert scenario_files.load(tmp_path / "flat.headroom").scenario.power_budget_gw == 9.0
