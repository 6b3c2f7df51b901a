"""What the hedge says in a sentence: whose failure costs most, and what is not firm. No Qt."""

from __future__ import annotations

from engine.analysis.supplier_loss import SupplierLoss
from engine.tables.catalogue import family_label
from engine.text import filled, translate
from gui.pages.risk.measures import share_words
from gui.words.units import power_words


def losses_sentence(found: SupplierLoss) -> str:
    """Whose stop and whose recall cost most capacity; nobody's where none is lost."""
    stop, recall = found.largest["supply_stop"], found.largest["base_loss"]
    nothing = share_words(0.0)
    stopped, recalled = share_words(stop.worst), share_words(recall.worst)
    text = translate(
        "HedgePart",
        "Without deliveries the largest loss is that of {stop}, with {stopped} of capacity "
        "lost at worst; with chips recalled it is that of {recall}, with {recalled}.",
    )
    if stop.family == recall.family:
        text = translate(
            "HedgePart",
            "Either way the largest loss is that of {stop}: at worst {stopped} of capacity without "
            "deliveries, {recalled} with chips recalled.",
        )
    if stopped == nothing:
        text = translate(
            "HedgePart",
            "Without deliveries no capacity is lost; with chips recalled the largest loss is that "
            "of {recall}, with {recalled} of capacity lost at worst.",
        )
    if recalled == nothing:
        text = translate(
            "HedgePart",
            "Without deliveries the largest loss is that of {stop}, with {stopped} of capacity "
            "lost at worst; with chips recalled none is lost.",
        )
    if stopped == recalled == nothing:
        text = translate("HedgePart", "No supplier that fails costs any capacity.")
    return filled(
        text,
        stop=family_label(stop.family),
        stopped=stopped,
        recall=family_label(recall.family),
        recalled=recalled,
    )


def contracts_title(firm: float, free: float, month: str) -> str:
    """How much of what is contracted can be walked away from [GW IT], and in which month."""
    nothing = power_words(0.0)
    text = translate(
        "HedgePart", "What can be walked away from: {free} of {whole} contracted are not firm"
    )
    if firm + free <= 0:
        text = translate(
            "HedgePart", "What can be walked away from: no contract brings anything in {month}"
        )
    elif power_words(free) == nothing:
        text = translate(
            "HedgePart", "What can be walked away from: nothing, all {whole} contracted are firm"
        )
    elif power_words(firm) == nothing:
        text = translate(
            "HedgePart", "What can be walked away from: all {whole} contracted, none is firm"
        )
    whole = power_words(firm + free)
    return filled(text, free=power_words(free), whole=whole, month=month)
