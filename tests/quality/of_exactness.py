"""How many dumps in the seed's style come out exactly right: the body, and the body with every field.

Three sets, none of which is the whole truth:

- *frames*: the gold bodies of html/web between the lines that the seed's site put around an article, with and without
  values behind its bullets. The frames are ours and the weights know the texts; with folds they do not.
- *digitalgov-resiliparse-main*: real dumps, compared where that can be fair: where the lines of the dump that the gold
  has, in their order, are all of the gold. What is left is mostly texts of pictures, which look like any other line.
- *congress-onesite*: real dumps of one site without a gold body: fields, and furniture that must not survive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model import CleanArticle
from tests.quality import folds, gold
from tests.quality.cleaning_metrics import plain
from tests.quality.gold import Dump, Page
from tests.quality.of_dumps import OURS, UNSEEN, clean_alone, clean_together, found_in
from tests.quality.scores import byline
from tests.quality.tables import Table

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_CREDITS: Final = (
    ("The Washington Post (2), CNN", ("The Washington Post", "CNN"), "Office of the President-Elect/Wikimedia Commons"),
    ("BBC News", ("BBC News",), "Gage Skidmore/Flickr"),
    ("NBC News, The Hill, Reuters", ("NBC News", "The Hill", "Reuters"), "Pixabay"),
    ("", (), ""),
)
_FURNITURE: Final = re.compile(
    r"^\W*(?:next article|for immediate release:?|contact:.*|follow .* on twitter.*|# ?# ?#)\W*$", re.IGNORECASE
)

_FAIR: Final = (
    "{} of {} dumps are comparable: the others lack lines of their gold, or have them in pieces. Nearly all that is "
    "too much is the text of a picture, which the gold leaves out: `no other lines inside` are the dumps without any."
)
_MARKDOWN_LINK: Final = re.compile(r"\[([^\[\]]+)\]\( ?\S+? ?\)")
"""In one gold body. Its address is a link of the article and no word of its text."""
_DIGITALGOV: Final = (("nothing missing", ""), ("body exact", ".98"), ("body, title, authors, date exact", ".95"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A dump as the seed's site made them, and all that is true of it."""

    dump: Dump
    authors: tuple[str, ...]
    date: str
    sources: tuple[str, ...]
    photo: str


def framed(page: Page, number: int) -> Framed:
    """The gold article of a page in the seed's frame, every second time with values behind the bullets."""
    named = number % 2 == 1
    authors = page.truth.authors if named else ()
    date = page.truth.date if named else ""
    credit, sources, photo = _CREDITS[number % len(_CREDITS)]
    lines = [
        "Skip to main content",
        page.truth.title,
        f"  • Author:{_after(' and '.join(authors))}\n  • Updated:{_after(_written(date))}",
        page.truth.body,
        *([f"Sources: {credit} / Photo credit: {photo}"] if credit else []),
        "Popular Video",
    ]
    dump = Dump(id=page.id, style="frame", url="", text="\n\n".join(lines), truth=page.truth)
    return Framed(dump=dump, authors=authors, date=date, sources=sources, photo=photo)


def _after(value: str) -> str:
    return f" {value}" if value else ""


def _written(date: str) -> str:
    if not date:
        return ""
    year, month, day = date.split("-")
    return f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"


def judge_frame(one: Framed, article: CleanArticle) -> tuple[bool, bool]:
    """Whether the body is exact, and whether the body and every field are."""
    body = plain(article.text) == plain(_MARKDOWN_LINK.sub(r"\1", one.dump.truth.body))
    date = article.published or article.updated
    fields = (
        plain(article.title) == plain(one.dump.truth.title),
        byline(article.authors) == byline(one.authors),
        (date.date if date else "") == one.date,
        {plain(cited.name) for cited in article.sources if cited.kind == "credit"} == set(map(plain, one.sources)),
        plain(" ".join(article.photo_credits)) == plain(one.photo),
    )
    return body, body and all(fields)


def frames(pages: Iterable[tuple[int, Page]]) -> list[tuple[bool, bool]]:
    """The judgement of every page in its frame."""
    made = (framed(page, number) for number, page in pages)
    return [judge_frame(one, clean_alone(one.dump)) for one in made]


