"""One story in every format: the same article; and web archives as crawlers and strangers make them."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cleaning import clean
from generator.config import default_site_config
from generator.config.schema import ArchiveSettings, FolderDefaults, Limits, SiteConfig
from generator.ingest import discover, make_context, read
from generator.ingest.wordpress import page_of_post
from generator.model import Original, Passed, Quarantined
from generator.stages import cleaning_settings
from tests.ingest import exports, story

KEYS = (
    *(
        "title",
        "headlines",
        "text",
        "html",
        "content",
        "content_elements",
        "body",
        "rendered",
        "$date",
        "data",
        "_source",
    ),
    *("metadata", "author", "name", "by", "url", "date", "published", "status", "type", "items", "results", "summary"),
)
Found = list[Original | Quarantined | Passed]
LATIN = "Förtöjning vid kajen på söndag"


def ingest(folder: Path, name: str, data: bytes, config: SiteConfig | None = None) -> Found:
    """All that comes out of one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    config = config or default_site_config()
    context = make_context(folder, config, {})
    return [item for file in discover(folder) if file.name == name for item in read(file, context)]


def limited(**limits: int) -> SiteConfig:
    """A configuration with these limits."""
    return replace(default_site_config(), archive=ArchiveSettings(version=1, limits=Limits(**limits)))


def articles(found: Found) -> list[Original]:
    """What of it are articles."""
    return [item for item in found if isinstance(item, Original)]


def reasons(found: Found) -> list[str]:
    """Why the others are none."""
    return [item.reason for item in found if not isinstance(item, Original)]


@pytest.mark.parametrize("name", story.FORMATS)
def test_the_same_story_in_each_format_is_the_same_article(tmp_path: Path, name: str) -> None:
    """Title, date, author, body and address do not depend on how the story came here."""
    (original,) = articles(ingest(tmp_path, name, story.FORMATS[name]))
    article = clean(original, None, cleaning_settings(default_site_config()))
    assert (article.title, article.authors, article.text) == (story.TITLE, (story.AUTHOR,), story.BODY)
    assert article.published is not None
    assert article.published.date == story.DATE
    assert (original.origin.url, original.outlet.key) == (story.URL, "quayside.example")
    assert original.id == ("story" if name == "story.html" else story.URL)


@pytest.mark.parametrize("name", exports.EXPORTS)
def test_the_same_story_in_each_export_is_the_same_article(tmp_path: Path, name: str) -> None:
    """However databases and content management systems wrap and name what an article has."""
    (original,) = articles(ingest(tmp_path, name, exports.EXPORTS[name]))
    article = clean(original, None, cleaning_settings(default_site_config()))
    assert (article.title, article.authors, article.text) == (story.TITLE, (story.AUTHOR,), story.BODY)
    assert article.published is not None
    assert (article.published.date, original.origin.url) == (story.DATE, story.URL)
    assert original.outlet.key == "quayside.example"


def test_records_that_are_no_published_article_are_passed_over(tmp_path: Path) -> None:
    """Drafts, accounts, pictures and what only begins an article are counted; an article without its text is not."""
    records = [
        {"title": "Notes", "text": "Words.", "status": "draft"},
        {"title": "Notes", "text": "Words.", "is_published": False},
        {"title": {"rendered": "bridge-jpg"}, "type": "attachment", "content": {"rendered": "<p>A bridge</p>"}},
        {"title": "Secret", "content": {"rendered": "<p>Say it.</p>", "protected": True}},
        {"title": "Bridge", "content": "The new bridge … [+1234 chars]"},
        {"@type": "WebSite", "name": "The Quayside Gazette"},
        {"_type": "category", "title": "Bridges"},
        {"Nr.": 3, "Titel": "Notes", "Text": "Words.", "Status": "Entwurf"},
        {"@type": "NewsArticle", "headline": "Bridge", "datePublished": "2014-05-17"},
    ]
    found = ingest(tmp_path, "records.jsonl", "\n".join(map(json.dumps, records)).encode())
    assert reasons(found) == [
        "not published (draft)",
        "not published",
        "not a post (attachment)",
        "protected by a password",
        "only a summary",
        "no text (WebSite)",
        "no text (category)",
        "not published (Entwurf)",
        "record 9 has no `text` or `html`; name its fields under `folders:` in archive.yml",
    ]
    assert [type(item) for item in found] == [Passed] * 8 + [Quarantined]


