"""Patterns of maintainers: they are run on strangers' lines, so that they must end."""

from __future__ import annotations

import pytest

from generator.config.patterns import compiled, doubt


@pytest.mark.parametrize(
    "pattern",
    [
        "/^By (.+)$/",
        "/(?:foo|bar)+/",
        r"/^Words: (?P<byline>[^,|]{3,60})/",
        r"/\d+ of \d+ comments, \d+ shares/",
        "/(?i)^more from .*, .*/",
        r"/^(?:\w+ ){0,2}Staff$/",
    ],
)
def test_patterns_of_daily_use_are_taken(pattern: str) -> None:
    """Repeats side by side are harmless as long as they are few."""
    assert not doubt(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "/(a+)+b/",
        "/(a|a)*b/",
        r"/(?:\w+ )*x/",
        r"/^(\w+\s?)*$/",
        "/([a-z]+)*/",
        "/(a?){30}a{30}/",
        "/(a{1,10}){1,10}b/",
        "/(?=(x+x+)+y)/",
        "/^(.*),(.*),(.*)$/",
    ],
)
def test_patterns_that_may_run_for_ever_are_refused(pattern: str) -> None:
    """Whatever repeats what repeats itself, and too many repeats of anything at all."""
    assert doubt(pattern).endswith("for ever")


def test_a_pattern_that_is_none_says_why() -> None:
    """The words of the standard library say where."""
    assert "unterminated character set" in doubt("/[/")


def test_literal_text_is_the_whole_line_as_a_reader_sees_it() -> None:
    """White space and the mark of a list do not matter; everything else does."""
    assert compiled("  • Read  this story").search("Read this   story")
    assert not compiled("Read this story").search("Read this story now")
    assert not compiled("a.c").search("abc")
