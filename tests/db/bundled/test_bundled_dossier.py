"""The bundled dossier says what the documents say: the 27 rows of the table, other releases, derivations, people."""

from __future__ import annotations

from collections import Counter

import pytest

from db.dossier import Entity
from db.edtf import parse
from db.kinds import Basis, Kind, Rank
from db.numbers import parse_number
from tests.db.bundled.bundled_dossier import dossier, entities

# id, line of the table in 001, date there, {variant: (total, active)}, number of links in the row
ROWS = [
    ("deepseek-coder", 198, "Nov 2, 2023", {"1.3B": ("1.3B", ""), "5.7B": ("5.7B", ""), "6.7B": ("6.7B", ""), "33B": ("33B", "")}, 2),
    ("deepseek-llm", 199, "Nov 29, 2023", {"7B": ("7B", ""), "67B": ("67B", "")}, 2),
    ("deepseek-moe", 200, "Jan 2024", {"16B-A2.8B": ("16B", "2.8B")}, 3),
    ("deepseek-math", 201, "Feb 2024", {"7B": ("7B", "")}, 3),
    ("deepseek-vl", 202, "Mar 11, 2024", {"1.3B": ("1.3B", ""), "7B": ("7B", "")}, 3),
    ("deepseek-prover", 203, "May 6, 2024", {"7B": ("7B", ""), "671B": ("671B", "")}, 2),
    ("deepseek-v2", 204, "May 6, 2024", {"236B-A21B": ("236B", "21B")}, 3),
    ("deepseek-v2-lite", 205, "May 16, 2024", {"15.7B-A2.4B": ("15.7B", "2.4B")}, 2),
    ("deepseek-coder-v2", 206, "Jun 2024", {"16B-A2.4B": ("16B", "2.4B"), "236B-A21B": ("236B", "21B")}, 3),
    ("deepseek-prover-v1.5", 207, "Aug 2024", {"7B": ("7B", ""), "671B": ("671B", "")}, 2),
    ("deepseek-v2.5", 208, "Sep 2024", {"236B-A21B": ("236B", "21B")}, 1),
    ("janus", 209, "Oct 13, 2024", {"1.3B": ("1.3B", "")}, 3),
    ("janusflow", 210, "Nov 13, 2024", {"1.3B": ("1.3B", "")}, 3),
    ("deepseek-r1-lite-preview", 211, "Nov 20, 2024", {}, 0),
    ("deepseek-vl2", 212, "Dec 13, 2024", {"Tiny 1.0B-A": ("", "1.0B"), "Small 2.8B-A": ("", "2.8B"), "Full 4.5B-A": ("", "4.5B")}, 3),
    ("deepseek-v2.5-1210", 213, "Dec 10, 2024", {"236B-A21B": ("236B", "21B")}, 1),
    ("deepseek-v3", 214, "Dec 2024", {"671B-A37B": ("671B", "37B")}, 3),
    ("deepseek-r1", 215, "Jan 20, 2025", {"671B-A37B": ("671B", "37B")}, 3),
    ("deepseek-r1-zero", 216, "Jan 20, 2025", {"671B-A37B": ("671B", "37B")}, 2),
    ("deepseek-r1-distill", 217, "Jan 20, 2025", {"Qwen 1.5B": ("1.5B", ""), "Qwen 7B": ("7B", ""), "Qwen 14B": ("14B", ""), "Qwen 32B": ("32B", ""), "Llama 8B": ("8B", ""), "Llama 70B": ("70B", "")}, 3),
    ("janus-pro", 218, "Jan 20, 2025", {"1B": ("1B", ""), "7B": ("7B", "")}, 3),
    ("deepseek-prover-v2", 219, "Apr 2025", {"7B": ("7B", ""), "671B": ("671B", "")}, 2),
    ("deepseek-v3-0324", 220, "Mar 24, 2025", {"671B-A37B": ("671B", "37B")}, 1),
    ("deepseek-v3.1", 221, "Aug 2025", {"671B-A37B": ("671B", "37B")}, 1),
    ("deepseek-v3.1-terminus", 222, "Sep 22, 2025", {"671B-A37B": ("671B", "37B")}, 1),
    ("deepseek-v3.2-exp", 223, "Sep 29, 2025", {"671B-A37B": ("671B", "37B")}, 1),
    ("deepseek-ocr", 224, "Oct 20, 2025", {}, 3),
]  # fmt: skip

