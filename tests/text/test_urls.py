"""Addresses: which are the same, whose they are, which may be linked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.urls import host, is_home, is_root, kept_by_archive, led_from, normalize


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


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://web.archive.org/web/20150203040506/http://a.example/x?y=1", ("http://a.example/x?y=1", "2015-02-03")),
        ("https://web.archive.org/web/20150203040506id_/https:/a.example/", ("https://a.example/", "2015-02-03")),
        ("/web/20150203040506/http://a.example/", ("http://a.example/", "2015-02-03")),
        ("https://archive.example/ukgwa/20150203040506mp_/http://a.example/", ("http://a.example/", "2015-02-03")),
        ("https://web.archive.org/web/20150299040506/http://a.example/", None),
        ("https://a.example/20150203040506/story", None),
        ("https://a.example/?u=/20150203040506/http://b.example/", None),
        ("https://web.archive.org/web/2015/http://a.example/", None),
        ("", None),
    ],
)
def test_an_archive_s_address_is_that_of_the_page_it_keeps(address: str, kept: tuple[str, str] | None) -> None:
    """With the moment of capture, where one is told to the second."""
    found = kept_by_archive(address)
    assert (found and (found.url, found.moment[:10])) == kept
