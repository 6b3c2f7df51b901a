"""Who may import what from outside, and what no file may hold; rooms are in test_house.py."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NETWORK = {"socket", "urllib", "http", "ftplib", "smtplib", "ssl", "requests", "httpx", "aiohttp"}
QT = {"PySide6", "shiboken6", "pyqtgraph", "PyQt5", "PyQt6", "qtpy", "superqt"}
PLAIN_NUMBERS = {0, 1, 2}  # a minus before one is an operator, not part of the number


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """Every module the file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)} has a relative import"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tops(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Every text file of the repository with its text, tracked or about to be."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if found.returncode:
        pytest.skip("not a checkout")
    for name in filter(None, found.stdout.decode().split("\0")):
        path = ROOT / name
        try:
            yield name, path.read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue  # a picture or a font; a file just deleted


# Who imports whom


@pytest.mark.parametrize("module", ["engine", "engine.__main__"])
def test_that_the_engine_runs_without_qt_the_window_and_the_accelerator(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "engine" in loaded
    assert loaded & (QT | {"gui", "cupy", "scipy", "pandas", "matplotlib"}) == set()


@pytest.mark.parametrize("path", sources("engine"), ids=named)
def test_that_the_engine_imports_no_window_and_nothing_from_the_network(path: Path) -> None:
    allowed = {"engine", "numpy", "cupy"} if path.name == "backend.py" else {"engine", "numpy"}
    assert tops(path) <= allowed | sys.stdlib_module_names
    assert tops(path) & NETWORK == set()


@pytest.mark.parametrize("path", sources("engine/model"), ids=named)
def test_that_the_equations_know_only_each_other_and_the_array_module_they_are_given(
    path: Path,
) -> None:
    others = sys.stdlib_module_names | ({"numpy"} if path.name == "arrays.py" else set())  # types
    for name in imports(path):
        top = name.partition(".")[0]
        inside = name == "engine.values" or name.startswith(("engine.model", "engine.values."))
        assert inside or top in others, name


@pytest.mark.parametrize("path", sources("engine/tables/rows"), ids=named)
def test_that_the_rows_of_the_input_table_import_only_what_a_row_is(path: Path) -> None:
    own = {name for name in imports(path) if name.startswith("engine")}
    allowed = ("engine.tables.lists", "engine.tables.parameter", "engine.values")
    assert all(name.startswith(allowed) for name in own)


@pytest.mark.parametrize("path", sources("gui"), ids=named)
def test_that_the_window_asks_the_engine_and_not_its_equations(path: Path) -> None:
    assert not [name for name in imports(path) if name.startswith("engine.model")]
    assert tops(path) & NETWORK == set()


def test_that_what_a_chart_shows_is_described_without_qt() -> None:
    if not (ROOT / "gui" / "charts").exists():
        return
    specs = ROOT / "gui" / "charts" / "specs.py"
    assert specs.exists()
    assert tops(specs) & QT == set()
    code = "import sys, gui.charts.specs; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {name.partition(".")[0] for name in done.stdout.split()} & QT == set()


# What no file holds


def bare_numbers(path: Path) -> Iterator[str]:
    """Number literals outside the definition of a named constant."""
    tree = ast.parse(path.read_text("utf-8"))
    named_constants = {
        child
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and all(
            name.id.isupper()
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            for name in ast.walk(target)
            if isinstance(name, ast.Name)
        )
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in named_constants or not isinstance(node, ast.Constant):
            continue
        number = isinstance(node.value, int | float) and not isinstance(node.value, bool)
        if number and node.value not in PLAIN_NUMBERS:
            yield f"{path.name}:{node.lineno}: {node.value}"


def test_that_every_number_in_an_equation_has_a_name() -> None:
    found = [line for path in sources("engine/model") for line in bare_numbers(path)]
    assert found == []


def test_that_a_bare_number_would_be_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "copy.py"
    copy.write_text("HOURS = 730.5\n\n\ndef f(x):\n    return -1 * x * 2.0 + 8760\n")
    assert [line.rpartition(": ")[2] for line in bare_numbers(copy)] == ["8760"]


@pytest.mark.parametrize("path", sources("engine", "gui", "tests"), ids=named)
def test_that_every_file_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert text is not None
    assert text.splitlines()[0].endswith((".", ":")) or "\n" in text


def test_that_no_file_depends_on_a_place_outside_the_repository() -> None:
    """Pieces, so that this file does not hold what it looks for."""
    forbidden = [
        "../" + "shared",
        "/wo" + "rk/",
        "/ro" + "ot/",
        "py" + "pi.org",
        "--index" + "-url",
    ]
    forbidden += ["index" + "-url", "python" + "hosted.org", "/home" + "/"]
    found = [
        f"{name}: {piece}" for name, text in tracked_texts() for piece in forbidden if piece in text
    ]
    assert found == []


def test_that_no_two_folders_of_tests_are_packages() -> None:
    """Tests are imported by path; a package called tests could shadow another's."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []
