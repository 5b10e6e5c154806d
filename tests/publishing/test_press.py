"""Only what has changed is made anew, and what stands is what would have been made."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.config.schema import SiteConfig, Thresholds
from generator.model import Archive, Credit, Differences, NameForm, Outlet, Permalink, Role, Topic
from generator.publishing import drafts, press
from generator.publishing.page import Page, render
from generator.publishing.tree import Tree
from tests.publishing.archives import CLIPS, CONFIG, REGISTRY, WHOLE, Clip, archive_of, lay
from tests.publishing.archives import entity as entity_of
from tests.publishing.test_writing import tree

State = tuple[tuple[Clip, ...], Archive, SiteConfig, tuple[Permalink, ...]]
Change = Callable[[State], State]


def _archive(change: Callable[[Archive], Archive]) -> Change:
    return lambda state: (state[0], change(state[1]), *state[2:])


def _settings(**fields: Any) -> Change:
    return lambda state: (*state[:2], replace(state[2], archive=replace(state[2].archive, **fields)), state[3])


def _entities(archive: Archive, **fields: Any) -> Archive:
    return replace(archive, entities=tuple(replace(one, **fields) for one in archive.entities))


def _another(state: State) -> State:
    """One more article, which names whom the others name."""
    clips = (*state[0], Clip(id="more", paragraphs=("Neil Armstrong spoke again. The moon landing was long ago.",)))
    known = state[1].entities[0]
    armstrong = entity_of(clips, known.id, known.name, forms=known.forms)
    fields = {name: getattr(state[1], name) for name in ("topics", "filings", "sources", "related", "surnames")}
    return clips, archive_of(clips, (armstrong,), **fields), *state[2:]


def _fewer(state: State) -> State:
    """The undated article is gone."""
    clips = tuple(clip for clip in state[0] if clip.id != "lost")
    rows = {key: row for key, row in state[1].articles.items() if key != "lost"}
    outlets = tuple(replace(one, articles=tuple(a for a in one.articles if a != "lost")) for one in state[1].outlets)
    return clips, replace(state[1], articles=rows, outlets=outlets), *state[2:]


def _other_words(state: State) -> State:
    """The sentence that names someone reads otherwise."""
    clips = tuple(
        replace(clip, paragraphs=(f"{clip.paragraphs[0]} So it was.", *clip.paragraphs[1:])) for clip in state[0]
    )
    return clips, *state[1:]


_MISSPELT = (NameForm(text="Neil Armstrong", count=2, misspelling=True), NameForm(text="Neil Amstrong", count=1))

CHANGES: dict[str, Change] = {
    "an article more": _another,
    "an article fewer": _fewer,
    "other words": _other_words,
    "another title": _archive(
        lambda a: replace(a, articles={k: replace(row, title=f"{row.title}, again") for k, row in a.articles.items()})
    ),
    "a standfirst": _archive(
        lambda a: replace(a, articles={k: replace(row, standfirst="What follows.") for k, row in a.articles.items()})
    ),
    "who helped": _archive(
        lambda a: replace(a, articles={k: replace(row, contributors=("By all.",)) for k, row in a.articles.items()})
    ),
    "captions": _archive(
        lambda a: replace(a, articles={k: replace(row, captions=("A pier.",)) for k, row in a.articles.items()})
    ),
    "another name": _archive(lambda a: _entities(a, name="N. A. Armstrong")),
    "other forms": _archive(lambda a: _entities(a, forms=_MISSPELT)),
    "a note": _archive(lambda a: _entities(a, note="An astronaut.")),
    "a role": _archive(
        lambda a: _entities(
            a, roles=(Role(name="pilot", mentions=a.entities[0].mentions[:1], first="1969", last="1969"),)
        )
    ),
    "another topic": _archive(lambda a: replace(a, topics=tuple(replace(t, name=f"{t.name}!") for t in a.topics))),
    "a topic more": _archive(lambda a: replace(a, topics=(*a.topics, Topic(id="sun", name="Sun", parent="space")))),
    "no filings": _archive(lambda a: replace(a, filings={})),
    "another source": _archive(
        lambda a: replace(a, sources=tuple(replace(one, name="The agency") for one in a.sources))
    ),
    "another outlet": _archive(
        lambda a: replace(a, outlets=(Outlet(id="the-daily", name="Daily News", articles=a.outlets[0].articles),))
    ),
    "photo credits": _archive(
        lambda a: replace(a, credits=(Credit(id="nasa", name="NASA", articles=("landing", "later")),))
    ),
    "two outlets": _archive(
        lambda a: replace(a, outlets=(*a.outlets, Outlet(id="weekly", name="The Weekly", articles=("later",))))
    ),
    "nothing related": _archive(lambda a: replace(a, related={})),
    "two versions": _archive(
        lambda a: replace(a, version_of={"later": "landing"}, differences={"later": Differences(fields=("title",))})
    ),
    "no surnames": _archive(lambda a: replace(a, surnames=())),
    "somebody private": _archive(lambda a: replace(a, private=a.entities, entities=())),
    "thresholds": _settings(thresholds=Thresholds(indexed=1, search_filter=5, feed=1)),
    "rights": _settings(rights="All rights reserved."),
    "another site": lambda state: (*state[:2], replace(state[2], site=replace(state[2].site, name="New")), state[3]),
    "added earlier": lambda state: (*state[:3], tuple(replace(row, added="2025-01-01") for row in state[3])),
}
START: State = (CLIPS, WHOLE, CONFIG, REGISTRY)


def _lay(out: Path, state: State) -> dict[str, bytes]:
    clips, archive, config, registry = state
    lay(out, clips, archive, config=config, registry=registry)
    return tree(out)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_gives_what_a_clean_build_gives(tmp_path: Path, change: Change) -> None:
    """Whatever changes, the files are those of a build that remembers nothing; and so when it is taken back."""
    start = _lay(tmp_path / "kept", START)
    assert _lay(tmp_path / "kept", change(START)) == _lay(tmp_path / "clean", change(START))
    assert _lay(tmp_path / "kept", START) == start


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_search_is_told_of_what_it_reads_and_of_nothing_else(tmp_path: Path, change: Change) -> None:
    """The digest of what finds an article is another exactly where words, names or filters on its page are."""
    start, changed = (_published(tmp_path / name, state) for name, state in (("a", START), ("b", change(START))))
    for article in start.keys() & changed.keys():
        (before, read_before), (now, read_now) = start[article], changed[article]
        if before[:16] == now[:16]:  # code and settings
            assert (before == now) == (read_before == read_now), article
        else:
            assert before != now


def _published(out: Path, state: State) -> dict[str, tuple[bytes, list[str]]]:
    """For each article what the search is told of it, and what it reads of its page."""
    clips, archive, config, registry = state
    searched = lay(out, clips, archive, config=config, registry=registry).published.searched
    pages = {id_: (out / "docs" / "articles" / id_ / "index.md").read_text(encoding="utf-8") for id_ in searched}
    return {id_: (searched[id_], _indexed(page)) for id_, page in pages.items()}


def _indexed(page: str) -> list[str]:
    """What Pagefind takes from a page: words of bodies but what is ignored, and what it sorts, shows and filters by."""
    document: Any = html.fromstring(page.partition("\n---\n")[2])
    for element in document.cssselect("[data-pagefind-ignore]"):
        element.drop_tree()
    asked = "[data-pagefind-body], [data-pagefind-meta], [data-pagefind-filter], [data-pagefind-sort]"
    return [_read(element) for element in document.cssselect(asked)]


def _read(element: Any) -> str:
    """An element as Pagefind sees it, who does not look where a link leads."""
    told = {name: value for name, value in element.attrib.items() if name.startswith("data-pagefind")}
    return f"{told} {element.text_content()}"


def test_any_sequence_of_changes_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    """Changes upon changes, in an order that chance chooses."""
    chance, state = random.Random(7), START
    for step in range(25):
        state = START if step % 6 == 5 else CHANGES[chance.choice(sorted(CHANGES))](state)
        if not state[1].entities:
            state = START
        kept = _lay(tmp_path / "kept", state)
        assert kept == _lay(tmp_path / f"clean-{step}", state)


def test_a_file_that_somebody_touched_is_made_anew(tmp_path: Path) -> None:
    """Deleted, emptied or edited: the next build mends it."""
    start = _lay(tmp_path, START)
    (tmp_path / "docs" / "articles" / "landing" / "index.md").unlink()
    (tmp_path / "docs" / "people" / "neil-armstrong" / "index.md").write_text("Hacked.", encoding="utf-8")
    (tmp_path / "data" / "articles.jsonl").write_bytes(b"")
    assert _lay(tmp_path, START) == start
    (tmp_path / "docs.press").write_bytes(b"no memory")
    assert _lay(tmp_path, START) == start


def test_what_topics_have_learned_anew_leaves_the_pages_of_articles_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each article that comes changes the scores of many others by a hair: nothing that their pages show."""
    start = _filed(START, score=25.368, learned_from=200)
    _lay(tmp_path, start)
    made, lay_sheet = set[str](), press._lay

    def noting(to: Tree, sheet: press.Sheet, before: press.Laid | None) -> press.Laid:
        made.add(sheet.path.partition("/")[0])
        return lay_sheet(to, sheet, before)

    monkeypatch.setattr(press, "share_out", lambda work, shared, items, _chunk: work(shared, items))
    monkeypatch.setattr(press, "_lay", noting)
    _lay(tmp_path, _filed(START, score=25.333, learned_from=201))
    assert made == {"topics"}


