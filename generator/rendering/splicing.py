"""The quick way from generated pages to HTML: the theme once a shape, a process a core, links to what was."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urljoin

import msgspec

from generator.forks import share_out
from generator.rendering.generated import parse
from generator.rendering.manifest import Entry
from generator.rendering.shells import Shape, Shell, cut, hollow, shape_of
from generator.rendering.strictness import strictly
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
    spare: Path | None
    """An old generation, out of which the new one is made: what is right in it can stay."""
    digests: Mapping[str, bytes]
    """Source -> digest of its bytes, where that is known."""
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
    stays: bool = False
    """Whether it lies in the spare already."""


def splice(site: Site, sources: Sequence[str]) -> list[Result]:
    """Make every page that can be made so, in as many processes as there are cores; order is kept.

    Raises:
        RenderError: MkDocs warned while the theme was rendered.
    """
    with strictly():
        found = {source: entry for source in sources if site.spare and (entry := _standing(site, source))}
    made = iter(share_out(_some, site, [source for source in sources if source not in found]))
    return [
        Result(source, found[source], linked=True, stays=True) if source in found else next(made) for source in sources
    ]


def _standing(site: Site, source: str) -> Entry | None:
    """What a page was made from that is to stay as it is, and whose file lies in the spare."""
    entry = site.made.get(source)
    if entry is None or site.digests.get(source) != entry.source or not _fits(site, source, entry):
        return None
    path = f"{url_of(source)}index.html"
    try:
        found = os.stat(f"{site.before}/{path}")  # noqa: PTH116 - for every page
        if (found.st_size, found.st_mtime_ns) != entry.stamp:
            return None
        return entry if os.path.samestat(found, os.stat(f"{site.spare}/{path}")) else None  # noqa: PTH116 - likewise
    except OSError:
        return None


def _some(site: Site, sources: Sequence[str]) -> list[Result]:
    with strictly():
        return [_page(site, source) for source in sources]


def _page(site: Site, source: str) -> Result:
    before = site.made.get(source)
    if before and site.digests.get(source) == before.source and _link(site, source, before):
        return Result(source, before, linked=True)
    raw = (site.docs / source).read_bytes()
    page, url = parse(raw.decode()), url_of(source)
    shape = shape_of(url, page, site.levels) if page else None
    shell = _shell(site, source, shape) if shape else None
    if page is None or shape is None or shell is None:
        return Result(source, None)
    entry = Entry(blake2b(raw, digest_size=16).digest(), shell.digest, shape, page.ours.get("robots", ""))
    if before and before.makes_the_page_of(entry) and _link(site, source, before):
        return Result(source, before, linked=True)
    target = f"{site.out}/{url}index.html"
    content = shell.fill(page, _whole(site, url)).encode()
    _make_folder(target)
    if not (site.before and _link_equal(f"{site.before}/{url}index.html", target, content)):
        with open(target, "wb") as file:  # noqa: PTH123 - for every page
            file.write(content)
    return Result(source, msgspec.structs.replace(entry, stamp=_stamp(target)))


def _link_equal(path: str, target: str, content: bytes) -> bool:
    """A second name for a file that has this content; False where it has another, or that cannot be had."""
    try:
        if os.stat(path).st_size != len(content):  # noqa: PTH116 - for every page
            return False
        with open(path, "rb") as file:  # noqa: PTH123 - likewise
            if file.read() != content:
                return False
        os.link(path, target)
    except OSError:
        return False
    return True


def _link(site: Site, source: str, entry: Entry) -> bool:
    """A second name for a page of the last generation; False where it would be another, or that cannot be had."""
    if site.before is None or not _fits(site, source, entry):
        return False
    path = f"{url_of(source)}index.html"
    target = f"{site.out}/{path}"
    try:
        if _stamp(f"{site.before}/{path}") != entry.stamp:
            return False
        _make_folder(target)
        os.link(f"{site.before}/{path}", target)
    except OSError:
        return False
    return True


def _fits(site: Site, source: str, entry: Entry) -> bool:
    """Whether the theme around a page would be what it was."""
    shell = _shell(site, source, entry.shape)
    return shell is not None and shell.digest == entry.shell


def _stamp(path: str) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - for every page
    return found.st_size, found.st_mtime_ns


def _make_folder(path: str) -> None:
    """The folder of a file; most of them lie in one that is there."""
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102 - for every page
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - likewise


def _whole(site: Site, url: str) -> str:
    base = site.workshop.config.site_url
    return urljoin(base, url) if base else ""


def _shell(site: Site, source: str, shape: Shape) -> Shell | None:
    if shape not in site.shells:
        site.shells[shape] = _proven(site, source)
    return site.shells[shape]


def _proven(site: Site, source: str) -> Shell | None:
    """The shell for pages of the shape of this one, if it makes of it what MkDocs makes."""
    page = parse((site.docs / source).read_bytes().decode())
    if page is None:
        return None
    empty, address = hollow(page)
    shell = cut(site.workshop.hollow(source, empty, address))
    whole = site.workshop.through_theme(site.workshop.read(source))
    return shell if shell.fill(page, _whole(site, url_of(source))) == whole else None
