"""What a reader shows beyond what a report's file draws: no such file is identical."""

from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from gui.report import carried, png_file, svg_file
from gui.report.carried import KEY
from gui.report.command import verify as command
from gui.report.verify import verify
from tests.gui.reports import example, with_payload, write

CHANGED = "not identical: the picture was changed; the numbers are the same"

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    folder = tmp_path_factory.mktemp("report")
    for kind in ("svg", "png", "pdf"):
        write(folder, [example()], [kind], draws=16)
    return folder


@pytest.mark.parametrize("name", ["r0-cost.svg", "r0-cost.png", "r0.pdf"])
def test_that_the_files_that_are_changed_here_are_identical_before(report, name: str) -> None:
    assert command([str(report / name)]) == 0


def sealed(path: Path) -> None:
    """Everything that a file says of itself, made to fit what it shows now."""
    from gui.report.digests import body_digest

    body = body_digest(path.read_bytes())
    with_payload(path, lambda content: content[KEY].update(body=body))


# SVG

COVER = b'<rect width="4000" height="4000" fill="white"/><text x="90" y="90">999 GW</text>'
OWN = b'<metadata id="headroom-scenario">'


def before_the_end(more: bytes):
    return lambda svg: svg[: svg.rindex(b"</svg>")] + more + svg[svg.rindex(b"</svg>") :]


def in_its_element(more: bytes):
    return lambda svg: svg.replace(b"</metadata>", more + b"</metadata>", 1)


@pytest.mark.parametrize(
    "change",
    [
        before_the_end(OWN + b"</metadata >" + COVER + b"<metadata></metadata>\n"),
        before_the_end(OWN + COVER + b"</metadata>\n"),
        before_the_end(OWN + b"</metadata>\n"),
        lambda svg: svg.replace(b"<defs>", OWN + b"</metadata>\n<defs>", 1),
        lambda svg: svg.replace(OWN, OWN + b"x</metadata>\n<defs></defs>" + OWN, 1),
        in_its_element(b"<style>path{display:none}</style>"),
        in_its_element(b"<script>document.title=9</script>"),
        in_its_element(b"<!-- x -->"),
        lambda svg: svg.replace(OWN, b"<metadata id='headroom-scenario'>", 1),
        lambda svg: svg.replace(b"</metadata>", b"</metadata\n>", 1),
    ],
)
def test_that_nothing_hides_in_or_behind_what_an_svg_carries(copy, change) -> None:
    path = copy("r0-cost.svg")
    path.write_bytes(change(path.read_bytes()))
    assert command([str(path)]) != 0


def test_that_what_an_svg_carries_is_all_that_is_not_its_body(report: Path) -> None:
    svg = (report / "r0-cost.svg").read_bytes()
    body = svg_file.body(svg)
    text = svg_file.carried(report / "r0-cost.svg")
    assert text is not None
    assert b"metadata" not in body
    assert svg_file.with_carried(body, text.decode()) == svg
    assert carried.carried_in(report / "r0-cost.svg").body == carried.digest(body)


WITHOUT_LETTERS = re.compile(rb'(<g fill="none"[^<>]*)(?=\n>\n<(?:path|polyline))')
A_LABEL = re.compile(rb">(2027</text>)")
FONTS = b'font-family="Inter" font-size="11" font-weight="400" font-style="normal" '
IDLE = (
    b'<g fill="none" stroke="#000000" transform="matrix(1,0,0,1,0,0)"\n' + FONTS + b"\n>\n</g>\n\n"
)


