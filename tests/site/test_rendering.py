"""The quick way of rendering gives the bytes that MkDocs gives."""

from __future__ import annotations

import json
import os
import re
import shutil
from hashlib import blake2b
from pathlib import Path

import pytest

from generator.errors import RenderError
from generator.rendering import splicing
from generator.rendering.manifest import beside
from generator.rendering.shells import Shell
from generator.rendering.site import Rendered, render, render_plainly
from generator.rendering.swap import begin, current_site, publish
from tests.bench.corpus import write_archive
from tests.site.archives import ArchiveFolder, put
from tests.site.conftest import MakeArchive


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def _render(folder: ArchiveFolder, out: Path, *, before: Path | None = None, plain: bool = False) -> Rendered:
    out.mkdir(parents=True, exist_ok=True)
    if plain:
        return render_plainly(folder.root, out, epoch=0)
    return render(folder.root, out, epoch=0, before=before)


_PAGE = 60_000
_ARTICLE = 30_000
"""Bytes of HTML that a page, and an article's page, may have."""


def _too_heavy(site: dict[str, bytes]) -> list[str]:
    pages = {name: len(content) for name, content in site.items() if name.endswith(".html")}
    return [f"{name}: {size}" for name, size in pages.items() if size > (_ARTICLE if "articles/" in name else _PAGE)]


def _compare(folder: ArchiveFolder, tmp_path: Path) -> tuple[Rendered, Rendered]:
    """Both ways, and the quick one a second time over the first; all three are the same, and no page is heavy."""
    plain, quick, again = (tmp_path / "generations" / name for name in ("1", "2", "3"))
    _render(folder, plain, plain=True)
    first = _render(folder, quick)
    second = _render(folder, again, before=quick)
    expected = _files(plain)
    assert _files(quick) == expected
    assert _files(again) == expected
    assert _too_heavy(expected) == []
    return first, second


def test_the_demonstration_is_what_mkdocs_makes(demo: ArchiveFolder, tmp_path: Path) -> None:
    """Every page, the sitemap and 404 among them; a second time nothing is rendered that was spliced."""
    first, second = _compare(demo, tmp_path)
    assert first.plain < 20 < first.spliced
    assert (second.linked, second.spliced) == (first.spliced, 0)


def test_a_thousand_articles_are_what_mkdocs_makes(tmp_path: Path) -> None:
    """A generated archive of a thousand articles: every shape of page that a large archive has."""
    folder = ArchiveFolder(tmp_path / "archive")
    write_archive(folder.root, 1000, paragraphs=2, years=5)
    folder.build(site=False)
    first, second = _compare(folder, tmp_path)
    assert first.spliced > 1000
    assert second.spliced == 0


