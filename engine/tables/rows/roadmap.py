"""Section 1 of the model: generations and how they go on after the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, number


@dataclass(frozen=True, kw_only=True)
class Roadmap:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Chips & roadmap")

    generation_ramp_months: float = number(
        9.0,
        unit="months",
        low=0,
        high=24,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Generation ramp"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Months in which a new generation takes over a family's deliveries.",
        ),
        source="judgement from 2024-26 ramps",
    )
    cadence_months: float = number(
        24.0,
        unit="months",
        low=12,
        high=48,
        step=1,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Generation cadence"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Months between generations after the catalogue's last.",
        ),
        source="vendor roadmaps: 12 to 24 months",
        plausible=(12, 24),
        plausible_source="vendor roadmaps: 12 to 24 months",
    )
    perf_per_watt_growth: float = number(
        1.4,
        unit="x per year",
        low=1,
        high=2,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Performance per watt"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly growth of operations per watt of generations after the catalogue.",
        ),
        source="Epoch AI, ML hardware energy efficiency: +40% a year",
    )
    watts_per_chip_growth: float = number(
        1.12,
        unit="x per year",
        low=0.9,
        high=1.5,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Watts per chip"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly growth of IT power per chip of generations after the catalogue.",
        ),
        source="trend of the catalogue",
    )
    price_performance_growth: float = number(
        1.33,
        unit="x per year",
        low=1,
        high=2,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Price-performance"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly growth of operations per dollar of generations after the catalogue.",
        ),
        source="Epoch AI 2022: 1.33x (all GPUs), 1.40x (ML GPUs)",
        plausible=(1.26, 1.4),
        plausible_source="Epoch AI 2022: best of each month 1.26x, ML GPUs 1.40x",
    )
