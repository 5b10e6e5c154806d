"""Who may be meant by which words: the archive's people by their names, and references to them."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from generator.resolution.rereading import long_surnames
from generator.resolution.sightings import Sighting
from generator.resolution.unions import Unions
from generator.resolution.variants import Survey, Variant
from generator.text.gazetteer import sex
from generator.text.names import fold
from generator.text.titles import sex_of
from generator.text.words import word_set

# Words of a title that tell nobody apart.
_EMPTY = word_set("the and mrs miss former then for new")


class Reference(Struct, frozen=True, gc=False):
    """A sighting and whom it means: the key of a full name, or '' with those who come into question."""

    sighting: Sighting
    key: str
    rule: str
    among: tuple[str, ...] = ()


class People:
    """The archive's people by the words with which they may be cited."""

    def __init__(self, survey: Survey, unions: Unions) -> None:
        """Index every full name by its family name and by its first name."""
        self.variants = survey.variants
        self.unions = unions
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        self.articles: dict[str, set[int]] = defaultdict(set)
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.days: dict[str, tuple[int, ...]] = {}
        self.cited = {key: citable(variant) for key, variant in survey.variants.items()}
        for key, variant in survey.variants.items():
            root = unions.find(key)
            self.articles[root] |= variant.articles
            self.roles[root] |= {word for role in variant.roles for word in role_words(role)}
            for form in self.cited[key]:
                self.by_surname[form].add(root)


def citable(variant: Variant) -> set[str]:
    """The folded words by which a full name may be cited: its family name, with and without particle."""
    surname = variant.name.surname
    return {surname, surname.split()[-1], *long_surnames(variant.name)} if surname else set()


def role_words(role: str) -> set[str]:
    """The words of a title that tell people apart; courtesy titles do not."""
    return {word for word in fold(role).split() if len(word) > 2 and word not in _EMPTY}


def of_generation(roots: set[str], sighting: Sighting, people: People) -> set[str]:
    """Those among the bearers to whom the suffix belongs; a name without a suffix may be anybody's."""
    if not sighting.name.suffix:
        return roots
    return {
        root
        for root in roots
        if any(people.variants[key].name.suffix == sighting.name.suffix for key in people.unions.members(root))
    }


def is_other_sex(sighting: Sighting, root: str, people: People) -> bool:
    """Whether the title is a man's and the first name a woman's, or the reverse."""
    addressed = sex_of(sighting.mention.role)
    found = {sex(people.variants[key].name.first) for key in people.unions.members(root)} - {""}
    return bool(addressed) and len(found) == 1 and addressed not in found
