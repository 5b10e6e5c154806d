"""Originals that try to do harm, all written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

from tests.site.archives import ArchiveFolder, Files, make
from tests.site.articles import article

_BODY = (
    "The harbour board of Saltwick sold its oldest pier on Friday to a company of three fishermen from Dunmere.",
    "Captain Walter Brimble said that the pier had been closed since the storm and would be repaired in the summer.",
)
_HTML_BODY = "".join(f"<p>{text}</p>" for text in _BODY)


def _page(title: str, body: str = _HTML_BODY, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def _yaml(title: str) -> str:
    text = "\n\n".join(_BODY)
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
    "names/.. ..md": _yaml("A pier with dots"),
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
    "texts/script.md": article(
        "Pier one", "2001-01-02", *_BODY, f"He wrote {SCRIPT} on the wall of the pier, he said."
    ),
    "texts/jinja.md": article("Pier two", "2001-01-02", *_BODY, f"He wrote {JINJA} on the wall of the pier, he said."),
    "texts/markdown.txt": "\n\n".join(("A pier is sold", *_BODY, f"He wrote {MARKDOWN} on the wall of it, he said.")),
    "texts/front.txt": "---\ntitle: Evil\ntemplate: evil.html\n---\n" + "\n\n".join(("A pier is sold", *_BODY)),
    "texts/snippet.md": article(
        "Pier three", "2001-01-02", *_BODY, '--8<-- "/etc/passwd"', "{!/etc/passwd!}", "::: os"
    ),
    "texts/bidi.txt": "\n\n".join(
        ("A pier is sold", *_BODY, "The word \u202eesrever\u202c and \u200bnothing\u200f else here.")
    ),
    "texts/nul.txt": "\n\n".join(("A pier is sold", *_BODY, "A sign \x00\x01\x1b[31m between words of it here.")),
    "texts/links.md": article(
        "Pier four",
        "2001-01-02",
        *_BODY,
        "[one](javascript:alert(1)) and [two](JaVa\tScript:alert(1)) and [three](data:text/html;base64,PHNjcmlwdD4=) "
        "and [four](vbscript:x) and [five](//evil.example/x) and [six](https://good.example/) are links in a text.",
    ),
    "pages/links.html": _page(
        "Pier five",
        _HTML_BODY
        + "<p>Here are <a href='javascript:alert(1)'>one</a> and <a href=' &#1;javascript:alert(1)'>two</a> and "
        "<a href='https://good.example/' onclick='alert(1)'>three</a> links of the pier in a row.</p>",
    ),
    "pages/handlers.html": _page(
        "Pier six",
        "<svg onload=alert(1)></svg><img src=x onerror=alert(1)><iframe src='https://evil.example/'></iframe>"
        f"<form action='https://evil.example/'><input autofocus onfocus=alert(1)></form>{_HTML_BODY}",
        "<base href='https://evil.example/'><meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    ),
    "pages/jsonld.html": _page("Pier seven", head=_LD),
    "pages/deep.html": _page("Pier eight", "<div>" * 40_000 + _HTML_BODY),
    "pages/entities.html": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    + _page("Pier nine", _HTML_BODY + "<p>&b; &c; are in the text of it.</p>"),
    "big/names.txt": "\n\n".join(("A pier is sold", *_BODY, "Walter Brimble " * 300)),
    "records/evil.jsonl": "\n".join(
        json.dumps(record)
        for record in (
            {"id": "../../../../etc/cron", "title": "Pier eleven", "text": "\n\n".join(_BODY)},
            {"id": SCRIPT, "title": SCRIPT, "authors": [OUT], "text": "\n\n".join(_BODY), "url": "javascript:alert(1)"},
            {"id": "r3", "title": {"a": 1}, "date": "9" * 400, "text": "\n\n".join(_BODY)},
            {"id": "r4", "title": "Pier twelve", "text": "\n\n".join(_BODY), "cleaned": True, "outlet": OUT},
        )
    ),
    "records/deep.jsonl": '{"id": "deep", "text": ' + "[" * 100_000 + "]" * 100_000 + "}",
    **NAMES,
}
BIG: Files = {
    "brackets.txt": "\n\n".join(("A pier is sold", *_BODY, "[" * 20_000)),
    "marks.md": article("Pier ten", "2001-01-02", *_BODY, "*" * 20_000, "`" * 9_999, "(" * 20_000),
    "spaces.txt": "\n\n".join(("A pier is sold", *_BODY, "a" + " " * 50_000 + "b")),
    "words.txt": "\n\n".join(("A pier is sold", *_BODY, "by " * 5_000, "1" * 20_000)),
}
"""Originals on which a careless pattern or tokenizer does not come to an end."""
REFUSED = {"pages/deep.html", "records/evil.jsonl", "records/deep.jsonl", "titles/yaml.md", "texts/nul.txt"}
"""What may be quarantined; everything else must be published."""
SAFE_TEXT = {
    "texts/script.md": "He wrote <script>alert(1)</script> on the wall",
    "texts/jinja.md": "He wrote {{ 7 * 191 }} {% raw %} {% for x in y %} {{ config.__class__ }} on the wall",
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
