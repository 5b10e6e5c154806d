"""The gate reads the next site as a browser would and refuses what readers must not meet."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest

from generator.errors import GateError
from generator.model import Permalink
from generator.rendering import facts, looks
from generator.rendering.files import files_in
from generator.rendering.gate import _broken_links, check, check_size

_URL = "https://archive.example/clips/"


def _site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / ("index.html" if name == "home" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "link",
    [
        "people/",
        "./people/",
        "people/#a",
        "people/#a:~:text=x",
        "/clips/people/",
        f"{_URL}people/",
        "https://else.example/",
        "",
    ],
)
def test_links_that_lead_somewhere_pass(tmp_path: Path, link: str) -> None:
    """Relative, absolute and outward links pass, with or without an anchor or a text fragment."""
    site = _site(tmp_path, home=f'<a href="{link}">x</a>', people='<a href=".." id="a">home</a>')
    assert check(site, files_in(site), site_url=_URL, permalinks=()).pages == 2


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ('<a href="nobody/">x</a>', "broken link to nobody/"),
        ('<a href="people/#b">x</a>', "index.html: people/#b is a place that does not exist"),
        ('<p onclick="f()">x</p>', "would run script from an attribute"),
        ('<a href="javascript:f()">x</a>', "neither http, mailto"),
        ('<script src="https://cdn.example/x.js"></script>', "from another host"),
        ('<img srcset="a.png 1x, //cdn.example/b.png 2x">', "from another host"),
        ('<link rel="preconnect" href="https://fonts.example">', "from another host"),
        ('<form action="https://evil.example/"></form>', "from another host"),
    ],
)
def test_what_readers_must_not_meet_is_named(tmp_path: Path, body: str, finding: str) -> None:
    """A broken link, a script in an attribute or a fetch from elsewhere is refused with its page and the reason."""
    site = _site(tmp_path, home=body, people='<p id="a">x</p>')
    (tmp_path / "a.png").write_bytes(b"")
    with pytest.raises(GateError, match=finding):
        check(site, files_in(site), site_url=_URL, permalinks=())


def test_a_link_to_another_host_may_stand_in_plain_text_links_only(tmp_path: Path) -> None:
    """Stylesheets may not fetch from elsewhere either."""
    site = _site(tmp_path, home="x")
    (site / "a.css").write_text("@import 'https://fonts.example/a.css';", encoding="utf-8")
    with pytest.raises(GateError, match=r"a\.css: would fetch https://fonts.example/a.css"):
        check(site, files_in(site), site_url=_URL, permalinks=())


def test_every_locked_address_must_answer(tmp_path: Path) -> None:
    """An address that was ever published answers for ever; a dropped private one has no address left."""
    site = _site(tmp_path, home="x", people="y")
    kept = Permalink(kind="person", id="a", address="people/", added="2026-01-01")
    private = Permalink(kind="person", id="hash", address="", added="2026-01-01", state="private")
    assert check(site, files_in(site), site_url=_URL, permalinks=(kept, private)).addresses == 1
    lost = Permalink(kind="person", id="b", address="people/b/", added="2026-01-01")
    with pytest.raises(GateError, match="/people/b/: this permanent address does not answer"):
        check(site, files_in(site), site_url=_URL, permalinks=(kept, lost))


def test_an_archive_may_not_shrink_unseen() -> None:
    """Losing more than 2 % of the articles needs the maintainer's word."""
    check_size(before=100, now=98, allow_shrink=False)
    check_size(before=100, now=10, allow_shrink=True)
    with pytest.raises(GateError, match=r"from 100 to 97 articles.*--allow-shrink"):
        check_size(before=100, now=97, allow_shrink=False)


def test_a_page_that_is_the_same_file_is_checked_against_the_new_site(tmp_path: Path) -> None:
    """What a page says is not read twice; whether its links lead somewhere is asked each time."""
    old = _site(tmp_path / "1", home='<a href="people/#a">x</a>', people='<p id="a">x</p>')
    check(old, files_in(old), site_url=_URL, permalinks=())
    new = _site(tmp_path / "2", people='<p id="b">x</p>')
    (new / "index.html").hardlink_to(old / "index.html")
    with pytest.raises(GateError, match="people/#a is a place that does not exist"):
        check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    (new / "people" / "index.html").unlink()
    with pytest.raises(GateError, match="broken link to people/"):
        check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    (new / "people" / "index.html").hardlink_to(old / "people" / "index.html")
    with_links = check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    assert with_links == check(new, files_in(new), site_url=_URL, permalinks=())


