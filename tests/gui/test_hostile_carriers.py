"""Pictures, pages and workbooks made to do harm: one line, little memory, and none is unpacked."""

from __future__ import annotations

import io
import json
import resource
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import Document, Scenario, ScenarioError
from engine.files import scenario_files
from gui.report import bounds, own, png_file
from gui.report.carried import KEY, carried_in, found_in, parse
from gui.report.command import verify as command
from tests.gui.fuzzing_carriers import KINDS, Mutants, opened, samples
from tests.gui.reports import with_payload

GOOD = scenario_files.text_of(Document(Scenario())).encode()
MEGABYTES = 200


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    out = [png_file.SIGNATURE]
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        *chunks,
        (b"IEND", b""),
    ):
        out.append(struct.pack(">I", len(body)) + kind + body)
        out.append(struct.pack(">I", zlib.crc32(kind + body)))
    return b"".join(out)


def text_chunk(rest: bytes) -> bytes:
    return png((b"iTXt", png_file.KEYWORD + rest))


def pdf(stream: bytes, filters: bytes = b"/FlateDecode", names: bytes = b"3 0 R") -> bytes:
    """A PDF with one attachment, its table of places left to be found anew."""
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names"
        b"[(scenario.headroom) " + names + b"]>>>>>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
        b"3 0 obj\n<</Type/Filespec/F(scenario.headroom)/EF<</F 4 0 R>>>>\nendobj\n"
        b"4 0 obj\n<</Length " + str(len(stream)).encode() + b"/Filter" + filters + b">>\nstream\n"
        + stream + b"\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
    )  # fmt: skip


