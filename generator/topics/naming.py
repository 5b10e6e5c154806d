"""What a proposed story is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.topics.dated import Dated
from generator.topics.headlines import joins, phrases_of, usual_form
from generator.topics.stems import stem

_LEAST = 2
_SHARE = 0.15
"""A phrase of fewer headlines than that, and of a smaller share of them, names a part of the story."""
_SHORT = 3
"""Letters: shorter words of an anchor are not asked of a name."""


def name_of(anchors: Sequence[str], articles: Sequence[str], archive: Dated, subjects: Sequence[str] = ()) -> str:
    """The longest phrase around an anchor that headlines of the story share, and few others; else the anchor.

    Args:
        anchors: what leads to the story, the strongest first.
        articles: their ids.
        archive: where their headlines stand.
        subjects: names that the articles are about: an anchor of one word ("bankruptcy") is told with the first.
    """
    heads = {stem(word) for anchor in anchors for word in anchor.split() if len(word) > _SHORT}
    written: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in articles:
        for phrase in dict.fromkeys(phrases_of(archive.rows[id_].title or "", longest=6, common=archive.common)):
            if not heads.isdisjoint(map(stem, phrase.split())) and joins(phrase):
                written[phrase.casefold()].append(phrase)
    least = max(_LEAST, _SHARE * len(articles))
    shared = {phrase: len(forms) for phrase, forms in written.items() if len(forms) >= least}
    fit = {phrase: number * len(phrase.split()) ** 0.7 for phrase, number in shared.items()}
    own = {phrase: fit[phrase] * shared[phrase] / len(archive.titled(phrase)) for phrase in fit}
    best = max(own, key=lambda phrase: (own[phrase], phrase), default="")
    return _capitalized(usual_form(Counter(written[best]))) if best else _with_subject(anchors[0], subjects)


def _with_subject(anchor: str, subjects: Sequence[str]) -> str:
    """The anchor, one of a single word behind the name that it is told of."""
    others = [name for name in subjects if anchor.casefold() not in name.casefold()]
    if " " in anchor or not others or anchor in subjects:
        return _capitalized(anchor)
    return f"{_capitalized(others[0])}: {anchor}"


def _capitalized(text: str) -> str:
    """With a capital first, but for a name that has its capitals elsewhere (`iPhone`)."""
    first, _, _ = text.partition(" ")
    return f"{text[:1].upper()}{text[1:]}" if first.islower() else text
