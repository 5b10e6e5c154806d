"""The gate: the next site is checked as a stranger's browser would meet it, before anyone can see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GateError
from generator.model import Permalink
from generator.rendering.looks import Files, Pages, look

_CSS_FETCH = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
_SHRINK_LIMIT = 0.02
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """What was looked at; a failed check raises instead."""

    pages: int
    addresses: int
    inline: tuple[tuple[str, str], ...] = ()
    """What a Content-Security-Policy must allow by name: directive and hash."""


def check(
    site_dir: Path,
    files: Files,
    *,
    site_url: str,
    permalinks: Iterable[Permalink],
    before: Path | None = None,
) -> GateReport:
    """Check every page of the next site and report how much was looked at.

    No internal link or anchor may be broken, every locked address must answer, nothing may run from an attribute, and
    nothing may be fetched from another host. Pages that are links to the generation ``before`` are not read again.

    Args:
        site_dir: the folder of the generation.
        files: every file in it.
        site_url: where it will be, '' if that is not known.
        permalinks: the registry.
        before: the generation that readers see, if there is one.

    Raises:
        GateError: anything was wrong; the message lists the first findings and counts the rest.
    """
    pages = look(site_dir, files, site_url, before)
    locked = sorted(permalink.address for permalink in permalinks if permalink.address)
    problems = [
        *_broken_links(pages, files),
        *_missing_addresses(locked, files),
        *(f"{name}: {problem}" for name, page in pages.fresh.items() for problem in page.problems),
        *_style_problems(site_dir, files),
    ]
    if problems:
        raise GateError(_message(problems))
    pages.keep(site_dir, files, site_url)
    return GateReport(pages=len(pages), addresses=len(locked), inline=tuple(sorted(set(pages.inline))))


def check_size(*, before: int, now: int, allow_shrink: bool) -> None:
    """Refuse a site that lost more than 2 % of its articles unless the maintainer said that it may.

    Raises:
        GateError: too many articles are gone.
    """
    if before and not allow_shrink and now < before * (1 - _SHRINK_LIMIT):
        raise GateError(
            f"The archive would shrink from {before} to {now} articles. If that is meant, build with --allow-shrink; "
            "the addresses of the articles that are gone will answer with a tombstone."
        )


def _broken_links(pages: Pages, files: Files) -> Iterator[str]:
    for name, page in pages.doubtful(files):
        for path in page.targets:
            if path not in files:
                yield f"{name}: broken link to {path.removesuffix('index.html')}"
        for path, anchor in page.places:
            if path in pages and anchor not in pages.anchors(path):
                yield f"{name}: {path.removesuffix('index.html')}#{anchor} is a place that does not exist"


def _missing_addresses(locked: Iterable[str], files: Files) -> Iterator[str]:
    for address in locked:
        if f"{address}index.html" not in files:
            yield f"/{address}: this permanent address does not answer any more"


def _style_problems(site: Path, files: Iterable[str]) -> Iterator[str]:
    for name in sorted(name for name in files if name.endswith(".css")):
        for match in _CSS_FETCH.finditer((site / name).read_text(encoding="utf-8", errors="replace")):
            yield f"{name}: would fetch {match.group(1)[:120]} from another host"


def _message(problems: list[str]) -> str:
    shown = "\n".join(f"  {problem}" for problem in problems[:_SHOWN])
    more = f"\n  … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    return f"The next site failed its check and was not published; the old one stands.\n{shown}{more}"
