"""What each setting does, at once and at the start: theme, units, draws, the device."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStatusBar

from engine.run.backend import NUMPY, Backend, Probe, probe_cupy
from gui.levers.panel import LeverPanel
from gui.run.presenter import Presenter
from gui.system.in_order import InOrder
from gui.system.settings import DOLLARS, Settings
from gui.widgets.message_bar import MessageBar
from gui.widgets.plain import PlainLabel
from gui.window.half_typed import take_typed
from gui.words import units
from gui.words.units import Units


def chosen_units(settings: Settings) -> Units:
    """The units to show in; money stays in dollars until a rate has been typed."""
    if settings.currency == DOLLARS or not settings.currency_rate:
        return Units(settings.power_unit)
    return Units(settings.power_unit, settings.currency, settings.currency_rate)


class Preferences(QObject):
    """Follows the settings: the levers, what is drawn, and what the status bar notes."""

    probed = Signal()  # whether there is a usable GPU is known now
    found = Signal(object)  # for the worker alone

    def __init__(
        self,
        settings: Settings,
        levers: LeverPanel,
        presenter: Presenter,
        messages: MessageBar,
        status_bar: QStatusBar,
        follow_theme: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._levers, self._presenter = settings, levers, presenter
        self._messages, self._follow_theme = messages, follow_theme
        self.probe: Probe | None = None
        self._worker = InOrder("preferences")
        self._asked = False
        self._note = PlainLabel()
        self._note.setObjectName("caption")
        status_bar.insertPermanentWidget(0, self._note)
        self.found.connect(self._take)
        self._settings.changed.connect(self._follow)

    def start(self) -> None:
        """Whatever is not as it is without settings."""
        self._use_units()
        self._use_draws()
        if self._settings.device == "cuda":
            self.look_for_gpu()

    def stop(self) -> None:
        self._worker.wait()

    @property
    def backend(self) -> Backend:
        """What computes the bands: NumPy unless the GPU is wanted and works."""
        wanted = self._settings.device == "cuda"
        return (self.probe and self.probe.backend if wanted else None) or NUMPY

    def look_for_gpu(self) -> None:
        """Find out, beside the window, whether CuPy can be used; `probed` says when."""
        if not self._asked:
            self._asked = True
            self._worker.do(self._probe)

    def _probe(self) -> None:
        """On the worker's thread: the first look may take seconds."""
        self.found.emit(probe_cupy())

    @Slot(object)
    def _take(self, probe: Probe) -> None:
        self.probe = probe
        self._use_device()
        self.probed.emit()

    @Slot(str)
    def _follow(self, key: str) -> None:
        kind = key.partition("/")[0]
        if kind == "theme":
            self._follow_theme()
        elif kind == "units":
            self._use_units()
        elif kind == "draws":
            self._use_draws()
        elif kind == "device":
            self._use_device()

    def _use_units(self) -> None:
        wanted = chosen_units(self._settings)
        self._note.setText(wanted.note)
        self._note.setToolTip(
            self.tr("On screen only: files and reports are in $ and GW.") if wanted.note else ""
        )
        if wanted != units.current():
            take_typed()  # in the units in which it was typed
            units.install(wanted)
            self._levers.show_units()
            self._presenter.refresh()
            self._presenter.tell_again()

    def _use_draws(self) -> None:
        own = self._settings.draws if self._settings.own_draws else None
        self._presenter.draw(own, self.backend)

    def _use_device(self) -> None:
        if self._settings.device == "cuda":
            self.look_for_gpu()
            if self.probe and not self.probe.usable:
                self._messages.say(
                    self.tr("Computing with NumPy: {reason}").format(reason=self.probe.reason)
                )
        self._use_draws()
