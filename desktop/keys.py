"""KEYS: what keys do in each place of the window, beside the commands, which work everywhere in it.

One record a key. The list of keys (Ctrl+?) shows them, and the manual's page of keys has to have each.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.texts import later


@dataclass(frozen=True, slots=True)
class Key:
    """The keys as people read them, and what they do."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the keyboard has to be, and the keys that work there."""

    title: str
    keys: tuple[Key, ...]


KEYS: tuple[Place, ...] = (
    Place(later("In the filter bar"), (
        Key("Enter", later("applies the filter and goes to the table; keeps a brush")),
        Key("Down, Up", later("go through the completions offered; Enter or Tab takes one")),
    )),
    Place(later("On a chip"), (
        Key("Left, Right, Home, End", later("go from chip to chip")),
        Key("Space", later("marks the clause’s text in the bar, to be changed")),
        Key("Delete, Backspace", later("removes the clause")),
    )),
    Place(later("In a facet’s list of values"), (
        Key("Space", later("includes the value, or no longer")),
        Key("Shift+Space, Minus", later("excludes it, or no longer")),
    )),
    Place(later("On the handle of a range"), (
        Key("Left, Right", later("move it")),
        Key("Delete, Backspace", later("opens that end")),
    )),
    Place(later("In the table"), (
        Key("Up, Down, Page Up, Page Down, Home, End", later("move and select")),
        Key(later("with Shift"), later("extend the selection")),
        Key(later("with Ctrl"), later("move without selecting")),
        Key("Space", later("adds the row to the selection, or takes it away")),
        Key("Enter", later("opens the row in the inspector")),
        Key(later("Menu key"), later("the cell’s menu")),
    )),
    Place(later("On the timeline"), (
        Key("Left, Right", later("go to the mark before or after in time")),
        Key("Up, Down", later("go to the nearest mark of another lane")),
        Key("Home, End", later("go to the first or the last mark that the filter shows")),
        Key("Ctrl+Left, Ctrl+Right, Page Up, Page Down", later("pan through time")),
        Key("Ctrl+Up, Ctrl+Down", later("scroll the lanes")),
        Key("+, −", later("zoom in or out, about the current mark")),
        Key("0", later("shows all of time")),
        Key("Shift+Left, Shift+Right", later("brush a range of dates: the other views follow")),
        Key("Enter", later("keeps the brush in the filter; without one opens the mark in the inspector")),
        Key("Esc", later("takes the brush back")),
        Key("Space", later("adds the mark to the selection, or takes it away")),
        Key(later("Menu key"), later("the mark’s menu")),
    )),
    Place(later("On the head of a lane"), (
        Key("Up, Down", later("go to another lane")),
        Key("Space, Enter, Left, Right", later("fold or unfold the lane")),
        Key("Ctrl+Up, Ctrl+Down", later("move the lane")),
    )),
    Place(later("On the strip below the timeline"), (
        Key("Left, Right, Page Up, Page Down, Home, End", later("move the window")),
        Key("+, −, 0", later("zoom in or out, or show all")),
    )),
    Place(later("On a chart"), (
        Key("Left, Right, Home, End", later("go from mark to mark")),
        Key("Shift+Left, Shift+Right", later("brush a range of dates: the other views follow")),
        Key("Enter", later("keeps the brush in the filter; without one opens the mark in the inspector")),
        Key("Esc", later("takes the brush back")),
        Key("Space", later("adds the mark to the selection, or takes it away")),
        Key("+, −, 0", later("zoom in or out, or show all")),
    )),
    Place(later("Among sources, their statements and disagreements"), (
        Key("Up, Down, Page Up, Page Down", later("go from row to row, and select what it is about")),
        Key("Enter", later("goes on to what the row opens: statements, text, values side by side")),
        Key(later("Menu key"), later("the menu of a disagreement, or of a place in it")),
    )),
    Place(later("On a career, and among the people around one"), (
        Key("Left, Right, Home, End", later("go from mark to mark")),
        Key("Space", later("adds the mark to the selection, or takes it away")),
        Key("Enter", later("opens the mark in the inspector")),
    )),
    Place(later("On the lineage"), (
        Key("Left, Right", later("go to a parent or a child")),
        Key("Up, Down", later("go to the nearest model above or below")),
        Key("Home, End", later("go to the first or the last model that the filter shows")),
        Key("Shift+Left, Shift+Right", later("go from one relation of the model to the next")),
        Key("Ctrl+Left, Ctrl+Right", later("pan through time")),
        Key("Ctrl+Up, Ctrl+Down, Page Up, Page Down", later("scroll the lanes")),
        Key("+, −", later("zoom in or out, about the current model")),
        Key("0", later("shows the whole lineage")),
        Key("Enter", later("follows the relation to its other end; without one opens the model in the inspector")),
        Key("Space", later("adds the model to the selection, or takes it away")),
        Key(later("Menu key"), later("the model’s menu, to filter and to fold")),
    )),
    Place(later("In the inspector and in the manual"), (
        Key("Tab", later("goes to the next link")),
        Key("Enter", later("follows it")),
    )),
    Place(later("In the manual"), (
        Key("F3, Shift+F3", later("go to the next place found, or the one before")),
        Key("Ctrl+F", later("goes to the search")),
        Key("Esc", later("clears the search, then closes the manual")),
    )),
    Place(later("In the palette (Ctrl+K)"), (
        Key("Up, Down, Page Up, Page Down, Home, End", later("go through what was found")),
        Key("Enter", later("goes there")),
        Key(">", later("typed first, finds commands alone")),
        Key("Esc", later("closes it; the keyboard is where it was")),
    )),
    Place(later("In the list of saved views"), (
        Key("Enter", later("opens the view")),
        Key("F2", later("renames it")),
        Key("Alt+Up, Alt+Down", later("move it")),
        Key("Delete", later("deletes it")),
        Key("Ctrl+Z", later("brings back what was deleted")),
    )),
)  # fmt: skip
"""In the order in which the places lie in the window."""
