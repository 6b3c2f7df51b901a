"""Section 7 and 8 of the model: stress events and the odds of outages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.lists import EVENTS
from engine.tables.parameter import QT_TRANSLATE_NOOP, entries, number, per_family
from engine.values import Events, PerFamily


@dataclass(frozen=True, kw_only=True)
class Risk:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Risk")

    events: Events = entries(
        EVENTS,
        unit="list",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Shocks"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "List of shocks: kind, scope, start month, duration in months, severity.",
        ),
        source="what could happen; stress tests to set oneself",
    )
    shortfall_tolerance: float = number(
        0.01,
        unit="share of demand",
        low=0,
        high=0.2,
        step=0.005,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Shortfall tolerance"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "A month counts as short when more than this share of demand is unserved.",
        ),
        source="model convention",
    )
    outage_rate_per_year: PerFamily = per_family(
        {"tpu": 0.35, "trainium": 0.35, "gpu": 0.3},
        unit="per year",
        low=0,
        high=2,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Supply outage rate"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Supply outages a year of each family, the common ones included.",
        ),
        source="judgement from 2020-26 events (packaging, memory, design faults)",
    )
    outage_mean_duration_months: float = number(
        9.0,
        unit="months",
        low=1,
        high=36,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Supply outage duration"),
        help=QT_TRANSLATE_NOOP("Parameter", "Mean length of a supply outage."),
        source="judgement: packaging and memory shortages 6 to 24 months",
        plausible=(6, 24),
        plausible_source="packaging and memory shortages of 6 to 24 months",
    )
    outage_severity: PerFamily = per_family(
        {"tpu": 0.3, "trainium": 0.3, "gpu": 0.25},
        unit="share of deliveries",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Supply outage severity"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of a family's supply lost in an outage of its own.",
        ),
        source="judgement: 10 to 30% (J.P. Morgan 2021), up to 100% for a slip",
        plausible=(0.1, 0.3),
        plausible_source="J.P. Morgan 2021: 10 to 30%",
    )
    beta: float = number(
        0.3,
        unit="share",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Common-cause share"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of the outage rate that hits all families together, for they share "
            "foundry, packaging and memory.",
        ),
        source="judgement; advanced nodes about 90% at one foundry",
    )
    common_severity: float = number(
        0.25,
        unit="share of deliveries",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Common outage severity"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of every family's supply lost in a common outage.",
        ),
        source="judgement",
    )
    recall_rate_per_year: PerFamily = per_family(
        {"tpu": 0.05, "trainium": 0.05, "gpu": 0.08},
        unit="per year",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Contract recall rate"),
        help=QT_TRANSLATE_NOOP("Parameter", "Contract recalls or disputes a year for each family."),
        source="judgement: 0.05 to 0.10",
        plausible=(0.05, 0.1),
        plausible_source="judgement: 0.05 to 0.10",
    )
    recall_duration_months: float = number(
        9.0,
        unit="months",
        low=1,
        high=36,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Contract recall duration"),
        help=QT_TRANSLATE_NOOP("Parameter", "Months for which recalled capacity is out of reach."),
        source="judgement: 6 to 12",
        plausible=(6, 12),
        plausible_source="judgement: 6 to 12",
    )
    recall_severity: float = number(
        0.4,
        unit="share of capacity",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Contract recall severity"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of the family's installed capacity out of reach in a recall.",
        ),
        source="judgement: 30 to 100% of one counterparty",
        plausible=(0.3, 1),
        plausible_source="judgement: 30 to 100% of one counterparty",
    )
    p_slip: PerFamily = per_family(
        {"tpu": 0.3, "trainium": 0.3, "gpu": 0.3},
        unit="share",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Chance of a slip"),
        help=QT_TRANSLATE_NOOP("Parameter", "Chance that a family's coming generations are late."),
        source="judgement; Blackwell 2024-25",
    )
    slip_min: float = number(
        2.0,
        unit="months",
        low=0,
        high=24,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Shortest slip"),
        help=QT_TRANSLATE_NOOP("Parameter", "Lower end of a generation slip."),
        source="judgement",
    )
    slip_max: float = number(
        6.0,
        unit="months",
        low=0,
        high=36,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Longest slip"),
        help=QT_TRANSLATE_NOOP("Parameter", "Upper end of a generation slip."),
        source="judgement",
    )
    p_grid: float = number(
        0.5,
        unit="share",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Chance of a grid delay"),
        help=QT_TRANSLATE_NOOP("Parameter", "Chance that coming power is late."),
        source="2026: 5 of 12 announced GW under construction (press)",
    )
    grid_min: float = number(
        3.0,
        unit="months",
        low=0,
        high=48,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Shortest grid delay"),
        help=QT_TRANSLATE_NOOP("Parameter", "Lower end of a grid delay."),
        source="judgement",
    )
    grid_max: float = number(
        18.0,
        unit="months",
        low=0,
        high=60,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Longest grid delay"),
        help=QT_TRANSLATE_NOOP("Parameter", "Upper end of a grid delay."),
        source="judgement: 3 to 18 months",
    )
    grid_common: float = number(
        0.3,
        unit="share",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Common grid luck"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Chance that a site shares the grid luck of the general schedule instead of having "
            "its own.",
        ),
        source="judgement",
    )
