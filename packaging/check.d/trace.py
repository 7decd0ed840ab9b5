"""Sum up what strace saw of a session: `trace.py LOG HOME [ROOT]`.

It fails when a process of the session asked for another socket than a local one, or wrote elsewhere than into the
user's own folders. HOME is the user's home folder as the program knows it, ROOT the root that the program ran in.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

LOCAL = "AF_UNIX"
CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)(<[^>]*>)?(?: .*)?$")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
FAMILY = re.compile(r"\bAF_\w+")
OPENING = {"open", "openat", "openat2"}
WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE", "O_APPEND")
CHANGING = {
    "creat": (0,), "mkdir": (0,), "mkdirat": (0,), "unlink": (0,), "unlinkat": (0,), "rmdir": (0,),
    "rename": (0, 1), "renameat": (0, 1), "renameat2": (0, 1), "link": (1,), "linkat": (1,),
    "symlink": (1,), "symlinkat": (1,), "truncate": (0,), "mknod": (0,), "mknodat": (0,),
    "chmod": (0,), "fchmodat": (0,), "chown": (0,), "lchown": (0,), "fchownat": (0,),
    "utimensat": (0,), "setxattr": (0,), "lsetxattr": (0,),
}  # fmt: skip
"""Calls that change the tree of files, and which of their texts are the paths that they change."""
DEVICES = ("/dev/null", "/dev/tty", "/dev/ptmx", "/dev/pts/", "/dev/dri/", "/proc/self/", "/dev/shm/")
"""Written to without anything being kept; what is in /dev/shm is memory, not a file."""


@dataclass
class Session:
    """What was seen: sockets by family, where they were connected to, programs started, and paths written by folder."""

    sockets: Counter[str] = field(default_factory=Counter)
    peers: Counter[str] = field(default_factory=Counter)
    programs: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    calls: int = 0


def joined(lines: Iterable[str]) -> Iterable[str]:
    """The calls a line each: one that another thread interrupted is put together again."""
    waiting: dict[str, str] = {}
    for line in lines:
        if begun := UNFINISHED.match(line):
            waiting[begun[1]] = f"{begun[1]} {begun[2]}"
        elif resumed := RESUMED.match(line):
            yield waiting.pop(resumed[1], resumed[1]) + resumed[2]
        else:
            yield line


def unescaped(text: str) -> str:
    """A text as strace writes it, with octal escapes, in letters."""
    plain = re.sub(r"\\([0-7]{1,3})", lambda found: chr(int(found[1], 8)), text)
    return plain.encode("latin-1", "replace").decode("utf-8", "replace").replace('\\"', '"')


def path_in(arguments: str, which: int, root: str) -> str:
    """The path that a call is about, absolute: the folder that it starts from stands as <…> before it."""
    texts = list(TEXT.finditer(arguments))
    if which >= len(texts):
        return ""
    text = unescaped(texts[which][1])
    before = re.findall(r"<([^>]*)>", arguments[: texts[which].start()])
    path = text if text.startswith("/") or not before else f"{unescaped(before[-1])}/{text}"
    return posixpath.normpath(path.removeprefix(root) or "/")


def read_call(session: Session, name: str, arguments: str, root: str) -> None:
    """Note what a call that succeeded did, or tried with a socket."""
    if name == "socket" and (family := FAMILY.search(arguments)):
        session.sockets[family[0]] += 1
    elif name == "connect" and (family := FAMILY.search(arguments)):
        abstract = "@" if "sun_path=@" in arguments else ""
        texts = TEXT.findall(arguments)
        session.peers[f"{family[0]} {abstract}{texts[-1] if texts else arguments}"] += 1
    elif name in OPENING and any(flag in arguments for flag in WRITING):
        session.written[path_in(arguments, 0, root)] += 1
    elif name in CHANGING:
        for which in CHANGING[name]:
            session.written[path_in(arguments, which, root)] += 1
    elif name == "execve":
        session.programs[path_in(arguments, 0, root)] += 1


def read(lines: Iterable[str], root: str = "") -> Session:
    """Everything that a log of strace tells."""
    session = Session()
    for line in joined(lines):
        if call := CALL.match(line):
            name, arguments, result, opened = call.groups()
            session.calls += 1
            if result == "-1" and name not in ("socket", "connect"):
                continue  # nothing came of it
            if name in OPENING and opened:  # the file that it is, whatever it was called
                arguments = re.sub(TEXT, lambda _: f'"{opened[1:-1]}"', arguments, count=1)  # noqa: B023
            read_call(session, name, arguments, root)
    return session


def belongs(path: str, home: str) -> str:
    """Under which of the user's own folders a path lies; empty if under none. Devices count as one."""
    if path.startswith(DEVICES):
        return "devices and shared memory"
    inside = PurePosixPath(path)
    if inside == PurePosixPath(home) or PurePosixPath(home) in inside.parents:
        parts = inside.relative_to(home).parts
        hidden = parts and parts[0].startswith(".")
        return str(PurePosixPath(home, *parts[: {".local": 3}.get(parts[0], 2)])) if hidden else home
    return "/run/user (sockets of the session)" if path.startswith("/run/user/") else ""


def report(session: Session, home: str) -> tuple[list[str], list[str]]:
    """The lines to print, and those of what should not have been."""
    folders, wrong = Counter[str](), []
    for path, times in sorted(session.written.items()):
        folder = belongs(path, home)
        folders[folder or "elsewhere"] += times
        if not folder:
            wrong.append(f"written outside the user's folders: {path} ({times} times)")
    wrong += [f"a socket of {family} ({times} times)" for family, times in session.sockets.items() if family != LOCAL]
    wrong += [f"connected to {peer} ({times} times)" for peer, times in session.peers.items() if LOCAL not in peer]
    lines = [f"{session.calls:,} calls traced"]
    lines += [f"sockets: {family}: {times}" for family, times in session.sockets.most_common()]
    lines += [f"connected to: {peer}: {times}" for peer, times in session.peers.most_common()]
    lines += [f"started: {program}: {times}" for program, times in session.programs.most_common()]
    lines += [f"written: {folder}: {times} calls" for folder, times in folders.most_common()]
    return lines, wrong


def main(arguments: list[str]) -> int:
    """Print the summary; the exit code."""
    log, home, root = [*arguments, ""][:3]
    with Path(log).open(encoding="utf-8", errors="replace") as lines:
        session = read((line.rstrip("\n") for line in lines), root)
    told, wrong = report(session, home)
    print("\n".join(told + [f"WRONG: {line}" for line in wrong]))
    return 1 if wrong or not session.programs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
