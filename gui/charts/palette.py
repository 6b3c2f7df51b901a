"""Every colour, font size and line width, for light, dark, high contrast, and print.

Hues are Okabe and Ito's, told apart by colour-blind readers: one for each family everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FONT_FAMILY = "Inter"
TICK_POINTS = 8.5
LINE_WIDTH = 2.0  # device-independent pixels
THIN_WIDTH = 1.25

OKABE_ITO = {
    "orange": "#E69F00",
    "sky": "#56B4E9",
    "green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "vermilion": "#D55E00",
    "purple": "#CC79A7",
}

FAMILY_HUES = {"tpu": "blue", "trainium": "orange", "gpu": "green"}
FURTHER_HUES = ("purple", "sky", "yellow", "vermilion")  # for families of a user's catalogue


@dataclass(frozen=True)
class Palette:
    """Colours by role. Text reaches 4.5:1 on the ground, lines 3:1."""

    ground: str
    panel: str
    text: str
    quiet: str
    grid: str
    accent: str
    on_accent: str  # text on the accent
    roles: dict[str, str]
    dark: bool = False
    type_scale: float = 1.0  # letters larger than usual, for a room

    def colour(self, role: str) -> str:
        return self.roles.get(role, self.text)

    @property
    def tick_points(self) -> float:
        return TICK_POINTS * self.type_scale

    def scaled(self, type_scale: float) -> Palette:
        """The same colours with larger letters."""
        return replace(self, type_scale=type_scale)


def luminance(colour: str) -> float:
    """Of `#RRGGBB`, from 0 to 1, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1, none, to 21: WCAG 2 asks 4.5 of text and 3 of lines."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    return max(DARK_INK, LIGHT_INK, key=lambda ink: contrast(ink, colour))


DARK_INK, LIGHT_INK = "#101418", "#FFFFFF"
# brighter than Okabe and Ito's, on black
BRIGHT = {
    "orange": "#FFB640",
    "sky": "#8AD8FF",
    "green": "#3FE0AA",
    "yellow": "#FFF15C",
    "blue": "#62B5FF",
    "vermilion": "#FF8F55",
    "purple": "#FF9ED2",
}


def _roles(text: str, quiet: str, *, dark: bool, bright: bool = False) -> dict[str, str]:
    hue = dict(BRIGHT if bright else OKABE_ITO)
    if dark and not bright:  # blue and green are too dark on a dark ground
        hue |= {"blue": "#4C9FE0", "green": "#24B98C", "vermilion": "#F07B2E"}
    if not dark:  # yellow and sky are too light on a light one
        hue |= {"yellow": "#9C8E00", "sky": "#2E8FC7", "orange": "#BF8000"}
    return {
        "tpu": hue["blue"],
        "trainium": hue["orange"],
        "gpu": hue["green"],
        "further": hue["purple"],
        "demand": text,
        "capacity": "#D48BB8" if dark else "#9B3F77",
        "limit": text,
        "shortfall": hue["vermilion"],
        "problem": hue["vermilion"] if dark else "#B04A00",  # as text
        "unit_cost": "#D48BB8" if dark else "#9B3F77",
        "baseline": quiet,
        "fan": text,
        # kinds of cost
        "capital": hue["blue"],
        "facility": hue["sky"],
        "rent": hue["orange"],
        "energy": hue["yellow"],
        "operation": hue["purple"],
        "platform": quiet,
        # what binds
        "binds_demand": "#6B7785" if dark else "#8792A0",
        "binds_supply": hue["purple"],
        "binds_budget": hue["yellow"],
        "binds_power": hue["sky"],
    }


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F6F7F8",
    text="#1B2530",
    quiet="#5C6875",
    grid="#D5DAE0",
    accent="#0072B2",
    on_accent="#FFFFFF",
    roles=_roles("#1B2530", "#5C6875", dark=False),
)
DARK = Palette(
    ground="#15191E",
    panel="#1D2228",
    text="#E6EAEE",
    quiet="#9AA6B2",
    grid="#343C45",
    accent="#4C9FE0",
    on_accent="#101418",
    roles=_roles("#E6EAEE", "#9AA6B2", dark=True),
    dark=True,
)
CONTRAST = Palette(
    ground="#000000",
    panel="#000000",
    text="#FFFFFF",
    quiet="#E4E4E4",
    grid="#8C8C8C",
    accent="#FFD84D",
    on_accent="#000000",
    roles=_roles("#FFFFFF", "#E4E4E4", dark=True, bright=True),
    dark=True,
)
PRINT = LIGHT


def family_role(family: str, place: int) -> str:
    """The role that colours a family; families beyond the known three share one hue."""
    return family if family in FAMILY_HUES else "further"
