"""The language: chosen by the system or the user, numbers written its way, English where not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from engine import ScenarioError
from engine.files import scenario_files
from engine.text import in_file_language, translate, written
from gui.document import templates
from gui.system import language as language
from gui.system.settings import Settings
from gui.widgets.spin_boxes import LeverSpinBox
from gui.words.quantity_parser import Unit, read


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.install_language(qapp, "en")


def test_that_the_system_chooses_the_language_unless_a_known_one_is_asked_for(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked, spoken in (("fr_CA.UTF-8", "fr"), ("fr", "fr"), ("pt-BR", "en"), ("en-GB", "en")):
        monkeypatch.setenv(language.ASKED, asked)
        assert language.install_language(qapp) == spoken
        assert language.install_language(qapp, "klingon") == spoken
    assert language.install_language(qapp, "fr") == "fr"


def test_that_every_of_the_systems_languages_is_tried_in_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(language.ASKED)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: ["br-FR", "fr-FR", "en"])
    assert language.system_language() == "fr"


def test_that_french_numbers_have_french_marks(qapp: QApplication) -> None:
    language.install_language(qapp, "fr")
    assert written(1234567.891, ",.2f") == "1\u202f234\u202f567,89"
    assert written(0.974, ".1%") == "97,4\u00a0%"
    language.install_language(qapp, "en")
    assert written(1234567.891, ",.2f") == "1,234,567.89"
    assert written(0.974, ".1%") == "97.4%"


def test_that_qt_speaks_the_language_too(qapp: QApplication, qtbot) -> None:
    language.install_language(qapp, "fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Annuler"


def test_that_widgets_and_plain_modules_find_their_translations(qapp: QApplication) -> None:
    language.install_language(qapp, "fr")
    assert translate("Menu", "&File") == "&Fichier"
    assert translate("Nowhere", "no such text") == "no such text"
    assert translate("Nowhere", "%n value(s)", "", 1) == "1 value"
    assert translate("Nowhere", "%n value(s)", "", 12000) == "12\u202f000 values"
    assert QObject().tr("no such text") == "no such text"


def test_that_a_translation_that_cannot_be_loaded_leaves_english_and_says_so_in_a_line(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    assert language.install_language(qapp, "fr") == "en"
    assert capsys.readouterr().err.count("\n") == 1
    assert translate("Menu", "&File") == "&File"
    assert written(1.5, ".1f") == "1.5"


def test_that_a_frozen_app_speaks_by_what_is_compiled_alone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.compile_translation(language.FOLDER / "headroom_fr.ts", tmp_path / "headroom_fr.qm")
    assert [path.name for path in tmp_path.glob("*.qm")] == ["headroom_fr.qm"]
    with monkeypatch.context() as frozen:
        frozen.setattr(language, "FOLDER", tmp_path)
        spoken = language._own("fr")
        assert language._own("de") is None
    assert spoken is not None
    assert spoken.translate("Lists", "start month") == "mois de d\u00e9but"


def test_that_a_translation_is_compiled_anew_when_its_source_is_newer(tmp_path: Path) -> None:
    source, target = tmp_path / "headroom_fr.ts", tmp_path / "headroom_fr.qm"
    source.write_bytes((language.FOLDER / "headroom_fr.ts").read_bytes())
    assert language.compile_translation(source, target) == target
    first = target.stat().st_mtime_ns
    assert language.compile_translation(source, target) == target
    assert target.stat().st_mtime_ns == first
    os.utime(source, ns=(first + 10**9, first + 10**9))
    language.compile_translation(source, target)
    assert target.stat().st_mtime_ns != first
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_that_the_setting_is_kept() -> None:
    settings = Settings()
    assert settings.language == "system"
    settings.language = "fr"
    assert Settings().language == "fr"


def test_that_a_report_refuses_a_language_that_it_does_not_speak(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from gui.app import main

    assert main(["report", "x.headroom", "--out", str(tmp_path), "--language", "de"]) == 2
    assert capsys.readouterr().err == "--language = de: allowed are system, en, fr\n"


@pytest.mark.parametrize(
    ("unit", "typed", "meant"),
    [
        ("$bn/year", "2,5 Md$/an", 2.5),
        ("$bn/year", "2 500 millions", 2.5),
        ("$bn/year", "1,5 milliard", 1.5),
        ("months", "1 an", 12.0),
        ("months", "2 trimestres", 6.0),
        ("chips/year", "130 000 puces", 130_000.0),
        ("share", "20 %", 0.2),
        ("GW facility", "1\u202f200 MW", 1.2),
    ],
)
def test_that_french_units_and_numbers_are_understood(
    qapp: QApplication, unit: str, typed: str, meant: float
) -> None:
    language.install_language(qapp, "fr")
    assert read(typed, Unit.of(unit)) == pytest.approx(meant)


def test_that_a_french_field_shows_french_numbers_and_reads_its_own(
    qapp: QApplication, qtbot
) -> None:
    language.install_language(qapp, "fr")
    field = LeverSpinBox(0.0, 2e12, 1000.0, "chips/year", words=True)
    qtbot.addWidget(field)
    for value, shown in ((130_000.0, "130\u202f000,5"), (1e11, "100 Md"), (1234.5, "1\u202f234,5")):
        field.show_number(value + 0.5 if value == 130_000.0 else value, 1)
        assert field.text() == shown
        field.lineEdit().setModified(True)
        field.finish()
        assert field.value() == (value + 0.5 if value == 130_000.0 else value)


def test_that_an_error_line_is_french_in_the_window_and_english_on_the_command_line(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "x.headroom"
    path.write_text('{"format": "headroom-scenario", "version": 1, "parameters": []}')
    language.install_language(qapp, "fr")
    with pytest.raises(ScenarioError, match="valeurs permises"):
        scenario_files.load(path)
    done = subprocess.run(
        [sys.executable, "-m", "engine", "run", str(path), "--csv", "-"],
        capture_output=True,
        text=True,
        env={**os.environ, "HEADROOM_LANGUAGE": "fr", "LANG": "fr_FR.UTF-8"},
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == f"{path}: parameters = []: allowed is {{key: value, ...}}\n"


def test_that_files_stay_english_and_keep_their_decimal_points(
    qapp: QApplication, tmp_path: Path
) -> None:
    english = scenario_files.text_of(templates.default_document())
    language.install_language(qapp, "fr")
    document = templates.default_document()
    assert document.scenario.name == "L\u2019annonce d\u2019octobre 2025"
    french = scenario_files.text_of(document)
    own = ('  "name"', '  "notes"')

    def rest(text: str) -> list[str]:
        return [line for line in text.split("\n") if not line.startswith(own)]

    assert rest(english) == rest(french)
    with in_file_language():
        assert translate("Menu", "&File") == "&File"
        assert written(1.5, ".1f") == "1.5"
    assert translate("Menu", "&File") == "&Fichier"


def test_that_the_tables_of_a_french_report_are_those_of_an_english_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from gui.app import main

    path = tmp_path / "x.headroom"
    scenario_files.save(templates.default_document(), path)
    for name in ("en", "fr"):
        wanted = ["--out", str(tmp_path / name), "--format", "csv", "--language", name]
        assert main(["report", str(path), *wanted]) == 0
    for table in (tmp_path / "en").glob("*.csv"):
        assert (tmp_path / "fr" / table.name).read_bytes() == table.read_bytes()
