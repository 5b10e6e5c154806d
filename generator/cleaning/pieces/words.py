"""Words that cleaning goes by, by language, in one place."""

from __future__ import annotations

import re
from typing import Final

from generator.text.letters import EASTERN
from generator.text.words import read_words, word_set

_LEARNED: Final = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})
"""Languages whose function words the models have been taught with."""
_ROWS: Final = tuple(line.split("\t") for line in read_words("generator.cleaning", "data/function_words.tsv"))
ANY_FUNCTION_WORD: Final = frozenset().union(*(word_set(words) for code, words in _ROWS if code in _LEARNED))
"""The commonest words of running text in these languages."""
_FARTHER: Final = frozenset().union(*(word_set(words) for code, words in _ROWS if code not in _LEARNED))
"""Those of others, and signs that stand for such in scripts without blanks."""
UNSPACED: Final = rf"(?<!\S)['’]ve\b|(?<![{EASTERN}])[{EASTERN}]{{1,4}}(?![{EASTERN}])|[{EASTERN}]{{1,2}}"
"""Words that are no letters between blanks, a pattern: a short run of Han or kana, or two signs of a long one; and
`'ve` torn from `I`, since Turkish has a word `ve`."""
_PARTICLES: Final = "은는이가을를에의로와과도서고며다"
"""How the words of a Korean sentence end; those of menus hardly do."""


def is_function_word(word: str) -> bool:
    """Whether a word has the sentence hang together more than it says something.

    Those of other languages are written small: ``som`` is one in Swedish, and no ``Yale SOM``.

    Args:
        word: As written; of Han or kana two signs at most.
    """
    lowered = word.lower()
    if lowered in ANY_FUNCTION_WORD or word in _FARTHER:
        return True
    if word.isascii():
        return False
    if word[0] >= "\uac00":
        return len(word) > 1 and word[-1] in _PARTICLES
    return lowered in _FARTHER or (word[0] >= "\u3040" and not _FARTHER.isdisjoint(word))


OPEN_ENDS: Final = word_set(
    "a about according after against among an and are as at auf because before between but by called che con "
    "dans das de del dem den der des di die du during e ein eine el en et for from für had has have her his if il im "
    "in into is its la las le les like los mit my named o oder of on or ou our over par para por pour said says "
    "such sur than that the their these this those through titled to told un una und under une until via von was were "
    "when where which while who whose with without y your"
)
"""Words after which a sentence must go on: a line that ends with one was cut."""

ALONE: Final = word_set("The A An In At On With For and or nor the a an of is are was were to with for than which")
"""The same where nothing else stands on a line: `by`, `en` and `es` then say who wrote or in which language."""

GO_ON: Final = word_set(
    "a also an and are as at be been but can could did do does for from had has have if in into is it its nor of on or "
    "so such than that the their them then these they this those to via was were when where which who whose will with "
    "without would und oder et ou"
)
"""Small words with which no line begins that stands for itself; `by` may, above a name."""

AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|might|must|be|been)\b",
    re.IGNORECASE,
)
"""A verb that most sentences have and few headings."""

SECOND_PERSON: Final = word_set("click download join our please register sign subscribe us you your yours")
"""How pages speak to their readers."""

NOT_FIRST_NAMES: Final = word_set(
    "about access all april as at august back best click contact cookie december february follow for friday get "
    "getting her his home how in its january join july june last latest making many march may monday more most my "
    "new november now october on one our posted privacy published read reviewed saturday see september share sign "
    "skip some sunday table taking terms that the their then these this those thursday top tuesday two updated "
    "using view wednesday what when where who why written your"
)
"""Words with which no name of a person begins, though a headline or a button may."""

ORDERS: Final = word_set(
    "add apply ask browse buy call chat check compare enter explore find fix hire learn log order pay play save send "
    "shop start stay stop submit talk try watch"
)
"""Verbs that begin the words of a button and no name: ``Log In``, ``Buy Now``."""

NOT_IN_NAMES: Final = word_set(
    "account advertising analytics app avatar book bookmark business button by capital card case cases center "
    "client connected culture customer data day days demo design disclosure download eating education email "
    "employee entertainment essentials facebook finance fitness food free garden guide guides headshot health home "
    "icon image images img info instagram insurance key knowledge learning life lifestyle link linkedin links listen "
    "live living local login logo management marketing menu money more news newsletter of opinion page patient "
    "photo picture podcast policy politics posted posts products protocol protocols published read recent related "
    "request review reviews science search security sign software spaces sports start started store style subscribe "
    "takeaways team technology tips travel trends trial twitter up updated video watch website week world written"
)
"""Words of headings and buttons that stand in no name."""

ROLE_WORDS: Final = word_set(
    "admin administrator agency analyst assistant associate associated attorney author blog bureau ceo certified cfo "
    "chief coach columnist columnists company consultant content contributing contributor contributors correspondent "
    "correspondents cto daily department designer desk developer dietitian digital director editor editorial editors "
    "engineer executive expert fellow founder gazette group guest head herald inc institute intern journal journalist "
    "journalists junior lead licensed llc magazine manager marketing media network news nutritionist office officer "
    "online photo photographer photos physician post president press principal producer producers professor radio "
    "registered reporter reporters researcher reuters senior service services specialist staff strategist teacher "
    "team times tribune tv university vice vp web webmaster writer writers"
)
"""What people are, and of what: words that stand in no name."""

DEGREES: Final = word_set(
    "bsc cfa cfp cpa cpp cpt cscs dds dnp do dvm esq ii iii iv jd jr lcsw ldn m.d ma mba md mph ms msc np pa-c "
    "ph.d pharmd phd psp r.d rd rdn rn sr"
)
"""What may follow a name after a comma and is no other name."""
