"""Judgements that cannot stand: unfinished ones, and those that contradict another, with both places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.config.schema import Judgement, JudgementsFile, PeopleFile
from generator.config.ties import Place, names_of, ties
from generator.config.yaml_file import Tree
from generator.errors import Problem
from generator.text.names import fold

VERDICTS = ("same", "different", "unsure", "person", "not_a_person", "private", "rename", "split", "bind", "alias")
_PAIRS = frozenset({"same", "different", "unsure"})
_NEEDS = {"rename": ("to",), "split": ("articles", "to"), "bind": ("articles", "to"), "alias": ("to",)}
_ALLOWED = {**{verdict: frozenset(keys) for verdict, keys in _NEEDS.items()}, "split": {"articles", "to", "rest"}}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REMOVE = "Remove one of the two; `clipfile judge undo` takes a judgement back."


def check_judgements(people: PeopleFile, judgements: JudgementsFile, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """All that is wrong with judgements.yml, by itself and beside people.yml."""
    tree = trees["judgements"]
    wrong = [problem for n, one in enumerate(judgements.judgements) for problem in _shape(one, n, tree)]
    yield from wrong
    if not wrong:
        yield from _torn(people, judgements, trees)
        yield from _twice_decided(judgements, trees)
        yield from _no_people(people, judgements, trees)


def _shape(judgement: Judgement, number: int, tree: Tree) -> Iterator[Problem]:
    """Exactly one verdict, with all that it needs and nothing else."""
    place = ("judgements", number)
    given = [verdict for verdict in VERDICTS if getattr(judgement, verdict)]
    if len(given) != 1:
        said = f"has {len(given)} verdicts: {', '.join(given)}" if given else "has no verdict"
        yield tree.problem(place, said, f"Write exactly one of {', '.join(VERDICTS)}.")
        return
    verdict = given[0]
    if verdict in _PAIRS and len({fold(name) for name in getattr(judgement, verdict)}) < 2:
        yield tree.problem((*place, verdict), "needs two names", f"Write `{verdict}: [Ruth Calder, R. Calder]`.")
    for key in _NEEDS.get(verdict, ()):
        if not getattr(judgement, key):
            yield tree.problem(place, f"`{verdict}` needs `{key}`", f"Add `{key}:` below `{verdict}:`.")
    for key in ("to", "rest", "articles"):
        if getattr(judgement, key) and key not in _ALLOWED.get(verdict, ()):
            yield tree.problem((*place, key), f"does not go with `{verdict}`", "Remove it.")
    if judgement.when and not _DAY.fullmatch(judgement.when):
        yield tree.problem((*place, "when"), f"`{judgement.when}` is not a day", "Write `2026-11-27`.")


def _torn(people: PeopleFile, judgements: JudgementsFile, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Two names that are said to be different, and by one or several words also to be one person."""
    known = ties(people, judgements)
    written = _written(people, judgements)
    for (one, other), place in sorted(known.apart.items()):
        said = known.path(one, other)
        if said:
            names = f"`{written[one]}` and `{written[other]}`"
            yield _contradiction(trees, (place, *said), f"{names} are said to be different people here")
    entries = {fold(entry.name): slug for slug, entry in people.people.items()}
    for members in known.classes():
        first, *others = sorted(entries[name] for name in members & set(entries)) or [""]
        for slug in others:
            said = known.path(fold(people.people[first].name), fold(people.people[slug].name)) or ()
            # A name that two entries share is an entry's own mistake and named with the others of its kind.
            if any(place[0] == "judgements" for place in said):
                apart = f"`{first}` and `{slug}` are two entries of people.yml"
                yield _contradiction(trees, (("people", "people", slug), *said), apart)


def _twice_decided(judgements: JudgementsFile, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """One name with two titles, or one word of one article that means two people."""
    known = ties(PeopleFile(version=1), judgements)
    first: dict[tuple[str, ...], tuple[str, Place]] = {}
    for number, judgement in enumerate(judgements.judgements):
        place: Place = ("judgements", "judgements", number)
        to = judgement.to or ""
        for subject in _subjects(judgement):
            before, there = first.setdefault(subject, (to, place))
            is_same = subject[0] in {"bind", "split"} and known.path(fold(before), fold(to)) is not None
            if fold(before) != fold(to) and not is_same:
                said = f"`{subject[1]}` is `{to}` here, but `{before}` there"
                yield _contradiction(trees, (place, there), said)


def _subjects(judgement: Judgement) -> Iterator[tuple[str, ...]]:
    """What a judgement gives to somebody, each once."""
    if judgement.rename:
        yield "rename", fold(judgement.rename)
    if judgement.alias:
        yield "alias", fold(judgement.alias)
    for article in judgement.articles:
        yield ("split" if judgement.split else "bind"), fold(judgement.split or judgement.bind or ""), article


def _no_people(people: PeopleFile, judgements: JudgementsFile, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Names that are nobody's page here and somebody's there."""
    never: dict[str, Place] = {fold(name): ("people", "not_a_person", n) for n, name in enumerate(people.not_a_person)}
    for number, judgement in enumerate(judgements.judgements):
        for name in judgement.not_a_person:
            never.setdefault(fold(name), ("judgements", "judgements", number))
    entries = {fold(entry.name): ("people", "people", slug) for slug, entry in people.people.items()}
    for name in sorted(never.keys() & entries.keys()):
        yield _contradiction(trees, (never[name], entries[name]), f"`{name}` is no person here, and one there")
    for number, judgement in enumerate(judgements.judgements):
        said = (
            *judgement.same,
            *judgement.person,
            *judgement.private,
            *(n for n in (judgement.rename, judgement.split, judgement.to) if n),
        )
        for name in said:
            if fold(name) in never:
                places: tuple[Place, ...] = (("judgements", "judgements", number), never[fold(name)])
                yield _contradiction(trees, places, f"`{name}` is a person here, and none there")


def _written(people: PeopleFile, judgements: JudgementsFile) -> dict[str, str]:
    """Folded name -> as somebody wrote it."""
    entries = (name for entry in people.people.values() for name in (entry.name, *entry.aliases, *entry.misspellings))
    said = (name for judgement in judgements.judgements for name in names_of(judgement))
    return {fold(name): name for name in (*entries, *said)}


def _contradiction(trees: Mapping[str, Tree], places: Iterable[Place], message: str) -> Problem:
    """A problem at the first place that names all others."""
    here, *others = dict.fromkeys(places)
    there = ", ".join(f"{trees[str(stem)].file}:{trees[str(stem)].line(tuple(path))}" for stem, *path in others)
    return trees[str(here[0])].problem(here[1:], f"{message}; the contrary is said in {there}", _REMOVE)
