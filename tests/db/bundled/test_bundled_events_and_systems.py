"""The bundled dossier's events, systems and techniques: each case as a document states it."""

from __future__ import annotations

import pytest

from db.dossier import Entity
from db.edtf import parse
from db.kinds import Kind
from db.numbers import parse_number
from tests.db.bundled.bundled_dossier import entities

CATEGORIES = {"biography", "study", "career", "company", "research", "hardware", "release", "market", "policy",
              "security", "adoption"}  # fmt: skip

DATES = [
    # event, date as EDTF, basis, citation
    ("liang-born", "1985", "stated", "001:80"),
    ("liang-bachelor", "2007", "stated", "001:81"),
    ("liang-master", "2010", "stated", "001:82"),
    ("high-flyer-founded", "2016-02", "stated", "000:11"),
    ("high-flyer-founded", "2015", "stated", "001:83"),
    ("high-flyer-founded", "2015", "stated", "003:21"),
    ("high-flyer-founded", "2019", "stated", "000:15"),
    ("high-flyer-trades-by-gpu", "2016-10-21", "stated", "000:13"),
    ("high-flyer-trades-mostly-by-ai", "../2017-12-31", "stated", "000:13"),
    ("high-flyer-trades-only-by-ai", "../2021", "stated", "000:15"),
    ("fire-flyer-built", "2019/2020", "stated", "000:17"),
    ("fire-flyer-retired", "2021/2022", "inferred", "000:17"),
    ("fire-flyer-2-begun", "2021", "stated", "000:19"),
    ("gpu-stockpiling", "2021", "stated", "000:19"),
    ("gpu-stockpiling", "2021", "stated", "002:6"),
    ("gpu-stockpiling", "2019/2022", "stated", "003:26"),
    ("trading-crackdown", "2021", "stated", "003:26"),
    ("agi-lab-announced", "2023-04-14", "stated", "000:25"),
    ("beijing-deepseek-incorporated", "2023-05-16", "stated", "000:27"),
    ("deepseek-incorporated", "2023-07-17", "stated", "000:25"),
    ("deepseek-founded", "2023-07", "stated", "001:84"),
    ("deepseek-founded", "2023", "stated", "002:9"),
    ("export-ban", "2023-10", "stated", "003:26"),
    ("deepseek-coder-released", "2023-11-02", "stated", "000:30"),
    ("deepseek-llm-released", "2023-11-29", "stated", "001:16"),
    ("mistral-8x7b-released", "2023-12", "stated", "003:106"),
    ("shell-companies", "2024-05", "stated", "000:43"),
    ("liang-interview", "2024", "inferred", "002:19"),
    ("high-flyer-lags", "2024", "stated", "002:25"),
    ("r1-lite-preview-opened", "2024-11-20", "stated", "000:36"),
    ("o1-released", "2024-12", "inferred", "002:3"),
    ("v3-report-published", "2024-12-27", "stated", "003:53"),
    ("v3-released", "2024-12", "stated", "001:17"),
    ("v3-released", "2025-01-10", "stated", "003:54"),
    ("r1-released", "2025-01-20", "stated", "003:55"),
    ("r1-released", "2025-01-20", "inferred", "002:2"),
    ("chatbot-launched", "2025-01-20", "stated", "000:38"),
    ("r1-white-paper-published", "2025-01-22", "stated", "003:56"),
    ("li-qiang-meeting", "2025-01-20/2025-01-26", "inferred", "002:5"),
    ("stargate-announced", "2025-01-20/2025-01-26", "inferred", "002:27"),
    ("cyberattack", "2025-01-20/..", "inferred", "000:35-38"),
    ("app-store-first", "../2025-01-27", "stated", "000:38"),
    ("government-bans", "../2025-02-12", "inferred", "003:202"),
    ("adoption-in-china", "../2025-02-27", "inferred", "003:190"),
    ("open-source-week", "2025-02-24/2025-02-28", "stated", "001:272"),
    ("national-treasure", "2025-03", "stated", "003:36"),
    ("travel-restrictions", "2025-03", "stated", "003:36"),
    ("pan-zizheng-internship", "2023-22", "stated", "001:152"),
    ("zhibin-gou-internship", "2023-01/2024-05", "stated", "001:103"),
    ("luo-fuli-joins", "2022", "stated", "001:127"),
]

