"""The foot of a newsletter or a feed that was saved with its text: why it was sent, and what subscribers would read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from generator.cleaning.pieces.last_part import last_part

_SENT: Final = {
    "en": r"you(?:['’]re| are| have)? (?:received|receiving|getting) this (?:e-?mail|newsletter|message)\b",
    "de": r"(?:sie|du) (?:erhalten|bekommen|erhältst|bekommst) diese[ns]? (?:e-?mail|newsletter|nachricht)\b",
    "fr": r"vous (?:recevez|avez reçu) (?:ce|cet|cette) (?:e-?mail|courriel|newsletter|infolettre|lettre|message)\b",
    "es": r"(?:recibes?|has? recibido|estás recibiendo) este (?:e-?mail|correo|boletín|mensaje)\b",
    "it": r"(?:ricevi|riceve|hai ricevuto|ha ricevuto) questa (?:e-?mail|newsletter)\b",
    "pt": r"(?:recebe|recebeu|está (?:a receber|recebendo)) est[ea] (?:e-?mail|newsletter|boletim|mensagem)\b",
    "nl": r"(?:u|je) (?:ontvangt|ontving|krijgt) deze (?:e-?mail|nieuwsbrief)\b",
}
"""Why readers have it: nothing of the text stands below."""
_LOCKED: Final = {
    "en": r"become an? (?:paid|paying|premium) (?:subscriber|member)\b.{0,80}"
    r"\bto (?:unlock|read|keep|continue|get|see)\b"
    r"|this (?:post|piece|article|episode) is for (?:paid|paying|premium) (?:subscribers|members)"
    r"|what(?:['’]s| is) included in (?:a|my|your) (?:paid )?subscription\b",
    "de": r"(?:werde|werden sie) .{0,30}(?:abonnent|mitglied).{0,60}\b(?:freizuschalten|weiterzulesen|zu lesen)\b",
    "fr": r"(?:devenez|abonnez-vous) .{0,60}\bpour (?:lire la suite|débloquer|continuer)\b",
    "es": r"(?:suscríbete|hazte .{0,20}suscriptor) .{0,60}\bpara (?:desbloquear|seguir leyendo|leer)\b",
    "it": r"(?:abbonati|diventa .{0,20}abbonato) .{0,60}\bper (?:sbloccare|continuare|leggere)\b",
    "pt": r"(?:assine|torne-se .{0,20}assinante) .{0,60}\bpara (?:desbloquear|continuar|ler)\b",
    "nl": r"word .{0,20}(?:abonnee|lid) .{0,60}\bom (?:verder|dit|alles) .{0,20}lezen\b",
}
"""What subscribers would read, and the list of it."""
_LINE: Final = {
    "en": r"was this (?:e-?mail|newsletter) forwarded to you\b.{0,100}"
    r"|(?:.{0,60}\?\s?)?(?:read|view) (?:(?:it|this (?:e-?mail|newsletter)) )?in (?:your|a|the) browser\W{0,3}"
    r"|read in browser\W{0,3}"
    r"|be the first to (?:know|hear|receive|see) .{2,80}"
    r"|.{0,120}\b(?:delivered|sent|straight|directly|right) (?:straight |directly |right )?(?:in)?to your"
    r" (?:e-?mail )?inbox\b.{0,60}"
    r"|no longer (?:interested in|wish to|want to) receiv.{0,20}e-?mails?\b.{0,100}",
    "de": r"wurde (?:ihnen|dir) diese[r]? (?:e-?mail|newsletter) weitergeleitet\b.{0,100}"
    r"|im browser (?:ansehen|öffnen|lesen)",
    "fr": r"(?:voir|lire) (?:cet? (?:e-?mail|courriel) |cette (?:newsletter|lettre) )?dans (?:votre|le|un) navigateur",
    "es": r"ver (?:este (?:correo|boletín) )?en (?:el|tu|su) navegador",
    "it": r"(?:visualizza|leggi) (?:questa (?:e-?mail|newsletter) )?nel (?:tuo )?browser",
    "pt": r"(?:ver|abrir) (?:este (?:e-?mail|boletim) )?no (?:seu )?navegador",
    "nl": r"(?:bekijk|lees) (?:deze (?:e-?mail|nieuwsbrief) )?in (?:je|uw) browser",
}
"""Lines that go alone, wherever they stand."""


def _any(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(words.values()), re.IGNORECASE)


_WHY: Final = re.compile(
    rf"(?:\A[\s*_#>|•·(]{{0,4}}|(?<=[^\s“\"‘'«(:] )(?-i:(?=[A-ZÀ-Þ])))(?:{'|'.join(_SENT.values())})", re.IGNORECASE
)
_SIGNS: Final = ("mail", "letter", "lettre", "message", "nachricht", "courriel", "correo", "bolet", "mensag", "brief")
"""One of these stands in whatever tells why a text was sent."""
_OFFER: Final = _any(_LOCKED)
_ALONE: Final = _any(_LINE)
_FEED: Final = re.compile(r"The post .{3,200} appeared first on .{2,80}")
"""What WordPress writes below an article in a feed."""
_LAST: Final = 0.3
"""Of a body's words: above its last part such a line stands in the midst of the text."""
_LIST: Final = 30
"""Words of an entry in the list of what is offered."""
_LONGEST: Final = 100
"""Words of a foot in one line."""
_ITS_WORDS: Final = ("be the first", "browser", "inbox", "mail", "naveg", "navig", "newsletter")
"""Every line that goes alone has one of them."""
_TRIM: Final = " \t*_#>|·•–—"


