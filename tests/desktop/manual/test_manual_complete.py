"""The manual leaves out no command, key or option of the window, and its examples are accepted."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from desktop import __main__ as program
from desktop.commands import COMMANDS, MENUS
from desktop.keys import KEYS
from desktop.manual_pages import pages


def page(name: str) -> str:
    return next(page.text for page in pages() if page.name == name)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_command_is_on_the_page_of_keys(command):
    title = command.title.replace("&", "")
    text = page("11-keys.md")
    assert f"| {command.shortcut} | {title} |" in text if command.shortcut else f"*{title}*" in text
    assert command.menu in MENUS


@pytest.mark.parametrize("place", KEYS, ids=lambda place: place.title)
def test_each_place_has_its_keys_on_the_page(place):
    section = page("11-keys.md").split(f"## {place.title}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)
    assert lines == [("key", "does"), *((key.keys, key.does) for key in place.keys)]


def test_no_key_is_documented_that_is_gone():
    table = page("11-keys.md").split("## In the filter bar")[0]
    documented = set(re.findall(r"^\| (\S+) \| (.+) \|$", table, re.MULTILINE)) - {("key", "command"), ("---", "---")}
    assert documented == {(item.shortcut, item.title.replace("&", "")) for item in COMMANDS if item.shortcut}


def window_examples() -> list[str]:
    found = re.findall(r"^```sh window\n(.*?)^```", page("10-command-line.md"), re.MULTILINE | re.DOTALL)
    return [line for body in found for line in body.splitlines()]


@pytest.mark.parametrize("command", window_examples())
def test_example_that_opens_the_window_is_accepted(command):
    assert program._parser().parse_args(shlex.split(command)[1:])


def test_each_option_of_the_window_is_documented():
    options = [option for item in program._parser()._actions for option in item.option_strings]
    assert [option for option in options if f"`{option}" not in page("10-command-line.md")] == []


def test_pictures_of_the_readme_lie_in_the_project():
    root = Path(program.__file__).parents[1]
    text = (root / "README.md").read_text(encoding="utf-8")
    assert all((root / path).is_file() for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text))
