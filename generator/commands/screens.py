"""Questions about people as they stand on a screen, and as text where nobody can press a key."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from rich.columns import Columns
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from generator.archive.telling import counted
from generator.commands.cards import Card
from generator.model import Question

_NARROW = 84
"""Columns of a terminal below which the sides stand above each other."""
_ASKED = {
    "same": "Are {0} and {1} one person?",
    "apart": "Is {1} rightly on the page of {0}?",
    "which": "Which {0} is meant?",
    "person": "Is {0} a person?",
    "title": "Shall the page of {0} be called {1}?",
}
KEYS = {"same": "sdun", "apart": "sdun", "which": "un", "person": "pn", "title": "sd"}
_MEANING = {
    "s": "same",
    "d": "different",
    "u": "unsure, never ask again",
    "n": "not a person",
    "p": "a person",
    " ": "skip",
    "z": "undo",
    "q": "quit",
}


def shown(question: Question, cards: Sequence[Card], place: str, width: int) -> Group:
    """A question as it stands on the screen."""
    head = Text(f"{place} · worth {question.worth:.1f} · {counted(len(question.articles), 'article')} to move\n", "dim")
    head.append(_ASKED[question.kind].format(*question.names), "bold not dim")
    head.append(f"\n{question.because}", "not dim italic")
    sides = [
        _panel(card, f"[{number}] " if question.kind == "which" and number else "") for number, card in enumerate(cards)
    ]
    return Group(head, *_arranged(sides, width), _footer(question))


def _arranged(sides: Sequence[Panel], width: int) -> Iterator[Panel | Table]:
    """Two sides beside each other where there is room."""
    if width < _NARROW:
        yield from sides
        return
    for number in range(0, len(sides), 2):
        table = Table.grid(expand=True, padding=(0, 1))
        pair = sides[number : number + 2]
        for _ in pair:
            table.add_column(ratio=1)
        table.add_row(*pair)
        yield table


def _panel(card: Card, mark: str) -> Panel:
    text = Text()
    text.append(
        " · ".join(part for part in (counted(card.articles, "article"), card.years, card.address) if part) + "\n"
    )
    # A name that is only ever written as it stands above is not said twice.
    forms = card.forms if len(card.forms) > 1 or not any(form.startswith(card.name) for form in card.forms) else ()
    for label, values in (("called", card.roles), ("written", forms), ("beside", card.company)):
        if values:
            text.append(f"{label} ", "dim")
            text.append(", ".join(values) + "\n")
    for said in card.said:
        text.append(f"\n{said.date or 'undated'} · {said.title}\n", "dim")
        text.append(said.before)
        text.append(said.name, "bold reverse")
        text.append(said.after + "\n")
    text.rstrip()
    return Panel(text, title=Text(mark + card.name, "bold"), title_align="left")


def _footer(question: Question) -> Columns:
    keys = [(key, _MEANING[key]) for key in KEYS[question.kind]]
    if question.kind == "which":
        keys = [("1" if len(question.people) == 1 else f"1-{len(question.people)}", "this one"), *keys]
    elif question.kind == "title":
        keys = [("s", f"yes, {question.names[1]}"), ("d", f"no, for ever {question.names[0]}")]
    elif question.kind in {"same", "apart"}:
        keys[3] = ("n", f"{question.names[1]} is not a person")
    keys += [("space", "skip"), ("z", "undo"), ("q", "quit")]
    # In columns, so that a narrow terminal parts no key from its meaning.
    items = [Text.assemble((f" {key} ", "reverse"), f" {meaning}", no_wrap=True) for key, meaning in keys]
    return Columns(items, padding=(0, 2))


# ── where nobody can press a key ──────────────────────────────────────────────────────────────────────────────────────


def plain(number: int, question: Question, cards: Sequence[Card]) -> Iterator[str]:
    """A question with its evidence and the calls of ``clipfile judge`` that answer it, line by line."""
    yield f"{number}. {_ASKED[question.kind].format(*question.names)}  [{question.because}; worth {question.worth:.1f}]"
    for card in cards:
        known = (counted(card.articles, "article"), card.years, ", ".join(card.roles))
        yield f"   {card.name}: {' · '.join(part for part in known if part)}"
        yield from (
            f"     {said.date or 'undated'} {said.article}: {said.before}«{said.name}»{said.after}"
            for said in card.said
        )
    for call in _calls(question):
        yield f"   clipfile judge {call}"
    yield ""


def _calls(question: Question) -> Iterator[str]:
    names = shlex.join(question.names)
    if question.kind == "which":
        for name in question.names[1:]:
            yield shlex.join(["bind", question.names[0], name, *question.articles])
    elif question.kind == "title":
        yield from (shlex.join(["rename", question.names[0], to]) for to in reversed(question.names))
    elif question.kind == "person":
        yield from (f"{verb} {names}" for verb in ("person", "not-a-person"))
    else:
        yield from (f"{verb} {names}" for verb in ("same", "different", "unsure"))
