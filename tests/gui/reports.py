"""What the tests of reports share: one report in every format, and files with one thing changed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from PySide6.QtGui import QFontDatabase

from engine import Document, Scenario
from engine.analysis.footing import Footing
from gui.document import templates
from gui.report import carried, pdf_file, png_file, svg_file
from gui.report.compare import Comparison
from gui.report.content import Order, gather
from gui.report.options import FORMATS, Options
from gui.report.write import ReportWriter
from gui.system.application import make_application
from gui.widgets.palette import FONT_FAMILY

DAY = "2026-11-01"  # on which reports of tests are written: midnight passes between two of them

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
    scenario = templates.example(shipped).scenario
    return scenario.having(**changes) if changes else scenario


def write(
    folder: Path,
    scenarios: Sequence[Scenario],
    formats: Sequence[str] = FORMATS,
    baseline: Scenario | None = None,
    draws: int | None = None,
    **options: object,
) -> list[Path]:
    """The report of each scenario, and of all together where they are several.

    Pictures are at scale 1 unless asked otherwise: at 2 they cost half of a report's time.
    """
    if FONT_FAMILY not in QFontDatabase.families():
        make_application()  # a fixture of a module comes before those that dress it
    writer = ReportWriter(folder, Options(formats=tuple(formats), **{"scale": 1} | options))
    try:
        contents = [gather(Order(Document(s), baseline, draws, written=DAY)) for s in scenarios]
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


YEAR = [f"2025-{number:02d}" for number in range(1, 13)]


class Run(SimpleNamespace):
    """A year from January 2025 on; each series a number for every month, or one line."""

    def __init__(self, name: str = "Plan", **series: object) -> None:
        super().__init__(
            scenario=Scenario(name=name).having(horizon_months=12, as_of=4),
            months=tuple(YEAR),
            _series=series,
        )

    def __getitem__(self, key: str) -> np.ndarray:
        return np.broadcast_to(np.asarray(self._series.get(key, 0.0), float), 12)


def plan(**series: object) -> Run:
    """What March is at: 30 of 40 EFLOP/s served, 7 bn of 15 bn signed for."""
    usual = {
        "capacity_eflops": np.arange(12) + 1230.0,
        "demand_eflops": np.where(np.arange(12) == 2, 1600.0, 0.0),
        "served_eflops": 1200.0,
        "facility_power_gw": 1.25,
        "power_limit_gw": 2.5,
        "chips_alive_tpu": 1_000_000.0,
        "chips_alive_trainium": 200_000.0,
        "chips_alive_gpu": 30_000.0,
        "commitment_bn": [1.0, 2.0, 4.0, 8.0] + [0.0] * 8,
        "economic_cost_bn": 3.5,
        "cash_cost_bn": 3.25,
        "usd_per_pflop_hour": 2.125,
        "usd_per_million_tokens": 0.1255,
        "unserved_revenue_bn": 0.0625,
    }
    return Run(**(usual | series))


def content(run: Run, month: str = "2025-03", compared: Run | None = None, **more: object):
    order = Order(Document(run.scenario), month=month, written="2026-01-02")
    return SimpleNamespace(
        order=order,
        scenario=run.scenario,
        result=run,
        compared=compared,
        outlook=None,
        footing=lambda most: Footing((), 0, 0, 0),
        **({"tables": {}, "chapters": ()} | more),
    )


__all__ = [
    *("NASTY", "YEAR", "Run", "content", "example", "plan", "with_part", "with_payload", "write")
]
