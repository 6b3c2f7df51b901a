"""Which parts of a workbook (XLSX) are its sheets and its texts, as spreadsheets find them. No Qt.

Some programs follow relationships and some the types of contents: only a workbook in which both
lead to the same parts is read.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from gui.report.bounds import Budget, End, Start, Text, walk
from gui.report.workbook_texts import MAIN, SharedTexts

LINK_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types}"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships}"
BOOK, SHEETS, SHEET = f"{MAIN}workbook", f"{MAIN}sheets", f"{MAIN}sheet"
BOOK_TYPE, TEXTS_TYPE = "main+xml", "sharedstrings+xml"  # how their types end
PART = re.compile(r"/?[\w.-]+(/[\w.-]+)*", re.ASCII)  # nothing that a program may decode or cut
ENCODED = re.compile("%([0-9A-Fa-f]{2})")
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# what changes cells when a workbook is opened: programs, and tables that are fetched anew
MACROS = ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet")
CHANGING = (*MACROS, "connections", "xmlMaps", "pivotCacheDefinition")
NO = ("", "0", "false")


@dataclass(frozen=True)
class Link:
    """What one part says of another: its kind, and its name in the archive."""

    kind: str
    part: str


class Package:
    """The parts of one archive, read as long as the budget lasts. All raise ValueError."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._budget = Budget()
        self._refuse_same_names()
        self._types = self._content_types()
        self._book = self._only("officeDocument", BOOK_TYPE, self._links(""))
        if not self._book:
            raise ValueError("not a plain workbook")
        self._links_of_book = self._links(self._book)

    def _refuse_same_names(self) -> None:
        """Of two parts of one name, programs read one or the other."""
        infos = self._archive.infolist()
        names = [_plain_name(info.filename) for info in infos]
        odd = any(info.filename != info.orig_filename for info in infos)
        if odd or len(set(names)) < len(names):
            raise ValueError("two parts of one name")

    def walk(
        self, name: str, start: Start, end: End | None = None, text: Text | None = None
    ) -> None:
        """Read a part's elements, as `bounds.walk` does."""
        entry = self._archive.getinfo(name)
        if entry.compress_type not in PACKINGS:
            raise ValueError("not a plain workbook")
        with self._archive.open(entry) as stream:
            try:
                pieces = self._budget.pieces(stream)
                walk(pieces, self._budget, start, end, text, declarations=False)
            except ValueError as error:
                raise ValueError(f"damaged workbook: {error}") from None

    def _list(self, name: str, namespace: str, take: Callable[[str, dict[str, str]], None]) -> None:
        """Read a part that is a plain list; `take` is given each entry's name and attributes."""

        def start(element: str, attributes: dict[str, str]) -> None:
            if not element.startswith(namespace):
                raise ValueError("a list of its parts has something else in it")
            take(element.removeprefix(namespace), attributes)

        self.walk(name, start)

    def _content_types(self) -> dict[str, str]:
        """The type of each part that has its own."""
        found: dict[str, str] = {}

        def take(element: str, attributes: dict[str, str]) -> None:
            if element == "Override":
                part = attributes.get("PartName", "")
                if part in found:
                    raise ValueError("two types of one part")
                found[part] = attributes.get("ContentType", "").lower()

        self._list("[Content_Types].xml", TYPES, take)
        return found

    def _links(self, part: str) -> dict[str, Link]:
        """What a part says that belongs to it, by the names it uses for them."""
        folder, name = posixpath.split(part)
        found: dict[str, Link] = {}

        def take(element: str, attributes: dict[str, str]) -> None:
            if element != "Relationship":
                return
            if attributes.get("Id", "") in found:
                raise ValueError("two relationships of one name")
            target = attributes.get("Target", "")
            inside = PART.fullmatch(target) and attributes.get("TargetMode") != "External"
            path = posixpath.normpath(posixpath.join("/", folder, target)) if inside else ""
            kind = posixpath.basename(attributes.get("Type", ""))
            found[attributes.get("Id", "")] = Link(kind, path.lstrip("/"))

        self._list(posixpath.join(folder, "_rels", f"{name}.rels"), LINKS, take)
        return found

    def _only(self, kind: str, content_type: str, links: dict[str, Link]) -> str:
        """The one part of a kind, which links and types both name; empty where neither does."""
        linked = [f"/{link.part}" for link in links.values() if link.kind == kind]
        typed = [part for part, own in self._types.items() if own.endswith(content_type)]
        if linked != typed or len(linked) > 1:
            raise ValueError(f"not one {kind} that all programs find")
        return linked[0][1:] if linked else ""

    def shared_texts(self) -> list[str]:
        """The texts that cells name by their number."""
        part = self._only("sharedStrings", TEXTS_TYPE, self._links_of_book)
        reader = SharedTexts()
        if part:
            self.walk(part, reader.start, reader.end, reader.text)
        return reader.found

    def sheets(self) -> dict[str, str]:
        """The part of each sheet, by the sheet's name; empty for a sheet that has no cells."""
        found: dict[str, str] = {}
        around: list[str] = []
        lists = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal lists
            lists += name == SHEETS
            if name == SHEET:
                title = attributes.get("name", "")
                if around != [BOOK, SHEETS] or lists > 1:
                    raise ValueError("a sheet out of its place")
                if title.lower() in map(str.lower, found):
                    raise ValueError("two sheets of one name")
                link = self._links_of_book[attributes[LINK_ID]]
                found[title] = link.part if link.kind == "worksheet" else ""
            around.append(name)

        def end(_: str) -> None:
            around.pop()

        self.walk(self._book, start, end)
        return found

    def refuse_changing(self) -> None:
        """Refuse what makes a spreadsheet show other values than those of the cells."""
        if any(link.kind in CHANGING for link in self._links_of_book.values()):
            raise ValueError("something in it changes cells when it is opened")

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == f"{MAIN}workbookPr" and attributes.get("date1904", "") not in NO:
                raise ValueError("its days are counted from 1904")

        self.walk(self._book, start)


def _plain_name(name: str) -> str:
    """A part's name as the most lenient of programs takes it."""
    letters = ENCODED.sub(lambda code: chr(int(code[1], 16)), name)
    return posixpath.normpath(letters.replace("\\", "/")).lstrip("/").lower()