OTHER_DATES = [
    ("deepseek-coder", "2023-11-02", "000:30"),
    ("deepseek-coder", "2023-11", "003:50"),
    ("deepseek-llm", "2023-11-29", "000:30"),
    ("deepseek-moe", "2024-01-09", "000:30"),
    ("deepseek-math", "2024-04", "000:30"),
    ("deepseek-v2", "2024-05", "000:32"),
    ("deepseek-v2", "2024-05", "003:52"),
    ("deepseek-coder-v2", "2024-06", "000:32"),
    ("deepseek-v2.5", "2024-09", "000:36"),
    ("deepseek-v2.5-1210", "2024-12", "000:36"),
    ("deepseek-r1-lite-preview", "2024-11-20", "000:36"),
    ("deepseek-v3", "2024-12", "000:36"),
    ("deepseek-v3", "2025-01-10", "003:54"),
    ("deepseek-v3", "2025-01", "003:13"),
    ("deepseek-r1", "2025-01-20", "003:55"),
    ("deepseek-r1", "2025-01-20", "002:2"),
    ("deepseek-r1", "2025-01", "000:1"),
    ("deepseek-v1", "2023-12", "003:51"),
    ("deepseek-v3-base", "2024-12", "000:36"),
    ("deepseek-chatbot", "2025-01-20", "000:38"),
    ("openai-o1", "2024-12", "002:3"),
    ("mistral-8x7b", "2023-12", "003:106"),
    ("deepseek-v3-technical-report", "2024-12-27", "003:53"),
    ("deepseek-r1-white-paper", "2025-01-22", "003:56"),
]

DERIVATIONS = [
    # child, variant, parent, relation, basis
    ("deepseek-v2.5", "", "deepseek-v2-chat", "merge", "stated"),
    ("deepseek-v2.5", "", "deepseek-coder-v2-instruct", "merge", "stated"),
    ("deepseek-v2.5-1210", "", "deepseek-v2.5", "successor", "stated"),
    ("deepseek-r1", "", "deepseek-v3", "based-on", "stated"),
    ("deepseek-r1", "", "deepseek-v3", "distill", "stated"),
    ("deepseek-r1", "", "deepseek-v3-base", "initialized-from", "stated"),
    ("deepseek-v3", "", "deepseek-r1", "distill", "stated"),
    ("deepseek-r1-zero", "", "deepseek-v3-base", "initialized-from", "inferred"),
    ("deepseek-r1-distill", "", "deepseek-r1", "variant-of", "stated"),
    ("deepseek-r1-distill", "", "llama-3", "distill", "stated"),
    ("deepseek-r1-distill", "", "qwen-2.5", "distill", "stated"),
    *(
        ("deepseek-r1-distill", variant, parent, relation, "stated")
        for variant in ("qwen-1.5b", "qwen-7b", "qwen-14b", "qwen-32b", "llama-8b", "llama-70b")
        for parent, relation in (
            ("deepseek-r1", "distill"),
            ("qwen-2.5" if variant.startswith("qwen") else "llama-3", "initialized-from"),
        )
    ),
    ("deepseek-v3.1", "", "deepseek-v3", "successor", "stated"),
    ("deepseek-v3.1-terminus", "", "deepseek-v3.1", "successor", "stated"),
    ("deepseek-v3-0324", "", "deepseek-v3", "successor", "inferred"),
    ("deepseek-v3.2-exp", "", "deepseek-v3.1-terminus", "successor", "inferred"),
    ("janus-pro", "", "janus", "successor", "inferred"),
    ("janusflow", "", "janus", "based-on", "inferred"),
    ("deepseek-prover-v1.5", "", "deepseek-prover", "successor", "inferred"),
    ("deepseek-prover-v2", "", "deepseek-prover-v1.5", "successor", "inferred"),
    ("deepseek-vl2", "", "deepseek-vl", "successor", "inferred"),
    ("deepseek-v2-lite", "", "deepseek-v2", "variant-of", "inferred"),
    ("deepseek-moe-chat", "", "deepseek-moe", "variant-of", "stated"),
    ("deepseek-math-rl", "", "deepseek-math", "variant-of", "stated"),
    ("deepseek-chatbot", "", "deepseek-r1", "based-on", "stated"),
]

