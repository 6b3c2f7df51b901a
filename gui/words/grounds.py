"""What a value rests on, as it is read: its name, its source, and what a short list says. No Qt."""

from __future__ import annotations

from engine.analysis.footing import Foot, Footing
from engine.analysis.grounds import CHIPS, Ground
from engine.tables.catalogue import family_label
from engine.tables.scenario import parameter
from engine.text import percent_sign, translate, written
from gui.words.sanitize import one_line
from gui.words.value_texts import PERCENT


def ground_label(ground: Ground) -> str:
    """The value's name, with its family or entry."""
    if ground.parameter == CHIPS:
        return one_line(ground.part)
    row = parameter(ground.parameter)
    if not ground.part:
        return row.label_text
    part = family_label(ground.part) if row.per_family else one_line(ground.part)
    return f"{row.label_text}, {part}"


def ground_source(ground: Ground) -> str:
    """Its source on one line, the table's in the reader's language; what is said where none is."""
    if ground.source:
        source = one_line(translate("Source", ground.source))
        return translate("Grounds", "own: {source}").format(source=source) if ground.own else source
    return translate("Grounds", "no source: changed from the default")


def moves_words(foot: Foot) -> str:
    """How far the number goes with it: `26%`."""
    style = ",.0f" if foot.moves * PERCENT >= 10 else ",.1f"
    return f"{written(foot.moves * PERCENT, style)}{percent_sign()}"


def footing_words(found: Footing) -> str:
    """How many values there are, and how good."""
    text = translate(
        "Grounds",
        "It is computed from {all} values: {guesses} are guesses, {old} rest on what is over a "
        "year old.",
    )
    if not found.feet:
        then = translate("Grounds", "None of them alone moves it within its plausible range.")
    elif found.of_most:
        then = translate(
            "Grounds",
            "The plan has next to none of it; those that bring most of it, as shares of the most "
            "that one alone brings, the weakest first:",
        )
    else:
        then = translate("Grounds", "Those that move it most, the weakest first:")
    return f"{text.format(all=found.values, guesses=found.guesses, old=found.old)} {then}"
