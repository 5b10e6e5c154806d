"""The stages that work article by article, each kept in the cache by exactly what it reads.

A key holds the digest of the code, of the article and of the configuration that the stage looks at: a change of topics
never repeats the search for names, and a new stylesheet repeats nothing.
"""

from generator.stages.analyze import analyze_all, analyze_one, unread_languages
from generator.stages.articles import Articles
from generator.stages.clean import Cleaned, clean_all, clean_one, cleaned_all, unsure
from generator.stages.file import file_all
from generator.stages.ingest import ingest_all
from generator.stages.rows import row_of, sketch_all
from generator.stages.running import Means, codes
from generator.stages.score import Taught, learn_all, propose_all, score_all
from generator.stages.settings import cleaning_settings, idle_rules, workers_for
from generator.stages.survey import Surveyed, learned_lines, lines_of_all, survey_all, surveyed

__all__ = [
    "Articles",
    "Cleaned",
    "Means",
    "Surveyed",
    "Taught",
    "analyze_all",
    "analyze_one",
    "clean_all",
    "clean_one",
    "cleaned_all",
    "cleaning_settings",
    "codes",
    "file_all",
    "idle_rules",
    "ingest_all",
    "learn_all",
    "learned_lines",
    "lines_of_all",
    "propose_all",
    "row_of",
    "score_all",
    "sketch_all",
    "survey_all",
    "surveyed",
    "unread_languages",
    "unsure",
    "workers_for",
]
