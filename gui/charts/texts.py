"""What each chart shows and how to read it, in words. No Qt here."""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP

ABOUT = {
    "capacity": QT_TRANSLATE_NOOP(
        "Chart",
        "Effective compute that is installed and in service, beside the compute that customers "
        "and training ask for. Hatched is what goes unserved. Solid is the plan, in which nothing "
        "goes wrong; bands are where 90% and 50% of the drawn worlds lie, with their median.",
    ),
    "power": QT_TRANSLATE_NOOP(
        "Chart",
        "Power that the facilities draw at their peak, cooling and losses included, family on "
        "family, under the dashed limit of what is built and connected. Lines over it are "
        "the total: solid the plan, with dots the median and the 5% and 95% of the drawn worlds. "
        "A diamond is what was claimed, full where the plan meets it. Whiskers are what was "
        "observed from outside, from the 5th to the 95th percentile: hover for the source.",
    ),
    "fleet": QT_TRANSLATE_NOOP(
        "Chart",
        "What is installed, family on family: chips, their IT power, or their compute. Whiskers "
        "on the power are what was observed from outside, from the 5th to the 95th percentile: "
        "hover for the source.",
    ),
    "cost": QT_TRANSLATE_NOOP(
        "Chart",
        "What a month costs. Economic: what is bought is charged over its life, with the cost of "
        "capital. Cash: what is paid in the month. Rent includes what is owed for chips that stand "
        "idle. Signed: what is committed to. By contract, a family's deliveries are told apart by "
        "what they were signed for: energy and facilities by power, the rest by price. Solid over "
        "it is the plan's total; with dots the median and the 5% and 95% of the drawn worlds.",
    ),
    "unit_cost": QT_TRANSLATE_NOOP(
        "Chart",
        "The month's economic cost, divided by the effective compute that was there, or by the "
        "tokens it could serve.",
    ),
    "deliveries": QT_TRANSLATE_NOOP(
        "Chart", "Chips that arrive in the month, family on family; or those that are switched off."
    ),
    "new_power": QT_TRANSLATE_NOOP(
        "Chart",
        "IT power of the chips that demand asks for in the month, beside that of those that "
        "came. Where they part, something binds: see the ribbon below.",
    ),
    "h100e": QT_TRANSLATE_NOOP(
        "Chart",
        "The fleet as so many H100: peak 8-bit compute, whatever the use made of it. Whiskers "
        "are what was observed from outside, from the 5th to the 95th percentile: hover for the "
        "source.",
    ),
    "commitment": QT_TRANSLATE_NOOP(
        "Chart",
        "What is signed in the month: chips and facilities bought, and rent over its whole term.",
    ),
    "contracted": QT_TRANSLATE_NOOP(
        "Chart",
        "IT power of the chips that contracts have promised by then, family on family, less what "
        "is past its life; or only what must be taken. Dashed is what the plan would have in "
        "service, had each month brought what was asked for; the line is what the facilities can "
        "carry. Promised above the line waits for power.",
    ),
}
