"""From files to originals: by content, with metadata, and nothing lost."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import default_site_config
from generator.config.schema import (
    AcceptedQuarantine,
    ArchiveSettings,
    FolderDefaults,
    Limits,
    OutletEntry,
    OutletsFile,
    SiteConfig,
)
from generator.ingest import discover, make_context, read, settle
from generator.model import Original, OriginalRow, Passed, Quarantined

Files = Mapping[str, str | bytes]
STORY = "A first paragraph of plain words.\n\nA second one.\n"


def ingest(root: Path, files: Files, config: SiteConfig | None = None) -> list[Original | Quarantined]:
    """All that comes out of these files, in the order of their names."""
    articles = root / "content" / "articles"
    for name, content in files.items():
        path = articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    context = make_context(root / "content" / "articles", config or default_site_config(), {})
    found = [item for file in discover(articles) for item in read(file, context)]
    assert not any(isinstance(item, Passed) for item in found)
    return [item for item in found if not isinstance(item, Passed)]


def only(root: Path, files: Files, config: SiteConfig | None = None) -> Original:
    """The one original in these files."""
    (item,) = ingest(root, files, config)
    assert isinstance(item, Original), item
    return item


def refused(root: Path, files: Files, config: SiteConfig | None = None) -> Quarantined:
    """The one quarantined file or record in these files."""
    (item,) = ingest(root, files, config)
    assert isinstance(item, Quarantined), item
    return item


def config_of(**archive: object) -> SiteConfig:
    """A configuration with these settings of archive.yml."""
    return replace(default_site_config(), archive=ArchiveSettings(version=1, **archive))  # type: ignore[arg-type]


def test_a_text_is_its_path_its_bytes_and_nothing_else(tmp_path: Path) -> None:
    """A stranger's text says nothing about itself, even where it looks like front matter."""
    text = "---\ntitle: Not mine\n---\n" + STORY
    original = only(tmp_path, {"press/2005/a.story.txt": text})
    assert (original.id, original.form, original.text) == ("press/2005/a.story", "text", text)
    assert original.origin.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert original.origin.media_type == "text/plain"
    assert original.metadata.basis == {}


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", "<!DOCTYPE html><html><body><p>x</p></body></html>", "html"),
        ("a", "<!-- saved --><html><p>x</p>", "html"),
        ("index.php?id=3", "<html><p>x</p></html>", "html"),
        ("a.xml", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='y'><p>x</p></html>", "html"),
        ("a.html", "<p>x</p>", "html"),
        ("a.html", "No tag at all, but 1 < 2.", "text"),
        ("a.md", "# Title\n\n<div>x</div>", "markdown"),
        ("a.md", "<!doctype html><html><p>x</p></html>", "html"),
        ("a.txt", "{not json} but words", "text"),
        ("a.txt", "[Applause] The speaker rose.", "text"),
        ("a.txt", "One, two, text, title.\nWords follow.", "text"),
        ("a.json", json.dumps({"text": STORY}), "text"),
        ("a.txt", json.dumps({"html": "<p>x</p>", "title": "T"}), "html"),
    ],
)
def test_the_content_tells_the_form(tmp_path: Path, name: str, content: str, form: str) -> None:
    """A file's ending decides only where its content leaves a choice."""
    assert only(tmp_path, {name: content}).form == form


def test_front_matter_speaks_for_markdown(tmp_path: Path) -> None:
    """Its keys become metadata, spelt as written; the text begins below it."""
    front = "title: 1984\ndate: 2015-03-17 14:00:00 -4\nauthors:\n- Ann Lee\n- name: Bo Ek\nlayout: post\nhero: x\n"
    text = f"---\n{front}---\n\nBody.\n"
    original = only(tmp_path, {"a.md": text})
    metadata = original.metadata
    assert (metadata.title, metadata.date, metadata.authors) == ("1984", "2015-03-17", ("Ann Lee", "Bo Ek"))
    assert set(metadata.basis.values()) == {"front matter"}
    assert original.text == "Body.\n"
    assert original.warnings == ("a.md: front matter: `hero` is not used", "a.md: front matter: `layout` is not used")


@pytest.mark.parametrize("name", ["press/a.md", "press/a.txt"])
def test_a_reader_for_language_models_tells_the_address(tmp_path: Path, name: str) -> None:
    """As a page's own word does: it decides neither id nor text."""
    text = f"Title: The pier\n\nURL Source: https://harbour.example/pier\n\nMarkdown Content:\n{STORY}"
    original = only(tmp_path, {name: text})
    assert (original.id, original.origin.url, original.text) == ("press/a", "https://harbour.example/pier", text)
    assert original.metadata.basis == {"url": "URL Source"}
    assert only(tmp_path / "other", {name: f"So it began.\n{text}"}).origin.url is None


