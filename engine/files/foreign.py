"""What a file is that is none of ours, by how it begins: for the line that refuses it."""

from __future__ import annotations

import codecs
import csv
import re

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

LOOKED_AT = 4096  # bytes from the beginning
LEAST_CELLS = 2

# what a scenario is never saved as, and a table or a picture only where it is of that kind
OTHER_FORMATS = frozenset(
    f".{ending}"
    for ending in (
        *("json", "png", "svg", "pdf", "csv", "tsv", "xlsx", "xls", "xlsm", "ods", "txt", "md"),
        *("html", "htm", "xml", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "ico"),
        *("eps", "ps", "emf", "wmf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "odp", "key"),
        *("numbers", "pages", "tex", "zip", "gz", "7z", "tar", "rar", "py", "ipynb", "bak", "part"),
        *("parquet", "feather", "db", "sqlite", "yaml", "yml", "toml", "ini", "log", "lock", "exe"),
    )
)

BEGINNINGS = (
    (rb"\x89PNG\r\n\x1a\n", QT_TRANSLATE_NOOP("Foreign", "a PNG picture")),
    (rb"\xff\xd8\xff", QT_TRANSLATE_NOOP("Foreign", "a JPEG picture")),
    (rb"GIF8[79]a", QT_TRANSLATE_NOOP("Foreign", "a GIF picture")),
    (rb"BM.{12}[\x0c\x28\x6c\x7c]\0\0\0", QT_TRANSLATE_NOOP("Foreign", "a BMP picture")),
    (rb"II\*\0|MM\0\*", QT_TRANSLATE_NOOP("Foreign", "a TIFF picture")),
    (rb"RIFF.{4}WEBP", QT_TRANSLATE_NOOP("Foreign", "a WebP picture")),
    (rb"%PDF-", QT_TRANSLATE_NOOP("Foreign", "a PDF document")),
    (rb"%!PS", QT_TRANSLATE_NOOP("Foreign", "a PostScript document")),
    (rb"\{\\rtf", QT_TRANSLATE_NOOP("Foreign", "an RTF document")),
    (
        rb"PK\x03\x04.{26}(xl/|\[Content_Types\])",
        QT_TRANSLATE_NOOP("Foreign", "an Office document"),
    ),
    (rb"PK\x03\x04.{26}mimetypeapp", QT_TRANSLATE_NOOP("Foreign", "an OpenDocument file")),
    (rb"PK(\x03\x04|\x05\x06)", QT_TRANSLATE_NOOP("Foreign", "a ZIP archive")),
    (rb"\xd0\xcf\x11\xe0", QT_TRANSLATE_NOOP("Foreign", "an old Office document")),
    (
        rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd",
        QT_TRANSLATE_NOOP("Foreign", "an archive"),
    ),
    (rb"SQLite format 3", QT_TRANSLATE_NOOP("Foreign", "a database")),
    (rb"\x7fELF|MZ.{62}", QT_TRANSLATE_NOOP("Foreign", "a program")),
)
MARKUP = (
    (r"<!doctype html|<html", QT_TRANSLATE_NOOP("Foreign", "a web page (HTML)")),
    (
        r"(<\?xml[^>]*\?>\s*)?(<!doctype svg[^>]*>\s*)?<svg",
        QT_TRANSLATE_NOOP("Foreign", "an SVG picture"),
    ),
    (r"<[?!a-z]", QT_TRANSLATE_NOOP("Foreign", "an XML document")),
)
EMPTY = QT_TRANSLATE_NOOP("Foreign", "empty")
TABLE = QT_TRANSLATE_NOOP("Foreign", "a CSV table")
TEXT = QT_TRANSLATE_NOOP("Foreign", "a text")
WIDE_TEXT = QT_TRANSLATE_NOOP("Foreign", "a text in UTF-16")
WIDER_TEXT = QT_TRANSLATE_NOOP("Foreign", "a text in UTF-32")
WIDER_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)  # the first begins as one of UTF-16
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def kind_of(data: bytes) -> str:
    """What begins so.

    Takes: `data`, the whole file or its first `LOOKED_AT` bytes.
    Gives: English words to translate; "" for JSON, and for bytes of no known kind.
    """
    start = data[:LOOKED_AT]
    for beginning, name in BEGINNINGS:
        if re.match(beginning, start, re.DOTALL):
            return name
    if start.startswith(WIDER_MARKS):
        return WIDER_TEXT
    if start.startswith(WIDE_MARKS):
        return WIDE_TEXT
    try:
        # a letter may be cut in two where the beginning ends
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(start, final=start == data)
    except UnicodeDecodeError:
        try:
            text = start.decode("cp1252")  # what spreadsheets write where they don't write UTF-8
        except UnicodeDecodeError:
            return ""
        return TABLE if _is_table(text) and text.lstrip()[:1] not in "{[" else ""
    return _kind_of_text(text)


def _kind_of_text(text: str) -> str:
    body = text.lstrip()
    if not body:
        return EMPTY
    marked_up = re.sub(r"<!--.*?-->\s*", "", body, flags=re.DOTALL)
    for beginning, name in MARKUP:
        if re.match(beginning, marked_up, re.IGNORECASE):
            return name
    if body[0] == "{" or (body[0] == "[" and body[1:].lstrip()[:1] in tuple('[{"-0123456789]tfn')):
        return ""  # JSON, perhaps a damaged one
    if not _is_plain(text):
        return ""
    return TABLE if _is_table(text) else TEXT


def _is_plain(text: str) -> bool:
    return all(letter.isprintable() or letter in "\t\r\n\f\ufeff" for letter in text)


def _is_table(text: str) -> bool:
    """Whether its lines are parted into about as many cells each, as a CSV's are."""
    if not _is_plain(text):
        return False
    lines = text.splitlines()
    if len(text.encode()) >= LOOKED_AT - 1 and len(lines) > 1:
        lines = lines[:-1]  # cut in two
    for mark in (",", ";", "\t"):
        try:
            rows = [row for row in csv.reader(lines, delimiter=mark) if row]
        except csv.Error:
            return False
        cells = [len(row) for row in rows]
        if not cells or min(cells) < LEAST_CELLS or _reads_on(rows):
            continue
        if len(set(cells)) == 1 or _has_head(rows):
            return True
    return False


def _reads_on(rows: list[list[str]]) -> bool:
    """Whether what looks like cells are parts of sentences: spaced, or with nothing behind."""
    return any(not row[-1].strip() or row[1].startswith(" ") for row in rows[:1])


def _has_head(rows: list[list[str]]) -> bool:
    """Rows of other lengths under a head without sentences are still a table."""
    return all(cell and not cell.rstrip().endswith(".") for cell in rows[0]) and len(rows[0]) > 2


def refusal(kind: str) -> str:
    """That a file of this kind is no scenario, in the reader's language.

    Takes: `kind`, as `kind_of` gives it.
    """
    if kind == EMPTY:
        return translate("Foreign", "is empty")
    text = translate("Foreign", "is {kind}, not a scenario")
    return text.format(kind=translate("Foreign", kind))
