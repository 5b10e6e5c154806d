"""Titles and roles that stand before a name: ``Attorney General``, ``Russian Ambassador to the U.S.``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.text.gazetteer import demonyms, known_places
from generator.text.names import fold
from generator.text.words import read_words, word_set

# A title with its complement is rarely longer; looking further back would only find other people's titles.
_REACH = 90
_TOKEN = re.compile(r"\S+")
_ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,4}")
# Mississippi, Microsoft or a manuscript, but not Ms.; we miss Don, who is no Miss.
_NO_TITLES = frozenset({"MS", "miss"})
_PREPOSITIONS = frozenset({"of", "to", "for", "at", "on"})
_LONGEST_COMPLEMENT = 5
_ABBREVIATIONS = word_set(
    "sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt brig dr mr mrs ms prof rev hon us jr sens reps"
)
_REGNAL = word_set("pope king queen prince princess emperor empress emir tsar sultan saint patriarch")
_SEXES = dict.fromkeys(
    word_set("mr sir congressman councilman assemblyman spokesman chairman king prince father brother lord"), "male"
) | dict.fromkeys(
    word_set(
        "mrs ms miss madam congresswoman councilwoman assemblywoman spokeswoman chairwoman queen princess sister lady "
        "dame actress"
    ),
    "female",
)


@dataclass(frozen=True, slots=True)
class Title:
    """Title words before a name. ``strong``: whatever follows them is a person's name."""

    text: str
    start: int
    strong: bool


_NONE = Title("", -1, strong=False)


def title_before(text: str, position: int) -> Title:
    """The title that ends right before ``position``, verbatim; its ``text`` is '' where there is none."""
    floor = max(0, position - _REACH)
    tokens = [(m.start(), m.group()) for m in _TOKEN.finditer(text, floor, position) if m.start() > floor or not floor]
    line = text.rfind("\n", floor, position)
    tokens = [token for token in tokens if token[0] > line]
    if not tokens or text[tokens[-1][0] + len(tokens[-1][1]) : position].strip(" "):
        return _NONE
    if tokens[-1][1][-1] in ",;:" or tokens[-1][1].endswith(("'s", "’s")):
        return _NONE
    cut = _with_complement(tokens, len(tokens)) or len(tokens)
    heads, start = _walk(tokens, cut)
    if not heads:
        return _NONE
    begin = tokens[start][0]
    strong = any(word in _words("strong") for word in heads)
    return Title(text[begin:position].strip(), begin, strong=strong)


def leading_title(text: str) -> tuple[str, int, bool]:
    """Title words at the head of a name: their text, where the name begins, and whether a person must follow."""
    tokens = [(m.start(), m.group()) for m in _TOKEN.finditer(text)]
    last = 0
    heads: list[str] = []
    for number, (_, token) in enumerate(tokens[:-1]):
        word = fold(token)
        if _is_head(word) or (_is_modifier(token, word) and number == last):
            last = number + 1
            if _is_head(word):
                heads.append(word)
        else:
            break
    if not heads:
        return "", 0, False
    begin = tokens[last][0]
    return text[:begin].strip(), begin, any(word in _words("strong") for word in heads)


def is_strong(role: str) -> bool:
    """Whether a title, as ``title_before`` gave it, makes whatever follows it a person."""
    return any(fold(word) in _words("strong") for word in role.split())


def is_plural(role: str) -> bool:
    """Whether a title is that of several people, named in a list behind it (``Senators``)."""
    words = role.split()
    return bool(words) and fold(words[-1]) in _words("plural")


@lru_cache(maxsize=50_000)
def offices(title: str) -> frozenset[str]:
    """The offices among the words of titles, each by one name: people of one family name are told apart by them."""
    table = _offices()
    return frozenset(table[folded] for word in title.split() if (folded := fold(word)) in table)


def is_regnal(role: str) -> bool:
    """Whether a title stands before a first name alone (``Pope``, ``Queen``)."""
    words = role.split()
    return bool(words) and fold(words[-1]) in _REGNAL


