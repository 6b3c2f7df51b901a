"""How sure an answer is, in one line: from how many worlds, how near, and whether more follow."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from engine.text import translate, written
from gui.widgets.plain import PlainLabel

NONE_SEEN = 3.0  # by the number of worlds: the share of which 95 of 100 samples would show one
MARGIN = 1.96  # standard errors: 95 of 100 samples of worlds lie so near


def sure_words(worlds: int, margin: str = "", *, working: bool = False) -> str:
    """`256 worlds · ± $0.3 bn at 95% · refining …`; of a plain run that nothing is drawn."""
    parts = []
    if worlds:
        text = translate("Analysis", "%n world(s), the same for all that is compared", "", worlds)
        parts.append(text.replace(str(worlds), written(worlds, ",d"), 1))
    elif not working:
        parts.append(translate("Analysis", "The plan itself: no worlds were drawn"))
    if margin:
        parts.append(translate("Analysis", "± {margin} at 95%").format(margin=margin))
    if working:
        parts.append(translate("Analysis", "refining …"))
    return " · ".join(parts)


def margin_of(standard_error: float) -> float:
    """How near 95 of 100 samples of worlds lie; NaN where that is not known."""
    return MARGIN * standard_error if math.isfinite(standard_error) else math.nan


def chance_margin(chance: float, worlds: int) -> float:
    """The margin of a share of so many worlds [share].

    Where all worlds are alike, that is no proof that none is otherwise: by the rule of three.
    """
    if worlds and chance in (0.0, 1.0):
        return min(NONE_SEEN / worlds, 1.0)
    return margin_of(math.sqrt(max(chance * (1 - chance), 0.0) / worlds)) if worlds else math.nan


class SureLine(PlainLabel):
    """The line, below what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("caption")
        self._said: tuple[int, str] = (0, "")
        self._known = False

    def say(self, worlds: int, margin: str = "", *, working: bool = False) -> None:
        """What stands above is from so many worlds."""
        self._said, self._known = (worlds, margin), True
        self.setText(sure_words(worlds, margin, working=working))

    def working(self) -> None:
        """Another answer is on its way; the old one still stands."""
        worlds, margin = self._said if self._known else (0, "")
        self.setText(sure_words(worlds, margin, working=True))
