"""People, organizations and publications of the bundled dossier: what the documents say of each, and of themselves."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from db.dossier import Fact
from db.kinds import Kind
from db.numbers import parse_number
from db.typed import affiliation
from tests.db.bundled.bundled_dossier import entities


def facts(slug: str, key: str, cite: str) -> list[Fact]:
    return [fact for fact in entities()[slug].facts.get(key, ()) if cite in map(str, fact.cite)]


STUDIES = [
    # person, organization, in the role, when, citation
    ("liang-wenfeng", "zhejiang-university", "Bachelor's", "2007", "001:81"),
    ("liang-wenfeng", "zhejiang-university", "Master's", "2010", "001:82"),
    ("zhihong-shao", "tsinghua-university", "PhD", "", "001:92"),
    ("zhihong-shao", "beihang-university", "BS", "", "001:92"),
    ("zhibin-gou", "tsinghua-sigs", "MS", "", "001:101"),
    ("zhibin-gou", "bupt", "BS", "", "001:102"),
    ("gao-huazuo", "peking-university", "BS", "2017", "001:110"),
    ("junxiao-song", "hkust", "PhD", "2015", "001:118"),
    ("junxiao-song", "zhejiang-university", "BS", "", "001:119"),
    ("luo-fuli", "peking-icl", "Master's", "", "001:125"),
    ("daya-guo", "sun-yat-sen-university", "BS", "", "001:134"),
    ("daya-guo", "sun-yat-sen-university", "PhD", "2018-2023", "001:135"),
    ("zeng-wangding", "bupt-ai-institute", "Master's", "since 2021", "001:143"),
    ("pan-zizheng", "harbin-institute-of-technology", "BS", "", "001:149"),
    ("pan-zizheng", "university-of-adelaide", "MS", "", "001:150"),
    ("pan-zizheng", "monash-university", "PhD", "2021-2024", "001:151"),
]


@pytest.mark.parametrize(("person", "place", "degree", "when", "cite"), STUDIES)
def test_education(person: str, place: str, degree: str, when: str, cite: str) -> None:
    found = [fact for fact in facts(person, "affiliation", cite) if fact.value == place]
    assert [(degree in fact.role, fact.when) for fact in found] == [(True, when)]
    assert affiliation(found[0].role) == "education"
    assert facts(person, "degree", cite)


@pytest.mark.parametrize(
    ("person", "place", "when", "cite"),
    [
        ("zhibin-gou", "msra-nlc", "Jan 2023 - May 2024", "001:103"),
        ("pan-zizheng", "nvidia", "Summer 2023", "001:152"),
        ("zhenda-xie", "microsoft-research-asia", "2019-2023", "001:160"),
    ],
)
def test_internship(person: str, place: str, when: str, cite: str) -> None:
    found = facts(person, "affiliation", cite)
    assert [(fact.value, fact.when, affiliation(fact.role)) for fact in found] == [(place, when, "internship")]


@pytest.mark.parametrize(
    ("person", "mentors"),
    [
        ("zhihong-shao", ["nan-duan", "weizhu-chen"]),
        ("zhibin-gou", ["yujiu-yang", "yeyun-gong", "weizhu-chen"]),
        ("daya-guo", ["ming-zhou", "nan-duan", "duyu-tang"]),
        ("zhenda-xie", ["han-hu"]),
    ],
)
def test_mentors(person: str, mentors: list[str]) -> None:
    assert [fact.value for fact in entities()[person].facts["mentor"]] == mentors


FIGURES = [
    # entity, property, value, role, qualifier, when, citation
    ("liang-wenfeng", "stake", 84, "DeepSeek", "", "May 2024", "000:43"),
    ("liang-wenfeng", "stake", 84, "DeepSeek", "", "", "001:85"),
    ("luo-fuli", "age", 29, "", "", "", "001:124"),
    ("gao-huazuo", "figure", 12, "research papers", "over", "", "001:112"),
    ("gao-huazuo", "figure", 886, "citations", "over", "", "001:112"),
    ("deepseek", "headcount", 200, "", "", "", "003:13"),
    ("deepseek", "headcount", 200, "", "about", "January 2025", "001:170"),
    ("deepseek", "investment", 50e6, "initial investment", "", "", "001:27"),
    ("deepseek", "stake", 100, "High-Flyer", "", "", "001:26"),
    ("deepseek", "gpus", 2048, "Nvidia H800", "", "", "002:20"),
    ("high-flyer", "headcount", 113, "", "reported", "", "003:24"),
    ("high-flyer", "revenue", 59e6, "", "reported", "", "003:24"),
    ("high-flyer", "assets", 8e9, "", "reported", "", "003:24"),
    ("high-flyer", "gpus", 10_000, "Nvidia A100", "", "2019–2022", "003:26"),
    ("openai", "headcount", 3500, "", "at least", "", "003:13"),
    ("nvidia", "market_value", 600e9, "lost after DeepSeek’s breakthrough", "", "", "000:7"),
    ("stargate", "investment", 100e9, "planned", "at least", "", "002:27"),
]


@pytest.mark.parametrize(("slug", "key", "value", "role", "qualifier", "when", "cite"), FIGURES)
def test_figure_of_a_person_or_organization(
    slug: str, key: str, value: float, role: str, qualifier: str, when: str, cite: str
) -> None:
    found = [(parse_number(fact.value).value, fact.role, fact.qualifier, fact.when) for fact in facts(slug, key, cite)]
    assert (value, role, qualifier, when) in found


@pytest.mark.parametrize("number", range(1, 30))
def test_reference_of_the_column(number: int) -> None:
    cite = f"003:{175 + number}"
    cited = [
        slug
        for slug, entity in entities().items()
        if entity.kind is Kind.PUBLICATION
        and any(fact.role == "number among the column’s references" for fact in facts(slug, "figure", cite))
    ]
    assert len(cited) == 1
    slug = cited[0]
    assert [fact.value for fact in facts(slug, "figure", cite)] == [str(number)]
    for key in ("title", "author", "date"):
        assert facts(slug, key, cite), key
    roles = {fact.role for fact in entities()[slug].facts["claim"]}
    assert "cited for" in roles, "the place where the column uses it"


@pytest.mark.parametrize(
    ("slug", "key", "cite", "words"),
    [
        ("ref-2-baek", "link", "003:177", "Reference 14 gives the same address"),
        ("ref-14-mortensen", "link", "003:189", "Reference 2 gives the same address"),
        ("ref-14-mortensen", "date", "003:189", "Later than all else"),
        ("ref-22-rush", "date", "003:197", "2025 must be meant"),
        ("footnote-d", "link", "003:58", "Footnote e gives the same address"),
        ("footnote-e", "link", "003:100", "Footnote d gives the same address"),
        ("luo-fuli", "affiliation", "001:127", "before the company was founded"),
        ("high-flyer", "founded", "000:15", "co-founded in 2016"),
        ("deepseek", "owner", "000:41", "Line 1 of the same article"),
        ("deepseek", "claim", "001:29", "no plans or steps to earn money"),
        ("deepseek", "claim", "002:18", "finds many with study or work abroad"),
    ],
)
def test_what_is_doubtful_carries_a_note(slug: str, key: str, cite: str, words: str) -> None:
    assert any(words in fact.note for fact in facts(slug, key, cite))


def test_every_person_has_a_role_and_every_cited_author_a_publication() -> None:
    people = [entity for entity in entities().values() if entity.kind is Kind.PERSON]
    assert len(people) >= 52
    for person in people:
        roles = {fact.value for fact in person.facts.get("role", ())}
        credited = {fact.value for fact in person.facts.get("credit", ())}
        assert roles or credited, person.id
        if "cited author" in roles:
            assert any(slug.startswith("ref-") for slug in credited), person.id


def test_authors_of_the_references_are_people() -> None:
    printed = {
        fact.value
        for entity in entities().values()
        if entity.id.startswith("ref-")
        for fact in entity.facts["author"]
        if re.search(r", [A-Z]\.", fact.value)
    }
    known = {
        fact.value
        for entity in entities().values()
        if entity.kind is Kind.PERSON
        for fact in entity.facts.get("alias", ())
    }
    assert len(printed) > 25
    assert printed <= known


def test_founding_of_the_fund_is_kept_in_all_three_versions() -> None:
    founded = Counter(str(cite) for fact in entities()["high-flyer"].facts["founded"] for cite in fact.cite)
    assert founded == Counter(["000:11", "000:15", "001:83", "003:21"])
