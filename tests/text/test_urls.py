"""Addresses: which are the same, whose they are, which may be linked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.urls import host, is_safe_href, normalize


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://WWW.Example.com:80/a/%7eb/?utm_source=x&b=2&a=1#top", "http://www.example.com/a/~b?a=1&b=2"),
        ("https://example.com", "https://example.com/"),
        ("https://user:word@example.com/ü?q=ü", "https://example.com/%C3%BC?q=%C3%BC"),
        ("https://example.com/?id=3&fbclid=1", "https://example.com/?id=3"),
        ("https://example.com/#!/story/7", "https://example.com/#!/story/7"),
        ("https://example.com:8443/a//", "https://example.com:8443/a"),
        (" not an address ", "not an address"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_spellings_of_one_address_are_equal(url: str, expected: str) -> None:
    """Case, default port, fragment, trackers, order of the query and a last slash do not count."""
    assert normalize(url) == expected


@given(st.from_regex(r"https?://[a-z]{1,8}\.[a-z]{2,3}/[a-zA-Z0-9/%~ü?&=]{0,20}", fullmatch=True))
def test_normalizing_twice_changes_nothing(url: str) -> None:
    """The identity of an identity is itself."""
    assert normalize(normalize(url)) == normalize(url)


def test_host_is_without_www_and_port() -> None:
    """The host names the outlet, however it was reached."""
    assert host("https://www.Example.com:8080/x") == "example.com"
    assert host("example.com/x") == ""


@pytest.mark.parametrize("href", ["https://a.org/b", "/b", "#n", "mailto:a@b.org", "//a.org/b", "b.html?x=1"])
def test_ordinary_links_are_safe(href: str) -> None:
    """Web, mail and relative links may be shown."""
    assert is_safe_href(href)


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:x()", " JaVaScript:x()", "java\tscript:x()", "java\nscript:x()", "data:text/html,x"),
        *("\x01javascript:x()", "vbscript:x", "http:///x", "https:\\\\a.org", "", "file:///etc/x"),
    ],
)
def test_scripts_and_oddities_are_not_safe(href: str) -> None:
    """Nothing that runs, nothing that a browser reads otherwise than we do."""
    assert not is_safe_href(href)
