"""Stories that the program finds by itself, and the addresses they keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
import yaml

from generator.config.conversion import convert
from generator.config.schema import StoriesFile
from generator.config.yaml_file import read_yaml
from generator.model import ArticleRow, Entity, EntityMention, Filing, NameForm
from generator.topics import (
    Proposal,
    Words,
    count_words,
    opened,
    propose,
    settle,
    sheaf_of,
    sparing,
    stories_yaml,
    topic_of,
    untold,
    with_stories,
)
from generator.topics.headlines import repeated_phrases
from generator.topics.stories.agreeing import agreeing
from generator.topics.stories.anchors import anchors_of
from generator.topics.stories.bursts import bursts_of
from generator.topics.stories.dated import Dated
from generator.topics.stories.gathering import candidates_of, stories_of
from generator.topics.stories.naming import Names
from generator.topics.stories.proposing import _shown
from tests.rows import row

_START = date(2001, 1, 1)
_FLOOD = "The flood at Weir Lane, and Weir Lane again: a flood."
_WORDS = [
    a + b + c
    for a in ("bal", "cor", "den", "fal", "gor", "hen", "lim")
    for b in "abdefiklmopst"
    for c in ("ner", "tol", "sim")
]
_Archive = tuple[list[ArticleRow], dict[str, Words], dict[str, str]]


def _archive(more: int = 0) -> _Archive:
    """Ninety-six articles of four years on this and that, and five of one spring on a flood; ``more`` of either."""
    rows, texts = [], {}
    for n in range(96 + more):
        texts[f"o{n:03}"] = f"Told at length: {_filler(n)}."
        rows.append(row(f"o{n:03}", title=f"Notes number {n}", published=str(_START + timedelta(days=15 * n))))
    for n in range(5 + more // 10):
        texts[f"w{n}"] = f"{_FLOOD} {_filler(50 * n)}."
        title = f"The Weir Lane Flood, {('rising', 'risen', 'falling', 'gone', 'paid for')[n % 5]}"
        rows.append(row(f"w{n}", title=title, published=str(date(2003, 3, 3) + timedelta(days=4 * n))))
    return rows, {id_: count_words(None, text) for id_, text in texts.items()}, texts


def _filler(number: int) -> str:
    """Two dozen words, of which two texts seldom share more than a few."""
    return " ".join(_WORDS[(7 * number + step * (number % 9 + 1)) % len(_WORDS)] for step in range(24))


def _propose(rows: Sequence[ArticleRow], words: Mapping[str, Words], *entities: Entity) -> tuple[Proposal, ...]:
    return propose(rows, entities, [sheaf_of(words)])


def _found(more: int = 0) -> tuple[Proposal, ...]:
    rows, words, _ = _archive(more)
    return _propose(rows, words)


def test_a_phrase_of_one_spring_is_a_story() -> None:
    """Articles that share a headline's phrase, a few weeks and their words are proposed, with a name and a reason."""
    (story,) = _found()
    assert story.name == "Weir Lane Flood, 2003"
    assert story.key == "weir-lane-flood-2003"
    assert story.articles == ("w0", "w1", "w2", "w3", "w4")
    assert (story.first, story.last) == ("2003-03-03", "2003-03-19")
    assert story.why.startswith("5 articles from 2003-03-03 to 2003-03-19 are about “")


def test_a_name_is_an_anchor() -> None:
    """What a place's page gathers can be a story, though no headline names it."""
    rows, words, _ = _archive()
    rows = [replace(one, title="Water") if one.id.startswith("w") else one for one in rows]
    mentions = tuple(
        EntityMention(article=f"w{n}", text="Weir Lane", start=start, end=start + 9, rule="test")
        for n in range(5)
        for start in (13, 28)
    )
    place = Entity(
        kind="place", id="weir-lane", name="Weir Lane", forms=(NameForm(text="Weir Lane", count=10),), mentions=mentions
    )
    assert [story.anchors[0] for story in _propose(rows, words, place)] == ["Weir Lane"]


