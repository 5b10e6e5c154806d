"""From what a maintainer types to a judgement: verbs, and people by name or page as they are seen on the site."""

from __future__ import annotations

import difflib
import secrets
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.commands.called import asked, names_of_article, page_of
from generator.config.schema import Judgement
from generator.errors import ClipfileError
from generator.model import Entity
from generator.pipeline import Understood
from generator.resolution.judgements import hashed
from generator.text.names import fold, parse_name

VERBS: Final = {
    "same": "NAME NAME…: one person",
    "different": "NAME NAME…: so many people, never proposed as one again",
    "unsure": "NAME NAME…: leave them as they are, and do not ask again",
    "person": "NAME…: people, whatever the program takes them for",
    "not-a-person": "NAME…: nobody's page",
    "rename": "NAME NEW-NAME: another title, at another address",
    "split": "NAME NEW-NAME ARTICLE…: in these articles it is somebody else, who is titled NEW-NAME",
    "bind": "WORDS NAME ARTICLE…: in these articles WORDS mean the person called NAME",
    "alias": "WORDS NAME: in every article WORDS mean the person called NAME",
    "private": "NAME…: no page, and no mention but in the text; the file holds a salted hash",
}
"""Verb -> what it wants and does."""
_LEAST: Final = {"same": 2, "different": 2, "unsure": 2, "rename": 2, "split": 3, "bind": 3, "alias": 2}
_MOST: Final = {"rename": 2, "alias": 2}
_SALT_BYTES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, when and why."""

    who: str
    when: str
    why: str = ""

    def put_under(self, judgement: Judgement) -> Judgement:
        """The judgement as this person's decision."""
        return replace(judgement, who=self.who, when=self.when, why=judgement.why or self.why)


class Directory:
    """The people and articles of an archive by everything that a maintainer may call them."""

    def __init__(self, understood: Understood) -> None:
        """Index the names, ids and addresses of all that is shown."""
        self._people: defaultdict[str, list[Entity]] = defaultdict(list)
        self._articles: dict[str, str] = {}
        self._words = frozenset(
            fold(mention.text) for row in understood.archive.articles.values() for mention in row.mentions
        )
        address = {(line.kind, line.id): line.address for line in understood.links if line.state == "live"}
        for entity in understood.archive.entities:
            if entity.kind == "person":
                names = {fold(entity.name), *(fold(form.text) for form in entity.forms), entity.id}
                for name in (*names, address.get(("person", entity.id), "")):
                    self._people[name].append(entity)
        for row in understood.archive.articles.values():
            for name in names_of_article(row, address.get(("article", row.id), "")):
                if name:
                    self._articles.setdefault(name, row.id)

    def person(self, name: str) -> Entity:
        """The person who is called so, or whose page has this id or address.

        Raises:
            ClipfileError: nobody is, or several are.
        """
        found = self._people.get(page_of(name)) or self._people.get(fold(name)) or []
        titled = [one for one in found if fold(one.name) == fold(name)] or found
        if len(titled) == 1:
            return titled[0]
        if titled:
            pages = ", ".join(one.id for one in titled)
            raise ClipfileError(f"{len(titled)} people are called {name!r}: name the page ({pages}).")
        raise ClipfileError(f"Nobody in this archive is called {name!r}.{self._hint(name)}")

    def name(self, name: str) -> str:
        """A name as a judgement writes it: as it stands in the articles, or a page's title."""
        if page_of(name) in self._people and fold(name) not in self._people:
            return self.person(name).name
        if fold(name) not in self._people and fold(name) not in self._words:
            raise ClipfileError(f"Nobody in this archive is called {name!r}.{self._hint(name)}")
        return name

    def article(self, name: str) -> str:
        """The id of an article by its id, file, address or title.

        Raises:
            ClipfileError: there is none.
        """
        found = next((self._articles[one] for one in asked(name) if one in self._articles), None)
        if found is None:
            near = difflib.get_close_matches(name, self._articles, n=3, cutoff=0.6)
            hint = f" Did you mean: {', '.join(near)}?" if near else ""
            raise ClipfileError(f"There is no article {name!r}.{hint}")
        return found

    def _hint(self, name: str) -> str:
        near = difflib.get_close_matches(fold(name), self._people, n=5, cutoff=0.6)
        names = dict.fromkeys(self._people[one][0].name for one in near)
        return f" Did you mean: {', '.join(names)}?" if names else ""


def judgement_of(verb: str, words: Sequence[str], directory: Directory) -> Judgement:
    """What a verb and its words decide.

    Raises:
        ClipfileError: words are missing, or name nobody.
    """
    if verb not in VERBS:
        raise ClipfileError(f"{verb!r} is no verdict. Known: {', '.join(VERBS)}.")
    if len(words) < _LEAST.get(verb, 1) or len(words) > _MOST.get(verb, len(words)):
        raise ClipfileError(f"{verb} wants {VERBS[verb]}.")
    return _MAKERS[verb](words, directory)


def _grouped(verdict: str) -> _Maker:
    return lambda words, directory: Judgement(**{verdict: tuple(directory.name(word) for word in words)})  # type: ignore[arg-type]


_Maker = Callable[[Sequence[str], Directory], Judgement]
_MAKERS: Final[Mapping[str, _Maker]] = {
    "same": _grouped("same"),
    "different": _grouped("different"),
    "unsure": _grouped("unsure"),
    "person": _grouped("person"),
    "not-a-person": lambda words, directory: Judgement(
        not_a_person=tuple(form for word in words for form in _forms(word, directory))
    ),
    "private": lambda words, directory: Judgement(
        private=tuple(_hash(form) for word in words for form in full_forms(directory.person(word)))
    ),
    "rename": lambda words, directory: Judgement(rename=directory.name(words[0]), to=words[1]),
    "alias": lambda words, directory: Judgement(alias=words[0], to=_known(words[1], directory)),
    "split": lambda words, directory: Judgement(
        split=directory.name(words[0]), to=words[1], articles=tuple(directory.article(word) for word in words[2:])
    ),
    "bind": lambda words, directory: Judgement(
        bind=words[0], to=_known(words[1], directory), articles=tuple(directory.article(word) for word in words[2:])
    ),
}


def git_user(root: str) -> str:
    """The name that Git knows the maintainer by, or ''."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words
            ["git", "-C", root, "config", "user.name"],  # noqa: S607 - whichever Git the maintainer uses
            capture_output=True,
            text=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _known(name: str, directory: Directory) -> str:
    """A person's name; somebody whom no article names in full is taken at the maintainer's word."""
    try:
        return directory.name(name)
    except ClipfileError:
        return name


def _forms(word: str, directory: Directory) -> tuple[str, ...]:
    """All ways in which what is on a page is written in full; other words as they are."""
    try:
        return full_forms(directory.person(word))
    except ClipfileError:
        return (directory.name(word),)


def full_forms(entity: Entity) -> tuple[str, ...]:
    """The forms of a name that hold more than a family name, each once; all where there are none."""
    forms = {fold(form.text): form.text for form in reversed(entity.forms)}
    full = {key: text for key, text in forms.items() if parse_name(text).full}
    return tuple((full or forms)[key] for key in sorted(full or forms))


def _hash(name: str) -> str:
    return hashed(name, secrets.token_hex(_SALT_BYTES))
