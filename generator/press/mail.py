"""Messages that were saved as text, as press offices send their releases: a header, and below it what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.press.clipping import Clipping
from generator.press.values import tidied

_HEADER: Final = re.compile(
    r"(?P<name>from|to|cc|bcc|sent|date|subject|reply-to|attachments?|importance|message-id|mime-version|content-type"
    r"|x-[\w-]{1,40}|von|an|gesendet|betreff|datum|de|à|envoyé|objet|para|enviado|asunto):(?P<value>.*)",
    re.IGNORECASE,
)
_SENT: Final = frozenset({"sent", "date", "gesendet", "datum", "envoyé", "enviado"})
_WHO: Final = frozenset({"from", "von", "de"})
_WHAT: Final = frozenset({"subject", "betreff", "objet", "asunto"})
_FEWEST: Final = 3


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The message that a file is: all below the header is its text, and what of that is a release is to be found."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    header: dict[int, tuple[str, str]] = {}
    for number in range(first, len(lines)):
        match = _HEADER.match(lines[number])
        if match is None and not (header and lines[number][:1] in " \t" and lines[number].strip()):
            break
        header[number] = (match["name"].lower(), match["value"]) if match else ("", "")
    names = {name for name, _ in header.values()}
    body = {n: 0 for n in range(max(header, default=0) + 1, len(lines)) if lines[n].strip()}
    if len(header) < _FEWEST or not names & _WHO or not names & _WHAT or not body:
        return
    sent = {number: value for number, (name, value) in header.items() if name in _SENT}
    values = {"date": next(iter(sent.values()), "")}
    shown = dict.fromkeys(sent, "date")
    yield Clipping(first=0, last=len(lines), values=tidied(values), shown=shown, body=body, is_page=True)