def test_the_order_of_articles_does_not_matter() -> None:
    """Shuffled articles give the same stories."""
    rows, words, _ = _archive()
    assert _propose(rows, words) == _propose(rows[::-1], words)


def test_a_small_archive_has_no_stories() -> None:
    """Below twenty dated articles nothing is proposed."""
    rows, words, _ = _archive()
    assert _propose(rows[-19:], words) == ()


def test_an_address_is_kept_when_the_archive_grows_or_the_story_is_seen_no_more() -> None:
    """A key that has an address stays the story's key; without a proposal its own words lead to its articles."""
    rows, words, _ = _archive(10)
    (story,) = settle(_found(10), {"weir-lane-2003"}, rows, words)
    assert story.key in {"weir-lane-flood-2003", "weir-lane-2003"}
    (kept,) = settle((), {"weir-lane-flood-2003"}, rows, words)
    assert (kept.key, kept.name) == ("weir-lane-flood-2003", "Weir lane flood, 2003")
    assert set(kept.articles) == {f"w{n}" for n in range(6)}
    assert settle((), {"great-fire-1902"}, rows, words) == ()


def test_what_comes_again_is_a_story_each_time() -> None:
    """Of one phrase two times that stand out are two stories, and each keeps its own address."""
    rows, words, _ = _archive()
    later = {f"x{n}": f"{_FLOOD} {_filler(50 * n + 23)}." for n in range(5)}
    for n, id_ in enumerate(later):
        title = f"The Weir Lane Flood, {('rising', 'risen', 'falling', 'gone', 'paid for')[n % 5]}"
        rows.append(row(id_, title=title, published=str(date(2001, 6, 3) + timedelta(days=4 * n))))
    words = {**words, **{id_: count_words(None, text) for id_, text in later.items()}}
    found = _propose(rows, words)
    assert {one.key: set(one.articles) for one in found} == {
        "weir-lane-flood-2003": {f"w{n}" for n in range(5)},
        "weir-lane-flood-2001": set(later),
    }
    for order in (found, found[::-1]):
        for kept in ({"weir-lane-flood-2001"}, {"weir-lane-flood-2003"}, {one.key for one in found}):
            assert settle(order, kept, rows, words) == order


def test_a_story_without_a_name_hides_none_that_has_one() -> None:
    """What is weaker and has much the same articles tells them then."""
    rows, words, _ = _archive()
    archive = Dated({one.id: one for one in rows}, [sheaf_of(words)])
    candidates = candidates_of(archive, anchors_of(archive, ()))
    (strongest,) = stories_of(candidates, archive, lambda _: True)
    (other,) = stories_of(candidates, archive, lambda story: story.leads is not strongest.leads)
    assert other.leads.strength <= strongest.leads.strength
    assert {archive.ids[place] for place in other.members} == {f"w{n}" for n in range(5)}
    assert stories_of(candidates, archive, lambda _: False) == []


def test_the_surest_come_first_though_they_were_hidden() -> None:
    """What is found behind a story without a name stands where its strength puts it."""
    rows, words, _ = _archive()
    more = {f"x{n}": f"A drought, and the drought of Fenwick. {_filler(40 * n + 17)}." for n in range(4)}
    days = [str(date(2001, 8, 1) + timedelta(days=40 * n)) for n in range(4)]
    rows += [row(id_, title="The Fenwick Drought", published=day) for id_, day in zip(more, days, strict=True)]
    words = {**words, **{id_: count_words(None, text) for id_, text in more.items()}}
    archive = Dated({one.id: one for one in rows}, [sheaf_of(words)])
    candidates = candidates_of(archive, anchors_of(archive, ()))
    first, *_ = stories_of(candidates, archive, lambda _: True)
    found = stories_of(candidates, archive, lambda story: story.leads is not first.leads)
    assert [one.leads.strength for one in found] == sorted((one.leads.strength for one in found), reverse=True)
    assert len(found) == 2


