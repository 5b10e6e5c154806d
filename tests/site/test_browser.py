"""The demonstration site in a browser: what a reader does there works, on every page kind, wide and narrow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.commands.site_server import site_server
from generator.rendering import parts, read_headers
from tests.site.archives import REPOSITORY, ArchiveFolder
from tests.site.browsing import DESKTOP, NARROW, PHONE, Visit, chromium, overflow, visit
from tests.site.conftest import MakeArchive
from tests.site.hostile import hostile_archive

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "article": "articles/moon-men-home-behind-glass/",
    "article-undated": "articles/a-camera-goes-where-no-eye-could-behind-the-moon/",
    "article-table": "articles/four-seats-were-all-they-could-save/",
    "people": "people/",
    "people-letter": "a-z/people/b/",
    "people-by-number": "a-z/people/by-number/",
    "person": "people/yuri-gagarin/",
    "surname": "surnames/kennedy/",
    "organizations": "organizations/",
    "organization": "organizations/nasa/",
    "places": "places/",
    "place": "places/houston/",
    "topics": "topics/",
    "topic": "topics/crewed-spaceflight/",
    "story": "stories/race-to-the-moon/",
    "sources": "sources/",
    "source": "sources/nasa/",
    "photo-credits": "credits/",
    "photo-credit": "credits/nasa/",
    "outlets": "outlets/",
    "outlet": "outlets/meridian-wire/",
    "years": "years/",
    "year": "years/1969/",
    "undated": "years/undated/",
    "recent": "recently-added/",
    "search": "search/",
    "originals": "originals/",
    "about": "about/",
    "method": "method/",
}
"""One page of each kind."""


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module", name="site")
def _site(demo: ArchiveFolder) -> Iterator[str]:
    """The demonstration site below two folders, as on a host that others share."""
    with site_server(demo.root / "build", "127.0.0.1", 0, "/a/b/") as server:
        yield f"http://127.0.0.1:{server.server_port}/a/b/"


@pytest.fixture(name="reader")
def _reader(browser: Browser, site: str) -> Iterator[Visit]:
    with visit(browser, site) as seen:
        yield seen


def _hits(page: Page) -> list[str]:
    return page.locator("#cf-hits a.cf-title").all_inner_texts()


# ── search ──


def test_a_name_finds_the_article(reader: Visit) -> None:
    """Searching for a person lists the articles that name him, and a hit opens the article."""
    page = reader.search("q=Vladimir+Komarov")
    assert "Komarov Is Laid in the Kremlin Wall" in _hits(page)
    page.locator("#cf-hits a", has_text="Komarov Is Laid").click()
    expect(page.locator("h1")).to_have_text("Komarov Is Laid in the Kremlin Wall")


@pytest.mark.parametrize("wrong", ["Amstrong", "Tereshkowa", "komarov"])
def test_a_misspelt_name_finds_something(reader: Visit, wrong: str) -> None:
    """A misprint of the archive's own, a foreign spelling or small letters lead to articles."""
    assert _hits(reader.search(f"q={wrong}")) != []


def test_person_and_year_are_combined(reader: Visit, demo: ArchiveFolder) -> None:
    """Two filters together give exactly the articles of that year that name that person."""
    expected = {
        row["title"]
        for row in demo.rows("articles")
        if row["published"]
        and row["published"]["date"].startswith("1969")
        and any(person["name"] == "Neil Armstrong" for person in row["people"])
    }
    page = reader.search("person=Neil+Armstrong&year=1969")
    assert set(_hits(page)) == expected
    assert expected
    expect(page.get_by_role("checkbox", name=re.compile("^Neil Armstrong"))).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("^1969"))).to_be_checked()


def test_filters_are_taken_off_again(reader: Visit) -> None:
    """A filter that is chosen with the mouse narrows the results, and its chip takes it off."""
    page = reader.search("q=moon")
    before = page.locator("#cf-count").inner_text()
    page.get_by_role("group", name="Topic").get_by_role("checkbox").first.check()
    expect(page.locator("#cf-count")).not_to_have_text(before)
    page.locator("#cf-chosen button").first.click()
    expect(page.locator("#cf-count")).to_have_text(before)


def test_the_header_box_leads_to_the_search_page(reader: Visit) -> None:
    """A query typed into the box of any page shows its results on the search page."""
    page = reader.open(PAGES["person"])
    box = page.get_by_role("banner").get_by_role("combobox").or_(page.get_by_role("banner").get_by_role("searchbox"))
    box.fill("Skylab")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/a/b/search/\?q=Skylab"))
    expect(page.locator("#cf-hits li").first).to_be_visible()


