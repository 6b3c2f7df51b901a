"""What things are called, and what is kept under which name: each word for its own key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from engine import Scenario
from engine.values import Contract, Event, Site
from gui.entries.listed import listed, summary
from gui.help.keys import key_text
from gui.pages.compare.rests import NUMBER_OF
from gui.pages.evidence.claim_form import ClaimForm
from gui.pages.evidence.words import interval, number, quantity_label, when
from gui.pages.supply.chips_model import MARKS
from gui.pages.supply.figures import about, heading, on_one_line, power, signed
from gui.pages.why.goal.drag import LINES
from gui.system.language import ENGLISH, install_language
from gui.widgets import style
from gui.widgets.palette import CONTRAST, DARK, LIGHT
from gui.window.commands.help import FIGURES
from gui.window.settings_dialog import text_size_names, theme_names


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, ENGLISH)


def test_that_a_french_keyboard_s_names_are_in_the_help(french):
    names = {
        "Shift+Home": "Maj+Début",
        "Ctrl+End": "Ctrl+Fin",
        "PageUp": "Page préc.",
        "PageDown": "Page suiv.",
        "Space": "Espace",
        "Esc": "Échap",
        "Ins": "Inser",
        "Insert": "Inser",
        "Del": "Suppr",
        "Delete": "Suppr",
        "Enter": "Entrée",
        "Alt+A": "Alt+A",
    }
    assert {keys: key_text(keys) for keys in names} == names


def test_that_each_theme_wears_its_own_palette_whatever_the_system_has(qapp):
    hints = QGuiApplication.styleHints()
    try:
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            hints.setColorScheme(scheme)
            worn = [style.current_palette(theme, "100") for theme in ("light", "dark", "contrast")]
            assert worn == [LIGHT, DARK, CONTRAST]
    finally:
        hints.unsetColorScheme()


def test_that_letters_are_as_large_as_is_chosen(qapp):
    assert (style.type_scale("100"), style.type_scale("175")) == (1.0, 1.75)
    assert style.current_palette("dark", "150").tick_points == pytest.approx(12.75)
    assert style.body_font(2.0).pointSizeF() == 2 * style.body_font().pointSizeF()


def test_that_themes_and_sizes_are_called_what_they_are(qapp):
    assert theme_names() == {
        "system": "As the system",
        "light": "Light",
        "dark": "Dark",
        "contrast": "High contrast",
    }
    sizes = text_size_names()
    assert sizes.pop("system") == "As the system"
    assert sizes == {size: f"{size}%" for size in ("100", "115", "130", "150", "175", "200")}


def test_that_every_figure_leads_to_the_help_of_its_output():
    assert FIGURES == {
        "capacity": "capacity_eflops",
        "power": "facility_power_gw",
        "lead": "chips_alive",
        "committed": "commitment_bn",
        "unit_cost": "usd_per_pflop_hour",
        "served": "served_eflops",
        "risk": "shortfall_eflops",
    }


def test_that_a_share_of_demand_served_rests_on_what_is_served():
    assert NUMBER_OF == {"served_share": "served_eflops"}


def test_that_three_charts_have_lines_that_can_be_pulled():
    assert LINES == {
        "capacity": ("", "capacity", "EFLOP/s"),
        "power": ("", "power", "GW facility"),
        "unit_cost": ("pflop_hour", "unit_cost", "$/PFLOP-hour"),
    }


def test_that_a_chip_says_whether_it_was_added_or_edited():
    assert MARKS == {"": "", "edited": "edited", "added": "added"}


def test_that_a_claim_is_over_a_month_a_quarter_a_year_or_all_until_then(qtbot):
    form = ClaimForm(Scenario(), None)
    qtbot.addWidget(form)
    offered = {form.over.itemData(n): form.over.itemText(n) for n in range(form.over.count())}
    assert offered == {
        "": "in the month",
        "quarter": "in the quarter that ends with it",
        "year": "in the year that ends with it",
        "to_date": "from the scenario's start up to it",
    }
    assert form.series == "it_power_gw"
    form.over.setCurrentIndex(form.over.findData("year"))
    assert form.series == "it_power_gw@year"


# The record


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        ("it_power_gw", "Dec 2025"),
        ("it_power_gw@year", "in the year to Dec 2025"),
        ("it_power_gw@quarter", "in the quarter to Dec 2025"),
        ("it_power_gw@history", "up to Dec 2025"),
        ("it_power_gw@to_date", "from the start to Dec 2025"),
        ("it_power_gw@from:2025-03", "since Mar 2025, to Dec 2025"),
    ],
)
def test_that_a_statement_says_over_what_it_is(quantity, said):
    assert when(quantity, "2025-12") == said


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        ("revenue_bn@year", "Revenue"),
        ("h100e_per_mw", "H100 equivalents per megawatt"),
        ("unserved_share", "Revenue unserved, share"),
        ("revenue_times_a_year_before", "Revenue, times a year before"),
        ("it_power_share_tpu", "Share of IT power, Google TPU"),
        ("capacity_eflops_tpu", "Capacity, Google TPU"),
        ("nobody_knows", "nobody_knows"),
    ],
)
def test_that_a_quantity_has_its_name(quantity, said):
    assert quantity_label(quantity) == said


def test_that_numbers_of_the_record_have_three_digits_and_shares_percents():
    assert number(None, "it_power_gw") == "—"
    assert number(0.256, "unserved_share") == number(0.256, "it_power_share_tpu") == "26%"
    assert number(999.96, "it_power_gw") == "1,000"
    assert number(1000.4, "it_power_gw") == "1,000"
    assert number(1234.56, "it_power_gw") == "1,235"
    assert number(12.3456, "it_power_gw@year") == "12.3"
    assert number(-12.3456, "it_power_gw") == "−12.3"
    assert number(-1234.5, "it_power_gw") == "−1,234"
    assert interval(None, 2.5, "it_power_gw") == "at most 2.5"
    assert interval(2.5, None, "it_power_gw") == "at least 2.5"
    assert interval(2.5, 3, "it_power_gw") == "2.5 to 3"


# Lists


def test_that_a_list_is_summed_up_in_a_line():
    sites = tuple(Site(name, 1.25, 10, 6, 1.0) for name in "AB")
    contracts = tuple(Contract(name, "tpu", 10, 6, 0.5, 0.5, 1.0) for name in "ABC")
    stops = [Event("supply_stop", "tpu", n, 6, 1.0, name=f"Stop {n}") for n in range(26, 30)]
    scenario = Scenario().having(
        start="2025-01", sites=sites, contracts=contracts, events=tuple(stops)
    )
    assert summary("sites", scenario) == "2 sites · 2.5 GW facility"
    assert summary("contracts", scenario) == "3 contracts · 1.5 GW IT"
    said = "Stop 26, Mar 2027 · Stop 27, Apr 2027 · Stop 28, May 2027"
    assert summary("events", scenario) == f"4 shocks · {said} · …"
    three = scenario.having(events=tuple(stops[:3]))
    assert summary("events", three) == f"3 shocks · {said}"
    assert summary("events", scenario.having(events=())) == "0 shocks"
    assert summary("sites", scenario.having(sites=())) == "0 sites"
    points = scenario.having(revenue_anchors=((0, 5.0), (14, 9.0)))
    assert summary("revenue_anchors", points) == "2 points · Jan 2025 to Mar 2026"
    with pytest.raises(ValueError, match="parameter that is a list"):
        listed("power_budget_gw")


# Supply


def test_that_figures_of_supply_have_their_names_and_units():
    names = {
        "unserved_revenue": "Unserved revenue\n$bn",
        "economic_cost": "Economic cost\n$bn",
        "idle_commitment": "Idle commitment\n$bn",
        "npv_cash_cost": "Present value of cash\n$bn",
        "shortfall": "Chance of a shortfall\npoints",
    }
    assert {measure: heading(measure) for measure in names} == names
    assert on_one_line(names["economic_cost"]) == "Economic cost, $bn"
    begun = {
        "unserved_revenue": "Revenue of demand that finds no compute",
        "economic_cost": "What the fleet costs over the window",
        "idle_commitment": "What is paid for chips that had to be taken",
        "npv_cash_cost": "What is paid over the window",
        "shortfall": "The share of the worlds with a short month",
    }
    for measure, words in begun.items():
        assert about(measure).startswith(words)


def test_that_a_difference_has_a_second_digit_below_one_and_no_sign_of_nothing():
    shown = {3.14: "+3.1", -3.14: "−3.1", 0.424: "+0.42", -0.424: "−0.42", 1.0: "+1.0"}
    shown |= {-1.0: "−1.0", 0.999: "+1.00", 0.004: "0", -0.004: "0", 0.0: "0", 1234.5: "+1,234.5"}
    assert {value: signed(value) for value in shown} == shown
    assert signed(0.04, ",.1f") == "0"
    assert power(1.234) == "1.23"
