"""One page: what it is made of, and its bytes: YAML front matter and one HTML block without a blank line."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from generator.config.schema import Site, SiteConfig
from generator.publishing.links import relative
from generator.publishing.wording import counted, in_words, listed

_BLANK_LINES: Final = re.compile(r"\n\s+")
_SPACE: Final = re.compile(r"\s+")
# What JSON may hold as it is and YAML may not, or reads as a line end.
_UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Above:
    """The page above another."""

    address: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page before it is written."""

    address: str
    """Below the site's root, ends with a slash; '' is the home page."""
    kind: str
    """What it shows (``article``, ``person``, …): the stylesheet's hook."""
    headline: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    front: Mapping[str, object] = field(default_factory=dict)
    """Further front matter, in the contract's words."""
    description: str = ""
    indexed: bool = True
    """False: search engines are asked to leave it out."""
    canonical: str | None = None
    """The address that search engines should prefer, if it is not this page's own."""
    feed: str | None = None
    """The address below the site's root of a feed of its own, which lies below the page."""
    refresh: str | None = None
    """The address below the site's root that readers are sent to."""
    markdown: str = ""
    """Text by the maintainers (content/pages) that stands before the block."""

    source: str | None = None
    """The name that a page by the maintainers keeps, so that their links between Markdown files work."""

    @property
    def above(self) -> Above:
        """It, as the pages below it name it."""
        return Above(self.address, self.headline)

    @property
    def path(self) -> str:
        """Where its source lies below build/docs."""
        return self.source or f"{self.address}index.md"


def address_of(path: str) -> str:
    """The address of the page whose source lies there below build/docs."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


@cache
def environment() -> jinja2.Environment:
    """The one Jinja environment: everything is escaped, and a missing value is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.publishing", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # or it looks after its file at every include
    )
    made.filters.update(
        words=in_words, counted=counted, listed=listed, pre=_preformatted, jsonld=_json_ld, contact=_contact
    )
    return made


def load_templates() -> None:
    """Compile all templates now, so that processes which are forked later have them."""
    for name in environment().list_templates():
        environment().get_template(name)


def render(page: Page, config: SiteConfig) -> bytes:
    """The page's source for MkDocs; the maintainers' decisions say where readers write to."""
    to: Callable[[str], str] = lambda address: relative(page.address, address)  # noqa: E731 - reads as the template's word
    block = (
        environment().get_template(f"{page.template}.html.jinja").render(page=page, to=to, config=config, **page.values)
    )
    body = _BLANK_LINES.sub("\n", block.replace("\r", " ")).strip()
    return f"---\n{_front_matter(page)}---\n\n{page.markdown}{body}\n".encode(errors="replace")


def _front_matter(page: Page) -> str:
    headline = _SPACE.sub(" ", page.headline).strip()
    ours: dict[str, Any] = {"page": page.kind}
    if page.description:
        ours["description"] = _SPACE.sub(" ", page.description).strip()
    if not page.indexed:
        ours["robots"] = "noindex"
    if page.canonical:
        ours["canonical"] = page.canonical
    if page.feed:
        ours["feed"] = page.feed.removeprefix(page.address)
    if page.refresh is not None:
        ours["refresh"] = relative(page.address, page.refresh)
    front = {
        # Material prints `title` without escaping, in <title> and in every navigation that lists the page.
        "title": html.escape(headline, quote=True),
        "headline": headline,
        **page.front,
        "clipfile": ours,
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return "".join(_lines(key, value) for key, value in front.items())


def _lines(key: str, value: object) -> str:
    """One key of the front matter. YAML reads JSON, which is written ten times as fast."""
    if isinstance(value, list):
        return f"{key}:\n" + "".join(f"- {_flow(item)}\n" for item in value)
    return f"{key}: {_flow(value)}\n"


def _flow(value: object) -> str:
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _preformatted(text: str) -> Markup:
    """Text whose line ends are kept, without a line end that could end the HTML block."""
    # Quotation marks are harmless between tags, and each would weigh five bytes.
    return Markup(html.escape(text, quote=False).replace("\n", "&#10;"))  # noqa: S704 - escaped in this line


def _json_ld(value: object) -> Markup:
    """JSON that cannot leave its script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - nothing that HTML would read is left


def _contact(channel: str, page: Page, site: Site, subject: str) -> str:
    """A mail or an issue in which page, address and file stand already; what is wrong is left to be said."""
    original = page.front.get("original")
    told = [page.headline, f"{site.url.rstrip('/')}/{page.address}" if site.url else page.address]
    told += [f"File: {original['path']}"] if isinstance(original, dict) else []
    body = "\n".join([*told, "Field (title, author, date, text, a name, …): ", "It should be: "])
    if "://" in channel:
        mark = "&" if "?" in channel else "?"
        return f"{channel}{mark}title={quote(f'{subject}: {page.headline}')}&body={quote(body)}"
    return f"mailto:{quote(channel, safe='@')}?subject={quote(subject)}&body={quote(body)}"
