"""Units: one choice, and every number on screen follows; files keep $ and GW."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from engine import PARAMETERS, Scenario, simulate
from engine.tables.series import SERIES
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.charts.panel import ChartPanel
from gui.document import templates
from gui.pages.compare.changes import differences
from gui.widgets.spin_boxes import LeverSpinBox
from gui.words import units
from gui.words.kpis import kpis, month_index
from gui.words.quantity_parser import Unit, read
from gui.words.units import Units
from gui.words.value_lists import points_words
from gui.words.value_texts import tooltip

IN_MW = Units("MW")
IN_EUROS = Units("GW", "EUR", 0.92)
BOTH = Units("MW", "EUR", 0.92)
# prose that names what was announced, not a number that the window has worked out
QUOTED = re.compile(
    r"\$ a year|per \$|Source:|announced|The plan as told|The public record|as reported",
    re.IGNORECASE,
)


def test_that_standard_units_change_no_unit_and_no_number() -> None:
    for row in (*PARAMETERS, *SERIES):
        assert Units().of(row.unit) == units.Shown(row.unit, 1.0)


@pytest.mark.parametrize(
    ("unit", "shown", "factor"),
    [
        ("GW", "MW", 1000),
        ("GW facility/year", "MW facility/year", 1000),
        ("MW IT", "MW IT", 1),
        ("$bn/month", "€bn/month", 0.92),
        ("$/MW IT/year", "€/MW IT/year", 0.92),
        ("EFLOP/s per $bn/year", "EFLOP/s per €bn/year", 1 / 0.92),
        ("$/$", "€/€", 1),
        ("month; $bn/year", "month; €bn/year", 0.92),
        ("share of chip capex/year", "share of chip capex/year", 1),
    ],
)
def test_that_a_unit_is_shown_with_its_factor(unit: str, shown: str, factor: float) -> None:
    found = BOTH.of(unit)
    assert found.unit == shown
    assert found.factor == pytest.approx(factor)
    assert found.back(found.number(0.35)) == 0.35


def test_that_a_currency_without_a_sign_stands_apart_from_the_amount() -> None:
    units.install(Units("GW", "CHF", 0.8))
    assert units.of("$bn/month").unit == "CHF\u00a0bn/month"
    assert units.of("$/PFLOP-h").unit == "CHF/PFLOP-h"
    assert units.money_words(10) == "CHF\u00a08.0 bn"
    assert units.money_words(-0.5) == "\u2212CHF\u00a0400 m"


def test_that_large_amounts_of_a_small_currency_are_read_in_trillions() -> None:
    units.install(Units("GW", "JPY", 150.0))
    assert units.money_words(140) == "¥21.0 tn"
    assert units.price_words(2.93, ",.3f") == "¥439.5"


def test_that_every_number_of_a_chart_is_in_its_unit() -> None:
    result = simulate(Scenario())
    plain = specs.overview(result, {"fleet": "power"}, simulate(Scenario(revenue_growth=2.0)))
    units.install(BOTH)
    shown = specs.overview(result, {"fleet": "power"}, simulate(Scenario(revenue_growth=2.0)))
    factors = {"capacity": 1, "power": 1000, "fleet": 1000, "cost": 0.92, "unit_cost": 0.92}
    assert shown["power"].unit == "MW"
    assert shown["power"].format == ",.0f"
    assert shown["fleet"].unit == "MW IT"
    assert shown["cost"].unit == "€bn/month"
    assert shown["unit_cost"].unit == "€/PFLOP-h"
    for key, factor in factors.items():
        for before, after in zip(_lines(plain[key]), _lines(shown[key]), strict=True):
            np.testing.assert_allclose(after, before * factor, rtol=1e-12)


def _lines(spec: ChartSpec) -> list[np.ndarray]:
    lines = [part.values for part in spec.parts] + [ghost.values for ghost in spec.ghosts]
    return lines + [line for layer in spec.layers for line in (layer.lower, layer.upper)]


def test_that_the_figures_are_in_the_chosen_units() -> None:
    result = simulate(Scenario())
    month = month_index(result, "2026-12")
    before = {kpi.key: kpi for kpi in kpis(result, month)}
    units.install(BOTH)
    after = {kpi.key: kpi for kpi in kpis(result, month, simulate(Scenario(revenue_growth=2.0)))}
    assert before["power"].value.endswith(" GW")
    assert after["power"].value.endswith(" MW")
    assert after["committed"].value.startswith("€")
    assert after["unit_cost"].value.startswith("€")
    assert after["power"].number == before["power"].number
    for kpi in after.values():
        assert "$" not in f"{kpi.value}{kpi.detail}{kpi.delta}{kpi.delta_words}"
        assert "GW" not in f"{kpi.value}{kpi.detail}{kpi.delta}{kpi.delta_words}"


@pytest.mark.parametrize(
    ("unit", "typed", "value"),
    [
        ("GW facility", "350", 350),
        ("GW facility", "350 MW", 350),
        ("GW facility", "2.5 GW", 2500),
        ("$bn/year", "€5", 5),
        ("$bn/year", "5 bn", 5),
        ("$bn/year", "$5", 4.6),
        ("$bn/year", "$500 m", 0.46),
    ],
)
def test_that_what_is_typed_is_in_the_shown_unit(unit: str, typed: str, value: float) -> None:
    assert read(typed, Unit.of(unit, BOTH)) == pytest.approx(value, rel=1e-12)


def test_that_known_revenue_is_said_with_dates_in_the_chosen_currency() -> None:
    units.install(IN_EUROS)
    row = next(row for row in PARAMETERS if row.kind == "anchors")
    said = points_words(row, ((0, 1.0), (9, 3.07)), "2025-01")
    assert said == "Jan 2025 0.92 · Oct 2025 2.8244"


def test_that_the_table_of_changes_is_in_the_chosen_units() -> None:
    units.install(BOTH)
    [row] = differences(Scenario(), Scenario(power_budget_gw=3.0))
    assert row[1:5] == ("2,500", "3,000", "+500 (+20.0%)", "MW facility")


def test_that_a_tooltip_says_range_and_default_in_the_chosen_units() -> None:
    units.install(IN_MW)
    row = next(row for row in PARAMETERS if row.key == "power_budget_gw")
    assert "100 to 30,000 MW facility" in tooltip(row)
    assert "Default: 2,500" in tooltip(row)


# In the window


@pytest.fixture
def in_megawatts(window):
    window.settings.power_unit = "MW"
    return window


def test_that_a_number_typed_in_megawatts_is_one_of_megawatts(in_megawatts, qtbot) -> None:
    window = in_megawatts
    line = window.levers.row("power_budget_gw").line
    assert line.spin.text() == "1,600"
    line.spin.selectAll()
    qtbot.keyClicks(line.spin, "350")
    qtbot.keyClick(line.spin, Qt.Key.Key_Return)
    assert window.session.scenario.power_budget_gw == 0.35
    assert window.session.history.undoText().endswith("1,600 → 350")
    assert line.spin.text() == "350"


def test_that_a_number_beyond_the_limit_is_refused_in_megawatts(in_megawatts, qtbot) -> None:
    row = in_megawatts.levers.row("power_budget_gw")
    row.line.spin.selectAll()
    qtbot.keyClicks(row.line.spin, "31 GW")
    qtbot.keyClick(row.line.spin, Qt.Key.Key_Return)
    assert "30,000 MW facility" in row._problem.text()
    assert in_megawatts.session.scenario.power_budget_gw == 1.6


def test_that_axis_title_legend_and_tile_follow_and_the_scenario_does_not(in_megawatts) -> None:
    window = in_megawatts
    chart = window.pages["overview"].charts["power"]
    assert "[MW]" in "".join(label.text() for label in _labels(chart))
    top = chart.plot.plot.vb.viewRange()[1][1]
    assert top > 1000
    limit = next(entry for entry in chart.legend.entries if entry.label == "Limit")
    assert float(limit.value.replace(",", "")) > 1000
    assert window.kpis.tiles["power"].kpi.value.endswith("MW")
    assert not window.session.modified
    assert window.session.scenario == window.session.baseline


def _labels(widget: QWidget) -> list[QLabel]:
    return widget.findChildren(QLabel)


def test_that_a_lock_and_the_keys_stay_where_a_lever_is_read_anew(window) -> None:
    window.levers.row("power_budget_gw").lock.setChecked(True)
    window.settings.power_unit = "MW"
    assert window.levers.row("power_budget_gw").locked
    assert "power_budget_gw" in window.levers.locked


def test_that_no_number_on_any_page_keeps_the_old_unit(window) -> None:
    window.settings.power_unit = "MW"
    window.settings.currency = "EUR"
    window.settings.currency_rate = 0.92
    for group in window.levers.groups:
        group.header.setChecked(True)
    window.session.edit("power_budget_gw", 3.0)
    window.levers.foresee_now()  # else on a slow machine the old words may still stand there
    for key in window.pages.keys:
        window.pages.show_key(key)
        QApplication.processEvents()
        found = {text for text in _texts(window) if "GW" in text or "$" in text}
        assert not {text for text in found if not QUOTED.search(text)}


def _texts(window: QWidget) -> set[str]:
    """Whatever can be read in the window as it is."""
    texts: set[str] = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        elif isinstance(widget, QComboBox):
            texts.add(widget.currentText())
        elif isinstance(widget, LeverSpinBox):
            texts.add(f"{widget.text()} {widget.unit}")
        elif isinstance(widget, ChartPanel) and widget.plot.spec is not None:
            texts.add(widget.plot.spec.unit)
        texts |= {widget.accessibleName(), widget.accessibleDescription()}
    prose = [row.help for row in PARAMETERS]  # "pairs of month and $bn"
    prose += [templates.example(name).scenario.notes for name in templates.EXAMPLES]
    for words in prose:
        texts = {text.replace(words, "") for text in texts}
    return texts


def test_that_files_keep_dollars_and_gigawatts(window, tmp_path: Path, monkeypatch) -> None:
    before = simulate(window.session.scenario)
    window.settings.power_unit = "MW"
    window.settings.currency, window.settings.currency_rate = "EUR", 0.92
    path = tmp_path / "a.headroom"
    window.file.save_to(path)
    assert '"power_budget_gw": 1.6' in path.read_text("utf-8")
    window.exporter.csv_to(tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8")
    assert "facility_power_gw [GW]" in text
    assert repr(float(before["facility_power_gw"][0])) in text
    drawn: list[ChartSpec] = []
    for renderer in (window.exporter.writer._pixels, window.exporter.renderer):
        monkeypatch.setattr(renderer, "chart", lambda spec, *_: drawn.append(spec) or _picture())
    window.exporter.chart_to("power", tmp_path / "a.png")
    assert [spec.unit for spec in drawn] == ["GW"]
    window.exporter.copy_chart("power")  # as it is on screen
    assert drawn[-1].unit == "MW"


def test_that_a_report_keeps_dollars_and_gigawatts(window, tmp_path: Path, qtbot) -> None:
    window.settings.power_unit = "MW"
    window.settings.currency, window.settings.currency_rate = "EUR", 0.92
    window.exporter.report()
    dialog = window.exporter._dialog
    for name, box in dialog.formats.items():
        box.setChecked(name in ("md", "svg"))
    dialog.worlds.setChecked(False)
    dialog.folder.setText(str(tmp_path))
    with qtbot.waitSignal(dialog.finished_writing, timeout=60_000):
        dialog.start()
    [summary] = tmp_path.glob("*.md")
    text = summary.read_text("utf-8")
    assert "€" not in text
    assert " MW" not in text
    assert "GW" in text
    picture = tmp_path / f"{window.exporter.stem}-power.svg"
    assert "[GW]" in picture.read_text("utf-8")


def _picture():
    from PySide6.QtGui import QImage

    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


def test_that_the_window_says_what_is_not_as_in_the_files(window) -> None:
    note = window.preferences._note
    assert note.parent() is window.statusBar()
    assert note.text() == ""
    window.settings.currency, window.settings.currency_rate = "EUR", 0.92
    assert note.text() == "money in EUR at 0.92 per $"
    window.settings.power_unit = "MW"
    assert note.text() == "power in MW; money in EUR at 0.92 per $"


def test_that_money_stays_in_dollars_until_a_rate_is_typed(window) -> None:
    window.settings.currency = "EUR"
    assert units.current() == units.STANDARD
    assert window.kpis.tiles["committed"].kpi.value.startswith("$")
