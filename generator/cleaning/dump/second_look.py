"""What a look at the whole page tells of an article's pieces once its fields are known: the steps that mend a body."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from generator.cleaning.account import OUTSIDE
from generator.cleaning.dump.alike import with_those_alike
from generator.cleaning.dump.amid import with_those_amid
from generator.cleaning.dump.beginning import begun_right
from generator.cleaning.dump.figures import with_figures
from generator.cleaning.dump.heads import Head
from generator.cleaning.dump.invitations import with_facts
from generator.cleaning.dump.layout import first_prose
from generator.cleaning.dump.led_to import without_leads, without_led_to
from generator.cleaning.dump.lists import with_brought_in, without_last_label, without_stubs
from generator.cleaning.dump.pictures import without_pictures
from generator.cleaning.dump.pitches import without_pitches
from generator.cleaning.dump.press import with_last_words, with_second_headline
from generator.cleaning.dump.promos import without_promos
from generator.cleaning.dump.remnants import without_remnants
from generator.cleaning.dump.tails import without_tails
from generator.cleaning.fields.byline import other_worker
from generator.cleaning.fields.summaries import without_summary
from generator.cleaning.pieces.appeals import without_appeals
from generator.cleaning.pieces.biographies import without_biographies
from generator.cleaning.pieces.contents import Entry, without_contents
from generator.cleaning.pieces.copies import without_copies
from generator.cleaning.pieces.headroom import below_headline, signed_headline
from generator.cleaning.pieces.looks import Look, plain_words
from generator.cleaning.pieces.mending import Mended, Step, mend
from generator.cleaning.pieces.newsletters import Told, without_newsletter
from generator.cleaning.pieces.questions import with_heads

DumpStep = Step[Look, Head]


def second_look(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Mended:
    """Which pieces are of the body, as far as their neighbours and the fields tell, and why others are not.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        head: Its fields, with the pieces that gave them.
    """
    return mend(_STEPS, looks, within, head)


def _by_looks(step: Callable[[Sequence[Look], Sequence[bool]], Sequence[bool]]) -> DumpStep:
    """A step that asks for no field."""
    return lambda looks, within, _: step(looks, within)


def _by_texts(step: Callable[[Sequence[str], Sequence[bool]], Sequence[bool]]) -> DumpStep:
    """A step that HTML pages have as well: it asks for words alone."""
    return lambda looks, within, _: step([look.piece.text for look in looks], within)


def _by_fields(step: Callable[[Sequence[Look], Sequence[bool], Mapping[int, str]], Sequence[bool]]) -> DumpStep:
    """A step that asks which pieces gave a field."""
    return lambda looks, within, head: step(looks, within, head.lines)


def _without_headroom(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Sequence[bool]:
    return below_headline(within, [look.words for look in looks], signed_headline(head.lines))


def _without_biographies(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Sequence[bool]:
    texts = [look.piece.text for look in looks]
    prose = first_prose(looks, within)
    others = dict.fromkeys(name for text in texts[:prose] if (name := other_worker(text)))
    return without_biographies(texts, within, (*head.authors, *others))


def _without_contents(looks: Sequence[Look], within: Sequence[bool], _: Head) -> Sequence[bool]:
    return without_contents([Entry.of(look.piece.text, look.plain) for look in looks], within)


def told_by(look: Look) -> Told:
    """What a piece tells, in the terms of the foot of a newsletter."""
    return Told(look.piece.text, look.words, look.piece.kind == "item" or not look.sentence)


def _without_summary(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Sequence[bool]:
    has_headline = "title" in head.lines.values()
    return without_summary([look.piece.text for look in looks], within) if has_headline else within


def _without_newsletter(looks: Sequence[Look], within: Sequence[bool], _: Head) -> Sequence[bool]:
    return without_newsletter([told_by(look) for look in looks], within)


def _without_tails(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Sequence[bool]:
    return without_tails(looks, within, plain_words(head.title or ""), {plain_words(name) for name in head.authors})


def _without_pictures(looks: Sequence[Look], within: Sequence[bool], head: Head) -> Sequence[bool]:
    return without_pictures(looks, within, plain_words(head.title or ""))


_STEPS: Final[tuple[tuple[str, DumpStep], ...]] = (
    # What comes again, stands above the headline, or tells of the author, the page and its site.
    ("copy", _by_texts(without_copies)),
    ("summary", _without_summary),
    ("above-headline", _without_headroom),
    ("about-author", _without_biographies),
    ("contents", _without_contents),
    ("remnant", _by_looks(without_remnants)),
    ("related", _by_looks(without_led_to)),
    ("offer", _by_looks(without_pitches)),
    ("newsletter-foot", _without_newsletter),
    ("offer", _by_fields(without_promos)),
    # The end. Without what stands below it the pieces amid are those between the article's own.
    ("contents", _by_looks(without_stubs)),
    ("appeal", _by_texts(without_appeals)),
    ("below-article", _without_tails),
    # What was overlooked amid the article. A label that then brings nothing in is no last line.
    (OUTSIDE, _by_looks(with_those_amid)),
    (OUTSIDE, _by_looks(with_brought_in)),
    ("legal", _by_looks(without_leads)),
    (OUTSIDE, _by_looks(with_those_alike)),
    ("empty-label", _by_looks(without_last_label)),
    (OUTSIDE, _by_fields(with_figures)),
    (OUTSIDE, _by_looks(with_facts)),
    (OUTSIDE, _by_texts(with_heads)),
    # Once all others are sure: it goes by what stands beside a line.
    ("picture", _without_pictures),
    # The beginning, and what presses print around their releases: between its first words and its last.
    (OUTSIDE, _by_fields(begun_right)),
    (OUTSIDE, _by_fields(with_second_headline)),
    (OUTSIDE, _by_looks(with_last_words)),
)
"""In order, each with the rule by which it takes pieces out: each mends what the one before left."""
