"""One window for each user and screen: a second start hands its file to the first, and ends.

A local socket (a named pipe on Windows) is no network: it has no address, it ends at this
machine. It stands in a folder that is this user's alone, and each end looks who the other is.
What comes through it is data of somebody else's: bounded in length, number and time.
"""

from __future__ import annotations

import ctypes
import getpass
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from gui.system.paths import data_folder, runtime_folder

PATIENCE = 5000  # milliseconds until the first window counts as hanging
LONGEST_MESSAGE = 64_000  # bytes; a path is shorter
LONGEST_SOCKET = 100  # bytes of a socket's path: systems take 104 or 108
MOST_CONNECTIONS = 16  # at a time; each start makes one
MOST_BESIDE = 12  # files to compare
TAKEN = b"taken\n"

# of Linux: asm-generic/socket.h and struct ucred
SOL_SOCKET, SO_PEERCRED, UCRED = 1, 17, ctypes.c_uint32 * 3


def server_name() -> str:
    """The socket's path. Another user, data folder or screen has another."""
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    key = f"{user}\n{data_folder('')}\n{screen()}"
    name = f"headroom-{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:16]}"
    folder = None if sys.platform == "win32" else runtime_folder()
    return name if folder is None else str(folder / name)


def screen() -> str:
    """What tells one screen of a user from another: a window on the one can't be seen on the
    other. Where there is none to name, the session does; Windows and macOS have one each."""
    kind = QGuiApplication.platformName() if QGuiApplication.instance() is not None else ""
    if kind.startswith("wayland"):
        return f"wayland {os.environ.get('WAYLAND_DISPLAY', 'wayland-0')}"
    if kind == "xcb":
        host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
        return f"x11 {host}{colon}{number.partition('.')[0]}"  # one server, whichever its monitor
    return f"session {os.environ.get('XDG_SESSION_ID', os.environ.get('SESSIONNAME', ''))}"


def _can_listen(name: str) -> bool:
    """Whether the socket's place is ours alone, and short enough."""
    if sys.platform == "win32":
        return True
    return os.path.isabs(name) and len(os.fsencode(name)) <= LONGEST_SOCKET


def is_ours(descriptor: int) -> bool:
    """Whether the program at the other end of a socket is this user's."""
    if sys.platform == "win32":  # the pipe itself lets only this user in
        return True
    library = ctypes.CDLL(None)
    if sys.platform == "linux":
        found, size = UCRED(), ctypes.c_uint32(ctypes.sizeof(UCRED))
        failed = library.getsockopt(
            descriptor, SOL_SOCKET, SO_PEERCRED, ctypes.byref(found), ctypes.byref(size)
        )
        return not failed and found[1] == os.getuid()
    user, group = ctypes.c_uint32(), ctypes.c_uint32()
    failed = library.getpeereid(descriptor, ctypes.byref(user), ctypes.byref(group))
    return not failed and user.value == os.getuid()


def hand_over(path: Path | None, patience: int = PATIENCE, beside: Sequence[Path] = ()) -> bool:
    """Ask the first window to open `path`, or only to come to the front; whether one took it.

    Those `beside` are to be compared.

    It has so many milliseconds for all of it. One that hangs, or takes its time over an answer,
    does not keep the second from opening a window of its own.
    """
    name = server_name()
    if not _can_listen(name):
        return False
    until = monotonic() + patience / 1e3

    def left() -> int:
        return max(0, round((until - monotonic()) * 1e3))

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience) or not is_ours(socket.socketDescriptor()):
        socket.abort()
        return False
    message = {
        "open": str(path.absolute()) if path else "",
        "beside": [str(other.absolute()) for other in beside],
    }
    socket.write(json.dumps(message).encode() + b"\n")
    answer = b""
    while TAKEN not in answer and len(answer) < LONGEST_MESSAGE and left():
        if not socket.waitForReadyRead(left()):
            break
        answer += bytes(socket.readAll().data())
    socket.abort()
    return TAKEN in answer


class FirstWindow(QObject):
    """Listens for later starts."""

    asked = Signal(str)  # a path, or nothing but to come to the front
    beside_asked = Signal(object)  # a list of paths that are to be compared

    def __init__(self, parent: QObject | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        self._open: set[QLocalSocket] = set()

    def listen(self) -> bool:
        """Be the first. The socket that a program which has crashed left is cleared away."""
        name = server_name()
        if not _can_listen(name):
            return False
        probe = QLocalSocket()  # asked first: Qt takes a socket's name even from one that listens
        probe.connectToServer(name)
        if probe.waitForConnected(self._patience):  # started at the same moment, and was faster
            probe.abort()
            return False
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(LONGEST_MESSAGE)
            socket.disconnected.connect(self._forget)
            if len(self._open) >= MOST_CONNECTIONS or not is_ours(socket.socketDescriptor()):
                socket.abort()
                socket.deleteLater()
                continue
            self._open.add(socket)
            socket.readyRead.connect(self._read)
            late = QTimer(socket, singleShot=True, interval=self._patience)
            late.timeout.connect(self._send_away)
            late.start()
            if socket.bytesAvailable():
                self._take(socket)

    @Slot()
    def _send_away(self) -> None:
        """Who connects and says nothing whole in time."""
        late = self.sender()
        socket = late.parent() if late is not None else None
        if isinstance(socket, QLocalSocket):
            socket.abort()

    @Slot()
    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._open.discard(socket)
            socket.deleteLater()

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        """One message of a connection; what else it says is not read."""
        if socket not in self._open:
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST_MESSAGE:
                socket.abort()
            return
        line = bytes(socket.readLine(LONGEST_MESSAGE).data())
        wanted, beside = _wanted(line), _beside(line)
        self._open.discard(socket)
        if wanted is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(wanted)
        if beside:
            self.beside_asked.emit(beside)


def _beside(line: bytes) -> list[Path]:
    """The whole paths that a message asks to compare; none where one is no path."""
    try:
        wanted = json.loads(line).get("beside", [])
    except (ValueError, AttributeError, RecursionError):
        return []
    if not isinstance(wanted, list) or len(wanted) > MOST_BESIDE:
        return []
    if not all(isinstance(path, str) and os.path.isabs(path) for path in wanted):
        return []
    return [Path(path) for path in wanted]


def _wanted(line: bytes) -> str | None:
    """The whole path that a message asks for, or nothing; None where it is no message."""
    try:
        wanted = json.loads(line)["open"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(wanted, str) or (wanted and not os.path.isabs(wanted)):
        return None
    return wanted