def test_the_keyboard_is_enough(reader: Visit) -> None:
    """`/` goes to the box, Enter to the results, Tab to the first hit, and Enter opens it."""
    page = reader.open("")
    page.keyboard.press("/")
    page.keyboard.type("Kranz")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search/\?q=Kranz"))
    expect(page.locator("#cf-hits a").first).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#cf-hits') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/"))


def test_the_skip_link_comes_first(reader: Visit) -> None:
    """The first stop of the Tab key leads past the navigation to the text."""
    page = reader.open(PAGES["article"])
    page.keyboard.press("Tab")
    assert "skip" in str(page.evaluate("document.activeElement.textContent")).lower()


@pytest.mark.parametrize(("typed", "kind"), [("Gagarin", "index"), ("Gagrin", "index"), ("Kennedy", "surname")])
def test_typing_a_name_offers_its_page(reader: Visit, typed: str, kind: str) -> None:
    """Misspelt names too; of a surname that is not clearly somebody's the page that asks which comes first."""
    page = reader.open("")
    page.get_by_role("combobox").press_sequentially(typed)
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Which Kennedy?" if kind == "surname" else "Yuri Gagarin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("surnames/kennedy/" if kind == "surname" else "people/yuri-gagarin/"))


def test_the_results_offer_whom_the_query_may_mean(reader: Visit) -> None:
    """A name leads to its page, one that nobody bears to those who are written alike."""
    page = reader.search("q=Gus+Grissom")
    expect(page.locator("#cf-named")).to_have_text(re.compile("^See: Gus Grissom"))
    page = reader.search("q=Armstrnog")
    expect(page.locator("#cf-named")).to_have_text(re.compile("^Did you mean: Neil Armstrong"))


def test_no_result_says_so_and_leads_on(reader: Visit) -> None:
    """A word that no article has finds nothing, not what begins with its first letter."""
    page = reader.open("search/?q=xyzzyq")
    expect(page.locator("#cf-count")).to_have_text("No article has “xyzzyq”")
    expect(page.locator("#cf-hits li")).to_have_count(0)
    expect(page.locator("#cf-without").get_by_role("link", name="People", exact=True)).to_be_visible()


def test_browsing_without_a_query_keeps_the_undated(reader: Visit) -> None:
    """Newest first, the articles without a date at the end, in either order."""
    for order in ("desc", "asc"):
        page = reader.search(f"sort={order}")
        while page.locator("#cf-more").is_visible():
            shown = page.locator("#cf-hits > li").count()
            page.locator("#cf-more").click()
            expect(page.locator("#cf-hits > li").nth(shown)).to_be_visible()
        expect(page.locator("#cf-hits > li")).to_have_count(63)
        expect(page.locator("#cf-hits .cf-when", has_text="Undated")).to_have_count(3)


@pytest.mark.parametrize("few", ["false", "true"])
def test_results_from_several_parts_of_the_index_are_in_order(
    browser: Browser, archive: MakeArchive, monkeypatch: pytest.MonkeyPatch, few: str
) -> None:
    """By date, over parts of a few articles each, with all filters counted; page after page, in few files or many."""
    monkeypatch.setattr(parts, "_LEAST", 4)
    days = [f"{1950 + number}-03-{number + 1:02}" for number in range(20)]
    told = [f"The moon stood over the port of {chr(97 + number) * 5} again.\n" for number in range(20)]
    heads = [f"---\ndate: {day}\ntitle: Of {day}\n---\n\n" for day in days]
    config = {"archive": f"version: 1\nfew_files: {few}\n"}
    folder = archive({f"{day}.md": head + text for day, head, text in zip(days, heads, told, strict=True)}, config)
    folder.build()
    assert len(list(folder.site.glob("pagefind/*/index"))) > 1
    with site_server(folder.root / "build", "127.0.0.1", 0) as server:
        _check_order(browser, f"http://127.0.0.1:{server.server_port}/", days)


def _check_order(browser: Browser, base: str, days: list[str]) -> None:
    with visit(browser, base, expected=("suggest", "404")) as seen:  # nobody is named here: there are no suggestions
        for query in ("", "q=moon&"):
            for order, expected in (("asc", days), ("desc", days[::-1])):
                page = seen.search(f"{query}sort={order}")
                expect(page.locator("#cf-count")).to_have_text("20 articles")
                page.locator("#cf-more").click()
                expect(page.locator("#cf-hits a")).to_have_text([f"Of {day}" for day in expected])
        page = seen.search("q=moon&year=1955&year=1969&sort=desc")
        expect(page.locator("#cf-hits a")).to_have_text([f"Of {days[19]}", f"Of {days[5]}"])
        expect(page.get_by_role("group", name="Year").get_by_role("checkbox")).to_have_count(2)


