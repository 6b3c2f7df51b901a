"""The Report window a second time, what it says on the way, and where it starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from engine import Document, Scenario
from gui.charts.specs import ALL_CHARTS
from gui.report import dialog as dialog_module
from gui.report.content import Order, gather
from gui.report.dialog import ReportDialog
from gui.report.options import Options
from gui.report.write import ReportWriter

SHORT = Scenario(name="Plan").having(horizon_months=12)
FORMATS = {
    "pdf": "PDF: everything, on pages",
    "png": "PNG: each chart and the Overview",
    "svg": "SVG: the same as vectors",
    "csv": "CSV: tables for programs",
    "xlsx": "XLSX: a workbook",
    "md": "Markdown: the summary",
}


@pytest.fixture
def dialog(qtbot, tmp_path: Path):
    made = ReportDialog()
    qtbot.addWidget(made)
    made.ask(Order(Document(SHORT)), tmp_path, "plan")
    yield made
    made.stop()


def choose(dialog: ReportDialog, *formats: str) -> None:
    for key, box in dialog.formats.items():
        box.setChecked(key in formats)


def written_by(dialog: ReportDialog, qtbot) -> list[str]:
    with qtbot.waitSignal(dialog.finished_writing, timeout=60_000) as done:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    return [path.name for path in done.args[0]]


def test_that_the_choices_are_these_and_begin_so(dialog, tmp_path) -> None:
    assert {key: box.text() for key, box in dialog.formats.items()} == FORMATS
    assert dialog.options() == Options(("pdf", "png", "csv"), "a4", None, 2, outside=False)
    assert dialog.worlds.isChecked()
    pages, sizes, scales = dialog.page, dialog.size_of_pictures, dialog.scale
    assert [(pages.itemText(i), pages.itemData(i)) for i in range(pages.count())] == [
        *(("A4", "a4"), ("Letter", "letter"))
    ]
    assert [sizes.itemText(i) for i in range(sizes.count())] == [
        *("As in Headroom", "1280 × 720", "1600 × 900", "1920 × 1080", "2560 × 1440")
    ]
    found = []
    for i in range(sizes.count()):
        sizes.setCurrentIndex(i)
        found.append(dialog.options().size)
    assert found == [None, (1280, 720), (1600, 900), (1920, 1080), (2560, 1440)]
    assert [scales.itemText(i) for i in range(scales.count())] == ["1 ×", "2 ×", "3 ×", "4 ×"]
    assert dialog.folder.text() == str(tmp_path / "report")
    assert dialog.windowTitle() == "Report"
    assert dialog.write.isDefault()


def test_that_a_second_report_is_chosen_and_written_as_the_first_was(dialog, qtbot) -> None:
    choose(dialog, "md")
    dialog.worlds.setChecked(False)
    first = Path(dialog.folder.text())
    assert written_by(dialog, qtbot) == ["plan.md"]
    assert (first / "plan.md").exists()
    # the same window, asked for anew
    dialog.ask(Order(Document(SHORT.having(pue=1.5))), first, "other")
    assert dialog.isVisible()
    assert dialog.folder.text() == str(first)  # what was chosen stays
    for field in (*dialog.formats.values(), dialog.page, dialog.scale, dialog.folder):
        assert field.isEnabled()
    assert dialog.write.isEnabled()
    assert not dialog.progress.isVisible()
    choose(dialog, "csv")
    names = written_by(dialog, qtbot)
    assert names == [f"other{part}.csv" for part in ("", "-rests", "-assumptions", "-chips")]
    assert not dialog.isVisible()
    assert (dialog.busy, dialog.progress.value()) == (False, 0)


def test_that_nothing_can_be_chosen_while_it_writes_and_the_bar_tells_how_far(
    dialog, qtbot
) -> None:
    choose(dialog, "csv")
    dialog.worlds.setChecked(False)
    seen = []
    dialog.progress.valueChanged.connect(seen.append)
    told = []
    plain = dialog._tell
    dialog._tell = lambda text: told.append(text) or plain(text)
    dialog.start()
    assert dialog._told.text() == "Running the drawn worlds…"
    assert not dialog._form.isEnabled()
    assert not dialog.write.isEnabled()
    assert dialog.progress.isVisible()
    number = dialog.serial
    dialog.start()  # once is enough
    assert dialog.serial == number
    dialog._show_runs(number, 0.5)
    dialog._show_runs(number - 1, 1.0)  # of an older report
    assert dialog.progress.value() == 15  # half of the runs, which are 30 of 100
    qtbot.waitSignal(dialog.finished_writing, timeout=60_000).wait()
    # a table at a time, of seven that there may be: 30 and a seventh of 70 for each
    assert seen[0] == 15
    assert [n for n in seen if n > 30] == [40, 50, 60, 70]
    assert seen[-1] == 0
    assert told[1:] == [
        f"Written: plan{part}.csv" for part in ("", "-rests", "-assumptions", "-chips")
    ]


def test_that_another_report_waits_until_the_one_under_way_is_done(dialog, qtbot) -> None:
    choose(dialog, "md")
    dialog.worlds.setChecked(False)
    dialog.start()
    dialog.ask(Order(Document(SHORT.having(name="Later"))), Path("/nowhere"), "later")
    assert dialog._stem == "plan"
    with qtbot.waitSignal(dialog.finished_writing, timeout=60_000) as done:
        pass
    assert [path.name for path in done.args[0]] == ["plan.md"]


@pytest.mark.parametrize(
    ("baseline", "says"),
    [
        (None, "Of “Plan”; no other baseline is pinned"),
        ("Before", "Of “Plan”, compared with “Before”"),
        ("Plan", "Of “Plan”, compared with its baseline as it was pinned"),
        ("b" * 70, f"Of “Plan”, compared with “{'b' * 60}”"),
    ],
)
def test_that_it_says_what_the_report_is_of(dialog, tmp_path, baseline, says) -> None:
    base = None if baseline is None else SHORT.having(name=baseline, pue=1.4)
    dialog.ask(Order(Document(SHORT), base), tmp_path, "plan")
    assert dialog._told.text() == says


@pytest.mark.parametrize(("ticked", "draws"), [(True, 128), (False, None)])
def test_that_worlds_are_drawn_where_they_are_asked_for(
    dialog, qtbot, tmp_path, monkeypatch, ticked, draws
) -> None:
    asked = []
    monkeypatch.setattr(
        dialog_module, "gather", lambda order, heard: asked.append(order.draws) or None
    )
    dialog.ask(Order(Document(SHORT.having(draws=128)), draws=7), tmp_path, "plan")
    dialog.worlds.setChecked(ticked)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert asked == [draws]


def test_that_an_end_without_a_report_is_said_and_leaves_the_choices(
    dialog, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(dialog_module, "gather", lambda *_: 1 / 0)
    with qtbot.waitSignal(dialog.failed) as done:
        dialog.start()
    assert isinstance(done.args[0], ZeroDivisionError)
    assert not dialog.busy
    assert dialog._form.isEnabled()
    assert dialog.isVisible()


def test_that_a_file_of_no_report_stops_it_before_the_first_file(dialog, qtbot, tmp_path) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "plan.md").write_text("mine")
    choose(dialog, "csv", "md")
    dialog.worlds.setChecked(False)
    with qtbot.waitSignal(dialog.failed, timeout=60_000) as done:
        dialog.start()
    assert "plan.md: is there already and of no report" in str(done.args[0])
    assert [path.name for path in folder.iterdir()] == ["plan.md"]
    assert not dialog.busy


def test_that_cancel_has_the_keys_while_it_writes_and_the_other_button_after(
    dialog, qtbot, monkeypatch
) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    monkeypatch.setattr(dialog_module, "gather", lambda *_: 1 / 0)
    dialog.folder.setFocus()
    dialog.start()
    assert dialog.cancel_button.hasFocus()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.write.hasFocus()
    # whoever has gone elsewhere is left there
    dialog.folder.setFocus()
    dialog._show_busy()
    assert dialog.folder.hasFocus()


def test_that_every_choice_stands_in_the_window_where_it_belongs(dialog, qtbot) -> None:
    qtbot.waitUntil(
        lambda: dialog.isActiveWindow() and dialog.folder.mapTo(dialog, QPoint()).y() > 0
    )
    [browse] = [b for b in dialog.findChildren(QPushButton) if b.text() == "Choose…"]
    choices = (*dialog.formats.values(), *dialog.chapters.values(), dialog.worlds, dialog.outside)
    fields = (dialog.page, dialog.size_of_pictures, dialog.scale, dialog.folder, browse)
    for widget in (*choices, *fields, dialog._told, dialog.write, dialog.cancel_button):
        assert widget.isVisible(), widget
        assert dialog.rect().contains(widget.mapTo(dialog, widget.rect().center())), widget
    assert not dialog.progress.isVisible()

    def place(widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(dialog, widget.rect().topLeft())
        return at.y(), at.x()

    # two formats a line, and then the fields from the pages' size to the folder
    boxes = list(dialog.formats.values())
    assert sorted(boxes, key=place) == boxes
    assert [place(box)[0] == place(boxes[n - 1])[0] for n, box in enumerate(boxes) if n] == [
        *(True, False, True, False, True)
    ]
    below = [boxes[-1], dialog.page, dialog.size_of_pictures, dialog.scale, dialog.worlds]
    below += [dialog.outside, dialog.chapters["why"], dialog.folder, dialog._told]
    heights = [place(widget)[0] for widget in below]
    assert heights == sorted(set(heights))
    assert dialog.folder.width() > 2 * browse.width()
    assert not browse.autoDefault()  # Enter writes the report
    assert [box.text() for box in dialog.chapters.values()] == ["Risk", "Why"]
    assert dialog.outside.toolTip()
    assert dialog._told.objectName() == "caption"
    assert dialog._told.textFormat() == Qt.TextFormat.PlainText  # names are no markup


def test_that_a_report_of_several_plans_has_no_worlds_and_says_how_many_there_are(
    dialog, qtbot, tmp_path, monkeypatch
) -> None:
    asked = []
    monkeypatch.setattr(dialog_module, "gather", lambda order, heard: asked.append(order) or None)
    mine, other = (Order(Document(SHORT.having(name=name)), draws=7) for name in ("A", "B"))
    dialog.ask(mine, tmp_path, "comparison", others=[other])
    assert dialog._told.text() == "Of 2 plans side by side"
    assert dialog.worlds.isChecked()
    assert not dialog.worlds.isEnabled()
    dialog.chapters["why"].setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert [(order.scenario.name, order.draws, order.pages) for order in asked] == [
        *(("A", None, ()), ("B", 7, ()))
    ]
    dialog.ask(mine, tmp_path, "plan")
    assert dialog.worlds.isEnabled()
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert asked[2].pages == ("why",)


def test_that_nothing_is_written_without_a_format_or_a_folder(dialog) -> None:
    assert dialog.write.isEnabled()
    choose(dialog)
    assert not dialog.write.isEnabled()
    choose(dialog, "md")
    assert dialog.write.isEnabled()
    for folder, ready in (("", False), ("  ", False), ("x", True)):
        dialog.folder.setText(folder)
        assert dialog.write.isEnabled() == ready


def test_that_a_report_is_cancelled_by_closing_its_window(dialog, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(dialog_module, "gather", lambda order, heard: heard(0.5) and None)
    heard = []
    dialog.finished_writing.connect(heard.append)
    dialog.start()
    number = dialog.serial
    dialog.close()
    assert heard == [[]]
    assert not dialog.busy
    assert not dialog.isVisible()
    assert dialog.serial > number  # what the worker says of it is of an older report


def test_that_each_field_is_spoken_by_its_name(dialog) -> None:
    fields = (dialog.page, dialog.size_of_pictures, dialog.scale, dialog.folder, dialog.progress)
    assert [field.accessibleName() for field in fields] == [
        *("Pages", "Size of pictures", "Scale of the PNGs", "Folder", "Progress of the report")
    ]


def test_that_cancel_before_anything_only_closes(dialog, qtbot) -> None:
    heard = []
    dialog.finished_writing.connect(heard.append)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert heard == []


def test_that_the_folder_is_chosen_and_stays_where_none_is(dialog, tmp_path, monkeypatch) -> None:
    before, asked = dialog.folder.text(), []
    for answer, now in (("", before), (str(tmp_path / "other"), str(tmp_path / "other"))):
        monkeypatch.setattr(
            QFileDialog, "getExistingDirectory", lambda *a, r=answer: asked.append(a[2]) or r
        )
        dialog._browse()
        assert dialog.folder.text() == now
    assert asked == [before, before]


def test_that_a_folder_s_name_alone_is_beside_the_plan_and_a_tilde_is_home(
    dialog, qtbot, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    for typed, folder in (
        ("for the board", tmp_path / "for the board"),
        ("~/reports", tmp_path / "home" / "reports"),
    ):
        dialog.ask(Order(Document(SHORT)), tmp_path, "plan")
        choose(dialog, "md")
        dialog.worlds.setChecked(False)
        dialog.folder.setText(typed)
        assert written_by(dialog, qtbot) == ["plan.md"]
        assert (folder / "plan.md").is_file()
        assert dialog.folder.text() == str(folder)


@pytest.mark.parametrize(
    ("formats", "steps"),
    [
        (("csv",), lambda charts: 7),
        (("xlsx",), lambda charts: 1),
        (("md",), lambda charts: 1),
        (("xlsx", "md"), lambda charts: 2),
        (("png",), lambda charts: charts + 1),  # and the ribbon
        (("svg", "csv"), lambda charts: charts + 1 + 7),
        (("pdf",), lambda charts: 2 * charts + 26),
    ],
)
def test_that_the_steps_of_a_report_are_known_before(tmp_path, formats, steps) -> None:
    content = gather(Order(Document(SHORT)))
    charts = len(ALL_CHARTS)
    assert len(content.charts) == charts
    writer = ReportWriter(tmp_path, Options(formats))
    assert writer.expected(content) == steps(charts)
    writer.close()
