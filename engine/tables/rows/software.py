"""Section 3 of the model: what a chip gives in practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, number, per_family
from engine.values import PerFamily


@dataclass(frozen=True, kw_only=True)
class Software:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Software & utilisation")

    mfu_training: PerFamily = per_family(
        {"tpu": 0.4, "trainium": 0.34, "gpu": 0.34},
        unit="share of 8-bit peak",
        low=0.05,
        high=0.8,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Training utilisation"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of peak 8-bit operations put to use in training.",
        ),
        source="Llama 3 (arXiv:2407.21783) 38 to 43%; SemiAnalysis planning cases 30 to 40%",
        plausible={"tpu": (0.3, 0.5), "trainium": (0.24, 0.44), "gpu": (0.24, 0.44)},
        plausible_source="planning cases and published runs: ten points either way",
    )
    mfu_serving: PerFamily = per_family(
        {"tpu": 0.22, "trainium": 0.15, "gpu": 0.22},
        unit="share of 8-bit peak",
        low=0.02,
        high=0.8,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Serving utilisation"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of peak 8-bit operations put to use in serving, prefill and decode together.",
        ),
        source="public serving fits: decode 5 to 15%, prefill 15 to 45%",
        plausible=(0.1, 0.3),
        plausible_source="public serving fits: decode 5 to 15%, prefill 15 to 45%, half of each",
    )
    availability: float = number(
        0.9,
        unit="share",
        low=0.5,
        high=1,
        step=0.005,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Availability"),
        help=QT_TRANSLATE_NOOP("Parameter", "Share of time that chips do useful work (goodput)."),
        source="Llama 3: more than 90%; Gemini 2.5: 93.4% (arXiv:2507.06261)",
        plausible=(0.85, 0.97),
        plausible_source="published goodput of 85 to 97%",
    )
    bring_up_months: PerFamily = per_family(
        {"tpu": 2, "trainium": 3, "gpu": 1},
        unit="months",
        low=0,
        high=12,
        step=1,
        whole=True,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Bring-up time"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Whole months from delivery to service, while power and cost already run.",
        ),
        source="Epoch AI TPU model: about one quarter; CoreWeave 2025: 0.4 to 1 quarter",
        plausible=(1, 3),
        plausible_source="CoreWeave 2025: 0.4 quarters; Epoch AI TPU model: about one quarter",
    )
    software_gain: PerFamily = per_family(
        {"tpu": 1, "trainium": 1, "gpu": 1},
        unit="x per year",
        low=0.8,
        high=2,
        step=0.01,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Software gain"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly factor by which software raises utilisation right after the as-of month, "
            "before it fades.",
        ),
        source="judgement; vendors report gains of 1.3 to 2 on one chip over a year",
        plausible=(1, 1.3),
        plausible_source="no gain, to the least that vendors report on one chip over a year",
    )
    software_half_life_years: float = number(
        2.0,
        unit="years",
        low=0,
        high=8,
        step=0.1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Half-life of the software gain"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Time in which the software gain comes half way to nothing.",
        ),
        source="judgement",
    )
    active_params: float = number(
        100_000_000_000.0,
        unit="parameters",
        low=1_000_000_000,
        high=2_000_000_000_000,
        step=1_000_000_000,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Active parameters"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Active parameters of the served model; converts compute into tokens.",
        ),
        source="assumption",
    )
