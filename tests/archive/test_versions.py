"""Copies of the same story are found by their words and grouped under the best one."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations
from typing import Any

from generator.archive.versions import _candidates, resemblance, sketch, versions
from generator.model import OutletRef
from tests.rows import row

_WORDS = [f"word{number}" for number in range(400)]


def _text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=length))


def test_a_cut_reprint_resembles_its_original() -> None:
    """A copy without its last fifth is still the same story; another text is not."""
    text = _text(1)
    assert resemblance(sketch(text), sketch(" ".join(text.split()[:240]))) > 0.5
    assert resemblance(sketch(text), sketch(_text(2))) < 0.1


def test_case_and_punctuation_do_not_matter() -> None:
    """A copy that was only typeset differently has the same sketch."""
    assert sketch("One, two: three four five SIX.") == sketch("one two three four five six")


def test_copies_are_found_in_scripts_without_blanks() -> None:
    """There each sign is a word: a paragraph of Chinese is no single one."""
    signs = "".join(random.Random(5).choices([chr(code) for code in range(0x4E00, 0x4E80)], k=300))
    text = "，".join(signs[start : start + 12] for start in range(0, 300, 12))
    cut, other = text[:300], text[::-1]
    rows = {name: row(name, sketch=sketch(one), words=300) for name, one in (("a", text), ("b", cut), ("c", other))}
    assert set(versions(rows)) < {"a", "b"}
    assert len(versions(rows)) == 1


def test_the_better_copy_is_shown() -> None:
    """Of two copies the dated one is the story and the other a version of it, whatever the order."""
    text = _text(3)
    dated = row("b", published="1981-04-12", sketch=sketch(text))
    undated = row("a", sketch=sketch(text + " more words at the end"))
    assert versions({"a": undated, "b": dated}) == {"a": "b"}
    assert versions({"b": dated, "a": undated}) == {"a": "b"}


def test_short_texts_are_never_copies() -> None:
    """Two notices of a dozen words resemble each other by chance and stay apart."""
    text = "the office is closed on monday and opens again on tuesday at nine"
    assert versions({name: row(name, sketch=sketch(text)) for name in "ab"}) == {}


def _pair(one: dict[str, Any], other: dict[str, Any], kept: int) -> dict[str, str]:
    """What becomes of two texts of which so many of 300 words are the same."""
    text, rest = _text(7), _text(8)
    cut = " ".join(text.split()[:kept] + rest.split()[kept:])
    rows = {"a": row("a", sketch=sketch(text), words=300, **one), "b": row("b", sketch=sketch(cut), words=300, **other)}
    return versions(rows)


def test_an_edited_copy_has_a_like_title() -> None:
    """Two notices of one form have as many words in common, but are called after other places."""
    title = "Ferry to return in spring"
    assert _pair({"title": title}, {"title": "In spring the ferry is to return"}, 240)
    assert not _pair({"title": title}, {"title": "Market opens on Monday"}, 240)
    assert _pair({"title": title}, {"title": "Market opens on Monday"}, 290)


def test_another_outlet_prints_a_report_under_its_own_headline() -> None:
    """A report of an agency is cut and called otherwise by each paper; a form is filled in by one office."""
    paper = OutletRef(key="paper", name="The Paper", basis="folder")
    one, other = {"title": "Ferry to return in spring"}, {"title": "Crossing opens again", "outlet": paper}
    assert _pair(one, other, 240)


def test_the_same_words_a_year_later_are_another_story() -> None:
    """A yearly statement is written anew with few changes; only the very same text may carry a wrong date."""
    assert not _pair({"published": "1981-04-12"}, {"published": "1982-04-12"}, 290)
    assert _pair({"published": "1981-04-12"}, {"published": "1982-04-12"}, 300)


def test_no_pair_is_overlooked() -> None:
    """All pairs are looked at that share half of their hashes, one of them rare; hardly any other."""
    chance = random.Random(1)
    common = chance.sample(range(10_000), 40)
    pools = [[*chance.sample(range(10_000, 99_999), 90), *common] for _ in range(50)]
    rows = {f"{n:03}": row(f"{n:03}", sketch=tuple(sorted(chance.sample(pools[n % 50], 64)))) for n in range(150)}
    holders = Counter(value for one in rows.values() for value in one.sketch)
    alike = {
        (one, other)
        for one, other in combinations(rows, 2)
        if len(shared := {*rows[one].sketch} & {*rows[other].sketch}) >= 32
        and any(holders[value] <= 40 for value in shared)
    }
    found = set(_candidates(rows.values()))
    assert alike <= found
    assert 0 < len(alike) < len(found) < 200
