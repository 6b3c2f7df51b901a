"""A report's summary as Markdown. No Qt here."""

from __future__ import annotations

from engine.problems import placed
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.report import rests, words
from gui.report.compare import Comparison
from gui.report.content import Content
from gui.report.readable import COMPARED_FROM, DIFFERENCE_BEFORE, DIFFERENCE_NOW, readable
from gui.report.risk_words import in_names
from gui.report.table import Table
from gui.report.tables import figure_cell, in_words, unit_heading
from gui.words.sanitize import escaped

LONGEST = 300


def markdown(content: Content) -> str:
    """The summary in words, the figures, and what differs."""
    parts = [f"# {escaped(content.scenario.name, words.LONGEST_NAME)}"]
    parts.append(f"*{escaped(words.subtitle(content.order))}*")
    parts += [escaped(part) for part in words.summary(content)]
    said = words.notes(content)
    if said:
        parts.append(f"## {translate('Report', 'Notes')}")
        parts += [escaped(line) for line in said.split("\n") if line.strip()]
    shown = [content.tables["figures"]]
    if content.order.baseline is not None:
        of = {DIFFERENCE_BEFORE: content.order.baseline, DIFFERENCE_NOW: content.scenario}
        shown.append(readable(content.tables["differences"], of))
    if "risk" in content.tables:
        shown.append(in_names(content.tables["risk"], content.scenario.families))
    for table in (*shown, *content.chapters):
        if table.rows:
            parts += [f"## {table.title}", table_text(table)]
    found = words.with_sources(content.tables["rests"])
    if found.rows:
        parts += [f"## {found.title}", escaped(rests.said()), table_text(found)]
    order = content.order
    method = translate(
        "Report", "Seed {seed}, {draws} draws. The same scenario and seed give the same digits."
    )
    parts.append(escaped(method.format(seed=order.scenario.seed, draws=order.draws or 0)))
    return "\n\n".join(parts) + "\n"


def comparison_markdown(comparison: Comparison) -> str:
    """The scenarios side by side: what binds, the figures, the levers that differ."""
    parts = [f"# {translate('Report', 'Comparison of scenarios')}"]
    parts.append(f"*Headroom {PROGRAM_VERSION}*")
    for content, name in zip(comparison.contents, comparison.names, strict=True):
        parts.append(placed(f"**{escaped(name)}**", escaped(words.what_binds(content))))
    figures, levers, split, under = comparison.tables.values()
    of = dict(enumerate((c.scenario for c in comparison.contents), COMPARED_FROM))
    for table in (figures, readable(levers, of), split):
        if table.rows:
            parts.append(f"## {table.title}")
            if table is split:
                parts.append(escaped(words.split_from(comparison.names[0])))
            parts.append(table_text(table))
    if comparison.unsplit:
        parts.append(escaped(words.unsplit(comparison.unsplit)))
    found = words.with_sources(under)
    if found.rows:
        parts += [f"## {found.title}", escaped(rests.said()), table_text(found)]
    return "\n\n".join(parts) + "\n"


def table_text(table: Table, hidden: tuple[str, ...] = ("key",)) -> str:
    """A table in Markdown; numbers to the right."""
    shown = [j for j, column in enumerate(table.columns) if column.heading not in hidden]
    lines = ["| " + " | ".join(escaped(table.columns[j].full_heading) for j in shown) + " |"]
    marks = ("---:" if _is_number(table, j) else "---" for j in shown)
    lines.append("| " + " | ".join(marks) + " |")
    for i in range(len(table.rows)):
        cells = (escaped(_cell(table, i, j), LONGEST) for j in shown)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(table: Table, row: int, column: int) -> str:
    is_figure = table.key == "figures"
    text = in_words(figure_cell(table, row, column) if is_figure else table.text(row, column))
    return translate("Unit", text) if table.columns[column].heading == unit_heading() else text


def _is_number(table: Table, column: int) -> bool:
    return any(isinstance(row[column], int | float) for row in table.rows)
