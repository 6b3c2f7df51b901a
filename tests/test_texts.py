"""Texts that people read: all go through the translators, and the translations have them all."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from engine.text import as_written

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = sorted(path for folder in ("engine", "gui") for path in (ROOT / folder).rglob("*.py"))
# Methods of Qt's whose texts people read.
SHOWN = {
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setLabelText"),
    *("addItem", "addTab", "addMenu", "addAction", "setTabToolTip", "setInformativeText"),
    *("showMessage", "setSpecialValueText", "setHeaderLabels", "setHorizontalHeaderLabels"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
}
NAMES = {"Headroom", "NumPy", "CuPy", "PNG", "PDF", "SVG", "CSV", "XLSX"}  # the same everywhere
WORD = re.compile(r"[^\W\d_]{2,}")
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tool() -> ModuleType:
    """The script that gathers texts; its folder is no package."""
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare(node: ast.expr) -> str:
    """The words of a text that stands there as it is, `{}` for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            bare(value) if isinstance(value, ast.Constant) else "{}" for value in node.values
        )
    return ""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            yield (function.id if isinstance(function, ast.Name) else name), node


def test_that_no_widget_is_given_a_text_past_the_translators() -> None:
    found = [
        f"{named(path)}:{call.lineno}: {text}"
        for path in SOURCES
        for name, call in calls(path)
        if name in SHOWN
        # what else an item has is its data
        for text in (bare(argument) for argument in call.args[: 1 if name == "addItem" else None])
        if any(word not in NAMES and not word.isupper() for word in WORD.findall(text))
    ]
    assert found == []


def test_that_texts_to_translate_are_literals_and_numbers_in_them_are_written() -> None:
    gather = tool().texts_of_code  # raises for what is no literal
    for text in (text for path in SOURCES for text in gather(path)):
        assert not re.search(r"\{[^}]*:[^}]*\}", text.source), f"{text.source}: use written()"


def test_that_thousands_are_parted_only_by_the_language() -> None:
    """`{n:,}` would put English commas into a French sentence."""
    parted = [
        f"{named(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FormattedValue)
        and node.format_spec is not None
        and "," in bare(node.format_spec)
        and not bare(node.format_spec).startswith(",.{")  # a format handed on to written()
    ]
    assert parted == []


# The translations


def messages(language: str) -> list[tuple[str, ElementTree.Element]]:
    root = ElementTree.parse(FOLDER / f"headroom_{language}.ts").getroot()
    return [
        (context.findtext("name") or "", message)
        for context in root.findall("context")
        for message in context.findall("message")
    ]


def forms(message: ElementTree.Element) -> list[str]:
    """What a message is translated as: one text, or one for each number."""
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.findall("numerusform")]
    return [translation.text or ""]


def sources_of(language: str) -> set[tuple[str, str, bool]]:
    found = messages(language)
    return {
        (context, message.findtext("source") or "", message.get("numerus") == "yes")
        for context, message in found
    }


def test_that_the_french_translation_has_every_text_and_no_other() -> None:
    gathered = {
        (context, text.source, text.plural)
        for context, texts in tool().all_texts().items()
        for text in texts
    }
    known = sources_of("fr")
    missing, obsolete = sorted(gathered - known), sorted(known - gathered)
    assert not missing, f"run `make translations` and translate: {missing[:10]}"
    assert not obsolete, f"run `make translations`: {obsolete[:10]}"


def test_that_english_has_a_form_for_each_number_of_every_counted_text() -> None:
    gathered = {
        (context, text.source, True)
        for context, texts in tool().all_texts().items()
        for text in texts
        if text.plural
    }
    assert sources_of("en") == gathered


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_every_text_is_translated_for_good(language: str) -> None:
    unfinished = [
        f"{context}: {message.findtext('source')}"
        for context, message in messages(language)
        if (found := message.find("translation")) is None
        or found.get("type") is not None
        or not all(forms(message))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_a_translation_keeps_what_is_put_in_and_has_one_key_where_the_text_has(
    language: str,
) -> None:
    for context, message in messages(language):
        source = message.findtext("source") or ""
        plural = message.get("numerus") == "yes"
        assert len(forms(message)) == (2 if plural else 1), source
        for form in forms(message):
            wanted, kept = (sorted(PLACEHOLDER.findall(text)) for text in (source, form))
            assert kept == wanted, f"{context}: {source} → {form}"
            if context in ("Menu", "Action", "FileCommands", "SettingsDialog"):
                keys = [len(re.findall(r"&(?=\w)", text)) for text in (source, form)]
                assert keys[0] == keys[1], f"{context}: {source} → {form}"
            assert source.endswith("…") == form.endswith("…"), f"{context}: {source}"
            assert source[:1].isspace() == form[:1].isspace(), f"{context}: {source}"


def test_that_french_signs_stand_off_by_a_space_that_never_breaks() -> None:
    for context, message in messages("fr"):
        for form in forms(message):
            assert not re.search(r"[\w»)] [:;!?%»]|« ", form), f"{context}: {form}"
            assert "'" not in form or context in ("Json", "Number"), f"{context}: {form}"


def test_that_a_count_has_its_form_without_a_translator():
    assert as_written("", "%n entry(ies)", "", 1) == "1 entry"
    assert as_written("", "%n entry(ies)", "", 2) == "2 entries"
    assert as_written("", "%n world(s)", "", 1) == "1 world"
    assert as_written("", "%n world(s)", "", 1500) == "1,500 worlds"


def test_that_no_english_plural_keeps_the_ending_of_the_one_or_its_brackets():
    forms = ElementTree.parse(FOLDER / "headroom_en.ts").iter("numerusform")
    texts = [form.text or "" for form in forms]
    assert len(texts) > 40
    assert [text for text in texts if re.search(r"yies\b|\(\w{1,3}\)", text)] == []