FIGURES = [
    # entity, variant, property, value, unit, role, qualifier, citation
    ("deepseek-v3", "", "training_cost", 6e6, "", "training", "", "000:3"),
    ("deepseek-v3", "", "training_cost", 5.58e6, "", "training", "", "001:37"),
    ("deepseek-v3", "", "training_cost", 5.6e6, "", "training", "", "003:42"),
    ("deepseek-v3", "", "gpu_hours", 2.788e6, "", "pre-training and post-training", "", "003:42"),
    ("deepseek-v3", "", "gpus", 2000, "", "Nvidia H800", "", "003:42"),
    ("deepseek-v3", "", "gpus", 2048, "", "Nvidia H800", "", "002:20"),
    ("deepseek-v3", "", "tokens", 14.8e12, "", "pre-training", "", "003:46"),
    ("deepseek-v3", "", "price", 0.07, "", "input", "", "003:138"),
    ("deepseek-v3", "", "price", 0.11, "", "output", "", "003:138"),
    ("deepseek-v3", "671b-a37b", "params", 671e9, "", "", "", "001:7"),
    ("deepseek-r1", "", "training_cost", 294e3, "", "post-training", "", "001:72"),
    ("deepseek-r1", "", "price", 0.55, "", "input", "", "003:138"),
    ("deepseek-r1", "", "price", 2.19, "", "output", "", "003:138"),
    ("deepseek-r1", "671b-a37b", "active_params", 37e9, "", "", "", "003:106"),
    ("deepseek-prover-v2", "", "benchmark", 88.9, "%", "MiniF2F", "", "001:219"),
    ("deepseek-ocr", "", "benchmark", 97, "%", "OCR at 10 times compression", "", "001:224"),
    ("deepseek-chatbot", "", "downloads", 10e6, "", "in its first days", "over", "001:250"),
    ("gpt-4", "1.8t", "params", 1.8e12, "", "", "", "003:106"),
    ("gpt-4", "", "training_cost", 100e6, "", "training", "", "000:3"),
    ("gpt-4", "", "training_cost", 100e6, "", "training", "at least", "003:42"),
    ("gpt-4", "", "gpus", 16000, "", "Nvidia H100", "", "003:42"),
    ("gpt-4", "", "tokens", 6.5e12, "", "training", "about", "003:94"),
    ("gpt-4o", "", "price", 15, "", "input", "", "003:138"),
    ("gpt-4o", "", "price", 60, "", "output", "", "003:138"),
    ("llama-3.1", "405b", "params", 405e9, "", "", "", "001:240"),
    ("mistral-8x7b", "8x7b", "params", 166e9, "", "", "", "003:106"),
]

TEAM = {
    "Liang Wenfeng": "梁文锋",
    "Zhihong Shao": "邵智宏",
    "Zhibin Gou": "苟志斌",
    "Gao Huazuo": "高华左",
    "Junxiao Song": "",
    "Luo Fuli": "罗福利",
    "Daya Guo": "郭大雅",
    "Zeng Wangding": "",
    "Pan Zizheng": "潘子正",
    "Zhenda Xie": "",
}


def stated_at(entity: Entity, key: str, cite: str, variant: str = "") -> list[str]:
    """Values of a property that cite a place, in the dossier's order."""
    facts = next((item.facts for item in entity.variants if item.id == variant), entity.facts)
    return [fact.value or fact.name for fact in facts.get(key, ()) if cite in map(str, fact.cite)]


def test_it_holds_what_the_documents_name() -> None:
    counts = Counter(entity.kind for entity in dossier().entities)
    assert counts[Kind.SOURCE] == 4
    assert counts[Kind.RELEASE] >= 55
    assert counts[Kind.PERSON] >= 10
    assert counts[Kind.PUBLICATION] >= 23
    assert counts[Kind.TECHNIQUE] >= 19
    assert counts[Kind.ORGANIZATION] >= 10
    assert "wikipedia" in dossier().about.credits.lower()
    assert dossier().about.license == "CC-BY-4.0"