FIGURES = [
    # entity, property, value, unit, role, qualifier, when, citation
    ("fire-flyer", "cost", 200e6, "CNY", "construction", "", "", "000:17"),
    ("fire-flyer", "gpus", 1100, "", "", "", "", "000:17"),
    ("fire-flyer", "interconnect", 200, "", "", "", "", "000:17"),
    ("fire-flyer", "duration", 1.5, "", "in operation", "", "", "000:17"),
    ("fire-flyer-2", "cost", 1e9, "CNY", "budget", "", "", "000:19"),
    ("fire-flyer-2", "gpus", 5000, "", "Nvidia A100 PCIe", "", "2022", "000:23"),
    ("fire-flyer-2", "nodes", 625, "", "", "", "2022", "000:62"),
    ("fire-flyer-2", "figure", 8, "", "GPUs in a node", "", "2022", "000:23"),
    ("fire-flyer-2", "interconnect", 200, "", "", "", "", "000:55"),
    ("fire-flyer-2", "utilization", 96, "", "capacity", "over", "2022", "000:21"),
    ("fire-flyer-2", "utilization", 27, "", "scientific computing outside the company", "", "2022", "000:21"),
    ("fire-flyer-2", "gpu_hours", 56.74e6, "", "used", "", "2022", "000:21"),
    ("a100-stockpile", "gpus", 10000, "", "Nvidia A100", "", "", "000:19"),
    ("a100-stockpile", "gpus", 10000, "", "Nvidia A100", "", "", "003:26"),
    ("a100-stockpile", "cost", 139e6, "", "with the supercomputer", "about", "2019–2022", "003:26"),
    ("h800-cluster", "gpus", 2000, "", "Nvidia H800", "", "", "003:42"),
    ("h800-cluster", "gpus", 2048, "", "Nvidia H800", "", "", "002:20"),
    ("colossus", "gpus", 1e6, "", "planned", "more than", "", "002:27"),
    ("flashmla", "stars", 5000, "", "within 6 hours of its release", "over", "", "001:279"),
    ("nvidia-drop", "market_value", 600e9, "", "lost", "", "", "000:7"),
    ("nvidia-drop", "figure", 18, "%", "fall of the share price", "", "", "000:38"),
    ("stargate-announced", "cost", 100e9, "", "planned spending on AI infrastructure in the USA", "at least", "",
     "002:27"),
    ("shell-companies", "figure", 84, "%", "share of DeepSeek", "", "", "000:43"),
    ("government-bans", "figure", 6, "", "countries", "", "", "003:166"),
    ("partial-8-bit-training", "figure", 8, "bit", "precision", "", "", "001:60"),
    ("mtp", "figure", 2, "tokens", "predicted at a time by V3", "", "", "003:128"),
    ("tokenization", "figure", 0.75, "English words", "length of a token", "about", "", "003:46"),
]  # fmt: skip

RELATIONS = [
    ("haiscale-ddp", "technique", {"data-parallelism", "pipeline-parallelism", "tensor-parallelism",
                                   "expert-parallelism", "fsdp", "zero"}),
    ("3fs", "technique", {"direct-io", "rdma-read"}),
    ("hfreduce", "part_of", {"fire-flyer-2"}),
    ("dualpipe", "part_of", {"parallelism-strategies"}),
    ("open-source-week", "about", {"deepseek", "flashmla", "deepep", "deepgemm", "parallelism-strategies", "dualpipe",
                                   "eplb", "3fs"}),
    ("mla", "introduced_in", {"deepseek-v2"}),
    ("mtp", "introduced_in", {"deepseek-v3"}),
    ("nsa", "paper", {"arxiv-2502.11089"}),
    ("esft", "paper", {"arxiv-2407.01906"}),
    ("spct", "paper", {"arxiv-2504.02495"}),
    ("gpt-4", "technique", {"dense-network"}),
]  # fmt: skip

