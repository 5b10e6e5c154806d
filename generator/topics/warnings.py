"""What a maintainer should know of how the articles were filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.model import ArticleRow, Filing
from generator.topics.filing import unknown_topics
from generator.topics.learning import outgrown
from generator.topics.vocabulary import Vocabulary


def filing_warnings(
    rows: Iterable[ArticleRow],
    vocabulary: Vocabulary,
    filings: Mapping[str, Sequence[Filing]],
    own: Collection[str],
) -> tuple[str, ...]:
    """Topics that metadata names and nobody has defined, and the maintainer's own that hardly any article is under.

    Args:
        rows: the articles.
        vocabulary: what they were scored with.
        filings: article id -> what it is filed under.
        own: keys of topics.yml and stories.yml; the built-in topics may be as small as they like.
    """
    unknown = [
        f"metadata names the topic {name!r}, which topics.yml does not have: {articles[0]}"
        + (f" and {len(articles) - 1} more" if len(articles) > 1 else "")
        for name, articles in unknown_topics(rows, vocabulary).items()
    ]
    found = Counter(above for filed in filings.values() for above in _topics(filed, vocabulary))
    least = vocabulary.settings.min_articles
    small = [
        f"topic `{key}` holds {found[key]} articles (min_articles is {least}); give it more phrases, or remove it"
        for key in sorted(own)
        if key in vocabulary.subjects and found[key] < least
    ]
    return (*unknown, *small, *outgrown_warnings(vocabulary))


def outgrown_warnings(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The topics that have changed since topics.learned.yml was written."""
    return tuple(
        f"topic `{key}` is younger than site_config/topics.learned.yml: run `clipfile topics learn --only {key}`"
        for key in outgrown(vocabulary)
    )


def _topics(filed: Sequence[Filing], vocabulary: Vocabulary) -> set[str]:
    """The topics that show an article: its own and those above them."""
    return {above for filing in filed for above in vocabulary.lines[filing.topic]}
