"""What a proposed story is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.topics.dated import Dated
from generator.topics.headlines import phrases_of
from generator.topics.stems import stem

_LEAST = 2
_SHARE = 0.15
"""A phrase of fewer headlines than that, and of a smaller share of them, names a part of the story."""
_SHORT = 3
"""Letters: shorter words of an anchor are not asked of a name."""


def name_of(anchors: Sequence[str], articles: Sequence[str], archive: Dated) -> str:
    """The longest phrase around an anchor that headlines of the story share, and few others; else the anchor."""
    heads = {stem(word) for anchor in anchors for word in anchor.split() if len(word) > _SHORT}
    written: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in articles:
        for phrase in dict.fromkeys(phrases_of(archive.rows[id_].title or "", longest=6, common=archive.common)):
            if not heads.isdisjoint(map(stem, phrase.split())):
                written[phrase.casefold()].append(phrase)
    least = max(_LEAST, _SHARE * len(articles))
    shared = {phrase: len(forms) for phrase, forms in written.items() if len(forms) >= least}
    fit = {phrase: number * len(phrase.split()) ** 0.7 for phrase, number in shared.items()}
    own = {phrase: fit[phrase] * shared[phrase] / len(archive.titled(phrase)) for phrase in fit}
    best = max(own, key=lambda phrase: (own[phrase], phrase), default="")
    return _as_written(written[best]) if best else _capitalized(anchors[0])


def _as_written(forms: Sequence[str]) -> str:
    """The usual form of a phrase, one in capitals throughout only where there is no other."""
    found = Counter(forms)
    return _capitalized(min(found, key=lambda form: (form.isupper(), -found[form], form)))


def _capitalized(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
