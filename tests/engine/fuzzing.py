"""Scenario files that no program wrote: bytes and structures that are nearly right.

`python tests/engine/fuzzing.py 10000` tries ten thousand of new ones and prints the slowest and
the memory; the tests try a few hundred, the same in every run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).parents[2]))

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engine.files.document import Document
from engine.files.scenario_files import LARGEST_FILE, parse, text_of
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

SAMPLES = [
    path.read_bytes() for path in sorted((Path(__file__).parent / "files").glob("*.headroom"))
]
SAMPLES.append(text_of(Document(Scenario())).encode())

letters = st.text(max_size=8) | st.sampled_from(["", "\ud83d", "\u202e", "\x00", "tpu", "all"])
numbers = (
    st.integers()
    | st.floats()
    | st.sampled_from([0, -1, 1e308, 5e-324, 10**400, -0.0, float("nan"), float("inf")])
)
values = st.recursive(
    st.none() | st.booleans() | numbers | letters,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(letters, inner, max_size=4),
    max_leaves=12,
)


def places(content: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside, containers included."""
    found = [here] if here else []
    if isinstance(content, dict):
        pairs = list(content.items())
    else:
        pairs = list(enumerate(content)) if isinstance(content, list) else []
    for key, part in pairs:
        found += places(part, (*here, key))
    return found


PLACES = [places(json.loads(sample)) for sample in SAMPLES]


@st.composite
def structures(draw: st.DrawFn) -> bytes:
    """A good file with some values replaced, removed, added or moved."""
    which = draw(st.integers(0, len(SAMPLES) - 1))
    content = json.loads(SAMPLES[which])
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from(PLACES[which]))
        parent = content
        for step in way:
            try:
                parent = parent[step]
            except (KeyError, IndexError, TypeError):
                break
        try:
            act = draw(st.sampled_from(["nudge", "nudge", "add", "replace", "remove", "deepen"]))
            if act == "nudge" and type(parent[last]) is float:
                parent[last] = parent[last] * draw(st.floats(0.9, 1.1))
            elif act == "replace":
                parent[last] = draw(values)
            elif act == "remove":
                del parent[last]
            elif act == "add" and isinstance(parent, dict):
                parent[draw(letters)] = draw(values)
            elif act == "deepen":
                parent[last] = {draw(letters): parent[last]}
        except (KeyError, IndexError, TypeError):
            continue
    try:
        return json.dumps(content, ensure_ascii=draw(st.booleans())).encode(errors="surrogatepass")
    except ValueError:  # a whole number of more digits than Python writes
        return b"{}"


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The bytes of a good file, cut, overwritten, doubled."""
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        data[at : at + length] = draw(
            st.binary(max_size=20)
            | st.sampled_from([b"", b"[" * 5000, b'{"a":' * 3000, b"9" * 999])
        )
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


files_nearly_right = structures() | damaged() | st.binary(max_size=400)


def check(data: bytes) -> bool:
    """Whether it opens. It is refused in one line otherwise; what opens is saved and opens."""
    try:
        document = parse(data)
    except ScenarioError as error:
        line = str(error)
        assert line.isprintable()
        assert 0 < len(line) < 2000
        return False
    for notice in document.notices:
        assert notice.isprintable()
    again = parse(text_of(document).encode())
    assert again.scenario == document.scenario
    assert again.unknown == document.unknown
    assert text_of(again) == text_of(document)
    return True


HEAVY = {
    "lists": (b"[", b"[],", b"[]]"),
    "objects": (b"[", b'{"":0},', b"0]"),
    "twins": (b"{", b'"a":0,', b'"a":0}'),
    "numbers": (b"[", b"1.5,", b"0]"),
    "letters": (b'"', b"\\ud83d", b'"'),
}


def heavy(kind: str, size: int) -> bytes:
    """A good file with an unknown key of `size` bytes that ask for much memory each."""
    start, middle, end = HEAVY[kind]
    text = text_of(Document(Scenario())).rstrip().removesuffix("}").rstrip().encode()
    return text + b',\n  "x": ' + start + middle * (size // len(middle)) + end + b"\n}\n"


def collect(count: int) -> Iterator[bytes]:
    """`count` inputs that were never tried before, and the heaviest files that are read."""
    found: list[bytes] = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(files_nearly_right)
    def run(data: bytes) -> None:
        found.append(data)

    run()
    yield from found
    for kind in HEAVY:
        yield heavy(kind, LARGEST_FILE - 50_000)


def peak() -> int:
    """The most memory that this process has had, in kB; of Linux only."""
    (line,) = re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(line)


def measure(stream: BinaryIO) -> None:
    """Check every input of the stream, in a process that has not made them."""
    seen = {"opened": 0, "refused": 0}
    slowest = 0.0
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak of what started us
    base = peak()
    while size := stream.read(8):
        data = stream.read(int.from_bytes(size, "big"))
        began = time.process_time()
        with suppress(ScenarioError):
            parse(data)
        slowest = max(slowest, time.process_time() - began)
        memory = (peak() - base) / 1024
        if len(data) < LARGEST_FILE // 2:  # saving and reading again would count twice
            seen["opened" if check(data) else "refused"] += 1
    print(f"{seen}, slowest {slowest * 1e3:.0f} ms of processor, {memory:.0f} MB more at most")


def main(count: int) -> None:
    with tempfile.TemporaryFile() as stream:
        for data in collect(count):
            stream.write(len(data).to_bytes(8, "big") + data)
        stream.seek(0)
        subprocess.run([sys.executable, __file__, "-"], stdin=stream, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["-"]:
        measure(sys.stdin.buffer)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
