"""`labline check` tells what a dossier holds, finds each wrong citation with its place, and passes what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.__main__ import main
from db.check import tally
from db.dossier_files import read_dossier
from db.engine import memory_database
from db.start import open_or_create
from db.store import store
from tests.db.bundled.bundled_dossier import FOLDER

ABOUT = "format: 1\nid: ex\ntitle: Example\nversion: '2'\n"
SOURCES = """\
- {id: paper, name: A paper, lines: 6, sections: [{line: 1, title: A paper}]}
- {id: press, name: A report on the Lab, lines: 2}
"""
PAPER = """\
A paper on Ex-1

Ex-1, of 7 B parameters, came out on May 6, 2024 and cost over 5.58M dollars; see https://example.org/ex for it.
It is openly licensed under MIT; Ex-1.5 follows. One-tenth of fifteen billion tokens were code.
“The Founder”, A. B. See, leads it.

"""
PRESS = "Ex-1 appeared in April 2024 ✅\nA. B. See: chief scientist\n"
RELEASE = """\
- id: ex-1
  name: Ex-1
  facts:
    date:
      - {value: 6 May 2024, cite: "paper:3"}
      - {value: April 2024, cite: "press:1"}
"""
PERSON = '- {id: see, name: A. B. See, facts: {affiliation: {value: lab, role: chief scientist, cite: "press:2"}}}\n'
LAB = "- {id: lab, name: Lab}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    texts = {"dossier": ABOUT, "sources": SOURCES, "releases": RELEASE, "people": PERSON, "organizations": LAB}
    for name, text in texts.items():
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "paper_1.txt").write_text(PAPER, encoding="utf-8")
    (documents / "press.txt").write_text(PRESS, encoding="utf-8")
    (documents / "papers.txt").write_text("of no source", encoding="utf-8")
    return made


def run(capfd: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main(["check", *(str(word) for word in words)])
    out, err = capfd.readouterr()
    return code, out, err


def test_what_is_right_passes_with_its_numbers(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, folder, "--sources", folder.parent / "documents")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
Example 2

       2  sources
       1  organizations
       1  people
       1  releases
       5  entities in all

       1  statements of paper (A paper)
       2  statements of press (A report on the Lab)
       3  statements in all
       0  of these inferred
       0  of these uncited

       1  disagreements
       0  refinements

citations held against the documents paper, press
nothing wrong
"""
    )


INFERRED = 'date: {value: 2024, cite: "paper:3", basis: inferred, ground: '
FACTS = [
    ('date: {value: 7 May 2024, cite: "paper:3"}', "“7 May 2024” is not in the cited lines"),
    ('date: {value: 6 May 2024, cite: ["paper:3", "paper:4"]}', "paper:4: “6 May 2024” is not in the cited lines"),
    ('date: {value: 6 May 2024, cite: "paper:6"}', "the cited lines are empty"),
    ("date: {value: 6 May 2024, cite: paper}", ""),
    ("date: {value: 6 May 2024}", "cites nothing"),
    ('training_cost: {value: 5.58 million, cite: "paper:3"}', ""),
    ('training_cost: {value: 5.6M, cite: "paper:3"}', "“5.6M” is not in the cited lines"),
    ('tokens: {value: 15 billion, cite: "paper:4"}', ""),
    ('link: {value: "https://example.org/ex", cite: "paper:3"}', ""),
    ('link: {value: "https://example.org/ax", cite: "paper:3"}', "“https://example.org/ax” is not in"),
    ('license: {value: MIT, cite: "paper:4"}', ""),
    ('license: {value: MIT, cite: "paper:3"}', "“MIT” is not in"),
    ('open_weights: {value: yes, cite: "press:1"}', ""),
    ('open_weights: {value: yes, cite: "press:2"}', "“yes” is not in"),
    ('organization: {value: lab, cite: "paper:1-6"}', "“Lab” is not in"),
    ('organization: {value: lab, cite: "paper:5", note: “Her lab” is meant}', "“Lab” is not in"),
    ('organization: {value: lab, cite: "paper:4", note: “openly licensed” is said of its work}', ""),
    ('parent: {name: Ex-1.5, cite: "paper:4"}', ""),
    ('parent: {name: Ex-1.5, cite: "paper:3"}', "“Ex-1.5” is not in"),
    ('parent: {value: ex-1, cite: "paper:4"}', "“Ex-1” is not in"),
    ('description: {value: A model in our own words, cite: "paper:3"}', ""),
    (INFERRED + "It “came out” then}", ""),
    (INFERRED + "It “went away” then}", "the ground quotes “went away”, which is not in"),
    (INFERRED + "Somebody says so}", "the ground quotes nothing"),
]


@pytest.mark.parametrize(("fact", "expected"), FACTS)
def test_a_citation_is_held_against_its_lines(
    folder: Path, capfd: pytest.CaptureFixture[str], fact: str, expected: str
) -> None:
    (folder / "releases.yaml").write_text(f"- id: ex-1\n  name: Ex-1\n  facts:\n    {fact}\n", encoding="utf-8")
    code, out, _ = run(capfd, folder, "--sources", folder.parent / "documents")
    *_, problem, summary = out.splitlines()
    if expected:
        assert (code, summary) == (1, "1 problem")
        assert problem.startswith(f"releases.yaml:4: ex-1 › facts › {fact.partition(':')[0]}") and expected in problem
    else:
        assert (code, summary) == (0, "nothing wrong"), problem