def test_of_a_long_list_only_the_years_that_change_are_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One article more among a hundred: the outlet's own page and the page of its year, no other of its pages."""
    clips = tuple(
        Clip(id=f"clip-{n:03}", paragraphs=("Words.",), date=f"{1900 + n % 50}-01-0{1 + n // 50}") for n in range(100)
    )
    start = (clips, archive_of(clips), *START[2:])
    more = (*clips, Clip(id="more", paragraphs=("Words.",), date="1907-01-09"))
    _lay(tmp_path / "kept", start)
    rendered = list[str]()

    def noting(page: Page, config: SiteConfig) -> bytes:
        rendered.append(page.path)
        return render(page, config)

    monkeypatch.setattr(drafts, "render", noting)
    monkeypatch.setattr(press, "share_out", lambda work, shared, items, _chunk: work(shared, items))
    kept = _lay(tmp_path / "kept", (more, archive_of(more), *START[2:]))
    outlet = [path for path in rendered if path.startswith("outlets/the-daily/")]
    assert sorted(outlet) == ["outlets/the-daily/1900s/index.md", "outlets/the-daily/index.md"]
    assert kept == _lay(tmp_path / "clean", (more, archive_of(more), *START[2:]))
    rendered.clear()
    titled = tuple(replace(clip, row={"title": "Another title"}) if clip.id == "more" else clip for clip in more)
    _lay(tmp_path / "kept", (titled, archive_of(titled), *START[2:]))
    outlet = [path for path in rendered if path.startswith(("outlets/the-daily/", "years/"))]
    assert outlet == ["outlets/the-daily/1900s/index.md", "years/1907/index.md"]  # not those that count them only


def _filed(state: State, *, score: float, learned_from: int) -> State:
    """The same archive, where topics were learned from so many articles."""
    filings = {id_: tuple(replace(one, score=score) for one in found) for id_, found in state[1].filings.items()}
    topics = tuple(replace(topic, learned_from=learned_from) for topic in state[1].topics)
    return _archive(lambda a: replace(a, filings=filings, topics=topics))(state)