@pytest.mark.parametrize(
    "change",
    [
        lambda svg: WITHOUT_LETTERS.sub(rb'\1 display="none"', svg),
        before_the_end(b'<g onload="alert(1)"></g>\n'),
        before_the_end(IDLE.replace(b"fill=", b"onload=", 1)),
        before_the_end(IDLE.replace(b"none", b"url(http://x/y)", 1)),
        before_the_end(IDLE.replace(b"fill=", b"filter=", 1)),
        lambda svg: A_LABEL.sub(rb">" + IDLE * 9 + rb"\1", svg),
        lambda svg: A_LABEL.sub(rb">" + IDLE + b" " * 99 + rb"\1", svg),
        lambda svg: svg.replace(b"</desc>", b"\n" + FONTS + b"\n</desc>", 1),
    ],
)
def test_that_nothing_hides_in_what_qt_leaves_of_an_svg(copy, change) -> None:
    path = copy("r0-cost.svg")
    before = path.read_bytes()
    path.write_bytes(change(before))
    assert path.read_bytes() != before
    sealed(path)
    assert verify(path).words == CHANGED


def test_that_a_group_in_which_there_is_nothing_is_none_of_the_drawing(copy) -> None:
    path = copy("r0-cost.svg")
    path.write_bytes(before_the_end(IDLE)(path.read_bytes()))
    assert verify(path).words == CHANGED  # not the bytes that were sealed
    sealed(path)
    assert verify(path).identical


# PNG

Chunks = list[tuple[bytes, bytes]]
TURNED = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0\0\0\0\0"


