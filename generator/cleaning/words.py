"""Words that cleaning goes by, by language, in one place."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = {
    "en": "a about after all also an and any are as at be been but by can could did do for from had has have he her his"
    " how i if in into is it its just like more my no not of on one or our out over said she so some than that the"
    " their them then there these they this to up was we were what when which who will with would you your",
    "de": "aber als am an auch auf aus bei bin bis da das dass dem den der des die du durch ein eine einem einen einer"
    " er es für hat ich ihr im in ist ja mit nach nicht noch nur oder sein sich sie sind so über um und uns von vor war"
    " was wenn werden wie wir wird zu zum zur",
    "fr": "au aux avec ce ces cette dans de des du elle en est et eux il ils je la le les leur lui ma mais me ne nous"
    " on ou où par pas plus pour qu que qui sa se ses son sont sur un une vous été être à",
    "es": "al como con de del el ella en entre era es esta este fue ha hay la las lo los más no nos o para pero por que"
    " se ser si sin sobre su sus también un una y ya",
    "it": "al alla anche che chi ci come con da dal dei del della di e gli ha i il in la le lo ma nel nella non o per"
    " più quando se si sono su un una è",
    "pt": "ao as com como da das de do dos e ela ele em entre era foi há isso já mais mas na não nas no nos o os ou para"
    " pela pelo por que se sem ser seu sua são também um uma à é",
    "nl": "aan al als bij dat de den der die dit door een en er had heb heeft het hij hun ik in is je kan maar meer met"
    " naar niet nog om onder ook op over te tot uit van voor was wat we wel werd wij worden zal ze zich zijn",
}
"""The commonest words of running text: their share tells prose from a menu."""

ANY_FUNCTION_WORD: Final = frozenset(word for words in FUNCTION_WORDS.values() for word in words.split())

OPEN_ENDS: Final = frozenset(
    [
        "a",
        "about",
        "according",
        "after",
        "against",
        "among",
        "an",
        "and",
        "are",
        "as",
        "at",
        "because",
        "before",
        "between",
        "but",
        "by",
        "called",
        "during",
        "for",
        "from",
        "had",
        "has",
        "have",
        "her",
        "his",
        "if",
        "in",
        "into",
        "is",
        "its",
        "like",
        "my",
        "named",
        "of",
        "on",
        "or",
        "our",
        "over",
        "said",
        "says",
        "such",
        "than",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "through",
        "titled",
        "to",
        "told",
        "under",
        "until",
        "via",
        "was",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whose",
        "with",
        "without",
        "your",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "und",
        "oder",
        "von",
        "mit",
        "für",
        "auf",
        "im",
        "in",
        "le",
        "la",
        "les",
        "de",
        "du",
        "des",
        "un",
        "une",
        "et",
        "ou",
        "par",
        "pour",
        "sur",
        "dans",
        "el",
        "los",
        "las",
        "del",
        "una",
        "y",
        "o",
        "con",
        "por",
        "para",
        "en",
        "che",
        "di",
        "il",
        "e",
    ]
)
"""Words after which a sentence must go on: a line that ends with one was cut."""

SECOND_PERSON: Final = frozenset(
    ["you", "your", "yours", "please", "click", "sign", "subscribe", "join", "download", "register", "our", "us"]
)
"""How pages speak to their readers."""
