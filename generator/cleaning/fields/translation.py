"""The words of bylines in other languages."""

from __future__ import annotations

import re
from typing import Final

from generator.text.gazetteer import first_names
from generator.text.letters import CAPITALS
from generator.text.names import fold

_BY: Final = re.compile(
    r"(?:(?:Publié|Veröffentlicht|Publicado|Escrito|Texte|Texto|Text|Ein Artikel|Scritto|Geschreven) )?"
    r"(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa]v|AV)\s+"
    rf"(?=[{CAPITALS}][\w'’-]*\.? (?:(?:de|del|der|den|di|la|van|von) )*(?!(?:Jr|Sr|III?|I|IV)\b)[{CAPITALS}])"
)
"""Before a name of two words: ``Von Miller`` is a name himself."""

DESKS: Final = r"(?:Die |La |De |A )?(?:Redaktion|Rédaction|rédaction|Redacción|Redazione|Redactie|Redação|Redaccion)"
"""How newsrooms sign, a pattern."""
TELLS: Final = (
    "arbeitet|berichtet|leitet|schreibt|studierte|ist|war|dirige|est|travaille|écrit|escribe|trabaja|es|dirige|è|lavora"
    "|scrive|escreve|trabalha|é|schrijft|werkt"
)
"""Verbs that tell who somebody is, alternatives of a pattern."""


def in_english(line: str) -> str:
    """A line with ``By`` where it begins with that word of another language and then with a known first name."""
    found = _BY.match(line)
    rest = line[found.end() :] if found else ""
    return f"By {rest}" if rest and fold(rest.split()[0]) in first_names() else line
