"""Addresses: which are the same, whose they are, which may be linked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.urls import host, is_home, is_root, led_from, normalize


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


@pytest.mark.parametrize(
    ("url", "root", "home"),
    [
        ("https://example.com", True, True),
        ("https://example.com/", True, True),
        ("/", True, True),
        ("https://example.com/index.html", False, True),
        ("https://example.com/de/", False, True),
        ("https://example.com/?page=2", False, False),
        ("https://example.com/harbour/", False, False),
    ],
)
def test_a_front_page_stands_at_the_root_or_is_spelled_out(url: str, *, root: bool, home: bool) -> None:
    """A query asks for something else."""
    assert (is_root(url), is_home(url)) == (root, home)


@pytest.mark.parametrize(
    ("base", "href", "leads"),
    [
        ("https://example.com/", "lima/how-to", "https://example.com/lima/how-to"),
        ("/en/", "how-to", "/en/how-to"),
        ("https://example.com/", "#notes", "#notes"),
        ("https://example.com/", "mailto:desk@example.com", "mailto:desk@example.com"),
        ("", "how-to", "how-to"),
        ("https://example.com/", "http://[::1", "http://[::1"),
    ],
)
def test_relative_links_lead_from_the_base_that_a_page_names(base: str, href: str, leads: str) -> None:
    """As in a browser, but for links to parts of the page, which it has itself."""
    assert led_from(base, href) == leads
