"""How far two spellings are apart, and whether a hurried hand or ear would make one of the other."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=200_000)
def distance(one: str, other: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap) from one string to the other; ``limit + 1`` if there are more."""
    return _edits(one, other, limit)


def _edits(one: str, other: str, limit: int) -> int:
    """The same: where two strings begin to differ there are but four edits to try, and one less is left behind each."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    one, other = _unlike(one, other)
    longest = max(len(one), len(other))
    if not limit or longest <= 1:
        return min(longest, limit + 1)
    is_swap = longest > 1 and one[:2] == other[1::-1]
    if limit == 1:
        return 1 if is_swap and len(one) == len(other) == 2 else 2
    rests = [(one[1:], other), (one, other[1:]), (one[1:], other[1:])]
    if is_swap:
        rests.append((one[2:], other[2:]))
    return 1 + min(limit, *(_edits(*rest, limit - 1) for rest in rests))


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two strings without what they begin and end with alike."""
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def is_usual_slip(one: str, other: str) -> bool:
    """Whether two words differ as a hurried hand or ear makes them differ: one of them is likely the other misspelt.

    Two letters swapped, one left out or put in before the end, a vowel for a vowel, a consonant for one that sounds so.
    ``Comer`` for ``Comey`` and ``Roberts`` for ``Robert`` are other names as often as slips.
    """
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) + 1 == len(other):
        doubled = at and other[at] == other[at - 1]
        return one[at:] == other[at + 1 :] and bool(at < len(one) or doubled)
    if len(one) != len(other) or at == len(one):
        return False
    if one[at + 1 :] == other[at + 1 :]:
        return any(one[at] in alike and other[at] in alike for alike in _ALIKE)
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


_ALIKE = ("aeiouy", "ckqg", "szc", "vwf", "mn", "dt", "bp", "jg", "rl")
