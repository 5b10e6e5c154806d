"""``clipfile review``: open questions about people, the worthiest first, one key an answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec
from rich.console import Console, Group
from rich.text import Text

from generator import pipeline, resolution
from generator.archive.telling import counted
from generator.commands import options, screens, verdicts
from generator.commands.cards import NARROW, WIDE, Dealer
from generator.commands.progress import bars
from generator.commands.verdicts import Signature
from generator.config.schema import Judgement, JudgementsFile
from generator.config.ties import ties
from generator.days import today
from generator.errors import ClipfileError
from generator.model import Question
from generator.pipeline import Understood
from generator.progress import Clock
from generator.store import judgement_file
from generator.text.names import fold

_SENTENCES = 3


@click.command("review")
@options.archive
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Ask only the N worthiest questions.")
@click.option("--by", metavar="NAME", help="Whose decisions these are. Default: the name that Git knows you by.")
@options.as_json
def command(root: Path, *, limit: int | None, by: str | None, as_json: bool) -> None:
    """Ask what the program does not know about people, in order of what an answer changes.

    Articles that an answer may move, times doubt, is a question's worth. Both sides are shown with their sentences,
    roles, years and company; one key answers, and the decision is written to site_config/judgements.yml at once. Where
    nobody can press a key, the questions are printed with the `clipfile judge` calls that answer them.
    """
    with bars() as progress:
        understood = pipeline.understand(root, pipeline.Options(), Clock(progress))
    whole = understood.archive
    people = [entity for entity in whole.entities if entity.kind == "person"]
    asked = resolution.questions(people, whole.surnames, whole.held, understood.gathered.config)[:limit]
    dealer = Dealer(understood)
    if as_json:
        found = [
            {"question": one, "worth": round(one.worth, 3), "sides": dealer.deal(one, _SENTENCES)} for one in asked
        ]
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif is_terminal():
        signature = Signature(who=by or verdicts.git_user(str(root)), when=today())
        _Session(root, understood, dealer, signature).ask(asked)
    else:
        for number, one in enumerate(asked, 1):
            for line in screens.plain(number, one, dealer.deal(one, 1)):
                click.echo(line)
        click.echo(f"{counted(len(asked), 'open question')}.", err=True)


def is_terminal() -> bool:
    """Whether somebody can read a screen and press a key."""
    return sys.stdin.isatty() and sys.stdout.isatty()


# ── on a terminal ─────────────────────────────────────────────────────────────────────────────────────────────────────


class _Session:
    """One sitting: questions, answers, and what was written."""

    def __init__(self, root: Path, understood: Understood, dealer: Dealer, signature: Signature) -> None:
        self._root, self._dealer, self._signature = root, dealer, signature
        self._people = understood.gathered.config.people
        self._understood = understood
        self._console = Console(highlight=False)
        self._written: list[tuple[int, int]] = []
        """(number of the question, judgements written)."""

    def ask(self, asked: Sequence[Question]) -> None:
        """Ask until all is answered or somebody quits."""
        number = 0
        while number < len(asked) or (self._written and self._wants_back()):
            if number == len(asked):
                number = self._undo(number)
            question = asked[number]
            if self._is_settled(question):
                number += 1
                continue
            key = self._answer(question, f"{number + 1} of {len(asked)}")
            if key == "q":
                break
            if key == "z":
                number = self._undo(number)
                continue
            if key != " ":
                self._write(number, _judgements(question, key, self._understood))
            number += 1
        written = sum(count for _, count in self._written)
        self._console.print(f"{counted(written, 'decision')} in {judgement_file.NAME}. The next build shows them.")

    def _wants_back(self) -> bool:
        """Whether the last answer shall be taken back, though no question is left."""
        self._console.print(Text("\nThat was the last question.  z undo   any other key ends"))
        return click.getchar().lower() == "z"

    def _answer(self, question: Question, place: str) -> str:
        """The key for one question, shown on a clean screen."""
        self._console.clear()
        self._console.print(self._fitting(question, place))
        allowed = f"{screens.KEYS[question.kind]} zq" + "".join(str(n) for n in range(1, len(question.people) + 1))
        allowed = allowed if question.kind == "which" else f"{screens.KEYS[question.kind]} zq"
        while True:
            key = click.getchar().lower()
            if key in {"\r", "\n", "\x1b[c"}:
                return " "
            if key in {"\x03", "\x04"}:
                return "q"
            if key in allowed:
                return key

    def _fitting(self, question: Question, place: str) -> Group:
        """The question with as many sentences as leave it and its keys on one screen; part of one a side at least."""
        most = 2 if question.kind == "which" else _SENTENCES
        for sentences, sides in (*((number, WIDE) for number in range(most, 0, -1)), (1, NARROW)):
            cards = self._dealer.deal(question, sentences, sides)
            screen = screens.shown(question, cards, place, self._console.width)
            if len(self._console.render_lines(screen)) < self._console.height:
                break
        return screen

    def _write(self, number: int, judgements: Sequence[Judgement]) -> None:
        signed = [self._signature.put_under(one) for one in judgements]
        try:
            text = judgement_file.with_added(judgement_file.read_text(self._root), signed)
        except ClipfileError as error:
            self._console.print(f"Error: {error}", markup=False)
            raise SystemExit(error.exit_code) from error
        judgement_file.write(self._root, text)
        self._written.append((number, len(signed)))

    def _undo(self, number: int) -> int:
        """Take back the last answer and return to its question."""
        if not self._written:
            return number
        before, count = self._written.pop()
        text = judgement_file.read_text(self._root)
        total = len(judgement_file.judgements_of(text))
        judgement_file.write(self._root, judgement_file.without(text, range(total - count, total)))
        return before

    def _is_settled(self, question: Question) -> bool:
        """Whether an answer of this sitting has answered this question too."""
        judgements = judgement_file.judgements_of(judgement_file.read_text(self._root))
        known = ties(self._people, JudgementsFile(version=1, judgements=judgements))
        gone = {fold(name) for one in judgements for name in one.not_a_person}
        if any(fold(name) in gone for name in question.names[:2]):
            return True
        if question.kind not in {"same", "apart"}:
            return False
        pair = sorted(fold(name) for name in question.names)
        return (pair[0], pair[1]) in known.apart or known.path(pair[0], pair[1]) is not None


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _judgements(question: Question, key: str, understood: Understood) -> tuple[Judgement, ...]:
    """What a key decides."""
    names = question.names
    if key.isdigit():
        return _bindings(question, names[int(key)], understood)
    if key == "n":
        return (Judgement(not_a_person=(names[1] if question.kind in {"same", "apart"} else names[0],)),)
    if question.kind == "title" and key in "sd":
        return (Judgement(rename=names[0], to=names[1] if key == "s" else names[0]),)
    if key == "p":
        return (Judgement(person=names),)
    verdict = {"s": "same", "d": "different", "u": "unsure"}[key]
    return (Judgement(**{verdict: names}),)  # type: ignore[arg-type]


def _bindings(question: Question, name: str, understood: Understood) -> tuple[Judgement, ...]:
    """A surname that stands alone, bound in all its articles as it is written there."""
    found: dict[str, dict[str, str]] = {}
    for surname in understood.archive.surnames:
        if surname.surname == question.names[0]:
            for mention in surname.mentions:
                found.setdefault(fold(mention.text), {})[mention.article] = mention.text
    return tuple(
        Judgement(bind=next(iter(articles.values())), to=name, articles=tuple(sorted(articles)))
        for _, articles in sorted(found.items())
    )
