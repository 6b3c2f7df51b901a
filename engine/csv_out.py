"""Tables out: a run's monthly CSV, a backtest, and the tables that describe the engine."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Sequence

from engine.analysis.backtest import Answer, Backtest
from engine.analysis.outlook import Outlook
from engine.files.scenario_files import plain
from engine.run.result import Result
from engine.tables.observed import COLUMNS as OBSERVED_COLUMNS
from engine.tables.observed import observed
from engine.tables.parameter import Parameter
from engine.tables.plausible import plausible
from engine.tables.scenario import PARAMETERS
from engine.tables.series import SERIES
from engine.text import written
from engine.values import PerFamily
from engine.worlds.ensemble import BAND_COLUMNS, Ensemble
from engine.worlds.risk import effective_suppliers

# fmt: off
PARAMETER_COLUMNS = (
    "key", "label", "unit", "default", "min", "max", "step", "scale", "group", "per_family",
    "help", "source", "grade", "plausible_low", "plausible_high", "plausible_source",
)
LIST_COLUMNS = (
    "list", "key", "label", "unit", "kind", "min", "max", "words", "needed", "default", "note",
    "help",
)
SERIES_COLUMNS = ("key", "label", "unit", "total", "per_family", "columns", "help")
RISK_COLUMNS = ("measure", "unit", "value")
BACKTEST_COLUMNS = (
    "series", "month", "p5", "p50", "p95", "model", "inside", "off", "why", "unit", "source",
    "grade",
)
# fmt: on


EXACTNESS, EXACT, SKETCH = "exactness", "exact", "sketch"  # the unit, and its two values

LARGE = 1000  # from here on all digits before the point are written

# what a spreadsheet would take as a formula; the wide forms too, which some fold to the plain
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


# what a CSV for people begins with: by it Excel knows UTF-8, elsewhere it is nothing
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def result_csv(result: Result, *, units: bool = False) -> str:
    """Every series, a line a month; undefined is empty.

    Takes: `result` of a run; `units`, whether the header has them.
    Gives: CSV.
    """
    families = result.scenario.families
    lines: dict[str, Sequence[str]] = {
        "t": [str(t) for t in range(len(result.months))],
        "month": result.months,
    }
    for row in SERIES:
        for column in row.columns(families):
            heading = f"{column} [{row.unit}]" if units and not row.codes else column
            values = result[column].tolist()
            if row.codes:
                lines[heading] = [row.codes[int(value)] for value in values]
            else:
                lines[heading] = _cells(values)
    return csv_text(lines, zip(*lines.values(), strict=True))


def ensemble_csv(ensemble: Ensemble) -> str:
    """A line a month: `COLUMN_p5`, `_p25`, `_p50`, `_p75`, `_p95`, `_mean` of every column.

    Then the risk of the month: `risk_short` and `risk_ever_short` (chances), expected
    `risk_unserved_eflops` and `risk_unserved_revenue_bn`, and `risk_hhi_LAYER` where asked.
    Last, alike in every line, how exact the quantiles are: see `exactness`. Means are exact.

    Takes: `ensemble`.
    Gives: CSV.
    """
    lines: dict[str, Sequence[str]] = {
        "t": [str(t) for t in range(len(ensemble.months))],
        "month": ensemble.months,
    }
    for column, band in ensemble.bands.items():
        for share in BAND_COLUMNS:
            lines[f"{column}_{share}"] = _cells(getattr(band, share).tolist())
    if ensemble.risk:
        for name in ("short", "ever_short", "unserved_eflops", "unserved_revenue_bn"):
            lines[f"risk_{name}"] = _cells(getattr(ensemble.risk, name).tolist())
        for layer, line in ensemble.risk.concentration.items():
            lines[f"risk_hhi_{layer}"] = _cells(line.tolist())
    for name, _, value in exactness(ensemble):
        lines[name] = [cell(value)] * len(ensemble.months)
    return csv_text(lines, zip(*lines.values(), strict=True))


def exactness(ensemble: Ensemble) -> Iterable[tuple[str, str, str | float]]:
    """How exact the bands' quantiles are: name, unit and value.

    `exact` is of every world. Of a `sketch` the error is a bound: so large a share of the worlds
    may at most lie between the quantile and its true place in their order.

    Takes: `ensemble`.
    Gives: rows.
    """
    yield "quantiles", EXACTNESS, EXACT if ensemble.exact else SKETCH
    yield "quantiles_rank_error", "share", ensemble.rank_error


def risk_csv(outlook: Outlook) -> str:
    """The risk measures as `measure,unit,value`, a line each.

    Takes: `outlook`.
    Gives: CSV.
    """
    rows = ((name, unit, cell(value)) for name, unit, value in risk_rows(outlook))
    return csv_text(RISK_COLUMNS, rows)


def risk_rows(outlook: Outlook) -> Iterable[tuple[str, str, str | float]]:
    """Each risk measure: its name, unit and value.

    Takes: `outlook`.
    Gives: rows.
    """
    ensemble, risk = outlook.ensemble, outlook.ensemble.risk
    yield "draws", "count", ensemble.draws
    yield "seed", "integer", ensemble.scenario.seed
    yield from exactness(ensemble)
    if risk:
        yield "totals", EXACTNESS, EXACT
        first, last = (ensemble.months[t] for t in risk.window)
        yield "window_first", "month", first
        yield "window_last", "month", last
        yield "chance_of_shortfall", "share", risk.chance_of_shortfall
        for name, unit in (
            ("unserved_compute", "EFLOP/s-months"),
            ("unserved_revenue", "$bn"),
            ("cost", "$bn"),
        ):
            for statistic, value in vars(getattr(risk, name)).items():
                yield f"{name}_{statistic}", unit, value
        for layer, line in risk.concentration.items():
            yield f"hhi_{layer}_at_end", "points", float(line[-1])
            suppliers = float(effective_suppliers(line[-1]))
            yield f"effective_suppliers_{layer}_at_end", "count", suppliers
    for mode, loss in outlook.supplier_loss.largest.items():
        yield f"largest_{mode}", "family", loss.family
        yield f"largest_{mode}_capacity_lost", "share", loss.worst
        yield f"largest_{mode}_unserved_revenue", "$bn", loss.unserved_revenue
    for family in outlook.hedge.single:
        yield f"hedge_premium_against_{family}", "$bn", outlook.hedge.premium(family)
        yield f"hedge_cvar95_relief_against_{family}", "$bn", outlook.hedge.relief(family)
        alone = outlook.hedge.single[family].unserved_revenue
        less = alone.mean - outlook.hedge.mix.unserved_revenue.mean
        yield f"hedge_mean_relief_against_{family}", "$bn", less


def backtest_csv(found: Backtest) -> str:
    """The record beside the model, a line an observed value; what isn't there is empty.

    `inside` is 1 or 0, `off` the share by which the model's value is above the middle one, and
    `why` says why the model has none.

    Takes: `found`.
    Gives: CSV.
    """
    rows = (
        [
            cell(a.observed.series),
            a.observed.month,
            *map(cell, (a.observed.p5, a.observed.p50, a.observed.p95, a.value)),
            "" if a.inside is None else str(int(a.inside)),
            *map(cell, (a.off, a.why, a.observed.unit, a.observed.source, a.observed.grade)),
        ]
        for a in found.answers
    )
    return csv_text(BACKTEST_COLUMNS, rows)


def score_csv(found: Backtest) -> str:
    """The score of a backtest as `measure,unit,value`.

    Takes: `found`.
    Gives: CSV.
    """
    rows = (
        ("inside", "count", str(found.inside)),
        ("judged", "count", str(found.judged)),
        ("share_inside", "share", cell(found.share_inside)),
        ("measured", "count", str(found.measured)),
        ("mean_log_error", "log of a ratio", cell(found.mean_log_error)),
    )
    return csv_text(RISK_COLUMNS, rows)


def backtest_rows(found: Backtest) -> list[tuple[str, ...]]:
    """The same as rows for people, the headings first.

    Takes: `found`.
    Gives: rows of texts, all of one length.
    """
    heads = ("series", "month", "p5", "p50", "p95", "model", "verdict", "unit", "grade", "source")
    return [heads, *map(_backtest_row, found.answers)]


def _backtest_row(answer: Answer) -> tuple[str, ...]:
    row = answer.observed
    numbers = map(_short, (row.p5, row.p50, row.p95, answer.value))
    return row.series, row.month, *numbers, _verdict(answer), row.unit, row.grade, row.source


def _verdict(answer: Answer) -> str:
    """Inside, outside, or how far off where there is no interval; why there is no value."""
    if answer.inside is not None:
        return "inside" if answer.inside else "OUTSIDE"
    return answer.why or ("" if answer.off is None else f"{answer.off:+.0%}")


def _short(value: float | None) -> str:
    """Four digits; of large numbers all of those before the point."""
    if value is None:
        return ""
    return written(value, ",.0f" if abs(value) >= LARGE else ".4g")


def score_text(found: Backtest) -> str:
    """The score of a backtest in a line.

    Takes: `found`.
    """
    parts = ["no value has an interval to lie in"]
    if found.judged:
        parts = [
            f"{found.inside} of {found.judged} values that have an interval lie in it "
            f"({found.share_inside:.0%})"
        ]
    if found.measured:
        parts.append(
            f"mean log error {found.mean_log_error:.3f} from the middle, over {found.measured} "
            f"(a factor of {math.exp(found.mean_log_error):.2f})"
        )
    return "; ".join(parts)


def _cells(values: Iterable[float]) -> list[str]:
    """Numbers in full; undefined is empty."""
    return ["" if value != value else repr(value) for value in values]


def cell(value: str | float | None) -> str:
    """A `value` as a cell: numbers in full, undefined is empty, text that is only text."""
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None or value != value else repr(value)


def guarded(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_text(header: Iterable[str], rows: Iterable[Iterable[str]], *, line_end: str = "\n") -> str:
    """A table as CSV.

    Takes: `header`; `rows`; `line_end`, what ends each line.
    Gives: CSV.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def parameters_csv() -> str:
    """The input table as CSV."""
    return csv_text(PARAMETER_COLUMNS, map(_parameter_row, PARAMETERS))