def test_dates_of_a_file_tell_each_other_apart(tmp_path: Path) -> None:
    """Where all dates of a column but one can be read in two ways, that one says how; where two disagree, none does."""

    def dates(name: str, *written: str) -> list[str | None]:
        rows = "\n".join(f"Story {number},{date},Words." for number, date in enumerate(written))
        found = ingest(tmp_path / name, "a.csv", f"title,date,text\n{rows}\n".encode())
        return [one.metadata.date for one in articles(found)]

    assert dates("1", "3/4/2023", "3/14/2023 9:26") == ["2023-03-04", "2023-03-14"]
    assert dates("2", "3/4/2023", "14/3/2023") == ["2023-04-03", "2023-03-14"]
    assert dates("3", "03.04.2023", "2023-05-06") == ["2023-04-03", "2023-05-06"]
    assert dates("4", "3/4/2023", "3/14/2023", "14/3/2023") == [None, "2023-03-14", "2023-03-14"]
    assert dates("5", "3/4/2023") == [None]


def test_objects_one_after_the_other_are_records(tmp_path: Path) -> None:
    """As `jq` prints them; where anything else stands among them the file says what is wrong."""
    two = (
        json.dumps({"title": "A", "text": "One."}, indent=2)
        + "\n"
        + json.dumps({"title": "B", "text": "Two."}, indent=2)
    )
    assert [one.metadata.title for one in articles(ingest(tmp_path / "1", "a.json", two.encode()))] == ["A", "B"]
    assert "is not valid JSON" in reasons(ingest(tmp_path / "2", "a.json", f"{two}\nand so on".encode()))[0]


