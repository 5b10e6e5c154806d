"""The pages that readers see: what stands on them and where they lead."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html

from generator.archive.pages import wishes
from generator.config.schema import ArchiveSettings, Contact, EntityEntry, PeopleFile, Thresholds
from generator.model import Block, Credit, DateMention, Differences, Filing, Link, Metadata, Origin, Role, Topic
from tests.publishing.archives import CLIPS, CONFIG, LANDING, LOST, REGISTRY, WHOLE, Clip, Laid, archive_of, entity, lay
from tests.rows import row


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """The small archive, published once."""
    return lay(tmp_path_factory.mktemp("build"), CLIPS, WHOLE, registry=REGISTRY)


def text_of(laid: Laid, path: str) -> str:
    """What a reader reads on a page."""
    return " ".join(laid.tree(path).text_content().split())


def links_of(laid: Laid, path: str) -> dict[str, str]:
    """Link text -> where it leads."""
    return {" ".join(one.text_content().split()): one.get("href") for one in laid.tree(path).iter("a")}


def test_every_internal_link_leads_to_a_page_that_was_written(laid: Laid) -> None:
    """No page links to an address that nothing answers."""
    docs = laid.out / "docs"
    written = {path.parent.relative_to(docs).as_posix() for path in docs.rglob("index.md")} | {"."}
    written |= {path.stem for path in docs.glob("*.md")}
    beside = {"data/originals.csv", "data/manifest.json"}
    for page in docs.rglob("*.md"):
        here = page.parent if page.name == "index.md" else page.with_suffix("")
        for link in lxml_html.fromstring(page.read_text().split("\n---\n", 1)[1].strip()).iter("a"):
            href = (link.get("href") or "").partition("#")[0]
            if not href or ":" in href:
                continue
            target = Path(f"{here}/{href}").resolve().relative_to(docs.resolve()).as_posix()
            assert target in written | beside, f"{page}: {href}"


def test_a_block_holds_no_blank_line(laid: Laid) -> None:
    """Python-Markdown passes a page through only where its one HTML block has no blank line."""
    for page in (laid.out / "docs").rglob("*.md"):
        block = page.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        assert "\n\n" not in block[block.index("<div") :].strip(), page


def test_an_article_shows_its_facts_and_why(laid: Laid) -> None:
    """Title, byline, date with its basis, people, topic with its phrase, source with its count, related with reason."""
    text = text_of(laid, "articles/landing/index.md")
    for part in (
        "By Jane Doe",
        "July 20, 1969",
        "because it mentions “moon landing”",
        "NASA 2",
        "Also names Neil Armstrong",
    ):
        assert part in text


def test_a_misspelt_name_is_marked_where_it_stands(laid: Laid) -> None:
    """An article that misspells a name says so, and the person's page marks the form."""
    assert "spelled Neil Amstrong here" in text_of(laid, "articles/later/index.md")
    assert "Neil Amstrong 1 misspelt" in text_of(laid, "people/neil-armstrong/index.md")


def test_a_person_page_links_to_the_very_sentence(laid: Laid) -> None:
    """The sentence's anchor on the article's page comes from its words, and a text fragment marks it."""
    page = laid.tree("people/neil-armstrong/index.md")
    link = next(one for one in page.find_class("cf-sentence") if "articles/landing/" in one.get("href", ""))
    anchor, _, fragment = link.get("href", "").partition("#")[2].partition(":~:text=")
    assert f'id="{anchor}"' in laid.html("articles/landing/index.md")
    assert fragment.startswith("HOUSTON%20%E2%80%94%20Neil%20Armstrong")


def test_only_the_first_mention_is_linked(laid: Laid) -> None:
    """A text that names someone ten times is not a wall of links."""
    assert laid.html("articles/landing/index.md").count('class="cf-name"') == 1


def test_an_article_without_title_shows_its_first_words(laid: Laid) -> None:
    """The headline is then made of the text's beginning."""
    assert laid.front("articles/lost/index.md")["headline"] == "Nobody knows when this was written."
    assert "Undated" in text_of(laid, "articles/lost/index.md")


def test_lines_of_one_original_are_not_published_again(laid: Laid) -> None:
    """Of removed lines only those that stand in several originals show their text."""
    source = laid.source("articles/landing/index.md")
    assert "Skip to main content" in source
    assert "call me at home" not in source
    assert "before or behind the article" in source


