"""How far a value can be trusted: its grade, and the two columns in which lists say whose it is."""

from __future__ import annotations

from engine.tables.list_schema import Column
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

GRADES = {  # the best first
    "A": QT_TRANSLATE_NOOP("Grade", "vendor or filing"),
    "B": QT_TRANSLATE_NOOP("Grade", "analyst"),
    "C": QT_TRANSLATE_NOOP("Grade", "estimate"),
}
WORST = tuple(GRADES)[-1]  # of what nobody vouches for

SOURCE = Column(
    "source",
    "note",
    QT_TRANSLATE_NOOP("Lists", "source"),
    QT_TRANSLATE_NOOP("Lists", "Who says so, and when."),
)
GRADE = Column(
    "grade",
    "word",
    QT_TRANSLATE_NOOP("Lists", "grade"),
    QT_TRANSLATE_NOOP("Lists", "A: vendor or filing; B: analyst; C: estimate."),
    words=tuple(GRADES),
)


def rank(grade: str) -> int:
    """How many grades are better.

    Takes: `grade`, a letter.
    Gives: a number, 0 for the best.
    """
    return tuple(GRADES).index(grade)


def grade_text(grade: str) -> str:
    """What a `grade` means, in the reader's language."""
    return translate("Grade", GRADES[grade])
