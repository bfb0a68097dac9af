"""The program's icon in the forms that systems want, drawn from the one that we keep."""

import struct
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "coursetracker.svg"
HICOLOR = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the icons that Linux desktops choose from."""

WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
MAC = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""Names of Apple's sizes; the first two are 16 and 32 points on fine screens."""


def png(size: int) -> bytes:
    """Return the icon as PNG of a size in pixels."""
    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QIcon(str(DRAWING)).pixmap(size, size).save(buffer, "PNG"):
        raise OSError(f"{DRAWING} could not be drawn.")
    del application
    return bytes(buffer.data().data())


def ico(sizes: Iterable[int] = WINDOWS) -> bytes:
    """Return Windows' form: a table of sizes and places, then the pictures as PNG.

    A size of 256 is told as 0. The form is that of Microsoft's ICONDIR and ICONDIRENTRY.
    """
    pictures = {size: png(size) for size in sizes}
    place = 6 + 16 * len(pictures)
    table, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        told = size % 256
        table += struct.pack("<BBBBHHII", told, told, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return table + body


def icns() -> bytes:
    """Return Apple's form: each picture as PNG after its name and its length."""
    body = b""
    for name, size in MAC.items():
        picture = png(size)
        body += name + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