def test_fields_are_named_by_their_paths(tmp_path: Path) -> None:
    """Where no name tells what a field is, archive.yml does, wherever in a record it lies."""
    names = {"lead.top": "title", "copy.words": "text"}
    config = replace(
        default_site_config(),
        archive=ArchiveSettings(version=1, folders={"x": FolderDefaults(fields=names)}),
    )
    (tmp_path / "x").mkdir()
    record = json.dumps({"lead": {"top": "Bridge"}, "copy": {"words": ["One.", "Two."]}}).encode()
    (original,) = articles(ingest(tmp_path, "x/a.jsonl", record, config))
    assert (original.metadata.title, original.text) == ("Bridge", "One.\n\nTwo.")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1), st.sampled_from(["a.json", "a.jsonl"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_record_breaks_the_reading(tmp_path: Path, record: dict[str, Any], name: str) -> None:
    """Whatever a database holds becomes an article, is passed over or is quarantined."""
    assert len(ingest(tmp_path, name, json.dumps(record).encode())) >= 1


def test_a_capture_keeps_record_moment_and_address(tmp_path: Path) -> None:
    """Enough to find the untouched page again; its hash is that of the page's bytes."""
    (original,) = articles(ingest(tmp_path, "a.warc", story.WARC))
    plain = articles(ingest(tmp_path / "2", "a.html", story.HTML.encode()))[0]
    origin = original.origin
    assert origin.record == f"urn:test:response:{story.URL}"
    assert (origin.url, origin.retrieved, origin.path) == (story.URL, story.CAPTURED, "a.warc")
    assert (origin.sha256, origin.media_type) == (plain.origin.sha256, "application/warc")


def test_only_pages_that_are_articles_are_kept(tmp_path: Path) -> None:
    """Everything else that a crawler fetched is counted with its reason; its own notes are not."""
    site = "https://www.quayside.example"
    html, page = story.HTML.encode(), story.LIST.encode()
    records = [
        story.warc_record(f"{site}/info", b"software: test", "warcinfo"),
        story.warc_record(story.URL, b"GET / HTTP/1.1\r\n\r\n", "request"),
        story.warc_record(story.URL, story.http(html)),
        story.warc_record(f"{story.URL}/?utm_source=x", story.http(html)),
        story.warc_record(f"{site}/", story.http(page)),
        story.warc_record(f"{site}/city", story.http(page)),
        story.warc_record(f"{site}/old", story.http(b"", "301 Moved", Location=story.URL)),
        story.warc_record(f"{site}/gone", story.http(page, "404 Not Found")),
        story.warc_record(f"{site}/logo.png", story.http(b"\x89PNG", Content_Type="image/png")),
        story.warc_record(f"{site}/robots.txt", story.http(b"User-agent: *", Content_Type="text/plain")),
        story.warc_record(story.URL, story.http(b""), "revisit"),
        story.warc_record(f"{site}/nothing", story.http(b" ")),
        story.warc_record("dns:www.quayside.example", b"192.0.2.1", "response"),
    ]
    found = ingest(tmp_path, "crawl.warc.gz", b"".join(gzip.compress(record) for record in records))
    assert [original.id for original in articles(found)] == [story.URL]
    assert {item.record.removeprefix(site) or "/": item.reason for item in found if isinstance(item, Passed)} == {
        f"{story.URL}/?utm_source=x".removeprefix(site): "the same page again",
        "/": "home page",
        "/city": "hardly any running text",
        "/old": "redirect",
        "/gone": "status 404",
        "/logo.png": "no page (image)",
        "/robots.txt": "no page (text)",
        story.URL.removeprefix(site): "seen again unchanged (revisit)",
        "/nothing": "empty",
    }
    assert not [item for item in found if isinstance(item, Quarantined)]


def chunked(body: bytes) -> bytes:
    """A body in chunks of 100 bytes."""
    parts = [body[start : start + 100] for start in range(0, len(body), 100)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Transfer_Encoding": "chunked"}, chunked(story.HTML.encode())),
        ({"Content_Encoding": "gzip"}, gzip.compress(story.HTML.encode(), mtime=0)),
        ({"Content_Encoding": "gzip"}, story.HTML.encode()),
        ({"Content_Encoding": "deflate"}, zlib.compress(story.HTML.encode())),
        ({"Content_Encoding": "deflate"}, zlib.compress(story.HTML.encode(), wbits=-15)),
        ({"Content_Encoding": "br"}, brotli.compress(story.HTML.encode())),
        ({"Content_Encoding": "br", "Transfer_Encoding": "chunked"}, chunked(brotli.compress(story.HTML.encode()))),
    ],
)
def test_a_body_is_unpacked(tmp_path: Path, headers: dict[str, str], body: bytes) -> None:
    """However the server sent it, and also where the crawler has unpacked it already."""
    (original,) = articles(ingest(tmp_path, "a.warc", story.warc_record(story.URL, story.http(body, **headers))))
    assert original.text == story.HTML


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content_Encoding": "gzip"}, gzip.compress(b" " * 3_000_000, mtime=0)),
        ({"Content_Encoding": "br"}, brotli.compress(b" " * 300_000_000)),
        ({}, b" " * 3_000_000),
    ],
)
def test_a_body_without_end_is_stopped(tmp_path: Path, headers: dict[str, str], body: bytes) -> None:
    """A bomb costs no more than the largest page; the next record is read."""
    data = story.warc_record("https://a.example/bomb", story.http(body, **headers)) + story.WARC
    broken, good = ingest(tmp_path, "a.warc", data, limited(page_bytes=1_000_000))
    assert isinstance(broken, Quarantined)
    assert broken.reason == "record 1 has a body of more than 1,000,000 bytes"
    assert isinstance(good, Original)


def test_the_servers_charset_counts_before_the_pages(tmp_path: Path) -> None:
    """A page that was re-coded by the server still declares what it was written in."""
    html = story.HTML.replace('charset="utf-8"', 'charset="koi8-r"').replace("Harbour bridge", LATIN)
    answer = story.http(
        html.replace("“", '"').replace("”", '"').encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1"
    )
    (original,) = articles(ingest(tmp_path, "a.warc", story.warc_record(story.URL, answer)))
    assert LATIN in original.text


def test_a_torn_archive_gives_what_it_has(tmp_path: Path) -> None:
    """The records before the tear are read; the torn one and the loss are reported."""
    record = story.warc_record("https://a.example/2014/05/another-long-story", story.http(story.HTML.encode()))
    whole = gzip.compress(story.WARC)
    found = ingest(tmp_path, "a.warc.gz", whole + gzip.compress(record)[:900])
    assert [original.id for original in articles(found)] == [story.URL]
    assert reasons(found) == ["record 2 breaks off", "is a gzip file that breaks off: what follows is lost"]
    plain = ingest(tmp_path / "2", "a.warc", story.WARC + record[:900])
    assert reasons(plain) == ["record 2 breaks off"]


