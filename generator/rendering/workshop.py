"""MkDocs 1.6.1 from the inside: the steps of its ``build``, one by one (decision 0002; the pin freezes them).

Leaving pages out changes nothing for the others: what a page shows does not depend on which other pages there are,
because the navigation is written by hand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from urllib.parse import urljoin

from generator.rendering.files import is_same, lay
from generator.rendering.generated import GeneratedPage

_INDEX: Final = "index.md"
_PLAIN: Final = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*")
"""Addresses that ``urljoin`` puts behind that of the site as they are (MkDocs ends it with a slash)."""


def configuration(root: Path, site_dir: Path) -> Any:
    """The archive's mkdocs.yml, read as ``mkdocs build`` reads it, after its plugins have seen it."""
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


class Workshop:
    """MkDocs with everything at hand that a page needs; a file has an object of MkDocs only once it is asked for."""

    def __init__(self, config: Any) -> None:
        """Find all files, read the navigation."""
        from mkdocs.structure.nav import get_navigation  # noqa: PLC0415

        self.config = config
        self.sources, static = _walk(config.docs_dir)
        self._static = tuple(path for path in static if not _hidden(path))
        self.files = _files(config, self.sources, self._static)
        self.env = config.theme.get_env()
        self.files.add_files_from_theme(self.env, config)
        self.in_navigation = frozenset(_paths(config.nav))
        self.nav = get_navigation(self.files, config)
        self.env = config.plugins.on_env(self.env, config=config, files=self.files)
        self._template = self.env.get_template("main.html")

    def read(self, source: str) -> Any:
        """A page with its Markdown rendered."""
        from mkdocs.commands.build import _populate_page  # noqa: PLC0415
        from mkdocs.structure.pages import Page  # noqa: PLC0415

        file = self.files.get_file_from_path(source)
        page = file.page or Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        return page

    def through_theme(self, page: Any) -> str:
        """A page inside the theme."""
        from mkdocs.commands.build import get_context  # noqa: PLC0415

        page.active = True
        context = get_context(self.nav, (), self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        output: str = self._template.render(context)
        page.active = False
        return output

    def hollow(self, source: str, page: GeneratedPage, url: str) -> str:
        """The theme around a page that has these values instead of its own."""
        from mkdocs.structure.pages import Page  # noqa: PLC0415

        file = self.files.get_file_from_path(source)
        made = Page(None, file, self.config)
        file.page = None
        made.markdown, made.content = "", page.content
        made.meta = {"title": page.title, "clipfile": dict(page.ours), "search": {"exclude": True}}
        made.canonical_url = url if self.config.site_url else None
        return self.through_theme(made)

    def render(self, source: str) -> str:
        """Render a page from beginning to end, and say what it tells search engines."""
        from mkdocs.commands.build import _build_page  # noqa: PLC0415

        page = self.read(source)
        _build_page(page, self.config, (), self.nav, self.env)
        return str(page.meta.get("clipfile", {}).get("robots", ""))

    def finish(self, entries: Sequence[Listed], spare: Path | None = None) -> set[str]:
        """Write what is not a page: the theme's files, those beside the pages, 404 and the sitemap of these pages.

        Returns:
            Files beside the pages that lie in ``spare`` already.
        """
        from mkdocs.commands.build import _build_theme_template  # noqa: PLC0415

        docs, to = self.config.docs_dir, self.config.site_dir
        stays = {path for path in self._static if spare and is_same(f"{docs}/{path}", f"{spare}/{path}")}
        for path in self._static:
            if path not in stays:
                lay(Path(docs, path), Path(to, path))
        for file in self.files:  # those of the theme
            if file.src_uri not in stays and not file.is_documentation_page() and file.inclusion.is_included():
                file.copy_file()  # MkDocs passes over a file that is there itself
        self.files.listed = list(_in_sitemap(self.config, entries))
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)
        self.config.plugins.on_post_build(config=self.config)
        return stays


def url_of(source: str) -> str:
    """Where a page lies below the site's root (``people/ada/``; '' is the home page)."""
    stem = source.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap sees it."""

    url: str
    """Below the site's root."""
    robots: str
    """What it tells search engines."""


def _in_sitemap(config: Any, entries: Iterable[Listed]) -> Iterator[Any]:
    """What the sitemap's template reads of a file of MkDocs."""
    from mkdocs.utils import get_build_date  # noqa: PLC0415

    day, base = get_build_date(), config.site_url
    for entry in entries:
        url = None if not base else base + entry.url if _PLAIN.fullmatch(entry.url) else urljoin(base, entry.url)
        page = SimpleNamespace(
            is_link=False,
            canonical_url=url,
            update_date=day,
            meta={"clipfile": {"robots": entry.robots} if entry.robots else {}},
        )
        yield SimpleNamespace(page=page)


def _walk(docs: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Pages and other files below a folder, in the order in which MkDocs finds them."""
    pages: list[str] = []
    others: list[str] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{docs}/{prefix}") as found:
            entries = sorted(found, key=lambda entry: (entry.name != _INDEX, entry.name))
        below = [f"{prefix}{entry.name}/" for entry in entries if entry.is_dir()]
        waiting += reversed(below)
        for entry in entries:
            if not entry.is_dir():
                (pages if entry.name.endswith(".md") else others).append(prefix + entry.name)
    return tuple(pages), tuple(others)


def _paths(nav: Any) -> Iterator[str]:
    """The pages that a navigation of mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(item)


def _files(config: Any, sources: Iterable[str], static: Iterable[str]) -> Any:
    from mkdocs.structure.files import File, Files, InclusionLevel  # noqa: PLC0415

    class LazyFiles(Files):
        """MkDocs' files, where pages come into being when they are looked up: by a link or the navigation."""

        listed: Sequence[Any] = ()

        def get_file_from_path(self, path: str) -> File | None:
            found = super().get_file_from_path(path)
            if found is None and path in known:
                found = make(path)
                self.append(found)
            return found

        def documentation_pages(self, **_: Any) -> Sequence[Any]:
            return self.listed

    def make(path: str) -> File:
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.NOT_IN_NAV if path in known else InclusionLevel.INCLUDED
        return file

    known = frozenset(sources)
    return LazyFiles(make(path) for path in static)


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
