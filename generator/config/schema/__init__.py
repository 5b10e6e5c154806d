"""What may stand in the files of site_config/: one frozen class a file. Loading is in ``config.load``.

Unknown keys are errors. Each class names its file and every default; ``clipfile new`` writes them out as comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.config.schema.archive import (
    AcceptedQuarantine,
    ArchiveSettings,
    Contact,
    FolderDefaults,
    Limits,
    Thresholds,
)
from generator.config.schema.identities import (
    EntityEntry,
    Judgement,
    JudgementsFile,
    OrganizationsFile,
    PeopleFile,
    PlacesFile,
)
from generator.config.schema.reading import (
    CleaningFile,
    CleaningRule,
    CleaningSection,
    OutletEntry,
    OutletsFile,
    SourceEntry,
    SourcesFile,
)
from generator.config.schema.subjects import (
    LearnedFile,
    LearnedTopic,
    StoriesFile,
    TopicEntities,
    TopicEntry,
    TopicExamples,
    TopicSettings,
    TopicsFile,
)

__all__ = [
    "AcceptedQuarantine",
    "ArchiveSettings",
    "CleaningFile",
    "CleaningRule",
    "CleaningSection",
    "Contact",
    "EntityEntry",
    "FolderDefaults",
    "Judgement",
    "JudgementsFile",
    "LearnedFile",
    "LearnedTopic",
    "Limits",
    "OrganizationsFile",
    "OutletEntry",
    "OutletsFile",
    "PeopleFile",
    "PlacesFile",
    "Site",
    "SiteConfig",
    "SourceEntry",
    "SourcesFile",
    "StoriesFile",
    "Thresholds",
    "TopicEntities",
    "TopicEntry",
    "TopicExamples",
    "TopicSettings",
    "TopicsFile",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The few lines of mkdocs.yml that the program itself reads."""

    name: str
    url: str = ""
    accent: str = "#7a1f1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """All that the maintainers have decided."""

    site: Site
    archive: ArchiveSettings
    outlets: OutletsFile
    sources: SourcesFile
    cleaning: CleaningFile
    people: PeopleFile
    judgements: JudgementsFile
    organizations: OrganizationsFile
    places: PlacesFile
    topics: TopicsFile
    stories: StoriesFile
    learned: LearnedFile
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict)
    """(stem of a file, key, key, …) -> the line where it stands."""

    def where(self, stem: str, *keys: str | int) -> str:
        """A place in a file of site_config/, as messages name it: ``site_config/people.yml:12``."""
        line = self.lines.get((stem, *keys))
        return f"site_config/{stem}.yml" + (f":{line}" if line else "")