def _parameter_row(row: Parameter) -> list[str]:
    low, high = row.bounds_text or (_number(row.low), _number(row.high))
    return [
        row.key,
        row.label,
        row.unit,
        _default(row),
        low,
        high,
        "" if row.kind in ("anchors", "list", "choice") else _number(row.step),
        row.scale,
        row.group,
        str(int(row.per_family)),
        row.help,
        row.source,
        row.grade,
        *_plausible(row),
    ]


def _plausible(row: Parameter) -> tuple[str, str, str]:
    """The 10% and 90% points of the default, and where they are from."""
    if not row.has_range or row.default is None:
        return "", "", ""
    if isinstance(row.default, PerFamily):
        spans = [(family, plausible(row, value, family)) for family, value in row.default.items()]
        low, high = (
            ";".join(f"{family}={_number(span[end])}" for family, span in spans) for end in (0, 1)
        )
    else:
        low, high = map(_number, plausible(row, float(row.default)))  # type: ignore[arg-type]
    return low, high, row.plausible_source or f"grade {row.grade}"


def lists_csv() -> str:
    """The columns of each list of the input table as CSV; the words beside a family's are any's."""
    rows = (
        [
            row.key,
            column.key,
            column.label,
            column.unit,
            column.kind,
            _number(column.low) if column.is_number else "",
            _number(column.high) if column.is_number else "",
            " ".join(column.words),
            str(int(column.needed)),
            "" if column.default is None else str(column.default),
            str(int(column.note)),
            column.help,
        ]
        for row in PARAMETERS
        if row.schema is not None
        for column in row.schema.columns
    )
    return csv_text(LIST_COLUMNS, rows)


def observed_csv() -> str:
    """The observed values as CSV, which the backtest compares with."""
    rows = ([cell(getattr(row, key)) for key in OBSERVED_COLUMNS] for row in observed())
    return csv_text(OBSERVED_COLUMNS, rows)


def _default(row: Parameter) -> str:
    if isinstance(row.default, PerFamily):
        return ";".join(f"{family}={_number(v)}" for family, v in row.default.items())
    if row.kind in ("anchors", "list"):
        return json.dumps(plain(row.default))
    if isinstance(row.default, str):
        return row.default
    return _number(None if row.default is None else float(row.default))  # type: ignore[arg-type]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def series_csv(families: Sequence[str]) -> str:
    """The output table; `columns` are its columns in a CSV of these families.

    Takes: `families`, names.
    Gives: CSV.
    """
    rows = (
        [
            row.key,
            row.label,
            row.unit,
            str(int(row.total)),
            str(int(row.by_family)),
            " ".join(row.columns(families)),
            row.help,
        ]
        for row in SERIES
    )
    return csv_text(SERIES_COLUMNS, rows)
