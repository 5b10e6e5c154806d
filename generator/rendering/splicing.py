"""The quick way from generated pages to HTML: the theme once a shape, a process a core, links to what was."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urljoin

from generator.rendering.generated import GeneratedPage, parse
from generator.rendering.manifest import Entry
from generator.rendering.shells import Shape, Shell, cut, hollow, shape_of
from generator.rendering.strictness import strictly
from generator.rendering.workers import share_out
from generator.rendering.workshop import Workshop, url_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all pages of a site have in common."""

    workshop: Workshop
    docs: Path
    out: Path
    levels: int
    """How many folders deep the navigation leads."""
    before: Path | None
    """The generation that readers see."""
    made: Mapping[str, Entry]
    """What the pages of ``before`` were made from."""
    shells: dict[Shape, Shell | None] = field(default_factory=dict)
    """Filled as shapes are met; None where shell and page do not make the page that MkDocs makes."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a source."""

    source: str
    entry: Entry | None
    """What the page was made from; None: it is still to be made, by MkDocs."""
    linked: bool = False
    """Whether it is the page of the generation before."""


def splice(site: Site, sources: Sequence[str]) -> list[Result]:
    """Make every page that can be made so, in as many processes as there are cores; order is kept.

    Raises:
        RenderError: MkDocs warned while the theme was rendered.
    """
    return share_out(_some, site, sources)


def _some(site: Site, sources: Sequence[str]) -> list[Result]:
    with strictly():
        return [_page(site, source) for source in sources]


def _page(site: Site, source: str) -> Result:
    raw = (site.docs / source).read_bytes()
    page, url = parse(raw.decode()), url_of(source)
    shell = _shell(site, source, page) if page else None
    if page is None or shell is None:
        return Result(source, None)
    entry = Entry(blake2b(raw, digest_size=16).digest(), shell.digest, page.ours.get("robots", ""))
    path = f"{url}index.html"
    target = site.out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if site.before and site.made.get(source) == entry and _link(site.before / path, target):
        return Result(source, entry, linked=True)
    target.write_bytes(shell.fill(page, _whole(site, url)).encode())
    return Result(source, entry)


def _link(old: Path, new: Path) -> bool:
    """A second name for a page of the last generation; False where that cannot be had."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _whole(site: Site, url: str) -> str:
    base = site.workshop.config.site_url
    return urljoin(base, url) if base else ""


def _shell(site: Site, source: str, page: GeneratedPage) -> Shell | None:
    shape = shape_of(url_of(source), page, site.levels)
    if shape not in site.shells:
        site.shells[shape] = _proven(site, source, page)
    return site.shells[shape]


def _proven(site: Site, source: str, page: GeneratedPage) -> Shell | None:
    """The shell for pages of this shape, if it makes of this one what MkDocs makes."""
    empty, address = hollow(page)
    shell = cut(site.workshop.hollow(source, empty, address))
    whole = site.workshop.through_theme(site.workshop.read(source))
    return shell if shell.fill(page, _whole(site, url_of(source))) == whole else None