NOTES = [
    ("fire-flyer-2", "gpu_hours", "43.8 million"),
    ("fire-flyer", "claim", "Line 55"),
    ("a100-stockpile", "date", "start of stockpiling"),
    ("o1-released", "claim", "before R1"),
    ("luo-fuli-joins", "date", "before the company was founded"),
    ("tokenization", "figure", "15 trillion"),
    ("janus-pro", "date", "higher than that of R1"),
    ("deepseek-r1", "figure", "147 million"),
]


def of_kind(kind: Kind) -> list[Entity]:
    return [entity for entity in entities().values() if entity.kind is kind]


@pytest.mark.parametrize(("slug", "edtf", "basis", "cite"), DATES)
def test_date_of_event(slug: str, edtf: str, basis: str, cite: str) -> None:
    event = entities()[slug]
    assert event.kind is Kind.EVENT
    found = {(parse(fact.value).edtf, fact.basis.value) for fact in event.facts["date"] if cite in map(str, fact.cite)}
    assert (edtf, basis) in found


@pytest.mark.parametrize(("slug", "key", "value", "unit", "role", "qualifier", "when", "cite"), FIGURES)
def test_figure_of_system_or_event(
    slug: str, key: str, value: float, unit: str, role: str, qualifier: str, when: str, cite: str
) -> None:
    found = {
        (parse_number(fact.value).value, fact.unit, fact.role, fact.qualifier, fact.when)
        for fact in entities()[slug].facts[key]
        if cite in map(str, fact.cite)
    }
    assert (value, unit, role, qualifier, when) in found


@pytest.mark.parametrize(("slug", "key", "targets"), RELATIONS)
def test_relation_to_systems_and_techniques(slug: str, key: str, targets: set[str]) -> None:
    assert {fact.value for fact in entities()[slug].facts[key]} == targets


@pytest.mark.parametrize(("slug", "key", "words"), NOTES)
def test_doubtful_figure_carries_a_note(slug: str, key: str, words: str) -> None:
    assert any(words in fact.note for fact in entities()[slug].facts[key])


@pytest.mark.parametrize(
    ("slug", "address"),
    [
        ("flashmla", "https://github.com/deepseek-ai/FlashMLA"),
        ("deepep", "https://github.com/deepseek-ai/DeepEP"),
        ("deepgemm", "https://github.com/deepseek-ai/DeepGEMM"),
        ("dualpipe", "https://github.com/deepseek-ai/DualPipe"),
        ("eplb", "https://github.com/deepseek-ai/EPLB"),
        ("3fs", "https://github.com/deepseek-ai/3FS"),
    ],
)
def test_tool_of_the_open_source_week(slug: str, address: str) -> None:
    tool = entities()[slug]
    assert address in [fact.value for fact in tool.facts["link"]]
    assert [fact.value for fact in tool.facts["license"]] == ["MIT"]
    assert {parse(fact.value).edtf for fact in tool.facts["date"]} == {"2025-02-24/2025-02-28"}


def test_every_event_says_what_happened_to_whom() -> None:
    assert len(of_kind(Kind.EVENT)) >= 60
    for event in of_kind(Kind.EVENT):
        assert {"category", "about", "description"} <= set(event.facts), event.id
        assert {fact.value for fact in event.facts["category"]} <= CATEGORIES, event.id


@pytest.mark.parametrize("kind", [Kind.SYSTEM, Kind.TECHNIQUE])
def test_every_system_and_technique_says_what_it_is(kind: Kind) -> None:
    for entity in of_kind(kind):
        assert {"category", "description"} <= set(entity.facts), entity.id
