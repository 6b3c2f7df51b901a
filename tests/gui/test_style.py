"""What can be seen on a light and on a dark ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QStyle, QTabBar, QToolButton, QWidget

from gui.levers.slider import LeverSlider
from gui.system.application import make_application
from gui.widgets import style
from gui.widgets.palette import CONTRAST, DARK, FONT_FAMILY, LIGHT, contrast, ink_on


def luminance(colour: QColor) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def dressed(qapp):
    yield lambda palette: style.apply(qapp, palette)
    style.apply(qapp, LIGHT)


def test_that_a_slider_stands_out_from_a_dark_panel(qtbot, dressed):
    dressed(DARK)
    panel = QWidget()
    qtbot.addWidget(panel)
    slider = LeverSlider(100, panel)
    slider.setGeometry(10, 10, 200, 24)
    slider.setValue(50)
    panel.resize(220, 54)
    picture = panel.grab().toImage()
    ground = luminance(picture.pixelColor(2, 2))
    for what, x in (("handle", 110), ("groove", 180)):
        seen = max(luminance(picture.pixelColor(x, y)) for y in range(10, 10 + slider.height()))
        assert (seen + 0.05) / (ground + 0.05) >= 3, what


def test_that_the_theme_can_be_changed_and_changed_back(qapp, dressed):
    for palette in (DARK, CONTRAST, LIGHT):
        dressed(palette)
        assert QApplication.palette("QSlider").window().color() in (
            QColor(palette.quiet),
            QColor(palette.panel),
        )
    assert QApplication.palette("QSlider").window().color() == QColor(LIGHT.panel)


PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT, LINE, HIGH = 4.5, 3.0, 7.0


@pytest.fixture(params=PALETTES.values(), ids=PALETTES)
def palette(request):
    return request.param


def test_that_all_text_can_be_read(palette):
    for ground in (palette.ground, palette.panel):
        inks = (palette.text, palette.quiet, palette.accent, palette.colour("problem"))
        assert min(contrast(ink, ground) for ink in inks) >= TEXT
    assert contrast(palette.on_accent, palette.accent) >= TEXT


def test_that_every_line_and_area_stands_out_from_its_ground(palette):
    weak = {
        role: round(contrast(colour, palette.ground), 2)
        for role, colour in palette.roles.items()
        if contrast(colour, palette.ground) < LINE
    }
    assert weak == {}
    assert contrast(palette.accent, palette.panel) >= LINE  # the ring of focus


def test_that_the_names_on_the_ribbon_can_be_read(palette):
    for role, colour in palette.roles.items():
        if role.startswith("binds_"):
            assert contrast(ink_on(colour), colour) >= TEXT, role


def test_that_high_contrast_is_high():
    inks = (CONTRAST.text, CONTRAST.quiet, CONTRAST.accent, CONTRAST.colour("problem"))
    assert min(contrast(ink, CONTRAST.ground) for ink in inks) >= HIGH
    assert contrast(CONTRAST.grid, CONTRAST.ground) >= LINE  # edges too are lines there


def test_that_what_is_pressed_has_an_edge_in_high_contrast_and_a_chosen_tab_a_mark(qtbot, dressed):
    button, tabs = QToolButton(), QTabBar()
    button.setText("Report")
    for title in ("Table", "Charts"):
        tabs.addTab(title)
    for widget in (button, tabs):
        qtbot.addWidget(widget)
    dressed(CONTRAST)
    for widget in (button, tabs):
        widget.show()
        qtbot.waitExposed(widget)
    assert lightest(button, button.rect().adjusted(0, 0, 0, 4 - button.height())) > 100
    chosen, other = tabs.tabRect(0), tabs.tabRect(1)
    feet = [QRect(r.left() + 4, r.bottom() - 3, r.width() - 8, 3) for r in (chosen, other)]
    assert lightest(tabs, feet[0]) > 150 > 60 > lightest(tabs, feet[1])


def lightest(widget: QWidget, part: QRect) -> int:
    image = widget.grab().toImage()
    return max(
        image.pixelColor(x, y).lightness()
        for x in range(max(part.left(), 0), min(part.right(), image.width() - 1))
        for y in range(max(part.top(), 0), min(part.bottom(), image.height() - 1) + 1)
    )


def test_that_the_menu_ticks_the_theme_that_is_worn(window):
    window.view.theme_contrast()
    ticked = {k for k, a in window.actions_by_key.items() if a.isChecked()}
    assert {k for k in ticked if k.startswith("view.theme")} == {"view.theme_contrast"}
    assert window.pages["overview"].charts["power"].plot._palette == CONTRAST
    window.view.theme_light()


def test_that_reduced_motion_stops_what_fades_blinks_and_eases(window, qapp):
    before = qapp.cursorFlashTime()
    window.actions_by_key["view.reduced_motion"].trigger()
    assert window.settings.reduced_motion
    assert qapp.cursorFlashTime() == 0
    charts = [chart for page in window.pages.whole() for chart in page.panels.values()]
    assert not any(chart.plot.scale.eased for chart in charts)
    assert not any(qapp.isEffectEnabled(effect) for effect in style.EFFECTS)
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    scroll = window.levers._scroll.verticalScrollBar()
    assert scroll.style().styleHint(hint, None, scroll) == 0
    window.actions_by_key["view.reduced_motion"].trigger()
    assert qapp.cursorFlashTime() == before


def test_that_a_ring_is_around_whatever_has_the_keys(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.levers.search.setFocus()
    ring = window._ring
    assert ring.isVisible()
    field = window.levers.search
    assert ring.geometry().contains(field.rect().translated(field.mapTo(window, QPoint(0, 0))))
    window.levers.focus_first()  # paints its own
    assert ring.isHidden()


def test_that_the_ring_follows_what_scrolls_and_hides_with_it(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for group in window.levers.groups[1:4]:
        group.header.setChecked(True)
    header = window.levers.groups[2].header
    qtbot.wait(10)
    window.levers._scroll.ensureWidgetVisible(header, 0, 100)
    header.setFocus()
    before = window._ring.y()
    bar = window.levers._scroll.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    qtbot.waitUntil(lambda: window._ring.y() == before - 40)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(window._ring.isHidden)


def test_that_letters_are_as_large_as_the_system_s_but_never_smaller_than_drawn_for(monkeypatch):
    for system, body in ((8.0, 9.5), (9.5, 9.5), (13.0, 13.0), (18.0, 18.0), (90.0, 28.0)):
        font = QFont("Sans")
        font.setPointSizeF(system)
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _, font=font: font)
        assert style.system_points() == body
        scale = style.current_palette("light").type_scale
        assert style.body_font(scale).pointSizeF() == pytest.approx(body)
    pixels = QFont("Sans")
    pixels.setPixelSize(24)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: pixels)
    assert style.system_points() == 18.0


def test_that_the_text_size_of_the_settings_holds_at_once_and_beats_the_system_s(
    window, qapp, monkeypatch
):
    monkeypatch.setattr(style, "system_points", lambda: 19.0)
    window.view.follow_theme()
    assert qapp.font().pointSizeF() == pytest.approx(19.0)
    assert window.pages["overview"].charts["power"].plot._palette.type_scale == 2.0
    window.settings.text_size = "150"
    assert qapp.font().pointSizeF() == pytest.approx(14.25)
    assert window.menuBar().font().pointSizeF() == pytest.approx(14.25)
    assert window.pages["overview"].charts["power"].plot._palette.type_scale == 1.5
    line = window.levers.row("revenue_growth").line
    assert line.spin.height() >= line.spin.fontMetrics().height()
    window.settings.text_size = "100"
    assert qapp.font().pointSizeF() == pytest.approx(9.5)
    window.settings.text_size = "system"
    assert qapp.font().pointSizeF() == pytest.approx(19.0)
    monkeypatch.setattr(style, "system_points", lambda: 9.5)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # from elsewhere
    assert qapp.font().pointSizeF() == pytest.approx(9.5)


def test_that_presenting_enlarges_what_is_large_already(window, qapp):
    window.settings.text_size = "150"
    window.view.present(True)
    assert qapp.font().pointSizeF() == pytest.approx(9.5 * 1.5 * 1.4)
    window.view.present(False)
    assert qapp.font().pointSizeF() == pytest.approx(14.25)
    window.settings.text_size = "100"


def test_that_the_letters_are_handed_to_qt_once_however_often_the_app_is_made(qapp, monkeypatch):
    handed: list[bytes] = []
    monkeypatch.setattr(style.QFontDatabase, "addApplicationFontFromData", handed.append)
    make_application()
    make_application("fr")
    make_application("en")
    assert handed == []
    assert qapp.font().family() == FONT_FAMILY
    assert FONT_FAMILY in style.QFontDatabase.families()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST])
def test_that_what_cannot_be_had_now_is_told_from_what_can_and_still_read(palette):
    assert contrast(palette.text, palette.unavailable) >= 1.5
    assert contrast(palette.panel, palette.unavailable) >= 4.5
