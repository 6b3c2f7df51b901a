"""Gathers every text that people read into the translations: `python packaging/translations.py`.

Texts stand as literals in calls of `translate`, `tr` and `QT_TRANSLATE_NOOP`; some come out of
the tables and the data. Qt's lupdate, which can't read all of them, merges them into the `.ts`.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
# contexts of texts that stand in a table or in a data file, translated where they are shown
OF_TABLES = frozenset({"Unit", "Source", "Limit", "Milestone", "Example", "Choice"})


class Text(NamedTuple):
    """A text to translate: the room it stands in, and whether it has a count."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class UnreadableTextError(ValueError):
    """A text that the tools can't see: not a literal."""


def texts_of_code(path: Path) -> Iterator[Text]:
    """The texts in one file of Python. Raises UnreadableTextError naming file and line."""
    yield from _walk(ast.parse(path.read_text("utf-8")), "", path)


def _walk(node: ast.AST, room: str, path: Path) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        room = node.name
    if isinstance(node, ast.Call):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else ""
        name = function.id if isinstance(function, ast.Name) else name
        if name == "tr" and node.args:
            owner = function.value if isinstance(function, ast.Attribute) else None
            own = isinstance(owner, ast.Name) and owner.id == "self"  # Qt's context is its class
            yield _text(room if own else "", node.args, node, path)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            context = _literal(node.args[0])
            if context is None and name == "translate" and not isinstance(function, ast.Name):
                pass  # str.translate and the like
            elif isinstance(node.args[1], ast.Constant | ast.JoinedStr | ast.BinOp):
                yield _text(context, node.args[1:], node, path)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, room, path)


def _text(context: str | None, arguments: list[ast.expr], node: ast.Call, path: Path) -> Text:
    source = _literal(arguments[0])
    comment = _literal(arguments[1]) if len(arguments) > 1 else ""
    if not context or source is None or comment is None:
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        raise UnreadableTextError(f"{where}: a literal in self.tr or translate is wanted")
    return Text(context, source, comment, plural=len(arguments) > 2)


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, str)):
        return node.value or ""
    return None


def texts_of_tables() -> Iterator[Text]:
    """What the tables and the data files say beyond the literals in the code."""
    sys.path.insert(0, str(ROOT))
    from engine import PARAMETERS, SERIES, observed, shipped_catalogue
    from engine.model.fleet import BINDING
    from engine.tables.origins import origins
    from engine.tables.statements import statements

    for row in (*PARAMETERS, *SERIES):
        yield Text("Unit", row.unit)
    for parameter in PARAMETERS:
        if parameter.is_share:  # shown in percent
            yield Text("Unit", parameter.unit.replace("share", "%", 1))
        for word in parameter.words:
            yield Text("Choice", word)
        for column in parameter.schema.columns if parameter.schema else ():
            if column.unit:
                yield Text("Unit", column.unit)
    for limit in BINDING:
        yield Text("Limit", limit)
    for parameter in PARAMETERS:
        yield Text("Source", parameter.source)
        if parameter.plausible_source:
            yield Text("Source", parameter.plausible_source)
    for chip in shipped_catalogue().chips:
        yield Text("Source", chip.source)
    for row in observed():
        yield Text("Source", row.source)
        yield Text("Unit", row.unit)
    with (ROOT / "resources" / "milestones.csv").open(encoding="utf-8", newline="") as file:
        for milestone in csv.DictReader(file):
            yield Text("Milestone", milestone["label"])
            yield Text("Milestone", milestone["detail"])
            yield Text("Source", milestone["source"])
    with (ROOT / "resources" / "claims.csv").open(encoding="utf-8", newline="") as file:
        for claim in csv.DictReader(file):
            yield from (
                Text("Claim", claim[key]) for key in ("short", "label", "detail") if claim[key]
            )
            yield Text("Source", claim["source"])
    for statement in statements():
        yield Text("Claim", statement.who)
        yield Text("Claim", statement.detail)
        if statement.later:
            yield Text("Claim", statement.later)
        yield Text("Source", statement.source)
        if statement.unit:
            yield Text("Unit", statement.unit)
    for origin in origins():
        yield Text("Origin", origin.producer)
        yield Text("Origin", origin.title)
    for path in sorted((ROOT / "resources" / "scenarios").glob("*.headroom")):
        scenario = json.loads(path.read_text("utf-8"))
        yield Text("Example", scenario["name"])
        yield Text("Example", scenario["notes"])
        yield from (Text("Source", own["source"]) for own in scenario.get("own_sources", []))


def all_texts() -> dict[str, list[Text]]:
    """Every text by context, each once, in the order of the files."""
    found: dict[Text, None] = {}
    for folder in ("engine", "gui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            found |= dict.fromkeys(texts_of_code(path))
    found |= dict.fromkeys(texts_of_tables())
    by_context: dict[str, list[Text]] = {}
    for text in found:
        by_context.setdefault(text.context, []).append(text)
    return dict(sorted(by_context.items()))


def as_code(texts: dict[str, list[Text]]) -> str:
    """The texts as lupdate reads them: a class for each context."""
    lines = []
    for context, members in texts.items():
        lines += [f"class {context}:", "    def texts(self):"]
        for text in members:
            source, comment = (json.dumps(t, ensure_ascii=False) for t in text[1:3])
            lines.append(f"        self.tr({source}, {comment}{', n' if text.plural else ''})")
    return "\n".join(lines) + "\n"


def update(language: str, target: Path) -> None:
    """Merge every text into `target`; those that are gone leave it."""
    arguments = ["-locations", "none", "-no-obsolete", "-silent"]
    arguments += ["-source-language", "en_US", "-target-language", language]
    if language == "en":
        arguments.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text(as_code(all_texts()), "utf-8")
        tool = Path(sys.executable).parent / "pyside6-lupdate"
        subprocess.run([tool, *arguments, source, "-ts", target], check=True)
    if language == "en":
        target.write_text(_with_english_forms(target.read_text("utf-8")), "utf-8")


def _with_english_forms(text: str) -> str:
    """The English counted texts need no translator: each form follows from the text."""
    from engine.text import english_form

    def forms(found: re.Match[str]) -> str:
        lines = [
            f"            <numerusform>{english_form(found[1], one=one)}</numerusform>\n"
            for one in (True, False)
        ]
        return f"<source>{found[1]}</source>\n        <translation>\n{''.join(lines)}        "

    counted = (
        r"<source>(.*?)</source>\s*<translation[^>]*>(?:\s*<numerusform>.*?</numerusform>)*\s*"
    )
    return re.sub(counted, forms, text, flags=re.DOTALL)


if __name__ == "__main__":
    for code in ("en", "fr"):
        update(code, FOLDER / f"headroom_{code}.ts")