def sex_of(role: str) -> str:
    """``female`` or ``male`` where a title says so (``Mrs.``, ``Congressman``), as ``gazetteer.sex`` does; else ''."""
    found = {_SEXES[folded] for word in role.split() if (folded := fold(word)) in _SEXES}
    return found.pop() if len(found) == 1 else ""


def _walk(tokens: list[tuple[int, str]], cut: int) -> tuple[list[str], int]:
    """The title words among the tokens before ``cut``, and the index of the first token that belongs to the title."""
    heads: list[str] = []
    start = cut
    for number in range(cut - 1, -1, -1):
        token = tokens[number][1]
        if token[-1] in ',;:!?)”"' or (token.endswith(".") and not _may_end_with_stop(token)):
            break
        token = token.lstrip("(“\"‘'")
        if token in _NO_TITLES:
            break
        word = fold(token)
        if _is_head(word):
            heads.append(word)
        elif not (heads and _is_modifier(token, word)):
            break
        start = number
    return heads, start


def _with_complement(tokens: list[tuple[int, str]], end: int) -> int:
    """Index after the title's head where its object stands before the name (``Secretary of State``); else 0."""
    if tokens[end - 1][1].endswith(".") and not _may_end_with_stop(tokens[end - 1][1]):
        return 0
    for number in range(end - 2, max(0, end - 2 - _LONGEST_COMPLEMENT) - 1, -1):
        word = tokens[number][1]
        if word in _PREPOSITIONS and number and _is_head(fold(tokens[number - 1][1])):
            objects = [token for _, token in tokens[number + 1 : end]]
            return number if _is_complement(objects) else 0
        if not (word[0].isupper() or word in {"the", "and", "of"}) or word[-1] in ",;:!?)":
            return 0
    return 0


def _is_complement(words: list[str]) -> bool:
    """Whether the words can be what a title is ``of``: a place, a department, a body."""
    words = words[1:] if words[0] == "the" else words
    if not words or not words[-1][0].isupper():
        return False
    if fold(" ".join(words)) in known_places():
        return True
    return all(word in {"of", "and", "the"} or word[0].isupper() for word in words) and not any(
        _is_head(fold(word)) for word in words
    )


def is_sure_complement(words: list[str]) -> bool:
    """Whether the words are a place or a department by a list, not only by their capitals."""
    words = [word for word in words if word.lower() not in {"the", "and", "of"}]
    if not words:
        return False
    return fold(" ".join(words)) in known_places() or all(fold(word) in _words("complement") for word in words)


def _may_end_with_stop(token: str) -> bool:
    return fold(token) in _ABBREVIATIONS or _ACRONYM.fullmatch(token) is not None


def is_abbreviation(word: str) -> bool:
    """Whether a word is a title cut short (``Rep``), so that a stop behind it ends no sentence."""
    return fold(word) in _ABBREVIATIONS


def _is_head(word: str) -> bool:
    return word in _words("strong") or word in _words("weak")


def is_title_word(word: str) -> bool:
    """Whether a folded word is a title by itself (``senator``, ``general``)."""
    return _is_head(word)


def is_role_word(word: str) -> bool:
    """Whether a word is a title or comes along with one (``Deputy``, ``Republican``)."""
    folded = fold(word)
    return _is_head(folded) or folded in _words("modifier")


def _is_modifier(token: str, word: str) -> bool:
    if word == "dc":
        # "Washington, D.C. Congresswoman …": a dateline.
        return False
    return word in _words("modifier") or word in demonyms() or word in known_places() or bool(_ACRONYM.fullmatch(token))


@cache
def _offices() -> dict[str, str]:
    """Folded word -> the office that it stands for, which is the first word of its line in offices.txt."""
    lines = [line.split() for line in read_words("generator.text", "offices.txt")]
    return {word: words[0] for words in lines for word in words}


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind in titles.txt, folded."""
    words: set[str] = set()
    for line in read_words("generator.text", "titles.txt"):
        head, _, rest = line.partition(":")
        if head == kind:
            words.update(fold(word) for word in rest.split())
    return frozenset(words)
