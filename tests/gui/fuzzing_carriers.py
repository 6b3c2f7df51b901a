"""Files of reports that no program wrote: pictures, pages, workbooks and tables nearly right.

`python tests/gui/fuzzing_carriers.py 10000` opens ten thousand of each kind, verifies some, and
prints the slowest and the memory of each; the tests try a few dozen, the same in every run.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from engine.problems import ScenarioError
from engine.worlds.ensemble import Cancelled
from gui.report import carried, pdf_file, png_file, svg_file
from gui.report.carried import KEY, found_in, sidecar

KINDS = ("png", "svg", "pdf", "xlsx", "csv", "md")
VERIFIED = 50  # one of so many
LONGEST_LINE = 2000

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, -5, 1.5, 10**9, 10**400, 1e308, float("nan"), "", "xx", "2026-13",
    "\ud83d", "\u202e", "\x00", "table monthly", "workbook", "n" * 5000, [], {}, [[]], [[{}]],
    [None], {"": {}}, ["a"] * 500, {"figures": 3}, {"chart cost": [[1e308] * 3] * 3},
)  # fmt: skip
PIECES = (b"", b"\0", b"\xff" * 8, b"9" * 40, b"<" * 200, b"(" * 3000, b"[" * 3000, b"<<" * 2000)
PDF_WORDS = (
    b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode", b"/ASCIIHexDecode", b"/RunLengthDecode",
    b"/JBIG2Decode", b"/DCTDecode", b"/CCITTFaxDecode", b"/JPXDecode", b"/BrotliDecode", b"/Nope",
    b"[/FlateDecode/FlateDecode]", b"[" + b"/FlateDecode" * 40 + b"]", b"/Crypt", b"null", b"-1",
    b"99999999999999", b"1 0 R", b"2 0 R", b"<<>>", b"[]", b"(x)", b"true", b"/ObjStm", b"/XRef",
)  # fmt: skip
XML_WORDS = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', b"&b;", b"<",
    b"&#0;", b"&#xD800;", b"<![CDATA[", b"<!--", b"<?x", b"</svg>", b"</c>", b"<c/>",
    b'<c r="A0"/>',
    b"<a>" * 5000, b' a="1" a="2"', b"\xfe\xff", b'encoding="utf-7"', b'encoding="foobar"',
)  # fmt: skip


def samples(folder: Path) -> dict[str, Path]:
    """One real file of each kind, with what lies beside it."""
    from tests.gui.reports import example, write

    scenarios = [example(), example("article_2025_10")]
    write(folder, scenarios, baseline=example(draws=64), draws=16)
    names = {
        "png": "r0-unit-cost.png",
        "svg": "r0-unit-cost.svg",
        "pdf": "comparison.pdf",
        "xlsx": "comparison.xlsx",
        "csv": "r0-risk.csv",
        "md": "comparison.md",
    }
    return {kind: folder / name for kind, name in names.items()}


class Mutants:
    """Files that are nearly the sample's, from a seed."""

    def __init__(self, sample: Path, seed: int) -> None:
        self.sample = sample
        self.random = random.Random(f"{sample.suffix} {seed}")
        self.data = sample.read_bytes()
        text = carried._text_in(sample)
        self.beside = text is None
        self.payload: bytes = sidecar(sample).read_bytes() if text is None else text

    def write(self, path: Path) -> None:
        """The next mutant, and what lies beside it."""
        way = self.random.choice(self.ways())
        data, payload = way()
        path.write_bytes(data)
        if self.beside:
            sidecar(path).write_bytes(payload)

    def ways(self) -> list[Callable[[], tuple[bytes, bytes]]]:
        own = {
            ".png": [self.chunks],
            ".svg": [self.xml],
            ".pdf": [self.tokens, self.tokens],
            ".xlsx": [self.parts, self.directory],
        }.get(self.sample.suffix, [])
        return [self.damaged, self.structure, self.structure, *own]

    def damaged(self) -> tuple[bytes, bytes]:
        """Bytes cut, overwritten, doubled: of the file, or of what lies beside it."""
        if self.beside and self.random.random() < 0.7:
            return self.data, self._bytes(self.payload)
        return self._bytes(self.data), self.payload

    def _bytes(self, data: bytes) -> bytes:
        found, pick = bytearray(data), self.random
        for _ in range(pick.randint(1, 5)):
            at, length = pick.randint(0, len(found)), pick.randint(0, 40)
            found[at : at + length] = pick.choice((pick.randbytes(pick.randint(0, 20)), *PIECES))
        return bytes(found[: pick.randint(0, len(found))] if pick.random() < 0.3 else found)

    def structure(self) -> tuple[bytes, bytes]:
        """What is carried with some values replaced, removed or deepened; mostly sealed anew."""
        content, pick = json.loads(self.payload), self.random
        for _ in range(pick.randint(1, 3)):
            place = content if pick.random() < 0.2 else content.get(KEY)
            for _ in range(pick.randint(0, 4)):
                inner = self._inside(place)
                place = inner if isinstance(inner, dict | list) and inner else place
            self._change(place)
        try:
            if isinstance(content.get(KEY), dict) and pick.random() < 0.8:
                content[KEY]["seal"] = carried.seal(content)
            text = json.dumps(content)
        except ValueError:  # a whole number of more digits than Python writes
            text = "{}"
        return self._with(text), text.encode()

    def _inside(self, place: Any) -> Any:
        if not place or not isinstance(place, dict | list):
            return None
        return place[
            self.random.choice(list(place) if isinstance(place, dict) else range(len(place)))
        ]

    def _change(self, place: Any) -> None:
        if not place or not isinstance(place, dict | list):
            return
        pick = self.random
        key = pick.choice(list(place) if isinstance(place, dict) else range(len(place)))
        act = pick.choice(("replace", "replace", "nudge", "remove", "deepen"))
        if act == "replace":
            place[key] = pick.choice(ODD)
        elif act == "nudge" and isinstance(place[key], float):
            place[key] *= pick.uniform(0.9, 1.1)
        elif act == "remove":
            del place[key]
        elif act == "deepen":
            place[key] = [place[key]] * pick.choice((1, 3, 200))

    def _with(self, text: str) -> bytes:
        if self.sample.suffix == ".png":
            start = self.data.index(b"iTXt") - 4
            return png_file.with_carried(self.data[:start] + self.data[-12:], text)
        if self.sample.suffix == ".svg":
            return svg_file.with_carried(svg_file.body(self.data), text)
        if self.sample.suffix == ".pdf":
            old = pdf_file.carried(self.sample)
            assert old is not None
            return self.data.replace(old, text.encode())
        if self.sample.suffix == ".xlsx":
            return self._carrying(text)
        return self.data

    def _carrying(self, text: str) -> bytes:
        import xlsxwriter

        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            book.add_worksheet("Summary")
            hidden = book.add_worksheet("Headroom")
            for row, start in enumerate(range(0, len(text), 30_000)):
                hidden.write_string(row, 0, text[start : start + 30_000])
        return out.getvalue()

    def chunks(self) -> tuple[bytes, bytes]:
        """A PNG whose chunks are wrong, with checksums that are right."""
        data, at, out, pick = self.data, 8, [self.data[:8]], self.random
        while at < len(data):
            length, kind = struct.unpack_from(">I4s", data, at)
            body = data[at + 8 : at + 8 + length]
            at += length + 12
            if pick.random() < 0.3:
                kind = pick.choice((b"iTXt", b"zTXt", b"tEXt", kind))
                prefix = png_file.KEYWORD + pick.choice((b"\0", b"\0\1\0", b"\0\1\0\0\0", b""))
                packed = zlib.compress(b"\0" * pick.choice((10, 10**6)))
                bodies = (self._bytes(body), b"", prefix, prefix + packed, prefix + body, body[:9])
                body = pick.choice(bodies)
            length = pick.choice((len(body),) * 20 + (0, 2**31, 2**32 - 1))
            check = zlib.crc32(kind + body)
            out.append(struct.pack(">I", length) + kind + body + struct.pack(">I", check))
        return b"".join(out), self.payload

    def xml(self) -> tuple[bytes, bytes]:
        return self._words(self.data, XML_WORDS), self.payload

    def _words(self, data: bytes, words: tuple[bytes, ...]) -> bytes:
        """Some tags or their parts replaced, others put in between."""
        pick = self.random
        places = [found.span() for found in re.finditer(rb'<|>|"[^"]*"|\w+', data[:200_000])]
        for start, end in sorted(pick.sample(places, min(3, len(places))), reverse=True):
            data = data[:start] + pick.choice(words) + data[pick.choice((start, end)) :]
        return data

    def tokens(self) -> tuple[bytes, bytes]:
        """A PDF with other names, numbers and references, where it matters most."""
        data, pick = self.data, self.random
        outside = re.finditer(rb"/[A-Za-z0-9]+|\d+ \d+ R|(?<=[ \[])\d+(?=[ \]\n/])", data)
        places = [found.span() for found in outside]
        last = places[-400:] + places[:50]
        for start, end in sorted(pick.sample(last, pick.randint(1, 4)), reverse=True):
            data = (
                data[:start]
                + pick.choice((*PDF_WORDS, data[slice(*pick.choice(last))]))
                + data[end:]
            )
        return data, self.payload

    def parts(self) -> tuple[bytes, bytes]:
        """A workbook with a part damaged, in an archive that is whole."""
        pick, out = self.random, io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(out, "w") as new:
            names = old.namelist()
            hit = set(pick.sample(names, pick.randint(1, 3))) | {pick.choice(SEEN)}
            for name in names:
                part = old.read(name)
                if name in hit and pick.random() < 0.9:
                    part = (
                        self._words(part, XML_WORDS) if pick.random() < 0.7 else self._bytes(part)
                    )
                if name not in hit or pick.random() < 0.95:
                    packing = pick.choice((8, 8, 8, 0, 12, 14))
                    new.writestr(name, part, compress_type=packing)
        return out.getvalue(), self.payload

    def directory(self) -> tuple[bytes, bytes]:
        """A workbook whose archive lies about sizes, places and packings."""
        data, pick = bytearray(self.data), self.random
        marks = [m.start() for m in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", self.data)]
        for _ in range(pick.randint(1, 4)):
            at = pick.choice(marks) + pick.randint(4, 40)
            data[at : at + 2] = pick.choice((b"\0\0", b"\xff\xff", b"\x08\0", b"\x63\0", b"\x01\0"))
        return bytes(data[: len(self.data)]), self.payload


SEEN = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels")


def opened(path: Path) -> bool:
    """Whether it opens; it is refused in one line otherwise."""
    try:
        found_in(path)
    except ScenarioError as error:
        check_line(str(error))
        return False
    return True


def verified(path: Path) -> bool:
    """Whether it is found identical; it is said why not in one line otherwise."""
    from gui.report.verify import verify

    try:
        found = verify(path, lambda _: True)
    except ScenarioError as error:
        check_line(str(error))
        return False
    except Cancelled:
        return False
    check_line(found.words)
    return found.identical


def check_line(line: str) -> None:
    assert line.isprintable(), line
    assert 0 < len(line) < LONGEST_LINE, line


def peak() -> int:
    """The most memory that this process has had, in kB; of Linux only."""
    (line,) = re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(line)


def run(kind: str, sample: Path, count: int, seed: int, folder: Path) -> Iterator[str]:
    """Try `count` mutants, and say how that went."""
    mutants, path = Mutants(sample, seed), folder / f"mutant{sample.suffix}"
    seen = {"opened": 0, "refused": 0, "verified": 0}
    slowest, most = 0.0, 0.0
    for number in range(count):
        mutants.write(path)
        Path("/proc/self/clear_refs").write_text("5")  # forget the peak of what made it
        base, began = peak(), time.process_time()
        try:
            done = opened(path)
            slowest = max(slowest, time.process_time() - began)
            most = max(most, (peak() - base) / 1024)
            seen["opened" if done else "refused"] += 1
            if done and number % VERIFIED == 0:
                seen["verified"] += 1
                verified(path)
        except BaseException:
            kept = Path(tempfile.gettempdir()) / f"mutant-{seed}-{number}{sample.suffix}"
            kept.write_bytes(path.read_bytes())
            if mutants.beside:
                sidecar(kept).write_bytes(sidecar(path).read_bytes())
            print(f"kept as {kept}", file=sys.stderr)
            raise
    yield f"{kind}: {seen}, slowest {slowest * 1e3:.0f} ms of processor, {most:.0f} MB more at most"


def main(count: int, seed: int, kinds: tuple[str, ...]) -> None:
    from gui.system.application import make_application

    make_application("en")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = samples(folder / "report")
        for kind in kinds:
            for line in run(kind, found[kind], count, seed, folder):
                print(line, flush=True)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    number = int(arguments[0]) if arguments else 10_000
    main(number, int(arguments[1]) if arguments[1:] else 1, tuple(arguments[2:]) or KINDS)