def xlsx(sheet: bytes, texts: bytes = b"", packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr(
            "[Content_Types].xml",
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Override PartName="/xl/workbook.xml" ContentType="sheet.main+xml"/>'
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="sharedStrings+xml"/></Types>',
        )
        archive.writestr("_rels/.rels", links(("officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            links(("worksheet", "worksheets/s.xml"), ("sharedStrings", "sharedStrings.xml")),
        )
        archive.writestr(
            "xl/workbook.xml",
            b"<workbook " + main + b" " + office + b"><sheets><sheet name='Headroom' r:id='a'/>"
            b"</sheets></workbook>",
        )
        archive.writestr("xl/sharedStrings.xml", b"<sst " + main + b">" + texts + b"</sst>")
        archive.writestr(
            "xl/worksheets/s.xml", b"<worksheet " + main + b">" + sheet + b"</worksheet>"
        )
    return out.getvalue()


def links(*each: tuple[str, str]) -> str:
    """What belongs to a part; the first of it is `a`."""
    relations = "".join(
        f'<Relationship Id="{"ab"[number]}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(each)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{relations}</Relationships>'


def svg(inside: bytes, head: bytes = b'<?xml version="1.0"?>') -> bytes:
    return head + b'<svg xmlns="http://www.w3.org/2000/svg">' + inside + b"</svg>"


def metadata(inside: bytes) -> bytes:
    return b'<metadata id="headroom-scenario">' + inside + b"</metadata>"


LAUGHS = b"<!DOCTYPE svg [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12)
) + b"]>"  # fmt: skip
BOMB = zlib.compress(b"\0" * 300_000_000, 9)
TEN_TIMES = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % row for row in range(1, 200_000))

HOSTILE: dict[str, Callable[[], bytes]] = {
    "short.png": lambda: text_chunk(b"\0\1"),
    "empty.png": lambda: text_chunk(b"\0"),
    "method.png": lambda: text_chunk(b"\0\1\7\0\0" + zlib.compress(GOOD)),
    "bomb.png": lambda: text_chunk(b"\0\1\0\0\0" + BOMB),
    "deflate.png": lambda: text_chunk(b"\0\1\0\0\0" + zlib.compress(GOOD)[:-9]),
    "length.png": lambda: png()[:33] + struct.pack(">I4s", 2**31 - 1, b"iTXt") + b"x" * 9,
    "checksum.png": lambda: text_chunk(b"\0\0\0\0\0" + GOOD).replace(b"wacc", b"wbcc", 1),
    "chunks.png": lambda: png(*[(b"tEXt", b"")] * 150_000),
    "filter.pdf": lambda: pdf(b"x", b"/Nope"),
    "jbig2.pdf": lambda: pdf(b"xx", b"/JBIG2Decode"),
    "lzw.pdf": lambda: pdf(b"\x80" * 100, b"/LZWDecode"),
    "filters.pdf": lambda: pdf(zlib.compress(GOOD), b"[" + b"/FlateDecode" * 50 + b"]"),
    "bomb.pdf": lambda: pdf(BOMB),
    "itself.pdf": lambda: pdf(b"x", b" 4 0 R", b"1 0 R"),
    "nested.pdf": lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 90_000 + b"\nendobj\ntrailer"
    b"<</Root 1 0 R>>",
    "many.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 100_000
    + b"startxref\n0\n%%EOF",
    "laughs.svg": lambda: svg(metadata(b"&m;"), LAUGHS),
    "encoding.svg": lambda: svg(b"", b'<?xml version="1.0" encoding="foobar"?>'),
    "multibyte.svg": lambda: svg(b"", b'<?xml version="1.0" encoding="shift_jis"?>'),
    "outside.svg": lambda: svg(
        metadata(b"&a;"), b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    ),
    "tags.svg": lambda: svg(b"<g>" * 700_000),
    "attributes.svg": lambda: svg(
        b"<g " + b"".join(b'a%d="" ' % i for i in range(300_000)) + b"/>"
    ),
    "long.svg": lambda: svg(metadata(b"x" * 30_000_000)),
    "deflate.xlsx": lambda: xlsx(b"").replace(b"\x03\x00", b"\xff\xff"),
    "bomb.xlsx": lambda: xlsx(b"<row/>" + b" " * 120_000_000),
    "texts.xlsx": lambda: xlsx(TEN_TIMES, b"<si><t>" + b"x" * 30_000 + b"</t></si>"),
    "number.xlsx": lambda: xlsx(b'<c r="A1" t="s"><v>9</v></c>'),
    "float.xlsx": lambda: xlsx(b'<c r="A1"><v>one</v></c>'),
    "place.xlsx": lambda: xlsx(b'<c r="A0"><v>1</v></c>'),
    "lzma.xlsx": lambda: xlsx(b"", packing=zipfile.ZIP_LZMA),
    "entries.xlsx": lambda: b"PK\x03\x04" + b"\0" * 100 + b"PK\x01\x02" + b"\0" * 2_000_000
    + b"xl/workbook.xml" + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 2_000_000, 104, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_file_is_refused_in_one_line_and_little_memory(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ScenarioError) as caught:
        found_in(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024
    assert str(caught.value).startswith(f"{path}: ")
    assert str(caught.value).isprintable()
    assert command([str(path)]) == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_that_what_reads_for_too_long_is_stopped() -> None:
    def turn() -> None:
        while True:
            try:
                len("")
                raise KeyError
            except Exception:  # as a reader that recovers from everything
                continue

    with pytest.raises(ValueError, match="takes too long"), bounds.limited_time(0.05):
        turn()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, qapp) -> dict[str, Path]:
    return samples(tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize("kind", KINDS)
def test_that_files_nearly_right_open_or_are_refused_in_one_line(
    real: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    """Ten thousand of each are tried by `python tests/gui/fuzzing_carriers.py`."""
    mutants, path = Mutants(real[kind], 7), tmp_path / f"mutant{real[kind].suffix}"
    seen = set()
    for _ in range(40):
        mutants.write(path)
        seen.add(opened(path))
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("draws", -5, "report.draws = -5: allowed is a whole number from 1 to"),
        ("draws", 10**9, "report.draws = 1000000000: allowed is"),
        ("draws", 10**400, "report.draws = "),
        ("draws", True, "report.draws = True"),
        ("month", "xx", "report.month = 'xx': allowed is a month"),
        ("month", 7, "report.month = 7"),
        ("choices", {"cost": "nobody"}, "report.choices = 'nobody'"),
        ("choices", [], "damaged"),
        ("others", "abc", "damaged"),
        ("others", [3], "damaged"),
        ("baseline", 3, "damaged"),
        ("numbers", {"chart cost": [[10**400]]}, "damaged"),
        ("numbers", {"chart cost": [[{}]]}, "damaged"),
        ("numbers", {"chart cost": 3}, "damaged"),
        ("kind", None, "damaged"),
        ("written", "x" * 5000, "damaged"),
        ("drawing", {"scale": 10**9}, "damaged"),
        ("version", True, "carries no scenario to check it by"),
    ],
)
def test_that_what_a_report_says_of_itself_is_within_its_bounds(
    real: dict[str, Path], tmp_path: Path, key: str, value: object, says: str
) -> None:
    path = tmp_path / "r0.png"
    path.write_bytes(real["png"].read_bytes())
    with_payload(path, lambda content: content[KEY].update({key: value}))
    for read in (found_in, carried_in):
        with pytest.raises(ScenarioError) as caught:
            read(path)
        assert says in str(caught.value)
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("part", ["[],", '{"":0},', '"ab",', r'"\\",'])
def test_that_many_values_are_refused_and_long_texts_are_read(part: str) -> None:
    content = json.loads(GOOD)
    content["x"] = []
    start = json.dumps(content).encode().removesuffix(b"]}")
    many = start + part.encode() * (own.LARGEST_CARRIED // len(part) - 10_000) + b"0]}"
    with pytest.raises(ScenarioError, match="nested too deep or too long"):
        parse(many)
    content["x"] = '[,{"é' * 500_000
    assert scenario_files.content_of(json.dumps(content).encode(), own.LARGEST_CARRIED) == content
