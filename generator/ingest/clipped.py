"""Text files of press databases, wires and scripts: the articles in them, each with what its labels tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.metadata import Said
from generator.ingest.originals import Content, Source, Unreadable, of_many, original, quarantined
from generator.press import Clipping, clippings
from generator.text.decode import repair

if TYPE_CHECKING:
    from generator.model import Original, Quarantined


def articles(source: Source, text: str) -> tuple[Original | Quarantined, ...]:
    """The articles that a text file holds as a press database prints them; none where it is no such file.

    Every line belongs to one of them: what stands above the first, between two or below the last is with the one above
    it, or else with the first. A single article's labels are a stranger's word, and count after all that is said of it.
    """
    text = repair(text)
    found = clippings(text)
    if not found:
        return ()
    if len(found) == 1:
        return (_alone(source, text, found[0].values),)
    return tuple(_pieces(of_many(source), text.split("\n"), found))


def _alone(source: Source, text: str, values: Mapping[str, str]) -> Original:
    """The file's one article; the address that it gives itself decides neither id nor outlet of a folder."""
    said = Said(where="labels", values={key: value for key, value in values.items() if key not in ("url", "id")})
    claimed = Said(where="labels", values={"url": values["url"]}) if "url" in values else None
    return original(source, Content(form="text", text=text, traces=(said,), claimed=claimed))


def _pieces(source: Source, lines: Sequence[str], found: Sequence[Clipping]) -> Iterator[Original | Quarantined]:
    starts = [0, *(one.first for one in found[1:]), len(lines)]
    for number, (one, (first, last)) in enumerate(zip(found, pairwise(starts), strict=True), 1):
        piece = "\n".join(lines[first:last])
        digest = hashlib.sha256(piece.encode("utf-8", "surrogatepass")).hexdigest()
        content = Content(
            form="text",
            text=piece,
            said=(Said(where=f"article {number}", values=one.values),),
            record_sha256=digest,
            record=one.values.get("id"),
        )
        try:
            yield original(source, content)
        except Unreadable as error:
            yield quarantined(source, f"article {number} {error}", str(number), digest)
