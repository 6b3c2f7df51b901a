"""How the window looks: the bundled font, the palette of the theme, one style sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from engine.resource import resource
from gui.widgets.palette import CONTRAST, DARK, FONT_FAMILY, LIGHT, Palette

SYSTEM_SIZE = "system"  # letters as large as the system writes
FONT_ADDED = "bundledFontAdded"  # a property of the application
BODY_POINTS = 9.5
LARGEST_POINTS = 28.0  # beyond it nothing fits a screen
PIXELS_OF_A_POINT = 96 / 72
SMALL_POINTS = 8.5
TITLE_POINTS = 11.0
NAME_POINTS = 20.0  # the program's own, where it greets
# of widgets that a system's theme may have a font for
KINDS = ("QMenu", "QMenuBar", "QMessageBox", "QTipLabel", "QToolButton", "QStatusBar")
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def use_bundled_font(app: QApplication) -> None:
    """The same letters on every machine and in every picture.

    Once for each application: Qt keeps every copy of a font that it is handed.
    """
    if not app.property(FONT_ADDED):
        app.setProperty(FONT_ADDED, True)
        for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
            QFontDatabase.addApplicationFontFromData(resource("fonts", name).read_bytes())
    if app.font() != body_font():
        app.setFont(body_font())


def body_font(type_scale: float = 1.0) -> QFont:
    """The font of everything that has none of its own."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(BODY_POINTS * type_scale)
    font.setFeature(QFont.Tag("tnum"), 1)  # tabular figures: numbers don't dance
    return font


def system_points() -> float:
    """How large the system writes, never less than what the window is drawn for."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = font.pointSizeF()
    if points <= 0:  # a system that counts in pixels
        points = font.pixelSize() / PIXELS_OF_A_POINT
    return min(max(points, BODY_POINTS), LARGEST_POINTS)


def type_scale(text_size: str = SYSTEM_SIZE) -> float:
    """How much larger than usual letters are: the system's, or so many percent."""
    if text_size == SYSTEM_SIZE:
        return system_points() / BODY_POINTS
    return int(text_size) / 100


def current_palette(theme: str = "system", text_size: str = SYSTEM_SIZE) -> Palette:
    """Light, dark or high contrast, as chosen, or else as the system says; letters likewise."""
    return _colours(theme).scaled(type_scale(text_size))


def _colours(theme: str) -> Palette:
    chosen = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
    if theme in chosen:
        return chosen[theme]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def use_motion(app: QApplication, *, reduced: bool) -> None:
    """Whether menus, tips and lists may fade and slide, and the cursor blink.

    What the system had off stays off. Fusion's own animations of buttons and bars are
    switched off in the style sheet.
    """
    kept = app.property("motionAtStart")
    if kept is None:
        kept = [app.cursorFlashTime(), *(app.isEffectEnabled(effect) for effect in EFFECTS)]
        app.setProperty("motionAtStart", kept)
    flash, *enabled = kept
    for effect, was in zip(EFFECTS, enabled, strict=True):
        app.setEffectEnabled(effect, bool(was) and not reduced)
    app.setCursorFlashTime(0 if reduced else flash)


