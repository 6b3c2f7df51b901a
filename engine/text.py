"""Text for people: in their language, numbers as that language writes them.

What goes into files (scenarios, CSV) never passes through here.
"""

from __future__ import annotations

import contextlib
import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass

ENDING = re.compile(r"(?<=[a-z])\(([a-z]{1,3})\)")
# two points where one ends an abbreviation and the other a sentence; a point after three dots
TWICE = re.compile(r"(?<![.…])\.\.(?!\.)|(?<=…)\.(?!\.)")
TRACE, SMALL, PLACES = 5e-7, 1e-4, 6  # what is less is none; from here on Python writes powers
# marks that turn the direction of what follows them, also beyond the name they came with
DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
# what Markdown would take as markup, and what it would make a list, a heading or a link of
WITHIN_A_LINE = r"[\\`*_{}\[\]<>|~&#$]|:(?=//)|(?<=www)\."
MARKDOWN_WITHIN = re.compile(f"({WITHIN_A_LINE})")
MARKDOWN = re.compile(rf"({WITHIN_A_LINE}|^[-+=]|(?<=^\d)[.)])")
Translator = Callable[[str, str, str, int], str]  # context, source, comment, count


@dataclass(frozen=True)
class NumberStyle:
    """How a language writes numbers: the marks that part thousands, decimals and percents."""

    thousands: str = ","
    decimal: str = "."
    percent: str = "%"

    @functools.cached_property
    def marks(self) -> dict[int, str]:
        """What stands for each of Python's marks."""
        return str.maketrans({",": self.thousands, ".": self.decimal, "%": self.percent})


ENGLISH = NumberStyle()


def as_written(context: str, source: str, comment: str, count: int) -> str:
    """Without a translator: the source itself; with a count, and without `(s)` where it is one.

    Takes: `context` and `comment`, not used; `source`; `count`, -1 without one.
    """
    if count < 0:
        return source
    return english_form(source, one=count == 1).replace("%n", written(count, ",d"))


def english_form(source: str, *, one: bool) -> str:
    """A `source` of `%n value(s)` as `%n value`, for `one`, or `%n values`; others alike.

    `entry(ies)` is an entry, or entries.
    """
    if not one:
        source = source.replace("y(ies)", "ies")
    return ENDING.sub("" if one else r"\1", source)


_for_files: ContextVar[bool] = ContextVar("for_files", default=False)
_translator: Translator = as_written
_style: NumberStyle = ENGLISH


def install(translator: Translator | None = None, style: NumberStyle = ENGLISH) -> None:
    """Say everything through a translator from now on.

    Takes: `translator`, None for the source's English; `style` of numbers.
    """
    global _translator, _style
    _translator = as_written if translator is None else translator
    _style = style


@contextlib.contextmanager
def in_file_language() -> Iterator[None]:
    """Within: English, and numbers with its marks, whatever the language: for tables in files."""
    token = _for_files.set(True)
    try:
        yield
    finally:
        _for_files.reset(token)


def translate(context: str, source: str, comment: str = "", count: int = -1) -> str:
    """A text in the reader's language; with a count in the form that goes with it.

    Call it with literals, or the translation tools cannot see them: values go in with `.format`
    afterwards, never with an f-string. `%n` stands for the count.

    Takes: `context`; `source`, in English; `comment` for translators; `count`, -1 without one.
    """
    speak = as_written if _for_files.get() else _translator
    return speak(context, source, comment, count)


def filled(text: str, **values: object) -> str:
    """A sentence with its values: a value that ends in a point ends the sentence with it.

    `in juil.` and not `in juil..`; the same for what is cut short with three dots.

    Takes: `text`, with a place for each of the `values`, as `str.format` has them.
    """
    return TWICE.sub(lambda found: "." if len(found[0]) > 1 else "", text.format(**values))


