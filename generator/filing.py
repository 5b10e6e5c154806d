"""What every article is filed under: by its phrases, by what the archive has taught, by what the maintainers say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import stages, topics
from generator.config.schema import SiteConfig
from generator.model import Archive, ArticleRow, CleanArticle, CleanRow, Entity, Filing, Topic
from generator.progress import Clock
from generator.store.cache import Cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What every article is filed under, and by what."""

    vocabulary: topics.Vocabulary
    taught: stages.Taught
    filings: Mapping[str, tuple[Filing, ...]]
    """Article id -> its topics, best first, then its stories."""
    scores: Mapping[str, tuple[Filing, ...]]
    """Article id -> all that its phrases speak for."""
    proposals: tuple[topics.Proposal, ...] = ()
    """Stories that the archive seems to hold and that no story of the maintainers tells."""
    opened: tuple[topics.Proposal, ...] = ()
    """Those of them that have a page."""

    @property
    def subjects(self) -> tuple[Topic, ...]:
        """The topics and stories that have a page, sorted by id."""
        own = topics.topics_of(self.vocabulary, self.by_vocabulary, self.taught.learned)
        return tuple(sorted((*own, *map(topics.topic_of, self.opened)), key=lambda topic: topic.id))

    @property
    def by_vocabulary(self) -> Mapping[str, tuple[Filing, ...]]:
        """The filings without those under stories that the program has opened."""
        found = {story.key for story in self.opened}
        if not found:
            return self.filings
        return {id_: tuple(one for one in filed if one.topic not in found) for id_, filed in self.filings.items()}


def file_all(
    rows: Sequence[ArticleRow],
    articles: Mapping[str, CleanArticle],
    entities: Iterable[Entity],
    taught: stages.Taught,
    cache: Cache,
) -> Filed:
    """The filings of all articles by the vocabulary, what was learned and what the maintainers say."""
    filings = stages.file_all(rows, articles, entities, taught, cache)
    return Filed(vocabulary=taught.vocabulary, taught=taught, filings=filings, scores=taught.scores)


def open_stories(
    filed: Filed,
    proposals: Iterable[topics.Proposal],
    articles: Mapping[str, CleanArticle],
    kept: Collection[str],
    config: SiteConfig,
) -> Filed:
    """The filings with the stories that get a page without a maintainer, and the proposals for those who look.

    Args:
        filed: by the vocabulary.
        proposals: under the keys of their addresses.
        articles: gives an article by its id.
        kept: keys of stories that have an address.
        config: says how sure the program must be, and which stories the maintainers tell themselves.
    """
    own = {*config.topics.topics, *config.stories.stories}
    untold = topics.untold(proposals, own, filed.filings)
    stories = topics.opened(untold, config.archive.thresholds.story, kept)
    filings = topics.with_stories(filed.filings, stories, topics.reader(articles))
    return replace(filed, filings=filings, proposals=untold, opened=stories)


def refile(
    whole: Archive, cleaned: tuple[Sequence[CleanRow], stages.Articles], cache: Cache, config: SiteConfig, clock: Clock
) -> Filed:
    """What the articles would be filed under with other topics, stories or learned weights; nothing else is repeated.

    Raises:
        ConfigError: the topics do not fit together.
    """
    rows, (found, articles) = [whole.articles[id_] for id_ in sorted(whole.articles)], cleaned
    with stages.workers_for(config) as workers:
        means = partial(stages.Means, cache=cache, workers=workers)
        with clock("score") as tick:
            vocabulary = topics.load_vocabulary(config.topics, config.stories, config.learned)
            scores = stages.score_all(found, articles, vocabulary, means(tick=tick))
        with clock("learn") as tick:
            taught = stages.learn_all(found, articles, scores, vocabulary, means(tick=tick))
    return file_all(rows, articles, whole.entities, taught, cache)
