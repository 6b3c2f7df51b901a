"""What is said between two starts, letter by letter, and under which name the first listens."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from gui.system import single_instance
from gui.system.single_instance import FirstWindow, hand_over, screen, server_name

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="no SIGKILL on Windows: these sockets are of Linux"
)


@pytest.mark.parametrize(
    ("kind", "environment", "told"),
    [
        ("xcb", {"DISPLAY": ":92"}, "x11 :92"),
        ("xcb", {"DISPLAY": "far:92.1"}, "x11 far:92"),
        ("xcb", {}, "x11 "),
        ("wayland", {}, "wayland wayland-0"),
        ("wayland-egl", {"WAYLAND_DISPLAY": "wayland-7"}, "wayland wayland-7"),
        ("offscreen", {"XDG_SESSION_ID": "7", "SESSIONNAME": "Console"}, "session 7"),
        ("offscreen", {"SESSIONNAME": "Console"}, "session Console"),
        ("offscreen", {"DISPLAY": ":92"}, "session "),
    ],
)
def test_that_a_screen_is_told_by_what_its_system_calls_it(
    qapp, monkeypatch, kind, environment, told
):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: kind)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_ID", "SESSIONNAME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screen() == told


def test_that_a_name_has_sixteen_digits_and_is_another_for_another_user(qapp, monkeypatch):
    name = Path(server_name()).name
    assert name.startswith("headroom-")
    assert len(name.removeprefix("headroom-")) == 16
    monkeypatch.setattr("getpass.getuser", lambda: "somebody else")
    other = server_name()
    assert Path(other).name != name

    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert Path(server_name()).name not in (name, Path(other).name)


def test_that_a_socket_s_path_has_a_hundred_bytes_at_most_and_is_whole():
    can = single_instance._can_listen
    assert can("/" + "a" * 99)
    assert not can("/" + "a" * 100)
    assert not can("/" + "é" * 50)  # two bytes each
    assert not can("a" * 20)


def line(**said: object) -> bytes:
    return json.dumps(said).encode()


def test_that_only_a_whole_path_or_nothing_is_asked_for():
    wanted = single_instance._wanted
    assert wanted(line(open="/a/b.headroom")) == "/a/b.headroom"
    assert wanted(line(open="")) == ""
    for said in (line(open="b.headroom"), line(open=7), line(other=""), b"[1]", b"{", b"null"):
        assert wanted(said) is None


def test_that_twelve_whole_paths_can_be_compared_and_no_more():
    beside = single_instance._beside
    paths = [f"/plans/{number}" for number in range(13)]
    assert beside(line(beside=paths[:12])) == [Path(path) for path in paths[:12]]
    assert beside(line(beside=paths[:1])) == [Path("/plans/0")]
    for wanted in (paths, ["/a", "b"], ["/a", 7], "/a", {"/a": 1}, None):
        assert beside(line(beside=wanted)) == []
    for said in (line(open="/a"), b"[1]", b"{", b"null"):
        assert beside(said) == []


LISTENING = """
import socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.bind(sys.argv[1])
    server.listen()
    print("ready", flush=True)
    end, _ = server.accept()
    heard = b""
    while not heard.endswith(b"\\n"):
        heard += end.recv(1000)
    try:
        end.sendall(sys.argv[2].encode() + b"\\n")
        end.recv(1)
    except OSError:
        pass
    sys.stdout.buffer.write(heard)
"""


@pytest.fixture
def listening(qapp):
    """Another program that has the first window's socket; when it is asked, what it heard."""
    programs = []

    def begin(answer: str):
        command = [sys.executable, "-I", "-S", "-c", LISTENING, server_name(), answer]
        programs.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert programs[-1].stdout.readline() == "ready\n"
        return lambda: programs[-1].communicate(timeout=20)[0]

    yield begin
    for program in programs:
        program.kill()
        program.communicate()


def test_that_a_start_says_what_it_wants_in_one_line_of_whole_paths(
    listening, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    heard = listening("taken")
    assert hand_over(Path("a.headroom"), beside=[Path("b.headroom"), Path("/c.headroom")])
    lines = heard().splitlines()
    assert [json.loads(said) for said in lines] == [
        {
            "open": str(tmp_path / "a.headroom"),
            "beside": [str(tmp_path / "b.headroom"), "/c.headroom"],
        }
    ]


def test_that_a_start_without_a_file_asks_for_none(listening):
    heard = listening("taken")
    assert hand_over(None)
    assert json.loads(heard()) == {"open": "", "beside": []}


def test_that_another_answer_is_none_however_long(listening):
    listening("no" * 40_000)
    assert not hand_over(None)


def test_that_without_a_first_window_nothing_is_handed_over(qapp):
    assert not hand_over(None)


@pytest.fixture
def first(qapp):
    found = FirstWindow()
    assert found.listen()
    yield found
    found.close()
    found.deleteLater()


def said_to(qtbot, said: bytes) -> bytes:
    answers: list[bytes] = []

    def talk() -> None:
        with socket.socket(socket.AF_UNIX) as end:
            end.settimeout(20)
            end.connect(server_name())
            end.sendall(said)
            heard = b""
            try:
                while got := end.recv(100):
                    heard += got
            except ConnectionError:
                pass
            answers.append(heard)

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    return answers[0]


def test_that_what_is_asked_for_is_told_and_what_is_to_be_compared_after_it(first, qtbot):
    told = []
    first.asked.connect(told.append)
    first.beside_asked.connect(told.append)
    assert said_to(qtbot, line(open="/a", beside=["/b", "/c"]) + b"\n") == b"taken\n"
    assert told == ["/a", [Path("/b"), Path("/c")]]
    told.clear()
    assert said_to(qtbot, line(open="", beside=[]) + b"\n") == b"taken\n"
    assert told == [""]
    qtbot.waitUntil(lambda: first._open == set())


def test_that_there_is_one_first_window_and_the_next_can_be_it_when_it_has_gone(first, qtbot):
    assert stat.S_IMODE(os.stat(server_name()).st_mode) & 0o077 == 0
    second = FirstWindow(patience=1000)
    assert not second.listen()
    told = []
    first.asked.connect(told.append)
    assert said_to(qtbot, line(open="/a") + b"\n") == b"taken\n"
    assert told == ["/a"]  # it is still the one that hears
    first.close()
    assert second.listen()
    second.close()


def test_that_the_socket_of_a_program_that_crashed_is_cleared_away(qapp):
    left = socket.socket(socket.AF_UNIX)
    left.bind(server_name())
    left.close()
    assert Path(server_name()).exists()
    found = FirstWindow(patience=200)
    assert found.listen()
    found.close()