def test_the_parent_topic_shows_the_articles_of_its_sub_topics(laid: Laid) -> None:
    """A reader of Space finds what is filed under the Moon."""
    text = text_of(laid, "topics/space/index.md")
    assert "2 articles, 1969–1979" in text
    assert "landing" in text


def test_stories_stand_under_the_year_in_which_they_ended(tmp_path: Path) -> None:
    """Their index does not say a year twice; on its own page, and wherever else it is named, a story has its year."""
    stories = ("Landing, 1969", "Long Return, 1969–1970", "Splash, 1970")
    filed = {"Landing, 1969": ("1969",), "Long Return, 1969–1970": ("1969", "1970"), "Splash, 1970": ("1970",)}
    clips = tuple(Clip(id=year, paragraphs=("A report.",), date=f"{year}-07-20") for year in ("1969", "1970"))
    archive = archive_of(
        clips,
        topics=tuple(Topic(id=f"story-{n}", name=name, kind="story") for n, name in enumerate(stories)),
        filings={
            year: tuple(Filing(topic=f"story-{n}", score=1.0) for n, name in enumerate(stories) if year in filed[name])
            for year in ("1969", "1970")
        },
    )
    laid = lay(tmp_path, clips, archive)
    assert "1970Long Return, 1969–1970 2 Splash 1969Landing" in text_of(laid, "stories/index.md")
    assert "1 article, 1969" not in text_of(laid, "stories/story-0/index.md")
    assert "Splash, 1970" in text_of(laid, "topics/index.md")


def test_years_hold_partial_dates_and_the_undated_have_a_home(laid: Laid) -> None:
    """An article dated only by its year is in that year; one without any date is among the undated."""
    assert "later" in links_of(laid, "years/1979/index.md")
    assert "Nobody knows when this was written." in links_of(laid, "years/undated/index.md")


def test_a_surname_page_lists_what_could_not_be_given_to_anyone(laid: Laid) -> None:
    """The page "Which Smith?" holds the articles with the bare name and stays out of search engines."""
    assert "landing" in links_of(laid, "surnames/smith/index.md")
    assert laid.front("surnames/smith/index.md")["clipfile"]["robots"] == "noindex"


def test_addresses_of_the_past_lead_on_or_say_what_became_of_them(laid: Laid) -> None:
    """A redirect goes to the end of its chain, a split offers what is left, a vanished article has a tombstone."""
    assert laid.front("people/n-armstrong/index.md")["clipfile"]["refresh"] == "../../people/neil-armstrong/"
    assert "Neil Armstrong" in links_of(laid, "people/both/index.md")
    assert "taken out of the archive" in text_of(laid, "articles/old/index.md")
    assert not (laid.out / "docs/people/hidden").exists()


def test_a_live_address_that_nothing_answers_becomes_a_tombstone_and_a_warning(tmp_path: Path) -> None:
    """The registry promises an answer; the build says that it had to make one up."""
    lost = replace(REGISTRY[0], id="vanished", address="articles/vanished/")
    laid = lay(tmp_path, CLIPS, WHOLE, registry=(lost,))
    assert "taken out" in text_of(laid, "articles/vanished/index.md")
    assert any("articles/vanished/" in warning for warning in laid.published.warnings)


def test_recently_added_goes_by_the_registry(laid: Laid) -> None:
    """The article that was added last stands first, whatever its own date."""
    text = text_of(laid, "recently-added/index.md")
    assert text.index("Added February 3, 2026") < text.index("Added January 2, 2026")


def test_a_private_person_is_on_no_page(tmp_path: Path) -> None:
    """Pages, indexes, suggestions and data leave a private person out; the article's text stays."""
    people = PeopleFile(version=1, people={"neil-armstrong": EntityEntry(name="Neil Armstrong", private=True)})
    laid = lay(tmp_path, CLIPS, WHOLE, config=replace(CONFIG, people=people))
    assert not (tmp_path / "docs/people/neil-armstrong").exists()
    assert "neil-armstrong" not in (tmp_path / "data/people.jsonl").read_text()
    assert "cf-name" not in laid.html("articles/landing/index.md")
    assert "Neil Armstrong landed the craft" in text_of(laid, "articles/landing/index.md")


