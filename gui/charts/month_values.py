"""What the legend says of one month: each part's value, the total, and the worlds."""

from __future__ import annotations

from collections.abc import Iterator

from engine.text import translate
from gui.charts.chart_spec import TOTAL, ChartSpec, Curve, Fan
from gui.charts.legend import Entry


def entries(spec: ChartSpec, t: int, hidden: frozenset[str]) -> Iterator[Entry]:
    """The entries of a chart's legend in month `t`; a stack's total comes first."""
    found, widest = spec.with_worlds, spec.text(spec.top)
    total = spec.total
    if total is not None and len(spec.layers) > 1:
        spread = "" if found is None else _spread(spec, found[1], t)
        value = spec.text(float(total.values[t]))
        yield Entry(total.label, TOTAL, value, line=True, spread=spread, widest=widest)
    for part in spec.parts:
        own = found is not None and part is found[0]
        yield Entry(
            part.label,
            part.role,
            spec.text(float(part.values[t])),
            isinstance(part, Curve),
            part.label in hidden,
            spread=_spread(spec, found[1], t) if found is not None and own else "",
            widest=widest,
        )


def _spread(spec: ChartSpec, fan: Fan, t: int) -> str:
    """`median 2.02, 1.31 to 2.42`; nothing where it is undefined."""
    if fan.median is None or fan.median[t] != fan.median[t]:
        return ""
    low, median, high = (
        spec.text(float(line[t])) for line in (fan.bounds[0], fan.median, fan.bounds[-1])
    )
    text = translate("Chart", "median {median}, {low} to {high}")
    return text.format(median=median, low=low, high=high)
