"""How wide the columns of a table are that has no scroll bar of its own."""

from __future__ import annotations

from collections.abc import Mapping


def shared_out(
    wanted: Mapping[int, int], room: int, numbers: Mapping[int, int], words: Mapping[int, int]
) -> Mapping[int, int]:
    """Each column's width, together no more than `room`: what is `wanted`, or less.

    Texts give way to `numbers`, of which it is said how wide they are at least; unless that would
    leave less than the longest of its heading's `words` to a text.
    """
    if sum(wanted.values()) <= room:
        return wanted
    kept = {column: min(wanted[column], least) for column, least in numbers.items()}
    left = room - sum(kept.values())
    texts = {column: width for column, width in wanted.items() if column not in kept}
    if left < sum(words[column] for column in texts):
        return fitted(wanted, room)
    return {**kept, **fitted(texts, left)}


def fitted(widths: Mapping[int, int], room: int) -> Mapping[int, int]:
    """Widths of columns that have no more than `room` together: the widest give way."""
    left, given = max(room, len(widths)), dict(widths)
    for place, column in enumerate(sorted(widths, key=lambda column: widths[column])):
        given[column] = min(widths[column], left // (len(widths) - place))
        left -= given[column]
    return given