class Told(NamedTuple):
    """What is asked of a part of a page."""

    text: str
    words: int
    listed: bool
    """It is an item or no sentence: below an offer, one of what subscribers get."""


def without_newsletter(parts: Sequence[Told], within: Sequence[bool]) -> list[bool]:
    """Which parts of a page are of the body, without the foot of the newsletter or feed in which it was sent.

    Args:
        parts: The parts of the page, in order.
        within: Which of them were chosen.
    """
    gone = _below(parts, within)
    return [
        stays and index not in gone and not is_of_newsletter(part) and not is_of_feed(part.text)
        for index, (stays, part) in enumerate(zip(within, parts, strict=True))
    ]


def _below(parts: Sequence[Told], within: Sequence[bool]) -> frozenset[int]:
    """What stands in the last part of a body below why it was sent, and what is offered there to subscribers."""
    gone: set[int] = set()
    last = max((index for index, stays in enumerate(within) if stays), default=-1)
    words = [part.words if stays else 0 for part, stays in zip(parts, within, strict=True)]
    for index in range(last_part(words, _LAST).start, last + 1):
        part = parts[index]
        if _tells_why(part.text):
            return frozenset({*gone, *range(index, len(parts))})
        offered = index - 1 in gone and part.listed
        if _OFFER.match(part.text.strip(_TRIM)) or (offered and part.words <= _LIST):
            gone.add(index)
    return frozenset(gone)


def is_of_newsletter(part: Told) -> bool:
    """Whether a part speaks of the newsletter that it stands in, or of subscribing to it."""
    text = part.text.strip(_TRIM)
    if part.words > _LONGEST:
        return False
    return _goes_alone(text) or _OFFER.match(text) is not None or _tells_why(text)


def _goes_alone(text: str) -> bool:
    """Whether a text is a line on reading or getting the letter; most say nothing of it, which is seen at once."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _ITS_WORDS)) and _ALONE.fullmatch(text.rstrip(".!?: ")) is not None


def is_of_feed(text: str) -> bool:
    """Whether a text is what WordPress writes below an article in a feed."""
    return _FEED.fullmatch(text) is not None


def _tells_why(text: str) -> bool:
    """Whether a sentence of a text tells why it was sent."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _SIGNS)) and _WHY.search(text) is not None
