"""The file that keeps the saved views, beside the settings: one for all windows, for the user alone to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from db.atomic import WriteError, atomic_write, explain
from db.texts import tr
from desktop.saved.passed_over import passed_over
from desktop.saved.record import (
    Damaged,
    Entry,
    SavedView,
    Unreadable,
    ViewsError,
    free_name,
    from_json,
    same_but_name,
    same_name,
    to_json,
)

LARGEST = 4_000_000  # bytes that are read
PATIENCE = 5.0
"""Seconds to wait for another window that is just writing."""


class ViewsFile:
    """Reads the file whenever it is asked and writes it whole, so that no window loses what another one saved.

    Changes raise ViewsError, and then nothing has changed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[object, list[Entry]] = (None, [])
        self.remark = ""
        """What the user should know: where a damaged file was put, or why the file cannot be used."""

    def entries(self) -> list[Entry]:
        """All that is kept, in the user's order. A file that cannot be used counts as empty, and `remark` says why."""
        try:
            try:
                return self._unless_known()
            except Damaged:
                with self._locked():  # unless another window has mended it meanwhile
                    return self._read_or_put_aside()
        except ViewsError as error:
            self.remark = str(error)
            return []

    def views(self) -> list[SavedView]:
        """The views that can be opened."""
        return [entry for entry in self.entries() if isinstance(entry, SavedView)]

    def find(self, name: str) -> SavedView | None:
        """The view of this name."""
        return next((view for view in self.views() if view.name == name), None)

    def put(self, view: SavedView) -> None:
        """Keep a view: in the place of the one of its name, in whatever capitals, else at the end."""

        def change(entries: list[Entry]) -> list[Entry]:
            if any(same_name(entry.name, view.name) for entry in entries):
                return [view if same_name(entry.name, view.name) else entry for entry in entries]
            return [*entries, view]

        self._change(change)

    def rename(self, old: str, new: str) -> None:
        """Give a view another name, which no other view may have."""

        def change(entries: list[Entry]) -> list[Entry]:
            if not any(isinstance(entry, SavedView) and entry.name == old for entry in entries):
                raise ViewsError(tr("“{name}” is not there any more.", name=old))
            if any(same_name(entry.name, new) and entry.name != old for entry in entries):
                raise ViewsError(tr("“{name}” exists already; choose another name.", name=new))
            return [
                replace(entry, name=new) if isinstance(entry, SavedView) and entry.name == old else entry
                for entry in entries
            ]

        self._change(change)

    def remove(self, names: Sequence[str]) -> list[tuple[int, Entry]]:
        """Take these away; returns what `restore` puts back."""
        gone: list[tuple[int, Entry]] = []

        def change(entries: list[Entry]) -> list[Entry]:
            gone.extend((at, entry) for at, entry in enumerate(entries) if entry.name in names)
            return [entry for entry in entries if entry.name not in names]

        self._change(change)
        return gone

    def restore(self, gone: Sequence[tuple[int, Entry]]) -> None:
        """Put back what was removed, where it was; a name that was given anew meanwhile gets a number."""

        def change(entries: list[Entry]) -> list[Entry]:
            whole = list(entries)
            for at, entry in gone:
                name = free_name(entry.name, (other.name for other in whole))
                whole.insert(at, replace(entry, name=name) if isinstance(entry, SavedView) else entry)
            return whole

        self._change(change)

    def move(self, name: str, by: int) -> None:
        """Move an entry up (-1) or down (1) in the user's order."""

        def change(entries: list[Entry]) -> list[Entry]:
            at = next((at for at, entry in enumerate(entries) if entry.name == name), None)
            if at is None:
                raise ViewsError(tr("“{name}” is not there any more.", name=name))
            moved = entries[:at] + entries[at + 1 :]
            to = min(len(moved), max(0, at + by))
            return [*moved[:to], entries[at], *moved[to:]]

        self._change(change)

    def add(self, views: Sequence[SavedView]) -> dict[str, str]:
        """Add views from elsewhere; those that are there already are left out, a name that is taken gets a number.

        Returns the names under which they were added, by their own.
        """
        added: dict[str, str] = {}

        def change(entries: list[Entry]) -> list[Entry]:
            whole = list(entries)
            for view in views:
                mine = next((entry for entry in whole if same_name(entry.name, view.name)), None)
                if isinstance(mine, SavedView) and same_but_name(mine, view):
                    continue
                name = free_name(view.name, (entry.name for entry in whole))
                added[view.name] = name
                whole.append(replace(view, name=name))
            return whole

        self._change(change)
        return added

    def _change(self, change: Callable[[list[Entry]], list[Entry]]) -> None:
        """Read, change and write while no other window writes."""
        with self._locked():
            before = self._read_or_put_aside()
            after = change(list(before))
            if after != before:
                write(self._path, after, private=True)

    def _unless_known(self) -> list[Entry]:
        """What the file holds, read again only if it is another one: every change makes a new file."""
        try:
            found = self._path.stat()
        except OSError:
            return self._read()
        state = (found.st_ino, found.st_mtime_ns, found.st_size)
        if state != self._known[0]:
            self._known = (state, self._read())
        return list(self._known[1])

    def _read(self) -> list[Entry]:
        """What the file holds now. Raises ViewsError for one that cannot be used, Damaged for one that nobody can."""
        try:
            text = read(self._path)
            return from_json(text) if text.strip() else []
        except FileNotFoundError:
            return []
        except Damaged:
            raise
        except OSError as error:
            raise ViewsError(_unusable(self._path, error.strerror or str(error))) from None
        except ViewsError as error:
            raise ViewsError(_unusable(self._path, str(error))) from None

    def _read_or_put_aside(self) -> list[Entry]:
        """The same, with the file locked: a damaged one gets another name."""
        try:
            return self._read()
        except Damaged as error:
            self._put_aside(str(error))
            return []

    def _put_aside(self, problem: str) -> None:
        """Keep a damaged file beside its place."""
        number = 1
        while (aside := self._path.with_name(f"{self._path.stem}-damaged-{number}{self._path.suffix}")).exists():
            number += 1
        try:
            self._path.rename(aside)
        except OSError as error:
            raise ViewsError(_unusable(self._path, f"{problem} {error.strerror}")) from None
        self.remark = tr(
            "The saved views could not be read. {problem} The file is kept as {file}.", problem=problem, file=aside
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._path.with_name(f"{self._path.name}.lock"), timeout=PATIENCE, mode=0o600)
            lock.acquire()
        except Timeout:
            raise ViewsError(
                tr("Another window is writing {file}. Nothing was changed; try again.", file=self._path)
            ) from None
        except (OSError, NotImplementedError) as error:
            problem = explain(self._path, error) if isinstance(error, OSError) else error
            raise ViewsError(str(problem)) from None
        try:
            yield
        finally:
            lock.release()