@pytest.mark.parametrize(("path", "warned"), [("", True), ("/", True), ("/2014/pier", False), ("/?p=4", False)])
def test_a_saved_front_page_is_kept_and_told(tmp_path: Path, path: str, warned: bool) -> None:  # noqa: FBT001
    """What somebody saved is an article until they say otherwise, but a front page rarely is."""
    head = f'<html><head><meta property="og:url" content="https://harbour.example{path}"></head>'
    original = only(tmp_path, {"a.html": f"{head}<body><p>{STORY}</p></body></html>"})
    assert [("front page" in warning) for warning in original.warnings] == [True] * warned


def test_of_very_many_unknown_keys_some_are_named(tmp_path: Path) -> None:
    """A file of nothing but keys is one warning too many, and no thousand."""
    front = "".join(f"key{number:03}: x\n" for number in range(30))
    original = only(tmp_path, {"a.md": f"---\n{front}---\n\nBody.\n"})
    assert len(original.warnings) == 21
    assert original.warnings[-1] == "a.md: front matter: 10 more keys are not used"


def test_broken_front_matter_is_quarantined_with_its_line(tmp_path: Path) -> None:
    """A slip in the YAML loses nothing and is found at once."""
    item = refused(tmp_path, {"a.md": "---\ntitle: A\ntitle: B\n---\nBody.\n"})
    assert item.reason.startswith("front matter, line 3: title is given twice")


@pytest.mark.parametrize(
    "text", ["---\nJust a rule above\n---\nBody.", "---\nnever closed", "No fence.\n---\nx: 1\n---"]
)
def test_a_rule_is_no_front_matter(tmp_path: Path, text: str) -> None:
    """Three hyphens may be a rule of the text."""
    original = only(tmp_path, {"a.md": text})
    assert original.text == text
    assert original.metadata.basis == {}


def test_the_nearest_voice_wins_key_by_key(tmp_path: Path) -> None:
    """Front matter, sidecar, nearer table, farther table, folder: each key from the first that has it."""
    config = config_of(folders={"p": FolderDefaults(outlet="Folder", rights="Folder", language="de")})
    original = only(
        tmp_path,
        {
            "p/q/a.md": "---\ntitle: Front\n---\nBody.",
            "p/q/a.md.meta.yml": "title: Side\ndate: 2001-02\n",
            "p/q/metadata.csv": "path,title,date,authors\na.md,Near,1999,Ann Lee; Bo Ek\n",
            "p/metadata.csv": "path,title,outlet,authors\nq/a.md,Far,Herald,Nobody\n",
        },
        config,
    )
    metadata = original.metadata
    assert (metadata.title, metadata.date, metadata.authors) == ("Front", "2001-02", ("Ann Lee", "Bo Ek"))
    assert (metadata.outlet, metadata.rights, metadata.language) == ("Herald", "Folder", "de")
    assert metadata.basis == {
        "title": "front matter",
        "date": "a.md.meta.yml",
        "authors": "p/q/metadata.csv:2",
        "outlet": "p/metadata.csv:2",
        "rights": "archive.yml",
        "language": "archive.yml",
    }


def test_tables_say_what_is_wrong_with_them(tmp_path: Path) -> None:
    """A row without its file, a table without paths, a row with too many cells: reported, the rest used."""
    ingest(
        tmp_path,
        {
            "a.txt": STORY,
            "metadata.csv": "path,title\nb.txt,B\na.txt,A,x\n,C\n",
            "d/metadata.csv": "file,title\na.txt,A\n",
            "e/metadata.jsonl": '{"path": "x"\n',
        },
    )
    warnings = make_context(tmp_path / "content" / "articles", default_site_config(), {}).warnings
    assert [warning.partition(" ")[0] for warning in warnings] == [
        "d/metadata.csv:1:",
        "e/metadata.jsonl:1:",
        "metadata.csv:2:",
        "metadata.csv:3:",
        "metadata.csv:4:",
    ]