def comparable(dump: Dump) -> tuple[bool, bool]:
    """Whether the lines of a dump that its gold has make up all of it, in order; and without others in between."""
    words = plain(dump.truth.body).split()
    found: list[str] = []
    taken: list[bool] = []
    for line in dump.text.split("\n"):
        own = plain(line).split()
        if own:
            taken.append(words[len(found) : len(found) + len(own)] == own)
            found += own if taken[-1] else []
    within = taken[taken.index(True) : len(taken) - taken[::-1].index(True)] if any(taken) else []
    return found == words, found == words and all(within)


def judge(dump: Dump, article: CleanArticle) -> tuple[bool, bool, bool]:
    """Whether nothing of the gold body is missing, whether the body is exact, and whether every field is too."""
    right, mine = plain(dump.truth.body).split(), plain(article.text).split()
    rest = iter(mine)
    complete = all(word in rest for word in right)
    seen = gold.visible(dump.truth, dump.text)
    fields = (
        plain(article.title) == plain(dump.truth.title),
        byline(article.authors) == (byline(dump.truth.authors) if seen["author"] else ""),
        (article.published.date if article.published else "") == dump.truth.date,
    )
    return complete, mine == right, mine == right and all(fields)


def survivors(article: CleanArticle) -> int:
    """How many lines of the congress site's furniture are left in a body."""
    return sum(bool(_FURNITURE.match(line.strip())) for line in article.text.split("\n"))


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """Frames, digitalgov and the congress site."""
    yield _frames(corpora, most, parts=parts)
    yield _digitalgov(gold.sample(list(gold.dumps(corpora, "digitalgov-resiliparse-main")), most))
    yield _congress(gold.sample(list(gold.dumps(corpora, "congress-onesite")), most))


def _frames(corpora: Path, most: int | None, *, parts: int) -> Table:
    pages = list(gold.pages(corpora, "web"))
    wanted = {page.id for page in gold.sample(pages, most)}
    numbered = [(number, page) for number, page in enumerate(pages) if page.id in wanted]
    ours = frames(numbered)
    fresh: list[tuple[bool, bool]] = []
    for part in range(parts):
        with folds.unseen_dumps(corpora, part):
            fresh += frames((number, page) for number, page in numbered if number % folds.FOLDS == part)
    table = Table(title="Seed's style: html/web in the seed's frame", columns=("what", "n", OURS, UNSEEN, "goal"))
    for index, (name, goal) in enumerate((("body exact", ".98"), ("body and every field exact", ".95"))):
        table.add(name, len(ours), _share(ours, index), _share(fresh, index) if fresh else None, goal)
    return table


def _digitalgov(dumps: Sequence[Dump]) -> Table:
    together = clean_together(dumps)
    ways: tuple[Callable[[Dump], CleanArticle], ...] = (clean_alone, lambda dump: together[dump.id])
    sorts = {dump.id: comparable(dump) for dump in dumps}
    table = Table(
        title="Seed's style: digitalgov-resiliparse-main",
        columns=("what", "n", "alone", "in its folder", "goal"),
        notes=(_FAIR.format(sum(fair for fair, _ in sorts.values()), len(dumps)),),
    )
    for index, of in enumerate(("", ", no other lines inside")):
        chosen = [dump for dump in dumps if sorts[dump.id][index]]
        results = [[judge(dump, cleaner(dump)) for dump in chosen] for cleaner in ways]
        for number, (name, goal) in enumerate(_DIGITALGOV):
            table.add(f"{name}{of}", len(chosen), *(_share(result, number) for result in results), goal)
    return table


def _congress(dumps: Sequence[Dump]) -> Table:
    together = clean_together(dumps)
    table = Table(title="congress-onesite, one folder", columns=("what", "n", "alone", "in its folder", "goal"))
    ways = [[clean_alone(dump) for dump in dumps], [together[dump.id] for dump in dumps]]
    pairs = [list(zip(way, dumps, strict=True)) for way in ways]
    titles = [[plain(article.title) == plain(dump.truth.title) for article, dump in way] for way in pairs]
    dated = [[found_in(article).date == dump.truth.date for article, dump in way] for way in pairs]
    left = [[survivors(article) > 0 for article in way] for way in ways]
    measured = (("title exact", titles, ".92"), ("date exact", dated, ".94"), ("furniture left in the body", left, "0"))
    for name, found, goal in measured:
        table.add(name, len(dumps), *(sum(way) / len(way) for way in found), goal)
    return table


def _share(judged: Sequence[tuple[bool, ...]], index: int) -> float:
    return sum(one[index] for one in judged) / len(judged) if judged else 0.0
