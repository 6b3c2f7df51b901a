"""The tool that puts single changes into the code: which it makes, and that tests are asked."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import GROUPS, changes_of, drawn, group_of
from tests.mutation import Copy, Neighbours, stages_of, trial

ROOT = Path(__file__).parents[1]

SOURCE = '''"""A docstring with 3 < 4."""
LIMIT: int = 7


@cached(maxsize=64)
def room(used, rows, log):
    """Another, of 5."""
    log.info("used %d", 12)
    rows.sort()
    if not rows:
        return {"left": 0}
    if used < LIMIT and translate("Room", "over {n}", "", 9):
        return -used + rows[0] * 2.0
    raise ValueError(f"{used} of {LIMIT + 11}")
'''


def pairs(source: str) -> set[tuple[int, str, str, str]]:
    made = [change.made() for change in changes_of("engine/room.py", source)]
    return {(m.line, m.kind, m.before, m.after) for m in made if m is not None}


def test_that_each_kind_of_change_is_made_and_what_is_only_said_is_left_alone():
    assert pairs(SOURCE) == {
        (2, "constant", "7", "8"),
        (9, "call", "rows.sort()", "pass"),
        (10, "sign", "not rows", "rows"),
        (11, "return", 'return {"left": 0}', "return None"),
        (11, "key", '"left"', "'leftx'"),
        (11, "constant", "0", "1"),
        (
            12,
            "operator",
            SOURCE.splitlines()[11][7:-1],
            "used < LIMIT or translate('Room', 'over {n}', '', 9)",
        ),
        (
            12,
            "branch",
            SOURCE.splitlines()[11][7:-1],
            "not (used < LIMIT and translate('Room', 'over {n}', '', 9))",
        ),
        (12, "flip", "used < LIMIT", "used >= LIMIT"),
        (12, "boundary", "used < LIMIT", "used <= LIMIT"),
        (13, "return", "return -used + rows[0] * 2.0", "return None"),
        (13, "operator", "-used + rows[0] * 2.0", "-used - rows[0] * 2.0"),
        (13, "operator", "rows[0] * 2.0", "rows[0] / 2.0"),
        (13, "sign", "-used", "used"),
        (13, "constant", "0", "1"),
        (13, "constant", "2.0", "2.2"),
    }


def test_that_arguments_are_swapped_unless_their_order_is_nothing():
    assert pairs("f(a, b)\n") == {
        (1, "call", "f(a, b)", "pass"),
        (1, "arguments", "f(a, b)", "f(b, a)"),
    }
    assert pairs("x = max(a, b)\ny = f(a, a)\nz = f(*a, b)\n") == set()


def test_that_a_change_stands_where_it_was_after_letters_of_several_bytes():
    (change,) = [c for c in changes_of("x.py", 'α = "ü"; β = α < γ\n') if c.kind == "boundary"]
    assert change.made().source == 'α = "ü"; β = (α <= γ)\n'


@pytest.mark.parametrize("group", GROUPS)
def test_that_the_changes_of_each_group_are_of_many_kinds_and_are_python(group):
    mutants = drawn(ROOT, group, 12, seed=3)
    assert len(mutants) == 12
    assert len({mutant.kind for mutant in mutants}) >= 8
    for mutant in mutants:
        assert group_of(mutant.path) == group
        before = (ROOT / mutant.path).read_text("utf-8")
        assert ast.dump(ast.parse(mutant.source)) != ast.dump(ast.parse(before))


def test_that_the_same_seed_draws_the_same_changes_and_another_one_others():
    mutants = drawn(ROOT, "equations", 12, seed=3)
    assert mutants == drawn(ROOT, "equations", 12, seed=3)
    assert mutants != drawn(ROOT, "equations", 12, seed=4)


def test_that_every_module_of_the_product_is_in_a_group():
    for path in [*(ROOT / "engine").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]:
        name = path.relative_to(ROOT).as_posix()
        bare = path.name in ("__init__.py", "__main__.py")
        assert (group_of(name) is None) == bare, name
    assert group_of("engine/model/fleet.py") == "equations"
    assert group_of("engine/files/writing.py") == "files"
    assert group_of("engine/run/scenario_arrays.py") == "engine"
    assert group_of("gui/charts/view.py") == "charts"
    assert group_of("gui/window/main_window.py") == "window"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A product of two functions, one of which a test says something about."""
    root = tmp_path / "project"
    for folder in ("engine/model", "gui", "tests/engine", "tests/gui"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["."]\n')
    (root / "engine" / "model" / "sums.py").write_text(
        "def both(a, b):\n    return a + b\n\n\ndef less(a, b):\n    return a - b\n"
    )
    (root / "tests" / "engine" / "test_near.py").write_text(
        "from engine.model.sums import both, less\n\n\n"
        "def test_both():\n    assert both(2, 3) == 5\n    assert less(3, 0) is not None\n\n\n"
        "def test_that_always_fails():\n    assert not both\n"
    )
    (root / "tests" / "engine" / "test_far.py").write_text("def test_nothing():\n    pass\n")
    (root / "tests" / "test_tables.py").write_text("def test_nothing():\n    pass\n")
    return root


def test_that_a_change_is_noticed_where_a_test_that_passed_fails_and_nowhere_else(project):
    mutants = drawn(project, "equations", 9, seed=1)
    told = {}
    trial(project, mutants, jobs=2, tell=lambda mutant, seen: told.update({str(mutant): seen}))
    path = "engine/model/sums.py"
    assert told == {
        f"{path}:2 a + b -> a - b": True,
        f"{path}:2 return a + b -> return None": True,
        f"{path}:6 a - b -> a + b": False,
        f"{path}:6 return a - b -> return None": True,
    }
    assert (project / path).read_text().startswith("def both(a, b):\n    return a + b\n")


def test_that_a_file_of_tests_that_cannot_be_read_is_left_out(project):
    for name, text in (("near", "from engine.model.sums import neither\n"), ("far", "import no\n")):
        (project / "tests" / "engine" / f"test_broken_{name}.py").write_text(text)
    mutants = drawn(project, "equations", 9, seed=1)
    mutants = [mutant for mutant in mutants if mutant.line == 6]
    assert trial(project, mutants, timeout=60) == [
        mutant.after == "return None" for mutant in mutants
    ]


def test_that_the_nearest_tests_run_first(project):
    (mutant, *_) = drawn(project, "equations", 1, seed=1)
    near, all_of_them = stages_of(mutant, Neighbours(project), near=False)
    assert near == ["tests/engine/test_near.py"]
    assert all_of_them == ["tests/engine", "tests/test_tables.py"]
    assert stages_of(mutant, Neighbours(project), near=True) == [near]
    assert "tests/engine/test_saving.py" in Neighbours(ROOT).of("engine/files/writing.py")[:6]


def test_that_a_copy_has_every_room_and_nothing_that_was_made(tmp_path):
    root = tmp_path / "project"
    for name in ("gui/report/pdf.py", "packaging/build/x.py", "report/a.csv", ".venv/y.py"):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text("", "utf-8")
    copied = Copy(root, tmp_path / "copy", timeout=1).root
    found = {path.relative_to(copied).as_posix() for path in copied.rglob("*") if path.is_file()}
    assert found == {"gui/report/pdf.py", "packaging/build/x.py"}
