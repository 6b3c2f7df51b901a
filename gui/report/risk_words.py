"""What each measure of risk is called. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator

from engine.csv_out import EXACT, EXACTNESS, SKETCH
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.report.table import BY_ROW, Cell, Table, TableColumn
from gui.words.kpis import month_words

STATISTICS = ("mean", "p5", "p25", "p50", "p75", "p95", "cvar95")

IN_FULL_FROM = 9_999.5  # which four digits would write as 1e+04
SMALL_SHARE = 0.01
UNITS = (  # of measures that are no series
    QT_TRANSLATE_NOOP("Unit", "EFLOP/s-months"),
    QT_TRANSLATE_NOOP("Unit", "points"),
)


def rows_of(table: Table, families: tuple[str, ...]) -> Iterator[tuple[str, str, Cell]]:
    """Words, unit and value of each measure."""
    names = _names(families)
    for measure, unit, value in table.rows:
        name = names.get(str(measure), str(measure))
        if unit == "month" and isinstance(value, str):
            value, unit = month_words(value), ""
        elif unit == "family" and isinstance(value, str):
            value, unit = family_label(value), ""
        elif unit == EXACTNESS and isinstance(value, str):
            value, unit = exactness_words(value), ""
        yield name, "" if unit in ("count", "integer") else str(unit), value


def in_names(table: Table, families: tuple[str, ...]) -> Table:
    """The measures as people read them: in words, with as many digits as say something."""
    rows, formats = [], []
    for name, unit, value in rows_of(table, families):
        style = "d" if isinstance(value, int) else ",.4g"
        if isinstance(value, float) and unit == "share":
            unit, style = "", share_format(name, value)
        elif isinstance(value, float) and abs(value) >= IN_FULL_FROM:
            style = ",.0f"
        rows.append((name, value, unit))
        formats.append(style)
    columns = (
        TableColumn(translate("Report", "Measure")),
        TableColumn(translate("Report", "Value"), format=BY_ROW),
        TableColumn(translate("Report", "Unit")),
    )
    return Table(table.key, table.title, columns, tuple(rows), tuple(formats))


def share_format(name: str, value: float) -> str:
    """A chance as the tiles and the summary write it; other shares finer."""
    if name == translate("Risk", "Chance of a short month"):
        return ".0%"
    return ".2%" if 0 < value < SMALL_SHARE else ".1%"


def exactness_words(value: str) -> str:
    """Whether numbers come from every drawn world or from a sketch of them."""
    words = {
        EXACT: translate("Risk", "exact, from every drawn world"),
        SKETCH: translate("Risk", "from a sketch of the drawn worlds"),
    }
    return words[value]


def _names(families: tuple[str, ...]) -> dict[str, str]:
    names = {
        "draws": translate("Risk", "Drawn worlds"),
        "seed": translate("Risk", "Seed"),
        "quantiles": translate("Risk", "Quantiles of the months"),
        "quantiles_rank_error": translate("Risk", "Worlds by which a quantile is off at most"),
        "totals": translate("Risk", "Totals over the window"),
        "window_first": translate("Risk", "First month of the window"),
        "window_last": translate("Risk", "Last month of the window"),
        "chance_of_shortfall": translate("Risk", "Chance of a short month"),
        "largest_supply_stop": translate("Risk", "Worst supplier to stop delivering"),
        "largest_supply_stop_capacity_lost": translate("Risk", "Capacity lost at worst by that"),
        "largest_supply_stop_unserved_revenue": translate("Risk", "Revenue unserved by that"),
        "largest_base_loss": translate("Risk", "Worst installed base to lose"),
        "largest_base_loss_capacity_lost": translate("Risk", "Capacity lost at worst by that"),
        "largest_base_loss_unserved_revenue": translate("Risk", "Revenue unserved by that"),
    }
    names |= _totals() | _concentrations()
    for family in families:
        label = family_label(family)
        for key, text in (
            ("premium", translate("Risk", "The mix costs more than {family} alone, mean")),
            (
                "cvar95_relief",
                translate("Risk", "Less revenue unserved than with {family} alone, worst 5%"),
            ),
            (
                "mean_relief",
                translate("Risk", "Less revenue unserved than with {family} alone, mean"),
            ),
        ):
            names[f"hedge_{key}_against_{family}"] = text.format(family=label)
    return names


def _totals() -> dict[str, str]:
    wholes = {
        "unserved_compute": translate("Risk", "Compute unserved in all"),
        "unserved_revenue": translate("Risk", "Revenue unserved in all"),
        "cost": translate("Risk", "Economic cost in all"),
    }
    said = {
        "mean": translate("Risk", "mean"),
        "cvar95": translate("Risk", "mean of the worst 5%"),
    }
    return {
        f"{key}_{statistic}": f"{whole}, {said.get(statistic, statistic.upper())}"
        for key, whole in wholes.items()
        for statistic in STATISTICS
    }


def _concentrations() -> dict[str, str]:
    layers = {
        "capacity": translate("Risk", "capacity"),
        "power": translate("Risk", "power"),
        "spend": translate("Risk", "money signed for"),
        "foundry": translate("Risk", "foundries"),
    }
    index = translate("Risk", "Concentration of {layer} at the end (HHI)")
    equal = translate("Risk", "Equal suppliers as concentrated in {layer}")
    names = {}
    for layer, word in layers.items():
        names[f"hhi_{layer}_at_end"] = index.format(layer=word)
        names[f"effective_suppliers_{layer}_at_end"] = equal.format(layer=word)
    return names
