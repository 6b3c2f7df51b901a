"""How the window looks: the bundled font, the palette of the theme, one style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from engine.resource import resource
from gui.charts.palette import DARK, FONT_FAMILY, LIGHT, Palette

BODY_POINTS = 9.5


def use_bundled_font(app: QApplication) -> None:
    """The same letters on every machine and in every picture."""
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
        QFontDatabase.addApplicationFontFromData(resource("fonts", name).read_bytes())
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(BODY_POINTS)
    font.setFeature(QFont.Tag("tnum"), 1)  # tabular figures: numbers don't dance
    app.setFont(font)


def current_palette(theme: str = "system") -> Palette:
    """Light or dark, as chosen, or else as the system says."""
    if theme != "system":
        return DARK if theme == "dark" else LIGHT
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply(app: QApplication, palette: Palette) -> None:
    """Dress the whole application in `palette`; quick where it wears it already."""
    sheet = style_sheet(palette)
    if app.styleSheet() == sheet:
        return
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
        (QPalette.ColorRole.HighlightedText, "#FFFFFF"),
        (QPalette.ColorRole.Mid, palette.grid),
    ):
        colours.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.quiet))
    app.setPalette(colours)
    # Fusion takes outlines from the window's colour, a little darker: on a dark ground they
    # vanish, and sliders with them
    outlined = QPalette(colours)
    if palette is DARK:
        outlined.setColor(QPalette.ColorRole.Window, QColor(palette.quiet))
    for field in ("QLineEdit", "QAbstractSpinBox", "QCheckBox"):
        app.setPalette(outlined, field)  # type: ignore[arg-type] # the stub is wrong
    if palette is DARK:
        outlined.setColor(QPalette.ColorRole.Button, QColor(palette.quiet))
    app.setPalette(outlined, "QSlider")  # type: ignore[arg-type]
    app.setStyleSheet(sheet)


def style_sheet(p: Palette) -> str:
    return f"""
    #levers {{ background: {p.panel}; border: none; border-right: 1px solid {p.grid}; }}
    #leverList, #overview {{ background: {p.panel}; }}
    QScrollArea {{ background: {p.panel}; border: none; }}
    #lever[headline="true"] #leverLabel {{ font-size: 11pt; font-weight: 600; }}
    #section {{ color: {p.quiet}; font-size: 8.5pt; font-weight: 600; padding: 8px 16px 2px 16px; }}
    #emptyState {{ color: {p.quiet}; padding: 8px 16px; }}
    #unit, #caption {{ color: {p.quiet}; font-size: 8.5pt; }}
    #groupHeader {{ text-align: left; border: none; border-top: 1px solid {p.grid};
        padding: 7px 10px; font-weight: 600; color: {p.text}; background: {p.panel}; }}
    #groupHeader:hover {{ background: {p.grid}; }}
    #groupHeader:focus {{ border: 1px solid {p.accent}; }}
    #problem {{ color: {p.colour("shortfall")}; font-size: 8.5pt; }}
    #chart {{ background: {p.ground}; border: 1px solid {p.grid}; border-radius: 4px; }}
    #chartTitle {{ font-weight: 600; }}
    #kpiStrip {{ background: {p.ground}; border: none; border-bottom: 1px solid {p.grid}; }}
    #narrator {{ background: {p.ground}; color: {p.text}; padding: 5px 12px; }}
    #commandPalette {{ background: {p.ground}; border: 1px solid {p.accent};
        border-radius: 6px; }}
    #pageTitle {{ font-size: 11pt; font-weight: 600; }}
    #pages {{ background: {p.panel}; }}
    #pages::tab {{ padding: 6px 14px; border: none; color: {p.quiet}; }}
    #pages::tab:selected {{ color: {p.text}; font-weight: 600;
        border-bottom: 2px solid {p.accent}; }}
    #pages::tab:focus {{ border: 1px solid {p.accent}; }}
    #messageBar {{ background: {p.ground}; border: none; border-bottom: 2px solid {p.accent}; }}
    #messageBar[error="true"] {{ border-bottom: 2px solid {p.colour("shortfall")}; }}
    #link {{ border: none; color: {p.accent}; font-size: 8.5pt; padding: 2px 4px; }}
    #link:hover, #link:focus {{ text-decoration: underline; }}
    #link:focus {{ border: 1px solid {p.accent}; }}
    #timing {{ color: {p.quiet}; font-size: 8.5pt; padding-right: 12px; }}
    #messageSign {{ color: {p.accent}; font-weight: 600; }}
    #messageBar[error="true"] #messageSign {{ color: {p.colour("shortfall")}; }}
    QToolTip {{ background: {p.ground}; color: {p.text}; border: 1px solid {p.grid};
        padding: 4px; }}
    """
