"""How a report's pictures and pages were drawn, as their files say it. No Qt here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from gui.charts.chart_spec import Size
from gui.report.options import Options, checked

LONGEST = 64  # characters of each text


@dataclass(frozen=True)
class Drawing:
    """What a picture or a page depends on beside its numbers.

    `probe` is the digest of a small picture of letters and lines. Where another machine makes
    another of it, its pictures differ as well, and can't be compared.
    """

    language: str
    page: str
    size: Size | None
    scale: int
    probe: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def options(self) -> Options:
        """To draw it again; files without what they carry."""
        return Options((), self.page, self.size, self.scale, outside=True)


def drawing_from(content: object) -> Drawing | None:
    """As a file says it; None where it says nothing. Raises TypeError or ScenarioError."""
    if content is None:
        return None
    if not isinstance(content, dict):
        raise TypeError
    size, scale = content.get("size"), content.get("scale")
    whole = [scale, *(size if isinstance(size, list) else [])]
    texts = [content.get(key) for key in ("language", "page", "probe")]
    if not all(type(number) is int for number in whole) or len(whole) not in (1, 3):
        raise TypeError
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in texts):
        raise TypeError
    sides = (int(whole[1]), int(whole[2])) if len(whole) > 1 else None
    drawing = Drawing(str(texts[0]), str(texts[1]), sides, int(whole[0]), str(texts[2]))
    checked(Options(page=drawing.page, size=drawing.size, scale=drawing.scale))
    return drawing