def test_a_damaged_record_harms_no_other(tmp_path: Path) -> None:
    """A broken gzip member, a record without length, and bytes between records are each passed by."""
    second = "https://a.example/2014/05/another-long-story"
    good = [gzip.compress(story.warc_record(url, story.http(story.HTML.encode()))) for url in (story.URL, second)]
    bad = bytearray(gzip.compress(story.warc_record("https://a.example/bad", story.http(story.HTML.encode()))))
    bad[200:260] = b"\xff" * 60
    found = ingest(tmp_path, "a.warc.gz", good[0] + bytes(bad) + good[1])
    assert [original.id for original in articles(found)] == [story.URL, second]
    assert reasons(found)[0].startswith("record 2 is damaged (")
    without = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n"
    )
    mixed = ingest(
        tmp_path / "2", "a.warc", without + story.WARC + b"rubbish\n" + story.WARC.replace(b"harbour", b"haven")
    )
    assert len(articles(mixed)) == 2
    assert reasons(mixed)[0] == "record 1 has a header without its length"
    assert "is followed by bytes that are no record" in reasons(mixed)[1]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.arc.gz"])
def test_an_archive_that_expands_without_end_is_stopped(tmp_path: Path, name: str) -> None:
    """What was read before is kept; the rest is quarantined."""
    endless = b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: resource\r\n\r\n" + b" " * 30_000_000
    data = gzip.compress(story.WARC) + gzip.compress(endless)
    found = ingest(tmp_path, name, data, limited(file_bytes=1_000_000))
    assert len(articles(found)) == 1
    assert len(reasons(found)) == 1
    assert reasons(found)[0].startswith("unpacks to more than 2,")


def test_a_header_without_end_is_stopped(tmp_path: Path) -> None:
    """Neither one line nor many lines of a header can fill the memory."""
    for filling in (b"a" * 3_000_000, b"a: b\r\n" * 500_000):
        found = ingest(tmp_path, "a.warc", b"WARC/1.0\r\n" + filling + b"\r\n\r\n" + story.WARC)
        assert reasons(found)[0] == "record 1 has a header without end"
        assert len(articles(found)) == 1


def test_one_file_may_hold_only_so_much(tmp_path: Path) -> None:
    """Too many records, or too much text: the rest is not read, and that is said."""
    records = b"".join(
        story.warc_record(f"https://a.example/2014/05/a-long-story-{n}", story.http(story.HTML.encode()))
        for n in range(9)
    )
    few = ingest(tmp_path, "a.warc", records, limited(records=5))
    assert len(articles(few)) == 5
    assert reasons(few) == ["holds more than 5 records: the rest is not read; split the file"]
    little = ingest(tmp_path / "2", "a.warc", records, limited(held_bytes=10_000))
    assert 0 < len(articles(little)) < 9
    lines = ingest(tmp_path / "3", "a.jsonl", b'{"text": "x"}\n' * 9, limited(records=5))
    assert len(articles(lines)) == 5


def test_a_package_without_what_it_needs_is_quarantined(tmp_path: Path) -> None:
    """No archive, no description, no ZIP directory, a damaged member: each has its reason."""
    empty = ingest(tmp_path / "1", "a.wacz", story.wacz({}))
    assert reasons(empty) == ["is a WACZ package without a web archive in its folder archive/"]
    office = ingest(tmp_path / "2", "a.docx", story.wacz({}, package=False))
    assert reasons(office) == ["is a ZIP archive or an office document, which is not read"]
    bare = ingest(tmp_path / "3", "a.wacz", story.wacz({"d.warc": story.WARC}, package=False))
    assert len(articles(bare)) == 1
    assert reasons(bare)[0].startswith("is a WACZ package without datapackage.json")
    whole = story.wacz({"d.warc": story.WARC})
    torn = ingest(tmp_path / "4", "a.wacz", whole[:-60])
    assert reasons(torn)[0].startswith("is a ZIP file that cannot be read")
    damaged = ingest(tmp_path / "5", "a.wacz", whole.replace(b"harbour", b"HARBOUR"))
    assert reasons(damaged)[0].startswith("archive/d.warc cannot be read to its end")


