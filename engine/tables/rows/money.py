"""Section 6 of the model: prices, lives and the cost of capital."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.tables.parameter import QT_TRANSLATE_NOOP, choice, number, optional, per_family, whole
from engine.values import PerFamily


@dataclass(frozen=True, kw_only=True)
class Money:
    GROUP: ClassVar[str] = QT_TRANSLATE_NOOP("Group", "Money")

    investment_budget_bn_per_year: float | None = optional(
        None,
        unit="$bn/year",
        low=1,
        high=300,
        step=1,
        scale="log",
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Investment budget"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly limit on the capital cost of new capacity, owned or rented; empty is "
            "unlimited.",
        ),
        source="scenario",
    )
    owned_share: PerFamily = per_family(
        {"tpu": 0, "trainium": 0, "gpu": 0.1},
        unit="share",
        low=0,
        high=1,
        step=0.01,
        role="decision",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Owned share"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Share of each family that is bought; the rest is rented under long contracts.",
        ),
        source="SemiAnalysis 2025-11: 400k of 1M TPUs bought",
        plausible=(0, 0.4),
        plausible_source="SemiAnalysis 2025-11: none, to 400k of 1M TPUs bought; the others alike",
    )
    chip_price_factor: PerFamily = per_family(
        {"tpu": 1, "trainium": 1, "gpu": 1},
        unit="x",
        low=0.3,
        high=3,
        step=0.01,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Price factor"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Multiplies capital cost and rent of deliveries from the as-of month on.",
        ),
        source="scenario",
        plausible=(0.83, 1.21),
        plausible_source="Epoch AI chip sales: price intervals of about 20%, spread 0.15",
    )
    chip_price_growth: PerFamily = per_family(
        {"tpu": 1, "trainium": 1, "gpu": 1},
        unit="x per year",
        low=0.5,
        high=2,
        step=0.01,
        scale="log",
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Price growth"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly factor on capital cost and rent of deliveries after the as-of month.",
        ),
        source=(
            "one-year H100 contracts rose from $1.70 to about $2.68 an hour 2025-10 to 2026-08 "
            "(SemiAnalysis)"
        ),
    )
    rent_basis: str = choice(
        "quoted",
        words=("quoted", "cost"),
        unit="quoted or cost",
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Rents"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Quoted: the catalogue's rents. Cost: what a provider with the same cost of capital "
            "needs, plus its margin.",
        ),
        source="model choice; TPU v7 at cost $1.26 an hour against $1.21 (SemiAnalysis)",
    )
    provider_margin: float = number(
        0.3,
        unit="share of cost",
        low=0,
        high=2,
        step=0.01,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Provider's margin"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "What a provider adds to its cost, where rents are made from cost.",
        ),
        source="judgement; TPU v7 rents of $1.60 to $2.00 an hour over a cost of $1.2",
        plausible=(0.3, 0.65),
        plausible_source="TPU v7 rents of $1.60 to $2.00 an hour over a cost of $1.21",
    )
    wacc: float = number(
        0.1,
        unit="share per year",
        low=0,
        high=0.25,
        step=0.005,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Cost of capital"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Real weighted cost of capital for annuities and discounting.",
        ),
        source="Epoch AI about 7%; SemiAnalysis cases 9 to 14%",
        plausible=(0.07, 0.14),
        plausible_source="Epoch AI about 7%; SemiAnalysis cases to 14%",
    )
    facility_capex_usd_per_watt: float = number(
        11.8,
        unit="$/W IT",
        low=5,
        high=25,
        step=0.1,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Facility capital cost"),
        help=QT_TRANSLATE_NOOP("Parameter", "Building, power and cooling per watt of IT power."),
        source="Epoch AI Frontier Data Centers: 11.8; Turner & Townsend 2025: 10 to 15",
        plausible=(10, 15),
        plausible_source="Turner & Townsend 2025: 10 to 15",
    )
    facility_life_months: int = whole(
        168,
        unit="months",
        low=60,
        high=480,
        step=12,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Facility life"),
        help=QT_TRANSLATE_NOOP("Parameter", "Amortisation time of the facility."),
        source="Epoch AI cost breakdown 2026-05: 14 years",
        plausible=(144, 180),
        plausible_source="power and cooling 12 to 15 years (press)",
    )
    pue: float = number(
        1.12,
        unit="ratio",
        low=1.02,
        high=1.6,
        step=0.01,
        grade="A",
        label=QT_TRANSLATE_NOOP("Parameter", "PUE"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Yearly average of facility over IT energy; used for energy only.",
        ),
        source="Google 1.09, AWS 1.15 (environmental reports)",
        plausible=(1.08, 1.17),
        plausible_source="Meta 1.08 to Microsoft 1.17 (environmental reports)",
    )
    load_factor: float = number(
        0.8,
        unit="share",
        low=0.3,
        high=1,
        step=0.01,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Load factor"),
        help=QT_TRANSLATE_NOOP("Parameter", "Average over nameplate IT power."),
        source="LBNL 2024, Epoch AI: 0.7 to 0.8",
        plausible=(0.7, 0.85),
        plausible_source="LBNL 2024, Epoch AI: 0.7 to 0.8; training above 0.8",
    )
    electricity_usd_per_kwh: float = number(
        0.075,
        unit="$/kWh",
        low=0.02,
        high=0.25,
        step=0.001,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Electricity price"),
        help=QT_TRANSLATE_NOOP("Parameter", "Delivered price of electricity in the first month."),
        source="EIA; delivered to US AI sites 0.065 to 0.090",
        plausible=(0.065, 0.09),
        plausible_source="delivered to US AI sites 0.065 to 0.090",
    )
    electricity_escalation: float = number(
        0.01,
        unit="share per year",
        low=-0.05,
        high=0.15,
        step=0.005,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Electricity escalation"),
        help=QT_TRANSLATE_NOOP("Parameter", "Real yearly change of the electricity price."),
        source="EIA outlook 2025-26; judgement",
        plausible=(-0.01, 0.03),
        plausible_source="judgement: two points either way",
    )
    site_opex_usd_per_mw_year: float = number(
        300000.0,
        unit="$/MW IT/year",
        low=0,
        high=1_500_000,
        step=10_000,
        grade="B",
        label=QT_TRANSLATE_NOOP("Parameter", "Site operation"),
        help=QT_TRANSLATE_NOOP("Parameter", "Staff and operation of owned sites without energy."),
        source="Epoch AI: 0.9 bn a GW-year less 0.6 bn energy",
    )
    maintenance_share_per_year: float = number(
        0.02,
        unit="share of chip capex/year",
        low=0,
        high=0.15,
        step=0.005,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Maintenance"),
        help=QT_TRANSLATE_NOOP("Parameter", "Yearly maintenance and spares of owned chips."),
        source="Barroso et al.: 5% of yearly amortisation; failure rates 5 to 9% a year",
    )
    platform_usd_per_year: PerFamily = per_family(
        {"tpu": 150_000_000, "trainium": 150_000_000, "gpu": 75_000_000},
        unit="$/year",
        low=0,
        high=2_000_000_000,
        step=5_000_000,
        grade="C",
        label=QT_TRANSLATE_NOOP("Parameter", "Platform cost"),
        help=QT_TRANSLATE_NOOP(
            "Parameter",
            "Standing cost of one more software stack: compilers, kernels, operations.",
        ),
        source="judgement: 100 to 200 engineers and test fleet",
    )
