"""The picture is the file: what each file of a report carries, and that it opens again."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from engine import ScenarioError, load
from engine.files import scenario_files
from gui.report.carried import KEY, document_in, found_in, sidecar
from gui.report.verify import verify
from tests.gui.reports import example, with_payload, write

KINDS = (
    "r0-overview.png",
    "r0-unit-cost.png",
    "r0-power.svg",
    "r0.pdf",
    "r0.xlsx",
    "r0.csv",
    "r0.md",
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    """One report in every format."""
    folder = tmp_path_factory.mktemp("report")
    write(folder, [example()], baseline=example("article_2025_10"), draws=64)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_kind_of_file_opens_as_its_scenario(report: Path, kind: str) -> None:
    found = found_in(report / kind)
    assert found.document.scenario == example()
    assert found.document.unknown == {}
    assert found.document.notices == ()
    assert found.copy
    assert found.baseline == example("article_2025_10")


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_file_is_known_by_what_it_is_and_not_by_its_name(copy, kind: str) -> None:
    path = copy(kind)
    beside = sidecar(path)
    other = path.with_name("renamed.bin")
    path.rename(other)
    if beside.exists():
        beside.rename(sidecar(other))
    assert document_in(other).scenario == example()


def test_that_what_lies_beside_a_table_is_a_scenario_file_itself(report: Path) -> None:
    beside = sidecar(report / "r0.csv")
    assert beside.name == "r0.csv.headroom"
    assert load(beside).scenario == example()
    assert found_in(beside).copy


def test_that_a_scenario_file_is_no_copy(tmp_path: Path) -> None:
    scenario_files.save(scenario_files.Document(example()), tmp_path / "own.headroom")
    found = found_in(tmp_path / "own.headroom")
    assert (found.copy, found.document.scenario) == (False, example())


def test_that_a_png_carries_text_as_the_format_has_it(report: Path) -> None:
    """Read by Qt, which did not write it."""
    text = QImage(str(report / "r0-overview.png")).text("Headroom scenario")
    assert scenario_files.parse(text.encode()).scenario == example()


def test_that_an_svg_is_whole_and_carries_metadata(report: Path) -> None:
    root = ElementTree.parse(report / "r0-power.svg").getroot()
    (metadata,) = root.iter("{http://www.w3.org/2000/svg}metadata")
    assert scenario_files.parse((metadata.text or "").encode()).scenario == example()


def test_that_a_pdf_has_the_scenario_attached(report: Path) -> None:
    (data,) = PdfReader(report / "r0.pdf").attachments["scenario.headroom"]
    assert scenario_files.parse(data).scenario == example()


def test_that_a_workbook_keeps_what_it_carries_out_of_sight(report: Path) -> None:
    book = openpyxl.load_workbook(report / "r0.xlsx")
    assert book["Headroom"].sheet_state == "hidden"


def test_that_outside_readers_get_a_code_and_no_scenario(tmp_path: Path) -> None:
    names = {path.name for path in write(tmp_path, [example()], outside=True)}
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".headroom"]
    for kind in set(KINDS) & names:
        with pytest.raises(ScenarioError):
            document_in(tmp_path / kind)
        data = (tmp_path / kind).read_bytes()
        assert KEY.encode() + b'": {"version' not in data
        assert b"headroom-scenario" not in data


def test_that_a_table_written_anew_for_outside_leaves_no_scenario_beside_it(tmp_path) -> None:
    write(tmp_path, [example()], ["csv"])
    write(tmp_path, [example()], ["csv"], outside=True)
    assert not sidecar(tmp_path / "r0.csv").exists()


@pytest.mark.parametrize("kind", KINDS[:5])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_that_half_a_file_is_refused_in_one_line(copy, kind: str, share: float) -> None:
    path = copy(kind)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(ScenarioError) as caught:
        document_in(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "r0.xlsx"])
def test_that_damage_to_what_is_carried_is_refused_in_one_line(copy, kind: str) -> None:
    path = copy(kind)
    with_payload(path, lambda content: content[KEY].pop("others"))
    with pytest.raises(ScenarioError, match="what it carries is damaged"):
        document_in(path)


def test_that_a_newer_kind_of_report_says_so(copy) -> None:
    path = copy("r0-unit-cost.png")
    with_payload(path, lambda content: content[KEY].update(version=99))
    with pytest.raises(ScenarioError, match="newer Headroom"):
        document_in(path)
    with pytest.raises(ScenarioError, match="newer Headroom"):
        verify(path)


def test_that_the_window_opens_a_picture_as_a_scenario_without_a_file(window, report) -> None:
    assert window.file.open_path(report / "r0-overview.png")
    assert window.session.scenario == example()
    assert window.session.path is None
    assert window.session.baseline == example("article_2025_10")
    assert "r0-overview.png" in window.messages.text


def test_that_a_plain_picture_is_refused_in_one_line(window, tmp_path: Path) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "other.png"))
    before = window.session.scenario
    assert not window.file.open_path(tmp_path / "other.png")
    assert "carries no scenario" in window.messages.text
    assert window.session.scenario is before
