"""Versions as Semantic Versioning has them (2.0.0), and the file that names the newest."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import total_ordering
from urllib.parse import urlsplit

from db.texts import tr

LONGEST_VERSION = 64  # characters
LONGEST_PAGE = 500
_FORM = re.compile(
    r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})"
    r"(?:-((?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*))*))?"
    r"(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?",
    re.ASCII | re.IGNORECASE,
)


class UpdateError(Exception):
    """It cannot be known whether there is a newer version; the message says why."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Version:
    """A version; what follows a + does not count, and a pre-release comes before its release."""

    numbers: tuple[int, int, int]
    before: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Version:
        """A version from its text. Raises ValueError."""
        found = _FORM.fullmatch(text) if len(text) <= LONGEST_VERSION else None
        if found is None:
            raise ValueError("no version")
        major, minor, patch = (int(found[part]) for part in (1, 2, 3))
        return cls((major, minor, patch), tuple(found[4].split(".")) if found[4] else ())

    def __lt__(self, other: Version) -> bool:
        return self._order() < other._order()

    def __str__(self) -> str:
        """As it is written."""
        return ".".join(map(str, self.numbers)) + (f"-{'.'.join(self.before)}" if self.before else "")

    def _order(self) -> tuple[tuple[int, int, int], bool, tuple[tuple[bool, int, str], ...]]:
        """Numbers sort before words; a release sorts after all that precede it."""
        parts = tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in self.before)
        return self.numbers, not self.before, parts


@dataclass(frozen=True, slots=True)
class Published:
    """The newest version and the web page where it can be had."""

    version: Version
    page: str


def read_published(content: bytes) -> Published:
    """What a version file says. Raises UpdateError."""
    try:
        said = json.loads(content.decode("utf-8"))
        version, page = said["version"], said["page"]
        if not (isinstance(version, str) and isinstance(page, str)):
            raise TypeError
        published = Published(Version.read(version), page)
        parts = urlsplit(page)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise UpdateError(tr("What came is no version file.")) from error
    printable = page.isascii() and page.isprintable() and " " not in page
    if parts.scheme != "https" or not parts.hostname or not printable or len(page) > LONGEST_PAGE:
        raise UpdateError(tr("The version file names no safe page to download from."))
    return published


def newer(published: Published, own: str) -> bool:
    """Whether that is newer than our own version. Raises UpdateError when it is not known which that is."""
    try:
        return published.version > Version.read(own)
    except ValueError as error:
        raise UpdateError(tr("This Labline does not know its own version.")) from error
