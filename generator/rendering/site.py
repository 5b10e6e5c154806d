"""From build/docs to pages, with the bytes of ``mkdocs build`` in a fraction of its time (decision 0009)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.rendering import manifest
from generator.rendering.files import fold
from generator.rendering.splicing import Site, splice
from generator.rendering.strictness import strictly
from generator.rendering.swap import SEARCH, spare_beside
from generator.rendering.theming import theme_of
from generator.rendering.workshop import Listed, Workshop, configuration, url_of

# Material 9.8 prints an advertisement for its successor on every start; the pin of mkdocs==1.6.1 is our answer to it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_PLUGINS: Final = {"material/search"}
"""What base.yml asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """How many pages came about in which way."""

    spliced: int = 0
    """Laid into the theme's shell."""
    linked: int = 0
    """As they were in the generation before."""
    plain: int = 0
    """Rendered by MkDocs from beginning to end."""


def render(
    root: Path,
    site_dir: Path,
    *,
    epoch: int,
    before: Path | None = None,
    digests: Mapping[str, bytes] | None = None,
) -> Rendered:
    """Render build/docs below ``root`` into ``site_dir`` and return how.

    Args:
        root: the archive's folder, which holds mkdocs.yml.
        site_dir: where the pages go; an empty folder. Where a spare lies beside it (see ``swap``), what is right in
            that stays, its search index is left to others, and it takes the place of this folder.
        epoch: seconds since 1970 that MkDocs writes as the date of the build, so that equal input gives equal bytes.
        before: the generation that readers see: pages that would be the same become hard links to it.
        digests: source below build/docs -> 16-byte blake2b digest of its bytes; of a source that is left out it is
            made here.

    Raises:
        RenderError: MkDocs refused the configuration or warned about a page (the build is strict).
    """
    # MkDocs takes a relative folder for one below mkdocs.yml.
    site_dir = site_dir.resolve()
    with _source_date(epoch):
        with strictly():
            config = configuration(root, site_dir)
        return (
            _plainly(root, site_dir)
            if _asks_for_more(root, config)
            else _quickly(config, site_dir, before, digests or {})
        )


def render_plainly(root: Path, site_dir: Path, *, epoch: int) -> Rendered:
    """The same by MkDocs alone (see ``render``).

    Raises:
        RenderError: MkDocs refused the configuration or warned about a page (the build is strict).
    """
    with _source_date(epoch):
        return _plainly(root, site_dir)


def _plainly(root: Path, site_dir: Path) -> Rendered:
    from mkdocs.commands.build import build  # noqa: PLC0415 - 0.4 s that `check` and `clean` need not pay
    from mkdocs.config import load_config  # noqa: PLC0415

    with strictly():
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True))
    return Rendered(plain=sum(1 for _ in site_dir.rglob("*.html")))


def _asks_for_more(root: Path, config: Any) -> bool:
    """Whether mkdocs.yml wants what the quick way does not know: plugins, hooks, templates, pages left out."""
    return (
        set(config.plugins) != _PLUGINS
        or bool(config.hooks or config.extra_templates or config.exclude_docs or config.draft_docs)
        or not config.nav
        or not config.use_directory_urls
        or not (config.not_in_nav and config.not_in_nav.match_file("any/page/index.md"))
        or Path(config.theme.custom_dir or "").resolve() != (root / "build" / "theme").resolve()
    )


def _quickly(config: Any, site_dir: Path, before: Path | None, digests: Mapping[str, bytes]) -> Rendered:
    with strictly():
        workshop = Workshop(config)
    theme, last, spare = theme_of(config), manifest.read(before), spare_beside(site_dir)
    site = Site(
        workshop=workshop,
        docs=Path(config.docs_dir),
        out=site_dir,
        levels=max(path.count("/") for path in workshop.in_navigation),
        before=before,
        made=last.pages,
        spare=spare,
        digests=digests,
        shells=last.shells_of(theme),
    )
    results = splice(site, [source for source in workshop.sources if source not in workshop.in_navigation])
    made = {result.source: result.entry for result in results if result.entry}
    with strictly():
        robots = {
            source: made[source].robots if source in made else workshop.render(source) for source in workshop.sources
        }
        listed = [Listed(url_of(source), told) for source, told in robots.items()]
        stays = workshop.finish(listed, spare)
    if spare:
        stays |= {f"{url_of(result.source)}index.html" for result in results if result.stays}
        fold(site_dir, spare, stays, apart=SEARCH)
    used = {entry.shape for entry in made.values()}
    manifest.write(site_dir, made, theme, {shape: shell for shape, shell in site.shells.items() if shape in used})
    linked = sum(result.linked for result in results)
    return Rendered(spliced=len(made) - linked, linked=linked, plain=len(robots) - len(made))


@contextmanager
def _source_date(epoch: int) -> Iterator[None]:
    """Set SOURCE_DATE_EPOCH unless the caller's environment has it (reproducible-builds.org)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
