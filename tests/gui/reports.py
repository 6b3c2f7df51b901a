"""What the tests of reports share: one report in every format, and files with one thing changed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from engine import Document, Scenario
from gui import documents
from gui.app import make_application
from gui.report import carried, pdf_file, png_file, svg_file
from gui.report.compare import Comparison
from gui.report.content import Order, gather
from gui.report.options import FORMATS, Options
from gui.report.write import ReportWriter
from gui.translate import spoken_language

NASTY = (
    "=cmd|' /C calc'!A0",
    "../../x",
    "n" * 10_000,
    "🚀🧮 emoji",
    "שלום ‮ עולם\u202e back",
    "a\x7fb\x00c\ufffe\r\n<b>&amp;</b> _x0041_ {DESCRIPTION} TITLE",
    "",
)


def example(shipped: str = "power_starved", /, **changes: object) -> Scenario:
    scenario = documents.example(shipped).scenario
    return scenario.having(**changes) if changes else scenario


def write(
    folder: Path,
    scenarios: Sequence[Scenario],
    formats: Sequence[str] = FORMATS,
    baseline: Scenario | None = None,
    draws: int | None = None,
    **options: object,
) -> list[Path]:
    """The report of each scenario, and of all together where they are several."""
    make_application(spoken_language())  # dressed: a fixture of a module comes before others
    writer = ReportWriter(folder, Options(formats=tuple(formats), **options))
    try:
        contents = [gather(Order(Document(s), baseline, draws)) for s in scenarios]
        steps = []
        for number, content in enumerate(contents):
            steps += writer.report(content, f"r{number}")
        if len(contents) > 1:
            steps += writer.comparison(Comparison(tuple(contents)), "comparison")
    finally:
        writer.close()
    return [path for path in steps if path is not None]


def with_payload(path: Path, change: Callable[[dict], None], *, sealed: bool = True) -> None:
    """Change what the file carries; `sealed` as one who knows how would."""
    content = json.loads(carried._text_in(path) or carried.sidecar(path).read_bytes())
    change(content)
    if sealed:
        content[carried.KEY]["seal"] = carried.seal(content)
    text, data = json.dumps(content), path.read_bytes()
    if data.startswith(b"\x89PNG"):
        start = data.index(b"iTXt") - 4
        plain = data[:start] + data[data.rindex(b"IEND") - 4 :]
        path.write_bytes(png_file.with_carried(plain, text))
    elif data.startswith(b"%PDF"):
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter()
        for page in PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)
        out = io.BytesIO()
        writer.write(out)
        path.write_bytes(pdf_file.with_carried(out.getvalue(), text))
    elif b"<svg" in data[:300]:
        path.write_bytes(svg_file.with_carried(svg_file.body(data), text))
    else:
        carried.sidecar(path).write_text(text)


def with_part(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = change(parts[part].decode())
    assert changed != parts[part].decode()
    parts[part] = changed.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


__all__ = ["NASTY", "example", "with_part", "with_payload", "write"]