def test_a_variant_and_a_later_line_are_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    variants = '  variants:\n    - id: 7b\n      name: 7B\n      facts:\n        params: {value: 8B, cite: "paper:3"}\n'
    (folder / "releases.yaml").write_text(RELEASE.replace("April", "March") + variants, encoding="utf-8")
    code, out, _ = run(capfd, folder, "--sources", folder.parent / "documents")
    assert code == 1
    date, size, summary = out.splitlines()[-3:]
    assert date.startswith("releases.yaml:6: ex-1 › facts › date › 2 › cite: press:1: “March 2024” is not in")
    assert size.startswith("releases.yaml:11: ex-1 › variants › 7b › facts › params › cite: paper:3: “8B” is not in")
    assert summary == "2 problems"


def test_without_documents_only_what_the_dossier_says_is_checked(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "releases.yaml").write_text(RELEASE.replace("April", "March"), encoding="utf-8")
    code, out, _ = run(capfd, folder)
    assert code == 0
    assert "not held against paper, press; --sources" in out


def test_one_document_of_two(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "documents" / "press.txt").unlink()
    (folder / "releases.yaml").write_text(RELEASE.replace("April", "March"), encoding="utf-8")
    code, out, _ = run(capfd, folder, "--sources", folder.parent / "documents")
    assert code == 0
    assert "against the documents paper\n" in out and "not held against press;" in out


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("lines: 6", "lines: 7", "sources.yaml:1: paper › lines: the document has 6 lines, not 7"),
        ("title: A paper}", "title: Another}", "sources.yaml:1: paper › sections: “Another” is not on line 1"),
        ("{line: 1, title", "{line: 3, title", "sources.yaml:1: paper › sections: “A paper” is not on line 3"),
    ],
)
def test_a_source_has_the_lines_and_headings_of_its_document(
    folder: Path, capfd: pytest.CaptureFixture[str], old: str, new: str, expected: str
) -> None:
    (folder / "sources.yaml").write_text(SOURCES.replace(old, new), encoding="utf-8")
    code, out, _ = run(capfd, folder, "--sources", folder.parent / "documents")
    assert code == 1
    assert out.splitlines()[-2].startswith(expected)


def test_a_dossier_that_cannot_be_read_is_told_in_the_same_way(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = RELEASE.replace("6 May", "32 May").replace("press:1", "press:3")
    (folder / "releases.yaml").write_text(wrong, encoding="utf-8")
    code, out, err = run(capfd, folder)
    first, second, summary = out.splitlines()
    assert (code, err, summary) == (1, "", "2 problems")
    assert first.startswith("releases.yaml:5: ex-1 › facts › date › 1 › value: “32 May 2024”")
    assert second.startswith("releases.yaml:6:") and "line 3 is beyond the 2 lines of press" in second


def test_a_database(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "releases.yaml").write_text(RELEASE.replace("April", "March"), encoding="utf-8")
    path = tmp_path / "ex.db"
    assert main(["import", str(folder), "--db", str(path)]) == 0
    capfd.readouterr()
    code, out, _ = run(capfd, "--db", path, "--sources", folder.parent / "documents")
    *_, problem, summary = out.splitlines()
    assert (code, summary) == (1, "1 problem")
    assert problem.startswith("ex.db: ex-1 › facts › date › cite: press:1: “March 2024”")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["folder", "--db", "x.db"], "a dossier's folder or a database, not both"),
        (["--db", "/nowhere/x.db"], "/nowhere/x.db does not exist"),
        (["--sources", "/nowhere"], "/nowhere cannot be read"),
        (["--sources", str(FOLDER)], "begins with a source's id (000, 001, 002, 003)"),
    ],
)
def test_mistakes_are_explained(capfd: pytest.CaptureFixture[str], words: list[str], message: str) -> None:
    code, out, err = run(capfd, *words)
    assert (code, out) == (1, "")
    assert err.startswith("labline: ") and message in err and err.count("\n") == 1


def test_the_bundled_dossier_is_right_and_counted_as_the_database_counts(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capfd)
    assert code == 0 and out.endswith("nothing wrong\n")
    path = tmp_path / "own.db"
    open_or_create(path).close()
    assert run(capfd, "--db", path)[1] == out


def test_counts_are_those_of_the_tables() -> None:
    dossier = read_dossier(FOLDER)
    found = tally(dossier)
    database = memory_database()
    with database.write("all") as conn:
        store(conn, dossier)

        def count(query: str) -> int:
            return int(conn.exec_driver_sql(f"SELECT count(*) FROM {query}").scalar_one())

        assert found.statements == count("statement") > 3000
        assert found.inferred == count("statement WHERE basis = 'inferred'")
        assert found.uncited == count("statement WHERE source_id IS NULL") == 0
        assert found.disagreements == count("disagreement WHERE verdict = 'disagreement'")
        assert found.refinements == count("disagreement WHERE verdict = 'refinement'")
        assert dict(found.kinds) == {kind: count(f"entity WHERE kind = '{kind}'") for kind, _ in found.kinds}
    database.close()
