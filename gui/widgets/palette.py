"""Every colour, font size and line width, for light, dark, high contrast, and print.

Hues are Okabe and Ito's, told apart by colour-blind readers: one for each family everywhere,
and for nothing else. Families of a user's own have a colour and a pattern each; so have kinds of
cost where two would look alike to somebody.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

FONT_FAMILY = "Inter"
TICK_POINTS = 8.5
TOLD_APART = 1.5  # of two greys' contrast, at least
LINE_WIDTH = 2.0  # device-independent pixels
THIN_WIDTH = 1.25
FAN_ALPHAS = (36, 44)  # of a band: the wide one, and the narrow one on top of it

OKABE_ITO = {
    "orange": "#E69F00",
    "green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "vermilion": "#D55E00",
    "purple": "#CC79A7",
}

FURTHER = "further_"
FAMILY_HUES = {"tpu": "blue", "trainium": "orange", "gpu": "green"}
MOST_FAMILIES = 12
# for families of a user's own, by their place in the catalogue: violets, greens, reds and teals
# that are no other role's, each as far from all others as twelve can be
FURTHER_LIGHT = (
    *("#830BA9", "#046B5E", "#7841F2", "#967FF5", "#527F49", "#831335"),
    *("#018090", "#53136A", "#2928D2", "#0F3B04", "#441724", "#4C918C"),
)
FURTHER_DARK = (
    *("#C91BB2", "#86CAC0", "#B667FF", "#8C37E7", "#407A0F", "#AC505B"),
    *("#559A99", "#FFB0ED", "#6B6DCD", "#84DE70", "#F4082A", "#00DBFE"),
)
FURTHER_BRIGHT = (
    *("#DE38C5", "#389F94", "#7482E3", "#9D4DFC", "#498F00", "#AC262A"),
    *("#1D655D", "#8E3394", "#523FD7", "#93FF98", "#FF2335", "#3DFFFF"),
)
# which way strokes go over the colour, and whether they are dark or light
PART = "@"  # between a role and the number of a part of it
WAYS = ("falling", "level", "upright", "squares", "diamonds", "dots")


@dataclass(frozen=True)
class Pattern:
    """Strokes over a colour, so that colour alone need not tell what it is of."""

    way: str
    dark: bool


# where two colours of one chart are near for somebody, by protan, deutan or tritan sight
PATTERNS = {
    "gpu": Pattern("rising", dark=False),
    "facility": Pattern("falling", dark=True),
    "energy": Pattern("upright", dark=True),
    "operation": Pattern("level", dark=True),
    "platform": Pattern("dots", dark=False),
}


def part_role(role: str, place: int) -> str:
    """The role of a part of what has a role: its colour, with a pattern by `place`."""
    return f"{role}{PART}{place}"


def pattern_of(role: str) -> Pattern | None:
    """The pattern of a role, None where its colour is enough."""
    role, _, part = role.partition(PART)
    if part:
        return Pattern(WAYS[int(part) % len(WAYS)], dark=True)
    if not role.startswith(FURTHER):
        return PATTERNS.get(role)
    # the typical fourth family has the plainest pattern
    place = (int(role.removeprefix(FURTHER)) - len(FAMILY_HUES)) % MOST_FAMILIES
    return Pattern(WAYS[place % len(WAYS)], dark=place >= len(WAYS))


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
        """A role's colour. Raises KeyError where there is no such role: a slip, never a line."""
        return self.roles[role.partition(PART)[0]]

    def lighter(self, role: str) -> str:
        """The colour of a role's baseline: nearer to the ground, yet a line that is seen."""
        return _lighter(self.colour(role), self.ground)

    @property
    def unavailable(self) -> str:
        """The letters of what cannot be had now: told apart from those of what can."""
        return self.quiet if contrast(self.text, self.quiet) >= TOLD_APART else self.grid

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


@functools.lru_cache(maxsize=128)
def _lighter(colour: str, ground: str) -> str:
    """Mixed with the ground as far as it is still seen on the colour's own band."""
    band = shaded(colour, ground)
    for share in LIGHTER:
        mixed = mix(colour, ground, share)
        if contrast(mixed, band) >= LEAST_LINE:
            return mixed
    return colour


