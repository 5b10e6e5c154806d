"""The articles in a web archive: of all that a crawler fetched, the pages that are articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.ingest.articlehood import not_an_article
from generator.ingest.metadata import Said
from generator.ingest.originals import (
    Content,
    Source,
    Unreadable,
    check_limits,
    original,
    passed,
    quarantined,
    without_embedded,
)
from generator.ingest.warc import Broken, Capture, captures
from generator.text.decode import decode_raw
from generator.text.urls import normalize

if TYPE_CHECKING:
    from generator.ingest.stream import ByteStream
    from generator.model import Original, Passed, Quarantined


def from_archive(
    source: Source, stream: ByteStream, titles: Mapping[str, str] | None = None
) -> Iterator[Original | Quarantined | Passed]:
    """The articles of a WARC or ARC file, in its order, with what was passed over and what is broken.

    Args:
        source: The file.
        stream: Its bytes.
        titles: Address -> title, where a package of archives says it.
    """
    seen: set[tuple[str, str]] = set()
    for found in captures(stream, source.limits.page_bytes):
        if isinstance(found, Broken):
            reason = f"record {found.number} {found.reason}"
            yield quarantined(source, reason, found.record or str(found.number))
            continue
        digest = hashlib.sha256(found.body).hexdigest()
        if found.passed:
            yield passed(source, found.url, found.passed)
        elif (normalize(found.url), digest) in seen:
            yield passed(source, found.url, "the same page again")
        else:
            seen.add((normalize(found.url), digest))
            yield _page(source, found, digest, titles or {})
    if stream.torn:
        yield quarantined(source, f"{stream.torn}: what follows is lost")


def _page(source: Source, capture: Capture, digest: str, titles: Mapping[str, str]) -> Original | Quarantined | Passed:
    html = without_embedded(decode_raw(capture.body, capture.charset))
    try:
        check_limits(html, "html", source.limits)
        if reason := not_an_article(html, capture.url):
            return passed(source, capture.url, reason)
        said = Said(where="record", values={"url": capture.url, "retrieved": capture.captured})
        listed = Said(where="pages.jsonl", values={"title": titles.get(capture.url, "")})
        content = Content(
            form="html",
            text=html,
            said=(said,),
            traces=() if "<title" in html[:100_000].lower() else (listed,),
            record_sha256=digest,
            record=capture.record,
            warnings=tuple(f"{capture.url}: {warning}" for warning in capture.warnings),
        )
        return original(source, content)
    except Unreadable as error:
        return quarantined(source, f"{capture.url} {error}", capture.record, digest)
