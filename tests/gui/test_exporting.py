"""What the window offers when it exports, what an export is of, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from engine import Document, Scenario
from engine.files import scenario_files
from gui.report.carried import found_in


@pytest.fixture
def asked(monkeypatch) -> list[tuple]:
    """What the dialog for a file is opened with; nobody chooses one."""
    found: list[tuple] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: found.append(given[2:]) or ("", "")
    )
    return found


def opened(window, tmp_path: Path, **changes: object) -> Path:
    path = tmp_path / "My plan v2.headroom"
    scenario_files.save(Document(Scenario(name="Something else").having(**changes)), path)
    assert window.file.open_path(path)
    return path


def test_that_names_are_offered_beside_the_open_file(window, tmp_path, asked) -> None:
    opened(window, tmp_path)
    exporter = window.exporter
    exporter.overview()
    exporter.chart("unit_cost")
    exporter.csv()
    pictures, tables = "PNG (*.png);;SVG (*.svg)", "CSV (*.csv);;XLSX (*.xlsx)"
    assert asked == [
        (str(tmp_path / "My-plan-v2-overview.png"), pictures),
        (str(tmp_path / "My-plan-v2-unit-cost.png"), pictures),
        (str(tmp_path / "My-plan-v2.csv"), tables),
    ]
    exporter.report()
    assert exporter._dialog.folder.text() == str(tmp_path / "report")
    assert exporter._dialog._stem == "My-plan-v2"
    assert exporter._dialog._inputs == [tmp_path / "My plan v2.headroom"]


def test_that_what_was_never_saved_is_named_after_itself_at_home(window, asked) -> None:
    window.exporter.csv()
    home = Path.home() / "The-announcement-of-October-2025.csv"
    assert asked == [(str(home), "CSV (*.csv);;XLSX (*.xlsx)")]
    assert window.exporter.inputs == []


def test_that_an_export_is_of_what_the_window_shows(window) -> None:
    session = window.session
    order = window.exporter.order()
    assert order.scenario == session.scenario
    assert (order.baseline, order.month) == (None, "2026-12")  # its own baseline is none
    session.edit("name", "Another name")
    assert window.exporter.order().baseline is None
    before = session.baseline
    session.edit("pue", 1.4)
    assert window.exporter.order().baseline == before
    window.kpis.choose_month(3)
    assert window.exporter.order().month == "2025-04"
    content = window.exporter.content()
    assert content.result.scenario == session.scenario
    assert content.compared.scenario == before
    assert content.outlook is None


def test_that_files_written_are_named_and_the_rest_counted(window) -> None:
    told = window.exporter._tell_written
    for count, says in (
        (0, "Nothing was exported"),
        (1, "Exported /a/f0.png"),
        (2, "Exported /a/f0.png and 1 more file"),
        (4, "Exported /a/f0.png and 3 more files"),
    ):
        told([Path(f"/a/f{n}.png") for n in range(count)])
        assert window.messages.text == says


def test_that_what_was_written_offers_its_folder_and_gives_way_to_what_is_newer(
    window, tmp_path, monkeypatch
) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.exporter.csv_to(tmp_path / "monthly.csv")
    window.messages.buttons["Show the &folder"].click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    window.exporter.csv_to(tmp_path / "monthly.csv")
    window.messages.say("Something newer")
    assert window.messages.buttons == {}


def test_that_every_chart_of_the_overview_goes_into_the_folder_chosen(
    window, tmp_path, monkeypatch
) -> None:
    answers = iter(["", str(tmp_path / "charts")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    (tmp_path / "charts").mkdir()
    window.exporter.charts()
    assert list((tmp_path / "charts").iterdir()) == []
    window.exporter.charts()
    stem = "The-announcement-of-October-2025"
    keys = [key.replace("_", "-") for key in window.pages["overview"].charts]
    assert "unit-cost" in keys
    assert {path.name for path in (tmp_path / "charts").iterdir()} == {
        f"{stem}-{key}.png" for key in keys
    }
    first = tmp_path / "charts" / f"{stem}-{keys[0]}.png"
    assert window.messages.text == f"Exported {first} and {len(keys) - 1} more files"
    assert found_in(first).document.scenario == window.session.scenario


def test_that_what_goes_wrong_is_said_as_an_error(window, tmp_path) -> None:
    window.exporter.csv_to(tmp_path / "none" / "m.csv")
    assert "m.csv" in window.messages.text
    assert not (tmp_path / "none").exists()

    def fails() -> list[Path]:
        raise OSError(28, "No space left")

    window.exporter._write(fails)
    assert "No space left" in window.messages.text


def test_that_a_copied_chart_is_said_and_its_numbers_stay_when_the_window_goes(window) -> None:
    window.exporter.copy_chart("unit_cost")
    assert window.messages.text.startswith("Copied “")
    assert window.messages.text.endswith("”: picture and data")
    numbers = QGuiApplication.clipboard().text()
    window.exporter.close()
    assert QGuiApplication.clipboard().text() == numbers
    assert not QGuiApplication.clipboard().mimeData().hasImage()
    window.exporter.copy_chart("unit_cost")
    QGuiApplication.clipboard().setText("of somebody else")
    window.exporter.close()
    assert QGuiApplication.clipboard().text() == "of somebody else"


def test_that_a_chosen_name_says_which_kind(window, tmp_path) -> None:
    written = []
    for chosen, kind in (("a.csv", ".csv"), ("b", ".xlsx"), ("c.v2", ""), ("d", ".doc")):
        window.exporter.named(tmp_path / chosen, (".csv", ".xlsx"), kind, written.append)
    assert [path.name for path in written] == ["a.csv", "b.xlsx", "c.v2.csv", "d.csv"]
    (tmp_path / "e.xlsx").write_text("there")
    window.exporter.named(tmp_path / "e.xlsx", (".csv", ".xlsx"), ".csv", written.append)
    assert written[-1].name == "e.xlsx"  # the dialog has asked about that
    window.exporter.named(tmp_path / "e", (".csv", ".xlsx"), ".xlsx", written.append)
    assert len(written) == 5
    assert window.messages.text == "“e.xlsx” is there already."