def test_maintainers_have_the_last_word() -> None:
    """A story that they tell, or whose key they have taken, is not proposed; a threshold opens the others."""
    (story,) = _found()
    nothing: dict[str, tuple[Filing, ...]] = dict.fromkeys(story.articles, ())
    told = {id_: (Filing(topic="high-water", score=1.0),) for id_ in story.articles}
    assert untold([story], {"high-water"}, nothing) == (story,)
    assert untold([story], {"high-water"}, told) == ()
    assert untold([story], {story.key}, nothing) == ()
    assert opened([story], None, ()) == ()
    assert opened([story], None, {story.key}) == (story,)
    assert opened([story], 0.1, ()) == (story,)


def test_no_story_is_called_by_somebody_who_is_private() -> None:
    """Nor is one kept whose address tells the name; others that share a word of it are."""
    (story,) = _found()
    private = [Entity(id="weir-lane", kind="person", name="Weir Lane", forms=(), mentions=())]
    other = [Entity(id="otto-lane", kind="person", name="Otto Lane", forms=(), mentions=())]
    renamed = replace(story, name="High Water, 2003", anchors=("flood",))
    assert sparing([story], private) == sparing([renamed], private) == ()
    assert sparing([story], other) == (story,)


def test_an_opened_story_shows_its_anchor_in_each_article() -> None:
    """The filing under a story holds the words that lead there, as they stand; the topic says what found it."""
    (story,) = _found()
    _, _, texts = _archive()
    filed = with_stories(dict.fromkeys(texts, ()), [story], lambda id_: (None, texts[id_]))
    (filing,) = filed["w0"]
    assert (filing.topic, filing.basis) == (story.key, "story")
    assert filing.because
    assert all(texts["w0"][because.start : because.end] == because.text for because in filing.because)
    assert filed["o000"] == ()
    assert topic_of(story).description.startswith("A program put these articles together: they write of “")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A Harbour Rescue Package came.", ["Harbour Rescue Package"]),
        ("The harbour waits for its package: a rescue-package.", ["rescue-package", "harbour"]),
        ("To the harbour, to the rescue; a package.", ["harbour", "rescue", "package"]),
    ],
)
def test_words_of_an_anchor_that_stand_side_by_side_are_shown_as_one(text: str, shown: list[str]) -> None:
    """Where the anchor itself does not stand in the article, the most of it that does, then its other words."""
    (story,) = _found()
    called = replace(story, anchors=("Harbour Rescue Package",), articles=("a",))
    (filing,) = with_stories({"a": ()}, [called], lambda _: (None, text))["a"]
    assert [because.text for because in filing.because] == shown
    assert all(text[because.start : because.end] == because.text for because in filing.because)


def test_the_report_can_be_copied_to_stories_yml(tmp_path: Path) -> None:
    """It is read as stories.yml is, strictly; titles stand beside the ids."""
    path = tmp_path / "stories.yml"
    path.write_text(stories_yaml(_found(), (), {f"w{n}": f"Title # {n}\n: x" for n in range(5)}), encoding="utf-8")
    value, problems = convert(read_yaml(path, "stories.yml"), StoriesFile)
    assert problems == ()
    assert value is not None
    assert value.stories["weir-lane-flood-2003"].examples.yes == ("w0", "w1", "w2", "w3", "w4")
    assert yaml.safe_load(stories_yaml((), (), {})) == {"version": 1, "stories": {}}


def test_the_report_asks_for_as_many_as_can_be_looked_at() -> None:
    """Two dozen, without those that have a page, and one more for a hundred articles; it says how many are left out."""
    (story,) = _found()
    many = [replace(story, key=f"story-{n:02}-2003", name=f"Story {n}, 2003") for n in range(30)]
    titles = {f"w{n}": "A title" for n in range(5)}
    written = stories_yaml(many, {"story-29-2003"}, titles)
    assert "# 5 more are less sure" in written
    assert list(yaml.safe_load(written)["stories"]) == [*(f"story-{n:02}-2003" for n in range(24)), "story-29-2003"]
    assert "more are less sure" not in stories_yaml(many, (), {**titles, **{f"o{n}": None for n in range(600)}})