def test_a_packages_list_names_pages_without_a_title(tmp_path: Path) -> None:
    """What the page says of itself counts before it."""
    bare = story.HTML.replace(f"<title>{story.TITLE} | The Quayside Gazette</title>", "")
    pages = ({"url": story.URL, "title": "From the list"},)
    named = ingest(
        tmp_path, "a.wacz", story.wacz({"d.warc": story.warc_record(story.URL, story.http(bare.encode()))}, pages)
    )
    assert [item.metadata.title for item in articles(named)] == ["From the list"]
    own = ingest(tmp_path / "2", "a.wacz", story.wacz({"d.warc": story.WARC}, pages))
    assert [item.metadata.title for item in articles(own)] == [None]


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """A billion laughs cost nothing, in the head or in an item, and no file is fetched."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = story.RSS.replace("<rss ", f"{doctype}<rss ").replace("<title>The Quayside", "<title>&l9;&f;The Quayside")
    found = ingest(tmp_path, "a.xml", text.replace("<p>The new", "<p>&l9;&f; The new").encode())
    assert len(articles(found)) == 1
    plain = ingest(tmp_path / "2", "a.xml", text.replace("<title>Harbour", "<title>&l9;&f;Harbour").encode())
    assert articles(plain)[0].metadata.title == f"&l9;&f;{story.TITLE}"


def test_a_broken_item_harms_no_other(tmp_path: Path) -> None:
    """It is quarantined by its number; control characters and stray ampersands break nothing."""
    good = story.wxr_item("\n\n".join(story.PARAGRAPHS))
    odd = (
        story.wxr_item("Words \x0b & words.\n\nMore.")
        .replace(story.TITLE, "Fish & Chips &nbsp; &co")
        .replace(story.URL, "https://b.example/")
    )
    bad = story.wxr_item("x").replace("</title>", "")
    found = ingest(tmp_path, "a.xml", story.wxr(bad, odd, good).encode())
    assert [item.metadata.title for item in articles(found)] == ["Fish & Chips &co", story.TITLE]
    assert reasons(found)[0].startswith("item 1 is no well-formed XML (")


def test_an_export_that_breaks_off_is_read_in_part(tmp_path: Path) -> None:
    """The items before the tear are articles; what is torn is reported."""
    text = story.wxr(story.wxr_item("Words.\n\nMore."), story.wxr_item("Words again."))
    found = ingest(tmp_path, "a.xml", text[: text.rindex("Words again")].encode())
    assert len(articles(found)) == 1
    assert reasons(found) == ["item 2 breaks off"]
    packed = gzip.compress(text.encode() + bytes(range(256)) * 40)
    torn = ingest(tmp_path / "2", "a.xml.gz", packed[:-300])
    assert reasons(torn)[-1] == "is a gzip file that breaks off"


def test_what_looks_like_an_item_in_a_text_is_none(tmp_path: Path) -> None:
    """Tags in CDATA and comments part nothing."""
    text = story.wxr(story.wxr_item("How feeds work: </item><item> parts them.")).replace(
        "<channel>", "<channel><!-- <item> -->"
    )
    (original,) = articles(ingest(tmp_path, "a.xml", text.encode()))
    assert "parts them" in original.text


def test_an_item_without_end_is_stopped(tmp_path: Path) -> None:
    """It is quarantined, and those after it are read."""
    text = story.wxr(story.wxr_item("x " * 900_000), story.wxr_item("Words."))
    found = ingest(tmp_path, "a.xml", text.encode(), limited(page_bytes=1_000_000))
    assert reasons(found) == ["item 1 has more than 1,000,000 bytes"]
    assert len(articles(found)) == 1


@pytest.mark.parametrize(
    "content",
    [
        "<pre " * 300_000,
        "<!-- " + "<![CDATA[ " * 100_000 + " -->",
        '[caption caption="' * 60_000,
        "<p>" * 400_000,
        "<" * 900_000,
        "&amp;&x;&nbsp" * 70_000,
    ],
)
def test_hostile_posts_cost_little(tmp_path: Path, content: str) -> None:
    """No pattern and no parser takes more than linear time; whatever becomes of them, the next post is read."""
    bad = story.wxr_item("x").replace(
        "<![CDATA[x]]>", content if content.startswith("<!--") else f"<![CDATA[{content}]]>"
    )
    begun = time.process_time()
    found = ingest(tmp_path, "a.xml", story.wxr(bad, story.wxr_item("Words.")).encode())
    assert time.process_time() - begun < 5
    assert articles(found)


def test_json_of_nothing_is_not_unpacked(tmp_path: Path) -> None:
    """Millions of empty objects would take gigabytes."""
    found = ingest(tmp_path, "a.json", b"[" + b"{}," * 2_100_000 + b"{}]")
    assert reasons(found) == ["holds more than 2,000,000 objects and lists"]


def test_captions_of_posts_old_and_new() -> None:
    """The words stand in the shortcode's head or behind the picture; code keeps its lines."""
    old = page_of_post('[caption id="a" caption="Old words"]<img src="a.jpg" />[/caption]')
    assert "<figcaption>Old words</figcaption>" in old
    new = page_of_post('One.\n\n[caption id="a"]<a href="b"><img src="a.jpg" /></a> New words[/caption]\nTwo.')
    assert "<figcaption>New words</figcaption>" in new
    assert "<p>One.</p>" in new
    assert "<p>Two.</p>" in new
    assert page_of_post("<PRE>a\n\nb</PRE>").strip() == "<PRE>a\n\nb</PRE>"


