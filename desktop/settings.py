"""What the window remembers between starts, in one readable file of the platform's folder for settings."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings


def default_path() -> Path:
    """Where the settings are kept."""
    from platformdirs import user_config_path

    return user_config_path("labline", appauthor=False) / "labline.ini"


class Settings:
    """Values by key, for the user alone to read. What cannot be read is as if it had never been kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or default_path()
        self._make_private()
        self._store = QSettings(str(self._path), QSettings.Format.IniFormat)

    @property
    def path(self) -> Path:
        """The file. Others that belong to it lie beside it."""
        return self._path

    def read(self, key: str, default: Any = None) -> Any:
        """A value that `write` has kept: texts, numbers, lists and dictionaries."""
        kept = self._store.value(key)
        if not isinstance(kept, str):
            return default
        try:
            return json.loads(kept)
        except ValueError:
            return default

    def write(self, key: str, value: Any) -> None:
        """Keep a value."""
        self._store.setValue(key, json.dumps(value, ensure_ascii=False))

    def read_bytes(self, key: str) -> QByteArray:
        """Bytes that `write_bytes` has kept: the places of windows and docks."""
        kept = self._store.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def write_bytes(self, key: str, value: QByteArray) -> None:
        """Keep bytes."""
        self._store.setValue(key, value)

    def save(self) -> None:
        """Write the file now."""
        self._store.sync()

    def _make_private(self) -> None:
        """Make the folder and the file before Qt does, which would let everybody read them; it keeps the mode."""
        with suppress(OSError):  # then Qt cannot write either, and the window goes on without
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            self._path.chmod(0o600)
