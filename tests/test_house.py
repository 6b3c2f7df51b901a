"""The rooms of the house: each imports from the floors below alone, and nothing in a circle.

What is imported for its type alone counts like the rest.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# from the top floor down; rooms of one line don't import each other
FLOORS = {
    "engine": """
        __main__
        ask
        __init__
        sweep
        table_file
        csv_out console
        analysis
        worlds
        files
        run
        tables
        model
        values
        problems
        text allowed
        resource version loading
    """,
    "gui": """
        __main__
        app
        self_test
        window
        run
        pages
        timeline
        levers
        entries
        report
        help document sweeps
        charts
        system
        widgets
        words
        __init__
    """,
}
MOST_LOOSE = 12  # files at the top of a package
MOST_LINES = 400
WINDOW = re.compile(r"\bMainWindow\b")


def modules(root: Path, package: str) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    found = {}
    for path in sorted((root / package).rglob("*.py")):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imported(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules of the house that a file imports, wherever in it, for the types alone too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else node.module for name in whole]
        yield from (name for name in names if name in known and known[name] != path)


@functools.cache
def arrows(root: Path, package: str) -> dict[str, set[str]]:
    known = modules(root, package)
    return {name: set(imported(path, known)) for name, path in known.items()}


def room(module: str) -> str:
    """The room of a module: its folder, or itself where it stands loose."""
    return module.split(".")[1] if "." in module else "__init__"


def upward(drawn: Mapping[str, set[str]], floors: str) -> list[str]:
    """Arrows that lead to another room of the same floor, or of one above it."""
    level = {
        name: number
        for number, line in enumerate(reversed(floors.split("\n")))
        for name in line.split()
    }
    return [
        f"{start} -> {end}"
        for start, ends in drawn.items()
        for end in sorted(ends)
        if room(start) != room(end) and level[room(end)] >= level[room(start)]
    ]


def circles(drawn: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules that reach each other (Tarjan's strongly connected components)."""
    found: list[list[str]] = []
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []

    def visit(name: str) -> None:
        index[name] = lowest[name] = len(index)
        stack.append(name)
        for other in sorted(drawn[name]):
            if other not in index:
                visit(other)
                lowest[name] = min(lowest[name], lowest[other])
            elif other in stack:
                lowest[name] = min(lowest[name], index[other])
        if lowest[name] == index[name]:
            at = stack.index(name)
            group = sorted(stack[at:])
            del stack[at:]
            if len(group) > 1:
                found.append(group)

    for name in sorted(drawn):
        if name not in index:
            visit(name)
    return found


@pytest.mark.parametrize("package", FLOORS)
def test_that_every_room_imports_only_from_the_floors_below_it(package: str) -> None:
    assert upward(arrows(ROOT, package), FLOORS[package]) == []


@pytest.mark.parametrize("package", FLOORS)
def test_that_no_files_import_each_other_in_a_circle(package: str) -> None:
    assert circles(arrows(ROOT, package)) == []


def loose(root: Path, package: str) -> list[str]:
    return sorted(path.name for path in (root / package).glob("*.py"))


def long_files(root: Path, package: str) -> list[str]:
    return [
        name
        for name, path in modules(root, package).items()
        if len(path.read_text("utf-8").splitlines()) > MOST_LINES
    ]


def taking_the_window(root: Path) -> list[str]:
    """Files with a class that is given the main window, or holds it as a field."""
    return sorted(
        {
            name
            for name, path in modules(root, "gui").items()
            for made in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(made, ast.ClassDef)
            for node in made.body
            for held in asked_for(node)
            if WINDOW.search(ast.unparse(held))
        }
    )


def asked_for(node: ast.stmt) -> Iterator[ast.expr]:
    """The types that a class asks for: of its constructor's arguments, or of its fields."""
    if isinstance(node, ast.AnnAssign):
        yield node.annotation
    if isinstance(node, ast.FunctionDef) and node.name in ("__init__", "__new__"):
        arguments = (argument for argument in ast.walk(node.args) if isinstance(argument, ast.arg))
        yield from (each.annotation for each in arguments if each.annotation is not None)


