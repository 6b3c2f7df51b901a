"""Every colour, font size and line width, for light and dark, and print.

Hues are Okabe and Ito's, told apart by colour-blind readers: one for each family everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    roles: dict[str, str]

    def colour(self, role: str) -> str:
        return self.roles.get(role, self.text)


def _roles(text: str, quiet: str, *, dark: bool) -> dict[str, str]:
    hue = dict(OKABE_ITO)
    if dark:  # blue and green are too dark on a dark ground
        hue |= {"blue": "#4C9FE0", "green": "#24B98C", "vermilion": "#F07B2E"}
    else:  # yellow and sky are too light on a light one
        hue |= {"yellow": "#B8A800", "sky": "#2E8FC7", "orange": "#BF8000"}
    return {
        "tpu": hue["blue"],
        "trainium": hue["orange"],
        "gpu": hue["green"],
        "further": hue["purple"],
        "demand": text,
        "capacity": "#D48BB8" if dark else "#9B3F77",
        "limit": text,
        "shortfall": hue["vermilion"],
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
        "binds_demand": "#6B7785" if dark else "#A9B2BC",
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
    roles=_roles("#1B2530", "#5C6875", dark=False),
)
DARK = Palette(
    ground="#15191E",
    panel="#1D2228",
    text="#E6EAEE",
    quiet="#9AA6B2",
    grid="#343C45",
    accent="#4C9FE0",
    roles=_roles("#E6EAEE", "#9AA6B2", dark=True),
)
PRINT = LIGHT


def family_role(family: str, place: int) -> str:
    """The role that colours a family; families beyond the known three share one hue."""
    return family if family in FAMILY_HUES else "further"
