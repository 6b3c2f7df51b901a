"""The Settings dialog: beside the window, and whatever is chosen in it holds at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.run.backend import NUMPY, loop_words
from engine.text import translate, written
from gui.document.session import Session
from gui.system.language import SYSTEM, languages
from gui.system.paths import data_folder
from gui.system.settings import (
    DOLLARS,
    FEWEST_DRAWS,
    HIGHEST_RATE,
    LOWEST_RATE,
    MOST_DRAWS,
    MOST_SECONDS,
    POWER_UNITS,
    TEXT_SIZES,
    THEMES,
    Settings,
)
from gui.widgets.plain import PlainLabel
from gui.widgets.screen_room import room
from gui.widgets.scrolled import scrolled
from gui.widgets.slider_scale import decimals
from gui.widgets.spin_boxes import LeverSpinBox
from gui.widgets.style import BODY_POINTS, SYSTEM_SIZE
from gui.window.preferences import Preferences
from gui.window.settings_form import SettingsForm, combo

WIDTH, SIDES = 520, 40  # pixels, in letters of the usual size; beside it on a small screen
RATE_STEP = 0.01
DRAWS_STEP = 64
OFFERED = (DOLLARS, "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "KRW", "CAD", "AUD")


class SettingsDialog(QDialog):
    """Shows the settings as they are, and follows them when the menus change one."""

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._preferences, self._session = preferences, session
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self._bound_width()
        self._form = SettingsForm()
        self._add_looks()
        self._add_units()
        self._add_computing()
        self._add_safety()
        self._add_privacy()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.reset = QPushButton(self.tr("Reset all settings"))
        self.reset.clicked.connect(self.settings.reset)
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        for button in (self.reset, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)  # Enter finishes what is typed, and closes nothing
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(20, 16, 20, 0)
        rows.addLayout(self._form)
        rows.addStretch(1)
        self._rows = rows  # a small screen has no room for all of them at once
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(20, 14, 20, 16)
        self._foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(self._foot)
        self.settings.changed.connect(self.show_settings)
        preferences.probed.connect(self.show_settings)
        session.document_changed.connect(self.show_settings)
        self.show_settings()

    # What is in it

    def _add_looks(self) -> None:
        self._form.heading(self.tr("Language and looks"))
        self.language = combo(
            {SYSTEM: self.tr("As the system"), **languages()}, self._choose_language
        )
        self._spoken = self.settings.language
        self._form.row(self.tr("&Language"), self.language)
        self._language_note = self._form.caption("")
        self.theme = combo(theme_names(), self._choose_theme)
        self._form.row(self.tr("&Colours"), self.theme)
        self.text_size = combo(text_size_names(), self._choose_text_size)
        self._form.row(self.tr("Text si&ze"), self.text_size)
        self.reduced_motion = QCheckBox(self.tr("less mo&tion"))
        self.reduced_motion.toggled.connect(self._choose_motion)
        self._form.row(self.tr("Animation"), self.reduced_motion)

    def _add_units(self) -> None:
        self._form.heading(self.tr("Units"))
        self.power = combo({unit: unit for unit in POWER_UNITS}, self._choose_power)
        self._form.row(self.tr("&Power in"), self.power)
        self.currency = QComboBox()
        self.currency.setEditable(True)
        self.currency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.currency.addItems(OFFERED)
        self.currency.activated.connect(self._choose_currency)
        field = self.currency.lineEdit()
        assert field is not None
        field.editingFinished.connect(self._choose_currency)
        self._form.row(self.tr("&Money in"), self.currency)
        self.rate = LeverSpinBox(LOWEST_RATE, HIGHEST_RATE, RATE_STEP, self.tr("per $"))
        self.rate.setGroupSeparatorShown(False)
        self.rate.setMinimumWidth(90)
        self.rate.taken.connect(self._choose_rate)
        self.rate.refused.connect(self._say_problem)
        self._rate_unit = PlainLabel()
        self._rate_label = self._form.row(self.tr("One &dollar is"), self.rate, self._rate_unit)
        self._problem = self._form.caption("")
        self._problem.setObjectName("problem")
        self._problem.hide()
        self._units_note = self._form.caption(
            self.tr("On screen only: files and reports are always in $ and GW.")
        )

    def _add_computing(self) -> None:
        self._form.heading(self.tr("Computing"))
        self.own_draws = QCheckBox(self.tr("as many as the scenario says"))
        self.own_draws.toggled.connect(self._choose_own_draws)
        self.draws = LeverSpinBox(
            FEWEST_DRAWS, MOST_DRAWS, DRAWS_STEP, self.tr("worlds"), whole=True
        )
        self.draws.setMinimumWidth(90)
        self.draws.taken.connect(self._choose_draws)
        self.draws.refused.connect(self._say_draws_problem)
        self._form.row(self.tr("Drawn &worlds"), self.draws, self.own_draws)
        self._draws_note = self._form.caption("")
        self.device = combo(
            {
                "numpy": self.tr("Processor (NumPy)"),
                "cuda": self.tr("Graphics processor (CUDA, through CuPy)"),
            },
            self._choose_device,
        )
        self._form.row(self.tr("Bands computed &by"), self.device)
        self._device_note = self._form.caption("")

    def _add_safety(self) -> None:
        self._form.heading(self.tr("Unsaved work"))
        self.autosave = LeverSpinBox(1, MOST_SECONDS, 1, self.tr("seconds"), whole=True)
        self.autosave.setMinimumWidth(90)
        self.autosave.taken.connect(self._choose_autosave)
        self.autosave.refused.connect(self._say_autosave_problem)
        self._form.row(self.tr("&Kept safe every"), self.autosave, PlainLabel(self.tr("seconds")))
        self._autosave_problem = self._form.caption("")
        self._autosave_problem.setObjectName("problem")
        self._form.caption(
            self.tr(
                "And whenever the hand rests. After a crash it is offered at the next start. Your "
                "own files are written only by Save; the file as it was stays beside it as .bak."
            )
        )

    def _add_privacy(self) -> None:
        self._form.heading(self.tr("Privacy"))
        self._form.caption(
            self.tr(
                "Headroom never uses the network: it sends nothing, fetches nothing and counts "
                "nothing. What it remembers between starts, and its log and recovery files:"
            )
        )
        place = self._form.caption(f"{QSettings().fileName()}\n{data_folder('')}")
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    # The settings as they are

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._preferences.look_for_gpu()
        self.show_settings()

    @Slot()
    def show_settings(self) -> None:
        """Every field as the settings now are."""
        settings = self.settings
        for field, value in (
            (self.language, settings.language),
            (self.theme, settings.theme),
            (self.text_size, settings.text_size),
            (self.power, settings.power_unit),
            (self.device, settings.device),
        ):
            field.setCurrentIndex(max(field.findData(value), 0))
        self.reduced_motion.setChecked(settings.reduced_motion)
        self.currency.setEditText(settings.currency)
        foreign = settings.currency != DOLLARS
        rate = settings.currency_rate
        self.rate.setEnabled(foreign)
        self._rate_label.setEnabled(foreign)
        self._rate_unit.setText(settings.currency if foreign else "")
        with QSignalBlocker(self.rate):
            shown = rate if rate and foreign else 1.0
            self.rate.show_number(shown, decimals(RATE_STEP, shown))
        self._say_problem(
            self.tr("Type how many {currency} a dollar is; until then money stays in $.").format(
                currency=settings.currency
            )
            if foreign and not rate
            else ""
        )
        self.autosave.show_number(settings.autosave_seconds, 0)
        self._say_autosave_problem("")
        self._show_draws()
        self._show_device()
        self._language_note.setText(
            self.tr("Texts change when Headroom is started again.")
            if settings.language != self._spoken
            else ""
        )
        self._language_note.setVisible(settings.language != self._spoken)
        self._fit()

    def _bound_width(self) -> None:
        """As wide as its letters need, on a screen that has so much room."""
        wide = round(WIDTH * self.font().pointSizeF() / BODY_POINTS)
        self.setMinimumWidth(min(wide, self.screen().availableSize().width() - SIDES))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bound_width()

    def _fit(self) -> None:
        """As high as its captions need, which a form by itself does not see to; but never higher
        than the screen: its buttons would be below."""
        self._rows.activate()
        wide = max(self.width(), self.minimumWidth())
        needed = self._rows.totalHeightForWidth(wide) + self._foot.sizeHint().height()
        self.setMinimumHeight(min(needed, room(self).height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_draws(self) -> None:
        settings, scenario = self.settings, self._session.scenario
        with QSignalBlocker(self.own_draws):
            self.own_draws.setChecked(not settings.own_draws)
        self.draws.setEnabled(settings.own_draws)
        self.draws.show_number(settings.draws if settings.own_draws else scenario.draws, 0)
        self._draws_note.setText(
            self.tr(
                "For the bands and the risks on screen. Reports and files draw the scenario's own "
                "number, {count}; the same seed gives the same worlds whatever the number."
            ).format(count=written(scenario.draws, ",d"))
        )

    def _show_device(self) -> None:
        probe, computing = self._preferences.probe, self._preferences.backend
        if probe is None:
            text = self.tr("Looking for a usable GPU…")
        elif computing is NUMPY and self.settings.device == "cuda":
            text = self.tr("NumPy computes: {reason}.").format(reason=probe.reason)
        elif probe.usable:
            text = self.tr("{device} can be used; it pays from about 100,000 drawn worlds.").format(
                device=probe.reason
            )
        else:
            text = self.tr("NumPy computes; {reason}.").format(reason=probe.reason)
        loop = self.tr("Loop over the months: {way}.").format(way=loop_words())
        self._device_note.setText(f"{text}\n{loop}")

    # From the hand

    @Slot()
    def _choose_language(self) -> None:
        self.settings.language = self.language.currentData()

    @Slot()
    def _choose_theme(self) -> None:
        self.settings.theme = self.theme.currentData()

    @Slot()
    def _choose_text_size(self) -> None:
        self.settings.text_size = self.text_size.currentData()

    @Slot(bool)
    def _choose_motion(self, reduced: bool) -> None:
        self.settings.reduced_motion = reduced

    @Slot()
    def _choose_power(self) -> None:
        self.settings.power_unit = self.power.currentData()

    @Slot()
    def _choose_currency(self) -> None:
        before, typed = self.settings.currency, self.currency.currentText()
        try:
            self.settings.currency = typed
        except ValueError:
            self._say_problem(self.tr("A currency is three letters, such as EUR."))
            return
        if self.settings.currency != before:
            self.settings.currency_rate = 0.0  # of another currency
            self.rate.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rate.selectAll()

    @Slot(float)
    def _choose_rate(self, rate: float) -> None:
        self.settings.currency_rate = rate

    @Slot(bool)
    def _choose_own_draws(self, as_scenario: bool) -> None:
        self.settings.own_draws = not as_scenario

    @Slot(float)
    def _choose_draws(self, draws: float) -> None:
        self.settings.draws = round(draws)

    @Slot(float)
    def _choose_autosave(self, seconds: float) -> None:
        self.settings.autosave_seconds = round(seconds)

    @Slot(str)
    def _say_autosave_problem(self, text: str) -> None:
        self._autosave_problem.setText(text)
        self._autosave_problem.setVisible(bool(text))

    @Slot()
    def _choose_device(self) -> None:
        self.settings.device = self.device.currentData()

    @Slot(str)
    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    @Slot(str)
    def _say_draws_problem(self, text: str) -> None:
        if text:
            self._draws_note.setText(text)
        else:
            self._show_draws()


def text_size_names() -> dict[str, str]:
    """Each size of the letters, as it is called here."""
    system = {SYSTEM_SIZE: translate("SettingsDialog", "As the system")}
    percents = (size for size in TEXT_SIZES if size != SYSTEM_SIZE)
    return system | {size: written(int(size) / 100, ".0%") for size in percents}


def theme_names() -> dict[str, str]:
    """Each theme, as it is called here."""
    names = {
        "system": translate("SettingsDialog", "As the system"),
        "light": translate("SettingsDialog", "Light"),
        "dark": translate("SettingsDialog", "Dark"),
        "contrast": translate("SettingsDialog", "High contrast"),
    }
    return {theme: names.get(theme, theme) for theme in THEMES}
