"""Files that are one article each: text, saved pages, Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.ingest.articlehood import not_an_article
from generator.ingest.front_matter import Unparsable, headed
from generator.ingest.metadata import Said
from generator.ingest.mirrors import claimed, traces_of
from generator.ingest.naming import fields_in_our_words
from generator.ingest.originals import Content, Source, Unreadable, check_limits, original, passed, without_embedded
from generator.text.decode import repair
from generator.text.notes import clipped
from generator.text.urls import is_home

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.ingest.forms import Shape
    from generator.model import Original, Passed

_READER = re.compile(r"\s{0,9}Title: [^\n]{0,1000}\s{1,9}URL Source: (?P<url>https?://[^\s<>\"]{1,2000})\s")


def document(source: Source, shape: Shape, text: str, *, saved: Said | None = None) -> Original | Passed:
    """The article that a file is; of a mirrored site, only its articles are.

    Args:
        source: The file.
        shape: What it is.
        text: What it holds.
        saved: What the browser that saved a page wrote beside it.

    Raises:
        Unreadable: it is empty, or beyond what one article may cost, or its front matter is broken.
    """
    if shape == "html":
        return _page(source, text, (saved,) if saved else ())
    if source.file.in_mirror:
        return passed(source, source.file.name, "no page (text)")
    content = _markdown(text) if shape == "markdown" else Content(form="text", text=text)
    return original(source, replace(content, claimed=_claimed_by_reader(text)))


def _page(source: Source, html: str, saved: Sequence[Said]) -> Original | Passed:
    html = without_embedded(html)
    check_limits(html, "html", source.limits)
    traces = traces_of(source.file, html)
    if traces.is_mirror and (reason := not_an_article(html, traces.url)):
        return passed(source, traces.url or source.file.name, reason)
    own = claimed(html)
    if own is not None and not traces.is_mirror and is_home(own.values["url"]):
        warning = f"calls itself the front page of its site ({own.where}); if it is one, it is no article: take it out"
        source = replace(source, warnings=(*source.warnings, warning))
    return original(source, Content(form="html", text=html, traces=(*traces.said, *saved), claimed=own))


def _claimed_by_reader(text: str) -> Said | None:
    """The address that a reader for language models (Jina) printed above the Markdown of a page, if it did."""
    header = _READER.match(text)
    return Said(where="URL Source", values={"url": header["url"]}) if header else None


def _markdown(raw: str) -> Content:
    """A Markdown document without its front matter, which speaks first; then what a program wrote around its text does.

    Cleaning accounts for the lines of the latter.
    """
    try:
        above = headed(repair(raw))
    except Unparsable as error:
        raise Unreadable(str(error)) from error
    around = clipped(above.text)
    voices = (("front matter", above.values), ("properties", around.values))
    said = tuple(Said(where=where, values=_of_document(values)) for where, values in voices if values)
    return Content(form="markdown", text=above.text, said=said)


def _of_document(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a program says of a document by our names; of a clipped page it tells when that was saved, not written."""
    ours = fields_in_our_words(values)
    made = ours.get("created") if ours.get("url") else None
    if made is None:
        return ours
    kept = {key: value for key, value in ours.items() if key not in ("created", "updated")}
    return {"retrieved": made, **kept}
