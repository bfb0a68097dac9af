"""Answering later starts: what they were to open is opened in this window."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt

from coursetracker.instance import TAKEN, received
from coursetracker.ui.turns import when_free

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

    from coursetracker.ui.window import MainWindow

LONGEST = 1 << 16
"""No message has so many bytes."""

Answer = Callable[[Path | None, str], None]
"""Does what a later start wants: the file to open, and its right to raise a window."""


class Answering(QObject):
    """Raises the window and opens what a later start was given."""

    def __init__(self, window: "MainWindow", address: str, parent: QObject) -> None:
        """Begin at once. Raises OSError where the system does not let it."""
        super().__init__(parent)
        self.window = window
        self._door = Door(address, self._answer, self)
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101
        application.aboutToQuit.connect(self._door.close)

    def _answer(self, path: Path | None, token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt spends it when it raises a window
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if path is not None:
            when_free(self, lambda: self.window.open_path(path))  # there may be another by then


if sys.platform == "win32":
    from PySide6.QtNetwork import QLocalServer

    class Door(QObject):
        """A named pipe at which later starts call; only this user may."""

        def __init__(self, address: str, answer: Answer, parent: QObject) -> None:
            super().__init__(parent)
            self._answer = answer
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._let_in)
            self._server.listen(address)

        def _let_in(self) -> None:
            while (caller := self._server.nextPendingConnection()) is not None:
                caller.disconnected.connect(caller.deleteLater)
                caller.readyRead.connect(partial(self._hear, caller))
                self._hear(caller)

        def _hear(self, caller: "QLocalSocket") -> None:
            told = received(bytes(caller.peek(LONGEST).data()))
            if told is not None:
                caller.readAll()
                caller.write(TAKEN)
                caller.flush()
                self._answer(*told)

        def close(self) -> None:
            """Let nobody in any more."""
            self._server.close()

else:
    import socket

    class Door(QObject):
        """A socket at which later starts call, in a folder that only this user may enter."""

        def __init__(self, address: str, answer: Answer, parent: QObject) -> None:
            super().__init__(parent)
            self._answer = answer
            self._address = Path(address)
            self._address.unlink(missing_ok=True)  # of a program that was killed
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.settimeout(0)
            self._socket.bind(address)
            self._socket.listen()
            self._notifier = _reading(self._socket, self._let_in, self)

        def _let_in(self) -> None:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # who called has gone again
                return
            connection.settimeout(0)
            _Caller(connection, self._answer, self)

        def close(self) -> None:
            """Let nobody in any more."""
            self._notifier.setEnabled(False)
            self._address.unlink(missing_ok=True)
            self._socket.close()

    class _Caller(QObject):
        """One later start, until it has said what it wants."""

        def __init__(self, connection: socket.socket, answer: Answer, parent: QObject) -> None:
            super().__init__(parent)
            self._connection = connection
            self._answer = answer
            self._heard = b""
            self._notifier = _reading(connection, self._hear, self)

        def _hear(self) -> None:
            told = None
            try:
                more = self._connection.recv(LONGEST)
                self._heard += more
                told = received(self._heard)
                if told is None and more and len(self._heard) < LONGEST:
                    return
                if told is not None:
                    self._connection.send(TAKEN)
            except BlockingIOError:
                return
            except OSError:  # it is gone, but what it has said counts
                pass
            self._notifier.setEnabled(False)
            self._connection.close()
            self.deleteLater()
            if told is not None:
                self._answer(*told)

    def _reading(of: socket.socket, act: Callable[[], None], parent: QObject) -> QSocketNotifier:
        notifier = QSocketNotifier(of.fileno(), QSocketNotifier.Type.Read, parent)
        notifier.activated.connect(lambda *_: act())
        return notifier
