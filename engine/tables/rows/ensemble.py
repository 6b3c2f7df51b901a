"""Section 8 of the model: how many draws, and how wide the luck is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, number, whole


@dataclass(frozen=True, kw_only=True)
class Ensemble:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Ensemble")

    draws: int = whole(
        1024,
        unit="count",
        low=64,
        high=16_384,
        step=64,
        scale="log",
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "Draws"),
        help=QT_TRANSLATE_NOOP("Parameter", "Number of scenarios in an ensemble."),
        source="model convention",
        assumed=False,
    )
    seed: int = whole(
        20_251_023,
        unit="integer",
        low=0,
        high=4_294_967_295,
        step=1,
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "Seed"),
        help=QT_TRANSLATE_NOOP("Parameter", "Seed of the common random numbers."),
        source="model convention",
        assumed=False,
    )
    sigma_growth: float = number(
        0.25,
        unit="ln",
        low=0,
        high=1,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Spread of growth"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Standard deviation of the logarithm of starting revenue growth.",
        ),
        source="judgement; growth 2024-26 between 7x and 12x",
    )
    sigma_algorithmic: float = number(
        0.28,
        unit="ln",
        low=0,
        high=1,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Spread of algorithmic efficiency"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Standard deviation of the logarithm of algorithmic efficiency.",
        ),
        source="Ho et al. 2024: 90% interval 2 to 5",
    )
    sigma_rebound: float = number(
        0.1,
        unit="share",
        low=0,
        high=0.5,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Spread of rebound"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Standard deviation of the rebound after the as-of month.",
        ),
        source="judgement",
    )
    sigma_price: float = number(
        0.15,
        unit="ln",
        low=0,
        high=0.6,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Spread of chip prices"),
        help=QT_TRANSLATE_NOOP("Parameter", "Standard deviation of the logarithm of chip prices."),
        source="Epoch AI chip sales: price intervals of about 20%",
    )
    rho: float = number(
        0.5,
        unit="correlation",
        low=0,
        high=1,
        step=0.05,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Correlation of chip prices"),
        help=QT_TRANSLATE_NOOP("Parameter", "Correlation of price luck between families."),
        source="Epoch AI chip sales: 0.5",
    )
