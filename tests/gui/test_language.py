"""The language: chosen by the system or the user, numbers written its way, English where not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from engine.text import translate, written
from gui import translate as language
from gui.settings import Settings


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
