"""One window for each library: a later start hands its file to the window that is open.

Who is first is told by a lock, which the system takes from a program however it ends; only the
one that has it may put up the socket that later starts call at, so that one left over from a
killed program is in nobody's way. Both are in a folder of the user's own, under a name made of
what the system calls the library's folder. On Windows the name of a pipe is both.
"""

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 5.0
"""Seconds after which a window that does not answer is taken for one that hangs."""
LONGEST = 100
"""Bytes that the path of a socket may have on every system: 103 on macOS, 107 on Linux."""
TAKEN = b"ok"
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_END = b"\0"


@dataclass(slots=True)
class Claim:
    """The right to be called by later starts; it lasts as long as this is kept.

    `address` is where they call, None where nobody is to.
    """

    address: str | None = None
    _lock: int | None = field(default=None, repr=False)

    def release(self) -> None:
        """Let a later start be the first one."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def claim_or_hand_over(folder: Path, path: Path | None) -> Claim | None:
    """Return the right to open the window over the library in a folder.

    None means that an open window has taken on the file, so that there is nothing left to do.
    A window that hangs is waited for no longer than PATIENCE; then there are two.
    """
    address = _address(folder)
    until = time.monotonic() + PATIENCE
    while address is not None:
        claim = _claim(address)
        if claim is not None:
            return claim
        if _handed_over(address, _message(path), until):
            return None
        if time.monotonic() > until:
            break
        time.sleep(0.02)  # it is starting or ending at this moment
    return Claim()


def received(message: bytes) -> tuple[Path | None, str] | None:
    """Return what a later start wants opened, and its right to raise a window.

    None means that not all of the message is there yet.
    """
    if message.count(_END) < 2:
        return None
    path, token, _ = message.split(_END, 2)
    return Path(os.fsdecode(path)) if path else None, os.fsdecode(token)


def _message(path: Path | None) -> bytes:
    named = b"" if path is None else os.fsencode(path.absolute())
    token = next((os.environ[name] for name in TOKENS if os.environ.get(name)), "")
    return named + _END + os.fsencode(token) + _END


def _name(folder: Path) -> str | None:
    """Return what the system calls a folder, however its path is written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = folder.stat()
    except OSError:
        return None  # whoever opens the library tells so
    return f"{known.st_dev:x}-{known.st_ino:x}"


if sys.platform == "win32":

    def _address(folder: Path) -> str | None:
        name = _name(folder)
        user = os.environ.get("USERNAME", "")
        return None if name is None else rf"\\.\pipe\coursetracker-{user}-{name}"

    def _claim(address: str) -> Claim | None:
        return None if Path(address).exists() else Claim(address)

    def _handed_over(address: str, message: bytes, until: float) -> bool:
        """Hand a message over in a thread, as reading from a pipe can wait for ever."""
        import ctypes  # noqa: PLC0415  not needed by the first
        from threading import Thread  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
        answers: list[bytes] = []

        def call() -> None:
            with suppress(OSError), Path(address).open("r+b", buffering=0) as pipe:
                pipe.write(message)
                answers.append(pipe.read(len(TAKEN)))

        caller = Thread(target=call, daemon=True)
        caller.start()
        caller.join(max(0.0, until - time.monotonic()))
        return TAKEN in answers

else:
    import fcntl

    def _address(folder: Path) -> str | None:
        """Return where the socket for a library is; None where there is no safe place for one."""
        name = _name(folder)
        for room in _rooms():
            address = str(room / f"{name}.socket")
            if name and len(os.fsencode(address)) <= LONGEST and _is_own(room):
                return address
        return None

    def _rooms() -> Iterator[Path]:
        runtime = os.environ.get("XDG_RUNTIME_DIR")
        if runtime and Path(runtime).is_absolute():
            yield Path(runtime) / "coursetracker"
        temporary = os.environ.get("TMPDIR", "/tmp")  # noqa: S108  it has to be ours
        for place in (temporary, "/tmp"):  # noqa: S108
            yield Path(place) / f"coursetracker-{os.getuid()}"

    def _is_own(room: Path) -> bool:
        """Return whether a folder is this user's and nobody else may look into it."""
        try:
            room.mkdir(mode=0o700, exist_ok=True)
            found = room.lstat()
        except OSError:
            return False
        is_closed = not found.st_mode & 0o077
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and is_closed

    def _claim(address: str) -> Claim | None:
        try:
            lock = os.open(f"{address}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return Claim()
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        except OSError:  # a file system without locks
            os.close(lock)
            return Claim()
        return Claim(address, lock)

    def _handed_over(address: str, message: bytes, until: float) -> bool:
        import socket  # noqa: PLC0415  not needed by the first

        with socket.socket(socket.AF_UNIX) as caller:
            caller.settimeout(max(0.01, until - time.monotonic()))
            with suppress(OSError):
                caller.connect(address)
                caller.sendall(message)
                return caller.recv(len(TAKEN)) == TAKEN
        return False
