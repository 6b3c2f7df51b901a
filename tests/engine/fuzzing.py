"""Scenario files that no program wrote: bytes and structures that are nearly right.

`python tests/engine/fuzzing.py 10000` tries ten thousand of new ones and prints the slowest and
the memory; the tests try a few hundred, the same in every run.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engine.document import Document
from engine.files import parse, text_of
from engine.problems import ScenarioError
from engine.scenario import Scenario

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
            act = draw(st.sampled_from(["replace", "remove", "add", "deepen"]))
            if act == "replace":
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


def main(count: int) -> None:
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seen = {"opened": 0, "refused": 0}
    slowest = 0.0

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(files_nearly_right)
    def run(data: bytes) -> None:
        nonlocal slowest
        began = time.perf_counter()
        seen["opened" if check(data) else "refused"] += 1
        slowest = max(slowest, time.perf_counter() - began)

    run()
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024
    print(f"{seen}, slowest {slowest * 1e3:.0f} ms, {memory:.0f} MB more than at the start")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
