"""What is exported is what its name says; scenarios beside tables; and foreign files."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.report.carried import carried_in, found_in, sidecar
from gui.report.endings import PICTURES, TABLES, named_as
from gui.report.own import refuse_foreign
from tests.gui.reports import write

STARTS = {".png": b"\x89PNG", ".svg": b"<?xml", ".csv": b"\xef\xbb\xbft,month", ".xlsx": b"PK"}


def choose(monkeypatch, path: Path, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), kind))


# Endings


@pytest.mark.parametrize(
    ("name", "kind", "becomes"),
    [
        ("plan", "", "plan.png"),
        ("plan", ".svg", "plan.svg"),
        ("Q3 plan v1.2", ".png", "Q3 plan v1.2.png"),
        ("a.b.c", ".svg", "a.b.c.svg"),
        ("plan.SVG", ".png", "plan.SVG"),
        ("plan.", ".png", "plan..png"),
        (".hidden", ".png", ".hidden.png"),
    ],
)
def test_that_a_name_without_an_ending_gets_that_of_its_kind(name, kind, becomes) -> None:
    assert named_as(Path("/f") / name, PICTURES, kind) == Path("/f") / becomes


@pytest.mark.parametrize(
    "ending", ["pdf", "jpg", "JPEG", "gif", "webp", "csv", "xls", "headroom", "html", "docx"]
)
def test_that_an_ending_of_another_format_is_refused_with_what_can_be(ending) -> None:
    with pytest.raises(ScenarioError) as caught:
        named_as(Path(f"/f/plan.{ending}"), PICTURES)
    says = "this is written as PNG or SVG; end its name in .png or .svg"
    assert str(caught.value) == f"plan.{ending}: {says}"


@pytest.mark.parametrize("ending", ["xls", "ods", "txt", "png", "json"])
def test_that_a_table_is_no_picture_and_no_old_workbook(ending) -> None:
    with pytest.raises(ScenarioError, match=r"written as CSV or XLSX; end its name in \.csv or"):
        named_as(Path(f"/f/plan.{ending}"), TABLES)


def test_that_the_window_writes_no_wrong_bytes(window, tmp_path) -> None:
    for name in ("chart.pdf", "chart.jpg", "chart.csv", "chart.headroom"):
        window.exporter.chart_to("capacity", tmp_path / name)
        assert f"{name}: this is written as PNG or SVG" in window.messages.text
    for name in ("m.xls", "m.pdf", "m.png"):
        window.exporter.csv_to(tmp_path / name)
        assert f"{name}: this is written as CSV or XLSX" in window.messages.text
    assert not [path for path in tmp_path.iterdir() if path.is_file()]


@pytest.mark.parametrize(
    ("action", "kind", "ending"),
    [
        ("exporter.overview", "PNG (*.png)", ".png"),
        ("exporter.overview", "SVG (*.svg)", ".svg"),
        ("exporter.csv", "CSV (*.csv)", ".csv"),
        ("exporter.csv", "XLSX (*.xlsx)", ".xlsx"),
        ("exporter.csv", "", ".csv"),
    ],
)
def test_that_a_chosen_name_without_an_ending_is_written_as_chosen(
    window, tmp_path, monkeypatch, action, kind, ending
) -> None:
    choose(monkeypatch, tmp_path / "Q3 plan v1.2", kind)
    window.actions_by_key[action].trigger()
    path = tmp_path / f"Q3 plan v1.2{ending}"
    assert path.read_bytes().startswith(STARTS[ending])
    assert window.messages.text == f"Exported {path}"


def test_that_a_file_the_dialog_did_not_ask_about_is_replaced_only_when_told(
    window, tmp_path, monkeypatch
) -> None:
    there = tmp_path / "plan.csv"
    there.write_text("precious")
    choose(monkeypatch, tmp_path / "plan", "CSV (*.csv)")
    window.actions_by_key["exporter.csv"].trigger()
    assert "is there already" in window.messages.text
    assert there.read_text() == "precious"
    window.messages.buttons["Replace it"].click()
    assert there.read_bytes().startswith(STARTS[".csv"])


def test_that_a_chart_s_numbers_are_named_as_a_table(window, tmp_path, monkeypatch) -> None:
    spec = window.pages["overview"].charts["capacity"].shown
    for name, made in (("v1.2", "v1.2.csv"), ("m.csv", "m.csv"), ("m.pdf", "")):
        choose(monkeypatch, tmp_path / name, "CSV (*.csv)")
        window.chart.save_csv(spec)
        if made:
            assert (tmp_path / made).read_bytes().startswith(b"\xef\xbb\xbfmonth,")
        else:
            assert "this is written as CSV; end its name in .csv" in window.messages.text


# What exports may replace


def test_that_no_export_replaces_the_open_file(window, tmp_path) -> None:
    plan = tmp_path / "plan.csv"  # a scenario under another ending
    scenario_files.save(Document(Scenario(name="Plan")), plan)
    before = plan.read_bytes()
    assert window.file.open_path(plan)
    window.exporter.csv_to(plan)
    assert "is the file that is read" in window.messages.text
    (tmp_path / "link.csv").hardlink_to(plan)
    window.exporter.csv_to(tmp_path / "link.csv")
    assert plan.read_bytes() == before


def test_that_no_export_replaces_another_scenario_or_one_beside_a_table(window, tmp_path) -> None:
    for name in ("other.csv", "m.csv.headroom"):
        scenario_files.save(Document(Scenario(name="Other")), tmp_path / name)
    window.exporter.csv_to(tmp_path / "other.csv")
    assert "other.csv: is a scenario" in window.messages.text
    window.exporter.csv_to(tmp_path / "m.csv")
    assert "m.csv.headroom: is a scenario" in window.messages.text
    for name in ("other.csv", "m.csv.headroom"):
        assert scenario_files.load(tmp_path / name).scenario.name == "Other"
    assert not (tmp_path / "m.csv").exists()


def test_that_all_charts_into_a_folder_replace_only_their_like(window, tmp_path) -> None:
    window.exporter.charts_to(tmp_path)
    window.exporter.charts_to(tmp_path)
    assert window.messages.text.startswith("Exported ")
    path = tmp_path / f"{window.exporter.stem}-capacity.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n a photograph")
    window.exporter.charts_to(tmp_path)
    assert f"{path}: is there already and of no report" in window.messages.text
    assert path.read_bytes().endswith(b"photograph")


# Whose scenario stands beside


@pytest.fixture
def table(tmp_path, qapp) -> Path:
    write(tmp_path, [Scenario(name="Ours").having(horizon_months=12)], ["csv"])
    return tmp_path / "r0.csv"


def test_that_a_neighbour_is_not_opened_for_a_scenario_of_its_own(tmp_path) -> None:
    for name, title in (("plan.json", "Mine"), ("plan.json.headroom", "Neighbour")):
        scenario_files.save(Document(Scenario(name=title)), tmp_path / name)
    found = found_in(tmp_path / "plan.json")
    assert (found.document.scenario.name, found.copy) == ("Mine", False)


def test_that_a_scenario_called_like_a_table_is_opened_itself(table) -> None:
    shutil.copy(sidecar(table), table.with_name("plan.csv.headroom"))
    scenario_files.save(Document(Scenario(name="Mine")), table.with_name("plan.csv"))
    # a report's scenario stands beside, but the file says itself what it is
    assert found_in(table.with_name("plan.csv")).document.scenario.name == "Mine"


def test_that_a_scenario_beside_a_foreign_table_is_not_taken_for_its_own(tmp_path) -> None:
    scenario_files.save(Document(Scenario(name="Neighbour")), tmp_path / "sales.csv.headroom")
    (tmp_path / "sales.csv").write_text("a,b\n1,2\n")
    for read in (found_in, carried_in):
        with pytest.raises(ScenarioError, match="is a CSV table, not a scenario"):
            read(tmp_path / "sales.csv")


def test_that_a_table_s_scenario_is_found_beside_it_and_alone(table) -> None:
    for path in (table, sidecar(table)):
        found = found_in(path)
        assert (found.document.scenario.name, found.copy) == ("Ours", True)


def test_that_a_report_s_table_sent_alone_says_what_is_missing(table) -> None:
    sidecar(table).unlink()
    for read in (found_in, carried_in):
        with pytest.raises(ScenarioError) as caught:
            read(table)
        assert str(caught.value) == (
            f"{table}: is a CSV table, not a scenario; "
            "a report's has its scenario beside it, in r0.csv.headroom"
        )


def test_that_a_key_called_report_is_kept_as_any_other(tmp_path) -> None:
    plan = tmp_path / "plan.headroom"
    scenario_files.save(
        Document(Scenario(name="Mine"), {"report": {"version": 3, "by": "me"}}), plan
    )
    found = found_in(plan)
    assert not found.copy
    assert found.document.unknown == {"report": {"version": 3, "by": "me"}}
    assert json.loads(scenario_files.text_of(found.document))["report"] == {
        "version": 3,
        "by": "me",
    }


# Foreign files


def test_that_foreign_carriers_are_called_what_they_are(tmp_path, window) -> None:
    made = {
        "photo.png": (b"\x89PNG\r\n\x1a\n", "is a PNG picture and carries no scenario"),
        "drawing.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG picture and"),
        "feed.xml": (b"<?xml version='1.0'?><feed/>", "is an XML document and carries no"),
        "mail.html": (b"<!DOCTYPE html><p>Hello</p>", "is a web page (HTML), not a scenario"),
        "notes.txt": (b"Dear all,\nplease see below.\n", "is a text, not a scenario"),
        "sales.csv": (b"name,units\nTPU,5\n", "is a CSV table, not a scenario"),
    }
    for name, (data, _) in made.items():
        (tmp_path / name).write_bytes(data)
    for name, inside in (("photos.zip", "a.jpg"), ("letter.docx", "word/document.xml")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(inside, "x")
        made[name] = (b"", "is a ZIP archive, not a scenario")
    for name, (_, says) in made.items():
        for read in (found_in, carried_in):
            with pytest.raises(ScenarioError) as caught:
                read(tmp_path / name)
            assert says in str(caught.value)
            assert "\n" not in str(caught.value)
        assert not window.file.open_path(tmp_path / name)
        assert says in window.messages.text


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".md"])
def test_that_a_report_may_be_written_again_and_what_only_has_its_name_may_not(
    tmp_path, ending
) -> None:
    written = write(tmp_path, [Scenario()], [ending[1:]], draws=8)
    ours = next(path for path in written if path.suffix == ending)
    sidecar(ours).unlink(missing_ok=True)
    refuse_foreign(ours)
    foreign = tmp_path / f"holiday{ending}"
    foreign.write_bytes(ours.read_bytes()[:8] + b"somebody's own\n" * 40)
    with pytest.raises(ScenarioError, match="is there already and of no report"):
        refuse_foreign(foreign)
