"""Stories that get a page by themselves: those proposed surely enough, and those that had one before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, TypeAlias

from generator.model import ArticleRow, Because, Entity, Filing, Topic
from generator.text.names import parse_name
from generator.text.slugs import slug
from generator.topics.stems import WORD, stem
from generator.topics.stories.proposing import Proposal
from generator.topics.words import Words, locate, stems_of

_TOLD = 0.5
"""A proposal with such a share of its articles in a maintainer's story is told already."""
_YEARS = 2
_SIDE_BY_SIDE = 2
"""So many words of an anchor side by side are shown as one."""

_Where: TypeAlias = Literal["title", "body"]


def settle(
    proposals: Iterable[Proposal], kept: Collection[str], rows: Sequence[ArticleRow], words: Mapping[str, Words]
) -> tuple[Proposal, ...]:
    """The proposals under the keys that have an address already, and what became of those that are proposed no more.

    An address never follows from how today's articles happen to fall together: once given, it is kept.
    """
    found = list(proposals)
    free, named = dict.fromkeys(sorted(kept)), dict[int, str]()

    def give(is_its: Callable[[Proposal, str], bool]) -> None:
        for number, one in enumerate(found):
            key = None if number in named else next((key for key in free if is_its(one, key)), None)
            if key is not None:
                named[number] = key
                del free[key]

    give(lambda one, key: key == one.key)
    give(lambda one, key: key in one.keys)
    remembered = {story.key: story for story in _remember(free, rows, words)}
    give(lambda one, key: _is_same(one, remembered.get(key)))
    give(_is_called)
    settled = [replace(one, key=named.get(number, one.key)) for number, one in enumerate(found)]
    return (*settled, *(remembered[key] for key in free if key in remembered))


def _is_called(proposal: Proposal, key: str) -> bool:
    """Whether a key is, but for a year or two, one of those the proposal might have."""
    name, _, year = key.rpartition("-")
    own = [known.rpartition("-") for known in proposal.keys]
    return any(
        name == known and year.isdigit() and abs(int(year) - int(its)) <= _YEARS
        for known, _, its in own
        if its.isdigit()
    )


def _is_same(proposal: Proposal, before: Proposal | None) -> bool:
    """Whether a proposal has most of its articles in common with what the key of an old story leads to."""
    if before is None:
        return False
    shared = len(set(proposal.articles) & set(before.articles))
    return shared >= _TOLD * max(len(proposal.articles), len(before.articles))


def _remember(keys: Iterable[str], rows: Iterable[ArticleRow], words: Mapping[str, Words]) -> tuple[Proposal, ...]:
    """Stories that have an address and are proposed no more, from the words of their keys: an address is kept.

    Those of which no article is left are not among them.
    """
    dated = {row.id: row.published.date for row in rows if row.published}

    @cache
    def said(article: str) -> frozenset[str]:
        return frozenset(word for word, _ in words[article].counted())

    found = (_remembered(key, dated, said) for key in sorted(keys))
    return tuple(story for story in found if story is not None)


def _remembered(key: str, dates: Mapping[str, str], said: Callable[[str], frozenset[str]]) -> Proposal | None:
    """The story of a key such as ``action-in-libya-2011``: who holds its words and is of its year or the next."""
    *parts, year = key.split("-")
    counted = [part for part in parts if part.isalpha()]
    stems = {stem(part) for part in counted if len(part) > 3} or {stem(part) for part in counted}
    if not stems or not year.isdigit():
        return None
    then = {id_: date for id_, date in dates.items() if 0 <= int(date[:4]) - int(year) <= 1}
    near = {id_: date for id_, date in then.items() if stems <= said(id_)}
    if not near:
        return None
    articles = tuple(sorted(near, key=lambda id_: (near[id_], id_)))
    name = " ".join(parts)
    return Proposal(
        key=key,
        name=f"{name[:1].upper()}{name[1:]}, {year}",
        anchors=(name,),
        first=near[articles[0]],
        last=near[articles[-1]],
        articles=articles,
        keys=(key,),
        worth=1.0,
        why=f"{len(articles)} articles of that time hold these words; the story had its page before.",
    )


def untold(
    proposals: Iterable[Proposal], own: Collection[str], filings: Mapping[str, Sequence[Filing]]
) -> tuple[Proposal, ...]:
    """The proposals that no story of the maintainers tells already, or forbids by its key.

    Args:
        proposals: all proposals.
        own: keys of topics.yml and stories.yml, hidden ones too.
        filings: article id -> what it is filed under.
    """
    under = {id_: {filing.topic for filing in filed} & set(own) for id_, filed in filings.items()}
    return tuple(one for one in proposals if not _is_told(one, own, under))


