"""One window for each user: a second start hands its file to the first, and ends.

A local socket (a named pipe on Windows) is no network: it has no address, it ends at this
machine, and with UserAccessOption only this user's programs can open it.
"""

from __future__ import annotations

import getpass
import hashlib
import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from gui.places import data_folder

PATIENCE = 5000  # milliseconds until the first window counts as hanging
LONGEST_MESSAGE = 64_000  # bytes; a path is shorter
TAKEN = b"taken\n"


def server_name() -> str:
    """Another user, or another data folder, has another name."""
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    key = f"{user}\n{data_folder('')}"
    return f"headroom-{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:16]}"


def hand_over(path: Path | None) -> bool:
    """Ask the first window to open `path`, or only to come to the front; whether one took it."""
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    if not socket.waitForConnected(PATIENCE):
        return False
    message = {"open": str(path.absolute()) if path else ""}
    socket.write(json.dumps(message).encode() + b"\n")
    answer = b""
    while TAKEN not in answer and socket.waitForReadyRead(PATIENCE):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return TAKEN in answer


class FirstWindow(QObject):
    """Listens for later starts."""

    asked = Signal(str)  # a path, or nothing but to come to the front

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)

    def listen(self) -> bool:
        """Be the first. The socket that a program which has crashed left is cleared away."""
        if self._server.listen(server_name()):
            return True
        probe = QLocalSocket()
        probe.connectToServer(server_name())
        if probe.waitForConnected(PATIENCE):  # started at the same moment, and was faster
            probe.abort()
            return False
        QLocalServer.removeServer(server_name())
        return self._server.listen(server_name())

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._take(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST_MESSAGE:
                socket.abort()
            return
        line = bytes(socket.readLine(LONGEST_MESSAGE).data())
        try:
            wanted = json.loads(line)["open"]
        except (ValueError, KeyError, TypeError, RecursionError):
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        self.asked.emit(wanted if isinstance(wanted, str) else "")