def test_line_ends_of_posts_are_kept_within_blocks() -> None:
    """As WordPress shows them; one beside a tag is none of the text, and a table's parts its cells."""
    assert "rope;<br>\nnails;" in page_of_post("<blockquote>\n<span>rope;\nnails;\n</span>\n</blockquote>")
    table = "<table>\n<tr><td>rope</td>\n<td>nails</td></tr>\n</table>"
    assert "<br>" not in page_of_post(table)


def test_a_page_saved_in_one_file_tells_where_and_when(tmp_path: Path) -> None:
    """What the browser wrote beside it counts after all others; a file's own address is none."""
    bare = story.HTML.replace('<link rel="canonical"', '<link rel="next"')
    (saved,) = articles(ingest(tmp_path, "saved.mht", story.mhtml(bare)))
    assert (saved.form, saved.origin.media_type) == ("html", "multipart/related")
    assert (saved.id, saved.origin.url, saved.origin.retrieved) == (story.URL, story.URL, story.CAPTURED)
    assert saved.metadata.basis == {"url": "MHTML", "retrieved": "MHTML"}
    (local,) = articles(ingest(tmp_path / "local", "saved.mht", story.mhtml(bare, location="file:///tmp/a.html")))
    assert (local.id, local.origin.url, local.text) == ("saved", None, bare)
    packed = ingest(tmp_path / "packed", "saved.mhtml.gz", gzip.compress(story.mhtml(bare))[:-40])
    assert reasons(packed) == ["is a gzip file that breaks off"]


def test_a_text_that_begins_with_labels_is_no_message(tmp_path: Path) -> None:
    """A press release has `From:` and `Date:` as well."""
    release = f"From: The Mayor\nDate: May 17, 2014\nContent-Type: text/html\n\n{story.BODY}"
    (found,) = articles(ingest(tmp_path, "release.txt", release.encode()))
    assert found.form == "text"


def test_a_page_out_of_a_web_archive_is_the_page_that_it_keeps(tmp_path: Path) -> None:
    """Address, outlet, moment of capture and links are those of the page, however the archive's address is told."""
    at = "https://web.archive.org/web/20150203040506/"
    linked = (
        '<p>The <a href="/web/20150203040506/http://board.example/a">board</a> and <a href="/city">the city</a> say so.'
    )
    page = story.HTML.replace("https://www", f"{at}https://www").replace("</article>", f"{linked}</article>")
    page = page.replace("<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT -->")
    (saved,) = articles(ingest(tmp_path, "saved.html", page.encode()))
    assert (saved.origin.url, saved.origin.retrieved, saved.outlet.name) == (
        story.URL,
        story.CAPTURED,
        "quayside.example",
    )
    article = clean(saved, None, cleaning_settings(default_site_config()))
    assert [link.href for link in article.links] == ["http://board.example/a", "/city"]
    record = json.dumps({"url": at + story.URL, "text": story.BODY, "retrieved": "2016-01-01"}).encode()
    (told,) = articles(ingest(tmp_path, "told.json", b"[" + record + b"]"))
    assert (told.id, told.origin.url, told.origin.retrieved) == (story.URL, story.URL, "2016-01-01")
    (own,) = articles(ingest(tmp_path, "own.html", page.replace("BEGIN WAYBACK", "").encode()))
    links = clean(own, None, cleaning_settings(default_site_config())).links
    assert links[0].href == "/web/20150203040506/http://board.example/a"
