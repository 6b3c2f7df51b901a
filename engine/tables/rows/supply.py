"""How many chips each family can deliver, and how orders move between families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.lists import CONTRACTS
from engine.tables.parameter import QT_TRANSLATE_NOOP, entries, number, per_family, switch
from engine.values import Contracts, PerFamily


@dataclass(frozen=True, kw_only=True)
class Supply:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Supply")

    supply_chips_per_year: PerFamily = per_family(
        {"tpu": 130_000, "trainium": 330_000, "gpu": 34_000},
        unit="chips/year",
        low=0,
        high=2_000_000,
        step=1000,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Supply at the start"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Chips a year of each family that can be had in the first month.",
        ),
        source="calibrated to announced deliveries",
    )
    supply_growth: PerFamily = per_family(
        {"tpu": 7, "trainium": 1.3, "gpu": 2.4},
        unit="x per year",
        low=0.5,
        high=10,
        step=0.05,
        scale="log",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Supply growth at the start"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly growth factor of each family's supply in the first month, before it fades.",
        ),
        source="Epoch AI chip sales: 2025 growth 2.9x NVIDIA, 4.0x TPU, 3.3x Trainium (installed)",
    )
    supply_growth_longrun: float = number(
        1.2,
        unit="x per year",
        low=0.8,
        high=2,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Long-run supply growth"),
        help=QT_TRANSLATE_NOOP("Parameter", "Yearly growth factor that supply growth fades to."),
        source="judgement: foundry and packaging capacity in the long run",
    )
    supply_half_life_years: float = number(
        1.5,
        unit="years",
        low=0,
        high=8,
        step=0.05,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Half-life of excess supply growth"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Time in which the logarithm of supply growth comes half way from its starting to"
            " its long-run value.",
        ),
        source="judgement; packaging capacity doubled yearly 2024-26",
    )
    contracts: Contracts = entries(
        CONTRACTS,
        unit="list",
        role="decision",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Contracts"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "What suppliers have promised: name, family, first month, ramp, gigawatts of IT, "
            "firm share, price factor.",
        ),
        source="filings, vendors and the press; each contract has its own",
    )
    substitution: float = number(
        0.3,
        unit="share",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Substitution"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of unmet orders that can move at once to another family with supply to spare.",
        ),
        source="judgement: porting takes 1 to 9 months",
    )
    substitute_any: bool = switch(
        False,
        unit="0/1",
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Substitute outside the mix"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Whether families with no share in the mix may take over unmet orders.",
        ),
        source="model choice",
    )
    generation_slip_months: PerFamily = per_family(
        {"tpu": 0, "trainium": 0, "gpu": 0},
        unit="months",
        low=0,
        high=24,
        step=1,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Generation slip"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Months by which each future generation of a family is late.",
        ),
        source="Blackwell 2024-25: 3 months or more",
        plausible=(0, 4.7),
        plausible_source="three in ten 2 to 6 months late: one in ten by 4.7 or more",
    )
