"""Stretches of an article in which nobody is named for the story's sake, or in letters that its model never learned."""

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
# Letters of scripts without capitals: Hebrew to Khmer, the Chinese, Japanese and Korean ones, forms of Arabic.
_UNCASED = re.compile(r"[\u0590-\u109f\u1100-\u139f\u1400-\u1bff\u2e80-\ua63f\ua800-\uab2f\uabc0-\ufaff\ufb1d-\ufeff]+")
_FEW = 0.3
"""Of an article's letters: where so few are of such scripts, they are words that it quotes from another language."""


def silent_spans(text: str, blocks: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """Offsets of all that is not read for names, sorted: code, tables, agency notes, endless words, another script."""
    spans = [(block.start, block.end) for block in blocks if block.kind in {"code", "table"}]
    spans += [match.span() for match in _ENDLESS.finditer(text)]
    spans += _of_another_script(text)
    if _NOTE.search(text):
        spans += [(a, b) for a, b in sentence_spans(text) if b - a <= _LONGEST_NOTE and _NOTE.search(text, a, b)]
    return tuple(sorted(spans))


def _of_another_script(text: str) -> list[tuple[int, int]]:
    """Passages of an article without capitals where the article itself has some: a model takes them for one name."""
    if text.isascii():
        return []
    found = [match.span() for match in _UNCASED.finditer(text)]
    letters = sum(end - start for start, end in found)
    return found if letters < _FEW * sum(map(str.isalpha, text)) else []


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text of the same length with blanks in the spans."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def without_shouting(text: str) -> str:
    """The text with its lines of capitals blanked: the model finds nothing sensible there."""
    return blanked(text, shouted_lines(text))
