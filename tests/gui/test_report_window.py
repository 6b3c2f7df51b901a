"""Reports and the clipboard from the window: asked for, cancelled, and copied."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from engine import simulate
from gui.report import dialog as dialog_module
from gui.report.carried import found_in
from gui.report.options import checked
from gui.report.verify import Verifier


@pytest.fixture
def dialog(window, tmp_path: Path):
    """The Report window, opened by its menu."""
    window.actions_by_key["exporter.report"].trigger()
    opened = window.exporter._dialog
    opened.folder.setText(str(tmp_path / "report"))
    yield opened
    opened.stop()


def choose(dialog, *formats: str) -> None:
    for key, box in dialog.formats.items():
        box.setChecked(key in formats)


def test_that_asking_for_a_report_again_brings_its_window_to_the_front(window, dialog, qtbot):
    qtbot.waitUntil(dialog.isActiveWindow)
    window.activateWindow()
    qtbot.waitUntil(lambda: not dialog.isActiveWindow())
    window.exporter.report()
    qtbot.waitUntil(dialog.isActiveWindow)


def test_that_a_report_is_written_while_the_window_lives(window, dialog, qtbot, tmp_path) -> None:
    window.session.edit("pue", 1.3)
    window.exporter.report()  # asked for anew: of the scenario as it is now
    choose(dialog, "csv", "png", "md")
    dialog.worlds.setChecked(False)
    threads = []
    plain = dialog_module.gather
    dialog_module.gather = lambda *a: threads.append(threading.current_thread()) or plain(*a)
    try:
        with qtbot.waitSignal(dialog.finished_writing, timeout=60_000) as done:
            qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
            assert dialog.busy
            window.session.edit("pue", 1.4)  # the hand goes on
    finally:
        dialog_module.gather = plain
    assert threads != [threading.main_thread()]
    (paths,) = done.args
    assert {path.suffix for path in paths} == {".csv", ".png", ".md"}
    found = found_in(tmp_path / "report" / paths[0].name)
    assert found.document.scenario.pue == 1.3
    assert found.baseline is not None
    assert "Exported" in window.messages.text
    assert not dialog.isVisible()
    assert Verifier().verify(paths[-1]).identical


def test_that_a_report_can_be_cancelled_and_what_is_finished_stays(window, dialog, qtbot) -> None:
    choose(dialog, "png")
    dialog.worlds.setChecked(False)
    dialog.start()
    qtbot.waitUntil(lambda: len(dialog.written) > 1, timeout=60_000)
    with qtbot.waitSignal(dialog.finished_writing):
        qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    written = list(dialog.written)
    assert not dialog.busy
    qtbot.wait(1)
    assert sorted(Path(dialog.folder.text()).iterdir()) == sorted(written)
    assert "Exported" in window.messages.text


def test_that_runs_are_stopped_by_cancel(dialog, qtbot) -> None:
    dialog.start()
    dialog.reject()
    dialog._worker.wait()
    qtbot.wait(1)
    assert not dialog.busy
    assert dialog.written == []


def test_that_a_folder_that_can_t_be_made_is_said(window, dialog, qtbot, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    dialog.folder.setText(str(tmp_path / "file" / "sub"))
    choose(dialog, "csv")
    dialog.worlds.setChecked(False)
    with qtbot.waitSignal(dialog.failed, timeout=60_000):
        dialog.start()
    assert "cannot be made" in window.messages.text
    assert not dialog.busy


def test_that_nothing_chosen_can_t_be_written(dialog) -> None:
    choose(dialog)
    assert not dialog.write.isEnabled()
    choose(dialog, "pdf")
    assert dialog.write.isEnabled()
    dialog.folder.setText(" ")
    assert not dialog.write.isEnabled()


def test_that_size_scale_and_page_are_chosen(dialog) -> None:
    assert dialog.options().size is None
    dialog.size_of_pictures.setCurrentIndex(1)
    dialog.scale.setCurrentIndex(3)
    dialog.page.setCurrentIndex(1)
    options = checked(dialog.options())
    assert (options.size, options.scale, options.page) == ((1280, 720), 4, "letter")


def test_that_outside_is_a_box_to_tick(dialog) -> None:
    assert not dialog.options().outside
    dialog.outside.setChecked(True)
    assert dialog.options().outside


def test_that_a_window_that_closes_ends_its_report(window, dialog, monkeypatch) -> None:
    monkeypatch.setattr(window.file, "may_leave", lambda: True)
    dialog.start()
    window.close()
    assert not dialog.busy
    assert not dialog.isVisible()


def test_that_a_copied_chart_is_picture_vectors_and_table(window) -> None:
    window.exporter.copy_chart("unit_cost")
    data = QGuiApplication.clipboard().mimeData()
    image = QImage(data.imageData())
    assert (image.width(), image.height()) == (1800, 1040)
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    header, first, *_ = data.text().split("\n")
    assert header.startswith("month\t")
    expected = simulate(window.session.scenario)["usd_per_pflop_hour"][0]
    assert float(first.split("\t")[1]) == expected


def test_that_a_chart_of_the_page_in_front_is_exported_as_it_is_there(window, tmp_path) -> None:
    window.pages.show_page(window.pages["fleet"])
    chart = window.pages["fleet"].charts["fleet"]
    chart._choice.setCurrentIndex(chart._choice.findData("power"))
    assert window.exporter.content().charts["fleet"].unit == "GW IT"
    window.pages.show_page(window.pages["overview"])
    assert window.exporter.content().charts["fleet"].unit == "million chips"


@pytest.mark.parametrize(("name", "kind"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_that_a_picture_is_of_the_kind_its_name_says(window, tmp_path, name, kind) -> None:
    window.exporter.overview_to(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(kind)
    assert Verifier().verify(tmp_path / name).identical


def test_that_the_kind_chosen_in_the_dialog_is_the_ending(window, tmp_path, monkeypatch) -> None:
    chosen = (str(tmp_path / "series"), "XLSX (*.xlsx)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    window.exporter.csv()
    assert Verifier().verify(tmp_path / "series.xlsx").identical
