"""A second start finds the first of the same user and screen, trusts nobody else, and never waits
for long; whatever comes through the socket does no harm."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from gui.system import paths, single_instance
from gui.system.single_instance import FirstWindow, hand_over, is_ours, server_name

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="no SIGKILL on Windows: these sockets are of Linux"
)


@pytest.fixture
def first(window, qtbot):
    found = FirstWindow()
    found.asked.connect(window.file.open_from_outside)
    assert found.listen()
    yield found
    found.close()
    found.deleteLater()


class Talk(threading.Thread):
    """Another program that says something to the socket and listens for an answer."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__(daemon=True)
        self.path, self.pieces, self.answer = server_name(), pieces, b""
        self.start()

    def run(self) -> None:
        with socket.socket(socket.AF_UNIX) as end:
            end.settimeout(20)
            self._connect(end)
            try:
                for piece in self.pieces:
                    end.sendall(piece)
                while got := end.recv(100):
                    self.answer += got
            except (ConnectionError, TimeoutError):
                pass

    def _connect(self, end: socket.socket) -> None:
        """Again while the line of those who wait is full, as Qt does it."""
        for _ in range(200):
            try:
                return end.connect(self.path)
            except BlockingIOError:
                time.sleep(0.05)
        return end.connect(self.path)


def said_to(qtbot, *pieces: bytes) -> bytes:
    talk = Talk(*pieces)
    qtbot.waitUntil(lambda: not talk.is_alive(), timeout=30_000)
    return talk.answer


def wanting(path: object) -> bytes:
    return json.dumps({"open": path}).encode() + b"\n"


# Which first window it is


def names(monkeypatch, kind, **environment):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: kind)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_ID"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return server_name()


def test_that_another_screen_of_the_same_user_has_another_socket(monkeypatch):
    one = names(monkeypatch, "xcb", DISPLAY=":92")
    assert names(monkeypatch, "xcb", DISPLAY=":92.0") == one
    assert names(monkeypatch, "xcb", DISPLAY=":92", XDG_SESSION_ID="7") == one
    others = [
        names(monkeypatch, "xcb", DISPLAY=":192"),
        names(monkeypatch, "xcb", DISPLAY="far:92"),
        names(monkeypatch, "wayland", WAYLAND_DISPLAY="wayland-0", DISPLAY=":92"),
        names(monkeypatch, "wayland", WAYLAND_DISPLAY="wayland-1", DISPLAY=":92"),
        names(monkeypatch, "linuxfb", XDG_SESSION_ID="1"),
        names(monkeypatch, "linuxfb", XDG_SESSION_ID="2"),
    ]
    assert len({one, *others}) == 7


