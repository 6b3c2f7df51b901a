"""Help pages about what Headroom owes others: sources of numbers, licences of parts. No Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from engine import PARAMETERS
from engine.problems import placed
from engine.resource import resource
from engine.tables.catalogue import family_label, shipped_catalogue
from engine.tables.grades import GRADES, grade_text
from engine.text import translate
from gui.words.kpis import month_words
from gui.words.milestones import milestones

LIBRARIES_FILE = "libraries.csv"  # made by packaging/help.py from what is installed


@dataclass(frozen=True)
class Library:
    """A library that Headroom needs when it runs, as its own metadata describe it."""

    name: str
    version: str
    licence: str
    home: str
    summary: str


def libraries() -> tuple[Library, ...]:
    """Every library that is needed at run time, those of libraries included."""
    text = resource(LIBRARIES_FILE).read_text("utf-8")
    return tuple(Library(**row) for row in csv.DictReader(io.StringIO(text)))


def cell(text: str) -> str:
    """Text that a cell of a Markdown table takes as it is."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A Markdown table, with an empty line behind it."""
    titles = list(head)
    lines = [f"| {' | '.join(titles)} |", f"|{' --- |' * len(titles)}"]
    lines += [f"| {' | '.join(cell(text) for text in row)} |" for row in rows]
    return [*lines, ""]


def sources_page() -> str:
    """Where every number comes from: levers, chips, what happened, and how good each is."""
    lines = [f"# {translate('Help', 'Sources')}", "", _about_sources(), ""]
    lines += [f"- {placed(f'**{grade}**', grade_text(grade))}" for grade in GRADES]
    lines += ["", f"## {translate('Help', 'Data under a licence')}", "", _data(), ""]
    lines += [f"## {translate('Help', 'The chip catalogue')}", "", _about_chips(), ""]
    for family in shipped_catalogue().families:
        lines += [f"### {family_label(family)}", ""]
        lines += table(
            (
                translate("Help", "Chip"),
                translate("Help", "Delivered from"),
                translate("Help", "Grade"),
                translate("Help", "Source"),
            ),
            (
                (chip.name, chip.available, chip.grade, chip.source_text)
                for chip in shipped_catalogue().generations(family)
            ),
        )
    lines += [f"## {translate('Help', 'The levers')}", ""]
    for group, rows in groupby(PARAMETERS, key=lambda row: row.group):
        lines += [f"### {translate('Group', group)}", ""]
        lines += table(
            (translate("Help", "Lever"), translate("Help", "Grade"), translate("Help", "Source")),
            ((row.label_text, row.grade, row.source_text) for row in rows),
        )
    lines += [f"## {translate('Help', 'What happened when')}", ""]
    lines += table(
        (translate("Help", "Month"), translate("Help", "Event"), translate("Help", "Source")),
        (
            (month_words(event.month), event.label_text, translate("Source", event.source))
            for event in milestones()
        ),
    )
    return "\n".join(lines).rstrip() + "\n"


def _about_sources() -> str:
    return translate(
        "Help",
        "Every number has its source, and a grade for how good that is. Nothing here is secret "
        "knowledge: all of it is from public pages, filings, analysts, or a judgement that says "
        "it is one. Grades:",
    )


def _data() -> str:
    return translate(
        "Help",
        "Chip specifications, prices, power and sales are partly from Epoch AI, “Data on AI "
        "chips” and “Frontier data centers”, epoch.ai/data, licensed CC BY 4.0 "
        "([creativecommons.org/licenses/by/4.0](https://creativecommons.org/licenses/by/4.0/)); "
        "figures were rounded and combined with others. Colours are those of Okabe and Ito, "
        "“Color Universal Design”, 2008.",
    )


def _about_chips() -> str:
    return translate(
        "Help",
        "Speed is the larger of a chip's dense 8-bit peaks, power is all of the IT power that "
        "comes with it, price is that of a whole cluster without the building. A scenario "
        "carries its own copy of the catalogue.",
    )


def licences_page() -> str:
    """What is bundled, under which licence, and what that lets the reader do."""
    lines = [f"# {translate('Help', 'Licences')}", "", _about_licences(), ""]
    lines += [f"## {translate('Help', 'Libraries')}", ""]
    lines += table(
        (
            translate("Help", "Library"),
            translate("Help", "Version"),
            translate("Help", "Licence"),
            translate("Help", "What it is"),
            translate("Help", "Home"),
        ),
        ((b.name, b.version, b.licence, b.summary, b.home) for b in libraries()),
    )
    lines += [f"## {translate('Help', 'Other parts')}", ""]
    lines += table(
        (
            translate("Help", "Part"),
            translate("Help", "Licence"),
            translate("Help", "Where its licence is"),
        ),
        _parts(),
    )
    lines += [f"## {translate('Help', 'Qt and the LGPL')}", "", _about_qt(), ""]
    lines += [f"## {translate('Help', 'Replacing the libraries')}", "", _replacing(), ""]
    return "\n".join(lines).rstrip() + "\n"


def _parts() -> Iterable[tuple[str, str, str]]:
    folder = translate("Help", "in the folder _internal/licences of the app")
    yield "Python", "Python Software Foundation License 2", folder
    yield "Qt 6", "LGPL-3.0-only", folder
    yield (
        translate("Help", "Font: Inter"),
        "SIL Open Font License 1.1",
        "resources/fonts/OFL.txt",
    )
    yield (
        translate("Help", "Data: Epoch AI"),
        "CC BY 4.0",
        "creativecommons.org/licenses/by/4.0",
    )
    yield (
        translate("Help", "Starter of the frozen app: PyInstaller"),
        translate("Help", "GPL-2.0-or-later with an exception that leaves the app its own licence"),
        folder,
    )


def _about_licences() -> str:
    return translate(
        "Help",
        "Headroom itself is under the MIT licence: use it, change it, pass it on, with its "
        "notice. It stands on the parts below, each under its own licence. The app that starts "
        "with a double click has all the licences as they came, in its folder "
        "`_internal/licences`.",
    )


def _about_qt() -> str:
    return translate(
        "Help",
        "Headroom uses Qt and PySide6 under the GNU Lesser General Public License, version 3. "
        "They are unchanged and stand beside Headroom as libraries of their own, so you may "
        "replace them with your own builds, and study Headroom to do so. Their source is at "
        "[download.qt.io](https://download.qt.io/official_releases/QtForPython/pyside6/).",
    )


def _replacing() -> str:
    return translate(
        "Help",
        "From source: install another PySide6 of the same major version into Headroom's "
        "environment with pip. In the app: put your own builds of the Qt and PySide6 libraries "
        "in the place of the files of the same names, in its folder `_internal/PySide6`; "
        "Headroom finds them at its next start. `headroom self-test` tells whether they fit.",
    )
