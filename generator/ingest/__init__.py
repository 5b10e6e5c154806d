"""From files to originals: what each is, what is said of it and who says so, untouched but for its charset.

A format is known by its content. A file or record that cannot be read is quarantined with its reason, and nothing else
suffers. ``read`` sees one file at a time; a ``Library`` sees all of them, where they can be stopped, and gives rows
first and texts when they are wanted; ``settle`` makes ids unique.
"""

from generator.ingest.context import IngestContext, make_context
from generator.ingest.discovery import SourceFile, astray, discover, source_file
from generator.ingest.identity import settle
from generator.ingest.library import Found, Library
from generator.ingest.quarantine import quarantine
from generator.ingest.reading import digest_of_file, read

__all__ = [
    "Found",
    "IngestContext",
    "Library",
    "SourceFile",
    "astray",
    "digest_of_file",
    "discover",
    "make_context",
    "quarantine",
    "read",
    "settle",
    "source_file",
]