def test_identity_is_the_given_id_the_address_or_the_path(tmp_path: Path) -> None:
    """In this order, whoever gives it."""
    table = "path,id,url\na.txt,my-id,http://A.example/x\nb.txt,,http://A.example/x/?utm_source=y\nc.txt,=1+1,\n"
    found = ingest(tmp_path, {"metadata.csv": table, "a.txt": STORY, "b.txt": STORY, "c.txt": STORY})
    originals = [item for item in found if isinstance(item, Original)]
    assert [original.id for original in originals] == ["my-id", "http://a.example/x", "c"]
    assert "is no id" in originals[2].warnings[0]


def test_what_readers_for_language_models_export_is_read(tmp_path: Path) -> None:
    """Their names for the text of a page and its address."""
    record = {"markdown": STORY, "sourceURL": "https://harbour.example/pier", "content": "not this"}
    original = only(tmp_path, {"x.json": json.dumps([record])})
    assert (original.text, original.origin.url) == (STORY, "https://harbour.example/pier")


def test_records_are_articles_of_their_own(tmp_path: Path) -> None:
    """Each has its own id and hash; a broken one is quarantined alone, unknown keys are said once."""
    good = {"id": 7, "title": "T", "authors": [{"name": "Ann Lee"}], "text": STORY, "party": "x"}
    other = {"url": "https://a.example/b/", "author": "Ann Lee and Bo Ek", "text": "More.", "party": "y"}
    bare = {"text": "Bare."}
    lines = [json.dumps(good), "{broken", json.dumps(other), json.dumps({"text": None}), json.dumps(bare)]
    found = ingest(tmp_path, {"x.jsonl": "\n".join(lines) + "\n", "x.jsonl.meta.yml": "outlet: Wire\ntitle: Not all\n"})
    seven, broken, second, empty, third = found
    assert isinstance(seven, Original)
    assert isinstance(second, Original)
    assert isinstance(third, Original)
    assert (seven.id, seven.origin.record, seven.metadata.title, seven.metadata.authors) == (
        "7",
        "7",
        "T",
        ("Ann Lee",),
    )
    assert seven.origin.sha256 == hashlib.sha256(lines[0].encode()).hexdigest()
    assert seven.warnings == ("x.jsonl: unknown keys are not used: party",)
    assert (second.id, second.metadata.authors, second.metadata.outlet) == (
        "https://a.example/b",
        ("Ann Lee", "Bo Ek"),
        "Wire",
    )
    assert (second.metadata.title, second.warnings) == (None, ())
    assert third.id == f"sha256-{hashlib.sha256(lines[4].encode()).hexdigest()[:16]}"
    assert isinstance(broken, Quarantined)
    assert isinstance(empty, Quarantined)
    assert (broken.record, empty.record) == ("2", "4")
    assert broken.reason.startswith("record 2 is no JSON object")


def test_fields_may_have_other_names(tmp_path: Path) -> None:
    """archive.yml says how an exporter calls them, for JSONL and for tables."""
    config = config_of(folders={"x": FolderDefaults(fields={"headline": "title", "body": "text", "guid": "id"})})
    files = {
        "x/a.jsonl": json.dumps({"headline": "T", "body": STORY, "guid": "g1"}),
        "x/b.csv": "guid;headline;body\ng2;U;Words\n",
    }
    found = [item for item in ingest(tmp_path, files, config) if isinstance(item, Original)]
    assert [(item.id, item.metadata.title, item.form) for item in found] == [("g1", "T", "text"), ("g2", "U", "text")]


def test_clean_text_is_kept_to_the_code_point(tmp_path: Path) -> None:
    """What is said to be clean is not repaired; only what no file can hold is replaced."""
    text = "e\u0301\u200b â€™\r\n\r\nB"
    original = only(tmp_path, {"a.jsonl": json.dumps({"text": text, "cleaned": True})})
    assert (original.form, original.text) == ("clean", text)
    folder = config_of(folders={"c": FolderDefaults(cleaned=True)})
    assert only(tmp_path / "2", {"c/a.txt": text}, folder).text == text


