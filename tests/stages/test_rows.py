"""What is known of an article when only rows are left of it."""

from __future__ import annotations

from pathlib import Path

from generator import pipeline
from generator.progress import Clock, Silent

STORY = (
    "<html><head><link rel='canonical' href='https://a.example/{name}'></head><body><h1>{name}</h1>{text}</body></html>"
)
TEXT = "<p>The council voted to rebuild the old pier, said Ada Quill, who has led it for years, and so it was.</p>" * 3


def test_an_undated_page_was_not_published_after_the_day_of_its_capture(tmp_path: Path) -> None:
    """A capture is told to the second; who is who asks for days."""
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: The Gazette\n", encoding="utf-8")
    for name in ("pier", "quay"):
        (folder / f"{name}.html").write_text(STORY.format(name=name, text=TEXT), encoding="utf-8")
        (folder / f"{name}.html.meta.yml").write_text("retrieved: '2015-02-03T04:05:06Z'\n", encoding="utf-8")
    understood = pipeline.understand(tmp_path, pipeline.Options(), Clock(Silent()))
    rows = understood.archive.articles.values()
    assert [(row.origin.retrieved, row.not_after) for row in rows] == [("2015-02-03T04:05:06Z", "2015-02-03")] * 2
