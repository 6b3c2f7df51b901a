"""Section 2 of the model, and the calendar of section 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, anchors, month, number, optional, whole
from engine.values import Anchors


@dataclass(frozen=True, kw_only=True)
class Demand:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Demand")

    start: str = month(
        "2025-01",
        unit="YYYY-MM",
        low="2024-01",
        high="2028-01",
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "First month"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Calendar month in which it begins; all other months count from it.",
        ),
        source="model convention",
    )
    horizon_months: int = whole(
        96,
        unit="months",
        low=12,
        high=180,
        step=12,
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "Horizon"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "How many months are simulated; 96 from 2025-01 ends in 2032-12.",
        ),
        source="model convention",
        assumed=False,
    )
    as_of: int = whole(
        9,
        unit="months since start",
        low=0,
        high=120,
        step=1,
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "History ends"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Month up to which the catalogue and the power schedule are history; slips, "
            "delays and price factors act only from here on.",
        ),
        source="model convention",
    )
    revenue_anchors: Anchors = anchors(
        ((0, 1.0), (9, 3.0671)),
        unit="month; $bn/year",
        scale="log",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Known revenue"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Known points of the yearly revenue run-rate: pairs of month and $bn, in order, "
            "the first at the beginning. Between them the logarithm runs straight.",
        ),
        source=(
            "Article: chosen so that calendar-2025 revenue is 2.2 bn (press, 2025-10); "
            "2026-09 record: run-rates stated by the company and CNBC"
        ),
    )
    revenue_growth: float = number(
        7.0,
        unit="x per year",
        low=1.0,
        high=30,
        step=0.1,
        scale="log",
        role="headline",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Revenue growth after the last known point"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly growth factor of revenue right after the last known point, before it fades.",
        ),
        source=(
            "Company announcement 2025-09: large accounts nearly 7x in a year; record "
            "2024-26: 7 to 12x"
        ),
    )
    revenue_growth_longrun: float = number(
        1.33,
        unit="x per year",
        low=0.8,
        high=3,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Long-run revenue growth"),
        help=QT_TRANSLATE_NOOP("Parameter", "Yearly growth factor that revenue growth fades to."),
        source="judgement",
    )
    growth_half_life_years: float = number(
        0.75,
        unit="years",
        low=0,
        high=8,
        step=0.05,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Half-life of excess growth"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Time in which the logarithm of growth comes half way from its starting to its "
            "long-run value.",
        ),
        source="judgement, limited by plausible revenue in 2032",
    )
    intensity: float = number(
        36.0,
        unit="EFLOP/s per $bn/year",
        low=1,
        high=500,
        step=1,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Serving compute per revenue"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Effective 8-bit compute needed to serve $1 bn of run-rate revenue in the first month.",
        ),
        source="calibrated: revenue per GW 2025-26, company reports and analyst capacity estimates",
    )
    algorithmic_efficiency: float = number(
        3.0,
        unit="x per year",
        low=1,
        high=10,
        step=0.1,
        scale="log",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Algorithmic efficiency"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly factor by which software lowers the compute needed for the same result.",
        ),
        source="Ho et al. 2024, arXiv:2403.05812 (about 3x, 90% interval 2 to 5)",
        plausible=(2.2, 4.5),
        plausible_source="Ho et al. 2024: 90% interval 2 to 5, taken as lognormal",
    )
    later_compute_growth: float | None = optional(
        None,
        unit="x per year",
        low=0.02,
        high=50,
        step=0.01,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Compute per revenue from now on"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly factor on the compute that a dollar of revenue needs after the as-of month; "
            "empty: what algorithmic efficiency and rebound say, as before it.",
        ),
        source="scenario",
        may_lack=True,
    )
    rebound: float = number(
        1.05,
        unit="share",
        low=0,
        high=1.2,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Rebound"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of the algorithmic gain that is spent again on larger models, longer "
            "answers and more use; at 1 compute per revenue is constant, above 1 it grows.",
        ),
        source="judgement; calibrated to revenue per GW 2025-26",
    )
    training_share_start: float = number(
        0.75,
        unit="share of fleet",
        low=0,
        high=0.95,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Training share at start"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of the fleet used for training and research in the first month.",
        ),
        source=(
            "Reported 2025 inference spend of 1.7 bn in 7.33 bn compute (Epoch AI; press on "
            "the prospectus)"
        ),
    )
    training_share_end: float = number(
        0.4,
        unit="share of fleet",
        low=0,
        high=0.95,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Training share in the long run"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of the fleet used for training and research from the end month on.",
        ),
        source="Deloitte TMT 2026: inference two thirds of compute in 2026; judgement",
    )
    training_share_end_month: int = whole(
        30,
        unit="months since start",
        low=0,
        high=120,
        step=1,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Training share settles"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Month in which the training share reaches its long-run value.",
        ),
        source="judgement",
    )
    plan_ahead_months: int = whole(
        3,
        unit="months",
        low=0,
        high=24,
        step=1,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Planning lead"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "New chips are scheduled to arrive this many months before demand needs them.",
        ),
        source="judgement: bring-up of 1 to 3 months and a little slack",
    )
    reserve_margin: float = number(
        0.1,
        unit="share of demand",
        low=0,
        high=1,
        step=0.01,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Reserve margin"),
        help=QT_TRANSLATE_NOOP("Parameter", "Capacity planned above expected demand."),
        source="judgement",
    )