def test_outlets_by_name_address_and_folder(tmp_path: Path) -> None:
    """outlets.yml is asked first; what it does not know goes by its own name; years are no outlets."""
    wire = OutletEntry(name="The Wire", aliases=("Wire Service",), hosts=("wire.example",), folders=("wire/old",))
    config = replace(default_site_config(), outlets=OutletsFile(version=1, outlets={"wire": wire}))
    table = "path,outlet,url\na.txt,wire  service,\nb.txt,,https://news.wire.example/x\n"
    table += "c.txt,Herald,\nd.txt,,https://www.h.example/\n"
    names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "1999/f.txt", "herald/g.txt", "wire/old/x/h.txt"]
    found = ingest(tmp_path, {"metadata.csv": table} | dict.fromkeys(names, STORY), config)
    by_name = {item.origin.path: item.outlet for item in found if isinstance(item, Original)}
    assert {name: (by_name[name].key, by_name[name].name, by_name[name].basis) for name in names} == {
        "a.txt": ("wire", "The Wire", "metadata"),
        "b.txt": ("wire", "The Wire", "address"),
        "c.txt": ("herald", "Herald", "metadata"),
        "d.txt": ("h.example", "h.example", "address"),
        "e.txt": ("", "", ""),
        "1999/f.txt": ("", "", ""),
        "herald/g.txt": ("herald", "herald", "folder"),
        "wire/old/x/h.txt": ("wire", "The Wire", "folder"),
    }


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", "\u200b\u200b\n".encode(), "holds nothing that can be read"),
        ("a.txt", b"%PDF-1.7 x", "is a PDF document"),
        ("a.txt", b"ab\0cd" * 99, "is not text"),
        ("a.txt", b"PK\x03\x04zip", "is a ZIP file that cannot be read"),
        ("a.warc", b"WARC/1.0\r\n", "record 1 has a header without its length"),
        ("a.xml", b"<?xml version='1.0'?><rss version='2.0'></rss>", "is a feed or export without items"),
        ("a.xml", b"<?xml version='1.0'?><opml version='2.0'></opml>", "is an XML file (<opml>)"),
        (
            "a.json",
            b'{"a": 1,\n broken',
            "is not valid JSON: Expecting property name enclosed in double quotes (line 2",
        ),
        ("a.json", b"[1, 2]", "is JSON, but neither an object nor a list of objects"),
        ("a.csv", b"a,b\n1,2\n", "is a table without a column"),
        ("a.html.gz", gzip.compress(b"<html>" * 500, mtime=0)[:30], "is a gzip file that breaks off"),
        ("a.html.gz", b"\x1f\x8b\xff\xff", "is a damaged gzip file"),
        ("a.html.gz", gzip.compress(b" " * 3_000_000, mtime=0), "unpacks to more than 1,000,000 bytes"),
        ("a.txt", b"x" * 1_000_001, "has 1,000,001 bytes"),
        ("a.txt", b"x" * 5001, "has a line of more than 5,000 characters"),
        ("a.txt", b"words \n" * 2000, "has 14,000 characters"),
        ("a.html", b"<html>" + b"<div>" * 400, "has elements nested more than 256 deep"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """Empty, binary, broken, endless or too deep: quarantined, never a crash."""
    config = config_of(limits=Limits(file_bytes=1_000_000, text_characters=10_000, line_characters=5000))
    item = refused(tmp_path, {name: content}, config)
    assert item.reason.startswith(reason)
    assert not item.accepted


def test_a_torn_container_gives_what_it_has(tmp_path: Path) -> None:
    """Records before the tear are read, and the tear is reported."""
    lines = "".join(
        json.dumps({"id": f"n{n}", "text": f"{hashlib.sha256(bytes([n])).hexdigest()} words"}) + "\n" for n in range(99)
    )
    packed = gzip.compress(lines.encode(), mtime=0)
    found = ingest(tmp_path, {"a.jsonl.gz": packed[: len(packed) // 2]})
    assert sum(isinstance(item, Original) for item in found) > 20
    assert isinstance(found[-1], Quarantined)
    assert found[-1].reason == "is a gzip file that breaks off"


def test_packed_files_are_read(tmp_path: Path) -> None:
    """The hash is that of the file as it lies there; the id has none of its endings."""
    packed = gzip.compress(b"<html><p>x</p></html>", mtime=0)
    original = only(tmp_path, {"d/a.html.gz": packed})
    assert (original.id, original.form) == ("d/a", "html")
    assert original.origin.sha256 == hashlib.sha256(packed).hexdigest()


def test_a_maintainer_may_accept_a_quarantine(tmp_path: Path) -> None:
    """By path and hash, so that another bad file under that name is seen again."""
    digest = hashlib.sha256(b"ab\0").hexdigest()
    config = config_of(accept_quarantine=(AcceptedQuarantine(path="a.txt", sha256=digest, reason="scan"),))
    assert refused(tmp_path, {"a.txt": b"ab\0"}, config).accepted
    assert not refused(tmp_path, {"a.txt": b"abc\0"}, config).accepted


def test_discovery_is_sorted_and_passes_over_what_is_no_original(tmp_path: Path) -> None:
    """Hidden files, backups, tables, sidecars, pictures and links that lead outside are none."""
    articles = tmp_path / "articles"
    names = [
        "b.txt",
        "a/z.html",
        "a/y",
        ".hidden",
        "a/.git/x",
        "c.txt~",
        "c.bak",
        "#c#",
        "metadata.csv",
        "b.txt.meta.yml",
    ]
    for name in [*names, "gold.jsonl.gz", "pic.PNG", "style.css", "d.jsonl.gz"]:
        (articles / name).parent.mkdir(parents=True, exist_ok=True)
        (articles / name).write_text("x")
    (tmp_path / "secret.txt").write_text("x")
    (articles / "link.txt").symlink_to(tmp_path / "secret.txt")
    (articles / "loop").symlink_to(articles)
    (articles / "within.txt").symlink_to(articles / "b.txt")
    assert [file.name for file in discover(articles)] == ["a/y", "a/z.html", "b.txt", "d.jsonl.gz", "within.txt"]


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    """Frames and scripts in the folder named like it are counted; a folder without its page is as any other."""
    frame = "<html><body><p>Buy this.</p></body></html>"
    files = {
        "a/The Pier.html": f"<html><body><p>{STORY}</p></body></html>",
        "a/The Pier_files/saved_resource(1).html": frame,
        "a/The Pier_files/app.js.download": "var a",
        "a/The Pier_files/deep/f(1).txt": "x",
        "a/Old_files/b.txt": STORY,
        "a/Hafen.htm": f"<html><body><p>{STORY}</p></body></html>",
        "a/Hafen-Dateien/f.html": frame,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    context = make_context(tmp_path, default_site_config(), {})
    found = [item for file in discover(tmp_path) for item in read(file, context)]
    assert [item.id for item in found if isinstance(item, Original)] == ["a/Hafen", "a/Old_files/b", "a/The Pier"]
    assert {item.path for item in found if isinstance(item, Passed) and item.reason == "part of a saved page"} == {
        "a/The Pier_files/saved_resource(1).html",
        "a/The Pier_files/app.js.download",
        "a/The Pier_files/deep/f(1).txt",
        "a/Hafen-Dateien/f.html",
    }


def test_pictures_written_into_a_page_count_for_nothing(tmp_path: Path) -> None:
    """Megabytes of them on one line; small ones stay, and what is read of the page."""
    picture = "iVBORw0KGgo" * 300_000
    small = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
    fonts = f"<style>@font-face{{src:url(data:font/woff2;charset=utf-8;base64,{picture})}}</style>"
    shown = f'<img src="data:image/png;base64,{picture}" alt="A">{small}'
    html = f"<html><head>{fonts}</head><body>{shown}<p>{STORY}</p></body>"
    original = only(tmp_path, {"a.html": html})
    assert original.text == html.replace(picture, "")
    assert refused(tmp_path / "b", {"a.html": f"<html><body><p>{picture}</p></body>"}).reason.startswith("has 3,300,0")


def test_settled_ids_do_not_depend_on_order(tmp_path: Path) -> None:
    """Two files that claim one id are both kept; the first by path has it, the other is marked and reported."""
    found = ingest(tmp_path, {"a.html": "<html><p>x</p></html>", "a.txt": STORY, "b.txt": STORY})
    originals = [item for item in found if isinstance(item, Original)]
    settled, warnings = settle(originals, {})
    assert settle(originals[::-1], {}) == (settled, warnings)
    assert [original.origin.path for original in settled] == ["a.html", "a.txt", "b.txt"]
    assert settled[0].id == "a"
    assert settled[1].id.startswith("a#")
    assert len(warnings) == 1
    assert "a.txt: has the id `a` of a.html" in warnings[0]


def test_a_published_id_stays_with_its_bytes(tmp_path: Path) -> None:
    """A newcomer that sorts before it does not push the published article aside."""
    found = ingest(tmp_path, {"a.txt": STORY})
    (published,) = (item for item in found if isinstance(item, Original))
    known = {published.origin.sha256: ("a",)}
    more = ingest(tmp_path, {"a.html": "<html><p>x</p></html>"})
    settled, _ = settle([item for item in more if isinstance(item, Original)], known)
    assert {original.origin.path: original.id for original in settled}["a.txt"] == "a"


def test_known_bytes_keep_their_id_at_a_new_path(tmp_path: Path) -> None:
    """A moved file is the article that it was; a copy beside it is another; an id that is given is obeyed."""
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    known = {digest: ("old/a",)}
    moved = only(tmp_path / "1", {"new/b.txt": STORY})
    assert settle([moved], known)[0][0].id == "old/a"
    both = ingest(tmp_path / "2", {"new/b.txt": STORY, "old/a.txt": STORY})
    ids = [one.id for one in settle([item for item in both if isinstance(item, Original)], known)[0]]
    assert ids == ["new/b", "old/a"]
    given = only(tmp_path / "3", {"b.txt": STORY, "b.txt.meta.yml": "id: mine\n"})
    assert settle([given], known)[0][0].id == "mine"


def test_an_id_told_apart_and_published_is_given_to_nothing_else(tmp_path: Path) -> None:
    """Its bytes have moved, and other bytes lie where they were told apart: each has an id of its own."""
    page = "<html><p>x</p></html>"
    before = ingest(tmp_path / "1", {"a.html": page, "a.txt": STORY})
    settled, _ = settle([item for item in before if isinstance(item, Original)], {})
    known = {one.origin.sha256: (one.id,) for one in settled}
    after = ingest(tmp_path / "2", {"a.html": page, "a.txt": f"{STORY} And more.", "b.txt": STORY})
    found, _ = settle([item for item in after if isinstance(item, Original)], known)
    ids = {one.origin.path: one.id for one in found}
    assert (ids["a.html"], ids["b.txt"]) == ("a", settled[1].id)
    assert len(set(ids.values())) == 3
    again, _ = settle([item for item in after if isinstance(item, Original)], {r.origin.sha256: (r.id,) for r in found})
    assert again == found


def test_copies_told_apart_do_not_exchange_their_ids(tmp_path: Path) -> None:
    """Of four copies of one story one has another file's id; in the next build each has the id of this one."""
    page = "<html><p>x</p></html>"
    files = {"a.html": page, "a.txt": STORY, "a.md": STORY, "0.txt": STORY, "zz.txt": STORY}
    originals = [item for item in ingest(tmp_path, files) if isinstance(item, Original)]
    copies = next(one.origin.sha256 for one in originals if one.origin.path == "a.txt")
    first, _ = settle(originals, {copies: ("a#1", "a#zz")})
    known = {row.origin.sha256: ids_of(first, row.origin.sha256) for row in first}
    assert settle(originals, known)[0] == first


def ids_of(rows: Sequence[OriginalRow], digest: str) -> tuple[str, ...]:
    """The ids of all originals with these bytes, as the registry of addresses has them."""
    return tuple(sorted(row.id for row in rows if row.origin.sha256 == digest))


def test_equal_records_are_told_apart(tmp_path: Path) -> None:
    """Twins in one file are both kept, with ids that do not depend on which comes first."""
    line = json.dumps({"id": "x", "text": STORY})
    twins = [item for item in ingest(tmp_path, {"a.jsonl": f"{line}\n{line}\n{line}\n"}) if isinstance(item, Original)]
    settled, warnings = settle(twins, {})
    assert len({original.id for original in settled}) == 3
    assert len(warnings) == 1
    assert "2 articles have ids of others in it" in warnings[0]


def test_sidecars_that_are_wrong_are_reported(tmp_path: Path) -> None:
    """The article is built without what cannot be used."""
    original = only(tmp_path, {"a.txt": STORY, "a.txt.meta.yml": "title: [x\n"})
    assert original.warnings[0].startswith("a.txt: a.txt.meta.yml:")
    other = only(tmp_path / "2", {"a.txt": STORY, "a.txt.meta.yml": "- x\n"})
    assert "no group of `key: value` lines" in other.warnings[0]


def test_copies_with_one_stem_keep_their_ids_in_the_next_build(tmp_path: Path) -> None:
    """One of two takes the id of a file that is gone, and both have the same when the first is published, too."""
    found = ingest(tmp_path, {"a.md": STORY, "a.html": STORY, "b.txt": STORY})
    originals = [item for item in found if isinstance(item, Original)]
    digest = originals[0].origin.sha256
    for gone in ((), ("old/a",), ("old/a", "old/b"), ("a#1", "old/a"), ("b", "old/a")):
        first = {one.origin.path: one.id for one in settle(originals, {digest: gone})[0]}
        known = tuple(sorted({*gone, *first.values()}))
        assert {one.origin.path: one.id for one in settle(originals, {digest: known})[0]} == first