def apply(app: QApplication, palette: Palette, *, reduced_motion: bool = False) -> None:
    """Dress the whole application in `palette`; quick where it wears it already."""
    sheet = style_sheet(palette, reduced_motion=reduced_motion)
    if app.styleSheet() == sheet:
        _wear_one_font(app)
        return
    use_motion(app, reduced=reduced_motion)
    if app.styleSheet():  # from one sheet straight to the next takes Qt three times as long
        app.setStyleSheet("")
    app.setFont(body_font(palette.type_scale))
    colours = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, palette.panel),
        (QPalette.ColorRole.Base, palette.ground),
        (QPalette.ColorRole.AlternateBase, palette.panel),
        (QPalette.ColorRole.Button, palette.panel),
        (QPalette.ColorRole.WindowText, palette.text),
        (QPalette.ColorRole.Text, palette.text),
        (QPalette.ColorRole.ButtonText, palette.text),
        (QPalette.ColorRole.ToolTipBase, palette.ground),
        (QPalette.ColorRole.ToolTipText, palette.text),
        (QPalette.ColorRole.PlaceholderText, palette.quiet),
        (QPalette.ColorRole.Highlight, palette.accent),
        (QPalette.ColorRole.HighlightedText, palette.on_accent),
        (QPalette.ColorRole.Mid, palette.grid),
    ):
        colours.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.unavailable))
    app.setPalette(colours)
    # Fusion takes outlines from the window's colour, a little darker: on a dark ground they
    # vanish, and sliders with them
    outlined = QPalette(colours)
    if palette.dark:
        outlined.setColor(QPalette.ColorRole.Window, QColor(palette.quiet))
    boxed = ("QLineEdit", "QAbstractSpinBox", "QCheckBox")
    pressed = ("QComboBox", "QPushButton", "QToolButton")
    for field in (*boxed, *pressed) if palette.ground == palette.panel else boxed:
        app.setPalette(outlined, field)  # type: ignore[arg-type] # the stub is wrong
    if palette.dark:
        outlined.setColor(QPalette.ColorRole.Button, QColor(palette.quiet))
    app.setPalette(outlined, "QSlider")  # type: ignore[arg-type]
    if palette.ground == palette.panel:  # a handle as dark as its groove is none
        bars = QPalette(colours)
        bars.setColor(QPalette.ColorRole.Button, QColor(palette.quiet))
        bars.setColor(QPalette.ColorRole.ButtonText, QColor(palette.ground))  # its arrows
        app.setPalette(bars, "QScrollBar")  # type: ignore[arg-type]
    app.setStyleSheet(sheet)
    _wear_one_font(app)  # the first sheet brings back what the system's theme has


def undress() -> None:
    """No style sheet until `apply` is called again: what is built meanwhile is built sooner."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")


def _wear_one_font(app: QApplication) -> None:
    """No font for some kinds of widgets, whatever the system's theme has for them."""
    font, font_of = app.font(), cast(Callable[[str], QFont], QApplication.font)  # the stub is wrong
    if any(font_of(kind) != font for kind in KINDS):
        app.setFont(font)


STILL = """
    QPushButton, QToolButton, QComboBox, QCheckBox, QScrollBar, QTabBar, QTableView
    { widget-animation-duration: 0; }
    """


def _tabs(p: Palette) -> str:
    """Of high contrast, where Fusion's shades of one black tell no tab from another."""
    return f"""
    QTabBar::tab {{ background: {p.ground}; color: {p.text}; border: 1px solid {p.quiet};
        margin-right: -1px; padding: 4px 11px 3px 11px; border-bottom: 3px solid {p.ground}; }}
    QTabBar::tab:last {{ margin-right: 0; }}
    QTabBar::tab:selected {{ border-bottom: 3px solid {p.accent}; }}
    """