def test_a_standfirst_stands_below_the_headline_and_describes_the_page(tmp_path: Path) -> None:
    """It is what search engines and feeds are told; not where it names a private person."""
    told = "Neil Armstrong walked where nobody had walked before him."
    clips = (replace(CLIPS[0], row={**CLIPS[0].row, "standfirst": told}), *CLIPS[1:])
    path = f"articles/{CLIPS[0].id}/index.md"
    laid = lay(tmp_path / "open", clips, archive_of(clips, WHOLE.entities))
    (shown,) = laid.tree(path).find_class("cf-standfirst")
    assert shown.text_content() == told
    assert laid.front(path)["clipfile"]["description"] == told
    hidden = lay(tmp_path / "hidden", clips, replace(archive_of(clips), private=WHOLE.entities))
    assert "Armstrong" not in hidden.front(path)["clipfile"]["description"]
    assert hidden.tree(path).find_class("cf-standfirst")[0].text_content() == told


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("de", None), ("", None)]
)
def test_a_text_runs_as_its_language_does(tmp_path: Path, language: str, direction: str | None) -> None:
    """Headline and body of an article in Arabic begin on the right; the page around them is in English."""
    clips = (replace(CLIPS[0], row={**CLIPS[0].row, "language": language}), *CLIPS[1:])
    tree = lay(tmp_path, clips, archive_of(clips, WHOLE.entities)).tree(f"articles/{CLIPS[0].id}/index.md")
    for shown in (*tree.iter("h1"), *tree.find_class("cf-body")):
        assert (shown.get("lang"), shown.get("dir")) == (language or None, direction)


def test_who_helped_stands_below_the_text(tmp_path: Path) -> None:
    """In its own words, in the article's language; search reads none of it. An article without it says nothing."""
    told = ("Ada Quill & Ben Lund contributed to this report.", "Editing by Lena Moor")
    clips = (replace(CLIPS[0], row={**CLIPS[0].row, "contributors": told}), *CLIPS[1:])
    laid = lay(tmp_path, clips, archive_of(clips, WHOLE.entities))
    path = f"articles/{CLIPS[0].id}/index.md"
    shown = laid.tree(path).find_class("cf-contributors")
    assert [one.text_content() for one in shown] == list(told)
    assert not any(above.get("data-pagefind-body") is not None for one in shown for above in one.iterancestors())
    assert laid.front(path)["contributors"] == list(told)
    rows = [json.loads(line) for line in (tmp_path / "data/articles.jsonl").read_text().splitlines()]
    assert {row["id"]: row["contributors"] for row in rows}[CLIPS[0].id] == list(told)
    other = f"articles/{CLIPS[1].id}/index.md"
    assert not laid.tree(other).find_class("cf-contributors")
    assert "contributors" not in laid.front(other)


def test_captions_stand_below_the_text(tmp_path: Path) -> None:
    """Open where they are few; an article without any says nothing."""
    few, many = ("The old pier in May", "Two boats"), tuple(f"Boat {number} of four" for number in range(1, 5))
    clips = (
        replace(CLIPS[0], row={**CLIPS[0].row, "captions": few}),
        replace(CLIPS[1], row={**CLIPS[1].row, "captions": many}),
        *CLIPS[2:],
    )
    laid = lay(tmp_path, clips, archive_of(clips, WHOLE.entities))
    for clip, told, is_open in ((CLIPS[0], few, True), (CLIPS[1], many, False)):
        path = f"articles/{clip.id}/index.md"
        (shown,) = laid.tree(path).find_class("cf-captions")
        assert [one.text_content() for one in shown.iter("li")] == list(told)
        assert shown.find("summary").text == f"{len(told)} captions of pictures that are not kept here"
        assert ("open" in shown.attrib) == is_open
        assert laid.front(path)["captions"] == list(told)
    rows = [json.loads(line) for line in (tmp_path / "data/articles.jsonl").read_text().splitlines()]
    assert {row["id"]: row["captions"] for row in rows}[CLIPS[0].id] == list(few)
    other = f"articles/{CLIPS[2].id}/index.md"
    assert not laid.tree(other).find_class("cf-captions")


def test_people_named_once_are_noindex(tmp_path: Path) -> None:
    """Below the threshold a person has a page that search engines are asked to leave out."""
    laid = lay(tmp_path, CLIPS, WHOLE)
    assert "robots" not in laid.front("people/neil-armstrong/index.md")["clipfile"]
    once = archive_of(CLIPS, (replace(WHOLE.entities[0], mentions=WHOLE.entities[0].mentions[:1]),))
    assert lay(tmp_path, CLIPS, once).front("people/neil-armstrong/index.md")["clipfile"]["robots"] == "noindex"