def chunks(png: bytes) -> Chunks:
    at, found = len(png_file.SIGNATURE), []
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        found.append((kind, png[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def joined(found: Chunks) -> bytes:
    return png_file.SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in found
    )


def animated(found: Chunks) -> Chunks:
    """The picture that is compared comes first, and another after it."""
    width, height = struct.unpack_from(">II", found[0][1])
    frame = struct.pack(">IIIIIHHBB", 0, width, height, 0, 0, 1, 1, 0, 0)
    red = zlib.compress((b"\0" + b"\xff\0\0" * width) * height)
    other = [(b"fcTL", frame), (b"fdAT", struct.pack(">I", 1) + red)]
    return [found[0], (b"acTL", struct.pack(">II", 1, 0)), *found[1:-1], *other, found[-1]]


def second(*chunk: bytes) -> Callable[[Chunks], Chunks]:
    return lambda found: [found[0], (chunk[0], b"".join(chunk[1:])), *found[1:]]


@pytest.mark.parametrize(
    "change",
    [
        animated,
        second(b"eXIf", TURNED),
        second(b"zTXt", b"Raw profile type exif\0\0", zlib.compress(TURNED)),
        second(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<tiff:Orientation>3"),
        second(b"gAMA", struct.pack(">I", 1000)),
        second(b"tRNS", struct.pack(">HHH", 255, 255, 255)),
        second(b"prVt", b"what nobody knows"),
        lambda found: [
            c if c[0] != b"pHYs" else (c[0], struct.pack(">IIB", 1, 9, 1)) for c in found
        ],
        lambda found: [*found, (b"IDAT", b"x"), (b"IEND", b"")],
        lambda found: [*found, (b"tEXt", b"Comment\0x")],
    ],
)
def test_that_a_png_that_viewers_show_otherwise_is_not_identical(copy, change) -> None:
    path = copy("r0-cost.png")
    path.write_bytes(joined(change(chunks(path.read_bytes()))))
    assert verify(path).words == CHANGED


def test_that_what_follows_a_png_is_none_of_it(copy) -> None:
    path = copy("r0-cost.png")
    path.write_bytes(path.read_bytes() + b"<html>")
    assert verify(path).words == CHANGED


def packed(path: Path, image: QImage) -> None:
    """The picture written by another program, which keeps what it carries."""
    text = png_file.carried(path)
    assert text is not None
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    path.write_bytes(png_file.with_carried(bytes(buffer.data().data()), text.decode()))


@pytest.mark.parametrize("alpha", [0, 254])
def test_that_a_png_that_one_sees_through_is_not_identical(copy, alpha: int) -> None:
    path = copy("r0-cost.png")
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_ARGB32)
    colour = image.pixelColor(image.width() - 1, 5)
    colour.setAlpha(alpha)
    image.setPixelColor(image.width() - 1, 5, colour)
    packed(path, image)
    assert verify(path).words == CHANGED
    sealed(path)
    assert verify(path).words == CHANGED


@pytest.mark.parametrize(
    "form",
    [
        QImage.Format.Format_RGB888,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_RGBX64,
    ],
)
def test_that_a_png_packed_another_way_is_identical(copy, form: QImage.Format) -> None:
    path = copy("r0-cost.png")
    packed(path, QImage(str(path)).convertToFormat(form))
    found = chunks(path.read_bytes())
    notes = [(b"tIME", bytes((7, 234, 1, 2, 3, 4, 5))), (b"tEXt", b"Comment\0optimised")]
    path.write_bytes(joined([found[0], *notes, *found[1:]]))
    assert verify(path).identical
    assert b"Comment" in path.read_bytes()


def test_that_a_palette_of_the_same_colours_is_plain() -> None:
    image = QImage(2, 1, QImage.Format.Format_Indexed8)
    image.setColorTable([QColor("red").rgb(), QColor("blue").rgb()])
    image.fill(1)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    data = bytes(buffer.data().data())
    assert b"PLTE" in data
    assert png_file.is_plain(data)
    image.setColor(1, QColor(0, 0, 255, 254).rgba())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    assert b"tRNS" in bytes(buffer.data().data())
    assert not png_file.is_plain(bytes(buffer.data().data()))


# PDF


def script() -> DictionaryObject:
    said = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(9)")}
    return DictionaryObject({NameObject(key): value for key, value in said.items()})


def in_catalogue(key: str, value: object) -> Callable[[PdfWriter], None]:
    return lambda writer: writer._root_object.update({NameObject(key): value})


@pytest.mark.parametrize(
    "change",
    [
        in_catalogue("/OpenAction", script()),
        in_catalogue("/AA", DictionaryObject({NameObject("/WP"): script()})),
        in_catalogue("/AcroForm", DictionaryObject({NameObject("/Fields"): ArrayObject()})),
        in_catalogue("/Collection", DictionaryObject()),
        lambda writer: writer._root_object["/Names"].update({NameObject("/JavaScript"): script()}),
        lambda writer: writer.add_outline_item(title="999 GW", page_number=0),
        lambda writer: writer.pages[1].update({NameObject("/AA"): script()}),
    ],
)
def test_that_pages_that_act_are_not_identical(copy, change) -> None:
    path = copy("r0.pdf")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    change(writer)
    writer.write(path)
    assert verify(path).words == "not identical: its pages were changed; the numbers are the same"


def test_that_pages_saved_by_another_program_are_identical(copy) -> None:
    path = copy("r0.pdf")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    writer.add_metadata({"/Producer": "Another program"})
    writer.add_attachment("remarks.txt", b"Seen")
    in_catalogue("/Version", NameObject("/1.7"))(writer)
    writer.write(path)
    assert verify(path).identical


@pytest.mark.parametrize("scale", [1, 2])
def test_that_pictures_are_the_same_whatever_was_drawn_before_them(tmp_path, scale):
    """Qt takes letters to be 1/64 pixel wider or narrower once they were drawn into a PNG."""
    code = (
        "import sys; from pathlib import Path; from tests.gui.reports import example, write;"
        "from gui.system.application import make_application; made = make_application();"
        "[write(Path(sys.argv[1]) / str(n), [example()], (kind,), scale=int(sys.argv[2]))"
        " for n, kind in enumerate(('svg', 'png', 'svg', 'png'))]"
    )
    told = [sys.executable, "-c", code, str(tmp_path), str(scale)]
    subprocess.run(told, cwd=ROOT, check=True, timeout=120)
    for first, again in (("0", "2"), ("1", "3")):
        pictures = sorted(p for p in (tmp_path / first).iterdir() if p.suffix != ".headroom")
        assert len(pictures) == 11
        for path in pictures:
            assert path.read_bytes() == (tmp_path / again / path.name).read_bytes(), path.name