def test_while_all_stands_only_new_pages_are_thought_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred known pages stay packed; what scripts a policy must allow is remembered of them all the same."""
    pages = {f"page-{n}": f'<a href="../people/#a">{n}</a><script>{n}</script>' for n in range(100)}
    old = _site(tmp_path / "1", home="x", people='<p id="a">x</p>', **pages)
    first = check(old, files_in(old), site_url=_URL, permalinks=())
    new = tmp_path / "2"
    shutil.copytree(old, new, copy_function=os.link)
    (new / "index.html").unlink()
    _site(new, home='<a href="people/#a">x</a><script>more</script>')
    unpacked = _noting(monkeypatch)
    second = check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    assert not unpacked
    assert (second.pages, len(second.inline)) == (first.pages, len(first.inline) + 1)
    assert second == check(new, files_in(new), site_url=_URL, permalinks=())
    (new / "people" / "index.html").unlink()
    (new / "page-7" / "index.html").unlink()
    _site(new, people='<p id="b">x</p>', **{"page-7": "x"})
    with pytest.raises(GateError, match="people/#a is a place that does not exist"):
        check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    assert len(unpacked) == 99  # those that lead to the place that is gone; not the home page, nor what was made anew


def test_a_page_is_thought_over_again_only_where_what_it_leads_to_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of a hundred pages leads to a file that is there no more: it is named, the others stay packed."""
    pages = {f"page-{n}": f"<p>{n}</p>" for n in range(100)} | {"page-7": '<a href="../people/">x</a>'}
    old = _site(tmp_path / "1", home="x", people="x", **pages)
    check(old, files_in(old), site_url=_URL, permalinks=())
    new = tmp_path / "2"
    shutil.copytree(old, new, copy_function=os.link)
    shutil.rmtree(new / "people")
    unpacked = _noting(monkeypatch)
    with pytest.raises(GateError, match=r"(?s)page-7/index\.html: broken link to people/\Z"):
        check(new, files_in(new), site_url=_URL, permalinks=(), before=old)
    assert len(unpacked) == 1


def test_what_is_remembered_of_pages_is_what_they_say(tmp_path: Path) -> None:
    """Where pages come, change and go from build to build, what is known of each is what a first look finds."""
    chance, before, remembered = Random(5), _site(tmp_path / "0", home="x"), 0
    wrong = set[str]()
    looks.look(before, files_in(before), _URL, None).keep(before, files_in(before), _URL)
    for step in range(1, 40):
        names = [f"page-{n}" for n in range(8)]
        site = _site(tmp_path / str(step), home=f"{step}", **{name: _linking(chance) for name in names[: step % 4]})
        for name in chance.sample(names[step % 4 :], 3):
            if (before / name).is_dir():
                shutil.copytree(before / name, site / name, copy_function=os.link)
        files = files_in(site)
        found, clean = looks.look(site, files, _URL, before), looks.look(site, files, _URL, None)
        assert {name: _said(found, name) for name in clean.fresh} == clean.fresh
        broken = set(_broken_links(clean, files))
        assert broken - set(_broken_links(found, files)) <= wrong  # what is wrong anew is found
        found.keep(site, files, _URL)
        again = looks.look(site, files, _URL, site)
        assert {name: _said(again, name) for name in again.known} == clean.fresh
        before, wrong, remembered = site, broken, remembered + len(found.known)
    assert remembered > 10


def _noting(monkeypatch: pytest.MonkeyPatch) -> list[looks._Page]:
    """The pages that are unpacked from now on."""
    unpacked, unpack = list[looks._Page](), looks._facts

    def noting(page: looks._Page, targets: Sequence[str]) -> facts.Facts:
        unpacked.append(page)
        return unpack(page, targets)

    monkeypatch.setattr(looks, "_facts", noting)
    return unpacked


def _said(pages: looks.Pages, name: str) -> facts.Facts:
    return pages.fresh[name] if name in pages.fresh else pages._unpacked(pages.known[name])


def _linking(chance: Random) -> str:
    """The body of a page with links that may lead nowhere."""
    links = (f'<a href="../page-{chance.randrange(8)}/#{chance.choice("ab")}">x</a>' for _ in range(3))
    return f'<p id="{chance.choice("ab")}">x</p>{"".join(links)}'


def test_links_that_are_read_quickly_lead_where_others_lead() -> None:
    """Up and down within the site; above its root they lead to nothing."""
    chance, base = Random(1), urlsplit("https://example.org/a/")
    for _ in range(2000):
        page = "".join(chance.choice(("people/", "x-1/", "a/")) for _ in range(chance.randrange(4))) + "index.html"
        link = "../" * chance.randrange(1, 5) + "".join(
            chance.choice(("a/", "b-2/")) for _ in range(chance.randrange(3))
        )
        assert facts._target(page, link, base) == facts._any_target(page, link, base)