def style_sheet(p: Palette, *, reduced_motion: bool = False) -> str:
    small = f"font-size: {SMALL_POINTS * p.type_scale:g}pt"
    title = f"font-size: {TITLE_POINTS * p.type_scale:g}pt; font-weight: 600"
    name = f"font-size: {NAME_POINTS * p.type_scale:g}pt; font-weight: 600"
    return f"""
    #levers {{ background: {p.panel}; border: none; border-right: 1px solid {p.grid}; }}
    QSplitter::handle {{ background: {p.panel}; }}
    QSplitter::handle:hover {{ background: {p.accent}; }}
    #leverList, #overview {{ background: {p.panel}; }}
    QScrollArea {{ background: {p.panel}; border: none; }}
    #lever[headline="true"] #leverLabel {{ {title}; }}
    #section {{ color: {p.quiet}; {small}; font-weight: 600; padding: 8px 16px 2px 16px; }}
    #emptyState {{ color: {p.quiet}; padding: 8px 16px; }}
    #unit, #caption {{ color: {p.quiet}; {small}; }}
    #groupHeader {{ text-align: left; border: none; border-top: 1px solid {p.grid};
        padding: 7px 10px; font-weight: 600; color: {p.text}; background: {p.panel}; }}
    #groupHeader:hover {{ background: {p.grid}; }}
    #problem {{ color: {p.colour("problem")}; {small}; }}
    #chart QScrollArea, #inChart {{ background: {p.ground}; }}
    #chart {{ background: {p.ground}; border: 1px solid {p.grid}; border-radius: 4px; }}
    #chartTitle {{ font-weight: 600; }}
    #kpiStrip {{ background: {p.ground}; border: none; border-bottom: 1px solid {p.grid}; }}
    #changeSentence {{ background: {p.ground}; color: {p.text}; padding: 5px 12px; }}
    #commandPalette {{ background: {p.ground}; border: 1px solid {p.accent};
        border-radius: 6px; }}
    #goalBar {{ background: {p.panel}; border: none; border-top: 2px solid {p.accent}; }}
    #helpSide {{ background: {p.panel}; }}
    #helpContents {{ background: {p.panel}; border: none; }}
    #helpContents::item {{ padding: 6px 8px; border-radius: 4px; color: {p.text}; }}
    #helpContents::item:selected {{ background: {p.accent}; color: {p.ground}; }}
    #helpPage {{ background: {p.ground}; border: none; border-left: 1px solid {p.grid}; }}
    #ask {{ color: {p.quiet}; }}
    #settingsHeading {{ font-weight: 600; padding: 8px 0 0 0; }}
    #tour, #performance {{ background: {p.ground}; border: 2px solid {p.accent};
        border-radius: 6px; }}
    #welcome {{ background: {p.ground}; border: 2px solid {p.accent}; border-radius: 8px; }}
    #welcome #section {{ padding: 8px 0 2px 0; }}
    #welcomeTitle {{ {name}; }}
    #performance {{ border: 1px solid {p.grid}; }}
    #pageTitle {{ {title}; }}
    #rail {{ background: {p.panel}; border: none; border-right: 1px solid {p.grid}; }}
    #railPage {{ border: none; border-left: 3px solid transparent; color: {p.quiet}; {small};
        padding: 8px 5px 6px 2px; background: transparent; }}
    #railPage:hover {{ background: {p.grid}; }}
    #railPage:checked {{ color: {p.text}; background: {p.ground};
        border-left: 3px solid {p.accent}; font-weight: 600; }}
    #messageBar {{ background: {p.ground}; border: none; border-bottom: 2px solid {p.accent}; }}
    #messageBar[error="true"] {{ border-bottom: 2px solid {p.colour("shortfall")}; }}
    #link {{ border: none; color: {p.accent}; {small}; padding: 2px 4px; }}
    #link:hover {{ text-decoration: underline; }}
    #timelineToggle {{ border: none; color: {p.text}; {small}; padding: 0; text-align: left; }}
    #timelineToggle:hover {{ color: {p.accent}; }}
    #timing {{ color: {p.quiet}; {small}; padding-right: 12px; }}
    #messageSign {{ color: {p.accent}; border: 1px solid {p.accent}; border-radius: 9px;
        font-weight: 600; }}
    #messageBar[error="true"] #messageSign {{ color: {p.colour("problem")};
        border-color: {p.colour("problem")}; }}
    PlanTable QTableCornerButton::section {{ background: {p.panel}; border: none;
        border-bottom: 1px solid {p.grid}; }}
    QToolTip {{ background: {p.ground}; color: {p.text}; border: 1px solid {p.grid};
        padding: 4px; }}
    {_tabs(p) if p.ground == p.panel else ""}
    {STILL if reduced_motion else ""}
    """
