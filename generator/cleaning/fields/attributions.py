"""Sources that running text names: ``told CNN``, ``according to The Washington Post``, ``Reuters reported``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from generator.model import Citation

_NAME: Final = r"(?:[Tt]he )?[A-Z][\w.&'’-]*(?: (?:of|and|the|for|&|[A-Z][\w.&'’-]*)){0,5}"
_BEFORE: Final = re.compile(
    rf"\b(?:told|[Aa]ccording to|reported (?:by|in)|by|in an interview (?:with|on)|interview with"
    rf"|statement to|[Cc]iting|cited by|as seen (?:in|on)|spoke (?:to|with)|said to|writing (?:in|for)"
    rf"|wrote in|published (?:by|in)|via|[Pp]er)\s+(?:a report (?:by|from|in) )?(?P<name>{_NAME})"
)
_DEED: Final = re.compile(
    r"\b(?:acquired|bought|built|designed|developed|founded|funded|hired|hosted|launched|licensed|made|operated|owned|paid"
    r"|powered|provided|run|sold|sponsored|sued|supported|taken over)\s+$"
)
"""What an outlet does that says nothing: before a ``by`` it attributes nothing to it."""
_PRAISE: Final = re.compile(
    r"(?:[A-Z#][\w.’']{0,20},? (?:and |& )?){1,8}[Bb]est[- ]?[Ss]ell(?:ers?|ing)\b"
    r"|\bbeen cited (?:by|in) [^.;\n]{1,200}"
)
"""An author's or firm's own, in which an outlet only lends its name: ``by Gazette bestselling author Nora Quill``."""
_VERB: Final = re.compile(
    r"\s(?:(?:first|previously|also|later|has|had|recently) ){0,2}"
    r"(?:reported|reports|noted|notes|wrote|writes|quoted|revealed|published)\b|\ssaid in a report\b"
)
_WORK_OF: Final = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ii]ts) (?P<name>{_NAME}) (?:report|story|article|investigation|analysis"
    r"|interview|poll|survey)\b"
)
_AFTER_VERB: Final = re.compile(rf"[,”\"’] (?:reports|reported|writes|wrote|notes|says|said) (?P<name>{_NAME})")
_NAME_BEFORE: Final = re.compile(rf"(?P<name>{_NAME})$")
_WORD: Final = re.compile(r"\w+")
_CAPITALISED: Final = re.compile(r"[A-Z]\w*")
_LONGEST_NAME: Final = 60
_PARTING: Final = "\n\n"
"""What parts the blocks of a body."""


@cache
def known_outlets() -> Mapping[str, str]:
    """Well-known outlets and agencies: every way of writing the name -> the name by which it is known."""
    table = resources.files("generator.cleaning").joinpath("data/outlets.tsv").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    for line in table.splitlines():
        name, *aliases = line.split("\t")
        for form in (name, *aliases):
            names[form] = name
    return names


def attributions(text: str, more: Sequence[str] = ()) -> tuple[Citation, ...]:
    """The outlets to which running text attributes something, with how often, most often first.

    Args:
        text: The body.
        more: Names that the maintainers know beside the built-in ones.
    """
    outlets, own = known_outlets(), frozenset(more)
    counts: Counter[str] = Counter()
    for paragraph in text.split(_PARTING):
        if _names_any(paragraph, tuple(more)):
            counts.update(_named_in(_PRAISE.sub("", paragraph), outlets, own))
    return tuple(
        Citation(name=name, count=count, kind="attribution")
        for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _named_in(paragraph: str, outlets: Mapping[str, str], own: Collection[str]) -> Iterator[str]:
    """The outlets to which a paragraph attributes something, once each time."""
    for pattern in (_BEFORE, _AFTER_VERB, _WORK_OF):
        for match in pattern.finditer(paragraph):
            if _DEED.search(paragraph, max(0, match.start() - _LONGEST_NAME), match.start()) and match[0][:2] == "by":
                continue
            words = _words(match["name"])
            yield from _first_known((" ".join(words[:end]) for end in range(len(words), 0, -1)), outlets, own)
    for verb in _VERB.finditer(paragraph):
        before = _NAME_BEFORE.search(paragraph, max(0, verb.start() - _LONGEST_NAME), verb.start())
        words = _words(before["name"]) if before else []
        yield from _first_known((" ".join(words[start:]) for start in range(len(words))), outlets, own)


def _names_any(text: str, more: tuple[str, ...]) -> bool:
    """Whether a text has all words of a name, wherever they stand: most texts have those of none."""
    by_word = _words_of(more)
    hits = by_word.keys() & _CAPITALISED.findall(text)
    words = frozenset(_WORD.findall(text)) if hits else frozenset[str]()
    return any(words.issuperset(others) for word in hits for others in by_word[word])


@lru_cache(maxsize=64)
def _words_of(more: tuple[str, ...]) -> Mapping[str, Sequence[frozenset[str]]]:
    """The longest word with a capital of each known name -> all words of the names that have it.

    A name without a capital is found by no pattern.
    """
    by_word: dict[str, list[frozenset[str]]] = {}
    for name in sorted({*known_outlets(), *more}):
        words = _CAPITALISED.findall(name)
        if words:
            by_word.setdefault(max(words, key=len), []).append(frozenset(_WORD.findall(name)))
    return by_word


def _words(found: str) -> list[str]:
    return re.sub(r"['’]s?$", "", found.rstrip(".,")).split()


def _first_known(names: Iterable[str], outlets: Mapping[str, str], own: Collection[str]) -> list[str]:
    """The first of some names that is an outlet's, as written."""
    for written in names:
        name = written.rstrip(".,")
        bare = name.removeprefix("the ").removeprefix("The ")
        if name in outlets or name in own or (bare != name and (bare in own or bare in outlets)):
            return [name]
    return []