def sentences(*said: str) -> str:
    """Some sentences one after the other; those that are empty are left out.

    Takes: `said`, each ending as it should.
    """
    return TWICE.sub(lambda found: found[0][0] * (len(found[0]) > 1), " ".join(filter(None, said)))


def told(name: str, said: str) -> str:
    """What is said of something, behind its name and a colon.

    Takes: `name`; `said`.
    """
    return translate("Text", "{name}: {said}").format(name=name, said=said)


def form_of(value: float) -> int:
    """The count whose form of a text goes with a number that may be a fraction.

    English has one for 1 alone, French for all below two.

    Takes: `value`.
    Gives: a count, of which only the form matters.
    """
    if value == 1:
        return 1
    return 0 if abs(value) < 2 else 2


def begun(text: str) -> str:
    """A text as it begins a sentence: some languages write their months small.

    Takes: `text`.
    """
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str]) -> str:
    """The `parts` one after the other, as a language sets half-sentences apart."""
    text = ""
    for part in parts:
        both = translate("Text", "{first}; {second}").format(first=text, second=part)
        text = both if text else part
    return text


def percent_sign() -> str:
    """The sign as the language sets it behind a number: `%`, or a no-break space and `%`."""
    return ENGLISH.percent if _for_files.get() else _style.percent


def ungrouped(text: str) -> str:
    """`text`, a written number, without the marks between thousands, as spreadsheets read it."""
    marks = ENGLISH if _for_files.get() else _style
    return text.replace(marks.thousands, "")


def figures(value: float, digits: int, sign: str = "") -> str:
    """A number to so many digits that count, whole where it has more, never a power of ten.

    Takes: `value`; `digits`; `sign`, `+` where both signs are written.
    """
    rounded = float(f"{value:.{digits}g}")
    if abs(rounded) < TRACE:
        return written(0.0, ".0f")
    if abs(rounded) < SMALL:
        return written(rounded, f"{sign}.{PLACES}f")
    if abs(rounded) >= 10**digits:
        return written(value, f"{sign},.0f")
    return written(rounded, f"{sign},.{digits}g")


def written(value: float, spec: str) -> str:
    """A number with the language's own marks: `1,234.5`, `1 234,5`.

    Takes: `value`; `spec`, Python's format.
    """
    text = format(value, spec)
    if _style is ENGLISH or _for_files.get():
        return text
    return text.translate(_style.marks)


def share_of_worlds(share: float) -> str:
    """A share of worlds for a sentence: what is said of all or of none is so in each of them.

    Takes: `share` of the worlds.
    """
    said = written(share, ".0%")
    if share > 0 and said == written(0.0, ".0%"):
        return translate("Kpi", "under {share}").format(share=written(0.01, ".0%"))
    if share < 1 and said == written(1.0, ".0%"):
        return translate("Kpi", "over {share}").format(share=written(0.99, ".0%"))
    return said


def clean(text: str) -> str:
    """`text` without what no file format can hold; lines stay lines, tabs become spaces.

    Control characters, halves of surrogate pairs and non-characters become U+FFFD.

    Takes: `text`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = DIRECTION_MARKS.sub("", text)
    return "".join(letter if _can_be_written(letter) else "\ufffd" for letter in text)


def _can_be_written(letter: str) -> bool:
    if letter == "\n":
        return True
    kind = unicodedata.category(letter)
    return kind not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE


def one_line(text: str, longest: int | None = None) -> str:
    """`text` cleaned, on one line.

    Takes: `text`; `longest`, how many characters it is cut to.
    """
    line = " ".join(clean(text).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"


def escaped(text: str, longest: int | None = None, *, begins: bool = True) -> str:
    """One line for Markdown: nothing in it is markup or a link.

    Takes: `text`; `longest`, how many characters it is cut to; `begins`, whether it begins a line.
    """
    return (MARKDOWN if begins else MARKDOWN_WITHIN).sub(r"\\\1", one_line(text, longest))
