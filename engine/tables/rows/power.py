"""Section 4 of the model: the facility power limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.lists import SITES
from engine.tables.parameter import QT_TRANSLATE_NOOP, entries, number
from engine.values import Sites


@dataclass(frozen=True, kw_only=True)
class Power:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Power")

    power_start_gw: float = number(
        0.5,
        unit="GW facility",
        low=0,
        high=10,
        step=0.05,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Facility power at start"),
        help=QT_TRANSLATE_NOOP("Parameter", "Facility power available in the first month."),
        source="estimate",
    )
    power_budget_gw: float = number(
        2.5,
        unit="GW facility",
        low=0.1,
        high=30,
        step=0.05,
        role="headline",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Facility power when ready"),
        help=QT_TRANSLATE_NOOP("Parameter", "Facility power available in the ready month."),
        source=(
            "Google Cloud announcement 2025-10: well over 1 GW in 2026; Rainier about 0.5 to 1 GW"
        ),
    )
    power_ramp_start: float = number(
        0.0,
        unit="months since start",
        low=0,
        high=96,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Power ramp starts"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Month in which power begins to grow from its starting value.",
        ),
        source="judgement",
        plausible=(0, 3),
        plausible_source="judgement: at once, to a quarter later",
    )
    power_ready_month: float = number(
        24.0,
        unit="months since start",
        low=1,
        high=120,
        step=1,
        role="decision",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Power ready"),
        help=QT_TRANSLATE_NOOP("Parameter", "Month in which the power budget is reached."),
        source="announcement 2025-10: in 2026",
    )
    power_growth_gw_per_year: float = number(
        1.0,
        unit="GW facility/year",
        low=0,
        high=15,
        step=0.1,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Power growth after that"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Facility power added each year after the ready month.",
        ),
        source="judgement; 2026-09 record: about 10 GW announced through 2028",
    )
    sites: Sites = entries(
        SITES,
        unit="list",
        role="decision",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Sites"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Places that bring power: name, gigawatts, first month, ramp, chance of being built.",
        ),
        source="filings, vendors and the press; each site has its own",
    )
    grid_delay_months: float = number(
        0.0,
        unit="months",
        low=0,
        high=48,
        step=1,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Grid delay"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Months by which power planned after the as-of month comes late.",
        ),
        source="JLL 2026 outlook: grid connection 4 years on average",
        plausible=(0, 15),
        plausible_source="half of all power 3 to 18 months late: one in ten by 15 or more",
    )
    peak_ratio: float = number(
        1.2,
        unit="ratio",
        low=1.05,
        high=1.6,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Facility over IT power at peak"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Peak facility power over IT power; converts the facility limit into an IT limit.",
        ),
        source="Epoch AI Frontier Data Centers: 1.20 (Amazon, Google) to 1.35",
        plausible=(1.2, 1.35),
        plausible_source="Epoch AI Frontier Data Centers: 1.20 (Amazon, Google) to 1.35",
    )
