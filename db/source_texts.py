"""The documents that a dossier's sources stand for, read from a folder as lines."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from db.texts import tr

MAX_BYTES = 16 * 1024 * 1024


class SourceTextError(Exception):
    """A document that cannot be read; the message says which and what to do."""


def read_documents(folder: Path, sources: Iterable[str]) -> dict[str, list[str]]:
    """The lines of each source's document, by the source's id; sources without one are left out.

    A document is a text file whose name is the source's id, or begins with it: `001.txt`, `001_report.txt`. Raises
    SourceTextError.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise SourceTextError(f"{folder} cannot be read: {error.strerror}; name the folder of the documents") from None
    found: dict[str, list[str]] = {}
    for source in sources:
        mine = [path for path in files if re.match(rf"{re.escape(source)}(?![^\W_]|-\d)", path.name)]
        if len(mine) > 1:
            raise SourceTextError(f"{mine[0]} and {mine[1].name} both begin with “{source}”; keep one in the folder")
        if mine:
            found[source] = lines_of(read_text(mine[0])[0])
    return found


def read_text(path: Path) -> tuple[str, str]:
    """The text of a document, its characters repaired, and the SHA-256 of the file; raises SourceTextError.

    UTF-8 is read, and UTF-16 where the file begins with its mark. Lines end in a line feed.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceTextError(tr("{path} cannot be read: {reason}", path=path, reason=error.strerror)) from None
    if len(data) > MAX_BYTES:
        raise SourceTextError(tr("{path} is larger than {n} MB; split it", path=path, n=MAX_BYTES >> 20))
    try:
        text = data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceTextError(
            tr("{place}: not UTF-8; save the file with that encoding", place=f"{path}:{line}")
        ) from None
    if "\0" in text:
        raise SourceTextError(tr("{path} is no text: it has bytes of zero; save the document as plain text", path=path))
    return repaired(text).replace("\r\n", "\n"), sha256(data).hexdigest()


def repaired(text: str) -> str:
    """A text with its characters as they were meant, where UTF-8 was once read as Mac Roman: “‚Äì” is a dash.

    Text that was not read so does not survive the way back: its bytes are not UTF-8, and it stays as it is.
    """
    try:
        return text.encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return text


def lines_of(text: str) -> list[str]:
    """The lines of a text; a last line break ends a line and begins none."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]
