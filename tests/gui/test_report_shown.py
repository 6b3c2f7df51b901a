"""What a reader shows beyond what a report's file draws: no such file is identical."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui.report import carried, svg_file
from gui.report.carried import KEY
from gui.report.command import verify as command
from gui.report.verify import verify
from tests.gui.reports import example, with_payload, write

CHANGED = "not identical: the picture was changed; the numbers are the same"


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
