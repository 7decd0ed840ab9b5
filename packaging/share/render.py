"""Write what tells a desktop of the program: menu entry, icons, type of databases, description, manual page.

`render.py SHARE` writes them as they lie below /usr/share or ~/.local/share. What changes with each release is filled
in here: the version and the homepage come from pyproject.toml, the date is that of the commit.
"""

from __future__ import annotations

import gzip
import os
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCREENSHOT = ROOT / "packaging" / "screenshot-light.png"
PLACES = {
    "labline.desktop": "applications",
    "labline-mime.xml": "mime/packages",
    "labline.metainfo.xml": "metainfo",
    "labline.1": "man/man1",
}
NAMES = {"labline-mime.xml": "labline.xml", "labline.metainfo.xml": "invalid.labline.Labline.metainfo.xml"}


def filled(text: str, epoch: int) -> str:
    """A template with the marks @VERSION@, @DATE@, @HOMEPAGE@, @WIDTH@ and @HEIGHT@ (of the screenshot) filled in."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    head = SCREENSHOT.read_bytes()[16:24]  # of PNG: width and height
    marks = {
        "VERSION": project["version"],
        "DATE": f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d}",
        "HOMEPAGE": project["urls"]["Homepage"],
        "WIDTH": str(int.from_bytes(head[:4])),
        "HEIGHT": str(int.from_bytes(head[4:])),
    }
    for mark, value in marks.items():
        text = text.replace(f"@{mark}@", value)
    return text


def write(share: Path, icons: Path, epoch: int) -> None:
    """Write all of it below `share`; `icons` holds what packaging/render_icon.py made."""
    for name, folder in PLACES.items():
        target = share / folder / NAMES.get(name, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = filled((HERE / name).read_text(encoding="utf-8"), epoch).encode()
        if folder.startswith("man/"):
            target = target.with_name(f"{target.name}.gz")
            content = gzip.compress(content, mtime=0)
        target.write_bytes(content)
    for picture in sorted(icons.glob("labline-*.png")):
        size = picture.stem.partition("-")[2]
        target = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "labline.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(picture, target)
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    copy(ROOT / "resources" / "labline.svg", scalable)


def main(arguments: list[str]) -> int:
    """Write the files; the exit code."""
    if len(arguments) != 1:
        print("usage: render.py SHARE", file=sys.stderr)
        return 2
    write(Path(arguments[0]), ROOT / "build" / "icons", int(os.environ["SOURCE_DATE_EPOCH"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
