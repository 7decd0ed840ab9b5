"""Errors of a dossier name file, line and field, and come all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.dossier_files import MAX_PROBLEMS, DossierError, read_dossier

ABOUT = "format: 1\nid: ex\ntitle: Example\n"
SOURCES = "- id: paper\n  name: A paper\n  lines: 100\n  sections: [{line: 1, title: A}, {line: 9, title: B}]\n"
GOOD = """\
- id: ex-1
  name: Ex-1
  facts:
    date: {value: 6 May 2024, cite: "paper:12"}
    open_weights: {value: yes, cite: [paper, "paper:3-4"]}
    parent: {name: Somebody's model, role: finetune, basis: inferred, ground: The name says so}
  variants:
    - {id: 7b, name: 7B, facts: {params: {value: 7B, cite: "paper:12"}}}
"""


def write(folder: Path, **files: str) -> Path:
    files = {"dossier": ABOUT, "sources": SOURCES, **files}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(DossierError) as caught:
        read_dossier(folder)
    assert str(caught.value).splitlines()[: len(caught.value.problems)] == [str(p) for p in caught.value.problems]
    return [str(problem) for problem in caught.value.problems]


def test_a_good_dossier(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("notes")
    dossier = read_dossier(write(tmp_path, releases=GOOD))
    source, release = dossier.entities
    assert (source.lines, source.sections[1].title) == (100, "B")
    assert release.facts["date"][0].value == "6 May 2024"
    assert [str(cite) for cite in release.facts["open_weights"][0].cite] == ["paper", "paper:3-4"]
    assert release.facts["parent"][0].name == "Somebody's model"
    assert release.variants[0].facts["params"][0].value == "7B"


FACTS = [
    ("date: {value: Febuary 2024}", "releases.yaml:4: ex-1 › facts › date › value: “Febuary 2024”"),
    ("technque: {value: x}", "releases.yaml:4: ex-1 › facts › technque: “technque” is not a property; did you mean technique?"),
    ("birth: {value: 1990}", "“birth” is no property here; it belongs in people.yaml"),
    ("params: {value: 7B}", "“params” is stated of a variant"),
    ("context: {value: lots}", "“lots” is not a number"),
    ("open_weights: {value: maybe}", "“maybe” is neither yes nor no"),
    ("link: {value: 'javascript:alert(1)'}", "http:// or https://"),
    ("link: {value: 'https://a b'}", "http:// or https://"),
    ("link: {value: 'https://a.org', role: gihub}", "“gihub” is not a role of link"),
    ("technique: {value: nothing}", "“nothing” is not an id in techniques.yaml"),
    ("technique: {name: Nothing}", "a bare name is not possible for technique"),
    ("parent: {value: paper}", "“paper” stands in sources.yaml; parent takes an id of releases.yaml"),
    ("parent: {value: ex-2}", "did you mean ex-1?; write name: instead of value: if it has no entry"),
    ("date: [{value: 2024, rank: preferred}, {value: 2023, rank: preferred}]", "two values of rank preferred"),
    ("date: []", "has no fact"),
    ("date: {value: 2024, cite: 'press:3'}", "“press” is not an id in sources.yaml"),
    ("date: {value: 2024, cite: 'ex-1:3'}", "“ex-1” is not an id in sources.yaml"),
    ("date: {value: 2024, cite: 'paper:99-101'}", "line 101 is beyond the 100 lines of paper"),
    ("date: {value: 2024, cite: 'paper:9-3'}", "ends before it starts"),
    ("date: {value: 2024, cite: 'paper line 3'}", "is not a citation"),
    ("date: {value: 2024, cite: {source: paper, first: 9, last: 3}}", "“paper:9-3” ends before it starts"),
    ("date: {value: 2024, cite: {source: paper, first: 3}}", "a first and a last line or neither"),
    ("date: {value: 2024, cite: {source: paper, first: -3, last: 3}}", "cite › first: must be 1 or more"),
    ('date: {value: 2024, cite: {source: paper, page: "3\\n4"}}', "a page is one line"),
    ("date: {value: 2024, when: someday}", "facts › date › when: “someday”"),
    ("date: {value: 2024, basis: inferred}", "an inferred fact needs its ground"),
    ("date: {value: 2024, name: x}", "either a value or a name"),
    ("date: {cite: paper}", "either a value or a name"),
    ("date: {value: 2024, rank: best}", "“best” is not possible; write preferred, normal or deprecated"),
    ("date: {value: 2024, nmae: x}", "facts › date › nmae: is not a field here; did you mean name?"),
    ("date: 2024", "facts › date: must be a mapping such as {value: …, cite: …}"),
    ("date:", "facts › date: must be a mapping"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "expected"), FACTS)
def test_a_fault_of_a_fact(tmp_path: Path, fact: str, expected: str) -> None:
    (problem,) = problems(write(tmp_path, releases=f"- id: ex-1\n  name: Ex\n  facts:\n    {fact}\n"))
    assert problem.startswith("releases.yaml:4: ex-1 › facts › ")
    assert expected in problem


ENTITIES = [
    ("releases", "- id: Ex 1\n  name: x\n", "releases.yaml:1: Ex 1 › id: “Ex 1” is not an id"),
    ("releases", "- id: ex-1\n", "releases.yaml:1: ex-1 › name: is missing"),
    ("releases", "- id: ex-1\n  name:\n", "releases.yaml:2: ex-1 › name: must be one text"),
    ("releases", "- id: paper\n  name: x\n", "releases.yaml:1: paper › id: “paper” is an id in sources.yaml too"),
    ("releases", "- id: a\n  kind: person\n  name: x\n", "releases.yaml:2: a › kind: the file says the kind"),
    ("releases", "a: b\n", "releases.yaml:1: must be a list"),
    ("releases", "- a\n", "releases.yaml:1: must be an entity"),
    ("releases", "- id: a\n  name: a\n  name: b\n", "releases.yaml:3: “name” stands twice"),
    ("releases", "- id: a\n  name: a\n  lines: 3\n", "releases.yaml:3: a › lines: only a source has it"),
    ("people", "- id: a\n  name: a\n  variants: [{id: b, name: b}]\n", "people.yaml:3: a › variants: only a release"),
    ("releases", "- id: a\n  name: a\n  variants:\n    - {id: b, name: b}\n    - {id: b, name: c}\n", "releases.yaml:5: a › variants › b › id: two variants"),
    ("releases", "- id: a\n  name: a\n  variants:\n    - id: b\n      name: b\n      facts:\n        params: {value: -7B}\n", "releases.yaml:7: a › variants › b › facts › params › value: “-7B” is out of range"),
    ("sources", "- id: a\n  name: a\n  lines: 5\n  sections:\n    - {line: 3, title: x}\n    - {line: 3, title: y}\n", "sources.yaml:6: a › sections › 2: line 3 comes after line 3"),
    ("sources", "- id: a\n  name: a\n  lines: 0\n", "sources.yaml:3: a › lines: must be 1 or more"),
    ("sources", f"- id: a\n  name: a\n  lines: 1{'0' * 20}\n", "sources.yaml:3: a › lines: must be 9,999,999 or less"),
    ("sources", f"- id: a\n  name: a\n  lines: {'9' * 5000}\n", "a › lines: must be a whole number of a few digits"),
    ("sources", f"- id: a\n  name: a\n  sections: [{{line: 1{'0' * 20}, title: x}}]\n", "line: must be 9,999,999 or less"),
    ("sources", "- id: a\n  name: a\n  lines: 5\n  sections: [{line: 6, title: x}]\n", "beyond the document's 5 lines"),
    ("sources", "- id: a\n  name: a\n  lines: few\n", "sources.yaml:3: a › lines: must be a whole number"),
    ("relases", "[]", "relases.yaml: is not a file of a dossier; did you mean releases.yaml?"),
    ("dossier", "format: 2\nid: x\n", "dossier.yaml:1: x › format: version 2 of the format is newer"),
    ("dossier", "id: x\n", "dossier.yaml:1: x › title: is missing"),
    ("dossier", "", "dossier.yaml:1: must be a mapping"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "expected"), ENTITIES)
def test_a_fault_of_an_entity_or_file(tmp_path: Path, file: str, text: str, expected: str) -> None:
    (problem,) = problems(write(tmp_path, **{file: text}))
    assert expected in problem


def test_all_faults_are_told_in_order_but_not_without_end(tmp_path: Path) -> None:
    text = "".join(f"- id: r{i}\n  name: r\n  facts: {{date: {{value: someday}}}}\n" for i in range(60))
    told = problems(write(tmp_path, releases=text))
    assert len(told) == MAX_PROBLEMS
    assert told[:2] == [p for p in told if p.startswith(("releases.yaml:3:", "releases.yaml:6:"))]
    with pytest.raises(DossierError, match="and 10 more"):
        read_dossier(tmp_path)


def test_a_missing_folder_and_a_missing_about(tmp_path: Path) -> None:
    assert "cannot be read" in problems(tmp_path / "none")[0]
    (problem,) = problems(tmp_path)
    assert problem.startswith("dossier.yaml: is missing")
