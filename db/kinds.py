"""The closed vocabularies that tables, dossiers and filters share."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of entity. All share one id space."""

    RELEASE = "release"
    PERSON = "person"
    ORGANIZATION = "organization"
    PUBLICATION = "publication"
    TECHNIQUE = "technique"
    SYSTEM = "system"
    EVENT = "event"
    SOURCE = "source"


PLURALS: dict[Kind, str] = {kind: f"{kind.value}s" for kind in Kind} | {Kind.PERSON: "people"}

DATED = frozenset({Kind.RELEASE, Kind.PUBLICATION, Kind.SYSTEM, Kind.EVENT, Kind.SOURCE})
"""Kinds with a date of their own; the others follow a date through what they are related to."""


class Rank(StrEnum):
    """How a statement stands among the statements of its property (Wikidata's ranks)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Basis(StrEnum):
    """Whether the source says it or somebody concluded it."""

    STATED = "stated"
    INFERRED = "inferred"


class Relation(StrEnum):
    """How a child release came from its parent; Hugging Face's words where it has one."""

    FINETUNE = "finetune"
    DISTILL = "distill"
    MERGE = "merge"
    QUANTIZED = "quantized"
    ADAPTER = "adapter"
    SUCCESSOR = "successor"
    INITIALIZED_FROM = "initialized-from"
    TRAINED_ON_OUTPUTS_OF = "trained-on-outputs-of"
    VARIANT_OF = "variant-of"
    BASED_ON = "based-on"


RELATION_WORDS: dict[str, str] = {
    Relation.FINETUNE: "fine-tuned from it",
    Relation.DISTILL: "distilled from it",
    Relation.MERGE: "merged from it",
    Relation.QUANTIZED: "quantized from it",
    Relation.ADAPTER: "adapter for it",
    Relation.SUCCESSOR: "successor of it",
    Relation.INITIALIZED_FROM: "initialized from it",
    Relation.TRAINED_ON_OUTPUTS_OF: "trained on its outputs",
    Relation.VARIANT_OF: "variant of it",
    Relation.BASED_ON: "based on it",
}
"""What the child is to the parent, for people: it reads the same beside either of them."""
