"""Scraped text is written by strangers: nothing of it may run, break a page or lead astray."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import markdown
import pytest

from generator.model import Dating, NameForm, OutletRef
from generator.text.urls import safe_href
from tests.publishing.archives import Clip, archive_of, entity, lay

ATTACKS = (
    "<script>alert(1)</script>",
    "</div></article><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "---\ntitle: mine\n---\n",
    "Houston: we have\n\n\n<script>\n\n# a heading\n\n```\ncode",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
    "]]></script><!-- --><![CDATA[",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "[" * 2000,
    "a\rb\r\rc\u2028d\u0085e",
    "\u202egnp.exe",
    '--8<-- "/etc/passwd"',
    "'=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_every_field_stays_text(tmp_path: Path, attack: str) -> None:
    """Headline, name and text are shown as they are, Markdown leaves the page alone, the title is escaped."""
    clip = Clip(
        id="attack",
        paragraphs=(f"Before {attack} after.",),
        removed=(("repeated:most", attack),),
        row={
            "title": attack,
            "standfirst": attack,
            "authors": (attack,),
            "outlet": OutletRef(key="x", name=attack, basis="folder"),
            "published": Dating(date="1969", basis=attack, text=attack),
            "dateline": attack,
            "photo_credits": (attack,),
            "contributors": (attack,),
            "captions": (attack,),
            "corrections": (attack,),
        },
    )
    person = entity((clip,), "attacker", attack, forms=(NameForm(text=attack, count=1),))
    laid = lay(tmp_path, (clip,), archive_of((clip,), (person,)))
    for path in ("articles/attack/index.md", "people/attacker/index.md", "people/index.md", "years/1969/index.md"):
        block = laid.html(path)
        assert markdown.markdown(block, extensions=["toc", "tables", "footnotes"]) == block
        page = laid.tree(path)
        assert {one.get("type") for one in page.iter("script")} <= {"application/ld+json"}
        assert not [name for one in page.iter() for name in one.attrib if str(name).startswith("on")]
        assert not list(page.iter("img"))
        for one in page.iter("script"):
            json.loads(one.text or "")
    front = laid.front("articles/attack/index.md")
    assert "<" not in front["title"]
    assert front["headline"].split() == attack.split()
    body = laid.tree("articles/attack/index.md").find_class("cf-body")[0]
    assert body.text_content().split() == f"Before {attack} after.".split()


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example/x",
        "/relative",
        "http://",
        "http://[::1",
        "file:///etc/passwd",
    ],
)
def test_no_harmful_or_empty_address_is_linked(href: str) -> None:
    """Only http, https and mailto are; what leads nowhere is left as text."""
    assert safe_href(href) is None


def test_relative_links_are_resolved_against_the_original() -> None:
    """A link of the dead site is understood from the page on which it stood."""
    assert safe_href("../b?x=1", "https://old.example/a/c/") == "https://old.example/a/b?x=1"
    assert safe_href("javascript:1", "https://old.example/") is None


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path) -> None:
    """A spreadsheet that opens the list of addresses runs nothing."""
    clip = Clip(id="c", paragraphs=("Text.",), row={"title": "=HYPERLINK(1)"})
    rows = archive_of((clip,))
    origin = replace(rows.articles["c"].origin, url="https://old.example/c")
    archive = replace(rows, articles={"c": replace(rows.articles["c"], origin=origin)})
    lay(tmp_path, (clip,), archive)
    assert "'=HYPERLINK(1)" in (tmp_path / "data/originals.csv").read_text()


@pytest.mark.parametrize("href", ["https://a.org/b", "/b", "#n", "mailto:a@b.org", "//a.org/b", "b.html?x=1"])
def test_ordinary_links_are_safe(href: str) -> None:
    """Web, mail and relative links may be shown."""
    assert safe_href(href, "https://old.example/") is not None


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:x()", " JaVaScript:x()", "java\tscript:x()", "java\nscript:x()", "data:text/html,x"),
        *("\x01javascript:x()", "vbscript:x", "http:///x", "https:\\\\a.org", "", "file:///etc/x"),
    ],
)
def test_scripts_and_oddities_are_not_safe(href: str) -> None:
    """Nothing that runs, nothing that a browser reads otherwise than we do."""
    assert safe_href(href) is None
