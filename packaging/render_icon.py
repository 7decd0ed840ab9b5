"""Render the program's icon, `resources/labline.svg`, in the forms that systems ask for.

`render_icon.py FOLDER` writes `labline-SIZE.png` for each size, `labline.ico` for Windows and `labline.icns` for macOS.
The same drawing and the same Qt give the same bytes.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[1] / "resources" / "labline.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Edges in pixels of the PNG files."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""Which entry of an .icns file holds which edge."""


def png(size: int) -> bytes:
    """The icon as PNG, `size` pixels wide and high, on a transparent ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError(f"{DRAWING} cannot be written as PNG of {size} pixels")
    return bytes(written.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNG pictures by edge as an .ico file."""
    entries, data = b"", b""
    start = 6 + 16 * len(pictures)
    for size, picture in pictures.items():
        edge = size % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), start + len(data))
        data += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + data


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """PNG pictures by type of entry as an .icns file."""
    data = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(data)) + data


def main(arguments: list[str]) -> int:
    """Write every form into a folder; the exit code."""
    if len(arguments) != 1:
        print("usage: render_icon.py FOLDER", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"labline-{size}.png").write_bytes(png(size))
    (folder / "labline.ico").write_bytes(ico({size: png(size) for size in ICO_SIZES}))
    (folder / "labline.icns").write_bytes(icns({kind: png(size) for kind, size in ICNS_TYPES.items()}))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
