"""What the palette offers: entities, commands and saved views as rows of one kind, ranked together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.edtf import format_span
from db.search_text import Nearness, hits, keys, nearness
from db.texts import tr
from desktop.marks import MARKS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.find import Finding, Found

COMMANDS_ONLY = ">"
"""What is typed first to look through commands alone."""
MOST_VIEWS = 5
MOST_COMMANDS = 8
LEAST_PINYIN = 2  # letters: one is the beginning of nearly every title
LIKE = 78  # of 100: how alike a mistyped word and a command are

Sort = Literal["entity", "command", "view"]


class Key(NamedTuple):
    """What a row stands for: an entity's slug, a command's id or a saved view's name; `id` is the entity's."""

    sort: Sort
    name: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One line: a shape in a colour, the name with the letters that matched, another name, and words at the end."""

    key: Key
    shape: str
    token: str
    text: str
    kind: str
    also: str = ""
    detail: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    also_hits: tuple[tuple[int, int], ...] = ()
    enabled: bool = True

    def spoken(self) -> str:
        """The line for a screen reader."""
        return ", ".join(part for part in (self.text, self.also, self.kind, self.detail, self.unavailable()) if part)

    def unavailable(self) -> str:
        """That it cannot be used now, or nothing."""
        return "" if self.enabled else tr("not available now")


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command as the palette needs it. `title` is shown; `english` is found too."""

    id: str
    title: str
    english: str
    menu: str
    shortcut: str
    enabled: bool
    checked: bool = False


class ViewEntry(NamedTuple):
    """A saved view: its name and what it shows, in words."""

    name: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is besides entities."""

    commands: tuple[CommandEntry, ...] = ()
    views: tuple[ViewEntry, ...] = ()


class Ranked(NamedTuple):
    """A row with how near it is; equals keep their order."""

    near: Nearness
    row: PaletteRow


def entity_row(found: Found, words: Sequence[str] = ()) -> PaletteRow:
    """The line of an entity."""
    mark = MARKS[found.kind]
    marked, other = tuple(hits(found.name, words)), tuple(hits(found.also, words))
    key = Key("entity", found.slug, found.id)
    date = format_span(found.date) if found.date is not None else ""
    return PaletteRow(key, mark.shape, mark.token, found.name, tr(found.kind.value), found.also, date, marked, other)


def command_row(command: CommandEntry, words: Sequence[str] = ()) -> PaletteRow:
    """The line of a command: its keys at the end, or that it cannot be used now."""
    detail = " · ".join(part for part in (command.menu, command.shortcut) if part)
    text = f"{command.title} ✓" if command.checked else command.title
    also = "" if hits(command.title, words) or not hits(command.english, words) else command.english
    key = Key("command", command.id)
    return PaletteRow(
        key, "▸", "muted", text, tr("command"), also, detail,
        tuple(hits(text, words)), tuple(hits(also, words)), command.enabled,
    )  # fmt: skip


def view_row(view: ViewEntry, words: Sequence[str] = ()) -> PaletteRow:
    """The line of a saved view, with what it shows unless its name says just that."""
    shows = "" if view.shows.casefold() == view.name.casefold() else view.shows
    marked = tuple(hits(view.name, words))
    return PaletteRow(Key("view", view.name), "▤", "accent", view.name, tr("saved view"), shows, hits=marked)


def from_offer(offer: Offer, typed: str) -> list[Ranked]:
    """Saved views and commands that answer what is typed, the nearest first."""
    only = typed.startswith(COMMANDS_ONLY)
    typed = typed.removeprefix(COMMANDS_ONLY).strip()
    words = typed.split()
    views = [Ranked(nearness(view.name, typed), view_row(view, words)) for view in offer.views if not only]
    commands = [Ranked(_command_nearness(command, typed), command_row(command, words)) for command in offer.commands]
    near_views = sorted((one for one in views if one.near < Nearness.OTHER), key=lambda one: one.near)
    near_commands = sorted((one for one in commands if one.near < Nearness.OTHER), key=_command_place)
    return near_views[:MOST_VIEWS] + (near_commands if only else near_commands[:MOST_COMMANDS])


def together(offered: Iterable[Ranked], finding: Finding | None) -> list[PaletteRow]:
    """All rows, the nearest first; of equally near ones saved views, commands and then entities."""
    ranked = list(offered)
    if finding is not None:
        ranked += [Ranked(found.nearness, entity_row(found, finding.words)) for found in finding.found]
    return [row for _near, row in sorted(ranked, key=lambda one: one.near)]


def recent_rows(recent: Sequence[Key], offer: Offer, entities: Iterable[Found]) -> list[PaletteRow]:
    """What was last chosen, as far as it is still there, then the other saved views."""
    known = {Key("entity", found.slug): entity_row(found) for found in entities}
    known |= {Key("command", command.id): command_row(command) for command in offer.commands}
    views = {Key("view", view.name): view_row(view) for view in offer.views}
    rows = [row for key in recent if (row := (known | views).get(key)) is not None]
    return rows + [row for key, row in views.items() if key not in recent]


def look_up(conn: Connection, typed: str, commands: Sequence[CommandEntry]) -> tuple[Finding, list[Ranked]]:
    """Entities for what is typed, and commands that are read so in pinyin; where there is neither, those whose titles
    are spelt alike. For the worker."""
    from db import queries

    finding, read_so = queries.find(conn, typed), in_pinyin(commands, typed)
    return finding, read_so if finding.found or read_so else alike(commands, typed)


def in_pinyin(commands: Sequence[CommandEntry], typed: str) -> list[Ranked]:
    """Commands whose title in Chinese begins as typed when it is read: whole, joined or by its initials."""
    wanted = typed.removeprefix(COMMANDS_ONLY).strip()
    if len(wanted) < LEAST_PINYIN or not wanted.isascii():
        return []
    read = [(command, keys([command.title])) for command in commands if not command.title.isascii()]
    return [
        Ranked(Nearness.OTHER, command_row(command))
        for command, spellings in read
        if nearness(spellings, wanted) < Nearness.OTHER
    ][:MOST_COMMANDS]


def alike(commands: Sequence[CommandEntry], typed: str) -> list[Ranked]:
    """Commands whose title holds what was mistyped, the most alike first."""
    from rapidfuzz import fuzz, process  # late: only a typing mistake needs it

    wanted = typed.removeprefix(COMMANDS_ONLY).strip().casefold()
    if len(wanted) < 4:
        return []
    titles = {at: f"{command.title} {command.english}".casefold() for at, command in enumerate(commands)}
    found = process.extract(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=LIKE, limit=MOST_COMMANDS)
    return [Ranked(Nearness.OTHER, command_row(commands[at])) for _title, _score, at in found]


def _command_nearness(command: CommandEntry, typed: str) -> Nearness:
    """How near the title is, in either language; the menu's name may be among the words."""
    if not typed:
        return Nearness.WORDS
    near = min(nearness(title, typed) for title in (command.title, command.english))
    whole = f"{command.menu} {command.title} {command.english}"
    return near if near < Nearness.OTHER else nearness(whole, typed)


def _command_place(one: Ranked) -> tuple[bool, Nearness]:
    """What cannot be used now comes after what can."""
    return (not one.row.enabled, one.near)
