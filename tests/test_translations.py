"""Every text of the program is translated, and what is translated is what the program says."""

from __future__ import annotations

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


translate = load()
FILES = sorted(translate.FOLDER.glob("labline_*.ts"))
AGAIN = "run .venv/bin/python packaging/translate.py, then translate what is unfinished"


def fields(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, spec, how) for _text, name, spec, how in string.Formatter().parse(text) if name is not None}


def done(path: Path) -> list:
    """The messages of a file that are translated: what is not is told once."""
    return [message for message in translate.read(path).values() if message.translation]


@pytest.fixture(scope="module")
def texts() -> dict:
    return translate.texts()


def test_there_is_chinese():
    assert [path.name for path in FILES] == ["labline_zh_CN.ts"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestFile:
    def test_every_text_of_the_source_is_there(self, texts, path):
        missing = [source for source in texts if source not in translate.read(path)]
        assert not missing, f"{AGAIN}: {missing[:5]}"

    def test_nothing_is_there_that_is_gone(self, texts, path):
        gone = [source for source in translate.read(path) if source not in texts]
        assert not gone, f"{AGAIN}: {gone[:5]}"

    def test_everything_is_translated(self, path):
        unfinished = [m.source for m in translate.read(path).values() if not m.translation.strip()]
        assert not unfinished, unfinished[:5]

    def test_translations_have_the_fields_of_their_source(self, path):
        wrong = [m.source for m in done(path) if fields(m.source) != fields(m.translation)]
        assert not wrong

    def test_translations_end_as_their_source(self, path):
        """Dots stay dots: they say that a dialog follows. Line breaks stay."""
        wrong = [
            m.source
            for m in done(path)
            if (m.source.endswith("…") and "…" not in m.translation)
            or m.source.count("\n") != m.translation.count("\n")
        ]
        assert not wrong

    def test_titles_with_an_access_key_keep_one(self, path):
        wrong = [m.source for m in done(path) if m.source.count("&") != m.translation.count("&")]
        assert not wrong

    def test_the_file_is_in_its_one_form(self, texts, path):
        assert path.read_text(encoding="utf-8") == translate.merged(texts, path), AGAIN

    def test_what_is_loaded_is_up_to_date(self, path):
        assert path.with_suffix(".qm").read_bytes() == translate.compiled(path), AGAIN

    def test_qt_finds_each_translation(self, path):
        translator = QTranslator()
        assert translator.load(str(path.with_suffix(".qm")))
        for message in done(path):
            assert translator.translate(translate.CONTEXT, message.source, "", 2) == message.translation


# ---- extraction ----


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('tr("Export…")', [("", "Export…")]),
        ('tr("one " "two", n=1)', [("", "one two")]),
        ('tr_n("{n} row", "{n} rows", count)', [("{n} row", "{n} rows")]),
        ('X = {1: later("included")}', [("", "included")]),
        ("tr(command.title)", []),
        ("tr(WORDS[key])", []),
        ("tr(A.b if x else A.c)", []),
        ('tr("a" if x else "b")', [("", "a"), ("", "b")]),
        ('self.tr("no")', []),
        ('tr("a") if x else tr("b")', [("", "a"), ("", "b")]),
    ],
)
def test_texts_of_a_module(code, found):
    assert sorted(translate.in_module(code, "m.py")) == sorted(found)


@pytest.mark.parametrize(
    "code",
    ['tr(f"{n} rows")', 'tr("a" + b)', 'tr("%d" % n)', 'tr("{}".format(n))', "tr(name())", 'tr_n("{n} row", f"{n}", n)'],
)  # fmt: skip
def test_texts_that_are_no_literals_are_refused(code):
    with pytest.raises(translate.Mistake, match=r"m\.py:1: .* is no literal"):
        list(translate.in_module(code, "m.py"))


def test_merging_keeps_translations_and_drops_what_is_gone(tmp_path):
    path = tmp_path / "labline_zh_CN.ts"
    message = translate.Message
    path.write_text(
        translate.written([message("Old", translation="旧"), message("<a> & b", translation="甲 <a>")], "zh_CN")
    )
    found = {"<a> & b": message("<a> & b"), "{n} rows": message("{n} rows", one="{n} row")}
    path.write_text(translate.merged(found, path))
    assert translate.read(path) == {
        "<a> & b": message("<a> & b", translation="甲 <a>"), "{n} rows": message("{n} rows")
    }  # fmt: skip
    assert translate.merged(found, path) == path.read_text()