@pytest.mark.parametrize(("slug", "line", "date", "sizes", "links"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_the_table(slug: str, line: int, date: str, sizes: dict[str, tuple[str, str]], links: int) -> None:
    entity, cite = entities()[slug], f"001:{line}"
    assert stated_at(entity, "date", cite) == [date]
    assert stated_at(entity, "organization", cite) == ["deepseek"]
    assert stated_at(entity, "open_weights", cite) == ["yes"]
    assert stated_at(entity, "feature", cite)
    found = {
        variant.name: tuple(
            "".join(stated_at(entity, key, cite, variant.id) if key in variant.facts else ())
            for key in ("params", "active_params")
        )
        for variant in entity.variants
    }
    assert found == sizes
    addresses = stated_at(entity, "link", cite)
    assert len(addresses) == links
    papers = [address for address in addresses if "arxiv.org" in address]
    assert len(stated_at(entity, "paper", cite)) == len(papers)
    for fact in entity.facts.get("link", ()):
        if cite in map(str, fact.cite):
            assert fact.role in {"github", "huggingface", "arxiv"}
            assert fact.role in (fact.value or "")


@pytest.mark.parametrize(("slug", "edtf", "cite"), OTHER_DATES)
def test_date_as_another_document_gives_it(slug: str, edtf: str, cite: str) -> None:
    assert edtf in [parse(text).edtf for text in stated_at(entities()[slug], "date", cite)]


@pytest.mark.parametrize(("child", "variant", "parent", "relation", "basis"), DERIVATIONS)
def test_derivation(child: str, variant: str, parent: str, relation: str, basis: str) -> None:
    entity = entities()[child]
    facts = next((item.facts for item in entity.variants if item.id == variant), entity.facts)
    bases = {fact.basis.value for fact in facts["parent"] if (fact.value, fact.role) == (parent, relation)}
    assert basis in bases
    assert parent in entities()


@pytest.mark.parametrize(("slug", "variant", "key", "value", "unit", "role", "qualifier", "cite"), FIGURES)
def test_figure(
    slug: str, variant: str, key: str, value: float, unit: str, role: str, qualifier: str, cite: str
) -> None:
    entity = entities()[slug]
    facts = next((item.facts for item in entity.variants if item.id == variant), entity.facts)
    found = [
        (parse_number(fact.value or "").value, fact.unit, fact.role, fact.qualifier)
        for fact in facts[key]
        if cite in map(str, fact.cite)
    ]
    assert (value, unit, role, qualifier) in found


def test_paper_of_every_row_has_its_number() -> None:
    numbers = {
        fact.value
        for entity in dossier().entities
        for fact in entity.facts.get("identifier", ())
        if entity.kind is Kind.PUBLICATION and fact.role == "arxiv"
    }
    linked = {
        (fact.value or "").rpartition("/")[2]
        for entity in dossier().entities
        for fact in entity.facts.get("link", ())
        if fact.role == "arxiv"
    }
    assert linked == numbers
    assert len(numbers) == 21


@pytest.mark.parametrize(("name", "native"), TEAM.items())
def test_team(name: str, native: str) -> None:
    person = next(entity for entity in dossier().entities if entity.name == name)
    assert person.kind is Kind.PERSON
    assert [fact.value for fact in person.facts.get("alias", ()) if fact.role == "native"] == [native] * bool(native)
    assert "deepseek" in [fact.value for fact in person.facts["affiliation"]]


@pytest.mark.parametrize(
    ("person", "credited"),
    [
        ("zhihong-shao", {"deepseek-r1", "deepseek-prover", "deepseek-coder-v2", "deepseek-math", "tora"}),
        ("zhibin-gou", {"deepseek-r1", "tora", "critic"}),
        ("gao-huazuo", {"mla", "deepseek-r1", "deepseek-vl2"}),
        ("junxiao-song", {"grpo", "deepseek-r1", "rl-without-sft"}),
        ("luo-fuli", {"deepseek-v2", "veco", "alicemind"}),
        ("zeng-wangding", {"mla"}),
        ("pan-zizheng", {"deepseek-vl2", "deepseek-v3", "deepseek-r1"}),
    ],
)
def test_credits(person: str, credited: set[str]) -> None:
    assert {fact.value for fact in entities()[person].facts["credit"]} == credited


@pytest.mark.parametrize(
    ("slug", "key", "cite", "word"),
    [
        ("deepseek-prover", "link", "001:203", "V1.5"),
        ("deepseek-prover", "date", "001:203", "DeepSeek-V2"),
        ("deepseek-vl2", "date", "001:212", "ordered by date"),
        ("deepseek-prover-v2", "date", "001:219", "ordered by date"),
        ("deepseek-r1-lite-preview", "open_weights", "001:211", "no weights"),
        ("llama-3", "tokens", "003:46-94", "15 trillion"),
        ("deepseek-v3", "figure", "001:188", "not 70"),
        ("deepseek-r1-distill", "link", "003:100", "same address"),
    ],
)
def test_doubtful_facts_carry_a_note(slug: str, key: str, cite: str, word: str) -> None:
    notes = [fact.note for fact in entities()[slug].facts[key] if cite in map(str, fact.cite)]
    assert any(word in note for note in notes)


def test_every_fact_cites_and_nothing_is_smoothed() -> None:
    for entity in dossier().entities:
        groups = [entity.facts, *(variant.facts for variant in entity.variants)]
        for fact in (fact for group in groups for facts in group.values() for fact in facts):
            assert fact.cite or (entity.kind is Kind.SOURCE and fact.basis is Basis.INFERRED), (entity.id, fact)
            assert fact.rank is Rank.NORMAL, "no document outranks another"


def test_every_release_says_what_it_is_and_who_made_it() -> None:
    for entity in dossier().entities:
        if entity.kind is Kind.RELEASE:
            assert {"organization", "description"} <= set(entity.facts), entity.id
