from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.texts import ENGLISH, Language, install, language, tr, tr_n

WORDS = {
    "Export…": "导出…",
    "{n} of {total} shown": "共 {total} 个，显示 {n} 个",
    "{n:,} releases": "{n:,} 个发布",
    "{name} is open": "{nmae} 已打开",
    "{name} is closed": "{name} 已关闭 {",
    "{name} is new": "{0} 是新的",
    "{name} is old": "{name.missing} 是旧的",
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install(ENGLISH)


@pytest.fixture
def chinese() -> None:
    install(Language("zh_CN", lambda text, _n: WORDS.get(text, text)))


def test_english_without_a_language() -> None:
    assert language() == "en"
    assert tr("Export…") == "Export…"
    assert tr("{n} of {total} shown", n=3, total=9) == "3 of 9 shown"
    assert tr("a {brace}") == "a {brace}"


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 releases"), (1, "1 release"), (2, "2 releases"), (1234, "1,234 releases")]
)
def test_english_numbers(n: int, text: str) -> None:
    assert tr_n("{n:,} release", "{n:,} releases", n) == text


@pytest.mark.usefixtures("chinese")
def test_values_are_filled_after_translation() -> None:
    assert language() == "zh_CN"
    assert tr("Export…") == "导出…"
    assert tr("{n} of {total} shown", n=3, total=9) == "共 9 个，显示 3 个"
    assert tr_n("{n:,} release", "{n:,} releases", 1) == "1 个发布"
    assert tr_n("{n:,} person", "{n:,} people", 1) == "1 person", "untranslated texts keep their English singular"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("text", ["{name} is open", "{name} is closed", "{name} is new", "{name} is old"])
def test_a_translation_with_wrong_fields_falls_back_to_english(text: str) -> None:
    assert tr(text, name="R1") == text.format(name="R1")


def test_braces_in_values_are_text() -> None:
    assert tr("{name} is open", name="{name}") == "{name} is open"


def test_a_wrong_field_in_the_source_is_an_error() -> None:
    with pytest.raises(KeyError):
        tr("{name} is open", nmae="R1")
