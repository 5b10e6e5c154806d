"""Originals that try to do harm, all written for these tests."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from tests.site.archives import ArchiveFolder, Files, make
from tests.site.articles import article

_PLACES = (
    "pier",
    "quay",
    "crane",
    "boat",
    "tower",
    "bell",
    "barge",
    "rope",
    "anchor",
    "shed",
    "gate",
    "lamp",
    "mast",
    "oar",
)
_KINDS = ("northern", "southern", "eastern", "western", "older", "newer", "longer", "lower")
_THINGS = map(" ".join, product(_KINDS, _PLACES))


def _texts() -> tuple[str, str]:
    """Two paragraphs that no other original here has: what repeats would be taken for furniture."""
    one, other = next(_THINGS), next(_THINGS)
    return (
        f"The harbour board of Saltwick sold its {one} on Friday to a company of {other} builders from Dunmere.",
        f"Captain Walter Brimble said that the {other} had been closed since the {one} fell in the great storm.",
    )


def _page(title: str, body: str = "", head: str = "") -> str:
    text = "".join(f"<p>{one}</p>" for one in _texts())
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{text}{body}</article></body></html>"
    )


def _yaml(title: str) -> str:
    text = "\n\n".join(_texts())
    return f"---\ntitle: {json.dumps(title)}\ndate: 2001-01-02\n---\n{text}\n"


SCRIPT = "<script>alert(1)</script>"
OUT = "</title></head><body><img src=x onerror=alert(1)>"
JINJA = "{{ 7 * 191 }} {% raw %} {% for x in y %} {{ config.__class__ }}"
MARKDOWN = "[a link](javascript:alert(1)) ![picture](http://evil.example/x.png) <b>bold</b> `code` # heading"
_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "</script><script>alert(1)</script>", '
    '"author": {"name": "<img src=x onerror=alert(1)>"}, "datePublished": "0000-99-99"}</script>'
)
NAMES = {
    'names/quote\' "double".md': _yaml("A pier with quotes"),
    "names/<img src=x onerror=alert(1)>.md": _yaml("A pier with tags"),
    "names/space and ümlaut & #hash ?query%2F.md": _yaml("A pier with signs"),
    "names/{{ 7*7 }}.md": _yaml("A pier with braces"),
    "names/a .. b...md": _yaml("A pier with dots"),
}
HOSTILE: Files = {
    "titles/script.md": _yaml(f"{SCRIPT} Pier sold"),
    "titles/out.md": _yaml(f"{OUT} Pier sold"),
    "titles/jinja.md": _yaml(f"{JINJA} Pier sold"),
    "titles/markdown.md": _yaml(f"{MARKDOWN} Pier sold"),
    "titles/long.md": _yaml("Pier " * 3000),
    "titles/entities.md": _yaml("Pier &lt;b&gt; &amp;amp; &#x3C;script&#x3E; \\u003c --> ]]> */ sold"),
    "titles/yaml.md": _yaml("---\ntemplate: evil.html\nhide: [navigation]\n---"),
    "titles/bidi.md": _yaml("Pier \u202egnp.reip\u202c sold \u200bto\u2066 fishermen\u2069 \ufeff"),
    "texts/script.txt": "\n\n".join(("A pier is sold", *_texts(), f"He wrote {SCRIPT} on the wall of it, he said.")),
    "texts/jinja.txt": "\n\n".join(("A pier is sold", *_texts(), f"He wrote {JINJA} on the wall of it, he said.")),
    "texts/markdown.txt": "\n\n".join(
        ("A pier is sold", *_texts(), f"He wrote {MARKDOWN} on the wall of it, he said.")
    ),
    "texts/front.txt": "---\ntitle: Evil\ntemplate: evil.html\n---\n" + "\n\n".join(("A pier is sold", *_texts())),
    "texts/snippet.md": article(
        "Pier three", "2001-01-02", *_texts(), '--8<-- "/etc/passwd"', "{!/etc/passwd!}", "::: os"
    ),
    "texts/bidi.txt": "\n\n".join(
        ("A pier is sold", *_texts(), "The word \u202eesrever\u202c and \u200bnothing\u200f else here.")
    ),
    "texts/nul.txt": "\n\n".join(("A pier is sold", *_texts(), "A sign \x00\x01\x1b[31m between words of it here.")),
    "texts/links.md": article(
        "Pier four",
        "2001-01-02",
        *_texts(),
        "[one](javascript:alert(1)) and [two](JaVa\tScript:alert(1)) and [three](data:text/html;base64,PHNjcmlwdD4=) "
        "and [four](vbscript:x) and [five](//evil.example/x) and [six](https://good.example/) are links in a text.",
    ),
    "pages/links.html": _page(
        "Pier five",
        "<p>Here are <a href='javascript:alert(1)'>one</a> and <a href=' &#1;javascript:alert(1)'>two</a> and "
        "<a href='https://good.example/' onclick='alert(1)'>three</a> links of the pier in a row.</p>",
    ),
    "pages/handlers.html": _page(
        "Pier six",
        "<svg onload=alert(1)></svg><img src=x onerror=alert(1)><iframe src='https://evil.example/'></iframe>"
        "<form action='https://evil.example/'><input autofocus onfocus=alert(1)></form>",
        "<base href='https://evil.example/'><meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    ),
    "pages/jsonld.html": _page("Pier seven", head=_LD),
    "pages/deep.html": _page("Pier eight", "<div>" * 40_000),
    "pages/entities.html": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>' + _page("Pier nine", "<p>&b; &c; are in the text of it.</p>"),
    "big/names.txt": "\n\n".join(("A pier is sold", *_texts(), "Walter Brimble " * 300)),
    "records/evil.jsonl": "\n".join(
        json.dumps(record)
        for record in (
            {"id": "../../../../etc/cron", "title": "Pier eleven", "text": "\n\n".join(_texts())},
            {
                "id": SCRIPT,
                "title": SCRIPT,
                "authors": [OUT],
                "text": "\n\n".join(_texts()),
                "url": "javascript:alert(1)",
            },
            {"id": "r3", "title": {"a": 1}, "date": "9" * 400, "text": "\n\n".join(_texts())},
            {"id": "r4", "title": "Pier twelve", "text": "\n\n".join(_texts()), "cleaned": True, "outlet": OUT},
        )
    ),
    "records/deep.jsonl": '{"id": "deep", "text": ' + "[" * 100_000 + "]" * 100_000 + "}",
    **NAMES,
}
BIG: Files = {
    "brackets.txt": "\n\n".join(("A pier is sold", *_texts(), "[" * 20_000)),
    "marks.md": article("Pier ten", "2001-01-02", *_texts(), "*" * 20_000, "`" * 9_999, "(" * 20_000),
    "spaces.txt": "\n\n".join(("A pier is sold", *_texts(), "a" + " " * 50_000 + "b")),
    "words.txt": "\n\n".join(("A pier is sold", *_texts(), "by " * 5_000, "1" * 20_000)),
}
"""Originals on which a careless pattern or tokenizer does not come to an end."""
REFUSED = {"pages/deep.html", "records/evil.jsonl", "records/deep.jsonl", "titles/yaml.md", "texts/nul.txt"}
"""What may be quarantined; everything else must be published."""
SAFE_TEXT = {
    "texts/script.txt": "He wrote <script>alert(1)</script> on the wall",
    "texts/jinja.txt": "He wrote {{ 7 * 191 }} {% raw %} {% for x in y %} {{ config.__class__ }} on the wall",
    "titles/script.md": "<script>alert(1)</script> Pier sold",
    "titles/jinja.md": "{{ 7 * 191 }} {% raw %}",
}
"""Original -> what its page must show."""
PEOPLE = """\
version: 1
people:
  walter-brimble:
    name: Walter Brimble
    note: "<script>alert(1)</script> {{ 7 * 191 }}"
"""


def hostile_archive(root: Path) -> ArchiveFolder:
    """An archive of all of them, nothing built."""
    return make(root, HOSTILE, {"people": PEOPLE})