def _phrases(title: str, *common: str) -> list[str]:
    """The phrases of a headline that stands in the archive twice."""
    return [phrase for place, phrase in repeated_phrases([title, title], common) if place == 0]


def test_phrases_of_headlines() -> None:
    """Runs of words between marks that neither begin nor end with an empty word, nor in the middle of a word."""
    phrases = _phrases("Long-Term Plans for the U.S. Navy, at Last", "plans")
    assert "Long-Term" in phrases
    assert not {"Term Plans", "Navy at", "for the", "S. Navy"}.intersection(phrases)


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Mayor Announces Weir Lane Repairs", ["Weir Lane", "Weir Lane Repairs", "Lane Repairs"]),
        ("Council Slams Mayor’s Budget", ["Mayor’s Budget"]),
    ],
)
def test_a_phrase_neither_tells_who_said_it_nor_ends_with_an_owner(title: str, phrases: list[str]) -> None:
    """Headlines of who says what share their verbs, not their subjects."""
    assert _phrases(title) == phrases


def test_an_address_with_a_number_is_kept() -> None:
    """Numbers of an address are no words that an article must hold."""
    rows, words, _ = _archive()
    (kept,) = settle((), ("weir-lane-2004-plan-flood-2003",), rows[:96], words) or (None,)
    assert kept is None
    (kept,) = settle((), ("weir-lane-2004-flood-2003",), rows, words)
    assert kept is not None
    assert kept.key == "weir-lane-2004-flood-2003"


def test_anchors_of_one_story_make_one_proposal() -> None:
    """Two anchors of other articles, but of one time and in like words, lead to the same story."""
    rows, words, texts = _archive()
    for n in range(5):
        text = f"The levee broke at Weir Lane, the flood and the levee. {_filler(50 * n)}."
        rows.append(row(f"l{n}", title=f"Levee Breach, day {n}", published=str(date(2003, 3, 5 + n))))
        texts[f"l{n}"], words[f"l{n}"] = text, count_words(None, text)
    (story,) = _propose(rows, words)
    assert {id_[0] for id_ in story.articles} == {"w", "l"}


def test_an_archive_of_two_weeks_has_stories() -> None:
    """What happens within days is bounded in time, though nothing in such an archive is commoner than else."""
    rows, words, _ = _archive()
    day = {one.id: str(date(2003, 3, 3) + timedelta(days=n % 14)) for n, one in enumerate(rows)}
    short = [row(one.id, title=one.title, published=day[one.id]) for one in rows]
    assert {id_ for story in _propose(short, words) for id_ in story.articles} == {f"w{n}" for n in range(5)}


def test_an_article_of_the_time_that_is_as_near_belongs_to_the_story_whatever_it_calls_it() -> None:
    """A reader looks for what happened, not for a phrase; the same words at another time are not of the story."""
    rows, words, _ = _archive()
    alike = count_words(None, f"{_FLOOD} {_filler(50)}.")
    rows += [row("x-near", title="High water", published="2003-03-10"), row("x-late", title="", published="2004-06-01")]
    (story,) = _propose(rows, {**words, "x-near": alike, "x-late": alike})
    assert story.articles == ("w0", "w1", "x-near", "w2", "w3", "w4")


def test_a_burst_is_the_time_that_chance_accounts_for_least() -> None:
    """Five articles of one spring stand out from three of other years, which are not of it."""
    rows, words, _ = _archive()
    archive = Dated({one.id: one for one in rows}, [sheaf_of(words)])
    about = [archive.places[id_] for id_ in ("o010", "w0", "w1", "w2", "w3", "w4", "o070", "o090")]
    (burst,) = bursts_of([np.array(sorted(about))], archive, 4)
    assert burst is not None
    assert [archive.ids[place] for place in burst.inside] == ["w0", "w1", "w2", "w3", "w4"]
    assert burst.days == 16


