"""People: their standing, their years, their order; the profile of one; who worked on what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db import people as p
from db import queries, texts
from db.atomic import WriteError
from db.exporters.team import team_csv, write_team
from db.filters import FilterSpec
from db.kinds import Kind
from db.people import STANDINGS, Standing, both_names, family_name, is_contribution, named, order
from db.person import profile, shared_among, works_with
from db.start import open_or_create
from db.team import ordered, team
from tests.small_database import fact, id_of, reading


def person(slug: str, name: str, **facts: object) -> dict:
    return {"kind": "person", "id": slug, "name": name, "facts": facts}


def release(slug: str, date: str = "", **facts: object) -> dict:
    dated = {"date": fact(date)} if date else {}
    return {"kind": "release", "id": slug, "name": slug.upper(), "facts": {**dated, **facts}}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    {"kind": "organization", "id": "lab", "name": "Lab"},
    {"kind": "organization", "id": "school", "name": "School"},
    release("one", "2023-05-02", paper=fact("one-paper")),
    release("two", "2024"),
    release("=late", "2025-01"),
    {"kind": "publication", "id": "one-paper", "name": "On One", "facts": {"date": fact("2022-11")}},
    {"kind": "publication", "id": "column", "name": "A column", "facts": {"date": fact("2025")}},
    person("wei", "Wei Zhang", alias=fact("张伟", role="native"), name_order=fact("family name last"),
           role=[fact("Researcher"), fact("quoted")],
           credit=[fact("one", role="lead"), fact("one", "s2:3", role="lead"), fact("two", role="tester")],
           affiliation=[fact("lab", role="Researcher", when="2022 to 2024"), fact("school", role="PhD", when="2019"),
                        fact("lab", role="Intern")],
           mentor=fact("old", role="thesis"), award=fact("A prize"), birth=[fact("1990"), fact("1991", "s2:2")]),
    person("bo", "Li Bo", name_order=fact("family name first"), credit=fact("one-paper", role="author")),
    person("cara", "Cara", credit=[fact("two"), fact("one", role="thanked")]),
    person("staff", "Staff Member", affiliation=fact("lab", role="Engineer")),
    person("old", "Old Master", affiliation=fact("school", role="adviser")),
    person("critic", "A. Critic", name_order=fact("family name first"), role=[fact("cited author")],
           credit=fact("column", role="author"), affiliation=fact("lab", role="founder")),
    person("nobody", "No Body"),
]  # fmt: skip


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    entities = [{**one, "id": "late"} if one["id"] == "=late" else one for one in ENTITIES]
    with reading(entities) as conn:
        yield conn


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with open_or_create(tmp_path_factory.mktemp("bundled") / "own.db") as database, database.read() as conn:
        yield conn


# ---- names and roles ----


@pytest.mark.parametrize(
    ("role", "work"),
    [("key contributor", True), ("", True), ("author", True), ("core author of its paper", True), ("quoted", False),
     ("cited author", False), ("cited editor", False), ("mentioned", False), ("thanked", False), ("reporter", False),
     ("comments and help", False), ("Interviewed", False), ("引用", False), ("excited", True), ("commenter", True)],
)  # fmt: skip
def test_being_quoted_cited_or_thanked_is_no_contribution(role: str, work: bool) -> None:
    assert is_contribution(role) is work


@pytest.mark.parametrize(
    ("name", "said", "family"),
    [("Liang Wenfeng", "family name first", "Liang"), ("Zhihong Shao", "family name last", "Shao"),
     ("D.H. Baek", "family name first", "Baek"), ("T.-F. Cheng", "family name first", "Cheng"),
     ("Dario Amodei", "family name last", "Amodei"), ("LeCun", "family name last", ""), ("Han Hu", "", "")],
)  # fmt: skip
def test_finds_the_family_name(name: str, said: str, family: str) -> None:
    assert family_name(name, said) == family


def test_puts_the_script_of_the_language_first() -> None:
    assert both_names("Liang Wenfeng", "梁文锋") == "Liang Wenfeng 梁文锋"
    assert both_names("Han Hu", "") == "Han Hu"
    texts.install(texts.Language("zh_CN", lambda text, _n: text))
    try:
        assert both_names("Liang Wenfeng", "梁文锋") == "梁文锋 Liang Wenfeng"
        assert both_names("Ada", "Адa") == "Ada Адa"
    finally:
        texts.install(texts.ENGLISH)


# ---- the list ----


def test_tells_who_works_and_who_is_only_spoken_of(conn: Connection) -> None:
    everyone = p.people(conn)
    standings = {name: STANDINGS[at] for name, at in zip(everyone.names, everyone.standings, strict=True)}
    assert standings == {
        "Wei Zhang": Standing.CONTRIBUTOR, "Li Bo": Standing.CONTRIBUTOR, "Cara": Standing.CONTRIBUTOR,
        "Staff Member": Standing.STAFF, "Old Master": Standing.MENTOR, "A. Critic": Standing.SPOKEN,
        "No Body": Standing.NAMED,
    }  # fmt: skip


def test_counts_credits_and_years(conn: Connection) -> None:
    everyone = p.people(conn)
    rows = zip(everyone.names, everyone.credits, everyone.first_year, everyone.last_year, strict=True)
    found = {name: (int(credits), int(first), int(last)) for name, credits, first, last in rows}
    assert found["Wei Zhang"] == (2, 2019, 2024)
    assert found["Cara"] == (1, 2023, 2024)  # being thanked is dated, but no credit
    assert found["Staff Member"] == (0, 0, 0)
    assert everyone.disputed.tolist().count(True) == 1


def test_orders_with_the_unknown_last_either_way(conn: Connection) -> None:
    everyone = p.people(conn)

    def names(*sort: tuple[str, bool]) -> list[str]:
        return [everyone.names[at] for at in order(everyone, sort)]

    assert names() == names(("name", False)) == sorted(everyone.names, key=str.casefold)
    assert names(("name", True)) == sorted(everyone.names, key=str.casefold, reverse=True)
    assert names(("credits", True), ("name", True))[:3] == ["Wei Zhang", "Li Bo", "Cara"]
    unknown = {"Staff Member", "Old Master", "No Body"}
    for descending in (False, True):
        assert set(names(("years", descending))[-3:]) == unknown
        assert names(("role", descending))[0] in ("A. Critic", "Wei Zhang")
    with pytest.raises(KeyError):
        names(("age", False))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("zhang", ["Wei Zhang"]), ("张", ["Wei Zhang"]), ("zhangwei", ["Wei Zhang"]), ("wei z", ["Wei Zhang"]),
     ("lab", []), ("cr", ["A. Critic"])],
)  # fmt: skip
def test_finds_people_by_their_own_names_alone(conn: Connection, typed: str, found: list[str]) -> None:
    everyone = p.people(conn)
    places = [everyone.place_of(id_) for id_ in named(conn, typed).tolist()]
    assert [everyone.names[at] for at in places if at is not None] == found


def test_finds_everyone_where_nothing_can_be_looked_for(conn: Connection) -> None:
    assert named(conn, " ?! ").tolist() == p.people(conn).ids.tolist()


# ---- the profile ----


def test_profile_gathers_what_is_known(conn: Connection) -> None:
    found = profile(conn, id_of(conn, "wei"))
    assert found is not None
    assert (found.native, found.family, found.standing) == ("张伟", "Zhang", Standing.CONTRIBUTOR)
    career = [(one.organization.name, one.role, one.type, one.when and one.when.edtf) for one in found.career]
    assert career == [
        ("School", "PhD", "education", "2019"), ("Lab", "Researcher", "employment", "2022/2024"),
        ("Lab", "Intern", "internship", None),
    ]  # fmt: skip
    assert [(row.target.name, row.kind, row.roles, row.work) for row in found.credits] == [
        ("TWO", Kind.RELEASE, ("tester",), True), ("ONE", Kind.RELEASE, ("lead",), True)]  # fmt: skip
    assert [row.said.sources for row in found.credits] == [1, 2]
    assert [(tie.person.name, tie.role) for tie in found.mentors] == [("Old Master", "thesis")]
    assert [(one.person.name, [ref.name for ref in one.shared]) for one in found.colleagues] == [("Cara", ["TWO"])]
    assert found.facts - found.alone == 1  # the lead of ONE is the one fact that two sources tell
    assert any(row.property == "birth" for row in found.details.disagreements)


def test_profile_of_a_mentor_names_whom_they_taught(conn: Connection) -> None:
    found = profile(conn, id_of(conn, "old"))
    assert found is not None
    assert [(tie.person.name, tie.role) for tie in found.mentees] == [("Wei Zhang", "thesis")]


def test_thanks_come_last_and_are_no_work(conn: Connection) -> None:
    found = profile(conn, id_of(conn, "cara"))
    assert found is not None
    assert [(row.target.name, row.work) for row in found.credits] == [("TWO", True), ("ONE", False)]


def test_only_people_have_profiles(conn: Connection) -> None:
    assert profile(conn, id_of(conn, "lab")) is None
    assert profile(conn, 10_000) is None


def test_counts_what_two_share(conn: Connection) -> None:
    wei, cara, bo = (id_of(conn, slug) for slug in ("wei", "cara", "bo"))
    assert shared_among(conn, [wei, cara, bo]) == {tuple(sorted((wei, cara))): 1}
    assert works_with(conn, bo, 5) == ()
    assert works_with(conn, wei, 0) == ()


# ---- the team ----


def test_team_holds_credits_on_releases_and_their_papers(conn: Connection) -> None:
    ids = [id_of(conn, slug) for slug in ("late", "two", "one", "lab")]
    found = team(conn, ids)
    assert [ref.name for ref in found.releases] == ["ONE", "TWO", "=LATE"]
    table = {one.name: [one.text(at) for at in range(3)] for one in found.members}
    assert table == {
        "Wei Zhang 张伟": ["lead", "tester", ""],
        "Cara": ["", "credited", ""],  # the thanks for ONE are no work on it
        "Li Bo": ["author (paper)", "", ""],
    }
    assert list(table) == ["Wei Zhang 张伟", "Cara", "Li Bo"]


def test_team_orders_by_name_count_and_release(conn: Connection) -> None:
    members = team(conn, [id_of(conn, slug) for slug in ("one", "two")]).members

    def names(column: int | None, *, descending: bool = False) -> list[str]:
        return [one.person.name for one in ordered(members, column, descending=descending)]

    assert names(-1) == ["Cara", "Li Bo", "Wei Zhang"]
    assert names(-1, descending=True) == ["Wei Zhang", "Li Bo", "Cara"]
    assert names(0) == ["Li Bo", "Wei Zhang", "Cara"]
    assert names(0, descending=True) == ["Wei Zhang", "Li Bo", "Cara"]
    assert names(None)[0] == "Wei Zhang"
    assert names(None, descending=True)[-1] == "Wei Zhang"


def test_team_leaves_out_what_has_no_room_and_says_so(conn: Connection) -> None:
    found = team(conn, [id_of(conn, slug) for slug in ("one", "two", "late")], most=1)
    assert ([ref.name for ref in found.releases], found.left_out) == (["ONE"], 2)
    assert team(conn, []).members == ()


def test_team_exports_guarded(conn: Connection, tmp_path: Path) -> None:
    found = team(conn, [id_of(conn, slug) for slug in ("one", "late")])
    target = tmp_path / "team.csv"
    write_team(found, found.members, target)
    lines = target.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "person,native_name,releases,ONE,'=LATE"
    assert lines[-2:] == ["Wei Zhang,张伟,1,lead,", ""]
    assert target.read_bytes() == team_csv(found, found.members)
    with pytest.raises(WriteError):
        write_team(found, found.members, tmp_path / "none" / "team.csv")


# ---- the bundled dossier ----


def test_bundled_people_who_are_only_quoted_or_cited_are_no_staff(bundled: Connection) -> None:
    everyone = p.people(bundled)
    spoken = {everyone.names[at] for at, code in enumerate(everyone.standings) if STANDINGS[code] is Standing.SPOKEN}
    assert {"Ritwik Gupta", "Elon Musk", "Dario Amodei", "LeCun", "Li Qiang", "Imran Sayeed", "D.H. Baek"} <= spoken
    releases = queries.ids(bundled, Kind.RELEASE, FilterSpec())
    members = {one.person.name for one in team(bundled, list(releases)).members}
    assert members
    assert not members & spoken


def test_bundled_names_stand_in_their_order(bundled: Connection) -> None:
    everyone = p.people(bundled)
    families = dict(zip(everyone.names, everyone.families, strict=True))
    wanted = {"Liang Wenfeng": "Liang", "Zhihong Shao": "Shao", "Gao Huazuo": "Gao", "Luo Fuli": "Luo",
              "Daya Guo": "Guo", "D.H. Baek": "Baek"}  # fmt: skip
    assert {name: families[name] for name in wanted} == wanted