def _is_told(proposal: Proposal, own: Collection[str], under: Mapping[str, Collection[str]]) -> bool:
    if any(key in own for key in proposal.keys):
        return True
    shared = [sum(story in under[id_] for id_ in proposal.articles) for story in own]
    return max(shared, default=0) >= _TOLD * len(proposal.articles)


def sparing(proposals: Iterable[Proposal], private: Iterable[Entity]) -> tuple[Proposal, ...]:
    """The proposals but for those that are called by somebody who is private: by all words of one of the names."""
    names = {
        slug(text) for one in private for text in (one.name, *(f.text for f in one.forms if parse_name(f.text).full))
    }
    parts = [frozenset(name.split("-")) for name in sorted(names) if name]
    return tuple(one for one in proposals if not any(part <= _called(one) for part in parts))


def _called(proposal: Proposal) -> frozenset[str]:
    """The words of a proposal's key, name and anchors."""
    return frozenset("-".join(map(slug, (proposal.key, proposal.name, *proposal.anchors))).split("-"))


def opened(proposals: Iterable[Proposal], threshold: float | None, kept: Collection[str]) -> tuple[Proposal, ...]:
    """The proposals that get a page: those that are sure enough, and those whose address is kept."""
    return tuple(one for one in proposals if one.key in kept or (threshold is not None and one.worth >= threshold))


def topic_of(story: Proposal) -> Topic:
    """The story as a subject with a page, which says in plain words that nobody but a program has put it together."""
    anchors = " and ".join(f"“{anchor}”" for anchor in story.anchors[:2])
    told = f"A program put these articles together: they write of {anchors} within a short time and in like words."
    return Topic(id=story.key, name=story.name, kind="story", description=told)


def with_stories(
    filings: Mapping[str, tuple[Filing, ...]],
    stories: Iterable[Proposal],
    read: Callable[[str], tuple[str | None, str]],
) -> dict[str, tuple[Filing, ...]]:
    """The filings with those under the opened stories behind, each with the anchors, or their words, that it holds."""
    result = dict(filings)
    for story in stories:
        stems = dict.fromkeys(stem for anchor in story.anchors for stem in stems_of(anchor))
        for id_ in story.articles:
            title, text = read(id_)
            because = tuple(_named(story.anchors, title, text)) or _in_parts(stems, title, text)
            filing = Filing(topic=story.key, score=story.worth, because=because, basis="story")
            result[id_] = (*result[id_], filing)
    return result


def _in_parts(stems: Collection[str], title: str | None, text: str) -> tuple[Because, ...]:
    """The most of an anchor's words that stand side by side (``Recovery Package``), then each of the others."""
    runs = [run for where, part in _parts(title, text) for run in _runs(stems, where, part)]
    best = max(runs, key=lambda run: len(run[0]), default=(frozenset[str](), None))
    if best[1] is None or len(best[0]) < _SIDE_BY_SIDE:
        return locate(title, text, stems)
    return (best[1], *locate(title, text, [word for word in stems if word not in best[0]]))


def _runs(stems: Collection[str], where: _Where, part: str) -> Iterator[tuple[frozenset[str], Because]]:
    """Runs of words with such stems, with nothing but blanks and hyphens between them: the stems, and the place."""
    words = [match for match in WORD.finditer(part) if stem(match.group()) in stems]
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or part[words[end - 1].end() : words[end].start()].strip(" -"):
            first, last = words[start].start(), words[end - 1].end()
            said = frozenset(stem(match.group()) for match in words[start:end])
            yield said, Because(text=part[first:last], where=where, start=first, end=last)
            start = end


def _parts(title: str | None, text: str) -> tuple[tuple[_Where, str], ...]:
    return ("title", title or ""), ("body", text)


def _named(anchors: Iterable[str], title: str | None, text: str) -> Iterator[Because]:
    """Each anchor where it stands first, in whatever case."""
    for anchor in anchors:
        for where, part in _parts(title, text):
            start = part.lower().find(anchor.lower())
            if start >= 0 and len(part.lower()) == len(part):
                end = start + len(anchor)
                yield Because(text=part[start:end], where=where, start=start, end=end)
                break
