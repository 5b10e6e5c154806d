"""The same articles for Hugo: one Markdown file each, the same taxonomies, a small theme with the same facts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

_CONFIG: Final = """\
baseURL = "https://bench.example/"
title = "Bench"
[taxonomies]
person = "people"
topic = "topics"
source = "sources"
year = "years"
"""

_BASE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Params.description }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav><a href="/people/">People</a> <a href="/topics/">Topics</a>
<a href="/sources/">Sources</a> <a href="/years/">Years</a></nav>
<form action="/search/"><input name="q" aria-label="Search"></form></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"""

_ARTICLE: Final = """\
{{ define "main" }}
<article>
<p>{{ .Params.outlet }}</p>
<h1>{{ .Title }}</h1>
<p>By {{ delimit .Params.authors ", " }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<aside>
{{ range $kind := slice "people" "topics" "sources" "years" }}
{{ with $.GetTerms $kind }}<section><h2>{{ humanize $kind }}</h2><ul>
{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></section>{{ end }}
{{ end }}
</aside>
{{ with .PrevInSection }}<p>Later: <a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
{{ with .NextInSection }}<p>Earlier: <a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
</article>
{{ end }}
"""

_LIST: Final = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
<p>{{ len .Pages }} articles</p>
<ol>
{{ range .Pages }}<li><time>{{ .Date.Format "2 January 2006" }}</time>
{{ .Params.outlet }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ol>
{{ end }}
"""

_TERMS: Final = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>
{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{ end }}</ul>
{{ end }}
"""

_FILES: Final = {
    "hugo.toml": _CONFIG,
    "layouts/baseof.html": _BASE,
    "layouts/page.html": _ARTICLE,
    "layouts/section.html": _LIST,
    "layouts/home.html": _TERMS.replace(".Data.Terms.Alphabetical", "site.Taxonomies.years.Alphabetical"),
    "layouts/taxonomy.html": _TERMS,
    "layouts/term.html": _LIST,
    "static/style.css": "body { max-width: 60rem; margin: auto }\n",
}
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()<>#+!|~-])")


def write_hugo_site(root: Path, articles: Path) -> None:
    """Write the rows of articles.jsonl into ``root`` as a site that Hugo renders."""
    for name, text in _FILES.items():
        _write(root / name, text)
    with articles.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            _write(root / "content" / "articles" / f"{number:06d}.md", _page(json.loads(line)))


def _page(row: Mapping[str, Any]) -> str:
    front = {
        "title": row["title"],
        "date": row["published"]["date"],
        "outlet": row["outlet"]["name"],
        "authors": row["authors"],
        "description": row["text"][:200],
        "people": _names(row["people"]),
        "topics": _names(row["topics"]),
        "sources": _names(row["sources"]),
        "years": [row["published"]["date"][:4]],
    }
    # Hugo reads front matter in JSON, too, and faster than YAML.
    text = _MARKUP.sub(r"\\\1", row["text"])
    return f"{json.dumps(front, indent=1)}\n\n{text}\n"


def _names(found: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(one["name"] for one in found))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
