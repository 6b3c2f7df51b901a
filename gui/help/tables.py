"""Help pages made from the two tables: each lever, each chart and each output. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from engine import PARAMETERS, Scenario, simulate
from engine.tables.catalogue import family_label
from engine.tables.grades import grade_text
from engine.tables.output import Series
from engine.tables.parameter import Parameter
from engine.tables.series import SERIES, series
from engine.text import translate, written
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.words.units import file_units


def levers_page() -> str:
    """Every row of the input table, by group, in the reader's language."""
    lines = [f"# {translate('Help', 'Levers')}", "", _about_levers(), ""]
    for group, rows in groupby(PARAMETERS, key=lambda row: row.group):
        lines += [f"## {translate('Group', group)}", ""]
        for row in rows:
            lines += _lever(row)
    return "\n".join(lines).rstrip() + "\n"


def _about_levers() -> str:
    return translate(
        "Help",
        "Each value of a scenario, with its key in files, its unit, what it may be, where its "
        "default comes from and how good that is: A is a vendor's word or a filing, B an "
        "analyst's figure, C an estimate of ours.",
    )


def _lever(row: Parameter) -> Iterable[str]:
    facts = [f"`{row.key}`", row.unit_text]
    if row.low is not None and row.high is not None and row.kind != "switch":
        facts.append(
            translate("Help", "{low} to {high}").format(
                low=_number(row.low), high=_number(row.high)
            )
        )
    elif row.bounds_text:
        low, high = row.bounds_text
        facts.append(translate("Help", "{low} to {high}").format(low=low, high=high))
    if row.scale == "log" and (row.is_number or row.per_family):
        facts.append(translate("Help", "logarithmic scale"))
    facts.append(translate("Help", "default {value}").format(value=default_text(row)))
    source = translate("Help", "Source, grade {grade} ({meaning}): {source}").format(
        grade=row.grade, meaning=grade_text(row.grade), source=row.source_text
    )
    # a heading ends with its key, so that a link finds it in every language
    return (
        f"### {row.label_text}",
        "",
        " · ".join(facts),
        "",
        row.help_text,
        "",
        *_columns(row),
        f"*{_plain(source)}*",
        "",
    )


def _columns(row: Parameter) -> Iterable[str]:
    """What an entry of a list says, a point each."""
    if row.schema is None:
        return
    for column in row.schema.columns:
        facts = [column.label_text, column.unit_text if column.kind != "share" else ""]
        if column.is_number:
            text = translate("Help", "{low} to {high}")
            facts.append(text.format(low=_number(column.low), high=_number(column.high)))
        elif column.kind == "word":
            facts.append(", ".join(f"`{word}`" for word in column.words))
        if not column.needed:
            facts.append(translate("Help", "may be left out"))
        yield f"- `{column.key}` · {' · '.join(filter(None, facts))}. {column.help_text}"
    yield ""


def default_text(row: Parameter) -> str:
    """A default as it is read: one number, one for each family, yes or no, or none."""
    value = row.default
    if row.per_family:
        return ", ".join(
            f"{family_label(family)} {_number(number)}"
            for family, number in value.items()  # type: ignore[union-attr]
        )
    if isinstance(value, bool):
        return translate("Help", "yes") if value else translate("Help", "no")
    if row.kind == "anchors":
        points: Any = value
        return "; ".join(f"{month}: {_number(level)}" for month, level in points)
    if value is None or value == ():
        return translate("Help", "none")
    return _number(value) if isinstance(value, int | float) else translate("Choice", str(value))


def _number(value: float) -> str:
    return written(value, ",.10g") if abs(value) >= 1e-4 or not value else written(value, ".3g")


def _plain(text: str) -> str:
    """Text that Markdown takes as it is."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def outputs_page() -> str:
    """Every chart with what it draws, then every row of the output table."""
    lines = [f"# {translate('Help', 'Charts and outputs')}", ""]
    lines += [f"## {translate('Help', 'Charts')}", ""]
    lines += [
        translate(
            "Help",
            "A line in lighter dashes is the baseline. Bands hold 90% and 50% of the drawn worlds. "
            "Any chart can be shown as a table, copied, or exported by its own menu.",
        ),
        "",
    ]
    with file_units():
        drawn = _all_charts()
    for row in specs.ALL_CHARTS:
        spec = drawn[row.key]
        names = ", ".join(f"[{series(name).label_text}](outputs.md#{name})" for name in row.outputs)
        lines += [f"### {spec.title}", "", f"`{row.key}` · {translate('Unit', spec.unit)}", ""]
        lines += [translate("Help", "Draws: {outputs}.").format(outputs=names), ""]
    lines += [f"## {translate('Help', 'Outputs')}", "", _about_outputs(), ""]
    for output in SERIES:
        lines += _output(output)
    return "\n".join(lines).rstrip() + "\n"


def _all_charts() -> dict[str, ChartSpec]:
    result = simulate(Scenario())
    return specs.charts(specs.ALL_CHARTS, result)


def _about_outputs() -> str:
    return translate(
        "Help",
        "One value for each month; the key is the column's name in CSV files, with the family's "
        "name behind it where there is one for each family. Flows belong to their month, stocks "
        "are those of its end.",
    )


def _output(row: Series) -> Iterable[str]:
    facts = [f"`{row.key}`", row.unit_text]
    if row.by_family:
        facts.append(translate("Help", "also by family"))
    return (f"### {row.label_text}", "", " · ".join(facts), "", row.help_text, "")
