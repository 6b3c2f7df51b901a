"""What each setting does, at once and at the start: theme, units, draws, the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from engine.run.backend import NUMPY, Backend, Probe, probe_cupy
from gui.system.settings import DOLLARS, Settings
from gui.widgets.plain import PlainLabel
from gui.words import units
from gui.words.units import Units

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


def chosen_units(settings: Settings) -> Units:
    """The units to show in; money stays in dollars until a rate has been typed."""
    if settings.currency == DOLLARS or not settings.currency_rate:
        return Units(settings.power_unit)
    return Units(settings.power_unit, settings.currency, settings.currency_rate)


class _Probing(QRunnable):
    """Looks for a GPU beside the window: the first look may take seconds."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences

    def run(self) -> None:
        self._preferences.found.emit(probe_cupy())


class Preferences(QObject):
    """Follows the settings of a window."""

    probed = Signal()  # whether there is a usable GPU is known now
    found = Signal(object)  # for the worker alone

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        self.probe: Probe | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._asked = False
        self._note = PlainLabel()
        self._note.setObjectName("caption")
        window.statusBar().insertPermanentWidget(0, self._note)
        self.found.connect(self._take)
        self._settings.changed.connect(self._follow)

    def start(self) -> None:
        """Whatever is not as it is without settings."""
        self._use_units()
        self._use_draws()
        if self._settings.device == "cuda":
            self.look_for_gpu()

    def stop(self) -> None:
        self._pool.waitForDone()

    @property
    def backend(self) -> Backend:
        """What computes the bands: NumPy unless the GPU is wanted and works."""
        wanted = self._settings.device == "cuda"
        return (self.probe and self.probe.backend if wanted else None) or NUMPY

    def look_for_gpu(self) -> None:
        """Find out, beside the window, whether CuPy can be used; `probed` says when."""
        if not self._asked:
            self._asked = True
            self._pool.start(_Probing(self))

    @Slot(object)
    def _take(self, probe: Probe) -> None:
        self.probe = probe
        self._use_device()
        self.probed.emit()

    @Slot(str)
    def _follow(self, key: str) -> None:
        kind = key.partition("/")[0]
        if kind == "theme":
            self._window.view.follow_theme()
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
            units.install(wanted)
            self._window.levers.show_units()
            self._window.display.refresh()
            self._window.display.tell_again()

    def _use_draws(self) -> None:
        own = self._settings.draws if self._settings.own_draws else None
        self._window.display.draw(own, self.backend)

    def _use_device(self) -> None:
        if self._settings.device == "cuda":
            self.look_for_gpu()
            if self.probe and not self.probe.usable:
                self._window.messages.say(
                    self.tr("Computing with NumPy: {reason}").format(reason=self.probe.reason)
                )
        self._use_draws()
