"""What is installed: the right packages with their data, and no name that shadows another's."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import setuptools
from setuptools._distutils.filelist import FileList

import engine
import packaging
from engine.version import PROGRAM_VERSION

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKED = {"engine", "gui", "resources"}
PIN = re.compile(r"([A-Za-z0-9._-]+)(\[[a-z,]+\])?==([^\s;*]+)(\s*;.*)?")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Each pinned package and its version; a line that is neither pin nor comment fails."""
    found = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text:
            pin = PIN.fullmatch(text)
            assert pin is not None, line
            found[canonical(pin[1])] = pin[3]
    return found


def requirements(*extras: str) -> set[str]:
    lines = list(PROJECT["project"]["dependencies"])
    for extra in extras:
        lines += PROJECT["project"]["optional-dependencies"][extra]
    return {canonical(re.split(r"[\s<>=!~;\[]", line)[0]) for line in lines}


def packages() -> set[str]:
    """What goes into the wheel by the project's own rule."""
    include = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    regular = setuptools.find_namespace_packages(str(ROOT), include=include)
    return set(regular)


def test_that_our_folder_of_build_scripts_does_not_shadow_the_packaging_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert packaging.__file__ is not None
    assert "site-packages" in Path(packaging.__file__).parts


def test_that_the_wheel_takes_every_folder_of_the_engine_and_the_window_and_no_other() -> None:
    folders = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("engine", "gui")
        for path in (ROOT / top).rglob("*.py")
    }
    found = {name for name in packages() if "__pycache__" not in name}
    assert folders <= found
    assert {name.partition(".")[0] for name in found} == {"engine", "gui", "resources"}


def test_that_the_folders_of_code_are_packages_by_their_own_file() -> None:
    for top in ("engine", "gui"):
        for path in (ROOT / top).rglob("*.py"):
            assert (path.parent / "__init__.py").exists(), path.parent.name


def test_that_the_wheel_takes_the_data_and_the_mark_of_types() -> None:
    data = PROJECT["tool"]["setuptools"]["package-data"]
    assert data["resources"] == ["**/*"]
    assert "py.typed" in data["engine"]
    assert (ROOT / "engine" / "py.typed").exists()


def test_that_the_version_is_said_once() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    named = PROJECT["tool"]["setuptools"]["dynamic"]["version"]["attr"]
    assert named == "engine.version.PROGRAM_VERSION"
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROGRAM_VERSION)
    assert f"Headroom {PROGRAM_VERSION}" in engine.files.scenario_files.text_of(
        engine.Document(engine.Scenario())
    )


def test_that_the_command_starts_what_exists() -> None:
    module, function = PROJECT["project"]["scripts"]["headroom"].split(":")
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    assert f"def {function}(" in path.read_text("utf-8")


def test_that_every_dependency_is_pinned_to_one_version() -> None:
    pinned = pins()
    assert requirements("app", "dev", "bench") <= set(pinned)


def test_that_a_pin_names_no_index_no_file_and_no_option() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    for piece in ("://", "--", "@", "file:"):
        assert piece not in text


def test_that_pins_keep_to_the_versions_that_were_measured() -> None:
    pinned = pins()
    assert pinned["pyside6-essentials"].startswith("6.10.")
    assert pinned["pyqtgraph"].startswith("0.14.")
    assert pinned["numpy"].startswith("2.")


def test_that_the_accelerator_is_an_extra_and_not_a_dependency() -> None:
    assert not any(name.startswith("cupy") for name in requirements())
    assert any(name.startswith("cupy") for name in requirements("gpu"))


def test_that_the_tests_run_with_the_pinned_numpy() -> None:
    installed = importlib.metadata.version("numpy")
    assert installed.split(".")[0] == pins()["numpy"].split(".")[0]


def test_that_the_licence_of_the_wheel_names_the_font_s_and_the_data_s_with_their_texts() -> None:
    project = PROJECT["project"]
    assert project["license"].split(" AND ") == ["MIT", "OFL-1.1", "CC-BY-4.0"]
    texts = [(ROOT / name).read_text("utf-8") for name in project["license-files"]]
    for text, words in zip(
        texts, ("MIT License", "SIL Open Font License", "CC BY 4.0"), strict=True
    ):
        assert words in text


def test_that_what_was_built_is_not_searched_for_packages() -> None:
    """`make app-windows` leaves a whole Debian there, and `make app` went through all of it.

    setuptools goes by what is written: only a folder that is excluded with all that begins like
    it is not gone into.
    """
    exclude = set(PROJECT["tool"]["setuptools"]["packages"]["find"]["exclude"])
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and "." not in path.name}
    assert {f"{name}*" for name in (folders | {"build", "dist"}) - PACKED} <= exclude


def test_that_the_source_distribution_has_all_that_a_checkout_has() -> None:
    """So a distribution can test what it packs. setuptools adds nothing that git does not know."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    wanted = {
        name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).exists()
    }
    found = FileList()
    found.allfiles = sorted(wanted | {"engine/model/compiled/_loops.abi3.so", "resources/a.qm"})
    for package in packages():  # modules of packages come by themselves
        folder = package.replace(".", "/")
        found.include_pattern(f"{folder}/*.py", anchor=True)
    for line in (ROOT / "MANIFEST.in").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            found.process_template_line(line)
    assert set(found.files) == wanted
