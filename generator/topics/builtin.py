"""The built-in vocabulary, as its data files give it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from generator.config.schema import TopicEntry

# Everything stays a string: with YAML's own rules `no` and `on` among the phrases would become booleans.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def builtin_entries() -> Mapping[str, TopicEntry]:
    """The built-in topics by key, read once a process."""
    files = sorted(resources.files("generator.topics").joinpath("data").iterdir(), key=lambda file: file.name)
    texts = [file.read_text(encoding="utf-8") for file in files if file.name.endswith(".yml")]
    loaded: list[Mapping[str, Mapping[str, Any]]] = [yaml.load(text, Loader=_Loader) for text in texts]  # noqa: S506
    return MappingProxyType({key: _entry(value) for file in loaded for key, value in file.items()})


def _entry(value: Mapping[str, Any]) -> TopicEntry:
    return TopicEntry(
        name=value["name"],
        iptc=value.get("iptc"),
        description=value.get("description", ""),
        strong=tuple(value.get("strong", ())),
        words=tuple(value.get("words", ())),
        not_=tuple(value.get("not", ())),
        parent=value.get("parent"),
        aliases=tuple(value.get("aliases", ())),
    )
