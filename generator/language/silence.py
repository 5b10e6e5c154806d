"""Stretches of an article in which nobody is named for the story's sake: code, tables, agency notes, endless words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.capitals import shouted_lines
from generator.model import Block
from generator.text.sentences import sentence_spans

# Who "contributed to this report" wrote the article; it is not about them.
_NOTE = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|contributed (?:to )?(?:the )?reporting|"
    r"(?:reporting|editing|writing) by)\b",
    re.IGNORECASE,
)
_LONGEST_NOTE = 300
# No name, but an address, a hash or a stranger's 20,000 brackets, over which the model's tokenizer sits for minutes.
_ENDLESS = re.compile(r"\S{81,}")


def silent_spans(text: str, blocks: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """Offsets of code, tables, agency notes and endless words, sorted: no name in them is a mention."""
    spans = [(block.start, block.end) for block in blocks if block.kind in {"code", "table"}]
    spans += [match.span() for match in _ENDLESS.finditer(text)]
    if _NOTE.search(text):
        spans += [(a, b) for a, b in sentence_spans(text) if b - a <= _LONGEST_NOTE and _NOTE.search(text, a, b)]
    return tuple(sorted(spans))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text of the same length with blanks in the spans."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def without_shouting(text: str) -> str:
    """The text with its lines of capitals blanked: the model finds nothing sensible there."""
    return blanked(text, shouted_lines(text))