def test_two_of_one_name_stand_with_their_roles_in_the_index(tmp_path: Path) -> None:
    """Of two people of one name the index says what each is called; of others it does not."""
    pages = (("mike-reef", "representative from Ohio"), ("mike-reef-2", "representative from Utah"))
    two = [replace(WHOLE.entities[0], id=i, name="Mike Reef", roles=(_role(role),)) for i, role in pages]
    laid = lay(tmp_path, CLIPS, archive_of(CLIPS, (*two, replace(WHOLE.entities[0], roles=(_role("astronaut"),)))))
    read = text_of(laid, "people/index.md")
    assert "representative from Ohio" in read
    assert "representative from Utah" in read
    assert "astronaut" not in read


def _role(name: str) -> Role:
    return Role(name=name, mentions=WHOLE.entities[0].mentions[:1], first="1969", last="1969")


def test_a_long_list_is_parted_by_year_and_a_long_year_by_month(tmp_path: Path) -> None:
    """A page of a thousand articles is none: the outlet leads to its years, a full year to its months."""
    clips = tuple(
        Clip(id=f"a{number:03}", paragraphs=("Text.",), date=f"{1990 + number // 100}-{number % 12 + 1:02}-01")
        for number in range(200)
    )
    laid = lay(tmp_path, clips)
    assert links_of(laid, "outlets/the-daily/index.md")["1991"].endswith("outlets/the-daily/1991/")
    assert links_of(laid, "outlets/the-daily/1991/index.md")["March 1991"].endswith("outlets/the-daily/1991/03/")
    assert "a110" in text_of(laid, "years/1991/03/index.md")


def test_a_long_list_of_few_articles_a_year_is_parted_by_decade(tmp_path: Path) -> None:
    """Ten years that fit a page share one, with a heading for each, to which the bars of the chart lead."""
    clips = tuple(Clip(id=f"a{number:03}", paragraphs=("Text.",), date=f"{1950 + number // 2}") for number in range(70))
    laid = lay(tmp_path, clips)
    assert {"1950s", "1960s", "1970s", "1980s"} <= set(links_of(laid, "outlets/the-daily/index.md"))
    page = laid.tree("outlets/the-daily/1960s/index.md")
    assert [one.get("id") for one in page.iter("h2")] == [f"y-{year}" for year in range(1969, 1959, -1)]
    bars = laid.tree("outlets/the-daily/index.md").xpath("//svg//a/@href")
    assert "../../outlets/the-daily/1960s/#y-1963" in bars
    assert not (laid.out / "docs" / "outlets" / "the-daily" / "1963").exists()


def test_where_the_host_counts_files_long_lists_stand_on_their_page(tmp_path: Path) -> None:
    """A list that would fill five pages is one: an outlet's, a year's."""
    clips = tuple(
        Clip(id=f"a{number:03}", paragraphs=("Text.",), date=f"1969-{number % 12 + 1:02}") for number in range(290)
    )
    few = replace(CONFIG, archive=replace(CONFIG.archive, few_files=True))
    for name, config, expected in (("usual", CONFIG, 12), ("few", few, 0)):
        docs = lay(tmp_path / name, clips, config=config).out / "docs"
        for page in ("outlets/the-daily", "years"):
            assert len(list((docs / page / "1969").glob("*/index.md"))) == expected


def test_a_link_to_another_article_of_the_archive_leads_inside(tmp_path: Path) -> None:
    """The dead site's address becomes the archive's page; other links are kept, unsafe ones are text."""
    paragraph = "See one, two and three."
    link = Clip(
        id="link",
        paragraphs=(paragraph,),
        clean={
            "links": (
                Link(start=4, end=7, href="http://www.old.example/landing?utm_source=x"),
                Link(start=9, end=12, href="https://other.example/"),
                Link(start=17, end=22, href="java\tscript:alert(1)"),
            )
        },
    )
    origin = Origin(path="x", sha256="x", media_type="text/html", url="http://www.old.example/landing/")
    clips = (link, replace(LANDING, row={**LANDING.row, "origin": origin}))
    laid = lay(tmp_path, clips)
    links = links_of(laid, "articles/link/index.md")
    assert links["one"] == "../../articles/landing/"
    assert links["two"] == "https://other.example/"
    assert "three" not in links
    assert "http://www.old.example/landing/" in links_of(laid, "articles/landing/index.md")
    assert "http://www.old.example/landing/" in (tmp_path / "data/originals.csv").read_text()


