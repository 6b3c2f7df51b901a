"""What a report's pictures are known by: their size, their pixels, and the letters drawn here."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader

from engine import Scenario
from gui.report import png_file, probe
from gui.report.digests import body_digest, picture_of, pixels


def png(width: int, height: int, colour: str = "white") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_that_a_png_s_size_is_in_its_first_bytes() -> None:
    data = png(37, 11)
    # a signature of 8 bytes, then a length, a name, a width and a height of 4 each
    assert png_file.size(data) == png_file.size(data[:24]) == (37, 11)
    with pytest.raises(ValueError, match="ends too early"):
        png_file.size(data[:23])
    other = data[:12] + b"IDAT" + struct.pack(">II", 37, 11)
    with pytest.raises(ValueError, match="does not begin with its size"):
        png_file.size(other)


def test_that_pictures_of_the_same_pixels_are_told_from_those_of_others() -> None:
    assert pixels(png(4, 2)) == pixels(png(4, 2)) == body_digest(png(4, 2))
    assert len({pixels(png(4, 2)), pixels(png(2, 4)), pixels(png(4, 2, "black"))}) == 3


def test_that_a_picture_may_need_more_room_than_others_while_it_is_read() -> None:
    before = QImageReader.allocationLimit()
    data = png(1024, 1024)  # 4 MB unpacked
    try:
        QImageReader.setAllocationLimit(1)
        found = picture_of(data)
        assert (found.width(), found.height()) == (1024, 1024)
        assert QImageReader.allocationLimit() == 1
        with pytest.raises(ValueError, match="the picture cannot be read"):
            picture_of(data[:60])
        assert QImageReader.allocationLimit() == 1
    finally:
        QImageReader.setAllocationLimit(before)


def test_that_letters_of_other_scripts_and_the_scale_are_drawn_for_the_probe() -> None:
    plain = probe.probe([Scenario(name="Plan")], 1)
    assert len(plain) == 32
    # letters that every report draws need no other picture
    assert probe.probe([Scenario(name="Other, with é and 7")], 1) == plain
    assert probe.probe([Scenario(name="Plan")], 2) != plain
    greek = probe.probe([Scenario(name="Plan"), Scenario(name="Σχέδιο")], 1)
    assert greek != plain
    assert probe.probe([Scenario(name="οΣχιδέχΣ")], 1) == greek  # each once, in their order


def test_that_no_more_letters_are_drawn_than_there_is_use_for() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 401)))
    whole = probe.probe([Scenario(name=letters[:400])], 1)
    assert probe.probe([Scenario(name=letters)], 1) == whole
    assert probe.probe([Scenario(name=letters[:399])], 1) != whole