def test_an_article_without_a_date_belongs_to_the_story_that_it_is_about() -> None:
    """It comes last; an undated article that is only near to the story stays out of it."""
    rows, words, _ = _archive()
    rows += [row("x-about", title="The Weir Lane Flood"), row("x-near", title="Water")]
    known = {
        "x-about": count_words("The Weir Lane Flood", f"{_FLOOD} {_filler(50)}."),
        "x-near": count_words("Water", f"Weir Lane was told of. {_filler(50)}."),
    }
    (story,) = _propose(rows, {**words, **known})
    assert story.articles == ("w0", "w1", "w2", "w3", "w4", "x-about")
    assert story.last == "2003-03-19"


def test_an_article_of_two_stories_stays_in_the_one_that_it_is_much_nearer_to() -> None:
    """A fire and a flood of the same weeks, to both of which the firemen come, keep their articles apart."""
    rows, words, _ = _archive()
    both = "The firemen came with pumps."
    for n in range(5):
        words[f"w{n}"] = count_words(None, f"{_FLOOD} {both} {_filler(50 * n)}.")
        told = f"The fire at Fenwick Mill, and Fenwick Mill again. {both} {_filler(50 * n + 20)}."
        words[f"f{n}"] = count_words(None, told)
        rows.append(row(f"f{n}", title=f"The Fenwick Fire, day {n}", published=str(date(2003, 3, 5 + 3 * n))))
    rows.append(row("x", title="The mill burnt down", published="2003-03-12"))
    words["x"] = count_words(None, f"A fire at the mill. {both} {_filler(70)}.")
    stories = {story.name: set(story.articles) for story in _propose(rows, words)}
    assert stories == {
        "Fenwick Fire, 2003": {*(f"f{n}" for n in range(5)), "x"},
        "Weir Lane Flood, 2003": {f"w{n}" for n in range(5)},
    }


def test_what_does_not_speak_of_the_name_is_left_out() -> None:
    """A flood elsewhere, in the same words and weeks, is not told under the name of a place it does not have."""
    rows, words, texts = _archive()
    rows.append(row("x0", title="The flood at Low Moor", published="2003-03-20"))
    rows.append(row("x1", title="The Flood, an undated note", published=None))
    known = {
        **words,
        **{id_: count_words("The flood", f"The flood. {texts['w0'].removeprefix(_FLOOD)}") for id_ in ("x0", "x1")},
    }
    (story,) = _propose(rows, known)
    assert story.name == "Weir Lane Flood, 2003"
    assert story.articles == ("w0", "w1", "w2", "w3", "w4")


def test_a_name_that_few_of_its_articles_speak_of_makes_a_doubtful_story() -> None:
    """Of a story whose name two articles speak of, these two are left; a name of no headline tells no story at all."""
    rows, words, _ = _archive()
    (sure,) = _propose(rows, words)
    spoken = {id_: count_words(None, "") if id_ in {"w2", "w3", "w4"} else own for id_, own in words.items()}
    archive = Dated({one.id: one for one in rows}, [sheaf_of(spoken)])
    members = [archive.places[id_] for id_ in sure.articles]
    none = Names(whole=(), words=frozenset(), people=(), places=())
    assert agreeing("Weir Lane Flood", (), members, archive, none) == frozenset(members[:2])
    assert agreeing("Water of Low Moor", (), members, archive, none) is None


def test_a_name_that_shares_no_word_with_what_leads_to_the_story_leads_to_it_first() -> None:
    """A reader of the page has to see why it is called so."""
    assert _shown("Unemployed Workers", ["Bobby Scott", "Speaker Boehner"])[0] == "Unemployed Workers"
    assert _shown("Fiscal Cliff Deal", ["Fiscal Cliff"]) == ("Fiscal Cliff",)
