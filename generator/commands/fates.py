"""An original's lines beside what became of them, for ``clipfile explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.cleaning import survey
from generator.cleaning.dump.reasons import reasons_of
from generator.model import Fate, Furniture, Original
from generator.pipeline import Understood
from generator.stages import cleaning_settings

_MARKS = {"body": " ", "field": "=", "removed": "-"}
_INDENT = 8
_NARROWEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFate:
    """A line of an original (of HTML: a visible block), and what became of it."""

    number: int
    fate: Fate
    rule: str
    raw: str
    files: int | None = None
    """In how many files of the outlet it stands, where it was learned as furniture."""
    score: float | None = None
    """What the model of prose says of a dump's line: above 0 for the article, below against it."""
    because: tuple[tuple[str, float], ...] = ()
    """The traits that weighed most in it."""


def fates_of(understood: Understood, article: str) -> tuple[LineFate, ...]:
    """Every line of an article's original, in order."""
    original = understood.gathered.original(article)
    learned = understood.furniture.get(original.outlet.key)
    repeats = survey.repeats(learned, survey.lines_of(original)) if learned else None
    raw = _lines(original)
    reasons = reasons_of(original, repeats, cleaning_settings(understood.gathered.config))
    found = []
    for line in understood.cleaned[article].account:
        text = raw[line.number - 1] if line.number <= len(raw) else line.text
        # Of what was taken out of a line its own words.
        text = text if line.text in {"", text.strip()} else line.text
        why = reasons.get(line.number)
        found.append(
            LineFate(
                number=line.number,
                fate=line.fate,
                rule=line.rule,
                raw=text,
                files=_files(text, learned) if line.rule.startswith("repeated") else None,
                score=why.score if why else None,
                because=why.strongest if why else (),
            )
        )
    return tuple(found)


def _lines(original: Original) -> list[str]:
    """The lines that an account counts."""
    return list(survey.lines_in(original)) if original.form == "html" else original.text.split("\n")


def _files(line: str, learned: Furniture | None) -> int | None:
    return learned.lines.get(survey.fingerprint(line)) if learned else None


def shown(fates: Iterable[LineFate], width: int) -> Iterator[str]:
    """The lines for people: number, mark, the raw line, and in brackets why, on a line of its own where it is long.

    Args:
        fates: What became of each line.
        width: Of the terminal, in characters.
    """
    room = max(width - _INDENT, _NARROWEST)
    for fate in fates:
        why = "" if fate.rule == "blank" else f"[{_why(fate)}]"
        text = fate.raw.strip()
        lines = textwrap.wrap(text, room) or [""]
        if why and len(lines[-1]) + len(why) + 2 <= room:
            lines[-1] += f"  {why}"
            why = ""
        yield f"{fate.number:>5} {_MARKS[fate.fate]} {lines[0]}".rstrip()
        for line in (*lines[1:], *textwrap.wrap(why, room)):
            yield f"{'':{_INDENT}}{line}"


def _why(fate: LineFate) -> str:
    """The rule, with what stands behind it."""
    if fate.files is not None:
        return f"{fate.rule}, in {fate.files} files"
    if fate.score is None or fate.rule not in {"body", "outside-article"}:
        return fate.rule
    against = ", ".join(f"{trait} {weight:+.1f}" for trait, weight in fate.because if weight < 0)
    return f"{fate.rule} {fate.score:+.1f}" + (f": {against}" if against and fate.fate == "removed" else "")
