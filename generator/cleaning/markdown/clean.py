"""Cleaning of a Markdown original: which of its blocks are the article, and the fields that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cleaning.account import BLANK, BODY, Verdict
from generator.cleaning.dump.printed import same_words
from generator.cleaning.fields.attributions import attributions, known_outlets
from generator.cleaning.fields.byline import Byline
from generator.cleaning.fields.captions import captions_in
from generator.cleaning.fields.credits import CreditLine, cited, contributors_in, photographers, read_credits
from generator.cleaning.fields.dating import best, latest_possible, of_address, of_metadata, of_path
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.fields.standfirst import standfirst_in
from generator.cleaning.markdown.dialects import without_dialect
from generator.cleaning.markdown.head import DocumentHead, head_of
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


def clean_markdown(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of a Markdown document.

    Args:
        original: A document without its front matter.
        repeats: Which of its lines repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.
    """
    known = (*known_outlets(), *settings.sources)
    read = list(passages(without_indents(without_dialect(without_calls(original.text)))))
    found = ruled([Line(text=one.text, kind=one.kind, level=one.level) for one in read], settings)
    original = told(original, found)
    head = head_of(original, read)
    credited: dict[int, CreditLine] = {}
    judged: list[Passage] = []
    for number, passage in enumerate(read):
        credit = read_credits(passage.text, known) if passage.kind in {"paragraph", "item"} else None
        if credit is not None:
            credited[number] = credit
        verdict = head.verdicts.get(number) or _verdict(passage, head.title, credit, repeats)
        judged.append(replace(passage, verdict=found.verdicts.get(number, verdict)))
    return _article(original, judged, head, [credited[number] for number in sorted(credited)], settings)


def _verdict(passage: Passage, title: str | None, credit: CreditLine | None, repeats: Repeats | None) -> Verdict:
    if title is not None and passage.kind == "heading" and same_words(passage.text, title):
        return Verdict(fate="field", rule="title")
    if passage.verdict is not BODY:
        return passage.verdict
    share = repeated(passage.text, repeats)
    if share and passage.kind != "code":
        return Verdict(fate="removed", rule=f"repeated:{share}")
    return BODY if credit is None else Verdict(fate="field", rule=credit.rule)


def _article(
    original: Original,
    judged: Sequence[Passage],
    head: DocumentHead,
    credited: Sequence[CreditLine],
    settings: CleaningSettings,
) -> CleanArticle:
    said, byline = original.metadata, head.byline
    latest = latest_possible(original, settings.captured)
    told = (of_metadata(said.date, said.basis.get("date", "metadata")), head.published)
    elsewhere = (of_address(said.url or original.origin.url), of_path(original))
    changed = (of_metadata(said.updated, said.basis.get("updated", "metadata")), head.updated)
    named = [(one.verdict.rule, one.text) for one in judged]
    body = [passage for passage in judged if passage.verdict.fate == "body"]
    parts = with_bold_headings([_shown(passage) for passage in body], [passage.bold for passage in body])
    text, blocks, links = assemble(parts)
    paragraphs = [text[block.start : block.end] for block in blocks]
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        links=links,
        title=head.title,
        title_basis=said.basis.get("title", "metadata") if said.title else ("heading" if head.title else ""),
        standfirst=standfirst_in(named),
        authors=said.authors if said.authors is not None else (byline.authors if byline else ()),
        authors_basis=_basis(original, byline),
        dateline=dateline_of(paragraphs),
        published=best([one for one in (*told, *elsewhere) if one], latest),
        updated=best([one for one in changed if one], latest),
        sources=cited(credited, attributions(text, settings.sources)),
        photo_credits=photographers(credited),
        contributors=contributors_in(named),
        captions=captions_in(named),
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