def test_the_state_is_in_the_address(reader: Visit) -> None:
    """What was chosen can be sent to somebody, and the way back undoes it."""
    page = reader.search("q=moon")
    page.get_by_role("group", name="Outlet").get_by_role("checkbox").first.check()
    page.locator("#cf-sort").select_option("asc")
    page.wait_for_url(re.compile(r"q=moon&outlet=Meridian\+Wire&sort=asc"))
    dates = page.locator("#cf-hits .cf-when").all_inner_texts()
    page.reload()
    expect(page.locator("#cf-hits .cf-when")).to_have_text(dates)
    page.go_back()
    expect(page.locator("#cf-sort")).to_have_value("")


def test_filters_are_folded_on_a_phone(browser: Browser, site: str) -> None:
    """Results come first; the filters open above them."""
    with visit(browser, site, viewport=PHONE) as seen:
        page = seen.search("q=moon")
        box = page.get_by_role("group", name="Topic").get_by_role("checkbox").first
        expect(box).not_to_be_visible()
        page.get_by_text("Narrow down").click()
        box.check()
        expect(page.locator("#cf-chosen button")).to_have_count(1)


def test_an_article_is_found_by_its_old_address(reader: Visit) -> None:
    """However the address is pasted: another scheme, www, an anchor or a slash at its end."""
    page = reader.open(PAGES["originals"])
    box = page.get_by_role("searchbox", name="Paste an address")
    box.fill("http://www.apogee-magazine.example/2003/10/the-third-flag.html#comments")
    expect(page.locator(".cf-originals > li:visible")).to_have_count(1)
    expect(page.locator(".cf-originals a:visible")).to_have_text("The Third Flag")


# ── reading ──


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_behaves(browser: Browser, site: str, kind: str) -> None:
    """No error on the console, no request to another host, nothing wider than a desktop, a phone or a narrow phone."""
    with visit(browser, site) as seen:
        page = seen.open(PAGES[kind])
        assert page.locator("h1").count() == 1
        for viewport in (DESKTOP, PHONE, NARROW):
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            assert overflow(page) <= 0, f"{kind} at {viewport['width']} px"


def test_everything_is_read_under_the_site_s_own_policy(reader: Visit, demo: ArchiveFolder) -> None:
    """The server of all these tests sends what the site asks for: nothing inline, nothing from elsewhere."""
    policy = read_headers(demo.site)["Content-Security-Policy"]
    answer = reader.page.goto(reader.base)
    assert answer is not None
    assert answer.headers["content-security-policy"] == policy
    assert "'unsafe-inline'" not in policy


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_reads_without_javascript(browser: Browser, site: str, kind: str) -> None:
    """Text, navigation and links are there without a script."""
    with visit(browser, site, java_script_enabled=False) as seen:
        page = seen.open(PAGES[kind])
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("main a:visible").count() > 0


def test_without_javascript_the_search_page_lists_the_indexes(browser: Browser, site: str) -> None:
    """Who has no scripts is led to people, topics, sources and years instead of to a dead box."""
    with visit(browser, site, java_script_enabled=False) as seen:
        page = seen.open(PAGES["search"])
        for index in ("People", "Topics", "Sources", "Outlets"):
            expect(page.locator("main").get_by_role("link", name=index, exact=True)).to_be_visible()
        page.locator("main").get_by_role("link", name="People", exact=True).click()
        expect(page).to_have_url(site + "people/")


def test_a_sentence_link_leads_to_its_sentence(reader: Visit) -> None:
    """From a sentence on a person's page the reader lands at that sentence of the article."""
    page = reader.open(PAGES["person"])
    link = page.locator("main a[href*='#s-']").first
    anchor = str(link.get_attribute("href")).partition("#")[2].partition(":~:")[0]
    link.click()
    page.wait_for_url(re.compile("/articles/"))
    target = page.locator(f"[id='{anchor}']")
    expect(target).to_be_in_viewport()


def test_a_missing_page_helps(browser: Browser, demo: ArchiveFolder) -> None:
    """A wrong address answers with a page that offers the search and the indexes; its links work from any depth."""
    with (
        # The one page that cannot know where it is read: it links by the path of the published site's address.
        site_server(demo.root / "build", "127.0.0.1", 0, "/spaceflight/") as server,
        visit(browser, f"http://127.0.0.1:{server.server_port}/spaceflight/", expected=("404",)) as seen,
    ):
        page = seen.open("articles/never/was/here/")
        page.locator("main form").get_by_role("searchbox").fill("Laika")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/spaceflight/search/\?q=Laika"))
        seen.open("articles/never/was/here/")
        page.locator("main").get_by_role("link", name="People", exact=True).click()
        expect(page).to_have_url(seen.base + "people/")


