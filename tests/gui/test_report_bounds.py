"""How much a file of a report may have: as much as is said, and nothing more."""

from __future__ import annotations

import io
import json
import struct
import sys
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.report import bounds, carried, command, own, pdf_file, png_file, svg_file, workbook_file
from gui.report.bounds import Budget, ShortReads, limited_time, walk
from gui.report.content import Order
from gui.report.options import Options, checked
from gui.report.own import refuse_foreign

SCENARIO = Scenario(name="Plan")


# XML


def elements(text: bytes, budget: Budget | None = None, size: int = 65_536) -> list[str]:
    found: list[str] = []
    budget = budget or Budget()
    pieces = (text[i : i + size] for i in range(0, len(text), size))
    walk(pieces, budget, lambda name, _: found.append(name))
    return found


def test_that_a_stream_has_so_many_bytes_and_so_many_elements(monkeypatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_UNPACKED", 10)
    monkeypatch.setattr(bounds, "MOST_ELEMENTS", 3)
    monkeypatch.setattr(bounds, "PIECE", 4)
    assert list(Budget().pieces(io.BytesIO(b"0123456789"))) == [b"0123", b"4567", b"89"]
    with pytest.raises(ValueError, match="too large once unpacked"):
        list(Budget().pieces(io.BytesIO(b"0123456789x")))
    assert elements(b"<a><b/><c/></a>") == ["a", "b", "c"]
    with pytest.raises(ValueError, match="too many elements"):
        elements(b"<a><b/><c/><d/></a>")
    # of several parts together
    both = Budget()
    elements(b"<a><b/></a>", both)
    with pytest.raises(ValueError, match="too many elements"):
        elements(b"<a><b/></a>", both)


def test_that_a_tag_has_so_many_bytes(monkeypatch) -> None:
    tag = b'<a b="' + b"x" * 20 + b'"/>'
    monkeypatch.setattr(bounds, "LONGEST_TAG", len(tag) - 1)
    assert elements(tag, size=len(tag) - 1) == ["a"]
    monkeypatch.setattr(bounds, "LONGEST_TAG", len(tag) - 2)
    with pytest.raises(ValueError, match="a tag is too long"):
        elements(tag, size=len(tag) - 1)


def test_that_reading_is_stopped_by_the_processor_s_time_and_not_by_a_busy_machine(
    monkeypatch,
) -> None:
    clock = SimpleNamespace(processor=5.0, wall=100.0)
    now = SimpleNamespace(thread_time=lambda: clock.processor, monotonic=lambda: clock.wall)
    monkeypatch.setattr(bounds, "time", now)
    before = sys.getprofile()
    with limited_time(1.0):
        for wall, processor in ((200.0, 5.0), (300.0, 5.5), (400.0, 5.99)):
            clock.wall, clock.processor = wall, processor
            abs(1)  # any call asks
    assert sys.getprofile() is before

    def goes_on() -> None:
        clock.wall, clock.processor = 402.0, 6.99
        abs(1)

    with pytest.raises(ValueError, match="it takes too long to read"), limited_time(1.0):
        goes_on()
    assert sys.getprofile() is before


def test_that_a_directory_is_read_in_short_stretches() -> None:
    file = ShortReads(io.BytesIO(b"0123456789"), 10)  # type: ignore[arg-type]
    assert (file.read(), file.tell()) == (b"0123456789", 10)
    assert file.seekable()
    file.seek(2)
    assert file.read(3) == b"234"
    assert file.read(0) == b""
    assert file.tell() == 5
    short = ShortReads(io.BytesIO(b"0123456789"), 9)  # type: ignore[arg-type]
    for size in (-1, 10, 100):
        short.seek(0)
        with pytest.raises(ValueError, match="its directory is too large"):
            short.read(size)


# Pictures


def chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def test_that_a_png_may_end_with_its_last_chunk_and_carry_a_text_of_so_many_bytes(
    tmp_path, monkeypatch
) -> None:
    path, text = tmp_path / "a.png", b"so much and no more"
    start = b"Headroom scenario\0"
    packed = start + b"\1\0\0\0" + zlib.compress(text)
    plain = start + b"\0\0\0\0" + text
    for body in (packed, plain):
        path.write_bytes(png_file.SIGNATURE + chunk(b"tEXt", b"x") + chunk(b"iTXt", body))
        assert png_file.carried(path) == text  # there is nothing behind it
    monkeypatch.setattr(png_file, "LARGEST_TEXT", len(plain))
    assert png_file.carried(path) == text
    monkeypatch.setattr(png_file, "LARGEST_TEXT", len(plain) - 1)
    assert png_file.carried(path) is None
    path.write_bytes(png_file.SIGNATURE + chunk(b"iTXt", start + b"\2\0\0\0" + text))
    monkeypatch.setattr(png_file, "LARGEST_TEXT", 1000)
    with pytest.raises(ValueError, match="what it carries has no text"):
        png_file.carried(path)
    path.write_bytes((png_file.SIGNATURE + chunk(b"iTXt", plain))[:-1])
    with pytest.raises(ValueError, match="it ends too early"):
        png_file.carried(path)


def test_that_an_svg_carries_a_text_of_so_many_letters(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.svg"
    root = b'<svg xmlns="http://www.w3.org/2000/svg">%b</svg>'
    first, second = (
        b'<metadata id="headroom-scenario">%b</metadata>' % t for t in (b"12345", b"x")
    )
    path.write_bytes(root % (first + second))
    monkeypatch.setattr(svg_file, "LARGEST_TEXT", 5)
    assert svg_file.carried(path) == b"12345"  # the first alone
    monkeypatch.setattr(svg_file, "LARGEST_TEXT", 4)
    with pytest.raises(ValueError, match="damaged SVG: what it carries is too large"):
        svg_file.carried(path)
    path.write_bytes(root % b"<metadata>12</metadata><g/>")
    assert svg_file.carried(path) is None


def test_that_pictures_have_so_many_pixels_in_all() -> None:
    for size, scale in (((8000, 3750), 2), ((320, 240), 4), (None, 1)):
        options = Options(size=size, scale=scale)
        assert checked(options) is options  # 120 million pixels at most
    for size, scale in (((8000, 3751), 2), ((319, 240), 1), ((320, 239), 1), ((8001, 240), 1)):
        with pytest.raises(ScenarioError, match="and 120 million pixels in all"):
            checked(Options(size=size, scale=scale))


@pytest.mark.parametrize(("text", "size"), [("640x480", (640, 480)), ("999999X1", (999_999, 1))])
def test_that_a_side_has_six_figures_at_most(text, size) -> None:
    assert command._size(text) == size
    with pytest.raises(ScenarioError, match="million pixels in all"):
        command._size("1000000x1")
    with pytest.raises(ScenarioError, match="allowed is WIDTHxHEIGHT"):
        command._size("640")


def test_that_a_large_picture_is_not_looked_at_before_it_is_written_over(
    tmp_path, monkeypatch
) -> None:
    path = tmp_path / "a.png"
    data = b"\x89PNG\r\n\x1a\nSoftware\0Headroom"
    path.write_bytes(data)
    monkeypatch.setattr(own, "LARGEST_PICTURE", len(data))
    refuse_foreign(path)
    monkeypatch.setattr(own, "LARGEST_PICTURE", len(data) - 1)
    with pytest.raises(ScenarioError, match="is there already and of no report"):
        refuse_foreign(path)


def test_that_what_a_report_wrote_beside_a_table_gives_way_and_a_scenario_does_not(
    tmp_path,
) -> None:
    order = Order(Document(SCENARIO), written="2026-01-02")
    beside, mine = tmp_path / "a.csv.headroom", tmp_path / "mine.headroom"
    beside.write_text(carried.payload(order, "table monthly", ""))
    mine.write_text(scenario_files.text_of(Document(SCENARIO)))
    foreign = tmp_path / "notes.md"
    foreign.write_text("mine")
    for asked in (True, False):
        refuse_foreign(beside, asked=asked)
        refuse_foreign(tmp_path / "nothing.csv", asked=asked)
        with pytest.raises(ScenarioError, match="is a scenario; write to another folder"):
            refuse_foreign(mine, asked=asked)
        with pytest.raises(ScenarioError):
            refuse_foreign(beside, [beside], asked=asked)  # an input
    refuse_foreign(foreign, asked=True)
    with pytest.raises(ScenarioError, match="is there already and of no report"):
        refuse_foreign(foreign)


OWN_FILES = {
    ".png": b"\x89PNG\r\n\x1a\n....tEXtSoftware\0Headroom",
    ".svg": b"<svg><!-- Headroom 1.0 --></svg>",
    ".pdf": b'%PDF-1.4 <x CreatorTool="Headroom 1.0"/>',
    ".md": b"# Plan\n\n*Headroom 1.0, 2026-01-02*\n",
}


@pytest.mark.parametrize("ending", OWN_FILES)
def test_that_a_report_s_own_file_gives_way_and_its_like_of_another_kind_does_not(
    tmp_path, ending
) -> None:
    for other, data in OWN_FILES.items():
        path = tmp_path / f"a{other}{ending.upper()}"
        path.write_bytes(data)
        if other == ending:
            refuse_foreign(path)
            continue
        with pytest.raises(ScenarioError, match="is there already and of no report"):
            refuse_foreign(path)
    nothing = tmp_path / f"empty{ending}"
    nothing.write_bytes(b"")
    refuse_foreign(nothing)


def test_that_a_table_gives_way_to_one_of_the_same_head(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbft,month,power [GW],x\r\n1,2026-01,2.5,3\r\n")
    for data in (b"t,month,power [GW],y\n", b"\xef\xbb\xbft,month,power [GW]\r\n", None):
        refuse_foreign(path, data=data)
    with pytest.raises(ScenarioError, match="is there already and of no report"):
        refuse_foreign(path, data=b"t,month,power\n")


def test_that_the_bounds_are_these() -> None:
    """A scenario of the largest size that opens goes into each kind of file."""
    assert own.LARGEST_CARRIED == 16_000_000
    assert bounds.LARGEST_TEXT == 24_000_000
    assert bounds.LARGEST_UNPACKED == 60_000_000
    assert (bounds.MOST_ELEMENTS, bounds.LONGEST_TAG) == (600_000, 1_000_000)
    assert (bounds.PIECE, bounds.READING) == (65_536, 0.8)
    assert (carried.LARGEST_CARRIER, own.LARGEST_PICTURE) == (200_000_000, 100_000_000)
    assert (carried.MOST_OTHERS, carried.LONGEST_TEXT) == (100, 200)
    assert (own.LARGEST_PROPERTIES, png_file.MOST_CHUNKS) == (100_000, 100_000)
    assert (pdf_file.LARGEST_FILE, pdf_file.LARGEST_PACKED) == (50_000_000, 2_000_000)
    assert 2 * scenario_files.LARGEST_FILE < own.LARGEST_CARRIED < bounds.LARGEST_TEXT


# Cells


def cells(values: list[tuple[str, str]], texts: list[str]) -> list[object]:
    reader = workbook_file._Cells(texts)
    main = workbook_file.MAIN
    reader.start(f"{main}worksheet", {})
    reader.start(f"{main}sheetData", {})
    reader.start(f"{main}row", {"r": "1"})
    for number, (kind, value) in enumerate(values):
        reader.start(f"{main}c", {"r": f"{'ABCDE'[number]}1", "t": kind})
        reader.start(f"{main}v", {})
        reader.text(value)
        reader.end(f"{main}v")
        reader.end(f"{main}c")
    return [value for _, value in sorted(reader.found.items())]


def test_that_a_sheet_s_texts_have_so_many_letters_together(monkeypatch) -> None:
    monkeypatch.setattr(workbook_file, "LARGEST_TEXT", 6)
    said = [("s", "0"), ("n", "1.5"), ("s", "0"), ("n", "")]
    assert cells(said, ["abc"]) == ["abc", 1.5, "abc"]
    with pytest.raises(ValueError, match="its texts are too long"):
        cells([*said, ("str", "x")], ["abc"])


@pytest.mark.parametrize("number", ["2", "-1", "1.0", "٠", "000000001", "x"])
def test_that_a_cell_names_a_text_that_is_there(number) -> None:
    assert cells([("s", "1"), ("s", "00000001")], ["a", "b"]) == ["b", "b"]
    with pytest.raises(ValueError, match="names a text that is not there"):
        cells([("s", number)], ["a", "b"])


# What is carried


def test_that_a_file_carries_so_many_letters_and_so_many_scenarios(monkeypatch) -> None:
    order = Order(Document(SCENARIO), written="2026-01-02")
    text = carried.payload(order, "words", "")
    monkeypatch.setattr(carried, "LARGEST_CARRIED", len(text))
    assert carried.payload(order, "words", "") == text
    monkeypatch.setattr(carried, "LARGEST_CARRIED", len(text) - 1)
    with pytest.raises(ScenarioError, match="too much for a report's file to carry"):
        carried.payload(order, "words", "")
    monkeypatch.setattr(carried, "LARGEST_CARRIED", 16_000_000)
    monkeypatch.setattr(carried, "MOST_OTHERS", 2)
    both = carried.payload(order, "words", "", others=[SCENARIO] * 2)
    assert carried.parse(both.encode()).others == (SCENARIO, SCENARIO)
    with pytest.raises(ScenarioError, match="too much for a report's file to carry"):
        carried.payload(order, "words", "", others=[SCENARIO] * 3)


def changed(**changes: object) -> bytes:
    order = Order(Document(SCENARIO), written="2026-01-02")
    content = json.loads(carried.payload(order, "words", ""))
    content[own.KEY] |= changes
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        ({"written": "x" * 200}, {"written": "x" * 201}),
        ({"draws": 1}, {"draws": 0}),
        ({"numbers": {"a": [[10**300 - 1, 1 - 10**300]]}}, {"numbers": {"a": [[10**300]]}}),
        ({"numbers": {"a": [[None, "b", 1.5]]}}, {"numbers": {"a": [[True]]}}),
        ({"version": 1}, {"version": 2}),
        ({"pages": ["risk", "risk"]}, {"pages": "risk"}),
        ({"choices": {"nobody's": 3}}, {"choices": None}),
    ],
)
def test_that_what_is_carried_may_be_so_and_no_more(within, beyond) -> None:
    assert carried.parse(changed(**within)).order.scenario == SCENARIO
    with pytest.raises(ScenarioError):
        carried.parse(changed(**beyond))


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(13, "Permission denied"), "cannot be read: Permission denied"),
        (ValueError("damaged PNG: not a PNG"), "cannot be read: damaged PNG: not a PNG"),
        (ValueError("a\nb"), "cannot be read: a?b"),
    ],
)
def test_that_what_stands_in_the_way_of_reading_is_told_with_its_file(error, says) -> None:
    assert str(carried.unreadable(Path("a.png"), error)) == f"a.png: {says}"


def test_that_a_carrier_has_so_many_bytes(tmp_path, monkeypatch) -> None:
    path, text = tmp_path / "a.png", scenario_files.text_of(Document(SCENARIO)).encode()
    body = b"Headroom scenario\0\0\0\0\0" + text
    path.write_bytes(png_file.SIGNATURE + chunk(b"iTXt", body))
    monkeypatch.setattr(carried, "LARGEST_CARRIER", path.stat().st_size)
    assert carried._text_in(path) == text
    monkeypatch.setattr(carried, "LARGEST_CARRIER", path.stat().st_size - 1)
    with pytest.raises(ScenarioError, match="is too large to be of Headroom"):
        carried._text_in(path)
