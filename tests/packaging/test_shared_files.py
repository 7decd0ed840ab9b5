"""What a desktop is told of the program: menu entry, type of databases, description, manual page, icons."""

from __future__ import annotations

import argparse
import configparser
import gzip
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from db import __main__ as command_line
from db import schema
from db.engine import open_database
from desktop import __main__ as program
from desktop import picture

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TYPE, SCHEME = "application/x-labline-database", "x-scheme-handler/labline"
EPOCH = 1_767_225_600  # 2026-01-01
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def share(script, tmp_path_factory):
    """The folder as it is installed."""
    folder = tmp_path_factory.mktemp("share")
    icons = folder.with_name("icons-of-share")
    icons.mkdir()
    (icons / "labline-64.png").write_bytes(b"a picture")
    script("share/render.py").write(folder, icons, EPOCH)
    return folder


@pytest.fixture(scope="module")
def entry(share):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(share / "applications/labline.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def description(share):
    return ET.parse(share / "metainfo/invalid.labline.Labline.metainfo.xml").getroot()


def test_nothing_is_left_to_fill_in(share):
    texts = {path: path.read_bytes() for path in share.rglob("*") if path.is_file()}
    texts |= {path: gzip.decompress(data) for path, data in texts.items() if path.suffix == ".gz"}
    assert len(texts) >= 6
    assert [path for path, data in texts.items() if re.search(rb"@[A-Z]+@", data)] == []


def test_menu_entry_opens_databases_and_links(entry):
    assert entry["Exec"] == "labline %u"
    assert set(entry["MimeType"].rstrip(";").split(";")) == {TYPE, SCHEME}
    assert entry["Icon"] == "labline"
    assert entry["StartupWMClass"] == "Labline"  # as windows on X11 say, by the application's name


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_menu_entry_is_valid(share):
    subprocess.run(["desktop-file-validate", share / "applications/labline.desktop"], check=True)


def test_description_tells_this_version_and_what_it_opens(description):
    assert description.findtext("launchable") == "labline.desktop"
    release = description.find("releases/release")
    assert (release.get("version"), release.get("date")) == (PROJECT["version"], "2026-01-01")
    assert {node.text for node in description.iterfind("provides/mediatype")} == {TYPE, SCHEME}
    assert description.find("url[@type='homepage']").text == PROJECT["urls"]["Homepage"]


def test_description_has_a_screenshot_of_the_size_that_it_says(description):
    image = description.find("screenshots/screenshot/image")
    data = (ROOT / "packaging" / image.text.rpartition("/")[2]).read_bytes()
    assert (int(image.get("width")), int(image.get("height"))) == (
        int.from_bytes(data[16:20]),
        int.from_bytes(data[20:24]),
    )


def test_each_text_of_the_description_is_in_both_languages(description):
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for path in ("summary", "description/p", "description/ul/li", "screenshots/screenshot/caption"):
        nodes = description.findall(path)
        assert len([node for node in nodes if node.get(language) == "zh-CN"]) * 2 == len(nodes) > 0


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
def test_description_is_valid(share):
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def matches(node: ET.Element, data: bytes) -> bool:
    """Whether data has what a match of shared-mime-info asks for, with one of those in it."""
    start, value = int(node.get("offset")), node.get("value")
    wanted = value.replace("\\0", "\0").encode() if node.get("type") == "string" else int(value, 16).to_bytes(4)
    inner = node.findall(f"{MIME}match")
    return data[start : start + len(wanted)] == wanted and (not inner or any(matches(one, data) for one in inner))


def test_a_database_is_known_by_what_is_in_it(share, tmp_path):
    root = ET.parse(share / "mime/packages/labline.xml").getroot()
    (kind,) = root.findall(f"{MIME}mime-type")
    assert kind.get("type") == TYPE
    (rule,) = kind.findall(f"{MIME}magic/{MIME}match")
    open_database(tmp_path / "some.db").close()
    data = (tmp_path / "some.db").read_bytes()
    assert data[68:72] == schema.APPLICATION_ID.to_bytes(4)
    assert matches(rule, data)
    assert not matches(rule, data[:68] + b"\0\0\0\0" + data[72:])


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings}


def commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (action for action in command_line._parser()._actions if isinstance(action, argparse._SubParsersAction))
    return {**found.choices, "picture": picture._parser()}


def manual(share: Path) -> dict[str, str]:
    """The sections and subsections of the manual page by their names, as plain text."""
    text = gzip.decompress((share / "man/man1/labline.1.gz").read_bytes()).decode()
    text = text.replace("\\-", "-").replace("\\fI", "").replace("\\fR", "").replace('"', "")
    parts = re.split(r"^\.S[HS] (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def named(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text))


@pytest.mark.parametrize("command", [*command_line.COMMANDS, "picture"])
def test_manual_page_lists_the_options_of_each_command(share, command):
    assert named(manual(share)[command]) == options(commands()[command]) - {"-h", "--help"}


def test_manual_page_lists_the_options_of_the_window(share):
    assert named(manual(share)["OPTIONS"]) == options(program._parser())


def test_manual_page_is_of_this_version(share):
    text = gzip.decompress((share / "man/man1/labline.1.gz").read_bytes()).decode()
    assert text.startswith(f'.TH LABLINE 1 "2026-01-01" "Labline {PROJECT["version"]}"')


def test_the_same_icon_is_rendered_to_the_same_bytes(script, qapp):
    render = script("render_icon.py")
    for size in (16, 256):
        data = render.png(size)
        assert data == render.png(size)
        assert data[16:24] == size.to_bytes(4) * 2
    pictures = {16: render.png(16), 256: render.png(256)}
    icon = render.ico(pictures)
    assert icon[:6] == b"\0\0\1\0\2\0"
    assert all(picture in icon for picture in pictures.values())
    assert render.icns({b"ic08": pictures[256]})[:4] == b"icns"
