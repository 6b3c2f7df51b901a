"""Where the value axis ends: it stays under the hand, and settles once the hand rests."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

FAR = 1.15  # what is drawn may pass the end by this much before the axis grows under the hand
LEAST = 0.3  # of an axis is filled under the hand where months change, or it shrinks
SETTLE = 220  # milliseconds


class ValueScale(QObject):
    """The end of one axis. `changed` says it anew, step by step where `eased`."""

    changed = Signal(float)

    def __init__(self, parent: QObject | None = None, *, eased: bool = False) -> None:
        super().__init__(parent)
        self.eased = eased
        self.top: float | None = None  # as shown now
        self.wanted = 1.0
        self.held = False
        self._way = QVariantAnimation(self, duration=SETTLE)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self._step)

    def hold(self, held: bool) -> None:
        """Held, the end stays where it is; let go, it goes where it is wanted."""
        if held != self.held:
            self.held = held
            if held:
                self._way.stop()
            elif self.top is not None:
                self._go()

    def want(self, top: float, reach: float, *, other_months: bool = False) -> None:
        """The end that fits is `top`; what is drawn reaches up to `reach`.

        Of other months, what is drawn may all lie near nought, where nothing could be seen.
        """
        self.wanted = top
        least = LEAST if other_months else 0.0
        if self.top is None or (self.held and not least * self.top <= reach <= self.top * FAR):
            self._take(top)
        elif not self.held:
            self._go()

    def settle(self, top: float | None = None) -> None:
        """Be at `top`, or where it is wanted, at once: what is drawn is another picture."""
        self._way.stop()
        self.wanted = self.wanted if top is None else top
        self._take(self.wanted)

    def _go(self) -> None:
        under_way = self._way.state() == QVariantAnimation.State.Running
        if under_way and self._way.endValue() == self.wanted:
            return
        self._way.stop()
        if self.eased and self.top is not None and self.top != self.wanted:
            self._way.setStartValue(self.top)
            self._way.setEndValue(self.wanted)
            self._way.start()
        else:
            self._take(self.wanted)

    @Slot(object)
    def _step(self, top: float) -> None:
        """What is between is a sum, which at the end may be nought instead of very little."""
        arrived = self._way.currentTime() >= self._way.duration()
        self._take(self._way.endValue() if arrived else top)

    def _take(self, top: float) -> None:
        if top != self.top:
            self.top = top
            self.changed.emit(top)
