"""Single changes to the product's code, drawn evenly over their kinds: see `mutation.py`."""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from itertools import accumulate
from pathlib import Path
from typing import Any

# a file belongs to the first group with a pattern for it: shell patterns below engine and gui
_PATTERNS = {
    "equations": "engine/ model/*",
    "analyses": "engine/ analysis/* worlds/*",
    "files": "engine/ files/* csv_out.py table_file.py values.py problems.py tables/catalogue.py",
    "engine": "engine/ *",
    "charts": "gui/ charts/* levers/* pages/mix/*",
    "figures": "gui/ words/* pages/kpi_strip.py run/change_sentence.py run/binding_words.py",
    "reports": "gui/ report/* window/exporting.py",
    "session": "gui/ document/* run/* system/* window/preferences.py",
    "window": "gui/ *",
}
GROUPS = {
    group: [f"{folder}{name}" for folder, *names in [text.split()] for name in names]
    for group, text in _PATTERNS.items()
}
WITHOUT = ("*/__init__.py", "*/__main__.py")
# what is said and how far apart things stand is nobody's arithmetic
NOT_ENTERED = {
    *("translate", "tr", "QT_TRANSLATE_NOOP", "getLogger", "debug", "info", "warning"),
    *("setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing"),
    *("TypeVar", "cast", "Slot", "Signal"),
}
SYMMETRIC = {"maximum", "minimum", "max", "min", "array_equal", "isclose", "hypot", "gcd"}
SYMMETRIC |= {"add", "multiply", "product_over_families"}
_SWAPS = (
    "Add Sub, Sub Add, Mult Div, Div Mult, FloorDiv Mult, Mod FloorDiv, Pow Mult, And Or, Or And"
)
_FLIPS = (
    "Lt GtE, LtE Gt, Gt LtE, GtE Lt, Eq NotEq, NotEq Eq, Is IsNot, IsNot Is, In NotIn, NotIn In"
)
_MOVES = "Lt LtE, LtE Lt, Gt GtE, GtE Gt"
SWAPPED, FLIPPED, MOVED = (
    {getattr(ast, a): getattr(ast, b) for a, b in (pair.split() for pair in text.split(", "))}
    for text in (_SWAPS, _FLIPS, _MOVES)
)


@dataclass(frozen=True)
class Mutant:
    """One change: where, of which kind, and the whole file with it."""

    path: str
    line: int
    kind: str
    before: str
    after: str
    source: str = field(repr=False)

    def __str__(self) -> str:
        before, after = (" ".join(text.split())[:90] for text in (self.before, self.after))
        return f"{self.path}:{self.line} {before} -> {after}"


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST, ast.AST]]:
    """Kind, what is replaced and by what, for every change at one node."""
    match node:
        case ast.Compare(ops=[operator]):
            for kind, table in (("flip", FLIPPED), ("boundary", MOVED)):
                if type(operator) in table:
                    yield kind, node, _with(node, ops=[table[type(operator)]()])
        case ast.BinOp(op=operator) | ast.BoolOp(op=operator) if type(operator) in SWAPPED:
            joins_texts = isinstance(node, ast.BinOp) and any(
                isinstance(getattr(part, "value", None), str) for part in ast.walk(node)
            )
            if not joins_texts:
                yield "operator", node, _with(node, op=SWAPPED[type(operator)]())
        case ast.Constant(value=bool()):
            yield "constant", node, ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            larger = node.value + 1 if isinstance(node.value, int) else node.value * 1.1 or 1.0
            yield "constant", node, ast.Constant(larger)
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            yield "sign", node, node.operand
        case ast.Expr(value=ast.Call()):
            yield "call", node, ast.Pass()
        case ast.Call(args=[first, second, *others]) if not _starred(node):
            if _name(node) not in SYMMETRIC and ast.dump(first) != ast.dump(second):
                yield "arguments", node, _with(node, args=[second, first, *others])
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            if not isinstance(test, ast.Compare | ast.UnaryOp):  # those are flipped as they are
                yield "branch", test, ast.UnaryOp(ast.Not(), test)
        case ast.Dict(keys=keys):
            for key in keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield "key", key, ast.Constant(f"{key.value}x")
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield "return", node, ast.Return(ast.Constant(None))


def _with(node: ast.AST, **parts: object) -> ast.AST:
    changed = copy.copy(node)
    for name, part in parts.items():
        setattr(changed, name, part)
    return changed


def _starred(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Starred) for argument in call.args[:2])


def _name(call: ast.Call) -> str:
    function = call.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _visited(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes worth a change: no texts, no hints of types, no decorators, no assertions."""
    if isinstance(node, ast.Call) and _name(node) in NOT_ENTERED:
        return
    if isinstance(node, ast.JoinedStr | ast.Raise | ast.Assert | ast.Import | ast.ImportFrom):
        return
    if isinstance(node, ast.keyword) and node.arg == "strict":  # of zip: an assertion, too
        return
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    call = getattr(node, "value", None) if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and _name(call) in NOT_ENTERED:
        return
    yield node
    skipped = ("annotation", "returns", "decorator_list", "type_params")
    for name, part in ast.iter_fields(node):
        if name in skipped:
            continue
        for child in part if isinstance(part, list) else [part]:
            if isinstance(child, ast.AST):
                yield from _visited(child)


@dataclass(frozen=True)
class Change:
    """A change that is not made yet: making all of them would take minutes."""

    path: str
    source: bytes
    kind: str
    old: Any
    new: ast.AST

    def made(self) -> Mutant | None:
        """The file with it; None where it is no Python."""
        old, source = self.old, self.source
        starts = [0, *accumulate(map(len, source.splitlines(keepends=True)))]
        begin = starts[old.lineno - 1] + old.col_offset
        end = starts[old.end_lineno - 1] + old.end_col_offset
        after = ast.unparse(ast.fix_missing_locations(copy.deepcopy(self.new)))
        put = after if isinstance(self.new, ast.stmt | ast.Constant) else f"({after})"
        changed = (source[:begin] + put.encode() + source[end:]).decode()
        try:
            compile(changed, self.path, "exec")
        except (SyntaxError, ValueError):
            return None
        before = source[begin:end].decode()
        return Mutant(self.path, old.lineno, self.kind, before, after, changed)


def changes_of(path: str, source: str) -> list[Change]:
    """Every change of a file, in the order of the file."""
    data = source.encode()
    nodes = _visited(ast.parse(source))
    return [Change(path, data, *change) for node in nodes for change in _changes(node)]


def group_of(path: str) -> str | None:
    if any(fnmatch(path, pattern) for pattern in WITHOUT):
        return None
    found = (name for name, patterns in GROUPS.items() if any(fnmatch(path, p) for p in patterns))
    return next(found, None)


def drawn(root: Path, group: str, count: int, seed: int) -> list[Mutant]:
    """`count` changes of a group, as many of each kind as there are; the same for a seed."""
    kinds: dict[str, list[Change]] = {}
    for path in sorted(path for part in ("engine", "gui") for path in (root / part).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if group_of(name) == group:
            for change in changes_of(name, path.read_text("utf-8")):
                kinds.setdefault(change.kind, []).append(change)
    chance = random.Random(f"{seed} {group}")
    order = sorted(kinds)
    for kind in order:
        chance.shuffle(kinds[kind])
    chance.shuffle(order)
    chosen: list[Mutant] = []
    while len(chosen) < count and any(kinds.values()):
        for kind in order:
            mutant = kinds[kind].pop().made() if kinds[kind] and len(chosen) < count else None
            chosen += [] if mutant is None else [mutant]
    return chosen
