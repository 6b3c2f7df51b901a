"""How a report is written: formats, page, size, scale, and for whom. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from engine import Problem, ScenarioError
from engine.problems import shown
from engine.text import translate
from gui.charts.chart_spec import Size

FORMATS = ("png", "svg", "csv", "xlsx", "pdf", "md")
DEFAULT_FORMATS = ("pdf", "png", "csv")
PAGES = ("a4", "letter")
SCALES = (1, 2, 3, 4)
SMALLEST, LARGEST = (320, 240), (8000, 8000)
MOST_PIXELS = 120_000_000  # half a gigabyte while it is drawn


@dataclass(frozen=True)
class Options:
    """How a report is written. `size` is of the pictures; charts and Overview have their own.

    `outside` leaves the scenario out of the files: for readers who should see no more than
    what is on the page.
    """

    formats: tuple[str, ...] = DEFAULT_FORMATS
    page: str = "a4"
    size: Size | None = None
    scale: int = 2
    outside: bool = False


def checked(options: Options) -> Options:
    """`options` where they can be done. Raises ScenarioError."""
    _among("--format", options.formats, FORMATS)
    _among("--page", (options.page,), PAGES)
    _among("--scale", (str(options.scale),), tuple(map(str, SCALES)))
    size = options.size
    if size is not None:
        sides = zip(SMALLEST, size, LARGEST, strict=True)
        fits = all(low <= side <= high for low, side, high in sides)
        if not fits or size[0] * size[1] * options.scale**2 > MOST_PIXELS:
            raise too_large_size("x".join(map(str, size)))
    return options


def too_large_size(size: str) -> ScenarioError:
    """That pictures can't be of this size, as it was typed."""
    text = translate("Command", "allowed is {least} to {most}, and {pixels} million pixels in all")
    least, most = ("x".join(map(str, side)) for side in (SMALLEST, LARGEST))
    allowed = text.format(least=least, most=most, pixels=MOST_PIXELS // 1_000_000)
    return ScenarioError(Problem("--size", shown(size, quote=False), allowed))


def _among(key: str, given: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    for part in given or ("",):
        if part not in allowed:
            raise among(key, part, allowed)


def among(key: str, part: str, allowed: tuple[str, ...]) -> ScenarioError:
    """That `part` is none of what is allowed."""
    text = translate("Command", "allowed are {allowed}").format(allowed=", ".join(allowed))
    return ScenarioError(Problem(key, shown(part, quote=False), text))