def read(path: Path) -> str:
    """The text of a file that may hold saved views. Raises OSError, or Damaged where no text can be one."""
    if path.exists() and not path.is_file():
        raise OSError(tr("it is no file"))
    with path.open("rb") as file:
        found = file.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise Damaged(tr("It is too large for saved views."))
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Damaged(tr("It is not UTF-8 text.")) from None


def write(path: Path, entries: Sequence[Entry], *, private: bool = False) -> None:
    """Put views in a file, whole or not at all; a `private` one is for the user alone to read. Raises ViewsError."""
    try:
        if private:
            with suppress(OSError):  # then the writing says why
                path.touch(mode=0o600)
                path.chmod(0o600)
        with atomic_write(path) as file:
            file.write(to_json(entries).encode("utf-8"))
    except WriteError as error:
        raise ViewsError(str(error)) from None


@dataclass(frozen=True, slots=True)
class Export:
    """What a file holds that somebody exported: views, those that cannot be read, and what will be shown otherwise."""

    good: list[SavedView]
    bad: list[Unreadable]
    remarks: list[str]
    """Sentences, each with the view’s place in the file."""


def read_export(path: Path) -> Export:
    """The views in a file that somebody exported. Raises ViewsError."""
    try:
        entries = from_json(read(path))
    except OSError as error:
        raise ViewsError(_unusable(path, error.strerror or str(error))) from None
    except ViewsError as error:
        raise ViewsError(_unusable(path, str(error))) from None
    good = [entry for entry in entries if isinstance(entry, SavedView)]
    said = [
        tr("{file}, view {n} “{name}”: {problem}", file=path.name, n=number, name=view.name, problem=problem)
        for number, view in enumerate(entries, 1)
        if isinstance(view, SavedView)
        for problem in passed_over(view)
    ]
    return Export(good, [entry for entry in entries if isinstance(entry, Unreadable)], said)


def _unusable(path: Path, problem: str) -> str:
    return tr("{file} cannot be used: {problem}", file=path, problem=problem)
