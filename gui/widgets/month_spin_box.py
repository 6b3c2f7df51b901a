"""A lever's field for a month of the calendar: dates are shown and read, months are kept."""

from __future__ import annotations

from gui.widgets.spin_boxes import LineSpinBox
from gui.words.typed_months import month_shown, read_month


class MonthSpinBox(LineSpinBox):
    """Shows months since a scenario's first as dates: `Mar 2027`.

    It reads `Mar 2027`, `2027-03`, `3/2027`, `+6` and `-3`; a month between two is kept as it is
    and shown as the nearer one.
    """

    _start = "2000-01"  # until it is told; Qt may ask for a text before

    def set_start(self, start: str) -> None:
        """The scenario's first month; a text that is being typed stays."""
        if start == self._start:
            return
        self._start = start
        field = self.lineEdit()
        if not field.isModified():
            field.setText(self.textFromValue(self._full))

    def textFromValue(self, value: float) -> str:
        return month_shown(self._start, round(value))

    def _meant(self, text: str) -> float:
        return float(read_month(text, self._start, round(self._full)))

    def _limit_words(self, limit: float) -> str:
        return self.textFromValue(limit)
