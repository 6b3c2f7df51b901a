"""The engine's public functions say what they are, take, give and raise, and where that is from.

The parts are checked, not the prose. They stand behind the description, a line each:

    Takes: `price` (time, family, ...) [$ per hour]; `life` (...) [months].
    Gives: (time, ...) [$bn a month].
    Raises: ValueError for no family.
    Source: model, section 6.

Shapes are in round brackets, units in square ones. What takes nothing gives what its first
sentence says; what stands in for a protocol of its module does what that says.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.tables.series import SERIES

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "engine").rglob("*.py"))
EQUATIONS = [path for path in SOURCES if path.parent.name == "model"]
QUANTITIES = [path for path in SOURCES if path.parent.name == "graph"]

PART = re.compile(r"(?:^|(?<=\. ))(Takes|Gives|Raises|Source): ", re.MULTILINE)
ARRAY = re.compile(r"\b(Array|NDArray|Truths|Wholes|Words|Places)\b")
SHAPE = re.compile(r"\((?=[^)]*(?:,|\.{3}))[a-z0-9 ,.]+\)")
UNIT = re.compile(r"\[[^\]]+\]")
CHECK = re.compile(r"(allowed|asked)\.(?!format$)\w+")  # the modules; texts are called so, too
SECTION = re.compile(r"\bmodel, sections? [0-9]")
# How it is computed: the array module, where, who hears of it. Explained where they are declared.
HOW = {"self", "cls", "xp", "fuse", "backend", "progress"}
NUMPYS = ("ArrayModule", "Elementwise")  # what is there of NumPy is explained there
# Nothing, or a text, or whether: no more could be said of it.
SAID_BY_THE_FIRST_SENTENCE = {"None", "NoReturn", "Iterator[None]", "str", "bool"}
NO_EQUATION = {
    *("plainly", "as_kernel", "running_sum", "by_value", "places_of"),
    *("over_families", "product_over_families", "weighted_over_families"),
}


@dataclass(frozen=True)
class Function:
    """A public function or method, and its docstring in parts."""

    name: str
    node: ast.FunctionDef
    prose: str
    parts: dict[str, str]

    @property
    def arguments(self) -> dict[str, str]:
        """By name each argument's type as it is written, but for how it is computed."""
        every = self.node.args
        named = [*every.posonlyargs, *every.args, *every.kwonlyargs]
        named += [one for one in (every.vararg, every.kwarg) if one is not None]
        types = {
            one.arg: "" if one.annotation is None else ast.unparse(one.annotation) for one in named
        }
        return {name: kind for name, kind in types.items() if name not in HOW}

    @property
    def gives(self) -> str:
        """The type of what comes back, as it is written."""
        return "" if self.node.returns is None else ast.unparse(self.node.returns)

    @property
    def is_quantity(self) -> bool:
        return any(ast.unparse(one) == "quantity" for one in self.node.decorator_list)


def functions(path: Path) -> Iterator[Function]:
    """The public functions of a module, and the public methods of its public classes."""
    body = ast.parse(path.read_text("utf-8")).body
    protocols = [node for node in body if isinstance(node, ast.ClassDef) and _is_protocol(node)]
    promised = {method.name for node in protocols for method in _methods(node)}
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield from _public(node.name, node)
        elif isinstance(node, ast.ClassDef) and not node.name.startswith(("_", *NUMPYS)):
            for method in _methods(node):
                if node in protocols or method.name not in promised:
                    yield from _public(f"{node.name}.{method.name}", method)


def _is_protocol(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base) == "Protocol" for base in node.bases)


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [method for method in node.body if isinstance(method, ast.FunctionDef)]


def _public(name: str, node: ast.FunctionDef) -> Iterator[Function]:
    if not node.name.startswith("_"):
        prose, *found = PART.split(ast.get_docstring(node) or "")
        parts = dict(zip(found[::2], (" ".join(text.split()) for text in found[1::2]), strict=True))
        yield Function(name, node, prose.strip(), parts)


def without_words(path: Path) -> list[str]:
    """Functions without a first sentence."""
    return [f.name for f in functions(path) if not re.match(r"(?s)\S.*[.:;\]](\s|$)", f.prose)]


def unnamed_arguments(path: Path) -> list[str]:
    """Arguments of which the docstring does not speak."""
    return [
        f"{f.name}: {name}"
        for f in functions(path)
        for name in f.arguments
        if f"`{name}`" not in f.prose + f.parts.get("Takes", "")
    ]


def untold_results(path: Path) -> list[str]:
    """Functions that take something, give something, and do not say what."""
    return [
        f.name
        for f in functions(path)
        if f.arguments and f.gives not in SAID_BY_THE_FIRST_SENTENCE
        if "Gives" not in f.parts
    ]


def untold_errors(path: Path) -> list[str]:
    """Errors that the body raises, itself or by a check, and the docstring does not name."""
    return [
        f"{f.name}: {error or 'an error'}"
        for f in functions(path)
        for error in sorted(_raised(f.node))
        if error not in f.parts.get("Raises", "") or "Raises" not in f.parts
    ]