def shaded(colour: str, ground: str) -> str:
    """The ground under both shades of a band of that colour."""
    for alpha in FAN_ALPHAS:
        ground = mix(ground, colour, alpha / 255)
    return ground


def mix(colour: str, other: str, share: float) -> str:
    """`#RRGGBB` with `share` of another."""
    parts = [
        round(int(colour[i : i + 2], 16) * (1 - share) + int(other[i : i + 2], 16) * share)
        for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    return max(DARK_INK, LIGHT_INK, key=lambda ink: contrast(ink, colour))


LIGHTER = (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05)
LEAST_LINE = 3.05  # of contrast: 3 and some air
DARK_INK, LIGHT_INK = "#101418", "#FFFFFF"
# brighter than Okabe and Ito's, on black
BRIGHT = {
    "orange": "#FFB640",
    "green": "#3FE0AA",
    "yellow": "#FFF15C",
    "blue": "#62B5FF",
    "vermilion": "#FF8F55",
    "purple": "#FF9ED2",
}


LIMITS = ("binds_demand", "binds_supply", "binds_budget", "binds_power")
RIBBON = {  # by whether bright, and dark
    (False, False): ("#898EA2", "#842373", "#5F6415", "#17191D"),
    (False, True): ("#5F6A70", "#EE5CC8", "#969A10", "#E7E8EA"),
    (True, True): ("#8A9EAE", "#BE2A68", "#A59E13", "#F6F6F6"),
}


def _roles(text: str, quiet: str, *, dark: bool, bright: bool = False) -> dict[str, str]:
    hue = dict(BRIGHT if bright else OKABE_ITO)
    further = FURTHER_BRIGHT if bright else FURTHER_DARK if dark else FURTHER_LIGHT
    slate = "#7488A0" if bright else "#66788C" if dark else "#39434E"
    pale = "#B4C1CF" if bright else "#C9D3DC" if dark else "#8792A0"
    taupe = "#C2A592" if bright else "#A98A78" if dark else "#94796A"
    if dark and not bright:  # blue and green are too dark on a dark ground
        hue |= {"blue": "#4C9FE0", "green": "#24B98C", "vermilion": "#F07B2E"}
    if not dark:  # yellow and orange are too light on a light one
        hue |= {"yellow": "#9C8E00", "orange": "#BF8000"}
    return {
        "tpu": hue["blue"],
        "trainium": hue["orange"],
        "gpu": hue["green"],
        **{f"{FURTHER}{place}": colour for place, colour in enumerate(further)},
        "demand": text,
        "capacity": "#D48BB8" if dark else "#9B3F77",
        "limit": text,
        "shortfall": hue["vermilion"],
        "problem": hue["vermilion"] if dark else "#B04A00",  # as text
        "unit_cost": "#D48BB8" if dark else "#9B3F77",
        "baseline": quiet,
        "total": text,
        # kinds of cost
        "capital": slate,
        "facility": pale,
        "rent": taupe,
        "energy": hue["yellow"],
        "operation": hue["purple"],
        "platform": quiet,
        # what binds: apart by their lightness for every sight
        **dict(zip(LIMITS, RIBBON[bright, dark], strict=True)),
    }


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F6F7F8",
    text="#1B2530",
    quiet="#5C6875",
    grid="#D5DAE0",
    accent="#4F4A9E",
    on_accent="#FFFFFF",
    roles=_roles("#1B2530", "#5C6875", dark=False),
)
DARK = Palette(
    ground="#15191E",
    panel="#1D2228",
    text="#E6EAEE",
    quiet="#9AA6B2",
    grid="#343C45",
    accent="#ABA6F2",
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
    accent="#C9C4FF",
    on_accent="#000000",
    roles=_roles("#FFFFFF", "#E4E4E4", dark=True, bright=True),
    dark=True,
)
PRINT = LIGHT


def family_role(family: str, place: int) -> str:
    """The role that colours a family; one of a user's own by its place in the catalogue."""
    return family if family in FAMILY_HUES else f"{FURTHER}{place % MOST_FAMILIES}"
