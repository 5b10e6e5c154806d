"""Cleaning of a Markdown original: which of its blocks are the article, and the fields that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cleaning.account import BLANK, BODY, Verdict
from generator.cleaning.dump.printed import is_window_title, same_words
from generator.cleaning.fields.attributions import attributions, known_outlets
from generator.cleaning.fields.byline import Byline, read_byline
from generator.cleaning.fields.captions import captions_in
from generator.cleaning.fields.credits import CreditLine, cited, contributors_in, photographers, read_credits
from generator.cleaning.fields.dating import of_address, of_metadata, of_path
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.markdown.indents import without_indents
from generator.cleaning.markdown.passages import Passage, passages
from generator.cleaning.markdown.templates import calls_by_line, without_calls
from generator.cleaning.pieces.blocks import Part, assemble
from generator.cleaning.pieces.bold import with_bold_headings
from generator.cleaning.rules import Line, ruled, told
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import repeated
from generator.model import AccountedLine, CleanArticle, Original, Repeats
from generator.text.language import detect


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The fields that a document itself gives."""

    title: str | None
    byline: Byline | None
    credits: Sequence[CreditLine]


def clean_markdown(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of a Markdown document.

    Args:
        original: A document without its front matter.
        repeats: Which of its lines repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.
    """
    known = (*known_outlets(), *settings.sources)
    read = list(passages(without_indents(without_calls(original.text))))
    found = ruled([Line(text=one.text, kind=one.kind, level=one.level) for one in read], settings)
    original = told(original, found)
    credited: dict[int, CreditLine] = {}
    title = original.metadata.title
    byline: Byline | None = None
    judged: list[Passage] = []
    for number, passage in enumerate(read):
        credit = read_credits(passage.text, known) if passage.kind in {"paragraph", "item"} else None
        if credit is not None:
            credited[number] = credit
        first = not any(one.verdict is BODY for one in judged)
        if first and passage.kind == "heading" and passage.level == 1 and _is_headline(original, title, passage.text):
            title = passage.text
        verdict = _verdict(passage, title, credit, repeats)
        if byline is None and verdict is BODY and first:
            byline = read_byline(passage.text)
            verdict = verdict if byline is None else Verdict(fate="field", rule="byline")
        judged.append(replace(passage, verdict=found.verdicts.get(number, verdict)))
    fields = Found(title=title, byline=byline, credits=[credited[number] for number in sorted(credited)])
    return _article(original, judged, fields, settings)


def _is_headline(original: Original, title: str | None, heading: str) -> bool:
    """Whether the first heading is the headline: nothing else is known, or it with its site's name behind it."""
    is_told = original.metadata.basis.get("title", "").startswith(("record", "front matter"))
    return title is None or (is_told and is_window_title(title, heading))


def _verdict(passage: Passage, title: str | None, credit: CreditLine | None, repeats: Repeats | None) -> Verdict:
    if title is not None and passage.kind == "heading" and same_words(passage.text, title):
        return Verdict(fate="field", rule="title")
    if passage.verdict is not BODY:
        return passage.verdict
    share = repeated(passage.text, repeats)
    if share and passage.kind != "code":
        return Verdict(fate="removed", rule=f"repeated:{share}")
    return BODY if credit is None else Verdict(fate="field", rule=credit.rule)


def _article(original: Original, judged: Sequence[Passage], found: Found, settings: CleaningSettings) -> CleanArticle:
    said = original.metadata
    title, byline = found.title, found.byline
    body = [passage for passage in judged if passage.verdict.fate == "body"]
    parts = with_bold_headings([_shown(passage) for passage in body], [passage.bold for passage in body])
    text, blocks, links = assemble(parts)
    paragraphs = [text[block.start : block.end] for block in blocks]
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        links=links,
        title=title,
        title_basis=said.basis.get("title", "metadata") if said.title else ("heading" if title else ""),
        authors=said.authors if said.authors is not None else (byline.authors if byline else ()),
        authors_basis=_basis(original, byline),
        dateline=dateline_of(paragraphs),
        published=of_metadata(said.date, said.basis.get("date", "metadata"))
        or of_address(said.url or original.origin.url)
        or of_path(original),
        updated=of_metadata(said.updated, said.basis.get("updated", "metadata")),
        sources=cited(found.credits, attributions(text, settings.sources)),
        photo_credits=photographers(found.credits),
        contributors=contributors_in((one.verdict.rule, one.text) for one in judged),
        captions=captions_in((one.verdict.rule, one.text) for one in judged),
        corrections=corrections_in(paragraphs),
        language=said.language or detect(text),
        account=tuple(_account(original.text, judged)),
    )


def _basis(original: Original, byline: Byline | None) -> str:
    said = original.metadata
    if said.authors is not None:
        return said.basis.get("authors", "metadata")
    return byline.basis if byline else ""


def _shown(passage: Passage) -> Part:
    """A heading of the first level stands for the article's own sections too: the page has its title above them."""
    return replace(passage, level=max(2, passage.level)).part if passage.kind == "heading" else passage.part


def _account(text: str, judged: Sequence[Passage]) -> Iterator[AccountedLine]:
    """Every raw line with its fate; where no block stands it is markup, a call of the generator or blank.

    A call that was taken out of a line of the body stands below that line, with the same number.
    """
    calls = calls_by_line(text)
    by_line: dict[int, Verdict] = {}
    for passage in judged:
        for number in range(passage.first, passage.last):
            if by_line.get(number, passage.verdict).fate != "body":
                by_line[number] = passage.verdict
            by_line.setdefault(number, passage.verdict)
    for number, line in enumerate(text.split("\n")):
        if number in by_line:
            verdict = by_line[number]
        elif not line.strip():
            verdict = BLANK
        else:
            verdict = Verdict(fate="removed", rule="template-call" if number in calls else "markup")
        yield AccountedLine(
            number=number + 1, fate=verdict.fate, rule=verdict.rule, text="" if verdict.fate == "body" else line.strip()
        )
        for call in calls.get(number, ()) if verdict.fate == "body" else ():
            yield AccountedLine(number=number + 1, fate="removed", rule="template-call", text=" ".join(call.split()))