def test_only_what_changed_is_rendered(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """One source that changed is one page rendered; the others are links to the generation before."""
    one, two, three = (tmp_path / "generations" / name for name in ("1", "2", "3"))
    first = _render(copy_of_demo, one)
    page = next((copy_of_demo.root / "build" / "docs" / "articles").glob("*/index.md"))
    page.write_text(page.read_text(encoding="utf-8").replace("<p>", "<p>Changed. ", 1), encoding="utf-8")
    second = _render(copy_of_demo, two, before=one)
    assert (second.spliced, second.linked) == (1, first.spliced - 1)
    _render(copy_of_demo, three)
    assert _files(two) == _files(three)


def test_the_theme_is_rendered_again_only_where_it_has_changed(
    copy_of_demo: ArchiveFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build finds the shells of the last; another line in mkdocs.yml, and they are made and proven anew."""
    one, two, three = (tmp_path / "generations" / name for name in ("1", "2", "3"))
    monkeypatch.setattr(splicing, "share_out", lambda work, shared, items: work(shared, items))
    _render(copy_of_demo, one)
    proven, prove = list[str](), splicing._proven

    def noting(site: splicing.Site, source: str) -> Shell | None:
        proven.append(source)
        return prove(site, source)

    monkeypatch.setattr(splicing, "_proven", noting)
    _render(copy_of_demo, two, before=one)
    assert not proven
    assert _files(one) == _files(two)
    mkdocs = copy_of_demo.root / "mkdocs.yml"
    put(mkdocs, mkdocs.read_text(encoding="utf-8") + "copyright: Nobody.\n")
    _render(copy_of_demo, three, before=two)
    assert len(proven) > 10


def test_a_page_that_somebody_touched_is_rendered_again(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """What was harmed in the generation that readers see does not get into the next."""
    one, two = (tmp_path / "generations" / name for name in ("1", "2"))
    _render(copy_of_demo, one)
    whole = _files(one)
    page = next((one / "articles").glob("*/index.html"))
    page.write_bytes(page.read_bytes()[:100])
    second = _render(copy_of_demo, two, before=one)
    assert second.spliced == 1
    assert _files(two) == whole


def test_what_is_rendered_anew_and_is_the_same_is_linked_from_then_on(
    copy_of_demo: ArchiveFolder, tmp_path: Path
) -> None:
    """After an update of the program, say: the build after it renders nothing, though the swap has shared files."""
    first = last = Rendered()
    for number in range(3):
        with begin(tmp_path) as generation:
            last = _render(copy_of_demo, generation.path, before=current_site(tmp_path))
            publish(generation)
            if number == 0:
                first = last
                beside(generation.path).unlink()
    assert (last.linked, last.spliced) == (first.spliced, 0)


def test_a_site_that_is_made_out_of_an_old_one_is_as_if_it_were_made_anew(
    copy_of_demo: ArchiveFolder, tmp_path: Path
) -> None:
    """What has changed since then, has gone, was touched or lies there by mistake is set right; nothing is written to.

    The generations that readers may be looking at share files with it, and stay as they are.
    """
    docs = copy_of_demo.root / "build" / "docs"
    pages = sorted((docs / "articles").glob("*/index.md"))
    digests = {path.relative_to(docs).as_posix(): _digest(path) for path in docs.rglob("*.md")}
    three = (tmp_path / "generations" / name for name in ("1", "2", "spare"))
    older, newer, spare = three
    _render(copy_of_demo, older)
    _render(copy_of_demo, newer, before=older)
    shutil.copytree(older, spare, copy_function=os.link)
    put(pages[0], pages[0].read_text(encoding="utf-8").replace("<p>", "<p>Changed. ", 1))
    pages[1].unlink()
    digests[pages[0].relative_to(docs).as_posix()] = _digest(pages[0])
    (spare / "articles" / pages[2].parent.name / "index.html").unlink()
    touched = spare / "articles" / pages[3].parent.name / "index.html"
    touched.unlink()
    put(touched, "Touched.")
    put(spare / "left" / "behind" / "index.html", "Of a build that was killed.")
    seen, made = _files(newer), tmp_path / "generations" / "3"
    made.mkdir()
    rendered = render(copy_of_demo.root, made, epoch=0, before=newer, digests=digests)
    assert (rendered.spliced, spare.exists()) == (1, False)
    assert _files(newer) == seen
    _render(copy_of_demo, tmp_path / "generations" / "4")
    assert _files(made) == _files(tmp_path / "generations" / "4")
    assert not (made / "left").exists()


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


def test_a_change_of_the_theme_renders_every_page(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """What the shell says is part of a page."""
    one, two = (tmp_path / "generations" / name for name in ("1", "2"))
    _render(copy_of_demo, one)
    put(copy_of_demo.root / "build" / "theme" / "partials" / "copyright.html", "<p>All rights reserved.</p>")
    second = _render(copy_of_demo, two, before=one)
    assert second.linked == 0
    assert all(b"All rights reserved." in html for name, html in _files(two).items() if name.endswith(".html"))


def test_pages_that_people_wrote_are_rendered_by_mkdocs(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """Markdown with a link to a generated page leads there, and a broken link stops the build."""
    own = copy_of_demo.root / "build" / "docs" / "staff.md"
    put(own, "# Staff\n\n[Everyone](people/index.md)\n")
    _compare(copy_of_demo, tmp_path)
    put(own, "# Staff\n\n[Nobody](people/nobody-of-this-name/index.md)\n")
    with pytest.raises(RenderError, match="nobody-of-this-name"):
        _render(copy_of_demo, tmp_path / "generations" / "4")


def test_whoever_asks_more_of_mkdocs_gets_mkdocs(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """A plugin sees every page, so MkDocs renders every page."""
    mkdocs = copy_of_demo.root / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text(encoding="utf-8") + "plugins: [search, tags]\n", encoding="utf-8")
    rendered = _render(copy_of_demo, tmp_path / "generations" / "1")
    assert rendered.spliced == rendered.linked == 0
    assert rendered.plain > 20


def test_the_sitemap_offers_what_may_be_indexed(demo: ArchiveFolder) -> None:
    """Exactly the pages that do not ask search engines to leave them out, each under its own address."""
    site, base = demo.site.resolve(), "https://clipfile.example/spaceflight/"
    pages = {path.parent.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("index.html")}
    may = {f"{base}{'' if name == '.' else f'{name}/'}" for name, html in pages.items() if "noindex" not in html}
    assert set(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))) == may
    assert len(may) < len(pages)


def test_every_page_that_may_be_found_is_in_the_index(demo: ArchiveFolder) -> None:
    """Pagefind reads the pages of articles alone: no other page asks to be found."""
    site = demo.root / "build" / "site"
    marked = [page for page in site.rglob("*.html") if "data-pagefind-body" in page.read_text("utf-8")]
    entries = [json.loads(path.read_text("utf-8")) for path in site.glob("pagefind/*/pagefind-entry.json")]
    assert sum(one["page_count"] for entry in entries for one in entry["languages"].values()) == len(marked)
    assert json.loads((site / "pagefind" / "parts.json").read_text("utf-8"))["pages"] == len(marked)


def test_a_folder_named_relatively_is_rendered_where_it_stands(
    archive: MakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`build -C my-archive` from the folder above writes the site into my-archive/build."""
    folder = archive({"one.txt": "One\n\nA plain article of a few words, which is enough to make a page of it.\n"})
    monkeypatch.chdir(folder.root.parent)
    beside = ArchiveFolder(Path(folder.root.name))
    beside.build()
    assert beside.answers("years")
    assert not (folder.root / folder.root.name).exists()