def test_blocks_keep_their_kind(tmp_path: Path) -> None:
    """Headings, items, quotations, code and tables are shown as such."""
    parts = [
        ("heading", "Part"),
        ("item", "One"),
        ("item", "Two"),
        ("quote", "Said"),
        ("code", "a\n\nb"),
        ("table", "A\tB"),
    ]
    text = "\n\n".join(part for _, part in parts)
    blocks, start = [], 0
    for kind, part in parts:
        blocks.append(Block(kind=kind, start=start, end=start + len(part), level=3 if kind == "heading" else 0))  # type: ignore[arg-type]
        start += len(part) + 2
    laid = lay(tmp_path, (Clip(id="blocks", paragraphs=(text,), blocks=tuple(blocks)),))
    page = laid.tree("articles/blocks/index.md")
    body = page.find_class("cf-body")[0]
    assert [child.tag for child in body] == ["h3", "ul", "blockquote", "pre", "div"]
    assert body.find("pre").text == "a\n\nb"
    assert [cell.text for cell in body.iter("td")] == ["A", "B"]


def test_ordered_lists_keep_their_numbers(tmp_path: Path) -> None:
    """Items have the numbers that they had; where the outermost change from numbers to none, a new list begins."""
    items = ((0, 3), (1, None), (0, 4), (0, None), (1, 1))
    text = "3. One\n\nItem 2\n\n4) Two\n\n5. Six\n\n1 item"
    blocks = tuple(
        Block(kind="item", start=8 * at, end=8 * at + 6, level=level, ordinal=ordinal)
        for at, (level, ordinal) in enumerate(items)
    )
    laid = lay(tmp_path, (Clip(id="items", paragraphs=(text,), blocks=blocks),))
    body = laid.tree("articles/items/index.md").find_class("cf-body")[0]
    assert [item.text_content() for item in body.iter("li")] == ["One", "Item 2", "Two", "5. Six", "1 item"]
    shown = [(item.getparent().tag, item.get("value"), item.get("class")) for item in body.iter("li")]
    assert shown == [
        ("ol", "3", None),
        ("ol", None, "cf-in-1 cf-dot"),
        ("ol", "4", None),
        ("ol", None, "cf-dot"),
        ("ol", "1", "cf-in-1"),
    ]


def test_something_wrong_is_asked_on_every_page(tmp_path: Path) -> None:
    """Once two channels are set, no page is without them; redirects are none."""
    contact = Contact(corrections="desk@archive.example", privacy="desk@archive.example")
    config = replace(CONFIG, archive=ArchiveSettings(version=1, contact=contact))
    laid = lay(tmp_path, CLIPS, WHOLE, registry=REGISTRY, config=config)
    for page in (tmp_path / "docs").rglob("*.md"):
        path = page.relative_to(tmp_path / "docs").as_posix()
        assert {"Report a mistake", "This is about me"} <= set(links_of(laid, path)), path


def test_contact_links_carry_the_page(tmp_path: Path) -> None:
    """A reader who reports a mistake does not have to say where."""
    contact = Contact(corrections="https://tracker.example/new", privacy="desk@archive.example")
    config = replace(CONFIG, archive=ArchiveSettings(version=1, contact=contact))
    links = links_of(lay(tmp_path, CLIPS, WHOLE, config=config), "articles/landing/index.md")
    report = unquote(links["Report a mistake"])
    assert "https://archive.example/clips/articles/landing/" in report
    assert "File: landing" in report
    assert links["This is about me"].startswith("mailto:desk@archive.example?subject=")


def test_undated_articles_say_what_is_known(tmp_path: Path) -> None:
    """Between two dates, after one, or nothing at all: in words."""
    clip = replace(
        LOST, row={"not_before": "1969-07-21", "not_after": "1972", "metadata": Metadata(rights="CC BY 4.0")}
    )
    laid = lay(tmp_path, (clip,))
    text = text_of(laid, "articles/lost/index.md")
    assert "Undated; between July 21, 1969 and 1972" in text
    assert "CC BY 4.0" in text