def test_that_the_socket_stands_in_the_user_s_own_runtime_folder(first):
    path = Path(server_name())
    assert path.parent == Path(os.environ["XDG_RUNTIME_DIR"])
    assert stat.S_ISSOCK(path.stat().st_mode)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_that_a_runtime_folder_that_others_may_use_is_not_used(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    shared, link = tmp_path / "shared", tmp_path / "link"
    shared.mkdir()
    shared.chmod(0o755)
    link.symlink_to(os.environ["XDG_RUNTIME_DIR"])
    own = tmp_path / f"headroom-{os.getuid()}"
    for given in (str(shared), str(link), "", "relative", "/no/such/folder\0"):
        if "\0" not in given:
            monkeypatch.setenv("XDG_RUNTIME_DIR", given)
        assert paths.runtime_folder() == own
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    own.chmod(0o777)  # somebody made it so before us
    assert paths.runtime_folder() == paths.data_folder("run")
    monkeypatch.setattr(os, "getuid", lambda: 12345)  # and all that is here is another's
    assert paths.runtime_folder() is None
    assert not hand_over(None)
    assert not FirstWindow().listen()


def test_that_a_path_too_long_for_a_socket_is_no_fault(monkeypatch, tmp_path):
    long = tmp_path / ("x" * 120)
    long.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert not hand_over(None)
    assert not FirstWindow().listen()


# Who is at the other end


def test_that_only_this_user_s_programs_are_trusted(monkeypatch):
    here, there = socket.socketpair()
    with here, there:
        assert is_ours(here.fileno())
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        assert not is_ours(here.fileno())
    assert not is_ours(-1)


@pytest.mark.parametrize(("user", "failed", "ours"), [(0, 0, True), (1, 0, False), (0, -1, False)])
def test_that_on_a_mac_the_system_is_asked_who_is_at_the_other_end(monkeypatch, user, failed, ours):
    asked = []

    class Library:
        def getpeereid(self, descriptor, its_user, its_group):
            asked.append(descriptor)
            its_user._obj.value = os.getuid() + user
            its_group._obj.value = os.getuid() + 1 - user
            return failed

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(single_instance.ctypes, "CDLL", lambda _: Library())
    assert is_ours(7) == ours
    assert asked == [7]


def serve(answer):
    """A program that has the first window's socket, and does what it likes."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(server_name())
    server.listen()
    got = []

    def run():
        with server, server.accept()[0] as end:
            answer(end, got)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, got


def test_that_a_file_is_not_handed_to_another_user_s_program(monkeypatch, tmp_path):
    def take(end, got):
        got.append(end.recv(1000))

    thread, got = serve(take)
    monkeypatch.setattr(single_instance, "is_ours", lambda _: False)
    assert not hand_over(tmp_path / "plan.headroom")
    thread.join(20)
    assert got == [b""]  # closed, and nothing was said


def test_that_another_user_s_program_is_not_listened_to(first, qtbot, monkeypatch):
    asked = []
    first.asked.connect(asked.append)
    monkeypatch.setattr(single_instance, "is_ours", lambda _: False)
    assert said_to(qtbot, wanting("")) == b""
    assert asked == []


def test_that_a_first_window_that_answers_a_letter_at_a_time_is_not_waited_for():
    over = threading.Event()

    def drip(end, got):
        while not over.wait(0.02):
            try:
                end.sendall(b"t")
            except OSError:
                return

    thread, _ = serve(drip)
    assert not hand_over(None, patience=300)
    thread.join(20)  # it was hung up on
    assert not thread.is_alive()
    over.set()


def test_that_one_that_says_nothing_is_not_waited_for():
    over = threading.Event()
    thread, _ = serve(lambda end, got: over.wait(60))
    assert not hand_over(None, patience=200)
    over.set()
    thread.join(20)


# What comes through it


def test_that_whatever_comes_through_the_socket_does_no_harm(window, first, qtbot, tmp_path):
    os.mkfifo(tmp_path / "pipe.headroom")
    before = window.session.scenario
    for line in (
        os.urandom(1000).replace(b"\n", b"") + b"\n",
        b'{"open":"' + b"a" * 200_000 + b'"}\n',
        b"[" * 60_000 + b"\n",
        wanting({"a": 1}),
        wanting(["/a"]),
        wanting(None),
        wanting(7),
        wanting("not/from/here.headroom"),
        b"[1]\n",
        b"null\n",
        b"\n",
    ):
        assert said_to(qtbot, line) == b"", line[:40]
        assert window.messages.text == ""
    assert said_to(qtbot, b"a" * 5_000_000) == b""  # with no end
    for path, says in (
        ("/tmp/a\0b", "not a path"),
        ("/" + "a" * 50_000, "File name too long"),
        ("/", "is a folder"),
        ("/\udcff\ud800x", "cannot be read"),
        (str(tmp_path / "pipe.headroom"), "is not a plain file"),
    ):
        assert said_to(qtbot, wanting(path)) == b"taken\n"
        assert says in window.messages.text
        assert "\n" not in window.messages.text
        window.messages.hide()
    assert window.session.scenario is before


def test_that_of_many_lines_only_the_first_is_taken(window, first, qtbot):
    asked = []
    first.asked.connect(asked.append)
    assert said_to(qtbot, wanting("") * 5000) == b"taken\n"
    assert asked == [""]


def test_that_thousands_of_connections_leave_room_for_the_next_start(window, first, qtbot):
    ends = []

    def flood():
        for _ in range(600):
            end = socket.socket(socket.AF_UNIX)
            end.settimeout(10)
            try:
                end.connect(server_name())
            except OSError:
                end.close()
                continue
            ends.append(end)

    thread = threading.Thread(target=flood, daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=60_000)
    qtbot.waitUntil(lambda: not first._server.hasPendingConnections())
    assert len(first._open) <= single_instance.MOST_CONNECTIONS
    for end in ends:
        end.close()
    qtbot.waitUntil(lambda: first._open == set())
    assert said_to(qtbot, wanting("")) == b"taken\n"


def test_that_who_connects_and_says_nothing_is_sent_away(window, qtbot):
    found = FirstWindow(patience=50)
    assert found.listen()
    assert said_to(qtbot) == b""
    assert found._open == set()
    found.close()
    found.deleteLater()