@pytest.mark.parametrize("package", FLOORS)
def test_that_few_files_stand_loose_at_the_top(package: str) -> None:
    assert len(loose(ROOT, package)) <= MOST_LOOSE


@pytest.mark.parametrize("package", FLOORS)
def test_that_no_file_is_longer_than_a_reader_holds_in_mind(package: str) -> None:
    assert long_files(ROOT, package) == []


def test_that_no_class_is_given_the_whole_window() -> None:
    assert taking_the_window(ROOT) == []


def names_of_two(root: Path) -> list[str]:
    """Classes of the window whose name another class has, in either package."""
    files: dict[str, list[str]] = {}
    for package in FLOORS:
        for module, path in modules(root, package).items():
            for node in ast.parse(path.read_text("utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    files.setdefault(node.name, []).append(module)
    return [
        f"{name}: {', '.join(found)}"
        for name, found in sorted(files.items())
        if len(found) > 1 and any(module.startswith("gui.") for module in found)
    ]


def test_that_no_class_of_the_window_shares_its_name_with_another() -> None:
    assert names_of_two(ROOT) == []


# Each guard, seen failing


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, text in {
        "gui/words/units.py": "from gui.widgets import style\n",
        "gui/widgets/style.py": "def f():\n    from gui.words.units import unit\n",
        "gui/window/knot.py": "class Knot:\n    def __init__(self, window: 'MainWindow'): ...\n",
        "gui/window/bag.py": "class Bag:\n    window: Optional[MainWindow]\n",
        "gui/window/key.py": "class Key:\n    def __init__(self, *, up: MainWindow): ...\n",
        "gui/window/frame.py": "class Frame:\n    def __init__(self, of: QMainWindow): ...\n",
        "engine/model/fleet.py": "if TYPE_CHECKING:\n    from engine.run.result import Result\n",
        "engine/run/result.py": "import engine.tables.series\n",
        "engine/tables/series.py": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_that_an_arrow_up_a_circle_and_a_taker_of_the_window_would_be_seen(house: Path) -> None:
    drawn = arrows(house, "gui")
    assert upward(drawn, FLOORS["gui"]) == ["gui.words.units -> gui.widgets.style"]
    assert circles(drawn) == [["gui.widgets.style", "gui.words.units"]]
    assert taking_the_window(house) == ["gui.window.bag", "gui.window.key", "gui.window.knot"]
    drawn = arrows(house, "engine")
    assert upward(drawn, FLOORS["engine"]) == ["engine.model.fleet -> engine.run.result"]
    assert circles(drawn) == []


def test_that_a_circle_of_three_for_their_types_alone_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "gui").mkdir()
    for name, other in (("one", "two"), ("two", "three"), ("three", "one")):
        text = f"if TYPE_CHECKING:\n    from gui.{other} import Type\n"
        (tmp_path / "gui" / f"{name}.py").write_text(text)
    (tmp_path / "gui" / "apart.py").write_text("import gui.one\n")
    assert circles(arrows(tmp_path, "gui")) == [["gui.one", "gui.three", "gui.two"]]


def test_that_a_long_file_and_too_many_loose_ones_would_be_seen(house: Path) -> None:
    (house / "gui" / "short.py").write_text("pass\n" * MOST_LINES)
    (house / "gui" / "long.py").write_text("pass\n" * (MOST_LINES + 1))
    assert long_files(house, "gui") == ["gui.long"]
    assert loose(house, "gui") == ["long.py", "short.py"]
    assert loose(house, "engine") == []


def test_that_a_name_that_means_two_things_would_be_seen(house: Path) -> None:
    assert names_of_two(house) == []
    (house / "engine" / "tables" / "series.py").write_text("class Knot: ...\n")
    assert names_of_two(house) == ["Knot: engine.tables.series, gui.window.knot"]
