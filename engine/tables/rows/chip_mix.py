"""The initial fleet and the split of new power between families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, number, per_family, whole
from engine.values import PerFamily


@dataclass(frozen=True, kw_only=True)
class ChipMix:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Chip mix")

    mix_start: PerFamily = per_family(
        {"tpu": 0.38, "trainium": 0.43, "gpu": 0.19},
        unit="share of IT power",
        low=0,
        high=1,
        step=0.01,
        sums_to_one=True,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Mix of new power at start"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of each family in newly bought IT power up to the month the mix begins to "
            "change; the families sum to 1.",
        ),
        source="judgement from early deployments",
    )
    mix: PerFamily = per_family(
        {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18},
        unit="share of IT power",
        low=0,
        high=1,
        step=0.01,
        sums_to_one=True,
        role="headline",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Target mix of new power"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of each family in newly bought IT power from the mix month on; the "
            "families sum to 1.",
        ),
        source=(
            "article preset: TPU-led; commitments by family in the 2026-09 record: 55 / 22 / 23%"
        ),
    )
    mix_from_month: int = whole(
        9,
        unit="months since start",
        low=0,
        high=120,
        step=1,
        role="decision",
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "Mix begins to change"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Month until which purchases keep the starting mix; the target mix is reached "
            "linearly after it.",
        ),
        source="model convention: the as-of month, so that the mix lever leaves history alone",
    )
    mix_month: int = whole(
        24,
        unit="months since start",
        low=0,
        high=120,
        step=1,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Target mix reached"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Month in which the mix of purchases reaches its target.",
        ),
        source="judgement",
    )
    initial_it_mw: PerFamily = per_family(
        {"tpu": 90, "trainium": 95, "gpu": 100},
        newcomer=0.0,
        unit="MW IT",
        low=0,
        high=1000,
        step=5,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Initial fleet"),
        help=QT_TRANSLATE_NOOP("Parameter", "IT power of the chips in service in the first month."),
        source="2024-25 compute spend over cost per GW (Epoch AI)",
    )
    life_months: int = whole(
        60,
        unit="months",
        low=24,
        high=120,
        step=1,
        role="decision",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Chip life"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Months until a delivery leaves the fleet; also the rental term and the "
            "amortisation time of chips.",
        ),
        source="Epoch AI cost breakdown 2026-05: 5 years; range 3 to 7",
        plausible=(36, 84),
        plausible_source="Epoch AI cost breakdown 2026-05: 3 to 7 years",
    )
    repower_threshold: float = number(
        0.0,
        unit="ratio",
        low=0,
        high=1,
        step=0.01,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Repowering threshold"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Where power is short, chips with less than this share of a new chip's compute per "
            "watt make way for new ones; 0 is never.",
        ),
        source="judgement",
        plausible=(0, 0.5),
        plausible_source="judgement: never, to chips of half a new chip's compute per watt",
    )
    repower_share_per_year: float = number(
        0.2,
        unit="share of IT power/year",
        low=0,
        high=1,
        step=0.01,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Repowering at most"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Largest share of the fleet's IT power that makes way in a year.",
        ),
        source="judgement",
    )