def _raised(function: ast.FunctionDef) -> set[str]:
    """Names of errors; "" for one that something else makes."""
    found = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and node.exc is not None:
            made = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            named = isinstance(made, ast.Name) and made.id[0].isupper()
            found.add(ast.unparse(made) if named else "")
        if isinstance(node, ast.Call) and CHECK.fullmatch(ast.unparse(node.func)):
            found.add("ValueError")
    return found


def shapeless_arrays(path: Path) -> list[str]:
    """Arrays that come or go without a shape."""
    found = []
    for f in functions(path):
        for name, kind in f.arguments.items():
            if ARRAY.search(kind) and not SHAPE.search(_entry(f.parts.get("Takes", ""), name)):
                found.append(f"{f.name}: {name}")
        if ARRAY.search(f.gives) and not SHAPE.search(f.parts.get("Gives", f.prose)):
            found.append(f"{f.name}: what it gives")
    return found


def vague_arrays(path: Path) -> list[str]:
    """Arrays of equations that come or go without a shape or a unit."""
    found = []
    for f in functions(path):
        for name, kind in f.arguments.items():
            entry = _entry(f.parts.get("Takes", ""), name)
            if ARRAY.search(kind) and not (SHAPE.search(entry) and UNIT.search(entry)):
                found.append(f"{f.name}: {name}")
        given = f.parts.get("Gives", "")
        if ARRAY.search(f.gives) and not (SHAPE.search(given) and UNIT.search(given)):
            found.append(f"{f.name}: what it gives")
    return found


def _entry(takes: str, name: str) -> str:
    """What is said of one argument: from its name to the end of its entry."""
    return takes.partition(f"`{name}`")[2].partition(";")[0]


def without_source(path: Path) -> list[str]:
    """Equations that do not name the section of the model that they are from."""
    return [
        f.name
        for f in functions(path)
        if f.name not in NO_EQUATION and not SECTION.match(f.parts.get("Source", ""))
    ]


def vague_quantities(path: Path) -> list[str]:
    """Quantities without a shape at the beginning, or without the unit of the output table."""
    units = {row.key: row.unit for row in SERIES}
    found = []
    for f in functions(path):
        if f.is_quantity and ARRAY.search(f.gives):
            unit = units.get(f.node.name.removesuffix("_by_family"))
            there = UNIT.findall(f.prose)
            right = f"[{unit}]" in there if unit else bool(there)
            shape = SHAPE.match(f.prose)
            by_family = "family" in (shape[0] if shape else "")
            if not shape or not right or (f.name.endswith("_by_family") and not by_family):
                found.append(f.name)
    return found


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_that_every_public_function_says_what_it_is(path: Path) -> None:
    assert without_words(path) == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_that_every_argument_is_spoken_of(path: Path) -> None:
    assert unnamed_arguments(path) == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_that_what_comes_back_is_said(path: Path) -> None:
    assert untold_results(path) == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_that_errors_that_are_raised_are_named(path: Path) -> None:
    assert untold_errors(path) == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_that_arrays_have_a_shape(path: Path) -> None:
    assert shapeless_arrays(path) == []


@pytest.mark.parametrize("path", EQUATIONS, ids=named)
def test_that_arrays_of_equations_have_a_shape_and_a_unit(path: Path) -> None:
    assert vague_arrays(path) == []


@pytest.mark.parametrize("path", EQUATIONS, ids=named)
def test_that_equations_name_the_section_of_the_model(path: Path) -> None:
    assert without_source(path) == []


@pytest.mark.parametrize("path", QUANTITIES, ids=named)
def test_that_quantities_have_a_shape_and_the_unit_of_the_output_table(path: Path) -> None:
    assert vague_quantities(path) == []


def test_that_there_are_equations_and_quantities_to_look_at() -> None:
    known = {f.name for path in (*EQUATIONS, *QUANTITIES) for f in functions(path)}
    assert {"buy", "economic_cost", "Fleet.capacity_eflops", "Money.rent_bn"} <= known


WORDLESS = '''
def cost(xp, price: Array, life: Array) -> Array:
    """What it costs.

    Takes: `price` (time, ...); and the life.
    """
    if life is None:
        raise TypeError("life")
    return price * allowed.months(life)

def _own(price: Array) -> Array:
    return price

class Money:
    @quantity
    def rent_bn(self) -> Array:
        """(time, ...) rent [$]."""

    def silent(self) -> None:
        pass
'''


def test_that_each_part_that_is_missing_would_be_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "copy.py"
    copy.write_text(WORDLESS)
    assert without_words(copy) == ["Money.silent"]
    assert unnamed_arguments(copy) == ["cost: life"]
    assert untold_results(copy) == ["cost"]
    assert untold_errors(copy) == ["cost: TypeError", "cost: ValueError"]
    assert shapeless_arrays(copy) == ["cost: life", "cost: what it gives"]
    assert vague_arrays(copy)[:3] == ["cost: price", "cost: life", "cost: what it gives"]
    assert "cost" in without_source(copy)
    assert vague_quantities(copy) == ["Money.rent_bn"]