def test_a_date_that_is_mentioned_again_is_counted(tmp_path: Path) -> None:
    """Each date stands once among the facts of an article, with how often it is named."""
    days = [DateMention(text="tomorrow", start=at, end=at + 8, date="1969-07-21") for at in (0, 20)]
    year = DateMention(text="1968", start=40, end=44, date="1968")
    clip = Clip(id="a", paragraphs=("Tomorrow it leaves, tomorrow as in 1968.",), row={"dates": (*days, year)})
    facts = lay(tmp_path, (clip,), archive_of((clip,))).tree("articles/a/index.md").xpath("//details")[0]
    assert [" ".join(one.text_content().split()) for one in facts] == ["2 dates", "tomorrow July 21, 1969 21968"]


def test_maintainers_pages_are_kept_as_markdown(tmp_path: Path) -> None:
    """What people wrote under content/pages stands on home and about, and further pages keep their names."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "home.md").write_text("# Welcome\n\nA *fine* archive.\n", encoding="utf-8")
    (pages / "press.md").write_text("---\ntitle: Press\n---\nWrite to us.\n", encoding="utf-8")
    laid = lay(tmp_path / "build", CLIPS, WHOLE, pages=pages)
    assert "A *fine* archive." in laid.source("index.md")
    assert laid.front("press.md")["headline"] == "Press"
    assert laid.front("about.md")["headline"] == "About this archive"


def test_an_empty_archive_has_all_its_indexes(tmp_path: Path) -> None:
    """A fresh archive builds: every page that the navigation names is there."""
    laid = lay(tmp_path, ())
    for path in ("index.md", "years/index.md", "people/index.md", "topics/index.md", "sources/index.md", "about.md"):
        assert laid.source(path)


def test_articles_of_the_front_matter_contract(laid: Laid) -> None:
    """An article's front matter holds the contract's keys, and of the theme's only those that we fill ourselves."""
    front = laid.front("articles/landing/index.md")
    assert front["people"] == [{"id": "neil-armstrong", "name": "Neil Armstrong", "mentions": 1}]
    assert front["topics"] == [{"id": "moon", "name": "The Moon", "because": ["moon landing"]}]
    assert front["sources"] == [{"name": "NASA", "count": 2, "kind": "credit"}]
    assert front["date"] == "1969-07-20"
    assert front["original"] == {"path": "landing.txt", "sha256": "landing"}
    assert not {"description", "author", "tags", "template", "icon"} & set(front)
    assert front["search"] == {"exclude": True}


def test_rows_without_anything_still_make_a_page(tmp_path: Path) -> None:
    """An article of which nothing is known but its text has a page."""
    clip = Clip(id="bare", paragraphs=(), date=None)
    archive = replace(archive_of(()), articles={"bare": replace(row("bare"), title=None)}, outlets=())
    assert "Untitled" in text_of(lay(tmp_path, (clip,), archive), "articles/bare/index.md")


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("articles/landing/", ["years/1969/", "articles/landing/"]),
        ("articles/lost/", ["years/undated/", "articles/lost/"]),
        ("people/neil-armstrong/", ["people/", "people/neil-armstrong/"]),
        ("topics/moon/", ["topics/", "topics/moon/"]),
        ("sources/nasa/", ["sources/", "sources/nasa/"]),
    ],
)
def test_search_engines_are_told_the_way(laid: Laid, page: str, way: list[str]) -> None:
    """From the home page to the page, with whole addresses of pages that exist."""
    data = json.loads(laid.tree(f"{page}index.md").xpath("string(//script[@type='application/ld+json'])"))
    (trail,) = [one for one in data if one["@type"] == "BreadcrumbList"]
    base = "https://archive.example/clips/"
    assert [step["item"] for step in trail["itemListElement"]] == [base, *(base + address for address in way)]
    assert all((laid.out / "docs" / address / "index.md").is_file() for address in way)


def test_what_became_of_an_address_is_counted_by_its_name(laid: Laid) -> None:
    """The report tells redirects and parted pages from tombstones."""
    counts = laid.published.pages
    assert [counts[kind] for kind in ("moved", "split", "gone")] == [2, 1, 1]