def test_the_scheme_can_be_chosen(browser: Browser, site: str) -> None:
    """Dark follows the system, and the button turns it to light and is remembered on the next page."""
    with visit(browser, site, color_scheme="dark") as seen:
        page = seen.open("")
        dark = _background(page)
        page.locator(".cf-scheme").click()
        light = _background(page)
        assert dark != light
        seen.open(PAGES["person"])
        assert _background(page) == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(browser: Browser, site: str, scheme: str) -> None:
    """Whoever reads at night prints black on white, without boxes to type into."""
    with visit(browser, site, color_scheme=scheme) as seen:
        page = seen.open(PAGES["article"])
        page.emulate_media(media="print")
        assert _background(page) == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.querySelector('.cf-body')).color") == "rgb(0, 0, 0)"
        expect(page.get_by_role("banner").get_by_role("combobox")).not_to_be_visible()


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    """On every page of an archive of attacks no dialog opens, no error occurs, nothing is fetched from elsewhere."""
    folder = hostile_archive(tmp_path / "archive")
    folder.build()
    with site_server(folder.root / "build", "127.0.0.1", 0) as server, visit(browser, server.url) as seen:
        base = server.url
        pages = sorted(path.parent for path in folder.site.resolve().rglob("index.html"))
        for path in pages:
            name = path.relative_to(folder.site.resolve()).as_posix()
            seen.page.goto(base if name == "." else f"{base}{name}/")
        assert len(pages) > 50
        seen.search("q=script")


# ── pictures and accessibility ──


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_for_people(browser: Browser, site: str, scheme: str) -> None:
    """Every page kind is left as a picture in build/screenshots, wide and narrow: for eyes, not for comparison."""
    folder = REPOSITORY / "build" / "screenshots"
    for width, viewport in ((1280, DESKTOP), (390, PHONE)):
        with visit(browser, site, viewport=viewport, color_scheme=scheme) as seen:
            for kind, address in PAGES.items():
                page = seen.search("q=moon") if kind == "search" else seen.open(address)
                path = folder / f"{kind}-{width}-{scheme}.png"
                page.screenshot(path=path)
                assert path.stat().st_size > 5_000


def _axe() -> str:
    """The source of axe-core, as the package that ships it has it."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.fail("axe-playwright-python is missing: install requirements-dev.txt")
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["home", "article", "person", "people", "search"])
def test_the_accessibility_tree_makes_sense(reader: Visit, kind: str) -> None:
    """As it is read aloud: landmarks, one title, no level of headings left out, every link and box with a name.

    The links to sentences have names of their own each.
    """
    page = reader.search("q=moon") if kind == "search" else reader.open(PAGES[kind])
    read = page.locator("body").aria_snapshot()
    for landmark in ("banner", "main", "contentinfo"):
        assert len(re.findall(rf"^\s*- {landmark}\b", read, re.MULTILINE)) == 1, landmark
    assert {"Indexes", "More"} <= set(re.findall(r'- navigation "(.*?)"', read))
    levels = [int(level) for level in re.findall(r"- heading .*?\[level=(\d)\]", read)]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)), levels
    assert not re.findall(r"- (?:link|button|searchbox|combobox|checkbox)(?: \[.*?\])?:?$", read, re.MULTILINE)
    sentences = re.findall(r'- link "(This sentence in .*?)"', read)
    assert len(set(sentences)) == len(sentences)
    assert bool(sentences) == (kind == "person")


@pytest.mark.parametrize("kind", PAGES)
def test_accessibility(browser: Browser, site: str, kind: str) -> None:
    """No rule of axe-core is violated on any page kind, in light and dark, on a desktop and on a phone."""
    found: list[tuple[str, str, list[Any]]] = []
    for scheme, viewport in (("light", DESKTOP), ("dark", DESKTOP), ("light", PHONE)):
        with visit(browser, site, viewport=viewport, color_scheme=scheme, bypass_csp=True) as seen:
            page = seen.search("q=moon") if kind == "search" else seen.open(PAGES[kind])
            page.evaluate(_axe())
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                (f"{scheme} {viewport['width']}", one["id"], [node["target"] for node in one["nodes"]][:4])
                for one in result["violations"]
            ]
    assert found == [], json.dumps(found, indent=1)
