"""Nothing is written that can't be read again, and what is too long is told when it is typed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog

from engine import Document, Scenario, ScenarioError, Version
from engine.files import scenario_files
from engine.files.scenario_files import DEEPEST, LARGEST_DOCUMENT, LARGEST_FILE
from gui.document import recovery, templates
from gui.document.orphans import orphans
from gui.document.session import Session
from gui.report import carried
from gui.report.carried import found_in
from gui.report.content import Order, gather
from gui.report.options import Options
from gui.report.verify import Verifier
from gui.report.write import ReportWriter

LONG = "x" * 1_980_000
WIDE = "計" * 640_000  # 1.9 MB in UTF-8, 3.8 MB escaped
FULL = "size = 2,"


@pytest.fixture
def session(qapp) -> Session:
    return Session(templates.default_document())


def written_again(document: Document, folder: Path) -> Document:
    scenario_files.save(document, folder / "again.headroom")
    return scenario_files.load(folder / "again.headroom")


# While it is typed


@pytest.mark.parametrize("letter", ["x", "計", "🚀", "\x01", '"'])
def test_that_notes_are_taken_as_long_as_the_file_can_be_saved(session, tmp_path, letter) -> None:
    each = len(json.dumps(letter, ensure_ascii=False).encode()) - 2
    most = (LARGEST_DOCUMENT - len(scenario_files.text_of(session.document).encode())) // each
    session.edit("notes", letter * most)
    found = written_again(session.document, tmp_path)
    assert found.scenario.notes == letter * most
    with pytest.raises(ScenarioError) as caught:
        session.edit("notes", letter * (LARGEST_DOCUMENT // each))
    assert str(caught.value).startswith(FULL)
    assert str(caught.value).endswith("bytes: a scenario file has at most 2,000,000 bytes")
    assert session.scenario.notes == letter * most


def test_that_levers_find_room_in_a_file_that_its_notes_have_filled(session, tmp_path) -> None:
    base = len(scenario_files.text_of(session.document).encode())
    session.edit("notes", "x" * (LARGEST_DOCUMENT - base - 100))
    event = {"kind": "supply_stop", "scope": "trainium", "start_month": 100}
    event |= {"duration_months": 600, "severity": 0.12345678901234567}
    session.edit("events", [event] * 500)
    session.edit("revenue_anchors", [[t, 123456.78901234567 + t] for t in range(500)])
    assert written_again(session.document, tmp_path).scenario == session.scenario


def test_that_a_name_too_long_is_told_and_not_taken(session) -> None:
    with pytest.raises(ScenarioError, match="at most 2,000,000 bytes"):
        session.edit("name", "n" * LARGEST_DOCUMENT)
    assert not session.modified


def test_that_the_notes_page_takes_back_what_is_too_long(window) -> None:
    page = window.pages["notes"]
    page.notes.setPlainText("before after")
    cursor = page.notes.textCursor()
    cursor.setPosition(len("before "))
    page.notes.setTextCursor(cursor)
    page.notes.insertPlainText("計" * 700_000)
    assert "at most 2,000,000 bytes" in window.messages.text
    assert page.notes.toPlainText() == "before after"
    assert page.notes.textCursor().position() == len("before ")
    page.notes.insertPlainText("and ")
    assert window.session.scenario.notes == "before and after"


def test_that_the_name_s_field_takes_back_what_is_too_long(window, qtbot) -> None:
    page, name = window.pages["notes"], window.session.scenario.name
    page.name.setText("")
    page.name.insert("n" * 2_050_000)
    page.name.textEdited.emit(page.name.text())
    assert "at most 2,000,000 bytes" in window.messages.text
    assert page.name.text() == window.session.scenario.name == name


def test_that_a_very_long_name_that_is_not_touched_stays_whole(window) -> None:
    window.session.edit("name", "n" * 40_000)
    page = window.pages["notes"]
    assert page.name.text() == "n" * 40_000
    page.name.editingFinished.emit()
    assert window.session.scenario.name == "n" * 40_000


def test_that_renaming_and_duplicating_tell_it_too(window, monkeypatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("n" * 2_000_000, True))
    window.actions_by_key["edit.rename"].trigger()
    assert "at most 2,000,000 bytes" in window.messages.text
    window.session.edit("notes", "")
    base = len(scenario_files.text_of(window.session.document).encode())
    window.session.edit("notes", "x" * (LARGEST_DOCUMENT - base - 3))
    before = window.session.scenario
    window.messages.hide()
    window.file.duplicate()
    assert "at most 2,000,000 bytes" in window.messages.text
    assert window.session.scenario == before


def test_that_a_version_is_kept_only_where_the_file_has_room(session, tmp_path) -> None:
    session.edit("notes", "x" * 900_000)
    session.keep_version("one")
    assert len(written_again(session.document, tmp_path).versions) == 1
    with pytest.raises(ScenarioError, match="remove one"):  # more than a MB of versions
        session.keep_version("two")
    session.edit("notes", "x" * 1_050_000)
    assert written_again(session.document, tmp_path).versions == session.versions


def test_that_a_version_with_long_notes_is_not_restored_into_a_full_file(session) -> None:
    session.edit("notes", "y" * 900_000)
    session.keep_version("long")
    session.edit("notes", "")
    others = tuple(
        replace(session.versions[0], name=f"{n}", file={**session.versions[0].file, "notes": "z"})
        for n in range(3)
    )
    unknown = {"kept": "k" * 800_000}
    full = Document(session.scenario, unknown, versions=(*session.versions, *others))
    session.open(full, None)
    with pytest.raises(ScenarioError, match="at most 2,000,000 bytes"):
        session.restore_version(session.versions[0])
    assert session.scenario.notes == ""


# Deeply nested keys that are kept


def nested(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def test_that_what_is_kept_is_read_again_inside_a_version(session, tmp_path) -> None:
    plain = Document(Scenario(), {"deep": nested(DEEPEST)})
    session.open(written_again(plain, tmp_path), None)
    session.keep_version("deep")
    again = written_again(session.document, tmp_path)
    session.open(again, None)
    session.restore_version(session.versions[0])
    deeper = scenario_files.text_of(Document(Scenario(), {"deep": nested(DEEPEST + 1)}))
    with pytest.raises(ScenarioError, match="deep: nested deeper than 50 levels"):
        scenario_files.parse(deeper.encode())
    inside = Version("v", "2026", {"deep": nested(DEEPEST + 10)})
    with pytest.raises(ScenarioError, match="versions: nested deeper than"):
        scenario_files.parse(
            scenario_files.text_of(Document(Scenario(), versions=(inside,))).encode()
        )


# After a crash


@pytest.mark.parametrize("notes", [LONG, WIDE])
def test_that_the_longest_unsaved_work_is_found_again(session, notes, tmp_path) -> None:
    session.edit("notes", notes)
    kept = recovery.Recovery(session, 60)
    kept.start()
    kept.write_now()
    text = json.dumps({"path": "", "written": ""})
    assert kept.file.stat().st_size > len(notes.encode()) + len(text)
    kept._lock.release()
    [orphan] = orphans()
    assert orphan.document.scenario.notes == notes
    orphan.take()


def test_that_work_beyond_what_a_file_may_have_is_kept_safe_all_the_same(session) -> None:
    # as a file of another program, without a space, that is longer when it is written
    versions_ = tuple(Version(f"{n}", "2026", {"a": "v" * 700_000}) for n in range(4))
    session.recover(Document(Scenario(notes=LONG), versions=versions_), None)
    assert len(scenario_files.text_of(session.document)) > 2 * LARGEST_FILE
    kept = recovery.Recovery(session, 60)
    kept.start()
    kept.write_now()
    kept._lock.release()
    [orphan] = orphans()
    assert orphan.document.versions == versions_
    orphan.take()


def test_that_what_recovery_could_not_read_again_it_does_not_write(session) -> None:
    versions_ = (Version("huge", "2026", {"a": "v" * recovery.LARGEST}),)
    session.recover(Document(Scenario(), versions=versions_), None)
    kept = recovery.Recovery(session, 60)
    kept.start()
    with pytest.raises(ScenarioError, match="at most 8,400,000 bytes"):
        kept.write_now()
    assert not kept.file.exists()
    kept.close()


# In a report


@pytest.mark.parametrize("notes", [WIDE, "é" * 990_000, "🚀" * 490_000])
def test_that_a_report_s_files_carry_the_longest_notes(qapp, tmp_path, notes) -> None:
    scenario = Scenario(notes=notes).having(horizon_months=12)
    order = Order(Document(scenario), replace(scenario, name="Base"))
    content = gather(order)
    writer = ReportWriter(tmp_path, Options(formats=("csv",), scale=1))
    try:
        paths = [path for path in writer.report(content, "r") if path is not None]
        paths.append(writer.chart(content, "capacity", tmp_path / "c.png"))
    finally:
        writer.close()
    for path in (paths[0], paths[-1], carried.sidecar(paths[0])):
        found = found_in(path)
        assert found.copy
        assert found.document.scenario == scenario
        assert found.baseline == order.baseline
    assert Verifier().verify(paths[0]).identical


def test_that_what_no_file_can_carry_is_refused_before_it_is_written() -> None:
    order = Order(Document(Scenario(notes=WIDE)))
    with pytest.raises(ScenarioError, match="too much for a report's file to carry"):
        carried.payload(order, "picture", "", (), [Scenario(notes=WIDE)] * 5)
    with pytest.raises(ScenarioError, match="too much for a report's file to carry"):
        carried.payload(order, "picture", "", (), [Scenario()] * 101)