def test_people_of_few_articles_may_be_left_out_of_the_index(tmp_path: Path) -> None:
    """Their page stays, and the index of other names is not touched."""
    few = replace(CONFIG, archive=replace(CONFIG.archive, thresholds=Thresholds(person_entry=3)))
    laid = lay(tmp_path, CLIPS, WHOLE, registry=REGISTRY, config=few)
    assert "Armstrong" not in text_of(laid, "people/index.md")
    assert (laid.out / "docs" / "people" / "neil-armstrong" / "index.md").is_file()
    as_ever = lay(tmp_path / "as-ever", CLIPS, WHOLE, registry=REGISTRY)
    assert "Armstrong" in text_of(as_ever, "people/index.md")


def test_photo_credits_have_pages(tmp_path: Path) -> None:
    """Who is named as the maker of pictures has a page with the articles, and the articles lead to it."""
    whole = replace(WHOLE, credits=(Credit(id="nasa", name="NASA", articles=("landing", "later")),))
    laid = lay(tmp_path, CLIPS, whole)
    assert {"landing", "later", "The Moon"} <= set(links_of(laid, "credits/nasa/index.md"))
    assert links_of(laid, "credits/index.md")["NASA"] == "../credits/nasa/"
    assert [
        one.get("href") for one in laid.tree("articles/landing/index.md").xpath("//section[h2='Photo credit']//a")
    ] == ["../../credits/nasa/"]


def test_a_source_says_for_what_and_with_whom_it_is_cited(laid: Laid) -> None:
    """Beside its articles stand their topics; that an article cites it once needs no words."""
    text = text_of(laid, "sources/nasa/index.md")
    assert "In articles on The Moon" in text
    assert "cited 2 times" in text


def test_earlier_and_later_go_by_story_person_and_outlet(laid: Laid) -> None:
    """An article leads to the ones before and after it on its topic, on its person, in its outlet."""
    text = text_of(laid, "articles/landing/index.md")
    for line in ("Topic: The Moon Later later 1979", "Person: Neil Armstrong Later later 1979"):
        assert line in text
    assert "Earlier landing July 20, 1969" in text_of(laid, "articles/later/index.md")


def test_the_home_page_tells_of_every_decade(laid: Laid) -> None:
    """People and topics of ten years, which lead to them, and to the years."""
    (first, second) = laid.tree("index.md").xpath("//dl[@class='cf-decades']/div")
    assert " ".join(first.text_content().split()) == "1960sNeil ArmstrongThe Moon"
    assert second.xpath(".//dt/a/@href") == ["./years/#d-1970s"]


def test_a_copy_of_a_story_is_not_found_twice(tmp_path: Path) -> None:
    """The search knows the shown copy, and by its page what only the other copy says."""
    extra = Clip(id="extra", paragraphs=(*LANDING.paragraphs, "Only here stands a word on rhubarb."), date="1969-07-20")
    differs = Differences(added=(2,))
    whole = replace(archive_of((LANDING, extra)), version_of={"extra": "landing"}, differences={"extra": differs})
    laid = lay(tmp_path, (LANDING, extra), whole)
    assert "data-pagefind-body" not in laid.html("articles/extra/index.md")
    found = " ".join(laid.tree("articles/landing/index.md").xpath("//*[@data-pagefind-body]//text()"))
    assert "rhubarb" in found


def test_a_story_that_was_captured_three_times_counts_once(tmp_path: Path) -> None:
    """Who is named together, what they are called, and who has a page: versions make nobody more important."""
    names = "Neil Armstrong, the pilot, met Buzz Aldrin."
    clips = tuple(Clip(id=key, paragraphs=(names,)) for key in ("again", "first", "once-more"))
    aldrin = entity(clips, "buzz-aldrin", "Buzz Aldrin")
    armstrong = entity(clips, "neil-armstrong", "Neil Armstrong")
    pilot = Role(name="pilot", mentions=armstrong.mentions, first="1969", last="1969")
    people = (aldrin, replace(armstrong, roles=(pilot,)))
    archive = replace(archive_of(clips, people), version_of={"again": "first", "once-more": "first"})
    laid = lay(tmp_path, clips, archive)
    aside = laid.tree("people/neil-armstrong/index.md").xpath("//aside")[0]
    assert " ".join(aside.text_content().split()) == "Calledpilot 1 1969Named together with Buzz Aldrin"
    thresholds = Thresholds(person_page=2)
    config = replace(CONFIG, archive=ArchiveSettings(version=1, thresholds=thresholds))
    assert not [wish for wish in wishes(archive, config, {}) if wish.kind == "person"]
    assert [wish.id for wish in wishes(replace(archive, version_of={}), config, {}) if wish.kind == "person"]
